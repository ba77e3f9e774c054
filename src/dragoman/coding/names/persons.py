"""Persons that a text names beside an office, abbreviations that it sets beside a name, and every later use of them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.coding.names.mentions import FAMILY_FIRST, NOT_GIVEN, OF_PERSONS, Mention, RoleMention
from dragoman.lexicon.words import alternatives, word_class

_ABBREVIATION = re.compile(
    r"\s*(?:\((?:the |hereafter |hereinafter )?[\"“]?([A-Z][A-Za-z&.-]{1,11})[\"”]?\)|,? or ([A-Z]{2,6})\b)"
)
_LARGE = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚ]"
_PERSON = rf"{_LARGE}[\w'’-]+(?:[ -](?:[A-Z]\.|(?:al|bin|ibn|van|von|de|da|del|der|el|ul)\b|{_LARGE}[\w'’-]+)){{0,4}}"
_NAME_AFTER = re.compile(rf"[^\S\n]+(?:comrade |mr\. |dr\. )?({_PERSON})")
# "The foreign minister of Peru, Ann Dow, said": two words at least, between commas.
_NAME_BESIDE = re.compile(
    rf",[^\S\n]+(?:mr\.? |mrs\.? |dr\.? |Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?({_LARGE}[\w'’-]+(?: (?:[A-Z]\.|(?:al|bin|von|de|da|del|der|el)\b"
    rf"|{_LARGE}[\w'’-]+)){{1,3}})(?=[,.;])"
)
# "Foreign Ministers Ann Dow and Karl Berg": of two states, unless one is named for both.
_NAME_TOO = re.compile(rf",?[^\S\n]+and[^\S\n]+(?:mr\. |dr\. )?({_LARGE}[\w'’-]+(?: {_LARGE}[\w'’-]+){{1,3}})")
_ONE_EACH = frozenset({"foreign-minister", "president", "prime-minister", "head-of-state", "defence-minister"})
_NAME_BEFORE = re.compile(rf"({_PERSON})\s*,\s+(?:the\s+)?(?:then\s+)?(?:[a-z-]+\s+)?(?:[\w.-]+(?:'s|’s)?\s+)?$")
# "Ann Dow is the foreign minister", "Ann Dow (President of Chad 1999-2004)"; and "the foreign minister of Chad is Ann Dow".
_FULL = rf"{_LARGE}[\w'’-]+(?: (?:[A-Z]\.|(?:al|bin|von|de|da|del|der|el)\b|{_LARGE}[\w'’-]+)){{1,3}}"
_NAME_IS = re.compile(
    rf"({_FULL})(?:, who)?(?:\s+\(|\s+(?:is|was|became|has been|had been|serves as|served as|(?:was|is|been) (?:appointed|named|elected|sworn in)"
    r"(?: as)?)\s+)(?:the\s+|an?\s+)?(?:[a-z-]+\s+)?(?:[\w.-]+(?:'s|’s)?\s+)?$"
)
_IS_NAME = re.compile(
    rf"\s+(?:is|was|remains|became)\s+(?:mr\.? |Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?({_FULL})(?=[,.;]|\s(?:and|who|since|until|from)\b)"
)
_OF_BODY = re.compile(r" of the (?:[A-Z][\w’'-]+ ){1,4}of (?:the )?")
_ELECT = re.compile(r"(?:-|\s)(?:elect|designate)\b")
# "President of Chad from 1999 to 2004": what is told of a time that is over.
_TILL = re.compile(r"[^.;,()]{0,40}?[\s(](?:from\s)?(?:1[6-9]|20)\d\d(?:\s?[-–—]\s?|\s(?:to|until|till)\s)(?:1[6-9]|20)?\d\d\b")
_WAS = re.compile(
    r"\b(?:was|served as|had been|used to be)\s+(?:the\s+|an?\s+)?(?:(?!appointed|named|elected|made|sworn)[\w.’'-]+\s+)?$"
)
_STYLES = word_class("styles-of-persons")
_AND = re.compile(r",? and (?:the )?")
_OF_ALONE = re.compile(r" of (?:the )?")
_AND_ALSO = re.compile(r",[^\S\n]+(?:the[^\S\n]+)?")
_OF = re.compile(r"[^\S\n]+(?:of|to|for|in|from)\s+(?:the\s+)?")
_ITS_OWN = re.compile(r"[^\S\n]+(?:of|from)\s+(?:the\s+)?")
_POSTED = word_class("posts-abroad")
# "The Pope received President Vo": what stands between is no attribute.
_PARTS = re.compile(f" (?:{alternatives('between-persons')}) ")
_IN = re.compile(r"[^\S\n]+in\s+(?:the\s+)?")
_BETWEEN = re.compile(r"(?:'s|’s)?(?:[^\S\n]|-)+(?:[\w-]+ ){0,2}")
_ALSO = re.compile(r"(?: of the [\w ]{3,40})?,? and (?:the )?")
# "Russian envoy for the Middle East, Deputy Minister Roe".
_JUST_BEFORE = re.compile(r"(?: (?:for|on|to|in) [\w' ]{3,60})?, $")
_FORMER = re.compile(r"\b(?:former|ex-?|then|late|ousted|deposed)\b[^,.;]*$")
_DESIGNATE = re.compile(r"(?:-elect|designate)\b")
# Offices that no person is.
_INSTITUTIONS = frozenset({"government", "ministry", "parliament", "cabinet", "court", "embassy", "delegation", "igo-organ"})
# Of which what follows their seat is no name: "Embassy in Lima Hosts Reception".
_SEATED = frozenset({"embassy", "delegation"})
# What opens a sentence before a comma, or ends the name of a body or region: no name of a person.
_OPENERS = word_class("openers")
_PARTS_OF_STATES = word_class("no-persons")
# So far from an office its state or its holder may stand, in characters.
_REACH = 90
# What the names of families may be at the start of a sentence.
_WORDS = word_class("short-words-as-names")
_DAY_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|on|of|since|until|till|by|last|next|this|late|early|mid|from|before|after|during|and|to))"
    r"[\s-]$",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r",?\s\d")
# Whose people are called by the first word of their names: the family's, or their own name before their father's.
_BY_FIRST = FAMILY_FIRST | {"ETH", "ERI"}
_LONGER = re.compile(rf"[ -]{_LARGE}")


class _Taken:
    """Spans that are spoken for, asked for overlaps."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._spans = sorted((m.start, m.end) for m in mentions)

    def overlaps(self, start: int, end: int) -> bool:
        at = bisect_left(self._spans, (start, start))
        return any(a < end and start < b for a, b in self._spans[max(0, at - 1) : at + 1])

    def add(self, start: int, end: int) -> None:
        insort(self._spans, (start, end))


