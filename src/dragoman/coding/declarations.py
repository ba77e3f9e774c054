"""The words of declaring, ready for look-up, and what principles, commitments and red lines share: holders and predicates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.attribution import saying
from dragoman.coding.law import law_voice
from dragoman.coding.phrasing import is_official, listed, refer, refer_all, trimmed
from dragoman.coding.reference import Reference
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
INSTITUTIONS = frozenset({"government", "party", "ministry", "state", "republic", "country", "authorities", "leadership", "administration", "parliament",
                           "side", "nation", "delegation", "cabinet", "council", "federation", "union", "sides", "governments", "regime"})  # fmt: skip
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
        cheap | {"will", "shall", "'ll", "’ll", "would", "line", "idle", "idly", "onlooker", "onlookers", "unpunished"},
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


def voice(bench: Workbench, token: Token) -> list[str]:
    """Whose words the clause of `token` is, outermost first; what a constitution says is its state's.

    An office that no state stands by ("the prime minister said that Finland ...") speaks for the state of the clause.
    """
    law = law_voice(bench, token)
    said = bench.reported_by(token)
    if law is not None:
        return said if said and said[-1] == law else [*said, law]
    if said == bench.scene.base(token.start):
        office = _office_above(bench, token)
        if office is not None and (not said or said[-1] != office):
            return [*said, office]
    return said


def _office_above(bench: Workbench, token: Token) -> str | None:
    """The state of the clause of `token` where an office without a state says it."""
    sentence = bench.sentence
    says = saying(bench.scene.knowledge.lexicon)[0]
    for above in sentence.ancestors(token):
        if any(lemma in says for lemma in bench.clauses.verb_lemmas(above)):
            for subject in sentence.children(above, "nsubj"):
                role = bench.scene.role_at(subject)
                named = refer(bench, subject)
                if role is not None and role.office and not (named and named.codes):
                    codes = [c for s in sentence.children(token, "nsubj") for r in refer_all(bench, s) for c in r.codes]
                    return codes[0] if len(codes) == 1 and codes[0] in bench.scene.knowledge.states else None
    return None


def declarers(bench: Workbench, subjects: list[Token], said: list[str], *, own: bool, people: bool = False) -> tuple[str, ...]:
    """The states and organisations among `subjects` that can declare in the voice of `said`.

    What one party says of another's aims and promises is no declaration of the other's. `own`: somebody must speak.
    `people`: those who hold an office may declare for it where nobody speaks.
    """
    speakers = said[-1].split("+") if said else []
    if len(speakers) > 1 and any(s.lower == "they" for s in subjects):
        return tuple(speakers)
    named = [
        r for s in subjects for r in refer_all(bench, s) if is_official(r) and (speakers or people or _is_institution(bench, r))
    ]
    codes = dict.fromkeys(c for r in named for c in r.codes if not c.startswith("X-"))
    if not speakers:
        return () if own else tuple(codes)
    return tuple(c for c in codes if c in speakers)


def _is_institution(bench: Workbench, reference: Reference) -> bool:
    """Whether a phrase means a state or organisation as such, and not somebody with an office in it."""
    token = bench.sentence.tokens[reference.head]
    mention = bench.scene.mention_at(token)
    if mention is not None:
        return mention.kind not in ("person", "holder", "demonym")
    role = bench.scene.role_at(token)
    return role is None or token.lower in INSTITUTIONS


def predicates(bench: Workbench, verb: Token) -> list[tuple[Token, Token]]:
    """(first, last) verbs of each thing that a predicate with its conjuncts tells: "expand and develop the relations" is one."""
    sentence = bench.sentence
    verbs = [
        v
        for v in listed(sentence, verb)
        if v.tag[0] == "V" and (v is verb or v.tag == verb.tag == "VBG" or not _finite_of_its_own(sentence, v))
    ]
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
        if child.dep in _BESIDE or child.dep == "conj" and (child.tag[0] == "V" or child.i < last.i) or child.i < first.i:
            continue
        if child.dep == "advcl" and (child.i < last.i or any(c.dep == "mark" for c in sentence.children(child))):
            continue
        tokens += _without_late_clauses(sentence, child)
    start = first
    for child in sentence.children(first, "advmod", "neg"):
        # "Further develop", "not to possess".
        if child.i < first.i and all(
            t.dep in ("advmod", "neg") or t.lower == "to" and child.dep == "neg" for t in sentence.tokens[child.i : first.i]
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
