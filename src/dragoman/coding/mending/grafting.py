"""Words that parsers hang on the wrong clause in long sentences: a verb that goes on above a reported clause, a subject after an
opening phrase.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.mending.asking import of_labels
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OF_ITS_OWN = frozenset({"nsubj", "nsubjpass", "mark", "aux"})
# What is said to be so and so, and can ask for nothing.
_JUDGED = word_class("judged-by-others")
_ASKED = word_class("asked-of-somebody")


def grafted(sentence: Sentence) -> Sentence:
    """`sentence` itself, unless a verb or its subject hangs on the wrong clause."""
    for token in sentence.tokens:
        if (
            token.dep == "conj"
            and token.tag == "VBD"
            and (above := _gone_on(sentence, token) or _went_on(sentence, token) or _asked_on(sentence, token)) is not None
        ):
            return sentence.moved(token, above, "conj")
    root = sentence.tokens[sentence.root]
    if root.tag == "IN" and root.i == 0:
        return _opened(sentence, root)
    if root.tag in ("VBD", "VBZ") and not any(c.dep in _SUBJECTS for c in root.children):
        name = next((t for t in sentence.tokens[2 : root.i] if _is_described(sentence, t)), None)
        if name is not None:
            return sentence.moved(name, root, "nsubj")
    return sentence


@of_labels("relcl")
def _opened(sentence: Sentence, preposition: Token) -> Sentence:
    """ "In a meeting with premier Ann Berg, Dow spoke of trade": a clause with a subject of its own behind a comma is the
    sentence, and no aside about the name before it.
    """
    for verb in sentence:
        if verb.dep != "relcl" or verb.tag not in ("VBD", "VBZ") or sentence.tokens[verb.head].tag != "NNP":
            continue
        subject = next((c for c in verb.children if c.dep == "nsubj"), None)
        if subject is None or subject.tag[0] != "N":
            continue
        if sentence.tokens[sentence.subtree(verb)[0].i - 1].text != ",":
            continue
        tokens = sentence.copied()
        tokens[verb.i].head, tokens[verb.i].dep = verb.i, "ROOT"
        tokens[preposition.i].head, tokens[preposition.i].dep = verb.i, "prep"
        return sentence.grown(tokens, verb.i)
    return sentence


def _gone_on(sentence: Sentence, verb: Token) -> Token | None:
    """ "Held that a warship enjoys immunity and demanded that it be freed": the past tense above a clause in the present, which
    a past tense beside that clause goes on with.
    """
    clause = sentence.tokens[verb.head]
    if clause.dep not in ("ccomp", "acl") or any(c.dep in _OF_ITS_OWN for c in verb.children):
        return None
    present = clause.tag in ("VBZ", "VBP") or any(c.tag == "MD" and c.dep == "aux" for c in clause.children)
    if not present or not any(c.dep == "mark" for c in clause.children):
        return None
    above = sentence.verb_above(clause)
    return above if above is not None and above.tag == "VBD" else None


def _went_on(sentence: Sentence, verb: Token) -> Token | None:
    """ "Admitted that agents had abducted people, and apologized": the plain past above a clause on what had been done before
    it, which a plain past after a comma goes on with.
    """
    done = sentence.tokens[verb.head]
    main = sentence.tokens[done.head]
    if any(c.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        return None
    if done.tag != "VBN" or done.dep != "ccomp" or main.tag != "VBD" or not any(c.lower == "had" for c in done.children):
        return None
    between = pairwise(sentence.tokens[done.i : verb.i])
    return main if any(a.text == "," and b.lower == "and" for a, b in between) else None


def _asked_on(sentence: Sentence, verb: Token) -> Token | None:
    """ "Said the remarks were crude and demanded an apology": remarks demand nothing, so that who spoke of them does."""
    clause = sentence.tokens[verb.head]
    if verb.lower not in _ASKED or clause.dep != "ccomp" or any(c.dep in _OF_ITS_OWN for c in verb.children):
        return None
    things = [c for c in clause.children if c.dep in ("nsubj", "nsubjpass")]
    main = sentence.tokens[clause.head]
    told = main.tag == "VBD" and main.dep != "relcl" and main.i < clause.i
    return main if told and things and things[0].lower in _JUDGED else None


def _is_described(sentence: Sentence, name: Token) -> bool:
    """ "In the votes of 2006 Ghana, then a member, supported ...": a name that a year before it drew into the phrase."""
    if name.tag != "NNP" or name.dep != "pobj" or sentence.tokens[name.i - 1].tag != "CD":
        return False
    return any(c.dep == "appos" for c in name.children)
