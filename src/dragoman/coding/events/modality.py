"""Whether an act is done, planned, denied, threatened or bidden, by the verbs over it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import ASKED, COOPERATIVE, EVERY_EFFORT, HARMFUL, PERMITTED, Act
from dragoman.coding.events.found import OFFICIAL
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.needs import wants
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What is offered is not given yet.
_OFFERED = frozenset({"AID", "COOPERATE"})
_LISTS = word_class("published-lists")
_LEAVE = word_class("giving-leave")
_SPARED = word_class("spared-from")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# "Asked if there is any ground": no condition.
_ASKED_IF = "ask-whether"
_EASED = frozenset({"CONCEDE", "RETREAT"})
_FORCES = frozenset({"MIL", "COP"})
_MAY = frozenset({"may", "might"})
_SOME = frozenset({"a", "the", "these", "those", "not", "no", "quite", "last", "first", "next"})  # "a few", "not a few"
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
# What is thought of what was said.
_HEEDED = frozenset({"taken", "believed", "heeded", "welcomed"})


def with_modality(reader: ActReader, act: Act) -> Act | None:
    """The act as its verbs tell it: done, denied, planned, possible, bidden, or on terms; None where it is left open."""
    clauses = reader.clauses
    if act.head.tag[0] not in "VM":
        return act
    verb = clauses.governor(act.head)
    if (spared := _spared(reader, act, verb)) is not None:
        return spared
    if (undone := _by_nobody(reader, act)) is not None:
        return undone
    if act.rule in reader.vocabulary.forgone or act.rule == EVERY_EFFORT:  # "will spare no effort" denies nothing
        return act
    negated = clauses.negated(verb) or clauses.negated(act.head)
    if act.rule == "rule-out" and negated:
        return None  # "does not rule out talks": left open
    if (being := clauses.denied_rank(act.head)) is not None:  # "will not be the first to open fire": its word not to
        return _forgone(act) if act.event in HARMFUL and clauses.is_future(being) else None
    if negated and act.rule not in reader.vocabulary.negative:
        return _denied(reader, act, verb)
    if clauses.was_to_have(verb):
        return replace(act, modality="negated") if act.modality == "actual" else None
    if clauses.is_counterfactual(verb):
        return replace(act, modality="hypothetical") if act.source and act.target else None
    on_terms = act.event == "THREATEN" and clauses.condition_of(verb) is not None  # "can wipe out the aggressor if attacked"
    if act.rule == PERMITTED:
        return None if negated else act
    if clauses.is_possible(verb) and not on_terms:
        if negated:
            return act  # "said that it could not accept the terms"
        return (threatened(reader, act) if act.event in HARMFUL else None) or supposed(reader, act)
    if clauses.is_inverted(verb):
        return None  # "should London attack, ...": not done
    if clauses.is_duty(verb):
        return obliged(reader, act)
    offered = act.event in _OFFERED and act.mode != "gift" and "offer" in clauses.verb_lemmas(act.head)
    if act.modality == "actual" and (clauses.is_future(verb) or offered):
        act = future(reader, act)
    return _on_terms(reader, act, verb)


def _by_nobody(reader: ActReader, act: Act) -> Act | None:
    """What nobody does or suffers, as not done; None where somebody does."""
    subjects = reader.clauses.subjects(act.head)
    if any(_is_no_one(reader, s) for s in subjects):  # "nobody has apologised": not done, by nobody
        own = {t.i for s in subjects for t in reader.sentence.subtree(s)}
        return replace(act, modality="negated", source=tuple(r for r in act.source if r.head in own and r.codes))
    if act.object is not None and act.object.lower == "nobody":  # "expelled nobody"
        return replace(act, modality="negated")
    return None


def _forgone(act: Act) -> Act:
    """Who will not do harm gives its word."""
    return replace(act, event="AGREE", mode=None, rule=f"will-not:{act.rule}")


def _denied(reader: ActReader, act: Act, verb: Token) -> Act | None:
    """What not doing it is: a word given, a refusal, or a deed that is not done."""
    clauses = reader.clauses
    if clauses.is_still_to_come(verb) or clauses.is_still_to_come(act.head):
        return replace(act, modality="negated")  # "is still to recognise it": no refusal
    future = clauses.is_future(verb)
    if act.event == "REJECT" and future:  # "will not block", "will not oppose"
        return _forgone(act)
    if future or any(a in ("can", "could") for a in clauses.auxiliaries(verb)):
        if act.event in ("MOBILIZE", "ASSAULT"):  # "will not test missiles"
            return _forgone(act)
        return _refused(reader, act)
    if act.modality == "actual" and (_is_done_then(reader, verb) or (clauses.is_passive(verb) and verb.lower in _HEEDED)):
        return act  # "the threat to cut off trade is not taken seriously": it was made
    if act.rule in reader.vocabulary.laid:
        return None  # "we have never interfered in your affairs" charges nobody
    return replace(act, modality="negated")


def _spared(reader: ActReader, act: Act, verb: Token) -> Act | None:
    """ "No refugee will be sent back", "nobody will be prosecuted": the word of whoever says so, unless others would do it."""
    clauses = reader.clauses
    if verb.lower not in _SPARED or not clauses.is_passive(verb) or not clauses.is_future(verb):
        return None
    if not (clauses.negated(verb) or any(_is_no_one(reader, s) for s in clauses.subjects(act.head))):
        return None
    speaker = needs.speaker_of(reader, act.head)
    if speaker is None or codes_in(act.source) - set(speaker.codes):
        return None
    if act.event not in HARMFUL and not any(r.sector == "REF" for r in act.target):
        return None
    return replace(act, event="AGREE", mode=None, rule=f"will-not:{act.rule}", source=(speaker,), modality="actual")


def _refused(reader: ActReader, act: Act) -> Act:
    """What is refused by who will not do it, or to whom it will not be done."""
    if act.event in HARMFUL and reader.clauses.is_passive(act.head) and codes_in(act.source) and codes_in(act.target):
        # "Chad will not be bullied by Mali": whoever it would be done to says no.
        return replace(act, event="REJECT", mode="yield", rule=f"will-not:{act.rule}", source=act.target, target=act.source)
    speaker = needs.speaker_of(reader, act.head) if not act.source else None  # "said that no more aid would go to Chad"
    source = (speaker,) if speaker is not None and speaker.codes and speaker.sector in OFFICIAL else act.source
    return replace(act, event="REJECT", mode=ASKED.get(act.event), rule=f"will-not:{act.rule}", source=source)


def _on_terms(reader: ActReader, act: Act, verb: Token) -> Act:
    """The act as one on terms, where its verb has any; a threat is meant for who is to meet them."""
    clauses = reader.clauses
    condition = clauses.condition_of(verb) if act.rule != _ASKED_IF and act.modality in ("actual", "planned") else None
    if condition is None or ("until" in clauses.marks(condition) and not clauses.is_future(verb)):
        return act  # "froze the assets until the effects were known": done, for a time
    target = act.target
    if act.event == "THREATEN" and not codes_in(target):
        own = codes_in(act.source)
        others = tuple(r for r in reader.subjects_meant(condition) if not r.codes or set(r.codes) - own)
        target = others if codes_in(others) or not target else target
    return replace(act, modality="conditional", target=target)


def _is_done_then(reader: ActReader, verb: Token) -> bool:
    """ "Did not open an embassy until May 1995", "was not admitted before 1961": it was done then."""
    until = next((t for t in reader.sentence.tokens[verb.i + 1 :] if t.lower in ("until", "till", "before")), None)
    if until is None or until.dep != "prep" or verb.tag not in ("VB", "VBN"):
        return False
    if not any(a in ("did", "was", "were", "had") for a in reader.clauses.auxiliaries(verb)):
        return False
    return any(_YEAR.fullmatch(t.text) for t in reader.sentence.tokens[until.i + 1 : until.i + 5])


def _is_no_one(reader: ActReader, subject: Token) -> bool:
    """ "Nobody", "no one"; "few countries", "hardly any state", who are next to nobody."""
    if subject.lower == "nobody":
        return True
    few = next((c for c in (subject, *subject.children) if c.lower == "few"), None)
    if few is not None:
        return not any(c.lower in _SOME for s in (subject, few) for c in s.children)
    if any(c.lower == "any" for c in subject.children):
        return any(t.lower in _HARDLY for t in reader.sentence.subtree(subject)[:2])
    return subject.lower == "one" and any(c.lower == "no" for c in reader.sentence.children(subject, "det", "neg"))


def _is_bidden(reader: ActReader, act: Act) -> bool:
    """ "Will double its force there at the request of the government"."""
    return any(o.lower in ("request", "invitation") for h in (act.head, *act.trigger) for o in reader.clauses.under(h, "at"))


def _is_of_police(act: Act) -> bool:
    """ "Gendarmes will guard the polling stations": police who are sent out at home threaten nobody."""
    return act.mode == "police" or any(r.sector == "COP" for r in act.source)


def future(reader: ActReader, act: Act) -> Act:
    if act.event == "MOBILIZE" and _is_bidden(reader, act):
        return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}")
    if act.event == "MOBILIZE" and any(is_body(reader, c) for r in act.target for c in r.codes):
        return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}")  # "will send officers to the UN mission"
    if act.event in HARMFUL and act.event != "THREATEN":
        # A strike or march that is set for a day is a plan, and so are troop movements that others tell of.
        hanging = reader.clauses.condition_of(reader.clauses.governor(act.head)) is not None
        if act.event == "PROTEST" and hanging and (act.source or act.target):
            return replace(act, event="THREATEN", mode=None, rule=f"will:{act.rule}")  # "would block the line unless"
        if act.event == "MOBILIZE" and hanging and (threat := threatened(reader, act)) is not None:
            return threat  # "troops would be sent in if the riots went on"
        if act.event == "PROTEST" or (act.event == "MOBILIZE" and (_is_of_police(act) or is_others(reader, act, nobody=True))):
            return replace(act, modality="planned")
        several = codes_in(act.source)
        if len(several) > 1 and codes_in(act.target) <= several:
            return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}", reciprocal=True)  # what several will stop
        return threatened(reader, act) or replace(act, event="THREATEN", mode=None, rule=f"will:{act.rule}")
    if (act.event, act.mode) == ("REJECT", "meet") and reader.clauses.condition_of(act.head) is not None:
        return replace(act, event="THREATEN", mode="relations", rule=f"will:{act.rule}")  # "will leave the talks if"
    if act.event == "CONSULT":
        if is_others(reader, act, nobody=True) and reader.clauses.condition_of(act.head) is None:
            return replace(act, modality="planned")
        return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}")
    if act.event in COOPERATIVE and act.event != "AGREE":
        mutual = act.reciprocal and not act.target and len(codes_in(act.source)) > 1  # "will set up a joint group"
        return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}", reciprocal=mutual)
    if act.event == "RETREAT":
        event = "AGREE" if _gives_leave(reader, act) else "CONCEDE"
        return replace(act, event=event, mode=None, rule=f"will:{act.rule}")
    if act.event == "CONCEDE" and not act.target and len(codes_in(act.source)) > 1:  # "are to reopen their border"
        return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}", reciprocal=True)
    return act


def _gives_leave(reader: ActReader, act: Act) -> bool:
    """ "Would let the inspectors in": leave that somebody says it will give is its word given to who asks, as a promise is; not
    what goes with other easing ("will lift the closure and let in more workers").
    """
    if act.mode != "access" or act.head.dep == "conj" or reader.clauses.is_passive(act.head):
        return False
    return bool(codes_in(act.source)) and not _LEAVE.isdisjoint(reader.clauses.verb_lemmas(act.head))


def is_body(reader: ActReader, code: str) -> bool:
    """Whether a code is an organisation's."""
    return code not in reader.scene.knowledge.states and not code.startswith("X-")


