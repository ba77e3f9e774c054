"""Bonds that roles tell: being a member, an ally, a partner or a successor."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dragoman.coding.relations.bodies import bracketed, days_behind, end_of, listed_after, organisations, scope, shared, states
from dragoman.coding.relations.bodies_meant import dated_when, named_before
from dragoman.coding.relations.bonds import Bonds, is_no_longer, is_real
from dragoman.coding.relations.periods import period, terms
from dragoman.coding.relations.telling import Told, own_clause
from dragoman.coding.sentence.phrasing import refer
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN, SHORT_IS
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import word_class

_BE = BE | SHORT_IS | REMAIN | BECOME
_FOUNDERS = frozenset({"founding", "founder", "original", "charter"})
# "The Organization, founded on ...", "the Community (X), established by the Treaty of Y of ...".
_FOUNDED = re.compile(
    r"(?:\s*\([^)]*\))?,?\s+(?:which was\s+)?(?:founded|established|created|set up|formed)\s+(?:at|in)?\s*(?:by the [^,;.]{4,40} of |"
    r"(?:[^,;.\d]{0,30}\s)?(?:on|in)\s+)"
)
_OTHERS = re.compile(r" of,? (?:among others?|amongst others?|inter alia|among other bodies),? (?:the )?")
_SAME_YEAR = re.compile(r"\s+(?:later )?(?:in )?(?:the|that) same year\b")
_FORMER = word_class("former-ones")
_TAKEN_IN, _INCLUDES = word_class("being-taken-in"), word_class("consisting-of")
# Between the phrase of a role and whose it is: "A founding member of the Union (1945), Chad ...".
_OPENS_WITH = re.compile(r"(?:\s*\([^()]*\))?(?:\s+(?:since|from|in)\s[^,;.]{4,24})?,\s+(?:the\s+)?")
_APART = frozenset({"ccomp", "parataxis", "conj", "relcl"})
# Clauses whose days are none of a role or of what a verb tells of it.
OUTSIDE = frozenset({"ccomp", "parataxis", "relcl"})


def told(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "A is a member of B", "A, an ally of B,", "A became the successor of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    first = _first(bench, noun)
    head = sentence.head(first)
    # "became the 9th member of A and a member of B"
    beside = first.dep == "conj" and first.i > (head.i if head is not None else 0)
    holders, verb = _holders(bench, noun, first, entry)
    if entry.kind in ("alliance", "ties") and (not holders or (noun.tag == "NNS" and not clauses.under(noun, "of"))):
        yield from _ally(bench, noun, entry.kind)
        return
    ones = states(bench, holders)
    ceased = _has_ceased(bench, verb)
    verb = sentence.tokens[verb.head] if ceased and verb is not None else verb
    if not ones or (verb is not None and not is_real(bench, verb, bonds)):
        return
    denied = (verb is not None and clauses.negated(verb)) or any(
        c.lower in ("no", "not", "neither") for c in sentence.children(noun, "det", "neg", "preconj")
    )
    change = "begin" if _is_begun(bench, noun, verb) else "hold"
    if ceased or _is_former(bench, noun) or (verb is not None and is_no_longer(bench, verb)):
        change, denied = "end", False
    within = scope(bench, verb, sentence.subtree(verb, without=OUTSIDE)) if verb is not None else sentence.subtree(noun)
    if head is not None and head.text == "As" and not head.i and not (verb is not None and verb.lower in _TAKEN_IN):
        # "As a founder of A it has housed no summit since 2005": what the clause denies and dates is not the role.
        denied, within = False, sentence.subtree(noun)
    if beside and any(noun.i < t.i and d.start <= t.start < d.end for d in bench.dates for t in sentence.subtree(noun)):
        within = sentence.subtree(noun)
    span = sentence.span([*within, *(t for h in holders for t in sentence.subtree(h, without=_APART))])
    others = _others(bench, noun, entry)
    if entry.kind == "membership":
        others += [b for b in listed_after(bench, others) if b[0] not in {c for c, _ in others}]
    for other, token, since, until in _spells(bench, noun, verb, change, within, others):
        turned = denied != _is_excepted(bench, token)
        for one in (o for o in ones if o != other):
            yield Told(entry.kind, change, one, other, since, until, span, verb or noun, turned)


def _first(bench: Workbench, noun: Token) -> Token:
    """The noun that a role is listed or set beside, or counted among, by whose place in the sentence its holders are found."""
    sentence, first = bench.sentence, noun
    while first.dep == "conj" and (before := sentence.head(first)) is not None and before.tag[0] == "N":
        first = before  # "is a member of A and a member of B"
    if first.dep == "pobj" and first.i != noun.i and first.tag[:3] == "NNP":  # "are parties to A and members of B"
        to = sentence.head(first)
        over = sentence.head(to) if to is not None else None
        first = over if over is not None and over.dep == "attr" else first
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
    if head.lower == "among" and noun.tag == "NNS" and (copula := sentence.head(head)) is not None and copula.lower in _BE:
        return clauses.subjects(copula) or shared(bench, copula), copula  # "was among the founders of A"
    if (first.dep == "attr" or beside) and head.lower in _BE and (found := clauses.subjects(head) or shared(bench, head)):
        return found, head
    if first.dep == "appos":
        return [head], None
    above = sentence.verb_above(noun)
    if noun.dep == "pobj" and head.lower == "as" and above is not None:
        if entry.kind == "succession" or _is_as_member(head, above):
            return clauses.objects(above) if clauses.is_passive(above) else clauses.subjects(above), above
    elif noun.dep == "nsubj" and noun.tag == "NNS" and entry.kind == "membership" and (found := _named_as(bench, noun, head)):
        return found, head
    return _named_after(bench, noun), None


def _is_as_member(preposition: Token, verb: Token) -> bool:
    """ "Was admitted as a member of the Union", "As a member of the Union, Chad ..."."""
    return verb.lower in _TAKEN_IN or (preposition.text == "As" and not preposition.i)


def _named_as(bench: Workbench, noun: Token, verb: Token) -> list[Token]:
    """ "The members of the Union are Chad and Mali", "include Chad"."""
    if bench.clauses.negated(verb) or bench.sentence.children(noun, "nummod", "poss") or verb.lower not in BE | _INCLUDES:
        return []
    return bench.sentence.children(verb, "attr" if verb.lower in BE else "dobj")


def _named_after(bench: Workbench, noun: Token) -> list[Token]:
    """Whose the role is that opens a sentence: "A member of the Union since 1995, Chad ..."."""
    phrase = bench.sentence.subtree(noun, without=frozenset({"relcl", "acl", "conj", "appos"}))
    if phrase[0].i or noun.dep in ("pobj", "dobj", "compound", "poss"):
        return []
    inside = bench.scene.within(noun.end, bench.sentence.end)
    for body, state in itertools.pairwise(inside):
        tokens = bench.sentence.at(state.start, state.end)
        if _OPENS_WITH.fullmatch(bench.text, body.end, state.start) and state.kind == "name" and tokens:
            return [tokens[-1]] if tokens[-1].dep in ("nsubj", "nsubjpass", "appos", "ROOT") else []
        if bench.text[body.end : body.end + 1] == ".":
            break
    return []


def _is_former(bench: Workbench, noun: Token) -> bool:
    return any(c.lower in _FORMER for c in bench.sentence.children(noun, "amod", "advmod"))


def _has_ceased(bench: Workbench, verb: Token | None) -> bool:
    """ "Ceased to be a member"."""
    above = bench.sentence.head(verb) if verb is not None and verb.dep == "xcomp" else None
    return above is not None and above.lower.startswith("ceas")


def _is_begun(bench: Workbench, noun: Token, verb: Token | None) -> bool:
    """Whether a role is told as taken up: "became a member", "was one of the founding members of A in 1985"."""
    if (verb is not None and verb.lower in BECOME | _TAKEN_IN) or noun.lower.endswith(("founder", "founders")):
        return True
    if verb is None or verb.tag != "VBD":
        return False
    return any(c.lower in _FOUNDERS for c in bench.sentence.children(noun, "amod", "compound"))


def _spells(
    bench: Workbench, noun: Token, verb: Token | None, change: str, within: list[Token], others: list[tuple[str, Token]]
) -> Iterator[tuple[str, Token, str | None, str | None]]:
    """Each of the others with the days since which and until which the role is held."""
    days = {other: bracketed(bench, token) for other, token in others}
    known: list[tuple[str | None, str | None]] = [*terms(bench, within)] if len(others) == 1 else []
    if len(others) > 1 and any(days.values()):
        known = [(None, None)]  # the days in brackets are of those that they stand behind
    behind = days_behind(bench, others)
    for other, token in others:
        founded = _founded(bench, noun, token) or days[other]
        found: list[tuple[str | None, str | None]] = (
            [(founded, None)] if founded else known or [period(bench, change, within, token)]
        )
        if change == "begin" and verb is not None and found == [(None, None)]:
            found = [(dated_when(bench, verb), None)]
        if behind and not founded:  # "a member of A, of B since 1962 and of C since 1973"
            found = [(behind[other][1] if other in behind else None, None)]
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
    told = _FOUNDED.match(bench.text, end_of(bench, body), bench.sentence.end)
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
    if entry.kind == "membership" and (among := _OTHERS.match(bench.text, noun.end, bench.sentence.end)) is not None:
        named = bench.scene.within(among.end(), among.end() + 1)
        return organisations(bench, bench.sentence.at(named[0].start, named[0].end)[-1:] if named else [])
    if entry.kind == "membership":
        return organisations(bench, heads or bench.sentence.children(noun, "compound", "nmod", "poss"))
    found = states(bench, [*heads, *bench.sentence.children(noun, "poss")])
    return [(c, noun) for c in found]


def _ally(bench: Workbench, noun: Token, kind: str) -> Iterator[Told]:
    """ "Its ally China", "China's ally Pakistan": the name after the role."""
    sentence = bench.sentence
    copula = sentence.head(noun)
    if noun.dep == "attr" and noun.tag == "NNS" and copula is not None and copula.lower in _BE:  # "A and B were allies"
        pair = states(bench, bench.clauses.subjects(copula))
        if len(pair) == 2 and not bench.clauses.negated(copula) and not bench.clauses.under(noun, "of"):
            since, until = period(bench, "hold", sentence.subtree(copula, without=OUTSIDE))
            yield Told(kind, "hold", min(pair), max(pair), since, until, sentence.span(own_clause(bench, copula)), copula)
        return
    if noun.dep == "appos" and noun.tag == "NNS" and copula is not None:  # "A and B, strategic partners since 2017"
        pair = states(bench, [copula])
        if len(pair) == 2:
            since, until = period(bench, "hold", sentence.subtree(noun))
            yield Told(kind, "hold", min(pair), max(pair), since, until, sentence.span(sentence.subtree(noun)), noun)
        return
    owners = states(bench, [*sentence.children(noun, "poss"), *bench.clauses.under(noun, "of")])
    named = states(bench, sentence.children(noun, "appos"))
    if noun.dep == "nsubj" and copula is not None and copula.lower in BE and not bench.clauses.negated(copula):
        named = named or states(bench, sentence.children(copula, "attr"))  # "Chad's main trading partner is Mali"
    if noun.dep in ("compound", "nmod") and (name := sentence.head(noun)) is not None:
        named = named or [c for r in [refer(bench, name)] if r for c in r.codes if c in bench.scene.knowledge.states]
        owners = owners or states(bench, sentence.children(name, "poss"))
    for a in owners:
        for b in named:
            if a != b:
                yield Told(kind, "hold", a, b, None, None, sentence.span(sentence.subtree(noun)), noun)
