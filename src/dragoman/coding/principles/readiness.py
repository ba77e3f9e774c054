"""Readiness in so many words: "remains committed to A", "is ready to B", "declared itself willing to C"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.conditions import conditions
from dragoman.coding.principles.declarations import Declared, predicates, statement, wording_of
from dragoman.coding.principles.pledges import gerunds, is_past
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.coding.sentence.voices import declarers, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_TO_NOUN = word_class("committed-to")
_DECLARES = word_class("declaring-oneself")
_SELF = frozenset({"ourselves", "itself", "themselves", "himself", "herself"})


def find(bench: Workbench, taken: set[int]) -> Iterator[Declared]:
    """What one sentence tells that somebody is ready for, besides what stands in `taken`."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in wording.marked(bench.sentence):
        if token.i not in taken and wording.of("ready", token) and not _is_term(bench, token):
            yield from ready(bench, token, None)


def _is_term(bench: Workbench, adjective: Token) -> bool:
    """ "Will host them whenever they are willing to sit down": who is ready there is what the promise hangs on."""
    return any(c.span.start <= adjective.start < c.span.end for c in conditions(bench))


def ready(bench: Workbench, adjective: Token, holders: tuple[str, ...] | None) -> Iterator[Declared]:
    """ "Remains committed to A", "is ready to A"; `holders` where they are known already ("will remain committed")."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.head(adjective) or adjective
    if adjective.dep not in ("acomp", "attr", "oprd", "ROOT", "ccomp", "conj") and adjective.tag != "VBN":
        return
    passive = adjective.tag in ("VBN", "JJ") and bool(sentence.children(adjective, "auxpass", "nsubjpass"))
    ruler = adjective if passive else verb
    if _is_unready(bench, adjective, verb, ruler):
        return
    said = voice(bench, ruler)
    if holders is None:
        itself = _declares_itself(bench, ruler, adjective)
        if (is_past(bench, ruler) and not passive and not itself) or (ruler.tag[0] != "V" and not passive):
            return
        subjects = sentence.children(ruler, "nsubjpass") if passive else clauses.subjects(ruler)
        holders = declarers(bench, subjects, said, own=False)
    below = [
        c for c in sentence.children(adjective, "xcomp", "ccomp", "advcl") if clauses.is_infinitive(c) and c.i > adjective.i
    ]
    deeds = below[:1] or gerunds(bench, adjective)
    for deed in deeds:
        for first, last in predicates(bench, deed):
            yield Declared("commitment", holders, statement(bench, first, last), ruler, tuple(said))
    to = frozenset({"to"})
    if not deeds and adjective.lower in _TO_NOUN and clauses.has_preposition(adjective, to) is not None:
        yield Declared("commitment", holders, _to_thing(bench, adjective), ruler, tuple(said))


def _declares_itself(bench: Workbench, verb: Token, adjective: Token) -> bool:
    """ "Declared itself willing to A": the past of the verb alone."""
    own = (*bench.sentence.children(verb, "dobj", "nsubj"), *bench.sentence.children(adjective, "nsubj"))
    return verb.lower in _DECLARES and any(o.lower in _SELF for o in own)


def _is_unready(bench: Workbench, adjective: Token, verb: Token, ruler: Token) -> bool:
    """Whether nobody is told to be ready: denied, only possible, on terms, or said of something else."""
    clauses = bench.clauses
    before = not any(c.dep == "neg" and c.i > adjective.i for c in adjective.children)  # "determined not to become A" is none
    if (
        adjective.dep == "amod"
        or (before and clauses.negated(adjective))
        or (ruler is not adjective and clauses.negated(ruler))
    ):
        return True
    if clauses.is_possible(ruler) or clauses.is_condition(ruler):
        return True
    if adjective.lower == "open" and bench.sentence.children(verb, "dobj"):
        return True  # "keeps its border open to them"
    return adjective.lower == "bound" and is_past(bench, ruler)  # "the Court held that it was bound to withdraw"


def _to_thing(bench: Workbench, adjective: Token) -> Span:
    """ "Committed to A": the words from the adjective to the end of what it is to."""
    words = bench.sentence.subtree(
        adjective, without=frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advcl", "conj", "cc", "mark", "punct"})
    )
    objects = [t for o in bench.clauses.under(adjective, "to") for t in bench.sentence.subtree(o)]
    start = min(t.start for t in words if t.i >= adjective.i)
    return trimmed(bench.text, Span(start, max(t.end for t in (*words, *objects))))
