"""Operators: what a promise, a refusal, a demand, a threat, a stop makes of the act below it.

As the ontology defines: a promised visit is an agreement, a refused one a rejection, future harm a threat. An operator
takes what stands below it, so that one deed is one event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import HARMFUL, Act
from dragoman.coding.events.operators.demands import hinted, request, threaten
from dragoman.coding.events.operators.giving_word import agrees, gives_no_word
from dragoman.coding.events.operators.operands import (
    addressed,
    begun,
    complements,
    inner_targets,
    made,
    objects_of,
    passive_subject,
)
from dragoman.coding.events.operators.refusals import denies, is_silence, keeps_open, refuse, refuses
from dragoman.coding.events.operators.telling import told
from dragoman.coding.events.operators.undertakings import promise
from dragoman.coding.events.operators.wishes import as_decided
from dragoman.coding.sentence.courtesies import says_by_wishing
from dragoman.coding.sentence.moods import is_subjunctive
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What is given up in words where it is ended.
_ENDED = frozenset({"PROTEST", "SANCTION", "THREATEN"})
# Verbs of saying under which a bare verb after "that" is what is asked for.
_SUBJUNCTIVE = word_class("bare-verb-after-that")
_QUESTIONS = frozenset({"whether", "why", "how", "what", "about"})
# What soldiers may try in vain.
_COUPS = frozenset({"coup", "overthrow-state", "stage-coup", "seize-power", "bring-down-ruler"})
_WANTS = word_class("wanting")
_REPORTS = word_class("reports")


def operate(reader: ActReader, kind: str, verb: Token, depth: int) -> list[Act] | None:
    """Acts of an operator over its complements; None where it is none here and the verb's own rule decides."""
    if kind == "say":
        kind = "promise" if _suggests(reader, verb) else "request" if _asks_that(reader, verb) else kind
    if kind in ("say", "deny", "start", "try"):
        return tried(reader, verb, depth) if kind == "try" and is_try(verb) else None
    if (kind == "promise" and gives_no_word(reader, verb)) or (kind == "request" and asks_whether(reader, verb)):
        return []
    kind = _turned(reader, verb) or kind if kind == "promise" else kind
    if kind == "request" and any(says_by_wishing(reader.clauses, c) for c in reader.sentence.children(verb, "xcomp")):
        return None
    below = [c for c in (*complements(reader, verb), *begun(reader, verb)) if c.i not in reader.taken]
    if kind == "refuse" and not refuses(reader, verb):
        return None
    if kind == "refuse" and (settled := _settled(reader, verb, below)) is not None:
        return settled
    taken = set(reader.taken)
    inner = [a for c in below for a in reader.interpret(c, depth + 1)]
    if kind in ("request", "promise") and (laid := _laid(reader, verb, below, inner)) is not None:
        return laid
    acts = _over(reader, kind, verb, below, inner)
    if acts is None:
        reader.taken = taken  # what stands below is told by itself
        return None
    _take(reader, kind, verb, below)
    return acts


def _turned(reader: ActReader, verb: Token) -> str | None:
    """What a promise is that is somebody else's to keep, or one not to do it; None where it is one."""
    kind = "request" if proposes_to(reader, verb) else None
    # "decided against sending a minister"
    against = kind is None and any(p.lower == "against" and reader.sentence.children(p, "pcomp") for p in verb.children)
    return "refuse" if against else kind


def _settled(reader: ActReader, verb: Token, below: list[Token]) -> list[Act] | None:
    """What a refusal is, whatever it refuses: a matter kept open, or nothing, where a claim is turned down or nothing said."""
    if (held := keeps_open(reader, verb, below)) is not None:
        return [held]
    reports = [o for o in reader.clauses.objects(verb) if o.lower in _REPORTS]
    if reports:  # "rejected reports that it had armed them": a claim
        for clause in (c for o in reports for c in reader.sentence.children(o, "acl", "relcl", "ccomp")):
            reader.take(clause)
        return []
    if not denies(reader, verb, below) and not any(is_silence(c) for c in below):
        return None
    for complement in below:
        reader.take(complement)
    return []


