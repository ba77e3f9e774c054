"""Which bodies somebody joined that the verb itself does not name: "joined 50 organizations, among them A and B", "was
admitted", after an application to one.
"""

from __future__ import annotations

import re

from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token

_GENERAL = frozenset(
    "organization organizations organisation organisations body bodies institution institutions fora forums".split()
)
_AMONG = re.compile(r"\b(?:among (?:them|which)|including|such as|notably|among others)(?:,|\s+those)?\s+(?:the\s+)?")
_SOUGHT = re.compile(
    r"\b(?:appl(?:y|ied|ies|ication|ications)(?: for)?(?: full)?(?: membership)?(?: of| in| to)?(?: join| enter)?|admission to|"
    r"admitted to|admission into|membership (?:of|in)|accession to|entry (?:to|into))\s+(?:the\s+)?"
)
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
