"""Phrases -> actors: who a noun phrase of a parsed sentence means, and in what capacity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.coding.document.scene import Scene
from dragoman.coding.names.mentions import OF_PERSONS, Mention
from dragoman.coding.who.abreast import abreast
from dragoman.coding.who.counterparts import counterpart
from dragoman.coding.who.makers import maker, of_group, predicated, supposed
from dragoman.coding.who.parts import CAPTORS, is_seat
from dragoman.coding.who.pointed import pointed
from dragoman.coding.who.principals import codes_of, is_against
from dragoman.coding.who.pronouns import meant
from dragoman.coding.who.relatives import relative
from dragoman.coding.who.sectors import sector_of
from dragoman.coding.who.standins import convened, is_title, joint_body, listed
from dragoman.coding.who.styled import NEIGHBOURS, STYLES, styled
from dragoman.coding.who.twins import between_twins
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# Dependents that tell what a noun phrase is, and those that begin something else.
_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos", "parataxis", "dep"})
_OF = frozenset("of between in from at for to on with inside across throughout near around within by".split())
_OF_NOBODY = word_class("where-or-when-to-be")
_STYLES = word_class("styles-of-princes")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
COUNTS = word_class("counted-members")
_AGREED = word_class("agreed-between")
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


def codes_in(references: Iterable[Reference]) -> set[str]:
    """All that references mean, by their codes."""
    return {code for reference in references for code in reference.codes}


def implied(codes: Iterable[str], span: Span, head: int) -> tuple[Reference, ...]:
    """References to those whom no word of the sentence names; `span` and `head` are of what they stand beside."""
    return tuple(Reference((code,), None, "", span, head) for code in codes)


class Referrer:
    """Resolves the phrases of one sentence; answers are remembered, since coders ask for the same ones."""

    def __init__(
        self, scene: Scene, sentence: Sentence, previous: Reference | None = None, person: Reference | None = None,
        third: Reference | None = None,
    ) -> None:  # fmt: skip
        """`previous` is whom sentences before this one were about last, `third` the last of them who does not speak himself,
        `person` the last of them who is "he" or "she".
        """
        self.scene = scene
        self.sentence = sentence
        self._previous = previous
        self._person = person
        self._third = third
        self._known: dict[int, Reference | None] = {}
        self._every: dict[int, list[Reference]] = {}
        self._asked = 0

    @property
    def person(self) -> Reference | None:
        """Who was "he" or "she" last in the sentences before."""
        return self._person

    @property
    def previous(self) -> Reference | None:
        """Whom the sentence before was about."""
        return self._previous

    @property
    def third(self) -> Reference | None:
        """Who "it" and "they" may be: whom a sentence of the paragraph before was about last, not who speaks."""
        last, third = self._previous, self._third
        if last is None or last.text.lower() not in ("we", "i"):
            return last
        near = third is not None and "\n" not in self.scene.document.text[third.span.end : self.sentence.start]
        return third if near else None

    def of(self, sentence: Sentence) -> Referrer:
        """The referrer of the same sentence with another tree."""
        return Referrer(self.scene, sentence, self._previous, self._person, self._third)

    def refer(self, token: Token) -> Reference | None:
        """Who the phrase headed by `token` means, without its conjuncts; None where it names nobody."""
        if token.i not in self._known:
            self._known[token.i] = None  # a phrase that leads back to itself means nobody
            self._asked += 1
            self._known[token.i] = self._refer(token)
            self._asked -= 1
        return self._known[token.i]

    def codes(self, token: Token) -> tuple[str, ...]:
        """The codes of whom the phrase headed by `token` means."""
        found = self.refer(token)
        return found.codes if found is not None else ()

    def owner(self, token: Token) -> Reference | None:
        """Whose a noun is, by the words before it alone: "Iran's letter to the UN" is Iran's."""
        codes = self.modifier_codes(token)
        span = Span(token.start, token.end)
        return Reference(codes, None, span.of(self.scene.document.text), span, token.i) if codes else None

    def all(self, token: Token) -> list[Reference]:
        """Who the phrase and its conjuncts mean, from left to right."""
        if self._asked:  # of a phrase that is being looked into, not all is known yet
            return self._find_all(token)
        known = self._every.get(token.i)
        if known is None:
            known = self._every[token.i] = self._find_all(token)
        return [*known]

    def _find_all(self, token: Token) -> list[Reference]:
        out, here = [], [token, *self._joined(token)]
        while here:
            head = here.pop(0)
            found = self.refer(head)
            if found:
                out += abreast(self, head, found)
            here += [*self.sentence.children(head, "conj"), *self._beside(head)]
            # "opposition leader Aung San Suu Kyi and a minister": who stands beside the name stands beside the leader.
            for name in self.sentence.children(head, "appos"):
                between = {t.lower for t in self.sentence.tokens[head.i : name.i]}
                if "namely" in between:  # "the European parties, namely France and Germany"
                    here += [name, *self.sentence.children(name, "conj")]
                    continue
                aside = "," in between
                # "Kim, president of the DPRK, and Putin, president of Russia": a name is beside a name.
                here += [c for c in self.sentence.children(name, "conj") if not aside or self._is_name(c) > self._is_name(name)]
            # "imperialists including the U.S.": members that are named are actors too.
            for prep in self.sentence.children(head, "prep"):
                if prep.lower == "including":
                    here += self.sentence.children(prep, "pobj")
        return out

    def _joined(self, token: Token) -> list[Token]:
        """ "Chad and Mali, who criticised": those listed after the noun that a relative clause hangs on, before the clause."""
        if token.tag not in ("WP", "WDT"):
            return []
        clause = next((a for a in self.sentence.ancestors(token) if a.dep == "relcl"), None)
        listed = [self.sentence.tokens[clause.head]] if clause is not None else []
        for head in listed:
            listed += [c for c in self.sentence.children(head, "conj") if c.i < token.i]
        return listed[1:]

    def _is_name(self, token: Token) -> bool:
        mention = self.scene.mention_at(token)
        return mention is not None and mention.kind in ("person", "holder", "name")

    def _beside(self, head: Token) -> list[Token]:
        """ "Belarus, Chad and Syria": a state after the comma is no apposition to a state, whatever the parser says."""
        own = self.scene.mention_at(head)
        if own is None or own.kind != "name":
            return []
        after = [(t, self.scene.mention_at(t)) for t in self.sentence.children(head, "appos")]
        return [t for t, m in after if m is not None and m.kind == "name" and m.code != own.code]

    def _refer(self, token: Token) -> Reference | None:
        mention = self.scene.mention_at(token)
        if is_title(self, token):
            return None
        if mention is None and (token.lower in _RELATIVE or token.tag in ("WP", "WDT")):  # the WHO is no pronoun
            return relative(self, token)
        if token.tag in ("PRP", "PRP$") and mention is None:
            return self._pronoun(token)
        if token.lower in COUNTS and not self.modifier_codes(token):
            counted = [
                o for p in self.sentence.children(token, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")
            ]
            if counted:
                return self.refer(counted[0])
        core = self._core(token)
        span = self.sentence.span([t for t in core if t.dep != "case" or t.head != token.i])  # "Chad's": Chad
        apart = mention is None or mention.code == NEIGHBOURS  # "the two neighbours"
        together = self._together(token, span) if apart and token.tag[0] in "NCJ" else ()
        if together:
            several = len(together) > 1
            return Reference(together, "GOV", span.of(self.scene.document.text), span, token.i, several)
        role = self.scene.role_at(token)
        codes = codes_of(self, token, mention, role)
        sector = sector_of(self, token, mention, role)
        if token.lower in STYLES and (not codes or codes == (NEIGHBOURS,)):
            told = styled(self, token)
            codes, sector = told or codes, None if told else sector
        if not codes and (found := predicated(self, token)) is not None:
            return found
        if not codes and (found := supposed(self, token)) is not None:
            codes, sector = found.codes, sector or found.sector
        if not codes and not sector:
            return of_group(self, token) or maker(self, token)
        if role is not None and role.office:
            span = self._with_holder(token, span)
        return Reference(
            codes, sector, span.of(self.scene.document.text), span, token.i, token.tag in ("NNS", "NNPS") or len(codes) > 1
        )

    def _with_holder(self, office: Token, span: Span) -> Span:
        """ "The president, Ann Dow": with who holds the office, told right behind it."""
        for beside in self.sentence.children(office, "appos"):
            named = self.scene.mention_at(beside)
            if named is None or named.kind not in OF_PERSONS or named.start < span.end:
                continue
            if self.scene.document.text[span.end : named.start] == ", ":
                return Span(span.start, named.end)
        return span

    def _core(self, token: Token) -> list[Token]:
        """The phrase's own words: modifiers and "of"-like complements, not clauses, conjuncts or appositions."""
        out, stack = [], [token]
        while stack:
            here = stack.pop()
            out.append(here)
            for child in here.children:
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
        owners: list[str] = []
        seats: list[str] = []
        beside = self.sentence.children(token, "amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod", "det")
        # "Cuban soldiers due to leave Angola", "reservists in districts next to Poland": no modifier of whose they are.
        beside = [c for c in beside if c.i < token.i or c.lower not in _OF_NOBODY]
        if token.lower in CAPTORS:  # "their kidnappers": of nobody's state who suffers from them
            beside = [c for c in beside if c.dep != "poss"]
        for child in beside:
            for part in self.sentence.subtree(child, without=frozenset({"relcl", "acl"})):
                mention = self.scene.mention_at(part)
                out += [c for c in between_twins(part, self.scene.document.text) if c not in out]
                if mention is not None and (mention is named or self.is_where_agreed(token, child, mention)):
                    continue
                if (
                    mention
                    and mention.code
                    and mention.kind != "place"
                    and mention.code not in out
                    and not is_against(self, mention)
                ):
                    (seats if is_seat(self, mention) else out).append(mention.code)
                elif (
                    part.tag == "WP$" and (whose := relative(self, part)) is not None
                ):  # "the British, whose tourists we welcome"
                    owners += [c for c in whose.codes if c not in owners]
                elif not mention and (not self._is_style(part) if part.tag == "PRP$" else _is_told_owner(part, child)):
                    owner = self.refer(part)
                    owners += [c for c in (owner.codes if owner else ()) if c not in owners]
        return tuple(out or owners or seats)  # "his Guatemalan counterpart" is of Guatemala

    def _is_style(self, pronoun: Token) -> bool:
        """ "His Majesty King Abdullah": nobody's, but how a king is spoken of; "Your Majesty" is spoken to."""
        return pronoun.lower != "your" and any(t.lower in _STYLES for t in self.sentence.tokens[pronoun.i + 1 : pronoun.i + 3])

    @staticmethod
    def is_where_agreed(noun: Token, before: Token, mention: Mention) -> bool:
        """ "The Minsk agreements", "the Lima process": named for the town where it was agreed, and not its state's."""
        return mention.kind in ("capital", "seat") and before.dep != "poss" and noun.lower in _AGREED

    def _together(self, token: Token, span: Span) -> tuple[str, ...]:
        """Several who are named by how many they are: "the six parties", "the two countries", "the sides"."""
        text = self.scene.document.text
        group = listed(self, token) or pointed(self, token) or joint_body(self, token) or convened(self, token)
        group = group or counterpart(self, token)
        if group or token.tag in ("NN", "CD", "JJ"):
            return group
        for pattern, entry in self.scene.knowledge.deixis:
            if entry.means == "pair" and _is_said(pattern, text, span):
                counted = _PAIR.search(span.of(text)) is not None
                if counted:
                    return tuple(self.scene.pair(span.start))
                return self.scene.discourse.between or tuple(self.scene.discourse.near_pair(span.start))
        return ()

    def _pronoun(self, token: Token) -> Reference | None:
        found = meant(self, token)
        if found is None:
            return None
        return Reference(found.codes, found.sector, token.text, Span(token.start, token.end), token.i, found.plural)


def _is_told_owner(part: Token, child: Token) -> bool:
    """ "The island's president", "the alliance's staff": whether an owner is told by what he is."""
    return part is child and part.dep == "poss" and part.lower in STYLES


def _is_said(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    """Whether a phrase is one of a pattern's, by what follows it too: not "the parties" of "the parties to the conflict"."""
    found = pattern.search(text, max(0, span.start - 5), span.end + 9)
    return found is not None and found.end() <= span.end
