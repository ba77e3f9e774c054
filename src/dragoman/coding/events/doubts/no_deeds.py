"""What verbs tell that nobody does: storms, sports, onlookers, polls and films, what a treaty lays down, what describes a noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.doubts.stipulations import denies_report, takes_note
from dragoman.language.parse import Token
from dragoman.lexicon.closed import SELVES
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Who helps or arms these helps nobody else.
_ONESELF = SELVES | {"oneself"}
_VIEWS = word_class("views-held")
_OPEN, _SHUT = ("“", '"', "‘"), ("”", '"', "’")
# Whoever does it: nobody is told to have done it.
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone"})
_POLLS = frozenset({"poll", "polls", "survey", "surveys"})
_VOTES = word_class("polls-called")
# A war that goes on.
_WAGED = frozenset({"fighting", "battling"})
_STRUCK = word_class("struck-without-force")
# What ships and cars run onto.
_RUNS = word_class("running-into")
_HIDDEN = word_class("run-into")
_SOIL = frozenset({"territory", "soil", "airspace", "ports"})
_ILLNESSES = word_class("attacks-of-illness")
_FIGURES = word_class("figures-of-speech")


def is_no_deed(reader: ActReader, act: Act) -> bool:
    """Storms that slam into a coast, teams that strike in the twelfth minute and analysts do nothing to anybody."""
    if not reader.words.isdisjoint(reader.vocabulary.groups["sport"]):
        return True
    return any(doubt(reader, act) for doubt in (*_OF_EVENT.get(act.event, ()), *_OF_ANY_EVENT))


def _is_denial(reader: ActReader, act: Act) -> bool:
    """ "Chad denied it", "rejected the charges": who denies an accusation makes a claim."""
    refused = act.object if act.rule != "break-word" else None  # a word given is no allegation
    if refused is not None and set(reader.clauses.words(refused)) & reader.vocabulary.groups["allegations"]:
        return True
    return "deny" in reader.clauses.verb_lemmas(act.head) and _is_report(reader, act.head)


def _is_favour(reader: ActReader, act: Act) -> bool:
    """ "An embargo that it says favours the rebels"."""
    return act.head.dep == "relcl" and not act.source and not reader.clauses.is_passive(act.head)


def _is_scare_quoted(reader: ActReader, act: Act) -> bool:
    """ "The empire "helps" the poor": so called, and not done."""
    text, head = reader.scene.document.text, act.head
    return (
        head.tag in ("VBZ", "VBP", "VBG")
        and text[head.start - 1 : head.start] in _OPEN
        and text[head.end : head.end + 1] in _SHUT
    )


def _is_by_nature(reader: ActReader, act: Act) -> bool:
    """ "Were killed when a thunderstorm struck"."""
    return not act.source and reader.clauses.is_passive(act.head) and _by_nature(reader, act.head)


def _is_of_illness(reader: ActReader, act: Act) -> bool:
    """ "A heart attack killed the premier", "was felled by an asthma attack"."""
    heads = (*reader.clauses.subjects(act.head), *reader.clauses.under(act.head, "by"))
    attacks = (h for h in heads if h.lower in ("attack", "attacks", "failure"))
    return any(c.lower in _ILLNESSES for h in attacks for c in reader.sentence.children(h, "compound", "amod", "nmod"))


def _runs_onto(reader: ActReader, act: Act) -> bool:
    """ "Two destroyers struck mines"."""
    return act.head.lower in _RUNS and any(o.lower in _HIDDEN for o in reader.clauses.objects(act.head))


def _is_of_strikers(reader: ActReader, act: Act) -> bool:
    """ "Striking workers", "fighting cocks"; "the deal struck with the Union"."""
    head = act.head
    if head.tag == "VBG" or head.dep != "acl":
        return head.tag == "VBG" and head.dep == "amod"
    if "strike" not in reader.clauses.verb_lemmas(head):
        return False
    struck = set(reader.clauses.words(reader.sentence.tokens[head.head]))
    return not struck.isdisjoint(_STRUCK) or not struck.isdisjoint(reader.vocabulary.groups["treaty"])


def _is_of_loot(_reader: ActReader, act: Act) -> bool:
    """ "Looted assets"."""
    return act.head.tag == "VBN" and act.head.dep == "amod"


def _is_call(reader: ActReader, act: Act) -> bool:
    """ "A strike called to bring down the president"."""
    return act.head.lower == "called" and _is_held(reader, act.head)


def _is_laid_down(reader: ActReader, act: Act) -> bool:
    """ "A treaty cutting missiles", "a treaty with Chad cutting missiles": what it lays down."""
    head = act.head
    if head.tag != "VBG" or head.dep not in ("acl", "pcomp"):
        return False
    whose: Token | None = reader.sentence.tokens[head.head]
    if head.dep == "pcomp":
        whose = reader.sentence.head(whose) if whose is not None and whose.lower == "with" else None
    return whose is not None and not reader.vocabulary.groups["treaty"].isdisjoint(reader.clauses.words(whose))


def _is_of_own_soil(reader: ActReader, act: Act) -> bool:
    """ "Does not allow its territory to be used against Chad": how a state holds it, and nobody's wish that it turns down."""
    if act.rule != "not-allow" or "did" in (act.head.lower, *reader.clauses.auxiliaries(act.head)):
        return False
    used = reader.sentence.children(act.head, "ccomp", "xcomp")
    soil = [s for c in used for s in reader.sentence.children(c, "nsubj", "nsubjpass") if s.lower in _SOIL]
    return any(t.tag == "PRP$" for s in soil for t in s.children)


