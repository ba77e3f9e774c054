"""What parsers get wrong in the prose of every table, put right in order: who does it, which word is the verb, what a clause hangs on,
and what stands beside an object."""

from __future__ import annotations

from dragoman.coding.mending.announcing import announced
from dragoman.coding.mending.asking import of_labels
from dragoman.coding.mending.clauses import with_cleft, with_declared, with_recital
from dragoman.coding.mending.dated import MONTHS, dated_apart
from dragoman.coding.mending.elided import elided
from dragoman.coding.mending.listing import listed
from dragoman.coding.mending.members import with_members
from dragoman.coding.mending.owning import owned
from dragoman.coding.mending.provided import PROVISIONS, provided
from dragoman.coding.mending.several import TITLES, joined
from dragoman.coding.mending.subjects import with_dated, with_guest, with_list, with_names, with_subject
from dragoman.coding.mending.swallowed import VOTES, beside_particle, found_by_votes, parted
from dragoman.coding.mending.verbs import with_predicate, with_root, with_verb
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence
from dragoman.lexicon.words import word_class

_GIVES = word_class("giving-two-objects")


def righted(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, unless one of these faults is in it."""
    sentence = announced(sentence, vocabulary)
    sentence = beside_particle(listed(owned(with_predicate(sentence))))
    words = sentence.said
    if "such" in words:
        sentence = _with_manner(sentence)
    if "public" in words:
        sentence = _with_public(sentence)
    sentence = _with_regard(sentence)
    if not _GIVES.isdisjoint(words):
        sentence = _with_receiver(sentence)
    if "and" in words and not TITLES.isdisjoint(words):
        sentence = joined(sentence)
    sentence = with_dated(with_guest(with_names(with_root(with_members(sentence), vocabulary))))
    if not MONTHS.isdisjoint(t.lower for t in sentence.tokens[1:4]):
        sentence = dated_apart(sentence)
    if "that" in words and not words.isdisjoint(vocabulary.groups["declaring"]):
        sentence = with_declared(sentence, vocabulary)
    if "that" in words:
        sentence = with_cleft(with_recital(sentence))
    if sentence.tokens[0].tag != "DT":
        sentence = elided(sentence)
    if not PROVISIONS.isdisjoint(words):
        sentence = provided(sentence)
    sentence = parted(sentence)
    if "that" in words and not words.isdisjoint(VOTES):
        sentence = found_by_votes(sentence)
    return _with_object(with_verb(with_list(with_subject(sentence)), vocabulary))


def _with_manner(sentence: Sentence) -> Sentence:
    """ "The report is one-sided and as such is void": a manner, and no subject of what is said."""
    for such in sentence.tokens[1:]:
        if such.lower == "such" and such.dep in ("nsubj", "nsubjpass") and sentence.tokens[such.i - 1].lower == "as":
            tokens = sentence.copied()
            tokens[such.i].dep = "advmod"
            return sentence.grown(tokens)
    return sentence


def _with_public(sentence: Sentence) -> Sentence:
    """ "Offers the local public another view": a noun that is given something, and no verb."""
    for public in sentence.tokens[2:]:
        before = sentence.tokens[public.i - 1]
        if public.lower != "public" or public.tag[0] != "V" or before.dep not in ("dative", "dobj") or before.head > before.i:
            continue
        tokens = sentence.copied()
        tokens[public.i].tag, tokens[public.i].dep, tokens[public.i].head = "NN", "dative", before.head
        tokens[before.i].dep, tokens[before.i].head = "compound", public.i
        for child in (*before.children, *public.children):
            if child.i > public.i:
                tokens[child.i].head = before.head
            elif child.dep in ("nsubj", "nsubjpass"):
                tokens[child.i].dep, tokens[child.i].head = "oprd", public.head
            elif child.i != before.i:
                tokens[child.i].head = public.i
        return sentence.grown(tokens)
    return sentence


@of_labels("pcomp")
def _with_regard(sentence: Sentence) -> Sentence:
    """ "With regard to the charges made by Chad, ...": what was made are the charges, and not the regard."""
    for verb in sentence.tokens[3:]:
        opening = sentence.tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "pcomp" or opening.lower not in ("with", "in") or opening.i > verb.i:
            continue
        regard = next((c for c in verb.children if c.dep == "nsubj" and c.i == opening.i + 1), None)
        noun = sentence.tokens[verb.i - 1]
        if regard is not None and noun.tag[0] == "N" and noun.dep == "pobj":
            return sentence.moved(regard, opening, "pobj").moved(verb, noun, "acl")
    return sentence


def _with_receiver(sentence: Sentence) -> Sentence:
    """ "Gives the council the power to ...": of two objects, the first is who gets the second."""
    for verb in sentence.tokens[:-3]:
        if verb.lower not in _GIVES:
            continue
        things = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i]
        if len(things) == 2 and not any(
            t.text in (",", ";") or t.lower == "and" for t in sentence.tokens[things[0].i : things[1].i]
        ):
            return sentence.moved(things[0], verb, "dative")
    return sentence


@of_labels("oprd")
def _with_object(sentence: Sentence) -> Sentence:
    """ "Called the move of the junta unacceptable": the noun that was taken for part of the adjective is what is called so."""
    for adjective in sentence.tokens[2:]:
        if adjective.dep != "oprd" or (adjective.tag != "JJ" and adjective.lower != "null"):  # "null and void"
            continue
        before = sentence.tokens[adjective.i - 1]
        verb = sentence.tokens[adjective.head]
        if before.dep != "compound" or before.head != adjective.i or before.tag[0] != "N" or verb.i >= before.i:
            continue
        tokens = sentence.copied()
        tokens[before.i].head, tokens[before.i].dep, tokens[adjective.i].tag = verb.i, "dobj", "JJ"
        for child in adjective.children:
            if child.i < before.i:
                tokens[child.i].head = before.i
        return sentence.grown(tokens)
    return sentence
