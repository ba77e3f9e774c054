"""Lists of states that stand side by side in a text, and whom "the six parties" and "the others" mean by them."""

from __future__ import annotations

import bisect
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


def _end(group: Group) -> int:
    return group.end


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

    @cached_property
    def _ends(self) -> list[int]:
        return [g.end for g in self.lists]

    def group(self, offset: int, number: int | None, *, others: bool) -> tuple[str, ...]:
        """Whom "the six parties", "the other parties" at `offset` mean: the last list before it of so many; `others`
        leaves out the one of them that was named last.
        """
        floor = self._theme.text.rfind("\n", 0, offset) + 1
        before = bisect.bisect_right(self._ends, offset)
        if number is not None and number > 2 and not (before and self.lists[before - 1].start >= floor):
            near = self._sections.named(offset, number + others)
            if near and not others:
                return near
        lists = self.lists if number is None else self._sized.get(number + others, [])
        last = bisect.bisect_right(lists, offset, key=_end)
        if not last:
            return ()
        codes = lists[last - 1].codes
        if not others:
            return codes
        parties, at = self._theme.parties, bisect.bisect_left(self._theme.starts, offset)
        told = next((parties[i].code for i in range(at - 1, -1, -1) if parties[i].code in codes), None)
        return tuple(c for c in codes if c != told)

    @cached_property
    def _sized(self) -> dict[int, list[Group]]:
        """The lists by how many they name."""
        out: dict[int, list[Group]] = {}
        for group in self.lists:
            out.setdefault(len(group.codes), []).append(group)
        return out

    def rest(self, codes: tuple[str, ...], offset: int) -> tuple[str, ...]:
        """The one of a list before `offset` who is not among `codes`, which are all the others."""
        if len(codes) < 3:
            return ()
        for group in self.lists[: bisect.bisect_right(self._ends, offset)]:
            if len(set(group.codes) - set(codes)) == 1 and set(codes) < set(group.codes):
                return tuple(c for c in group.codes if c not in codes)
        return ()

    @cached_property
    def has_others(self) -> bool:
        """Whether the text tells of "the other parties", and so of more than two, and lists none."""
        return not self.lists and _OTHERS.search(self._theme.text) is not None and "parties" in self._theme.text

    @cached_property
    def _only(self) -> tuple[str, ...]:
        """The one list of a text; empty where it has several or none."""
        return self.lists[0].codes if len({frozenset(g.codes) for g in self.lists}) == 1 else ()

    def fellows(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The others of the one list of states that a text has, of which `codes` are: whom a promise made at their talks is to."""
        return tuple(c for c in self._only if c not in codes) if set(codes) < set(self._only) else ()

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
