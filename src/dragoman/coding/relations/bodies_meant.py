"""Which bodies somebody joined that the verb itself does not name: "joined 50 organizations, among them A and B", "was
admitted", after an application to one; and bodies of which somebody took a seat, or that were founded by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations.bodies import listed_before
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_GENERAL = word_class("bodies-at-large")
_AMONG = re.compile(r"\b(?:among (?:them|which)|including|such as|notably|among others)(?:,|\s+those)?\s+(?:the\s+)?")
_SOUGHT = re.compile(
    r"\b(?:appl(?:y|ied|ies|ication|ications)(?: for)?(?: full)?(?: membership)?(?: of| in| to)?(?: join| enter)?|admission to|"
    r"admitted to|admission into|membership (?:of|in)|accession to|entry (?:to|into))\s+(?:the\s+)?"
)
_TAKES = word_class("taking-a-place")
# "Has been in the Union", "since".
_BEEN = re.compile(r"\b(?:has|have) (?:both |again )?been (?:back )?in (?:the )?$")
_AFTER_WORD = re.compile(r"\b(?!and\b|the\b|The\b|while\b|that\b)[a-z]+ $")
_SINCE = re.compile(r"\s+since\b\s*")
_NAME = 60
# How far back in its paragraph the body may have been named, in characters.
_REACH = 400
Body = tuple[str, Token]


def named_among(bench: Workbench, verb: Token, heads: list[Token]) -> list[Body]:
    """The first of the bodies that are listed as some of many which a verb's object names."""
    if not any(h.lower in _GENERAL for h in heads):
        return []
    for found in _AMONG.finditer(bench.text, verb.end, bench.sentence.end):
        for mention in bench.scene.within(found.end(), found.end() + 1):
            tokens = bench.sentence.at(mention.start, mention.end)
            if mention.kind in ("organisation", "alias") and mention.code and tokens:
                return [(mention.code, tokens[-1])]
    return []


def sought_before(bench: Workbench, verb: Token) -> list[Body]:
    """The body that the words before told somebody to apply to, for one who "was admitted" without a word to what."""
    if not verb.lower.startswith("admit") or not bench.clauses.is_passive(verb) or bench.clauses.negated(verb):
        return []
    if any(p.lower in ("to", "into") for p in bench.sentence.children(verb, "prep")):
        return []
    start = max(bench.text.rfind("\n", 0, verb.start) + 1, verb.start - _REACH)
    for found in reversed(list(_SOUGHT.finditer(bench.text, start, verb.start))):
        for mention in bench.scene.within(found.end(), found.end() + 1):
            if mention.kind in ("organisation", "alias") and mention.code:
                return [(mention.code, verb)]
    return []


def joined_before(bench: Workbench, verb: Token) -> list[Body]:
    """The one body of the sentence before, for one who "joined in 2007" without a word of what."""
    if not verb.lower.startswith(("join", "acced")) or bench.clauses.is_passive(verb) or verb.tag not in ("VBD", "VBN"):
        return []
    if any(
        c.dep in ("dobj", "ccomp", "xcomp", "prt") or (c.lower in ("to", "in") and c.dep == "dative") for c in verb.children
    ):
        return []
    if any(p.lower in ("to", "with", "into") for p in bench.sentence.children(verb, "prep")):
        return []
    return named_before(bench, verb)


