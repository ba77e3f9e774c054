"""Whom an act that names nobody answers or is set against: who did what stands beside it, whom its errand is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_AFTER = frozenset({"after", "as", "when", "since", "because"})
_PROMPTS = word_class("prompting")
_ARMED = frozenset({"REB", "UAF", "CRM", "PRM"})
# What forces are sent out to do to somebody.
_AGAINST = word_class("against-somebody")
# Of these, only with such words behind them: "put down a revolt", "keep an eye on the fleet".
_WITH = {"put": frozenset({"down"}), "keep": frozenset({"eye", "watch", "tabs"})}


def provoked(reader: ActReader, act: Act) -> list[Reference]:
    """Whom a show of force answers or is sent against, and who is to act where a threat or promise hangs on that."""
    if act.event == "MOBILIZE" and act.head.tag[0] == "V":
        return (
            _others(act, _errand(reader, act.head))
            or _others(act, _before(reader, act.head))
            or _others(act, _prompting(reader, act.head))
        )
    if act.event == "THREATEN" and act.modality == "actual" and (moved := _others(act, _moved(reader, act.head))):
        return moved
    if act.event in ("THREATEN", "AGREE") and act.modality == "conditional":
        return _others(act, [r for r in to_act(reader, act) if r.codes])
    if act.event == "AID":
        return _others(act, _served(reader, act))
    return []


def to_act(reader: ActReader, act: Act) -> list[Reference]:
    """Who is to act in the condition that an act hangs on: "will break off relations unless Britain withdraws"."""
    condition = reader.clauses.condition_of(reader.clauses.first(act.head)) or next(
        (c for t in act.trigger if (c := reader.clauses.condition_of(t)) is not None), None
    )
    return reader.subjects_meant(condition) if condition is not None else []


def _others(act: Act, found: list[Reference]) -> list[Reference]:
    """Those of `found` who are of another state, and armed men of no state named, who are of the same."""
    own = codes_in(act.source)
    return [
        r if r.codes else replace(r, codes=act.source[0].codes)
        for r in found
        if (r.codes and not set(r.codes) & own) or (r.sector in _ARMED and set(r.codes) <= own)
    ]


def _before(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Put its navy on alert after a Chilean survey ship had entered the bay": who did what went before."""
    clauses = [c for c in reader.sentence.children(verb, "advcl") if _AFTER & set(reader.clauses.marks(c)[:1])]
    clauses += [
        c for p in reader.sentence.children(verb, "prep") if p.lower in _AFTER for c in reader.sentence.children(p, "pcomp")
    ]
    heads = [s for c in clauses for s in reader.sentence.children(c, "nsubj", "nsubjpass")]
    return [r for h in heads for r in reader.referrer.all(h)]


def _prompting(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Fired on a trawler, prompting Chile to send a frigate": whoever's deed it was that prompted it."""
    above = reader.sentence.head(verb) if verb.dep in ("xcomp", "ccomp") else None
    if above is None or above.lower not in _PROMPTS or above.dep not in ("advcl", "relcl"):
        return []
    deed = reader.sentence.verb_above(above)
    return [r for r in reader.subjects_meant(deed) if r.codes] if deed is not None else []


def _moved(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Freed the sailors after Chile had threatened reprisals": whom a threat moved to do what it came before."""
    if verb.dep != "advcl" or _AFTER.isdisjoint(reader.clauses.marks(verb)[:1]):
        return []
    above = reader.sentence.head(verb)
    return [r for r in reader.subjects_meant(above) if r.codes] if above is not None and above.tag[0] == "V" else []


def _errand(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Sent a frigate to shadow Chilean trawlers", "to keep an eye on the Chilean fleet"."""
    things = reader.clauses.objects(verb)
    clauses = [c for base in (verb, *things) for c in reader.sentence.children(base, "advcl", "xcomp", "acl", "relcl")]
    out: list[Reference] = []
    for clause in clauses:
        lemmas = _AGAINST & set(reader.clauses.verb_lemmas(clause)) if reader.clauses.is_infinitive(clause) else set()
        below = {t.lower for t in reader.sentence.subtree(clause)}
        if not lemmas or any(_WITH.get(lemma, below).isdisjoint(below) for lemma in lemmas):
            continue
        objects = reader.sentence.children(clause, "dobj")
        heads = [*(o for o in objects), *(h for o in (clause, *objects) for h in reader.clauses.under(o, "on"))]
        out += [r for h in heads for r in reader.referrer.all(h)]
    return out


def _served(reader: ActReader, act: Act) -> list[Reference]:
    """ "Doctors of the agency in Chad handed out rice": where those are who help."""
    heads = [o for r in act.source for o in reader.clauses.under(reader.sentence.tokens[r.head], "in")]
    named = [h for h in heads if (m := reader.scene.mention_at(h)) is not None and m.code in reader.scene.knowledge.states]
    return [r for h in named for r in reader.referrer.all(h)]
