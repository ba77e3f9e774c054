"""Whom a judgement of "it" is about: "it is regrettable that X closed its border", "it is hypocrisy for X to preach law"."""

from __future__ import annotations

from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl")
_ACTS = word_class("acts-without-an-object")
_SUFFERS = word_class("being-or-suffering")
_WOULD = frozenset({"would", "will", "could", "may", "might", "should"})


def extraposed(bench: Workbench, copula: Token) -> list[Token]:
    """Who does what the clause behind "it is so" tells; nobody where it is only thought of, or done to somebody."""
    sentence = bench.sentence
    if not _WOULD.isdisjoint(bench.clauses.auxiliaries(copula)) or bench.clauses.in_condition(copula):
        return []
    said = [copula, *sentence.children(copula, "acomp", "attr")]
    said += [o for t in said[1:] for p in sentence.children(t, "prep") for o in sentence.children(p, "pobj")]
    clauses = [c for t in said for c in sentence.children(t, *_CLAUSES) if c.i > copula.i and c.tag[0] == "V"]
    return next((doers for c in clauses if (doers := doers_of(bench, c))), [])


def doers_of(bench: Workbench, clause: Token, also: frozenset[str] | None = frozenset()) -> list[Token]:
    """Who acts in a clause with "that" or "for" (or a word of `also`; None: in any): who merely is, has or suffers is not
    judged.
    """
    children = bench.sentence.children(clause, "mark", "advmod", "dobj")  # "the news that X had signed", read as an object
    marks = {*bench.clauses.marks(clause), *(c.lower for c in children if c.i < clause.i)}
    if (also is not None and marks.isdisjoint({"that", "for"} | also)) or bench.sentence.children(
        clause, "auxpass", "nsubjpass"
    ):
        return []
    told = "for" in marks or not (bench.clauses.is_possible(clause) or bench.clauses.is_future(clause))
    done = bench.sentence.children(clause, "dobj", "ccomp", "xcomp", "prt") or clause.lower in _ACTS
    acts = clause.lower not in _SUFFERS and (bool(done) or "for" in marks)
    return bench.sentence.children(clause, "nsubj") if told and acts else []
