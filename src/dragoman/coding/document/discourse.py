"""What a text as a whole says of its parties: which two it is between, which groups it lists, who stands opposite whom."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from dragoman.coding.document.exchanges import Exchanges
from dragoman.coding.document.groups import Group, Groups
from dragoman.coding.document.pairs import Pairs
from dragoman.coding.document.sections import Sections
from dragoman.coding.document.themes import Theme
from dragoman.lexicon.words import alternatives

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene
    from dragoman.coding.names.mentions import Mention

# So many sentences back two have dealt with each other who are told of one after the other.
_TOGETHER = 4
# "Asked Peru to convey the demand": who carries a message is not who it is meant for.
CARRIES = re.compile(rf"\s(?:\w+ )?to (?:{alternatives('carrying-words')})\b")


class Discourse(Theme):
    """What the text is on, with its sections, its lists and its pairs."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._sections = Sections(self)
        self._groups = Groups(self, self._sections)
        self._pairs = Pairs(self, self._sections)
        self._exchanges = Exchanges(self)

    def pair(self, offset: int) -> list[str]:
        """The two states that "the two countries" at `offset` means, or none."""
        return self._pairs.pair(offset)

    def two(self, offset: int) -> list[str]:
        """The two states that the text at `offset` is between, where it leaves no doubt; else none."""
        return self._pairs.two(offset)

    def two_near(self, offset: int) -> list[str]:
        """The two of whom the words before `offset` tell."""
        return self._pairs.two_near(offset)

    def near_pair(self, offset: int) -> list[str]:
        """The only two that are named right before `offset`, or in the title; none where somebody speaks."""
        return self._pairs.near(offset)

    def sectioned(self, offset: int) -> list[str]:
        """The state that an overview is of, and the one party that the heading over `offset` names beside it, or none."""
        return self._sections.at(offset)

    @property
    def groups(self) -> list[Group]:
        """Lists of three or more states, in text order."""
        return self._groups.lists

    def group(self, offset: int, number: int | None, *, others: bool) -> tuple[str, ...]:
        """Whom "the six parties", "the other parties" at `offset` mean."""
        return self._groups.group(offset, number, others=others)

    @property
    def has_others(self) -> bool:
        """Whether the text tells of "the other parties", and so of more than two, and lists none."""
        return self._groups.has_others

    def fellows(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The others of the one list of states that a text has, of which `codes` are."""
        return self._groups.fellows(codes)

    def opposite(self, codes: tuple[str, ...], start: int, *, answers: bool = False) -> tuple[str, ...]:
        """Whom an act of `codes` in the sentence that begins at `start` is towards, where the sentence does not say; what
        `answers` a deed is towards whoever that was told of, though they had no dealings before.

        Those named beside them in the sentences before, in the same paragraph; else the other of two that the text is
        between; else the state that the whole text is about.
        """
        if self.body is not None:
            return (self.body,) if self.body not in codes else ()
        if others := self._groups.rest(codes, start) or self._headed(codes, start):
            return others
        floor = self.text.rfind("\n", 0, start) + 1
        before = [(s, e) for s, e in self.scene.before(start, 2) if s >= floor]
        left_out = self._groups.left_out(codes, *before[0]) if before else ()
        if left_out:
            return left_out
        for begin, end in before:
            if (told := self._told_beside(codes, begin, end, answers=answers)) is not None:
                return told or self._facing_at(codes, start)
        return self._facing_at(codes, start)

    def is_asked(self, offset: int) -> bool:
        """Whether somebody asks there, and does not answer."""
        return self._exchanges.is_asked(offset)

    def _facing_at(self, codes: tuple[str, ...], start: int) -> tuple[str, ...]:
        """The other side at `start`: in a briefing that of the question, else that of the text."""
        asked = self._exchanges.others(codes, start)
        return self.facing(codes) if asked is None else asked

    def _headed(self, codes: tuple[str, ...], start: int) -> tuple[str, ...]:
        """Whom a text is on besides `codes`, by its heading or title: an overview of one state, under the heading of a partner,
        or on whatever others do; a page on the relations of two.
        """
        if self.home is not None:
            own = self._sections.at(start)
            if set(codes) < set(own):
                return tuple(c for c in own if c not in codes)
            if self.home not in codes and self.scene.document.kind in ("reference", "overview"):
                return (self.home,)
        if self.scene.document.kind == "reference" and len(self.titled) == 2 and set(codes) < set(self.titled):
            return tuple(c for c in self.titled if c not in codes)  # in "Fiji–Tonga relations"
        return ()

    def _told_beside(self, codes: tuple[str, ...], begin: int, end: int, *, answers: bool) -> tuple[str, ...] | None:
        """Whom the sentence [begin, end) tells of besides `codes`; empty where it leaves open whom, None where it tells of nobody."""
        inside = [m for m in self.acting_in(begin, end) if not CARRIES.match(self.text, m.end)]
        inside = [m for m in inside if self.text[max(0, m.start - 4) : m.start].lower() not in ("pro-", "nti-")]
        side_by_side = self._groups.side_by_side(inside[:1], inside[1:]) if inside else []
        together = {m.code for m in side_by_side}
        if len(together) > 1 and together & set(codes) and self.about is not None and self.about not in together:
            return (self.about,)  # "Australia and Fiji suspended aid. Australia recalled its envoy", in a text on a third
        opening = side_by_side if inside and inside[0].start < begin + 5 else []
        # Who opens a sentence acts in it; a state named once elsewhere in it is told in passing.
        known = [m for m in inside if m.kind == "deixis" or m in opening or self.often[m.code or ""] > 1]
        others = [m for m in known if m.code not in codes and not self.is_placed(m)]
        alone = {m.code for m in inside if m.code not in codes and not self.is_placed(m)}
        if len(alone) == 1 and not alone & self.scene.knowledge.territories and any(m.code in codes for m in inside):
            return tuple(c for c in alone if c)
        named = {m.code for m in self.scene.within(begin, end) if m.code in self.scene.knowledge.states}
        told = self.scene.document.speaker_state is not None or (answers and len(named - set(codes)) == 1)
        if others and not told and not self._met_before(codes, others, end):
            return ()  # a third that comes in may turn to any of those told of
        if others and self._groups.side_by_side(others[:1], others[1:]) == others:
            return tuple(dict.fromkeys(m.code or "" for m in others))
        if not others:
            return None
        return (others[0].code or "",) if len({m.code for m in others}) == 1 else ()

    def _met_before(self, codes: tuple[str, ...], others: list[Mention], end: int) -> bool:
        """Whether one of `codes` and `others` have been told of in one sentence before `end`, or nobody else has."""
        theirs = {m.code for m in others}
        known = theirs | set(codes)
        if all(m.code in known for m in takewhile(lambda m: m.start < end, self.acting)):
            return True
        for start, stop in self.scene.before(end, _TOGETHER):
            told = {m.code for m in self.acting_in(start, stop)}
            if told & set(codes) and told & theirs:
                return True
        return False

    def facing(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The other of two that the text is between; else the state that it is about, for anybody else."""
        if self.between and set(codes) & set(self.between):
            return tuple(c for c in self.between if c not in codes)
        if self.about in self.between and self.about is not None:
            return (self.about,)
        if not self.most or self.most[0][0] in codes or self.most[0][1] < 3:
            titled = self.titled[:1] if len(self.titled) == 1 and self.about in self.titled else []
            return tuple(c for c in titled if c not in codes)
        rest = [n for c, n in self.most[1:] if c not in codes]
        return (self.most[0][0],) if not rest or self.most[0][1] >= 2 * rest[0] else ()
