"""Evaluative words of a sentence: what praises or blames, how strongly, and whether it is negated or held at arm's length."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.document.scene import Scene
from dragoman.coding.once import once
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.phrasing import words_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Sentence, Token
from dragoman.language.quotation import Quote
from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon.entries import Conduct, Evaluation, Irony, Irregular, Leaning, Negator, Siding
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_TAGS = {"adjective": ("J", "V", "N", "H"), "of-deeds": ("J", "V", "N", "H"), "noun": ("N",), "verb": ("V",), "adverb": ("R",)}
_US = frozenset({"us", "me", "our"})
# Groups of conduct that hold verbs.
_VERBAL = frozenset({"conduct", "being", "deserving", "ruin", "setback"})
# Whose stand a phrase is that leads to whom it is about.
LEANERS = frozenset({"subject", "speaker"})
_VIEWED = word_class("in-the-view-of") | word_class("seeing-it") & frozenset({"sees", "see", "saw", "views", "view"})
_SO_CALLED = word_class("so-called")


@dataclass(frozen=True)
class Lexis:
    """Evaluations, sidings and words of conduct by form. `leaners` are the phrases whose subject takes the side."""

    matcher: PhraseMatcher
    leaners: PhraseMatcher
    sidings: dict[str, dict[str, tuple[Siding, ...]]]
    conduct: dict[str, frozenset[str]]
    negators: PhraseMatcher
    ironies: PhraseMatcher
    siding_forms: frozenset[str]
    saying_forms: frozenset[str]

    def sides(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that can take a side at all."""
        return sentence.among(self.siding_forms)

    def tells_terms(self, words: frozenset[str]) -> bool:
        """Whether words can tell on what terms two sides are ("warm ties")."""
        terms, warm, cold = (self.conduct[f] for f in ("terms", "warm", "cold"))
        return not terms.isdisjoint(words) and not (warm.isdisjoint(words) and cold.isdisjoint(words))

    def tells_designs(self, words: frozenset[str]) -> bool:
        """Whether words can tell of designs upon who speaks ("topple our government")."""
        return not self.conduct["ruin"].isdisjoint(words) or not self.conduct["setback"].isdisjoint(words)

    def siding(self, form: str, token: Token) -> tuple[Siding, ...]:
        """The sidings that a word may be, by its tag."""
        tags = {"noun": "N", "agent": "N", "adjective": "JV"}.get(form, "V")
        return self.sidings[form].get(token.lower, ()) if token.tag[0] in tags else ()

    def is_conduct(self, form: str, token: Token) -> bool:
        return token.lower in self.conduct[form]


@dataclass(frozen=True, slots=True)
class Site:
    """An evaluative word or phrase: its tokens, the one that rules them, polarity, and the lexicon's part of speech."""

    tokens: tuple[Token, ...]
    head: Token
    polarity: float
    pos: str
    ironic: bool = False


@lru_cache(maxsize=2)
def lexis_of(lexicon: Lexicon) -> Lexis:
    """The evaluative lexis of a lexicon, made once."""
    inflection = Inflection(lexicon.all(Irregular))
    phrases: dict[str, list[tuple[float, str]]] = {}
    for entry in lexicon.all(Evaluation):
        for word in entry.words:
            for form in _forms(word.lower(), entry.pos, inflection):
                found = phrases.setdefault(form, [])
                if (entry.polarity, entry.pos) not in found:
                    found.append((entry.polarity, entry.pos))
    leaners: dict[str, list[Leaning]] = {}
    for leaning in lexicon.all(Leaning):
        for word in leaning.words:
            for form in _forms(word.lower(), "phrase", inflection):
                if leaning.of == "subject":
                    leaners[form] = [leaning]
                phrases.setdefault(form, []).append((leaning.polarity, leaning.of))
    sidings: dict[str, dict[str, tuple[Siding, ...]]] = {
        f: {} for f in ("verb", "noun", "agent", "voice", "hold", "name", "adjective", "arouse")
    }
    for siding in lexicon.all(Siding):
        table = sidings[siding.form]
        for word in siding.words:
            for form in _siding_forms(word, siding.form, inflection):
                table[form] = (*table.get(form, ()), siding)
    conduct: dict[str, frozenset[str]] = {}
    for group in lexicon.all(Conduct):
        forms = {f for w in group.words for f in (inflection.verb(w) if group.form in _VERBAL else inflection.noun(w))}
        conduct[group.form] = conduct.get(group.form, frozenset()) | forms
    conduct["deed"] |= conduct["act"]
    return Lexis(
        matcher=PhraseMatcher(phrases),
        leaners=PhraseMatcher(leaners),
        sidings=sidings,
        conduct=conduct,
        negators=PhraseMatcher.of(lexicon.all(Negator)),
        ironies=PhraseMatcher.of(lexicon.all(Irony)),
        siding_forms=frozenset(f for table in sidings.values() for f in table),
        saying_forms=frozenset(f for w in saying(lexicon)[0] for f in inflection.verb(w)) | {"according"},
    )


