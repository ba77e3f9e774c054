"""Names in a document -> who is meant: one pass over the text, before any parse.

A name's sense is chosen by date and by its neighbours; persons that the text introduces with an office, and
abbreviations that it introduces beside a name, are known from there on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.names.times import Times
from dragoman.language.headlines import is_capitals
from dragoman.lexicon import Found, Lexicon, Sense
from dragoman.lexicon.entries import Holder, Land, Modifier, Office, Role
from dragoman.lexicon.words import alternatives, word_class

_PREVIOUS_WORD = re.compile(r"([\w.'’-]+)\s+$")
_NEXT_WORD = re.compile(r"\s+([\w'’-]+)")
# Beyond the end of any text.
_FAR = 1 << 60
NOT_GIVEN = word_class("no-given-names")

# "Spoke English with them", "issued in Russian and English", "an English-language daily": languages are nobody.
_IN_WORDS = re.compile(
    r"\b(?i:in|into|sp(?:eak|oke)(?:s|n|ing)?|learn(?:s|ed|t|ing)?|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|translat(?:e|es|ed|ing))"
    r"(?:\s+(?:both\s+)?[A-Z][a-z]+(?:,|\s+and|\s+or))*\s+$"
)
_OF_WORDS = re.compile(r"(?:-|\s+)(?:language|speaking|speakers?)\b")
# The rest of a list of names, and what may stand behind it: two patterns, since the list must be read to its end, and Python
# before 3.11.5 goes wrong where one pattern says so.
_LISTED = re.compile(r"(?:,\s+[A-Z]\w+)*(?:,?\s+(?:and|or)\s+[A-Z]\w+)?")
_ENDS = re.compile(r"(?!-?\w)(?!\s+(?!(?:and|or|on|at|for|to|with|from|by|but|as|is|was|were|are|that|which|in|into)\b)\w)")

# States where the name of the family stands first.
FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM"})
_TOWNS = frozenset({"capital", "seat"})
# Kinds of mentions that are of a place, and of its state only by where it lies.
PLACED = _TOWNS | {"place"}
# Those of whom a map is, those by which somebody's state is told, and those of a person.
ON_MAPS = frozenset({"name", "capital", "place"})
CALLED_BY = frozenset({"name", "adjective", "demonym"})
OF_PERSONS = frozenset({"person", "holder"})
# States all of whose places were a former state's: Munich was never the German Democratic Republic's.
_WHOLE = frozenset({"RUS", "CZE", "SRB"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Who `[start, end)` of the document's text means.

    `code` is the principal's; `kind` says how it was found (a Sense's kind, or person, alias, deixis).
    `status` is the office's: current, former, designate.
    """

    start: int
    end: int
    text: str
    code: str | None
    kind: str
    sector: str | None = None
    name: str | None = None
    office: str | None = None
    status: str | None = None


