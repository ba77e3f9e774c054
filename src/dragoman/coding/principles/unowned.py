"""Promises that are told with nobody as their subject: "it was pledged that A", "an assurance was given that B", "the text
contains a commitment to C", "no effort will be spared to D".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.coding.principles.declarations import UNNAMED, Declared, predicates, statement
from dragoman.coding.principles.obligations import is_paper, is_told
from dragoman.coding.sentence.phrasing import official_codes, reported_by, trimmed
from dragoman.coding.sentence.voices import names_party, owners, promisers, speaking
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_PLEDGED = word_class("pledged-by-nobody")
_WORDS = (word_class("words-given") | {"word"}) - {"duty", "duties", "responsibility", "responsibilities"}
_PARTIES = frozenset({"party", "parties", "signatories", "signatory", "governments"})
_GIVES = word_class("giving-a-word")
_GETS = word_class("getting-a-word")
_PASSED_ON = word_class("word-passed-on")
_HOLDS = word_class("holding-in-its-text")
_ENDEAVOURS = word_class("endeavours-in-the-passive")
_SPARED = frozenset({"spared", "left"})
_SPARES = frozenset({"spare", "spares", "leave", "leaves", "sparing", "leaving"})
_DONE = frozenset({"done", "made", "undertaken", "exerted", "deployed", "taken"})
_WILL = frozenset({"will", "shall", "would"})
_TO_COME = _WILL | {"should"}
_IS_OR_HOLDS = BE | _HOLDS
_TOLD = _PASSED_ON | _IS_OR_HOLDS
_NONE_SPARED = _SPARED | _DONE
_ANY_SPARED = _NONE_SPARED | _SPARES
_NONE = frozenset({"no", "any", "neither"})
# "There was a pledge to A", "among its terms is an undertaking to B".
_FROM = ("by", "from", "of")


def may_be(words: frozenset[str]) -> bool:
    """Whether a sentence of these words may tell a promise with nobody as its subject."""
    if not words.isdisjoint(_WORDS):
        return "that" in words or not words.isdisjoint(_TOLD)
    if "it" in words and "that" in words and not words.isdisjoint(_PLEDGED):
        return True
    return not words.isdisjoint(_ENDEAVOURS) and not words.isdisjoint(_ANY_SPARED)


def is_formal(words: Collection[str]) -> bool:
    """Whether a sentence of a treaty binds its parties without naming them, or tells a promise by nobody."""
    if "shall" in words or not _PLEDGED.isdisjoint(words):
        return not _PARTIES.isdisjoint(words) or ("it" in words and "that" in words and "shall" not in words)
    return False


def find(bench: Workbench) -> Iterator[Declared]:
    """The promises of one sentence that nobody is the subject of."""
    if not may_be(bench.clauses.said):
        return
    for token in bench.sentence:
        if token.lower in _PLEDGED and token.tag == "VBN":
            yield from _it_was(bench, token)
        elif token.lower in _WORDS and token.tag[0] == "N":
            yield from _word_given(bench, token)
        elif token.lower in _NONE_SPARED and token.tag == "VBN":
            yield from _no_effort(bench, token)
        elif token.lower in _SPARES and token.tag[0] == "V":
            yield from _spared(bench, token)


def _promised(bench: Workbench, clause: Token, holders: tuple[str, ...], ruler: Token) -> Iterator[Declared]:
    """What a clause under a word given promises: by who does it in the clause, if that is who gives it or nobody does."""
    if _TO_COME.isdisjoint(bench.clauses.auxiliaries(clause)) and clause.tag != "VB":
        return
    doers = bench.sentence.children(clause, "nsubj")
    doing = official_codes(bench, [d for d in doers if names_party(bench, d) or d.tag == "PRP"])
    if doing and (not holders or holders == (UNNAMED,) or set(doing) < set(holders)):
        holders = doing
    whole = not (doing and set(doing) <= set(holders))
    for first, last in predicates(bench, clause)[:1]:
        span = statement(bench, first, last, whole=whole)
        yield Declared("commitment", holders, span, ruler, tuple(reported_by(bench, ruler)))


def _it_was(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "It was pledged that no visas would be required", "it is agreed that X shall pay"."""
    sentence = bench.sentence
    subjects = sentence.children(verb, "nsubjpass", "nsubj")
    if [s.lower for s in subjects] != ["it"] or not bench.clauses.is_passive(verb) or not is_told(bench, verb):
        return
    said = reported_by(bench, verb)
    joint = tuple(said[-1].split("+")) if said and "+" in said[-1] else ()
    holders = official_codes(bench, sentence.agents(verb)) or joint or (UNNAMED,)
    for clause in sentence.children(verb, "ccomp"):
        if "that" in bench.clauses.marks(clause):
            for each in (clause, *(c for c in sentence.children(clause, "conj") if c.tag[0] == "V")):
                yield from _promised(bench, each, holders, verb)


