"""Read documents -> coded documents: sentences, who is named, what to parse, the parse, and each table's coder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding import reconcile
from dragoman.coding.actors import coder as actors
from dragoman.coding.actors import referents
from dragoman.coding.citations import coder as citations
from dragoman.coding.claims import coder as claims
from dragoman.coding.claims import keyfacts
from dragoman.coding.competences import coder as competences
from dragoman.coding.document.scene import Knowledge, Scene
from dragoman.coding.events import coder as events
from dragoman.coding.events import signings, visit_rows
from dragoman.coding.events.triggers import STANDING_FOR, Triggers, marks
from dragoman.coding.mending import righted
from dragoman.coding.mending.subjects import NON_BREAKING
from dragoman.coding.names.mentions import OF_PERSONS, Mention, RoleMention
from dragoman.coding.positions import coder as positions
from dragoman.coding.principles import avowals, listings, unowned
from dragoman.coding.principles import coder as principles
from dragoman.coding.relations import coder as relations
from dragoman.coding.relations import rosters, tabular, treaty_rows
from dragoman.coding.relevance import hints, relevance_of
from dragoman.coding.sentence.vocabulary import vocabulary_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.pronouns import is_person
from dragoman.coding.who.reference import Reference, Referrer
from dragoman.language.headlines import as_prose
from dragoman.language.parse import Parser, Sentence
from dragoman.language.rereading import reread
from dragoman.language.sentences import Splitter
from dragoman.lexicon import Lexicon
from dragoman.lexicon.closed import PERSONS
from dragoman.lexicon.words import word_class
from dragoman.records import RECORDS, CodedDocument, ReadDocument, Record, seal, seal_document
from dragoman.text import Span

_LABEL = re.compile(r"(?:[QA]\s?\d{0,3}[.):]|[^\W_][^:\n.?!]{0,48}:)\s+")
# "The under secretary", whose first word parsers take for a preposition.
_UNDER = re.compile(r"\b([Uu]nder)\s(?=[Ss]ecretar(?:y|ies)\b)")
_CURRENCY = re.compile(r"[$£€¥]")
_WORD = re.compile(r"[^\W\d_]+")
# "go-ahead": a word of its own beside those that it is made of.
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")

# Each table's coder over one parsed sentence, in the order of exports. `actors` are found without a parse; pronouns by the
# events that they take part in.
CODERS: dict[str, Callable[[Workbench], Iterator[Record]]] = {
    "events": events.code,
    "positions": positions.code,
    "principles": principles.code,
    "claims": claims.code,
    "citations": citations.code,
    "relations": relations.code,
    "competences": competences.code,
}
_AGREED = word_class("agreed")
# What each coder can tell before any parse of whether a sentence may hold something for it (events: see `Coder._needed`).
NEEDED: dict[str, Callable[[Scene, Span], bool]] = {
    "positions": positions.needed,
    "principles": principles.needed,
    "claims": claims.needed,
    "citations": citations.needed,
    "relations": relations.needed,
    "competences": competences.needed,
}
_EVERY = frozenset(CODERS)
# Documents whose sentences are parsed together.
_TOGETHER = 32
# Tables of what somebody holds or says: nothing for a sentence of a text without a speaker that names nobody.
_HELD = frozenset({"positions", "principles"})
# The share of a text's sentences that tell of states' doings from which on each may, as what the others leave unsaid does.
_MOSTLY = 0.5
# What may stand in a sentence that tells of no state's doings, and in one that names nobody either.
_OF_FACTS, _OF_LAW = frozenset({"claims", "citations", "competences"}), frozenset({"citations", "competences"})


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a sentence shows before any parse: its words in small letters, whom it names, whether it is somebody's, and the
    marks of all that.
    """

    span: Span
    words: set[str]
    mentions: list[Mention]
    roles: list[RoleMention]
    speaks: bool
    marks: set[str]


@dataclass
class _Draft:
    """A document on its way: its scene and sentences, the tables that each of them may hold something for (None where it is
    not to be parsed), and the words to parse.
    """

    read: ReadDocument
    scene: Scene
    spans: list[Span]
    wanted: list[frozenset[str] | None]
    prose: list[str]


