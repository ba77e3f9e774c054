"""Instruments that a text names without their titles: "the treaty of 1948", "its armistice agreement with X", "the Charter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.coding.instruments.named import REACH, Instrument, Surroundings, closing
from dragoman.coding.instruments.windows import Windows, each
from dragoman.dates import MONTHS, iso
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Instrument as Entry
from dragoman.lexicon.words import alternatives

_MONTH = "|".join(m.title() for m in sorted(MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+(?:{_MONTH})(?:\s+\d{{4}})?|(?:{_MONTH})\s+\d{{4}}|"
    rf"(?:19|20)\d\d)\b"
)
_MORE_DATES = re.compile(rf"(?:(?:,|,?\s+and)\s+(?:of\s+)?{_DATE})+")
_HEAD = alternatives("treaties-in-small-letters")
_LARGE = alternatives("treaties-in-large-letters")
_SMALL = r"(?:The|A|An|In|On|At|Under|By|This|That|Its|Their|Our|Since|After|Before|With|For|From|As|And|But|Both|Article)"
_MODIFIERS = r"(?:(?:[a-z]+(?:-[a-z]+)*|[A-Z][\w.]*(?:[-–][A-Z][\w.]*)*)\s+){0,3}"
_DATED = re.compile(
    rf"(?<![\w-])(?P<words>(?:(?:{alternatives('modifiers-of-dated-treaties')})\s+)*(?:(?!{_SMALL}\b)[A-Z][\w-]*\s+"
    rf"){{0,4}}(?P<head>{_HEAD}|{_LARGE})(?:\s+(?:of|on|between|with|for)\s+(?!{_DATE})(?:(?!\b(?:was|were|is|are|"
    rf"had|has|that|which|who|dates?|goes|stems|expired|lapsed|{_HEAD}|{_LARGE})\b)[\w'’ -]){{3,90}}?)?)(?:,?\s+(?:of|dated|from|signed (?:on|in)|"
    r"concluded in|made in|adopted (?:on|in))|(?P<told>\s+(?:was|were|had been|is)\s+(?:signed|concluded|"
    rf"adopted)(?:\s+(?:in|at)\s+[A-Z]\w+)?\s+(?:on|in)))\s+(?P<date>{_DATE})"
)
_KNOWN_MODIFIERS = rf"(?:(?:{alternatives('modifiers-of-treaties')})\s+){{0,4}}"
_YEARED = re.compile(rf"(?<![\w-])(?P<date>(?:19|20)\d\d)\s+{_KNOWN_MODIFIERS}(?P<head>{_HEAD}|{_LARGE})(?<!s)(?![\w-])")
# "The 1904 Treaty of Peace and Friendship".
_NAMED = re.compile(r"\s(?:of|on|for|concerning)\s(?:the\s)?[A-Z][a-z]+(?:(?:,\s|,?\s(?:and|of|on)\s|\s)[A-Z][a-z]+){0,8}")
_WITH = re.compile(
    rf"(?<![\w-])(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+{_MODIFIERS}(?P<head>{_HEAD}|{_LARGE})(?:\s+(?:of|on|for)\s+[\w "
    rf"]{{3,40}}?)?\s+(?:between|with)\s+(?:the\s+)?"
)
_AND = re.compile(r"(?: (?:states|countries|members))? and (?:the )?")
_JOINT = re.compile(
    rf"(?<![\w-])(?P<words>(?:{alternatives('modifiers-of-joint-papers')})\s+(?:(?:[A-Z][\w.]*(?:[-–][A-Z][\w.]*)*|"
    r"[a-z]+-[a-z]+)\s+)?(?P<head>agreements?|declarations?|statements?|communiqu[eé]s?|treaties|"
    r"accords?))(?![\w-])"
)
_GENERAL = re.compile(
    r"(?<![\w-])(?P<words>(?:[Ii]nternational|[Mm]aritime)\s+(?:(?:humanitarian|human rights|criminal|maritime|public)\s+)?"
    r"(?:laws?|norms|conventions|treaties|covenants|agreements)"
    r"(?:\s+and\s+(?:order|norms|regulations|justice))?"
    r"|(?:(?:UN|U\.N\.|UNSC|United Nations|Security Council|General Assembly|UN Security Council|[Ss]anctions?)\s+)*"
    r"[\"“‘']?(?:sanctions? )?resolutions?[\"”’']?"
    r"(?:\s+of\s+the\s+(?:UN|U\.N\.|United Nations)(?:\s+Security Council|\s+General Assembly)?|\s+of\s+the\s+(?:Security "
    r"Council|General Assembly))?)(?![\w-])"
)
_SO_CALLED = re.compile(
    rf"(?<=[Ss]o-called )(?P<words>[\"“‘']?(?:[a-z-]+\s+){{0,3}}?(?P<head>{alternatives('so-called-texts')})"
    rf"(?:[^\"”’'.,;\n]{{0,80}}[\"”’'])?)(?=[\s]*(?:[.,;:)\"”]|$)|\s+(?:is|are|was|were|has|had|have|of|on|for|"
    "between|with|by|in|as|to|that|which|and|or|signed|cannot|does|did|will|may|must|can|from|at|made|issued|"
    r"passed|adopted)\b)"
)
_ANAPHOR = re.compile(
    r"(?<![\w-])(?P<det>(?:(?<=of )|(?<=in )|(?<=by )|(?<=to )|(?<=under )|(?<=with )|(?<=from ))that|[Tt]he|"
    rf"[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur|[Ss]aid)\s+(?:(?:{alternatives('meant-before')})\s+)?(?P<head>{_LARGE}|"
    rf"Constitution|{_HEAD}|constitution|resolution|Resolution)(?<!laws)(?![\w-])(?!(?<=declaration) of [a-z])"
)
_LETTER = re.compile(
    rf"(?<![\w-])(?P<head>letters?|[Nn]otes? [Vv]erbales?|notes?|telegrams?|memorand(?:um|a))\b(?:(?!\b(?:letters?|which|that|said|"
    rf"who)\b)[^.;:\n]){{0,70}}?"
    rf"\bdated\s+{_DATE}(?:(?:,\s+|\s+and\s+){_DATE})*"
)
_COURTS = frozenset({"ICJ", "ICC", "PCA", "ECHR", "CJEU", "ITLOS", "ICTY", "ICTR", "PCIJ", "IACTHR"})
_RULING = re.compile(
    r"(?<![\w-])(?P<head>rulings?|judge?ments?|awards?|advisory opinions?|verdicts?|arbitral awards?)\s+"
    r"(?:(?:of|by|from|issued by|handed down by|given by)\s+(?:the\s+)?)"
)
_PARTS = {
    "treaties": "treaty", "memoranda": "memorandum", "memorandum of understanding": "memorandum", "communiqué": "communique",
    "armistice agreement": "armistice", "note verbale": "note", "notes verbale": "note", "final act": "act",
}  # fmt: skip


def dated_instruments(text: str, windows: Windows, around: Surroundings, lexicon: Lexicon) -> Iterator[Instrument]:
    """Instruments known by their dates or parties, with the lexicon's id where these leave one choice."""
    for pattern in (_DATED, _YEARED):
        for match in each(pattern, text, windows):
            kind = kind_of(match["head"])
            if kind == "law" and "International Law" in match.group():
                continue
            identifier = _dated(match["date"], kind, match.start(), match.end(), around, lexicon)
            end = match.start("told") if match.groupdict().get("told") else match.end()
            if pattern is _YEARED and identifier is None and match["head"][0].isupper() and (named := _NAMED.match(text, end)):
                end = closing(text, end, named.end())
            more = _MORE_DATES.match(text, end) if match["head"].endswith("s") else None
            end = more.end() if more is not None else end  # "the Agreements of 1993 and 1996"
            yield Instrument(match.start(), end, identifier, text[match.start() : end], kind)
    for match in each(_LETTER, text, windows):
        yield Instrument(match.start(), match.end(), None, match.group(), "letter")
    for match in each(_RULING, text, windows):
        court = around.at(match.end())
        if court is not None and court.code in _COURTS:
            yield Instrument(match.start(), court.end, None, text[match.start() : court.end], "ruling")
    for match in each(_WITH, text, windows):
        party = around.at(match.end())
        if party is not None and party.kind != "place":
            start = match.end() - len(match.group()) + match.group().index(" ") + 1
            end = _both(text, party.end, around) if " between " in match.group() else party.end
            yield Instrument(start, end, None, text[start:end], kind_of(match["head"]), True)


