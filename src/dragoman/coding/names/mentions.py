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

from dragoman.language.headlines import is_capitals
from dragoman.lexicon import Found, Lexicon, Sense
from dragoman.lexicon.entries import Holder, Modifier, Office, Role, State
from dragoman.lexicon.words import alternatives, word_class

_PREVIOUS_WORD = re.compile(r"([\w.'’-]+)\s+$")
_NEXT_WORD = re.compile(r"\s+([\w'’-]+)")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TOLD_IN = re.compile(
    rf"(?:^In |\bin (?={_MONTHS})|\bon (?=\d)|\bin (?=\d{{4}}[.]?$))(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?(1[89]\d\d|20\d\d)\b"
)
_CENTURIES = ("18", "19", "20")
_STOP = re.compile(r"[.!?]\s")
# Before a name of the past: the text itself speaks of another time.
_LOOKS_BACK = re.compile(r"(?:\b(?:former|late|then)\s+|\b(?:ex|post|pre|anti)[- ])$", re.IGNORECASE)
NOT_GIVEN = word_class("no-given-names")

# "Spoke English with them", "issued in Russian and English", "an English-language daily": languages are nobody.
_IN_WORDS = re.compile(
    r"\b(?i:in|into|sp(?:eak|oke)(?:s|n|ing)?|learn(?:s|ed|t|ing)?|teach(?:es|ing)?|taught|stud(?:y|ies|ied|ying)|translat(?:e|es|ed|ing))"
    r"(?:\s+(?:both\s+)?[A-Z][a-z]+(?:,|\s+and|\s+or))*\s+$"
)
_OF_WORDS = re.compile(r"(?:-|\s+)(?:language|speaking|speakers?)\b")
_ENDS = re.compile(
    r"(?:,\s+[A-Z]\w+)*+(?:,?\s+(?:and|or)\s+[A-Z]\w+)?+"
    r"(?!-?\w)(?!\s+(?!(?:and|or|on|at|for|to|with|from|by|but|as|is|was|were|are|that|which|in|into)\b)\w)"
)

# States where the name of the family stands first.
FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM"})
_TOWNS = frozenset({"capital", "seat"})
# Kinds of mentions that are of a place, and of its state only by where it lies.
PLACED = _TOWNS | {"place"}
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
    """A role or office phrase: its sector, and the office's id where it is an office."""

    start: int
    end: int
    sector: str | None
    office: str | None
    careful: bool = False


