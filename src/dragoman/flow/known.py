"""Which words of a sentence stand in the lexicon for the table of a record."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon import entries as e
from dragoman.lexicon.inflection import Inflection
from dragoman.records import Record
from dragoman.text import Span

# The kinds of entry that the coder of each table looks for.
KINDS: dict[str, tuple[type[e.Entry], ...]] = {
    "events": (e.Context,),
    "positions": (e.Siding, e.Evaluation, e.Conduct, e.Irony, e.Negator, e.Topic),
    "principles": (e.Declaration, e.Condition, e.Topic),
    "claims": (e.Measure, e.Assertion, e.Unit, e.Topic),
    "citations": (e.Citing,),
    "relations": (e.Bond, e.Turn),
    "competences": (e.Grant,),
}


def known_words(lexicon: Lexicon, record: Record, text: str, sentence: Span) -> Iterator[tuple[e.Entry, str, list[str]]]:
    """Entries that agree with the record, what they are called, and their words as the sentence has them.

    Words are looked for in all their forms within the record's own words. That they stand there is known; that each
    of them was needed is not.
    """
    yield from _named(lexicon, record)
    inflection = Inflection(lexicon.all(e.Irregular))
    start, end = max(record.start, sentence.start), min(record.end, sentence.end)
    told = "positions" if getattr(record, "rule", None) == "condemned-in-words" else record.table
    for kind in KINDS.get(told, ()):
        found: dict[int, tuple[e.Entry, list[str]]] = {}
        agreeing = [entry for entry in lexicon.all(kind) if _agrees(entry, record)]
        for first, last, entries in PhraseMatcher(_forms(agreeing, inflection)).find(text[start:end]):
            for entry in entries:
                words = found.setdefault(id(entry), (entry, []))[1]
                if text[start + first : start + last] not in words:
                    words.append(text[start + first : start + last])
        for entry, words in found.values():
            yield entry, _name(entry), words


def _named(lexicon: Lexicon, record: Record) -> Iterator[tuple[e.Entry, str, list[str]]]:
    """The entry that has the name of a mention, or the instrument that is cited."""
    code, text = getattr(record, "code", None), getattr(record, "text", None)
    for kind in (e.State, e.Organisation, e.Collective, e.Body, e.Holder, e.Place) if code and text else ():
        for entry in lexicon.all(kind):
            if getattr(entry, "code", None) == code and text in _names(entry):
                yield entry, _name(entry), [str(text)]
    instrument = getattr(record, "instrument", None)
    for entry in lexicon.all(e.Instrument) if instrument else ():
        if entry.id == instrument:
            yield entry, _name(entry), []


def _names(entry: e.Entry) -> list[str]:
    lists = [getattr(entry, name, ()) for name in ("names", "adjectives", "demonyms", "capitals", "seats")]
    return [getattr(entry, "name", ""), *(name for names in lists for name in names)]


def _forms(entries: list[e.Entry], inflection: Inflection) -> dict[str, list[e.Entry]]:
    forms: dict[str, list[e.Entry]] = {}
    for entry in entries:
        for words in _words(entry):
            head, _, rest = words.partition(" ")
            before, _, last = words.rpartition(" ")
            made = {f"{form} {rest}".strip() for form in inflection.verb(head)}
            made |= {f"{before} {form}".strip() for form in inflection.noun(last)}
            for form in made | {words}:
                if entry not in forms.setdefault(form.lower(), []):
                    forms[form.lower()].append(entry)
    return forms


def _words(entry: e.Entry) -> tuple[str, ...]:
    return tuple(w for name in ("words", "verbs", "nouns") for w in getattr(entry, name, ()) if w)


def _agrees(entry: e.Entry, record: Record) -> bool:
    """Whether an entry is of the kind, stance, side or topic that the record has."""
    match entry:
        case e.Topic():
            return entry.id == getattr(record, "topic", None)
        case e.Measure():
            return entry.id == getattr(record, "measure", None)
        case e.Context():
            return entry.id in getattr(record, "contexts", ())
        case e.Bond() | e.Declaration() | e.Grant():
            return bool(entry.kind == getattr(record, "kind", None))
        case e.Citing():
            return bool(entry.stance == getattr(record, "stance", None))
        case e.Evaluation() | e.Siding():
            polarity = getattr(record, "polarity", -1)  # events are condemnations here
            return not entry.polarity or (entry.polarity > 0) == (polarity > 0)
    return True


def _name(entry: e.Entry) -> str:
    kind = type(entry).__name__.lower()
    told = [
        str(v) for n in ("id", "kind", "form", "stance", "change", "polarity") if (v := getattr(entry, n, None)) is not None
    ]
    return " ".join([kind, *told])
