"""Bonds between states as states: claims to sovereignty, independence, succession."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import anniversary, period
from dragoman.coding.relations.recognition import recognised
from dragoman.coding.relations.telling import Told, own_clause, states_of
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN, SHORT_IS
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_SOLE = re.compile(
    r"\b(?:sole|only|lawful|rightful|legitimate|legal)\b.{0,40}\b(?:government|representative|authority)\b.{0,12}\bof\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:inalienable|integral|inseparable|sacred|indivisible|part and parcel|own)\b", re.IGNORECASE)
_BE = BE | SHORT_IS | REMAIN | {"constitutes", "constitute"}
_BECAME = BECOME | {"turned", "turn"}
_BECOMING = frozenset({"independent", "independence", "part", "claim"})
_SINCE = frozenset({"since", "after", "upon", "at", "following", "gaining", "gained", "on"})
# How far behind "independence" its day stands, in characters.
_NEAR_NOUN = 40
_LAYS = word_class("laying-claim")
_LANDS = word_class("lands")

_PARTS = word_class("parts-of-land")
_RIGHTS_OVER_LAND = word_class("rights-over-land")


def told(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    """What a verb tells of recognition, a claim, independence or succession."""
    if entry.kind == "independence":
        yield from _declared(bench, bonds, verb)
    elif is_real(bench, verb, bonds):
        if entry.kind == "recognition":
            yield from recognised(bench, verb)
        elif entry.kind == "sovereignty-claim":
            yield from _claimed(bench, verb)
        elif entry.kind == "succession":
            yield from _succeeded(bench, verb)


def _claimed(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "A claims sovereignty over B", "A claims B as its own", "A and B claim to be the sole government", "A annexed B"."""
    sentence, clauses = bench.sentence, bench.clauses
    claimants = states_of(bench, clauses.subjects(verb))
    if not claimants or clauses.negated(verb):
        return
    span = sentence.span(own_clause(bench, verb))
    words = sentence.span(sentence.subtree(verb)).of(bench.text)
    if not verb.lower.startswith("annex") and _SOLE.search(words):
        for a in claimants:
            for b in (c for c in claimants if c != a):
                yield Told("sovereignty-claim", "hold", a, b, None, None, span, verb)
        return
    objects = sentence.children(verb, "dobj")
    over = [o for n in objects for o in clauses.under(n, "over") if n.lower in _RIGHTS_OVER_LAND]
    change = "begin" if verb.lower.startswith("annex") else "hold"
    since, until = period(bench, change, own_clause(bench, verb))
    if not over and any(_is_part_of_land(bench, o) for o in objects):
        for a in claimants:
            yield Told("sovereignty-claim", change, a, None, since, until, span, verb)
        return
    its_own = re.search(r"\bas\b.{0,30}\b(?:territory|own|part|province)\b", words) is not None
    for place in over or objects:
        mention = bench.scene.mention_at(place)
        known = mention is not None and mention.kind in ("name", "place") and mention.end >= place.end
        named = known or _is_territory(place)
        if not named and not (its_own and any(t.tag.startswith("NNP") for t in sentence.subtree(place))):
            continue  # neither a state's name nor a place's
        if not over and not verb.lower.startswith("annex") and not its_own and not _is_territory(place):
            continue
        territory = mention.code if known and mention is not None and mention.kind == "name" else None
        for a in (c for c in claimants if c != territory):
            yield Told("sovereignty-claim", change, a, territory, since, until, span, verb)


def _is_part_of_land(bench: Workbench, part: Token) -> bool:
    """ "Parts of Chadian territory", "300 square miles of Chad": some of a state's land, by share or by size."""
    if part.lower not in _PARTS:
        return False
    for whole in bench.clauses.under(part, "of"):
        mention = bench.scene.mention_at(whole)
        if mention is not None and mention.kind == "name" and mention.code in bench.scene.knowledge.states:
            return True
        below = [t for c in whole.children for t in bench.sentence.subtree(c)]
        if whole.lower in ("territory", "land", "soil") and any(bench.scene.mention_at(t) is not None for t in below):
            return True
    return False


