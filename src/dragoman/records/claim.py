"""What somebody says is so."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = ("quantity", "status", "existence", "legal")
COMPARATORS = ("=", ">", ">=", "<", "<=", "~")


class Claim(Record, frozen=True, kw_only=True):
    """`measure` is a plural noun in kebab case, `unit` a singular noun or ISO code, "none" is value 0.

    What cannot be read as a number stays in `value_text`. `denied` is true where the text denies the statement.
    """

    table: ClassVar[str] = "claims"

    claimed_by: str | None = None
    kind: str
    subject: str | None = None
    measure: str | None = None
    comparator: str | None = None
    value: float | None = None
    unit: str | None = None
    value_text: str | None = None
    as_of: str | None = None
    statement: str | None = None
    denied: bool = False
    topic: str | None = None
