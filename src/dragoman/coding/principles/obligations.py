"""What papers bind their parties to, and what these take upon themselves: "the pact commits the parties to A", "X was obliged
under the treaty to B", "X assumed the obligation to C", "by the terms of the truce X is to D".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.principles.declarations import UNNAMED, Declared, predicates, statement
from dragoman.coding.sentence.law import law_state
from dragoman.coding.sentence.phrasing import official_codes, refer_all, reported_by, span_of, trimmed
from dragoman.coding.sentence.voices import promisers
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_BINDS = word_class("binding-to")
_BARS = word_class("barring-from")
_PAPERS = word_class("binding-papers")
_LAWS = word_class("laws-of-ones-own") | {"article", "articles", "chapter", "section", "preamble", "charter", "text"}
_BOUND = word_class("who-is-bound")
_PARTIES = word_class("parties-to-papers")
_STATES = frozenset({"governments", "capitals", "countries", "neighbours", "neighbors"})
_SIGNERS = frozenset({"parties", "sides", "members", "participants", "partners"})
_TAKES = word_class("taking-on")
_WORDS = word_class("words-given")
_GENERAL = _LAWS | {"conventions", "convention", "paragraph", "provision", "provisions", "clause", "code", "statute"}
_DRAFTS = frozenset({"draft", "proposed", "planned", "future"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "ourselves"})
_UPON = frozenset({"upon", "on"})
# "Under the treaty", "by the terms of the truce", "according to the agreement".
_UNDER = frozenset({"under", "by", "in", "according", "pursuant", "per", "through"})
_IS = frozenset({"is", "are", "was", "were"})
# Of these "must" alone binds by itself; what one "may" do binds nobody.
_DUTIES = frozenset({"must", "may", "can", "could"})
_OWED = _DUTIES | {"to"}
_SIGNS = _BINDS | _BARS
_TYING = _TAKES | _BINDS
_TYING_OR_UNDER = _TYING | {"under"}


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may bind somebody by a paper, or tell that somebody takes on a duty."""
    if not words.isdisjoint(_TYING_OR_UNDER) and (not words.isdisjoint(_WORDS) or not words.isdisjoint(_REFLEXIVE)):
        return True
    return not words.isdisjoint(_PAPERS) and (
        not words.isdisjoint(_SIGNS) or (not words.isdisjoint(_UNDER) and not words.isdisjoint(_OWED))
    )


def find(bench: Workbench) -> Iterator[Declared]:
    """What one sentence tells that papers bind somebody to."""
    if not may_be(bench.clauses.said):
        return
    sentence = bench.sentence
    for token in sentence:
        if token.tag[0] != "V" and token.tag != "MD":
            continue
        if token.lower in _SIGNS:
            yield from _imposed_on(bench, token) if bench.clauses.is_passive(token) else _imposed(bench, token)
        if token.lower in _TYING:
            yield from _taken_on(bench, token)
        if token.lower in _IS:
            yield from _by_terms(bench, token)
        elif token.lower in _DUTIES and token.dep == "aux":
            yield from _by_duty(bench, token, sentence.tokens[token.head])


def is_paper(bench: Workbench, token: Token) -> bool:
    """Whether a phrase is of a paper that binds who made it; a draft binds nobody yet."""
    if any(c.lower in _DRAFTS for c in token.children):
        return False
    register = bench.scene.register.within(bench.sentence.start, bench.sentence.end)
    return token.lower in _PAPERS or any(r.start <= token.start < r.end for r in register)


def is_told(bench: Workbench, verb: Token) -> bool:
    """Whether a verb tells what is so: not denied, possible or on terms."""
    clauses = bench.clauses
    return not (clauses.negated(verb) or clauses.is_possible(verb) or clauses.is_condition(verb) or clauses.in_condition(verb))


def _deeds(bench: Workbench, heads: Iterable[Token]) -> list[Token]:
    """The infinitives, and the gerunds behind "to", that words rule."""
    sentence = bench.sentence
    found = [
        c
        for h in heads
        for c in sentence.children(h, "xcomp", "advcl", "ccomp", "acl", "relcl")
        if bench.clauses.is_infinitive(c)
    ]
    tos = [p for h in heads for p in sentence.children(h, "prep") if p.lower in ("to", "from")]
    return found + [c for p in tos for c in sentence.children(p, "pcomp") if c.tag == "VBG"]


def bound(bench: Workbench, heads: Iterable[Token], of_law: str | None) -> tuple[str, ...]:
    """Whom a paper binds: states by name, whose law it is, or parties that nobody names here."""
    known = list(heads)
    codes = official_codes(bench, known)
    if of_law is not None:
        own = codes == (of_law,) and any(bench.scene.mention_at(h) is not None for h in known)
        return (of_law,) if own or any(h.lower in _BOUND for h in known) else ()
    if codes:
        return codes
    return (UNNAMED,) if known and all(h.lower in _PARTIES for h in known) else ()