def _both(text: str, end: int, around: Surroundings) -> int:
    """Where the second of two parties ends: "between Chad and Mali", "between the EFTA states and Chad"; else `end`."""
    joined = _AND.match(text, end)
    other = around.at(joined.end()) if joined is not None else None
    return other.end if other is not None and other.kind != "place" else end


def general_instruments(text: str, windows: Windows) -> Iterator[Instrument]:
    """Words for law and resolutions at large, and for joint declarations without date."""
    for match in each(_SO_CALLED, text, windows):
        yield Instrument(match.start("words"), match.end(), None, match["words"], kind_of(match["head"]), True)
    for pattern in (_JOINT, _GENERAL):
        for match in each(pattern, text, windows):
            head = match.groupdict().get("head") or match["words"].strip("\"“”‘’'").split()[-1]
            kind = "resolution" if "resolution" in match["words"] else "law" if pattern is _GENERAL else kind_of(head)
            yield Instrument(match.start(), match.end(), None, match.group(), kind, True)


def anaphors(text: str, windows: Windows) -> Iterator[tuple[Instrument, str]]:
    """ "the Charter", "its constitution": instruments that stand elsewhere, with the determiner in small letters."""
    for match in each(_ANAPHOR, text, windows):
        start = match.start("head")
        yield (
            Instrument(start, match.end(), None, text[start : match.end()], kind_of(match["head"]), True),
            match["det"].lower(),
        )


