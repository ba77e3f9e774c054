"""The `events` table: acts with their date, place, contexts and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.coding import listings, serials
from dragoman.coding.act import VERBAL, Act
from dragoman.coding.acts import ActReader
from dragoman.coding.periods import entry_of, fronted, same_occasion
from dragoman.coding.reference import Reference, codes_in, implied
from dragoman.coding.whereabouts import MISSIONS
from dragoman.coding.wishes import decision_over
from dragoman.coding.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.records import Event
from dragoman.text import Span

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT", "AGREE", "RETREAT", "CONCEDE"})
_DATED_TEXTS = frozenset(
    "treaty agreement pact accord convention protocol resolution constitution law decree charter statement declaration "
    "communique communiqué memorandum decision letter note border borders frontier frontiers lines boundary boundaries "
    "agreements treaties accords resolutions conventions protocols laws".split()
)
_MADE_THEN = frozenset({"signed", "concluded", "initialled", "initialed", "ratified"})
_BY_TEXT = frozenset({"in", "by", "through", "with"})
_ASIDE = frozenset({"relcl", "ccomp", "advcl", "conj", "parataxis", "acl"})
_OUTSIDE_OBJECT = frozenset({"relcl", "punct", "conj", "cc", "advcl"})
_PRESENT = frozenset({"VBP", "VBZ", "VB", "VBG"})


def code(bench: Workbench) -> Iterator[Event]:
    """The events of one sentence."""
    for _, _, event in traced(bench):
        yield event


def traced(bench: Workbench) -> Iterator[tuple[ActReader, Act, Event]]:
    """The events of one sentence, each with the act that it was made of and the reader that found that."""
    reader = ActReader(bench.scene, bench.sentence, bench.referrer, bench.vocabulary, bench.clauses)
    asked = listings.demanded(bench)
    if asked is None and listings.is_aim(bench):
        return
    for act in reader.acts() if asked is None else [_demand(bench, asked)]:
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
    source, source_text, source_sector = _party(act.source)
    target, target_text, target_sector = _party(act.target, without=set() if act.reciprocal else set(source) - {""})
    if not target and act.target and _is_own_office(act):
        if act.mode == "visit":
            return  # at home nobody is a guest
        if reader.clauses.subjects(act.head)[:1] == [reader.sentence.tokens[act.target[0].head]]:
            # "received cards from heads of state": who gets is known, who gives is not.
            target, target_text, target_sector = _party(act.target)
            source, source_text, source_sector = [], None, []
    elif not target and act.target:
        # The same state on both sides with different sectors: government against opposition.
        target, target_text, target_sector = _party(act.target)
        alike = set(target_sector) == set(source_sector) and target_sector and not (source_text and target_text)
        same = alike or (target_text and target_text == source_text)
        if same or not (target_sector or source_sector or reader.vocabulary.domestic & {act.rule}):
            target, target_text, target_sector = [], None, []
    # Ties are made together and broken by one side, unless both are named as breaking them.
    if act.reciprocal and ((len(source) > 1 and not target) or (target and act.event in _MUTUAL)):
        together = sorted({*source, *target})
        if len(together) > 1:
            source = target = together
    if not source and not target and not source_sector and not target_sector:
        return
    place = _place(bench, reader, act)
    trigger = bench.sentence.span(list(act.trigger))
    dates: list[DateMention | None] = [day] if day is not None else [*_dates(bench, act)]
    for date in dates or [None]:
        yield Event(
            document_id=bench.document_id,
            start=span.start,
            end=span.end,
            reported_by=reported,
            event=act.event,
            mode=act.mode,
            contexts=bench.contexts,
            source=source,
            source_text=source_text,
            source_sector=source_sector,
            target=target,
            target_text=target_text,
            target_sector=target_sector,
            object_text=_object_text(bench, act),
            date=date.date if date else None,
            date_end=date.date_end if date else None,
            date_precision=date.precision if date else None,
            date_basis=date.basis if date else None,
            place=_place_name(bench, place) if place is not None else None,
            modality=act.modality,
            performed=_performed(bench, act, source),
            score=bench.vocabulary.score(act.event, act.mode),
            rule=act.rule,
            trigger_start=trigger.start,
            trigger_end=trigger.end,
        )


def _place(bench: Workbench, reader: ActReader, act: Act) -> Token | None:
    """Where an act was done, by name: no date, and no "favour" or "session" of somebody's."""
    place = reader.slots.place(act.head, act.object)[1]
    if place is None and act.mode == "reception":
        return _seat(bench, act)
    if place is None or any(d.start <= place.start < d.end for d in bench.dates):
        return None
    above, named = bench.sentence.head(place), bench.scene.mention_at(place)
    if above is not None and above.lower == "on" and named is not None and named.kind == "name":
        return None  # "sanctions on the United States"
    if place.tag in ("NNP", "NNPS") or bench.scene.mention_at(place) is not None:
        return place
    for token in bench.sentence.subtree(act.head, without=_ASIDE):  # "at its test site at Yongbyon", "on cooperation in Kyiv"
        above, named = bench.sentence.head(token), bench.scene.mention_at(token)
        if (
            named is not None
            and named.kind in ("capital", "place")
            and above is not None
            and above.lower in ("in", "at", "near")
        ):
            return token
    return None