def introduce_persons(
    text: str,
    mentions: list[Mention],
    roles: list[RoleMention],
    default: str | None,
    known: Callable[[str], str | None] = lambda _: None,
) -> list[Mention]:
    """Persons that the text names beside an office, and every later use of their names.

    "<state> <office> <Name>", "<Name>, (the) <office> of <state>", "<office> of <state> <Name>". `mentions` are in text
    order; `default` is the state of an office that no state stands by (the speaker's own), where the holder's name is not
    `known`.
    """
    taken = _Taken(mentions)
    starts = [m.start for m in mentions]
    people: list[Mention] = []
    for role in (replace(r, office=r.office or r.held) for r in roles if r.office or r.held):
        near = mentions[bisect_left(starts, role.start - _REACH) : bisect_left(starts, role.end + _REACH)]
        code = (
            state_beside(text, role, near) or _second_office(text, role, roles, near) or _first_office(text, role, roles, near)
        )
        found = _named(text, role, near, taken)
        if found is not None:
            start, stop = found
            name = text[start:stop]
            # "Vice President Ivan Duka of Kiribati": the state after the name, whoever else is near.
            code = code or next((m.code for m in near if _OF.fullmatch(text, stop, m.start) and m.kind == "name"), None)
            # "Hassan Wirajuda ... Minister Wirajuda": whoever was named in full before, and is named so again.
            code = code or next((p.code for p in reversed(people) if p.code and f" {p.text}".endswith(f" {name}")), None)
            too = _NAME_TOO.match(text, stop) if start >= role.end and text[role.end - 1] == "s" else None
            too = None if too is None or taken.overlaps(*too.span(1)) else too
            own = None if (too is not None and role.office in _ONE_EACH) or text.startswith(" of ", role.end) else default
            for at, end in ((start, stop), *([too.span(1)] if too is not None else [])):
                name = text[at:end]
                whose = code or known(name) or _namesake(name, at, mentions) or own
                people.append(
                    Mention(at, end, name, whose, "person", role.sector, name, role.office, status_of(text, role, at))
                )
                taken.add(at, end)
    people = [_with_state(text, p, roles, mentions, starts) for p in people]
    people = [_of_the_same(text, p, people, roles, mentions) for p in people]
    people = _with_namesakes(people)
    forms: dict[str, Mention] = {}
    for person in sorted([*people, *(m for m in mentions if m.kind == "holder")], key=lambda m: m.start):
        words = person.text.split()
        # The last name alone, where it is a western one: "Thatcher", but not the last syllable of "Im Chon Il".
        last = [words[-1]] if 1 < len(words) <= 3 and (len(words[-1]) > 3 or words[-1] == "May") else []
        for form in (person.text, *last):
            forms.setdefault(form, person)
    again = list(_again(text, forms, taken))
    families = _families([*people, *(m for m in mentions if m.kind == "holder")])
    alone = [m for m in _again(text, families, taken) if not _LONGER.match(text, m.end)]
    return [*people, *again, *alone]


