"""What a text tells of who speaks in it, and what is made of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.reading.lines import plain
from dragoman.reading.outlets import Medium
from dragoman.reading.turns import Turn

_ASIDE = re.compile(r"[(\[][^()\[\]]{3,240}[)\]]\.?")
# A line of its own over a text that says what the text is: "(Joint text of the two sides.)", "Joint declaration".
_JOINT = re.compile(
    r"[(\[]?(?:(?:full |abridged )?text of the )?joint (?:text|statement|communiqu[eé]|declaration|press statement)"
    r"(?:,? (?:of|on|by|as|between|rendered|adopted|issued|in|translated)\b[^.]{0,120})?[.:]?[)\]]?\.?",
    re.IGNORECASE,
)
# A title over the points of one: "Joint Declaration of A and B: Main Points", "A-B Joint Communiqué: Summary".
_PREFIX = re.compile(r"[A-Z][\w']+(?:[-–—][A-Z]\w+)+ ")
_POINTS = re.compile(r"(?:main |key )?points|summary|digest|extracts?|excerpts?|abridged|(?:full )?text", re.IGNORECASE)
# Kinds that tell of joint texts rather than give one.
_TELLING_OF = frozenset({"news", "teaser", "reference", "overview", "commentary", "editorial", "interview", "briefing"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words a document is. `joint`: the codes of all who speak in a joint text; then the other fields are None."""

    name: str | None = None
    office: str | None = None
    state: str | None = None
    joint: tuple[str, ...] = ()
    addressee: str | None = None
    occasion: str | None = None
    medium: Medium | None = None


@dataclass(frozen=True)
class Telling:
    """What a text tells of its speaker: its kind, title and paragraphs, turns, and who carried it.

    `seated`: its dateline is of a town where organisations sit, so that the host state need not speak.
    """

    kind: str
    title: str
    paragraphs: Sequence[str]
    turns: Sequence[Turn | None]
    outlet: Medium | None = None
    publisher_state: str | None = None
    author: str | None = None
    labelled: str | None = None
    home: str | None = None
    voice: str | None = None
    seated: bool = False

    @cached_property
    def lead(self) -> str:
        """The first paragraphs, notes in brackets apart."""
        told = [p for p in self.paragraphs[:4] if not _ASIDE.fullmatch(p)]
        return plain("\n".join(told)[:700])

    @property
    def introduction(self) -> str:
        """The title, and what is told before the first turn."""
        told = (p for p, t in zip(self.paragraphs, self.turns, strict=True) if t is None)
        return plain("\n".join((self.title, *told)))

    @property
    def is_joint(self) -> bool:
        """Whether the text says of itself, in its title or a line over it, that it is one of several together."""
        if self.kind in _TELLING_OF:
            return False
        name, _, rest = plain(self.title).partition(":")
        if _POINTS.fullmatch(rest.strip()) and _JOINT.fullmatch(_PREFIX.sub("", name, count=1)):
            return True
        return any(_JOINT.fullmatch(plain(p).strip()) for p in self.paragraphs[:3])
