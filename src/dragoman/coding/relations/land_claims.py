"""Claims to sovereignty: who claims which land, since when, and who gave it up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.names.mentions import Mention
from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import period
from dragoman.coding.relations.telling import Told, antecedent, own_clause, states_of
from dragoman.coding.sentence.phrasing import listed, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SHORT_IS
from dragoman.lexicon.words import stems, word_class

_SOLE = re.compile(
    r"\b(?:sole|only|lawful|rightful|legitimate|legal)\b.{0,40}\b(?:government|representative|authority)\b.{0,12}\bof\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:inalienable|inherent|integral|inseparable|sacred|indivisible|part and parcel|own)\b", re.IGNORECASE
)
_ITS_OWN = re.compile(r"\b(?:as|be|part of)\b.{0,30}\b(?:territory|own|part|province|soil)\b")
_BE = BE | SHORT_IS | REMAIN | {"constitutes", "constitute"}
_LAYS = word_class("laying-claim")
_LANDS = word_class("lands")
# "Claims the islands", of which the words before said which they are.
_SOME_LAND = word_class("lands-claimed") | {"area", "areas", "zone"}
_POINTING = frozenset({"the", "these", "those", "this", "that", "both"})
OWN_LAND = frozenset({"territory", "soil", "land"})
ASSERTS, SURELY = word_class("asserting-a-right"), word_class("beyond-dispute")
_PARTS = word_class("parts-of-land")
_RIGHTS_OVER_LAND = word_class("rights-over-land")
_PRESSES = word_class("pressing-a-claim")
_TELLING = OWN_LAND | {"part", "claim", "claims", "sovereignty"}
_GIVES_UP, _TAKES_FOR = stems("giving-up-a-claim"), stems("taking-for-its-own")


def find(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """Claims that nouns tell: "laid claim to", "its claim to", "an inalienable part of"."""
    for token in bench.sentence:
        head = bench.sentence.head(token) if token.lower in _TELLING else None
        if head is None:
            continue
        if token.lower == "sovereignty":
            yield from _asserted(bench, bonds, token)
        elif token.lower in OWN_LAND and token.dep == "attr" and head.lower in _BE:
            yield from _own_land(bench, token, head)
        if token.lower == "part" and head.lower in _BE and token.dep == "attr":
            yield from _part_of(bench, token, head)
        elif token.lower == "part" and token.dep in ("pobj", "appos"):
            yield from _described_as_part(bench, token, head)
        if token.lower == "part" and token.dep in ("pobj", "attr", "oprd"):
            yield from _taken_for_own(bench, bonds, token)
        elif token.lower == "claim" and token.dep == "dobj" and head.lower in _LAYS:
            yield from _laid(bench, bonds, token, head)
        elif token.lower in ("claim", "claims") and token.tag[0] == "N":
            yield from _noun(bench, bonds, token, head)


def claimed(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "A claims sovereignty over B", "A claims B as its own", "A and B claim to be the sole government", "A annexed B"."""
    sentence, clauses = bench.sentence, bench.clauses
    passive = clauses.is_passive(verb) or (verb.tag == "VBN" and verb.dep == "acl")
    claimants = states_of(bench, [*clauses.under(verb, "by"), *sentence.agents(verb)] if passive else clauses.subjects(verb))
    if not claimants or clauses.negated(verb):
        return
    span = sentence.span(own_clause(bench, verb))
    words = sentence.span(sentence.subtree(verb)).of(bench.text)
    if not verb.lower.startswith("annex") and _SOLE.search(words):
        for a in claimants:
            for b in (c for c in claimants if c != a):
                yield Told("sovereignty-claim", "hold", a, b, None, None, span, verb)
        return
    active = [h for o in sentence.children(verb, "dobj") for h in listed(sentence, antecedent(bench, o))]
    objects = _things(bench, verb) if passive else active
    rights = [n for n in objects if n.lower in _RIGHTS_OVER_LAND]
    over = [antecedent(bench, o) for n in rights for o in (clauses.under(n, "over") or clauses.under(verb, "over"))]
    present = verb.tag in ("VBZ", "VBP") or "has" in clauses.auxiliaries(verb)
    change = "begin" if verb.lower.startswith("annex") else "hold"
    since, until = period(bench, change, own_clause(bench, verb))
    if not over and any(_is_part_of_land(bench, o) for o in objects):
        for a in claimants:
            yield Told("sovereignty-claim", change, a, None, since, until, span, verb)
        return
    its_own = _ITS_OWN.search(words) is not None
    for place in over or objects:
        mention = _name_of(bench, place)
        territory_name = _is_territory(place)
        some = _is_some_land(bench, place)
        named = mention is not None or territory_name or some or (bool(over) and place.lower in _LANDS)
        if not named and not (its_own and any(t.tag.startswith("NNP") for t in sentence.subtree(place))):
            continue  # neither a state's name nor a place's
        land = territory_name or some or (mention is not None and mention.code in bench.scene.knowledge.territories)
        land = land or (present and mention is not None and mention.kind == "place" and mention.code not in claimants)
        if not over and not verb.lower.startswith("annex") and not its_own and not land:
            continue
        territory = _code_of(mention)
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
        if _is_territory(whole):
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


