"""Verbs that parsers take for what stands beside their object, and objects that they take for something else, in newswires."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels, of_words
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_DECLARED = word_class("declaring-or-imposing")
_TAKES = word_class("taking-an-object")
_STOPS = frozenset({",", ";", ":", "-", "(", ")", "“", "”", '"', "''", "``"})
_RETURNED = word_class("handing-back")
_OFFERED = word_class("offering-a-thing")
_MADE = frozenset({"made", "makes", "make", "making"})
_GIFTS = word_class("things-offered")
_TIMES = word_class("spells")
_WAYS = word_class("ways-in")
_SETS_OFF = word_class("setting-off")
_COUNTS = frozenset({"CD", "DT", "PRP$"})


def predicated(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, or with the verb or the object that its parser lost."""
    sentence = _given_thing(_let_in(_setting_off(_behind_aside(sentence))))
    sentence = _object(_given_time(_given_back(sentence)))
    return _listed(_verb(_detained(_announced(sentence)), vocabulary), vocabulary)


def _behind_aside(sentence: Sentence) -> Sentence:
    """ "Officials, fearing unrest, banned the march": the verb behind an aside that the parser took for the sentence."""
    aside = sentence.tokens[sentence.root]
    if aside.tag != "VBG" or aside.i < 2 or sentence.tokens[aside.i - 1].text != ",":
        return sentence
    subject = next((c for c in aside.children if c.dep == "nsubj" and c.i < aside.i - 1), None)
    verb = next((t for t in sentence.tokens[aside.i + 2 :] if t.tag == "VBD" and sentence.tokens[t.i - 1].text == ","), None)
    if subject is None or verb is None or any(c.dep in ("aux", "auxpass") for c in aside.children):
        return sentence
    if any(c.dep in ("nsubj", "nsubjpass", "mark", "auxpass") for c in verb.children):
        return sentence
    tokens = sentence.copied()
    thing = tokens[verb.head]
    for token in tokens:  # what follows the verb was hung on the aside
        if token.head == aside.i and token.i > verb.i and token.i != thing.i:
            token.head = verb.i
    if verb.dep == "amod" and thing.i > verb.i:
        thing.head, thing.dep = verb.i, "dobj"
    tokens[verb.i].head, tokens[verb.i].dep = verb.i, "ROOT"
    tokens[subject.i].head = verb.i
    tokens[aside.i].head, tokens[aside.i].dep = subject.i, "acl"
    return sentence.grown(tokens, verb.i)


@of_labels("ccomp")
@of_words(_WAYS)
def _let_in(sentence: Sentence) -> Sentence:
    """ "Let monitors in", "waved the lorries through": a particle that the parser took for what its object does."""
    for particle in sentence.tokens:
        if particle.dep != "ccomp" or particle.tag not in ("RP", "IN", "RB") or particle.lower not in _WAYS:
            continue
        verb = sentence.tokens[particle.head]
        things = sentence.children(particle, "nsubj")
        if verb.tag[0] != "V" or verb.i > particle.i or len(things) != 1 or sentence.children(verb, "dobj"):
            continue
        tokens = sentence.copied()
        tokens[particle.i].dep, tokens[things[0].i].dep = "prt", "dobj"
        for child in particle.children:
            tokens[child.i].head = verb.i
        return sentence.grown(tokens)
    return sentence


@of_words(_SETS_OFF)
def _setting_off(sentence: Sentence) -> Sentence:
    """ "Left for Peru to discuss trade": the place that somebody sets off for, taken for who is to discuss it."""
    for clause in sentence.tokens:
        verb = sentence.tokens[clause.head]
        if clause.dep != "advcl" or clause.tag != "VB" or verb.lower not in _SETS_OFF or verb.i > clause.i:
            continue
        preposition = next((c for c in clause.children if c.dep == "mark" and c.lower == "for"), None)
        place = next((c for c in clause.children if c.dep == "nsubj" and c.tag == "NNP"), None)
        if preposition is None or place is None or preposition.i > place.i:
            continue
        tokens = sentence.copied()
        tokens[preposition.i].dep, tokens[preposition.i].head = "prep", verb.i
        tokens[place.i].dep, tokens[place.i].head = "pobj", preposition.i
        return sentence.grown(tokens)
    return sentence


