"""Participles on a noun that parsers take for clauses of their own ("Four workers abducted in Niger were set free")."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

# What people are said to be doing before their name.
ATTRIBUTES = word_class("going-on")
_PARTIES = word_class("parties-described")
KEEPS = word_class("keeping")
_SHUT = word_class("had-shut-or-taken")
_STANCES = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
ISSUED = word_class("issued")
_PAPERS = word_class("issued-papers")
HAVING = frozenset({"had", "has"})
TURMOIL = word_class("turmoil")
# Verbs of giving and refusing, of which a bare participle is done to its subject although it has an object.
GIVEN = word_class("given")
_LEADING = frozenset({"nsubj", "nsubjpass", "advcl", "npadvmod", "dep"})


def told_among(sentence: Sentence) -> Sentence:
    """ "Among those arrested in Lima were two editors": a participle that says what was done to who comes behind."""
    those, done = sentence.tokens[1:3]
    verb = sentence.tokens[sentence.root]
    who = next((c for c in verb.children if c.dep in ("attr", "nsubj") and c.i > verb.i), None)
    if those.lower not in ("those", "people") or done.tag != "VBN" or done.head != those.i or who is None:
        return sentence
    return sentence.moved(done, who, "acl") if verb.lower in ("were", "was", "are", "is") else sentence


@of_labels("ccomp", "advcl")
def relieved(sentence: Sentence) -> Sentence:
    """ "Four workers abducted in Niger were set free": a participle on the subject that the parser took for a clause of its
    own, with the subject, is given back to the noun, and the subject to its verb.
    """
    for verb in sentence:
        if verb.tag not in ("VBN", "VBD") or verb.dep not in ("ccomp", "advcl") or not 0 <= verb.i < verb.head:
            continue
        main = sentence.tokens[verb.head]
        passive = any(c.dep == "auxpass" for c in main.children)
        own = [c for c in verb.children if c.dep == "nsubj" and c.i < verb.i]
        if not own or not passive or own[0].tag in ("PRP", "WDT", "WP"):
            continue
        if any(c.dep in ("nsubj", "nsubjpass", "csubj", "expl") for c in main.children):
            continue
        if any(c.dep in ("aux", "auxpass", "mark", "dobj", "ccomp") for c in verb.children):
            continue
        if any(t.text in (",", ";", ":", "“", "”", '"', "''", "``") for t in sentence.tokens[verb.i : main.i]):
            continue
        tokens = sentence.copied()
        subject = tokens[own[0].i]
        subject.head, subject.dep = main.i, "nsubjpass"
        tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = subject.i, "acl", "VBN"
        return sentence.grown(tokens)
    return sentence


@of_labels("ccomp")
def qualified(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Recognised the government installed in Lima": what is recognised, praised or condemned is a thing, and a participle says
    which.
    """
    for verb in sentence:
        above = sentence.head(verb)
        if (
            verb.tag != "VBN"
            or verb.dep != "ccomp"
            or above is None
            or above.tag not in ("VBD", "VBZ", "VBN")
            or above.i > verb.i
        ):
            continue
        thing = next((c for c in verb.children if c.dep == "nsubj" and c.i == verb.i - 1), None)
        if thing is None or thing.tag[0] != "N" or not any(c.dep in ("det", "poss", "amod") for c in thing.children):
            continue
        if any(c.dep in ("aux", "auxpass", "mark", "dobj", "ccomp", "xcomp") for c in verb.children):
            continue
        lemmas = vocabulary.verb_lemmas.get(above.lower, ())
        stances = {rule.event for lemma in lemmas for rule in vocabulary.verb_rules.get(lemma, ())}
        if stances.isdisjoint(_STANCES) or any(lemma in vocabulary.verb_operators for lemma in lemmas):
            continue
        if min(t.i for t in sentence.subtree(thing)) != above.i + 1:
            continue
        return sentence.moved(thing, above, "dobj").moved(verb, thing, "acl")
    return sentence


