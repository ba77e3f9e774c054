"""What matter is praised or blamed where it is nobody's doing: "sanctions are immoral", "the use of nuclear weapons"."""

from __future__ import annotations

import re

from dragoman.coding.positions.evaluation import Site, lexis_of
from dragoman.coding.sentence.topics import matcher_of, topic_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class

# "Supports a peninsula without nuclear weapons" does not endorse the topic that it names.
_TURNS = re.compile(
    rf"\b(?:{alternatives('turned-against')})\b",
    re.IGNORECASE,
)
# Phrases of a topic that stand for what it is set against.
_AGAINST = re.compile("denuclear|arms race|proliferation of", re.IGNORECASE)
_DISARMING = re.compile("denuclear|non-?proliferation|nuclear-free", re.IGNORECASE)
_LIGHT = word_class("nouns-over-a-matter")
_ABUSES = word_class("doings-with-a-matter")
_PAPERS = word_class("papers-on-a-matter")
_CARRIERS = _LIGHT | _ABUSES | _PAPERS
# Nouns that take away what they are of: "the lifting of sanctions", "a ban on landmines".
_ENDS = word_class("ends-of-a-matter")
_LEADS = ("of", "on", "in", "for", "to", "against", "from", "with")
# How far below its object a stand may name its matter: "the entry into force of the treaty on the prohibition of arms".
_DEPTH = 4
# Topics of weapons: who is for an end of them is for disarmament.
_WEAPONS = frozenset({"nuclear", "disarmament"})
_BARRIERS = word_class("barriers-to-trade")
_POWER = re.compile(r"nuclear (?:power|energy|reactor|plant)|atomic energy", re.IGNORECASE)
# Topics that words of praise and blame are said of as such; others name goods, and what is blamed is their breach.
_JUDGED = frozenset({"nuclear", "space", "sanctions", "drills", "alliances", "unification"})
_EXERCISES = frozenset({"exercise", "use", "matter", "part"})
_PREDICATE = frozenset({"acomp", "attr", "oprd"})


def topic_at(bench: Workbench, noun: Token) -> str | None:
    """The topic that a noun itself names; none where words before it turn it round ("the lifting of sanctions")."""
    span = bench.sentence.span(bench.sentence.subtree(noun))
    words = span.of(bench.text)
    heads = [
        noun,
        *(c for c in bench.sentence.children(noun, "compound", "nmod") if c.tag[0] == "N"),
    ]  # "the human rights situation"
    for start, end, entries in matcher_of(bench.scene.knowledge.lexicon).find(words):
        if not any(span.start + start < h.end and h.start < span.start + end for h in heads):
            continue
        if _DISARMING.search(words[start:end]):
            return "disarmament"
        if not _AGAINST.search(words):
            return str(entries[0].id) if not _TURNS.search(words, 0, start) else None
    return None


def stood_on(bench: Workbench, noun: Token) -> tuple[str, int] | None:
    """(topic, sign) of the matter that the object of a stand is about; the sign is -1 where the object takes the matter away: who
    is for the lifting of sanctions is against sanctions. Who is for a ban on weapons is for disarmament.
    """
    here, ended = [noun], False
    for _ in range(_DEPTH):
        ending = [n for n in here if n.lower in _ENDS]
        found = None if ending else next((t for n in here if (t := topic_at(bench, n)) is not None), None)
        if found is not None:
            if found == "trade" and not ended:
                return found, -1 if any(n.lower in _BARRIERS for n in here) else 1
            return _turned(found, bench.sentence.span(bench.sentence.subtree(noun)).of(bench.text)) if ended else (found, 1)
        ended = ended or bool(ending)
        carriers = ending or [n for n in here if n.lower in _CARRIERS]
        below = [(p, o) for n in carriers for p in _LEADS for o in (*bench.clauses.under(n, p), *_hung_above(bench, n, p))]
        ended = ended or any(p == "against" for p, _ in below)
        here = [o for _, o in below]
        if not here:
            return None
    return None


def _hung_above(bench: Workbench, noun: Token, lead: str) -> list[Token]:
    """ "Backs the moratorium on tests": parsers hang what a noun is on above it."""
    verb = bench.sentence.head(noun) if noun.dep == "dobj" else None
    beside = bench.sentence.children(verb, "prep") if verb is not None else []
    return [o for p in beside if p.i == noun.i + 1 and p.lower == lead for o in bench.sentence.children(p, "pobj")]


def _turned(topic: str, words: str) -> tuple[str, int] | None:
    if topic in _WEAPONS and not _POWER.search(words):
        return "disarmament", 1
    if topic == "space":
        return topic, 1
    return (topic, -1) if topic in _JUDGED else None


def _exercised(bench: Workbench, right: Token) -> Token | None:
    """ "Is a full exercise of the legitimate right": the predicate that a right is under."""
    of = bench.sentence.head(right) if right.dep == "pobj" else None
    above = bench.sentence.head(of) if of is not None and of.lower == "of" else None
    return above if above is not None and above.dep in _PREDICATE and above.lower in _EXERCISES else None


def matter_of(bench: Workbench, site: Site) -> str | None:
    """The topic that an evaluation is said of: as a predicate, by what it does, or (blame alone) beside its noun."""
    sentence, head, lexis = bench.sentence, site.head, lexis_of(bench.scene.knowledge.lexicon)
    while head.dep == "conj" and (first := sentence.head(head)) is not None and first.tag[0] == head.tag[0]:
        head = first
    if head.tag[0] == "J" and head.dep == "amod" and (noun := sentence.head(head)) is not None and noun.dep in _PREDICATE:
        head = noun  # "is a cruel weapon"
    right = sentence.tokens[head.head] if head.tag[0] == "J" and head.dep == "amod" else head
    if (exercised := _exercised(bench, right)) is not None:
        head = exercised
    ruler = sentence.head(head)
    if head.tag[0] == "V" and not sentence.children(head, "auxpass"):
        nouns = sentence.children(head, "nsubj")
    elif ruler is not None and ruler.lower == "as" and (verb := sentence.head(ruler)) is not None:
        nouns = sentence.children(verb, "nsubj")  # "serves as a weapon of peace"
    elif head.dep in _PREDICATE and ruler is not None:
        nouns = sentence.children(ruler, "nsubj") or bench.clauses.subjects(ruler)
    elif head.dep == "amod" and site.polarity < 0 and ruler is not None:
        nouns = [ruler]
    else:
        nouns = []
    clause = next((a for n in nouns if n.tag == "WDT" for a in sentence.ancestors(n) if a.dep == "relcl"), None)
    if clause is not None:  # "the embargo, which ties our hands"
        nouns = [sentence.tokens[clause.head]]
    for noun in nouns:
        inner = [o for o in bench.clauses.under(noun, "of") if noun.lower in _LIGHT]
        found = next((t for n in (noun, *inner) if (t := topic_at(bench, n)) in _JUDGED), None)
        if found is not None:
            return found
        if site.polarity < 0 and lexis.is_conduct("text", noun):  # a report is blamed for what it says of its topic
            return topic_of(sentence.span(sentence.subtree(noun)).of(bench.text), bench.scene.knowledge.lexicon)
    return None
