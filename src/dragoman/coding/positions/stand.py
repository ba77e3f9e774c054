"""A position before it is weighed, whether a side is taken at all, and towards whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.positions.backward import meant_before
from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.positions.matters import stood_on
from dragoman.coding.positions.owning import whose
from dragoman.coding.positions.sharing import partners
from dragoman.coding.positions.testers import testers
from dragoman.coding.sentence.courtesies import asks_leave, says_by_wishing
from dragoman.coding.sentence.phrasing import codes_of, is_official, refer_all, reported_by
from dragoman.coding.sentence.topics import topic_of
from dragoman.coding.sentence.troubles import is_trouble_between
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# What stands beside the words that take a side; of what only describes somebody, clauses as well.
APART = frozenset({"relcl", "parataxis", "punct"})
ASIDE = APART | {"advcl"}
_ALWAYS = word_class("always")
# "Has the honour to convey its gratitude": it does so.
_HONOUR = word_class("honour-to-do")
_REFRAINS = word_class("refraining-from")
_PAPERS = word_class("papers-that-take-sides")
_ISSUES = word_class("issuing-a-paper")
_DEMANDS = word_class("demanding")
_INSISTS = word_class("insisting-on")
_HOSPITALITY = frozenset({"hospitality", "welcome", "reception"})
_DEALINGS = word_class("dealings-with")
_BEGUN = word_class("begun-or-wanted")


@dataclass(frozen=True, slots=True)
class Stand:
    """A position before it is weighed against others of its sentence."""

    holder: str
    target: str | None
    topic: str | None
    polarity: float
    ironic: bool
    span: Span
    reported_by: tuple[str, ...]


def holders_of(bench: Workbench, heads: list[Token]) -> list[str]:
    """The codes of those of `heads` who speak for a state or body."""
    named = [r for h in heads for r in refer_all(bench, h) if is_official(r)]
    return codes_of(named) or codes_of(
        r for h in heads for s in _standing_by(bench, h) for r in refer_all(bench, s) if is_official(r)
    )


def _standing_by(bench: Workbench, paper: Token) -> list[Token]:
    """ "X adopted a declaration denouncing Y", "a letter from X lambasting Y": who stands by what a paper says."""
    if paper.lower not in _PAPERS:
        return []
    own = [*bench.sentence.children(paper, "poss"), *(o for p in ("by", "from", "of") for o in bench.clauses.under(paper, p))]
    verb = bench.sentence.head(paper)
    issued = (
        verb is not None and verb.lower in _ISSUES and paper.dep in ("dobj", "nsubjpass") and not bench.clauses.negated(verb)
    )
    return own or (bench.clauses.subjects(verb) if verb is not None and issued and is_done(bench, verb) else [])


def is_done(bench: Workbench, verb: Token, *, promised: bool = False) -> bool:
    """Whether the side is taken: not in future (but "will always thank X" does so now), as a possibility or duty, on terms, or
    as what somebody is asked to do; `promised`: what somebody will never do counts as well ("will not bow to X").
    """
    clauses, head = bench.clauses, bench.sentence.head(verb)
    if says_by_wishing(clauses, verb):
        return True
    if (leave := asks_leave(clauses, verb)) is not None:
        return leave
    always = any(c.lower in _ALWAYS for c in bench.sentence.children(verb, "advmod", "neg"))
    if (
        (clauses.is_future(verb) and not (promised or always))
        or (clauses.is_possible(verb) and not promised)
        or clauses.is_duty(verb)
        or clauses.in_condition(verb)
    ):
        return False
    if _is_demanded(bench, verb) or _is_refrained_from(bench, verb):
        return False
    if clauses.is_infinitive(verb) and head is not None:
        if verb.dep in ("acl", "xcomp") and head.lower in _HONOUR:
            return True
        return verb.dep == "xcomp" and head.lower in _BEGUN
    return True


def _is_refrained_from(bench: Workbench, verb: Token) -> bool:
    """ "Refrained from condemning X", "stopped short of blaming X", "avoided criticising X": that is not done."""
    above = bench.sentence.head(verb) if verb.tag == "VBG" and verb.dep in ("pcomp", "xcomp", "prep") else None
    if above is not None and above.lower in ("from", "of"):
        above = bench.sentence.head(above)
    return above is not None and above.lower in _REFRAINS and not bench.clauses.negated(above)


def _is_demanded(bench: Workbench, verb: Token) -> bool:
    """ "Demands that X respect its borders", "insists that X support its bid": of whom it is asked, not what X stands for."""
    first = bench.clauses.first(verb)
    above = bench.sentence.head(first)
    if above is None or first.dep not in ("ccomp", "acl") or "that" not in bench.clauses.marks(first):
        return False
    if above.lower in _DEMANDS:
        return first.tag in ("VB", "VBP")
    one = bench.sentence.children(first, "nsubj")
    single = any(s.tag in ("NN", "NNP", "PRP") and not bench.sentence.children(s, "conj") and s.lower != "they" for s in one)
    return above.lower in _INSISTS and first.tag in ("VB", "VBP") and single


def towards(
    bench: Workbench, lexis: Lexis, holders: list[str], objects: list[Token], polarity: float, span: Span, said: list[str]
) -> Iterator[Stand]:
    """Stands of `holders` towards whom `objects` are or belong to; where they belong to nobody, towards their topic."""
    if polarity < 0:
        objects = [o for o in objects if not is_trouble_between(bench.clauses, o)]
    codes = codes_of(r for o in objects for r in whose(bench, lexis, o))
    words = " ".join(bench.sentence.span(bench.sentence.subtree(o)).of(bench.text) for o in objects)
    topic = topic_of(words, bench.scene.knowledge.lexicon) or topic_of(span.of(bench.text), bench.scene.knowledge.lexicon)
    matter = next((t for o in objects if (t := stood_on(bench, o)) is not None), None)
    itself, sign = matter or (None, 1)
    if itself == "unification":
        codes = []  # "the unification of the two Koreas": the matter, and neither of them
    if polarity > 0 and not any(c not in holders for c in codes):  # "proud of our friendship with X"
        codes = codes_of(r for o in objects if lexis.is_conduct("shared", o) for r in partners(bench, o)) or codes
    if polarity > 0:
        codes += [c for c in _givers_listed(bench, objects) if c not in codes]
        codes = codes or _dealt_with(bench, objects) or _host(bench, objects, holders)
    codes = codes or testers(bench, lexis, objects, holders) or codes_of(r for o in objects for r in meant_before(bench, o))
    reported = list(said)
    for holder in holders:
        by = reported[:-1] if reported and reported[-1] == holder and len(reported) > 1 else reported
        others = [c for c in codes if c != holder]
        for code in others:
            yield Stand(holder, code, topic, polarity, False, span, tuple(by or reported))
        if itself is not None and (not codes or (polarity > 0 and not others)):
            yield Stand(holder, None, itself, polarity * sign, False, span, tuple(by or reported))


def _dealt_with(bench: Workbench, objects: list[Token]) -> list[str]:
    """ "Satisfied with the outcome of the talks with X", "pleased with the progress in our cooperation with X"."""
    below = [t for o in objects for t in bench.sentence.subtree(o, without=frozenset({"relcl", "acl"}))]
    named = [o for t in below if t.lower in _DEALINGS for p in ("with", "between") for o in bench.clauses.under(t, p)]
    return codes_of(r for o in named for r in refer_all(bench, o) if is_official(r))


def _host(bench: Workbench, objects: list[Token], holders: list[str]) -> list[str]:
    """ "The guests highly valued the hospitality accorded to them", as told by whose guests they are."""
    speaker = bench.speaker()
    kind = any(o.lower in _HOSPITALITY for o in objects)
    return [speaker] if kind and speaker is not None and speaker not in holders else []


def _givers_listed(bench: Workbench, objects: list[Token]) -> list[str]:
    """ "The solidarity received from A, from B and from C", wherever the parser hung each "from"."""
    words = [t for o in objects for t in bench.sentence.subtree(o)]
    got = next((t for t in words if t.lower == "received"), None)
    if got is None:
        return []
    later = itertools.takewhile(lambda t: t.tag not in ("VBD", "VBZ", "VBP", "MD"), bench.sentence.tokens[got.i + 1 :])
    out = [o for t in later if t.lower == "from" for o in bench.sentence.children(t, "pobj")]
    given = (r for o in out for r in refer_all(bench, o) if is_official(r))
    return codes_of(r for r in given if r.sector != "LEG")  # some members of a parliament are not their state


def by_speaker(bench: Workbench, lexis: Lexis, verb: Token, things: Iterable[Token], polarity: float) -> Iterator[Stand]:
    """A stand of each whose words the clause of `verb` is towards those whose `things` are."""
    said = reported_by(bench, verb)
    codes = codes_of(r for t in things for r in whose(bench, lexis, t)) if said else []
    if codes:
        span = bench.sentence.span(bench.sentence.subtree(verb, without=APART))
        yield from stands_of(said, codes, polarity, False, span, None)


def in_clause(bench: Workbench, head: Token, told: Span) -> Span:
    """`told`, which `head` rules, with the clause that it stands in, but without an "and" at the end of that."""
    does = head.tag[0] == "V" and head.dep not in ("amod", "compound")
    verb = head if does else bench.sentence.verb_above(head)
    if verb is None:
        return told
    tokens = bench.sentence.subtree(verb, without=ASIDE)
    while tokens and tokens[-1].dep in ("cc", "punct"):
        tokens.pop()
    around = bench.sentence.span(tokens)
    return Span(min(told.start, around.start), max(told.end, around.end))


def stands_of(
    said: list[str], codes: Iterable[str | None], polarity: float, ironic: bool, span: Span, topic: str | None
) -> Iterator[Stand]:
    """A stand of each whose words `said` ends with towards each of `codes`; None where it is towards `topic` alone."""
    for holder in said[-1].split("+"):
        for code in codes:
            if code != holder:
                yield Stand(holder, code, topic, polarity, ironic, span, tuple(said))
