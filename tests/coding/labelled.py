"""Labelled cases of one table: what sentences of our own must and must not give.

A line of `<table>.jsonl` has `id`, `text`, `speaker` (a state, two joined by "+", or null where nobody speaks) and
`published`; `expect` lists rows that must be there, `absent` rows that must not, `none` that there is no row at all.
A row is given by some of its fields; {"contains": s} asks for a part of a string, `sign` for the sign of a polarity.
`hard` says why a case is known to fail.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman.coding import Coder
from dragoman.language.parse import Parser
from dragoman.lexicon import load
from dragoman.records import CodedDocument, Document, Event, ReadDocument
from dragoman.settings import DEFAULT_MODEL

Case = dict[str, Any]
HERE = Path(__file__).parent
PUBLISHED = "2020-05-05"


def cases(table: str) -> list[Case]:
    """The cases of one table, in the order of its file."""
    lines = (HERE / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def parameters(table: str) -> list[Any]:
    """The cases of one table for `pytest.mark.parametrize`; hard ones are expected to fail."""
    marked = {True: [pytest.mark.xfail(strict=True)], False: []}
    return [pytest.param(c, id=c["id"], marks=marked["hard" in c]) for c in cases(table)]


@lru_cache(maxsize=1)
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


def read_document(
    name: str, text: str, speaker: str | None, published: str | None = PUBLISHED, title: str | None = None
) -> ReadDocument:
    """A document without passages whose words are those of `speaker`."""
    joint = speaker is not None and "+" in speaker
    document = Document(
        document_id=name,
        source_path=f"{name}.txt",
        title=title,
        text=text,
        text_sha256="",
        language="en",
        published=published,
        speaker_state=None if joint else speaker,
        reported_by=[speaker] if speaker else [],
    )
    return ReadDocument(document=document)


def code(documents: Sequence[ReadDocument], *, parse_all: bool = False) -> list[CodedDocument]:
    return Coder(load(), parser(), parse_all=parse_all).code(documents, "run")


def events(
    coder: Coder, text: str, speaker: str | None = None, *, published: str | None = "2020-06-15", titled: bool = False
) -> list[Event]:
    """The events of a text in the words of `speaker`; `titled`: its first line, where another follows, is its title."""
    title = text.partition("\n")[0] if titled and "\n" in text else None
    records = coder.code([read_document("text", text, speaker, published, title)], "")[0].records
    return [e for e in records["events"] if isinstance(e, Event)]


def assert_told(coder: Coder, text: str, expected: tuple[str, str, str] | None) -> None:
    """Assert that a text tells one event of this type, source and target, among others; or none at all."""
    told = [(e.event, " ".join(sorted(e.source)), " ".join(sorted(e.target))) for e in events(coder, text)]
    assert expected in told if expected else not told


@lru_cache(maxsize=8)
def coded(table: str) -> dict[str, list[Case]]:
    """The rows of `table` that each of its cases gives, by the case's id."""
    found = cases(table)
    documents = [read_document(c["id"], c["text"], c["speaker"], c.get("published", PUBLISHED)) for c in found]
    return {
        c["id"]: [msgspec.to_builtins(row) for row in done.records[table]]
        for c, done in zip(found, code(documents), strict=True)
    }


def faults(case: Case, rows: Sequence[Case]) -> list[str]:
    """What is wrong with the rows of a case, one line each."""
    out = [f"missing: {want}" for want in case.get("expect", []) if not any(_met(want, row) for row in rows)]
    out += [f"forbidden: {want}" for want in case.get("absent", []) if any(_met(want, row) for row in rows)]
    return out + [f"unexpected: {row}" for row in rows if case.get("none")]


def _met(want: Case, row: Case) -> bool:
    return all(_same(field, value, row) for field, value in want.items())


def _same(field: str, value: Any, row: Case) -> bool:
    if field == "sign":
        return bool(row["polarity"]) and (row["polarity"] > 0) == (value == "+")
    if isinstance(value, dict):
        return row[field] is not None and value["contains"].lower() in row[field].lower()
    return bool(row[field] == value)


def assert_rows(
    coder: Coder, text: str, speaker: str | None, title: str | None, table: str, expected: list[Case], absent: list[Case]
) -> None:
    """Assert that coding a statement, or a reference text under `title`, gives rows with all fields of each of `expected`,
    and none with those of one of `absent`.
    """
    document = Document(
        document_id="text",
        source_path="text.txt",
        title=title,
        kind="reference" if title else "statement",
        text=f"{title}\n{text}" if title else text,
        text_sha256="",
        language="en",
        published="2020-06-15",
        speaker_state=speaker,
        reported_by=[speaker] if speaker else [],
    )
    rows = [msgspec.to_builtins(r) for r in coder.code([ReadDocument(document=document)], "")[0].records[table]]
    for want in expected:
        assert any(want.items() <= row.items() for row in rows), (want, rows)
    for none in absent:
        assert not any(none.items() <= row.items() for row in rows), (none, rows)
