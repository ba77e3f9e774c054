"""Words of news that parsers take for others: the verb of who reports at the end (", a newspaper reported on Friday"), and nouns
taken for infinitives ("agreed to demands").
"""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels, of_words
from dragoman.coding.who.makers import SUPPOSED
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_REPORTS = word_class("reporting-verbs")
_LOST = frozenset({"appos", "npadvmod", "conj", "dep", "attr", "oprd", "dobj", "nmod"})
# How far before its end a sentence may say who reports it.
_TAIL = 16


def regained(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with those of its verbs and nouns that the parser lost at its ends."""
    return _with_deed(_with_report(_with_noun(sentence)))


@of_words(SUPPOSED)
def _with_deed(sentence: Sentence) -> Sentence:
    """ "Two men believed to be agents killed a deputy": what is thought of the subject is no predicate, and the past tense after it
    is.
    """
    for thought in sentence.tokens[1:-3]:
        to, be = sentence.tokens[thought.i + 1 : thought.i + 3]
        if thought.lower not in SUPPOSED or thought.tag != "VBD" or to.lower != "to" or be.lower != "be":
            continue
        who = next((c for c in thought.children if c.dep == "nsubj" and c.i == thought.i - 1), None)
        after = [t for t in sentence.tokens[be.i + 1 :] if t.tag in ("VBD", "VBN") and t.dep in ("ccomp", "conj", "advcl")]
        verb = next((t for t in after if t.head == thought.i), None)
        if who is None or verb is None or any(t.text in (",", ";") for t in sentence.tokens[be.i : verb.i]):
            continue
        own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass") or c is be]
        if any(c.i < be.i for c in own) or (verb.tag == "VBN" and not any(c.tag == "VBD" for c in verb.children)):
            continue
        out = sentence.copied()
        for child in own:
            out[child.i].head, out[child.i].dep = (thought.i, "xcomp") if child is be else (be.i, "attr")
        passive = any(c.dep == "auxpass" and c is not be for c in verb.children)
        out[verb.i].head = verb.i if thought.head == thought.i else thought.head
        out[verb.i].dep = thought.dep
        out[who.i].head, out[who.i].dep = verb.i, "nsubjpass" if passive else "nsubj"
        out[thought.i].head, out[thought.i].dep, out[thought.i].tag = who.i, "acl", "VBN"
        for child in thought.children:
            if child.i > verb.i or (child.i < who.i):
                out[child.i].head = verb.i
        return sentence.grown(out, verb.i if sentence.root == thought.i else sentence.root)
    return sentence


@of_words(_REPORTS)
def _with_report(sentence: Sentence) -> Sentence:
    """ "..., a newspaper reported on Friday": a past tense taken for a participle on who reports, and that for more of the
    clause before it.
    """
    tokens = sentence.tokens
    for says in tokens[-_TAIL:]:
        if says.lower not in _REPORTS or says.tag not in ("VBN", "VBD") or says.dep != "acl":
            continue
        who = tokens[says.head]
        first = min((c.i for c in who.children), default=who.i)
        comma = tokens[min(first, who.i) - 1] if min(first, who.i) else None
        after = [c for c in says.children if c.dep in ("agent", "dobj", "xcomp") or c.lower == "by"]
        if who.dep not in _LOST or who.head == who.i or comma is None or comma.text != "," or after:
            continue
        if who.i + 1 != says.i or any(c.i > says.i and c is not says for c in who.children):
            continue
        out = sentence.copied()
        verb, teller = out[says.i], out[who.i]
        verb.tag, verb.dep, verb.head = "VBD", "parataxis", sentence.root
        teller.dep, teller.head = "nsubj", verb.i
        return sentence.grown(out)
    return sentence


@of_labels("xcomp")
def _with_noun(sentence: Sentence) -> Sentence:
    """ "Agreed to demands for an inquiry": no infinitive ends in "s"."""
    for to in sentence.tokens[:-1]:
        noun = sentence.tokens[to.i + 1]
        if to.lower != "to" or to.head != noun.i or noun.tag != "VB" or noun.dep != "xcomp" or not _is_plural(noun):
            continue
        out = sentence.copied()
        preposition, thing = out[to.i], out[noun.i]
        preposition.tag, preposition.dep, preposition.head = "IN", "prep", noun.head
        thing.tag, thing.dep, thing.head = "NNS", "pobj", to.i
        return sentence.grown(out)
    return sentence


def _is_plural(token: Token) -> bool:
    return token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "is")) and token.lower not in ("focus", "bias")
