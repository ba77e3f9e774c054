"""Everyday prose: what players, cooks, firms and scholars do that states' verbs also tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.events.act import FORCE, PROMISED_YIELDING, Act
from dragoman.coding.events.found import OFFICIAL
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What private people do in public matters: they march, give to those in need, and trade over a border.
_THEIR_OWN = frozenset({"PROTEST", "AID", "COOPERATE"})
_WORDS = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONSULT", "CONCEDE"})
_PUBLIC = OFFICIAL | {"IGO", "REB", "OPP", "UAF"}
# People of a trade or of none, who bind, ask and warn one another without any public matter.
_TRADES = frozenset({"CVL", "EDU", "MED", "BUS", "AGR"})
_LEARNED = frozenset({"EDU", "MED"})
_AMONG_THEM = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT"})
# What firms stop selling and paying at home, they take from no state.
_DEALT = frozenset({"break-relations", "cut-aid"})
# Whom and what a deed of violence harms.
_HARMED = ("persons", "premises", "strongholds", "crowds", "force", "harmed")
# What a fisherman does to a fish as well.
_PLAIN = frozenset({"attack", "destroy"})
_URGED = frozenset({"REQUEST", "THREATEN"})
# A score, and no count of something ("10-15 shells").
_SCORE = re.compile(
    r"(?<![\w-])\d{1,3} ?[-–] ?\d{1,3}(?= ?$| ?[.,;:)]| (?:in|at|on|to|with|after|and|but|for|before|thanks|last|this) )"
)
_POLLED = word_class("polled")
_BEATEN = frozenset({"ASSAULT", "ACCUSE", "CONCEDE", "RETREAT"})
# How teams attack, and how they bomb out.
_GAMES = frozenset({None, "explosives", "disapprove"})
_ASIDE = frozenset({"after", "before", "following", "over", "near", "outside", "during", "in", "inside"})
# What police, courts and neighbours do with things that belong to somebody.
_HANDLED = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_KEEPERS = _TRADES | {"COP", "JUD", "LAB", None}
_GUESTS = frozenset({"family", "couple", "friend"})
# How callings end, and words that end so and are none.
_CALLING = re.compile(r"(?:er|or|ist|ian|ess|eur)$")
_NO_CALLING = word_class("no-callings")


def is_everyday(reader: ActReader, act: Act) -> bool:
    """Whether an act is one of private life: of a singer, a club or a botanist towards nobody who holds power, of a film
    that bombed, against a problem, over a lost dog, or a match that ended 40-3.
    """
    groups, clauses = reader.vocabulary.groups, reader.clauses
    if act.event in _BEATEN and _is_match(reader, act):
        return True
    objects = _with_parts(reader, clauses.objects(act.head))
    doers = [*clauses.subjects(act.head), *(reader.sentence.tokens[r.head] for r in act.source)]
    if act.event == "ASSAULT" and _any(reader, objects, groups["unharmed"]):
        return True
    if act.event in FORCE and _any(reader, doers, groups["unharmed"] | groups["fictions"]):
        return True
    if act.event == "ASSAULT" and any(_any(reader, clauses.under(d, "of"), groups["nature"]) for d in doers):
        return True  # "a swarm of bees"
    if act.event == "REJECT" and _any(reader, objects, groups["fictions"]):
        return True
    if act.event in _THEIR_OWN or any(_is_public(r) for r in act.target):
        return False
    at_home = not codes_in(act.target) - codes_in(act.source)
    if at_home and act.event in _HANDLED and act.mode != "crowd-control" and _any(reader, objects, groups["belongings"]):
        return all(r.sector in _KEEPERS for r in act.source)
    told = any(r.text for r in act.target)
    private = groups["private-callings"]
    doers = [d for d in doers if reader.scene.mention_at(d) is None]  # Mr Baker bakes nothing
    if _any(reader, doers, private) or (act.mode == "visit" and _any(reader, doers, _GUESTS)):
        return not (told and act.event in FORCE) or _is_among_private(reader, act, private)
    if told:
        return _is_among_private(reader, act, private)
    return at_home and (_is_nobodys(reader, act) or (act.rule in _PLAIN and _is_unharmed(reader, act, objects)))


def _is_match(reader: ActReader, act: Act) -> bool:
    """ "Crushed Wales 40-3", "attacked down the wing and scored": two teams or one, and words of a game."""
    if any(r.sector and r.text for r in (*act.source, *act.target)) or (act.event == "ACCUSE" and act.mode == "allege"):
        return False
    games, weak = reader.vocabulary.groups["games"], reader.vocabulary.groups["played"]
    if act.mode in _GAMES and not reader.words.isdisjoint(games) and len(reader.words & (games | weak)) > 1:
        objects = {o.i for o in reader.clauses.objects(act.head)}
        said = [t for t in reader.sentence if t.lower in games and (t.i not in objects or act.event == "CONCEDE")]
        # What is done "after a match" and "over a match" is not played.
        if any(all(a.lower not in _ASIDE for a in reader.sentence.ancestors(t)) for t in said):
            return True
    return _SCORE.search(" ".join(t.text for t in reader.sentence)) is not None and reader.words.isdisjoint(_POLLED)


def _is_public(reference: Reference) -> bool:
    return bool(reference.text) and reference.sector in _PUBLIC


def _any(reader: ActReader, heads: list[Token], words: frozenset[str]) -> bool:
    return any(h.tag[0] == "N" and not words.isdisjoint(reader.clauses.words(h)) for h in heads)


def _with_parts(reader: ActReader, heads: list[Token]) -> list[Token]:
    """Head words, and what "nine of the films" and "two tonnes of perfume" are of."""
    return [*heads, *(o for h in heads for o in reader.clauses.under(h, "of"))] if heads else []


def _is_unharmed(reader: ActReader, act: Act, objects: list[Token]) -> bool:
    """ "A fisherman battled a giant halibut": someone of a trade against what is nobody, no house and no town."""
    groups = reader.vocabulary.groups
    heads = [reader.sentence.tokens[r.head] for r in act.source]
    if not objects or not heads or any(reader.scene.mention_at(h) is not None for h in heads):
        return False
    common = all(o.tag in ("NN", "NNS") and not _is_known(reader, o) for o in objects)
    return (
        common
        and not any(_any(reader, objects, groups[name]) for name in _HARMED)
        and all(r.sector in _TRADES | {"LAB", None} for r in act.source)
    )


def _is_among_private(reader: ActReader, act: Act, private: frozenset[str]) -> bool:
    """ "The director praised his American cast", "doctors urged parents": private people on both sides."""
    dealt = act.event in _URGED or act.rule in _DEALT
    if dealt and act.source and all(r.sector in _TRADES for r in (*act.source, *act.target)):
        return True
    tokens = reader.sentence.tokens
    if act.event not in _WORDS - {"REJECT"} or any(
        r.sector in _PUBLIC or _is_known(reader, tokens[r.head]) for r in act.source
    ):
        return False
    return bool(act.source) and all(_any(reader, [tokens[r.head]], private) for r in act.target)


def _is_nobodys(reader: ActReader, act: Act) -> bool:
    """ "The Mexican painter demanded silence": somebody of a calling that no list of roles has, towards nobody whom words
    name.
    """
    if not act.source or not act.target:
        return False
    heads = [reader.sentence.tokens[r.head] for r in act.source]
    if all(r.sector is None for r in act.source):
        if act.event in _WORDS and all(_is_calling(reader, h) for h in heads):
            return True
        if all(_is_national(reader, h) for h in heads):
            return True
    learned = all(r.sector in _LEARNED for r in act.source)
    if learned and act.event == "THREATEN" and "warn" in reader.clauses.verb_lemmas(act.head):
        return True  # "scientists warned that kiwis sleep badly"
    private = all(r.sector in _TRADES for r in (*act.source, *act.target))
    if act.event == "AGREE" and reader.words & reader.vocabulary.groups["protest"]:
        return False  # "nurses agreed to end their strike"
    return private and ((act.event in _AMONG_THEM and act.rule != PROMISED_YIELDING) or act.rule in _DEALT)


def _is_calling(reader: ActReader, head: Token) -> bool:
    named = head.tag == "NN" and _CALLING.search(head.lower) and head.lower not in _NO_CALLING
    return bool(named) and not _is_known(reader, head)


def _is_national(reader: ActReader, head: Token) -> bool:
    """ "The Kenyan supports Arsenal": one person of a people, of whom nothing more is said."""
    mention = reader.scene.mention_at(head)
    if mention is None or mention.kind not in ("demonym", "adjective") or head.tag not in ("NN", "NNP", "JJ"):
        return False
    return any(c.lower in ("the", "a", "an") for c in reader.sentence.children(head, "det"))


def _is_known(reader: ActReader, head: Token) -> bool:
    return reader.scene.mention_at(head) is not None or reader.scene.role_at(head) is not None
