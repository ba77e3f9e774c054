"""Aims and promises in so many words: "strives to", "makes efforts to", "pledged to", "is committed to", "the red line"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.principles.cautions import is_behind
from dragoman.coding.principles.conditions import condition_of, conditions
from dragoman.coding.principles.declarations import Declared, Wording, each_aim, predicates, statement, wording_of
from dragoman.coding.principles.obligations import nameless, under_paper
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.phrasing import own, refer_all, span_of, trimmed
from dragoman.coding.sentence.voices import INSTITUTIONS, at_home, declarers, promisers, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import WILL
from dragoman.lexicon.words import word_class
from dragoman.text import Span

NEVER = re.compile(
    r"\b(?:never|not|no longer|under no circumstances?|in no way|by no means|neither|nor)\b|n['’]t\b", re.IGNORECASE
)
_LINE_WORDS = word_class("standing-by")
# What is agreed to by saying yes, and promises nothing by its name.
_TERMS = word_class("terms-agreed-to")
_PLEDGED_NOUNS = word_class("pledged-nouns")
_REFLEXIVE = frozenset({"ourselves", "itself", "themselves"})
_AGREES = frozenset({"agree", "accept", "resolve"})
_STRIVING = word_class("striving")


def find(bench: Workbench, taken: set[int]) -> Iterator[Declared]:
    """Aims, commitments and red lines besides those in `taken`, which "will" has told."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    for token in wording.marked(bench.sentence):
        if token.i in taken:
            continue
        if "threaten" in wording.of("warn", token) and token.tag != "VB":
            yield from _threatened(bench, token)
        if wording.of("strive", token):
            yield from _strive(bench, wording, token)
        elif wording.of("forgo", token):
            if bench.clauses.negated(token) and token.tag == "VB" and _is_practice(bench, token):
                yield from _unsought(bench, token)
        elif wording.of("effort", token):
            yield from _effort(bench, wording, token)
    yield from _lines(bench, wording)


def pledged(bench: Workbench, wording: Wording, taken: set[int]) -> Iterator[Declared]:
    """What somebody pledged, promised, undertook or agreed to; their predicates are added to `taken`."""
    for token in wording.marked(bench.sentence):
        if wording.of("pledge", token) and token.tag != "VB":
            yield from _pledge(bench, wording, token, taken)


def is_idle(bench: Workbench, verb: Token) -> bool:
    """Whether what a verb tells is not held or striven for now: denied, only perhaps, as a duty, or in the past."""
    clauses = bench.clauses
    return clauses.negated(verb) or clauses.is_possible(verb) or clauses.is_duty(verb) or is_past(bench, verb)


