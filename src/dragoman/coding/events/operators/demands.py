"""Operators that want something of somebody: requests, orders, invitations, warnings and threats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import ASKED, HARMFUL, Act
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.needs.questions import asks_pointedly, is_question
from dragoman.coding.events.needs.wants import is_sent_home
from dragoman.coding.events.operators.operands import addressed, inner_targets, made, objects_of
from dragoman.coding.events.operators.wishes import tells_by_wishing
from dragoman.coding.events.sides.addressees import asks_all
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_THINKING = word_class("thinking-about")
# What reporters ask for.
_OF_PRESS = frozenset({"comment", "elaborate"})
_UNNAMED = frozenset({"named", "identified", "quoted", "photographed", "filmed"})
_REPORTS = word_class("reports-of-others")
# Things that "seek" and "demand" without asking anybody.
_RULES = word_class("rules-asked-about")
_TELLING = word_class("telling-no-demand")
_WISHES = word_class("wishing")
# Harm foretold of somebody, or by somebody who can do it.
_WARNS = frozenset({"warn", "caution"})
_ADVICE = word_class("advised-against")
# What a threat is made of, where it is the subject of what is foretold.
_HARD = word_class("hard-action")
_SIEGES = word_class("ended-by-demand")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "xcomp"})
_SAYING = word_class("saying-a-demand")
_WISHES_UNDER_A_VERB = word_class("wishes-under-a-verb")
_WISHES_OF_THE_SPEAKER = word_class("wishes-of-the-speaker")


def request(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """What a demand, wish or invitation of `inner` is; None where the verb is none here."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if any(c.lower == "longer" for c in reader.sentence.children(verb, "advmod")) or is_question(reader, verb):
        plain = "ask" not in lemmas or asks_pointedly(reader, verb)
        return None if plain else []  # "no longer insists that", "asked whether"
    bidden = reader.sentence.children(verb, "xcomp")
    if any(c.lower in _OF_PRESS or (c.lower in _UNNAMED and reader.clauses.negated(c)) for c in bidden):
        return []  # "asked to comment on the report", "asked not to be named"
    if _is_claim(reader, verb) or _is_idle_wish(reader, verb, inner):
        return None
    if tells_by_wishing(reader, verb):
        return None
    if _asks_nobody(reader, verb):
        return []
    if "invite" in lemmas and (is_invitation(reader, verb) or _invites_to_talks(reader, verb, inner)):
        return [made(reader, "AGREE", None, verb, "invite", inner, objects_of(reader, verb))]
    own = rules.by_verb(reader, verb, least=2)
    if own is not None and own.event == "COERCE":
        return [own]  # "told residents to stay indoors"
    if any(_is_thing(reader, s) for s in reader.clauses.subjects(verb)):
        return None
    source = rules.source_of(reader, verb)
    ordered = inner and inner[0].event in (*HARMFUL, "RETREAT") and "order" in lemmas
    if ordered and not foreign(reader, verb, source):
        # "ordered every provider to block the site": at home an order is the deed.
        done = replace(inner[0], source=tuple(source or inner[0].source))
        return [_as_ordered(reader, verb, done)]
    if "call" in lemmas and _calls_otherwise(reader, verb):
        return None
    target = _asked(reader, verb, inner, source)
    if foreign(reader, verb, source) and any(is_sent_home(reader, c) for c in reader.sentence.children(verb, "ccomp", "xcomp")):
        return [made(reader, "SANCTION", "expel", verb, "sent-home", inner, target)]
    mode = ASKED.get(inner[0].event, "change") if inner else None
    others = list(_asked_besides(reader, verb, codes_in(source)))
    asked_else = {r.head for side in others for r in side}
    first = made(reader, "REQUEST", mode, verb, "request", inner, [r for r in target if r.head not in asked_else] or target)
    return [first, *(replace(first, mode="change", target=side, object=None) for side in others)]


def _as_ordered(reader: ActReader, verb: Token, done: Act) -> Act:
    """ "Ordered the police to evict squatters": the order is the deed; a withdrawal that is only ordered is to come, and what
    hands are told to use force is not done by the telling.
    """
    if done.event == "ASSAULT" or not reader.clauses.is_infinitive(done.head):
        return done
    if (done.event, done.mode) == ("RETREAT", "withdraw"):
        done = replace(done, event="CONCEDE", mode=None, rule=f"order:{done.rule}")
    return replace(done, head=verb, trigger=(verb, *done.trigger))


