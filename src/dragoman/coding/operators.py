"""Operators: what a promise, a refusal, a demand, a threat, a stop makes of the act below it.

As the ontology defines: a promised visit is an agreement, a refused one a rejection, future harm a threat. An operator
takes what stands below it, so that one deed is one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import needs, rules
from dragoman.coding.act import ASKED, COOPERATIVE, HARMFUL, YIELDING, Act
from dragoman.coding.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Operator

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader


# Verbs that refuse only with a particle: "turned down", "ruled out".
_PARTICLES = {"turn": "down", "rule": "out"}
_ASKING = frozenset({"whether", "if", "why", "how", "when", "where"})


def phrase_operator(reader: ActReader, verb: Token) -> Operator | None:
    """ "is ready to", "were unwilling to": an adjective under a copula that opens an infinitive."""
    for child in reader.sentence.children(verb, "acomp", "attr", "amod", "prep", "oprd", "ccomp"):
        if any(c.tag == "VB" for c in reader.sentence.children(child, "xcomp", "ccomp")):
            for operator in phrases(reader).get(f"{child.lower} to", ()):
                return operator
    return None


def phrases(reader: ActReader) -> dict[str, list[Operator]]:
    found = reader.vocabulary.__dict__.get("_phrases")
    if found is None:
        found = {}
        for operators in (*reader.vocabulary.verb_operators.values(), *reader.vocabulary.noun_operators.values()):
            for operator in operators:
                for phrase in operator.phrases:
                    found.setdefault(phrase, []).append(operator)
        reader.vocabulary.__dict__["_phrases"] = found
    return found


def complements(reader: ActReader, verb: Token) -> list[Token]:
    """Predicates that an operator governs: clauses, gerunds under prepositions, infinitives on its object, event nouns."""
    out: list[Token] = []
    for child in reader.sentence.children(verb):
        if child.dep in ("xcomp", "ccomp"):
            out += (reader.sentence.children(child, "xcomp") if child.tag[0] == "J" else []) or [child]
        elif child.dep == "prep":
            out += reader.sentence.children(child, "pcomp")
            out += [p for p in reader.sentence.children(child, "pobj") if reader.clauses.noun_lemmas(p)]
        elif child.dep in ("acomp", "attr", "oprd"):
            out += reader.sentence.children(child, "xcomp", "ccomp")
        elif child.dep in ("dobj", "nsubjpass", "dative"):
            if reader.clauses.noun_lemmas(child):
                out.append(child)
            out += [
                c
                for c in reader.sentence.children(child, "acl", "relcl")
                if reader.clauses.is_infinitive(c) or (c.dep == "acl" and c.tag == "VB")
            ]
        elif child.dep == "advcl" and reader.clauses.is_infinitive(child) and child.i > verb.i:
            out.append(child)
    for found in list(out):
        out += [c for c in reader.sentence.children(found, "conj") if c.tag[0] == found.tag[0]]
    return out


def operate(reader: ActReader, kind: str, verb: Token, depth: int) -> list[Act] | None:
    """Acts of an operator over its complements; None where it is none here and the verb's own rule decides."""
    if kind in ("say", "deny", "start", "try"):
        return None if kind != "try" or not is_try(reader, verb) else tried(reader, verb, depth)
    below = [c for c in complements(reader, verb) if c.i not in reader.taken]
    if kind == "refuse" and not refuses(reader, verb):
        return None
    if kind == "refuse" and denies(reader, verb, below):
        for complement in below:
            reader.take(complement)
        return []
    inner: list[Act] = []
    for complement in below:
        inner += reader.interpret(complement, depth + 1)
    if not inner and kind not in ("refuse", "request", "threaten", "promise", "tell"):
        return None
    clausal = any((c.tag[0] == "V" and (c.head == verb.i or kind != "threaten")) or c.dep == "ccomp" for c in below)
    if not inner and not clausal and not (kind == "promise" and agrees(reader, verb)):
        return None
    handler = {
        "promise": promise, "schedule": schedule, "refuse": refuse, "request": request,
        "threaten": threaten, "stop": stop, "accuse": accused, "tell": told, "hint": hinted,
    }.get(kind)  # fmt: skip
    acts = handler(reader, verb, inner) if handler is not None else None
    if acts is not None:
        for complement in below:
            reader.take(complement)
    return acts