def _is_some_land(bench: Workbench, head: Token) -> bool:
    """ "The islands", "these territories": land that the words before told of."""
    return head.lower in _SOME_LAND and any(c.lower in _POINTING for c in bench.sentence.children(head, "det"))


def _asserted(bench: Workbench, bonds: Bonds, noun: Token) -> Iterator[Told]:
    """ "Reaffirms its rights of sovereignty over the islands": who asserts it, of a land that is named."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.verb_above(noun)
    if verb is None or verb.lower not in ASSERTS or clauses.negated(verb) or not is_real(bench, verb, bonds):
        return
    whole = [o for o in sentence.children(verb, "dobj") if o.i == noun.i or noun in sentence.subtree(o)]
    whole += [o for o in clauses.under(verb, "on") if o.i == noun.i]
    whose = [c for o in whole for c in sentence.children(o, "poss")]
    places = [h for base in (noun, *whole, verb) for o in clauses.under(base, "over") for h in listed(sentence, o)]
    owners = states_of(bench, clauses.subjects(verb))
    if not whole or not set(states_of(bench, whose)) <= set(owners):
        return
    within = own_clause(bench, verb)
    for place in dict.fromkeys(p.i for p in places):
        named, code = _place(bench, sentence.tokens[place])
        for a in (o for o in owners if named and o != code):
            yield Told("sovereignty-claim", "hold", a, code, None, None, sentence.span(within), verb)


def _own_land(bench: Workbench, noun: Token, verb: Token) -> Iterator[Told]:
    """ "The island is indisputably Chadian territory"."""
    sentence, clauses = bench.sentence, bench.clauses
    wholes = states_of(bench, [*sentence.children(noun, "amod", "compound", "poss"), *clauses.under(noun, "of")])
    if len(wholes) != 1 or clauses.negated(verb) or SURELY.isdisjoint(t.lower for t in sentence.subtree(verb)):
        return
    for subject in sentence.children(verb, "nsubj"):
        named, code = _place(bench, subject)
        if (named or subject.tag.startswith("NNP")) and code not in wholes:
            yield Told("sovereignty-claim", "hold", wholes[0], code, None, None, sentence.span(own_clause(bench, verb)), verb)


def _things(bench: Workbench, verb: Token) -> list[Token]:
    """What is claimed in "the islands are claimed by Chad" and "the islands, claimed by Chad"."""
    head = bench.sentence.head(verb)
    if verb.dep in ("acl", "relcl") and head is not None and not bench.sentence.children(verb, "nsubjpass"):
        return [head]
    found = bench.sentence.children(verb, "nsubjpass")
    return [head] if head is not None and any(t.tag == "WDT" for t in found) else found


def _name_of(bench: Workbench, place: Token) -> Mention | None:
    """The name of a state or place that ends in a head."""
    mention = bench.scene.mention_at(place)
    return mention if mention is not None and mention.kind in ("name", "place") and mention.end >= place.end else None


def _code_of(mention: Mention | None) -> str | None:
    """The code of a land by its name, where it has one."""
    return mention.code if mention is not None and mention.kind == "name" else None


def _place(bench: Workbench, place: Token) -> tuple[bool, str | None]:
    """(whether a head names a land, the code of it where it has one)."""
    mention = _name_of(bench, place)
    return mention is not None or _is_territory(place) or _is_some_land(bench, place), _code_of(mention)


def _noun(bench: Workbench, bonds: Bonds, noun: Token, head: Token) -> Iterator[Told]:
    """ "Chad's claim to the islands", "maintains its claim over them", "renounced its claim to them in 1960"."""
    clauses, sentence = bench.clauses, bench.sentence
    verb = head if head.tag[0] == "V" and noun.dep in ("dobj", "nsubjpass") else None
    bases = [noun, *([verb] if verb is not None else [])]
    places = [antecedent(bench, o) for t in bases for p in ("to", "over", "on", "upon") for o in clauses.under(t, p)]
    lands = [(p, *_place(bench, i)) for o in places for p in listed(sentence, o) for i in _inside(bench, p)]
    owners = states_of(bench, sentence.children(noun, "poss", "amod", "compound"))
    pressed = verb is not None and (verb.lower in _PRESSES or verb.lower.startswith(_GIVES_UP))
    if not owners and verb is not None and pressed:
        owners = states_of(bench, clauses.subjects(verb))
    if not owners or not any(named for _, named, _ in lands):
        return
    change, within = "hold", sentence.subtree(noun)
    if verb is not None:
        if not is_real(bench, verb, bonds) or clauses.negated(verb):
            return
        given_up = verb.lower.startswith(_GIVES_UP) and (verb.lower[:3] not in ("gav", "giv") or _has_up(bench, verb))
        change, within = "end" if given_up else "hold", own_clause(bench, verb)
    elif any(a.lower in bonds.blurs for a in sentence.ancestors(noun) if a.i != noun.i):
        return
    since, until = period(bench, change, within)
    for _, named, code in lands:
        for a in (o for o in owners if named and o != code):
            yield Told("sovereignty-claim", change, a, code, since, until, sentence.span(within), noun)


def _inside(bench: Workbench, place: Token) -> list[Token]:
    """What a right that is claimed is over ("a claim to sovereignty over the islands"); else the place itself."""
    over = bench.clauses.under(place, "over") if place.lower in _RIGHTS_OVER_LAND else []
    parts = bench.clauses.under(place, "of") if place.lower in _PARTS else []
    return over or parts or [place]


def _has_up(bench: Workbench, verb: Token) -> bool:
    return any(t.lower == "up" for t in bench.sentence.tokens[verb.i + 1 : verb.i + 4])


def _taken_for_own(bench: Workbench, bonds: Bonds, part: Token) -> Iterator[Told]:
    """ "Regards Mayotte as part of its territory": its own, or that of the state that says so."""
    verb = next((a for a in bench.sentence.ancestors(part) if a.lower.startswith(_TAKES_FOR) and a.tag[0] == "V"), None)
    if verb is None or verb.lower.startswith("claim") or bench.clauses.negated(verb) or not is_real(bench, verb, bonds):
        return
    takers = states_of(bench, bench.clauses.subjects(verb))
    whole = [t for o in bench.clauses.under(part, "of") for t in bench.sentence.subtree(o)]
    own = any(t.lower in ("its", "their", "own") for t in whole)
    if not own and not set(states_of(bench, bench.clauses.under(part, "of"))) & set(takers):
        return
    things = [m for m in bench.scene.within(verb.end, part.start) if m.kind == "name" and m.code]
    lands = {m.code for m in things if m.code in bench.scene.knowledge.territories | bench.scene.knowledge.states}
    some = [t for t in bench.sentence.tokens[verb.i : part.i] if _is_some_land(bench, t)] if not lands else []
    for a in takers:
        for b in (None,) if some else sorted(c for c in lands if c and c != a):
            within = own_clause(bench, verb)
            since, until = period(bench, "hold", within)
            yield Told("sovereignty-claim", "hold", a, b, since, until, bench.sentence.span(within), verb)


def _laid(bench: Workbench, bonds: Bonds, noun: Token, verb: Token) -> Iterator[Told]:
    """ "Laid claim to North Borneo": to a land by its name."""
    if not is_real(bench, verb, bonds) or bench.clauses.negated(verb):
        return
    since, until = period(bench, "begin", own_clause(bench, verb))
    for place in (antecedent(bench, o) for base in (noun, verb) for o in bench.clauses.under(base, "to")):
        mention = bench.scene.mention_at(place)
        if place.tag.startswith("NNP") or _place(bench, place)[0]:
            territory = _code_of(mention)
            for a in (c for c in states_of(bench, bench.clauses.subjects(verb)) if c != territory):
                span = bench.sentence.span(own_clause(bench, verb))
                yield Told("sovereignty-claim", "begin", a, territory, since, until, span, verb)


def _part_of(bench: Workbench, noun: Token, verb: Token) -> Iterator[Told]:
    """ "Taiwan is an inalienable part of China": a claim where a state says it of itself, or of another."""
    sentence, clauses = bench.sentence, bench.clauses
    words = sentence.span(sentence.subtree(noun)).of(bench.text)
    lands = [o for o in clauses.under(noun, "of") if o.lower in OWN_LAND]  # "part of the territory of Chad"
    owned = [t for o in lands for t in (*clauses.under(o, "of"), *sentence.children(o, "poss", "amod", "compound"))]
    wholes = states_of(bench, clauses.under(noun, "of")) or states_of(bench, owned)
    parts: list[str | None] = [*states_of(bench, clauses.subjects(verb), bare=True)]
    said = reported_by(bench, verb)
    if not parts and owned and any(s.tag.startswith("NNP") or _place(bench, s)[0] for s in clauses.subjects(verb)):
        parts = [None]
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
    verb = sentence.verb_above(noun)
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
