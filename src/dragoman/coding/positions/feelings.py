"""What somebody's deed makes others feel, and how they take it: "the decision angered X", "X received the news with dismay",
"X is disappointed that Y closed the border".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.arousals import felt, is_capital
from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.extraposition import doers_of
from dragoman.coding.positions.stand import APART, Stand, holders_of, is_done, towards
from dragoman.coding.sentence.phrasing import reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_VEXES = word_class("vexing-somebody")
_PLEASES = word_class("pleasing-somebody")
_TAKES_IT = word_class("taking-it-so")
_COLDLY = word_class("coldly")
_WARMLY = word_class("warmly")
_GLAD = word_class("glad-that")
_SORRY = word_class("sorry-that")
_GIVES = frozenset({"gives", "give", "gave", "fills", "fill", "filled", "causes", "caused"})  # "it gives us satisfaction that"
_LUCKILY = word_class("luckily")
_UNLUCKILY = word_class("unluckily")
_TIDINGS = word_class("tidings")
_SEES = frozenset({"see", "note", "hear", "learn", "know"})
_WHEN = frozenset({"when", "because", "after"})
_WORDS = _VEXES | _PLEASES | _GLAD | _SORRY | _TAKES_IT | _LUCKILY | _UNLUCKILY


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell a feeling so."""
    return not words.isdisjoint(_WORDS)


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of one sentence that feelings tell."""
    for token in bench.sentence:
        if token.tag[0] == "V" and (token.lower in _VEXES or token.lower in _PLEASES):
            yield from _made(bench, lexis, token)
        if token.tag[0] == "V" and token.lower in _TAKES_IT:
            yield from _taken(bench, lexis, token)
        if token.lower in _LUCKILY or token.lower in _UNLUCKILY or token.dep == "pobj":
            yield from _aside(bench, lexis, token)
        polarity = _of_clause(bench, lexis, token)
        if polarity:
            yield from _that(bench, lexis, token, polarity)


def _made(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    """ "The decision of X angered Y"."""
    if bench.sentence.children(verb, "auxpass") or bench.clauses.negated(verb) or not is_done(bench, verb):
        return
    holders = holders_of(bench, bench.sentence.children(verb, "dobj"))
    if not holders or verb.dep in ("amod", "acl") or bench.sentence.children(verb, "xcomp", "dative"):
        return
    span = bench.sentence.span([*bench.sentence.subtree(verb, without=APART)])
    polarity = -0.5 if verb.lower in _VEXES else 0.5
    yield from towards(bench, lexis, holders, bench.clauses.subjects(verb), polarity, span, reported_by(bench, verb))


def _taken(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    """ "Y reacted angrily to the decision of X", "greeted it with dismay", "it was met with scorn in Lima"."""
    sentence, clauses = bench.sentence, bench.clauses
    things = [*sentence.children(verb, "dobj", "nsubjpass"), *clauses.under(verb, "to"), *clauses.under(verb, "by")]
    with_ = [o for t in (verb, *things) for o in clauses.under(t, "with")]
    manner = [_manner(c) for c in sentence.children(verb, "advmod")]
    polarity = next((p for p in (*(felt(lexis, o, any_tag=True) for o in with_), *manner) if p), 0.0)
    if not polarity or clauses.negated(verb) or not is_done(bench, verb):
        return
    if sentence.children(verb, "auxpass"):
        things = sentence.children(verb, "nsubjpass")
        heads = sentence.agents(verb) or [o for t in (verb, *with_) for o in clauses.under(t, "in") if is_capital(bench, o)]
        heads = heads or [o for t in with_ for p in ("from", "by") for o in clauses.under(t, p)]
    else:
        things = sentence.children(verb, "dobj") or [o for t in (verb, *with_) for o in clauses.under(t, "to")]
        heads = clauses.subjects(verb)
    span = sentence.span(sentence.subtree(verb, without=APART))
    yield from towards(bench, lexis, holders_of(bench, heads), things, polarity, span, reported_by(bench, verb))


def _aside(bench: Workbench, lexis: Lexis, word: Token) -> Iterator[Stand]:
    """ "Unfortunately, X has not kept its word", "to our regret, X left the talks", as those say whose words they are."""
    ruler = bench.sentence.head(word)
    own: list[Token] = []
    verb, polarity = ruler, 0.5 if word.lower in _LUCKILY else -0.5
    if word.dep == "pobj":
        if ruler is None or ruler.lower != "to":
            return
        own = [p for p in bench.sentence.children(word, "poss") if p.tag == "PRP$"]
        verb, polarity = bench.sentence.head(ruler) if own else None, felt(lexis, word) if own else 0.0
    if verb is None or verb.tag[0] != "V" or not polarity or bench.clauses.in_condition(verb):
        return
    said = reported_by(bench, word)
    if not said or bench.clauses.is_possible(verb) or bench.clauses.is_duty(verb) or bench.clauses.is_future(verb):
        return
    doers = doers_of(bench, verb, also=None)
    holders = holders_of(bench, own) if own else said[-1].split("+")
    span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
    yield from towards(bench, lexis, holders, doers, polarity, span, said)


def _manner(adverb: Token) -> float:
    return -0.5 if adverb.lower in _COLDLY else 0.5 if adverb.lower in _WARMLY else 0.0


def _of_clause(bench: Workbench, lexis: Lexis, token: Token) -> float:
    """How glad or sorry a word is of the clause that hangs on it."""
    if token.tag[0] not in "JVN" or not any(c.tag[0] == "V" for c in token.children):
        return 0.0
    if token.lower in _TIDINGS and token.dep == "dobj" and (verb := bench.sentence.head(token)) is not None:
        entry = next((e for e in lexis.siding("verb", verb) if not (e.only or e.complement)), None)
        return entry.polarity if entry is not None else 0.0
    if token.lower in _GLAD or token.lower in _SORRY:
        return 0.5 if token.lower in _GLAD else -0.5
    if token.tag[0] == "N":
        given = token.dep == "dobj" and (verb := bench.sentence.head(token)) is not None and verb.lower in _GIVES
        return felt(lexis, token) if token.dep == "pobj" or given else 0.0
    entries = lexis.siding("adjective", token)
    return entries[0].polarity if entries else 0.0


def _that(bench: Workbench, lexis: Lexis, word: Token, polarity: float) -> Iterator[Stand]:
    """ "We are glad that X signed", "note with regret that X left", "was angered when X closed the border"."""
    sentence = bench.sentence
    clauses = [
        c for c in sentence.children(word, "ccomp", "acl", "xcomp", "advcl", "relcl") if c.i > word.i and c.tag[0] == "V"
    ]
    seen = [i for c in clauses if c.lower in _SEES for i in sentence.children(c, "ccomp")]  # "glad to see that X signed"
    doers = next((d for c in (*seen, *clauses) if (d := doers_of(bench, c, also=_WHEN))), [])
    if not doers:
        return
    passive = bool(sentence.children(word, "auxpass", "nsubjpass"))
    verb = word if passive or (word.tag[0] == "V" and sentence.children(word, "nsubj")) else _verb_over(bench, word)
    if verb is None or bench.clauses.negated(verb) or bench.clauses.negated(word) or not is_done(bench, verb):
        return
    heads = sentence.children(verb, "nsubjpass") if passive else bench.clauses.subjects(verb)
    if verb.lower in _GIVES:
        heads = sentence.children(verb, "dative")
    span = sentence.span(sentence.subtree(verb, without=APART))
    yield from towards(bench, lexis, holders_of(bench, heads), doers, polarity, span, reported_by(bench, verb))


def _verb_over(bench: Workbench, word: Token) -> Token | None:
    """The verb that a predicate, or "with" and a noun of feeling, belongs to."""
    ruler = bench.sentence.head(word)
    if word.dep == "dobj" and ruler is not None:
        return ruler if word.lower in _TIDINGS or ruler.lower in _GIVES else None
    if word.dep == "pobj" and ruler is not None:
        return bench.sentence.head(ruler) if ruler.lower in ("with", "to") else None
    return ruler if word.dep in ("acomp", "attr", "oprd", "conj") else None
