"""Resolutions of the United Nations in text, and their canonical ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.coding.instruments.windows import Windows, each
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Numbering

_NUMBER = r"(?:E?S-\d{1,2}/\d{1,3}|\d{1,2}/\d{1,4}|\d{1,4}(?![\d/,]\d))"
_YEAR = (
    r"(?:\s?\(\s?(?:(?:19|20)\d\d|[IVXLC]{1,9}|S-[IVX]+|ES-[IVX]+)\s?\)|\s+of\s+(?:[A-Z][a-z]+ \d{1,2},? |\d{1,2} "
    r"[A-Z][a-z]+ |[A-Z][a-z]+ )?(?:19|20)\d\d\b)"
)
_ONE = rf"(?:[Nn]o\.?\s?)?{_NUMBER}(?:\s?[A-C]\b)?{_YEAR}?"
_BODY = (
    r"(?:(?:UN|U\.N\.|United Nations)\s)?(?:Security Council|UNSC|General Assembly|UNGA|Human Rights Council|Council|"
    r"Assembly)(?:['’]s)?\s|"
    r"(?:UN|U\.N\.|United Nations|[A-Z]\w+)(?:['’]s)?\s"
)
_WORDS = re.compile(
    rf"(?<![\w-])(?P<word>[Rr]esolutions?|RESOLUTIONS?|UNSCRs?)"
    rf",?\s+(?P<list>{_ONE}(?:(?:\s?,\s?(?:and\s)?|\s+(?:and|or|as well as)\s+){_ONE})*)"
)
_BEFORE = re.compile(rf"(?<!\w)(?P<body>{_BODY})(?P<between>[a-z]+ )?$")
_SYMBOL = re.compile(rf"\b(?P<body>S|A|A/HRC)/RES/(?P<number>{_NUMBER})(?P<year>{_YEAR}?)")
_ITEM = re.compile(rf"(?:[Nn]o\.?\s?)?(?P<number>{_NUMBER})(?:\s?[A-C]\b)?(?P<year>{_YEAR}?)")
_AFTER = re.compile(
    r"\s*(?:\([^)]{0,30}\)\s*)?,?\s*(?:of|by|adopted by|passed by)\s+(?:the\s+)?(?:(?:UN|U\.N\.|United Nations)\s+)?"
    r"(?P<body>Security Council|UNSC|General Assembly|UNGA|Human Rights Council)"
)
_BODIES = {
    "security council": "UN-SC", "unsc": "UN-SC", "unscr": "UN-SC", "unscrs": "UN-SC", "s": "UN-SC",
    "general assembly": "UN-GA", "unga": "UN-GA", "a": "UN-GA", "human rights council": "UN-HRC", "a/hrc": "UN-HRC",
}  # fmt: skip
_VAGUE = frozenset({"un", "u.n.", "united nations", "council", "assembly", ""})


@dataclass(frozen=True, slots=True)
class Resolution:
    """One number of a phrase: `[start, end)` is the number (with "resolution" for the first), `phrase` the whole."""

    start: int
    end: int
    phrase: str
    number: str
    id: str | None


def find_resolutions(
    text: str, windows: Windows, body_at: Callable[[int], str | None], lexicon: Lexicon
) -> Iterator[Resolution]:
    """Numbered resolutions in `text`. `body_at(offset)` is the body in view where the words name none; a number that the text
    gives with its year or body is known from there on.
    """
    found = list(_all(text, windows, body_at, lexicon))
    known: dict[str, str | None] = {}
    for resolution in found:
        if resolution.id is not None:
            known.setdefault(resolution.number, resolution.id)
    for resolution in found:
        yield resolution if resolution.id is not None else replace(resolution, id=known.get(resolution.number))


def _all(text: str, windows: Windows, body_at: Callable[[int], str | None], lexicon: Lexicon) -> Iterator[Resolution]:
    for match in each(_SYMBOL, text, windows):
        body = _BODIES[match["body"].lower()]
        yield Resolution(
            match.start(), match.end(), match.group(), match["number"], identify(body, match["number"], match["year"], lexicon)
        )
    for match in each(_WORDS, text, windows):
        yield from _listed(text, match, body_at, lexicon)


def _listed(text: str, match: re.Match[str], body_at: Callable[[int], str | None], lexicon: Lexicon) -> Iterator[Resolution]:
    before = _BEFORE.search(text, max(0, match.start() - 70), match.start())
    owner = before["body"] if before is not None else ""
    named = re.sub(r"^(?:un|u\.n\.|united nations) (?=\S)|['’]s$", "", owner.strip().lower())
    word = match["word"].lower()
    body = _BODIES.get(word) or _BODIES.get(named)
    apart = before is None or before["between"] or not (body or named in _VAGUE)
    start = match.start() if apart or before is None else before.start()
    after = _AFTER.match(text, match.end())
    if after is not None and (body is None or apart):
        body = _BODIES[after["body"].lower()]
    if body is None and (named in _VAGUE or named.islower()):
        body = body_at(match.start())
    elif body is None and not _is_speech(owner):
        return  # "House Resolution 121" is none of the United Nations, and found as a named instrument
    items = list(_ITEM.finditer(text, match.start("list"), match.end("list")))
    end = after.end() if after is not None and len(items) == 1 else match.end()
    for i, item in enumerate(items):
        place = (start, end) if len(items) == 1 else (start if i == 0 else item.start(), item.end())
        yield Resolution(
            *place, text[start:end], item["number"], identify(body or body_at(start), item["number"], item["year"], lexicon)
        )


def _is_speech(word: str | None) -> bool:
    """Whether the large word before "resolution" only opens its sentence ("In", "Under", "The")."""
    return (word or "").strip().lower() in {
        "in",
        "under",
        "the",
        "by",
        "on",
        "its",
        "their",
        "this",
        "through",
        "of",
        "with",
        "both",
        "when",
    }


def identify(body: str | None, number: str, year: str | None, lexicon: Lexicon) -> str | None:
    """The canonical id, or None where the body or the year is not certain."""
    if body == "UN-HRC" and "/" in number:
        return f"UNHRC-RES-{number.replace('/', '-')}"
    if "/" in number:
        return f"UNGA-RES-{number.replace('/', '-')}"
    said = re.search(r"(?:19|20)\d\d", year or "")
    roman = re.search(r"\(\s?(?:E?S-)?([IVXLC]+)", year or "")
    if roman is not None:
        body = "UN-GA"
    if body is None and said is not None and _year_of("UN-SC", int(number), lexicon)[1] == int(said.group()):
        body = "UN-SC"  # number and year agree with the Council's series
    prefix, known = _year_of(body, int(number), lexicon)
    if prefix is None:
        return None
    if said is not None and known is not None and int(said.group()) != known:
        return None  # two sources disagree: another body, or a slip
    when = known or (int(said.group()) if said else None)
    # The session's number stands where the year is not certain: sessions run over into the next.
    session = roman.group(1) if roman is not None and "S-" not in (year or "") else None
    return f"{prefix}-{number}-{when or session}" if when or session else None


@lru_cache(maxsize=2)
def _numbering(lexicon: Lexicon) -> dict[str, Numbering]:
    return {n.body: n for n in lexicon.all(Numbering)}


def _year_of(body: str | None, number: int, lexicon: Lexicon) -> tuple[str | None, int | None]:
    numbering = _numbering(lexicon).get(body or "")
    if numbering is None:
        return None, None
    return numbering.prefix, next((y for y, first, last in numbering.ranges if first <= number <= last), None)
