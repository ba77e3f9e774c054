"""Bodies and states that the words beside a verb or role name, and the days that stand beside them."""

from __future__ import annotations

import itertools
import re

from dragoman.coding.relations.telling import antecedent
from dragoman.coding.sentence.phrasing import is_official, listed, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.pointed import BODIES
from dragoman.language.parse import Token

# Between two bodies of one list: "and of the", also over what is said of the first ("founded in 1963, and of the").
_AND_OF = re.compile(
    r"(?:\s*\([^)]*\))?(?:\s+(?:in|on|since)\s+[^,;.()]{0,20}\d{4}|\s+in the same year)?"
    r"(?:,\s+(?:[\w-]+\s+){0,3}(?:after|before|upon|following|under|as)\s[^,;.]{0,60}(?=,))?(?:,\s+(?:founded|established|created)\s[^,;]{0,40}"
    r"(?:,\s\d{4})?)?\s*(?:,|,?\s+(?:and|or|nor|as well as)(?:\s+in\s+\d{4})?)\s+(?:the\s\d+(?:st|nd|rd|th)\s+)?(?:(?:of|to|from|in)\s+)?(?:the\s+)?"
)
_BRACKET = re.compile(r"\s*\((?:since\s+|from\s+|in\s+|on\s+)?")
_YEAR = re.compile(r"((?:18|19|20)\d\d)\)")
_LISTING = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_ARTICLE = 4
# Between a body and the day that is its own, and how long that may be.
_ON = re.compile(r",?\s+(?:(?:as early as|only|already|again|both|in full) )?(?:(?:in|on|since|from)\s+)?(?:the year\s+)?")
_FAR = 24
# Sectors whose members are not the state itself: people, and bodies of other kinds.
_PEOPLE = frozenset({"IGO", "NGO", "CVL", "OPP", "REB", "JRN", "MED", "BUS", "LAB", "EDU", "REL", "CRM", "PTY"})


def organisations(bench: Workbench, heads: list[Token]) -> list[tuple[str, Token]]:
    """International bodies that heads and their conjuncts name; a treaty or a building is none."""
    out: list[tuple[str, Token]] = []
    seats = [
        o for h in heads if h.lower == "membership" for p in ("in", "of") for o in bench.clauses.under(h, p)
    ]  # "admitted to membership in"
    named = [antecedent(bench, h) for h in (*heads, *seats)]
    for head in (h for first in named for h in listed(bench.sentence, first)):
        mention = bench.scene.mention_at(head)
        if mention is not None and mention.code and mention.kind in ("organisation", "alias"):
            if mention.end >= head.end:
                out.append((mention.code, head))
        elif mention is None and bench.scene.discourse.body and head.lower in BODIES and is_bare(head):
            out.append((bench.scene.discourse.body, head))
    return out


def is_bare(head: Token) -> bool:
    """ "The organisation", and no other word with it."""
    return {c.lower for c in head.children} == {"the"}


def states(bench: Workbench, heads: list[Token]) -> list[str]:
    """States among heads and their conjuncts, as such or by their governments; not their citizens, parties or firms."""
    found = [r for h in heads for r in refer_all(bench, h) if is_official(r) and r.sector not in _PEOPLE]
    known = bench.scene.knowledge.states
    return list(dict.fromkeys(c for r in found for c in r.codes if c in known))


def listed_before(bench: Workbench, verb: Token) -> list[str]:
    """The states of a list that opens a sentence and ends right before a verb, whatever the parser made of it: "Angola, Benin
    and Chad joined ...".
    """
    known = bench.scene.knowledge.states
    named = [m for m in bench.scene.within(bench.sentence.start, verb.start) if m.kind == "name" and m.code in known]
    if len(named) < 3 or named[0].start > bench.sentence.start + _ARTICLE or bench.text[named[-1].end : verb.start].strip():
        return []
    gaps = [bench.text[a.end : b.start] for a, b in itertools.pairwise(named)]
    return [m.code or "" for m in named] if all(_LISTING.fullmatch(g) for g in gaps) else []


def shared(bench: Workbench, verb: Token) -> list[Token]:
    """The subject of the verb that another is listed with, one of the two a passive: "became independent and was admitted to"."""
    head = bench.sentence.head(verb)
    if verb.dep != "conj" or head is None or head.tag[0] != "V":
        return []
    return bench.clauses.subjects(head) or bench.sentence.children(head, "nsubjpass")


def listed_after(bench: Workbench, bodies: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """Bodies that the text lists after the last of some, whatever the parser made of the list: "or the World Bank"."""
    out: list[tuple[str, Token]] = []
    if not bodies:
        return out
    last = max((bench.scene.mention_at(t) for _, t in bodies), key=lambda m: m.end if m is not None else 0)
    for mention in bench.scene.within(last.end if last is not None else 0, bench.sentence.end):
        if last is None or mention.start < last.end or mention.kind not in ("organisation", "alias"):
            continue
        if not _AND_OF.fullmatch(bench.text, last.end, mention.start) or not mention.code:
            break
        tokens = bench.sentence.at(mention.start, mention.end)
        following = bench.sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 2] if tokens else []
        if not tokens or (following and following[0].tag in ("VBD", "VBZ", "VBP", "MD")):
            break
        out.append((mention.code, tokens[-1]))
        last = mention
    return out


def scope(bench: Workbench, verb: Token, within: list[Token]) -> list[Token]:
    """Words whose dates are the verb's own: not those of a verb conjoined to it."""
    apart = {t.i for c in bench.sentence.children(verb, "conj") if c.tag[0] == "V" for t in bench.sentence.subtree(c)}
    return [t for t in within if t.i not in apart]


def end_of(bench: Workbench, body: Token) -> int:
    """Where the name of a body ends, or the word for it."""
    mention = bench.scene.mention_at(body)
    return mention.end if mention is not None else body.end


def days_behind(bench: Workbench, bodies: list[tuple[str, Token]]) -> dict[str, tuple[int, str | None]]:
    """Where and what day stands right behind each of several bodies: "joined A in 1961, B in 2004 and C"; empty where only the
    last has a day, which is that of all.
    """
    found: dict[str, tuple[int, str | None]] = {}
    for body, head in bodies if len(bodies) > 1 else ():
        end = end_of(bench, head)
        day = next((d for d in bench.dates if end < d.start <= end + _FAR and _ON.fullmatch(bench.text, end, d.start)), None)
        if day is not None:
            found[body] = (day.start, day.date if day.date_end is None else None)
    return found if len(found) > 1 or (found and bodies[-1][0] not in found) else {}


def bracketed(bench: Workbench, party: Token) -> str | None:
    """The day in brackets behind a party: "a member of the UN (since 1955), the OECD (1996) and NATO"."""
    opens = _BRACKET.match(bench.text, end_of(bench, party), bench.sentence.end)
    if opens is None:
        return None
    dated = next((d for d in bench.dates if d.start == opens.end() and d.date_end is None), None)
    if dated is not None:
        return dated.date if bench.text[dated.end : dated.end + 1] == ")" else None
    year = _YEAR.match(bench.text, opens.end(), bench.sentence.end)
    return year[1] if year is not None else None