def _forms(word: str, pos: str, inflection: Inflection) -> set[str]:
    if pos == "noun":
        return inflection.noun(word)
    if pos == "verb":
        return inflection.verb(word)
    if pos == "phrase":
        first, space, rest = word.partition(" ")
        last = word.rpartition(" ")
        forms = {f"{form}{space}{rest}" for form in inflection.verb(first)} if space else {word}
        return forms | {word, f"{last[0]} {_plural(last[2], inflection)}".strip()}
    return {word}


def _siding_forms(word: str, form: str, inflection: Inflection) -> set[str]:
    if form == "adjective":
        return {word}
    return inflection.noun(word) if form in ("noun", "agent") else inflection.verb(word)


def _plural(word: str, inflection: Inflection) -> str:
    return max(inflection.noun(word) - {word}, default=word)


def is_evaluative(scene: Scene, span: Span) -> bool:
    """Whether a sentence has any word of praise, blame or siding: the cheap test before a parse."""
    lexis = lexis_of(scene.knowledge.lexicon)
    words = words_of(scene, span)
    if not lexis.siding_forms.isdisjoint(words) or lexis.tells_terms(words):
        return True
    # Evaluations are somebody's.
    spoken = bool(scene.base(span.start)) or not (lexis.saying_forms.isdisjoint(words) and _VIEWED.isdisjoint(words))
    spoken = spoken or scene.document.text.startswith(("For ", "To "), span.start)
    if scene.base(span.start) and lexis.tells_designs(words):
        return True
    matcher = lexis.matcher if spoken else lexis.leaners
    return next(matcher.find(span.of(scene.document.text)), None) is not None


@once
def _evaluated(bench: Workbench) -> list[tuple[list[Token], list[tuple[float, str]]]]:
    """The words of the lexicon in a sentence, in text order, each with the polarities and kinds that it is listed with."""
    sentence = bench.sentence
    found = lexis_of(bench.scene.knowledge.lexicon).matcher.find(bench.words)
    placed = ((sentence.at(sentence.start + start, sentence.start + end), kinds) for start, end, kinds in found)
    return [(tokens, list(kinds)) for tokens, kinds in placed if tokens]


@once
def sites(bench: Workbench) -> list[Site]:
    """The evaluative places of a sentence, in text order. Words of siding are not among them, nor parts of names."""
    lexis = lexis_of(bench.scene.knowledge.lexicon)
    out: list[Site] = []
    for tokens, kinds in _evaluated(bench):
        if _in_name(bench, tokens):
            continue
        head = _head(tokens)
        for polarity, pos in kinds:
            tagged = pos == "phrase" or head.tag[0] in _TAGS.get(pos, ())
            if tagged and _counts(bench, lexis, tokens, head, pos):
                out.append(Site(tuple(tokens), head, polarity, "adjective" if pos == "of-deeds" else pos))
                break
    return out


@once
def leanings(bench: Workbench) -> list[Site]:
    """Where a phrase leads to whom somebody stands so towards; `pos` of each says whose stand it is."""
    return [
        Site(tuple(tokens), _head(tokens), polarity, pos)
        for tokens, kinds in _evaluated(bench)
        for polarity, pos in kinds
        if pos in LEANERS
    ]


