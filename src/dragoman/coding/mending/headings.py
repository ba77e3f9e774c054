"""Headlines whose predicate stands otherwise than in prose: behind a colon, ahead ("to be freed", "ready to talk"), of two."""

from __future__ import annotations

import itertools
from collections.abc import Set

from dragoman.language.parse import TENSED, Sentence
from dragoman.lexicon.words import word_class

# What a noun's phrase is made of.
_PHRASE = frozenset("DT CD JJ JJR NN NNS NNP NNPS POS PRP$ VBN".split())
_OPENS_QUOTE = frozenset({'"', "“", "‘", "``", "«"})
_CALENDAR = word_class("calendar")
_READY = word_class("ready-in-headings")


def headed(sentence: Sentence, said: Set[str]) -> Sentence:
    """A headline, which has the words `said`, with its predicate over what belongs to it."""
    if ":" in said:
        sentence = _done_first(_behind_colon(sentence))
    if "to" in said:
        sentence = _name_ahead(sentence)
        sentence = _passive_ahead(sentence) if "be" in said else sentence
        sentence = sentence if _READY.isdisjoint(said) else _ready(sentence)
    return listed(sentence) if "," in said else sentence


def _name_ahead(sentence: Sentence) -> Sentence:
    """ "Trump to meet Merkel": a name that the parser took for a verb, before what its bearer is to do."""
    tokens = sentence.tokens
    name = tokens[0]
    if len(tokens) < 4 or name.tag not in ("VB", "VBP") or name.head != 0 or tokens[1].lower != "to" or tokens[2].tag != "VB":
        return sentence
    if any(t.tag in TENSED for t in tokens[1:]):
        return sentence
    tree = sentence.copied()
    for t in tree:
        t.head = 2 if t.head == 0 and t.i else t.head
    tree[0].tag, tree[0].head, tree[0].dep = "NNP", 2, "nsubj"
    tree[2].head, tree[2].dep = 2, "ROOT"
    return sentence.grown(tree, 2)


def quoting(sentence: Sentence) -> Sentence:
    """ "Li called for talks: "No one wants chaos."": the clause before the colon is not a part of what is quoted behind it."""
    tokens = sentence.tokens
    root = tokens[sentence.root]
    colon = next((t.i for t in tokens[2:-2] if t.text == ":" and tokens[t.i + 1].text in _OPENS_QUOTE), None)
    if colon is None or root.i < colon:
        return sentence
    verb = next((t for t in tokens[:colon] if t.head == root.i and t.tag in TENSED and t.dep in ("ccomp", "parataxis")), None)
    if verb is None:
        return sentence
    tree = sentence.copied()
    for t in tree[:colon]:
        t.head = verb.i if t.head == root.i else t.head
    tree[verb.i].head, tree[verb.i].dep = verb.i, "ROOT"
    tree[root.i].head, tree[root.i].dep = verb.i, "parataxis"
    return sentence.grown(tree, verb.i)


def _ready(sentence: Sentence) -> Sentence:
    """ "Chad ready to share water with Mali": what somebody is ready to do is the predicate."""
    tokens = sentence.tokens
    if any(t.tag in TENSED and t.lower not in _READY for t in tokens):
        return sentence
    word = next((t for t in tokens[1:-2] if t.lower in _READY and tokens[t.i + 1].lower == "to"), None)
    if word is None or tokens[word.i - 1].tag[0] != "N" or tokens[word.i + 2].tag not in ("VB", "VBP", "NN"):
        return sentence
    tree = sentence.copied()
    verb, doer = tree[word.i + 2], tree[word.i - 1]
    for t in tree:
        if t.i not in (verb.i, word.i) and (t.head == word.i or (t.head == t.i and t.i > verb.i)):
            t.head = verb.i
    for t in tree[: doer.i]:
        if t.head in (word.i, verb.i) and t.tag[0] in "NJ":
            t.head, t.dep = doer.i, "compound"
    doer.head, doer.dep = verb.i, "nsubj"
    tree[word.i].head, tree[word.i].dep = verb.i, "dep"
    verb.head, verb.dep, verb.tag = verb.i, "ROOT", "VB"
    return sentence.grown(tree, verb.i)