def _with_state(text: str, person: Mention, roles: list[RoleMention], mentions: list[Mention], starts: list[int]) -> Mention:
    """ "General Ann Dow, commander of the army of Chad": of the state of the office that follows the name."""
    if person.code is not None:
        return person
    at = bisect_left(roles, person.end, key=lambda r: r.start)
    role = roles[at] if at < len(roles) else None
    if role is None or not role.office or not _AND_ALSO.fullmatch(text, person.end, role.start):
        bracket = next((m for m in mentions[bisect_left(starts, person.end) :][:1] if m.kind == "name"), None)
        inside = (
            bracket is not None
            and text[person.end : bracket.start] in (" (", " (the ")
            and text[bracket.end : bracket.end + 1] == ")"
        )
        return replace(person, code=bracket.code) if bracket is not None and inside else person
    near = mentions[bisect_left(starts, role.start - _REACH) : bisect_left(starts, role.end + _REACH)]
    return replace(person, code=state_beside(text, role, near))


def _of_the_same(
    text: str, person: Mention, people: list[Mention], roles: list[RoleMention], mentions: list[Mention]
) -> Mention:
    """ "Prime Minister Ann Dow and Foreign Minister Jo Roe of Chad": of the state that stands behind the second, who has another
    office.
    """
    if person.code is not None or not text.startswith((" and ", ", and "), person.end):
        return person
    at = bisect_left(roles, person.end, key=lambda r: r.start)
    role = roles[at] if at < len(roles) else None
    if role is None or not _AND.fullmatch(text, person.end, role.start):
        return person
    other = next((p for p in people if p.start == role.end + 1), None)
    if other is None or other.office == person.office:
        return person
    behind = (m for m in mentions if m.start > other.end and m.kind == "name" and _OF_ALONE.fullmatch(text, other.end, m.start))
    return replace(person, code=next((m.code for m in behind), None))


