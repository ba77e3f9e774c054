"""What a promise, a plan or an offer makes of the act below it: an agreement, a yielding, a refusal or a threat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import COOPERATIVE, EVERY_EFFORT, HARMFUL, PROMISED_YIELDING, YIELDING, Act
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.operators.giving_word import agrees, intends, is_ready, vows
from dragoman.coding.events.operators.operands import (
    complements,
    inner_targets,
    made,
    objects_of,
    passive_subject,
)
from dragoman.coding.events.operators.refusals import refuse
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_FORCE = frozenset({"ASSAULT", "MOBILIZE", "THREATEN"})
_WITHHELD = YIELDING | frozenset({"CONSULT", "AGREE", "COOPERATE"})
_WITHHELD_TOO = _WITHHELD | {"AID"}
_DECIDING = frozenset({"decide", "resolve"})
_DECREED = frozenset({"SANCTION", "COERCE", "REJECT"})
# What several can agree to do to others.
_OPPOSED = HARMFUL | {"REJECT"}
_GIVING = word_class("giving-aid")
# "Make every effort to", "do everything possible to", "spare no effort to", "exert itself to".
_EXERTED = word_class("exerting")
_EFFORTS = word_class("efforts")
_HELPERS = word_class("helpers-sent")
_SERVICES = word_class("services-between")
_GIVES_WORD = word_class("giving-ones-word")
_LETS = frozenset({"let", "allow", "permit"})
_TOGETHER = frozenset({"together", "jointly"})
_SELF = word_class("setting-oneself")
_VOWING = word_class("vowing")
_SOIL = word_class("soil-of-a-state") | {"airspace", "bases"}


def promise(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    if not reader.clauses.is_passive(verb) and {"set", "poise"} & set(reader.clauses.verb_lemmas(verb)):
        return None  # "set out the mandate"
    if any(reader.clauses.is_bound(c) for c in reader.sentence.children(verb, "xcomp")) and _is_told_of(reader, verb):
        return None  # "said that Rome was bound to surrender them": a demand
    if any("whether" in reader.clauses.marks(c) for c in reader.sentence.children(verb, "ccomp", "xcomp", "advcl")):
        return None  # "will decide whether to support it": nothing is promised yet
    acts, source = promised(reader, verb, inner), promising(reader, verb)
    if acts is None or source == rules.source_of(reader, verb):
        return acts
    return [replace(a, source=tuple(source)) if a.head is verb else a for a in acts]


def _is_told_of(reader: ActReader, verb: Token) -> bool:
    """Whether somebody else says what the subject of a passive is to do."""
    speaker = needs.speaker_of(reader, verb)
    own = codes_in(passive_subject(reader, verb))
    return speaker is not None and bool(speaker.codes) and bool(own) and own.isdisjoint(speaker.codes)


def promising(reader: ActReader, verb: Token) -> list[Reference]:
    """Who promises: who is set to do it, or whom an official without a state speaks for ("Hungary will help, the foreign
    minister promised").
    """
    if reader.clauses.is_passive(verb) and not _SELF.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return passive_subject(reader, verb)
    source = rules.source_of(reader, verb)
    if not source and reader.clauses.is_passive(verb):  # "a decision by Rome to expel two envoys was announced"
        told = any(o.tag[0] == "N" for o in reader.clauses.objects(verb))
        return reader.slots.find(verb, None, ["object:by", "object:mod", "object:poss"], set()) if told else []
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
    if not source and reader.clauses.is_passive(verb):
        return None  # "the pay they had been promised"
    target = _promisees(reader, verb, inner, source)
    if _keeps_soil(reader, verb):
        return _gives_word(reader, verb, inner, source)
    if not inner:
        return _of_unknown(reader, verb, source, target)
    if (forgone := _forgone(reader, verb, inner, source)) is not None:
        return forgone
    inner = [replace(a, event="AID", mode=None) if _is_help(a) else a for a in inner]
    return _of_kind(reader, verb, inner, source, target)


def _promisees(reader: ActReader, verb: Token, inner: list[Act], source: list[Reference]) -> list[Reference]:
    """To whom something is promised: named by the verb, or whom it would be done to."""
    own = codes_in(source)
    target = [r for r in inner_targets(inner, source) if not _is_given(inner, r)] or objects_of(reader, verb)
    target = _promised_to(reader, verb, own) or (_let(reader, verb, own) if len(own) == 1 else []) or target
    target = _go_between(reader, verb, own) or target
    # What several plan or agree on, they do with each other: "agreed to refer the dispute to the Court".
    if len(own) > 1 and any(a.event == "AGREE" for a in inner) and codes_in(target).isdisjoint(reader.scene.knowledge.states):
        return []
    if not target and not (len(own) > 1 and (inner[0].reciprocal if inner else agrees(reader, verb))):
        return loose_target(reader, verb, own)
    return target


def _of_unknown(reader: ActReader, verb: Token, source: list[Reference], target: list[Reference]) -> list[Act] | None:
    """What the promise of something is that no rule knows: none, where the verb may promise anything or nothing."""
    if reader.clauses.negated(verb) and "accept" in reader.clauses.verb_lemmas(verb):
        return refuse(reader, verb, [])  # "does not accept the idea of a commission"
    own = codes_in(source)
    if not agrees(reader, verb) and not is_ready(reader, verb) and (len(own) < 2 or reader.words.isdisjoint(_TOGETHER)):
        return None
    target = target or _forborne(reader, verb, own)
    gives = bool(_GIVING & {t.lower for t in reader.sentence.children(verb, "xcomp")})
    event = "CONCEDE" if len(own) < 2 and _is_demanded(reader, verb) else "AGREE"
    act = made(reader, event, None, verb, "promise-aid" if gives else "promise", [], target)
    return [replace(act, reciprocal=len(own) > 1 and not target and not gives)]


def _forgone(reader: ActReader, verb: Token, inner: list[Act], source: list[Reference]) -> list[Act] | None:
    """What the promise of not doing something is: a refusal, or a word given where it is harm; None where something is to be
    done.
    """
    lemmas = reader.clauses.verb_lemmas(verb)
    decides = not _DECIDING.isdisjoint(lemmas)
    if not _VOWING.isdisjoint(lemmas) and _all_negated(
        reader, inner, _WITHHELD_TOO if decides else _WITHHELD, reader.vocabulary.forgone
    ):
        return refuse(reader, verb, inner)  # "vowed never to surrender"
    if _all_negated(reader, inner, HARMFUL, reader.vocabulary.negative):
        if decides and all(a.event == "MOBILIZE" for a in inner):
            return refuse(reader, verb, inner)  # "decided not to send troops"
        return _gives_word(reader, verb, inner, source)  # "decided not to expel the envoys"
    if not reader.clauses.negated(verb):
        return None
    if all(a.event in _FORCE for a in inner):  # "does not intend to use the weapons against ..."
        return _gives_word(reader, verb, inner, source)
    return refuse(reader, verb, inner)


def _keeps_soil(reader: ActReader, verb: Token) -> bool:
    """ "Promised that it would not let its soil be used against Chad": harm by others that somebody will not have at home."""
    below = [c for c in reader.sentence.children(verb, "ccomp", "xcomp") if c.lower in _LETS and reader.clauses.negated(c)]
    return "vow" not in reader.clauses.verb_lemmas(verb) and any(
        t.lower in _SOIL and any(o.tag == "PRP$" for o in reader.sentence.children(t, "poss"))
        for c in below
        for t in reader.sentence.subtree(c)
    )


def _all_negated(reader: ActReader, inner: list[Act], kinds: frozenset[str], known: frozenset[str]) -> bool:
    """Whether all acts are of `kinds` and are not to be done; the rules that are `known` tell as much by themselves."""
    return all(a.event in kinds and a.rule not in known and reader.clauses.negated(a.head) for a in inner)


def _gives_word(reader: ActReader, verb: Token, inner: list[Act], source: list[Reference]) -> list[Act]:
    return [made(reader, "AGREE", None, verb, "will-not", inner, _spared(reader, verb, inner_targets(inner, source)))]


def _of_kind(reader: ActReader, verb: Token, inner: list[Act], source: list[Reference], target: list[Reference]) -> list[Act]:
    """What the promise of `inner` is by the kinds of these: yielding, agreement, threat, refusal, or the deed itself."""
    own, kinds = codes_in(source), {a.event for a in inner}
    lemmas = reader.clauses.verb_lemmas(verb)
    if kinds & YIELDING:
        return [_yielding(reader, verb, inner, own, target)]
    if kinds & COOPERATIVE:
        return [_cooperating(reader, verb, inner, own, target)]
    if kinds & HARMFUL and "agree" in lemmas and any(reader.clauses.condition_of(a.head) is not None for a in inner):
        # "agreed to withdraw the preferences unless the army went back to barracks"
        return [made(reader, "THREATEN", None, verb, "threat-to-act", inner, target)]
    if kinds & HARMFUL and "offer" in lemmas:  # "offered to send commandos", "to arrest the rebels": help, or a bargain
        return [made(reader, "AGREE", None, verb, "promise", [], target)]
    if kinds & _OPPOSED and (len(own) > 1 or (agrees(reader, verb) and not vows(reader, verb))):
        return [made(reader, "AGREE", None, verb, "promise", inner, target)]
    if kinds & _DECREED and "decide" in lemmas:
        # A state that decides to expel, withdraw or suspend has done so: such deeds consist in the decision.
        done = [a for a in inner if a.event in _DECREED]
        return [replace(a, head=verb, trigger=(verb, *a.trigger), source=tuple(source) or a.source) for a in done]
    if kinds == {"REJECT"} and (not own or not agrees(reader, verb) or vows(reader, verb)):
        return [made(reader, "REJECT", inner[0].mode, verb, "refuse", inner, target)]  # "vowed to resist the demands"
    if all((a.event, a.mode) == ("ACCUSE", "investigate") for a in inner):  # "plan to question the mayor"
        return _planned(verb, inner, source)
    if kinds & HARMFUL:
        return [made(reader, "THREATEN", None, verb, "threat-to-act", inner, target)]
    if own and agrees(reader, verb):  # "agreed to seek the games", "agreed that the talks be put off"
        act = made(reader, "AGREE", None, verb, "promise", inner, target)
        return [replace(act, reciprocal=len(own) > 1 and not target)]
    if kinds == {"REQUEST"} and inner[0].rule != "must" and own and intends(reader, verb):
        return _planned(verb, inner, source)  # "is ready to ask Chad for damages", "plans to demand"
    return inner


def _yielding(reader: ActReader, verb: Token, inner: list[Act], own: set[str], target: list[Reference]) -> Act:
    """A retreat that is promised or agreed on is AGREE; one that is only decided or meant is CONCEDE."""
    mutual = len(own) > 1 or any(a.reciprocal for a in inner) or bool(_partners(reader, verb, own))
    agreed = mutual or agrees(reader, verb) or is_ready(reader, verb)
    act = made(reader, "AGREE" if agreed else "CONCEDE", None, verb, PROMISED_YIELDING, inner, target)
    return replace(act, reciprocal=len(own) > 1 and not target)


def _cooperating(reader: ActReader, verb: Token, inner: list[Act], own: set[str], target: list[Reference]) -> Act:
    """Several agree with each other on what is done together; several who give do not give to each other."""
    gives = inner[0].head.lower in _GIVING
    act = made(reader, "AGREE", None, verb, "promise-aid" if gives else "promise", inner, target)
    return replace(act, reciprocal=len(own) > 1 and not target and not gives)


def _planned(verb: Token, inner: list[Act], source: list[Reference]) -> list[Act]:
    return [replace(a, head=verb, source=tuple(source) or a.source, modality="planned") for a in inner]


def _promised_to(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Promised Poland that it would speak up for its admission to the Union": to whom a word is given is named first."""
    if _GIVES_WORD.isdisjoint(reader.clauses.verb_lemmas(verb)) or not reader.sentence.children(verb, "ccomp", "xcomp"):
        return []
    heads = reader.sentence.children(verb, "dobj", "dative")
    return [r for h in heads if h.tag[:3] == "NNP" for r in reader.referrer.all(h) if r.codes and set(r.codes) - own]


def _go_between(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Agreed to Swiss mediation in its quarrel with Togo": whose services are taken, not whom the quarrel is with."""
    if not any(n.lower in _SERVICES for n in reader.clauses.under(verb, "to")):
        return []
    return reader.slots.find(verb, None, ["to:mod", "to:poss", "to:by", "by"], own)


def _let(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Agreed to let NATO planes use its bases for missions over Kosovo": who is let do it, not what they do it for."""
    below = [c for c in reader.sentence.children(verb, "xcomp") if c.lower in _LETS]
    clauses = [c for let in below for c in reader.sentence.children(let, "ccomp", "xcomp")]
    heads = [s for c in clauses for s in reader.sentence.children(c, "nsubj")]
    heads += [o for let in below for o in reader.sentence.children(let, "dobj")]
    return [r for h in heads for r in reader.referrer.all(h) if set(r.codes) - own]


def _is_help(act: Act) -> bool:
    """ "Plans to send 500 policemen to Haiti": no show of force towards whom they are sent to."""
    abroad = codes_in(act.target) - codes_in(act.source)
    return act.event == "MOBILIZE" and act.object is not None and act.object.lower in _HELPERS and bool(abroad)


def _is_given(inner: list[Act], reference: Reference) -> bool:
    """ "Promised to send 200 engineers": who is sent is not whom it is promised to."""
    sent = [a.object for a in inner if a.object is not None and a.event in ("AID", "AGREE") and a.head.lower in _GIVING]
    return not reference.codes and any(o.i == reference.head for o in sent)


def _is_demanded(reader: ActReader, verb: Token) -> bool:
    """ "Agreed to rebel demands for an inquiry": what others demanded is yielded."""
    return any(n.lower in ("demand", "demands") and not _is_mutual(n) for n in reader.clauses.under(verb, "to"))


def _forborne(reader: ActReader, verb: Token, own: set[str]) -> list[Reference]:
    """ "Undertook to refrain from coercion against Chad": whom what is promised not to be done would be done to."""
    below = [t for c in reader.sentence.children(verb, "xcomp") for t in reader.sentence.subtree(c)]
    heads = [o for t in below if t.lower in ("against", "towards", "toward") for o in reader.sentence.children(t, "pobj")]
    return [r for h in heads for r in reader.referrer.all(h) if r.codes and set(r.codes) - own]


def _is_mutual(noun: Token) -> bool:
    return any(c.lower in ("each", "mutual") for c in noun.children)


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
