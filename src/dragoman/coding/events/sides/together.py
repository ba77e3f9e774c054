"""Those who act with or towards each other: states that meet or agree, parties of one state, partners named apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.sides.carried import signers_after
from dragoman.coding.events.sides.whereabouts import spoken_of
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What governments and those who fight them do with each other, and who these are.
_TALKED = frozenset({"CONSULT", "AGREE"})
_FIGHTERS = frozenset({"REB", "UAF"})
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_BY_TWO = frozenset({("SUPPORT", "treaty"), ("SUPPORT", "recognition")})
_TIES = frozenset({"relation", "relations", "tie", "ties"})
_TIES_MADE = frozenset({"ties-restored", "establish-relations"})
_MADE_ANEW = word_class("made-anew")
# A bond told so far before is what "relations" are, in characters.
_REACH = 400
_OFFICES = word_class("envoys-of-two")
_PACTS = word_class("pacts")
# "Chad and Libya exchanged fire".
_TRADED = frozenset({"exchange", "trade", "swap"})
_WARS = frozenset({"war", "wars", "battle", "battles"})
_TRUCES = frozenset({("RETREAT", "ceasefire"), ("SUPPORT", "treaty")})
# Rules of drills, of several or of one.
_DRILLED = frozenset({"drill-together", "drill-hunt"})


def each_other(reader: ActReader, act: Act) -> Act:
    """Several who agree, meet or make peace and name nobody else do so with each other: states alike on both sides,
    parties of one state one against the other ("the government and the rebels agreed", "Hun Sen and his rival met").
    """
    signed = codes_in((*act.source, *act.target)) if act.mode == "treaty" else set()
    if len(signed) > 1 or (
        signed and any(t.dep == "conj" for r in act.source for t in reader.sentence.subtree(reader.sentence.tokens[r.head]))
    ):
        reader.scene.story.signatories = tuple(sorted(signed))  # whom "the parties" means afterwards
    if act.reciprocal and not act.source and len(act.target) > 1 and len(codes_in(act.target)) == 1:
        # "Talks between the government of Chad and its rebels resumed": one with the other.
        act = replace(act, source=act.target[:1], target=act.target[1:])
    traded = act.event == "ASSAULT" and act.head.tag[0] == "V" and not _TRADED.isdisjoint(reader.clauses.verb_lemmas(act.head))
    traded = traded or (act.event == "ASSAULT" and act.head.tag[0] == "V" and _is_war(reader, act))
    # "Chad and Libya opened embassies"
    traded = traded or (act.rule == "open-mission" and len(codes_in(act.source)) == 2 and _is_several(act))
    mutual = act.event in _TOGETHER or act.reciprocal or traded or (act.event, act.mode) in _TRUCES
    mutual = mutual and act.mode != "third-party"  # "Chad and Mali mediate" between others
    acting, beyond = (codes_in(side) for side in (act.source, act.target))
    if mutual and len(acting) > 1 and not beyond - acting:
        act = replace(act, target=())
    heads = [reader.sentence.tokens[r.head] for r in act.source]
    each = any(c.lower in ("each", "either") for h in heads for c in reader.sentence.children(h, "det"))
    if act.target or not act.source or not mutual or ("aid" in act.rule and not each and not _agree(reader, heads)):
        return act
    known = [r for r in act.source if r.codes]
    codes = codes_in(known)
    if len(codes) > 1:
        return replace(act, reciprocal=True)
    known_heads = {r.head for r in act.source}
    subjects = reader.clauses.subjects(act.head) if act.head.tag[0] == "V" else []
    tokens = [c for s in subjects for c in conjuncts(reader, s) if c.i not in known_heads and c.tag[0] in "NJ"]
    others = [r for r in act.source if r is not known[0]] if known else []
    others += [Reference((), None, t.text, Span(t.start, t.end), t.i) for t in tokens]
    if not known or not others or any(_is_of_one_office(reader, s) for s in subjects):
        return act
    return replace(act, source=(known[0],), target=tuple(r if r.codes else replace(r, codes=known[0].codes) for r in others))


def _is_several(act: Act) -> bool:
    return act.object is not None and act.object.tag == "NNS" and act.head.dep != "relcl"


def _is_war(reader: ActReader, act: Act) -> bool:
    """ "Chad and Libya, which fought a war in 1987": one against the other, where nobody else is named."""
    fought = not {"fight", "wage"}.isdisjoint(reader.clauses.verb_lemmas(act.head)) and not reader.clauses.is_passive(act.head)
    return fought and any(o.lower in _WARS for o in reader.clauses.objects(act.head)) and "together" not in reader.words


def _agree(reader: ActReader, heads: list[Token]) -> bool:
    """ "The two presidents agreed to send a joint mission": with each other, whatever they will give."""
    over = [reader.sentence.head(h) for h in heads]
    counted = any(c.lower in ("two", "both") for h in heads for c in (h, *h.children))
    return counted and any(v is not None and "agree" in reader.clauses.verb_lemmas(v) for v in over)


def _is_of_one_office(reader: ActReader, subject: Token) -> bool:
    """ "The foreign ministers Larsson and Crosby": each is another state's."""
    tokens = reader.sentence.tokens
    titles = (t for t in (*reader.sentence.children(subject, "compound", "nmod"), subject) if t.tag == "NNS")
    return any(t.lower in _OFFICES and tokens[min(t.i + 1, len(tokens) - 1)].tag == "NNP" for t in titles)


