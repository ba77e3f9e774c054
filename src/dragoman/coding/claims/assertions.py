"""The words that make claims, found once per document, and a claim on its way."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.coding.document.scene import Scene
from dragoman.coding.once import once
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon.entries import Assertion, Irregular, Measure
from dragoman.lexicon.inflection import Inflection
from dragoman.text import Span

_VERBAL = frozenset(
    {
        "change",
        "falling",
        "asserts",
        "hosting",
        "harming",
        "level",
        "holds",
        "claims",
        "denies",
        "own",
        "doing",
        "exists",
        "claiming",
        "breaks",
        "calls",
        "ceiling",
        "lowering",
        "gauging",
        "addressing",
        "paying",
        "doing-on",
        "made-to",
        "mentions",
        "misdoing",
    }
)
# Forms whose words tell that a sentence may claim something; all others only help to read it.
TELLING = frozenset(
    {
        "standing",
        "verdict",
        "breach",
        "basis",
        "unreal",
        "denies",
        "exists",
        "claiming",
        "breaks",
        "binding",
        "unrelated",
        "self",
        "share",
        "false",
        "number",
        "nought",
        "prestige",
        "mere",
        "tier",
        "serving",
        "advance",
        "backing",
        "so-called",
        "misdoing",
    }
)
# Small words that are no part of names that matter, and too many to look up one by one.
PLAIN = frozenset({"number", "nought", "self", "share", "mere"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way: `head` is the word whose clause it is, [start, end) its evidence; `by` who claims it, where the
    sentence's grammar says so (empty for somebody without a code); `denials` the words of the statement that deny it; `lead`
    its subject, where this stands apart.
    """

    kind: str
    head: Token
    start: int
    end: int
    statement: Span | None = None
    subject: str | None = None
    measure: str | None = None
    comparator: str | None = None
    value: float | None = None
    unit: str | None = None
    value_text: str | None = None
    as_of: str | None = None
    denied: bool = False
    by: tuple[str, ...] | None = None
    denials: tuple[Token, ...] = ()
    lead: Span | None = None


@dataclass(frozen=True)
class ClaimWords:
    """The matcher for measures and for what tells of a claim, and the word forms of each form of assertion."""

    matcher: PhraseMatcher
    forms: dict[str, frozenset[str]] = field(default_factory=dict)


@lru_cache(maxsize=2)
def words_of(lexicon: Lexicon) -> ClaimWords:
    """The claim words of a lexicon, in all their forms, made once."""
    inflection = Inflection(lexicon.all(Irregular))
    phrases: dict[str, list[Measure | Assertion]] = {}
    forms: dict[str, set[str]] = {}
    entries: list[Measure | Assertion] = [*lexicon.all(Measure), *lexicon.all(Assertion)]
    for entry in entries:
        for words in entry.words:
            before, _, last = words.lower().rpartition(" ")
            verbal = isinstance(entry, Assertion) and entry.form in _VERBAL
            for form in inflection.verb(last) if verbal else {last, *inflection.noun(last)}:
                phrase = f"{before} {form}".strip()
                if isinstance(entry, Assertion):
                    forms.setdefault(entry.form, set()).add(phrase)
                    if entry.form == "falling":
                        forms.setdefault("change", set()).add(phrase)
                if isinstance(entry, Measure) or entry.form in TELLING:
                    listed = phrases.setdefault(phrase, [])
                    listed += [] if entry in listed else [entry]
    return ClaimWords(PhraseMatcher(phrases), {k: frozenset(v) for k, v in forms.items()})


@dataclass(frozen=True)
class Finds:
    """Where the words of claims stand in a document: (start, end, entries) in order, found once.

    `people` are the measures of people, which those are whom their nationality alone names ("65 million Ethiopians").
    """

    measures: list[tuple[int, int, tuple[Measure, ...]]]
    phrases: list[tuple[int, int, frozenset[str]]]
    measure_starts: list[int]
    phrase_starts: list[int]
    people: tuple[Measure, ...] = ()

    def measured(self, start: int, end: int) -> list[tuple[int, int, tuple[Measure, ...]]]:
        """The measures named in [start, end)."""
        return self.measures[bisect_left(self.measure_starts, start) : bisect_left(self.measure_starts, end)]

    def tells(self, start: int, end: int) -> set[str]:
        """The forms of the words that stand in [start, end)."""
        return {form for _, _, forms in self._phrases(start, end) for form in forms}

    def said(self, start: int, end: int, form: str) -> list[tuple[int, int]]:
        """Where words of one form stand."""
        return [(a, b) for a, b, forms in self._phrases(start, end) if form in forms]

    def _phrases(self, start: int, end: int) -> list[tuple[int, int, frozenset[str]]]:
        return self.phrases[bisect_left(self.phrase_starts, start) : bisect_left(self.phrase_starts, end)]


@once
def finds_of(scene: Scene) -> Finds:
    """The claim words of a document."""
    measures: list[tuple[int, int, tuple[Measure, ...]]] = []
    phrases: list[tuple[int, int, frozenset[str]]] = []
    for start, end, entries in words_of(scene.knowledge.lexicon).matcher.find(scene.document.text):
        counted = tuple(e for e in entries if isinstance(e, Measure))
        forms = frozenset(e.form for e in entries if isinstance(e, Assertion))
        # "Food" in the name of an organisation and "Republic" in that of a state claim nothing.
        if forms <= PLAIN or not _in_name(scene, start, end):
            measures += [(start, end, counted)] if counted else []
            phrases += [(start, end, forms)] if forms else []
    people = _of_people(scene.knowledge.lexicon)
    return Finds(measures, phrases, [m[0] for m in measures], [p[0] for p in phrases], people)


@lru_cache(maxsize=2)
def _of_people(lexicon: Lexicon) -> tuple[Measure, ...]:
    return tuple(m for m in lexicon.all(Measure) if "people" in m.words)


def _in_name(scene: Scene, start: int, end: int) -> bool:
    return any(
        m.start <= start and end <= m.end and m.end - m.start > end - start and m.kind != "collective"
        for m in scene.within(start, end)
    )
