"""On what terms two sides are, as a text tells it: "enjoys warm ties with X", "relations between X and Y are tense"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.stand import ASIDE, Stand, is_done
from dragoman.coding.relations.partners import bound, left
from dragoman.coding.sentence.phrasing import codes_of, each_under, is_official, protagonist, refer_all, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The stands of those who are told to be on good or bad terms, in text order.

    A party that says so itself of bad terms deplores them rather than takes a side; of good ones it alone is the holder.
    """
    for word in bench.sentence:
        warm = lexis.is_conduct("warm", word)
        if not (warm or lexis.is_conduct("cold", word)) or word.tag[0] not in "JVN":
            continue
        held = _held(bench, lexis, word)
        if held is None or not is_done(bench, held[1]) or bench.clauses.negated(held[1]):
            continue
        noun, verb, subjects = held
        said = reported_by(bench, noun)
        speaker = said[-1] if said else None
        span = bench.sentence.span([*subjects, verb, *bench.sentence.subtree(noun, without=ASIDE)])
        others = [t for t in bench.sentence.children(word, "conj") if t.tag[0] == "J"]
        mixed = warm and any(lexis.is_conduct("cold", t) for t in others)
        if word.dep == "conj" and lexis.is_conduct("warm", bench.sentence.tokens[word.head]) != warm:
            continue  # said with the word before
        for holder, target in _pairs(bench, noun, verb, subjects):
            own = speaker in (holder, target)
            if holder != target and (not own or (warm and holder == speaker)):
                by = said[:-1] if own and len(said) > 1 else said
                yield Stand(holder, target, None, 0.0 if mixed else 0.5 if warm else -0.5, False, span, tuple(by))


def _held(bench: Workbench, lexis: Lexis, word: Token) -> tuple[Token, Token, list[Token]] | None:
    """(what is shared, the verb of having it, who has it) where an adjective says how it is; no subjects of a predicate."""
    sentence = bench.sentence
    while word.dep == "conj" and (first := sentence.head(word)) is not None and first.tag[0] == "J":
        word = first
    head = sentence.head(word)
    if head is None:
        return None
    if word.dep in ("acomp", "attr", "oprd") and lexis.is_conduct("being", head):
        shared = [s for s in sentence.children(head, "nsubj") if lexis.is_conduct("terms", s)]
        return (shared[0], head, []) if shared else None
    if word.dep != "amod" or not lexis.is_conduct("terms", head):
        return None
    noun = first = head
    while first.dep == "conj" and (above := sentence.head(first)) is not None and above.tag[0] == "N":
        first = above
    verb = sentence.head(first)
    if verb is not None and verb.lower in ("on", "in") and first.dep == "pobj":
        verb = sentence.head(verb)
    if verb is None or first.dep not in ("dobj", "pobj", "conj") or not lexis.is_conduct("being", verb):
        return None
    return noun, verb, bench.clauses.subjects(verb)


def _pairs(bench: Workbench, noun: Token, verb: Token, subjects: list[Token]) -> list[tuple[str, str]]:
    """(holder, target) of each who is on such terms: of those who have them, or of both where neither is the subject."""
    others = codes_of(
        r for o in each_under(bench, noun, "with") or each_under(bench, verb, "with") for r in refer_all(bench, o)
    )
    ones = codes_of(r for s in subjects for r in refer_all(bench, s) if is_official(r))
    if others and not subjects:
        ones = left(bench, noun) or [c for c in [bench.speaker() or protagonist(bench.scene)] if c]
    if others:
        return [(a, b) for a in ones for b in others]
    if subjects:
        return [(a, b) for a in ones for b in ones] if len(ones) == 2 else []
    return [p for pair in bound(bench, noun, []) for p in ((pair.a, pair.b), (pair.b, pair.a))]
