"""What a form of input must provide: a function from bytes to a `Form`, and the names of its files.

The nouns that it gives are in `dragoman.reading.parts` and can be had from here too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.reading.parts import Form, Hints, RawPart, flaw
from dragoman.settings import Settings

# A reader takes the bytes, the path to name in messages, and the settings. It raises SkipDocument.
Read = Callable[[bytes, str, Settings], Form]


@dataclass(frozen=True, slots=True)
class Reader:
    """`apart`: hostile input can hang or crash the libraries behind it, so it runs in a child process."""

    read: Read
    suffixes: tuple[str, ...]
    apart: bool = False


__all__ = ["Form", "Hints", "RawPart", "Read", "Reader", "flaw"]