def _behind_colon(sentence: Sentence) -> Sentence:
    """ "Chad war: strike kills Malian soldiers": what the parser hung on the words before the colon is the sentence."""
    tokens = sentence.tokens
    root = tokens[sentence.root]
    colon = next((t.i for t in tokens[1:7] if t.text == ":"), 0)
    if not root.i < colon or root.tag[0] != "N":
        return sentence
    verb = next((t for t in tokens[colon + 1 :] if t.tag in TENSED and t.head == root.i), None)
    if verb is None:
        return sentence
    return sentence.rerooted(verb, "dep")


def _done_first(sentence: Sentence) -> Sentence:
    """ "Sacked overnight: the editor of the daily": what was done, and behind the colon to whom."""
    tokens = sentence.tokens
    colon = next((t.i for t in tokens[1:12] if t.text == ":"), 0)
    if tokens[0].tag not in ("VBN", "VBD") or colon + 1 >= len(tokens) or any(t.tag in TENSED for t in tokens[1:colon]):
        return sentence
    phrase = list(itertools.takewhile(lambda t: t.tag in _PHRASE, tokens[colon + 1 :]))
    noun = next((t for t in reversed(phrase) if t.tag[0] == "N"), None)
    if noun is None:
        return sentence
    tree = sentence.copied()
    verb = tree[0]
    for t in tree[colon + 1 :]:
        if t.head <= colon or t.head == t.i or (t.i < noun.i and t.head > noun.i):
            t.head = noun.i
            t.dep = "compound" if t.i < noun.i and t.tag[0] == "N" else t.dep if t.dep != "ROOT" else "dep"
    for t in tree[1:colon]:
        if t.head > colon or t.head == sentence.root or t.head == t.i:
            t.head = verb.i
    tree[colon].head = verb.i
    tree[noun.i].head, tree[noun.i].dep = verb.i, "nsubjpass"
    verb.tag, verb.head, verb.dep = "VBN", verb.i, "ROOT"
    return sentence.grown(tree, verb.i)


def _passive_ahead(sentence: Sentence) -> Sentence:
    """ "Chadian rebel to be released": a headline whose passive the parser hung on its auxiliary."""
    tokens = sentence.tokens
    root = tokens[sentence.root]
    if root.lower != "be" or root.i < 2 or tokens[root.i - 1].lower != "to":
        return sentence
    verb = tokens[root.i + 1] if root.i + 1 < len(tokens) else root
    if verb.tag not in ("VBN", "VBD") or verb.head != root.i:
        return sentence
    tree = sentence.copied()
    for t in tree:
        if t.head == root.i and t.i not in (root.i, verb.i):
            t.head, t.dep = verb.i, "nsubjpass" if t.dep == "nsubj" else t.dep
    tree[root.i].head, tree[root.i].dep = verb.i, "auxpass"
    tree[verb.i].head, tree[verb.i].dep, tree[verb.i].tag = verb.i, "ROOT", "VBN"
    return sentence.grown(tree, verb.i)


def listed(sentence: Sentence) -> Sentence:
    """ "Chad, Mali to share water": in a headline, a name before the comma and the subject after it act together."""
    tokens = sentence.tokens
    comma = next((t.i for t in tokens[1:5] if t.text == ","), 0)
    if not comma or any(t.tag[0] not in "NJ" for t in tokens[:comma]):
        return sentence
    root = tokens[sentence.root]
    second = next((s for s in sentence.children(root, "nsubj", "nsubjpass") if s.i > comma), None)
    first = tokens[comma - 1]
    beside = next((c for c in sentence.children(first, "appos") if c.tag == "NNP" and c.i + 1 < len(tokens)), None)
    if second is None and beside is not None and first.dep == "nsubj" and tokens[beside.i + 1].tag in ("TO", "VBP", "MD"):
        return sentence.moved(beside, first, "conj")  # "Trump, Trudeau to meet": no aside ends without a comma
    named = first.tag in ("NNP", "NNPS") or (first.dep == "dep" and first.text.istitle())  # "Trump", taken for an adjective
    if second is None or not named or first.lower in _CALENDAR or second.tag[0] != "N":
        return sentence
    between = tokens[comma + 1 : second.i]
    if first.head not in (root.i, second.i) or any(t.tag[0] not in "NJ" for t in between):
        return sentence
    tree = sentence.copied()
    tree[first.i].head, tree[first.i].dep = root.i, second.dep
    tree[second.i].head, tree[second.i].dep = first.i, "conj"
    return sentence.grown(tree, sentence.root)