def _is_claim(reader: ActReader, verb: Token) -> bool:
    """ "Insisted that it had not sent troops"."""
    if "insist" not in reader.clauses.verb_lemmas(verb):
        return False
    return any(is_fact(reader, c) for c in reader.sentence.children(verb, "ccomp"))


def _is_idle_wish(reader: ActReader, verb: Token, inner: list[Act]) -> bool:
    """Whether a verb of wishing asks nobody for anything."""
    if inner or _WISHES_UNDER_A_VERB.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return False
    return not (addressed(reader, verb) or _bids(reader, verb) or _is_open(reader, verb))


def _asks_nobody(reader: ActReader, verb: Token) -> bool:
    """Whether what is asked for is nobody's to do, or one's own."""
    if _is_nobodys(reader, verb):
        return True  # "failure would require the cabinet to step in", "it is expected to"
    if "expect" in reader.clauses.verb_lemmas(verb):
        # "does not expect Cairo to reopen the crossing", "expects that imports from Norway will grow"
        if reader.clauses.negated(verb) or _foresees(reader, verb) or _supposes(reader, verb):
            return True
    # "does not wish to bind itself", "wants to submit a draft"
    return _wishes_itself(reader, verb) or _wishes_both(reader, verb)


def _calls_otherwise(reader: ActReader, verb: Token) -> bool:
    """ "Called up reservists", "called off the march", "called it a mistake", "called the premier to discuss the truce"."""
    for called in reader.sentence.children(verb, "dobj"):
        if called.lower in _REPORTS or (reader.referrer.refer(called) is None and not _calls_on(verb)):
            return True
    if reader.sentence.children(verb, "prt"):
        return True
    return any(c.lower in _TELLING for c in reader.sentence.children(verb, "xcomp", "advcl"))


def _asked(reader: ActReader, verb: Token, inner: list[Act], source: list[Reference]) -> list[Reference]:
    """Of whom something is asked: named by the verb, else whom it would be done to."""
    target = objects_of(reader, verb) if _bids(reader, verb) else []  # "asked the court to order Rome to stop"
    target = target or addressed(reader, verb) or objects_of(reader, verb)
    if target or asks_all(reader, verb) or _of_deed(reader, verb):
        return target  # "required states to send back workers of Chad" asks nothing of Chad
    return inner_targets(inner, source)


def _of_deed(reader: ActReader, verb: Token) -> bool:
    """ "Demands that the attacks cease": asked of whoever does it, and not of those whom it hit."""
    subjects = [s for c in reader.sentence.children(verb, "ccomp") for s in reader.sentence.children(c, "nsubj", "nsubjpass")]
    harm = reader.vocabulary.groups["attack"] | _SIEGES
    return bool(subjects) and all(harm & set(reader.clauses.words(s)) for s in subjects) and not _are_owned(reader, subjects)


def _are_owned(reader: ActReader, deeds: list[Token]) -> bool:
    """Whether deeds are said to be somebody's."""
    return any(r.codes for s in deeds for r in (reader.referrer.owner(s),) if r is not None)


def _asked_besides(reader: ActReader, verb: Token, own: set[str]) -> Iterator[tuple[Reference, ...]]:
    """ "Calls on Chad to withdraw and on Mali and Niger to help": each further side of whom something else is asked."""
    asking = next((c for c in reader.sentence.children(verb, "prep") if c.lower in ("on", "upon")), None)
    if asking is None:
        return
    tokens = reader.sentence.tokens
    for also in tokens[asking.i + 4 :]:
        if also.lower != asking.lower or also.dep not in ("prep", "conj") or tokens[also.i - 1].lower not in ("and", "as"):
            continue
        heads = reader.sentence.children(also, "pobj")
        end = max((t.i for h in heads for t in reader.sentence.subtree(h, without=_CLAUSES)), default=also.i) + 1
        while end < len(tokens) and tokens[end].text == ",":
            end += 1
        told = tuple(r for h in heads for r in reader.referrer.all(h) if set(r.codes) - own)
        if told and end + 1 < len(tokens) and tokens[end].lower == "to" and tokens[end + 1].tag == "VB":
            yield told


