"""Phrases -> actors: who a noun phrase of a parsed sentence means, and in what capacity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.coding.mentions import Mention
from dragoman.coding.pointed import pointed
from dragoman.coding.principals import OF_TWO, TWINS, codes_of, is_against
from dragoman.coding.pronouns import meant
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import sector_of
from dragoman.coding.standins import convened, is_title, joint_body, listed
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# Dependents that tell what a noun phrase is, and those that begin something else.
_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos", "parataxis", "dep"})
_OF = frozenset("of between in from at for to on with inside across throughout near around within by".split())
_RELATIVE = frozenset({"who", "which", "that", "whom"})
COUNTS = word_class("counted-members")
# What makes a thing its sender's.
_SENT = word_class("sent-by-somebody")
_WORKS = word_class("works")
_ISSUED = word_class("published-by")
_FIGURES = word_class("figures")
# "The Dow is a frigate of the Chilean navy": so the Dow is Chile's.
_VESSELS = word_class("vessels")
_SENDS = word_class("sending-forces")
_COPULAS = frozenset({"is", "was", "became", "becomes"})
# What somebody is taken for, without its being known.
SUPPOSED = word_class("supposed")
_COUNTED_AS = frozenset({"be", "being", "been", "from"})
# What is put to the vote, and what is done to it.
_DRAFTS = word_class("drafts")
_VOTED_ON = word_class("voted-on")
_ADOPTED = word_class("adopted")
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
        if last is None or third is None or last.text.lower() not in ("we", "i"):
            return last
        return third if "\n" not in self.scene.document.text[third.span.end : self.sentence.start] else last

    def of(self, sentence: Sentence) -> Referrer:
        """The referrer of the same sentence with another tree."""
        return Referrer(self.scene, sentence, self._previous, self._person, self._third)

    def refer(self, token: Token) -> Reference | None:
        """Who the phrase headed by `token` means, without its conjuncts; None where it names nobody."""
        if token.i not in self._known:
            self._known[token.i] = None  # a phrase that leads back to itself means nobody
            self._known[token.i] = self._refer(token)
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
        out, here = [], [token, *self._joined(token)]
        while here:
            head = here.pop(0)
            found = self.refer(head)
            if found:
                out.append(found)
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
            return self._relative(token)
        if token.tag in ("PRP", "PRP$") and mention is None:
            return self._pronoun(token)
        if token.lower in COUNTS and not self.modifier_codes(token):
            counted = [
                o for p in self.sentence.children(token, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")
            ]
            if counted:
                return self.refer(counted[0])
        core = self._core(token)
        span = self.sentence.span(core)
        together = self._together(token, span) if mention is None and token.tag[0] in "NCJ" else ()
        if together:
            return Reference(together, "GOV", span.of(self.scene.document.text), span, token.i, plural=True)
        role = self.scene.role_at(token)
        codes = codes_of(self, token, mention, role)
        sector = sector_of(self, token, mention, role)
        if not codes and (found := self._predicated(token)) is not None:
            return found
        if not codes and (found := self._supposed(token)) is not None:
            codes, sector = found.codes, sector or found.sector
        if not codes and not sector:
            return self._of_group(token) or self._maker(token)
        return Reference(
            codes, sector, span.of(self.scene.document.text), span, token.i, token.tag in ("NNS", "NNPS") or len(codes) > 1
        )

    def _predicated(self, token: Token) -> Reference | None:
        """ "Brown became the first president of Ghana to ...": somebody unknown is what the clause says he is."""
        verb = self.sentence.head(token)
        if verb is None or token.dep != "nsubj" or token.tag != "NNP" or verb.lower not in _COPULAS:
            return None
        for attribute in self.sentence.children(verb, "attr"):
            known = self.scene.role_at(attribute) is not None or attribute.lower in _VESSELS
            found = self.refer(attribute) if known else None
            if found is not None and found.codes:
                return found
        return None

    def _supposed(self, token: Token) -> Reference | None:
        """ "Two women believed to be North Korean agents", "gunmen suspected to be from Chad": of whom they are thought to be."""
        for clause in self.sentence.children(token, "acl"):
            if clause.lower not in SUPPOSED:
                continue
            below = self.sentence.subtree(clause, without=frozenset({"relcl", "advcl", "conj"}))
            heads = [h for be in below if be.lower in _COUNTED_AS for h in self.sentence.children(be, "attr", "acomp", "pobj")]
            return next((found for h in heads if (found := self.refer(h)) is not None and found.codes), None)
        return None

    def _of_group(self, token: Token) -> Reference | None:
        """ "Leaders of the opposition coalition": of the same kind as the group."""
        if token.lower not in _FIGURES:
            return None
        of = [o for p in self.sentence.children(token, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")]
        return self.refer(of[0]) if of else None

    def _maker(self, token: Token) -> Reference | None:
        """ "drones launched by rebels", "a report by the Bank": a thing is of those who sent it, a text of who wrote it."""
        is_text = token.lower in _WORKS
        for prep in self.sentence.children(token, "prep") if is_text else ():
            if prep.lower == "by":
                return next((self.refer(o) for o in self.sentence.children(prep, "pobj")), None)
        for clause in self.sentence.children(token, "acl"):
            if clause.tag != "VBN" or clause.lower not in (_ISSUED if is_text else _SENT):
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
            for child in here.children:
                if child.dep in _OUTSIDE and not (
                    child.dep == "conj" and here is not token and here.dep in ("amod", "compound", "nmod")
                ):
                    continue
                if child.dep == "prep" and child.lower not in _OF:
                    continue
                stack.append(child)
        return sorted(out, key=lambda t: t.i)

    def _twins(self, part: Token) -> tuple[str, ...]:
        """The two that "the Koreas" and "inter-Korean" mean."""
        word = part.lower
        if word in OF_TWO and self.scene.document.text[max(0, part.start - 6) : part.start].lower() == "inter-":
            word = OF_TWO[word]
        return TWINS.get(word, ())

    def modifier_codes(self, token: Token, named: Mention | None = None) -> tuple[str, ...]:
        """Codes of the adjectives, compounds and possessors before a noun: "DPRK-Russia", "Chinese", "Israel's".

        `named` is the mention that the noun itself is part of, whose words say nothing more.
        """
        out: list[str] = []
        owners: list[str] = []
        for child in self.sentence.children(token, "amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod", "det"):
            for part in self.sentence.subtree(child, without=frozenset({"relcl", "acl"})):
                mention = self.scene.mention_at(part)
                out += [c for c in self._twins(part) if c not in out]
                if mention is not None and (mention is named or self.is_where_agreed(token, child, mention)):
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
                    owners += [c for c in (owner.codes if owner else ()) if c not in owners]
        return tuple(out or owners)  # "his Guatemalan counterpart" is of Guatemala

    @staticmethod
    def is_where_agreed(noun: Token, before: Token, mention: Mention) -> bool:
        """ "The Minsk agreements", "the Lima process": named for the town where it was agreed, and not its state's."""
        return mention.kind in ("capital", "seat") and before.dep != "poss" and noun.lower in _AGREED

    def _relative(self, token: Token) -> Reference | None:
        """ "who", "which", "that": the noun that the clause hangs on."""
        for above in self.sentence.ancestors(token):
            if above.dep in ("relcl", "acl"):
                return self._described(self._agreeing(above, self.sentence.tokens[above.head]))
        return None

    def _agreeing(self, clause: Token, noun: Token) -> Token:
        """The noun that a relative clause is about: of "envoys engaged in trade that have come", the plural one further up."""
        if clause.lower in _VOTED_ON and noun.dep == "pobj":  # "the initiative of Chad in the Council, which was vetoed"
            texts = [a for a in self.sentence.ancestors(noun) if a.lower in _DRAFTS and a.i < noun.i]
            if texts:
                return texts[0]
        verb = next((c for c in clause.children if c.dep in ("aux", "auxpass")), clause)
        if noun.tag != "NN" or noun.dep != "pobj" or not (verb.tag == "VBP" or verb.lower in ("have", "are", "were")):
            return noun
        above = [a for a in self.sentence.ancestors(noun) if a.tag in ("NN", "NNS") and a.i < noun.i]
        before = self.sentence.tokens[above[-1].i : noun.i] if above else []
        return next((t for t in reversed(before) if t.tag == "NNS"), noun)

    def _described(self, noun: Token) -> Reference | None:
        """Who a relative clause is about: its noun, what that stands beside ("the envoy, Kim, who"), or who was one of such."""
        found = self._adopter(noun) or self.refer(noun)
        if noun.dep == "attr" and noun.tag == "NN" and (verb := self.sentence.head(noun)) is not None:
            subjects = self.sentence.children(verb, "nsubj")  # "Chad was the only member of the pact that ..."
            whose = self.refer(subjects[0]) if subjects else None
            if whose is not None and whose.codes:
                return whose
        if found is not None and found.codes:
            return found
        if noun.dep == "appos":
            return self.refer(self.sentence.tokens[noun.head]) or found
        sending = self.sentence.head(noun) if noun.dep == "dobj" and found is not None else None
        if sending is not None and found is not None and sending.lower in _SENDS:  # "sent special forces, which captured"
            while sending.dep == "conj" and not self.sentence.children(sending, "nsubj"):
                above = self.sentence.head(sending)
                if above is None:
                    break
                sending = above
            codes = tuple(c for s in self.sentence.children(sending, "nsubj") for c in self.codes(s))
            return replace(found, codes=codes) if codes else found
        above = self.sentence.head(noun)
        counted = self.sentence.head(above) if above is not None and above.lower == "of" and noun.dep == "pobj" else None
        if counted is not None and counted.dep == "attr":  # "was one of eleven states that voted"
            verb = self.sentence.head(counted)
            subjects = self.sentence.children(verb, "nsubj") if verb is not None else []
            return (self.refer(subjects[0]) if subjects else None) or found
        return found

    def _adopter(self, noun: Token) -> Reference | None:
        """ "The Council adopted resolution 83, which condemned": the text says what who adopted it says."""
        words = (noun, self.sentence.head(noun), *self.sentence.children(noun, "compound"))
        text = noun if noun.dep == "dobj" else self.sentence.head(noun)
        verb = self.sentence.head(text) if text is not None and text.dep == "dobj" else None
        if (
            verb is None
            or not any(t is not None and t.lower in _ADOPTED for t in words)
            or not verb.lower.startswith(("adopt", "pass", "issue", "approve"))
        ):
            return None
        subjects = self.sentence.children(verb, "nsubj")
        return self.refer(subjects[0]) if subjects else None

    def _together(self, token: Token, span: Span) -> tuple[str, ...]:
        """Several who are named by how many they are: "the six parties", "the two countries", "the sides"."""
        text = self.scene.document.text
        group = listed(self, token) or pointed(self, token) or joint_body(self, token) or convened(self, token)
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


def _is_said(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    """Whether a phrase is one of a pattern's, by what follows it too: not "the parties" of "the parties to the conflict"."""
    found = pattern.search(text, max(0, span.start - 5), span.end + 9)
    return found is not None and found.end() <= span.end