def _imposed(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "The pact binds A and B to come to each other's aid", "the constitution forbids the stationing of troops"."""
    sentence = bench.sentence
    papers = [s for s in bench.clauses.subjects(verb) if is_paper(bench, s)]
    if not papers or not is_told(bench, verb):
        return
    of_law = law_state(bench, verb.start) if any(p.lower in _LAWS for p in papers) else None
    objects = sentence.children(verb, "dobj", "dative")
    deeds = [d for d in _deeds(bench, (verb, *objects)) if d.i > verb.i]
    heads = objects or [s for d in deeds for s in sentence.children(d, "nsubj")]
    said = tuple(reported_by(bench, verb))
    kind = "commitment"
    if verb.lower in _BARS and not deeds and objects:
        if of_law is None and any(p.lower in _GENERAL for p in papers):
            return  # "the Charter prohibits the use of force": whose word that is nobody tells
        yield Declared("principle" if of_law else kind, (of_law or UNNAMED,), statement(bench, verb, verb), verb, said)
        return
    holders = bound(bench, heads, of_law)
    barred = verb.lower in _BARS
    for parties, deed, end in _each_bound(bench, deeds):
        whose = bound(bench, [parties], of_law) if parties is not None else holders
        for first, last in predicates(bench, deed):
            span = statement(bench, first, last)
            span = trimmed(bench.text, Span(verb.start if barred else span.start, min(span.end, end)))
            yield Declared(kind, whose, span, verb, said)
    for thing in bench.clauses.under(verb, "to") if not deeds else ():
        if bench.scene.mention_at(thing) is None and not barred and thing.tag in ("NN", "NNS") and thing.lower != "nothing":
            words = span_of(sentence.subtree(thing, without=frozenset({"relcl", "advcl", "parataxis"})))
            yield Declared(kind, holders, trimmed(bench.text, words), verb, said)


def _each_bound(bench: Workbench, deeds: list[Token]) -> list[tuple[Token | None, Token, int]]:
    """ "Requires A to do B and C to do D": each deed, with its party where it has one of its own, and where its words end."""
    out: list[tuple[Token | None, Token, int]] = [(None, d, bench.sentence.end) for d in deeds[:1]]
    for to in bench.sentence.tokens[deeds[0].i + 1 :] if deeds else ():
        party, verb = bench.sentence.tokens[to.i - 1], bench.sentence.head(to)
        before = bench.sentence.tokens[party.i - 1]
        if (
            to.tag != "TO"
            or party.tag != "NNP"
            or before.lower not in ("and", ",", "while")
            or verb is None
            or verb.tag != "VB"
        ):
            continue
        if bench.referrer.codes(party):
            out[-1] = (*out[-1][:2], before.start)
            out.append((party, verb, bench.sentence.end))
    return out


def _imposed_on(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X is obliged under the treaty to A", "by the treaty X was forbidden any union with B"."""
    sentence = bench.sentence
    if not is_told(bench, verb) or not under_paper(bench, verb):
        return
    holders = bound(bench, sentence.children(verb, "nsubjpass", "nsubj"), None)
    said = tuple(reported_by(bench, verb))
    deeds = [d for d in _deeds(bench, (verb,)) if d.i > verb.i]
    barred = verb.lower in _BARS
    for deed in deeds[:1]:
        for first, last in predicates(bench, deed):
            span = statement(bench, first, last)
            yield Declared("commitment", holders, Span(verb.start, span.end) if barred else span, verb, said)
    if barred and not deeds and sentence.children(verb, "dobj", "oprd", "npadvmod"):
        yield Declared("commitment", holders, statement(bench, verb, verb), verb, said)


def under_paper(bench: Workbench, verb: Token) -> bool:
    """Whether a clause tells what is so under a paper: "under the treaty", "by the terms of the ceasefire"."""
    first = bench.clauses.first(verb)
    for ruler in (verb, first):
        for by in bench.sentence.children(ruler, "prep", "agent", "advmod"):
            if by.lower in _UNDER:
                below = bench.sentence.subtree(by, without=frozenset({"relcl", "acl", "advcl"}))
                if any(t.dep == "pobj" and is_paper(bench, t) for t in below):
                    return True
    return False


def _taken_on(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X assumed the obligation not to A", "took upon itself to B"."""
    sentence = bench.sentence
    if not is_told(bench, verb) or bench.clauses.is_passive(verb):
        return
    nouns = [o for o in sentence.children(verb, "dobj") if o.lower in _WORDS]
    if verb.lower in _BINDS and any(o.lower in _REFLEXIVE for o in sentence.children(verb, "dobj")):
        yield from _bound_itself(bench, verb)
        return
    upon = [c for c in sentence.children(verb, "prep", "prt") if c.lower in _UPON]
    itself = [
        o for p in upon for o in (*sentence.children(p, "pobj"), *sentence.children(verb, "dobj")) if o.lower in _REFLEXIVE
    ]
    if not nouns and not itself:
        return
    said, holders = promisers(bench, verb)
    ofs = [c for n in nouns for p in sentence.children(n, "prep") if p.lower == "of" for c in sentence.children(p, "pcomp")]
    deeds = [d for d in (*_deeds(bench, (*nouns, *((verb,) if itself else ()))), *ofs) if d.i > verb.i]
    for deed in deeds[:1]:
        for first, last in predicates(bench, deed):
            yield Declared("commitment", holders, statement(bench, first, last), verb, tuple(said))


def _bound_itself(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X bound itself to keep A open", "pledged itself to the demilitarisation of B"; "commits itself" is told elsewhere."""
    if verb.lower.startswith(("commit", "pledge")) and _deeds(bench, (verb,)):
        return
    said, holders = promisers(bench, verb)
    deeds = [d for d in _deeds(bench, (verb,)) if d.i > verb.i]
    for first, last in (p for d in deeds[:1] for p in predicates(bench, d)):
        yield Declared("commitment", holders, statement(bench, first, last), verb, tuple(said))
    plain = not deeds and not verb.lower.startswith("commit")
    for thing in bench.clauses.under(verb, "to") if plain else ():
        words = span_of(bench.sentence.subtree(thing, without=frozenset({"relcl", "advcl", "parataxis"})))
        yield Declared("commitment", holders, trimmed(bench.text, words), verb, tuple(said))


def _by_terms(bench: Workbench, be: Token) -> Iterator[Declared]:
    """ "By the terms of the ceasefire X is to release its prisoners", "X is under an obligation to A"."""
    sentence = bench.sentence
    deeds = [c for c in sentence.children(be, "xcomp") if bench.clauses.is_infinitive(c) and c.i > be.i]
    owed = [o for o in bench.clauses.under(be, "under") if o.lower in _WORDS]
    deeds = deeds or [c for o in owed for c in sentence.children(o, "acl", "relcl") if bench.clauses.is_infinitive(c)]
    if not deeds or sentence.children(be, "attr", "acomp", "expl") or not is_told(bench, be):
        return
    if not owed and not under_paper(bench, be):
        return
    holders = tuple(h for h in bound(bench, sentence.children(be, "nsubj"), None))
    for first, last in predicates(bench, deeds[0]):
        yield Declared("commitment", holders, statement(bench, first, last), be, tuple(reported_by(bench, be)))


def _by_duty(bench: Workbench, modal: Token, verb: Token) -> Iterator[Declared]:
    """ "Under the lease X may not mortgage the port and must set aside A"."""
    clauses = bench.clauses
    negated = clauses.negated(verb)
    if (
        verb.tag[0] != "V"
        or not (negated or modal.lower == "must")
        or clauses.in_condition(verb)
        or not under_paper(bench, verb)
    ):
        return
    subjects = bench.sentence.children(verb, "nsubj") or clauses.subjects(verb)
    holders = bound(bench, subjects, None) if not clauses.is_passive(verb) else ()
    for first, last in predicates(bench, verb):
        span = statement(bench, first, last)
        start = bench.sentence.tokens[modal.i + 1].start if negated and first is verb else span.start
        yield Declared("commitment", holders, Span(min(start, span.start), span.end), verb, tuple(reported_by(bench, verb)))


def nameless(bench: Workbench, subjects: Iterable[Token]) -> tuple[str, ...]:
    """Nobody by name, where those who promise are only called the parties or signatories of what they promise in."""
    known = list(subjects)
    if not known or any(r.codes for s in known for r in refer_all(bench, s)):
        return ()
    return (UNNAMED,) if all(_is_signer(bench, s) for s in known) else ()


def _is_signer(bench: Workbench, subject: Token) -> bool:
    """ "The signatories", "both governments"; "the parties" where a paper is spoken of, since there are others."""
    told = {c.lower for c in subject.children}
    if subject.lower in ("signatories", "signatory") or (subject.lower in _STATES and not told.isdisjoint(("two", "both"))):
        return True
    formal = subject.text[:1].isupper() or not bench.clauses.said.isdisjoint(_PAPERS - {"text", "package", "law", "code"})
    return subject.lower in _SIGNERS and (formal or "contracting" in told)
