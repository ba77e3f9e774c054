"""The words of declaring, ready for look-up, and what a predicate declares, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.phrasing import listed, own, span_of, trimmed
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Declaration, Irregular
from dragoman.lexicon.inflection import Inflection
from dragoman.text import Span

_VERBAL = frozenset({"keep", "strive", "make", "pledge", "passing", "forbid"})
_AS_PRINTED = frozenset({"ready", "value", "line"})
# Dependents of a predicate that are no part of what it declares.
_BESIDE = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "mark", "cc", "punct", "parataxis", "expl", "dep"})
# "In its external relations" after an ideal says where it holds, not what it is.
_WHERE = frozenset({"relations", "policy", "activities", "affairs", "dealings", "diplomacy"})
# Besides the lexicon's words: modals, and words of the phrases of red lines.
_ALSO = frozenset("will shall ll would won line idle idly onlooker onlookers unpunished unanswered folded indifferent".split())
# Statements are short; a longer one is cut at a comma or "and".
LONGEST = 45


@dataclass(frozen=True)
class Wording:
    """Lemmas by form of declaring and word form: `wording.of("strive", "strives")` is ("strive",)."""

    lemmas: dict[str, dict[str, tuple[str, ...]]]
    kinds: dict[tuple[str, str], str]
    line: re.Pattern[str]
    series: re.Pattern[str]
    cheap: frozenset[str]
    forms: frozenset[str]

    def marked(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that can be a word of declaring at all."""
        return [t for t in sentence.tokens if t.lower in self.forms]

    def of(self, form: str, token: Token) -> tuple[str, ...]:
        """The lemmas of `form` that a word may be a form of; empty where it is none."""
        if form in _VERBAL and token.tag[0] != "V" and token.tag != "MD":
            return ()
        return self.lemmas[form].get(token.lower, ())


@lru_cache(maxsize=2)
def wording_of(lexicon: Lexicon) -> Wording:
    """The declarations of a lexicon, made once."""
    inflection = Inflection(lexicon.all(Irregular))
    lemmas: dict[str, dict[str, tuple[str, ...]]] = {}
    kinds: dict[tuple[str, str], str] = {}
    for entry in lexicon.all(Declaration):
        table = lemmas.setdefault(entry.form, {})
        for word in entry.words:
            kinds[entry.form, word] = entry.kind
            for form in (
                [word]
                if entry.form in _AS_PRINTED
                else inflection.verb(word)
                if entry.form in _VERBAL
                else inflection.noun(word)
            ):
                table[form] = (*table.get(form, ()), word)
    lines = "|".join(re.escape(w) for w in sorted(lemmas.get("line", {}), key=len, reverse=True))
    values = "|".join(re.escape(w) for w in sorted(lemmas.get("value", {}), key=len, reverse=True))
    nouns = "|".join(re.escape(w) for w in sorted(lemmas.get("ideal", {}), key=len, reverse=True))
    value = rf"(?:[\w-]+\s)?(?:{values})"
    series = rf"\b(?:{nouns})\b[^:;.]{{0,60}}?(?::|\s?-{{2,}}|\s?[–—])\s*({value}(?:\s*,?\s*(?:and\s+)?{value})+)"
    cheap = frozenset(
        f
        for form in ("ideal", "course", "stand", "strive", "effort", "pledge", "ready", "forbid")
        for f in lemmas.get(form, {})
    )
    return Wording(
        lemmas,
        kinds,
        re.compile(rf"\b(?:{lines})\b", re.IGNORECASE),
        re.compile(series, re.IGNORECASE),
        cheap | _ALSO,
        frozenset(f for table in lemmas.values() for f in table),
    )


@dataclass(frozen=True, slots=True)
class Declared:
    """Something declared: by whom, its words, and the word whose clause declares it."""

    kind: str
    holders: tuple[str, ...]
    statement: Span
    head: Token
    reported_by: tuple[str, ...]
    condition: str | None = None