def threatened(reader: ActReader, act: Act) -> Act | None:
    """ "could halt grain shipments", "stations would be attacked": harm that the one who says so may do itself."""
    speaker = needs.speaker_of(reader, act.head)
    if (speaker is None or not speaker.text) and act.head.dep == "relcl" and not act.source:
        lister = _lister(reader, act.head)  # "published a list of goods that would be hit by tariffs"
        return replace(act, event="THREATEN", mode=None, rule=f"may:{act.rule}", source=lister) if lister else None
    if speaker is None or speaker.text == "":
        return None
    own = {_principal(c) for r in act.source for c in r.codes}
    # "officials said" after "the Bank could freeze its loans" are the Bank's.
    counterfactual = "have" in reader.clauses.auxiliaries(act.head)
    officials = (
        bool(own) and (not speaker.codes or _is_its(reader, speaker)) and speaker.sector in OFFICIAL and not counterfactual
    )
    # "Troops would be sent in", "missiles would fall on Chad": by or from whoever says so.
    unsaid = not act.source and (reader.clauses.is_passive(act.head) or _is_by_things(reader, act))
    unowned = unsaid or (bool(act.source) and not own and all(r.sector in _FORCES for r in act.source))
    if not (own & {_principal(c) for c in speaker.codes} or officials or unowned):
        return None
    return replace(act, event="THREATEN", mode=None, rule=f"may:{act.rule}", source=act.source or (speaker,))