def _is_territory(head: Token) -> bool:
    """ "The Falkland Islands", "the Golan Heights": a name that ends with a word for land."""
    return head.lower in _LANDS and (
        head.tag.startswith("NNP") or any(o.tag.startswith("NNP") for p in head.children if p.lower == "of" for o in p.children)
    )


def _declared(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A declared independence from B": the noun is looked for right behind the verb, since parsers lose it."""
    sentence, clauses = bench.sentence, bench.clauses
    noun = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 7] if t.lower == "independence"), None)
    if noun is None or any(t.tag[0] == "V" for t in sentence.tokens[verb.i + 1 : noun.i]) or not is_real(bench, verb, bonds):
        return
    passive = clauses.is_passive(verb)
    gives = verb.lower.startswith("grant")
    subjects = sentence.children(verb, "nsubjpass") if passive else clauses.subjects(verb)
    free = (
        states_of(bench, subjects)
        if not gives or passive
        else states_of(bench, [*sentence.children(verb, "dative"), *clauses.under(verb, "to"), *clauses.under(noun, "to")])
    )
    if not gives and not passive:  # "Fretilin declared the independence of East Timor"
        free = states_of(bench, clauses.under(noun, "of")) or free
    rulers = states_of(bench, clauses.under(noun, "from")) or (states_of(bench, subjects) if gives and not passive else [])
    rulers = rulers or states_of(bench, clauses.under(verb, "from"))
    denied = clauses.negated(verb)
    since, _ = period(bench, "begin", [*own_clause(bench, verb), *sentence.subtree(noun)])
    for a in free:
        ruler = next((r for r in rulers if r != a), None)
        yield Told(
            "independence",
            "begin",
            a,
            ruler,
            since,
            None,
            sentence.span([*sentence.subtree(noun, without=frozenset({"relcl"})), verb, *subjects]),
            verb,
            denied,
        )


def since_freed(bench: Workbench) -> Iterator[Told]:
    """ "Since independence from Britain on 6 March 1957 the Government ...": of who speaks, or whom the text is of."""
    free = bench.scene.speaker(bench.sentence.start) or bench.scene.discourse.home
    for noun in bench.sentence:
        when = bench.sentence.head(noun) if noun.lower == "independence" else None
        if when is None or free is None or noun.dep not in ("pobj", "dobj") or when.lower not in _SINCE:
            continue
        owners = [c for c in bench.sentence.children(noun, "poss", "compound", "amod") if c.tag != "PRP$"]
        rulers = states_of(bench, bench.clauses.under(noun, "from"))
        day = next((d for d in bench.dates if noun.end < d.start <= noun.end + _NEAR_NOUN), None)
        if not owners and len(rulers) == 1 and rulers[0] != free and day is not None and day.date_end is None:
            span = Span(when.start, day.end)
            yield Told("independence", "begin", free, rulers[0], day.date, None, span, noun)


