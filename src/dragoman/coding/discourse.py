"""What a text as a whole says of its parties: which two it is between, which groups it lists, who stands opposite whom."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.lexicon.words import alternatives

if TYPE_CHECKING:
    from dragoman.coding.mentions import Mention
    from dragoman.coding.scene import Scene

_BESIDE = re.compile(r"\s?[-–—/]\s?|,? and (?:the )?|(?:'s|’s)? (?:relations|ties|talks|cooperation) with (?:the )?")
_LISTED = re.compile(
    r",? (?:and |or )?(?:the )?(?:(?:provisional |transitional )?(?:Republic|Kingdom|State|[Gg]overnment) of )?"
)
# "Asked Peru to convey the demand": who carries a message is not who it is meant for.
CARRIES = re.compile(rf"\s(?:\w+ )?to (?:{alternatives('carrying-words')})\b")
_OTHERS = re.compile(r"\bthe (?:\w+ )?other (?:\w+ )?(?:parties|states|countries|sides)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near|from|to|outside)\s(?:the )?$")
# How far back "the two countries" looks for its pair, in characters.
PAIR_REACH = 1500
# A text is between two states where they are named so often, and the third at most half as often as the second.
_ENOUGH = 5
# The second of two that a text is between is named at least so often as the first divided by this.
_SHARE = 5
# The heading of a section is no longer than this, in characters.
_HEADING = 80
# Unions that states deal with as with a state.
UNIONS = frozenset({"EU", "ASEAN", "AU", "GCC", "EAEU", "MERCOSUR", "EFTA"})
# A text is about a state that it names so often, and the next at most half as often.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Group:
    """States that a text lists side by side in [start, end)."""

    start: int
    end: int
    codes: tuple[str, ...]


class Discourse:
    """The parties of one document, found from its mentions alone."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.document.text
        self._named = [m for m in scene.mentions if m.code in scene.knowledge.states and m.kind != "place"]
        self._parties = [m for m in self._named if m.kind != "deixis"]
        # "In Geneva", "HANOI, March 1 -": where something is, not who does it.
        self._acting = [m for m in self._named if m.kind not in ("capital", "seat") or not self._is_placed(m, opening=True)]
        self._starts = [m.start for m in self._parties]
        self._acting_starts = [m.start for m in self._acting]

    def _acting_in(self, start: int, end: int) -> list[Mention]:
        """Those who act that begin in [start, end)."""
        first = bisect.bisect_left(self._acting_starts, start)
        return self._acting[first : bisect.bisect_left(self._acting_starts, end)]

    def _is_placed(self, mention: Mention, *, opening: bool = False) -> bool:
        before = self._text[max(0, mention.start - 13) : mention.start]
        return _PLACED.search(before) is not None or (opening and (not before or before.endswith("\n")))

    @cached_property
    def most(self) -> list[tuple[str, int]]:
        """The states that the text names with how often, most often first."""
        counts = Counter(m.code or "" for m in self._parties)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(dict(self.most))

    @cached_property
    def between(self) -> tuple[str, ...]:
        """The two states that the whole text is between: the only two of its title, or the two that it names far more
        often than any other; empty where it is not of two.
        """
        if len(self.joint) == 2:
            return self.joint
        speaker = self._scene.document.speaker_state
        if len(self._titled) == 1 and speaker is not None and speaker not in self._titled and "+" not in speaker:
            return tuple(sorted([*self._titled, speaker]))  # a state's "Statement on Relations with Chad"
        if len(self._titled) == 2:
            return tuple(sorted(self._titled))
        spoken = Counter(m.code or "" for m in self._acting)
        ranked = sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or sum(spoken.values()) < _ENOUGH or ranked[1][1] < 2:
            return ()
        first, second = (self._often[code] for code, _ in ranked[:2])
        if first > _SHARE * second:
            return ()
        third = ranked[2][1] if len(ranked) > 2 else 0
        return tuple(sorted((ranked[0][0], ranked[1][0]))) if 2 * third <= ranked[1][1] else ()

    @cached_property
    def joint(self) -> tuple[str, ...]:
        """Those who speak together in a joint text."""
        first = next(iter(self._scene.document.reported_by), "")
        return tuple(first.split("+")) if "+" in first else ()

    @cached_property
    def _titled(self) -> list[str]:
        """The states that the title names otherwise than by a town."""
        line = self._text.find("\n") if self._scene.document.title else 0
        return list(dict.fromkeys(m.code or "" for m in self._parties if m.end <= line and m.kind not in ("capital", "seat")))

    @cached_property
    def about(self) -> str | None:
        """The one state whose affairs a text without a speaker tells of, and whose "the Government" and "Parliament" are: the
        only one of its title, the one that it names far more often than any other, or the only one that it begins with.
        """
        if self._scene.document.dateline_place or self._scene.document.speaker_state:
            return None
        if len(self._titled) == 1:
            return self._titled[0]
        if len(self._titled) > 1:
            return None
        if self.most and self.most[0][1] >= _OFTEN and (len(self.most) < 2 or self.most[0][1] >= 2 * self.most[1][1]):
            return self.most[0][0]
        begin = self._text.find("\n") if self._scene.document.title else 0
        first = next(((s, e) for s, e in self._scene.spans if s >= begin), None)
        opening = {m.code or "" for m in self._acting if first and first[0] <= m.start < first[1]}
        return opening.pop() if len(opening) == 1 else None

    @cached_property
    def home(self) -> str | None:
        """The one state that an overview or history is of, which "the country" means there and where what others do is done."""
        document = self._scene.document
        if document.kind == "overview" and document.speaker_state in self._scene.knowledge.states:
            return document.speaker_state
        if document.kind == "reference" or (document.kind == "overview" and document.speaker_state is None):
            return self.about
        return self.about if document.kind == "article" and len(self._titled) == 1 else None

    def pair(self, offset: int) -> list[str]:
        """The two states that "the two countries" at `offset` means, or none.

        Those that the whole text is between; else, where nobody speaks, `near_pair`; else those named side by side before it
        ("DPRK-Russia", "Chile and Peru"); else the speaker and whom the text speaks of most; else the last two named.
        """
        if self.between and (self.joint or not self._is_of_others(offset)):
            return list(self.between)
        near, section = self.near_pair(offset), self.sectioned(offset)
        if section and near and self.home not in near and set(near) & set(section):
            near = section  # "Libya helped Uganda. The OAU criticized both sides", under "The war with Uganda"
        near = near or section or self._with_speaker(offset) or self._named_beside(offset) or self._beside_speaker(offset)
        if near or (near := self._interviewed):
            return list(near)
        last = bisect.bisect_right(self._starts, offset)
        window = self._parties[bisect.bisect_left(self._starts, offset - PAIR_REACH) : last]
        before = [m for m in window if m.end <= offset]
        for first, second in reversed(list(pairwise(before))):
            if first.code != second.code and _BESIDE.fullmatch(self._text[first.end : second.start]):
                return sorted([first.code or "", second.code or ""])
        speaker = self._scene.speaker(offset)
        others = [c for c, _ in self.most if c != speaker]
        if speaker and others:
            return sorted([speaker, others[0]])
        named = list(dict.fromkeys(m.code or "" for m in reversed(before)))
        counts = Counter(m.code or "" for m in before)
        # Whom a text is about are the two, even where a third is named in passing in between.
        main = [code for code, n in counts.most_common(2) if n > 1]
        third = max((n for code, n in counts.items() if code not in main), default=0)
        if len(main) == 2 and counts[main[1]] > third and set(main) & set(named[:2]):
            return sorted(main)
        return sorted(named[:2]) if len(named) > 1 else []

    def two(self, offset: int) -> list[str]:
        """The two states that the text at `offset` is between, where it leaves no doubt; else none."""
        return self._interviewed or list(self.between) or self.near_pair(offset) or self._named_beside(offset)

    @cached_property
    def _interviewed(self) -> list[str]:
        """Who asks and who answers, where a state's medium interviews somebody who speaks for another."""
        document = self._scene.document
        both = [c for c in self._scene.knowledge.states if c in (document.speaker_state, *document.reported_by[:1])]
        return sorted(both) if document.kind == "interview" and len(both) == 2 else []

    def _with_speaker(self, offset: int) -> list[str]:
        """ "We ask Chad to keep what the two countries agreed": who speaks, and the only other that the sentence names before."""
        speaker, spans = self._scene.speaker(offset), self._scene.spans
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        if speaker is None or at < 0:
            return []
        codes = {m.code or "" for m in self._acting_in(spans[at][0], offset)}
        return sorted(codes) if speaker in codes and len(codes) == 2 else []

    def _named_beside(self, offset: int) -> list[str]:
        """The speaker and whom its paragraph names side by side with it: "Peru slanders the relations between the two countries:
        Chad-Mali cooperation is no threat".
        """
        speaker = self._scene.speaker(offset)
        end = self._text.find("\n", offset)
        begin = bisect.bisect_left(self._starts, self._text.rfind("\n", 0, offset) + 1)
        here = self._parties[begin : bisect.bisect_left(self._starts, end if end >= 0 else len(self._text))] if speaker else []
        for first, second in pairwise(here):
            if speaker in (first.code, second.code) and first.code != second.code:
                if _BESIDE.fullmatch(self._text[first.end : second.start]):
                    return sorted([first.code or "", second.code or ""])
        return []

    def _beside_speaker(self, offset: int) -> list[str]:
        """The speaker and the only other state that its paragraph names before `offset`, or that opens it: "Russia is our main
        partner. The presidents of the two countries ...".
        """
        speaker = self._scene.speaker(offset)
        if speaker not in self._scene.knowledge.states or speaker is None:
            return []
        begin = self._text.rfind("\n", 0, offset) + 1
        others = self._named_within(begin, offset) - {speaker}
        if not others:  # "a balanced relationship with the EU ... the two sides will open talks"
            others = {m.code for m in self._scene.within(begin, offset) if m.code in UNIONS}
        return sorted([speaker, others.pop() or ""]) if len(others) == 1 else []

    def two_near(self, offset: int) -> list[str]:
        """The two of whom the words before `offset` tell: `near_pair`; where somebody speaks, they and the only other state of
        that sentence, or else of the one before, or else of the paragraph.
        """
        speaker, spans = self._scene.speaker(offset), self._scene.spans
        if speaker is None or speaker not in self._scene.knowledge.states or not spans:
            return self.near_pair(offset)
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        floor = self._text.rfind("\n", 0, offset) + 1
        for start, end in ((spans[max(at, 0)][0], offset), *([spans[at - 1]] if at > 0 and spans[at - 1][0] >= floor else [])):
            others = {m.code or "" for m in self._acting_in(start, end)} - {speaker}
            if others:
                return sorted([speaker, *others]) if len(others) == 1 else sorted(others) if len(others) == 2 else []
        return self._beside_speaker(offset)

    @cached_property
    def only_two(self) -> tuple[str, ...]:
        """The two states of a text that names no third."""
        return tuple(sorted(c for c, _ in self.most)) if len(self.most) == 2 else ()

    def near_pair(self, offset: int) -> list[str]:
        """The only two states that the sentence of `offset` names before it, or else the sentence before in its paragraph,
        or else the title; none where somebody speaks.
        """
        spans = self._scene.spans
        if self._scene.speaker(offset) is not None or not spans:
            return []
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        begin = spans[at][0] if at >= 0 else 0
        stretches = [(begin, offset)]
        if at > 0 and "\n" not in self._text[spans[at - 1][1] - 1 : begin]:
            stretches.append((spans[at - 1][0], begin))
        for start, end in stretches:
            named = self._named_within(start, end)
            if named:
                # "The ministers of Peru and Chile met in Quito": where they met is no party.
                acting = {m.code or "" for m in self._acting_in(start, end) if m.kind != "deixis"}
                pairs = [codes for codes in (named, acting) if len(codes) == 2]
                if pairs:
                    return sorted(pairs[0])
                plain = {m.code or "" for m in self._parties if start <= m.start < end and m.kind not in ("capital", "seat")}
                section = set(self.sectioned(offset))
                if section and len(plain) == 1 and not plain <= section:
                    return sorted(section)  # "A mediated, and both governments ...", under "The war with B"
                if len(plain) == 1 and self.about:
                    plain |= {self.about}
                if len(plain) == 2:
                    return sorted(plain)
                if acting or plain:
                    break  # but "meeting in Lima" names no party
        title = self._named_within(0, max(self._text.find("\n"), 0))
        return sorted(title) if len(title) == 2 else []

    def _named_within(self, start: int, end: int) -> set[str]:
        """The states named in [start, end), otherwise than by a word such as "we"."""
        first = bisect.bisect_left(self._starts, start)
        return {m.code or "" for m in self._parties[first : bisect.bisect_left(self._starts, end)] if m.end <= end}

    def _is_of_others(self, offset: int) -> bool:
        """Whether the paragraph at `offset` names a third state more often than one of the two."""
        begin, end = self._text.rfind("\n", 0, offset) + 1, self._text.find("\n", offset)
        here = Counter(m.code for m in self._named if begin <= m.start and (m.start < end or end < 0))
        least = min(here[code] for code in self.between)
        return any(n > least for code, n in here.items() if code not in self.between)

    @cached_property
    def groups(self) -> list[Group]:
        """Lists of three or more states, in text order."""
        out: list[Group] = []
        run: list[Mention] = []
        for mention in [*(m for m in self._parties if m.kind == "name"), None]:
            if mention is not None and run and _LISTED.fullmatch(self._text[run[-1].end : mention.start]):
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
        floor = self._text.rfind("\n", 0, offset) + 1
        if number is not None and number > 2 and not any(floor <= g.start and g.end <= offset for g in self.groups):
            near = self._section(offset, number + others)
            if near and not others:
                return near
        for group in reversed([g for g in self.groups if g.end <= offset]):
            if number is not None and len(group.codes) != number + others:
                continue
            if not others:
                return group.codes
            last = next((m.code for m in reversed(self._parties) if m.start < offset and m.code in group.codes), None)
            return tuple(c for c in group.codes if c != last)
        return ()

    def sectioned(self, offset: int) -> list[str]:
        """The state that an overview is of, and the one party that the heading over `offset` names beside it, or none."""
        at = bisect.bisect_right(self._headings, (offset, "~")) - 1
        party = self._headings[at][1] if at >= 0 else ""
        return sorted([self.home, party]) if party and self.home is not None else []

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """Where the sections of an overview begin, each with the one party besides its state that the heading names, or ""."""
        out: list[tuple[int, str]] = []
        if not self.home:
            return out
        for line in re.finditer(r"[^\n]+", self._text):
            start, end = line.span()
            if end - start < _HEADING and "|" not in line[0] and not line[0].rstrip().endswith((".", ";", ":", ",")):
                named = (m for m in self._scene.within(start, end) if m.kind in ("name", "organisation", "alias"))
                codes = {m.code for m in named if m.code and start <= m.start and m.end <= end} - {self.home}
                out.append((start, codes.pop() if len(codes) == 1 else ""))
            elif party := self._run_in(start, end):
                out.append((start, party))
        return out

    def _run_in(self, start: int, end: int) -> str:
        """The party that alone opens a paragraph, as "Chad. Relations with N'Djamena have been ..." does; else ""."""
        first = next(
            (m for m in self._scene.within(start, min(start + _HEADING, end)) if m.kind in ("name", "organisation")), None
        )
        if first is None or first.code == self.home or self._text[start : first.start].lower() not in ("", "the "):
            return ""
        return first.code or "" if self._text[first.end : first.end + 2] in (". ", ": ") else ""

    def _section(self, offset: int, number: int) -> tuple[str, ...]:
        """The states of the paragraph before `offset`, of the heading over it, and of the whole text, where they are so many."""
        floor = self._text.rfind("\n", 0, offset) + 1
        above = self._text.rfind("\n", 0, max(0, floor - 1)) + 1
        codes = self._named_within(floor, offset)
        headed = floor - above < _HEADING and not self._text[above:floor].rstrip().endswith(".")
        for more in (set(), self._named_within(above, floor) if headed else set(), {self.home} - {None}):
            codes = codes | {c for c in more if c}
            if len(codes) == number:
                return tuple(sorted(codes))
        return ()

    @cached_property
    def has_others(self) -> bool:
        """Whether the text tells of "the other parties", and so of more than two, and lists none."""
        return not self.groups and _OTHERS.search(self._text) is not None and "parties" in self._text

    def fellows(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The others of the one list of states that a text has, of which `codes` are: whom a promise made at their talks is to."""
        lists = {frozenset(g.codes) for g in self.groups}
        if len(lists) != 1 or not set(codes) < set(self.groups[0].codes):
            return ()
        return tuple(c for c in self.groups[0].codes if c not in codes)

    def opposite(self, codes: tuple[str, ...], start: int) -> tuple[str, ...]:
        """Whom an act of `codes` in the sentence that begins at `start` is towards, where the sentence does not say.

        Those named beside them in the sentences before, in the same paragraph; else the other of two that the text is
        between; else the state that the whole text is about.
        """
        for group in self.groups:
            if (
                len(codes) > 2
                and group.end <= start
                and len(set(group.codes) - set(codes)) == 1
                and set(codes) < set(group.codes)
            ):
                return tuple(c for c in group.codes if c not in codes)
        if self.home is not None:  # in an overview, under the heading of a partner, or of whatever others do
            own = self.sectioned(start)
            if set(codes) < set(own):
                return tuple(c for c in own if c not in codes)
            if self.home not in codes and self._scene.document.kind in ("reference", "overview"):
                return (self.home,)
        if self._scene.document.kind == "reference" and len(self._titled) == 2 and set(codes) < set(self._titled):
            return tuple(c for c in self._titled if c not in codes)  # in "Fiji–Tonga relations"
        floor = self._text.rfind("\n", 0, start) + 1
        before = [(s, e) for s, e in self._scene.before(start, 2) if s >= floor]
        left_out = self._left_out(codes, *before[0]) if before else ()
        if left_out:
            return left_out
        for begin, end in before:
            inside = [m for m in self._acting_in(begin, end) if not CARRIES.match(self._text, m.end)]
            together = {m.code for m in self._run(inside[:1], inside[1:])} if inside else set()
            if len(together) > 1 and together & set(codes) and self.about is not None and self.about not in together:
                return (self.about,)  # "Australia and Fiji suspended aid. Australia recalled its envoy", in a text on a third
            opening = self._run(inside[:1], inside[1:]) if inside and inside[0].start < begin + 5 else []
            # Who opens a sentence acts in it; a state named once elsewhere in it is told in passing.
            known = [m for m in inside if m.kind == "deixis" or m in opening or self._often[m.code or ""] > 1]
            others = [m for m in known if m.code not in codes]
            others = [m for m in others if not self._is_placed(m)]
            alone = {m.code for m in inside if m.code not in codes and not self._is_placed(m)}
            if len(alone) == 1 and not alone & self._scene.knowledge.territories and any(m.code in codes for m in inside):
                return tuple(c for c in alone if c)
            if others and self._run(others[:1], others[1:]) == others:
                return tuple(dict.fromkeys(m.code or "" for m in others))
            if len({m.code for m in others}) > 1:
                break
            if others:
                return (others[0].code or "",)
        return self.facing(codes)

    def _left_out(self, codes: tuple[str, ...], begin: int, end: int) -> tuple[str, ...]:
        """The one beside whom [begin, end) tells of "the five other parties", where `codes` are of these."""
        for found in _OTHERS.finditer(self._text, begin, end):
            others = self.group(found.start(), None, others=True)
            group = self.group(found.start(), None, others=False)
            if set(codes) <= set(others) and len(others) == len(group) - 1:
                return tuple(c for c in group if c not in others)
        return ()

    def _run(self, first: list[Mention], after: list[Mention]) -> list[Mention]:
        """`first` with those of `after` that are listed beside them without a word between."""
        for mention in after:
            if not _LISTED.fullmatch(self._text[first[-1].end : mention.start]):
                break
            first = [*first, mention]
        return first

    def facing(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The other of two that the text is between; else the state that it is about, for anybody else."""
        if self.between and set(codes) & set(self.between):
            return tuple(c for c in self.between if c not in codes)
        if self.about in self.between and self.about is not None:
            return (self.about,)
        if not self.most or self.most[0][0] in codes or self.most[0][1] < 3:
            titled = self._titled[:1] if len(self._titled) == 1 and self.about in self._titled else []
            return tuple(c for c in titled if c not in codes)
        rest = [n for c, n in self.most[1:] if c not in codes]
        return (self.most[0][0],) if not rest or self.most[0][1] >= 2 * rest[0] else ()