def ruled(act: Act) -> Act:
    """ "Talks between the Chadian government and rebels": the rebels are those of the state whose government they meet."""
    if act.event not in _TALKED or len(codes_in((*act.source, *act.target))) != 1:
        return act
    return replace(act, source=_with_ruler(act.source), target=_with_ruler(act.target))


def _with_ruler(side: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """One side of an act, with those who fight a government that stands beside them of its state."""
    own = next((r.codes for r in side if r.codes and r.sector == "GOV"), ())
    return tuple(replace(r, codes=own) if not r.codes and r.sector in _FIGHTERS else r for r in side)


def conjuncts(reader: ActReader, head: Token) -> list[Token]:
    beside = [(t, reader.scene.mention_at(t)) for t in reader.sentence.children(head, "appos")]
    # "The government, the fronts A and B, and parties": a body of its own is no apposition to a government.
    bodies = [t for t, m in beside if m is not None and m.kind == "body" and head.lower == "government"]
    found = [*reader.sentence.children(head, "conj"), *bodies]
    return [t for c in found for t in (c, *conjuncts(reader, c))]


def by_both(reader: ActReader, act: Act) -> Act:
    """ "A third treaty was signed in 2024", "instruments were exchanged in Rome between Chad and Mali": by those between whom
    it is, wherever the parser hung them; else by the two that the text is between.
    """
    if act.event == "SUPPORT" and act.mode in ("treaty", "recognition") and not act.source and act.target:
        source = tuple(with_whom(reader, act))
        # One party's ties with two others are none between these.
        several = len(codes_in(act.target)) > 1
        return replace(act, source=source, reciprocal=act.reciprocal and not (source and several))
    if (act.event, act.mode) == ("SANCTION", "discontinue") and not act.source:
        return broken_by_both(reader, act)
    if len(two := _under_truce(reader, act)) == 2:
        return replace(act, source=implied(two, Span(act.head.start, act.head.end), act.head.i), reciprocal=True)
    if act.source or act.target or (act.event, act.mode) not in _BY_TWO or "mend" in reader.clauses.verb_lemmas(act.head):
        return act
    below = reader.sentence.subtree(act.head)
    between = [o for t in below if t.lower == "between" for o in reader.sentence.children(t, "pobj")]
    named = [r for o in between for r in reader.referrer.all(o) if r.codes]
    pointed = {"that", "this", "these", "those"} & {t.lower for o in reader.clauses.objects(act.head) for t in o.children}
    span = Span(act.head.start, act.head.end)
    both = () if pointed else (act.mode == "treaty" and not named and signers_after(reader)) or reader.scene.discourse.between
    if act.rule in _TIES_MADE and not named and not pointed and not _MADE_ANEW.isdisjoint(reader.clauses.verb_lemmas(act.head)):
        both = both or _tied(reader, act.head)
    if not both and not named and not pointed and act.mode == "treaty" and _is_unnamed(reader, act):
        two, speaker = reader.scene.discourse.two_near(act.head.start), reader.scene.speaker(act.head.start)
        both = tuple(two) if speaker is None or speaker in two else ()
        both = both or tuple(reader.scene.discourse.sectioned(act.head.start))
    source = tuple(named) or implied(both, span, act.head.i)
    return replace(act, source=source, reciprocal=True) if source else act


def _under_truce(reader: ActReader, act: Act) -> Sequence[str]:
    """ "A truce was signed in Lima", in a text on two: those, wherever."""
    bare = (act.event, act.mode) == ("RETREAT", "ceasefire") and not act.source and not act.target
    signed = bare and act.rule == "ceasefire" and reader.clauses.is_passive(act.head)
    return reader.scene.discourse.two(act.head.start) if signed else ()


def _is_unnamed(reader: ActReader, act: Act) -> bool:
    """ "The agreement was signed in Accra": a bond of two by its bare noun, that no name tells from others."""
    things = reader.clauses.objects(act.head)
    words = [t for n in things for t in (n, *reader.sentence.children(n, "compound", "amod", "nmod"))]
    return bool(things) and all(n.lower in _PACTS for n in things) and not any(t.text[:1].isupper() for t in words)


def _tied(reader: ActReader, verb: Token) -> tuple[str, ...]:
    """Whose "relations" are that are made or broken: of the two that the words before name, else of the bond told last."""
    near, bond = reader.scene.discourse.two_near(verb.start), reader.scene.story.bond
    if near or bond is None or bond.told.b is None or reader.sentence.start - bond.end > _REACH:
        return tuple(near)
    return (bond.told.a, bond.told.b)


def broken_by_both(reader: ActReader, act: Act) -> Act:
    """ "Relations between Chad and Mali were suspended", "the relations were broken off" in a text on two: by either."""
    if act.rule != "ties-broken" and (act.object is None or not _TIES & set(reader.clauses.words(act.object))):
        return act
    if len(codes_in(act.target)) > 1:
        return replace(act, source=act.target, target=(), reciprocal=True)
    both = reader.scene.discourse.between if not act.target else ()
    if act.rule == "ties-broken" and not act.target:
        both = both or _tied(reader, act.head)
    span = Span(act.head.start, act.head.end)
    source = implied(both, span, act.head.i)
    return replace(act, source=source, reciprocal=True) if source else act


def beside(reader: ActReader, act: Act, heads: list[Token], theirs: set[str]) -> list[Reference]:
    """ "Norway recognized Bhutan, and relations with it were established": the other of the two of the clause before."""
    above = reader.sentence.head(act.head) if act.head.dep in ("conj", "ccomp") else None
    if above is None or not all(h.tag in ("PRP", "NNP") for h in heads):
        return []
    named = [*reader.clauses.subjects(above), *reader.clauses.objects(above)]
    return [r for h in named for r in reader.referrer.all(h) if r.codes and not set(r.codes) & theirs]


def with_whom(reader: ActReader, act: Act) -> list[Reference]:
    """ "An agreement with Chad was signed": by whom the text is about, where the other party alone is named."""
    tokens = reader.sentence.tokens
    heads = [tokens[r.head] for r in act.target]
    over = [reader.sentence.head(h) for h in heads]
    # "Association with Chad", where the parser has it under the treaty's "of".
    if not any(t is not None and t.lower == "with" for t in over) and not any(reader.clauses.under(h, "with") for h in heads):
        return []
    theirs = codes_in(act.target)
    things = reader.clauses.objects(act.head)
    # "Its agreement with the Agency was signed", "the agreement of Chad with the Agency".
    named = [n for t in things for n in (t, *reader.sentence.children(t, "compound", "amod"))]  # "its safeguards agreement"
    owners = [o for n in named for o in (*reader.sentence.children(n, "poss"), *reader.clauses.under(n, "of"))]
    own = [r for o in owners for r in reader.referrer.all(o) if r.codes and not set(r.codes) & theirs]
    own = own or beside(reader, act, heads, theirs)
    if own:
        return own
    home = reader.scene.discourse.home
    if home is not None and home not in theirs:  # in an overview
        return list(implied((home,), act.target[0].span, act.head.i))
    codes = reader.scene.discourse.facing(tuple(dict.fromkeys(c for r in act.target for c in r.codes)))
    others = [c for c in spoken_of(reader, act) if c not in theirs] if not codes else []
    codes = codes or (tuple(others) if len(others) == 1 else ())  # "a treaty with Chad, signed in May, is Peru's only one"
    return list(implied(codes, act.target[0].span, act.head.i))


def drilled_alone(reader: ActReader, act: Act) -> Act:
    """ "The navy and the air force of Chad hold a joint exercise": arms of one state, which shows force by itself."""
    if act.event != "COOPERATE" or len(codes_in((*act.source, *act.target))) != 1:
        return act
    if act.rule not in _DRILLED and not (act.rule == "joint-operation" and act.object is not None):
        return act
    drill = reader.vocabulary.groups["drill"]
    if act.rule not in _DRILLED and (act.object is None or drill.isdisjoint(reader.clauses.words(act.object))):
        return act
    if not any(r.sector == "MIL" for r in act.source) or any(r.sector not in ("MIL", None) for r in act.target):
        return act
    return replace(act, event="MOBILIZE", mode="troops", rule="drill-alone", target=(), reciprocal=False)
