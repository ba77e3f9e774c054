"""Addresses of pages. Every link in a template is made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

Pairs = Iterable[tuple[str, Any]]


def address(path: str, values: Mapping[str, Any] | Pairs = (), **more: Any) -> str:
    """`path` with a query; lists give a pair for each item, None and "" give none."""
    pairs = [*(values.items() if isinstance(values, Mapping) else values), *more.items()]
    flat = [
        (name, str(one))
        for name, value in pairs
        for one in (value if isinstance(value, (list, tuple)) else [value])
        if one not in (None, "")
    ]
    return f"{path}?{'&'.join([f'{_quoted(name)}={_quoted(value)}' for name, value in flat])}" if flat else path


# A chart has some hundred links of the same few words.
_quoted = lru_cache(maxsize=4096)(quote_plus)


def state(code: str) -> str:
    return f"/state/{quote(code, safe='')}"


def pair(a: str, b: str) -> str:
    return f"/pair/{quote(a, safe='')}/{quote(b, safe='')}"


def document(document_id: str) -> str:
    return f"/document/{quote(document_id, safe='')}"


def passage(document_id: str, start: int, end: int) -> str:
    """The document, opened at a stretch of it: `at` for browsers without scripts, the fragment for all."""
    return f"{document(document_id)}?at={start}-{end}#{start}-{end}"


def sentence(row: Mapping[str, Any]) -> str:
    """The words that a record rests on."""
    return passage(row["document_id"], row["start"], row["end"])


def timeline(**filters: Any) -> str:
    return address("/timeline", filters)


def table(name: str, **filters: Any) -> str:
    return address(f"/table/{name}", filters)


def figure(name: str, form: str, values: Mapping[str, Any] | Pairs = ()) -> str:
    """A figure as a file: `form` is csv, json, parquet, or svg."""
    return address(f"/figure/{name}.{form}", values)
