"""What a text as a whole is on: whom it names how often, who speaks in it, which two it is between, whose affairs it tells."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene
    from dragoman.coding.names.mentions import Mention

# Whose mandate states are, in the name of a body before them.
_MANDATE = re.compile(r"\b(?:Group|Panel|Committee|Commission|Rapporteur)\b[^,:;\n]{0,30}\b(?:on|for) (?:the )?$")
_PLACED = re.compile(r"\b(?:in|at|near|from|to|outside)\s(?:the )?$")
# A text is between two states where they are named so often, and the third at most half as often as the second.
_ENOUGH = 5
# The second of two that a text is between is named at least so often as the first divided by this.
_SHARE = 5
# A title that is the name of an organisation has so few letters besides ("The", brackets).
_ARTICLE = 6
# A text is about a state that it names so often, and the next at most half as often.
_OFTEN = 3


class Theme:
    """The parties of one document, found from its mentions alone."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.document.text
        self.named = [m for m in scene.mentions if m.code in scene.knowledge.states and m.kind != "place"]
        self.parties = [m for m in self.named if m.kind != "deixis"]
        # "In Geneva", "HANOI, March 1 -": where something is, not who does it.
        self.acting = [m for m in self.named if m.kind not in ("capital", "seat") or not self.is_placed(m, opening=True)]
        self.named_starts = [m.start for m in self.named]
        self.starts = [m.start for m in self.parties]
        self.acting_starts = [m.start for m in self.acting]

    def acting_in(self, start: int, end: int) -> list[Mention]:
        """Those who act that begin in [start, end)."""
        first = bisect.bisect_left(self.acting_starts, start)
        return self.acting[first : bisect.bisect_left(self.acting_starts, end)]

    def parties_in(self, start: int, end: int) -> list[Mention]:
        """The mentions of states that begin in [start, end)."""
        first = bisect.bisect_left(self.starts, start)
        return self.parties[first : bisect.bisect_left(self.starts, end)]

    def is_placed(self, mention: Mention, *, opening: bool = False) -> bool:
        before = self.text[max(0, mention.start - 13) : mention.start]
        return _PLACED.search(before) is not None or (opening and (not before or before.endswith("\n")))

    @cached_property
    def most(self) -> list[tuple[str, int]]:
        """The states that the text names with how often, most often first."""
        counts = Counter(m.code or "" for m in self.parties)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @cached_property
    def often(self) -> Counter[str]:
        return Counter(dict(self.most))

    @cached_property
    def between(self) -> tuple[str, ...]:
        """The two states that the whole text is between: the only two of its title, or the two that it names far more
        often than any other; empty where it is not of two.
        """
        if len(self.joint) == 2:
            return self.joint
        if self.body is not None:
            return ()
        speaker = self.scene.document.speaker_state
        if len(self.titled) == 1 and speaker is not None and speaker not in self.titled and "+" not in speaker:
            return tuple(sorted([*self.titled, speaker]))  # a state's "Statement on Relations with Chad"
        if len(self.titled) == 2:
            return tuple(sorted(self.titled))
        spoken = Counter(m.code or "" for m in self.acting)
        ranked = sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or sum(spoken.values()) < _ENOUGH or ranked[1][1] < 2:
            return ()
        first, second = (self.often[code] for code, _ in ranked[:2])
        if first > _SHARE * second:
            return ()
        third = ranked[2][1] if len(ranked) > 2 else 0
        return tuple(sorted((ranked[0][0], ranked[1][0]))) if 2 * third <= ranked[1][1] else ()

    @cached_property
    def joint(self) -> tuple[str, ...]:
        """Those who speak together in a joint text."""
        first = next(iter(self.scene.document.reported_by), "")
        return tuple(first.split("+")) if "+" in first else ()

    def is_mandate(self, start: int) -> bool:
        """ "Report of the Monitoring Group on Chad and Mali": whether those named in a title from `start` on are what a body looks
        into.
        """
        return _MANDATE.search(self.text, 0, start) is not None

    @cached_property
    def titled(self) -> list[str]:
        """The states that the title names otherwise than by a town."""
        line = self.text.find("\n") if self.scene.document.title else 0
        named = [m for m in self.parties if m.end <= line and m.kind not in ("capital", "seat")]
        if named and self.is_mandate(named[0].start):
            return []
        return list(dict.fromkeys(m.code or "" for m in named))

    @cached_property
    def body(self) -> str | None:
        """The one organisation that a text without a speaker is about, by its title, and that "the organisation" means there."""
        document = self.scene.document
        if document.speaker_state or document.dateline_place or document.kind not in ("reference", "overview", "article"):
            return None
        line = self.text.find("\n") if document.title else 0
        named = [m for m in self.scene.within(0, max(line, 0)) if m.code and m.end <= line]
        bodies = {m.code for m in named if m.kind in ("organisation", "alias") and m.code not in self.scene.knowledge.states}
        spelt = sum(m.end - m.start for m in named if m.code in bodies)
        return bodies.pop() if len(bodies) == 1 and not self.titled and line - spelt <= _ARTICLE else None

    @cached_property
    def about(self) -> str | None:
        """The one state whose affairs a text without a speaker tells of, and whose "the Government" and "Parliament" are: the
        only one of its title, the one that it names far more often than any other, or the only one that it begins with.
        """
        if self.scene.document.dateline_place or self.scene.document.speaker_state:
            return None
        if len(self.titled) == 1:
            return self.titled[0]
        if len(self.titled) > 1:
            return None
        if self.most and self.most[0][1] >= _OFTEN and (len(self.most) < 2 or self.most[0][1] >= 2 * self.most[1][1]):
            return self.most[0][0]
        begin = self.text.find("\n") if self.scene.document.title else 0
        first = next(((s, e) for s, e in self.scene.spans if s >= begin), None)
        opening = {m.code or "" for m in self.acting if first and first[0] <= m.start < first[1]}
        return opening.pop() if len(opening) == 1 else None

    @cached_property
    def home(self) -> str | None:
        """The one state that an overview or history is of, which "the country" means there and where what others do is done."""
        document = self.scene.document
        if document.kind == "overview" and document.speaker_state in self.scene.knowledge.states:
            return document.speaker_state
        if document.kind == "reference" or (document.kind == "overview" and document.speaker_state is None):
            return self.about
        return self.about if document.kind == "article" and len(self.titled) == 1 else None

    @cached_property
    def ground(self) -> str | None:
        """The state on whose soil a text without a speaker tells its news: that it is an overview of, or that it is dated from
        where that acts in it; "the prime minister" and "police" are of it.
        """
        document = self.scene.document
        agency = document.kind == "news" and document.outlet is not None
        if self.home is not None or (document.speaker_state is not None and not agency):
            return self.home
        here = next(iter(self.scene.dated_from), None)
        return here if here is not None and any(m.code == here for m in self.acting) else None

    @cached_property
    def interviewed(self) -> list[str]:
        """Who asks and who answers, where a state's medium interviews somebody who speaks for another."""
        document = self.scene.document
        both = [c for c in self.scene.knowledge.states if c in (document.speaker_state, *document.reported_by[:1])]
        return sorted(both) if document.kind == "interview" and len(both) == 2 else []

    @property
    def is_page_of_two(self) -> bool:
        """Whether a text is a page of a work of reference on the relations of two: "Fiji–Tonga relations"."""
        return self.scene.document.kind in ("reference", "overview") and len(self.titled) == 2

    @cached_property
    def only_two(self) -> tuple[str, ...]:
        """The two states of a text that names no third."""
        return tuple(sorted(c for c, _ in self.most)) if len(self.most) == 2 else ()

    def named_within(self, start: int, end: int) -> set[str]:
        """The states named in [start, end), otherwise than by a word such as "we"."""
        return {m.code or "" for m in self.parties_in(start, end) if m.end <= end}

    def is_of_others(self, offset: int) -> bool:
        """Whether the paragraph at `offset` names a third state more often than one of the two."""
        begin, end = self.text.rfind("\n", 0, offset) + 1, self.text.find("\n", offset)
        first = bisect.bisect_left(self.named_starts, begin)
        here = Counter(m.code for m in self.named[first : bisect.bisect_left(self.named_starts, end) if end >= 0 else None])
        least = min(here[code] for code in self.between)
        return any(n > least for code, n in here.items() if code not in self.between)