def _with_namesakes(people: list[Mention]) -> list[Mention]:
    """Those of whom no state is told, as of that of the others of the same full name, where these are of one."""
    codes: dict[str, set[str]] = {}
    for person in people:
        if person.code is not None and " " in person.text:
            codes.setdefault(person.text, set()).add(person.code)
    alone = {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
    return [replace(p, code=alone.get(p.text)) if p.code is None else p for p in people]


def _families(people: Iterable[Mention]) -> dict[str, Mention]:
    """ "Chairman Kim", after "Kim Jong Un": the first word of a name, where people are called by it and all who bear it in the
    text are of one state.
    """
    bearers: dict[str, list[Mention]] = {}
    for person in sorted(people, key=lambda m: m.start):
        words = person.text.split()
        if len(words) > 1:
            bearers.setdefault(words[0], []).append(person)
    return {
        family: found[0]
        for family, found in bearers.items()
        if {m.code for m in found} <= _BY_FIRST and len({m.code for m in found}) == 1 and family.lower() not in _WORDS
    }


def introduce_aliases(text: str, mentions: list[Mention]) -> list[Mention]:
    """Later uses of abbreviations that the text itself sets beside a name: "Supreme People's Assembly or SPA"."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        match = _ABBREVIATION.match(text, mention.end)
        short = (match.group(1) or match.group(2)) if match else None
        if short and mention.code is not None:
            forms.setdefault(short, replace(mention, kind="alias"))
    return list(_again(text, forms, _Taken(mentions)))


def _again(text: str, forms: dict[str, Mention], taken: _Taken) -> Iterator[Mention]:
    """Every place after its introduction where one of `forms` stands alone."""
    if not forms:
        return
    names = list(forms)
    for index, start, end in AhoCorasick(names, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text):
        first = forms[names[index]]
        inside = (start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-")) or (
            end < len(text) and (text[end].isalnum() or text[end] == "-")
        )
        if start > first.start and not inside and not taken.overlaps(start, end):
            if names[index] == "May" and _is_month(text, start, end):
                continue
            taken.add(start, end)
            yield replace(first, start=start, end=end, text=names[index])


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether "May" is the month, in a text on somebody of that name."""
    return _DAY_BEFORE.search(text[max(0, start - 12) : start]) is not None or _DAY_AFTER.match(text, end) is not None


def _named(text: str, role: RoleMention, near: list[Mention], taken: _Taken) -> tuple[int, int] | None:
    """The name that an office is said of: after it (and its state), else before it."""
    at = _end_of(text, role)
    end = next((m.end for m in near if m.start >= at and _OF.fullmatch(text, at, m.start)), at)
    far = next((m.end for m in near if m.start >= end > at and _OF.fullmatch(text, end, m.start)), end)  # "of Chad to Mali"
    named_after = role.office not in _SEATED
    after = (_NAME_AFTER.match(text, end) if named_after or end == role.end else None) or (
        _NAME_AFTER.match(text, role.end) if end != role.end else None
    )
    if after is None and role.office not in _INSTITUTIONS:
        after = _NAME_BESIDE.match(text, end) or _NAME_BESIDE.match(text, far) or _IS_NAME.match(text, end)
    offset = max(0, role.start - _REACH)
    before = None
    if role.office not in _INSTITUTIONS:
        window = text[offset : role.start]
        before = _NAME_BEFORE.search(window) or (_NAME_IS.search(window) if after is None else None)
    for hit, shift in ((after, 0), (before, offset)):
        if hit is None:
            continue
        start, stop = hit.start(1) + shift, hit.end(1) + shift
        stop -= 2 if text[start:stop].endswith(("'s", "’s")) else 0
        words = text[start:stop].lower().split()
        while len(words) > 1 and words[0].rstrip(".") in _STYLES:
            start += len(words[0]) + 1
            words = words[1:]
        thing = words[-1] in _PARTS_OF_STATES or (words[0] in _OPENERS and len(words) == 1)
        if not thing and not taken.overlaps(start, stop) and words[0] not in NOT_GIVEN:
            return start, stop
    return None


def _end_of(text: str, role: RoleMention) -> int:
    """Where an office ends, with the word that says that it is still to come ("the President-elect")."""
    elect = _ELECT.match(text, role.end)
    return elect.end() if elect is not None else role.end


def state_beside(text: str, role: RoleMention, near: list[Mention]) -> str | None:
    """The code of the mention that touches an office before ("Russian president") or after ("president of Russia"); of those
    before it, the nearest.
    """
    before = [m for m in near if m.end <= role.start]
    for mention in (*reversed(before), *near[len(before) :]):
        if mention.code is None or mention.kind == "place":
            continue
        if role.start <= mention.start and mention.end <= role.end:
            return mention.code
        named = mention.kind in OF_PERSONS and text[mention.end : mention.end + 1] not in ("'", "’")
        between = _BETWEEN.fullmatch(text, mention.end, role.start) if mention.end <= role.start and not named else None
        if between is not None and not _PARTS.search(between.group()):
            return mention.code
        if mention.start >= role.end and _OF.fullmatch(text, _end_of(text, role), mention.start):
            if role.office in _POSTED and not _ITS_OWN.fullmatch(text, _end_of(text, role), mention.start):
                continue  # "ambassador to Chad": of another state
            return _seated(text, mention, near) or mention.code
        if mention.start >= role.end and mention.kind == "name" and _OF_BODY.fullmatch(text, role.end, mention.start):
            return mention.code  # "a judge of the High Court of Chad"
    return None


def _seated(text: str, body: Mention, near: list[Mention]) -> str | None:
    """The state in whose capital a body sits: "director of the Central Intelligence Agency in Seoul"."""
    if body.kind != "body":
        return None
    return next((m.code for m in near if m.kind in ("capital", "name") and _IN.fullmatch(text, body.end, m.start)), None)


def _second_office(text: str, role: RoleMention, roles: list[RoleMention], near: list[Mention]) -> str | None:
    """ "General Secretary of the party and President of Chad": the state of the office that follows."""
    for other in roles[bisect_left(roles, role.end, key=lambda r: r.start) :]:
        if other.start > role.end + _REACH:
            break
        if other.office and _ALSO.fullmatch(text, role.end, other.start):
            return state_beside(text, other, near)
    return None


def _first_office(text: str, role: RoleMention, roles: list[RoleMention], near: list[Mention]) -> str | None:
    """ "Chad's envoy for the Sahel, Deputy Minister Dow": the state of the office just before, of the same person."""
    at = bisect_left(roles, role.start, key=lambda r: r.start)
    other = next((r for r in reversed(roles[max(0, at - 3) : at]) if r.office), None)
    if other is None or role.start - other.end > _REACH or not _JUST_BEFORE.fullmatch(text, other.end, role.start):
        return None
    return state_beside(text, other, near)


def _namesake(name: str, offset: int, mentions: list[Mention]) -> str | None:
    """ "Chairman Kim", after "Kim Jong Un" was named: the state of the only one named before who bears the name."""
    if " " in name:
        return None
    codes = {m.code for m in mentions if m.end <= offset and m.kind == "holder" and name in m.text.split()}
    return codes.pop() if len(codes) == 1 else None


def status_of(text: str, role: RoleMention, name: int | None = None) -> str:
    """Whether an office is told as held, left or still to come; `name` is where that of its holder begins: "the late Ana Dow"."""
    told = text[max(0, role.start - 30) : role.start]
    before = told.lower()
    if _FORMER.search(before) or text[role.start : role.end].lower().startswith(("former ", "ex-")):
        return "former"
    if name is not None and text[max(0, name - 5) : name].lower() == "late ":
        return "former"
    if _TILL.match(text, role.end) or _WAS.search(told):
        return "former"
    if _DESIGNATE.search(text[role.start : role.end + 12].lower()) or "incoming" in before:
        return "designate"
    return "current"
