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
_LIGHT = word_class("nouns-over-a-matter")
_ABUSES = word_class("doings-with-a-matter")
# Topics that words of praise and blame are said of as such; others name goods, and what is blamed is their breach.
_JUDGED = frozenset({"nuclear", "space", "sanctions", "drills", "alliances", "unification"})
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
        if any(span.start + start < h.end and h.start < span.start + end for h in heads) and not _AGAINST.search(words):
            return str(entries[0].id) if not _TURNS.search(words, 0, start) else None
    return None


def matters(bench: Workbench, noun: Token) -> list[Token]:
    """What a noun that says nothing by itself is of: "the weaponisation of space", "progress in free trade"."""
    return [o for p in ("of", "in", "on") for o in bench.clauses.under(noun, p)] if noun.lower in _LIGHT | _ABUSES else []


def matter_of(bench: Workbench, site: Site) -> str | None:
    """The topic that an evaluation is said of: as a predicate, by what it does, or (blame alone) beside its noun."""
    sentence, head, lexis = bench.sentence, site.head, lexis_of(bench.scene.knowledge.lexicon)
    while head.dep == "conj" and (first := sentence.head(head)) is not None and first.tag[0] == head.tag[0]:
        head = first
    if head.tag[0] == "J" and head.dep == "amod" and (noun := sentence.head(head)) is not None and noun.dep in _PREDICATE:
        head = noun  # "is a cruel weapon"
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
