"""What a state declares that it stands for, aims at, promises, or will not bear."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = ("principle", "aim", "commitment", "red-line")


class Principle(Record, frozen=True, kw_only=True):
    """`statement` is short and in the words of the text; `condition` is the term it hangs on.

    `holder` is null where nobody is named who promises it ("it was pledged that ...").
    """

    table: ClassVar[str] = "principles"

    holder: str | None = None
    kind: str
    statement: str
    condition: str | None = None
    topic: str | None = None