def _bids(reader: ActReader, verb: Token) -> bool:
    """ "Encouraged Romania to sign": somebody is to do something, whatever it is."""
    infinitives = [c for c in reader.sentence.children(verb, "xcomp") if reader.clauses.is_infinitive(c)]
    return bool(infinitives) and not reader.clauses.is_passive(verb) and any(r.codes for r in objects_of(reader, verb))


def _is_open(reader: ActReader, verb: Token) -> bool:
    """An invitation, or what is asked of all states, whatever it is."""
    lemmas = reader.clauses.verb_lemmas(verb)
    return "invite" in lemmas or ("require" in lemmas and asks_all(reader, verb)) or _of_addressee(reader, verb)


def _supposes(reader: ActReader, verb: Token) -> bool:
    """ "Expects the judge to be fair": what somebody will be like is not for him to do."""
    below = [c for c in reader.sentence.children(verb, "xcomp", "ccomp") if c.lower == "be"]
    return any(reader.sentence.children(c, "acomp", "attr") for c in below)


def reproached(reader: ActReader, verb: Token) -> Act | None:
    """ "Poland should have closed the border, Chad said": whoever should have done otherwise is blamed by who says so."""
    auxiliaries = reader.clauses.auxiliaries(verb)
    if "should" not in auxiliaries or "have" not in auxiliaries or reader.clauses.is_passive(verb):
        return None
    says, speaker = needs.said_by(reader, verb)[0], needs.speaker_of(reader, verb)
    blamed = rules.source_of(reader, verb)
    own = [r for r in blamed if speaker is not None and (r.codes, r.sector) == (speaker.codes, speaker.sector)]
    if says is None or speaker is None or not speaker.codes or not any(r.codes or r.sector for r in blamed) or own:
        return None
    reader.take(verb)
    return Act("ACCUSE", "disapprove", "should-have", says, (verb,), (speaker,), tuple(blamed), None)


def _calls_on(verb: Token) -> bool:
    """ "Calls on", "called for": "called a day of mourning" asks for nothing."""
    return any(c.lower in ("on", "upon", "for") for c in verb.children)


def _is_thing(reader: ActReader, head: Token) -> bool:
    """Whether a subject is a thing that asks for nothing ("rules that seek to protect"), and no text or somebody."""
    named = reader.scene.mention_at(head) is not None or reader.scene.role_at(head) is not None
    return head.tag in ("NN", "NNS") and not named and head.lower in _RULES


def _foresees(reader: ActReader, verb: Token) -> bool:
    """Whether what is expected is what things, and nobody, will do."""
    clauses = reader.sentence.children(verb, "ccomp")
    heads = [s for c in clauses for s in reader.sentence.children(c, "nsubj") if reader.clauses.is_future(c)]
    scene = reader.scene
    return bool(heads) and all(h.tag in ("NN", "NNS") and not scene.mention_at(h) and not scene.role_at(h) for h in heads)


def _of_addressee(reader: ActReader, verb: Token) -> bool:
    """ "I trust that the Council will do its duty", in a letter to its president."""
    addressee = (reader.scene.document.addressee or "").split()
    clauses = reader.sentence.children(verb, "ccomp") if addressee else []
    return any(s.text in addressee for c in clauses for s in reader.sentence.children(c, "nsubj") if s.tag[:3] == "NNP")


def _wishes_itself(reader: ActReader, verb: Token) -> bool:
    """Whether somebody only tells what they would like to do themselves."""
    below = reader.sentence.children(verb, "xcomp")
    wishing = _WISHES_OF_THE_SPEAKER & set(reader.clauses.verb_lemmas(verb))
    return (
        bool(wishing and below)
        and all(reader.clauses.is_infinitive(c) and not reader.sentence.children(c, "nsubj") for c in below)
        and not reader.sentence.children(verb, "dobj")
    )


def _wishes_both(reader: ActReader, verb: Token) -> bool:
    """ "Hoped that both sides would step up cooperation": what one wishes oneself and the other alike asks nobody."""
    wishing = {"hope", "wish", "expect", "like"} & set(reader.clauses.verb_lemmas(verb))
    subjects = [s for c in reader.sentence.children(verb, "ccomp") for s in reader.sentence.children(c, "nsubj")]
    return bool(wishing) and any(c.lower in ("both", "two") for s in subjects for c in s.children)


