"""Words that a parser hangs where they do not belong in the plain sentences of newswires: `mending` puts these right first."""

from __future__ import annotations

from collections.abc import Set

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.mending.swallowed import DAYS, SINCE, TIMES, charges_beside, claimed_that, swallowed, told_last
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import FINITE, Sentence, Token
from dragoman.lexicon.closed import HAVE
from dragoman.lexicon.words import word_class

_GAVE = word_class("gave")
_CALLED = word_class("called-something")
_CROWDING = word_class("crowding")
_OPENS = frozenset({"DT", "NNP", "NNPS", "PRP$"})


def gathered(sentence: Sentence, words: Set[str], vocabulary: Vocabulary) -> Sentence:
    """`sentence`, which has `words`, with such words where they belong; itself where there are none."""
    if "as" in words:
        sentence = _branded(sentence)
    if "what" in words and not _CALLED.isdisjoint(words):
        sentence = _so_called(sentence)
    if not HAVE.isdisjoint(words):
        sentence = _perfect(sentence, vocabulary)
    if "dead" in words and "shot" in words:
        sentence = _shot_dead(sentence)
    if not _GAVE.isdisjoint(words):
        sentence = _handed(sentence)
    if "that" in words:
        sentence = claimed_that(sentence, vocabulary)
    if not SINCE.isdisjoint(words):
        sentence = swallowed(sentence)
    sentence = _reported(_objects(_fronted(_verbless(_beside_infinitive(sentence)))))
    return charges_beside(told_last(sentence, vocabulary), vocabulary)


@of_labels("npadvmod")
def _handed(sentence: Sentence) -> Sentence:
    """ "Handed the envoy a note demanding reasons": what is handed, taken for an adverb behind whom it is handed to."""
    for noun in sentence.tokens[2:]:
        if noun.dep != "npadvmod" or noun.tag != "NN" or noun.lower in TIMES:
            continue
        clause = sentence.tokens[noun.head]
        verb = clause if clause.lower in _GAVE else sentence.tokens[clause.head]
        given = next((c for c in verb.children if c.dep == "dobj"), None)
        if verb.lower not in _GAVE or given is None or given.i > noun.i:
            continue
        if sentence.subtree(given)[-1].i + 1 != sentence.subtree(noun)[0].i or not any(c.dep == "det" for c in noun.children):
            continue
        tokens = sentence.copied()
        tokens[given.i].dep = "dative"
        tokens[noun.i].dep, tokens[noun.i].head = "dobj", verb.i
        if clause is not verb:
            tokens[clause.i].dep, tokens[clause.i].head = "acl", noun.i
        return sentence.grown(tokens)
    return sentence


@of_labels("xcomp")
def _beside_infinitive(sentence: Sentence) -> Sentence:
    """ "Agreed to limit its catch and withdrew the ships": a past form is listed beside a past form, and not beside "to limit"."""
    for verb in sentence.tokens[3:]:
        below = sentence.tokens[verb.head]
        above = sentence.tokens[below.head]
        if verb.tag != "VBD" or verb.dep != "conj" or below.tag != "VB" or below.dep != "xcomp" or above.tag != "VBD":
            continue
        plain = not any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in verb.children)
        if plain and any(c.lower == "to" for c in below.children):
            return sentence.moved(verb, above, "conj")
    return sentence


@of_labels("ccomp", "dep")
def _reported(sentence: Sentence) -> Sentence:
    """ "Miners rebelled against the mayor, officials said", "Hungary repeated allegations, ...": a clause before who says so, of
    which the parser made a noun, is given its verb back.
    """
    for noun in sentence.tokens[1:]:
        says = sentence.tokens[noun.head]
        if noun.dep not in ("ccomp", "dep") or noun.tag[0] != "N" or says.tag[0] != "V" or says.i < noun.i:
            continue
        if any(c.dep in ("cop", "aux", "auxpass", "nsubj", "mark", "expl") for c in noun.children):
            continue
        lost = next((c for c in noun.children if _is_lost(c, noun, sentence.tokens)), None)
        if lost is None:
            continue
        tokens = sentence.copied()
        verb, before = tokens[lost.i], tokens[lost.i - 1]
        subject = tokens[noun.i] if lost.dep == "acl" else before
        verb.tag, verb.dep, verb.head = "VBD", "ccomp", says.i
        subject.dep, subject.head = "nsubj", lost.i
        if lost.dep == "amod":
            tokens[noun.i].dep, tokens[noun.i].head = "dobj", lost.i
            for child in noun.children:
                if child.i < before.i:
                    tokens[child.i].head = before.i
        return sentence.grown(tokens)
    return sentence


