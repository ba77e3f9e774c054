"""What a refusal makes of the act below it: who refuses what to whom; and what only looks like one (silence, denials, force
that is held open).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import ASKED, HARMFUL, Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.operators.operands import addressed, complements, inner_targets, made, objects_of
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What somebody else has settled on: whoever rejects it rejects whose it is.
_DECISIONS = frozenset({"decision", "move", "step", "ruling"})
# Verbs that refuse only with a particle: "turned down", "ruled out".
_PARTICLES = {"turn": "down", "rule": "out"}
_STEPS = word_class("steps-and-measures")
_SPEAKING = word_class("refused-speech")
_HESITATING = word_class("hesitating")


def keeps_open(reader: ActReader, verb: Token, below: list[Token]) -> Act | None:
    """ "Declined to rule out military action": who keeps force in hand threatens with it."""
    out = next((c for c in below if c.lower == "rule" and any(p.lower == "out" for p in c.children)), None)
    rules_out = (r for r in reader.vocabulary.verb_rules.get("rule", ()) if r.event == "THREATEN") if out is not None else ()
    for rule in rules_out:
        if out is None or reader.around(out).object_among(reader.vocabulary.expand(rule.object))[0] is None:
            continue
        reader.take(out)
        source = rules.source_of(reader, verb)
        target = reader.slots.find(out, None, rule.target, codes_in(source))
        return Act(rule.event, rule.mode, rule.rule, verb, (verb, out), tuple(source), tuple(target), None)
    return None


def is_silence(complement: Token) -> bool:
    """ "declined to comment", "would not say whether": who keeps silent refuses nobody anything."""
    return complement.dep == "xcomp" and complement.lower in _SPEAKING


def refuses(reader: ActReader, verb: Token) -> bool:
    """Whether a verb that can refuse does: "turned down", not "turned out"; "failed to come", not "failed the poor"."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if "fail" in lemmas:  # who "failed to agree" or "to win" did not refuse to
        below = reader.sentence.children(verb, "xcomp")
        return any(set(reader.clauses.verb_lemmas(c)) & reader.vocabulary.groups["owed"] for c in below)
    wanted = {_PARTICLES[lemma] for lemma in lemmas if lemma in _PARTICLES}
    return not wanted or any(c.lower in wanted for c in reader.sentence.children(verb, "prt", "advmod", "prep"))


def denies(reader: ActReader, verb: Token, below: list[Token]) -> bool:
    """ "denied that it had sent troops", "denied sending them": a claim, and no act of anybody."""
    kinds = {o.kind for lemma in reader.clauses.verb_lemmas(verb) for o in reader.vocabulary.verb_operators.get(lemma, ())}
    return "deny" in kinds and any(c.dep == "ccomp" or c.tag == "VBG" for c in below)


def refuse(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act]:
    source = rules.source_of(reader, verb)
    negated = reader.clauses.negated(verb)
    if negated and "rule" in reader.clauses.verb_lemmas(verb):
        return _left_open(reader, verb, inner)
    if negated and not _HESITATING.isdisjoint(reader.clauses.verb_lemmas(verb)):
        below = {lemma for c in complements(reader, verb) for lemma in reader.clauses.verb_lemmas(c)}
        struck = reader.vocabulary.groups["strike-back"] | {"take"}
        if not inner and (below.isdisjoint(struck) or not reader.clauses.is_future(verb)):
            return []
        if not inner and below == {"take"} and not _takes_steps(reader, verb):
            return []
        if any(reader.clauses.is_brought_about(a.head) for a in inner):
            return inner  # "did not hesitate to shell the town": done
        threat = not inner or inner[0].event in HARMFUL
        event = "THREATEN" if threat else "AGREE"  # "will not hesitate to leave"
        target = inner_targets(inner, source) or loose_target(reader, verb, codes_in(source))
        target = [r for r in target if inner or set(r.codes) - codes_in(source)]  # "... to protect our rights"
        hanging = (verb, *complements(reader, verb)) if event == "THREATEN" and not target else ()
        terms = next((c for v in hanging if (c := reader.clauses.condition_of(v)) is not None), None)
        if terms is not None:  # "unless Chad ends its acts, we will not hesitate to ..."
            target = reader.subjects_meant(terms)
        return [made(reader, event, None, verb, "will-gladly", inner, target)]
    own = codes_in(source)
    decided = any(o.lower in _DECISIONS for o in reader.clauses.objects(verb))
    if decided:
        target = reader.slots.find(verb, None, ["object:by", "object:of", "object:mod"], own)
    else:
        target = (
            _asking(reader, verb, own)
            or inner_targets(inner, source)
            or objects_of(reader, verb)
            or addressed(reader, verb)
            or loose_target(reader, verb, own)
        )
    mode = ASKED.get(inner[0].event, "change" if inner[0].event in HARMFUL else None) if inner else None
    return [made(reader, "REJECT", mode, verb, "refuse-decision" if decided else "refuse", inner, target)]


def _left_open(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act]:
    """ "Would not rule out using gas against Chad": a threat; of help or talks nothing is told by it."""
    harm = [a for a in inner if a.event in HARMFUL]
    target = inner_targets(harm, rules.source_of(reader, verb))
    return [made(reader, "THREATEN", None, verb, "left-open", harm, target)] if harm else []


def _takes_steps(reader: ActReader, verb: Token) -> bool:
    """ "Will not hesitate to take every measure": steps of whatever kind."""
    below = reader.sentence.children(verb, "xcomp")
    return any(o.lower in _STEPS for c in below for o in reader.clauses.objects(c))


def _asking(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Rejected Russian calls to grant citizenship": who refuses what somebody asks refuses it to these."""
    asked = reader.vocabulary.groups["asked"]
    if not any(o.lower in asked for o in reader.clauses.objects(verb)):
        return []
    found = reader.slots.find(verb, None, ["object:mod", "object:by", "object:from"], own)
    return [r for r in found if set(r.codes) - own or r.sector in CIVIL]