def unless_done(reader: ActReader, verb: Token) -> Act | None:
    """ "Would call off the reunions unless the North explained itself": whatever one says one will do unless another acts, one
    threatens with.
    """
    clauses = reader.clauses
    condition = clauses.condition_of(verb) if "unless" in reader.words and clauses.is_future(verb) else None
    if condition is None or "unless" not in clauses.marks(condition) or clauses.negated(verb) or clauses.is_passive(verb):
        return None
    source = rules.source_of(reader, verb)
    own = codes_in(source)
    heads = [*clauses.subjects(condition), *clauses.objects(verb)]  # "will hit the fighters unless they leave"
    others = [r for h in heads for r in reader.referrer.all(h) if set(r.codes) - own][:1]
    if not own or not others:
        return None
    return Act("THREATEN", None, "unless-done", verb, (verb,), tuple(source), tuple(others), None, "conditional")


def commanded(reader: ActReader, verb: Token) -> list[Act]:
    """ "Give us back our sailors, Taipei told Manila": an order in the words of whoever gives it."""
    says, source = needs.said_by(reader, verb)
    reader.take(verb)
    if says is None or not source:
        return []
    own = codes_in(source)
    told = reader.slots.find(says, None, ["object", "dative", "to"], own)
    event, rule, mode = ("THREATEN", "or-else", None) if reader.clauses.or_else(verb) else ("REQUEST", "imperative", "change")
    return [Act(event, mode, rule, verb, (verb, says), tuple(source), tuple(told))]


def _is_nobodys(reader: ActReader, verb: Token) -> bool:
    """Whether a wish is that of a thing, or of nobody."""
    if _WISHES.isdisjoint(reader.clauses.verb_lemmas(verb)) or rules.source_of(reader, verb):
        return False
    return not any(s.tag[:3] in ("NNP", "PRP") and s.lower != "it" for s in reader.clauses.subjects(verb))


def is_fact(reader: ActReader, clause: Token) -> bool:
    """Whether a clause says what is, was or will be, not what should be: by its finite verb."""
    auxiliaries = reader.sentence.children(clause, "aux", "auxpass")
    finite = [t.tag for t in auxiliaries if t.tag in ("VBD", "VBZ", "VBP", "MD") and t.lower not in ("must", "should")]
    return bool(finite) or clause.tag in ("VBD", "VBZ")


def foreign(reader: ActReader, verb: Token, source: Sequence[Reference]) -> bool:
    """Whether those whom a verb addresses are of another state than its source."""
    own = codes_in(source)
    asked = (*objects_of(reader, verb), *addressed(reader, verb))
    return any(set(r.codes) - own for r in asked if r.codes)


def is_invitation(reader: ActReader, verb: Token) -> bool:
    """To come, not to do something elsewhere ("invited both capitals to proceed with negotiations")."""
    below = [c for c in reader.sentence.children(verb, "xcomp", "advcl") if reader.clauses.is_infinitive(c)]
    coming = reader.vocabulary.groups["coming"]
    return not below or any(c.lower in coming for c in below)


def _invites_to_talks(reader: ActReader, verb: Token, inner: list[Act]) -> bool:
    """ "The government invited the guerrillas to open talks": what a state bids others to begin with it, it offers."""
    states = reader.scene.knowledge.states
    host = any(c in states for r in rules.source_of(reader, verb) for c in r.codes)
    return host and bool(inner) and all(a.event == "CONSULT" for a in inner)