def _laid(reader: ActReader, verb: Token, below: list[Token], inner: list[Act]) -> list[Act] | None:
    """What somebody is said to want that is laid to him as if he did it; None where that is not told."""
    if not inner or _WANTS.isdisjoint(reader.clauses.verb_lemmas(verb)) or not all(is_laid(reader, verb, a) for a in inner):
        return None
    if objects_of(reader, verb) or not all(c.dep == "xcomp" for c in below):
        return None
    for complement in below:
        reader.take(complement)
    return [replace(a, head=verb) for a in inner]


def _over(reader: ActReader, kind: str, verb: Token, below: list[Token], inner: list[Act]) -> list[Act] | None:
    """What an operator makes of the acts below it; None where it makes nothing of them."""
    if not inner and not _stands_alone(reader, kind, verb, below):
        return None
    handler = _HANDLERS.get(kind)
    acts = handler(reader, verb, inner) if handler is not None else None
    if acts is None and kind == "accuse" and reader.clauses.is_passive(verb) and all(a.event != "ASSAULT" for a in inner):
        return []  # "she is charged with aiding the rebels": nobody says that she did
    return acts


def _stands_alone(reader: ActReader, kind: str, verb: Token, below: list[Token]) -> bool:
    """Whether an operator tells something even of what no rule knows."""
    if kind not in ("refuse", "request", "threaten", "promise", "tell"):
        return False
    clausal = any((c.tag[0] == "V" and (c.head == verb.i or kind != "threaten")) or c.dep == "ccomp" for c in below)
    return clausal or (kind == "promise" and agrees(reader, verb))


def _take(reader: ActReader, kind: str, verb: Token, below: list[Token]) -> None:
    """Marks what stands below an operator as told by it."""
    # "Soldiers shot three farmers, a rights group charged": told first, and only then whose words it is.
    first = [c for c in below if kind == "accuse" and c.dep == "ccomp" and c.i < verb.i and reader.clauses.subjects(c)]
    for complement in (c for c in below if c not in first):
        reader.take(complement)
    if kind in ("promise", "refuse"):  # all that is promised is one promise, however the parser chained it
        for token in reader.sentence.subtree(verb, without=frozenset({"relcl", "advcl", "parataxis", "ccomp"})):
            if token.tag == "VB" and token.i > verb.i and not reader.sentence.children(token, "nsubj"):
                reader.taken.add(token.i)


def _suggests(reader: ActReader, verb: Token) -> bool:
    """ "Suggested sending monitors": an offer to do so, and no report."""
    if "suggest" not in reader.clauses.verb_lemmas(verb) or reader.clauses.negated(verb):
        return False
    return any(c.tag == "VBG" and not reader.sentence.children(c, "nsubj") for c in reader.sentence.children(verb, "xcomp"))


def _asks_that(reader: ActReader, verb: Token) -> bool:
    """ "Suggested that Chad pull back", "stipulated that it hand over the files": a subjunctive is what somebody is to do."""
    if _SUBJUNCTIVE.isdisjoint(reader.clauses.verb_lemmas(verb)) or reader.clauses.negated(verb):
        return False
    return any(is_subjunctive(reader.clauses, c) for c in reader.sentence.children(verb, "ccomp"))


def asks_whether(reader: ActReader, verb: Token) -> bool:
    """ "Asked whether London would let it, he said ...": a question, of whoever asked it."""
    if verb.tag != "VBN" or verb.dep != "advcl" or verb.lower != "asked" or reader.words.isdisjoint(_QUESTIONS):
        return False
    below = reader.sentence.children(verb, "ccomp", "xcomp", "advcl")
    asked = any(t.lower in _QUESTIONS and t.i < c.i for c in below for t in c.children)
    return asked or any(p.lower == "about" for p in reader.sentence.children(verb, "prep"))


