"""What a document cites: its instruments in order, and each provision with the instrument that it belongs to.

Found once per document and from its text alone, so that a sentence's citations do not depend on which others are parsed.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.coding.instruments.antecedents import ARTICLED, instruments_of
from dragoman.coding.instruments.named import LAWS, Instrument, Surroundings
from dragoman.coding.instruments.provisions import SELF_EVIDENT, Provision, find_provisions, numbered
from dragoman.coding.instruments.windows import windows_of
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Bearing

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene

_CONSTITUTIONAL = re.compile(r"^[^\n.:]{0,40}\b[Cc]onstitution(?:al)?\b[^\n.:]{0,40}$", re.MULTILINE)
_JOINED_AFTER = re.compile(
    r"\s*,?\s*(?:of|in|to|under|from|contained in|set out in)\s+(?:the\s+|its\s+|our\s+|this\s+|that\s+|their\s+)?"
    r"(?:(?:18|19|20)\d\d\s+)?(?:(?!(?:and|or|of|to|in|under|from)\b)[a-z-]+\s+){0,2}[\"“]?$"
)
_JOINED_BEFORE = re.compile(
    r"(?:['’]s?)?\s*(?:,?\s+(?:in|under|and in|in particular|notably|especially|particularly|including|and)\s+|[,(]\s*)?"
    r"(?:its\s+|the\s+)?(?:in\s+)?$"
)
_AND = re.compile(r"\s*(?:,|and|or|,\s*and|as well as)\s*(?:the\s+)?(?:in\s+|under\s+)?$")
_ITS = re.compile(r"\b(?:its|their|that|this)\s+$", re.IGNORECASE)
# A bare section, paragraph or chapter is believed this near to what it belongs to, in characters.
NEAR = 1500
# How far back the body of a well-known provision ("Article 5") is looked for where nothing nearer decides.
REACH = 300
# What may stand between the beginning of a sentence and the instrument that it is about.
_OPENING = re.compile(
    r"(?:[\"“]?(?:The|A|An|This|Its|Our|Under the|In the)\s+)?(?:(?!(?:of|in|by|under|with|to|for|from|on)\b)[\w-]+\s+){0,3}"
)
# How far into a sentence the state may stand whose constitution a bare article is of ("The Emperor of Japan, under Article 7").
_OPENS_WITH = 60
_PASSING = frozenset({"Item", "Point", "Rule", "Clause"})
# How many instruments back a bare article looks for its own.
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision, or an instrument without one. `joined`: the provision stands with the instrument in one phrase."""

    start: int
    end: int
    labels: tuple[tuple[int, int, str | None], ...]
    instrument: Instrument | None
    joined: bool
    bare: bool = False


@dataclass(frozen=True)
class Register:
    """`instruments`, `headings` and `references` in text order; references are what sentences cite."""

    instruments: list[Instrument] = field(default_factory=list)
    headings: list[tuple[Provision, Instrument | None]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Reference]:
        """The references that begin in [start, end)."""
        return self.references[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]

    def heading_at(self, offset: int) -> tuple[Provision, Instrument | None] | None:
        """The heading of the document's own articles that `offset` stands under."""
        at = bisect.bisect_right(self.headings, offset, key=lambda h: h[0].start) - 1
        return self.headings[at] if at >= 0 else None


def register_of(scene: Scene) -> Register:
    """The register of one document."""
    text = scene.document.text
    around = Surroundings(scene.mentions, scene.knowledge.states)
    named, numbered = windows_of(scene)
    provisions = sorted(find_provisions(text, numbered), key=lambda p: p.start)
    found = instruments_of(scene, around, named, [p.end for p in provisions])
    return _Linker(scene, around, found, provisions).link()


@lru_cache(maxsize=2)
def _bearings(lexicon: Lexicon) -> dict[str, list[Bearing]]:
    out: dict[str, list[Bearing]] = {}
    for entry in lexicon.all(Bearing):
        for provision in entry.provisions:
            out.setdefault(provision, []).append(entry)
    return out