def _is_let(_reader: ActReader, act: Act) -> bool:
    """ "Let the ministry publish the papers": asked, and allowed by nobody."""
    return act.head.text == "Let" and act.head.tag == "VB"


def _is_for_oneself(reader: ActReader, act: Act) -> bool:
    """ "Lends itself to these plans", "raiders armed with spears"."""
    if any(o.lower in _ONESELF for o in reader.clauses.objects(act.head)):
        return True
    return act.head.lower == "armed" and _is_bearing(reader, act.head)


def _is_view(reader: ActReader, act: Act) -> bool:
    """ "Shared the view that the truce should last": what is held in common is no talk and no work together."""
    if "share" not in reader.clauses.verb_lemmas(act.head):
        return False
    return any(o.lower in _VIEWS for o in reader.clauses.objects(act.head))


# What acts of one type may be besides deeds.
_OF_EVENT: dict[str, tuple[Callable[[ActReader, Act], bool], ...]] = {
    "AID": (_is_for_oneself, _is_scare_quoted),
    "ASSAULT": (_is_by_nature, _is_of_illness, _runs_onto, _is_of_strikers),
    "CONCEDE": (_is_let,),
    "CONSULT": (_is_view,),
    "COOPERATE": (_is_view, _is_scare_quoted),
    "PROTEST": (_is_of_loot,),
    "REJECT": (_is_denial, _is_of_own_soil),
    "REQUEST": (_is_call,),
    "RETREAT": (_is_let, _is_laid_down),
    "SUPPORT": (_is_favour, _is_scare_quoted),
}


def _is_of_supporters(reader: ActReader, act: Act) -> bool:
    """ "Committees supporting the cause have been set up", "ties with countries championing independence"."""
    if act.rule not in ("support", "embrace-cause") or act.head.tag != "VBG":
        return False
    friends = reader.sentence.head(act.head) if act.head.dep == "acl" else None
    if friends is not None and reader.scene.mention_at(friends) is None:
        return True
    return act.rule == "embrace-cause" and all(c.startswith("X-") for r in act.source for c in r.codes)


def _is_by_rule(reader: ActReader, act: Act) -> bool:
    """Whether the words of one rule tell something else here: "expressed satisfaction at the growth of trade"."""
    if act.rule == "express-support":
        return act.object is not None and act.object.lower == "satisfaction" and not act.target
    if act.rule == "vote-for":  # "voted for lifting the ban": that they lifted it is told by itself
        return any(reader.sentence.children(p, "pcomp") for p in reader.sentence.children(act.head, "prep"))
    if act.rule == "leave-for":  # "had left the country for Chad": to stay there
        return any(o.lower == "country" for o in reader.clauses.objects(act.head))
    # "the front, fighting Portuguese rule since 1964, warned ..."
    return act.rule == "attack" and act.head.lower in _WAGED and _describes(reader, act.head)


def _is_of_travellers(_reader: ActReader, act: Act) -> bool:
    """ "Tours to the mountain were suspended"."""
    return act.mode == "visit" and not act.source and (act.object or act.head).lower == "tours"


def _is_noted(reader: ActReader, act: Act) -> bool:
    """Whether a report is denied or noted."""
    return (act.event != "ACCUSE" and denies_report(reader, act.head)) or takes_note(reader, act.head)


def _is_by_onlookers(reader: ActReader, act: Act) -> bool:
    """Analysts and forecasters want and warn of nothing that is theirs to do."""
    onlookers = reader.vocabulary.groups["onlookers"]
    return any(h.lower in onlookers for h in reader.clauses.subjects(act.head))


def _is_by_whoever(reader: ActReader, act: Act) -> bool:
    return act.head.dep in ("acl", "relcl") and _is_of_any(reader, act.head)


def _is_fiction(reader: ActReader, act: Act) -> bool:
    """ "The film shows a gunman holding a clerk hostage", "polls suggest that voters would back it"."""
    fictions = reader.vocabulary.groups["fictions"]
    above = (s.lower for a in reader.sentence.ancestors(act.head) for s in reader.sentence.children(a, "nsubj"))
    return any(w in fictions or w in _POLLS for w in above)


def _is_weather(reader: ActReader, act: Act) -> bool:
    """Whether a power of nature does it: not "sniper fire", "a storm of shells", "a wave of bombings"."""
    groups = reader.vocabulary.groups
    nature = groups["nature"]
    heads = [h for h in reader.clauses.subjects(act.head) if reader.scene.role_at(h) is None]
    said = [t for h in heads for t in (h, *reader.sentence.children(h, "compound", "amod", "nmod"))]
    below = [t.lower for t in said if reader.scene.mention_at(t) is None]  # Tamil Tigers are no tigers
    if any(w in nature and w not in _FIGURES for w in below):
        return True  # "heavy fog", which no gunner fires
    below += [w for h in heads if h.lower in _FIGURES for o in reader.clauses.under(h, "of") for w in reader.clauses.words(o)]
    if not any(w in nature for w in below):
        return False
    return not any(w in groups["gunners"] or w in groups["attack"] for w in below)


# What acts of any type may be besides deeds.
_OF_ANY_EVENT: tuple[Callable[[ActReader, Act], bool], ...] = (
    _is_of_supporters,
    _is_by_rule,
    _is_of_travellers,
    _is_noted,
    _is_by_onlookers,
    _is_by_whoever,
    _is_fiction,
    _is_weather,
)


def _is_report(reader: ActReader, verb: Token) -> bool:
    objects = reader.clauses.objects(verb)
    return bool(objects) and all(o.lower in ("it", "this", "that") for o in objects)


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