def _is_by_things(reader: ActReader, act: Act) -> bool:
    """ "Shells would fall on Chad": the subject is no party."""
    subjects = reader.clauses.subjects(act.head)
    return any(s.tag[0] == "N" for s in subjects) and not reader.subjects_meant(act.head)


def _lister(reader: ActReader, clause: Token) -> tuple[Reference, ...]:
    """Who publishes what a clause tells of."""
    verb = reader.sentence.verb_above(clause)
    if verb is None or not reader.clauses.is_passive(clause) or verb.lower not in _LISTS:
        return ()
    return tuple(r for r in reader.subjects_meant(verb) if r.codes)


def supposed(reader: ActReader, act: Act) -> Act | None:
    """ "Uganda may reinforce its brigade": told as possible; not what somebody is allowed to do, nor what may follow from it."""
    verb = reader.clauses.governor(act.head)
    auxiliaries = reader.clauses.auxiliaries(verb)
    if _MAY.isdisjoint(auxiliaries) or "have" in auxiliaries or verb.dep not in ("ROOT", "ccomp", "parataxis"):
        return None
    if not any(r.codes for r in act.source) or reader.clauses.negated(verb) or reader.clauses.marks(verb):
        return None
    return replace(act, modality="hypothetical")


def _is_its(reader: ActReader, speaker: Reference) -> bool:
    """ "Iran may cut ties with Britain, its foreign minister said": the minister of whom the clause is about."""
    return any(c.tag == "PRP$" for c in reader.sentence.children(reader.sentence.tokens[speaker.head], "poss"))


