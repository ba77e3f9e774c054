"""What operators work on: the predicates that they govern, whom they address, and the act that they make of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Operator
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_INTENTIONS = word_class("intentions")


def complements(reader: ActReader, verb: Token) -> list[Token]:
    """Predicates that an operator governs: clauses, gerunds under prepositions, infinitives on its object, event nouns."""
    out: list[Token] = []
    for child in verb.children:
        if child.dep == "ccomp" and any(t.text == ";" for t in reader.sentence.tokens[child.i : verb.i]):
            continue  # "A accused B of shelling it; B called the charge baseless"
        if child.dep in ("xcomp", "ccomp"):
            out += (reader.sentence.children(child, "xcomp") if child.tag[0] == "J" else []) or [child]
        elif child.dep == "prep":
            out += reader.sentence.children(child, "pcomp")
            out += [p for p in reader.sentence.children(child, "pobj") if p.tag == "VBG" or reader.clauses.noun_lemmas(p)]
        elif child.dep in ("acomp", "attr", "oprd"):
            out += reader.sentence.children(child, "xcomp", "ccomp")
        elif child.dep in ("dobj", "nsubjpass", "dative"):
            if reader.clauses.noun_lemmas(child):
                out.append(child)
            if child.lower in _INTENTIONS:  # "declared its intention of joining"
                out += [c for p in reader.sentence.children(child, "prep") for c in reader.sentence.children(p, "pcomp")]
            out += [
                c
                for c in reader.sentence.children(child, "acl", "relcl")
                if reader.clauses.is_infinitive(c)
                or (c.dep == "acl" and (c.tag == "VB" or (child.dep == "dobj" and "that" in reader.clauses.marks(c))))
            ]
        elif child.dep == "advcl" and child.i > verb.i and (reader.clauses.is_infinitive(child) or is_for(reader, child)):
            out.append(child)
    for found in list(out):
        out += [c for c in reader.sentence.children(found, "conj") if c.tag[0] == found.tag[0]]
    return out


def is_for(reader: ActReader, clause: Token) -> bool:
    """ "Calling for its bases to be dismantled"."""
    return "for" in reader.clauses.marks(clause) and any(c.lower == "to" for c in clause.children)


def begun(reader: ActReader, verb: Token) -> list[Token]:
    """What somebody is to begin, go on with or help with: "agreed to start pulling out", "ordered them to begin to shoot",
    "means to go ahead with building a dam".
    """
    held = [
        a for o in reader.sentence.children(verb, "dobj") for a in reader.sentence.children(o, "acl")
    ]  # "its will to go on"
    begun = [c for c in (*reader.sentence.children(verb, "xcomp"), *held) if reader.clauses.begins(c)]
    out = [inner for child in begun for inner in reader.sentence.children(child, "xcomp")]
    ahead = [c for c in begun if any(a.lower in ("ahead", "on", "forward") for a in c.children)]
    withs = [p for c in ahead for p in reader.sentence.children(c, "prep") if p.lower in ("with", "on")]
    told = [n for p in withs for n in reader.sentence.children(p, "pobj") if reader.clauses.noun_lemmas(n)]
    return [*out, *told, *(inner for p in withs for inner in reader.sentence.children(p, "pcomp"))]


def objects_of(reader: ActReader, verb: Token) -> list[Reference]:
    """Whom an operator addresses: its personal object, or "to", "on", "with" somebody."""
    source = codes_in(rules.source_of(reader, verb))
    return reader.slots.find(verb, None, ["object", "dative", "on", "upon", "to", "with", "from", "against"], source)


def made(
    reader: ActReader, event: str, mode: str | None, verb: Token, rule: str, inner: list[Act], target: list[Reference]
) -> Act:
    below = inner[0] if inner else None
    trigger = (verb, *(below.trigger if below else ()))
    clauses = [below.head] if below else reader.sentence.children(verb, "ccomp", "xcomp")
    on_terms = event in ("THREATEN", "AGREE", "CONCEDE") and any(reader.clauses.condition_of(c) is not None for c in clauses)
    return Act(
        event, mode, rule, verb, trigger, tuple(rules.source_of(reader, verb)), tuple(target), below.object if below else None,
        "conditional" if on_terms else "actual",
    )  # fmt: skip


def inner_targets(inner: list[Act], source: list[Reference]) -> list[Reference]:
    for side in ("target", "source"):
        for act in inner:
            kept = [r for r in getattr(act, side) if is_other(r, source)]
            if kept:
                return kept
    return []


def is_other(reference: Reference, source: Sequence[Reference]) -> bool:
    """Whether somebody else is meant: another state, or another part of the same (government, opposition, rebels)."""
    if set(reference.codes) - codes_in(source):
        return True
    sectors = {r.sector for r in source if r.sector}
    if not reference.sector or reference.sector in sectors:
        return False
    return not reference.codes or bool({reference.sector, *sectors} & CIVIL)


def addressed(reader: ActReader, verb: Token) -> list[Reference]:
    """Who is to act: the subject of the complement clause ("demanded that the US cancel ...")."""
    source = rules.source_of(reader, verb)
    clauses = reader.sentence.children(verb, "ccomp", "xcomp")
    clauses += [c for c in reader.sentence.children(verb, "advcl") if is_for(reader, c)]
    clauses += [c for clause in clauses for c in reader.sentence.children(clause, "ccomp")]  # "refused to let Germany ..."
    for child in clauses:
        for subject in reader.sentence.children(child, "nsubj", "nsubjpass"):
            found = [r for r in reader.referrer.all(subject) if r.codes and is_other(r, source)]
            if found:
                return found
    return []


def passive_subject(reader: ActReader, verb: Token) -> list[Reference]:
    return [r for s in reader.sentence.children(verb, "nsubjpass", "nsubj") for r in reader.referrer.all(s)]


def phrase_operator(reader: ActReader, verb: Token) -> Operator | None:
    """ "is ready to", "were unwilling to": an adjective under a copula that opens an infinitive."""
    for child in reader.sentence.children(verb, "acomp", "attr", "amod", "prep", "oprd", "ccomp"):
        own = reader.sentence.children(child, "nsubj", "nsubjpass")
        if any(not s.lower.endswith(("self", "selves")) for s in own):
            continue  # "said that Chad was set to": a clause of its own; "declared itself willing to" is none
        below = reader.sentence.children(child, "xcomp", "ccomp")
        if not below and child.dep == "acomp":  # "is not minded to pardon", parsed as what is
            below = [c for c in reader.sentence.children(verb, "xcomp") if c.i > child.i]
        if any(c.tag == "VB" for c in below):
            for operator in reader.vocabulary.phrases.get(f"{child.lower} to", ()):
                return operator
    return None
