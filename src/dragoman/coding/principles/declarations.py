"""The words of declaring, ready for look-up, and what a predicate declares, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.sentence.phrasing import listed, own, span_of, trimmed
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Declaration, Irregular
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_VERBAL = frozenset({"keep", "strive", "wish", "forgo", "make", "pledge", "passing", "forbid", "warn", "lapse"})
_AS_PRINTED = frozenset({"ready", "value", "rest", "line", "behind"})
# Dependents of a predicate that are no part of what it declares.
_BESIDE = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "mark", "cc", "punct", "parataxis", "expl", "dep"})
# "In its external relations" after an ideal says where it holds, not what it is.
_THINGS = frozenset({"it", "them"})
_WHERE = word_class("fields-of-policy")
_ALSO = word_class("beside-declared")
# Verbs of keeping that by themselves say what somebody stands for, where their object is an ideal.
_TO_VALUES = word_class("upholding")
_GAP = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_NEXT_AIM = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)to\s+(?=[a-z])")
# Who holds what is told with nobody named who promises it.
UNNAMED = ""
# Statements are short; a longer one is cut at a comma or "and".
LONGEST = 50


@dataclass(frozen=True)
class Wording:
    """Lemmas by form of declaring and word form: `wording.of("strive", "strives")` is ("strive",)."""

    lemmas: dict[str, dict[str, tuple[str, ...]]]
    kinds: dict[tuple[str, str], str]
    line: re.Pattern[str]
    series: re.Pattern[str]
    behind: re.Pattern[str]
    cheap: frozenset[str]
    forms: frozenset[str]

    def marked(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that can be a word of declaring at all."""
        return sentence.among(self.forms)

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
    behind = "|".join(re.escape(w) for w in lemmas.get("behind", {}))
    values = "|".join(re.escape(w) for w in sorted(lemmas.get("value", {}), key=len, reverse=True))
    nouns = "|".join(re.escape(w) for w in sorted(lemmas.get("ideal", {}), key=len, reverse=True))
    value = rf"(?:[\w-]+\s)?(?:{values})"
    series = rf"\b(?:{nouns})\b[^:;.]{{0,60}}?(?::|\s?-{{2,}}|\s?[–—])\s*({value}(?:\s*,?\s*(?:and\s+)?{value})+)"
    cheap = frozenset(
        f
        for form in ("ideal", "course", "stand", "strive", "wish", "forgo", "effort", "pledge", "ready", "forbid", "warn")
        for f in lemmas.get(form, {})
    )
    cheap |= {f for f, found in lemmas.get("keep", {}).items() if not _TO_VALUES.isdisjoint(found)}
    return Wording(
        lemmas,
        kinds,
        re.compile(rf"\b(?:{lines})\b", re.IGNORECASE),
        re.compile(series, re.IGNORECASE),
        re.compile(rf"\b(?:{behind})\b", re.IGNORECASE),
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
    owed: bool = False  # a principle that may hang on a term, since it says what should be done


def split(text: str, start: int, end: int) -> Iterator[Span]:
    """The items of "A, B and C" in [start, end)."""
    at = start
    for gap in (*_GAP.finditer(text, start, end), None):
        span = trimmed(text, Span(at, gap.start() if gap else end))
        if span.end > span.start:
            yield span
        at = gap.end() if gap else end


def predicates(bench: Workbench, verb: Token) -> list[tuple[Token, Token]]:
    """(first, last) verbs of each thing that a predicate with its conjuncts tells; "expand and develop A" is one."""
    sentence = bench.sentence
    verbs = [
        v
        for v in listed(sentence, verb)
        if v.tag[0] == "V" and (v is verb or v.tag == verb.tag == "VBG" or not _finite_of_its_own(sentence, v))
    ]
    verbs = sorted([*(verbs or [verb]), *_strays(sentence, verb)], key=lambda v: v.i)
    out: list[tuple[Token, Token]] = []
    first: Token | None = None
    for here, following in zip(verbs, [*verbs[1:], None], strict=True):
        first = first or here
        bare = not any(c.i > here.i and c.dep not in ("conj", "cc", "punct", "advmod", "prt") for c in here.children)
        if following is not None and (
            (bare and following.i - here.i <= 3)
            or _shares_negation(sentence, verb, here, following)
            or any(o.lower in _THINGS for o in sentence.children(following, "dobj"))
            or (following.text.isupper() and len(following.text) > 1)  # a name that was taken for a verb
        ):
            continue
        out.append((first, here))
        first = None
    return out


def _shares_negation(sentence: Sentence, verb: Token, here: Token, following: Token) -> bool:
    """ "Shall not threaten A, nor use B", "not to slander or defame": the negation of the first holds for the others."""
    negated = any(c.dep == "neg" or c.lower == "not" for c in verb.children)
    own = any(c.dep == "neg" or c.lower == "not" for c in following.children)
    return negated and not own and any(t.lower in ("or", "nor") for t in sentence.tokens[here.i : following.i])


def _strays(sentence: Sentence, verb: Token) -> list[Token]:
    """Further infinitives of a list that the parser hung elsewhere: "makes efforts to A, B and C", of which B is no present
    tense, and "to D" behind a word that is no verb.
    """
    if verb.tag != "VB" or not _is_to(sentence, verb) or verb.dep not in ("acl", "advcl", "xcomp"):
        return []
    above = {a.i for a in sentence.ancestors(verb)}
    below = {t.i for t in sentence.subtree(verb)}
    out: list[Token] = []
    for token in sentence.tokens[verb.i + 1 :]:
        if token.tag != "VB" or token.dep != "conj" or token.i in {t.i for t in out}:
            continue
        head = sentence.tokens[token.head]
        bare = head.i in above and head.tag in ("VBZ", "VBD", "VBN") and not sentence.children(token, "aux", "nsubj", "neg")
        lost = head.tag[0] not in "VN" and _is_to(sentence, token) and (head.i in below or head.head in below or bool(out))
        if bare or lost:
            out += [t for t in listed(sentence, token) if t.tag == "VB"]
    return out


def each_aim(bench: Workbench, span: Span) -> list[Span]:
    """The members of a list of infinitives each, where the text sets them apart: "to A, to B, and to C"."""
    out, at = [], span.start
    gaps = list(_NEXT_AIM.finditer(bench.text, *span))
    commas = [g for g in gaps if g.group().startswith(",")]
    for gap in gaps if commas and (len(gaps) > 1 or " and " in commas[0].group()) else ():
        out.append(trimmed(bench.text, Span(at, gap.start())))
        at = gap.end()
    return [*out, trimmed(bench.text, Span(at, span.end))]


def _is_to(sentence: Sentence, verb: Token) -> bool:
    return any(c.lower == "to" for c in sentence.children(verb, "aux"))


def _finite_of_its_own(sentence: Sentence, verb: Token) -> bool:
    """Whether a conjoined verb begins a clause of its own: with another subject, or in the past or present tense."""
    modal = any(c.tag == "MD" for c in sentence.children(verb, "aux"))
    done = verb.tag == "VBN" and any(c.lower in ("has", "have", "had") for c in sentence.children(verb, "aux"))
    return modal or done or verb.tag in ("VBD", "VBZ", "VBG") or bool(sentence.children(verb, "nsubj", "nsubjpass", "expl"))


def statement(bench: Workbench, first: Token, last: Token, *, whole: bool = False) -> Span:
    """The words of a predicate: its verbs and complements, without subject and auxiliaries; `whole` keeps both."""
    sentence = bench.sentence
    tokens = [t for t in sentence.tokens[first.i : last.i + 1] if t.i >= first.i]
    for child in last.children:
        if child.dep in _BESIDE or (child.dep == "conj" and (child.tag[0] == "V" or child.i < last.i)) or child.i < first.i:
            continue
        if child.dep == "advcl" and (child.i < last.i or _is_aside(sentence, child)):
            continue
        if child.i > last.i and sentence.subtree(child)[0].lower == "not" and child.tag[0] not in "VNJ":
            break  # "cooperate with others not out of fear, but ...": why, and no part of what
        tokens += _without_late_clauses(sentence, child)
    tokens += _listed_behind(sentence, tokens)
    start = first
    for child in sentence.children(first, "advmod", "neg"):
        # "Further develop", "not to possess", "eventually to dismantle".
        if child.i < first.i and all(t.dep in ("advmod", "neg") or t.lower == "to" for t in sentence.tokens[child.i : first.i]):
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
        for child in here.children:
            marked = child.dep == "advcl" and _is_aside(sentence, child)
            # ", which is ..." tells more of something that is named already.
            loose = child.dep == "relcl" and sentence.tokens[sentence.subtree(child)[0].i - 1].text == ","
            if not marked and not loose and child.dep != "parataxis":
                stack.append(child)
    return out


def _is_aside(sentence: Sentence, clause: Token) -> bool:
    """Whether an adverbial clause tells when, why or with what result, and not what for ("so that", "to")."""
    marks = {c.lower for c in sentence.children(clause, "mark", "advmod")}
    if {"so", "that"} <= marks:
        return False
    return bool({"thereby", "thus"} & marks) or any(c.dep == "mark" and c.lower not in ("to",) for c in clause.children)


def _listed_behind(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """ "Remains of prisoners and of the missing": a further preposition that the parser hung above the list."""
    end = max(t.i for t in tokens)
    prepositions = {t.lower for t in tokens if t.tag in ("IN", "TO")}
    for token in sentence.tokens[end + 1 : end + 4]:
        if token.dep == "conj" and token.lower in prepositions and sentence.children(token, "pobj"):
            return sentence.subtree(token, without=frozenset({"relcl", "advcl"}))
        if token.dep not in ("cc", "punct"):
            break
    return []


def _first_of_subject(sentence: Sentence, verb: Token) -> Token | None:
    subjects = sentence.children(verb, "nsubj", "nsubjpass")
    return min((t for s in subjects for t in sentence.subtree(s)), key=lambda t: t.i, default=None)


def _cut(text: str, start: int, end: int) -> int:
    """Where a statement ends: at `end`, or before the last comma or "and" that keeps it short."""
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) <= LONGEST:
        return end
    limit = start + words[LONGEST].start()
    for stop in (
        r",\s(?=(?:in|on|with|for|by|under|through|as|thus|so)\b)",
        r",\s",
        r"\s(?:and|or|so as|in order|which|thus)\s",
    ):
        late = [m.start() for m in re.finditer(stop, text[start:limit]) if m.start() > (limit - start) // 2]
        if late:
            return start + late[-1]
    return limit


def named(bench: Workbench, item: Token) -> Span:
    """The words of one ideal, without where it holds ("in its external relations") and without relative clauses."""
    sentence = bench.sentence
    words = own(sentence, item)
    for child in item.children:
        where = child.lower == "in" and any(
            o.lower in _WHERE and sentence.children(o, "poss") for o in sentence.children(child, "pobj")
        )
        dated = child.lower == "in" and any(o.tag == "CD" for o in sentence.children(child, "pobj"))
        if (
            dated
            or child.dep in ("relcl", "acl")
            or (where and not (item.lower.startswith("non") or item.lower == "interference"))
        ):
            gone = {t.i for t in sentence.subtree(child)}
            words = [t for t in words if t.i not in gone]
    return trimmed(bench.text, span_of(words))


def has_value(wording: Wording, words: str) -> bool:
    """Whether a phrase begins or ends with something that counts as an ideal."""
    lowered = words.lower()
    return any(lowered.startswith(v) or lowered.endswith(v) for v in wording.lemmas["value"])
