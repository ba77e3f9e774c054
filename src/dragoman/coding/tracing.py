"""What made a record: its document is coded again, and the record with the same id is met where it comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.coding.coder import CODERS, Coder
from dragoman.coding.events import coder as events
from dragoman.coding.events.act import Act
from dragoman.coding.events.acts import ActReader
from dragoman.coding.sentence.attribution import sayers
from dragoman.coding.sentence.predicates import Clauses
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference, Referrer
from dragoman.language.parse import Sentence
from dragoman.records import Event, ReadDocument, Record, seal

# Columns that hold actor codes.
_CODES = {
    "events": ("source", "target"), "positions": ("holder", "target"), "principles": ("holder",),
    "claims": ("claimed_by", "subject"), "citations": ("cited_by",), "relations": ("a", "b"), "competences": ("state",),
}  # fmt: skip
# Columns that are words of the text as they stand there.
_WORDS = (
    "object_text",
    "statement",
    "condition",
    "power",
    "office",
    "instrument_text",
    "provision",
    "value_text",
    "unit",
    "place",
)


@dataclass(frozen=True, slots=True)
class Part:
    """The part that some words play in a record: `role` is a column, `trigger` or `attribution`; `means` what they stand for.

    `text` is empty, and `start` and `end` None, for what does not stand in the sentence.
    """

    role: str
    text: str
    start: int | None = None
    end: int | None = None
    means: str = ""


@dataclass(frozen=True)
class Trace:
    """A record met again: the sentence it was made of as it was parsed, and the parts that words play in it.

    `sentence` is None for what is made without a parse; `lemmas` are those of an event's trigger.
    """

    record: Record
    sentence: Sentence | None = None
    parts: list[Part] = field(default_factory=list)
    lemmas: frozenset[str] = frozenset()


def trace(coder: Coder, read: ReadDocument, table: str, record_id: str) -> Trace | None:
    """The record of `table` with this id, found again in its document; None where the document gives it no more."""
    benches = list(coder.benches(read))
    for bench in benches:
        if table not in bench.tables:
            continue
        if table == "events":
            for reader, act, event in events.traced(bench):
                if _id(event) == record_id:
                    return _of_act(bench, reader, act, event)
        else:
            for record in CODERS[table](bench):
                if _id(record) == record_id:
                    return Trace(record, bench.sentence, list(_of_fields(bench, record)))
    return _without_act(coder, read, benches, table, record_id)


def _without_act(
    coder: Coder, read: ReadDocument, benches: Sequence[Workbench], table: str, record_id: str
) -> Trace | None:  # fmt: skip
    """A mention, or an event that several tables tell together: made when all sentences had been coded."""
    for record in coder.code([read], "")[0].records.get(table, ()):
        if record.record_id != record_id:
            continue
        bench = next((b for b in benches if b.sentence.start <= record.start < b.sentence.end), None)
        if bench is None or table == "actors":
            return Trace(record)
        return Trace(record, bench.sentence, list(_of_fields(bench, record)))
    return None


def _id(record: Record) -> str:
    return seal(record, "").record_id


def _of_act(bench: Workbench, reader: ActReader, act: Act, event: Event) -> Trace:
    trigger = sorted(act.trigger, key=lambda t: t.i)
    parts = list(dict.fromkeys(Part("trigger", t.text, t.start, t.end) for t in trigger))
    for role, references in (("source", act.source), ("target", act.target)):
        parts += [_party(role, r) for r in references]
    parts += _attribution(bench, reader.clauses, reader.referrer, event.reported_by)
    parts += _dated(bench, event)
    parts += _worded(bench, event, ("object_text", "place"))
    forms = (*reader.clauses.verb_lemmas(act.head), *(x for t in act.trigger for x in reader.clauses.noun_lemmas(t)))
    return Trace(event, reader.sentence, parts, frozenset(forms))


def _of_fields(bench: Workbench, record: Record) -> Iterator[Part]:
    """Words whose meaning is in a column: names and pronouns for codes, and what is written as it stands."""
    for role in _CODES.get(record.table, ()):
        value = getattr(record, role)
        for code in value if isinstance(value, list) else [value]:
            if code is not None:
                yield from _meaning(bench, record, role, code)
    yield from _worded(bench, record, _WORDS)
    yield from _attribution(bench, bench.clauses, bench.referrer, record.reported_by)


def _meaning(bench: Workbench, record: Record, role: str, code: str) -> list[Part]:
    """The phrases of the sentence that mean `code`; those within the record's own words where there are any."""
    sentence = bench.sentence
    mentions = bench.scene.within(sentence.start, sentence.end)
    named = [Part(role, m.text, m.start, m.end, code) for m in mentions if m.code == code]
    if not named:
        phrases = (bench.referrer.refer(token) for token in sentence if token.tag in ("PRP", "PRP$", "NNS", "NNP", "WDT", "WP"))
        named = [Part(role, r.text, r.span.start, r.span.end, code) for r in phrases if r is not None and code in r.codes]
    inside = [p for p in named if p.start is not None and record.start <= p.start < record.end]
    unnamed = Part(role, "", means=f"{code}, who speaks or whom the text has named before")
    return list(dict.fromkeys(inside or named)) or [unnamed]


def _worded(bench: Workbench, record: Record, names: Iterable[str]) -> Iterator[Part]:
    for name in names:
        words = getattr(record, name, None)
        if not words:
            continue
        at = bench.text.find(words, record.start, record.end)
        if at < 0:
            at = bench.text.find(words, bench.sentence.start, bench.sentence.end)
        yield Part(name, words, at, at + len(words)) if at >= 0 else Part(name, "", means=str(words))


def _dated(bench: Workbench, event: Event) -> Iterator[Part]:
    found = next((d for d in bench.dates if d.date == event.date), None) if event.date else None
    if found is not None:
        yield Part("date", bench.text[found.start : found.end], found.start, found.end, f"{event.date} by {event.date_basis}")


def _attribution(bench: Workbench, clauses: Clauses, referrer: Referrer, reported_by: Sequence[str]) -> Iterator[Part]:
    """Whose words it is: what the document or passage says, then who is said to say it in the sentence."""
    base = bench.scene.base(bench.sentence.start)
    said = sayers(clauses, referrer, bench.scene.knowledge.lexicon)
    if base:
        yield Part("attribution", "", means=f"{' › '.join(base)}, whose words the document or passage is")
    for code in reported_by[len(base) :]:
        yield from dict.fromkeys(_party("attribution", r) for r in said if code in r.codes)


def _party(role: str, reference: Reference) -> Part:
    means = " ".join([*reference.codes, *([reference.sector] if reference.sector else [])])
    return Part(role, reference.text, reference.span.start, reference.span.end, means)