def is_others(reader: ActReader, act: Act, *, nobody: bool = False) -> bool:
    """Whether somebody else than its source (or `nobody`) says that an act will be done."""
    speaker = needs.speaker_of(reader, act.head)
    if speaker is None and {c for r in act.source for c in r.codes} <= set(reader.scene.discourse.joint):
        return not act.source  # "the Sides will hold talks once a year", in what they say together
    if speaker is None:
        return nobody
    if not speaker.codes:  # "the contras will sit down with the envoy, a rebel spokesman said"
        return not (speaker.sector and any(r.sector == speaker.sector for r in act.source))
    own = {_principal(c) for r in act.source for c in r.codes}
    return not {_principal(c) for c in speaker.codes} & own


def _principal(code: str) -> str:
    """An organ speaks for its organisation: UN for UN-SC."""
    return code if code.startswith("X-") else code.partition("-")[0]


def obliged(reader: ActReader, act: Act) -> Act | None:
    """ "China must drop barriers": a demand by whoever says so; not "the two sides should meet", which binds both."""
    subjects = reader.clauses.subjects(act.head)
    together = any(c.lower in ("two", "both") for s in subjects for c in s.children)
    if act.modality == "conditional" or together:
        return None
    if (reader.clauses.has_to(act.head) or reader.clauses.is_bound(act.head)) and needs.said_by(reader, act.head)[0] is None:
        return None  # "creditors had to give assurances": told, and asked of nobody
    speaker = needs.speaker_of(reader, act.head)
    if speaker is not None and act.event == "THREATEN" and codes_in(act.source) & set(speaker.codes) and codes_in(act.target):
        return act  # "must bear the consequences"
    if speaker is not None and (
        not act.source
        or _is_what_is_done(reader, act)
        or (speaker.head == act.source[0].head and reader.clauses.is_passive(act.head))
    ):
        return _wanted(reader, act, speaker)
    if speaker is None or _binds_itself(speaker, act):
        return None
    if reader.clauses.or_else(act.head) and is_warned(reader, act.head):
        return replace(
            act, event="THREATEN", mode=None, rule="or-else", source=(speaker,), target=act.source, modality="actual"
        )
    if wants.is_sent_home(reader, act.head) and set(act.source[0].codes) - set(speaker.codes):
        return replace(act, event="SANCTION", mode="expel", rule="sent-home", source=(speaker,), target=act.source)
    mode = ASKED.get(act.event, "change")
    rule = act.rule if act.rule == "must" else f"must:{act.rule}"
    return replace(act, event="REQUEST", mode=mode, rule=rule, source=(speaker,), target=act.source, modality="actual")