def _is_lost(verb: Token, noun: Token, tokens: list[Token]) -> bool:
    """Whether a participle on a noun is the verb of what should be its clause."""
    past = verb.tag in ("VBN", "VBD") or (verb.tag == "JJ" and verb.lower.endswith("ed") and verb.dep == "amod")
    if not past or any(c.dep in ("agent", "aux", "auxpass") for c in verb.children):
        return False
    if verb.dep == "amod":
        return verb.i > 0 and verb.i < noun.i and tokens[verb.i - 1].tag[0] == "N"
    return verb.dep == "acl" and verb.i == noun.i + 1


@of_labels("npadvmod")
def _objects(sentence: Sentence) -> Sentence:
    """ "Stopped a march by activists": a noun right after an active verb without an object, taken for an adverb."""
    for noun in sentence.tokens:
        if noun.dep != "npadvmod" or noun.tag[0] != "N" or noun.lower in TIMES:
            continue
        verb = sentence.tokens[noun.head]
        if verb.tag[0] != "V" or noun.i < verb.i or any(c.dep in ("dobj", "auxpass", "xcomp", "ccomp") for c in verb.children):
            continue
        first = min(t.i for t in sentence.subtree(noun))
        if first != verb.i + 1 or verb.tag == "VBG":
            continue
        tokens = sentence.copied()
        tokens[noun.i].dep = "dobj"
        by = next((c for c in verb.children if c.dep == "agent" and c.i == noun.i + 1), None)
        if by is not None:
            tokens[by.i].head, tokens[by.i].dep = noun.i, "prep"
        return sentence.grown(tokens)
    return sentence


def _verbless(sentence: Sentence) -> Sentence:
    """ "Rebels, who still hold the north, accepted on Monday a timetable.": the verb of a whole sentence that was taken for a
    participle on some noun, where the tree has a noun as its root: the first past form after the comma that ends an aside,
    or one that can be no participle.
    """
    tokens, root = sentence.tokens, sentence.tokens[sentence.root]
    if root.tag[0] != "N" or tokens[-1].text not in (".", "!") or len(tokens) < 6:
        return sentence
    if any(c.dep in ("cop", "aux", "auxpass", "nsubj") and c.tag != "NN" for c in root.children):
        return sentence
    commas = [t.i for t in tokens[root.i :] if t.text == ","]
    for verb in tokens[root.i + 1 : -1]:
        closes = (
            len(commas) > 1
            and verb.i - 1 in commas[1:]
            and verb.dep in ("acl", "amod", "advcl", "conj", "appos", "dep", "relcl")
        )
        finite = verb.dep == "acl" and (verb.tag == "VBD" or _acts_on(verb, root))
        if not (closes or finite) or verb.tag not in ("VBD", "VBN"):
            continue
        if any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "agent") for c in verb.children):
            continue
        above = _above(verb, tokens)
        if any(tokens[a].lower == "with" or (tokens[a].dep == "relcl" and not closes) for a in above):
            continue
        return raised(sentence, verb)
    return sentence


def _acts_on(verb: Token, root: Token) -> bool:
    """ "Thousands gathered in the square and demanded": what a past form is listed beside, or crowds alone do, is no participle."""
    listed = any(c.dep == "conj" and c.tag == "VBD" for c in verb.children)
    went_on = any(c.dep == "prt" and c.lower == "on" for c in verb.children)  # "miners pressed on with their fast"
    return verb.head == root.i and (listed or went_on or verb.lower in _CROWDING)


def _above(token: Token, tokens: list[Token]) -> list[int]:
    out: list[int] = []
    while token.head != token.i:
        token = tokens[token.head]
        out.append(token.i)
    return out


def raised(sentence: Sentence, verb: Token) -> Sentence:
    """The sentence with `verb` as its root, what was the root as its subject, and a noun that it stood before as its object."""
    tokens = sentence.copied()
    told, subject = tokens[verb.i], tokens[sentence.root]
    if told.dep == "amod":
        tokens[told.head].dep, tokens[told.head].head = "dobj", told.i
    told.tag, told.dep, told.head = "VBD", "ROOT", told.i
    subject.dep, subject.head = "nsubj", told.i
    return sentence.grown(tokens, told.i)


def _branded(sentence: Sentence) -> Sentence:
    """ "Condemned as barbaric Rome's razing of villages": what is condemned is no part of what it is condemned as."""
    for preposition in sentence:
        verb = sentence.head(preposition)
        if preposition.lower != "as" or preposition.dep != "prep" or verb is None or verb.tag[0] != "V" or verb.tag == "VBG":
            continue
        named = [
            o for n in sentence.children(preposition, "pobj", "pcomp") for o in sentence.children(n, "dobj") if n.tag[0] == "N"
        ]
        if named and not sentence.children(verb, "dobj"):  # "dismissed as interference a proposal by Rome"
            tokens = sentence.copied()
            tokens[named[0].i].head = verb.i
            return sentence.grown(tokens)
        after = sentence.tokens[preposition.i + 1 : preposition.i + 3]
        below = sentence.children(preposition, "pobj")
        if len(after) < 2 or not below or after[0].tag not in ("JJ", "VBN") or after[1].tag not in _OPENS:
            continue
        if sentence.children(verb, "dobj") or below[0].i <= after[1].i - 1:
            continue
        return sentence.moved(below[0], verb, "dobj").moved(after[0], preposition, "amod")
    return sentence