def _seat(bench: Workbench, act: Act) -> Token | None:
    """ "The embassy of Chad in Lima hosted a reception": where the mission is that gives it."""
    for reference in act.source:
        mission = bench.sentence.tokens[reference.head]
        for token in bench.sentence.subtree(mission) if mission.lower in MISSIONS else ():
            above = bench.sentence.head(token)
            if token.dep == "pobj" and above is not None and above.lower == "in" and bench.scene.mention_at(token) is not None:
                return token
    return None


def _place_name(bench: Workbench, place: Token) -> str:
    """A place in full: "United States" for its "States"."""
    mention = bench.scene.mention_at(place)
    if mention is not None:
        return mention.text
    span = bench.sentence.span([place, *(c for c in bench.sentence.children(place, "compound") if c.tag in ("NNP", "NNPS"))])
    return bench.text[span.start : span.end]


def _is_own_office(act: Act) -> bool:
    """Whether a state would deal with its own government: nothing that one promises, grants or says abroad."""
    sides = {r.sector for r in (*act.source, *act.target)}
    same = codes_in(act.source) == codes_in(act.target)
    return same and act.event in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID") and sides <= {"GOV", "IGO", None}


def _party(references: Sequence[Reference], without: set[str] | None = None) -> tuple[list[str], str | None, list[str]]:
    """Codes, words and sectors of one side, each once and in order; texts are joined by "; "."""
    kept = [r for r in references if not r.codes or set(r.codes) - (without or set())]
    codes = list(dict.fromkeys(c for r in kept for c in r.codes if c not in (without or set())))
    sectors = list(dict.fromkeys(r.sector for r in kept if r.sector))
    return codes, "; ".join(dict.fromkeys(r.text for r in kept if r.text)) or None, sectors


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
    span = bench.sentence.span(bench.sentence.subtree(first, without=without))
    return bench.text[span.start : span.end]


def _dates(bench: Workbench, act: Act) -> list[DateMention]:
    """The dates that belong to an act: those under its predicate, else the only one in the sentence."""
    published = bench.scene.document.published
    if act.modality == "actual" and published:
        # What is told as done was done before it was told; a later date is that of something it is about.
        known = [d for d in bench.dates if d.date[: len(published)] <= published[: len(d.date)]]
    else:
        known = bench.dates
    if not known:
        entry = (entry_of(bench) or same_occasion(bench)) if act.modality == "actual" and not bench.dates else None
        return [entry] if entry is not None else []
    dated = next((t for t in act.trigger if t.lower == "dated"), None)
    if dated is not None:  # "letters dated May 23 and December 5, 2016" are two
        own = [d for d in known if d.start > dated.end]
        return own[: next((i for i, (a, b) in enumerate(pairwise(own), 1) if b.start > a.end + 6), len(own))]
    if (taken := _decided_on(bench, act, known)) is not None:
        return [taken]
    below = bench.sentence.span(bench.sentence.subtree(act.head, without=frozenset({"ccomp", "conj", "parataxis"})))
    inside = [d for d in known if below.start <= d.start < below.end]
    # "A wrote on Monday about the letter sent by B", which has no day of its own.
    alluded = act.mode == "letter" and bool(bench.sentence.children(act.head, "acl")) and act.head.dep == "pobj"
    found = inside or (known if len(known) == 1 and not alluded else [])
    if found and not _is_others(bench, act, found[0]):
        return found[:1]
    if not found and (when := _dated_when(bench, act, known)) is not None:
        return [when]
    rest = [d for d in found[1:] if not _is_others(bench, act, d)][:1]
    opening = fronted(bench, act.head) if not rest and act.head.dep in ("conj", "xcomp", "advcl", "relcl", "acl") else None
    return [opening] if opening is not None and opening in known else rest


