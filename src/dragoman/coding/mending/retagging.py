"""Words whose tag is wrong by the parser's own tree: verbs taken for nouns, and nouns taken for verbs."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels, of_words
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_CHANCES = word_class("turns-and-chances")
_LEAVE_IS = frozenset({"cancelled", "canceled", "cancels", "suspended", "revoked"})
REGARDING = frozenset({"regards", "concerns"})


def retagged(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """The sentence with verbs tagged as such that the parser's own tree shows to be none but verbs: what "to" or a subject
    hangs on ("vows to march on the capital", "villagers petitioned the court").
    """
    sentence = _at_every_turn(_opening(_named(sentence), vocabulary))
    sentence = _of_soldiers(_sought(_helping(sentence)))
    sentence = _rebellious(_claimed(_stated(_took_over(sentence), vocabulary)))
    tags: dict[int, str] = {}
    for token in sentence.tokens:
        if token.tag[0] != "N" or token.lower not in vocabulary.verb_lemmas:
            continue
        if token.dep == "xcomp" and any(c.tag == "TO" and c.dep == "aux" for c in token.children):
            tags[token.i] = "VB"
        elif token.tag == "NN" and token.head == token.i and _is_told(token):
            tags[token.i] = "VBP"
        elif token.dep == "advcl" and token.lower.endswith("ing") and any(c.dep == "dobj" for c in token.children):
            tags[token.i] = "VBG"  # "Accusing Chad of arming rebels, ..."
        elif token.lower.endswith("ed") and any(c.dep == "nsubj" for c in token.children):
            tags[token.i] = "VBD"
    if not tags:
        return sentence
    tokens = sentence.copied()
    for place, tag in tags.items():
        tokens[place].tag = tag
    return sentence.grown(tokens)


def _helping(sentence: Sentence) -> Sentence:
    """ "Aid to Chad has been frozen": a bare first word that is the subject of a passive, and no verb."""
    noun = sentence.tokens[0]
    if noun.tag != "VB" or noun.dep not in ("csubjpass", "csubj") or any(c.dep in ("dobj", "aux") for c in noun.children):
        return sentence
    tokens = sentence.copied()
    tokens[0].tag, tokens[0].dep = "NN", "nsubjpass" if noun.dep == "csubjpass" else "nsubj"
    return sentence.grown(tokens)


@of_labels("ccomp")
def _sought(sentence: Sentence) -> Sentence:
    """ "Chad seeks UN help to feed its people": what a name stands before is no verb."""
    for noun in sentence.tokens[2:]:
        above = sentence.tokens[noun.head]
        if noun.tag not in ("VB", "VBP") or noun.dep != "ccomp" or above.tag[0] != "V" or above.i > noun.i:
            continue
        before = sentence.tokens[noun.i - 1]
        if before.dep != "compound" or before.head != noun.i or before.i != above.i + 1:
            continue
        if any(c.dep in ("nsubj", "nsubjpass", "aux", "dobj") for c in noun.children):
            continue
        tokens = sentence.copied()
        tokens[noun.i].tag, tokens[noun.i].dep = "NN", "dobj"
        return sentence.grown(tokens)
    return sentence


@of_words({"leave"})
def _of_soldiers(sentence: Sentence) -> Sentence:
    """ "Cancelled all police leave": what policemen have, and not what they do."""
    for noun in sentence.tokens[2:]:
        if noun.lower != "leave" or noun.dep != "ccomp":
            continue
        above, before = sentence.tokens[noun.head], sentence.tokens[noun.i - 1]
        if above.lower not in _LEAVE_IS or above.i > noun.i:
            continue
        if noun.tag[0] != "V" or any(c.dep in ("dobj", "aux", "mark") for c in noun.children):
            continue
        tokens = sentence.copied()
        tokens[noun.i].tag, tokens[noun.i].dep = "NN", "dobj"
        if before.dep == "nsubj" and before.head == noun.i:
            tokens[before.i].dep = "det" if before.tag == "DT" else "compound"
        return sentence.grown(tokens)
    return sentence


def regarding(sentence: Sentence) -> Sentence:
    """ "Expressed regret as regards the ban": a preposition, and no clause."""
    for token in sentence.tokens[1:]:
        before = sentence.tokens[token.i - 1]
        if token.lower not in REGARDING or before.lower != "as" or token.dep != "advcl" or before.head != token.i:
            continue
        tree = sentence.copied()
        tree[token.i].tag, tree[token.i].dep = "IN", "prep"
        for child in sentence.children(token, "dobj"):
            tree[child.i].dep = "pobj"
        return sentence.grown(tree)
    return sentence


@of_labels("aux", "auxpass")
def _named(sentence: Sentence) -> Sentence:
    """ "Later May urged Chad", "May accused the party": a name taken for an auxiliary, since it is spelt as one, is who does it;
    no auxiliary stands before a past tense.
    """
    name = next((t for t in sentence if _is_named(sentence, t)), None)
    if name is None or any(c.dep in ("nsubj", "nsubjpass") for c in sentence.tokens[name.head].children):
        return sentence
    tokens = sentence.copied()
    tokens[name.i].dep, tokens[name.i].tag = "nsubj", "NNP"
    return sentence.grown(tokens)


def _is_named(sentence: Sentence, word: Token) -> bool:
    """Whether a name stands where an auxiliary would."""
    return (word.dep in ("aux", "auxpass") and word.tag == "NNP") or (word.dep == "aux" and _is_surname(sentence, word))


def _is_surname(sentence: Sentence, word: Token) -> bool:
    verb = sentence.tokens[word.head]
    return word.tag == "MD" and word.text == "May" and verb.tag in ("VBD", "VBZ") and verb.i > word.i


def _opening(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Trump frequently praised the Russian president": a name that opens the sentence, taken for a bidding, above a past tense
    that was taken for a word on the object.
    """
    name = sentence.tokens[0]
    if name.tag != "VB" or name.head != name.i or not name.text.istitle() or any(c.dep == "nsubj" for c in name.children):
        return sentence
    verb = next((t for t in sentence.tokens[1:4] if t.tag[0] != "R"), None)
    if verb is None or verb.tag not in ("VBD", "VBN") or verb.dep != "amod":
        return sentence
    if verb.tag == "VBN" and (name.lower in vocabulary.verb_lemmas or any(c.dep == "agent" for c in verb.children)):
        return sentence  # "Release detained editors"
    tokens = sentence.copied()
    for child in name.children:
        tokens[child.i].head = verb.i
    tokens[verb.head].head, tokens[verb.head].dep = verb.i, "dobj"
    tokens[verb.i].head, tokens[verb.i].dep, tokens[verb.i].tag = verb.i, "ROOT", "VBD"
    tokens[0].tag, tokens[0].dep, tokens[0].head = "NNP", "nsubj", verb.i
    return sentence.grown(tokens, verb.i)


