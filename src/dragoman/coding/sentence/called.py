"""What the words of a sentence are called in the lexicon: the lemmas of verbs and nouns, hyphenated and with particles."""

from __future__ import annotations

from functools import cached_property

from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.entries import PhrasalVerb


class Called:
    """The words of one sentence by their lemmas."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        self.sentence = sentence
        self.vocabulary = vocabulary
        # Rules ask the same of a word again and again.
        self._verb_lemmas: dict[int, tuple[str, ...]] = {}
        self._noun_lemmas: dict[int, tuple[str, ...]] = {}

    @cached_property
    def chains(self) -> dict[int, str]:
        """Hyphenated words, which parsers take apart ("go-ahead", "face-to-face"), by the place of each of their parts."""
        out: dict[int, str] = {}
        tokens = self.sentence.tokens
        for mark in [t for t in tokens[1:-1] if t.text == "-"]:
            before, after = tokens[mark.i - 1], tokens[mark.i + 1]
            if before.end == mark.start and after.start == mark.end:
                first = mark.i - 1
                while first >= 2 and out.get(first) == out.get(first - 2, "-"):
                    first -= 2
                joined = f"{out.get(mark.i - 1, before.lower)}-{after.lower}"
                out |= dict.fromkeys(range(first, mark.i + 2, 2), joined)
        return out

    @cached_property
    def said(self) -> frozenset[str]:
        """The sentence's words in small letters, hyphenated ones also as one."""
        return self.sentence.said.union(self.chains.values()) if self.chains else self.sentence.said

    def forms(self, token: Token) -> tuple[str, ...]:
        """A word as it stands, and the hyphenated word that it is part of."""
        joined = self.chains.get(token.i)
        return (token.lower, joined) if joined else (token.lower,)

    def verb_lemmas(self, token: Token) -> tuple[str, ...]:
        if token.tag[0] != "V" and token.tag != "MD":
            return ()
        lemmas = self._verb_lemmas.get(token.i)
        if lemmas is None:
            lemmas = self._verb_lemmas[token.i] = self._find_verb_lemmas(token)
        return lemmas

    def _find_verb_lemmas(self, token: Token) -> tuple[str, ...]:
        plain = self._plain_lemmas(token)
        phrasal = self._phrasal(token, plain)
        if any(p.whole for p in phrasal):
            plain = ()
        return (*plain, *(p.means for p in phrasal if p.means is not None and p.means not in plain))

    def parted(self, verb: Token) -> frozenset[str]:
        """The particles that part a verb from what it says alone: "storm out" is no assault."""
        phrasal = self._phrasal(verb, self._plain_lemmas(verb))
        return frozenset(particle for p in phrasal if p.means is None for particle in p.particles)

    def _plain_lemmas(self, token: Token) -> tuple[str, ...]:
        known = self.vocabulary.verb_lemmas
        if "-" in token.lower and token.lower not in known:  # "re-opened" is "reopened", or "opened" with "again"
            prefix, _, rest = token.lower.partition("-")
            return known.get(prefix + rest) or known.get(rest, ())
        if token.tag == "VBD" and token.lower in known:  # "wound up the talks": no past of "to wound"
            past = tuple(lemma for lemma in known[token.lower] if lemma != token.lower)
            return past or known[token.lower]
        joined = self.chains.get(token.i)
        return (*known.get(token.lower, ()), *(known.get(joined, ()) if joined else ()))

    def _phrasal(self, verb: Token, lemmas: tuple[str, ...]) -> list[PhrasalVerb]:
        """What a verb means with a particle behind it: "called off the march", "pressed ahead with the offensive"."""
        phrasal = self.vocabulary.phrasal
        if phrasal.keys().isdisjoint(lemmas) or any(c.dep == "expl" for c in verb.children):  # "there were marches against"
            return []
        behind = {c.lower: c for c in verb.children if c.i > verb.i and c.dep in ("prt", "advmod", "prep")}
        return [
            p
            for lemma in lemmas
            for p in phrasal.get(lemma, ())
            for word in p.particles
            if word in behind and (not p.before or self._before(verb, behind[word], p.before))
        ]

    def _before(self, verb: Token, particle: Token, words: list[str]) -> list[Token]:
        """What stands under the preposition of a phrasal verb: "went back on his word", "pressed on with the march"."""
        return [
            o
            for base in (verb, particle)
            for p in self.sentence.children(base, "prep")
            if p.lower in words and p.i == particle.i + 1
            for o in self.sentence.children(p, "pobj")
        ]

    def noun_lemmas(self, token: Token) -> tuple[str, ...]:
        return self._as_noun(token) if token.tag[0] == "N" else ()

    def words(self, token: Token) -> tuple[str, ...]:
        """What an object is called: its lemmas, or its form."""
        return (*self._as_noun(token), *self.forms(token))

    def _as_noun(self, token: Token) -> tuple[str, ...]:
        lemmas = self._noun_lemmas.get(token.i)
        if lemmas is None:
            known = self.vocabulary.noun_lemmas
            lemmas = self._noun_lemmas[token.i] = tuple(lemma for form in self.forms(token) for lemma in known.get(form, ()))
        return lemmas
