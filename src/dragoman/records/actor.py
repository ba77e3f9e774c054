"""A mention of somebody who acts, or is acted upon, in foreign relations."""

from __future__ import annotations

from typing import ClassVar

from dragoman.records.base import Record


class Actor(Record, frozen=True, kw_only=True):
    """`code` is the principal's (a state or organisation), `sector` the PLOVER sector of who is named.

    `office_status`: current, former, designate. `resolved_from`: name, demonym, capital, office, pronoun, deixis.
    """

    table: ClassVar[str] = "actors"

    text: str
    code: str | None = None
    sector: str | None = None
    name: str | None = None
    office: str | None = None
    office_status: str | None = None
    scare_quoted: bool = False
    resolved_from: str = "name"
