"""Bonds that roles tell: being a member, an ally or a successor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations.bodies import bracketed, end_of, listed_after, organisations, scope, shared, states
from dragoman.coding.relations.bodies_meant import dated_when, named_before
from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import period, terms
from dragoman.coding.relations.telling import Told, own_clause
from dragoman.coding.sentence.phrasing import refer
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN, SHORT_IS
from dragoman.lexicon.entries import Bond

_BE = BE | SHORT_IS | REMAIN | BECOME
_FOUNDERS = frozenset({"founding", "founder", "original", "charter"})
# "The Organization, founded on ...", "the Community (X), established by the Treaty of Y of ...".
_FOUNDED = re.compile(
    r"(?:\s*\([^)]*\))?,?\s+(?:which was\s+)?(?:founded|established|created|set up|formed)\s+(?:at|in)?\s*(?:by the [^,;.]{4,40} of |"
    r"(?:[^,;.\d]{0,30}\s)?(?:on|in)\s+)"
)
_SAME_YEAR = re.compile(r"\s+(?:later )?(?:in )?(?:the|that) same year\b")
_APART = frozenset({"ccomp", "parataxis", "conj", "relcl"})
_OUTSIDE = frozenset({"ccomp", "parataxis", "relcl"})


def told(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "A is a member of B", "A, an ally of B,", "A became the successor of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    first = _first(bench, noun)
    head = sentence.head(first)
    # "became the 9th member of A and a member of B"
    beside = first.dep == "conj" and first.i > (head.i if head is not None else 0)
    holders, verb = _holders(bench, noun, first, entry)
    if entry.kind == "alliance" and (not holders or (noun.tag == "NNS" and not clauses.under(noun, "of"))):
        yield from _ally(bench, noun)
        return
    ones = states(bench, holders)
    if not ones or (verb is not None and not is_real(bench, verb, bonds)):
        return
    denied = (verb is not None and clauses.negated(verb)) or any(
        c.lower in ("no", "not") for c in sentence.children(noun, "det", "neg")
    )
    begun = _is_begun(bench, noun, verb)
    within = scope(bench, verb, sentence.subtree(verb, without=_OUTSIDE)) if verb is not None else sentence.subtree(noun)
    if beside and any(noun.i < t.i and d.start <= t.start < d.end for d in bench.dates for t in sentence.subtree(noun)):
        within = sentence.subtree(noun)
    span = sentence.span([*within, *(t for h in holders for t in sentence.subtree(h, without=_APART))])
    others = _others(bench, noun, entry)
    if entry.kind == "membership":
        others += [b for b in listed_after(bench, others) if b[0] not in {c for c, _ in others}]
    for other, token, since, until in _spells(bench, noun, verb, begun, within, others):
        turned = denied != _is_excepted(bench, token)
        for one in (o for o in ones if o != other):
            yield Told(entry.kind, "begin" if begun else "hold", one, other, since, until, span, verb or noun, turned)


def _first(bench: Workbench, noun: Token) -> Token:
    """The noun that a role is listed or set beside, or counted among, by whose place in the sentence its holders are found."""
    sentence, first = bench.sentence, noun
    while first.dep == "conj" and (before := sentence.head(first)) is not None and before.tag[0] == "N":
        first = before  # "is a member of A and a member of B"
    while first.dep == "appos" and (before := sentence.head(first)) is not None and before.lower == noun.lower:
        first = before  # "is a founding member of A, a member of B"
    counted = _one_of(bench, first)
    return first if counted is None else counted  # "one of the twelve founders of A"


def _holders(bench: Workbench, noun: Token, first: Token, entry: Bond) -> tuple[list[Token], Token | None]:
    """Who has a role, and the verb that says so, if one does."""
    sentence, clauses = bench.sentence, bench.clauses
    head = sentence.head(first)
    if head is None:
        return [], None
    beside = first.dep == "conj" and first.i > head.i
    if (first.dep == "attr" or beside) and head.lower in _BE:
        return clauses.subjects(head) or shared(bench, head), head
    if first.dep == "appos":
        return [head], None
    if noun.dep == "pobj" and head.lower == "as" and entry.kind == "succession":
        above = next((t for t in sentence.ancestors(noun) if t.tag[0] == "V"), None)
        if above is not None:
            return clauses.objects(above) if clauses.is_passive(above) else clauses.subjects(above), above
    return [], None


def _is_begun(bench: Workbench, noun: Token, verb: Token | None) -> bool:
    """Whether a role is told as taken up: "became a member", "was one of the founding members of A in 1985"."""
    if (verb is not None and verb.lower in BECOME) or noun.lower.endswith(("founder", "founders")):
        return True
    if verb is None or verb.tag != "VBD":
        return False
    return any(c.lower in _FOUNDERS for c in bench.sentence.children(noun, "amod", "compound"))


def _spells(
    bench: Workbench, noun: Token, verb: Token | None, begun: bool, within: list[Token], others: list[tuple[str, Token]]
) -> Iterator[tuple[str, Token, str | None, str | None]]:
    """Each of the others with the days since which and until which the role is held."""
    days = {other: bracketed(bench, token) for other, token in others}
    known: list[tuple[str | None, str | None]] = [*terms(bench, within)] if len(others) == 1 else []
    if len(others) > 1 and any(days.values()):
        known = [(None, None)]  # the days in brackets are of those that they stand behind
    for other, token in others:
        founded = _founded(bench, noun, token) or days[other]
        found: list[tuple[str | None, str | None]] = (
            [(founded, None)] if founded else known or [period(bench, "begin" if begun else "hold", within, token)]
        )
        if begun and verb is not None and found == [(None, None)]:
            found = [(dated_when(bench, verb), None)]
        same_year = _SAME_YEAR.match(bench.text, end_of(bench, token)) is not None
        for since, until in found:
            yield other, token, since[:4] if since and same_year else since, until


def _one_of(bench: Workbench, noun: Token) -> Token | None:
    of = bench.sentence.head(noun)
    one = bench.sentence.head(of) if of is not None and of.lower == "of" and noun.dep == "pobj" else None
    return one if one is not None and one.lower == "one" and noun.tag == "NNS" else None


def _founded(bench: Workbench, role: Token, body: Token) -> str | None:
    """The day of which a body is told to be founded, since which its founding members belong to it."""
    if not any(c.lower in _FOUNDERS for c in bench.sentence.children(role, "amod", "compound")):
        return None
    mention = bench.scene.mention_at(body)
    told = _FOUNDED.match(bench.text, mention.end if mention is not None else body.end, bench.sentence.end)
    dates = [d for d in bench.dates if told is not None and d.start == told.end()]
    return dates[0].date if dates and dates[0].date_end is None else None


def _is_excepted(bench: Workbench, token: Token) -> bool:
    """ "A member of EFTA but not of the European Union"."""
    before = bench.text[max(bench.sentence.start, token.start - 40) : token.start].lower()
    return re.search(r"\bbut not (?:of|to) (?:the |\w+ )*$", before) is not None


def _others(bench: Workbench, noun: Token, entry: Bond) -> list[tuple[str, Token]]:
    preps = [p for p in bench.sentence.children(noun, "prep") if p.lower in ("of", "to")]
    if not preps and noun.dep == "attr":  # "the Union, of which Chad is a member"
        ahead = bench.sentence.children(bench.sentence.tokens[noun.head], "prep", "dep")
        preps = [p for p in ahead if p.lower == "of" and any(o.tag == "WDT" for o in bench.sentence.children(p, "pobj"))]
    if not preps and noun.dep == "conj":  # "a partner and ally of A"
        first = bench.sentence.tokens[noun.head]
        preps = [p for p in bench.sentence.children(first, "prep") if p.lower in ("of", "to") and p.i > noun.i]
    if not preps and noun.dep == "conj" and entry.kind == "membership":  # "an observer of A in 1992 and a full member in 1997"
        listed_with = bench.sentence.tokens[noun.head]
        roles = bench.sentence.children(listed_with, "attr") if listed_with.tag[0] == "V" else [listed_with]
        preps = [p for r in roles for p in bench.sentence.children(r, "prep") if p.lower in ("of", "to")]
    preps += [c for p in preps for c in bench.sentence.children(p, "conj") if c.lower == p.lower]
    heads = [o for p in preps for o in bench.sentence.children(p, "pobj")]
    if entry.kind == "membership" and not heads and any(c.lower == "its" for c in bench.sentence.children(noun, "poss")):
        return named_before(bench, noun)  # "opened the way to the UN. Fiji became its 127th member"
    if entry.kind == "membership":
        return organisations(bench, heads or bench.sentence.children(noun, "compound", "nmod", "poss"))
    found = states(bench, [*heads, *bench.sentence.children(noun, "poss")])
    return [(c, noun) for c in found]


def _ally(bench: Workbench, noun: Token) -> Iterator[Told]:
    """ "Its ally China", "China's ally Pakistan": the name after the role."""
    sentence = bench.sentence
    copula = sentence.head(noun)
    if noun.dep == "attr" and noun.tag == "NNS" and copula is not None and copula.lower in _BE:  # "A and B were allies"
        pair = states(bench, bench.clauses.subjects(copula))
        if len(pair) == 2 and not bench.clauses.negated(copula) and not bench.clauses.under(noun, "of"):
            since, until = period(bench, "hold", sentence.subtree(copula, without=_OUTSIDE))
            yield Told("alliance", "hold", min(pair), max(pair), since, until, sentence.span(own_clause(bench, copula)), copula)
        return
    owners = states(bench, sentence.children(noun, "poss"))
    named = states(bench, sentence.children(noun, "appos"))
    if noun.dep in ("compound", "nmod") and (name := sentence.head(noun)) is not None:
        named = named or [c for r in [refer(bench, name)] if r for c in r.codes if c in bench.scene.knowledge.states]
        owners = owners or states(bench, sentence.children(name, "poss"))
    for a in owners:
        for b in named:
            if a != b:
                yield Told("alliance", "hold", a, b, None, None, sentence.span(sentence.subtree(noun)), noun)
