"""Text for people: on a terminal with colours and wrapped to its width, in a pipe plain and a line a line."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from typing import IO

from rich.console import Console
from rich.text import Text

_TAB = "    "
_LONGEST = 600  # characters of a sentence


class _Console(Console):
    def on_broken_pipe(self) -> None:
        # Rich would end the program here, with a status of its own.
        raise BrokenPipeError


class Screen:
    """Writes lines. Whatever comes from a text is shown as it is, but cannot command the terminal."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        # Looked up now, not at import: tests and pipes put another stream there.
        self._console = _Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)

    @property
    def is_terminal(self) -> bool:
        return self._console.is_terminal

    @property
    def width(self) -> int:
        return self._console.width

    def line(self, text: str = "", style: str = "", *, indent: int = 0) -> None:
        """One paragraph; its own line breaks become spaces."""
        said = " ".join(safe(text).split())
        self._put(said, style, " " * indent)

    def verbatim(self, text: str, style: str = "") -> None:
        """Text with its own line breaks and spaces."""
        self._console.print(Text(safe(text), style=style), soft_wrap=True)

    def heading(self, text: str, beside: str = "") -> None:
        self._console.print()
        self._console.print(Text.assemble((safe(text), "bold"), (f"  {safe(beside)}" if beside else "", "dim")), soft_wrap=True)

    def pieces(self, *pieces: tuple[str, str]) -> None:
        """One line of (text, style), exactly as given."""
        self._console.print(Text.assemble(*((safe(text), style) for text, style in pieces)), soft_wrap=True)

    def quote(self, text: str, *, indent: int = 4) -> None:
        """A sentence, in quotation marks; a very long one is cut."""
        said = " ".join(safe(text).split())
        self._put(f"“{said if len(said) <= _LONGEST else said[: _LONGEST - 1] + '…'}”", "", " " * indent)

    def _put(self, said: str, style: str, indent: str) -> None:
        if self.is_terminal and said:
            said = textwrap.fill(
                said, max(self.width, 30), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
            )
        else:
            said = indent + said if said else ""
        self._console.print(Text(said, style=style), soft_wrap=True)


def number(count: int, noun: str, plural: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def safe(text: str) -> str:
    """`text` without characters that a terminal would obey: escapes, bells, marks that turn the direction of writing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c == "\n" else _TAB if c == "\t" else "\ufffd" if _commands(c) else c for c in text)


def _commands(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cs") or (category == "Cf" and character in _TURNING)


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