def kind_of(head: str) -> str:
    """The kind that a head word stands for: "Treaties" is a treaty."""
    word = head.lower()
    if word.removesuffix("s").endswith(" statement"):
        return "statement"
    return _PARTS.get(word) or _PARTS.get(word.removesuffix("s")) or word.removesuffix("s")


def _dated(date: str, kind: str, start: int, end: int, around: Surroundings, lexicon: Lexicon) -> str | None:
    """The only instrument of that day, or of that year with its parties in view; None where several or none fit."""
    when = _iso(date)
    if not when[:4].isdigit():
        return _on_day(when, kind, around.codes(start - REACH, end + REACH), lexicon)
    listed = _by_year(lexicon).get(when[:4], ())
    entries = [e for e in listed if e.date and _is_kind(e, kind) and (when.startswith(e.date) or e.date.startswith(when))]
    near = around.codes(start - REACH, end + REACH)
    exact = [e for e in entries if len(when) == 10 and e.date == when and (not e.parties or near & set(e.parties))]
    parties = [e for e in entries if len(e.parties) == 2 and set(e.parties) <= near and (len(when) > 4 or kind == e.kind)]
    for fitting in (exact, parties):
        if len(fitting) == 1:
            return fitting[0].id
    return None


@lru_cache(maxsize=2)
def _by_year(lexicon: Lexicon) -> dict[str, list[Entry]]:
    out: dict[str, list[Entry]] = {}
    for entry in lexicon.all(Entry):
        if entry.date:
            out.setdefault(entry.date[:4], []).append(entry)
    return out


def _on_day(day: str, kind: str, near: set[str], lexicon: Lexicon) -> str | None:
    """The instrument of "--10-04", a day without its year, where its parties are in view."""
    entries = [
        e for e in lexicon.all(Entry) if e.date and e.date[4:] == day[1:] and _is_kind(e, kind) and near & set(e.parties)
    ]
    return entries[0].id if len(entries) == 1 else None


def _is_kind(entry: Entry, kind: str) -> bool:
    return (
        kind == entry.kind or kind in entry.name.lower() or {kind, entry.kind} <= {"treaty", "pact", "agreement", "armistice"}
    )


def _iso(date: str) -> str:
    """A date of text as ISO, cut to its precision; "--10-04" where it has no year."""
    year = re.search(r"\d{4}", date)
    month = re.search(r"[A-Z][a-z]+", date)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", date)
    if year is None:
        return (
            f"--{MONTHS[month.group().lower()]:02d}-{int(day.group()):02d}" if month is not None and day is not None else "--"
        )
    if month is None:
        return year.group()
    number = MONTHS[month.group().lower()]
    full = iso(int(year.group()), number, int(day.group())) if day is not None else None
    return full or f"{year.group()}-{number:02d}"
