"""Words of news that parsers take for others: the verb of who reports at the end (", a newspaper reported on Friday"), and nouns
taken for infinitives ("agreed to demands").
"""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token

_REPORTS = frozenset("said reported announced disclosed revealed added confirmed".split())
_LOST = frozenset({"appos", "npadvmod", "conj", "dep", "attr", "oprd", "dobj", "nmod"})
# How far before its end a sentence may say who reports it.
_TAIL = 16


def regained(sentence: Sentence) -> Sentence:
    """`sentence` itself, or with those of its verbs and nouns that the parser lost at its ends."""
    return _with_report(_with_noun(sentence))


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
