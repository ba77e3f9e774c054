"""Who acts by another hand or word: what somebody used, took a chance, had done or is thanked for; clauses without a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.closed import HAVING
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.sentence.grammar import Grammar

# What somebody uses to do something, they do it with; and chances that they take to do it.
_USES = word_class("using")
_TAKES = word_class("taking-a-chance")
_CHANCES = word_class("chances")
# Who is thanked for doing something has done it.
_THANKS = frozenset("thank thanks thanked thanking".split())
_HELD_OR_SHUT = word_class("had-shut-or-taken")
_WHERE = frozenset("in at near during when while after on since".split())
# Of what stands under such nouns, they are the time, place or manner.
_OCCASIONS = word_class("time-place-or-manner")
_WERE = frozenset("was were been being has have had".split())


def means_of(grammar: Grammar, verb: Token) -> Token | None:
    """The verb over what somebody used something, or took a chance, to do: "used shells to set it on fire"."""
    if verb.tag != "VB":
        return None
    verb = grammar.first(verb)
    if verb.dep not in ("xcomp", "advcl", "acl") or not grammar.is_infinitive(verb):
        return None
    above = grammar.sentence.head(verb)
    if above is not None and verb.dep == "acl" and above.dep == "dobj":
        above = grammar.sentence.head(above)
    if above is None or above.tag[0] != "V" or above.lower not in _USES | _TAKES:
        return None
    helped = {c.lower for c in grammar.sentence.children(above, "aux", "auxpass")}
    # What somebody "uses" it for, or what is "used" for it, need not be done.
    if above.tag in ("VBZ", "VBP") or (above.tag == "VBN" and helped.isdisjoint(_WERE)) or (above.tag == "VB" and not helped):
        return None
    objects = grammar.objects(above)
    return above if (objects and uses(above)) or any(o.lower in _CHANCES for o in objects) else None


def uses(verb: Token) -> bool:
    """Whether a verb says that something is used."""
    return verb.lower in _USES


def thanked_for(grammar: Grammar, verb: Token) -> Token | None:
    """The verb that thanks somebody for doing something: "thanked Chile for freeing two sailors"."""
    preposition = grammar.sentence.head(verb)
    if verb.dep != "pcomp" or preposition is None or preposition.lower != "for":
        return None
    above = grammar.sentence.head(preposition)
    return above if above is not None and above.lower in _THANKS and above.tag[0] == "V" else None


def shared_agents(grammar: Grammar, verb: Token) -> list[Token]:
    """ "Were bought by Chad, refurbished and given to Mali": who did the first of coordinated passives did all."""
    first = grammar.first(verb)
    if first is verb or not grammar.is_passive(first):
        return []
    return grammar.sentence.agents(first)


def causing(grammar: Grammar, verb: Token) -> Token | None:
    """The "had" of "had his brother arrested", by who had it done; "had two soldiers killed in Mali" is told of who lost them."""
    thing = grammar.sentence.head(verb)
    if verb.tag != "VBN" or verb.dep != "acl" or thing is None or thing.dep != "dobj" or thing.i != verb.i - 1:
        return None
    groups = grammar.vocabulary.groups
    done_to = groups["persons"] | groups["prisoners"] | groups["curb-on-people"] | _HELD_OR_SHUT
    if thing.tag != "PRP" and done_to.isdisjoint(grammar.words(thing)):
        return None
    having = grammar.sentence.head(thing)
    if having is None or having.lower not in HAVING:
        return None
    return None if any(c.dep in ("prep", "advcl") and c.lower in _WHERE for c in verb.children) else having


def related(grammar: Grammar, verb: Token) -> list[Token]:
    """ "The sanctions Brussels imposed on Chad": the noun that a clause without a pronoun is about, told of somebody named."""
    if verb.dep != "relcl" or verb.tag not in ("VBD", "VBN") or not 0 <= verb.head < verb.i:
        return []
    subjects = grammar.sentence.children(verb, "nsubj")
    noun = grammar.sentence.tokens[verb.head]
    if (
        not subjects
        or subjects[0].tag[:3] != "NNP"
        or noun.tag not in ("NN", "NNS")
        or noun.lower in _OCCASIONS
        or noun.dep == "appos"
    ):
        return []
    if grammar.sentence.children(verb, "ccomp", "xcomp", "acomp", "attr", "mark", "advmod"):
        return []
    if any(not grammar.sentence.children(p, "pobj", "pcomp") for p in grammar.sentence.children(verb, "prep", "prt")):
        return []  # "the cause they fought for"
    return [noun]