def _word_given(bench: Workbench, noun: Token) -> Iterator[Declared]:
    """ "A promise was made that A", "the text contains an undertaking by X to B", "included is a commitment to C"."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.head(noun)
    if verb is None or verb.tag[0] != "V" or not is_told(bench, verb):
        return
    if any(c.lower in _NONE for c in sentence.children(noun, "det", "neg")):
        return
    passed = noun.dep == "nsubjpass" and verb.lower in _PASSED_ON
    held = noun.dep == "dobj" and verb.lower in _HOLDS and any(is_paper(bench, s) for s in clauses.subjects(verb))
    among = noun.dep in ("attr", "nsubjpass", "nsubj") and verb.lower in _IS_OR_HOLDS and _is_among(bench, noun)
    if not (passed or held or among):
        yield from _word_of(bench, noun, verb)
        return
    said = reported_by(bench, noun)
    givers = [o for h in (noun, verb) for p in _FROM for o in clauses.under(h, p)] + sentence.children(noun, "poss")
    holders = official_codes(bench, [*sentence.agents(verb), *givers]) or owners(bench, noun, said)
    ours = any(c.lower == "our" for c in sentence.children(noun, "poss"))
    holders = holders or (speaking(bench, said) if ours else ()) or (UNNAMED,)
    infinitives = [c for c in sentence.children(noun, "acl", "relcl", "xcomp") if clauses.is_infinitive(c)]
    infinitives = infinitives or [c for c in sentence.children(verb, "xcomp", "advcl") if passed and clauses.is_infinitive(c)]
    for deed in infinitives[:1]:
        for first, last in predicates(bench, deed):
            yield Declared("commitment", holders, statement(bench, first, last), verb, tuple(reported_by(bench, verb)))
    if not infinitives:
        for clause in _that_clauses(bench, noun, verb):
            yield from _promised(bench, clause, holders, verb)


def _word_of(bench: Workbench, noun: Token, verb: Token) -> Iterator[Declared]:
    """ "X gave its word that A", "you have our word that B", "X's pledge that C was welcomed": a clause that somebody vouches for."""
    clauses = _that_clauses(bench, noun, verb)
    said = reported_by(bench, verb)
    owner = bench.sentence.children(noun, "poss")
    giver = [o for p in ("by", "from") for o in bench.clauses.under(noun, p)]
    if noun.dep == "dobj" and verb.lower in _GIVES and verb.lower not in _GETS:
        giver = bench.clauses.subjects(verb)
    elif noun.dep == "dobj" and verb.lower in _GETS and any(o.lower in ("our", "my") for o in owner):
        giver = []
    elif noun.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or not clauses:
        return
    mine = any(o.lower in ("our", "my") for o in owner) and not giver
    holders = speaking(bench, said) if mine else official_codes(bench, giver or owner)
    for clause in clauses if holders else ():
        yield from _promised(bench, clause, holders, verb)


def _is_among(bench: Workbench, noun: Token) -> bool:
    """ "Included in the package is a commitment", "among its terms is a pledge", "there was a promise in the text"."""
    opens = [t for t in bench.sentence.tokens[: noun.i] if t.dep == "pobj"]
    return any(is_paper(bench, t) or t.lower in ("terms", "conditions", "results", "package") for t in opens)


def _that_clauses(bench: Workbench, noun: Token, verb: Token) -> list[Token]:
    """The clauses that tell what is promised, also where the parser hung them on what stands between."""
    sentence = bench.sentence
    for mark in sentence.tokens[noun.i + 1 :]:
        clause = sentence.head(mark) if mark.lower == "that" and mark.dep == "mark" else None
        if clause is not None and clause.tag[0] == "V" and clause.dep in ("acl", "relcl", "ccomp", "advcl"):
            above = {a.i for a in sentence.ancestors(clause)}
            if noun.i in above or verb.i in above:
                return [clause, *(c for c in sentence.children(clause, "conj") if c.tag[0] == "V")]
    return []


def _no_effort(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "No effort will be spared to A", "everything will be done so that B": promised by who speaks."""
    sentence, clauses = bench.sentence, bench.clauses
    subjects = [s for s in sentence.children(verb, "nsubjpass") if s.lower in _ENDEAVOURS]
    if not subjects or _WILL.isdisjoint(clauses.auxiliaries(verb)) or clauses.is_condition(verb):
        return
    none = any(c.lower in ("no", "not") for s in subjects for c in s.children)
    if none != (verb.lower in _SPARED):
        return
    said = reported_by(bench, verb)
    spoken = tuple(said[-1].split("+")) if said else (UNNAMED,)
    holders = official_codes(bench, sentence.agents(verb)) or spoken
    above = sentence.head(verb) if verb.dep == "ccomp" else None  # "no effort will be spared, the House was told, to A"
    behind = (above,) if above is not None and above.i > verb.i else ()
    heads = (verb, *subjects, *(a for s in subjects for a in sentence.children(s, "amod")), *behind)
    below = [c for h in heads for c in sentence.children(h, "xcomp", "advcl", "acl", "ccomp") if c.i > verb.i]
    deeds = [c for c in below if clauses.is_infinitive(c)]
    for deed in deeds[:1]:
        for first, last in predicates(bench, deed):
            yield Declared("commitment", holders, statement(bench, first, last), verb, tuple(said))
    end = sentence.subtree(verb)[-1]
    if [t.lower for t in sentence.tokens[verb.i + 1 : verb.i + 3]] == ["so", "that"] and end.i > verb.i + 3:
        words = trimmed(bench.text, Span(sentence.tokens[verb.i + 3].start, end.end))
        yield Declared("commitment", holders, words, verb, tuple(said))


def _spared(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "X spares no effort to A", "will leave no stone unturned to B"."""
    sentence, clauses = bench.sentence, bench.clauses
    efforts = [
        o for o in sentence.children(verb, "dobj") if o.lower in _ENDEAVOURS and any(c.lower == "no" for c in o.children)
    ]
    if not efforts or clauses.is_possible(verb) or clauses.is_condition(verb):
        return
    said, holders = promisers(bench, verb)
    heads = (verb, *efforts, *(a for e in efforts for a in sentence.children(e, "amod", "acl")))
    deeds = [
        c for h in heads for c in sentence.children(h, "xcomp", "advcl", "acl") if clauses.is_infinitive(c) and c.i > verb.i
    ]
    ins = [c for h in heads for p in sentence.children(h, "prep") if p.lower == "in" for c in sentence.children(p, "pcomp")]
    kind = "commitment" if clauses.is_future(verb) else "aim"
    for first, last in (p for d in (*deeds, *ins)[:1] for p in predicates(bench, d)):
        yield Declared(kind, holders, statement(bench, first, last), verb, tuple(said))
