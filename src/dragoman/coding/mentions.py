"""Names in a document -> who is meant: one pass over the text, before any parse.

A name's sense is chosen by date and by its neighbours; persons that the text introduces with an office, and
abbreviations that it introduces beside a name, are known from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.language.headlines import is_capitals
from dragoman.lexicon import Found, Lexicon, Sense
from dragoman.lexicon.entries import Modifier, Office, Role, State

_PREVIOUS_WORD = re.compile(r"([\w.'’-]+)\s+$")
_NEXT_WORD = re.compile(r"\s+([\w'’-]+)")
_ABBREVIATION = re.compile(
    r"\s*(?:\((?:the |hereafter |hereinafter )?[\"“]?([A-Z][A-Za-z&.-]{1,11})[\"”]?\)|,? or ([A-Z]{2,6})\b)"
)
_PERSON = r"[A-Z][\w'’-]+(?:[ -](?:[A-Z]\.|(?:al|bin|ibn|van|von|de|da|del|der|el|ul)\b|[A-Z][\w'’-]+)){0,4}"
_NAME_AFTER = re.compile(rf"\s+(?:comrade |mr\. |dr\. )?({_PERSON})")
_NAME_BEFORE = re.compile(rf"({_PERSON})\s*,\s+(?:the\s+)?(?:then\s+)?(?:[a-z-]+\s+)?(?:[\w.-]+(?:'s|’s)?\s+)?$")
_OF = re.compile(r"\s+(?:of|to|for|in|from)\s+(?:the\s+)?")
# Words that are large at the start of a sentence or as titles, and are no given names.
_NOT_GIVEN = frozenset(
    "the a an in on at of for from to with by and or but as after before during while when if since between against through "
    "president king queen prime minister chancellor foreign defence defense secretary ambassador emir sheikh general colonel "
    "western eastern northern southern north south east west central former republic state kingdom today yesterday monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december both all some many most modern ancient postwar wartime official officials dear mr mrs".split()
)


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
        self._before = {
            s.successors[0]: (s.code, s.until or "") for s in lexicon.all(State) if s.successors and s.status == "former"
        }
        self._modifiers = {w.lower(): m for m in lexicon.all(Modifier) for w in m.words}

    def mentions(self, text: str, published: str | None, spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """All names in `text`, in order, not overlapping. `spans` are its lines or sentences (for capitals)."""
        found = [self._choose(text, f, published) for f in self._found(text, spans)]
        return [m for m in found if m is not None]

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

    def _choose(self, text: str, found: Found, published: str | None) -> Mention | None:
        if text[found.end : found.end + 2].lstrip().startswith("$"):
            return None  # "US $50 million" names a currency
        senses = [s for s in found.senses if not s.since or not published or s.since[:4] <= published[:4]]
        if not senses:
            return None
        before = _PREVIOUS_WORD.search(text[max(0, found.start - 40) : found.start])
        previous = before.group(1) if before else ""
        words = text[found.start : found.end]
        if " " not in words and all(s.careful or s.kind == "holder" for s in senses):
            if _is_given_name(previous, self._names) or _goes_on_as_name(text, found, self._names):
                return None
        sense = _best(senses, published)
        if sense.kind == "capital" and published and sense.code in self._before:
            former, ended = self._before[sense.code]
            if ended and published[:4] < ended[:4]:
                sense = sense._replace(code=former)
        status = None
        if sense.kind == "holder" and published and sense.until and sense.until[:4] < published[:4]:
            status = "former"
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


def _sector_of(sense: Sense) -> str | None:
    if sense.kind != "holder":
        return None
    return {"opposition-leader": "OPP", "rebel-leader": "REB", "leader": "GOV"}.get(sense.office or "", "GOV")


def _best(senses: Sequence[Sense], published: str | None) -> Sense:
    """States before bodies before persons; among office-holders, who held office on that day, then the latest."""
    order = {"name": 0, "organisation": 1, "adjective": 2, "demonym": 2, "capital": 3, "collective": 4, "body": 5, "seat": 5}

    def rank(sense: Sense) -> tuple[int, int, str]:
        in_time = not published or not sense.until or sense.until[:4] >= published[:4]
        return (0 if in_time else 1, order.get(sense.kind, 6), "".join(chr(255 - ord(c)) for c in sense.since or ""))

    return min(senses, key=rank)


def _is_given_name(previous: str, names: object) -> bool:
    """Whether the word before is large and no title, function word or name of a state: then the name is a surname."""
    if not previous or not previous[0].isupper() or previous.endswith(("'s", "’s")) or previous.endswith("."):
        return False
    if previous.lower() in _NOT_GIVEN or previous.isupper():
        return False
    return not names.senses(previous)  # type: ignore[attr-defined]


def _goes_on_as_name(text: str, found: Found, names: object) -> bool:
    """Whether the next word is large and unknown, so that a careful word is the first half of a longer name."""
    if not any(s.careful for s in found.senses):
        return False
    match = _NEXT_WORD.match(text, found.end, found.end + 40)
    if not match or not match.group(1)[0].isupper() or match.group(1).isupper():
        return False
    following = match.group(1)
    return following.lower() not in _NOT_GIVEN and not names.senses(following)  # type: ignore[attr-defined]


def introduce_persons(text: str, mentions: list[Mention], roles: list[RoleMention], default: str | None) -> list[Mention]:
    """Persons that the text names beside an office, and every later use of their names.

    "<state> <office> <Name>", "<Name>, (the) <office> of <state>", "<office> of <state> <Name>". `default` is the
    state of an office that no state stands by (the speaker's own).
    """
    taken = [(m.start, m.end) for m in mentions]
    people: list[Mention] = []
    for role in (r for r in roles if r.office):
        code = _state_beside(text, role, mentions) or default
        end = _past_states(text, role.end, mentions)
        match = _NAME_AFTER.match(text, end) or (_NAME_AFTER.match(text, role.end) if end != role.end else None)
        window = text[max(0, role.start - 90) : role.start]
        before = _NAME_BEFORE.search(window)
        for hit, offset in ((match, 0), (before, max(0, role.start - 90))):
            if hit is None:
                continue
            start, stop = hit.start(1) + offset, hit.end(1) + offset
            name = text[start:stop]
            if any(a < stop and start < b for a, b in taken) or name.split()[0].lower() in _NOT_GIVEN:
                continue
            people.append(Mention(start, stop, name, code, "person", role.sector, name, role.office, _status(text, role)))
            taken.append((start, stop))
            break
    return _again(text, people, taken)


def _again(text: str, people: list[Mention], taken: list[tuple[int, int]]) -> list[Mention]:
    """`people` and every later place where the full name or, for western names, the last name stands alone."""
    out = list(people)
    for person in people:
        words = person.text.split()
        forms = {person.text} | ({words[-1]} if 1 < len(words) <= 3 and len(words[-1]) > 3 else set())
        for form in sorted(forms, key=len, reverse=True):
            for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
                if match.start() > person.start and not any(a < match.end() and match.start() < b for a, b in taken):
                    out.append(replace(person, start=match.start(), end=match.end(), text=form))
                    taken.append(match.span())
    return out


def _state_beside(text: str, role: RoleMention, mentions: list[Mention]) -> str | None:
    """The code of the mention that touches an office before ("Russian president") or after ("president of Russia")."""
    for mention in mentions:
        if mention.code is None or mention.kind == "place":
            continue
        if role.start <= mention.start and mention.end <= role.end:
            return mention.code
        if mention.end <= role.start and re.fullmatch(r"(?:'s|’s)?[\s-]+(?:[\w-]+ ){0,2}", text[mention.end : role.start]):
            return mention.code
        if mention.start >= role.end and _OF.fullmatch(text, role.end, mention.start):
            return mention.code
    return None


def _past_states(text: str, end: int, mentions: list[Mention]) -> int:
    """Where "of <state>" after an office ends, or `end` itself."""
    for mention in mentions:
        if mention.start >= end and _OF.fullmatch(text, end, mention.start):
            return mention.end
    return end


def _status(text: str, role: RoleMention) -> str:
    before = text[max(0, role.start - 30) : role.start].lower()
    if re.search(r"\b(?:former|ex-?|then|late|ousted|deposed)\b[^,.;]*$", before):
        return "former"
    if re.search(r"(?:-elect|designate)\b", text[role.end : role.end + 12].lower()) or "incoming" in before:
        return "designate"
    return "current"


def introduce_aliases(text: str, mentions: list[Mention]) -> list[Mention]:
    """Later uses of abbreviations that the text itself sets beside a name: "Supreme People's Assembly or SPA"."""
    taken = [(m.start, m.end) for m in mentions]
    out: list[Mention] = []
    for mention in mentions:
        match = _ABBREVIATION.match(text, mention.end)
        short = match and (match.group(1) or match.group(2))
        if not match or not short or mention.code is None:
            continue
        for again in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            if again.start() > mention.end and not any(a < again.end() and again.start() < b for a, b in taken):
                out.append(replace(mention, start=again.start(), end=again.end(), text=short, kind="alias"))
                taken.append(again.span())
    return out
