"""The last look at an act: its modality, parties that stand elsewhere, and whether there is an event at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events import modes
from dragoman.coding.events.act import Act
from dragoman.coding.events.doubts.everyday import is_everyday
from dragoman.coding.events.doubts.motions import is_drafted, without_those_in_text
from dragoman.coding.events.doubts.spoken import as_words
from dragoman.coding.events.doubts.stipulations import (
    denies_report,
    is_agreed_on,
    is_asked,
    is_courtesy,
    is_dismissed,
    is_habit,
    is_own_law,
    is_practice,
    is_stipulated,
    is_supposed,
    takes_note,
)
from dragoman.coding.events.doubts.unlikely import is_nobodys, without_unlikely
from dragoman.coding.events.doubts.unliving import is_of_nobody
from dragoman.coding.events.doubts.voiceless import gone_on, is_by_thing
from dragoman.coding.events.loose import loose_target
from dragoman.coding.events.modality import with_modality
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.operators.wishes import as_decided, is_driven, is_errand, is_wish, on_errand
from dragoman.coding.events.sides import mistaken as sides
from dragoman.coding.events.sides import parties
from dragoman.coding.events.sides.addressees import asks_all, of_speaker, shared, thanked_by
from dragoman.coding.events.sides.harmed import without_harmed
from dragoman.coding.events.sides.resumed import remember
from dragoman.coding.events.sides.together import drilled_alone
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.closed import SELVES
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Who helps or arms these helps nobody else.
_ONESELF = SELVES | {"oneself"}
_VIEWS = word_class("views-held")
# Whoever does it: nobody is told to have done it.
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone"})
_ARMS = frozenset({"MIL", "COP", "PRM", "REB"})
_POLLS = frozenset({"poll", "polls", "survey", "surveys"})
_VOTES = word_class("polls-called")
# A war that goes on.
_WAGED = frozenset({"fighting", "battling"})
_STRUCK = word_class("struck-without-force")
# What ships and cars run onto.
_RUNS = word_class("running-into")
_HIDDEN = word_class("run-into")
_FIGURES = word_class("figures-of-speech")


def finish(reader: ActReader, act: Act) -> Act | None:
    """Modality, parties that stand elsewhere in the sentence, and whether there is an event at all."""
    if reader.clauses.in_condition(act.head):
        return None
    if is_wish(reader, act.head) and not reader.clauses.is_bound(act.head):
        if is_driven(reader, act):
            act = replace(act, event="THREATEN", mode=None, rule=f"will:{act.rule}")
        elif is_errand(reader, act):
            act = on_errand(reader, act)
        elif (decided := as_decided(reader, act)) is not None:
            act = decided
        else:
            return None
    if is_by_thing(reader, act) or is_nobodys(reader, act) or is_of_nobody(reader, act):
        return None
    if is_no_deed(reader, act) or is_stipulated(reader, act.head) or is_drafted(reader, act.head):
        return None
    if (act.mode == "treaty" and is_habit(reader, act.head)) or is_courtesy(act) or is_own_law(reader, act):
        return None
    if is_practice(reader, act):
        return None
    if (
        is_asked(reader, act.head)
        or is_dismissed(reader, act.head, charged=act.event == "ACCUSE")
        or is_agreed_on(reader, act.head)
        or is_supposed(reader, act.head)
    ):
        return None
    qualified = with_modality(reader, act)
    if qualified is None:
        return None
    act = qualified
    for_all = act.event == "REQUEST" and asks_all(reader, act.head)
    # Whom it spares stands in the object of what will not be done; ships that are sent to a sea are not sent against it.
    nobody = not act.target or (act.event == "MOBILIZE" and not any(r.codes or r.sector for r in act.target))
    if nobody and not act.reciprocal and not for_all and act.rule != "will-not":
        act = replace(act, target=tuple(loose_target(reader, act.head, codes_in(act.source))))
    if not codes_in(act.target) and (thankful := thanked_by(reader, act)):
        act = replace(act, target=thankful)
    right = sides.corrected(reader, act)
    if right is None:
        return None
    act = charged(reader, gone_on(reader, right))
    if sides.is_policy(reader, act):
        return None
    if act.mode == "visit" or act.rule == "troops-arrive":
        act = parties.other_side(reader, act)
    act = shared(reader, parties.met(reader, act))
    if act.modality == "negated" and not act.source:
        return None  # "has not been ignored": what nobody did not do
    act = modes.tell(reader, sides.completed(reader, parties.addressee(reader, parties.at_home(reader, act))))
    act = as_words(reader, without_harmed(reader, parties.uprooted(reader, of_speaker(reader, act))))
    backed = without_those_in_text(reader, without_own(without_unlikely(reader, act)))
    if backed is None:
        return None
    act = drilled_alone(reader, without_venue(reader, backed))
    if is_everyday(reader, act):
        return None
    remember(reader, act)
    if is_own_backing(reader, act):
        return None
    if any(r.codes for r in (*act.source, *act.target)) or parties.known_by_role(reader, act):
        return act
    return None


def without_own(act: Act) -> Act:
    """ "Rome imposed sanctions on four companies", "Chad fired rockets at military bases": on nobody of its own, where no word
    says whose they are.
    """
    named = any(r.sector not in (None, "GOV", "MIL") or not r.codes for r in act.source)
    if act.event == "ASSAULT" and not named:
        own = codes_in(act.source)
        struck = (r for r in act.target if not (r.sector == "MIL" and r.text.islower() and set(r.codes) <= own))
        return replace(act, target=tuple(struck))
    if act.mode == "resign" and codes_in(act.source):  # "resigned over a death at the Chadian border": from no office there
        return replace(act, target=tuple(r for r in act.target if not r.codes or set(r.codes) & codes_in(act.source)))
    bans = act.event == "SANCTION" and act.object is not None and act.object.lower.startswith("sanction")
    firms = any(r.sector == "BUS" for r in act.target)
    return replace(act, target=()) if bans and firms and codes_in(act.target) <= codes_in(act.source) else act


def without_venue(reader: ActReader, act: Act) -> Act:
    """ "In Brussels we pledged a billion", "agreed to act together within the Council": where a promise is given or kept is
    none whom it is given to.
    """
    if act.event != "AGREE" or not act.target or act.reciprocal:
        return act
    tokens = reader.sentence.tokens
    return replace(act, target=tuple(r for r in act.target if not r.text or not _is_venue(reader, tokens[r.head])))


def _is_venue(reader: ActReader, head: Token) -> bool:
    while head.dep == "conj" and head.head != head.i:
        head = reader.sentence.tokens[head.head]
    above = reader.sentence.head(head) if head.dep == "pobj" else None
    mention = reader.scene.mention_at(head)
    town = mention is not None and mention.kind in ("capital", "seat")
    return above is not None and (above.lower == "within" or (above.lower == "in" and town))


def is_own_backing(reader: ActReader, act: Act) -> bool:
    """ "The Chadian army and the planes backing them": one arm of a side that backs another is no event between two."""
    if act.event == "SUPPORT" and act.head.lower == "backed" and act.head.dep == "acl" and act.head.tag == "VBN":
        own = codes_in(act.source)
        if own <= codes_in(act.target) and {r.sector for r in (*act.source, *act.target)} & _ARMS:
            return True  # "soldiers backed by helicopters", "inspectors backed by police"
    if act.event != "SUPPORT" or not act.target or act.reciprocal or not codes_in(act.source):
        return False
    named = [reader.sentence.tokens[r.head] for r in act.target if r.text]
    return codes_in(act.target) <= codes_in(act.source) and bool(named) and all(t.tag == "PRP" for t in named)


def charged(reader: ActReader, act: Act) -> Act:
    """ "Kampala says Khartoum is arming its rebels": who tells of help for those that fight them accuses the helper."""
    fighters = [r for r in act.target if r.sector in ("REB", "UAF", "CRM")]
    if act.event != "AID" or not fighters or act.modality != "actual" or act.head.tag[0] != "V":
        return act
    _, speakers = needs.said_by(reader, act.head)
    said = codes_in(speakers)
    own, theirs = codes_in(act.source), codes_in(fighters)
    if not said & theirs or said & own or not own:
        return act
    return replace(act, event="ACCUSE", mode="allege", rule=f"says:{act.rule}", source=tuple(speakers), target=act.source)


def is_no_deed(reader: ActReader, act: Act) -> bool:
    """Storms that slam into a coast, teams that strike in the twelfth minute and analysts do nothing to anybody."""
    groups = reader.vocabulary.groups
    if not reader.words.isdisjoint(groups["sport"]):
        return True
    refused = act.object if act.event == "REJECT" and act.rule != "break-word" else None  # a word given is no allegation
    if refused is not None and set(reader.clauses.words(refused)) & groups["allegations"]:
        return True  # who denies an accusation makes a claim
    friends = reader.sentence.head(act.head) if act.rule in ("support", "embrace-cause") and act.head.dep == "acl" else None
    if act.head.tag == "VBG" and friends is not None and reader.scene.mention_at(friends) is None:
        return True  # "committees supporting the cause have been set up"
    if act.rule == "embrace-cause" and act.head.tag == "VBG" and all(c.startswith("X-") for r in act.source for c in r.codes):
        return True  # "ties with countries championing independence"
    if act.event == "REJECT" and "deny" in reader.clauses.verb_lemmas(act.head) and _is_report(reader, act.head):
        return True  # "Chad denied it"
    if act.rule == "express-support" and act.object is not None and act.object.lower == "satisfaction" and not act.target:
        return True  # "expressed satisfaction at the growth of trade"
    if act.event == "SUPPORT" and act.head.dep == "relcl" and not act.source and not reader.clauses.is_passive(act.head):
        return True  # "an embargo that it says favours the rebels"
    if act.rule == "vote-for" and any(reader.sentence.children(p, "pcomp") for p in reader.sentence.children(act.head, "prep")):
        return True  # "voted for lifting the ban": that they lifted it is told by itself
    if act.event == "ASSAULT" and not act.source and reader.clauses.is_passive(act.head) and _by_nature(reader, act.head):
        return True  # "were killed when a thunderstorm struck"
    if act.rule == "leave-for" and any(o.lower == "country" for o in reader.clauses.objects(act.head)):
        return True  # "had left the country for Chad": to stay there
    if act.mode == "visit" and not act.source and (act.object or act.head).lower == "tours":
        return True  # "tours to the mountain were suspended": of travellers
    if (act.event != "ACCUSE" and denies_report(reader, act.head)) or takes_note(reader, act.head) or _is_view(reader, act):
        return True
    if any(h.lower in groups["onlookers"] for h in reader.clauses.subjects(act.head)):
        return True  # analysts and forecasters want and warn of nothing that is theirs to do
    if act.event == "ASSAULT" and act.head.lower in _RUNS and any(o.lower in _HIDDEN for o in reader.clauses.objects(act.head)):
        return True  # "two destroyers struck mines"
    if act.event == "PROTEST" and act.head.tag == "VBN" and act.head.dep == "amod":
        return True  # "looted assets"
    if act.event == "ASSAULT" and act.head.tag == "VBG" and act.head.dep == "amod":
        return True  # "striking workers", "fighting cocks"
    if act.event == "REQUEST" and act.head.lower == "called" and _is_held(reader, act.head):
        return True  # "a strike called to bring down the president"
    whose = reader.sentence.tokens[act.head.head] if act.head.dep == "acl" and act.head.tag == "VBG" else None
    if act.head.tag == "VBG" and act.head.dep == "pcomp" and reader.sentence.tokens[act.head.head].lower == "with":
        whose = reader.sentence.head(reader.sentence.tokens[act.head.head])  # "a treaty with Chad cutting missiles"
    if act.event == "RETREAT" and whose is not None and set(reader.clauses.words(whose)) & groups["treaty"]:
        return True  # "a treaty cutting missiles": what it lays down
    if act.head.dep in ("acl", "relcl") and _is_of_any(reader, act.head):
        return True
    if act.rule == "attack" and act.head.lower in _WAGED and _describes(reader, act.head):
        return True  # "the front, fighting Portuguese rule since 1964, warned ..."
    if act.event == "ASSAULT" and whose is None and act.head.dep == "acl" and "strike" in reader.clauses.verb_lemmas(act.head):
        struck = reader.sentence.tokens[act.head.head]
        if set(reader.clauses.words(struck)) & (groups["treaty"] | _STRUCK):
            return True  # "the deal struck with the Union"
    if act.event == "AID" and any(o.lower in _ONESELF for o in reader.clauses.objects(act.head)):
        return True  # "lends itself to these plans"
    if act.event == "AID" and act.head.lower == "armed" and _is_bearing(reader, act.head):
        return True  # "raiders armed with spears"
    if act.event in ("CONCEDE", "RETREAT") and act.head.text == "Let" and act.head.tag == "VB":
        return True  # "Let the ministry publish the papers": asked, and allowed by nobody
    above = (s.lower for a in reader.sentence.ancestors(act.head) for s in reader.sentence.children(a, "nsubj"))
    if any(w in groups["fictions"] or w in _POLLS for w in above):
        return True  # "the film shows a gunman holding a clerk hostage", "polls suggest that voters would back it"
    heads = [h for h in reader.clauses.subjects(act.head) if reader.scene.role_at(h) is None]
    said = [t for h in heads for t in (h, *reader.sentence.children(h, "compound", "amod", "nmod"))]
    below = [t.lower for t in said if reader.scene.mention_at(t) is None]  # Tamil Tigers are no tigers
    # "sniper fire", "rebel fire", "a storm of shells" are no weather.
    if any(w in groups["nature"] and w not in _FIGURES for w in below):
        return True  # "heavy fog", which no gunner fires
    below += [w for h in heads if h.lower in _FIGURES for o in reader.clauses.under(h, "of") for w in reader.clauses.words(o)]
    arms = groups["gunners"] | groups["attack"]  # "a wave of bombings"
    return any(w in groups["nature"] for w in below) and not any(w in arms for w in below)


def _is_held(reader: ActReader, called: Token) -> bool:
    """Whether what is called takes place: a strike, a vote, a meeting."""
    groups, clauses = reader.vocabulary.groups, reader.clauses
    if called.dep == "acl":
        held = groups["protest"] | groups["meeting"] | _VOTES
        return not held.isdisjoint(clauses.words(reader.sentence.tokens[called.head]))
    subjects = reader.sentence.children(called, "nsubj")  # parsed as if the strike had called
    struck = any(s.tag == "NN" and not groups["protest"].isdisjoint(clauses.words(s)) for s in subjects)
    return struck and bool(reader.sentence.children(called, "xcomp")) and not reader.sentence.children(called, "prep")


def _is_bearing(reader: ActReader, armed: Token) -> bool:
    """ "Crowds armed with pangas", whatever the parser took it for; not "armed them with pangas", "were armed by Chad"."""
    if armed.dep in ("acl", "amod", "advcl"):
        return True
    return not reader.sentence.children(armed, "dobj", "auxpass", "aux", "agent") and any(
        c.lower == "with" and c.i == armed.i + 1 for c in armed.children
    )


def _by_nature(reader: ActReader, verb: Token) -> bool:
    nature = reader.vocabulary.groups["nature"]
    heads = [h for p in ("in", "by") for h in reader.clauses.under(verb, p)]
    if any(h.lower in nature and not (h.lower in _FIGURES and reader.clauses.under(h, "of")) for h in heads):
        return True  # "were killed in avalanches"
    clauses = [c for c in reader.sentence.children(verb, "advcl") if {"when", "after", "as"} & set(reader.clauses.marks(c))]
    heads = [s for c in clauses for s in reader.clauses.subjects(c)]
    return any(t.lower in nature for s in heads for t in (s, *reader.sentence.children(s, "compound")))


def _is_of_any(reader: ActReader, verb: Token) -> bool:
    """ "Any country helping Iraq", "those who harbour rebels": whoever does it, nobody is told to have done it."""
    whose = reader.sentence.tokens[verb.head]
    if whose.lower in _ANYBODY:
        return True
    return any(c.lower == "any" for c in reader.sentence.children(whose, "det"))


def _describes(reader: ActReader, verb: Token) -> bool:
    """Whether a participle stands between who does it and what is told of them."""
    main = reader.sentence.tokens[reader.sentence.root]
    told = verb.dep in ("acl", "advcl", "relcl") and verb.i < main.i
    return told and any(t.text == "," for t in reader.sentence.tokens[verb.i : main.i])


def _is_view(reader: ActReader, act: Act) -> bool:
    """ "Shared the view that the truce should last": what is held in common is no talk and no work together."""
    if act.event not in ("CONSULT", "COOPERATE") or "share" not in reader.clauses.verb_lemmas(act.head):
        return False
    return any(o.lower in _VIEWS for o in reader.clauses.objects(act.head))


def _is_report(reader: ActReader, verb: Token) -> bool:
    objects = reader.clauses.objects(verb)
    return bool(objects) and all(o.lower in ("it", "this", "that") for o in objects)
