"""Phrases -> actors: who a noun phrase of a parsed sentence means, and in what capacity."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.mentions import Mention
from dragoman.coding.principals import codes_of, is_against
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import sector_of
from dragoman.language.parse import Sentence, Token
from dragoman.text import Span

# Dependents that tell what a noun phrase is, and those that begin something else.
_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos", "parataxis", "dep"})
_OF = frozenset("of between in from at for to on with inside across throughout near around within by".split())
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Heads that only count: who is meant stands after "of".
_COUNTS = frozenset(
    "hundred hundreds thousand thousands ten tens dozen dozens score scores million millions number group groups "
    "some part parts series member members majority handful crowd crowds wave batch patch deployment contingent "
    "mission team delegation unit units most many several all both one two three four five six seven eight nine "
    "bulk rest couple lot lots half pair".split()
)
# What makes a thing its sender's.
_SENT = frozenset(
    "launched fired flown planted laid sent thrown operated driven dropped detonated steered piloted tabled".split()
)
_PAIR = re.compile(r"\b(?:two|both|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """Actors that one phrase means: codes (empty where no state is known), sector, words and place.

    `head` is the phrase's head word; `plural` whether it names several who may act towards each other.
    """

    codes: tuple[str, ...]
    sector: str | None
    text: str
    span: Span
    head: int
    plural: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes or self.sector)

    def sector_and(self, sectors: frozenset[str]) -> frozenset[str]:
        """Sectors that would make another phrase the same party as this one."""
        return frozenset({self.sector}) if self.sector else sectors - {"MIL", "COP"}


class Referrer:
    """Resolves the phrases of one sentence; answers are remembered, since coders ask for the same ones."""

    def __init__(self, scene: Scene, sentence: Sentence, previous: Reference | None = None) -> None:
        self.scene = scene
        self.sentence = sentence
        self._previous = previous
        self._known: dict[int, Reference | None] = {}

    @property
    def previous(self) -> Reference | None:
        """Whom the sentence before was about."""
        return self._previous

    def refer(self, token: Token) -> Reference | None:
        """Who the phrase headed by `token` means, without its conjuncts; None where it names nobody."""
        if token.i not in self._known:
            self._known[token.i] = None  # a phrase that leads back to itself means nobody
            self._known[token.i] = self._refer(token)
        return self._known[token.i]

    def owner(self, token: Token) -> Reference | None:
        """Whose a noun is, by the words before it alone: "Iran's letter to the UN" is Iran's."""
        codes = self.modifier_codes(token)
        span = Span(token.start, token.end)
        return Reference(codes, None, span.of(self.scene.document.text), span, token.i) if codes else None

    def all(self, token: Token) -> list[Reference]:
        """Who the phrase and its conjuncts mean, from left to right."""
        out, here = [], [token]
        while here:
            head = here.pop(0)
            found = self.refer(head)
            if found:
                out.append(found)
            here += self.sentence.children(head, "conj")
            # "imperialists including the U.S.": members that are named are actors too.
            for prep in self.sentence.children(head, "prep"):
                if prep.lower == "including":
                    here += self.sentence.children(prep, "pobj")
        return out

    def _refer(self, token: Token) -> Reference | None:
        if token.lower in _RELATIVE or token.tag in ("WP", "WDT"):
            return self._relative(token)
        mention = self.scene.mention_at(token)
        if token.tag in ("PRP", "PRP$") and mention is None:
            return self._pronoun(token)
        if token.lower in _COUNTS and not self.modifier_codes(token):
            counted = [
                o for p in self.sentence.children(token, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")
            ]
            if counted:
                return self.refer(counted[0])
        core = self._core(token)
        span = self.sentence.span(core)
        if mention is None and _PAIR.search(span.of(self.scene.document.text)) and token.tag in ("NNS", "NNPS", "NNP"):
            pair = self._pair(span)
            if pair:
                return Reference(tuple(pair), "GOV", span.of(self.scene.document.text), span, token.i, plural=True)
        role = self.scene.role_at(token)
        codes = codes_of(self, token, mention, role)
        sector = sector_of(self, token, mention, role)
        if not codes and not sector:
            return self._maker(token)
        return Reference(
            codes, sector, span.of(self.scene.document.text), span, token.i, token.tag in ("NNS", "NNPS") or len(codes) > 1
        )

    def _maker(self, token: Token) -> Reference | None:
        """ "drones launched by rebels": a thing is of those who sent it."""
        for clause in self.sentence.children(token, "acl"):
            if clause.tag != "VBN" or clause.lower not in _SENT:
                continue
            for by in (t for t in self.sentence.subtree(clause) if t.lower == "by"):
                for doer in self.sentence.children(by, "pobj"):
                    return self.refer(doer)
        return None

    def _core(self, token: Token) -> list[Token]:
        """The phrase's own words: modifiers and "of"-like complements, not clauses, conjuncts or appositions."""
        out, stack = [], [token]
        while stack:
            here = stack.pop()
            out.append(here)
            for child in self.sentence.children(here):
                if child.dep in _OUTSIDE and not (
                    child.dep == "conj" and here is not token and here.dep in ("amod", "compound", "nmod")
                ):
                    continue
                if child.dep == "prep" and child.lower not in _OF:
                    continue
                stack.append(child)
        return sorted(out, key=lambda t: t.i)

    def modifier_codes(self, token: Token, named: Mention | None = None) -> tuple[str, ...]:
        """Codes of the adjectives, compounds and possessors before a noun: "DPRK-Russia", "Chinese", "Israel's".

        `named` is the mention that the noun itself is part of, whose words say nothing more.
        """
        out: list[str] = []
        for child in self.sentence.children(token, "amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod", "det"):
            for part in self.sentence.subtree(child, without=frozenset({"relcl", "acl"})):
                mention = self.scene.mention_at(part)
                if mention is not None and mention is named:
                    continue
                if (
                    mention
                    and mention.code
                    and mention.kind != "place"
                    and mention.code not in out
                    and not is_against(self, mention)
                ):
                    out.append(mention.code)
                elif part.tag == "PRP$" and not mention:
                    owner = self._pronoun(part)
                    out += [c for c in (owner.codes if owner else ()) if c not in out]
        return tuple(out)

    def _relative(self, token: Token) -> Reference | None:
        """ "who", "which", "that": the noun that the clause hangs on."""
        for above in self.sentence.ancestors(token):
            if above.dep in ("relcl", "acl"):
                return self.refer(self.sentence.tokens[above.head])
        return None

    def _pair(self, span: Span) -> list[str]:
        text = self.scene.document.text
        for pattern, entry in self.scene.knowledge.deixis:
            if entry.means == "pair" and pattern.search(text, max(0, span.start - 5), span.end):
                return self.scene.pair(span.start)
        return []

    def _pronoun(self, token: Token) -> Reference | None:
        """Third persons: the subject of the clause above, else the one before, else the last sentence's."""
        if token.lower in ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"):
            speaker = self.scene.speaker(token.start)
            return Reference((speaker,), "GOV", token.text, Span(token.start, token.end), token.i) if speaker else None
        plural = token.lower in ("they", "them", "their", "theirs", "themselves")
        thing = token.lower in ("it", "its", "itself")
        if not (plural or thing or token.lower in ("he", "she", "him", "her", "his", "hers", "himself", "herself")):
            return None
        for candidate in self._antecedents(token):
            found = self.refer(candidate)
            if found and (found.codes or plural) and self._agrees(candidate, found, plural, thing):
                return Reference(found.codes, found.sector, token.text, Span(token.start, token.end), token.i, plural)
        if self._previous is not None and self._previous.codes:
            return Reference(
                self._previous.codes, self._previous.sector, token.text, Span(token.start, token.end), token.i, plural
            )
        return None

    def _agrees(self, candidate: Token, found: Reference, plural: bool, thing: bool) -> bool:
        mention = self.scene.mention_at(candidate)
        named = mention is not None and mention.kind in ("person", "holder")
        person = named or self.scene.role_at(candidate) is not None
        if thing:
            return not person or candidate.lower in ("government", "ministry", "administration")
        if plural:
            return candidate.tag in ("NNS", "NNPS") or found.plural or not person
        return person

    def _antecedents(self, token: Token) -> list[Token]:
        """Subjects of the clauses above a pronoun, innermost first, then other subjects and objects before it."""
        out: list[Token] = []
        # "Kim received him": who is received is not who receives.
        doing = self.sentence.head(token) if token.dep in ("dobj", "dative", "iobj") else None
        for above in self.sentence.ancestors(token):
            if above is not doing:
                out += [c for c in self.sentence.children(above, "nsubj", "nsubjpass") if c.i < token.i and c.i != token.i]
        kinds = ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
        before = [t for t in self.sentence if t.i < token.i and t.dep in kinds and (doing is None or t.head != doing.i)]
        if token.dep in ("nsubj", "nsubjpass"):
            # A subject goes on with a subject before, sooner than with what is named in between.
            before.sort(key=lambda t: (t.dep in ("nsubj", "nsubjpass"), t.i))
        return [*out, *(t for t in reversed(before) if t not in out)]
