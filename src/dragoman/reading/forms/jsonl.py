"""JSON Lines: each line an object with a `text` is a part; a broken line is an issue and the rest goes on."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from typing import Any

from dragoman.errors import SkipDocument
from dragoman.reading.blocks import anchored, plain
from dragoman.reading.clean import clean, clean_traced
from dragoman.reading.encodings import decode_raw
from dragoman.reading.forms.txt import damage
from dragoman.reading.hints import hints_from
from dragoman.reading.parts import Form, RawPart, flaw
from dragoman.records.issue import Issue
from dragoman.settings import Settings
from dragoman.text import Traced

ALLOWED = 'allowed: an object with a "text" on each line'
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(strict=False)
_HEAD = 5


class _Broken(ValueError):
    """A line that holds no row."""


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """A part for each row, `part_base` its line from 0. Raises SkipDocument: not-text, no-text."""
    try:
        found = decode_raw(data)
    except SkipDocument as error:
        raise SkipDocument(error.code, f"{path_name}: {error.message}") from error
    parts: list[RawPart] = []
    issues: list[Issue] = damage(found, path_name)
    for number, line, offset in _lines(found.text):
        try:
            parts.append(_part(line, number, offset))
        except (ValueError, RecursionError) as error:
            reason = str(error) or "nested too deeply"
            message = f"{path_name}:{number + 1}: {reason}; {ALLOWED}"
            issues.append(flaw(path_name, "broken-line", message, severity="error", part=number + 1))
    if not parts and not issues:
        raise SkipDocument("no-text", f"{path_name}: holds nothing but white space")
    return Form("jsonl", parts, issues, found.encoding)


def _lines(text: str) -> Iterator[tuple[int, str, int]]:
    """(number from 0, line, offset) of each line that is not blank; only \\n and \\r end a line of JSON."""
    for number, match in enumerate(re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)):
        # Zeros pad files that were not written to their end, and 1A ends those of DOS.
        line = match.group().strip().strip("\0\x1a")
        if line:
            yield number, line, match.start() + match.group().index(line)


def _part(line: str, number: int, offset: int) -> RawPart:
    row, places = _row(line)
    text = row.pop("text", None)
    if not isinstance(text, str):
        raise _Broken('no "text", or one that is not a string')
    start, end = places["text"]
    traced = clean_traced(_traced(line[start:end], text, offset + start))
    if not traced.text.strip():
        raise _Broken('"text" is empty')
    hints = hints_from({k: v for name, value in row.items() for k, v in _flat(name, value)})
    if hints.title is not None and not any(
        plain(line.text) == plain(hints.title) for line in [t for t in traced.strip().lines() if t.text.strip()][:_HEAD]
    ):
        title = anchored(hints.title, offset + places.get("title", (0, 0))[0])
        traced = Traced.join([title, traced], "\n\n")
    return RawPart(traced, hints, number, wrapped=True)


def _row(line: str) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """The object that a line holds, and where the value of each key begins and ends in it."""
    at = _skip(line, 0)
    if line[at : at + 1] != "{":
        try:
            _DECODER.decode(line)
        except json.JSONDecodeError as error:
            raise _Broken(f"not JSON ({error.msg} at column {error.colno})") from error
        raise _Broken("not an object")
    row: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}
    try:
        # The whole first: it says what is wrong, and where, better than the walk below could.
        _DECODER.decode(line)
        at = _skip(line, at + 1)
        while line[at] != "}":
            key, at = _DECODER.raw_decode(line, at)
            start = _skip(line, _skip(line, at) + 1)
            row[key], end = _DECODER.raw_decode(line, start)
            places[key] = (start, end)
            at = _skip(line, end)
            at = _skip(line, at + 1) if line[at] == "," else at
    except json.JSONDecodeError as error:
        raise _Broken(f"not JSON ({error.msg} at column {error.colno})") from error
    return row, places


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _traced(raw: str, value: str, offset: int) -> Traced:
    """The string `value` with the place of each character, from `raw`, the literal with its quotes."""
    origins = array("l")
    at = 1
    for match in _ESCAPE.finditer(raw, 1, len(raw) - 1):
        origins.extend(range(offset + at, offset + match.start() + 1))
        at = match.end()
    origins.extend(range(offset + at, offset + len(raw) - 1))
    return Traced(value, origins) if len(origins) == len(value) else anchored(value, offset)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Values as strings, a nested object's keys behind its own (`speaker: {name: ...}` is `speaker_name`)."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}_{key}", inner)
    elif isinstance(value, list):
        yield name, ", ".join(v for v in value if isinstance(v, str)) or (clean(json.dumps(value)) if value else "")
    elif isinstance(value, str):
        yield name, value
    elif value is not None:
        yield name, json.dumps(value)
