"""Claims of status: what a state or other actor is, calls itself, or is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.belonging import is_land
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.sentence.law import law_state
from dragoman.coding.sentence.phrasing import refer_all, trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SELVES, SHORT_ARE, SHORT_IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_BE = BE | SHORT_IS | SHORT_ARE | REMAIN | {"being", "become", "becomes", "became"}
_STATUS = frozenset({"status", "position", "rank", "standing"})
_SPEAKS = frozenset({"speak", "represent", "embody"})
# Words that say nothing of a status without their clause: "a country that is in no alliance".
_KINDS = word_class("kinds-of-states")
_ITSELF = SELVES | {"ourselves"}
_TITLED = re.compile(r"\b(?:law|act|decree|ordinance|statute|resolution)\b[^.;:]{0,40}\bon $", re.IGNORECASE)
_LOSES = word_class("losing-a-standing")
_NAMINGS = word_class("namings")
_WHEN = re.compile(r"\s+(?:on|in|since|from)\s+$")
_ACTS = word_class("acting-as")
_SELF = word_class("calling-oneself")
_ORGANS_NAMED_AGAIN = word_class("organs-named-again")


def standings(grounds: Grounds) -> Iterator[Draft]:
    """The status claims of one sentence."""
    reader = _Reader(grounds)
    yield from reader.statuses()
    yield from reader.claimed()
    yield from reader.named()
    yield from reader.copulas()


class _Reader:
    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self._known = grounds.finds.said(self.sentence.start, self.sentence.end, "standing")
        self._taken: set[int] = set()

    def _is_standing(self, token: Token) -> bool:
        """Whether a noun ends, or is, a status that the lexicon knows."""
        return any(a <= token.start and token.end <= b for a, b in self._known)

    # --- the status of a nuclear power ---

    def statuses(self) -> Iterator[Draft]:
        for token in self.sentence:
            if token.lower not in _STATUS or token.tag[0] != "N":
                continue
            what = [
                o
                for p in self.sentence.children(token, "prep")
                if p.lower in ("of", "as")
                for o in self.sentence.children(p, "pobj")
            ]
            what += [c for o in what for c in self.sentence.children(o, "conj", "appos")]
            known = [o for o in what if self._is_standing(o)]
            before = [c for c in self.sentence.children(token, "compound", "amod", "nmod") if self._is_standing(c)]
            if not known and not before:
                continue
            verb = self.grounds.verb_above(token)
            owner, by_verb = self._owner(token, verb)
            if owner is None or (by_verb and not self.grounds.is_asserted(verb)) or self._is_title(verb):
                continue
            denied = by_verb and verb is not None and (verb.lower in _LOSES or self.grounds.clauses.negated(verb))
            statement = self._undated(self.grounds.phrase(token, without=("relcl", "acl", "advcl", "parataxis", "appos")))
            self._taken |= {t.i for t in self.sentence.subtree(token)}
            start = min([statement.start, *([verb.start] if by_verb and verb is not None else [])])
            yield Draft("status", verb or token, start, statement.end, statement, owner, denied=denied)
            beside = [a for o in (token, *known) for a in self.sentence.children(o, "appos")]
            beside += self._hung_above(token, verb) if by_verb and verb is not None else []
            for also in (a for a in beside if a.tag in ("NN", "NNS") and a not in known):
                named = self.grounds.phrase(also)  # "the status of a nuclear power, a military giant in the East"
                yield Draft("status", verb or token, start, named.end, named, owner, denied=denied)

    def _hung_above(self, status: Token, verb: Token) -> list[Token]:
        """ "The status of a regional power, a giant in Africa": an apposition that the parser hung on the verb."""
        end = self.sentence.subtree(status, without=frozenset({"appos", "conj", "punct"}))[-1].i
        opening = self.sentence.tokens[end + 1 : end + 3]
        if len(opening) < 2 or opening[0].text != "," or opening[1].lower not in ("a", "an"):
            return []
        return [c for c in self.sentence.children(verb, "dobj", "conj", "npadvmod") if c.i == opening[1].head]

    def _is_title(self, verb: Token | None) -> bool:
        """ "A law on consolidating the status of X" is what the law is called."""
        if verb is None or verb.tag != "VBG":
            return False
        return _TITLED.search(self.grounds.bench.text, max(self.sentence.start, verb.start - 60), verb.start) is not None

    def _owner(self, token: Token, verb: Token | None) -> tuple[str | None, bool]:
        """Whose status, and whether it is by the verb that it holds it."""
        for child in self.sentence.children(token, "poss"):
            code = self.grounds.code_of(child)
            if code is not None:
                return code, False
        if self.grounds.clauses.under(token, "as"):  # "the status of X as a nuclear power"
            for whose in self.grounds.clauses.under(token, "of"):
                code = self.grounds.code_of(whose)
                if code is not None:
                    return code, False
        if verb is None or verb.lower not in self.grounds.words["holds"] | _LOSES:
            return None, False
        for subject in self.grounds.subjects(verb):
            code = self.grounds.code_of(subject)
            if code is not None:
                return code, True
        return None, False

    # --- claims to be the sole legitimate government ---

    def claimed(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.tag[0] != "V" or verb.lower not in self.grounds.words["claiming"] or not self.grounds.is_asserted(verb):
                continue
            for inner in self.sentence.children(verb, "xcomp", "ccomp"):
                if inner.lower in _SPEAKS:
                    yield from self._each(verb, inner, self.grounds.clauses.negated(inner))
                if inner.lower not in _BE:
                    continue
                own = self.sentence.children(inner, "nsubj")
                if own and self.grounds.code_of(own[0]) not in [
                    c for s in self.grounds.subjects(verb) for r in refer_all(self.grounds.bench, s) for c in r.codes
                ]:
                    continue
                for what in self.sentence.children(inner, "attr", "acomp"):
                    yield from self._each(verb, what, self.grounds.clauses.negated(inner))

    def _each(self, verb: Token, what: Token, denied: bool) -> Iterator[Draft]:
        """A row for each claimant."""
        statement = self.grounds.phrase(what, without=("relcl", "advcl", "parataxis", "cc", "conj", "aux"))
        self._taken.add(what.i)
        codes = dict.fromkeys(c for s in self.grounds.subjects(verb) for r in refer_all(self.grounds.bench, s) for c in r.codes)
        start = min(
            [
                verb.start,
                *(t.start for s in self.grounds.subjects(verb) for t in self.sentence.subtree(s) if t.start < verb.start),
            ]
        )
        for code in codes:
            yield Draft("status", verb, start, max(verb.end, statement.end), statement, code, denied=denied, by=(code,))

    # --- calls itself, is recognised as, would never accept as ---

    def named(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if (
                verb.tag[0] != "V"
                or verb.lower not in self.grounds.words["claims"]
                or verb.lower in self.grounds.words["claiming"]
            ):
                continue
            for what in self._called(verb):
                yield from self._naming(verb, what)
            quality = self._quality(verb) if verb.lower in self._selves() and self.grounds.is_asserted(verb) else None
            for code in self.grounds.codes_of(self.grounds.clauses.subjects(verb)) if quality is not None else ():
                denied = self.grounds.clauses.negated(verb)
                yield Draft(
                    "status", verb, verb.start, max(verb.end, quality.end if quality else 0), quality, code, denied=denied,
                    as_of=self.grounds.dated(verb), by=(code,),
                )  # fmt: skip

    def _called(self, verb: Token) -> list[Token]:
        """The status that somebody is called: "a terrorist state", "as a nuclear power", "to be an aggressor"."""
        out = self.sentence.children(verb, "oprd", "attr")
        for prep in self.sentence.children(verb, "prep"):
            out += self.sentence.children(prep, "pobj") if prep.lower == "as" and prep.i > verb.i else []
        for inner in self.sentence.children(verb, "xcomp", "ccomp"):
            out += self.sentence.children(inner, "attr") if inner.lower in ("be", "as", "being") or inner.dep == "xcomp" else []
            out += [inner] if inner.tag[0] == "N" else []
        for thing in self.sentence.children(verb, "dobj"):
            out += self.sentence.children(thing, "appos")  # "branded A the aggressor"
            namings = () if thing.lower in _NAMINGS else self.sentence.children(thing, "prep")
            for prep in namings:  # but "rejects the description of A as the aggressor"
                out += self.sentence.children(prep, "pobj") if prep.lower == "as" else []
        return [t for t in out if t.tag[0] == "N"]

    def _quality(self, verb: Token) -> Span | None:
        """What somebody calls itself by adjectives: "itself permanently neutral", "itself as non-aligned"."""
        itself = next((t for t in self.sentence.tokens[verb.i + 1 : verb.i + 2] if t.lower in _ITSELF), None)
        if itself is None:
            return None
        words: list[Token] = []
        for token in self.sentence.tokens[itself.i + 1 :]:
            if token.lower in ("as", "to", "be") and not words:
                continue
            if token.tag[0] not in "RJV" and token.tag != "HYPH" and token.text != "-":
                break
            words.append(token)
        behind = self.sentence.tokens[words[-1].i + 1 :][:1] if words else []
        if not words or words[-1].tag[0] not in "JV" or any(t.tag[0] in "NCD" for t in behind):
            return None
        return Span(words[0].start, words[-1].end)

    def _naming(self, verb: Token, what: Token) -> Iterator[Draft]:
        things = self.sentence.children(verb, "dobj", "nsubjpass")
        inner = [c for x in self.sentence.children(verb, "ccomp", "xcomp") for c in self.sentence.children(x, "nsubj")]
        things = [t for t in (*things, *inner) if t is not what]
        agents = self.grounds.clauses.subjects(verb)
        doers = self.grounds.codes_of(agents)
        if any(c.lower == "no" for a in agents for c in self.sentence.children(a, "det")):
            return  # "no state has recognized it as ..."
        itself = any(t.lower in _ITSELF for t in things) or (bool(doers) and self.grounds.codes_of(things) == doers)
        if what.i in self._taken or not (self._is_standing(what) or (itself and verb.lower in self._selves())):
            return
        negated = self.grounds.clauses.negated(verb) or verb.lower in _LOSES
        if not negated and not self.grounds.is_asserted(verb):
            return
        told = ("appos", "conj", "cc", "advcl", "parataxis", "nsubj")
        statement = self._undated(self.grounds.phrase(what, told if what.lower in _KINDS else (*told, "relcl")))
        codes: tuple[str | None, ...] = doers if itself else self.grounds.codes_of(things)
        named = [t for t in things if t.tag in ("NNP", "NNPS") and t.i > verb.i] if not codes and doers else []
        lead = self.grounds.phrase(named[0]) if named else None  # "regards the M23 as a terrorist group"
        codes = codes or ((None,) if lead is not None and lead.end <= statement.start else ())
        by = self._lawgivers(agents) or self._law(agents) or doers if agents else None
        start = min([verb.start, *(t.start for t in things)])
        self._taken.add(what.i)
        # What others are called is so before and after it is said.
        as_of = self.grounds.dated(verb) if itself else self.grounds.now(verb)
        for code in codes:
            yield Draft(
                "status", verb, start, max(verb.end, statement.end), statement, code, as_of=as_of, denied=negated,
                by=(code,) if itself and code is not None else by, lead=lead,
            )  # fmt: skip

    def _undated(self, span: Span) -> Span:
        """Without "on March 7, 2008" at its end: when somebody was called so is no part of it."""
        for date in self.grounds.bench.dates:
            before = _WHEN.search(self.grounds.bench.text, span.start, date.start)
            if before is not None and date.end >= span.end > date.start:
                return Span(span.start, before.start())
        return span

    def _lawgivers(self, subjects: list[Token]) -> tuple[str, ...]:
        """The states whose constitution or treaty describes it so."""
        scene = self.grounds.bench.scene
        for subject in subjects:
            for reference in scene.register.within(subject.start, subject.end):
                parts = (reference.instrument.id or "").split("-") if reference.instrument is not None else []
                codes = tuple(takewhile(lambda part: part in scene.knowledge.states, parts))
                if codes:
                    return codes
        return ()

    def _law(self, subjects: list[Token]) -> tuple[str, ...]:
        """The state whose constitution describes it so ("the constitution, which defines X as ...")."""
        for subject in subjects:
            here = subject
            if subject.tag in ("WDT", "WP"):
                above = next((a for a in self.sentence.ancestors(subject) if a.dep == "relcl"), None)
                here = self.sentence.tokens[above.head] if above is not None else subject
            if here.lower == "constitution":
                said = self.grounds.bench.reported_by(here)  # what a state's media say of "the constitution" is of its own
                code = said[-1] if said and "+" not in said[-1] else law_state(self.grounds.bench, here.start)
                return (code,) if code is not None else ()
        return ()

    def _selves(self) -> frozenset[str]:
        return frozenset(w for w in self.grounds.words["claims"] if any(w.startswith(s[:-1]) for s in _SELF))

    # --- is a nuclear power; as a nuclear power; the X, a nuclear power ---

    def copulas(self) -> Iterator[Draft]:
        for token in self.sentence:
            if token.i in self._taken or token.tag[0] != "N" or not self._is_standing(token):
                continue
            head = self.sentence.head(token)
            if head is None:
                continue
            if token.dep in ("attr", "conj") and (verb := self._be_above(token)) is not None and self.grounds.is_asserted(verb):
                if verb.tag == "VBG" or any(a.lower in self.grounds.words["claiming"] for a in self.sentence.ancestors(verb)):
                    continue
                yield from self._of(token, self.grounds.subjects(verb), verb, self.grounds.clauses.negated(verb))
            elif token.dep == "appos" and self.grounds.bench.scene.mention_at(head) is not None:
                yield from self._of(token, [head], head, False)
            elif token.dep == "pobj" and head.lower == "as" and head.dep == "prep":
                above = self.sentence.head(head)
                opens = head.i <= 1 or self.sentence.tokens[head.i - 1].dep in ("cc", "punct")
                if (
                    above is not None
                    and above.tag[0] == "V"
                    and (head.i < above.i or above.lower not in self.grounds.words["claims"])
                    and (opens or above.lower in _ACTS)
                ):
                    yield from self._of(token, self.grounds.subjects(above), head, False)

    def _be_above(self, token: Token) -> Token | None:
        here = token
        while here.dep == "conj" and here.head != here.i:
            here = self.sentence.tokens[here.head]
        above = self.sentence.head(here)
        return above if here.dep == "attr" and above is not None and above.lower in _BE else None

    def _of(self, token: Token, subjects: list[Token], head: Token, denied: bool) -> Iterator[Draft]:
        scene = self.grounds.bench.scene
        for subject in subjects[:1]:
            role = scene.role_at(subject)
            if role is not None and scene.mention_at(subject) is None and subject.lower not in _ORGANS_NAMED_AGAIN:
                continue
            mention = scene.mention_at(subject)
            if mention is not None and mention.kind in OF_PERSONS:
                continue  # what somebody is, their state is not
            # "The three islands are an integral part of X": what is no actor stands in the statement.
            part = token.lower == "part" and mention is None and subject.tag[0] == "N"
            place = (mention is not None and mention.kind == "place") or part
            if not place and head.lower in _BE and is_land(self.grounds, subject):  # "the islands are inherent territory of X"
                place = self.grounds.code_of(subject) is None and bool(scene.base(subject.start))
            several = token.tag == "NNS" and bool(self.sentence.children(subject, "conj"))
            code = None if place else self.grounds.code_of(subject)
            if code is None and not place:
                continue
            statement = self._undated(self.grounds.phrase(token))
            # "No party to the conflict", "though not a party to the convention".
            before = [c for c in self.sentence.children(token, "det", "neg", "advmod") if c.i < token.i]
            denied = denied or any(c.lower in ("no", "not") for c in before)
            denials = tuple(denying(self.grounds.clauses, head, [token])) if denied else ()
            self._taken.add(token.i)
            start = min(
                statement.start,
                head.start,
                *(t.start for t in self.sentence.subtree(subject, without=frozenset({"relcl", "appos"}))),
            )
            lead = None
            if place:  # no actor: the statement must name it
                first = min([head.start, *(c.start for c in self.sentence.children(head, "aux", "neg"))])
                name = Span(mention.start, mention.end) if mention is not None else self.grounds.phrase(subject)
                lead = name if head.dep == "conj" and name.end < first else None
                statement = Span(first, statement.end) if lead else trimmed(scene.document.text, Span(start, statement.end))
            as_of = self.grounds.dated(head)
            for one in self.grounds.codes_of([subject]) if several and not place else (code,):  # "A and B were guarantors"
                yield Draft(
                    "status", head, start, statement.end, statement, one, as_of=as_of, denied=denied, denials=denials, lead=lead
                )