def _is_what_is_done(reader: ActReader, act: Act) -> bool:
    """ "The embargo against Chad must be lifted": Chad is named in what is to be done, and does not do it."""
    if act.event not in _EASED:
        return False
    done = {t.i for s in reader.sentence.children(act.head, "nsubjpass") for t in reader.sentence.subtree(s)}
    return all(r.head in done for r in act.source)


def _wanted(reader: ActReader, act: Act, speaker: Reference) -> Act | None:
    """ "Monitors should be sent at once, Chad said": asked for, of nobody who is named."""
    if (
        not speaker.codes
        or (not speaker.text and act.event not in _EASED)
        or not reader.clauses.is_passive(act.head)
        or act.event in ("ACCUSE", "REJECT")
    ):
        return None
    if reader.clauses.negated(act.head) or "have" in reader.clauses.auxiliaries(act.head):
        return None
    mode = ASKED.get(act.event, "change")
    return replace(act, event="REQUEST", mode=mode, rule=f"must:{act.rule}", source=(speaker,), target=(), modality="actual")


def is_warned(reader: ActReader, verb: Token) -> bool:
    """Whether a duty is told by a warning: "must leave or be shot" under "warned" threatens, under "said" it demands."""
    lemmas = (lemma for t in reader.sentence.ancestors(verb) for lemma in reader.clauses.verb_lemmas(t))
    return any(o.kind == "threaten" for lemma in lemmas for o in reader.vocabulary.verb_operators.get(lemma, ()))


def _binds_itself(speaker: Reference, act: Act) -> bool:
    """Whether who says so is who must: not rebels of what their president must do."""
    alike = [r for r in act.source if set(r.codes) & set(speaker.codes)]
    return any(not (r.sector and speaker.sector) or r.sector == speaker.sector for r in alike)
