"""Which two states "the two countries" are at a place of a text, by who is named near it, who speaks, and whom all of it is on."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from itertools import pairwise

from dragoman.coding.document.sections import Sections
from dragoman.coding.document.themes import Theme

# "Under the mediation of the Emir of Chad, the two presidents": whoever helps them is none of the two.
_BETWEEN_THEM = re.compile(
    r"\b(?:mediation|auspices|aegis|good offices|chairmanship) (?:of|by) (?:the )?(?:\w+ of (?:the )?)?$", re.IGNORECASE
)
_BESIDE = re.compile(r"\s?[-–—/]\s?|,? and (?:the )?|(?:'s|’s)? (?:relations|ties|talks|cooperation) with (?:the )?")
_LISTED = re.compile(r",\s(?:the\s)?")
# How far back "the two countries" looks for its pair, in characters.
PAIR_REACH = 1500
# Unions that states deal with as with a state.
UNIONS = frozenset({"EU", "ASEAN", "AU", "GCC", "EAEU", "MERCOSUR", "EFTA"})


class Pairs:
    """The pairs of one document."""

    def __init__(self, theme: Theme, sections: Sections) -> None:
        self._theme = theme
        self._sections = sections

    def pair(self, offset: int) -> list[str]:
        """The two states that "the two countries" at `offset` means, or none.

        Those that the whole text is between; else, where nobody speaks, `near`; else those named side by side before it
        ("DPRK-Russia", "Chile and Peru"); else the speaker and whom the text speaks of most; else the last two named.
        """
        near = self.near(offset) if self._theme.home is not None and len(self._theme.titled) < 2 else None
        if near is not None and self._theme.home in near:
            return near
        if self._theme.between and (self._theme.joint or not self._theme.is_of_others(offset)):
            return list(self._theme.between)
        near, section = self.near(offset) if near is None else near, self._sections.at(offset)
        if section and near and self._theme.home not in near and set(near) & set(section):
            near = section  # "Libya helped Uganda. The OAU criticized both sides", under "The war with Uganda"
        titled = self._theme.titled  # "flew to Chad. Officials of the two countries", under "Malawi and Tanzania"
        if self._theme.scene.document.kind == "news" and len(titled) == 2 and near and len(set(near) & set(titled)) == 1:
            near = sorted(titled)
        near = near or section or self._with_speaker(offset) or self._just_told(offset)
        near = near or self._named_beside(offset) or self._beside_speaker(offset)
        if near or (near := self._theme.interviewed):
            return list(near)
        before = [m for m in self._theme.parties_in(offset - PAIR_REACH, offset) if m.end <= offset]
        beside = list(pairwise(before))
        listed = {id(b) for a, b in beside if _LISTED.fullmatch(self._theme.text, a.end, b.start)}  # "A, B and C" are no two
        for first, second in reversed(beside):
            if id(first) in listed:
                continue
            if first.code != second.code and _BESIDE.fullmatch(self._theme.text[first.end : second.start]):
                return sorted([first.code or "", second.code or ""])
        speaker = self._theme.scene.speaker(offset)
        others = [c for c, _ in self._theme.most if c != speaker]
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
        return self._theme.interviewed or list(self._theme.between) or self.near(offset) or self._named_beside(offset)

    def _with_speaker(self, offset: int) -> list[str]:
        """ "We ask Chad to keep what the two countries agreed": who speaks, and the only other that the sentence names before."""
        speaker, spans = self._theme.scene.speaker(offset), self._theme.scene.spans
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        if speaker is None or at < 0:
            return []
        codes = {m.code or "" for m in self._theme.acting_in(spans[at][0], offset)}
        return sorted(codes) if speaker in codes and len(codes) == 2 else []

    def _just_told(self, offset: int) -> list[str]:
        """ "President Widodo came to Sydney. Our two countries agreed": who speaks, and whom the sentence before is about."""
        speaker, before = self._theme.scene.speaker(offset), self._theme.scene.just_before(offset)
        if speaker is None or before is None or self._theme.text[offset : offset + 4].lower() != "our ":
            return []
        codes = self._theme.named_within(*before) - {speaker}
        return sorted([speaker, *codes]) if len(codes) == 1 else []

    def _named_beside(self, offset: int) -> list[str]:
        """The speaker and whom its paragraph names side by side with it: "Peru slanders the relations between the two countries:
        Chad-Mali cooperation is no threat".
        """
        speaker = self._theme.scene.speaker(offset)
        begin, end = self._theme.text.rfind("\n", 0, offset) + 1, self._theme.text.find("\n", offset)
        here = self._theme.parties_in(begin, end if end >= 0 else len(self._theme.text)) if speaker else []
        for first, second in pairwise(here):
            if speaker in (first.code, second.code) and first.code != second.code:
                if _BESIDE.fullmatch(self._theme.text[first.end : second.start]):
                    return sorted([first.code or "", second.code or ""])
        return []

    def _beside_speaker(self, offset: int) -> list[str]:
        """The speaker and the only other state that its paragraph names before `offset`, or that opens it: "Russia is our main
        partner. The presidents of the two countries ...".
        """
        speaker = self._theme.scene.speaker(offset)
        if speaker not in self._theme.scene.knowledge.states or speaker is None:
            return []
        begin = self._theme.text.rfind("\n", 0, offset) + 1
        others = self._theme.named_within(begin, offset) - {speaker}
        if not others:  # "a balanced relationship with the EU ... the two sides will open talks"
            others = {m.code for m in self._theme.scene.within(begin, offset) if m.code in UNIONS}
        return sorted([speaker, others.pop() or ""]) if len(others) == 1 else []

    def two_near(self, offset: int) -> list[str]:
        """The two of whom the words before `offset` tell: `near`; where somebody speaks, they and the only other state of
        that sentence, or else of the one before, or else of the paragraph.
        """
        speaker, spans = self._theme.scene.speaker(offset), self._theme.scene.spans
        if speaker is None or speaker not in self._theme.scene.knowledge.states or not spans:
            return self.near(offset)
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        floor = self._theme.text.rfind("\n", 0, offset) + 1
        for start, end in ((spans[max(at, 0)][0], offset), *([spans[at - 1]] if at > 0 and spans[at - 1][0] >= floor else [])):
            others = {m.code or "" for m in self._theme.acting_in(start, end)} - {speaker}
            if others:
                return sorted([speaker, *others]) if len(others) == 1 else sorted(others) if len(others) == 2 else []
        return self._beside_speaker(offset)

    def near(self, offset: int) -> list[str]:
        """The only two states that the sentence of `offset` names before it, or else the sentence before in its paragraph,
        or else the title; none where somebody speaks.
        """
        spans = self._theme.scene.spans
        if self._theme.scene.speaker(offset) is not None or not spans:
            return []
        at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
        begin = spans[at][0] if at >= 0 else 0
        stretches = [(begin, offset)]
        if at > 0 and "\n" not in self._theme.text[spans[at - 1][1] - 1 : begin]:
            stretches.append((spans[at - 1][0], begin))
        for start, end in stretches:
            named = self._theme.named_within(start, end)
            if len(named) == 1 and end == offset and self._theme.text.endswith("between ", start, offset):
                continue  # "Kenya hosted talks between the two": who hosts them is none of them
            if named:
                # "The ministers of Peru and Chile met in Quito": where they met is no party.
                acting = {m.code or "" for m in self._theme.acting_in(start, end) if m.kind != "deixis"}
                pairs = [codes for codes in (named, acting) if len(codes) == 2]
                if pairs:
                    return sorted(pairs[0])
                parties = (m for m in self._theme.parties_in(start, end) if m.kind not in ("capital", "seat"))
                plain = {m.code or "" for m in parties if not _BETWEEN_THEM.search(self._theme.text, start, m.start)}
                section = set(self._sections.at(offset))
                if section and len(plain) == 1 and not plain <= section:
                    return sorted(section)  # "A mediated, and both governments ...", under "The war with B"
                if len(plain) == 1 and self._theme.about:
                    plain |= {self._theme.about}
                if len(plain) == 2:
                    return sorted(plain)
                if acting or plain:
                    break  # but "meeting in Lima" names no party
        title = self._theme.named_within(0, line := max(self._theme.text.find("\n"), 0))
        first = next((m.start for m in self._theme.parties_in(0, line)), 0)
        return sorted(title) if len(title) == 2 and not self._theme.is_mandate(first) else []