# Bodies that people come to from other offices, as a title has them before a name.
_HEADED = frozenset({"NATO", "EU"})
_TITLES = {
    "foreign minister": "foreign-minister",
    "defence minister": "defence-minister",
    "president": "head-of-state",
    "king": "head-of-state",
    "prime minister": "head-of-government",
    "premier": "head-of-government",
    "chancellor": "head-of-government",
}


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A role or office phrase: its sector, and the office's id where it is an office; `held` that of the office which a former
    holder had ("former president").
    """

    start: int
    end: int
    sector: str | None
    office: str | None
    careful: bool = False
    held: str | None = None


class Names:
    """Finds mentions in documents with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._offices = lexicon.phrases(Office)
        self._roles = lexicon.phrases(Role)
        self._times = Times(lexicon)
        self._surnames: dict[str, list[Holder]] = {}
        for holder in lexicon.all(Holder):
            self._surnames.setdefault(holder.name.split()[-1], []).append(holder)
            if holder.code in FAMILY_FIRST and " " in holder.name:
                self._surnames.setdefault(holder.name.split()[0], []).append(holder)
        self._modifiers = {w.lower(): m for m in lexicon.all(Modifier) for w in m.words}
        self._borders = {land.code: land.borders for land in lexicon.all(Land)}

    def mentions(self, text: str, published: str | None, spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """All names in `text`, in order, not overlapping. `spans` are its lines or sentences (for capitals)."""
        names = list(self._found(text, spans))
        # Of bodies and places that two states call alike, that of the state which the text speaks of is meant.
        shared = any(len(n.senses) > 1 and (n.senses[0].kind == "body" or _is_shared_place(n.senses)) for n in names)
        spoken = Counter(n.senses[0].code for n in names if len({s.code for s in n.senses}) == 1) if shared else Counter()
        spoken = self._with_neighbours(names, spoken) if spoken else spoken
        found = [
            (self._choose(text, name, year, spoken) if year else None) or self._choose(text, name, published, spoken)
            for name, year in zip(names, self._times.told(text, names, spans, published), strict=True)
        ]
        # "African-American families" are of no African state.
        kept = [m for m in found if m is not None and not text.startswith("-American", m.end)]
        kept = [m for m in kept if m.kind != "place" or not text.startswith("-", m.end) or not _is_part(text, m, names)]
        peopled = [_of_people(text, m) for m in kept] if "thnic " in text else kept
        return [m for m in peopled if m.kind != "adjective" or not _is_language(text, m)]

    def roles(self, text: str) -> list[RoleMention]:
        """Role and office phrases, in order; where both fit, the longer one, then the office."""
        offices = [RoleMention(s, e, es[0].sector, es[0].id, es[0].careful) for s, e, es in self._offices.find(text)]
        roles = [RoleMention(s, e, es[0].sector, None) for s, e, es in self._roles.find(text)]
        out: list[RoleMention] = []
        for role in sorted([*offices, *roles], key=lambda r: (r.start, -(r.end - r.start), r.office is None)):
            if not out or role.start >= out[-1].end:
                out.append(role)
            elif role.start == out[-1].start or role.end <= out[-1].end:
                if out[-1].office is None and role.office is not None and role.end == out[-1].end:
                    out[-1] = replace(out[-1], held=role.office)
                continue
            elif role.end - role.start > out[-1].end - out[-1].start:
                out[-1] = role
        return out

    def state_of_holder(self, name: str, published: str | None) -> str | None:
        """The state of "President Kennedy": of who held an office on that day, else of all who bore the name."""
        found = self._surnames.get(name.split()[-1], []) if name else []
        year = (published or "9999")[:4]
        here = [h for h in found if h.name.startswith(name.rpartition(" ")[0])] if " " in name else found
        now = [h for h in here if (h.since or "")[:4] <= year <= (h.until or "9999")[:4]]
        codes = {h.code for h in now or here}
        return codes.pop() if len(codes) == 1 else None

    def senses(self, name: str) -> tuple[Sense, ...]:
        """All that exactly this name can mean; datelines write it in capitals."""
        return self._names.senses(name) or self._names.senses(name.title())

    def modifier(self, word: str) -> Modifier | None:
        return self._modifiers.get(word.lower())

    def _with_neighbours(self, names: Sequence[Found], spoken: Counter[str | None]) -> Counter[str | None]:
        """The states `spoken` of, with those of shared names that they touch: beside Uganda, "Congo" is the one that lies there."""
        near: Counter[str | None] = Counter()
        for name in names:
            codes = {s.code for s in name.senses}
            if len(codes) > 1 and _is_shared_place(name.senses) and not any(spoken[c] for c in codes):
                near.update({c: sum(spoken[b] for b in self._borders.get(c or "", ())) for c in codes})
        return spoken + near

    def _found(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Found]:
        shouted = [(s, e) for s, e in spans if is_capitals(text[s:e])]
        if not shouted:
            yield from self._names.find(text)
            return
        hits = [f for f in self._names.find(text) if not _is_within(f.start, shouted)]
        for s, e in shouted:
            hits += [Found(f.start + s, f.end + s, f.senses) for f in self._names.find(text[s:e], capitals=True)]
        yield from sorted(hits)

    def _choose(self, text: str, found: Found, published: str | None, spoken: Counter[str | None]) -> Mention | None:
        if _is_currency(text, found):
            return None
        senses = [s for s in found.senses if not s.since or not published or s.since[:4] <= published[:4]]
        if not senses:
            return None
        before = _PREVIOUS_WORD.search(text[max(0, found.start - 40) : found.start])
        previous = before.group(1) if before else ""
        words = text[found.start : found.end]
        if " " not in words and all(s.careful or s.kind == "holder" for s in senses):
            if _is_given_name(previous, self._names) or _goes_on_as_name(text, found, self._names):
                return None
        sense = _best(_titled(senses, text[max(0, found.start - 40) : found.start]), published, spoken)
        if published and (sense.kind in _TOWNS or (sense.code in _WHOLE and sense.kind == "place")):
            sense = sense._replace(code=self._times.ruling(sense.code, published))
        status = _in_office(sense, published) if sense.kind == "holder" and published else None
        return Mention(
            found.start,
            found.end,
            words,
            sense.code,
            sense.kind,
            sense.sector or _sector_of(sense),
            sense.name,
            sense.office,
            status,
        )


def _is_within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some spans, which are in order and do not overlap."""
    at = bisect_right(spans, (offset, _FAR)) - 1
    return at >= 0 and offset < spans[at][1]


def _in_office(sense: Sense, published: str) -> str | None:
    """Whether somebody known to have held an office holds it when a text is published; None where years do not tell."""
    year = published[:4]
    if sense.until and sense.until[:4] < year:
        return "former"
    holds = sense.since is not None and sense.since[:4] < year and (sense.until is None or sense.until[:4] > year)
    return "current" if holds else None


# What money is called behind the name of a state: "US dollars", "Swiss francs".
_MONEY = re.compile(rf"\s(?:{alternatives('currencies')})\b")
# Names that stand before a dollar sign as part of it.
_DOLLARS = frozenset({"US", "USA", "HK", "NZ", "Hong Kong"})


# The offices of office-holders who speak for no government.
_SECTORS = {
    "opposition-leader": "OPP", "rebel-leader": "REB", "party-leader": "PTY", "speaker": "LEG", "army-chief": "MIL",
    "intelligence-chief": "SPY", "head": "IGO", "igo-president": "IGO", "eu-high-representative": "IGO",
}  # fmt: skip


def _sector_of(sense: Sense) -> str | None:
    if sense.kind != "holder":
        return None
    return _SECTORS.get(sense.office or "", "GOV")


def _titled(senses: list[Sense], before: str) -> list[Sense]:
    """Of office-holders of one name, those whose office or body stands before it: a foreign minister of one state who was
    president of another later, a head of NATO who served the Union afterwards.
    """
    if len(senses) < 2 or any(s.kind != "holder" for s in senses):
        return senses
    said = before.lower().rstrip()
    bodies = [s for s in senses if s.code in _HEADED and s.code in before.split()]
    offices = {office for title, office in _TITLES.items() if said.endswith(title)}
    return bodies or [s for s in senses if s.office in offices] or senses


def _best(senses: Sequence[Sense], published: str | None, spoken: Counter[str | None]) -> Sense:
    """States before bodies before persons; among bodies, that of the state `spoken` of most; among office-holders, who held
    office on that day, then the latest, and last of all whose first year is not known.
    """
    order = {"name": 0, "organisation": 1, "adjective": 2, "demonym": 2, "capital": 3, "collective": 4, "body": 5, "seat": 5}

    def rank(sense: Sense) -> tuple[int, int, int, str]:
        in_time = not published or not sense.until or sense.until[:4] >= published[:4]
        said = -spoken[sense.code] if sense.kind == "body" else 0
        return (0 if in_time else 1, order.get(sense.kind, 6), said, "".join(chr(255 - ord(c)) for c in sense.since or "0"))

    if spoken and _is_shared_place(senses):
        most = max(spoken[s.code] for s in senses)
        told = {s.code: s for s in reversed(senses) if most and spoken[s.code] == most}
        if len(told) == 1:
            return next(iter(told.values()))
    return min(senses, key=rank)


def _is_shared_place(senses: Sequence[Sense]) -> bool:
    """Whether a name is of states or towns that are told apart by nothing in it: "Congo", "Tripoli"."""
    return len({s.code for s in senses}) > 1 and all(s.kind in ON_MAPS for s in senses)


def _is_given_name(previous: str, names: object) -> bool:
    """Whether the word before is large and no title, function word or name of a state: then the name is a surname."""
    if not previous or not previous[0].isupper() or previous.endswith(("'s", "’s")) or previous.endswith("."):
        return False
    if previous.lower() in NOT_GIVEN or previous.isupper():
        return False
    return not names.senses(previous)  # type: ignore[attr-defined]


def _is_currency(text: str, found: Found) -> bool:
    """ "US $50 million", "HK$3", "US dollars"; but "lent Zambia $60 million" names whom the money went to."""
    money = _MONEY.match(text, found.end)
    if money is not None and (not money[0].endswith(" won") or text[found.start : found.end].endswith("Korean")):
        return True  # "Mali won its independence": a verb
    after = text[found.end : found.end + 2]
    return after.startswith("$") or (after == " $" and text[found.start : found.end].replace(".", "") in _DOLLARS)


def _goes_on_as_name(text: str, found: Found, names: object) -> bool:
    """Whether the next word is large and unknown, so that a careful word is the first half of a longer name."""
    if not any(s.careful for s in found.senses):
        return False
    match = _NEXT_WORD.match(text, found.end, found.end + 40)
    if not match or not match.group(1)[0].isupper() or match.group(1).isupper():
        return False
    following = match.group(1)
    return following.lower() not in NOT_GIVEN and not names.senses(following)  # type: ignore[attr-defined]


def _is_part(text: str, place: Mention, names: Sequence[Found]) -> bool:
    """ "Kara-Balta": whether a name is the first half of another, which no lexicon knows; "the Gaza-Egypt border" has two."""
    return text[place.end + 1 : place.end + 2].isupper() and not any(n.start == place.end + 1 for n in names)


def _is_language(text: str, name: Mention) -> bool:
    """Whether an adjective of a state is what something is said, written or taught in."""
    if _OF_WORDS.match(text, name.end):
        return True
    listed = _LISTED.match(text, name.end)
    if listed is None or _ENDS.match(text, listed.end()) is None:
        return False
    return _IN_WORDS.search(text, max(0, name.start - 40), name.start) is not None


def _of_people(text: str, name: Mention) -> Mention:
    """ "Ethnic Albanian rebels" are named by their people; whose citizens they are stands elsewhere."""
    people = name.kind in ("adjective", "demonym") and text[max(0, name.start - 7) : name.start].lower() == "ethnic "
    sector = "CVL" if name.kind == "demonym" else None
    return replace(name, code=None, sector=sector) if people else name
