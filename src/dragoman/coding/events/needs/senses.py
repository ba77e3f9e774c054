"""Conditions of event rules that tell a verb's senses apart, by who does it, what it is done to and what stands on it:
`needs.table.NEEDS` holds them with the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.coding.events.found import CIVIL, Found, armed_source, foreign, sectors
from dragoman.coding.events.needs.questions import asks_pointedly, is_question
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_CRITICAL = word_class("critical")
_TOWARDS = frozenset({"of", "about", "towards", "toward", "over", "in"})
_OPINIONS = frozenset({"view", "opinion"})
_SWAPPED = frozenset({"exchange", "share", "swap", "trade"})
_SUBJECTS = frozenset({"he", "she", "him", "her", "i", "me", "we", "us", "who"})
_NEEDS_AS = word_class("casting-as")
_UNHEARD = frozenset({"nsubj", "nsubjpass", "relcl", "advcl", "parataxis", "npadvmod", "agent", "acl"})
# What is fought in court and in words, and for.
_CONTESTED = word_class("contested-at-home")
_CLAIMED = word_class("claimed-as-ones-own")
_SEES = frozenset({"see", "spot"})
_CAUGHT = word_class("intercepted")
_OF_TALKS = word_class("parts-of-talks")
_LAWS = word_class("laws-in-the-making")
_TALKERS = frozenset({"GOV", "LEG", "PTY", "OPP", "JUD", "ELI", "BUS", "EDU", "IGO", "MED", "JRN"})
# Those who bind nobody but themselves by what they sign.
_UNBOUND = CIVIL - {"OPP", "PTY", "REB", "LAB", "BUS", "NGO", "SOC", "JRN"} | {"JUD"}
_SINGLE_PERSONS = word_class("single-persons")


def _many(found: Found) -> bool:
    """Several people, or a body of them: nobody demonstrates alone."""
    heads = found.reader.clauses.subjects(found.verb)
    if not heads or found.subject & found.reader.vocabulary.groups["crowds"]:
        return True
    if any(h.tag in ("NN", "PRP") and h.lower in _SINGLE_PERSONS for h in heads):
        return any(found.reader.sentence.children(h, "conj") for h in heads)
    return True


def _critical(found: Found) -> bool:
    """ "Was critical of his plan", not "was the subject of critical comments"."""
    said = found.reader.sentence.children(found.verb, "acomp", "oprd")
    said = [c for c in said if any(p.lower in _TOWARDS for t in (c, found.verb) for p in t.children)]  # not "critical issues"
    return any(w.lower in _CRITICAL for c in said for w in (c, *found.reader.sentence.children(c, "conj")))


def _views_swapped(found: Found) -> bool:
    """ "Exchanged views", not "had a low opinion"."""
    clauses = found.reader.clauses
    heads = clauses.objects(found.verb)
    if not heads or any(_OPINIONS.isdisjoint(clauses.words(h)) for h in heads):
        return True
    return not _SWAPPED.isdisjoint(clauses.verb_lemmas(found.verb)) or "exchange" in found.words


def _object_thing(found: Found) -> bool:
    """Whether it is done to no "he" and no "us": people who are devastated are sad."""
    return all(o.lower not in _SUBJECTS for o in found.reader.clauses.objects(found.verb))


def _not_leading(found: Found) -> bool:
    """ "Headed for the border", not "headed the council"."""
    sentence = found.reader.sentence
    return "head" not in found.reader.clauses.verb_lemmas(found.verb) or not sentence.children(found.verb, "dobj")


def _not_calling_it(found: Found) -> bool:
    """ "Called it a day on Monday"."""
    return all(o.lower != "it" for o in found.reader.sentence.children(found.verb, "dobj"))


def _itself(found: Found) -> bool:
    """ "Flew to Lima", not "flew the wounded to Lima"."""
    return found.verb.tag[0] != "V" or not any(
        o.tag[0] == "N" and o.dep == "dobj" and o.lower not in ("home", "today", "tomorrow", "yesterday")
        for o in found.reader.sentence.children(found.verb, "dobj")
    )


def _binding(found: Found) -> bool:
    """Whether who signs can bind others: jurors, patients and pupils sign statements, and no treaties."""
    theirs = sectors(found.source)
    return not theirs or not theirs <= _UNBOUND or foreign(found)


def named_badly(found: Found) -> bool:
    """Whether the insult is what somebody is called, and no word of when and by whom: "described the raid as a crime", not
    "described a market for illegal pills".
    """
    reader, verb = found.reader, found.verb
    bad = tuple(reader.vocabulary.groups.get("bad-names", ()))
    as_words = [t for p in reader.sentence.children(verb, "prep") if p.lower == "as" for t in reader.sentence.subtree(p)]
    if any(t.lower.startswith(bad) for t in as_words):
        return True
    if not _NEEDS_AS.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return False
    subjects = reader.sentence.children(verb, "nsubj")  # "cowards", the mayor called them
    said = [*subjects[:-1], *(c for c in verb.children if c.dep not in _UNHEARD)]
    return any(t.lower.startswith(bad) for c in said for t in _said(found, c))


def _said(found: Found, top: Token) -> list[Token]:
    if top.dep == "prep":
        return []
    return list(found.reader.sentence.subtree(top, without=frozenset({"advcl", "parataxis"})))


def _not_own_law(found: Found) -> bool:
    """A law that parliament passes at home supports nobody."""
    clauses = found.reader.clauses
    laws = any(not _LAWS.isdisjoint(clauses.words(o)) for o in clauses.objects(found.verb))
    return not laws or foreign(found)


def _not_in_words(found: Found) -> bool:
    """No ministers and parties that clash over a budget: police and crowds may clash over anything."""
    over = any(c.lower in ("over", "on", "about") for c in found.verb.children)
    both = sectors((*found.source, *found.target))
    return not over or not both or not both <= _TALKERS


def _in_deed(found: Found) -> bool:
    """Whether who fights fights somebody: not a court order, and not for a right."""
    clauses = found.reader.clauses
    if "fight" not in clauses.verb_lemmas(found.verb):
        return True
    if any(o.lower in _CONTESTED for o in clauses.objects(found.verb)):
        return False
    return not any(o.lower in _CLAIMED for o in clauses.under(found.verb, "for")) or foreign(found)


def _not_its_own(found: Found) -> bool:
    """ "Defended his decision": who stands by what is his backs nobody."""
    clauses = found.reader.clauses
    if "defend" not in clauses.verb_lemmas(found.verb):
        return True
    things = [o for o in clauses.objects(found.verb) if o.tag in ("NN", "NNS")]
    return not any(c.tag == "PRP$" for o in things for c in found.reader.sentence.children(o, "poss")) or foreign(found)


def _seen_moving(found: Found) -> bool:
    """ "Tanks were seen", not "the police saw her": who is seen moves, and not who sees."""
    clauses = found.reader.clauses
    return _SEES.isdisjoint(clauses.verb_lemmas(found.verb)) or clauses.is_passive(found.verb)


def _not_shot_down(found: Found) -> bool:
    """A missile or a message that is intercepted is taken from nobody."""
    clauses = found.reader.clauses
    caught = any(not _CAUGHT.isdisjoint(clauses.words(o)) for o in clauses.objects(found.verb))
    return not caught or "intercept" not in clauses.verb_lemmas(found.verb)


def _not_arguing(found: Found) -> bool:
    """ "Made the case for free trade": an argument, and no suit."""
    clauses = found.reader.clauses
    return "make" not in clauses.verb_lemmas(found.verb) or all(o.lower != "case" for o in clauses.objects(found.verb))


def _in_relief(found: Found) -> bool:
    """ "I am relieved": nobody has helped who says so."""
    clauses = found.reader.clauses
    return "relieve" not in clauses.verb_lemmas(found.verb) or not clauses.is_passive(found.verb) or bool(found.source)


def _not_by_press(found: Found) -> bool:
    """Documents that a newspaper examined: it investigates nobody by that."""
    return sectors(found.source) != {"JRN"} or foreign(found)


def _not_showing(found: Found) -> bool:
    """ "Demonstrating strong demand": who shows a thing is at no demonstration."""
    clauses = found.reader.clauses
    shown = [o for o in clauses.objects(found.verb) if o.tag in ("NN", "NNS")]
    return not shown or "demonstrate" not in clauses.verb_lemmas(found.verb)


def _not_only_carrying(found: Found) -> bool:
    """ "Lorries carrying flour": what describes them is no delivery."""
    return found.verb.tag != "VBG" or found.verb.dep != "acl"


def _not_lawmen(found: Found) -> bool:
    """ "Security men detained": men of the law are no outlaws."""
    return found.subject.isdisjoint(found.reader.vocabulary.groups["lawmen-words"] | {"security"})


def _not_being_to(found: Found) -> bool:
    """ "Are on guard", not "are to guard": what somebody is to do is told by that."""
    clauses = found.reader.clauses
    if "be" not in clauses.verb_lemmas(found.verb):
        return True
    return not any(clauses.is_infinitive(c) for c in found.reader.sentence.children(found.verb, "xcomp"))


def _boards_by_force(found: Found) -> bool:
    """ "Marines boarded the tanker", not "the minister boarded a plane"."""
    if "board" not in found.reader.clauses.verb_lemmas(found.verb) or found.reader.clauses.is_passive(found.verb):
        return True
    return armed_source(found) or "police" in found.subject


def _not_own_office(found: Found) -> bool:
    """ "Closed the paper's office", not "closed its trade office in Lima": who closes what is its own leaves."""
    clauses = found.reader.clauses
    offices = [o for o in clauses.objects(found.verb) if "office" in clauses.words(o)]
    return not any(c.lower == "its" for o in offices for c in found.reader.sentence.children(o, "poss"))


def _not_own_arms(found: Found) -> bool:
    """ "Destroyed its missiles": who does away with its own disarms."""
    reader = found.reader
    arms = reader.vocabulary.groups["weapons-test"] | reader.vocabulary.groups["force"]
    objects = reader.clauses.objects(found.verb)
    heads = [*objects, *(h for o in objects for h in reader.clauses.under(o, "of"))]
    own = [h for h in heads if any(c.lower == "its" for c in reader.sentence.children(h, "poss"))]
    return not any(not arms.isdisjoint(reader.clauses.words(h)) for h in own)


def _subject_talks(found: Found) -> bool:
    """ "Talks on the dam opened", not "the cost of the summit was high", "talks are to open"."""
    clauses, talks = found.reader.clauses, found.reader.vocabulary.groups["meeting"]
    if not _not_being_to(found):
        return False
    heads = clauses.subjects(found.verb)
    heads = [*heads, *(o for h in heads if h.lower in _OF_TALKS for o in clauses.under(h, "of"))]
    return not heads or any(not talks.isdisjoint(clauses.words(h)) for h in heads)


def _not_the_talk(found: Found) -> bool:
    """ "The talk of the town": nobody talks there."""
    noun = found.noun
    if noun is None or noun.lower != "talk":
        return True
    the = any(c.lower == "the" for c in found.reader.sentence.children(noun, "det"))
    return not the or not found.reader.clauses.under(noun, "of")


def _hired(found: Found) -> bool:
    """Those who have employers: a charity that stops its work is on no strike."""
    return sectors(found.source).isdisjoint({"NGO", "IGO"})


SENSES: dict[str, Callable[[Found], bool]] = {
    "not-being-to": _not_being_to,
    "boards-by-force": _boards_by_force,
    "not-own-office": _not_own_office,
    "not-own-arms": _not_own_arms,
    "own-arms": lambda f: not _not_own_arms(f),
    "not-only-carrying": _not_only_carrying,
    "not-lawmen": _not_lawmen,
    "subject-talks": _subject_talks,
    "not-the-talk": _not_the_talk,
    "source-hired": _hired,
    "not-showing": _not_showing,
    "in-relief": _in_relief,
    "not-by-press": _not_by_press,
    "not-arguing": _not_arguing,
    "in-deed": _in_deed,
    "not-its-own": _not_its_own,
    "seen-moving": _seen_moving,
    "not-shot-down": _not_shot_down,
    "many": _many,
    "critical": _critical,
    "views-swapped": _views_swapped,
    "object-thing": _object_thing,
    "not-leading": _not_leading,
    "itself": _itself,
    "not-calling-it": _not_calling_it,
    "binding": _binding,
    "not-own-law": _not_own_law,
    "not-asking": lambda f: f.verb.tag[0] != "V" or not is_question(f.reader, f.verb),
    "not-in-words": _not_in_words,
    "asks-pointedly": lambda f: f.verb.tag[0] == "V" and asks_pointedly(f.reader, f.verb),
    "source-known": lambda f: any(r.codes for r in f.source),
}