def _decided_on(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "The decision of Peru of 1 February to close the border": the date of what is done by deciding it."""
    noun = decision_over(bench.sentence, act.head)
    if noun is None:
        return None
    inside = (d for d in known if noun.end <= d.start < act.head.start)
    return next(inside, None)


def _dated_when(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "It held the chair again in 2016, when the president visited it": the date that a clause of "when" goes on with."""
    within = {act.head.i, *(t.i for t in bench.sentence.ancestors(act.head))}
    for date in reversed(known):
        when = next((t for t in bench.sentence.tokens if t.lower == "when" and 0 <= t.start - date.end <= 2), None)
        ruler = bench.sentence.head(when) if when is not None else None
        if ruler is not None and ruler.i in within and ruler.i != bench.sentence.root:
            return date
    return None


def _is_others(bench: Workbench, act: Act, date: DateMention) -> bool:
    """Whether a date is that of something else: of a relative clause beside the act ("ties, which lapsed in 1939, were
    restored"), of a clause after it with a subject of its own, or of the end of what it began ("until 1978").
    """
    words = bench.sentence.at(date.start, date.end)
    if not words:
        return False
    within = {act.head.i, *(t.i for t in bench.sentence.ancestors(act.head))}
    here = words[0]
    if _names_text(bench, act, here, words[-1]) or _is_earlier_clauses(bench, act, here):
        return True
    following = [t.lower for t in bench.sentence.tokens[words[-1].i + 1 : words[-1].i + 3]]
    if following == [",", "when"] and words[-1].i < act.head.i:
        return not any(t.lower == "when" for t in bench.sentence.subtree(act.head))  # "until 1 March 1994, when it left"
    if here.i and bench.sentence.tokens[here.i - 1].lower in ("until", "till"):
        if (act.modality == "actual" and bench.clauses.negated(act.head)) or (
            here.i > 1 and bench.sentence.tokens[here.i - 2].lower == "not"
        ):
            return False  # "did not join until 1977", "not until 1977 did it join"
        return act.event not in ("SANCTION", "COERCE", "CONSULT")
    for above in (here, *bench.sentence.ancestors(here)):
        if above.i in within:
            return False
        if above.lower in _MADE_THEN and above.dep == "acl" and bench.clauses.is_passive(act.head) and above.i < act.head.i:
            return True  # "the Protocols, signed in 2009, were declared void"
        if above.dep == "relcl" or (
            above.dep in ("conj", "ccomp")
            and above.i > act.head.i
            and (own := bench.sentence.children(above, "nsubj", "nsubjpass"))
            and (above.dep == "conj" or _is_added(bench, own[0]))
        ):
            return True
    return False


def _is_added(bench: Workbench, subject: Token) -> bool:
    """ "Recognized Chad, and relations with it were ...": a clause after "and" is one of its own, whatever the parser says."""
    first = bench.sentence.subtree(subject)[0].i
    return [t.lower for t in bench.sentence.tokens[max(0, first - 2) : first]] in ([",", "and"], [",", "but"])


def _names_text(bench: Workbench, act: Act, date: Token, last: Token) -> bool:
    """ "Denounced the treaty of 1948", "under the 1982 Convention": the date says which text it was, unless that is what was
    signed.
    """
    text = bench.sentence.head(last)
    if text is not None and text.i > last.i and text.tag[0] == "N" and text.lower in _DATED_TEXTS:
        return text is not act.object or act.mode != "treaty"
    preposition = bench.sentence.tokens[date.i - 1] if date.i else date
    text = bench.sentence.head(preposition)
    if preposition.lower != "of" or text is None or text.lower not in _DATED_TEXTS:
        return False
    if text.dep == "conj":  # "of the statement of May 2 and the agreement of June 3"
        text = next((a for a in bench.sentence.ancestors(text) if a.lower in _DATED_TEXTS), text)
    above = bench.sentence.head(text)
    # "Called upon them in resolution 825 of May 11": done by that text, on its day.
    return text.dep in ("dobj", "nsubjpass") or (text.dep == "pobj" and above is not None and above.lower not in _BY_TEXT)


def _is_earlier_clauses(bench: Workbench, act: Act, date: Token) -> bool:
    """ "A round was held in May, and we have invited them": the date of a clause that ends before the act's own, with its
    verb before it and "and" after it.
    """
    here = act.head
    for above in bench.sentence.ancestors(act.head):
        if here.dep == "conj" and bench.sentence.children(here, "nsubj", "nsubjpass"):
            parted = any(t.tag == "CC" for t in bench.sentence.tokens[date.i + 1 : here.i])
            return parted and above.i < date.i and any(a is above for a in bench.sentence.ancestors(date))
        here = above
    return False


def _performed(bench: Workbench, act: Act, source: list[str]) -> bool:
    """Whether the text itself does it: a verbal act of the speaker, told in the present."""
    speaker = bench.speaker()
    verb = act.head
    finite = [t.tag for t in bench.sentence.children(verb, "aux") if t.tag in ("VBD", "VBP", "VBZ", "MD")] or [verb.tag]
    return act.event in VERBAL and speaker is not None and source == [speaker] and finite[0] in (*_PRESENT, "MD")
