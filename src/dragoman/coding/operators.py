"""Operators: what a promise, a refusal, a demand, a threat, a stop makes of the act below it.

As the ontology defines: a promised visit is an agreement, a refused one a rejection, future harm a threat. An operator
takes what stands below it, so that one deed is one event.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding import rules
from dragoman.coding.act import ASKED, COOPERATIVE, EVERY_EFFORT, HARMFUL, YIELDING, Act
from dragoman.coding.demands import hinted, request, threaten, told
from dragoman.coding.found import CIVIL
from dragoman.coding.operands import addressed, begun, complements, inner_targets, made, objects_of
from dragoman.coding.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Operator

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader


_FORCE = frozenset({"ASSAULT", "MOBILIZE", "THREATEN"})
_WITHHELD = YIELDING | frozenset({"CONSULT", "AGREE", "COOPERATE"})
# What is given up in words where it is ended.
_ENDED = frozenset({"PROTEST", "SANCTION", "THREATEN"})
_DECREED = frozenset({"SANCTION", "COERCE", "REJECT"})
# What several can agree to do to others.
_OPPOSED = HARMFUL | {"REJECT"}
_GIVING = frozenset({"provide", "give", "supply", "grant", "lend", "donate", "send", "deliver"})
_YIELDED = frozenset(
    "withdrawal pullout release lifting dismantlement dismantling removal evacuation disarmament handover".split()
)
_BACK = frozenset({"return", "readmission", "entry", "visit", "presence"})
_CHECKERS = frozenset({"inspectors", "inspector", "monitors", "verifiers", "inspection", "inspections"})
# Verbs that refuse only with a particle: "turned down", "ruled out".
_PARTICLES = {"turn": "down", "rule": "out"}
# "Make every effort to", "do everything possible to", "spare no effort to", "exert itself to".
_EXERTED = frozenset({"make", "do", "spare", "exert", "leave"})
_EFFORTS = frozenset("effort efforts utmost best everything all pains endeavour endeavours stone".split())
_SPEAKING = frozenset(
    {"comment", "say", "elaborate", "speculate", "specify", "name", "identify", "disclose", "reveal", "confirm", "answer"}
)
# What those who are ready for it offer nobody.
_OWN_CARE = frozenset("avoid stress point emphasise emphasize show see learn know win keep hear ensure".split())
_REPORTS = frozenset("report reports information rumours rumors speculation".split())
# Verbs whose passive tells what somebody is about to do: "is set to donate", "are committed to sending".
_TOGETHER = frozenset({"together", "jointly"})
_SELF = frozenset({"set", "poise", "prepare", "commit", "determine", "bind", "resolve"})


def phrase_operator(reader: ActReader, verb: Token) -> Operator | None:
    """ "is ready to", "were unwilling to": an adjective under a copula that opens an infinitive."""
    for child in reader.sentence.children(verb, "acomp", "attr", "amod", "prep", "oprd", "ccomp"):
        own = reader.sentence.children(child, "nsubj", "nsubjpass")
        if any(not s.lower.endswith(("self", "selves")) for s in own):
            continue  # "said that Chad was set to": a clause of its own; "declared itself willing to" is none
        if any(c.tag == "VB" for c in reader.sentence.children(child, "xcomp", "ccomp")):
            for operator in reader.vocabulary.phrases.get(f"{child.lower} to", ()):
                return operator
    return None


def operate(reader: ActReader, kind: str, verb: Token, depth: int) -> list[Act] | None:
    """Acts of an operator over its complements; None where it is none here and the verb's own rule decides."""
    if kind in ("say", "deny", "start", "try"):
        return None if kind != "try" or not is_try(verb) else tried(reader, verb, depth)
    below = [c for c in (*complements(reader, verb), *begun(reader, verb)) if c.i not in reader.taken]
    if kind == "promise" and proposes_to(reader, verb):
        kind = "request"
    if kind == "refuse" and not refuses(reader, verb):
        return None
    if kind == "refuse" and (held := keeps_open(reader, verb, below)) is not None:
        return [held]
    if kind == "refuse" and any(o.lower in _REPORTS for o in reader.clauses.objects(verb)):
        return []  # "rejected reports that it had armed them": a claim
    if kind == "refuse" and denies(reader, verb, below):
        for complement in below:
            reader.take(complement)
        return []
    if kind == "refuse" and any(is_silence(c) for c in below):
        for complement in below:
            reader.take(complement)
        return []
    inner: list[Act] = []
    taken = set(reader.taken)
    for complement in below:
        inner += reader.interpret(complement, depth + 1)
    if not inner and kind not in ("refuse", "request", "threaten", "promise", "tell"):
        reader.taken = taken
        return None
    clausal = any((c.tag[0] == "V" and (c.head == verb.i or kind != "threaten")) or c.dep == "ccomp" for c in below)
    if not inner and not clausal and not (kind == "promise" and agrees(reader, verb)):
        reader.taken = taken
        return None
    handler = {
        "promise": promise, "schedule": schedule, "refuse": refuse, "request": request,
        "threaten": threaten, "stop": stop, "accuse": accused, "tell": told, "hint": hinted,
    }.get(kind)  # fmt: skip
    acts = handler(reader, verb, inner) if handler is not None else None
    if acts is None:
        reader.taken = taken  # what stands below is told by itself
        return None
    # "Soldiers shot three farmers, a rights group charged": told first, and only then whose words it is.
    first = [c for c in below if kind == "accuse" and c.dep == "ccomp" and c.i < verb.i and reader.clauses.subjects(c)]
    for complement in (c for c in below if c not in first):
        reader.take(complement)
    if kind in ("promise", "refuse"):  # all that is promised is one promise, however the parser chained it
        for token in reader.sentence.subtree(verb, without=frozenset({"relcl", "advcl", "parataxis", "ccomp"})):
            if token.tag == "VB" and token.i > verb.i and not reader.sentence.children(token, "nsubj"):
                reader.taken.add(token.i)
    return acts


