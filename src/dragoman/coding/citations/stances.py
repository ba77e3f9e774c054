"""What an instrument is cited for: invoked, disputed or described, from the words that govern it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dragoman.coding.instruments.named import LAWS
from dragoman.coding.instruments.register import Reference
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import TENSED, Sentence, Token
from dragoman.language.quotation import quotes
from dragoman.lexicon import Lexicon
from dragoman.lexicon.closed import NEGATIONS
from dragoman.lexicon.entries import Citing, Irregular
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

# Between a phrase such as "in accordance with" and the instrument: its parts, qualities, and others listed with it.
_BETWEEN = re.compile(rf"\s*(?:(?:{alternatives('between-stance-and-instrument')})\s*[,]?\s*)*[\"“‘']?\s*")
_SO_CALLED = re.compile(r"\bso-called\s+[\"“‘']?$", re.IGNORECASE)
_NEGATORS = NEGATIONS | {"none", "nothing", "without", "cannot", "lack", "lacks", "lacked", "devoid"}
_UNRELATED = re.compile(r"\w+\s+(?:\w+\s+)?nothing\s+(?:\w+\s+)?to\s+do\s+with\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """`stance` with the words that show it, and the heads of whoever may be citing, where a verb says so."""

    stance: str
    span: Span | None = None
    citers: tuple[Token, ...] = ()
    weak: bool = False
    phrased: bool = False


@lru_cache(maxsize=2)
def _forms(lexicon: Lexicon) -> dict[tuple[str, str], frozenset[str]]:
    """Word forms by (stance, form of cue)."""
    inflection = Inflection(lexicon.all(Irregular))
    out: dict[tuple[str, str], set[str]] = {}
    for entry in lexicon.all(Citing):
        into = out.setdefault((entry.stance, entry.form), set())
        for word in entry.words:
            if entry.form in ("verb", "cite", "kept", "lacking", "rules"):
                into |= inflection.verb(word)
            if entry.form in ("noun", "predicate", "lacking"):
                into |= inflection.noun(word)
            into.add(word)
    return {key: frozenset(words) for key, words in out.items()}


_EXAMPLES = word_class("examples-of")


@lru_cache(maxsize=16)  # a pattern for each form
def _phrases(lexicon: Lexicon, form: str) -> re.Pattern[str]:
    words = sorted({w for e in lexicon.all(Citing) if e.form == form for w in e.words}, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(w).replace(chr(92) + ' ', '[ ]+') for w in words)})(?![\w-])", re.IGNORECASE
    )


class StanceReader:
    """Reads the stances of one sentence's references."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._sentence = bench.sentence
        self._words = _forms(bench.scene.knowledge.lexicon)

    def read(self, reference: Reference, before: Cue | None) -> Cue:
        """The stance of a reference; `before` is that of the reference listed right before it."""
        head = head_of(self._sentence, reference)
        disputed = self._marked(reference) or self._predicated(head) or self._clause(head) or self._rejected(head)
        disputed = disputed or self._phrased(reference, "freed")
        if disputed is not None:
            return disputed
        return (
            self._phrased(reference, "before") or self._governed(head) or before or self._phrased(reference, "weak")
            or self._cited(head) or self._ruling(head) or Cue("described")
        )  # fmt: skip

    def _phrased(self, reference: Reference, form: str) -> Cue | None:
        """ "in accordance with (the purposes of) the Charter"."""
        text, begin = self._bench.text, max(self._sentence.start, reference.start - 160)
        for match in reversed(list(_phrases(self._bench.scene.knowledge.lexicon, form).finditer(text, begin, reference.start))):
            if _BETWEEN.fullmatch(text, match.end(), reference.start):
                if match[0][:4].lower() == "vote" and reference.instrument is not None and reference.instrument.kind in LAWS:
                    return None  # "voted against the constitution": at home
                stance = "disputed" if form == "freed" else "invoked"
                actor = self._actor(match.start()) or (self._freed(match.end()) if form == "freed" else ())
                return Cue(stance, Span(match.start(), reference.end), actor, form == "weak", True)
        return None

    def _actor(self, offset: int) -> tuple[Token, ...]:
        """Who "invoking", "citing" or "acting under" belongs to."""
        for token in self._sentence.at(offset, offset + 1):
            if token.tag == "VBG" and token.lower in self._words["invoked", "cite"]:
                return (*self._bench.clauses.subjects(token), *self._bench.clauses.above(token))
        return ()

    def _freed(self, offset: int) -> tuple[Token, ...]:
        """Who "does not consider itself bound by" it, "voted against" it, "made a reservation to" it."""
        for token in self._sentence.at(offset - 1, offset):
            verb = next((a for a in (token, *self._sentence.ancestors(token)) if a.tag[0] == "V"), None)
            while (
                verb is not None
                and (above := self._sentence.head(verb)) is not None
                and verb.dep in ("ccomp", "xcomp", "acomp")
            ):
                if above.tag[0] != "V" or (self._sentence.children(verb, "nsubj") and not _is_reflexive(self._sentence, verb)):
                    break
                verb = above
            return tuple(self._bench.clauses.subjects(verb)) if verb is not None else ()
        return ()

    def _marked(self, reference: Reference) -> Cue | None:
        """ "the illegal resolution", "so-called", scare quotes around it."""
        text, start = self._bench.text, reference.start
        before = re.search(r"([\w-]+)(?:\s+[\w.]+){0,2}\s*[\"“‘]?\s*$", text[max(self._sentence.start, start - 50) : start])
        marks = self._words["disputed", "marked"]
        words = (
            re.findall(r"[\w-]+", text[max(self._sentence.start, start - 40) : start]) + text[start : reference.end].split()[:2]
        )
        if _SO_CALLED.search(text, max(self._sentence.start, start - 24), start):
            return Cue("disputed", Span(start, reference.end))
        if before is not None and any(w in marks for w in words[-6:]) and self._is_beside(reference, marks):
            return Cue("disputed", Span(start, reference.end))
        for quote in quotes(text, self._sentence.start, self._sentence.end):
            if (
                quote.scare
                and quote.inner_start <= max(start, quote.inner_start)
                and quote.end <= reference.end + 1
                and start <= quote.start + 1
            ):
                if reference.instrument is not None and reference.instrument.general:
                    return Cue("disputed", Span(start, reference.end))
        return None

    def _is_beside(self, reference: Reference, marks: frozenset[str]) -> bool:
        head = head_of(self._sentence, reference)
        return any(c.lower in marks and c.tag[0] in "JVN" for c in head.children) or any(
            t.lower in marks
            for t in self._sentence.at(reference.start - 16, reference.start)
            if t.head == head.i or t.i + 1 == head.i
        )

    def _predicated(self, head: Token) -> Cue | None:
        """What is said of it as a subject: "cannot be a legal ground", "is null and void"."""
        top = self._topmost(head)
        verb = self._sentence.head(top)
        if verb is None or top.dep not in ("nsubj", "nsubjpass") or (verb.tag[0] != "V" and verb.tag != "MD"):
            return None
        next_to = [c for c in self._sentence.children(verb, "conj") if self._sentence.children(c, "nsubj", "nsubjpass")]
        apart = {t.i for c in next_to for t in self._sentence.subtree(c)}  # "entered into force, and people travel without ..."
        clause = [
            t
            for t in self._sentence.subtree(verb, without=frozenset({"advcl", "relcl", "ccomp", "nsubj", "nsubjpass"}))
            if t is not top and t.i not in apart
        ]
        span = Span(min(top.start, head.start), max(t.end for t in [verb, *clause[:12]]))
        words = {
            t.lower
            for t in clause
            if t.dep in ("attr", "acomp", "oprd", "conj", "dobj", "pobj", "amod", "ROOT", "xcomp") or t is verb
        }
        unrelated = _UNRELATED.match(self._bench.text, verb.start, self._sentence.end)
        if unrelated or (any(t.lower in _NEGATORS for t in clause) and words & self._words["disputed", "lacking"]):
            return Cue("disputed", span)
        if any(c.lower in self._words["disputed", "lost"] for c in self._sentence.children(verb, "dobj")):
            if verb.lower in ("lost", "lose", "loses", "losing"):
                return Cue("disputed", span, weak=True)  # a dispute only where somebody says so
        return Cue("disputed", span) if self._is_blamed(verb) else None

    def _is_blamed(self, verb: Token) -> bool:
        """ "Is null and void", "is a typical example of double standards"."""
        complements = list(self._sentence.children(verb, "attr", "acomp", "oprd"))
        for complement in list(complements):
            if complement.lower in _EXAMPLES:
                complements += self._bench.clauses.under(complement, "of")
        complements += [d for c in complements for d in self._sentence.children(c, "conj")]
        return any(c.lower in self._words["disputed", "predicate"] for c in complements)

    def _clause(self, head: Token) -> Cue | None:
        """ "The draft, which is a product of bias": what a clause beside it says of it."""
        for verb in self._sentence.children(head, "relcl"):
            if any(s.tag == "WDT" for s in self._sentence.children(verb, "nsubj")) and self._is_blamed(verb):
                return Cue("disputed", Span(head.start, verb.end))
        return None

    def _topmost(self, head: Token) -> Token:
        """The noun phrase that the reference is the "of" of, or itself: "the provisions of the Charter"."""
        here = head
        while here.dep in ("pobj", "prep", "conj", "poss", "compound", "appos") and here.head != here.i:
            above = self._sentence.tokens[here.head]
            if above.tag[0] == "V" or (here.dep == "pobj" and above.lower not in ("of", "in", "to", "from")):
                break
            here = above
        return here

    def _rejected(self, head: Token) -> Cue | None:
        """ "reject the resolution", "the treaty was denounced by ..."."""
        top = self._topmost(head)
        verb = self._sentence.head(top)
        if verb is None or verb.tag[0] != "V" or verb.lower not in self._words["disputed", "verb"]:
            return None
        if top.dep == "npadvmod" and top.i > verb.i and not self._sentence.children(verb, "dobj"):  # "rejects Article 51"
            return Cue("disputed", Span(verb.start, head.end), self._rejecters(verb))
        plural = top.lower in ("treaties", "agreements", "conventions", "laws")
        if plural and (verb.tag == "VB" or self._bench.speaker() is None):
            return None  # "Parliament may approve or reject international treaties"
        if top.dep not in ("dobj", "nsubjpass") and not (top.dep == "nsubj" and self._bench.clauses.is_passive(verb)):
            return None
        span = Span(min(verb.start, head.start), max(verb.end, head.end))
        return Cue("disputed", span, self._rejecters(verb))

    def _rejecters(self, verb: Token) -> tuple[Token, ...]:
        """Who rejects: the subject, or the name right before a verb that was read as one noun with it."""
        named = [t for t in self._sentence.tokens[verb.i - 1 : verb.i] if self._bench.scene.mention_at(t) is not None]
        return tuple(self._bench.clauses.subjects(verb) or named)

    def _governed(self, head: Token) -> Cue | None:
        """Under a noun ("violation of ..."), or the object of a verb ("uphold the treaty"); who breaks it does not cite it."""
        nouns, verbs = self._words["invoked", "noun"], self._words["invoked", "verb"]
        below = head
        for above in islice(self._sentence.ancestors(head), 7):
            if above.tag[0] == "N" and above.lower in nouns and below.dep in ("prep", "compound", "amod"):
                return Cue("invoked", Span(above.start, head.end))
            if above.tag[0] == "V":
                weakly = below.dep == "prep" and below.lower in ("under", "according")
                if above.lower in verbs and not weakly and below.dep in ("dobj", "prep", "nsubjpass", "acomp", "conj", "xcomp"):
                    return Cue("invoked", Span(min(above.start, head.start), max(above.end, head.end)), self._keepers(above))
                if weakly:
                    return None  # "under Article 9 the state shall respect ...": the verb is not done to the article
                if below.dep not in ("xcomp", "conj", "acl", "prep") or above.tag in TENSED:
                    return None
            below = above
        return None

    def _keepers(self, verb: Token) -> tuple[Token, ...]:
        """Who keeps it, as somebody tells who says nothing himself: "Chad implements the resolution", "based its claim on it"."""
        clauses = self._bench.clauses
        kept = verb.lower in self._words["invoked", "kept"] and verb.tag in TENSED | {"VBN"}
        if not kept or clauses.is_passive(verb) or clauses.is_duty(verb) or clauses.negated(verb) or clauses.is_future(verb):
            return ()
        return tuple(clauses.subjects(verb)) if self._bench.speaker() is None else ()

    def _cited(self, head: Token) -> Cue | None:
        """ "the Secretariat mentioned Article 39": invoked by the subject."""
        below = head
        for above in islice(self._sentence.ancestors(head), 5):
            if above.tag[0] == "V":
                if above.lower in self._words["invoked", "cite"] and below.dep in ("dobj", "prep", "nsubjpass"):
                    span = Span(min(above.start, head.start), max(above.end, head.end))
                    return Cue("invoked", span, tuple(self._bench.clauses.subjects(above)))
                return None
            below = above
        return None

    def _ruling(self, head: Token) -> Cue | None:
        """ "The Charter guides us", "the treaty prohibits it": what it is said to do to who speaks."""
        verb = self._sentence.head(self._topmost(head))
        subject = self._topmost(head).dep == "nsubj"
        if not subject or verb is None or verb.lower not in self._words["invoked", "rules"] or not self._bench.speaker():
            return None
        return Cue("invoked", Span(min(verb.start, head.start), max(verb.end, head.end)), weak=True)


def _is_reflexive(sentence: Sentence, verb: Token) -> bool:
    return any(s.lower in ("itself", "themselves") for s in sentence.children(verb, "nsubj"))


def head_of(sentence: Sentence, reference: Reference) -> Token:
    """The word that rules the phrase of a reference."""
    tokens = [
        t for t in sentence.at(reference.start, reference.end) if t.tag[0] not in "`'" and t.dep != "punct"
    ] or sentence.at(reference.start, reference.end)
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head not in inside or token.head == token.i:
            return token
    return tokens[0] if tokens else sentence.tokens[sentence.root]
