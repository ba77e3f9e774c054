"""Powers, duties and terms: what one is, and the grammar by which patterns find its holder and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.citations.frames import Frame, grants
from dragoman.coding.competences.offices import Holder, holder_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS, MAY, SHORT_IS
from dragoman.lexicon.words import stems, word_class

HOLD = word_class("holding-a-power")
BEING = IS | SHORT_IS | {"be", "remain", "remains"}
DUTY = frozenset({"shall", "must", "will", "should", "ought", "'ll", "’ll"})
# What offices of a state rule over.
_MATTERS = word_class("matters-of-state")
_LEFT_OUT = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "mark", "preconj", "parataxis", "neg", "expl"})
_TRAIL = re.compile(r"[\s,\"”]+(?:while|and|or|but|as|that|which|whereas)$")
# How an office has to do what it does is a duty: "conducts affairs in consonance with the principles of law".
_CARRIES_ON = stems("stems-of-carrying-on")
_BOUND = re.compile(r"\b(?:in (?:consonance|accordance|conformity|keeping|line|harmony)|consistent|consistently) with\b")
_LEAD = re.compile(r"(?:the|a|an|as|and|to)\s+", re.IGNORECASE)
# The head of an article, taken into its first sentence: "ARTICLE 92 - The power ...".
_LABEL = re.compile(r"(?:ART(?:ICLE)?|Art(?:icle)?|Section|§)\.?\s*\d+\w*\s*[.:–—-]\s+")
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


class Grammar:
    """What the patterns of powers ask of one sentence. `state` is whose law is in view; `grounded` whether the sentence
    names it; `before` whom its pronouns mean.
    """

    def __init__(self, bench: Workbench, frames: Sequence[Frame], state: str | None, before: Holder | None) -> None:
        self.bench = bench
        self.sentence = bench.sentence
        self.frames = frames
        self.grounded = any(not f.carried for f in frames)
        self.words = grants(bench.scene.knowledge.lexicon)
        self._state = state
        self._before = before
        self.claimed: set[int] = set()  # words that a surer pattern has read

    def holders(self, tokens: Sequence[Token]) -> list[Holder]:
        """The holders that phrases and their conjuncts name."""
        stack, out = list(tokens), []
        while stack:
            token = stack.pop(0)
            if any(c.lower == "neither" for c in self.sentence.children(token, "preconj", "det", "cc")):
                continue
            found = holder_of(self.bench, token, self._state, self._before)
            if found is not None:
                out.append(found)
            stack += self.sentence.children(token, "conj") if token.tag[0] in "NP" else []
        return out

    def objects(self, verb: Token) -> list[Token]:
        out = self.sentence.children(verb, "dobj")
        return [*out, *(d for o in out for d in self.sentence.children(o, "conj"))]

    def about(self, verb: Token) -> list[Token]:
        """Whom a clause is about: its subject, of a passive too, or that of the clause that it is listed with."""
        here = verb
        while not self.sentence.children(here, "nsubj", "nsubjpass") and here.dep == "conj" and here.head != here.i:
            here = self.sentence.tokens[here.head]
        meant = self.cleft(here)
        if meant is not None:
            return [meant]
        return self.sentence.children(here, "nsubj", "nsubjpass") or self.bench.clauses.subjects(verb)

    def beside(self, verb: Token) -> list[Holder]:
        """The office whose words end right before a verb, whatever the parser made of it."""
        scene, text = self.bench.scene, self.bench.text
        roles = [(r.start, r.end) for r in scene.roles_within(verb.start - 2, verb.start)]
        bodies = [(m.start, m.end) for m in scene.within(verb.start - 2, verb.start) if m.kind == "body"]
        return [Holder(text[a:b], None, a, b) for a, b in (*bodies, *roles) if b == verb.start - 1][:1]

    def cleft(self, verb: Token) -> Token | None:
        """The office of "it is the President who …", whose clause `verb` rules, or beside whose copula it is listed."""
        noun = self.sentence.head(verb) if verb.dep == "relcl" else None
        copula = self.sentence.head(noun) if noun is not None and noun.dep == "attr" else verb
        if (
            copula is None
            or copula.lower not in BEING
            or not any(s.lower == "it" for s in self.sentence.children(copula, "nsubj"))
        ):
            return None
        told = [a for a in self.sentence.children(copula, "attr") if self.sentence.children(a, "relcl")]
        return told[0] if len(told) == 1 else None

    def bearers(self, token: Token) -> list[Token]:
        """Who an adjective or participle is said of."""
        own = self.sentence.children(token, "nsubjpass", "nsubj")
        head = self.sentence.head(token)
        if own or head is None:
            return own
        if token.dep == "conj" and head.tag[0] == "J":  # "responsible and answerable to Parliament"
            return self.bearers(head)
        if token.dep in ("acomp", "attr", "conj") and head.tag[0] == "V":
            return self.about(head)
        return [head] if token.dep == "acl" else []

    def kind_of(self, token: Token, form: str) -> str | None:
        for kind in ("power", "duty"):
            if token.lower in self.words.get((form, kind), frozenset()):
                return kind
        return None

    def rules(self, holder: Holder, words: Sequence[Token]) -> bool:
        """Whether a power may be read: under a law, or of an office whose state is named, over a matter of state."""
        named = holder.office is not None and holder.state is not None
        return bool(self.frames) or (named and not _MATTERS.isdisjoint(t.lower for t in words))

    def is_infinitive(self, verb: Token) -> bool:
        return verb.tag in ("VB", "VBP") and any(c.lower == "to" for c in self.sentence.children(verb, "aux"))

    def is_negated(self, token: Token) -> bool:
        head = self.sentence.head(token)
        return self.bench.clauses.negated(token) or (
            head is not None and head.lower in BEING and self.bench.clauses.negated(head)
        )

    def is_current(self, verb: Token) -> bool:
        """Present or modal; the past only under a law that the sentence names first."""
        tags = [verb.tag, *(c.tag for c in self.sentence.children(verb, "aux", "auxpass"))]
        if any(c.lower in ("have", "has", "had", "having") for c in self.sentence.children(verb, "aux")):
            # "Since 1978 the constitution has vested the power in the President".
            return verb.lower in self.words["give", ""] and any(f.tells and not f.carried for f in self.frames)
        return "VBD" not in tags or any(not f.carried and not f.tells and not f.trails for f in self.frames)

    def modality(self, verb: Token, holder: Holder) -> str:
        aux = set(self.bench.clauses.auxiliaries(verb))
        if aux & MAY and self.is_denied(verb):
            return "duty"
        if aux & MAY:
            return "power"
        if aux & DUTY or holder.office is None or verb.lower in self.words["aims", "duty"] | self.words["toil", "duty"]:
            return "duty"
        bound = verb.lower.startswith(_CARRIES_ON) and _BOUND.search(self.bench.text, verb.end, self.stop(verb))
        return "duty" if bound else "power"

    def listed(self, verb: Token) -> list[Token]:
        """A verb and the verbs listed with it, "conclude treaties and conduct affairs"."""
        out, stack = [], [verb]
        while stack:
            here = stack.pop(0)
            if not self.shares(here):
                out.append(here)
            stack += [
                c for c in self.sentence.children(here, "conj") if c.tag[0] == "V" and not self.sentence.children(c, "nsubj")
            ]
        return out

    def shares(self, verb: Token) -> bool:
        """Whether a verb is one with the verb before it: "recall" in "appoint and recall", "share" in "not keep, nor share"."""
        head = self.sentence.head(verb)
        if verb.dep != "conj" or head is None or head.tag[0] != "V" or self.sentence.children(verb, "nsubj"):
            return False
        return self.is_denied(head) or (self.is_bare(head) and self.listed_after(head)[0] is verb)

    def is_denied(self, verb: Token) -> bool:
        """Whether a negation covers a verb and all that is listed with it."""
        here: Token | None = verb
        while here is not None and here.tag[0] == "V":
            if self.sentence.children(here, "neg"):
                return True
            here = self.sentence.head(here) if here.dep == "conj" else None
        return False

    def listed_after(self, verb: Token) -> list[Token]:
        return [c for c in self.sentence.children(verb, "conj") if c.tag[0] == "V"]

    def is_bare(self, verb: Token) -> bool:
        """Whether a verb has no complement of its own before the one listed with it."""
        listed = self.listed_after(verb)
        return (
            bool(listed)
            and listed[0].i - verb.i <= 3
            and not self.sentence.children(listed[0], "nsubj", "nsubjpass")
            and not any(verb.i < c.i < listed[0].i and c.dep not in ("cc", "punct", "advmod") for c in verb.children)
        )

    def root(self, verb: Token) -> int:
        here = verb
        while here.dep == "conj" and self.sentence.tokens[here.head].tag[0] == "V":
            here = self.sentence.tokens[here.head]
        return here.i

    def extent(self, verb: Token) -> tuple[int, int]:
        """From the verb (with "not") to the end of its complements."""
        negation = [c for c in self.sentence.children(verb, "neg") if c.i < verb.i]
        before = self.sentence.tokens[max(0, verb.i - 2) : verb.i]
        joined = [before[0]] if len(before) == 2 and before[1].lower in ("and", "or") and self.is_misread(before[0]) else []
        return self.trim(min([verb.start, *(n.start for n in (*negation, *joined))]), self.stop(verb))

    def is_misread(self, token: Token) -> bool:
        """Whether a small parser took a verb for a noun: "ratifies" of "guides affairs and ratifies or rescinds treaties"."""
        return token.tag == "NNS" and token.lower in self.words["act", ""] and token.i > 0

    def stop(self, verb: Token) -> int:
        """Where the predicate ends: before what is listed with it, and before its ground."""
        if verb.dep == "compound" and verb.tag == "VBZ":  # "ratifies treaties", read as one noun
            return max(
                t.end for t in self.sentence.subtree(self.sentence.tokens[verb.head], without=frozenset({"advcl", "conj"}))
            )
        listed = self.listed_after(verb)
        # What is listed with a subject of its own is another clause: "must not change the frontiers, and Article 28 forbids ..."
        sharing = [c for c in listed if not self.sentence.children(c, "nsubj", "nsubjpass")]
        if sharing and (self.is_bare(verb) or self.is_denied(verb)):
            ends = [self.stop(c) for c in sharing]
            return max(ends) if self.is_denied(verb) else min(ends[0], *(c.start for c in sharing[1:2]), ends[0])
        limit = len(self.sentence.tokens)
        for child in verb.children:
            begins = min(t.i for t in self.sentence.subtree(child))
            following = [c for c in self.sentence.children(verb, "conj") if c.i > child.i]
            apart = (
                child in listed
                or (child.dep == "cc" and following[:1] == listed[:1] != [])
                or (child.dep == "advcl" and child.tag == "VBN")
            )
            if child.i > verb.i and (apart or child.dep in _LEFT_OUT):
                limit = min(limit, max(begins, verb.i + 1))
        for token in self.sentence.tokens[verb.i + 2 : limit]:
            last = self.sentence.tokens[token.i - 2]
            parted = self.sentence.tokens[token.i - 1].lower in ("and", ",") and last.tag[0] == "N"
            if self.is_misread(token) and parted and last.lower not in self.words["act", ""]:
                limit = min(limit, token.i - 1)
        ground = min((f.start for f in self.frames if not f.carried and f.start > verb.start), default=self.sentence.end)
        inside = [t for t in self.sentence.subtree(verb) if verb.i <= t.i < limit and t.start < ground]
        return max((t.end for t in inside), default=verb.end)

    def stop_of_sentence(self) -> int:
        """The end of the last word, before a ground that trails."""
        return min((f.start for f in self.frames if f.trails), default=self.sentence.end)

    def phrase(self, noun: Token) -> tuple[int, int]:
        tokens = self.sentence.subtree(noun, without=frozenset({"relcl", "conj", "cc", "advcl", "appos", "parataxis"}))
        return self.trim(*self.ungrounded(tokens))

    def ungrounded(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """The span of tokens without the words that name the ground, at either end."""
        frames = [f for f in self.frames if not f.carried]
        kept = [t for t in tokens if t.tag != "." and not any(f.start <= t.start < f.end for f in frames)] or list(tokens)
        return min(t.start for t in kept), max(t.end for t in kept)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        text = self.bench.text
        while end > start and text[end - 1] in _QUOTES:
            end -= 1
        while start < end and text[start] in _QUOTES:
            start += 1
        trail = _TRAIL.search(text, start, end)
        end = trail.start() if trail is not None else end
        if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
            end += 1
        label = _LABEL.match(text, start, end)
        start = label.end() if label is not None else start
        lead = _LEAD.match(text, start, end)
        return lead.end() if lead is not None else start, end
