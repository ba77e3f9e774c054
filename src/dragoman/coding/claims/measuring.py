"""Which measures a sentence names, and whose they are."""

from __future__ import annotations

from dragoman.coding.claims.grounds import Grounds
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Measure
from dragoman.lexicon.words import word_class

_LEAVES = word_class("leaving-home")


class Measuring:
    """The measures named in one sentence: `matches` has (start, end, entries) in order."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.bench = grounds.bench
        self.sentence = grounds.sentence
        self.matches = grounds.finds.measured(self.sentence.start, self.sentence.end)
        self._words = self.sentence.said

    def fitting(self, entries: tuple[Measure, ...]) -> Measure | None:
        """The measure that a phrase names in this sentence, as far as it needs other words there."""
        return next((e for e in entries if not e.needs or self._words & {w.lower() for w in e.needs}), None)

    def subject_of(self, anchor: Token, head: Token, verb: Token | None, *, moves: bool = False) -> str | None:
        """Whose number it is: the owner or place of what is measured, the subject, the place of the clause, the speaker.

        What `moves` may be another's where it is: troops in a country are its own only where it is said to have them.
        """
        grounds = self.grounds
        there = verb is not None and bool(self.sentence.children(verb, "expl"))
        receives = verb is not None and (
            verb.lower in grounds.words["hosting"] or any(p.lower == "in" for p in self.sentence.children(verb, "prt"))
        )
        hosts = grounds.codes_of(grounds.subjects(verb)) if verb is not None and receives else ()
        if hosts:
            return hosts[0]  # "hosts 12,000 refugees from Burkina Faso" is told of the host
        if (other := self._dealing(verb, anchor, head)) is not None:
            return other
        if anchor is verb and verb is not None and not grounds.clauses.is_passive(verb):
            doers = grounds.codes_of(grounds.subjects(verb))
            if doers:
                return doers[0]  # "Chadian firms have invested 3 billion dollars in Mali"
        for token in (anchor, head):
            owner = self._owner(token) or (grounds.place_of(token) if not moves or there else None)
            if owner is not None:
                return owner
        return self._doer(verb, anchor, head, moves=moves and not there) if verb is not None else None

    def _dealing(self, verb: Token | None, anchor: Token, head: Token) -> str | None:
        """Who does something with what is called another's: "trained 6,000 Iraqi soldiers", "claims 900 hectares of Nepalese
        land"; those who are harmed are counted as their own state's.
        """
        grounds, words = self.grounds, self.grounds.words
        if verb is None or verb.lower in (
            words["harming"] | words["gauging"] | words["addressing"] | (words["level"] - words["own"])
        ):
            return None
        if not any(t.dep in ("dobj", "nsubjpass") and t.head == verb.i for t in (anchor, head)):
            return None
        if not any(self._is_called(t) for t in (anchor, head, *grounds.clauses.under(head, "of"))):
            return None
        agents = self.sentence.agents(verb)
        doers = agents if grounds.clauses.is_passive(verb) else grounds.subjects(verb)
        return grounds.first_of(doers)

    def _is_called(self, noun: Token) -> bool:
        """Whether an adjective says whose it is: "Iraqi soldiers"."""
        before = self.sentence.children(noun, "amod", "compound", "nmod")
        return any((m := self.bench.scene.mention_at(c)) is not None and m.kind in ("demonym", "adjective") for c in before)

    def _doer(self, verb: Token, anchor: Token, head: Token, *, moves: bool) -> str | None:
        """Whom a clause names: whose land is left, its subject or agent, else its place."""
        grounds = self.grounds
        if not moves and verb.lower in _LEAVES:
            left = grounds.codes_of(self.sentence.children(verb, "dobj"))
            if left:
                return left[0]
        told = grounds.subjects(verb) if verb.lower not in grounds.words["addressing"] else []
        itself = [s for s in told if s in (anchor, head) and self.bench.scene.mention_at(s) is None]
        if itself and verb.lower.startswith("recogni"):  # "116 states have recognised X": so many are X's
            known = grounds.codes_of(self.sentence.children(verb, "dobj"))
            if known:
                return known[0]
        agents = self.sentence.agents(verb)
        for token in (*(s for s in told if s not in itself), *agents, *self.sentence.children(verb, "dative")):
            code = grounds.code_of(token)
            if code is not None:
                return code
        first = self.sentence.head(verb) if verb.dep == "conj" else None
        beside = [verb, *((first, *self.sentence.children(first, "dobj")) if first is not None else ())]
        return next((p for t in beside if (p := grounds.place_of(t)) is not None), None) if not moves else None

    def _owner(self, token: Token) -> str | None:
        """The code of "their", "U.S." or "Iran's" before a noun."""
        if self.bench.scene.mention_at(token) is not None:
            return self.grounds.code_of(token)
        for child in self.sentence.children(token, "poss", "amod", "compound", "nmod"):
            mention = self.bench.scene.mention_at(child)
            if mention is not None and mention.code is not None and mention.kind != "place":
                return mention.code
            if child.tag == "PRP$":
                return (self._several(child) if child.lower == "their" else None) or self.grounds.code_of(child)
        return None

    def _several(self, pronoun: Token) -> str | None:
        """The first of the several named last before "their"."""
        for token in reversed(self.sentence.tokens[: pronoun.i]):
            if (
                token.tag[0] == "N"
                and self.sentence.children(token, "conj")
                and token.dep in ("pobj", "dobj", "nsubj", "nsubjpass")
            ):
                code = self.grounds.code_of(token)
                if code is not None:
                    return code
        return None