def _so_called(sentence: Sentence) -> Sentence:
    """ "Denounced what it called Libyan meddling", "what it described as a plot": the meddling is denounced."""
    for what in sentence:
        called = sentence.tokens[what.head]
        verb = sentence.tokens[called.head]
        if what.lower != "what" or called.lower not in _CALLED or called.dep not in ("ccomp", "pcomp") or verb.i >= what.i:
            continue
        named = sentence.children(called, "oprd", "ccomp", "attr")
        named += [o for p in sentence.children(called, "prep") if p.lower == "as" for o in sentence.children(p, "pobj")]
        thing = next((n for n in named if n.tag[0] == "N" and n.i > called.i), None)
        if thing is None:
            continue
        tokens = sentence.copied()
        tokens[thing.i].head, tokens[thing.i].dep = verb.i, "dobj" if verb.tag[0] == "V" else "pobj"
        tokens[called.i].head, tokens[called.i].dep = thing.i, "relcl"
        return sentence.grown(tokens)
    return sentence


def _perfect(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Troops have overrun part of the line": a participle after "have" that was taken for part of its object."""
    for have in sentence:
        if have.lower not in HAVE or have.tag[0] != "V" or have.dep == "aux" or have.i + 2 >= len(sentence.tokens):
            continue
        lost = sentence.tokens[have.i + 1]
        if lost.dep not in ("compound", "amod", "nmod") or not _is_participle(lost, vocabulary):
            continue
        thing = next((o for o in sentence.children(have, "dobj", "ccomp") if o.i == lost.head), None)
        if thing is None or not sentence.children(have, "nsubj"):
            continue
        tokens = sentence.copied()
        verb = tokens[lost.i]
        verb.tag, verb.dep, verb.head = "VBN", have.dep, lost.i if have.head == have.i else have.head
        for token in tokens:
            if token.head == have.i and token.i not in (have.i, lost.i):
                token.head = lost.i
        tokens[thing.i].dep = "dobj"
        tokens[have.i].dep, tokens[have.i].head = "aux", lost.i
        return sentence.grown(tokens, lost.i if sentence.root == have.i else sentence.root)
    return sentence


def _is_participle(token: Token, vocabulary: Vocabulary) -> bool:
    """A form of a known verb that can stand after "have": "landed", "overrun"; not "support" or a noun's adjective."""
    lemmas = vocabulary.verb_lemmas.get(token.lower, ())
    past = token.lower.endswith("ed") or any(lemma.startswith("over") and lemma == token.lower for lemma in lemmas)
    return bool(lemmas) and past and token.tag in ("NN", "JJ", "VBN", "VBD", "NNP")


def _shot_dead(sentence: Sentence) -> Sentence:
    """ "Men on a motorbike shot dead the treasurer": the verb before "dead" was taken for a noun."""
    for dead in sentence.tokens[1:]:
        shot = sentence.tokens[dead.i - 1]
        if dead.lower != "dead" or shot.lower != "shot" or shot.tag[0] != "N" or shot.head == dead.i:
            continue
        before = [t for t in sentence.tokens[: shot.i] if t.head == shot.i]
        noun = next((t for t in reversed(before) if t.tag[0] == "N"), None)
        tokens = sentence.copied()
        if noun is not None:
            tokens[noun.i].head, tokens[noun.i].dep = shot.head, shot.dep
        for token in before:
            if noun is not None and token is not noun:
                tokens[token.i].head = noun.i
        for token in tokens:
            if token.head == dead.i and token.i != dead.i:
                token.head = shot.i
        verb = tokens[shot.i]
        verb.tag, verb.dep, verb.head = "VBD", dead.dep, shot.i if dead.head == dead.i else dead.head
        tokens[dead.i].dep, tokens[dead.i].head = "acomp", shot.i
        return sentence.grown(tokens, shot.i if sentence.root == dead.i else sentence.root)
    return sentence


def _fronted(sentence: Sentence) -> Sentence:
    """ "UNHCR on Thursday trimmed its grants": a name that opens the sentence, taken for an adverb beside a verb without subject."""
    first = next((t for t in sentence.tokens[:4] if t.head > t.i and t.dep in ("npadvmod", "advmod", "dep", "nmod")), None)
    if first is None or first.tag not in ("NNP", "NNPS", "NNS") or first.lower in DAYS:
        return sentence
    verb = sentence.tokens[first.head]
    if verb.tag not in FINITE or any(c.dep in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children):
        return sentence
    if any(t.head >= first.i and t.head != first.i and t.dep not in ("punct", "det") for t in sentence.tokens[: first.i]):
        return sentence
    tokens = sentence.copied()
    tokens[first.i].dep = "nsubj"
    return sentence.grown(tokens)
