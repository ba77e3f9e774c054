"""Terms on which something is promised or threatened, as spans of the text: "as long as", "unless", "in case of"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.coding.once import once
from dragoman.coding.sentence.phrasing import span_of, trimmed
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Condition as Marker
from dragoman.text import Span

_IN_TIME = frozenset({"after", "before", "without", "when"})
_BEFORE_NOUNS = frozenset({"of", "to", "on", "upon", "for", "failing", "barring", "absent"})
_PARTICIPLES = frozenset({"failing", "barring", "absent"})
_AHEAD = frozenset({"will", "would", "can", "could", "wo", "ca"})


@dataclass(frozen=True, slots=True)
class Condition:
    """`span` in the document; `head` rules the clause or phrase; `governor` is what hangs on the term."""

    span: Span
    head: Token
    governor: Token | None


@dataclass(frozen=True, slots=True)
class _Markers:
    """Markers of conditions; words before or after "if" that make it none ("even if", "as if"); whole terms; and what the
    clause of a marker must have beside it.
    """

    opens: re.Pattern[str]
    never: re.Pattern[str]
    whole: re.Pattern[str]
    beside: dict[str, re.Pattern[str]]


@lru_cache(maxsize=2)
def _markers(lexicon: Lexicon) -> _Markers:
    def pattern(words: Iterable[str]) -> re.Pattern[str]:
        ordered = sorted(set(words), key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)

    known = lexicon.all(Marker)
    return _Markers(
        pattern(w for m in known if not m.never and not m.whole for w in m.words),
        pattern(w for m in known if m.never for w in m.words),
        pattern(w for m in known if m.whole for w in m.words),
        {w: pattern(m.beside) for m in known if m.beside for w in m.words},
    )


@once
def conditions(bench: Workbench) -> list[Condition]:
    """The conditions that a sentence states, in text order."""
    markers = _markers(bench.scene.knowledge.lexicon)
    sentence = bench.sentence
    excluded = [m.span() for m in markers.never.finditer(bench.text, sentence.start, sentence.end)]
    out = [
        Condition(Span(*m.span()), words[0], sentence.verb_above(words[0]))
        for m in markers.whole.finditer(bench.text, sentence.start, sentence.end)
        if (words := sentence.at(*m.span()))
    ]
    for match in markers.opens.finditer(bench.text, sentence.start, sentence.end):
        if any(a < match.end() and match.start() < b for a, b in excluded) or any(
            c.span.covers(Span(*match.span())) for c in out
        ):
            continue
        marker = sentence.at(*match.span())
        found = _clause(sentence, marker) if marker else None
        word = match.group().lower()
        if word in _PARTICIPLES and (not marker or marker[0].dep not in ("advcl", "prep")):
            continue  # "a failing state"
        apart = word == "until" and found is not None and found.tag[0] not in "VM"
        if word == "once" and found is not None:  # "once" opens a clause only before its subject
            apart = not any(c.i > marker[0].i for c in sentence.children(found, "nsubj", "nsubjpass"))
        if found is not None and not apart:
            span = trimmed(bench.text, span_of([*marker, *_bounded(sentence, found, marker)]))
            span = Span(match.start(), span.end)  # "the moment A begins"
            beside = markers.beside.get(word)
            if beside is None or (beside.search(bench.text, *span) and bench.text[match.start() - 2 : match.start()] != ", "):
                out.append(Condition(span, found, _governor(sentence, found, marker)))
    out += _in_time(bench) if not out else []
    return sorted(out, key=lambda c: c.span.start) or _inverted(bench)


def _in_time(bench: Workbench) -> list[Condition]:
    """ "After A has been resolved", and of what will not be "before A leaves", "without A": terms by their place in time."""
    sentence, out = bench.sentence, list[Condition]()
    for mark in sentence:
        clause = sentence.head(mark) if mark.dep in ("mark", "advmod") else mark
        above = sentence.head(clause) if clause is not None else None
        if mark.lower not in _IN_TIME or clause is None or above is None or above.tag[0] != "V":
            continue
        ahead = not _AHEAD.isdisjoint(bench.clauses.auxiliaries(above))
        perfect = any(c.lower in ("has", "have") for c in sentence.children(clause, "aux"))
        needs = perfect if mark.lower in ("after", "when") else bench.clauses.negated(above)
        behind = clause.i > above.i or mark.lower in ("when", "without")
        if ahead and needs and clause.dep in ("advcl", "prep") and behind:
            words = sentence.subtree(clause)
            out.append(Condition(trimmed(bench.text, span_of([t for t in words if t.i >= mark.i])), clause, above))
    return out


def _inverted(bench: Workbench) -> list[Condition]:
    """ "Should X attack, ...", "were X to attack, ...": the clause up to the comma before the main modal."""
    tokens = bench.sentence.tokens
    if not tokens or not (tokens[0].lower == "should" or (tokens[0].lower == "were" and any(t.lower == "to" for t in tokens))):
        return _were_behind(bench)
    modal = next((t for t in tokens[1:] if t.tag == "MD"), None)
    comma = next((t for t in reversed(tokens[: modal.i if modal is not None else 0]) if t.text == ","), None)
    if modal is None or comma is None:
        return []
    return [Condition(trimmed(bench.text, Span(tokens[0].start, comma.start)), tokens[0], None)]


def _were_behind(bench: Workbench) -> list[Condition]:
    """ "X would defend itself were Y to attack", "should Y attack" behind what follows from it."""
    tokens = bench.sentence.tokens
    would = next((t for t in tokens if t.tag == "MD" and t.lower in _AHEAD | {"shall"}), None)
    turn = next((t for t in tokens[would.i + 1 :] if t.lower in ("were", "should")), None) if would is not None else None
    if turn is None or tokens[turn.i - 1].lower in ("that", "which", "who") or turn.i + 1 >= len(tokens):
        return []
    infinitive = any(t.lower == "to" for t in tokens[turn.i + 1 :])
    subject = tokens[turn.i + 1].tag[0] in "NDPJ" and not any(
        t.dep in ("nsubj", "nsubjpass") and t.head == tokens[turn.i].head for t in tokens[would.i if would else 0 : turn.i]
    )
    if not subject or (turn.lower == "were" and not infinitive):
        return []
    return [Condition(trimmed(bench.text, Span(turn.start, bench.sentence.end)), turn, None)]


def condition_of(bench: Workbench, verb: Token, known: list[Condition]) -> Span | None:
    """The term that the predicate `verb` hangs on; several are one, from first to last."""
    sentence = bench.sentence
    above = {verb.i}
    for token in sentence.ancestors(verb):
        above.add(token.i)
        if token.tag[0] == "V" and any(c.dep == "mark" and c.lower == "that" for c in token.children):
            break
    own = {t.i for c in sentence.children(verb, "conj") if sentence.children(c, "aux", "nsubj") for t in sentence.subtree(c)}
    below = {t.i for t in sentence.subtree(verb)} - own  # what else is told beside it has terms of its own
    mine = [
        c
        for c in known
        if not c.span.start <= verb.start < c.span.end
        and (c.governor is None or c.governor.i in above or c.governor.i in below)
    ]
    if not mine:
        return None
    start, end = mine[0].span
    for condition in mine[1:]:
        if not re.fullmatch(r"[\s,]*(?:and|or)?\s*", bench.text[end : condition.span.start]):
            break
        end = condition.span.end
    return Span(start, end)


def _clause(sentence: Sentence, marker: list[Token]) -> Token | None:
    """The head of the clause or noun phrase that a marker opens: the first predicate above the word after it."""
    after = marker[-1].i + 1
    if after >= len(sentence.tokens):
        return None
    here = sentence.tokens[after]
    nominal = marker[-1].lower in _BEFORE_NOUNS
    for _ in range(len(sentence.tokens)):
        if (nominal and here.dep in ("pobj", "pcomp", "dobj")) or (not nominal and _is_predicate(here)):
            break
        head = sentence.head(here)
        if head is None or head.i < after:
            break
        here = head
    if not nominal and not _is_predicate(here):
        # The parse went astray: the next finite verb rules the clause.
        here = next((t for t in sentence.tokens[after:] if t.tag in ("VBZ", "VBP", "VBD", "MD")), here)
        if here.dep in ("aux", "auxpass") and sentence.tokens[here.head].i > here.i:
            here = sentence.tokens[here.head]  # "the moment the inspectors are let in"
    return here if here.tag[0] in "VNJM" or here.dep in ("advcl", "pcomp", "pobj") else None


def _is_predicate(token: Token) -> bool:
    if token.dep in ("advcl", "pcomp"):
        return True
    return (token.tag[0] == "V" or token.tag == "MD") and token.dep not in (
        "amod",
        "aux",
        "auxpass",
        "compound",
        "acl",
        "relcl",
    )


def _bounded(sentence: Sentence, head: Token, marker: list[Token]) -> list[Token]:
    """The words of the clause. Where the parser hung the main clause below it, it ends at the comma before that."""
    tokens = [t for t in sentence.subtree(head) if t.i > marker[-1].i]
    root = sentence.tokens[sentence.root]
    if tokens and tokens[0].i > marker[-1].i + 1 and marker[-1].lower not in ("of", "to") and root.i > head.i:
        # Words between marker and clause hang elsewhere: up to the comma before the main clause, all belong to it.
        first = min(
            (t.i for s in sentence.children(root, "nsubj", "nsubjpass", "expl") for t in sentence.subtree(s)), default=root.i
        )
        return sentence.tokens[marker[-1].i + 1 : first]
    if root.tag[0] != "V" and root.i <= marker[-1].i and (lost := _lost_subject(sentence, tokens)) is not None:
        return [t for t in tokens if t.i < lost]
    for comma in (t for t in tokens if t.text == "," and t.i > head.i):
        if _goes_on(sentence, comma, root):
            return [t for t in tokens if t.i < comma.i]
        later = [t for t in tokens if t.i > comma.i and (t.tag == "MD" or t.dep == "nsubj")]
        modal = next((t for t in later if t.tag == "MD"), None)
        if modal is not None and not any(t.i < modal.i and t.dep in ("relcl", "acl") and t.i > comma.i for t in tokens):
            return [t for t in tokens if t.i < comma.i]
    return [*tokens, *_verb_of_its_own(sentence, tokens, root)]


def _lost_subject(sentence: Sentence, tokens: list[Token]) -> int | None:
    """ "In return for the lifting of the embargo Chad consented to A", whose main clause was taken for a relative one: where
    its subject begins.
    """
    for clause in (t for t in tokens if t.dep == "relcl" and t.tag in ("VBD", "VBZ", "VBP")):
        subjects = sentence.children(clause, "nsubj", "nsubjpass")
        if subjects and subjects[0].tag == "NNP":
            return min(t.i for t in sentence.subtree(subjects[0]))
    return None


def _goes_on(sentence: Sentence, comma: Token, root: Token) -> bool:
    """ "Binds A to B if C is attacked, and provides for D": the verb behind ", and" without a subject is the main clause's."""
    cc, verb = (*sentence.tokens[comma.i + 1 : comma.i + 3], None, None)[:2]
    if cc is None or verb is None or cc.lower not in ("and", "but") or root.i > comma.i:
        return False
    return verb.tag == root.tag and verb.tag in ("VBD", "VBZ") and not sentence.children(verb, "nsubj", "nsubjpass")


def _verb_of_its_own(sentence: Sentence, tokens: list[Token], root: Token) -> list[Token]:
    """Where parsers took an infinitive for the clause ("if the wish to live in peace is to come true, ..."): the verb right
    behind it and what follows, up to the comma before the main clause.
    """
    rest = sentence.tokens[tokens[-1].i + 1 : root.i] if tokens else []
    comma = next((n for n, t in enumerate(rest) if t.text == ","), None)
    return rest[:comma] if comma and rest[0].tag in ("VBZ", "VBP", "MD") else []


def _governor(sentence: Sentence, head: Token, marker: list[Token]) -> Token | None:
    """What the condition is a term of: the nearest predicate above that is no part of it."""
    low, high = marker[0].i, max(t.i for t in _bounded(sentence, head, marker) or [head])
    for above in sentence.ancestors(head):
        if not low <= above.i <= high and (above.tag[0] in "VN" or above.tag == "MD"):
            return above
    return None
