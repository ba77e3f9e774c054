"""Words held at arm's length: "the so-called tribunal", what one party has, in quotation marks of the other's."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.attitudes import done
from dragoman.coding.positions.evaluation import Lexis, sites
from dragoman.coding.positions.owning import owners
from dragoman.coding.positions.stand import ASIDE, Stand, in_clause, stands_of
from dragoman.coding.sentence.phrasing import codes_of, reported_by
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.workbench import Workbench

# Topics of what somebody does: scare quotes about "sanction resolutions", whoever took them, deny that they are any.
_DEEDS = frozenset({"sanctions", "drills", "alliances"})


def mocked(bench: Workbench, lexis: Lexis, start: int, end: int) -> Iterator[Stand]:
    """The stands of words [start, end) that are so held: "the U.S. "human rights" campaign", "the so-called tribunal"."""
    tokens = bench.sentence.at(start, end)
    so_called = bench.text[start:end].lower().startswith("so")
    if not tokens or all(t.text[:1].isupper() for t in tokens if t.tag[0] in "NJV"):
        return  # a title
    noun = tokens[-1]
    while noun.dep in ("compound", "amod", "nmod") and (head := bench.sentence.head(noun)) is not None and head.tag[0] == "N":
        noun = head
    said = reported_by(bench, noun)
    if any(s.polarity < 0 and start <= s.head.start < end for s in sites(bench)):
        return  # somebody else's blame, quoted
    if not said or noun.tag[0] != "N" or noun.dep not in ("nsubj", "dobj", "pobj", "nsubjpass", "attr", "conj"):
        return
    phrase = bench.sentence.span(bench.sentence.subtree(noun, without=ASIDE))
    topic = topic_of(phrase.of(bench.text), bench.scene.knowledge.lexicon)
    span = in_clause(bench, noun, phrase)
    itself = bench.scene.mention_at(noun)
    if so_called and itself is not None and itself.code and itself.kind in ("name", "organisation", "body"):
        yield from stands_of(said, [itself.code], -0.5, True, span, topic)
        return
    codes = codes_of(owners(bench, lexis, noun) or (done(bench, lexis, noun) if so_called else []))
    yield from stands_of(said, codes, -0.5, True, span, topic)
    if not codes and topic is not None and (so_called or (topic in _DEEDS and len(tokens) > 1)):
        yield from stands_of(said, [None], -0.5, True, span, topic)