def threaten(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    source = rules.source_of(reader, verb)
    if not source and "threaten" in reader.clauses.verb_lemmas(verb) and by_thing(reader, verb):
        return None
    if not _ADVICE.isdisjoint(reader.words) and not _WARNS.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return []  # "residents were warned to take precautions"
    if any(reader.clauses.is_duty(c) for c in reader.sentence.children(verb, "ccomp")):
        return request(reader, verb, inner)  # "must ... or face ...": a warning that demands
    clauses = reader.sentence.children(verb, "ccomp")
    if clauses and not inner and all(c.lower in ("is", "are") and not reader.clauses.auxiliaries(c) for c in clauses):
        return []  # "warned that growth is slow": told of what there is
    said = {c.i for c in clauses if "that" in reader.clauses.marks(c)}
    if inner and all(a.event == "ACCUSE" and a.modality == "actual" and a.head.i in said for a in inner):
        return inner  # "warned that the approach of Chad is reckless": blamed
    if _tells_of_others(reader, clauses, inner, source):
        return inner
    warned = [r for o in reader.clauses.objects(verb) for r in reader.referrer.all(o)]
    if not inner and _foretells(reader, verb, addressed=bool(warned)):
        return None
    target = warned or inner_targets(inner, source) or objects_of(reader, verb)
    mode = "relations" if inner and inner[0].event in ("REJECT", "CONSULT") else None
    act = made(reader, "THREATEN", mode, verb, "threaten", inner, target)
    # "Our troops will cross, the chief warned": he is of whom the threat would be done by.
    if inner and any(r.sector in ("GOV", "MIL") and not r.codes for r in act.source):
        theirs = next((r.codes for r in inner[0].source if r.codes and r.sector in ("GOV", "MIL", None)), ())
        act = replace(act, source=tuple(replace(r, codes=r.codes or theirs) for r in act.source))
    return [act]


def _tells_of_others(reader: ActReader, clauses: list[Token], inner: list[Act], source: list[Reference]) -> bool:
    """ "Warned that Chad was arming the rebels": what others do already is told of them, and no threat."""
    told = [c for c in clauses if any(a.head.i == c.i for a in inner)]
    if not told or len(told) < len(inner):
        return False
    clauses_ = reader.clauses
    if any(c.tag[0] != "V" or clauses_.is_future(c) or clauses_.is_possible(c) or clauses_.is_infinitive(c) for c in told):
        return False
    theirs = codes_in([r for a in inner for r in a.source])
    return bool(theirs) and theirs.isdisjoint(codes_in(source)) and all(a.event != "THREATEN" for a in inner)


def by_thing(reader: ActReader, verb: Token) -> bool:
    """ "The scandal threatens to topple him": what nobody does is no threat of somebody."""
    groups = reader.vocabulary.groups
    people = groups["persons"] | groups["crowds"] | groups["force"] | _SAYING
    heads = reader.clauses.subjects(verb)
    return bool(heads) and all(
        h.tag in ("NN", "NNS") and reader.scene.role_at(h) is None and people.isdisjoint(reader.clauses.words(h)) for h in heads
    )


def _foretells(reader: ActReader, verb: Token, *, addressed: bool) -> bool:
    """ "Warned that the law would make their work harder": what comes of something else, said to nobody, is no threat."""
    clauses = reader.sentence.children(verb, "ccomp")
    if addressed or not clauses or _WARNS.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return False
    own = codes_in(rules.source_of(reader, verb))
    subjects = [s for c in clauses for s in reader.clauses.subjects(c)]
    theirs = {c for s in subjects for r in reader.referrer.all(s) for c in r.codes}
    if any(t.lower in _HARD for s in subjects for t in reader.sentence.subtree(s)):
        return False
    states = reader.scene.knowledge.states
    if theirs and own and own <= states and not own & theirs and any(_depends_on(reader, c, theirs) for c in clauses):
        return False  # "warned that half of Chad would burn if it attacked": for whoever is not to act
    return bool(subjects) and not own & theirs and not any(s.lower in ("it", "we", "they", "there", "i") for s in subjects)


def _depends_on(reader: ActReader, clause: Token, theirs: set[str]) -> bool:
    """Whether what is foretold hangs on what those whom it would befall do."""
    condition = reader.clauses.condition_of(clause)
    if condition is None:
        return False
    doers = reader.subjects_meant(condition)
    return bool(codes_in(doers)) and codes_in(doers) <= theirs & reader.scene.knowledge.states


def hinted(reader: ActReader, verb: Token, inner: list[Act]) -> list[Act] | None:
    """ "spoke of freezing the accounts", "mooted the suspension of": harm that is only talked about."""
    thinks = _THINKING & set(reader.clauses.verb_lemmas(verb))  # "considers that it will strengthen ..." threatens nobody
    bare = [a for a in inner if not (thinks and reader.sentence.children(a.head, "nsubj", "nsubjpass"))]
    harm = [a for a in bare if a.event in HARMFUL and (a.head.tag in ("VBG", "VB") or a.head.tag[0] == "N")]
    if harm:
        return threaten(reader, verb, harm)
    # "Is considering lifting the embargo": nothing is lifted yet.
    thought = [replace(a, modality="hypothetical") for a in bare if a.head.tag == "VBG" and a.modality == "actual"]
    return thought if thinks else None