def becoming(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """ "A became independent of B", "B is an inalienable part of A", "the 60th anniversary of A's independence"."""
    sentence, clauses = bench.sentence, bench.clauses
    for token in sentence:
        if token.lower not in _BECOMING:
            continue
        head = sentence.head(token)
        if token.lower == "independent" and head is not None and head.lower in _BECAME and is_real(bench, head, bonds):
            rulers = states_of(
                bench, [*clauses.under(token, "from"), *clauses.under(token, "of"), *clauses.under(head, "from")]
            )
            since, _ = period(bench, "begin", own_clause(bench, head))
            for a in states_of(bench, clauses.subjects(head)):
                ruler = next((r for r in rulers if r != a), None)
                yield Told(
                    "independence",
                    "begin",
                    a,
                    ruler,
                    since,
                    None,
                    sentence.span(own_clause(bench, head)),
                    head,
                    clauses.negated(head),
                )
        elif token.lower == "part" and head is not None and head.lower in _BE and token.dep == "attr":
            yield from _part_of(bench, token, head)
        elif token.lower == "part" and head is not None and token.dep in ("pobj", "appos"):
            yield from _described_as_part(bench, token, head)
        elif token.lower == "claim" and token.dep == "dobj" and head is not None and head.lower in _LAYS:
            yield from _laid(bench, bonds, token, head)
        elif token.lower == "independence" and (year := _commemorated(bench, token)):
            owners = states_of(bench, [*sentence.children(token, "poss"), *clauses.under(token, "of")])
            rulers = states_of(bench, clauses.under(token, "from"))
            for a in owners:
                yield Told(
                    "independence",
                    "begin",
                    a,
                    next((r for r in rulers if r != a), None),
                    year,
                    None,
                    sentence.span(sentence.subtree(token)),
                    token,
                )


def _laid(bench: Workbench, bonds: Bonds, noun: Token, verb: Token) -> Iterator[Told]:
    """ "Laid claim to North Borneo": to a land by its name."""
    if not is_real(bench, verb, bonds) or bench.clauses.negated(verb):
        return
    since, until = period(bench, "begin", own_clause(bench, verb))
    for place in (o for base in (noun, verb) for o in bench.clauses.under(base, "to")):
        mention = bench.scene.mention_at(place)
        if place.tag.startswith("NNP"):
            territory = mention.code if mention is not None and mention.kind == "name" else None
            for a in (c for c in states_of(bench, bench.clauses.subjects(verb)) if c != territory):
                span = bench.sentence.span(own_clause(bench, verb))
                yield Told("sovereignty-claim", "begin", a, territory, since, until, span, verb)


def _commemorated(bench: Workbench, noun: Token) -> str | None:
    for above in bench.sentence.ancestors(noun):
        if above.lower.startswith("anniversar"):
            around = bench.sentence.subtree(above)
            return anniversary(bench, around[0].start, around[-1].end)
    return None


def _part_of(bench: Workbench, noun: Token, verb: Token) -> Iterator[Told]:
    """ "Taiwan is an inalienable part of China": a claim where a state says it of itself, or of another."""
    sentence, clauses = bench.sentence, bench.clauses
    words = sentence.span(sentence.subtree(noun)).of(bench.text)
    wholes = states_of(bench, clauses.under(noun, "of"))
    parts = states_of(bench, clauses.subjects(verb), bare=True)
    said = reported_by(bench, verb)
    if wholes and (_PART_OF.search(words) or (said and said[-1] in wholes)):
        for b in parts:
            if b != wholes[0]:
                yield Told(
                    "sovereignty-claim",
                    "hold",
                    wholes[0],
                    b,
                    None,
                    None,
                    sentence.span(own_clause(bench, verb)),
                    verb,
                    clauses.negated(verb),
                )


def _described_as_part(bench: Workbench, noun: Token, head: Token) -> Iterator[Told]:
    """ "Regards Abkhazia as an integral part of Georgia", "Abkhazia, an inseparable part of Georgia"."""
    sentence = bench.sentence
    verb = next((a for a in sentence.ancestors(noun) if a.tag[0] == "V"), None)
    if noun.dep == "pobj":
        if head.lower != "as" or verb is None or bench.clauses.negated(verb):
            return
        things = bench.clauses.objects(verb) if bench.clauses.is_passive(verb) else sentence.children(verb, "dobj")
    else:
        things = [head]
    wholes = states_of(bench, bench.clauses.under(noun, "of"))
    if len(wholes) == 1 and _PART_OF.search(sentence.span(sentence.subtree(noun)).of(bench.text)):
        for b in (p for p in states_of(bench, things, bare=True) if p != wholes[0]):
            span = sentence.span([*(t for x in things for t in sentence.subtree(x)), *sentence.subtree(noun)])
            yield Told("sovereignty-claim", "hold", wholes[0], b, None, None, span, verb or noun)


def _succeeded(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "The Russian Federation succeeded the Soviet Union"."""
    sentence, clauses = bench.sentence, bench.clauses
    passive = clauses.is_passive(verb)
    heirs = states_of(bench, clauses.subjects(verb), bare=True)
    late = states_of(bench, clauses.objects(verb) if passive else sentence.children(verb, "dobj"), bare=True)
    since, _ = period(bench, "begin", own_clause(bench, verb))
    for a in heirs:
        for b in late:
            if a != b and not clauses.negated(verb):
                yield Told("succession", "begin", a, b, since, None, sentence.span(own_clause(bench, verb)), verb)
