"""Powers that a law allots in other ways than by naming them: "vests the command in the President", "leaves it to the King to
declare war", "the powers of the President include ...".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from dragoman.coding.competences.powers import BEING, Grammar, Power
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ATTRIBUTES = frozenset({"attributes", "attributions", "competences"})
_COUNTS, _INCLUDES = word_class("counting-among"), word_class("consisting-of")
# So far behind its preposition the office stands, in words.
_NEAR = 4


def given_in_words(g: Grammar) -> Iterator[Power]:
    """ "Vests the command of the forces in the President", "reserves to the King the right to declare war": by the words alone,
    where the parser took the verb for a noun or hung the office on another word.
    """
    tokens = g.sentence.tokens
    for verb in tokens[:-3] if g.grounded else ():
        if verb.lower not in g.words["give", ""] or verb.tag not in ("NNS", "VBZ") or g.sentence.children(verb, "dative"):
            continue
        # A verb that the parser sees as one with "to" is read by `assigned`.
        if verb.tag == "VBZ" and any(p.lower in ("to", "upon") for p in g.sentence.children(verb, "prep")):
            continue
        end = next((t.i for t in tokens[verb.i + 1 :] if t.text in ",;:" or t.tag in ("WDT", "WP", "MD")), len(tokens) - 1)
        for prep in reversed(tokens[verb.i + 1 : end]):
            if prep.lower not in ("in", "to", "upon", "on"):
                continue
            near = tokens[prep.i + 1 : min(end, prep.i + _NEAR + 1)]
            noun = next((t for t in near if t.tag[0] == "N" and t.dep != "compound"), None)
            if noun is None:
                continue
            holder = next((h for h in g.holders([noun]) if h.office is not None), None)
            if holder is None:
                continue
            first = prep.i == verb.i + 1
            what = g.trim(holder.end, tokens[end - 1].end) if first else g.trim(verb.end, prep.start)
            if what[0] < what[1]:
                yield Power(holder, "power", *what, verb, verb.i)
            break


def left_to(g: Grammar) -> Iterator[Power]:
    """ "The constitution leaves it to the King to declare war", "makes it the duty of the cabinet to report"."""
    tokens = g.sentence.tokens
    for it in tokens[1:-4] if g.grounded else ():
        verb, to = tokens[it.i - 1], tokens[it.i + 1]
        if it.lower != "it" or to.lower != "to" or verb.lower not in g.words["give", ""] or not g.is_current(verb):
            continue
        act = next((t for t in tokens[to.i + 1 :] if t.tag == "VB" and tokens[t.i - 1].lower == "to"), None)
        named = [t for t in tokens[to.i + 1 : act.i] if t.tag[0] == "N" and t.dep != "compound"] if act is not None else []
        holder = next((h for t in named for h in g.holders([t]) if h.office is not None), None)
        for each in g.listed(act) if act is not None and holder is not None else ():
            if holder is not None:
                yield Power(holder, "power", *g.extent(each), each, it.i)


def included(g: Grammar) -> Iterator[Power]:
    """ "The powers of the President include appointing envoys", "among its powers is that of declaring war"."""
    for noun in g.sentence:
        kind = g.kind_of(noun, "noun") or ("power" if noun.lower in _ATTRIBUTES else None)
        verb = g.sentence.verb_above(noun)
        if kind is None or verb is None or not g.is_current(verb) or g.is_negated(verb):
            continue
        among = noun.dep == "pobj" and g.sentence.tokens[noun.head].lower in ("among", "amongst")
        if among and (verb.lower in BEING or verb.lower in _COUNTS):
            things = g.sentence.children(verb, "nsubj", "attr", "dobj", "acomp")
        elif noun.dep == "nsubj" and verb.lower in _INCLUDES:
            things = g.sentence.children(verb, "dobj", "xcomp", "ccomp", "prep")
        else:
            continue
        owners = [o for p in g.sentence.children(noun, "prep") if p.lower == "of" for o in g.sentence.children(p, "pobj")]
        owners += g.sentence.children(noun, "poss")
        for holder in [h for h in g.holders(owners) if h.office is not None][:1]:
            if not g.rules(holder, g.sentence.tokens):
                continue
            for start, end, at in _things_listed(g, [t for t in things if t.i > noun.i]):
                yield Power(holder, kind, start, end, at, noun.i)


def _things_listed(g: Grammar, things: list[Token]) -> Iterator[tuple[int, int, Token]]:
    """The deeds of a list, "that of declaring war" by what it stands for."""
    for thing in things:
        acts = [p for o in g.sentence.children(thing, "prep") for p in g.sentence.children(o, "pcomp")]
        first = acts[0] if thing.lower in ("that", "those") and acts else thing
        listed = g.listed(first) if first.tag[0] == "V" else [first, *g.sentence.children(first, "conj")]
        # "Appointing envoys and signing treaties", where the parser hung the second deed on the envoys.
        listed += [
            c for v in listed for o in g.sentence.children(v, "dobj") for c in o.children if c.tag == "VBG" and c.dep == "conj"
        ]
        for each, following in itertools.zip_longest(listed, listed[1:]):
            if each.tag[0] in "NV":
                start, end = g.extent(each) if each.tag[0] == "V" else g.phrase(each)
                yield (
                    *(
                        g.trim(start, following.start)
                        if following is not None and start < following.start < end
                        else (start, end)
                    ),
                    each,
                )