def proposes_to(reader: ActReader, verb: Token) -> bool:
    """ "Proposed that Washington join the moratorium": it is for somebody else to do."""
    if "propose" not in reader.clauses.verb_lemmas(verb):
        return False
    if any(is_subjunctive(reader.clauses, c) and reader.clauses.is_passive(c) for c in reader.sentence.children(verb, "ccomp")):
        return True  # "proposed that a summit be held"
    own = codes_in(rules.source_of(reader, verb))
    doers = [s for c in reader.sentence.children(verb, "ccomp") for s in reader.sentence.children(c, "nsubj")]
    others = [r for s in doers for r in reader.referrer.all(s)]
    return bool(own) and any(r.codes for r in others) and not own & codes_in(others)


def schedule(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    if "expect" in reader.clauses.verb_lemmas(verb) and expects_of(reader, verb):
        return None  # "Rome expects Tripoli to respect the truce": it asks for it
    modality = "negated" if reader.clauses.negated(verb) else "planned"  # "is not scheduled to see him"
    return [replace(a, modality=modality, source=a.source or tuple(passive_subject(reader, verb))) for a in inner] or None


def expects_of(reader: ActReader, verb: Token) -> bool:
    """Whether one party expects something of another, not only of what is to come."""
    below = [c for c in reader.sentence.children(verb, "xcomp", "ccomp") if reader.clauses.is_infinitive(c)]
    known = not reader.clauses.is_passive(verb) and any(r.codes for r in rules.source_of(reader, verb))
    return known and bool(below) and bool(addressed(reader, verb) or objects_of(reader, verb))


def accused(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    act = rules.by_verb(reader, verb)
    decided = [a for a in inner if as_decided(reader, a) is not None]  # "condemned the decision of Chile to expel two envoys"
    return [act, *decided] if act is not None else None


def stop(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    own = rules.by_verb(reader, verb)
    if own is not None:
        return [own]
    above = reader.sentence.head(inner[0].head)
    if above is not None and above.dep == "prep" and above.lower in ("with", "in", "by"):
        return None  # "ended with the crowd storming the gate"
    source = rules.source_of(reader, verb)
    target = inner_targets(inner, source)
    below = inner[0].event
    if below in ("AID", "COOPERATE"):
        return [made(reader, "SANCTION", "discontinue", verb, "stop-cooperation", inner, target)]
    if below == "CONSULT":
        return [made(reader, "REJECT", "meet", verb, "cancel-talks", inner, target)]
    if (below, inner[0].mode) == ("RETREAT", "access"):  # "stopped allowing inspectors into its plants"
        return [made(reader, "REJECT", "yield", verb, "stop-access", inner, target)]
    if below in _ENDED:  # "dropped plans to march"
        return [made(reader, "CONCEDE", None, verb, "stop-conflict", inner, target)]
    if below in HARMFUL:
        return [made(reader, "RETREAT", "ceasefire" if below == "ASSAULT" else None, verb, "stop-conflict", inner, target)]
    return None


# What the operators of a kind make of the acts below them.
_HANDLERS: dict[str, Callable[[ActReader, Token, list[Act]], list[Act] | None]] = {
    "promise": promise,
    "schedule": schedule,
    "refuse": refuse,
    "request": request,
    "threaten": threaten,
    "stop": stop,
    "accuse": accused,
    "tell": told,
    "hint": hinted,
}


def is_try(verb: Token) -> bool:
    return any(c.dep == "xcomp" for c in verb.children)


def tried(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """An attempt at force, at a coup, at a protest, to mediate or to bring somebody to do something is an act; an attempt at
    anything else is only told as a wish.
    """
    below = reader.sentence.children(verb, "xcomp")
    inner = [a for c in below for a in reader.interpret(c, depth + 1)]
    for complement in below:
        reader.take(complement)
    kept = [
        a
        for a in inner
        if a.event in ("ASSAULT", "PROTEST", "REQUEST")
        or a.mode == "third-party"
        or a.rule in _COUPS
        or is_laid(reader, verb, a)
    ]
    return [replace(a, head=verb) for a in kept]


def is_laid(reader: ActReader, verb: Token, act: Act) -> bool:
    """ "Tries to meddle in our affairs": who speaks lays even the attempt and the wish to whom he speaks of."""
    negated = reader.clauses.negated(verb) or reader.clauses.negated(act.head)
    return act.rule in reader.vocabulary.laid and not negated
