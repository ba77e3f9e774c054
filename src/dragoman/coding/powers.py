"""Powers, duties, terms and accountability that a sentence gives to an office or to the state, by their grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.frames import Frame, grants
from dragoman.coding.offices import Holder, holder_of
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_HAVE = frozenset({"have", "has", "had", "possess", "possesses", "hold", "holds", "enjoy", "enjoys", "exercise", "exercises", "retain", "retains"})
_BE = frozenset({"is", "are", "be", "was", "were", "remain", "remains", "'s", "’s"})
_DUTY = frozenset({"shall", "must", "will", "should", "ought", "'ll", "’ll"})
_POWER = frozenset({"may", "can", "could", "might"})
_LEFT_OUT = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "mark", "cc", "preconj", "parataxis", "neg", "expl"})
_MAKES = frozenset({"make", "makes", "made", "name", "names", "named", "call", "calls", "called", "designate", "designates", "declare",
                    "declares", "define", "defines", "describe", "describes"})  # fmt: skip
_SERVES = frozenset({"hold", "holds", "held", "serve", "serves", "elected", "elects", "appointed", "chosen", "sits", "sit"})
_TIME = frozenset({"year", "years", "month", "months", "same", "year-long", "life"})
_TRAIL = re.compile(r"[\s,\"”]+(?:while|and|or|but|as|that|which|whereas)$")
_QUOTES = " \t,;:.\"'“”‘’«»–—-("


@dataclass(frozen=True, slots=True)
class Power:
    """`[start, end)` are the words of the power; `at` the word that gives it; powers of one `group` share their ground."""

    holder: Holder
    kind: str
    start: int
    end: int
    at: Token
    group: int


class PowerReader:
    """Reads the powers of one sentence. `state` is whose law is in view; `grounded` whether the sentence names it."""

    def __init__(self, bench: Workbench, frames: Sequence[Frame], state: str | None, before: Holder | None) -> None:
        self.bench = bench
        self.sentence = bench.sentence
        self.frames = frames
        self.grounded = any(not f.carried for f in frames)
        self.words = grants(bench.scene.knowledge.lexicon)
        self._state = state
        self._before = before

    def holders(self, tokens: Sequence[Token]) -> list[Holder]:
        """The holders that phrases and their conjuncts name."""
        stack, out = list(tokens), []
        while stack:
            token = stack.pop(0)
            found = holder_of(self.bench, token, self._state, self._before)
            if found is not None:
                out.append(found)
            stack += self.sentence.children(token, "conj") if token.tag[0] in "NP" else []
        return out

    def powers(self) -> list[Power]:
        """Everything given, in text order, each word giving once; surer patterns first."""
        out: dict[int, list[Power]] = {}
        for pattern in (self._terms, self._spans_of_office, self._answers, self._nouns, self._adjectives, self._granted, self._given, self._standings,
                        self._tasks, self._assents, self._passives, self._clauses):  # fmt: skip
            for power in pattern():
                known = out.setdefault(power.at.i, [])
                if not known or known[0].group == power.group and power.holder not in [p.holder for p in known]:
                    known.append(power)
        return sorted((p for ps in out.values() for p in ps), key=lambda p: (p.start, p.end))

    # --- has the power to; is empowered to; must answer to; for a term of ---

    def _nouns(self) -> Iterator[Power]:
        for verb in self.sentence:
            if verb.lower not in _HAVE or self.bench.clauses.negated(verb) or not self._is_current(verb):
                continue
            for noun in self._objects(verb):
                kind = self._kind_of(noun, "noun")
                if kind is None or any(c.lower in ("no", "neither") for c in self.sentence.children(noun)):
                    continue
                for holder in self.holders(self.bench.clauses.subjects(verb)):
                    if holder.office is not None or self.grounded:
                        yield from self._contents(noun, verb, holder, kind)

    def _contents(self, noun: Token, verb: Token, holder: Holder, kind: str) -> Iterator[Power]:
        """What a power consists of: "to conclude treaties and conduct affairs", "of appointing", "of veto"."""
        found = [c for c in self.sentence.children(noun, "acl", "relcl") if self._is_infinitive(c)]
        found = found or [c for c in self.sentence.children(verb, "xcomp", "advcl") if self._is_infinitive(c)]
        for prep in self.sentence.children(noun, "prep"):
            found += [p for p in self.sentence.children(prep, "pcomp") if p.tag == "VBG"] if prep.lower in ("of", "for") else []
        for act in found:
            for each in self._listed(act):
                start, end = self.extent(each)
                yield Power(holder, kind, start, end, each, verb.i)
        if not found:
            start, end = self._phrase(noun)
            yield Power(holder, kind, start, end, noun, verb.i)

    def _adjectives(self) -> Iterator[Power]:
        for token in self.sentence:
            kind = self._kind_of(token, "adjective")
            if kind is None or token.tag[0] not in "JV":
                continue
            if kind == "power" and self._is_negated(token):
                continue
            acts = [c for c in self.sentence.children(token, "xcomp", "ccomp", "advcl") if self._is_infinitive(c)]
            things = [p for p in self.sentence.children(token, "prep") if p.lower in ("for", "with")] if not acts and kind == "duty" else []
            for holder in self.holders(self._bearers(token)):
                if holder.office is None and not self.grounded:
                    continue
                for act in acts:
                    for each in self._listed(act):
                        yield Power(holder, kind, *self.extent(each), each, token.i)
                if things and (self.grounded or self.frames):
                    yield Power(holder, kind, *self._trim(token.start, self._stop(token)), token, token.i)

    def _answers(self) -> Iterator[Power]:
        for token in self.sentence:
            if token.lower not in self.words["answers", ""]:
                continue
            to = [c for c in self.sentence.children(token, "prep", "dative") if c.lower in ("to", "before")]
            if not to or token.tag[0] == "V" and not (self.grounded and self._is_current(token)):
                continue
            for holder in self.holders(self._bearers(token)):
                if holder.office is not None:
                    tokens = self.sentence.subtree(to[0], without=frozenset({"advcl", "relcl", "conj"}))
                    yield Power(holder, "accountability", *self._trim(token.start, tokens[-1].end), token, token.i)

    def _terms(self) -> Iterator[Power]:
        for token in self.sentence:
            if token.lower not in self.words["term", ""] or token.tag[0] != "N":
                continue
            below = self.sentence.subtree(token)
            if not any(t.lower in _TIME or re.search(r"-(?:year|month)", t.lower) or t.lower.endswith("year") for t in below):
                continue
            clause = next((a for a in (token, *self.sentence.ancestors(token)) if a.tag[0] == "V" and a is not token), None)
            if clause is None or not self._is_current(clause):
                continue
            owners = [c for c in self.sentence.children(token, "poss")]
            owners += [o for p in self.sentence.children(token, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")]
            owners += [*self.bench.clauses.subjects(clause), *self.sentence.children(clause, "nsubjpass")]
            for holder in [h for h in self.holders(owners) if h.office is not None][:1]:
                own = owners[0].dep == "nsubj" or token.dep != "nsubj"
                end = self._term_end(token) if own else self._stop(clause)
                yield Power(holder, "term", *self._trim(min(t.start for t in below if t.i >= token.i - 3), end), token, token.i)

    def _spans_of_office(self) -> Iterator[Power]:
        """ "holds office for five years", "is elected for four years"."""
        for verb in self.sentence:
            if verb.lower not in _SERVES or verb.tag[0] not in "VN" or not self._is_current(verb):
                continue
            for prep in self.sentence.children(verb, "prep"):
                years = [o for o in self.sentence.children(prep, "pobj") if o.lower in ("years", "year", "months", "life")]
                owners = [*self.bench.clauses.subjects(verb), *self.sentence.children(verb, "nsubjpass", "nsubj")]
                for holder in [h for h in self.holders(owners) if h.office is not None][:1] if years and prep.lower == "for" else ():
                    yield Power(holder, "term", *self._phrase(years[0]), years[0], verb.i)

    def _term_end(self, token: Token) -> int:
        """The end of "term that is the same as members of the assembly (five years)"."""
        text, end = self.bench.text, max(t.end for t in self.sentence.subtree(token, without=frozenset({"advcl"})))
        after = re.compile(r"\s*\([^()]{1,40}\)").match(text, end, self.sentence.end)
        frame = min((f.start for f in self.frames if not f.carried and token.start < f.start), default=end)
        return min(after.end() if after is not None else end, frame)

    # --- the article empowers X to; gives X the power; makes X the head; needs X's consent ---

    def _granted(self) -> Iterator[Power]:
        for verb in self.sentence:
            kind = self._kind_of(verb, "verb")
            if kind is None or verb.tag[0] not in "VN" or verb.dep in ("amod", "compound") or not self.grounded:
                continue
            for act in (c for c in self.sentence.children(verb, "xcomp", "ccomp", "advcl") if self._is_infinitive(c)):
                bearers = self.sentence.children(act, "nsubj") or self.sentence.children(verb, "dobj")
                for holder in self.holders(bearers):
                    for each in self._listed(act):
                        yield Power(holder, kind, *self.extent(each), each, verb.i)

    def _given(self) -> Iterator[Power]:
        for verb in self.sentence:
            if verb.tag[0] not in "VN" or verb.dep in ("amod", "compound") or verb.lower not in self.words["give", ""] | self.words["rests", ""]:
                continue
            nouns = [n for n in (*self._objects(verb), *self.sentence.children(verb, "nsubjpass", "nsubj")) if self._kind_of(n, "noun")]
            receivers = [t for t in self.sentence.children(verb, "dative") if t.tag[0] in "NP"]
            for prep in self.sentence.children(verb, "prep", "dative"):
                if prep.lower in ("to", "in", "on", "upon", "with", "for"):
                    receivers += self.sentence.children(prep, "pobj")
            for noun in nouns if self._is_current(verb) else ():
                for holder in self.holders(receivers):
                    yield from self._contents(noun, verb, holder, self._kind_of(noun, "noun") or "power")

    def _standings(self) -> Iterator[Power]:
        """ "is the supreme leader of the country", "makes the President the head of state"."""
        for noun in self.sentence:
            hyphened = self.bench.text[max(0, noun.start - 1) : noun.start] == "-"
            if noun.lower not in self.words["standing", ""] or not self.frames or noun.dep in ("nsubj", "compound") or hyphened:
                continue
            verb = next((a for a in self.sentence.ancestors(noun) if a.lower in _BE or a.lower in _MAKES), None)
            if verb is None or not self._is_current(verb):
                continue
            if verb.lower in _BE and noun.dep in ("attr", "conj"):
                bearers = self.sentence.children(verb, "nsubj")
            elif verb.lower in _MAKES and self.grounded:
                bearers = [t for t in self.sentence.tokens[verb.i + 1 : noun.i] if t.dep in ("dobj", "nsubj", "pobj") and t is not noun]
            else:
                continue
            for holder in [h for h in self.holders(bearers) if h.office is not None][:1]:
                start, end = self._phrase(noun)
                start = self._trim(holder.end, end)[0] if start < holder.end <= noun.start else start
                yield Power(holder, "power", start, end, noun, verb.i)

    def _tasks(self) -> Iterator[Power]:
        """ "The communication of positions is the task of the minister"."""
        for noun in self.sentence:
            verb = self.sentence.head(noun)
            if noun.dep != "attr" or verb is None or verb.lower not in _BE or self._kind_of(noun, "noun") is None or not self.frames:
                continue
            owners = [o for p in self.sentence.children(noun, "prep") if p.lower == "of" for o in self.sentence.children(p, "pobj")]
            for subject in self.sentence.children(verb, "nsubj") if self._is_current(verb) else ():
                for holder in [h for h in self.holders([*owners, *self.sentence.children(noun, "poss")]) if h.office is not None]:
                    yield Power(holder, self._kind_of(noun, "noun") or "duty", *self._phrase(subject), noun, verb.i)

    def _assents(self) -> Iterator[Power]:
        """ "the acceptance of Parliament is required for treaties", "subject to ratification by Parliament"."""
        for noun in self.sentence:
            if noun.lower not in self.words["assent", ""] or noun.tag[0] != "N":
                continue
            owners = [c for c in self.sentence.children(noun, "poss")]
            for prep in self.sentence.children(noun, "prep", "agent"):
                owners += [o for o in self.sentence.subtree(prep) if o.dep == "pobj"] if prep.lower in ("of", "by", "from") else []
            verb = next((a for a in self.sentence.ancestors(noun) if a.tag[0] == "V"), None)
            for prep in self.sentence.children(verb, "prep", "agent") if verb is not None and not owners else ():
                owners += [o for o in self.sentence.subtree(prep) if o.dep == "pobj"] if prep.lower == "by" else []
            words = {t.lower for t in self.sentence.subtree(verb)} if verb is not None else set()
            if verb is None or not words & {"required", "require", "requires", "need", "needs", "subject", "needed", "necessary"}:
                continue
            if not self._is_current(verb):
                continue
            for holder in [h for h in self.holders(owners) if h.office is not None][:1]:
                tokens = self.sentence.subtree(verb, without=frozenset({"advcl", "parataxis", "ccomp", "mark"}))
                yield Power(holder, "power", *self._trim(*self._ungrounded(tokens)), noun, verb.i)

    # --- treaties are ratified by X; X ratifies treaties ---

    def _passives(self) -> Iterator[Power]:
        for verb in self.sentence:
            if verb.tag != "VBN" or not self.bench.clauses.is_passive(verb) or verb.dep in ("acl", "amod"):
                continue
            agents = [o for a in self.sentence.children(verb, "agent") for o in self.sentence.children(a, "pobj")]
            subjects = self._undergoers(verb)
            if not agents or not subjects or not self._is_current(verb) or self._is_negated(verb):
                continue
            generic = subjects[0].tag == "NNS" and not self.sentence.children(subjects[0], "nummod", "det", "poss")
            sure = self.grounded or self.frames and verb.lower in self.words["act", ""]
            if not (sure or generic and verb.lower in self.words["act", ""]):
                continue
            for holder in self.holders(agents):
                start = min(t.start for t in self.sentence.subtree(subjects[0], without=frozenset({"relcl"})))
                agent = next(a for a in self.sentence.children(verb, "agent"))
                yield Power(holder, self._modality(verb, holder), *self._trim(start, max(verb.end, min(agent.start, self._stop(verb)))), verb, verb.i)

    def _undergoers(self, verb: Token) -> list[Token]:
        """Subjects of a passive, also of the passive that it is listed with ("are appointed and recalled by")."""
        here = verb
        while not self.sentence.children(here, "nsubjpass") and here.dep == "conj" and here.head != here.i:
            here = self.sentence.tokens[here.head]
        return self.sentence.children(here, "nsubjpass")

    def _clauses(self) -> Iterator[Power]:
        if not self.frames:
            return
        for verb in self.sentence:
            if verb.tag[0] != "V" or verb.lower in _BE or verb.lower in _HAVE or verb.dep in ("amod", "aux", "auxpass"):
                continue
            if self.bench.clauses.is_passive(verb) or self._shares(verb) or not self._is_telling_of(verb):
                continue
            for holder in self.holders(self._doers(verb)):
                yield Power(holder, self._modality(verb, holder), *self.extent(verb), verb, self._root(verb))

    def _is_telling_of(self, verb: Token) -> bool:
        """Whether a finite clause, or a participle under one, tells what the law lays down."""
        if verb.dep == "advcl" and verb.tag == "VBG" or verb.dep == "conj" and verb.tag == "VBG":
            return self.grounded and any(c.lower in ("the", "its", "overall") for c in self.sentence.subtree(verb))
        aux = self.bench.clauses.auxiliaries(verb)
        modal = bool(_DUTY & set(aux) or _POWER & set(aux)) and "have" not in aux
        under = any(not f.carried and not f.tells and not f.trails for f in self.frames)
        finite = verb.tag in ("VBZ", "VBP") or verb.tag == "VBD" and under or modal
        if not finite or verb.dep in ("relcl", "acl", "advcl", "parataxis") and not modal:
            return False
        if any(c.tag in ("WRB",) or c.lower in ("if", "unless", "until") for c in self.sentence.children(verb)):
            return False
        if not self.grounded:
            return verb.tag != "VBD" and (verb.lower in self.words["act", ""] or "shall" in aux)
        return True

    def _doers(self, verb: Token) -> list[Token]:
        if verb.tag == "VBG" and verb.dep in ("advcl", "conj"):
            root = self.sentence.tokens[self.sentence.root]
            return [t for t in self.sentence.children(root, "nsubj")]
        return self.bench.clauses.subjects(verb)

    # --- helpers ---

    def _objects(self, verb: Token) -> list[Token]:
        out = self.sentence.children(verb, "dobj")
        return [*out, *(d for o in out for d in self.sentence.children(o, "conj"))]

    def _bearers(self, token: Token) -> list[Token]:
        """Who an adjective or participle is said of."""
        own = self.sentence.children(token, "nsubjpass", "nsubj")
        head = self.sentence.head(token)
        if own or head is None:
            return own
        if token.dep in ("acomp", "attr", "conj") and head.tag[0] == "V":
            return self.sentence.children(head, "nsubj", "nsubjpass") or self.bench.clauses.subjects(head)
        return [head] if token.dep == "acl" else []

    def _kind_of(self, token: Token, form: str) -> str | None:
        for kind in ("power", "duty"):
            if token.lower in self.words.get((form, kind), frozenset()):
                return kind
        return None

    def _is_infinitive(self, verb: Token) -> bool:
        return verb.tag in ("VB", "VBP") and any(c.lower == "to" for c in self.sentence.children(verb, "aux"))

    def _is_negated(self, token: Token) -> bool:
        head = self.sentence.head(token)
        return self.bench.clauses.negated(token) or head is not None and head.lower in _BE and self.bench.clauses.negated(head)

    def _is_current(self, verb: Token) -> bool:
        """Present or modal; the past only under a law that the sentence names first."""
        tags = [verb.tag, *(c.tag for c in self.sentence.children(verb, "aux", "auxpass"))]
        if any(c.lower in ("have", "has", "had", "having") for c in self.sentence.children(verb, "aux")):
            return False
        return "VBD" not in tags or any(not f.carried and not f.tells and not f.trails for f in self.frames)

    def _modality(self, verb: Token, holder: Holder) -> str:
        aux = set(self.bench.clauses.auxiliaries(verb))
        if aux & _POWER:
            return "power"
        return "duty" if aux & _DUTY or holder.office is None else "power"

    def _listed(self, verb: Token) -> list[Token]:
        """A verb and the verbs listed with it, "conclude treaties and conduct affairs"."""
        out, stack = [], [verb]
        while stack:
            here = stack.pop(0)
            if not self._shares(here):
                out.append(here)
            stack += [c for c in self.sentence.children(here, "conj") if c.tag[0] == "V" and not self.sentence.children(c, "nsubj")]
        return out

    def _shares(self, verb: Token) -> bool:
        """Whether a verb is one with the verb before it: "recall" in "appoint and recall envoys", "share" in "not station, nor share"."""
        head = self.sentence.head(verb)
        if verb.dep != "conj" or head is None or head.tag[0] != "V" or self.sentence.children(verb, "nsubj"):
            return False
        return self._is_denied(head) or self._is_bare(head) and self._listed_after(head)[0] is verb

    def _is_denied(self, verb: Token) -> bool:
        """Whether a negation covers a verb and all that is listed with it."""
        here: Token | None = verb
        while here is not None and here.tag[0] == "V":
            if self.sentence.children(here, "neg"):
                return True
            here = self.sentence.head(here) if here.dep == "conj" else None
        return False

    def _listed_after(self, verb: Token) -> list[Token]:
        return [c for c in self.sentence.children(verb, "conj") if c.tag[0] == "V"]

    def _is_bare(self, verb: Token) -> bool:
        """Whether a verb has no complement of its own before the one listed with it."""
        listed = self._listed_after(verb)
        return bool(listed) and listed[0].i - verb.i <= 3 and not any(
            verb.i < c.i < listed[0].i and c.dep not in ("cc", "punct", "advmod") for c in self.sentence.children(verb)
        )

    def _root(self, verb: Token) -> int:
        here = verb
        while here.dep == "conj" and self.sentence.tokens[here.head].tag[0] == "V":
            here = self.sentence.tokens[here.head]
        return here.i

    def extent(self, verb: Token) -> tuple[int, int]:
        """From the verb (with "not") to the end of its complements."""
        negation = [c for c in self.sentence.children(verb, "neg") if c.i < verb.i]
        return self._trim(min([verb.start, *(n.start for n in negation)]), self._stop(verb))

    def _stop(self, verb: Token) -> int:
        """Where the predicate ends: before what is listed with it, and before its ground."""
        listed = self._listed_after(verb)
        if listed and (self._is_bare(verb) or self._is_denied(verb)):
            ends = [self._stop(c) for c in listed]
            return max(ends) if self._is_denied(verb) else min(ends[0], *(c.start for c in listed[1:2]), ends[0])
        limit = len(self.sentence.tokens)
        for child in self.sentence.children(verb):
            begins = min(t.i for t in self.sentence.subtree(child))
            following = [c for c in self.sentence.children(verb, "conj") if c.i > child.i]
            apart = child in listed or child.dep == "cc" and following[:1] == listed[:1] != [] or child.dep == "advcl" and child.tag == "VBN"
            if child.i > verb.i and (apart or child.dep in _LEFT_OUT and child.dep != "cc"):
                limit = min(limit, max(begins, verb.i + 1))
        ground = min((f.start for f in self.frames if not f.carried and f.start > verb.start), default=self.sentence.end)
        inside = [t for t in self.sentence.subtree(verb) if verb.i <= t.i < limit and t.start < ground]
        return max((t.end for t in inside), default=verb.end)

    def _phrase(self, noun: Token) -> tuple[int, int]:
        tokens = self.sentence.subtree(noun, without=frozenset({"relcl", "conj", "cc", "advcl", "appos", "parataxis"}))
        return self._trim(*self._ungrounded(tokens))

    def _ungrounded(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """The span of tokens without the words that name the ground, at either end."""
        frames = [f for f in self.frames if not f.carried]
        kept = [t for t in tokens if not any(f.start <= t.start < f.end for f in frames)] or list(tokens)
        return min(t.start for t in kept), max(t.end for t in kept)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.bench.text
        while end > start and text[end - 1] in _QUOTES:
            end -= 1
        while start < end and text[start] in _QUOTES:
            start += 1
        trail = _TRAIL.search(text, start, end)
        end = trail.start() if trail is not None else end
        if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
            end += 1
        lead = re.compile(r"(?:the|a|an|as|and|to)\s+", re.IGNORECASE).match(text, start, end)
        return tuple(Span(lead.end() if lead is not None else start, end))
