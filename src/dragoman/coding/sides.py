"""Sides of an act that grammar gets wrong: who is named under it and is no party, and who is one without being named there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.act import Act
from dragoman.coding.addressees import is_of_deed_before
from dragoman.coding.carried import addressed_before, deciding_there, held_jointly
from dragoman.coding.earlier import (
    accredited_to,
    body_told,
    breaking_with,
    host,
    joint_authors,
    launcher,
    parties_before,
    protagonist_but,
    treaty_parties,
)
from dragoman.coding.harmed import on_doer
from dragoman.coding.pacts import alongside, partner, turned_down
from dragoman.coding.reference import Reference, codes_in, implied
from dragoman.coding.resumed import resumed
from dragoman.coding.whereabouts import ENVOYS, MISSIONS, is_breakaway, spoken_of
from dragoman.language.parse import Token
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader

_OF_MISSIONS = frozenset({"close-mission", "recall-ambassador"})
_RESOLUTIONS = frozenset({"resolution", "resolutions"})
# "Sanctions imposed under resolutions of the Council": what an act rests on.
_GROUNDS = frozenset({"under", "per"})
_VOTES = frozenset({"vote-for", "vote-against"})
_DRILLS = "halt-drills"
_BALLOT = frozenset({"veto", "vote", "abstain"})
_MADE = frozenset({"made", "built", "manufactured", "produced", "designed", "assembled"})
_FIRED = frozenset({"fired", "launched", "laid", "planted", "dropped"})
# "Demands that inspectors be admitted": whom others are to let do something, nobody asks.
_LET = frozenset({"allowed", "permitted", "admitted", "let", "given", "granted", "enabled"})
_TEXTS = frozenset({"letter", "note", "statement", "memorandum", "communiqué", "communique", "declaration", "message", "cable"})
_UTTERED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "AGREE"})
_NAMING = frozenset({"see-as", "label"})
_POINTED = frozenset({"this", "that", "these"})
_LEAVING = frozenset({"withdrawal", "departure", "evacuation", "removal", "pullout", "exit", "troops", "forces", "soldiers"})
_TESTS = frozenset("test tests launch launches explosion firing firings detonation".split())
_PRIVATE = frozenset({"private", "commercial", "privately-owned", "state-owned"})
# What a mission asks of the state that it is in.
_CONSULAR = frozenset({"consular", "prisoners", "detainees"})
_THEM = frozenset({"him", "her", "them"})
_PARLIAMENTS = frozenset({"Parliament", "Congress", "Senate", "Knesset", "Bundestag"})
_TREATIES = frozenset(
    "treaty treaties agreement agreements pact pacts accord accords convention conventions protocol protocols".split()
)


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
    act = _between_others(reader, _by_host(reader, _by_signer(reader, _by_other(reader, act))))
    act = _on_behalf(reader, _by_owner(reader, _by_attackers(reader, _by_gunner(reader, act))))
    if act.rule in _NAMING and any(o.lower in _POINTED and o.tag == "DT" for o in reader.clauses.objects(act.head)):
        act = replace(act, target=_doer_before(reader, act))
    if act.event in _UTTERED:
        act = _by_all(reader, act if act.source else _by_adopter(reader, _by_author(reader, act)))
    return _by_promiser(reader, _by_parliament(reader, on_doer(reader, act)))


def completed(reader: ActReader, act: Act) -> Act:
    """The act with the other side that the text names elsewhere, where the sentence names none."""
    if (strangers := _strangers(reader, act)) is not None:
        return replace(act, target=strangers)
    if not act.source and (there := deciding_there(reader, act)):
        return replace(act, source=_unnamed(act, there))
    if (seceded := _seceded(act)) is not None:
        return seceded
    codes = codes_in(act.target)
    own = codes_in(act.source)
    if (act.event, act.mode) == ("REQUEST", "assist") and len(own) == 1:
        reader.scene.story.needy = tuple(own)
    if act.event in ("ACCUSE", "SANCTION") and own and own == codes and _is_of_envoy(reader, act):
        other = reader.scene.discourse.opposite(tuple(own), reader.sentence.start)
        return replace(act, source=tuple(replace(r, codes=other) for r in act.source))
    if told := resumed(reader, act):
        return replace(act, target=_unnamed(act, told))
    if act.event == "SANCTION" and act.mode in ("discontinue", "expel"):
        return breaking_with(reader, act)
    if act.mode == "recognition" and not codes and any(s.tag == "PRP" for s in reader.clauses.subjects(act.head)):
        # "Recognised Chad. It established relations in the same year."
        return replace(act, target=_unnamed(act, parties_before(reader, own)[:1]))
    if act.event == "REQUEST" and act.source and reader.words & _CONSULAR and (hosts := host(reader)):
        return replace(act, target=_unnamed(act, hosts))
    if act.mode == "recognition" and not codes and len(own) == 1 and _is_bare_bond(reader, act):
        about = reader.scene.discourse.about  # "Australia resumed the relations", in a text on those of one state
        return replace(act, target=_unnamed(act, (about,) if about and about not in own else ()))
    if own and not any(r.text for r in act.target) and (addressed := addressed_before(reader, act, own)):
        return replace(act, target=_unnamed(act, addressed))
    if codes - own or not own or act.reciprocal:
        return act
    if other := held_jointly(reader, act, own):
        return replace(act, target=_unnamed(act, other))
    found: tuple[str, ...] = ()
    if act.mode == "credentials":
        found = accredited_to(reader, own) or reader.scene.discourse.facing(tuple(own))
    elif act.rule == "express-support" and reader.words & _TEXTS:
        found = parties_before(reader, own)[:1]  # "In the letter he expressed his sympathy"
    elif act.mode == "third-party":
        both = reader.scene.discourse.between
        found = both if len(both) == 2 and not own & set(both) else parties_before(reader, own)
    elif act.rule == "recommend-admission":  # "Chad was admitted. The Council had recommended the admission"
        found = tuple(c for c in parties_before(reader, own) if c in reader.scene.knowledge.states)
    elif act.event == "REJECT" and (treaty := _rejected_treaty(reader, act)) is not None:
        below = [m for t in reader.sentence.subtree(treaty) if (m := reader.scene.mention_at(t)) is not None]
        named = [m.code for m in below if m.code and m.kind != "place"]  # no "Maastricht Treaty" is with the Dutch
        found = tuple(dict.fromkeys(c for c in named if c not in own)) or treaty_parties(reader, treaty, own)
    elif act.event in ("ACCUSE", "SANCTION") and _is_of_test(reader, act):
        found = _tester(reader, act, own)
    elif act.mode == "treaty":
        found = partner(reader, act, own)
    elif act.rule == "call-for" and reader.words & _THEM:
        found = _asking(reader, own)  # "He thanked him and said that he would ask for help"
    elif _answers(reader, act):
        found = turned_down(reader, act, own) or _asking(reader, own)
    elif act.rule == "abstain" and (previous := reader.referrer.previous) is not None:
        bodies = set(previous.codes) - reader.scene.knowledge.states
        found = previous.codes if bodies else ()  # "The Board found Chad at fault. Mali voted against"
    elif act.rule in _VOTES:
        abroad = [c for c in spoken_of(reader, act) if c not in own]
        found = tuple(abroad) if len(abroad) == 1 else ()
    return replace(act, target=_unnamed(act, found)) if found else act


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


def _asking(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """ "The Agency demanded an inspection. Chad refused": whom the sentence before was about, where that one asks or claims."""
    previous = reader.referrer.previous
    if previous is None or reader.scene.document.text.find("\n", previous.span.end, reader.sentence.start) >= 0:
        return ()
    codes = tuple(c for c in previous.codes if c not in own)
    return codes if len(codes) == len(previous.codes) == 1 else ()


def _unnamed(act: Act, codes: tuple[str, ...]) -> tuple[Reference, ...]:
    span = act.source[0].span if act.source else Span(act.head.start, act.head.end)
    return implied(codes, span, act.head.i)


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
        if above.lower in ("in", "at") and noun.i in {r.head for r in act.source} and noun.lower in MISSIONS:
            return True  # "the embassy in Lima held a reception"
        if act.rule.endswith(_DRILLS) and above.lower == "with":
            return True  # "stopped its exercises with Chad": for the sake of a third
        if act.rule in _VOTES and above.lower == "of" and noun.lower in _RESOLUTIONS:
            return True
    if act.mode == "recognition" and is_breakaway(reader, head):
        return True
    if act.event == "REQUEST" and above.lower == "from" and noun is not None and noun.lower in _LEAVING:
        return True  # "called for the withdrawal of foreign troops from Chad"
    lets = act.event == "REQUEST" and head.dep == "nsubjpass" and above.lower in _LET
    return lets and above.dep in ("ccomp", "xcomp")


def _is_own_arm(source: Reference, reference: Reference) -> bool:
    """Whether somebody is only the troops or police of who acts."""
    return source.sector in ("GOV", None) and reference.sector in ("MIL", "COP") and set(reference.codes) <= set(source.codes)


def _rests_on(reader: ActReader, reference: Reference) -> bool:
    head = reader.sentence.tokens[reference.head]
    above = reader.sentence.head(head)
    return head.lower in _RESOLUTIONS and head.dep == "pobj" and above is not None and above.lower in _GROUNDS


def _doer_before(reader: ActReader, act: Act) -> tuple[Reference, ...]:
    """ "Chad handed him over. The ministry calls this a crime": who did what is called so."""
    own = codes_in(act.source)
    previous = reader.referrer.previous
    return _unnamed(act, tuple(c for c in previous.codes if c not in own)) if previous is not None else ()


def _by_gunner(reader: ActReader, act: Act) -> Act:
    """ "Was sunk by a torpedo which had been fired by a Chadian boat": who fired the weapon did it."""
    if act.event != "ASSAULT" or any(r.codes for r in act.source) or not reader.clauses.is_passive(act.head):
        return act
    arms = reader.clauses.under(act.head, "by")
    verbs = [c for w in (act.head, *arms) for c in reader.sentence.children(w, "conj", "acl", "relcl")]
    verbs += [d for v in verbs for d in reader.sentence.children(v, "conj")]
    doers = [r for v in verbs if v.lower in _FIRED for o in reader.clauses.under(v, "by") for r in reader.referrer.all(o)]
    known = [r for r in doers if r.codes]
    own = codes_in(known)
    if not known:
        return act
    hit = tuple(r for r in act.target if set(r.codes) - own)
    facing = reader.scene.discourse.opposite(known[0].codes, reader.sentence.start) if not hit else ()
    act = replace(act, source=tuple(known))
    return replace(act, target=hit or _unnamed(act, facing))


def _by_attackers(reader: ActReader, act: Act) -> Act:
    """ "The attack by commandos of Chad on Gao, in which six people were killed": by who made it, on who was hit."""
    if act.event != "ASSAULT" or act.source or act.head.dep != "relcl" or not reader.clauses.is_passive(act.head):
        return act
    where = reader.sentence.tokens[act.head.head]  # the attack itself, or the place that the parser hung the clause on
    for noun in (where, *(t for t in reader.sentence.ancestors(where) if t.tag[0] == "N")):
        doers = [r for o in reader.clauses.under(noun, "by") for r in reader.referrer.all(o) if r.codes]
        if doers:
            hit = [
                r for p in ("on", "against") for o in reader.clauses.under(noun, p) for r in reader.referrer.all(o) if r.codes
            ]
            place = reader.referrer.refer(where) if where is not noun else None
            hit = hit or ([place] if place is not None and place.codes else [])
            return replace(act, source=tuple(doers), target=tuple(r for r in act.target if r.codes) or tuple(hit))
    return act


def _by_promiser(reader: ActReader, act: Act) -> Act:
    """ "Chad undertook to freeze it. Inspectors will be admitted": by whoever the sentence before was about."""
    if act.source or act.event != "CONCEDE" or not act.rule.startswith("will:") or not reader.clauses.is_passive(act.head):
        return act
    return replace(act, source=_unnamed(act, _asking(reader, codes_in(act.target))))


def _on_behalf(reader: ActReader, act: Act) -> Act:
    """ "He mediated in Chad on behalf of the African Union": who acts for somebody is theirs."""
    if act.mode == "treaty" and reader.clauses.is_passive(act.head):  # "was signed for the Union by General Dow"
        tokens = [t for t in reader.sentence.tokens[act.head.i :] if t.lower == "for"] if "for" in reader.words else []
        named = [o for t in tokens for o in reader.sentence.children(t, "pobj") if reader.scene.mention_at(o) is not None]
        principals = [r for o in named for r in reader.referrer.all(o) if r.codes]
        return replace(act, source=tuple(principals)) if principals else act
    if "behalf" not in reader.words or act.head.tag[0] != "V":
        return act
    held = (t for p in reader.sentence.children(act.head, "prep") for t in reader.sentence.children(p, "pobj"))
    behalf = next((t for t in held if t.lower == "behalf"), None)
    of = reader.clauses.under(behalf, "of") if behalf is not None else []
    principals = [r for o in of for r in reader.referrer.all(o) if r.codes]
    doing = {t.i for t in reader.clauses.subjects(act.head)}
    if not principals or not all(r.head in doing for r in act.source) or act.mode == "letter":
        return act
    return replace(act, source=tuple(principals))


def _by_other(reader: ActReader, act: Act) -> Act:
    """ "It was in open waters when it was boarded": by the other of the two that a text is between."""
    if (act.event, act.mode) != ("COERCE", "seize") or act.source or not reader.clauses.is_passive(act.head):
        return act
    hit = codes_in(act.target)
    both = set(reader.scene.discourse.between)
    if len(hit) != 1 or not hit <= both or not any(reader.sentence.tokens[r.head].tag == "PRP" for r in act.target):
        return act
    return replace(act, source=_unnamed(act, tuple(both - hit)))


def _between_others(reader: ActReader, act: Act) -> Act:
    """ "Moscow called on both sides to stop": the two others, where who calls is one of the two that the words would mean."""
    own = codes_in(act.source)
    if ("both" not in reader.words and "two" not in reader.words) or act.reciprocal or len(own) != 1:
        return act
    tokens = reader.sentence.tokens
    pairs = [r for r in act.target if r.plural and {"both", "two"} & {c.lower for c in tokens[r.head].children}]
    if len(pairs) != 1 or not own & set(pairs[0].codes):
        return act
    others = tuple(c for c, _ in reader.scene.discourse.most if c not in own)[:2]
    return replace(act, target=(replace(pairs[0], codes=others),)) if len(others) == 2 else act


def _by_host(reader: ActReader, act: Act) -> Act:
    """ "Chad asked for help. A team that was let into the country": by who asked for it, else by whom the text is about."""
    if act.mode != "access" or act.source or "country" not in reader.words or not reader.clauses.is_passive(act.head):
        return act
    codes = reader.scene.story.needy or protagonist_but(reader, tuple(codes_in(act.target)))
    return replace(act, source=_unnamed(act, codes))


def _by_signer(reader: ActReader, act: Act) -> Act:
    """ "Envoys of Chad and Mali talked. General Dow signed a text of the Chadian side": an officer whose state nobody names is of
    the other of two.
    """
    signers = act.source if act.mode == "treaty" else ()
    if not signers or any(r.codes or r.sector not in ("MIL", "GOV") for r in signers):
        return act
    if len(signers) == 2 and not act.target:  # "President Dow and Premier Roe had signed it", in a text on two states
        span = Span(act.head.start, act.head.end)
        return replace(act, source=implied(reader.scene.discourse.between, span, act.head.i) or signers)
    if len(signers) != 1:
        return act
    theirs, discourse = codes_in(act.target), reader.scene.discourse
    both = set(discourse.between or discourse.only_two or discourse.near_pair(reader.sentence.start))
    if len(theirs) != 1 or not theirs < both:
        return act
    return replace(act, source=(replace(act.source[0], codes=tuple(both - theirs)),))


def _by_owner(reader: ActReader, act: Act) -> Act:
    """ "The embassy in Lima was closed": by whoever keeps it, where nobody else is said to have closed it."""
    if act.rule not in _OF_MISSIONS or act.source or not reader.clauses.is_passive(act.head):
        return act
    for mission in (o for o in reader.clauses.objects(act.head) if o.lower in MISSIONS or o.lower in ENVOYS):
        if reader.sentence.children(mission, "amod", "compound", "poss", "nmod") or reader.clauses.under(mission, "of"):
            return act
        hosts = [r for o in reader.clauses.under(mission, "in") for r in reader.referrer.all(o) if r.codes]
        speaker = reader.scene.speaker(reader.sentence.start)
        known = reader.scene.discourse.opposite(hosts[0].codes, reader.sentence.start) if hosts else ()
        owners = known or ((speaker,) if speaker and hosts and speaker not in hosts[0].codes else ())
        if owners:
            keeping = implied(owners, Span(mission.start, mission.end), mission.i)
            return replace(act, source=keeping, target=tuple(hosts[:1]))
    return act


def _by_author(reader: ActReader, act: Act) -> Act:
    """ "The letter demands": whoever the sentence before was about, who wrote it; of the body that that one tells, if any."""
    subjects: list[Token] = reader.clauses.subjects(act.head)
    previous = reader.referrer.previous
    if not subjects or subjects[0].lower not in _TEXTS or previous is None or not previous.codes:
        return act
    if not any(c.lower in ("the", "this") for c in reader.sentence.children(subjects[0], "det")):
        return act
    head = subjects[0]
    act = replace(act, source=(Reference(previous.codes, previous.sector, head.text, Span(head.start, head.end), head.i),))
    told = body_told(reader) if act.event == "REQUEST" and not act.target else ()
    return replace(act, target=_unnamed(act, told)) if told else act


def _by_adopter(reader: ActReader, act: Act) -> Act:
    """ "Adopted resolution 82, which found that the action broke the peace and called for ...": who adopted it."""
    if act.source or "resolution" not in reader.words:
        return act
    clauses = (a for a in reader.sentence.ancestors(act.head) if a.dep == "relcl")
    texts = (s for c in clauses for s in reader.sentence.children(c, "nsubj") if s.tag in ("WDT", "WP"))
    found = next((r for s in texts if (r := reader.referrer.refer(s)) is not None and r.codes), None)
    return replace(act, source=(found,)) if found is not None else act


def _by_all(reader: ActReader, act: Act) -> Act:
    """ "Chad and Libya signed a joint declaration. It calls on": a joint text speaks for all who made it."""
    subjects: list[Token] = reader.clauses.subjects(act.head)
    if not subjects or not (subjects[0].lower == "it" or subjects[0].lower in _TEXTS):
        return act
    codes = joint_authors(reader)
    span = Span(subjects[0].start, subjects[0].end)
    asked = {c for r in act.target for c in r.codes if r.text}  # what it asks of one of them, the others ask
    made = implied((c for c in codes if c not in asked), span, subjects[0].i)
    return replace(act, source=made, target=tuple(r for r in act.target if r.text)) if made else act


def _by_parliament(reader: ActReader, act: Act) -> Act:
    """ "Parliament ratified the agreement with Chad": that of the other of two that the text is between."""
    if act.mode not in ("treaty", "accession") or len(act.source) != 1 or act.source[0].codes:
        return act
    head = reader.sentence.tokens[act.source[0].head]
    abroad = tuple(c for r in act.target for c in r.codes)
    if head.text not in _PARLIAMENTS or reader.sentence.children(head, "amod", "compound", "poss", "det"):
        return act
    signed, discourse = reader.scene.story.signatories, reader.scene.discourse
    natives = [c for c in signed if c in (*discourse.between, discourse.about)]
    joining = act.object is not None and act.object.lower in ("accession", "membership")
    if (
        not abroad and not joining and len(signed) == 2 and len(natives) == 1
    ):  # "Malta and Chad signed a treaty. Parliament ratified it"
        abroad = tuple(c for c in signed if c not in natives)
        act = replace(act, target=_unnamed(act, abroad))
        return replace(act, source=(replace(act.source[0], codes=tuple(natives), sector="LEG", text=head.text),))
    about = (reader.scene.discourse.about,) if reader.scene.discourse.about else ()
    codes = (reader.scene.discourse.facing(abroad) or protagonist_but(reader, abroad) if abroad else ()) or about
    return replace(act, source=(replace(act.source[0], codes=codes, sector="LEG", text=head.text),)) if codes else act


def _rejected_treaty(reader: ActReader, act: Act) -> Token | None:
    """The treaty that a rejection is of: "declares the treaty void"."""
    below = reader.sentence.subtree(act.head, without=frozenset({"advcl", "relcl", "parataxis", "conj", "prep"}))
    return next((t for t in below if t.i > act.head.i and t.lower in _TREATIES), None)


def _is_of_test(reader: ActReader, act: Act) -> bool:
    """Whether a test or launch is blamed, by its bare name."""
    objects = [*reader.clauses.objects(act.head), *([act.object] if act.object is not None else [])]
    return any(o.lower in _TESTS for o in objects)


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