def proposes_to(reader: ActReader, verb: Token) -> bool:
    """ "Proposed that Washington join the moratorium": it is for somebody else to do."""
    if "propose" not in reader.clauses.verb_lemmas(verb):
        return False
    own = codes_in(rules.source_of(reader, verb))
    doers = [s for c in reader.sentence.children(verb, "ccomp") for s in reader.sentence.children(c, "nsubj")]
    others = [r for s in doers for r in reader.referrer.all(s)]
    return bool(own) and any(r.codes for r in others) and not own & codes_in(others)


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


def promise(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    if not reader.clauses.is_passive(verb) and {"set", "poise"} & set(reader.clauses.verb_lemmas(verb)):
        return None  # "set out the mandate"
    if any("whether" in reader.clauses.marks(c) for c in reader.sentence.children(verb, "ccomp", "xcomp", "advcl")):
        return None  # "will decide whether to support it": nothing is promised yet
    acts, source = promised(reader, verb, inner), promising(reader, verb)
    if acts is None or source == rules.source_of(reader, verb):
        return acts
    return [replace(a, source=tuple(source)) if a.head is verb else a for a in acts]


def promising(reader: ActReader, verb: Token) -> list[Reference]:
    """Who promises: who is set to do it, or whom an official without a state speaks for ("Hungary will help, the foreign
    minister promised").
    """
    if reader.clauses.is_passive(verb) and not _SELF.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return passive_subject(reader, verb)
    source = rules.source_of(reader, verb)
    if not any(r.codes for r in source) and reader.clauses.subjects(verb):
        clauses = reader.sentence.children(verb, "ccomp")
        spoken_for = [
            r
            for c in clauses
            for s in reader.sentence.children(c, "nsubj")
            for r in reader.referrer.all(s)
            if r.codes and s.tag != "PRP"
        ]
        return spoken_for or source
    return source


def promised(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """What a promise of `inner` is."""
    source = promising(reader, verb)
    own = codes_in(source)
    if not source and reader.clauses.is_passive(verb):
        return None  # "the pay they had been promised"
    target = [r for r in inner_targets(inner, source) if not _is_given(inner, r)] or objects_of(reader, verb)
    # What several plan or agree on, they do with each other: "agreed to refer the dispute to the Court".
    if len(own) > 1 and any(a.event == "AGREE" for a in inner) and codes_in(target).isdisjoint(reader.scene.knowledge.states):
        target = []
    elif not target and not (len(own) > 1 and (inner[0].reciprocal if inner else agrees(reader, verb))):
        target = rules.loose_target(reader, verb, own)
    if not inner:
        if not agrees(reader, verb) and not _is_ready(reader, verb) and (len(own) < 2 or reader.words.isdisjoint(_TOGETHER)):
            return None
        several = len(codes_in(source)) > 1
        gives = bool(_GIVING & {t.lower for t in reader.sentence.children(verb, "xcomp")})
        event = "CONCEDE" if not several and yields(reader, verb) else "AGREE"
        act = made(reader, event, None, verb, "promise-aid" if gives else "promise", inner, target)
        return [replace(act, reciprocal=several and not target and not gives)]
    withheld = bool(inner) and all(
        a.event in _WITHHELD and a.rule not in reader.vocabulary.forgone and reader.clauses.negated(a.head) for a in inner
    )
    if withheld and {"vow", "pledge", "promise", "swear", "decide", "resolve"} & set(reader.clauses.verb_lemmas(verb)):
        return refuse(reader, verb, inner)  # "vowed never to surrender"
    if reader.clauses.negated(verb):
        if all(a.event in _FORCE for a in inner):  # "does not intend to use the weapons against ...": it gives its word
            return [made(reader, "AGREE", None, verb, "will-not", inner, _spared(reader, verb, inner_targets(inner, source)))]
        return refuse(reader, verb, inner)
    out: list[Act] = []
    kinds = {a.event for a in inner}
    if kinds & YIELDING:
        # One's own retreat to come is CONCEDE; what two do for each other is an agreement.
        mutual = len(own) > 1 or any(a.reciprocal for a in inner) or bool(_partners(reader, verb, own))
        act = made(reader, "AGREE" if mutual else "CONCEDE", None, verb, "promise", inner, target)
        out.append(replace(act, reciprocal=len(own) > 1 and not target))
    elif kinds & COOPERATIVE:
        # Several who give do not give to each other.
        gives = inner[0].head.lower in _GIVING
        built = made(reader, "AGREE", None, verb, "promise-aid" if gives else "promise", inner, target)
        out.append(replace(built, reciprocal=len(own) > 1 and not target and not gives))
    elif kinds & _OPPOSED and (len(own) > 1 or (agrees(reader, verb) and not vows(reader, verb))):
        out.append(made(reader, "AGREE", None, verb, "promise", inner, target))
    elif kinds & _DECREED and "decide" in reader.clauses.verb_lemmas(verb):
        # A state that decides to expel, withdraw or suspend has done so: such deeds consist in the decision.
        done = [a for a in inner if a.event in _DECREED]
        return [replace(a, head=verb, trigger=(verb, *a.trigger), source=tuple(source) or a.source) for a in done]
    elif kinds == {"REJECT"} and (not own or not agrees(reader, verb) or vows(reader, verb)):
        out.append(made(reader, "REJECT", inner[0].mode, verb, "refuse", inner, target))  # "vowed to resist the demands"
    elif all((a.event, a.mode) == ("ACCUSE", "investigate") for a in inner):  # "plan to question the mayor"
        return [replace(a, head=verb, source=tuple(source) or a.source, modality="planned") for a in inner]
    elif kinds & HARMFUL:
        out.append(made(reader, "THREATEN", None, verb, "threat-to-act", inner, target))
    elif own and agrees(reader, verb):  # "agreed to seek the games", "agreed that the talks be put off"
        act = made(reader, "AGREE", None, verb, "promise", inner, target)
        out.append(replace(act, reciprocal=len(own) > 1 and not target))
    else:
        return inner
    return out


def _is_given(inner: list[Act], reference: Reference) -> bool:
    """ "Promised to send 200 engineers": who is sent is not whom it is promised to."""
    sent = [a.object for a in inner if a.object is not None and a.event in ("AID", "AGREE") and a.head.lower in _GIVING]
    return not reference.codes and any(o.i == reference.head for o in sent)


def yields(reader: ActReader, verb: Token) -> bool:
    """ "Agreed to the return of the inspectors", "consented to the withdrawal of its troops": a retreat to come."""
    for noun in reader.clauses.under(verb, "to"):
        below = {t.lower for t in reader.sentence.subtree(noun)}
        if noun.lower in _YIELDED or (noun.lower in _BACK and below & _CHECKERS):
            return True
    return False


def _partners(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Agreed with Zambia to reopen the border": with whom something is promised, who promises it too."""
    return [r for h in reader.clauses.under(verb, "with") for r in reader.referrer.all(h) if set(r.codes) - own]


def _spared(reader: ActReader, verb: Token, found: list[Reference]) -> list[Reference]:
    """Those of `found` to whom forgoing force is promised: not who is only named in telling of others ("against states that
    stay out of the American campaign").
    """
    tokens = reader.sentence.tokens

    def is_aside(reference: Reference) -> bool:
        here = tokens[reference.head]
        while here.i != verb.i and here.dep != "relcl" and (above := reader.sentence.head(here)) is not None:
            here = above
        return here.dep == "relcl" and here.i != verb.i

    return [r for r in found if not is_aside(r)]


def _is_ready(reader: ActReader, verb: Token) -> bool:
    """ "Is ready to ...": an offer, whatever is offered; "is determined to go on" is none."""
    offered = reader.sentence.children(verb, "acomp", "attr", "oprd", "ccomp")
    if any(x.lower in _OWN_CARE for c in offered for x in reader.sentence.children(c, "xcomp")):
        return False  # "is keen to avoid delays", "is happy to see it"
    return phrase_operator(reader, verb) is not None and any(
        c.lower in reader.vocabulary.groups["ready"] for c in reader.sentence.children(verb, "acomp", "attr", "oprd", "ccomp")
    )


def vows(reader: ActReader, verb: Token) -> bool:
    """Verbs that may promise harm as well as good."""
    return not {"promise", "pledge"}.isdisjoint(reader.clauses.verb_lemmas(verb))


def agrees(reader: ActReader, verb: Token) -> bool:
    """Verbs that are promises whatever is promised; "accepted" only where it was a plan or offer."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if "undertake" in lemmas:  # "undertook a journey" is none
        return bool(reader.sentence.children(verb, "xcomp", "ccomp"))
    if any(lemma in ("agree", "promise", "pledge", "consent", "assent", "contract") for lemma in lemmas):
        return True
    if "commit" in lemmas and not reader.clauses.is_passive(
        verb
    ):  # "commits to work towards peace"; "committed a crime" is none
        tos = [p for p in reader.sentence.children(verb, "prep") if p.lower == "to"]
        return bool(reader.sentence.children(verb, "xcomp") or any(reader.sentence.children(p, "pcomp") for p in tos))
    if "decide" in lemmas:  # "the two sides decided to improve their relations"
        return len(codes_in(rules.source_of(reader, verb))) > 1
    return "accept" in lemmas and reader.around(verb).object_among(reader.vocabulary.groups["offers"])[0] is not None


def schedule(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    if "expect" in reader.clauses.verb_lemmas(verb) and expects_of(reader, verb):
        return None  # "Rome expects Tripoli to respect the truce": it asks for it
    return [replace(a, modality="planned", source=a.source or tuple(passive_subject(reader, verb))) for a in inner] or None


def expects_of(reader: ActReader, verb: Token) -> bool:
    """Whether one party expects something of another, not only of what is to come."""
    below = [c for c in reader.sentence.children(verb, "xcomp", "ccomp") if reader.clauses.is_infinitive(c)]
    known = not reader.clauses.is_passive(verb) and any(r.codes for r in rules.source_of(reader, verb))
    return known and bool(below) and bool(addressed(reader, verb) or objects_of(reader, verb))


def passive_subject(reader: ActReader, verb: Token) -> list[Reference]:
    return [r for s in reader.sentence.children(verb, "nsubjpass", "nsubj") for r in reader.referrer.all(s)]


def refuse(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    source = rules.source_of(reader, verb)
    if "hesitate" in reader.clauses.verb_lemmas(verb) and reader.clauses.negated(verb):
        below = {lemma for c in reader.sentence.children(verb, "xcomp") for lemma in reader.clauses.verb_lemmas(c)}
        if not inner and (below.isdisjoint(reader.vocabulary.groups["strike-back"]) or not reader.clauses.is_future(verb)):
            return []
        threat = not inner or inner[0].event in HARMFUL
        event = "THREATEN" if threat else "AGREE"  # "will not hesitate to leave"
        target = inner_targets(inner, source) or rules.loose_target(reader, verb, codes_in(source))
        return [made(reader, event, None, verb, "will-gladly", inner, target)]
    own = codes_in(source)
    target = (
        _asking(reader, verb, own)
        or inner_targets(inner, source)
        or objects_of(reader, verb)
        or addressed(reader, verb)
        or rules.loose_target(reader, verb, own)
    )
    mode = ASKED.get(inner[0].event, "change" if inner[0].event in HARMFUL else None) if inner else None
    return [made(reader, "REJECT", mode, verb, "refuse", inner, target)]


def _asking(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Rejected Russian calls to grant citizenship": who refuses what somebody asks refuses it to these."""
    asked = reader.vocabulary.groups["asked"]
    if not any(o.lower in asked for o in reader.clauses.objects(verb)):
        return []
    found = reader.slots.find(verb, None, ["object:mod", "object:by", "object:from"], own)
    return [r for r in found if set(r.codes) - own or r.sector in CIVIL]


def accused(reader: ActReader, verb: Token, _: list[Act]) -> list[Act] | None:
    act = rules.by_verb(reader, verb)
    return [act] if act is not None else None


def effort(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """ "Will make every effort to deepen its ties": what somebody will do its best for it promises; None where nothing
    cooperative is told below.
    """
    if verb.lower not in _EXERTED or not reader.clauses.is_future(verb):
        return None
    if _EFFORTS.isdisjoint(o.lower for o in reader.clauses.objects(verb)):
        return None
    below, taken = complements(reader, verb), set(reader.taken)
    inner = [a for c in below for a in reader.interpret(c, depth + 1) if a.event in COOPERATIVE | YIELDING]
    reader.taken = taken
    source = rules.source_of(reader, verb)
    if not inner or not codes_in(source):
        return None
    for complement in below:
        reader.take(complement)
    event = "AGREE" if {a.event for a in inner} & COOPERATIVE else "CONCEDE"
    act = made(reader, event, None, verb, EVERY_EFFORT, inner, inner_targets(inner, source))
    return [replace(act, reciprocal=event == "AGREE" and inner[0].reciprocal)]


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
    if below in _ENDED:  # "dropped plans to march"
        return [made(reader, "CONCEDE", None, verb, "stop-conflict", inner, target)]
    if below in HARMFUL:
        return [made(reader, "RETREAT", "ceasefire" if below == "ASSAULT" else None, verb, "stop-conflict", inner, target)]
    return None


def is_try(verb: Token) -> bool:
    return any(c.dep == "xcomp" for c in verb.children)


def tried(reader: ActReader, verb: Token, depth: int) -> list[Act] | None:
    """An attempt at force, at a protest or to mediate is an act; an attempt at anything else is only told as a wish."""
    below = reader.sentence.children(verb, "xcomp")
    inner = [a for c in below for a in reader.interpret(c, depth + 1)]
    for complement in below:
        reader.take(complement)
    return [replace(a, head=verb) for a in inner if a.event in ("ASSAULT", "PROTEST") or a.mode == "third-party"]