class Coder:
    """Codes documents with one lexicon and one parser. `language` texts other than English are kept uncoded."""

    def __init__(self, lexicon: Lexicon, parser: Parser, *, parse_all: bool = False) -> None:
        self._knowledge = Knowledge.of(lexicon)
        self._vocabulary = vocabulary_of(lexicon)
        self._splitter = Splitter(lexicon)
        self._parser = parser
        self._parse_all = parse_all
        self._known = frozenset({*self._vocabulary.verb_lemmas, *self._vocabulary.noun_lemmas, *_FUNCTION_WORDS})
        self._triggers = Triggers(self._vocabulary)
        self._relevance = relevance_of(lexicon)

    def code(self, batch: Sequence[ReadDocument], run_id: str) -> list[CodedDocument]:
        """Every document of `batch` with its records, in order, which are the same whatever is read beside it."""
        out: list[CodedDocument] = []
        for i in range(0, len(batch), _TOGETHER):
            drafts = [self._draft(read) for read in batch[i : i + _TOGETHER]]
            out += [self._coded(draft, parsed, run_id) for draft, parsed in zip(drafts, self._parsed(drafts), strict=True)]
        return out

    def _parsed(self, drafts: Sequence[_Draft]) -> list[list[Sentence | None]]:
        """For each document its sentences; None for those that are not parsed, or no prose.

        What is parsed beyond need (`parse_all`) is a group of its own, so that it cannot touch the rest.
        """
        jobs = [[*zip(draft.prose, draft.spans, draft.wanted, strict=True)] for draft in drafts]
        needed = [[(prose, span) for prose, span, want in of_draft if want is not None] for of_draft in jobs]
        beyond = [[(prose, span) for prose, span, want in of_draft if want is None and self._parse_all] for of_draft in jobs]
        groups = [*needed, *beyond]
        found = self._parser.parse(groups)
        reread(self._parser, groups, found)
        return [
            [next(rest if want is None else first, None) for want in draft.wanted]
            for draft, first, rest in zip(drafts, map(iter, found), map(iter, found[len(drafts) :]), strict=False)
        ]

    def uncoded(self, read: ReadDocument, run_id: str) -> CodedDocument:
        """The document with its passages and nothing else."""
        return self._coded(_Draft(read, Scene(read.document, read.passages, self._knowledge), [], [], []), [], run_id)

    def benches(self, read: ReadDocument) -> Iterator[Workbench]:
        """What the coders work on, sentence by sentence of one document: for those who ask what made a record."""
        draft = self._draft(read)
        yield from self._benches(draft, self._parsed([draft])[0])

    def hints(self, read: ReadDocument) -> Iterator[tuple[Span, list[str]]]:
        """Each sentence of a document and what its relevance is weighed by: for those who learn the weights."""
        draft = self._draft(read)
        for span in draft.spans:
            sight = self._sight(draft.scene, span)
            yield span, hints(sight.words, sight.marks)

    def _draft(self, read: ReadDocument) -> _Draft:
        document = read.document
        text = document.text
        if document.language not in (None, "en"):
            empty = Scene(document, read.passages, self._knowledge)
            return _Draft(read, empty, [], [], [])
        spans = [s for a, b in _stretches(read, text) for s in self._splitter.split(text, a, b)]
        scene = Scene.of(document, read.passages, spans, self._knowledge)
        wanted = self._wanted(scene, spans)
        parsed = [want is not None or self._parse_all for want in wanted]
        prose = [self._prose(scene, span) if parse else "" for span, parse in zip(spans, parsed, strict=True)]
        return _Draft(read, scene, spans, wanted, prose)

    def _prose(self, scene: Scene, span: Span) -> str:
        inside = scene.within(span.start, span.end)
        text = as_prose(
            scene.document.text[span.start : span.end], span.start, [Span(m.start, m.end) for m in inside], self._known
        )
        for mention in inside:  # parsers break "Roh Tae-woo" at a hyphen that may be broken at
            if mention.kind in OF_PERSONS and "-" in mention.text and mention.start >= span.start:
                start, end = mention.start - span.start, mention.end - span.start
                text = text[:start] + text[start:end].replace("-", NON_BREAKING) + text[end:]
        return _UNDER.sub(r"\1-", text) if "nder " in text else text

    def _wanted(self, scene: Scene, spans: Sequence[Span]) -> list[frozenset[str] | None]:
        """Which sentences to parse, and for which tables: those that may hold something, and for none those that say who
        "it" is in the ones after.
        """
        sights = [self._sight(scene, span) for span in spans]
        tell = [sight.speaks or self._relevance.tells(sight.words, sight.marks) for sight in sights]
        every = sum(tell) >= _MOSTLY * len(spans)
        needed = [self._needed(scene, sight, every or tells) for sight, tells in zip(sights, tell, strict=True)]
        wanted = [tables if alone else None for tables, alone in needed]
        named = _latest(_names_somebody(sight) for sight in sights)
        persons = _latest(_names_person(sight) for sight in sights)
        for i in range(len(spans) - 1, 0, -1):
            if wanted[i] is None or not sights[i].words & _PRONOUNS:
                continue
            for j in (named[i], persons[i] if sights[i].words & PERSONS else None):
                if j is not None:
                    wanted[j] = needed[j][0]
        return wanted

    def _needed(self, scene: Scene, sight: _Sight, tells: bool) -> tuple[frozenset[str], bool]:
        """The tables that a sentence may hold something for, by words that set a record off and somebody who acts, and
        whether they are worth a parse. `tells`: of states' doings.
        """
        span, words = sight.span, sight.words
        stands = (sight.speaks or bool(scene.mentions)) and not words.isdisjoint(STANDING_FOR)
        if not sight.mentions and not stands and not words.isdisjoint(_AGREED):
            # "The Agreement was signed", in a partner's section, or on a page on the relations of two.
            stands = bool(scene.discourse.sectioned(span.start)) or scene.discourse.is_page_of_two
        somebody = bool(sight.mentions) or stands or sight.speaks or avowals.is_point(scene, span)
        somebody = somebody or (bool(scene.mentions) and unowned.is_formal(words))
        if not tells:
            party = bool(sight.mentions) or sight.speaks or not words.isdisjoint(_FOR_PARTIES)
            tables = {table for table in (_OF_FACTS if somebody and party else _OF_LAW) if NEEDED[table](scene, span)}
            return frozenset(tables), bool(tables)
        if _CURRENCY.search(scene.document.text, span.start, span.end):
            words = words | {"money"}
        tables = {table for table, needed in NEEDED.items() if needed(scene, span)}
        if (sight.mentions or stands or sight.roles) and self._triggers.any_in(words | sight.marks):
            tables.add("events")
        elif sight.speaks and listings.is_item(scene, span):
            tables.add("events")  # what a letter demands, point by point
        return frozenset(tables), bool(tables if somebody else tables - _HELD)

    def _sight(self, scene: Scene, span: Span) -> _Sight:
        text = scene.document.text[span.start : span.end].lower()
        words = {*_WORD.findall(text), *_joined(text)}
        mentions, roles = scene.within(span.start, span.end), scene.roles_within(span.start, span.end)
        speaks = bool(scene.base(span.start))
        at_home = speaks or scene.document.dateline_place is not None
        return _Sight(span, words, mentions, roles, speaks, marks(mentions, roles, self._knowledge.states, at_home=at_home))

    def _benches(self, draft: _Draft, sentences: Sequence[Sentence | None]) -> Iterator[Workbench]:
        previous: Reference | None = None
        person: Reference | None = None
        third: Reference | None = None
        asked = min((p.start for p in draft.read.passages if p.kind == "question"), default=None)
        for sentence, want in zip(sentences, draft.wanted, strict=True):
            if sentence is None:
                continue
            if asked is not None and sentence.start >= asked:
                asked = previous = third = None  # nobody of the introduction is "it" or "they" in the talk
            sentence = righted(sentence, self._vocabulary)
            referrer = Referrer(draft.scene, sentence, previous, person, third)
            tables = _EVERY if self._parse_all or want is None else want
            bench = Workbench(draft.scene, sentence, referrer, self._vocabulary, tables)
            yield bench
            if want is not None:  # what is parsed beyond need changes nothing
                subject = bench.subject()
                if subject is not None and sentence.tokens[subject.head].lower not in ("we", "i"):
                    third = subject  # "We welcome that. But it goes on": nobody who speaks is "it"
                if subject is None or subject.codes != ("UN-SG",):  # who is no "it"
                    previous = subject or (None if bench.is_of_thing() else previous)
                if subject is not None and is_person(bench.referrer, sentence.tokens[subject.head]):
                    person = subject
                elif (stranger := bench.stranger()) is not None:
                    person = stranger
                else:
                    person = bench.only_person() or person

    def _coded(self, draft: _Draft, sentences: Sequence[Sentence | None], run_id: str) -> CodedDocument:
        scene = draft.scene
        records: dict[str, list[Record]] = {table: [] for table in RECORDS} | {
            "passages": list(draft.read.passages),
            "actors": list(actors.code(scene)),
        }
        for bench in self._benches(draft, sentences):
            for table, coder in CODERS.items():
                if table in bench.tables:
                    records.setdefault(table, []).extend(coder(bench))
        records["relations"].extend(tabular.rows(scene))
        records["relations"].extend(rosters.rows(scene))
        records["relations"].extend(treaty_rows.rows(scene))
        records["claims"].extend(keyfacts.rows(scene, records["claims"]))
        records["events"].extend(signings.rows(scene, self._vocabulary))
        records["events"].extend(visit_rows.rows(scene, self._vocabulary))
        records["events"].extend(reconcile.condemnations(records, scene, self._vocabulary))
        records["events"] = reconcile.told_once(records, scene)
        records["actors"].extend(referents.rows(scene, [*records["events"], *records["principles"], *records["claims"]]))
        records["positions"] = reconcile.stands(records, scene)
        sealed = {table: _unique(seal(row, run_id) for row in rows) for table, rows in records.items()}
        return CodedDocument(
            document=seal_document(scene.document, run_id),
            offsets=draft.read.offsets,
            records=sealed,
            sentences=len(draft.spans),
            parsed=sum(want is not None for want in draft.wanted),
        )


