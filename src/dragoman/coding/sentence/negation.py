"""Whether a predicate is denied, by whichever of its words denies it."""

from __future__ import annotations

from dragoman.coding.sentence.grammar import Grammar
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import HAVE, IS
from dragoman.lexicon.words import word_class

_NEVERS = word_class("never-in-phrases")
# "In no time", "to no avail", "in no small measure": these deny nothing.
_NO_NAYS = word_class("no-negation")
_NARROWLY = frozenset({"almost", "nearly"})
_AT_ONCE = word_class("done-at-once-or-not")
_HOLDS_BACK = word_class("holding-back-from")
_STILL = frozenset({"still", "yet"})
_BUT = frozenset({"but", "other", "less", "short"})


class Negations(Grammar):
    """What is denied in one sentence."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        super().__init__(sentence, vocabulary)
        self._negated: dict[int, bool] = {}

    def going(self, verb: Token) -> Token | None:
        """The "going" of "is going to pay"."""
        head = self.sentence.head(verb)
        going = head is not None and head.lower == "going" and verb.dep == "xcomp" and verb.tag == "VB" and verb.i < head.i + 4
        return head if going else None

    def _is_neither(self, subject: Token) -> bool:
        """Whether a subject is none of those that it lists."""
        words = [c.lower for c in self.sentence.children(subject, "cc", "preconj", "det", "predet", "advmod")]
        before = self.sentence.tokens[subject.i - 1].lower if subject.i else ""
        return "neither" in (*words, before, subject.lower) and ("nor" in words or subject.lower == "neither")

    def negated(self, token: Token) -> bool:
        known = self._negated.get(token.i)
        if known is None:
            known = self._negated[token.i] = self._is_negated(token)
        return known

    def _is_negated(self, token: Token) -> bool:
        if token.tag == "VB" and (going := self.going(token)) is not None:
            return self.negated(going)
        if self.is_just_missed(token) or self.is_still_to_come(token) or self._is_avoided(token):
            return True
        for child in token.children:
            if child.dep in ("nsubjpass", "dobj") and self._is_no_thing(child):
                return True
            if child.dep == "nsubj" and child.i < token.i and self._is_neither(child):
                return True  # "neither A nor B was willing to"
            if child.dep in ("nsubj", "nsubjpass") and self._is_none(child):
                return True
            if child.dep == "nsubj" and any(c.lower == "no" for c in self.sentence.children(child, "det")):
                # "No member of the government has met them", but not "no capital has received them as often as Lima", nor
                # "no state other than Mali has met them".
                return not self.is_all_but(child) and not any(
                    a.lower in ("often", "more", "much", "many") for a in token.children
                )
            if child.dep == "prep" and (self._is_never(child) or self._fronts_none(child, token)):
                return True
            if child.dep == "advmod" and child.i < token.i and any(c.lower == "never" for c in child.children):
                return True  # "will never again take part"
            if child.lower == "longer" and child.i < token.i and self.sentence.tokens[child.i - 1].lower == "no":
                return True  # "no longer lets them in"
            if child.dep == "neg" or child.lower in ("never", "not", "n't", "n’t", "no", "neither", "nor"):
                if child.i < token.i or (child.dep == "neg" and not self._is_contrast(child, token)):
                    return True
        head = self.sentence.head(token)  # "neither signed nor ratified"
        return token.dep == "conj" and head is not None and head.tag[0] == "V" and self.shares_nay(token, head)

    def _is_contrast(self, nay: Token, verb: Token) -> bool:
        """ "Is a river of two states, not an inner water": what it is not, beside what it is."""
        told = any(verb.i < c.i < nay.i for c in self.sentence.children(verb, "attr", "dobj", "acomp"))
        return told and nay.i > 0 and self.sentence.tokens[nay.i - 1].text == ","

    def is_just_missed(self, verb: Token) -> bool:
        """ "Almost went to war", "all but broke with Chad": what is done at once or not at all was not."""
        if verb.i == 0 or verb.lower not in _AT_ONCE:
            return False
        before = [t.lower for t in self.sentence.tokens[max(0, verb.i - 2) : verb.i]]
        return before[-1] in _NARROWLY or before == ["all", "but"]

    def is_still_to_come(self, verb: Token) -> bool:
        """ "Is still to recognise it", "has yet to sign", "are yet to be freed": not done so far."""
        to = next((c for c in self.sentence.children(verb, "aux") if c.lower == "to"), None)
        if to is None or to.i < 2 or self.sentence.tokens[to.i - 1].lower not in _STILL:
            return False
        return self.sentence.tokens[to.i - 2].lower in HAVE | IS

    def _is_avoided(self, verb: Token) -> bool:
        """ "Avoided criticising Chad", "stopped short of breaking with it", "shied away from blaming it"."""
        above = self.sentence.head(verb) if verb.tag == "VBG" and verb.dep in ("pcomp", "xcomp", "prep") else None
        if above is not None and above.lower in ("from", "of"):
            above = self.sentence.head(above)
        return above is not None and above.lower in _HOLDS_BACK and not self.negated(above)

    def _is_no_thing(self, thing: Token) -> bool:
        """ "Nothing", "neither of them", "no aid", "neither aid nor arms", "control of no town"."""
        if thing.lower in ("neither", "none", "nothing"):  # "nothing but respect" is much
            return all(t.lower not in _BUT for t in self.sentence.tokens[thing.i + 1 : thing.i + 2])
        heads = [thing, *(o for o in self.under(thing, "of") if o.lower not in _NO_NAYS)]
        dets = ("det",) if self.sentence.tokens[thing.head].lower in HAVE else ("det", "preconj", "cc")
        return any(c.lower in ("no", "neither") and c.i < h.i for h in heads for c in self.sentence.children(h, *dets))

    def is_all_but(self, subject: Token) -> bool:
        """ "No state other than Chad", "no country but Chad": who alone does what none else does."""
        behind = [t.lower for t in self.sentence.tokens[subject.i + 1 : subject.i + 3]]
        return behind == ["other", "than"] or behind[:1] == ["but"] or behind[:1] == ["except"]

    def _is_none(self, subject: Token) -> bool:
        """ "None of them", "not one soldier", "not a single case"."""
        if subject.lower in ("none", "neither"):
            return True
        first = self.sentence.subtree(subject)[:3]
        if len(first) < 2 or first[0].lower != "not":
            return False
        return first[1].lower == "one" or (len(first) > 2 and (first[1].lower, first[2].lower) == ("a", "single"))

    def _fronts_none(self, preposition: Token, verb: Token) -> bool:
        """ "With none of them will it break"."""
        behind = [s for s in self.sentence.children(verb, "nsubj") if s.i > preposition.i]
        return bool(behind) and any(o.lower in ("none", "nobody") for o in self.sentence.children(preposition, "pobj"))

    def _is_never(self, preposition: Token) -> bool:
        """ "under no circumstances", "at no price"; "take part in no talks", "enter into no agreement"."""
        into = preposition.lower in ("in", "into", "to")
        return any(
            (o.lower in _NEVERS or (into and o.lower not in _NO_NAYS))
            and any(c.lower == "no" for c in self.sentence.children(o, "det"))
            for o in self.sentence.children(preposition, "pobj")
        )