def _object(sentence: Sentence) -> Sentence:
    """ "Expressed dismay at the entry", "downed tools": a noun right behind its verb is its object."""
    for noun in sentence.tokens[1:]:
        verb = sentence.tokens[noun.head]
        if noun.tag not in ("NN", "NNS") or noun.dep not in ("xcomp", "pobj") or verb.tag[0] != "V" or verb.i > noun.i:
            continue
        if verb.tag == "VBG" or verb.dep == "prep":  # "following talks"
            continue
        if any(c.dep in ("aux", "cop", "nsubj", "dobj", "mark") or c.tag == "TO" for c in noun.children):
            continue
        if any(c.dep in ("dobj", "auxpass", "ccomp") for c in verb.children) or sentence.subtree(noun)[0].i != verb.i + 1:
            continue
        tokens = sentence.copied()
        tokens[noun.i].dep = "dobj"
        return sentence.grown(tokens)
    return sentence


@of_words(_DECLARED)
def _announced(sentence: Sentence) -> Sentence:
    """ "Declared a truce beginning at midnight", "a truce to begin": what is declared is the truce, and the verb says which."""
    for gerund in sentence:
        above = sentence.head(gerund)
        if (
            gerund.tag not in ("VBG", "VB")
            or gerund.lower == "be"
            or gerund.dep != "ccomp"
            or above is None
            or above.lower not in _DECLARED
        ):
            continue
        thing = next((c for c in gerund.children if c.dep == "nsubj" and c.tag in ("NN", "NNS")), None)
        marked = [c for c in gerund.children if c.dep in ("aux", "mark")]
        if thing is None or any(c.lower != "to" for c in marked) or bool(marked) != (gerund.tag == "VB"):
            continue
        if sentence.subtree(thing)[0].i == above.i + 1:
            return sentence.moved(thing, above, "dobj").moved(gerund, thing, "acl")
    return sentence


@of_words(_TAKES)
def _detained(sentence: Sentence) -> Sentence:
    """ "Released 40 fishermen detained for poaching": who is released is no subject of what is told of him."""
    for told in sentence.tokens[3:]:
        verb = sentence.tokens[told.head]
        if told.tag != "VBN" or told.dep != "ccomp" or verb.lower not in _TAKES or verb.i > told.i:
            continue
        whom = next((c for c in told.children if c.dep == "nsubj" and c.i == told.i - 1 and c.tag[0] == "N"), None)
        if whom is None or any(c.dep in ("aux", "auxpass", "mark", "dobj") for c in told.children):
            continue
        if any(c.dep == "dobj" for c in verb.children) or sentence.subtree(whom)[0].i != verb.i + 1:
            continue
        return sentence.moved(whom, verb, "dobj").moved(told, whom, "acl")
    return sentence


@of_words(_RETURNED)
def _given_back(sentence: Sentence) -> Sentence:
    """ "Gave back to Chad two houses in Paris": what is given behind whom it is given to, taken for one phrase."""
    for noun in sentence.tokens[3:]:
        preposition = sentence.tokens[noun.head]
        verb = sentence.tokens[preposition.head]
        if noun.dep != "pobj" or noun.tag not in ("NN", "NNS") or preposition.lower != "to" or verb.lower not in _RETURNED:
            continue
        if noun.i < preposition.i + 3:
            continue
        name, counted = sentence.tokens[preposition.i + 1 : preposition.i + 3]
        if name.tag != "NNP" or name.head != noun.i or counted.tag not in _COUNTS or counted.head not in (noun.i, name.i):
            continue
        tokens = sentence.copied()
        tokens[name.i].head, tokens[name.i].dep = preposition.i, "pobj"
        tokens[noun.i].head, tokens[noun.i].dep, tokens[counted.i].head = verb.i, "dobj", noun.i
        return sentence.grown(tokens)
    return sentence


@of_labels("ccomp")
def _given_thing(sentence: Sentence) -> Sentence:
    """ "Made the premier a gift of a stool", "offered Chad a loan": what is given, taken for a clause about whom it is given to."""
    for thing in sentence.tokens[3:]:
        if thing.dep != "ccomp" or thing.tag not in ("NN", "NNS"):
            continue
        verb = sentence.tokens[thing.head]
        gift = verb.lower in _RETURNED | _OFFERED or (verb.lower in _MADE and thing.lower in _GIFTS)
        whom = [c for c in thing.children if c.dep == "nsubj" and c.i > verb.i]
        own = any(c.dep in ("aux", "neg", "mark") for c in thing.children)
        if gift and thing.i > verb.i and len(whom) == 1 and not own:
            return sentence.moved(whom[0], verb, "dative").moved(thing, verb, "dobj")
    return sentence


