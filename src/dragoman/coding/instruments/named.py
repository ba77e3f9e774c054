"""Charters, treaties, laws and constitutions that a text names, and their canonical ids."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dragoman.coding.instruments.windows import Windows, each
from dragoman.coding.names.mentions import PLACED, Mention
from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon.entries import Instrument as Entry
from dragoman.lexicon.words import alternatives, stems, word_class

# How far around a name its parties are looked for, in characters.
REACH = 700
# Right beside a name, in characters; and kinds of mentions that name a town, not a party.
_BESIDE, _AFTER_NAME = 130, 60
# Kinds of instruments that are a state's own law.
LAWS = word_class("laws")
HEADS = alternatives("heads-of-instruments")
_CAPITAL = r"(?:[A-Z](?:\.[A-Z])+\.?|[A-ZÀ-Þ][\w’'–‑-]*)"
_HEAD = re.compile(rf"(?<![\w-])(?P<head>{HEADS})(?![\w’'-])")
_WORD_BEFORE = re.compile(rf"({_CAPITAL}|and|of|on|for|the|&|to|(?<=Trade )in)\s+$")
# Parts of the world, in which treaties hold; in towns they are signed.
_REGION = r"(?:(?:Central|Latin|South|North|East|West|Southeast|South-East|Northeast|North-East|Sub-Saharan)\b|Africa|Europe|Asia|Outer Space)"
_AFTER = re.compile(
    rf"(?:\s+(?:of|on|for|against|concerning|relating to|regarding|between|establishing|governing)(?:\s+(?:the|its|all|an?))?"
    rf"\s+{_CAPITAL}"
    rf"(?:(?:,?\s+(?:and|of|on|the|in the|in(?=\s+{_REGION})|for|with|to))*,?\s+{_CAPITAL}){{0,14}})?"
)
_LAST_WORD = re.compile(r"([\s,]+)(\w+)$")
_NO_NAME = word_class("no-part-of-instruments")
_CONSTITUTION = re.compile(
    r"(?<![\w-])(?P<word>CONSTITUTION|[Cc]onstitutions?|[Cc]harters?|[Ss]tatutes?|[Bb]asic [Ll]aw|[Ff]undamental [Ll]aw)(?![\w-])"
)
_QUALIFIER = re.compile(rf"(?:(?:{alternatives('before-a-constitution')})\s+)+$")
_OWNED = re.compile(r"(?:['’]s?)?[\s-]+$")
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
# "The Political Constitution of the State" is that of whose state it is.
_ITSELF = re.compile(r"(?:State|Republic|Union|Kingdom|country|land)\b(?! of\b)")
# "The constitution that Peru adopted in 1993", "the constitution given by France".
_ADOPTED_BY = re.compile(
    r",?\s+(?:(?:that|which)\s+|(?:adopted|enacted|promulgated|proclaimed|approved|granted|given|drafted)\s+"
    r"(?:(?:in|on)\s+[\w ]{4,18}\s+)?by\s+)(?:the\s+)?"
)
_ADOPTS = re.compile(
    r"\s+(?:(?:had|has)\s+)?(?:first\s+|then\s+)?(?:adopt|enact|promulgat|proclaim|approv|g[ai]ve|pass|introduc|receiv|draft)\w*\b"
)
_YEAR = re.compile(r"\s+of\s+(?:the\s+)?(?:19|20)\d\d\b|\s+\(\d+/\d{4}\)")
_COMMON = word_class("beginning-of-any-law")
_OF_STATE = frozenset({"National", "Constitutional", "Transitional"})
_STATE_LAW = frozenset({"constitution", "basic law", "fundamental law"})
# Before "basic law" in small letters where it is the constitution, not one law among others.
_THE = re.compile(r"\b(?:the|its|their|our|this)\s+$", re.IGNORECASE)
_ENDINGS_OF_ADJECTIVES = stems("endings-of-adjectives")


@dataclass(frozen=True, slots=True)
class Instrument:
    """`[start, end)` names an instrument; `id` is its canonical id, None where that is not known.

    `kind` is the word for it in small letters (charter, treaty, constitution, resolution, law, ruling, letter).
    `general`: words that cite only where something is said of it ("the treaty", "international law").
    """

    start: int
    end: int
    id: str | None
    text: str
    kind: str
    general: bool = False


class Surroundings:
    """The actors named around a place in a text. `states` are all state codes."""

    def __init__(self, mentions: Sequence[Mention], states: frozenset[str]) -> None:
        self.mentions = mentions
        self.states = states
        self._starts = [m.start for m in mentions]

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in [start, end)."""
        return self.mentions[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def ending(self, end: int) -> Mention | None:
        """The mention that ends at `end`, or right before its white space or possessive."""
        found = [m for m in self.between(end - 60, end) if m.end <= end]
        return found[-1] if found else None

    def at(self, start: int) -> Mention | None:
        found = self.between(start, start + 1)
        return found[0] if found else None

    def covers(self, start: int, end: int) -> Mention | None:
        """The mention that [start, end) lies in, with words beyond it."""
        for mention in self.between(start - 120, end):
            if mention.start <= start and end <= mention.end and (mention.start, mention.end) != (start, end):
                return mention
        return None

    def codes(self, start: int, end: int) -> set[str]:
        return {m.code for m in self.between(start, end) if m.code}

    @cached_property
    def all_codes(self) -> set[str]:
        return {m.code for m in self.mentions if m.code}

    @cached_property
    def _states_named(self) -> list[tuple[int, str | None]]:
        return [(m.end, m.code) for m in self.mentions if m.code in self.states and m.kind != "place"]

    def protagonist(self, text: str) -> str | None:
        """The one state in the title, else the one that has most of the names in the text."""
        line = text.find("\n")
        title = {code for end, code in self._states_named if end <= line}
        if len(title) == 1:
            return title.pop()
        return self._commonest

    @cached_property
    def _commonest(self) -> str | None:
        counts = Counter(code for _, code in self._states_named)
        code, count = counts.most_common(1)[0] if counts else (None, 0)
        return code if 2 * count > len(self._states_named) else None


@lru_cache(maxsize=2)
def _matcher(lexicon: Lexicon) -> PhraseMatcher:
    names: dict[str, list[Entry]] = {}
    for entry in lexicon.all(Entry):
        for name in (entry.name, *entry.names, *entry.short):
            listed = names.setdefault(name.lower(), [])
            if lexicon.is_users(entry):
                listed[:] = [e for e in listed if lexicon.is_users(e)]
            if entry not in listed:
                listed.append(entry)
    return PhraseMatcher(names)


def listed_instruments(text: str, around: Surroundings, lexicon: Lexicon) -> Iterator[Instrument]:
    """Instruments of the lexicon, by name. A name that several share is decided by the parties in view."""
    for start, end, entries in _matcher(lexicon).find(text):
        written = text[start:end]
        fitting = [e for e in entries if written not in e.short or any(w in text for w in e.beside)]
        if not fitting or not _is_written_as_name(written, fitting) or _is_organisation(around, start, end):
            continue
        entry = decide(fitting, start, end, around)
        kind = entry.kind if entry is not None else fitting[0].kind
        yield Instrument(start, end, entry.id if entry is not None else None, written, kind)


def _is_organisation(around: Surroundings, start: int, end: int) -> bool:
    """ "North Atlantic Treaty Organization" is no treaty."""
    mention = around.covers(start, end)
    return mention is not None and mention.kind == "organisation"


def _is_written_as_name(written: str, entries: Iterable[Entry]) -> bool:
    """As the lexicon writes it; long names in any case that is not all small."""
    if any(written in (e.name, *e.names, *e.short) for e in entries):
        return True
    return (written[0].isupper() and " " in written) or written.count(" ") >= 3


def decide(entries: Sequence[Entry], start: int, end: int, around: Surroundings) -> Entry | None:
    """The one of `entries` whose parties stand around [start, end); None where two fit alike."""
    if len(entries) == 1:
        return entries[0] if _may_be(entries[0], start, end, around) else None
    near = around.codes(start - REACH, end + REACH)
    ranked = sorted(entries, key=lambda e: -len(near & set(e.parties)))
    first, second = (len(near & set(e.parties)) for e in ranked[:2])
    return ranked[0] if first > second else None


def _may_be(entry: Entry, start: int, end: int, around: Surroundings) -> bool:
    """Whether a name may be that of a pact of two: not where two other states stand right beside it ("the Washington Declaration
    between Chad and Libya").
    """
    if len(entry.parties) != 2:
        return True
    beside = {
        m.code for m in around.between(start - _BESIDE, end + _AFTER_NAME) if m.code in around.states and m.kind not in PLACED
    }
    return len(beside) != 2 or not beside.isdisjoint(entry.parties)


def charters(text: str, windows: Windows, around: Surroundings) -> Iterator[Instrument]:
    """Constitutions of states, and constitutions, charters and statutes of organisations, named with whose they are.

    A constitution without an owner is yielded as `general`, its id None.
    """
    for match in each(_CONSTITUTION, text, windows):
        word = match["word"].lower()
        start, end = match.span()
        if match["word"].endswith(" law") and not _THE.search(text, max(0, start - 7), start):
            continue
        of = _OF.match(text, end)
        owner = around.at(of.end()) if of is not None else None
        if owner is not None and owner.kind in ("adjective", "demonym"):
            owner = None  # "the constitution of the French Community"
        of = None if of is not None and owner is None and _ITSELF.match(text, of.end()) else of
        if of is not None and owner is None and word in _STATE_LAW and not text[of.end() : of.end() + 1].isdigit():
            continue  # "the constitution of a committee" is its founding
        if owner is not None:
            end = owner.end
        else:
            qualifier = _QUALIFIER.search(text, max(0, start - 40), start)
            start = qualifier.start() if qualifier is not None else start
            owner = around.ending(start)
            if owner is not None and _OWNED.fullmatch(text, owner.end, start):
                start = owner.start
            else:
                owner = None
        year = _YEAR.match(text, end)
        end = year.end() if year is not None else end
        owner = owner or _adopter(text, end, around)
        found = _chartered(word, owner, around.states)
        if found is not None:
            yield Instrument(start, end, found[0], text[start:end], found[1], owner is None)


def _adopter(text: str, end: int, around: Surroundings) -> Mention | None:
    """The state that is said to have adopted the constitution named before `end`."""
    opening = _ADOPTED_BY.match(text, end)
    owner = around.at(opening.end()) if opening is not None else None
    if opening is None or owner is None or owner.kind not in ("name", "alias"):
        return None
    return owner if "by" in opening[0].split() or _ADOPTS.match(text, owner.end) else None


def _chartered(word: str, owner: Mention | None, states: frozenset[str]) -> tuple[str | None, str] | None:
    """(id, kind), or None where the words name no instrument."""
    singular = word.removesuffix("s") if word != "basic law" else word
    if owner is None:
        return (None, "constitution") if word in _STATE_LAW else None
    if owner.code is None or owner.kind == "place" or word.endswith("s"):
        return None
    if owner.code in states:
        return (f"{owner.code}-CONSTITUTION", "constitution") if singular in _STATE_LAW else None
    return (
        (f"{owner.code}-{singular.upper()}", singular)
        if not singular.endswith(" law") and not owner.code.startswith("X-")
        else None
    )


def named_instruments(
    text: str, windows: Windows, around: Surroundings, floors: Sequence[int], titles: Sequence[tuple[int, int]]
) -> Iterator[Instrument]:
    """Unknown instruments by the large letters of their names: "Treaty on X", "the A-B Joint Declaration".

    A name begins after the last of `floors` (ends of provisions); headlines in title case (`titles`) name none.
    """
    last = 0
    for match in each(_HEAD, text, windows):
        if match["head"] == "Law" and text[: match.start()].endswith("International "):
            continue  # "Principles of International Law of 1970"
        if match.start() < last or around.covers(*match.span()) is not None or _inside(match.start(), titles):
            continue
        at = bisect.bisect_right(floors, match.start())
        start = _opening(text, match.start(), floors[at - 1] if at else 0)
        after = _AFTER.match(text, match.end())
        end = closing(text, match.end(), after.end() if after is not None else match.end())
        if (
            re.match(rf"\s+{_CAPITAL}", text[end : end + 40])
            and end == match.end()
            and not text[end:].lstrip()[:12].startswith(("I", "V"))
        ):
            continue  # "Treaty Organization", "Act East policy"
        year = _YEAR.match(text, end)
        end = year.end() if year is not None else end
        words = text[start:end].split()
        if len(words) < 2 or _is_person(words, match["head"]) or " ".join(words[:2]) in _COMMON:
            continue
        last = end
        kind = match["head"].split()[-1].lower().rstrip("s")
        if kind == "charter" and words[0] in _OF_STATE:
            kind = "law"  # what stands for a constitution: "the National Charter"
        yield Instrument(start, end, None, text[start:end], kind)


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect.bisect_right(spans, (offset, 1 << 60)) - 1
    return at >= 0 and offset < spans[at][1]


def _opening(text: str, start: int, floor: int) -> int:
    """Where the name begins: large words before the head, joined by small ones."""
    begin, here = start, start
    for _ in range(10):
        match = _WORD_BEFORE.search(text, max(floor, here - 40), here)
        if match is None:
            break
        here = match.start(1)
        word = match.group(1)
        if word[0].isupper():
            if word.lower() in _NO_NAME:
                break
            begin = here
    return begin


def closing(text: str, start: int, end: int) -> int:
    """Without days and months that the name ran into ("... on Monday")."""
    while (word := _LAST_WORD.search(text, start, end)) is not None and word.group(2).lower() in _NO_NAME:
        end = word.start()
    return end


def _is_person(words: Sequence[str], head: str) -> bool:
    """ "Jude Law": one large word before a head that is also a surname, and nothing after."""
    return head in ("Law", "Act", "Framework") and len(words) == 2 and words[-1] == head and not words[0].lower().endswith(
        _ENDINGS_OF_ADJECTIVES
    )  # fmt: skip