def refuses(reader: ActReader, verb: Token) -> bool:
    """Whether a verb that can refuse does: "turned down", not "turned out"; "failed to come", not "failed the poor"."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if "fail" in lemmas:
        return bool(reader.sentence.children(verb, "xcomp"))
    wanted = {_PARTICLES[lemma] for lemma in lemmas if lemma in _PARTICLES}
    return not wanted or any(c.lower in wanted for c in reader.sentence.children(verb, "prt", "advmod", "prep"))


def denies(reader: ActReader, verb: Token, below: list[Token]) -> bool:
    """ "denied that it had sent troops", "denied sending them": a claim, and no act of anybody."""
    kinds = {o.kind for lemma in reader.clauses.verb_lemmas(verb) for o in reader.vocabulary.verb_operators.get(lemma, ())}
    return "deny" in kinds and any(c.dep == "ccomp" or c.tag == "VBG" for c in below)


def objects_of(reader: ActReader, verb: Token) -> list[Reference]:
    """Whom an operator addresses: its personal object, or "to", "on", "with" somebody."""
    source = {c for r in rules.source_of(reader, verb) for c in r.codes}
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
    if set(reference.codes) - {c for r in source for c in r.codes}:
        return True
    sectors = {r.sector for r in source if r.sector}
    if not reference.sector or reference.sector in sectors:
        return False
    return not reference.codes or bool({reference.sector, *sectors} & needs.CIVIL)


def promise(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    source = rules.source_of(reader, verb)
    own = {c for r in source for c in r.codes}
    if not source and reader.clauses.is_passive(verb):
        return None  # "the pay they had been promised"
    target = inner_targets(inner, source) or objects_of(reader, verb) or rules.loose_target(reader, verb, own)
    if not inner:
        if not agrees(reader, verb) and phrase_operator(reader, verb) is None:
            return None
        several = len({c for r in source for c in r.codes}) > 1
        return [replace(made(reader, "AGREE", None, verb, "promise", inner, target), reciprocal=several and not target)]
    if reader.clauses.negated(verb):
        return refuse(reader, verb, inner)
    out: list[Act] = []
    kinds = {a.event for a in inner}
    if kinds & YIELDING:
        # One's own retreat to come is CONCEDE; what two do for each other is an agreement.
        mutual = len(own) > 1 or any(a.reciprocal for a in inner)
        out.append(made(reader, "AGREE" if mutual else "CONCEDE", None, verb, "promise", inner, target))
    elif kinds & COOPERATIVE:
        built = made(reader, "AGREE", None, verb, "promise", inner, target)
        out.append(replace(built, reciprocal=len(own) > 1 and not target))
    elif kinds & HARMFUL and agrees(reader, verb) and not {"promise", "pledge"} & set(reader.clauses.verb_lemmas(verb)):
        out.append(made(reader, "AGREE", None, verb, "promise", inner, target))
    elif kinds & HARMFUL:
        out.append(made(reader, "THREATEN", None, verb, "threat-to-act", inner, target))
    else:
        return inner
    return out


def agrees(reader: ActReader, verb: Token) -> bool:
    """Verbs that are promises whatever is promised; "accepted" only where it was a plan or offer."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if any(lemma in ("agree", "promise", "pledge", "consent", "assent", "undertake", "contract") for lemma in lemmas):
        return True
    return "accept" in lemmas and reader.around(verb).object_among(reader.vocabulary.groups["offers"])[0] is not None