def _is_told(noun: Token) -> bool:
    """ "Peru and Chad sign the agreement": what has a subject before it and an object after it is a verb."""
    return any(c.dep == "nsubj" and c.i < noun.i for c in noun.children) and any(
        c.dep == "dobj" and c.i > noun.i for c in noun.children
    )


def _stated(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Malaysian police state that he was killed": a noun on which a whole clause with "that" hangs is a verb, and the noun
    before it says so.
    """
    root = sentence.tokens[sentence.root]
    if root.tag != "NN" or root.i == 0 or root.lower not in vocabulary.verb_lemmas:
        return sentence
    before = sentence.tokens[root.i - 1]
    after = sentence.tokens[root.i + 1 : root.i + 2]
    told = [
        c for c in sentence.children(root, "ccomp", "acl", "relcl") if after and after[0].dep == "mark" and after[0].head == c.i
    ]
    if not told or before.dep != "compound" or before.tag[0] != "N" or not after or after[0].lower != "that":
        return sentence
    tokens = sentence.copied()
    tokens[root.i].tag, tokens[before.i].dep, tokens[told[0].i].dep = "VBP", "nsubj", "ccomp"
    for child in sentence.children(root, "amod", "compound", "det", "nmod", "poss", "nummod"):
        if child.i < before.i:
            tokens[child.i].head = before.i
    return sentence.grown(tokens, root.i)


@of_words(_CHANCES)
def _at_every_turn(sentence: Sentence) -> Sentence:
    """ "Talk of peace and on each occasion attempt to ...": a verb taken for a noun that the opportunity is part of."""
    for verb in sentence.tokens[4:-1]:
        time = sentence.tokens[verb.i - 1]
        if time.lower not in _CHANCES or time.dep != "compound" or time.head != verb.i or verb.tag != "NN":
            continue
        at = sentence.tokens[verb.head]
        purpose = next((c for c in verb.children if c.dep == "acl" and c.tag == "VB"), None)
        if verb.dep != "pobj" or at.dep not in ("conj", "prep") or sentence.tokens[at.head].tag[0] != "V" or purpose is None:
            continue
        tokens = sentence.copied()
        tokens[verb.i].tag, tokens[verb.i].dep, tokens[verb.i].head = "VBP", "conj", at.head
        tokens[at.i].dep, tokens[at.i].head = "prep", verb.i
        tokens[time.i].dep, tokens[time.i].head, tokens[purpose.i].dep = "pobj", at.i, "xcomp"
        for child in verb.children:
            if child.i < time.i:
                tokens[child.i].head = time.i
        return sentence.grown(tokens)
    return sentence


@of_labels("conj")
def _took_over(sentence: Sentence) -> Sentence:
    """ "Thanked Sweden for its help and Sweden pledged more": a name right before a verb that has no subject is that verb's,
    and not one of those that the "and" before it would list.
    """
    for verb in sentence:
        if verb.tag not in ("VBD", "VBZ") or verb.dep != "conj" or verb.i < 3:
            continue
        name, link = sentence.tokens[verb.i - 1], sentence.tokens[verb.i - 2]
        if name.tag != "NNP" or name.dep != "conj" or name.children or link.lower not in ("and", "but"):
            continue
        if sentence.tokens[name.head].tag[0] != "N" or any(c.dep in ("nsubj", "nsubjpass", "aux") for c in verb.children):
            continue
        return sentence.moved(name, verb, "nsubj")
    return sentence


@of_words({"rebel"})
def _rebellious(sentence: Sentence) -> Sentence:
    """ "Agreed to rebel demands": nobody rebels a thing."""
    for rebel in sentence.tokens[2:-1]:
        to, noun = sentence.tokens[rebel.i - 1], sentence.tokens[rebel.i + 1]
        if rebel.lower != "rebel" or rebel.tag != "VB" or to.lower != "to" or noun.dep != "dobj" or noun.head != rebel.i:
            continue
        tokens = sentence.copied()
        tokens[to.i].tag, tokens[to.i].dep, tokens[to.i].head = "IN", "prep", rebel.head
        tokens[noun.i].dep, tokens[noun.i].head = "pobj", to.i
        tokens[rebel.i].tag, tokens[rebel.i].dep, tokens[rebel.i].head = "NN", "compound", noun.i
        return sentence.grown(tokens)
    return sentence


@of_labels("ccomp")
def _claimed(sentence: Sentence) -> Sentence:
    """ "Chile rejects that claim.": a bare verb with nothing but "that" before it, at the end of a clause, is a noun."""
    for verb in sentence:
        if verb.tag not in ("VBP", "VB") or verb.dep != "ccomp" or [c.lower for c in verb.children] != ["that"]:
            continue
        end = sentence.tokens[verb.i + 1 : verb.i + 2]
        if (
            verb.children[0].i != verb.i - 1
            or (end and end[0].text not in (".", ",", ";"))
            or sentence.tokens[verb.head].tag[0] != "V"
        ):
            continue
        tokens = sentence.copied()
        tokens[verb.i].tag, tokens[verb.i].dep = "NN", "dobj"
        tokens[verb.i - 1].tag, tokens[verb.i - 1].dep = "DT", "det"
        return sentence.grown(tokens)
    return sentence