def seats_kept(bench: Workbench) -> Iterator[tuple[str, str, str, int]]:
    """ "Finland has been in NATO since 4 April 2023, Sweden since 7 March 2024": member, body, day and where it ends."""
    body = None
    for match in _SINCE.finditer(bench.text, bench.sentence.start, bench.sentence.end):
        day = next((d for d in bench.dates if match.end() <= d.start <= match.end() + 2 and d.date_end is None), None)
        named = [m for m in bench.scene.within(match.start() - _NAME, match.start()) if m.code]
        if day is None or not named:
            continue
        last = named[-1]
        if last.kind in ("organisation", "alias"):
            been = _BEEN.search(bench.text, bench.sentence.start, last.start)
            members = [m for m in named if m.kind == "name" and been is not None and m.end <= been.start()]
            members = [m for m in members if _AFTER_WORD.search(bench.text, bench.sentence.start, m.start) is None]
            body, last = (last.code, members[-1]) if been is not None and members else (None, last)
            gap = bench.text[last.end : been.start()] if been is not None and members else "no"
        else:
            gap = bench.text[last.end : match.start()]
        if body is not None and not gap.strip() and last.kind == "name" and last.code in bench.scene.knowledge.states:
            yield last.code or "", body, day.date, day.end


def readmitted_to(bench: Workbench, verb: Token) -> list[Body]:
    """The one body before "readmitted": "was suspended from the Union in 2009 and readmitted in 2014"."""
    if not verb.lower.startswith(("readmi", "re-admi")) or bench.clauses.negated(verb):
        return []
    ahead = [m for m in bench.scene.within(bench.sentence.start, verb.start) if m.kind in ("organisation", "alias") and m.code]
    return [(ahead[-1].code or "", verb)] if len({m.code for m in ahead}) == 1 else []


def named_before(bench: Workbench, head: Token) -> list[Body]:
    """The one body that the sentence before names in the same paragraph."""
    body = bench.scene.discourse.body
    if body is not None:
        return [(body, head)]  # in a text on one
    before = bench.scene.just_before(bench.sentence.start)
    if before is None or "\n" in bench.text[before[1] : bench.sentence.start]:
        return []
    named = {m.code for m in bench.scene.within(*before) if m.kind in ("organisation", "alias")}
    return [(code, head) for code in named if code] if len(named) == 1 else []


def founded_by(bench: Workbench, verb: Token) -> tuple[list[Token], list[Token]] | None:
    """(founders, what they founded) of "was founded by A and B" and "X, which A and B founded"; None for other clauses."""
    sentence = bench.sentence
    if bench.clauses.is_passive(verb):
        by = [o for a in sentence.children(verb, "agent", "prep") if a.lower == "by" for o in sentence.children(a, "pobj")]
        return (by, sentence.children(verb, "nsubjpass")) if by else None
    which = any(o.tag == "WDT" for o in sentence.children(verb, "dobj"))
    body = sentence.head(verb) if verb.dep == "relcl" and which else None
    return (sentence.children(verb, "nsubj"), [body]) if body is not None else None


def is_makers(bench: Workbench, verb: Token) -> bool:
    """Whether several make a body: "Chad, Mali and Togo formed the Union"; "make" and "set" need their "up"."""
    subjects = bench.clauses.subjects(verb)
    several = any(bench.sentence.children(s, "conj") for s in subjects) or bool(listed_before(bench, verb))
    up = any(t.lower == "up" for t in bench.sentence.tokens[verb.i + 1 : verb.i + 3])
    return several and (up or not verb.lower.startswith(("ma", "se")))


def seats_taken(bench: Workbench) -> Iterator[tuple[Token, Token]]:
    """ "Took its seat in the United Nations": (the seat, the verb)."""
    for token in bench.sentence if "seat" in bench.words else ():
        verb = bench.sentence.head(token)
        if token.lower == "seat" and token.dep == "dobj" and verb is not None and verb.lower in _TAKES:
            if any(c.tag == "PRP$" for c in bench.sentence.children(token, "poss")) and not bench.clauses.negated(verb):
                yield token, verb


def dated_when(bench: Workbench, verb: Token) -> str | None:
    """The day right before the "when" of a clause: "on 7 March 1990, when Malta joined A"."""
    when = next((t for t in bench.sentence.children(verb, "advmod") if t.lower == "when" and t.i < verb.i), None)
    if when is None:
        return None
    return next((d.date for d in bench.dates if 0 <= when.start - d.end <= 2 and d.date_end is None), None)
