"""Lists of states that stand side by side in a text, and whom "the six parties" and "the others" mean by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.coding.document.sections import Sections
from dragoman.coding.document.themes import Theme

if TYPE_CHECKING:
    from dragoman.coding.names.mentions import Mention

_LISTED = re.compile(
    r",? (?:and |or )?(?:[Tt]he )?(?:(?:provisional |transitional )?(?:Republic|Kingdom|State|[Gg]overnment) of )?"
)
_OTHERS = re.compile(r"\bthe (?:\w+ )?other (?:\w+ )?(?:parties|states|countries|sides)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """States that a text lists side by side in [start, end)."""

    start: int
    end: int
    codes: tuple[str, ...]


class Groups:
    """The lists of one document."""

    def __init__(self, theme: Theme, sections: Sections) -> None:
        self._theme = theme
        self._sections = sections

    @cached_property
    def lists(self) -> list[Group]:
        """Lists of three or more states, in text order."""
        out: list[Group] = []
        run: list[Mention] = []
        for mention in [*(m for m in self._theme.parties if m.kind == "name"), None]:
            if mention is not None and run and _LISTED.fullmatch(self._theme.text[run[-1].end : mention.start]):
                run.append(mention)
                continue
            if len({m.code for m in run}) > 2:
                out.append(Group(run[0].start, run[-1].end, tuple(dict.fromkeys(m.code or "" for m in run))))
            run = [mention] if mention is not None else []
        return out

    def group(self, offset: int, number: int | None, *, others: bool) -> tuple[str, ...]:
        """Whom "the six parties", "the other parties" at `offset` mean: the last list before it of so many; `others`
        leaves out the one of them that was named last.
        """
        floor = self._theme.text.rfind("\n", 0, offset) + 1
        if number is not None and number > 2 and not any(floor <= g.start and g.end <= offset for g in self.lists):
            near = self._sections.named(offset, number + others)
            if near and not others:
                return near
        for group in reversed([g for g in self.lists if g.end <= offset]):
            if number is not None and len(group.codes) != number + others:
                continue
            if not others:
                return group.codes
            last = next((m.code for m in reversed(self._theme.parties) if m.start < offset and m.code in group.codes), None)
            return tuple(c for c in group.codes if c != last)
        return ()

    @cached_property
    def has_others(self) -> bool:
        """Whether the text tells of "the other parties", and so of more than two, and lists none."""
        return not self.lists and _OTHERS.search(self._theme.text) is not None and "parties" in self._theme.text

    def fellows(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The others of the one list of states that a text has, of which `codes` are: whom a promise made at their talks is to."""
        lists = {frozenset(g.codes) for g in self.lists}
        if len(lists) != 1 or not set(codes) < set(self.lists[0].codes):
            return ()
        return tuple(c for c in self.lists[0].codes if c not in codes)

    def left_out(self, codes: tuple[str, ...], begin: int, end: int) -> tuple[str, ...]:
        """The one beside whom [begin, end) tells of "the five other parties", where `codes` are of these."""
        for found in _OTHERS.finditer(self._theme.text, begin, end):
            others = self.group(found.start(), None, others=True)
            group = self.group(found.start(), None, others=False)
            if set(codes) <= set(others) and len(others) == len(group) - 1:
                return tuple(c for c in group if c not in others)
        return ()

    def side_by_side(self, first: list[Mention], after: list[Mention]) -> list[Mention]:
        """`first` with those of `after` that are listed beside them without a word between."""
        for mention in after:
            if not _LISTED.fullmatch(self._theme.text[first[-1].end : mention.start]):
                break
            first = [*first, mention]
        return first
