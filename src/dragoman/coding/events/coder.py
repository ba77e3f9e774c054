"""The `events` table: acts with their date, place, contexts and whose words they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dragoman.coding.events import serials
from dragoman.coding.events.act import DECREED, VERBAL, Act
from dragoman.coding.events.acts import ActReader
from dragoman.coding.events.contexts import contexts_of
from dragoman.coding.events.dating import dates_of
from dragoman.coding.events.places import place_of
from dragoman.coding.events.terms import on_terms
from dragoman.coding.principles import listings
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.dates import DateMention
from dragoman.language.parse import TENSED, Token
from dragoman.records import Event
from dragoman.text import Span

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE", "RETREAT", "CONCEDE"})
_OUTSIDE_OBJECT = frozenset({"relcl", "punct", "conj", "cc", "advcl"})
_PRESENT = frozenset({"VBP", "VBZ", "VB", "VBG"})
_NOT_DONE = frozenset({"planned", "negated", "hypothetical"})
_HAVE = frozenset("has have 've ’ve 's ’s".split())


class Party(NamedTuple):
    """One side of a record: codes, words joined by "; ", sectors."""

    codes: list[str]
    text: str | None
    sectors: list[str]


_UNKNOWN = Party([], None, [])


def code(bench: Workbench) -> Iterator[Event]:
    """The events of one sentence."""
    for _, _, event in traced(bench):
        yield event


def traced(bench: Workbench) -> Iterator[tuple[ActReader, Act, Event]]:
    """The events of one sentence, each with the act that it was made of and the reader that found that."""
    reader = ActReader(bench.scene, bench.sentence, bench.referrer, bench.vocabulary, bench.clauses)
    bench = bench.mended(reader.sentence, reader.referrer, reader.clauses)
    asked = listings.demanded(bench)
    if asked is None and listings.is_aim(bench):
        return
    for act in reader.acts() if asked is None else [_demand(bench, asked)]:
        act = on_terms(bench, act)
        for each, day in serials.told(bench, reader, act) if len(bench.dates) > 1 or "same" in reader.words else [(act, None)]:
            for event in _records(bench, reader, each, day):
                yield reader, each, event


def _demand(bench: Workbench, asked: tuple[str, ...]) -> Act:
    """What an item of a list asks, as those above it tell."""
    head = bench.sentence.tokens[bench.sentence.root]
    span = Span(head.start, head.end)
    source, target = implied((bench.speaker() or "",), span, head.i), implied(asked, span, head.i)
    return Act("REQUEST", "change", "listed-demand", head, (head,), source, target)


def _records(bench: Workbench, reader: ActReader, act: Act, day: DateMention | None) -> Iterator[Event]:
    """One record; several where the act is told of several days ("letters dated May 23 and December 5"), if it has no `day`."""
    if any(d.start <= act.head.start < d.end for d in bench.dates):
        return  # "Lima, 2 March 1964"
    span = _evidence(bench, act)
    reported = bench.reported_by(act.head, reader.clauses)
    sides = _parties(reader, act)
    if sides is None:
        return
    source, target = sides
    place = place_of(bench, reader, act)
    trigger = bench.sentence.span(list(act.trigger))
    dates: list[DateMention | None] = [day] if day is not None else [*dates_of(bench, act)]
    contexts = contexts_of(bench, act)
    for date in dates or [None]:
        yield Event(
            document_id=bench.document_id,
            start=span.start,
            end=span.end,
            reported_by=reported,
            event=act.event,
            mode=act.mode,
            contexts=contexts,
            source=source.codes,
            source_text=source.text,
            source_sector=source.sectors,
            target=target.codes,
            target_text=target.text,
            target_sector=target.sectors,
            object_text=_object_text(bench, act),
            date=date.date if date else None,
            date_end=date.date_end if date else None,
            date_precision=date.precision if date else None,
            date_basis=date.basis if date else None,
            place=place,
            modality=act.modality,
            performed=_performed(bench, act),
            score=bench.vocabulary.score(act.event, act.mode),
            rule=act.rule,
            trigger_start=trigger.start,
            trigger_end=trigger.end,
        )


def _parties(reader: ActReader, act: Act) -> tuple[Party, Party] | None:
    """Both sides of a record; None where it would be of nobody, or of a guest at home."""
    source, target = _party(act.source), _party(act.target)
    alike = source.sectors == target.sectors
    himself = alike and bool(source.text) and target.text == source.text  # "talks led by the minister": not with himself
    if not act.reciprocal or himself:
        target = _party(act.target, without={c for c in source.codes if c})
    if act.target and not target.codes:
        own_office = _is_own_office(act)
        if own_office and act.mode == "visit":
            return None  # at home nobody is a guest
        if not own_office or himself:
            target = _same_state(reader, act, source)
        elif reader.clauses.subjects(act.head)[:1] == [reader.sentence.tokens[act.target[0].head]]:
            # "received cards from heads of state": who gets is known, who gives is not.
            source, target = _UNKNOWN, _party(act.target)
    # Ties are made together and broken by one side, unless both are named as breaking them.
    if act.reciprocal and ((len(source.codes) > 1 and not target.codes) or (target.codes and act.event in _MUTUAL)):
        together = sorted({*source.codes, *target.codes})
        if len(together) > 1:
            source, target = source._replace(codes=together), target._replace(codes=together)
    return (source, target) if source.codes or target.codes or source.sectors or target.sectors else None


def _same_state(reader: ActReader, act: Act, source: Party) -> Party:
    """The other side, where both are of one state with different sectors: government against opposition."""
    target = _party(act.target)
    alike = set(target.sectors) == set(source.sectors) and target.sectors and not (source.text and target.text)
    if alike or (target.text and target.text == source.text):
        return _UNKNOWN
    # "A Chadian rapper got a year in jail": whoever jails him is of the same state, by no word of its own.
    told = source.text is None and target.text is not None and act.event in DECREED
    apart = told or target.sectors or source.sectors or act.rule in reader.vocabulary.domestic
    return target if apart else _UNKNOWN


def _is_own_office(act: Act) -> bool:
    """Whether a state would deal with its own government: nothing that one promises, grants or says abroad."""
    sides = {r.sector for r in (*act.source, *act.target)}
    same = codes_in(act.source) == codes_in(act.target)
    return same and act.event in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID") and sides <= {"GOV", "IGO", None}


def _party(references: Sequence[Reference], without: Collection[str] = ()) -> Party:
    """One side without those of `without`: its codes, words and sectors, each once and in order."""
    kept = [r for r in references if not r.codes or not without or set(r.codes) - set(without)]
    codes = list(dict.fromkeys(c for r in kept for c in r.codes if c not in without))
    sectors = list(dict.fromkeys(r.sector for r in kept if r.sector))
    told = [r for r in kept if r.text and not any(_is_within(r, other) for other in kept)]
    return Party(codes, "; ".join(dict.fromkeys(r.text for r in told)) or None, sectors)


def _is_within(part: Reference, whole: Reference) -> bool:
    """ "The party and government", and "government": words told with others are not told again."""
    wider = whole.span.end - whole.span.start > part.span.end - part.span.start
    return wider and whole.span.start <= part.span.start and part.span.end <= whole.span.end and part.text in whole.text


def _evidence(bench: Workbench, act: Act) -> Span:
    """The clause that tells the act: the predicate with its subject and complements, without what hangs beside it."""
    tokens = bench.sentence.subtree(act.head, without=frozenset({"parataxis", "punct"}))
    parts = [t for r in (*act.source, *act.target) for t in bench.sentence.at(*r.span)] if act.source or act.target else []
    inside = [t for t in parts if bench.sentence.start <= t.start < bench.sentence.end]
    return bench.sentence.span([*tokens, *act.trigger, *inside])


def _object_text(bench: Workbench, act: Act) -> str | None:
    if act.object is None:
        return None
    without, first = _OUTSIDE_OBJECT, act.object
    if act.event == "AID" and first.tag[0] == "N":  # all that was given: "30 trucks and 200 tons of rice"
        while first.dep == "conj" and (head := bench.sentence.head(first)) is not None and head.tag[0] == "N":
            first = head
        without = without - {"conj", "cc", "punct"}
    words = bench.sentence.subtree(first, without=without)
    beside = {t.i for t in _beside_object(bench, act, first)}
    words = [t for t in words if t.i not in beside]
    pairs = [t for t in words if t.lower == "between"]
    if pairs:  # "the agreement between Chad and Mali"
        both = (t for b in pairs for t in bench.sentence.subtree(b, without=without - {"conj", "cc"}))
        words = [t for _, t in sorted({t.i: t for t in (*words, *both)}.items())]
    if len(words) > 1 and words[0].i == act.head.i + 1 and _is_given_to(bench, act, words[0]):
        words = words[1:]  # "lent Malta money", parsed as "Malta money"
    if len(words) > 1 and words[-1].lower == "dated":
        words = words[:-1]  # of a day that is told apart
    span = bench.sentence.span(words)
    return bench.text[span.start : span.end]


def _beside_object(bench: Workbench, act: Act, thing: Token) -> Iterator[Token]:
    """Words that parsers hang on what was given and that are not part of it: to whom, and when ("a ball during a visit")."""
    getting = {r.head for r in act.target} if act.event == "AID" else set()
    for preposition in bench.sentence.children(thing, "prep"):
        below = bench.sentence.children(preposition, "pobj")
        if preposition.lower == "during" or (preposition.lower == "to" and any(o.i in getting for o in below)):
            yield from bench.sentence.subtree(preposition)


def _is_given_to(bench: Workbench, act: Act, word: Token) -> bool:
    """Whether the first word of what is given is the state that it is given to."""
    if act.event not in ("AID", "COOPERATE", "SUPPORT") or word.dep not in ("compound", "nmod") or word.tag != "NNP":
        return False
    mention = bench.scene.mention_at(word)
    whole = mention is not None and mention.kind == "name" and mention.end == word.end
    return whole and mention is not None and mention.code in codes_in(act.target)


def _performed(bench: Workbench, act: Act) -> bool:
    """Whether the text itself does it: a verbal act of the speaker alone, in the present or as a promise, or in what it says of
    others; what it has done or said that it would do is told, not done.
    """
    speaker, verb = bench.speaker(), act.head
    if act.event not in VERBAL or act.modality in _NOT_DONE or speaker is None or codes_in(act.source) != {speaker}:
        return False
    finite = next((t for t in bench.sentence.children(verb, "aux") if t.tag in TENSED), verb)
    if finite.lower == "would" or any(_is_told(bench, t) for t in (verb, *bench.sentence.ancestors(verb))):
        return False
    if finite.tag == "VBD" and finite.lower in bench.clauses.verb_lemmas(verb) and finite is verb:
        return True  # "we condemn", which the parser takes for a past
    if finite.tag == "VBD" and any(s.i not in {r.head for r in act.target} for s in bench.clauses.subjects(verb)):
        return False  # "the ministry summoned the envoy": told, and not done by saying so
    if not any(r.text for r in act.source):  # "You have committed crimes": who says so accuses
        return finite is not verb or verb.tag != "VBN"  # not "Campaign Criticised"
    return finite.tag in (*_PRESENT, "MD") and not (finite.lower in _HAVE and verb.tag == "VBN")


def _is_told(bench: Workbench, token: Token) -> bool:
    """ "The cabinet announced that it will ...": the content of what was said at another time."""
    above = bench.sentence.head(token)
    return token.dep == "ccomp" and above is not None and above.tag == "VBD"
