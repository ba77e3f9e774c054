"""What tells an act no second time: a wish behind a protest, one more word for an attack, more words of an accusation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.sentence.means import causing
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_CLAIMS = word_class("claims-repeated")
# Who was caught so may be let go in the same sentence.
_CAUGHT = frozenset({("COERCE", "arrest"), ("ASSAULT", "abduct")})
_WAGED = frozenset({"fighting", "battling"})
_BESIDE = ("advcl", "conj", "pcomp", "acl", "xcomp", "prep")


def is_grievance(reader: ActReader, act: Act, heads: Mapping[int, Act]) -> bool:
    """ "Marched through the town demanding a vote", "joining thousands in demanding ...": what those who protest want, told by a
    participle of the protest's own clause, is why they protest.
    """
    if act.event != "REQUEST":
        return False
    here = act.head
    above = reader.sentence.head(here)
    if here.dep == "xcomp" and above is not None and reader.clauses.has_to(here):
        here, above = above, reader.sentence.head(above)
    if here.dep == "ccomp" and above is not None and above.tag == "VBG" and above.dep == "advcl":
        here = above  # "rallied against the mayor, saying he must go"
    if here.tag != "VBG" or reader.sentence.children(here, "nsubj", "aux"):
        return False
    while here.dep in _BESIDE and (above := reader.sentence.head(here)) is not None:
        if above.i in heads:
            return heads[above.i].event == "PROTEST"
        if above.tag[0] == "V" and above.tag != "VBG":
            return False
        here = above
    # "The controllers, demanding higher pay, went on strike".
    return here is not act.head and here.dep == "nsubj" and here.head in heads and heads[here.head].event == "PROTEST"


def is_in_passing(reader: ActReader, act: Act, heads: Mapping[int, Act]) -> bool:
    """ "Handed over the remains of soldiers killed in the war": force by nobody known, of which a participle says only what those
    are whom an act above it is about.
    """
    if act.event == "PROTEST" and act.head.tag == "VBG" and act.head.dep in ("advcl", "conj"):  # "marched, chanting slogans"
        above = [heads[t.i] for t in reader.sentence.ancestors(act.head) if t.i in heads]
        return any(a.event == "PROTEST" and codes_in(a.source) for a in above)
    if act.rule == "people-flee" and act.head.tag == "VBG" and act.head.dep == "acl":  # "opened the border to those fleeing"
        return any(t.i in heads for t in reader.sentence.ancestors(act.head))
    if act.event == "ASSAULT" and act.head.lower in _WAGED and act.head.dep == "acl":  # "backed guerrillas fighting the army"
        return any(t.i in heads for t in reader.sentence.ancestors(act.head))
    if act.head.dep != "acl" or act.head.tag != "VBN":
        return False
    if act.event in ("SUPPORT", "AGREE"):  # "left under an accord signed in May"
        preposition = reader.sentence.head(reader.sentence.tokens[act.head.head])
        return (
            preposition is not None
            and preposition.lower == "under"
            and any(t.i in heads for t in reader.sentence.ancestors(act.head))
        )
    held = act.event == "COERCE" and not reader.clauses.under(act.head, "by")  # "freed a driver held since May"
    held = held and causing(reader.clauses, act.head) is None
    if act.event not in ("ASSAULT", "COERCE") or (codes_in(act.source) and not held):
        return False
    return any(t.i in heads for t in reader.sentence.ancestors(act.head))


def answered(reader: ActReader, acts: list[Act]) -> list[Act]:
    """ "Chile called on Peru to revoke the tariff; it refused": who turns down what was asked right before is who was asked."""
    asked = [a for a in acts if a.event in ("REQUEST", "AGREE") and codes_in(a.target) and not a.reciprocal]
    return [_by_asked(reader, a, asked[0]) if a.event == "REJECT" and len(asked) == 1 else a for a in acts]


def _by_asked(reader: ActReader, act: Act, asked: Act) -> Act:
    if act.head.tag[0] != "V" or act.head.i < asked.head.i or not codes_in(act.source) <= codes_in(asked.source):
        return act
    subjects = reader.sentence.children(act.head, "nsubj")
    if not any(s.lower in ("it", "they") and s.i > asked.head.i for s in subjects) or act.head.dep == "ccomp":
        return act
    return replace(act, source=asked.target, target=asked.source)


def accusing(reader: ActReader, verb: Token) -> list[Token]:
    """The participles that go on with an accusation: "accused them of breaking the truce, ignoring the law and shelling ..."."""
    of = [p for p in reader.sentence.children(verb, "prep") if p.lower in ("of", "for")]
    charges = [c for p in of for c in reader.sentence.children(p, "pcomp")]
    for charge in charges:
        charges += [c for c in reader.sentence.children(charge, "conj") if c.tag == "VBG"]
    # "of bombing villages": a gerund that was taken for a noun on what it governs.
    named = [
        c for p in of for o in reader.sentence.children(p, "pobj") for c in reader.sentence.children(o, "compound", "amod")
    ]
    first = next((c for c in (*charges, *named) if c.lower.endswith("ing")), None)
    if first is None:
        return []
    beside = [c for v in (verb, *charges) for c in reader.sentence.children(v, "advcl") if c.tag == "VBG" and c.i > first.i]
    # A list goes on to an "and"; "accused them of lying, expelling their envoy" tells what was done about it.
    listed = [c for c in beside if any(o.tag == "VBG" for o in reader.sentence.children(c, "conj"))]
    return [*charges, *listed]


def claimed(reader: ActReader, verb: Token) -> list[Token]:
    """ "Looked into claims that officers beat a suspect": what is looked into, not told."""
    below = reader.sentence.subtree(verb, without=frozenset({"relcl", "advcl", "parataxis", "conj", "ccomp", "nsubj"}))
    nouns = (t for t in (*below, *reader.sentence.children(verb, "nsubjpass")) if t.lower in _CLAIMS)
    return [c for t in nouns for c in reader.sentence.children(t, "acl", "ccomp", "relcl") if "that" in reader.clauses.marks(c)]


def blamed_for(reader: ActReader, verb: Token) -> list[Token]:
    """ "Blamed Chad for a bomb that wrecked a hotel": what the bomb did is what Chad is blamed for."""
    groups = reader.vocabulary.groups
    things = groups["bombs"] | groups["attack"]
    named = (o for p in reader.sentence.children(verb, "prep") for o in reader.sentence.children(p, "pobj"))
    told = (o for o in named if not things.isdisjoint(reader.clauses.words(o)))
    return [c for o in told for c in reader.sentence.children(o, "relcl", "acl")]


def once(acts: Sequence[Act]) -> list[Act]:
    """The acts without those that tell how an attack before them was made: "killed eleven when they blew themselves up in
    Grozny" is one attack, on whom its place says where its victims say nothing.
    """
    out: list[Act] = []
    resigned = [codes_in(a.source) for a in acts if a.mode == "resign" and a.modality == "actual"]
    for act in acts:
        if act.rule == "leave-for" and codes_in(act.source) in resigned:
            continue  # "handed over power and left for Lagos": into exile
        above = next((a for a in out if _is_how(act, a)), None)
        if above is None:
            out.append(act)
        elif codes_in(above.target) <= codes_in(above.source) and act.target:
            out[out.index(above)] = replace(above, target=act.target)
    return out


def _is_how(act: Act, above: Act) -> bool:
    told = act.event == above.event == "ASSAULT" and act.mode == above.mode == "suicide-attack"
    below = act.head.dep in ("advcl", "relcl", "conj") and act.head.head == above.head.i
    return told and below and act.head is not above.head and codes_in(act.source) == codes_in(above.source)


def caught(reader: ActReader, act: Act, heads: dict[int, Act]) -> tuple[Reference, ...]:
    """ "Arrested two reporters on Monday and freed them on Friday": "they" who are freed are those whom the same had caught."""
    if any(r.text and r.codes for r in act.target):
        return ()
    if not any(o.tag == "PRP" and o.lower in ("him", "her", "them") for o in reader.clauses.objects(act.head)):
        return ()
    own = codes_in(act.source)
    before = [a for a in heads.values() if (a.event, a.mode) in _CAUGHT and codes_in(a.source) == own and a.target]
    return before[-1].target if own and before else ()