def predicates(bench: Workbench, verb: Token) -> list[tuple[Token, Token]]:
    """(first, last) verbs of each thing that a predicate with its conjuncts tells; "expand and develop A" is one."""
    sentence = bench.sentence
    verbs = [
        v
        for v in listed(sentence, verb)
        if v.tag[0] == "V" and (v is verb or v.tag == verb.tag == "VBG" or not _finite_of_its_own(sentence, v))
    ]
    verbs = verbs or [verb]
    out: list[tuple[Token, Token]] = []
    first: Token | None = None
    for here, following in zip(verbs, [*verbs[1:], None], strict=True):
        first = first or here
        bare = not any(c.i > here.i and c.dep not in ("conj", "cc", "punct", "advmod", "prt") for c in sentence.children(here))
        if bare and following is not None and following.i - here.i <= 3:
            continue
        out.append((first, here))
        first = None
    return out


def _finite_of_its_own(sentence: Sentence, verb: Token) -> bool:
    """Whether a conjoined verb begins a clause of its own: with another subject, or in the past or present tense."""
    modal = any(c.tag == "MD" for c in sentence.children(verb, "aux"))
    return modal or verb.tag in ("VBD", "VBZ", "VBG") or bool(sentence.children(verb, "nsubj", "nsubjpass", "expl"))


def statement(bench: Workbench, first: Token, last: Token, *, whole: bool = False) -> Span:
    """The words of a predicate: its verbs and complements, without subject and auxiliaries; `whole` keeps both."""
    sentence = bench.sentence
    tokens = [t for t in sentence.tokens[first.i : last.i + 1] if t.i >= first.i]
    for child in sentence.children(last):
        if child.dep in _BESIDE or (child.dep == "conj" and (child.tag[0] == "V" or child.i < last.i)) or child.i < first.i:
            continue
        if child.dep == "advcl" and (child.i < last.i or any(c.dep == "mark" for c in sentence.children(child))):
            continue
        tokens += _without_late_clauses(sentence, child)
    start = first
    for child in sentence.children(first, "advmod", "neg"):
        # "Further develop", "not to possess".
        if child.i < first.i and all(
            t.dep in ("advmod", "neg") or (t.lower == "to" and child.dep == "neg") for t in sentence.tokens[child.i : first.i]
        ):
            start = min(start, sentence.subtree(child)[0], key=lambda t: t.i)
    if whole:
        start = _first_of_subject(sentence, first) or start
    end = max(tokens, key=lambda t: t.i)
    span = Span(start.start, _cut(bench.text, start.start, end.end))
    return trimmed(bench.text, span)


def _without_late_clauses(sentence: Sentence, token: Token) -> list[Token]:
    """A complement without conditional and causal clauses that the parser hung inside it."""
    out, stack = [], [token]
    while stack:
        here = stack.pop()
        out.append(here)
        for child in sentence.children(here):
            marked = child.dep == "advcl" and any(c.dep == "mark" and c.lower not in ("to",) for c in sentence.children(child))
            if not marked and child.dep != "parataxis":
                stack.append(child)
    return out


def _first_of_subject(sentence: Sentence, verb: Token) -> Token | None:
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    return min((t for s in subjects for t in sentence.subtree(s)), key=lambda t: t.i, default=None)


def _cut(text: str, start: int, end: int) -> int:
    """Where a statement ends: at `end`, or before the last comma or "and" that keeps it short."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) <= LONGEST:
        return end
    limit = start + words[LONGEST].start()
    for stop in (r",\s", r"\s(?:and|or|so as|in order|which|thus)\s"):
        late = [m.start() for m in re.finditer(stop, text[start:limit]) if m.start() > (limit - start) // 2]
        if late:
            return start + late[-1]
    return limit


def named(bench: Workbench, item: Token) -> Span:
    """The words of one ideal, without where it holds ("in its external relations") and without relative clauses."""
    sentence = bench.sentence
    words = own(sentence, item)
    for child in sentence.children(item):
        where = child.lower == "in" and any(
            o.lower in _WHERE and sentence.children(o, "poss") for o in sentence.children(child, "pobj")
        )
        if child.dep in ("relcl", "acl") or (where and not (item.lower.startswith("non") or item.lower == "interference")):
            gone = {t.i for t in sentence.subtree(child)}
            words = [t for t in words if t.i not in gone]
    return trimmed(bench.text, span_of(words))


def has_value(wording: Wording, words: str) -> bool:
    """Whether a phrase begins or ends with something that counts as an ideal."""
    lowered = words.lower()
    return any(lowered.startswith(v) or lowered.endswith(v) for v in wording.lemmas["value"])
