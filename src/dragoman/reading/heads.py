"""What the head of a page or item says of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.reading.days import Day
from dragoman.reading.outlets import Medium


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in the head of a page.

    `label`: date, answered, asked, updated, captured, or bare; `above`: it stands over the title; `clock`: the hour stands
    beside it.
    """

    day: Day
    label: str = "bare"
    above: bool = False
    weekday: str | None = None
    clock: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What the header lines of an item say. `soft`: a line that would be the title were there no other."""

    stamps: tuple[Stamp, ...] = ()
    outlet: Medium | None = None
    publisher: str | None = None
    publisher_state: str | None = None
    author: str | None = None
    url: str | None = None
    place: str | None = None
    title: str | None = None
    kicker: str | None = None
    speaker: str | None = None
    addressee: str | None = None
    occasion: str | None = None
    bulletin: bool = False
    soft: bool = field(default=False, compare=False)

    def with_(self, other: Head, *, above: bool) -> Head:
        """This head and another line's; what is known already stays."""
        stamps = tuple(replace(s, above=above) for s in other.stamps)
        return Head(
            (*self.stamps, *stamps),
            self.outlet or other.outlet,
            self.publisher or other.publisher,
            self.publisher_state or other.publisher_state,
            self.author or other.author,
            self.url or other.url,
            self.place or other.place,
            self.title or other.title,
            self.kicker or other.kicker,
            self.speaker or other.speaker,
            self.addressee or other.addressee,
            self.occasion or other.occasion,
            self.bulletin or other.bulletin,
        )