def _counts(bench: Workbench, lexis: Lexis, tokens: list[Token], head: Token, pos: str) -> bool:
    """Whether a word evaluates where it stands: of a deed, if it does so of deeds alone, and not where it takes a side."""
    if pos == "of-deeds":
        return _is_of_deed(bench, lexis, head)
    return pos not in ("verb", "noun", "phrase") or not _takes_side(lexis, tokens, head, pos)


def _is_of_deed(bench: Workbench, lexis: Lexis, adjective: Token) -> bool:
    """Whether an adjective is said of what somebody does or says: "a feeble excuse", "their conduct was, and is, feeble"."""
    sentence = bench.sentence
    here, ruler = adjective, sentence.head(adjective)
    while ruler is not None and here.dep == "conj" and ruler.tag[0] == "J":
        here, ruler = ruler, sentence.head(ruler)
    if ruler is not None and ruler.lower == "as":  # "regards their conduct as feeble"
        ruler = sentence.head(ruler)
    elif ruler is None or here.dep in ("amod", "compound", "nmod", "acl"):
        return ruler is not None and lexis.is_conduct("act", ruler)
    described = sentence.children(ruler, "nsubj", "nsubjpass", "dobj") if ruler is not None else []
    return any(lexis.is_conduct("act", noun) for noun in described)


def _takes_side(lexis: Lexis, tokens: list[Token], head: Token, pos: str) -> bool:
    """Whether a word of siding stands in it that is read by itself ("express thanks"); not in "treated us with respect"."""
    if pos == "phrase" and head.tag[0] in "VJ" and not lexis.siding("voice", head):
        return bool(lexis.siding("verb", head)) and tokens[-1].lower not in _US  # "stood by us" praises who did
    if pos == "noun" and head.dep == "attr":
        return False  # "is an outrage": said of somebody, nobody's feeling
    if pos == "phrase" and head.tag[0] == "N" and not lexis.siding("noun", head):
        return False  # "is a matter of grave concern"
    return any(lexis.siding(f, t) for f in ("verb", "noun") for t in tokens)


def _in_name(bench: Workbench, tokens: list[Token]) -> bool:
    """Whether a word is part of a name ("Great Britain", "hostile forces" as a collective, "the Friendship Treaty")."""
    first, last = tokens[0], tokens[-1]
    if any(m.start <= first.start and last.end <= m.end for m in bench.scene.within(first.start, last.end)):
        return True
    return first.tag in ("NNP", "NNPS") and first.text[:1].isupper() and first.i > 0 and len(tokens) == 1


def _head(tokens: list[Token]) -> Token:
    """The token that rules a phrase; of a hyphenated adjective, the one that the noun's edge leads to."""
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head not in inside or t.head == t.i), tokens[0])


@once
def _quotes(bench: Workbench) -> list[Quote]:
    """The quotations that begin in a sentence or reach into it from the one before."""
    every = bench.scene.quotes
    first = max(0, bisect.bisect_left(every, bench.sentence.start, key=lambda q: q.start) - 1)
    last = bisect.bisect_left(every, bench.sentence.end, key=lambda q: q.start)
    return [q for q in every[first:last] if q.end > bench.sentence.start]


def quoted(bench: Workbench, token: Token) -> bool:
    """Whether a word stands in scare quotes: somebody else's word."""
    return any(q.scare and q.start <= token.start < q.end for q in _quotes(bench))


def arms_length(bench: Workbench, lexis: Lexis) -> Iterator[tuple[int, int]]:
    """Where a sentence holds words at arm's length: (start, end) in the document of what "so-called" or scare quotes mark."""
    start = bench.sentence.start
    for quote in _quotes(bench):
        if quote.scare and quote.start >= start:
            yield quote.inner_start, quote.inner_end
    for begin, end, _ in lexis.ironies.find(bench.words):
        if bench.words[begin:end].lower() in _SO_CALLED:
            yield start + begin, start + end
