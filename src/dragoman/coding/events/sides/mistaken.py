"""Sides of an act that grammar gets wrong: who is named under it and is no party, and who is one without being named there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.pacts import alongside, partner, turned_down
from dragoman.coding.events.sides.addressees import is_of_deed_before
from dragoman.coding.events.sides.carried import addressed_before, deciding_there, held_jointly, written_to
from dragoman.coding.events.sides.dialogue import doing_before
from dragoman.coding.events.sides.doers import TEXTS, asking, unnamed, with_doer
from dragoman.coding.events.sides.earlier import accredited_to, breaking_with, host, launcher, parties_before, treaty_parties
from dragoman.coding.events.sides.resumed import resumed
from dragoman.coding.events.sides.whereabouts import ENVOYS, is_breakaway, spoken_of
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_RESOLUTIONS = frozenset({"resolution", "resolutions"})
# "Sanctions imposed under resolutions of the Council": what an act rests on.
_GROUNDS = frozenset({"under", "per"})
_VOTES = frozenset({"vote-for", "vote-against"})
_DRILLS = "halt-drills"
_BALLOT = frozenset({"veto", "vote", "abstain"})
_MADE = word_class("made-by-somebody")
_LET = word_class("let")
# Who is to leave from somewhere, or to be freed, behind the preposition that says from where, or who: neither is asked.
_MOVED = {
    "from": word_class("leaving-somewhere"),
    "of": word_class("setting-free"),
}
_TESTS = word_class("tests")
# With whose help others come together.
_GO_BETWEENS = word_class("help-of-a-third")
_PRIVATE = frozenset({"private", "commercial", "privately-owned", "state-owned"})
# What a mission asks of the state that it is in.
_CONSULAR = frozenset({"consular", "prisoners", "detainees"})
_THEM = frozenset({"him", "her", "them"})
_TREATIES = word_class("treaties")


def corrected(reader: ActReader, act: Act) -> Act | None:
    """The act without those who are no party to it; None where, without them, nothing is told."""
    if _is_remembered(reader, act):
        return None
    kept = tuple(r for r in act.target if not _is_no_party(reader, act, r))
    if act.event in ("AGREE", "CONCEDE") and act.source and all(_is_own_arm(act.source[0], r) for r in kept):
        kept, act = (), replace(act, target=())  # "undertook to withdraw its army"
    if len(kept) != len(act.target):
        ground = [r for r in act.target if _rests_on(reader, r)]
        act = replace(act, source=act.source or tuple(ground), target=kept)
    if act.mode in ("accession", "treaty"):
        beside = alongside(reader, act)
        if reader.clauses.is_passive(act.head):
            act = replace(act, target=(*act.target, *beside))
        else:
            act = replace(act, source=(*act.source, *beside))
    return with_doer(reader, act)


def completed(reader: ActReader, act: Act) -> Act:
    """The act with the other side that the text names elsewhere, where the sentence names none."""
    if (strangers := _strangers(reader, act)) is not None:
        return replace(act, target=strangers)
    if not act.source and (there := deciding_there(reader, act)):
        return replace(act, source=unnamed(act, there))
    if (seceded := _seceded(act)) is not None:
        return seceded
    own = codes_in(act.source)
    if (act.event, act.mode) == ("REQUEST", "assist") and len(own) == 1:
        reader.scene.story.needy = tuple(own)
    if (told := _told_elsewhere(reader, act, own)) is not None:
        return told
    if codes_in(act.target) - own or not own or act.reciprocal:
        return act
    if addressees := [r for r in written_to(reader, act) if not own & set(r.codes)]:
        return replace(act, target=tuple(addressees))
    found = held_jointly(reader, act, own) or _other_side(reader, act, own)
    return replace(act, target=unnamed(act, found)) if found else act


def _told_elsewhere(reader: ActReader, act: Act, own: set[str]) -> Act | None:
    """The act with sides that the text tells for deeds of its kind, whether or not the sentence names any; None where it tells
    none.
    """
    codes = codes_in(act.target)
    if act.event in ("ACCUSE", "SANCTION") and own and own == codes and _is_of_envoy(reader, act):
        other = reader.scene.discourse.opposite(tuple(own), reader.sentence.start)
        return replace(act, source=tuple(replace(r, codes=other) for r in act.source))
    if told := resumed(reader, act):
        return replace(act, target=unnamed(act, told))
    if act.event == "SANCTION" and act.mode in ("discontinue", "expel"):
        return breaking_with(reader, act)
    if act.mode == "recognition" and not codes and any(s.tag == "PRP" for s in reader.clauses.subjects(act.head)):
        # "Recognised Chad. It established relations in the same year."
        return replace(act, target=unnamed(act, parties_before(reader, own)[:1]))
    if act.event == "REQUEST" and act.source and reader.words & _CONSULAR and (hosts := host(reader)):
        return replace(act, target=unnamed(act, hosts))
    if act.mode == "recognition" and not codes and len(own) == 1 and _is_bare_bond(reader, act):
        about = reader.scene.discourse.about  # "Australia resumed the relations", in a text on those of one state
        return replace(act, target=unnamed(act, (about,) if about and about not in own else ()))
    if own and not any(r.text for r in act.target) and (addressed := addressed_before(reader, act, own)):
        return replace(act, target=unnamed(act, addressed))
    return None


def _other_side(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """The other side of an act that names none but its own, by what its kind of deed answers or is about."""
    if act.mode == "credentials":
        return accredited_to(reader, own) or reader.scene.discourse.facing(tuple(own))
    if act.rule == "express-support" and reader.words & TEXTS:
        return parties_before(reader, own)[:1]  # "In the letter he expressed his sympathy"
    if act.mode == "third-party":
        both = reader.scene.discourse.between
        return both if len(both) == 2 and not own & set(both) else parties_before(reader, own)
    if act.rule == "recommend-admission":  # "Chad was admitted. The Council had recommended the admission"
        return tuple(c for c in parties_before(reader, own) if c in reader.scene.knowledge.states)
    if act.event == "REJECT" and (treaty := _rejected_treaty(reader, act)) is not None:
        return _parties(reader, treaty, own)
    if act.event in ("ACCUSE", "SANCTION") and _is_of_test(reader, act):
        return _tester(reader, act, own)
    if act.mode == "treaty":
        return partner(reader, act, own)
    if act.rule == "call-for" and reader.words & _THEM:
        return asking(reader, own)  # "He thanked him and said that he would ask for help"
    if act.event in ("ACCUSE", "SUPPORT", "REJECT") and (doers := doing_before(reader, act, own)):
        return doers
    if _answers(reader, act):
        return turned_down(reader, act, own) or asking(reader, own)
    if act.rule == "abstain" and (previous := reader.referrer.previous) is not None:
        bodies = set(previous.codes) - reader.scene.knowledge.states
        return previous.codes if bodies else ()  # "The Board found Chad at fault. Mali voted against"
    if act.rule in _VOTES:
        abroad = [c for c in spoken_of(reader, act) if c not in own]
        return tuple(abroad) if len(abroad) == 1 else ()
    return ()


def _parties(reader: ActReader, treaty: Token, own: set[str]) -> tuple[str, ...]:
    """With whom the treaty is that is rejected."""
    below = [m for t in reader.sentence.subtree(treaty) if (m := reader.scene.mention_at(t)) is not None]
    named = [m.code for m in below if m.code and m.kind != "place"]  # no "Maastricht Treaty" is with the Dutch
    return tuple(dict.fromkeys(c for c in named if c not in own)) or treaty_parties(reader, treaty, own)


def _is_bare_bond(reader: ActReader, act: Act) -> bool:
    """Whether relations are told of without a word on with whom."""
    return (
        act.object is not None
        and act.reciprocal
        and not any(reader.clauses.under(base, p) for base in (act.object, act.head) for p in ("with", "between", "to"))
    )


def _is_of_envoy(reader: ActReader, act: Act) -> bool:
    """ "The Ministry summoned the ambassador of Chad": no ministry of Chad, though the text names no other state."""
    tokens = reader.sentence.tokens
    return any(tokens[r.head].lower in ENVOYS for r in act.target)


def _strangers(reader: ActReader, act: Act) -> tuple[Reference, ...] | None:
    """ "Ended a contract with a private distributor": whom no word gives a state is not another state, and stays in words;
    None where nobody such is a partner.
    """
    if act.event != "SANCTION" or act.object is None or any(r.text for r in act.target):
        return None
    partners = reader.clauses.under(act.object, "with")
    if not partners or not all(t.tag in ("NN", "NNS") and not reader.referrer.codes(t) for t in partners):
        return None
    return tuple(_in_words(reader, t) for t in partners)


def _in_words(reader: ActReader, noun: Token) -> Reference:
    """Somebody of no state: as the text calls them, and of business where it calls them private."""
    found = reader.referrer.refer(noun)
    private = any(c.lower in _PRIVATE for c in noun.children)
    sector = (found.sector if found is not None else None) or ("BUS" if private else None)
    span = reader.sentence.span(
        reader.sentence.subtree(noun, without=frozenset({"relcl", "acl", "punct", "conj", "cc", "advcl"}))
    )
    return Reference((), sector, span.of(reader.scene.document.text), span, noun.i, noun.tag == "NNS")


def _answers(reader: ActReader, act: Act) -> bool:
    """Whether it turns down or blames what the sentence before told: "refused", "regrets the decision"."""
    if act.event == "REJECT":
        return not _BALLOT & set(reader.clauses.verb_lemmas(act.head))
    return act.event == "ACCUSE" and is_of_deed_before(act)


def _is_remembered(reader: ActReader, act: Act) -> bool:
    """ "He recalled the soldiers of the Red Army": troops of somebody else are called to mind, and not called home."""
    if act.event != "RETREAT" or act.object is None or "recall" not in reader.clauses.verb_lemmas(act.head):
        return False
    own = codes_in(act.source)
    theirs = codes_in(reader.referrer.all(act.object))
    theirs |= {c for o in reader.clauses.under(act.object, "of") for r in reader.referrer.all(o) for c in r.codes}
    return bool(own and theirs) and not own & theirs


def _seceded(act: Act) -> Act | None:
    """ "Recognised the Republic of Biafra": what has broken away is recognised, and not the state that it broke from."""
    if act.rule == "acknowledge-as" or not any(r.sector in ("REB", "PRE") for r in act.target):
        return None
    if not any(t.lower.startswith("recogni") for t in act.trigger):
        return None
    return replace(act, target=tuple(replace(r, codes=()) if r.sector in ("REB", "PRE") else r for r in act.target))


def _is_no_party(reader: ActReader, act: Act, reference: Reference) -> bool:
    head = reader.sentence.tokens[reference.head]
    above = reader.sentence.head(head)
    if above is None:
        return False
    noun = reader.sentence.head(above)
    if head.tag == "PRP$" and above.dep == "pobj" and noun is not None and noun.lower == "as":
        return True  # "as its legal ground"
    if _rests_on(reader, reference):
        return True
    if head.dep == "pobj" and noun is not None:
        if above.lower == "in" and noun.dep == "acl" and noun.lower in _MADE:
            return True  # "a torpedo made in Chad"
        if above.lower in ("in", "at") and noun.i in {r.head for r in act.source} and is_mission(noun):
            return True  # "the embassy in Lima held a reception"
        if above.lower == "with" and head.lower in _GO_BETWEENS:
            return True  # "restored ties with the mediation of Chad"
        if act.rule.endswith(_DRILLS) and above.lower == "with":
            return True  # "stopped its exercises with Chad": for the sake of a third
        if act.rule in _VOTES and above.lower == "of" and noun.lower in _RESOLUTIONS:
            return True
    if act.mode == "recognition" and is_breakaway(reader, head):
        return True
    if act.event == "REQUEST" and noun is not None and noun.lower in _MOVED.get(above.lower, ()):
        return True  # "called for the withdrawal of foreign troops from Chad", "for the release of its crew"
    lets = act.event == "REQUEST" and head.dep == "nsubjpass" and above.lower in _LET
    return lets and above.dep in ("ccomp", "xcomp")


def _is_own_arm(source: Reference, reference: Reference) -> bool:
    """Whether somebody is only the troops or police of who acts."""
    return source.sector in ("GOV", None) and reference.sector in ("MIL", "COP") and set(reference.codes) <= set(source.codes)


def _rests_on(reader: ActReader, reference: Reference) -> bool:
    head = reader.sentence.tokens[reference.head]
    above = reader.sentence.head(head)
    return head.lower in _RESOLUTIONS and head.dep == "pobj" and above is not None and above.lower in _GROUNDS


def _rejected_treaty(reader: ActReader, act: Act) -> Token | None:
    """The treaty that a rejection is of: "declares the treaty void"."""
    below = reader.sentence.subtree(act.head, without=frozenset({"advcl", "relcl", "parataxis", "conj", "prep"}))
    return next((t for t in below if t.i > act.head.i and t.lower in _TREATIES), None)


def _is_of_test(reader: ActReader, act: Act) -> bool:
    """Whether a test or launch is blamed, by its bare name."""
    return any(o.lower in _TESTS for o in reader.things(act))


def _tester(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "After the Council had condemned the launch, the ministry of Chad declared": the one state of the sentence, else
    the one opposite by what was said before.
    """
    named = [c for c in spoken_of(reader, act) if c not in own]
    if named:
        return tuple(named) if len(named) == 1 else ()
    before = () if own & reader.scene.knowledge.states else launcher(reader)
    return before or reader.scene.discourse.opposite(tuple(own), reader.sentence.start)


def is_policy(reader: ActReader, act: Act) -> bool:
    """ "Promotes friendship with all countries", "will develop its relations on the basis of equality", "supports dialogue":
    what a state does with nobody in particular, now or some day, is its policy.
    """
    if act.rule == "support" and act.head.tag in ("VBZ", "VBP") and not act.target:
        return all(r.sector in (None, "GOV") for r in act.source)
    if not act.rule.endswith("establish-relations") or any(not c.startswith("X-") for r in act.target for c in r.codes):
        return False
    if act.event == "AGREE":
        return not act.target and len(codes_in(act.source)) < 2
    return act.head.tag in ("VBZ", "VBP", "VBG") and "establish" not in reader.clauses.verb_lemmas(act.head)
