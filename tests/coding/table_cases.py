"""One coder for all labelled cases, and how a case is held against what it gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.coding import Coder
from dragoman.language.parse import Parser
from dragoman.lexicon import load
from dragoman.reading import plain
from dragoman.settings import DEFAULT_MODEL

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(load(), Parser(DEFAULT_MODEL))


def cases(name: str) -> list[dict[str, Any]]:
    """The labelled cases of a file, in order."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def coded(coder: Coder, rows: list[dict[str, Any]], date: str | None = None) -> list[dict[str, list[Any]]]:
    """The records of each case by table; all of them are parsed together."""
    texts = [plain(r["id"], r["text"], r.get("date") or date, r.get("speaker"), None) for r in rows]
    return [found.records for found in coder.code(texts, "run")]


def meets(row: Any, wanted: dict[str, Any]) -> bool:
    """Whether a record has every field that is wanted: equal, containing, or of a sign."""
    for name, value in wanted.items():
        got = row.polarity if name == "sign" else getattr(row, name)
        if name == "sign":
            if (got > 0) != (value == "+") or got == 0:
                return False
        elif isinstance(value, dict):
            if got is None or value["contains"].casefold() not in str(got).casefold():
                return False
        elif isinstance(value, str) and isinstance(got, str):
            if got.casefold() != value.casefold():
                return False
        elif got != value:
            return False
    return True
