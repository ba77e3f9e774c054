"""What somebody says is so."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record

KINDS = ("quantity", "status", "existence", "legal")
COMPARATORS = ("=", ">", ">=", "<", "<=", "~")


class Claim(Record, frozen=True, kw_only=True):
    """`measure` is a plural noun in kebab case, `unit` a singular noun or ISO code, "none" is value 0.

    What cannot be read as a number stays in `value_text`. Rulings:

    - `claimed_by` is the innermost asserter, and `reported_by` ends with it: who denies, declares, calls or claims
      something is a source that the sentence names. Several who say it together ("KOR+USA") make a row each. It is null
      where the innermost asserter has no code ("experts"), and where nobody with a code speaks.
    - A denied statement is kept in the positive and `denied` is true: the words of the text without those that deny it
      ("can be a legal ground" of "cannot be"; "has A or B" of "has neither A nor B"; "[has] standing" of "lacks standing").
      Of nothing counted (`value` 0) the statement keeps its "no", and `denied` is false.
    - `subject` is whose number, status or deed it is: who judges or denies is it only where the denied words have no subject
      of their own, and a place is not where what is counted moves (troops). Several make a row each.
    - A change by so much is a measure of its own (`exports-decreases`): the number is not how much there is.
    - `as_of` is the date that a number or status holds for, not when somebody said so.
    - Where a statement's subject stands apart, "…" stands between both.
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
