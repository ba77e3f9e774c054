"""What stands around one predicate, found once however many rules ask for it."""

from __future__ import annotations

from functools import cached_property

from dragoman.coding.sentence.predicates import Clauses
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

# How many steps below its predicate a word can stand and still say what the predicate is about.
_NEAR = 4
# "Let him go": the verbs with which others stand bare, and the tags that parsers give those.
_BARE = dict.fromkeys(("let", "lets", "letting", "make", "made", "makes", "help", "helped", "helps"), ("VB", "VBP"))
# How clauses hang on a predicate that may be others than its own.
_SIDE = frozenset({"conj", "parataxis", "advcl", "ccomp", "relcl"})
_BODIES = word_class("bodies-of-experts")


def _money(head: Token) -> tuple[str, ...]:
    """ "$200,000", "£10 million": a figure with the sign of a currency is money."""
    return ("money",) if head.tag == "CD" and any(c.tag == "$" for c in head.children) else ()


class Neighbours:
    """The words of a predicate, of who does it and of what it is done to."""

    def __init__(self, clauses: Clauses, verb: Token) -> None:
        self._clauses = clauses
        self._verb = verb

    @cached_property
    def words(self) -> frozenset[str]:
        """The predicate's own words, in lower case, without its side clauses."""
        return frozenset(word for word, _ in self._own)

    @cached_property
    def near(self) -> frozenset[str]:
        """Those of its words that stand close to it in the tree: "aid halted in line with efforts to end the fighting" is
        about aid.
        """
        beside = self._second
        return frozenset(word for word, depth in self._own if depth <= _NEAR and word not in beside)

    @cached_property
    def _second(self) -> frozenset[str]:
        """What only a second deed of the same doer is told with: "recalled its envoy and moved troops to the border"."""
        sentence, verb = self._clauses.sentence, self._verb
        if not sentence.children(verb, "dobj", "nsubjpass"):
            return frozenset()
        others = [c for c in sentence.children(verb, "conj") if c.tag[0] == "V" and sentence.children(c, "dobj")]
        if not others:
            return frozenset()
        below = {t.i for c in others for t in sentence.subtree(c)}
        own = {t.lower for t in sentence.subtree(verb) if t.i not in below}
        return frozenset(
            w for c in others for t in sentence.subtree(c) for w in (t.lower, *self._clauses.forms(t)) if w not in own
        )

    @cached_property
    def _own(self) -> list[tuple[str, int]]:
        sentence, chains, stack, out = self._clauses.sentence, self._clauses.chains, [(self._verb, 0)], []
        while stack:
            here, depth = stack.pop()
            if here.text != "March" or here.tag != "NNP":  # a month, and nobody's march
                out.append((here.lower, depth))
            if here.i in chains:
                out.append((chains[here.i], depth))
            for child in here.children:
                if child.dep not in _SIDE:
                    stack.append((child, depth + 1))
                    continue
                # "let him go", "let them go", which parsers take for a present.
                bare = child.tag in _BARE.get(here.lower, ("VB",)) and not self._clauses.auxiliaries(child)
                finite = child.tag[0] == "V" and not bare and not self._clauses.is_infinitive(child)
                given = bool(sentence.children(here, "dative"))  # "gave the envoy a week to leave" is about leaving
                purpose = finite or not (given or self._clauses.is_passive(here))
                # "..., and both sides traded fire": another clause with a subject of its own.
                beside = child.dep == "conj" and child.tag[0] == "V" and bool(sentence.children(child, "nsubj", "nsubjpass"))
                aside = beside or child.dep == "parataxis" or (child.dep == "advcl" and purpose)
                if aside or (child.dep in ("ccomp", "relcl") and finite):  # "were made to leave" is no side clause
                    # "took nine workers hostage": a bare word is no clause, whatever the parser tagged it.
                    if child.dep == "ccomp" and not sentence.children(child, "nsubj", "nsubjpass", "aux", "mark", "advmod"):
                        out.append((child.lower, depth + 1))
                    continue
                stack.append((child, depth + 1))
        return out

    @cached_property
    def thing(self) -> frozenset[str]:
        """The words of its objects, with all that belongs to them."""
        return self._below(self._clauses.objects(self._verb))

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words of who does it."""
        return self._below(self._clauses.subjects(self._verb))

    def _below(self, heads: list[Token]) -> frozenset[str]:
        clauses = self._clauses
        return frozenset(form for h in heads for t in clauses.sentence.subtree(h) for form in clauses.forms(t))

    @cached_property
    def named(self) -> list[tuple[Token, frozenset[str], float]]:
        """Its objects and what they are made of, with what each is called and how much it says: heads say most."""
        sentence, clauses = self._clauses.sentence, self._clauses
        heads = clauses.objects(self._verb)
        if clauses.is_passive(self._verb):
            heads = [*heads, *sentence.children(self._verb, "dobj")]
        heads = [*heads, *clauses.listed(heads), *(c for h in heads for c in sentence.children(h, "appos"))]
        out = [(h, frozenset((*clauses.words(h), *_money(h))), 2.5) for h in heads]
        for head in heads:
            inside = (
                () if head.lower in _BODIES else sentence.children(head, "compound", "amod")
            )  # a sanctions team is no sanction
            out += [(head, frozenset(clauses.words(c)), 2.0) for c in inside]
            out += [(of, frozenset(clauses.words(of)), 2.0) for of in clauses.under(head, "of")]
        # "gave the leader a basketball": what is given may be parsed as a dative, or as beside the one who gets it.
        datives = [t for d in sentence.children(self._verb, "dative") for t in (d, *sentence.children(d, "appos"))]
        return [*out, *((d, frozenset(clauses.words(d)), 1.5) for d in datives)]

    def beside_particle(self, particles: frozenset[str], wanted: frozenset[str]) -> Token | None:
        """What stands after a particle that the parser took for a preposition."""
        sentence = self._clauses.sentence
        for child in sentence.children(self._verb, "prep"):
            if child.i == self._verb.i + 1 and child.lower in particles:
                for here in sentence.children(child, "pobj"):
                    if set(self._clauses.words(here)) & wanted:
                        return here
        return None

    def object_among(self, wanted: frozenset[str]) -> tuple[Token | None, float]:
        """The first object that is called by one of `wanted`, and how much it says."""
        return next(((token, weight) for token, words, weight in self.named if words & wanted), (None, 0.0))