def schedule(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    return [replace(a, modality="planned", source=a.source or tuple(passive_subject(reader, verb))) for a in inner] or None


def passive_subject(reader: ActReader, verb: Token) -> list[Reference]:
    return [r for s in reader.sentence.children(verb, "nsubjpass", "nsubj") for r in reader.referrer.all(s)]


def refuse(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    source = rules.source_of(reader, verb)
    if inner and "hesitate" in reader.clauses.verb_lemmas(verb) and reader.clauses.negated(verb):
        event = "THREATEN" if inner[0].event in HARMFUL else "AGREE"  # "will not hesitate to leave"
        return [made(reader, event, None, verb, "will-gladly", inner, inner_targets(inner, source))]
    own = {c for r in source for c in r.codes}
    target = (
        inner_targets(inner, source)
        or objects_of(reader, verb)
        or addressed(reader, verb)
        or rules.loose_target(reader, verb, own)
    )
    mode = ASKED.get(inner[0].event, "change" if inner[0].event in HARMFUL else None) if inner else None
    return [made(reader, "REJECT", mode, verb, "refuse", inner, target)]


def request(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    if any(c.lower == "longer" for c in reader.sentence.children(verb, "advmod")) or is_question(reader, verb):
        return None  # "no longer insists that", "asked whether"
    if "insist" in reader.clauses.verb_lemmas(verb) and any(
        is_fact(reader, c) for c in reader.sentence.children(verb, "ccomp")
    ):
        return None  # "insisted that it had not sent troops": a claim
    if any(
        lemma in ("want", "hope", "expect", "wish", "seek", "require", "push", "remind", "encourage", "invite", "like")
        for lemma in reader.clauses.verb_lemmas(verb)
    ) and not (inner or addressed(reader, verb) or "invite" in reader.clauses.verb_lemmas(verb)):
        return None
    if "invite" in reader.clauses.verb_lemmas(verb) and is_invitation(reader, verb):
        return [made(reader, "AGREE", None, verb, "invite", inner, objects_of(reader, verb))]
    own = rules.by_verb(reader, verb, least=2)
    if own is not None and own.event == "COERCE":
        return [own]  # "told residents to stay indoors"
    source = rules.source_of(reader, verb)
    ordered = inner and inner[0].event in (*HARMFUL, "RETREAT") and "order" in reader.clauses.verb_lemmas(verb)
    if ordered and not foreign(reader, verb, source):
        # "ordered every provider to block the site": at home an order is the deed.
        return [replace(inner[0], source=tuple(source or inner[0].source))]
    if "call" in reader.clauses.verb_lemmas(verb) and reader.sentence.children(verb, "prt"):
        return None  # "called up reservists", "called off the march"
    target = addressed(reader, verb) or objects_of(reader, verb) or inner_targets(inner, source)
    mode = ASKED.get(inner[0].event, "change") if inner else None
    return [made(reader, "REQUEST", mode, verb, "request", inner, target)]


def commanded(reader: ActReader, verb: Token) -> list[Act]:
    """ "Give us back our sailors, Taipei told Manila": an order in the words of whoever gives it."""
    says, source = needs.said_by(reader, verb)
    reader.take(verb)
    if says is None or not source:
        return []
    own = {c for r in source for c in r.codes}
    told = reader.slots.find(says, None, ["object", "dative", "to"], own)
    event, rule, mode = ("THREATEN", "or-else", None) if reader.clauses.or_else(verb) else ("REQUEST", "imperative", "change")
    return [Act(event, mode, rule, verb, (verb, says), tuple(source), tuple(told))]


def is_question(reader: ActReader, verb: Token) -> bool:
    """ "asked her whether she was on her way": what is asked is an answer."""
    clauses = reader.sentence.children(verb, "ccomp")
    return "ask" in reader.clauses.verb_lemmas(verb) and any(set(reader.clauses.marks(c)) & _ASKING for c in clauses)


def is_fact(reader: ActReader, clause: Token) -> bool:
    """Whether a clause says what is, was or will be, not what should be: by its finite verb."""
    auxiliaries = reader.sentence.children(clause, "aux", "auxpass")
    finite = [t.tag for t in auxiliaries if t.tag in ("VBD", "VBZ", "VBP", "MD") and t.lower not in ("must", "should")]
    return bool(finite) or clause.tag in ("VBD", "VBZ")


def foreign(reader: ActReader, verb: Token, source: Sequence[Reference]) -> bool:
    """Whether those whom a verb addresses are of another state than its source."""
    own = {c for r in source for c in r.codes}
    asked = (*objects_of(reader, verb), *addressed(reader, verb))
    return any(set(r.codes) - own for r in asked if r.codes)


def is_invitation(reader: ActReader, verb: Token) -> bool:
    """To come, not to do something elsewhere ("invited both capitals to proceed with negotiations")."""
    below = [c for c in reader.sentence.children(verb, "xcomp", "advcl") if reader.clauses.is_infinitive(c)]
    coming = reader.vocabulary.groups["coming"]
    return not below or any(c.lower in coming for c in below)


def told(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """ "told Moscow to free the reporter": telling somebody to do something is asking; telling that, is not."""
    below = reader.sentence.children(verb, "xcomp", "advcl", "ccomp")
    addressee = [r for o in reader.clauses.objects(verb) for r in reader.referrer.all(o)]
    asked = [c for c in below if reader.clauses.is_bidden(c) and not reader.sentence.children(c, "nsubj")]
    if not asked or not (addressee or objects_of(reader, verb)):
        return None
    if any(reader.clauses.or_else(c) for c in asked):
        return [made(reader, "THREATEN", None, verb, "or-else", inner, addressee or objects_of(reader, verb))]
    return request(reader, verb, inner)


def addressed(reader: ActReader, verb: Token) -> list[Reference]:
    """Who is to act: the subject of the complement clause ("demanded that the US cancel ...")."""
    source = rules.source_of(reader, verb)
    clauses = reader.sentence.children(verb, "ccomp", "xcomp")
    clauses += [c for clause in clauses for c in reader.sentence.children(clause, "ccomp")]  # "refused to let Germany ..."
    for child in clauses:
        for subject in reader.sentence.children(child, "nsubj", "nsubjpass"):
            found = [r for r in reader.referrer.all(subject) if r.codes and is_other(r, source)]
            if found:
                return found
    return []


def threaten(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    source = rules.source_of(reader, verb)
    if any(reader.clauses.is_duty(c) for c in reader.sentence.children(verb, "ccomp")):
        return request(reader, verb, inner)  # "must ... or face ...": a warning that demands
    warned = [r for o in reader.clauses.objects(verb) for r in reader.referrer.all(o)]
    target = warned or inner_targets(inner, source) or objects_of(reader, verb)
    mode = "relations" if inner and inner[0].event in ("REJECT", "CONSULT") else None
    return [made(reader, "THREATEN", mode, verb, "threaten", inner, target)]


def hinted(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """ "spoke of freezing the accounts", "mooted the suspension of": harm that is only talked about."""
    harm = [a for a in inner if a.event in HARMFUL and (a.head.tag in ("VBG", "VB") or a.head.tag[0] == "N")]
    return threaten(reader, verb, harm) if harm else None


def accused(reader: ActReader, verb: Token, _: list[Act]) -> list[Act] | None:
    act = rules.by_verb(reader, verb)
    return [act] if act is not None else None


def stop(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    own = rules.by_verb(reader, verb)
    if own is not None:
        return [own]
    source = rules.source_of(reader, verb)
    target = inner_targets(inner, source)
    below = inner[0].event
    if below in ("AID", "COOPERATE"):
        return [made(reader, "SANCTION", "discontinue", verb, "stop-cooperation", inner, target)]
    if below == "CONSULT":
        return [made(reader, "REJECT", "meet", verb, "cancel-talks", inner, target)]
    if below in HARMFUL:
        return [made(reader, "RETREAT", "ceasefire" if below == "ASSAULT" else None, verb, "stop-conflict", inner, target)]
    return None


def is_try(reader: ActReader, verb: Token) -> bool:
    return any(c.dep == "xcomp" for c in reader.sentence.children(verb))


def tried(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """An attempt at force is an act; an attempt at anything else is only told as a wish."""
    below = reader.sentence.children(verb, "xcomp")
    inner = [a for c in below for a in reader.interpret(c, depth + 1)]
    for complement in below:
        reader.take(complement)
    return [a for a in inner if a.event == "ASSAULT"]
