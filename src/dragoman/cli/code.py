"""`dragoman code`: texts in, records out, without an archive."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from dragoman.cli.terminal.options import LexiconOption, ModelOption, ParseAllOption

if TYPE_CHECKING:
    from dragoman.api import Text, TextCoder

BATCH = 32  # rows coded together
LONGEST = 64 * 1024 * 1024  # bytes of one line
_CHUNK = 64 * 1024
FIELDS = ("id", "text", "date", "speaker_state", "title")


class Given(NamedTuple):
    """A line of input: its number, and what it holds; `text` is None where that is wrong, and `error` says why."""

    line: int
    id: str | int | None
    text: Text | None = None
    error: str | None = None
    ignored: tuple[str, ...] = ()


def code(*, lexicon: LexiconOption = None, model: ModelOption = None, parse_all: ParseAllOption = False) -> int:
    """JSON lines {id, text, date?, speaker_state?, title?} in, one row {id, actors, events, ...} out for each, in order.

    Each row is one document: it is neither split nor cleaned, and offsets are into `text` as given. Rows come out as
    soon as they are coded; a bad one gives {id, line, error}, and the rest goes on.
    """
    from dragoman.api import TextCoder
    from dragoman.cli.terminal.opening import check_stdin, settings_of
    from dragoman.cli.terminal.rows import binary

    check_stdin()
    coder = TextCoder(settings_of(model, lexicon, parse_all))
    out = binary()
    rows, bad, ignored = 0, 0, set[str]()
    for lines in arriving(sys.stdin.buffer):
        for first in range(0, len(lines), BATCH):
            given = [row_of(number, line) for number, line in lines[first : first + BATCH]]
            for row in coded(coder, given):
                rows += 1
                bad += "error" in row
                out.write(encode(row) + b"\n")
            out.flush()
            ignored.update(name for one in given for name in one.ignored)
    _say(rows, bad, ignored)
    return 1 if bad else 0


def _say(rows: int, bad: int, ignored: set[str]) -> None:
    from dragoman.cli.terminal.screen import Screen

    screen = Screen(sys.stderr)
    if ignored:
        screen.line(f"dragoman code: fields not used: {', '.join(sorted(ignored))}; used: {', '.join(FIELDS)}")
    if bad:
        screen.line(f"dragoman code: {bad:,} of {rows:,} rows could not be coded; their rows say why")


def arriving(stream: IO[bytes]) -> Iterator[list[tuple[int, bytes | None]]]:
    """Lines with their numbers, as they come: those there are without waiting for more. Blank ones are left out.

    A line of more than LONGEST bytes comes as None and is not kept in memory.
    """
    rest, number, over = bytearray(), 0, False
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]
        found: list[tuple[int, bytes | None]] = []
        *whole, last = chunk.split(b"\n")
        for piece in whole:
            number += 1
            line = bytes(rest + piece) if not over else b""
            if over or len(line) > LONGEST:
                found.append((number, None))
            elif line.strip():
                found.append((number, line))
            rest, over = bytearray(), False
        if not over:
            rest += last
            if len(rest) > LONGEST:
                rest, over = bytearray(), True
        if found:
            yield found
    if over or rest.strip():
        yield [(number + 1, None if over else bytes(rest))]


def row_of(number: int, line: bytes | None) -> Given:
    """What one line asks for."""
    import msgspec

    if line is None:
        return Given(number, None, error=f"a line of more than {LONGEST:,} bytes; allowed: shorter ones")
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Given(number, None, error=f"not JSON in UTF-8 ({error or 'nested too deeply'}); allowed: an object on each line")
    if not isinstance(row, dict):
        return Given(number, None, error="not an object; allowed: {id, text, date?, speaker_state?, title?}")
    given_id = row.get("id")
    kept = given_id if isinstance(given_id, (str, int)) and not isinstance(given_id, bool) else None
    wrong = _wrong(row, kept)
    if wrong is not None:
        return Given(number, kept, error=wrong)
    return Given(number, kept, _text(row, kept), ignored=tuple(name for name in row if name not in FIELDS))


def _wrong(row: dict[str, Any], kept: str | int | None) -> str | None:
    """Why a row cannot be coded, None where it can."""
    from dragoman.archive.parties import is_code
    from dragoman.dates import is_partial

    if kept is None:
        return '"id" is missing or neither text nor a whole number'
    if not isinstance(row.get("text"), str):
        return '"text" is missing or not text'
    for name in ("date", "speaker_state", "title"):
        if not isinstance(row.get(name), (str, type(None))):
            return f'"{name}" is not text'
    if row.get("date") and not is_partial(row["date"]):
        return f'"date" {row["date"]!r} is not a date; allowed: 2017, 2017-01 or 2017-01-06'
    if row.get("speaker_state") and not is_code(row["speaker_state"].upper()):
        return f'"speaker_state" {row["speaker_state"]!r} is not a code; allowed: one such as PRK, or CHL+HRV of two together'
    return None


def _text(row: dict[str, Any], kept: str | int | None) -> Text:
    from dragoman.api import Text

    state = row.get("speaker_state")
    return Text(
        id=str(kept), text=row["text"], date=row.get("date") or None, speaker_state=state.upper() if state else None,
        title=row.get("title") or None,
    )  # fmt: skip


def coded(coder: TextCoder, given: Sequence[Given]) -> list[dict[str, Any]]:
    """One row out for each row in, in order."""
    sound = [one for one in given if one.text is not None]
    answers = {one.line: answer for one, answer in zip(sound, _answers(coder, sound), strict=True)}
    out: list[dict[str, Any]] = []
    for one in given:
        answer = answers.get(one.line, one.error)
        out.append({"id": one.id, **answer} if isinstance(answer, dict) else {"id": one.id, "line": one.line, "error": answer})
    return out


def _answers(coder: TextCoder, given: Sequence[Given]) -> list[dict[str, Any] | str]:
    """The records of each row, or what went wrong with it."""
    texts = [one.text for one in given if one.text is not None]
    try:
        return list(coder.code(texts))
    except Exception as error:  # whatever one text does to the coder, it must not end the stream
        if len(texts) == 1:
            return [" ".join(f"cannot be coded: {type(error).__name__}: {error}".split())]
        return [answer for one in given for answer in _answers(coder, [one])]


def encode(row: dict[str, Any]) -> bytes:
    import msgspec

    return msgspec.json.encode(row)