class _Linker:
    """Walks instruments and provisions in text order and remembers what the text is about."""

    def __init__(self, scene: Scene, around: Surroundings, instruments: list[Instrument], provisions: list[Provision]) -> None:
        self._text = scene.document.text
        self._around = around
        self._instruments = instruments
        self._starts = [i.start for i in instruments]
        self._provisions = provisions
        self._spans = sorted(scene.spans)
        self._bearings = _bearings(scene.knowledge.lexicon)
        self._cited: Instrument | None = None  # the last whose articles were named
        self._state = scene.document.speaker_state
        self._is_treaty = scene.document.kind == "treaty"
        self._is_law = scene.document.kind == "law"
        line = self._text.find("\n")
        self._titled = next((i for i in instruments if i.end <= line and i.kind in ARTICLED), None)
        self._labelled: dict[str, Instrument] = {}  # what each article was last said to be of
        self._numbered: dict[bool, Instrument] = {}  # the last that counts in Roman figures, and in Arabic ones

    def link(self) -> Register:
        references: list[Reference] = []
        headings: list[tuple[Provision, Instrument | None]] = []
        used: set[int] = set()
        opened = 0  # the articles of a sentence after its first are named in passing
        joined = {p.start: self._after(i, p) for i, p in enumerate(self._provisions)}
        for provision in self._provisions:
            if provision.heading:
                headings.append((provision, self._topic(provision.start) or self._under(provision.start)))
                continue
            instrument = self._known(provision, joined[provision.start] or self._before(provision))
            reference = self._reference(provision, instrument)
            if reference is not None:
                references.append(reference)
                if reference.joined and reference.instrument is not None:
                    used.add(reference.instrument.start)
                begin = self._sentence(provision.start)[0]
                if reference.instrument is not None and _is_gone_through(provision, reference) and begin >= opened:
                    self._cited, opened = reference.instrument, begin + 1
                    self._labelled |= {label: reference.instrument for _, _, label in provision.labels}
                    self._numbered[_is_roman(provision)] = reference.instrument
        if not headings and (self._is_law or (self._titled is not None and self._titled.kind in LAWS)):
            headings = [(p, self._titled) for p in numbered(self._text)]
        headings = _without_paragraphs(self._text, headings)
        references += [
            Reference(i.start, i.end, ((i.start, i.end, None),), i, True) for i in self._instruments if i.start not in used
        ]
        references.sort(key=lambda r: (r.start, r.end))
        return Register(self._instruments, headings, references, [r.start for r in references])

    def _under(self, offset: int) -> Instrument | None:
        """The constitution of the state that a text is of, where a heading such as "Constitutional basis" stands over a list of
        articles.
        """
        heads = list(_CONSTITUTIONAL.finditer(self._text, max(0, offset - REACH), offset))
        state = self._state or self._around.protagonist(self._text)
        if not heads or state is None:
            return None
        return Instrument(offset, offset, f"{state}-CONSTITUTION", "constitution", "constitution")

    def _reference(self, provision: Provision, instrument: Instrument | None) -> Reference | None:
        if instrument is not None:
            start, end = min(provision.start, instrument.start), max(provision.end, instrument.end)
            return Reference(start, end, provision.labels, instrument, True)
        resolved = self._resolve(provision) or (self._under(provision.start) if provision.kind in SELF_EVIDENT else None)
        if resolved is None and provision.kind not in SELF_EVIDENT:
            return None
        return Reference(provision.start, provision.end, provision.labels, resolved, False, True)

    def _known(self, provision: Provision, instrument: Instrument | None) -> Instrument | None:
        """ "Chapter VII of the Charter" is the United Nations' wherever no other charter is named."""
        if instrument is not None and instrument.id is None and instrument.kind == "charter" and provision.kind == "Chapter":
            entries = [b for _, _, label in provision.labels for b in self._bearings.get(label, ())]
            return replace(instrument, id=entries[0].instrument) if entries else instrument
        return instrument

    def _after(self, index: int, provision: Provision) -> Instrument | None:
        """The instrument of "Article 39 of the Charter", also over others between ("Article 3 of Chapter VII of ...")."""
        end = provision.end
        for following in self._provisions[index + 1 : index + 4]:
            between = self._text[end : following.start]
            if len(between) > 30 or not (_AND.fullmatch(between) or _JOINED_AFTER.fullmatch(between)):
                break
            end = following.end
            if self._next(provision.end, provision.end + 1) is not None:
                break
        for stop in dict.fromkeys((provision.end, end)):
            instrument = self._next(stop, stop + 60)
            if instrument is None or (instrument.general and instrument.text.islower() and instrument.text.endswith("s")):
                continue  # "empowered by Article 5 to conclude international treaties"
            if _JOINED_AFTER.fullmatch(self._text[stop : instrument.start]):
                return instrument
        return None

    def _before(self, provision: Provision) -> Instrument | None:
        """The instrument of "UN Charter Article 51", "the Charter's Article 51", "the constitution, in article 117"."""
        at = bisect.bisect_left(self._starts, provision.start) - 1
        if at < 0:
            return None
        instrument = self._instruments[at]
        between = self._text[instrument.end : provision.start]
        if "\n" in between:
            return None
        return (
            instrument
            if len(between) < 40 and instrument.end <= provision.start and _JOINED_BEFORE.fullmatch(between)
            else None
        )

    def _next(self, start: int, stop: int) -> Instrument | None:
        at = bisect.bisect_left(self._starts, start)
        return self._instruments[at] if at < len(self._starts) and self._starts[at] < stop else None

    def _resolve(self, provision: Provision) -> Instrument | None:
        """The instrument of a provision that stands alone: its sentence's, a well-known one, or what the text is about."""
        begin, end = self._sentence(provision.start)
        own = [p for p in self._provisions if p.heading and p.kind == provision.kind]
        if self._is_treaty and len(own) > 1 and own[0].start < provision.start and self._titled is None:
            return None  # an article of the treaty's own, whose title names nothing known
        followed = re.match(
            r"\s+(?:of|to)\s+(?:the\s+|his\s+|her\s+|their\s+)?[a-z]", self._text[provision.end : provision.end + 24]
        )
        if provision.kind in _PASSING or (provision.kind not in SELF_EVIDENT and followed):
            return None
        inside = [i for i in self._between(begin, provision.start) if i.kind in ARTICLED or provision.kind == "Paragraph"]
        specific = [i for i in inside if not i.general or i.id is not None]
        if specific:
            return specific[-1]
        bearing = self._bearing(provision, begin, end)
        known = self._numbered.get(_is_roman(provision))
        if self._cited is not None and known is not None and self._numbered.get(not _is_roman(provision)) is self._cited:
            if provision.kind == "Article" and known is not self._cited:
                return known  # "Article IX" is not of what was cited by "Article 62"
        topic = self._of_state(provision, begin, self._topic(provision.start, article=provision.kind == "Article"))
        if topic is None and bearing is None:
            return self._bearing(provision, begin - REACH, end)
        again = self._labelled.get(provision.labels[0][2])
        if again is not None and topic is not None and topic is not self._cited and topic.start < begin - REACH:
            return again  # an article spoken of before, and since then a treaty none of whose articles was
        if topic is not None and bearing is not None and topic.id == bearing.id:
            return topic
        if bearing is not None and not (
            topic is not None and _ITS.search(self._text[max(0, provision.start - 8) : provision.start])
        ):
            return bearing
        if topic is None or (
            provision.kind not in SELF_EVIDENT and provision.start - topic.end > NEAR and topic is not self._cited
        ):
            return None
        return topic

    def _of_state(self, provision: Provision, begin: int, topic: Instrument | None) -> Instrument | None:
        """The topic; where that is a constitution and the sentence speaks of one other state's before, that state's."""
        if topic is None or topic.kind != "constitution" or topic.id is None:
            return topic
        opening = self._around.between(begin, min(provision.start, begin + _OPENS_WITH))
        states = {m.code for m in opening if m.code in self._around.states and m.kind in ("name", "adjective")}
        if len(states) != 1 or f"{min(states)}-CONSTITUTION" == topic.id or provision.start - begin > 2 * _OPENS_WITH:
            return topic
        return replace(topic, start=provision.start, end=provision.end, id=f"{min(states)}-CONSTITUTION", text="constitution")

    def _bearing(self, provision: Provision, begin: int, end: int) -> Instrument | None:
        near = self._around.codes(begin, end)
        for _, _, label in provision.labels:
            for entry in self._bearings.get(label, ()):
                if near & set(entry.within) and (self._cited is None or self._cited.id in (None, entry.instrument)):
                    return Instrument(
                        provision.start, provision.end, entry.instrument, self._text[provision.start : provision.end], "treaty"
                    )
        return None

    def _topic(self, offset: int, *, article: bool = False) -> Instrument | None:
        """What bare articles belong to: the instrument that the text goes through, until a sentence opens with another."""
        at = bisect.bisect_left(self._starts, offset)
        nearest: Instrument | None = None
        for instrument in reversed(self._instruments[max(0, at - LOOK_BACK) : at]):
            if instrument.kind not in ARTICLED or (instrument.general and instrument.id is None):
                continue
            if article and instrument.text.endswith((" Act", " Resolution")):
                continue  # they have sections
            if self._cited is not None and (instrument.id or instrument.text) == (self._cited.id or self._cited.text):
                return self._cited
            if self._cited is not None and instrument.start <= self._cited.start:
                break
            if _OPENING.fullmatch(self._text, self._sentence(instrument.start)[0], instrument.start):
                return instrument
            nearest = nearest or instrument
        return self._cited or nearest

    def _between(self, start: int, end: int) -> list[Instrument]:
        return self._instruments[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def _sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that `offset` stands in, or the line where none is known."""
        at = bisect.bisect_right(self._spans, (offset, 1 << 60)) - 1
        if at >= 0 and self._spans[at][1] > offset:
            return self._spans[at][0], self._spans[at][1]
        return self._text.rfind("\n", 0, offset) + 1, len(self._text)


def _without_paragraphs(
    text: str, headings: list[tuple[Provision, Instrument | None]]
) -> list[tuple[Provision, Instrument | None]]:
    """The headings without the paragraphs of articles: "§ 2." below "Article 9"."""
    if not any(p.kind == "Article" for p, _ in headings):
        return headings
    return [(p, i) for p, i in headings if text[p.start] != "§"]


def _is_gone_through(provision: Provision, reference: Reference) -> bool:
    """Whether a text that names a provision goes on with articles of the same instrument: "Part 4 of the constitution" too."""
    law = reference.instrument is not None and reference.instrument.kind == "constitution" and reference.joined
    return provision.kind in ("Article", "Section") or (law and provision.kind in ("Part", "Chapter", "Title"))


def _is_roman(provision: Provision) -> bool:
    return re.search(r" [IVXL]+\b", provision.labels[0][2]) is not None