@of_labels("ccomp")
def kept(sentence: Sentence) -> Sentence:
    """ "Kept thousands confined to their homes": who is kept is the object, and where they are kept hangs on the keeping."""
    for verb in sentence:
        above = sentence.head(verb)
        if verb.tag != "VBN" or verb.dep != "ccomp" or above is None or above.lower not in KEEPS:
            continue
        whom = next((c for c in verb.children if c.dep == "nsubj" and above.i < c.i < verb.i), None)
        if whom is None or any(c.dep in ("aux", "auxpass", "mark", "agent", "dobj") for c in verb.children):
            continue
        tokens = sentence.copied()
        tokens[whom.i].head, tokens[whom.i].dep = above.i, "dobj"
        tokens[verb.i].dep, tokens[verb.i].tag = "oprd", "JJ"
        for child in verb.children:
            if child.dep == "prep":
                tokens[child.i].head = above.i
        return sentence.grown(tokens)
    return sentence


def attributed(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "met with visiting Foreign Secretary Johnson", "visiting Premier Li offered aid", "demands by striking nurses": who is
    said to be doing something is meant, and does it to nobody.
    """
    people = vocabulary.groups["persons"] | vocabulary.groups["crowds"] | _PARTIES
    for gerund in sentence:
        above = sentence.head(gerund)
        if gerund.dep not in ("pcomp", "csubj", "csubjpass") or gerund.lower not in ATTRIBUTES or above is None:
            continue
        beside = above.children if gerund.dep != "pcomp" else []
        whom = next((c for c in (*gerund.children, *beside) if c.dep in ("dobj", "nsubj") and c.i > gerund.i), None)
        if whom is None or whom.i > above.i > gerund.i or any(c.dep in ("det", "poss") for c in whom.children):
            continue
        titles = vocabulary.groups["visitors"]
        guest = gerund.lower == "visiting" and (above.lower == "with" or any(c.lower in titles for c in whom.children))
        crowd = whom.tag in ("NNS", "NNPS") and (whom.tag == "NNPS" or not people.isdisjoint(_stems(whom)))
        if not guest and not crowd:
            continue
        tokens = sentence.copied()
        passive = any(c.dep == "auxpass" for c in above.children)
        tokens[whom.i].head, tokens[whom.i].dep = (
            above.i,
            "pobj" if gerund.dep == "pcomp" else "nsubjpass" if passive else "nsubj",
        )
        tokens[gerund.i].head, tokens[gerund.i].dep, tokens[gerund.i].tag = whom.i, "amod", "JJ"
        for t in tokens:
            if t.head == gerund.i and t.i != gerund.i:
                t.head = whom.i
        return sentence.grown(tokens)
    return sentence


def _stems(noun: Token) -> tuple[str, str]:
    return noun.lower, noun.lower.removesuffix("s")


def suffered(sentence: Sentence) -> Sentence:
    """ "Came under mortar shelling by troops": what somebody comes under is a noun, and no clause of its own."""
    for gerund in sentence.tokens[2:]:
        if gerund.lower not in TURMOIL or gerund.tag != "VBG" or gerund.dep not in ("advcl", "pcomp"):
            continue
        between = sentence.tokens[max(0, gerund.i - 3) : gerund.i]
        under = next((t for t in between if t.lower == "under" and t.dep == "prep"), None)
        if under is None or any(t.tag[0] not in "NJRD" for t in sentence.tokens[under.i + 1 : gerund.i]):
            continue
        tokens = sentence.copied()
        tokens[gerund.i].head, tokens[gerund.i].dep, tokens[gerund.i].tag = under.i, "pobj", "NN"
        for word in tokens[under.i + 1 : gerund.i]:
            word.head, word.dep = gerund.i, "compound" if word.tag[0] == "N" else word.dep
        return sentence.grown(tokens)
    return sentence


def flared(sentence: Sentence) -> Sentence:
    """ "took in thousands since fighting flared in May": what flared is a noun, of which nobody is the subject."""
    for gerund in sentence:
        above = sentence.head(gerund)
        if gerund.lower not in TURMOIL or gerund.dep != "pcomp" or above is None or above.dep != "prep":
            continue
        verb = next((c for c in gerund.children if c.dep == "acl" and c.i == gerund.i + 1 and c.tag in ("VBN", "VBD")), None)
        if verb is None or any(c.dep == "agent" for c in verb.children):
            continue
        tokens = sentence.copied()
        tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = above.head, "advcl", "VBD"
        tokens[above.i].head, tokens[above.i].dep = verb.i, "mark"
        tokens[gerund.i].head, tokens[gerund.i].dep, tokens[gerund.i].tag = verb.i, "nsubj", "NN"
        return sentence.grown(tokens)
    return sentence


def given(sentence: Sentence) -> Sentence:
    """ "Granted refuge in Quito, the president thanked his hosts", "Refused shelter by Rome, he flew on": what somebody was given
    or refused, taken for a subject of the main clause with a participle on it.
    """
    first = sentence.tokens[0]
    thing = sentence.tokens[first.head]
    if first.tag != "VBN" or first.dep != "amod" or first.lower not in GIVEN or thing.i > 4 or thing.dep not in _LEADING:
        return sentence
    verb = sentence.tokens[thing.head]
    who = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i > thing.i), None)
    if verb is thing or who is None or not any(t.text == "," for t in sentence.tokens[thing.i : who.i]):
        return sentence
    tokens = sentence.copied()
    tokens[first.i].dep, tokens[first.i].head = "advcl", verb.i
    tokens[thing.i].dep, tokens[thing.i].head = "dobj", first.i
    for child in thing.children:
        if child.lower == "by" and child.dep in ("prep", "agent"):
            tokens[child.i].dep, tokens[child.i].head = "agent", first.i
    return sentence.grown(tokens)


def naming(sentence: Sentence) -> Sentence:
    """ "Signed a decree expelling ten envoys": what a noun lays down, of which the object was taken for the noun that it is
    said of; no adjective stands before an article or a number.
    """
    for gerund in sentence:
        if gerund.tag != "VBG" or gerund.dep != "amod" or gerund.i < 2:
            continue
        thing, noun = sentence.tokens[gerund.head], sentence.tokens[gerund.i - 1]
        between = [c for c in thing.children if c.dep in ("det", "nummod", "poss") and gerund.i < c.i < thing.i]
        if thing.i < gerund.i or not between or noun.tag not in ("NN", "NNS"):
            continue
        tokens = sentence.copied()
        if tokens[noun.i].head == thing.i:
            tokens[noun.i].head, tokens[noun.i].dep = thing.head, thing.dep
        tokens[gerund.i].head, tokens[gerund.i].dep = noun.i, "acl"
        tokens[thing.i].head, tokens[thing.i].dep = gerund.i, "dobj"
        for child in thing.children:
            if child.i < noun.i:
                tokens[child.i].head = noun.i
        return sentence.grown(tokens)
    return sentence


def caused(sentence: Sentence) -> Sentence:
    """ "Had him jailed", "had them shot": who has it done is another than whom it is done to."""
    for verb in sentence:
        having = sentence.head(verb)
        if verb.tag not in ("VBN", "VBD") or verb.dep != "ccomp" or having is None or having.lower not in HAVING:
            continue
        whom = sentence.tokens[verb.i - 1]
        if whom.head != verb.i or any(c.dep in ("aux", "auxpass", "dobj", "mark") for c in verb.children):
            continue
        pronoun = whom.tag == "PRP" and verb.tag == "VBN" and verb.i == having.i + 2
        if not pronoun and not (whom.lower in _SHUT and having.i < whom.i < having.i + 4):
            continue
        told = sentence.copied()
        told[whom.i].head, told[whom.i].dep = having.i, "dobj"
        told[verb.i].head, told[verb.i].dep, told[verb.i].tag = whom.i, "acl", "VBN"
        return sentence.grown(told)
    return sentence


@of_labels("acl")
def issued(sentence: Sentence) -> Sentence:
    """ "A statement by the government released on Monday": the statement is released, and nobody by it."""
    for verb in sentence:
        whose = sentence.head(verb)
        if verb.tag != "VBN" or verb.dep != "acl" or verb.lower not in ISSUED or whose is None or whose.dep != "pobj":
            continue
        preposition = sentence.tokens[whose.head]
        paper = sentence.tokens[preposition.head]
        if preposition.lower in ("by", "of", "from") and paper.lower in _PAPERS:
            return sentence.moved(verb, paper, "acl")
    return sentence
