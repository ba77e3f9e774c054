"""Claims of whose doing an ill is: "Chad is responsible for the massacre", "the responsibility rests with Chad", "holds Chad
accountable for it", "the crisis is of Chad's making".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.positions.evaluation import lexis_of
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, HAVE, REMAIN
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_IS = BE | REMAIN
_RESPONSIBLE = word_class("responsible-for")
_RESPONSIBILITY = word_class("blame-that-rests")
_BEARS = word_class("bearing-a-blame")
_RESTS = word_class("resting-with")
_HOLDS = word_class("holding-responsible")
_ILLS = word_class("ills") | word_class("failures")
_WORK = frozenset({"work", "doing", "making", "handiwork"})
_ATTRIBUTES = word_class("putting-down-to") | frozenset({"blame", "blames", "blamed", "blaming"})
_HANDS = frozenset({"hand", "part", "role", "share", "involvement"})
_PARTIES = word_class("parties-to-a-deed")
_ON = ("with", "on", "upon", "at")
_SIGNS = (
    _HANDS
    | _PARTIES
    | _ATTRIBUTES
    | _RESPONSIBLE
    | _RESPONSIBILITY
    | _WORK
    | {"behind", "blame", "blames", "blamed", "blaming"}
)


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may say whose doing something is."""
    return not words.isdisjoint(_SIGNS)


def find(grounds: Grounds) -> Iterator[Draft]:
    """Whose doing an ill is, as one sentence says."""
    for verb in grounds.sentence:
        if verb.tag[0] != "V" or verb.dep in ("aux", "auxpass", "amod") or not grounds.is_asserted(verb):
            continue
        for codes, ill, by in (*_told(grounds, verb), *_put_down(grounds, verb)):
            if ill is None or not _is_ill(grounds, ill):
                continue
            span = grounds.predicate(verb)
            ends = grounds.phrase(ill, without=("relcl", "advcl", "parataxis"))
            given = verb.lower in _HOLDS | _ATTRIBUTES or verb.lower.startswith("claim")
            heads = grounds.sentence.children(verb, "dobj") if given else grounds.subjects(verb)
            begin = min((t.start for s in heads for t in grounds.sentence.subtree(s)), default=span.start)
            statement = trimmed(grounds.bench.text, Span(min(begin, ends.start), max(span.end, ends.end)))
            inner = [c for c in grounds.sentence.children(verb, "xcomp", "acomp") if grounds.clauses.negated(c)]
            denied = grounds.clauses.negated(verb) or bool(inner)
            denials = tuple(denying(grounds.clauses, inner[0] if inner else verb, [])) if denied else ()
            for code in codes:
                yield Draft(
                    "legal", verb, min(verb.start, statement.start), statement.end, statement, code,
                    denied=denied, by=by, denials=denials,
                )  # fmt: skip


def _told(grounds: Grounds, verb: Token) -> Iterator[tuple[tuple[str, ...], Token | None, tuple[str, ...] | None]]:
    """(whose doing, of what, by whose word) of one predicate; None for those whose words the sentence is in."""
    sentence, clauses = grounds.sentence, grounds.clauses
    subjects = grounds.subjects(verb)
    own = grounds.codes_of(subjects)
    if verb.lower in _IS:
        for word in sentence.children(verb, "acomp", "attr", "prep", "xcomp"):
            if word.lower in _RESPONSIBLE or word.lower == "fault":
                yield own, _for(grounds, word, verb), None
            elif word.lower in _PARTIES:
                yield own, _first([o for p in ("in", "of") for o in clauses.under(word, p)]), None
            elif word.lower == "behind":
                yield own, _first(sentence.children(word, "pobj")), None
            elif word.lower in _WORK and word.dep == "attr":
                yield _owners(grounds, word), _first(subjects), None
            elif (
                word.lower == "of" and (making := _first(sentence.children(word, "pobj"))) is not None and making.lower in _WORK
            ):
                yield _owners(grounds, making), _first(subjects), None
    elif verb.lower in _PARTIES and sentence.children(verb, "auxpass"):
        yield own, _first(clauses.under(verb, "in")), None
    elif verb.lower in _BEARS:
        blame = [t for t in sentence.children(verb, "dobj") if t.lower in _RESPONSIBILITY]
        yield own if blame else (), _for(grounds, *blame, verb), None
    elif verb.lower in _RESTS and any(s.lower in _RESPONSIBILITY for s in subjects):
        who = grounds.codes_of(o for p in _ON for o in clauses.under(verb, p))
        yield who, _for(grounds, *subjects, verb), None
    if verb.lower in _HOLDS and not clauses.negated(verb):
        things = sentence.children(verb, "dobj", "nsubjpass")
        inner = [c for c in sentence.children(verb, "oprd", "acomp", "ccomp", "xcomp") if c.lower in _RESPONSIBLE]
        things = things or [s for c in inner for s in sentence.children(c, "nsubj")]
        blames = verb.lower.startswith("blam")
        if blames or inner:
            ill = _for(grounds, verb, *inner, *things)
            holders = grounds.codes_of(clauses.subjects(verb))
            yield grounds.codes_of(things), ill, holders or None


def _for(grounds: Grounds, *words: Token) -> Token | None:
    """What somebody is to blame "for", a clause too: "for what may follow"."""
    found = [o for t in words for o in grounds.clauses.under(t, "for")]
    preps = [p for t in words for p in grounds.sentence.children(t, "prep") if p.lower == "for"]
    return _first(found + [c for p in preps for c in grounds.sentence.children(p, "pcomp")])


def _put_down(grounds: Grounds, verb: Token) -> Iterator[tuple[tuple[str, ...], Token | None, tuple[str, ...] | None]]:
    """ "Attributed the hacking to A", "blamed the fires on A", "A had a hand in the killing", "claimed responsibility for it"."""
    sentence, clauses = grounds.sentence, grounds.clauses
    things = sentence.children(verb, "dobj", "nsubjpass")
    holders = grounds.codes_of(clauses.subjects(verb))
    if verb.lower in _ATTRIBUTES and things:
        to = [o for t in (verb, *things) for p in ("to", "on") for o in clauses.under(t, p)]
        yield grounds.codes_of(to), things[0], holders or None
    hands = [t for t in sentence.children(verb, "dobj") if t.lower in _HANDS]
    if verb.lower in HAVE and hands:
        yield holders, _first([o for t in (*hands, verb) for o in clauses.under(t, "in")]), None
    if verb.lower.startswith("claim") and (owned := [t for t in things if t.lower in _RESPONSIBILITY]):
        yield holders, _for(grounds, *owned, verb), holders or None


def _owners(grounds: Grounds, noun: Token) -> tuple[str, ...]:
    return grounds.codes_of([*grounds.sentence.children(noun, "poss"), *grounds.clauses.under(noun, "of")])


def _first(tokens: list[Token]) -> Token | None:
    return tokens[0] if tokens else None


def _is_ill(grounds: Grounds, noun: Token) -> bool:
    """Whether a noun names an ill that somebody does: what an office is responsible for is none."""
    if noun.tag[0] == "V":
        return any(c.lower == "what" for c in noun.children)
    lexis = lexis_of(grounds.bench.scene.knowledge.lexicon)
    return noun.lower in _ILLS or lexis.is_conduct("harm", noun) or noun.lower in grounds.words["breach"]
