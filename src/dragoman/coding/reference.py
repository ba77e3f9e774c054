"""Phrases -> actors: who a noun phrase of a parsed sentence means, and in what capacity."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.mentions import Mention, RoleMention
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import sector_of
from dragoman.language.parse import Sentence, Token
from dragoman.text import Span

# Dependents that tell what a noun phrase is, and those that begin something else.
_OUTSIDE = frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos", "parataxis", "dep"})
_OF = frozenset("of between in from at for to on with inside across throughout near around within by".split())
_BELONGS = frozenset("of between in from at to throughout inside across for on around with".split())
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
# Cities that news names for the body that sits there.
_METONYMS = {"Brussels": "EU"}
_WHERE = frozenset("in at near from outside around through across of".split())
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
        codes = self._codes(token, mention, role)
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

    def _codes(self, token: Token, mention: Mention | None, role: RoleMention | None) -> tuple[str, ...]:
        """The principals, by what stands nearest the head: the head itself, its modifiers, "of", an apposition."""
        if mention is not None and mention.kind in ("demonym", "adjective") and self._is_ethnic(token):
            return ()
        if mention is not None and mention.text in _METONYMS and self._stands_for_body(token):
            return (_METONYMS[mention.text],)
        if mention is not None and mention.kind != "place":
            owner = self._owner_of_group(token, mention)
            return owner or ((mention.code,) if mention.code else ())
        modifiers = self.modifier_codes(token)
        if modifiers:
            return self._where_people_live(token, modifiers) or modifiers
        of = self._complement_codes(token)
        if of:
            return of
        for apposition in self.sentence.children(token, "appos"):
            found = self.refer(apposition)
            if found and found.codes:
                return found.codes
        if token.dep == "appos":
            return ()
        # A place is its state's where nothing nearer says whose the phrase is ("shelled Aleppo", "a New York jury").
        if mention is not None and mention.code:
            return (mention.code,)
        return self._place_codes(token) if role is not None else ()

    def _place_codes(self, token: Token) -> tuple[str, ...]:
        found = [self.scene.mention_at(c) for c in self.sentence.children(token, "compound", "amod", "nmod", "poss")]
        return tuple(dict.fromkeys(m.code for m in found if m is not None and m.code and not self._anti(m)))

    def _stands_for_body(self, token: Token) -> bool:
        """ "Brussels warned": the Union, unless it is where something happens or Belgium is spoken of."""
        above = self.sentence.head(token)
        if token.dep == "pobj" and above is not None and above.lower in _WHERE:
            return False
        inside = self.scene.within(self.sentence.start, self.sentence.end)
        return token.dep not in ("compound", "nmod", "appos") and not any(
            m.code == "BEL" and m.text not in _METONYMS for m in inside
        )

    def _where_people_live(self, token: Token, codes: tuple[str, ...]) -> tuple[str, ...]:
        """ "Serb residents of Kosovo", "Serb fighters in Žepa": named by their people, they are of the state they live in."""
        before = [self.scene.mention_at(c) for c in self.sentence.children(token, "amod", "compound", "nmod")]
        if len(codes) != 1 or not any(m is not None and m.kind == "demonym" and m.code == codes[0] for m in before):
            return ()
        of = self._complement_codes(token)
        return of if len(of) == 1 and of[0] in self.scene.knowledge.states else ()

    def _is_ethnic(self, token: Token) -> bool:
        """ "ethnic Albanians" are named by their people; whose citizens they are stands elsewhere."""
        return any(c.lower == "ethnic" for c in self.sentence.children(token, "amod", "compound"))

    def _owner_of_group(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """ "U.N. mediator", "Bush administration" are their own; "Iraqi Kurds" and "Manila's Senate" are of the state before
        them, and the Majlis in Malé is of the state it sits in.
        """
        if mention.kind == "collective":  # "our Uzbek neighbours"
            before = [self.scene.mention_at(c) for c in self.sentence.children(token, "amod", "compound", "nmod")]
            return tuple(
                m.code for m in before if m is not None and m is not mention and m.code in self.scene.knowledge.states
            )[:1]
        if mention.kind not in ("demonym", "body") or mention.code is None:
            return ()
        own = self.modifier_codes(token, mention)
        if not own and mention.kind == "body":
            own = self._seat_codes(token)
        return own if own and own[0] != mention.code and own[0] in self.scene.knowledge.states else ()

    def _seat_codes(self, token: Token) -> tuple[str, ...]:
        """The state in whose capital a body sits: "the Senate in Manila"."""
        for prep in self.sentence.children(token, "prep"):
            for obj in self.sentence.children(prep, "pobj") if prep.lower in ("in", "of") else ():
                mention = self.scene.mention_at(obj)
                if mention is not None and mention.code and mention.kind in ("capital", "name"):
                    return (mention.code,)
        return ()

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
                if mention and mention.code and mention.kind != "place" and mention.code not in out and not self._anti(mention):
                    out.append(mention.code)
                elif part.tag == "PRP$" and not mention:
                    owner = self._pronoun(part)
                    out += [c for c in (owner.codes if owner else ()) if c not in out]
        return tuple(out)

    def _anti(self, mention: Mention) -> bool:
        """ "anti-Russia remarks" are not Russia's; "non-U.S. firms" are not American."""
        return self.scene.document.text[max(0, mention.start - 6) : mention.start].lower().endswith(("anti-", "non-", "pro-"))

    def _complement_codes(self, token: Token) -> tuple[str, ...]:
        """Codes of "of the DPRK", "in Guinea", "to the United Nations" after a noun."""
        for prep in self.sentence.children(token, "prep"):
            if prep.lower not in _BELONGS:
                continue
            for obj in self.sentence.children(prep, "pobj"):
                mention = self.scene.mention_at(obj)
                if mention is not None and mention.code and mention.kind != "place":
                    # "officials from the United Nations and Iraq"
                    beside = [self.scene.mention_at(c) for c in self._conjuncts(obj)]
                    return tuple(dict.fromkeys([mention.code, *(m.code for m in beside if m and m.code and m.kind != "place")]))
                if (
                    mention is not None
                    and mention.kind == "place"
                    and mention.code
                    and prep.lower in ("in", "from", "at", "of", "near")
                ):
                    return (mention.code,)
                found = self.refer(obj)
                if found and found.codes and prep.lower in ("of", "in", "from", "at", "between"):
                    return found.codes
        return ()

    def _conjuncts(self, token: Token) -> list[Token]:
        out: list[Token] = []
        for child in self.sentence.children(token, "conj"):
            out += [child, *self._conjuncts(child)]
        return out

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
        return [*out, *(t for t in reversed(before) if t not in out)]
