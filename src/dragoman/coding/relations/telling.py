"""What one place of a sentence tells of a bond, before it becomes a record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.sentence.phrasing import is_official, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_DATING = word_class("taking-effect-on-a-day")


@dataclass(frozen=True, slots=True)
class Told:
    """A bond of `kind` between `a` and `b` that begins, holds, ends, pauses or is resumed; `head` rules the evidence `span`."""

    kind: str
    change: str
    a: str
    b: str | None
    since: str | None
    until: str | None
    span: Span
    head: Token
    denied: bool = False
    status: str = "asserted"


def states_of(bench: Workbench, heads: list[Token], *, bare: bool = False) -> list[str]:
    """States that heads name; `bare`: by a name that is the head itself."""
    known, out = bench.scene.knowledge.states, []
    for head in heads:
        for reference in refer_all(bench, head):
            mention = bench.scene.mention_at(bench.sentence.tokens[reference.head])
            if (
                is_official(reference)
                and reference.sector != "IGO"
                and (
                    not bare
                    or (mention is not None and mention.kind in ("name", "deixis") and mention.end >= reference.span.end - 1)
                )
            ):
                out += [c for c in reference.codes if c in known and c not in out]
    return out


def antecedent(bench: Workbench, token: Token) -> Token:
    """ "The states with which Chad has relations", "the islands that it claims": what a relative pronoun stands for."""
    if token.tag not in ("WDT", "WP") and not (token.lower == "that" and token.tag == "IN"):
        return token
    clause = next((a for a in bench.sentence.ancestors(token) if a.dep == "relcl"), None)
    return bench.sentence.tokens[clause.head] if clause is not None else token


def also_named(bench: Workbench, verb: Token, known: list[Token], kinds: frozenset[str]) -> list[Token]:
    """Further objects of a verb that the parser hung on a date: "joined the UN in 1977 and ASEAN in 1995"."""
    if not known:
        return []
    out: list[Token] = []
    tokens = bench.sentence.tokens
    for token in tokens[max(t.i for t in known) + 1 :]:
        if token.tag[0] == "V" or token.text in (";", ":"):
            break
        mention = bench.scene.mention_at(token)
        if mention is None or mention.kind not in kinds or mention.end > token.end:
            continue
        if token.i + 1 < len(tokens) and tokens[token.i + 1].tag in ("VBD", "VBZ", "VBP", "MD"):
            break  # "in 1991 and B did so": whose clause it is
        before = bench.text[max(verb.end, mention.start - 30) : mention.start]
        if re.search(
            r"(?:\d{4}|\bday|\b\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}|\blater)\)?,?\s*(?:,|and|, and)\s+"
            r"(?:(?:to|of|into|in|with)\s+)?(?:the\s+)?$",
            before,
        ):
            out.append(token)
    return out


def told_when(bench: Workbench, noun: Token) -> list[Token]:
    """The words whose dates are those of an act that a noun names: its phrase, and the clause that says when it was ("the
    recognition of Chad by Mali came on 6 March 1960").
    """
    verb = bench.sentence.head(noun)
    if verb is None or noun.dep not in ("nsubj", "nsubjpass") or verb.lower not in _DATING:
        return bench.sentence.subtree(noun)
    objects = bench.sentence.children(verb, "dobj", "attr")
    if any(o.lower not in ("place", "effect") and not o.tag.startswith("CD") for o in objects):
        return bench.sentence.subtree(noun)
    return own_clause(bench, verb)


def own_clause(bench: Workbench, verb: Token) -> list[Token]:
    """The words of a predicate, without those of verbs conjoined to it and of clauses about other things."""
    apart = {t.i for c in bench.sentence.children(verb, "conj") if c.tag[0] == "V" for t in bench.sentence.subtree(c)}
    return [t for t in bench.sentence.subtree(verb, without=frozenset({"ccomp", "parataxis", "relcl"})) if t.i not in apart]