@of_labels("npadvmod")
def _given_time(sentence: Sentence) -> Sentence:
    """ "Gave the rebels two days to leave": the days are given, and to the rebels."""
    for days in sentence.tokens[3:]:
        if days.dep != "npadvmod" or days.lower not in _TIMES:
            continue
        verb = sentence.tokens[days.head]
        whom = next((c for c in verb.children if c.dep == "dobj" and c.i < days.i), None)
        if whom is None or verb.lower not in _RETURNED or sentence.subtree(whom)[-1].i + 1 != sentence.subtree(days)[0].i:
            continue
        if any(c.dep in ("relcl", "acl") and any(t.tag == "TO" for t in c.children) for c in days.children):
            return sentence.moved(whom, verb, "dative").moved(days, verb, "dobj")
    return sentence


def _verb(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Police in Lima tortured trade unionists": the participle behind the subject of a noun is the verb of both; and so is
    one between two nouns with nothing else between them ("rebel fighters gang-raped schoolgirls").
    """
    for noun in sentence.tokens[2:]:
        if noun.tag not in ("NN", "NNS", "NNP", "NNPS") or noun.dep == "amod":
            continue
        subject = next((c for c in noun.children if c.dep == "nsubj" and c.i < noun.i and c.tag[0] == "N"), None)
        doubled = subject is None and noun.dep == "appos"
        if doubled:
            above = sentence.tokens[noun.head]
            subject = above if above.dep == "ROOT" and above.tag in ("NNS", "NNPS") else None
        if subject is None or any(c.dep in ("cop", "aux", "auxpass", "mark", "expl") for c in noun.children):
            continue
        lost = _participle(sentence, subject, noun, vocabulary)
        if lost is not None:
            return _restored(sentence, subject, lost, noun)
    return sentence


def _participle(sentence: Sentence, subject: Token, noun: Token, vocabulary: Vocabulary) -> Token | None:
    """The participle that opens a noun's own words, where these follow the subject's at once."""
    end = subject.i if noun.dep == "appos" else sentence.subtree(subject)[-1].i
    own = sentence.tokens[end + 1 : noun.i]
    lost = next((t for t in own if t.tag in ("VBN", "VBD")), None)
    if lost is None or lost.dep not in ("amod", "compound") or not _is_below(sentence, lost, noun):
        return None
    before = [t for t in own if t.i < lost.i]
    if any(t.text in _STOPS and t.dep != "punct" for t in before) or any(t.head != lost.i for t in before):
        return None
    known = vocabulary.verb_lemmas.get(lost.lower, ())
    return lost if known and not any(c.dep in ("agent", "aux", "auxpass") for c in lost.children) else None


def _is_below(sentence: Sentence, token: Token, noun: Token) -> bool:
    return token.i == noun.i or any(a.i == noun.i for a in sentence.ancestors(token))


def _restored(sentence: Sentence, subject: Token, lost: Token, noun: Token) -> Sentence:
    """The tree with `lost` as the verb between subject and object."""
    tokens = sentence.copied()
    verb = tokens[lost.i]
    root = sentence.root
    if noun.dep == "appos":  # the subject was what the clause hung on
        verb.dep, verb.head, root = "ROOT", lost.i, lost.i
    else:
        verb.dep, verb.head = noun.dep, lost.i if noun.head == noun.i else noun.head
        root = lost.i if root == noun.i else root
    verb.tag = "VBD"
    tokens[subject.i].head, tokens[subject.i].dep = lost.i, "nsubj"
    tokens[noun.i].head, tokens[noun.i].dep = lost.i, "dobj"
    for token in tokens:  # what stands behind the object tells of the verb
        if token.head == subject.i and token.i > noun.i:
            token.head = lost.i
    return sentence.grown(tokens, root)


@of_labels("conj")
def _listed(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Had raped and tortured villagers": a participle behind "and" that hangs on the noun after it is a second verb."""
    for noun in sentence.tokens[3:]:
        verb = sentence.tokens[noun.head]
        if noun.dep != "conj" or noun.tag not in ("NN", "NNS") or verb.tag not in ("VBD", "VBN") or verb.i > noun.i:
            continue
        lost = next((c for c in noun.children if c.dep == "amod" and c.tag in ("VBN", "VBD")), None)
        if lost is None or lost.lower not in vocabulary.verb_lemmas or sentence.subtree(noun)[0].i != lost.i:
            continue
        link = sentence.tokens[lost.i - 1]
        if link.lower not in ("and", "or") or link.head != verb.i or any(c.dep == "dobj" for c in verb.children):
            continue
        tokens = sentence.copied()
        tokens[lost.i].dep, tokens[lost.i].head, tokens[lost.i].tag = "conj", verb.i, verb.tag
        tokens[noun.i].dep, tokens[noun.i].head = "dobj", lost.i
        return sentence.grown(tokens)
    return sentence