def _joined(text: str) -> Iterator[str]:
    """Hyphenated words of a text, each also without its hyphens."""
    for word in _HYPHENATED.findall(text) if "-" in text else ():
        yield from (word, word.replace("-", ""))


def _latest(told: Iterable[bool]) -> list[int | None]:
    """For each place the last one before it where something is told."""
    out: list[int | None] = []
    last = None
    for place, here in enumerate(told):
        out.append(last)
        last = place if here else last
    return out


def _names_somebody(sight: _Sight) -> bool:
    """Whether a sentence has a name, or a role such as "the minister"."""
    return bool(sight.mentions or sight.roles)


def _names_person(sight: _Sight) -> bool:
    """Whether a sentence names somebody who is "he" or "she" afterwards."""
    return any(m.kind in OF_PERSONS for m in sight.mentions)


def _stretches(read: ReadDocument, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text in which sentences begin and end: passages without "Q:" and "A:", but for those inside another."""
    end = 0
    for passage in sorted(read.passages, key=lambda p: (p.start, -p.end)):
        if passage.start >= end:
            label = _LABEL.match(text, passage.start, passage.end) if passage.kind in ("question", "answer") else None
            yield label.end() if label else passage.start, passage.end
            end = passage.end
    if not read.passages:
        yield 0, len(text)


def _unique(rows: Iterator[Record]) -> list[Record]:
    """Each record once, in text order."""
    return sorted({r.record_id: r for r in rows}.values(), key=lambda r: (r.start, r.end, r.record_id))


# Words that stand for states and bodies, and not for people and things of every day.
_FOR_PARTIES = (
    STANDING_FOR
    - PERSONS
    - {"two", "who", "which", "other", "others", "i", "me", "my", "you", "your", "mixed", "their", "them"}
)
_PRONOUNS = PERSONS | {"it", "its", "they", "them", "their", "theirs", "both"}
_FUNCTION_WORDS = word_class("without-weight")