class Names:
    """Finds mentions in documents with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._offices = lexicon.phrases(Office)
        self._roles = lexicon.phrases(Role)
        # The states before a state, the oldest first: Belgrade was Yugoslavia's before it was Serbia and Montenegro's. One
        # with a capital of its own stood beside it: Bonn was never East Germany's.
        self._before: dict[str, list[tuple[str, str]]] = {}
        for state in sorted((s for s in lexicon.all(State) if s.status == "former"), key=lambda s: s.until or ""):
            for successor in state.successors[:1] if not state.capitals else ():
                self._before.setdefault(successor, []).append((state.code, state.until or ""))
        self._succeeds = {former: now for now, formers in self._before.items() for former, _ in formers}
        self._ends = {s.code: s.until for s in lexicon.all(State) if s.status == "former" and s.until}
        self._surnames: dict[str, list[Holder]] = {}
        for holder in lexicon.all(Holder):
            self._surnames.setdefault(holder.name.split()[-1], []).append(holder)
            if holder.code in FAMILY_FIRST and " " in holder.name:
                self._surnames.setdefault(holder.name.split()[0], []).append(holder)
        self._modifiers = {w.lower(): m for m in lexicon.all(Modifier) for w in m.words}

    def mentions(self, text: str, published: str | None, spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """All names in `text`, in order, not overlapping. `spans` are its lines or sentences (for capitals)."""
        told = [(s, e, year) for s, e in spans if (year := _year_told(text[s:e])) and (not published or year < published[:4])]
        found = []
        names = list(self._found(text, spans))
        eras = self._eras(text, names, spans, published) if published else []
        # Of bodies that two states call alike, the one of the state that the text speaks of is meant.
        shared = any(len(n.senses) > 1 and n.senses[0].kind == "body" for n in names)
        spoken = Counter(n.senses[0].code for n in names if len({s.code for s in n.senses}) == 1) if shared else Counter()
        last: dict[str, tuple[int, str]] = {}  # of a state and its predecessor: which was named last, and where
        for name in names:
            year = next((y for s, e, y in told if s <= name.start < e), None) if told else None
            if year is None and any(s.kind in ("capital", "seat", "place") for s in name.senses):
                year = next((y for s, e, y in eras if s <= name.start < e), None) or self._continued(text, name, last)
                year = year or _told_before(text, name.start, told, spans)
            for sense in name.senses if len(name.senses) == 1 and name.senses[0].kind in ("name", "adjective") else ():
                now = self._succeeds.get(sense.code or "", sense.code or "")
                if now in self._before and not _LOOKS_BACK.search(text[max(0, name.start - 12) : name.start]):
                    last[now] = (name.end, sense.code or "")
            found.append(
                (self._choose(text, name, year, spoken) if year else None) or self._choose(text, name, published, spoken)
            )
        # "African-American families" are of no African state.
        kept = [m for m in found if m is not None and not text.startswith("-American", m.end)]
        peopled = [_of_people(text, m) for m in kept] if "thnic " in text else kept
        return [m for m in peopled if m.kind != "adjective" or not _is_language(text, m)]

    def _continued(self, text: str, found: Found, last: dict[str, tuple[int, str]]) -> str | None:
        """The last year of the former state that the same or the sentence before named: "The Soviet Union ... Moscow"."""
        for sense in found.senses:
            end, code = last.get(sense.code or "", (0, ""))
            between = text[end : found.start]
            if code != sense.code and code in self._ends and "\n" not in between and len(_STOP.findall(between)) < 2:
                return str(int(self._ends[code][:4]) - 1)
        return None

    def _eras(
        self, text: str, names: Sequence[Found], spans: Sequence[tuple[int, int]], published: str
    ) -> list[tuple[int, int, str]]:
        """Sentences that tell of the past by whom they name, with its last year: with Khrushchev or a Czechoslovak minister
        beside it, Moscow is the Soviet Union's.
        """
        out: list[tuple[int, int, str]] = []
        for start, end in spans:
            inside = [n for n in names if start <= n.start < end]
            if not any(s.kind in ("capital", "seat", "place") for n in inside for s in n.senses):
                continue
            ends = [self._ended(n) for n in inside if not _LOOKS_BACK.search(text[max(0, n.start - 12) : n.start])]
            past = [y for y in ends if y and y < published[:4]]
            if past and not any(y is not None and y >= published[:4] for y in ends):
                out.append((start, end, min(past)))
        return out

    def _ended(self, found: Found) -> str | None:
        """The last year of a former state or of who held an office; "9999" for who holds one; None for all other names."""
        codes = {s.code for s in found.senses}
        if len(codes) == 1 and all(s.kind in ("name", "adjective", "demonym") for s in found.senses):
            ended = self._ends.get(found.senses[0].code or "")
            return str(int(ended[:4]) - 1) if ended else None
        if all(s.kind == "holder" for s in found.senses):
            return max(s.until[:4] if s.until else "9999" for s in found.senses)
        return None

    def roles(self, text: str) -> list[RoleMention]:
        """Role and office phrases, in order; where both fit, the longer one, then the office."""
        offices = [RoleMention(s, e, es[0].sector, es[0].id, es[0].careful) for s, e, es in self._offices.find(text)]
        roles = [RoleMention(s, e, es[0].sector, None) for s, e, es in self._roles.find(text)]
        out: list[RoleMention] = []
        for role in sorted([*offices, *roles], key=lambda r: (r.start, -(r.end - r.start), r.office is None)):
            if not out or role.start >= out[-1].end:
                out.append(role)
            elif role.start == out[-1].start or role.end <= out[-1].end:
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

    def _found(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Found]:
        shouted = [(s, e) for s, e in spans if is_capitals(text[s:e])]
        if not shouted:
            yield from self._names.find(text)
            return
        hits = [f for f in self._names.find(text) if not any(s <= f.start < e for s, e in shouted)]
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
        sense = _best(_titled(senses, text[max(0, found.start - 20) : found.start]), published, spoken)
        if (
            published
            and sense.code in self._before
            and (sense.kind in _TOWNS or (sense.code in _WHOLE and sense.kind == "place"))
        ):
            former = next((code for code, ended in self._before[sense.code] if published[:4] < ended[:4]), sense.code)
            sense = sense._replace(code=former)
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


def _told_before(text: str, start: int, told: Sequence[tuple[int, int, str]], spans: Sequence[tuple[int, int]]) -> str | None:
    """The year that the sentence before tells of, in the same paragraph: "In 1947 they met. Moscow was not asked"."""
    at = bisect_right(spans, (start, 1 << 60)) - 2
    if not told or at < 0 or "\n" in text[spans[at][1] : start]:
        return None
    return next((y for s, _, y in told if s == spans[at][0]), None)


def _year_told(sentence: str) -> str | None:
    """The year that a sentence tells of, where it says so first or last or names the month: names mean what they meant then."""
    if not any(century in sentence for century in _CENTURIES):
        return None
    years = {m.group(1) for m in _TOLD_IN.finditer(sentence)}
    return years.pop() if len(years) == 1 else None


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
    """Of office-holders of one name, those whose office stands before it: a foreign minister of one state who was president
    of another later.
    """
    if len(senses) < 2 or any(s.kind != "holder" for s in senses):
        return senses
    said = before.lower().rstrip()
    offices = {office for title, office in _TITLES.items() if said.endswith(title)}
    return [s for s in senses if s.office in offices] or senses


def _best(senses: Sequence[Sense], published: str | None, spoken: Counter[str | None]) -> Sense:
    """States before bodies before persons; among bodies, that of the state `spoken` of most; among office-holders, who held
    office on that day, then the latest, and last of all whose first year is not known.
    """
    order = {"name": 0, "organisation": 1, "adjective": 2, "demonym": 2, "capital": 3, "collective": 4, "body": 5, "seat": 5}

    def rank(sense: Sense) -> tuple[int, int, int, str]:
        in_time = not published or not sense.until or sense.until[:4] >= published[:4]
        said = -spoken[sense.code] if sense.kind == "body" else 0
        return (0 if in_time else 1, order.get(sense.kind, 6), said, "".join(chr(255 - ord(c)) for c in sense.since or "0"))

    return min(senses, key=rank)


def _is_given_name(previous: str, names: object) -> bool:
    """Whether the word before is large and no title, function word or name of a state: then the name is a surname."""
    if not previous or not previous[0].isupper() or previous.endswith(("'s", "’s")) or previous.endswith("."):
        return False
    if previous.lower() in NOT_GIVEN or previous.isupper():
        return False
    return not names.senses(previous)  # type: ignore[attr-defined]


def _is_currency(text: str, found: Found) -> bool:
    """ "US $50 million", "HK$3", "US dollars"; but "lent Zambia $60 million" names whom the money went to."""
    if _MONEY.match(text, found.end) is not None:
        return True
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


def _is_language(text: str, name: Mention) -> bool:
    """Whether an adjective of a state is what something is said, written or taught in."""
    if _OF_WORDS.match(text, name.end):
        return True
    return _ENDS.match(text, name.end) is not None and _IN_WORDS.search(text, max(0, name.start - 40), name.start) is not None


def _of_people(text: str, name: Mention) -> Mention:
    """ "Ethnic Albanian rebels" are named by their people; whose citizens they are stands elsewhere."""
    people = name.kind in ("adjective", "demonym") and text[max(0, name.start - 7) : name.start].lower() == "ethnic "
    sector = "CVL" if name.kind == "demonym" else None
    return replace(name, code=None, sector=sector) if people else name