def _strive(bench: Workbench, wording: Wording, verb: Token) -> Iterator[Declared]:
    """ "Strives to A and to B", "works for A"."""
    clauses = bench.clauses
    if clauses.negated(verb) and "intend" in wording.of("strive", verb):
        yield from _disclaimed(bench, verb)
        return
    if clauses.negated(verb) and "seek" in wording.of("strive", verb):
        yield from _unsought(bench, verb)
        return
    if is_idle(bench, verb) or is_behind(bench, verb) or verb.dep in ("xcomp", "relcl", "amod"):
        return
    if clauses.is_condition(verb) or clauses.is_passive(verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    for below in bench.sentence.children(verb, "xcomp", "advcl", "ccomp"):
        if clauses.is_infinitive(below) and below.i > verb.i:
            for first, last in predicates(bench, below):
                yield Declared("aim", holders, statement(bench, first, last), verb, tuple(said))
    if _STRIVING & set(wording.of("strive", verb)):
        for preposition in ("for", "at", "towards", "toward"):
            for noun in clauses.under(verb, preposition):
                if not bench.scene.mention_at(noun) and noun.tag in ("NN", "NNS") and not bench.scene.role_at(noun):
                    yield Declared(
                        "aim", holders, trimmed(bench.text, span_of(bench.sentence.subtree(noun))), verb, tuple(said)
                    )


def _threatened(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Threatened to close the dam unless it was paid": only on terms; else it is a threat and no more."""
    clauses = bench.clauses
    if clauses.negated(verb) or clauses.is_passive(verb) or condition_of(bench, verb, conditions(bench)) is None:
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    for below in bench.sentence.children(verb, "xcomp"):
        for first, last in predicates(bench, below) if clauses.is_infinitive(below) else ():
            yield Declared("red-line", holders, statement(bench, first, last), verb, tuple(said))


def _disclaimed(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Does not intend to use force": what somebody promises not to do."""
    clauses, sentence = bench.clauses, bench.sentence
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    first = min([c for c in sentence.children(verb, "neg") if c.i < verb.i], key=lambda t: t.i, default=verb)
    for below in sentence.children(verb, "xcomp") if not clauses.is_condition(verb) and not is_past(bench, verb) else ():
        words = Span(first.start, statement(bench, below, predicates(bench, below)[0][1]).end)
        yield Declared("commitment", holders, trimmed(bench.text, words), verb, tuple(said))


def _unsought(bench: Workbench, verb: Token) -> Iterator[Declared]:
    """ "Never seeks hegemony", "does not join alliances": what somebody stands for by what it forgoes."""
    clauses, sentence = bench.clauses, bench.sentence
    if clauses.is_possible(verb) or clauses.is_duty(verb) or clauses.is_condition(verb) or is_past(bench, verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=True) or at_home(bench, clauses.subjects(verb), said)
    if not holders and under_paper(bench, verb):  # "under its basic law X does not allow foreign bases"
        holders = declarers(bench, clauses.subjects(verb), said, own=False)
    first = min([c for c in sentence.children(verb, "aux", "neg", "advmod") if c.i < verb.i], key=lambda t: t.i, default=verb)
    below = sentence.children(verb, "dobj", "ccomp", "xcomp") or [
        o for p in sentence.children(verb, "prep") if p.lower in ("in", "to", "on") for o in sentence.children(p, "pobj")
    ]
    if any(bench.scene.mention_at(thing) is None for thing in below[:1]):
        words = Span(first.start, statement(bench, verb, verb).end)
        yield Declared("principle", holders, trimmed(bench.text, words), verb, tuple(said))


def _is_practice(bench: Workbench, verb: Token) -> bool:
    """Whether "does not" or "do not" says what is done as a rule."""
    return not {"does", "do", "doth"}.isdisjoint(bench.clauses.auxiliaries(verb))


def _effort(bench: Workbench, wording: Wording, noun: Token) -> Iterator[Declared]:
    """ "Makes every effort to A": the infinitive hangs on the noun or on the verb."""
    sentence, clauses = bench.sentence, bench.clauses
    verb = sentence.head(noun)
    if verb is None or not wording.of("make", verb) or noun.dep not in ("dobj", "attr"):
        return
    if is_idle(bench, verb) or is_behind(bench, verb):
        return
    said = voice(bench, verb)
    holders = declarers(bench, clauses.subjects(verb), said, own=False)
    below = [c for c in (*noun.children, *verb.children) if clauses.is_infinitive(c) and c.i > noun.i]
    adjective = [
        c for a in sentence.children(noun, "amod") for c in sentence.children(a, "xcomp", "acl")
    ]  # "everything possible to"
    below = below or _towards(bench, noun, verb)
    for infinitive in (below or adjective)[:1]:
        for first, last in predicates(bench, infinitive):
            for words in each_aim(bench, statement(bench, first, last)):
                yield Declared("aim", holders, words, verb, tuple(said))


def _towards(bench: Workbench, noun: Token, verb: Token) -> list[Token]:
    """ "Makes contributions to ensuring A": what somebody has a part in doing."""
    heads = (noun, verb) if noun.lower.startswith("contribution") else ()
    tos = [p for h in heads for p in bench.sentence.children(h, "prep") if p.lower == "to" and p.i > noun.i]
    return [c for p in tos for c in bench.sentence.children(p, "pcomp")]


def _pledge(bench: Workbench, wording: Wording, verb: Token, taken: set[int]) -> Iterator[Declared]:
    """ "Pledged to A", "committed to doing A", "promised that it would A", "reaffirmed its support for A"."""
    sentence, clauses = bench.sentence, bench.clauses
    if (
        clauses.negated(verb)
        or clauses.is_possible(verb)
        or clauses.is_duty(verb)
        or clauses.is_condition(verb)
        or clauses.is_passive(verb)
    ):
        return
    lemmas = set(wording.of("pledge", verb))
    said, holders = promisers(bench, verb)
    holders = holders or nameless(bench, clauses.subjects(verb)) or _spoken_for(bench, verb)
    if "agree" in lemmas and len(holders) < 2 and any(s.lower == "they" for s in clauses.subjects(verb)):
        return  # who agrees with whom is not known
    below = [c for c in sentence.children(verb, "xcomp", "advcl") if clauses.is_infinitive(c) and _is_next(sentence, verb, c)]
    below += gerunds(bench, verb)
    below += [c for c in sentence.children(verb, "ccomp") if _keeps_word(bench, c, holders)]
    for predicate in below:
        bound = _bound(bench, predicate, holders)
        others = predicate.dep == "ccomp" and _is_of_others(bench, predicate)
        for first, last in predicates(bench, predicate):
            taken.update(t.i for t in sentence.subtree(last))
            yield Declared("commitment", bound, statement(bench, first, last, whole=others), verb, tuple(said))
    if "agree" in lemmas:
        yield from _agreed(bench, verb, holders, said)
    itself = [d.lower for d in sentence.children(verb, "dobj")]
    if "commit" in lemmas and (not itself or itself[0] in _REFLEXIVE) and not below:
        for noun in clauses.under(verb, "to"):  # "we commit ourselves to the full implementation of A"
            yield Declared("commitment", holders, trimmed(bench.text, span_of(_object(bench, noun))), verb, tuple(said))
    for noun in sentence.children(verb, "dobj"):
        plain = (
            lemmas & {"pledge", "promise", "vow", "guarantee"} and noun.tag[0] == "N" and is_thing(bench, noun) and not below
        )
        named = lemmas & {"reaffirm", "affirm"} and noun.lower in _PLEDGED_NOUNS
        if plain or (named and not any(clauses.is_infinitive(c) for c in sentence.children(noun, "acl", "relcl"))):
            yield Declared("commitment", holders, trimmed(bench.text, span_of(_object(bench, noun))), verb, tuple(said))


def _spoken_for(bench: Workbench, verb: Token) -> tuple[str, ...]:
    """ "The premier promised his neighbours that Bogotá would pay": whom somebody without a state speaks for."""
    subjects = bench.clauses.subjects(verb)
    if not subjects or any(r.codes for s in subjects for r in refer_all(bench, s)):
        return ()
    if not all(s.tag == "PRP" or bench.scene.role_at(s) is not None for s in subjects):
        return ()
    doers = [s for c in bench.sentence.children(verb, "ccomp") for s in bench.sentence.children(c, "nsubj")]
    codes = [c for s in doers if s.tag[:3] == "NNP" for r in refer_all(bench, s) for c in r.codes if not c.startswith("X-")]
    return tuple(dict.fromkeys(codes))


def _is_next(sentence: Sentence, verb: Token, infinitive: Token) -> bool:
    """Whether an infinitive is what is promised, and not a purpose: right behind the verb where parsers hang it beside."""
    first = sentence.subtree(infinitive)[0]
    return infinitive.dep == "xcomp" or first.i == verb.i + 1


def _is_of_others(bench: Workbench, predicate: Token) -> bool:
    """ "Agreed that the premiers would meet": whether others will do it than those who agree, who must be named."""
    subjects = bench.sentence.children(predicate, "nsubj", "nsubjpass")
    return bool(subjects) and all(
        s.tag[0] == "N" and s.lower not in INSTITUTIONS and bench.scene.mention_at(s) is None for s in subjects
    )


def _bound(bench: Workbench, predicate: Token, holders: tuple[str, ...]) -> tuple[str, ...]:
    """Which of those who agree will do it: "A and B agreed that B would send rice"."""
    subjects = bench.sentence.children(predicate, "nsubj") if predicate.dep == "ccomp" else []
    codes = dict.fromkeys(c for s in subjects for r in refer_all(bench, s) for c in r.codes)
    return tuple(c for c in codes if c in holders) or holders


def _agreed(bench: Workbench, verb: Token, holders: tuple[str, ...], said: list[str]) -> Iterator[Declared]:
    """ "Agreed that the zone should not be closed", "agreed to a moratorium on launches"."""
    sentence, clauses = bench.sentence, bench.clauses
    for clause in sentence.children(verb, "ccomp"):
        subjects = sentence.children(clause, "nsubj", "nsubjpass")
        if "should" in clauses.auxiliaries(clause) and subjects and all(is_thing(bench, s) for s in subjects):
            # "Piracy should be opposed": of what is no one's in particular, a view that is shared; nobody promises to act.
            bare = all(not any(c.dep in ("det", "poss", "nummod") for c in s.children) for s in subjects)
            kind = "principle" if bare and not bench.dates else "commitment"
            for first, last in predicates(bench, clause)[:1]:
                yield Declared(kind, holders, statement(bench, first, last, whole=True), verb, tuple(said))
    for noun in clauses.under(verb, "to"):
        words = [
            *own(sentence, noun),
            *(t for p in sentence.children(verb, "prep") if p.i > noun.i for t in sentence.subtree(p)),
        ]
        if noun.tag[0] == "N" and is_thing(bench, noun) and noun.lower not in _TERMS:
            yield Declared("commitment", holders, trimmed(bench.text, span_of(words)), verb, tuple(said))


def gerunds(bench: Workbench, ruler: Token) -> list[Token]:
    """ "Committed to doing A, and to doing B"."""
    tos = [p for p in bench.sentence.children(ruler, "prep") if p.lower == "to"]
    tos += [c for p in (ruler, *tos) for c in bench.sentence.children(p, "conj") if c.lower == "to"]
    return [g for p in tos for g in bench.sentence.children(p, "pcomp") if g.tag == "VBG"]


def _keeps_word(bench: Workbench, clause: Token, holders: tuple[str, ...]) -> bool:
    """Whether a clause under a promise tells what its maker will do: "promised that it would lift restrictions"."""
    modal = any(a in WILL for a in bench.clauses.auxiliaries(clause))
    done = bench.sentence.children(clause, "nsubjpass")
    if modal and done and all(is_thing(bench, s) for s in done):
        return True  # "undertook that elections would be held"
    things = bench.sentence.children(clause, "nsubj") if modal and holders else []
    if things and all(s.tag in ("NN", "NNS") and is_thing(bench, s) and not refer_all(bench, s) for s in things):
        return not _AGREES.intersection(bench.clauses.verb_lemmas(bench.sentence.tokens[clause.head]))  # "that A would flow"
    codes = {c for s in bench.sentence.children(clause, "nsubj") for r in refer_all(bench, s) for c in r.codes}
    return modal and bool(codes & set(holders))


def _object(bench: Workbench, noun: Token) -> list[Token]:
    return bench.sentence.subtree(noun, without=frozenset({"relcl", "advcl", "punct"}))


def is_thing(bench: Workbench, subject: Token) -> bool:
    """Whether a passive's subject is something that belongs to a party, not the party itself."""
    mention = bench.scene.mention_at(subject)
    return mention is None and bench.scene.role_at(subject) is None and subject.tag != "PRP"


def is_past(bench: Workbench, verb: Token) -> bool:
    """Told as something that once was; the perfect reaches to the present, and so does what is reported: "said that it was
    ready to A".
    """
    if _is_shifted(bench, verb):
        return False
    aux = bench.sentence.children(verb, "aux", "auxpass")
    if any(a.lower in ("has", "have", "is", "are") for a in aux):
        return False
    return verb.tag == "VBD" or any(a.tag == "VBD" for a in aux) or (verb.tag == "VBN" and not aux)


def _is_shifted(bench: Workbench, verb: Token) -> bool:
    """Whether a past tense stands for a present one, under a verb in the past by which somebody tells it of himself."""
    sentence = bench.sentence
    first = verb
    while first.dep == "conj" and (above := sentence.head(first)) is not None:
        first = above
    head = sentence.head(first)
    if first.dep != "ccomp" or head is None or head.tag not in ("VBD", "VBN") or bench.clauses.negated(head):
        return False
    if any(a.lower == "had" for a in sentence.children(verb, "aux")):
        return False
    says = saying(bench.scene.knowledge.lexicon)[0]
    return any(lemma in says and lemma != "deny" for lemma in bench.clauses.verb_lemmas(head)) and bool(voice(bench, verb))


def _lines(bench: Workbench, wording: Wording) -> Iterator[Declared]:
    """ "Their hostility has gone beyond the red line", "we will not stand idly by": phrases that say it."""
    sentence = bench.sentence
    if _LINE_WORDS.isdisjoint(sentence.said):
        return
    for match in wording.line.finditer(bench.text, sentence.start, sentence.end):
        tokens = sentence.at(*match.span())
        verbs = [t for t in tokens if t.tag[0] == "V"]
        if not verbs:
            continue
        verb = next((v for v in verbs if v.dep != "aux"), verbs[0])
        said = voice(bench, verb)
        idle = "red line" not in match.group().lower()
        before = bench.text[max(sentence.start, match.start() - 30) : match.start()]
        negated = NEVER.search(before) is not None
        subjects = bench.clauses.subjects(verb)
        if idle and (not negated or "idl" in match.group() or "onlooker" in match.group()):
            holders = declarers(bench, subjects, said, own=False) if negated else ()
        else:
            holders = tuple(said[-1].split("+")) if said and (idle or not negated) else ()
        start = min((t.start for s in subjects for t in sentence.subtree(s)), default=verb.start)
        end = max(match.end(), verb.end)
        yield Declared("red-line", holders, trimmed(bench.text, Span(min(start, match.start()), end)), verb, tuple(said))
