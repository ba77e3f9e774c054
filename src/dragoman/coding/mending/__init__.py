"""What parsers get wrong, put right: for every table (`righted`), and beyond that for events (`mended`)."""

from __future__ import annotations

from dragoman.coding.mending.fronting import settled
from dragoman.coding.mending.grafting import grafted
from dragoman.coding.mending.headlines import told
from dragoman.coding.mending.infinitives import rowed
from dragoman.coding.mending.listing import placed
from dragoman.coding.mending.objects import dealt
from dragoman.coding.mending.openings import opened
from dragoman.coding.mending.pairing import coupled, paired
from dragoman.coding.mending.participles import (
    ATTRIBUTES,
    GIVEN,
    HAVING,
    ISSUED,
    KEEPS,
    TURMOIL,
    attributed,
    caused,
    flared,
    given,
    issued,
    kept,
    naming,
    qualified,
    relieved,
    suffered,
    told_among,
)
from dragoman.coding.mending.predicating import predicated
from dragoman.coding.mending.regaining import regained
from dragoman.coding.mending.retagging import REGARDING, regarding, retagged
from dragoman.coding.mending.righting import righted
from dragoman.coding.mending.standing import STANDING, stood_for
from dragoman.coding.mending.strays import gathered
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence

__all__ = ["mended", "righted"]


def mended(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, or with those words where they belong that its parser hung elsewhere or took for others."""
    sentence = opened(sentence)
    said = sentence.said
    sentence = placed(paired(sentence, said), said)
    sentence = dealt(sentence, said, vocabulary)
    if not GIVEN.isdisjoint(said):
        sentence = given(sentence)
    if "amod" in sentence.labels and any(t.tag == "VBG" and t.dep == "amod" for t in sentence.tokens):
        sentence = naming(sentence)
    sentence = settled(relieved(gathered(grafted(sentence), said, vocabulary)), said, vocabulary)
    if "and" in said:
        sentence = coupled(sentence)
    if "to" in said:
        sentence = rowed(sentence)
    sentence = predicated(qualified(sentence, vocabulary), vocabulary)
    if not ISSUED.isdisjoint(said):
        sentence = issued(sentence)
    if len(sentence.tokens) > 4 and sentence.tokens[0].lower == "among":
        sentence = told_among(sentence)
    if not STANDING.isdisjoint(said):
        sentence = stood_for(sentence)
    if not HAVING.isdisjoint(said):
        sentence = caused(sentence)
    if not KEEPS.isdisjoint(said):
        sentence = kept(sentence)
    if not ATTRIBUTES.isdisjoint(said):
        sentence = attributed(sentence, vocabulary)
    if not TURMOIL.isdisjoint(said):
        sentence = suffered(flared(sentence))
    if not REGARDING.isdisjoint(said):
        sentence = regarding(sentence)
    return told(retagged(regained(sentence), vocabulary), said, vocabulary)
