"""What texts call a state: the words, whether in scare quotes or with `so-called`, by whom, how often, since when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.analysis.evidence import sentence_around
from dragoman.analysis.names import load_names
from dragoman.analysis.table import Row, Table
from dragoman.analysis.variants import items
from dragoman.archive import Archive
from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, TABLES, TEXT, Column, decode_list
from dragoman.archive.filters import Filters, where
from dragoman.archive.schema import chosen
from dragoman.lexicon.entries import Deixis, Designator, Entry, Irony
from dragoman.lexicon.loader import entries_of

COLUMNS = (
    Column("designation", TEXT), Column("form", TEXT), Column("tone", TEXT), Column("scare_quoted", BOOLEAN),
    Column("by", TEXT), Column("outlet", TEXT), Column("mentions", INTEGER), Column("documents", INTEGER),
    Column("of_documents", INTEGER), Column("first", TEXT), Column("last", TEXT), Column("quote", TEXT),
    Column("reported_by", LIST), Column("document_title", TEXT), Column("published", TEXT), Column("source_path", TEXT),
    Column("document_id", TEXT), Column("start", INTEGER), Column("end", INTEGER),
)  # fmt: skip
_CONTEXT = 48  # characters looked at on each side of a name
_STOPS = ".,;:!?)'\"”’"
_QUOTES = "\"'“”‘’«»"
_FORMS = {"name": "name", "demonym": "demonym", "capital": "capital", "deixis": "deixis"}


class Words:
    """The words that are a part of a designation, from the lexicon and a user's entries."""

    def __init__(self, users: Sequence[Entry] = ()) -> None:
        entries = [*users]
        for name in ("designations.toml", "evaluative.toml", "deixis.toml"):
            entries += entries_of(name)
        designators = [entry for entry in entries if isinstance(entry, Designator)]
        self.before = {tuple(word.split()): d.tone for d in designators for word in d.before}
        self.before |= {tuple(word.split()): "so-called" for e in entries if isinstance(e, Irony) for word in e.words}
        self.after = {tuple(word.split()): d.tone for d in designators for word in d.after}
        # Most names have nothing beside them: one word tells so.
        self.last = frozenset(key[-1] for key in self.before)
        self.first = frozenset(key[0] for key in self.after)
        # "We" and "both sides" are not what a state is called.
        self.own = frozenset(
            word.lower() for e in entries if isinstance(e, Deixis) and e.means in ("speaker", "pair") for word in e.words
        )


class Called(NamedTuple):
    """One designation as it stands in a text: its words, what they make of the name, and whether in scare quotes."""

    words: str
    tone: str
    quoted: bool


def called(words: Words, text: str, before: str, after: str, *, quoted: bool) -> Called:
    """The designation around a name: `before` and `after` are what stands beside it, up to some characters."""
    left, tone = _beside_left(words, before)
    right, behind = _beside_right(words, after)
    if behind == "disparaging" or tone == "plain":
        tone = behind
    name = " ".join(text.split())
    name = f"the {name[4:]}" if name.startswith("The ") else name
    return Called(" ".join(filter(None, (left, name, right))), "plain" if tone == "neutral" else tone, quoted)


def _beside_left(words: Words, before: str) -> tuple[str, str]:
    """The words right before a name that belong to it, and their tone."""
    lead = before.rstrip(_QUOTES + " ").lower()
    end = lead.rsplit(None, 1)[-1:] if lead and not lead.endswith((".", ",", ";", ":")) else []
    if not end or end[0].strip(_QUOTES) not in words.last:
        return "", "plain"
    found = re.findall(r"[\w'’.-]+", lead)
    keys = (tuple(found[-length:]) for length in range(4, 0, -1))
    key = next((key for key in keys if key in words.before), None)
    return (" ".join(key), words.before[key]) if key else ("", "plain")


def _beside_right(words: Words, after: str) -> tuple[str, str]:
    """The words right behind a name that belong to it, and their tone."""
    trail = after.lstrip('"”’»')
    if not trail.startswith(" ") or trail[1:].split(" ", 1)[0].rstrip(_STOPS) not in words.first:
        return "", "plain"
    found = re.match(r" ([a-z][\w-]*)(?: ([a-z][\w-]*))?", trail)
    keys = ((found[1], found[2]), (found[1],)) if found else ()
    key = next((key for key in keys if key in words.after), None)
    return (" ".join(key), words.after[key]) if key else ("", "plain")


def designations(
    archive: Archive, code: str, other: str | None = None, *, since: str | None = None, until: str | None = None,
    limit: int | None = None, users: Sequence[Entry] = (), most: int | None = None,
) -> Table:  # fmt: skip
    """What texts call an actor, by speaker and outlet, the most frequent first; with `other` in its words alone.

    With `most`, no more than so many mentions are looked at, those coded last: a page has little time.
    `of_documents` is how many documents with the same speaker and outlet call it anything. Copies of an item count once.
    """
    words = Words(users)
    official = load_names().of(code)
    groups: dict[tuple[object, ...], list[Row]] = {}
    naming: dict[tuple[str | None, str | None], set[int]] = {}
    mentions = _mentions(archive, code, official, since, until, other, most)
    for row in mentions:
        speaker = row["reported_by"][-1] if row["reported_by"] else None
        if row["text"].lower() in words.own or (other is not None and other not in row["reported_by"]):
            continue
        found = called(words, row["text"], row["before"], row["after"], quoted=row["quoted"])
        form = "official name" if row["text"].casefold() == official.casefold() else _FORMS[row["basis"]]
        naming.setdefault((speaker, row["outlet"]), set()).add(row["coding"])
        groups.setdefault((*found, form, speaker, row["outlet"]), []).append(row)
    copies = _copies(archive, {row["document_id"] for found in groups.values() for row in found})
    made = [_row(archive, key, found, naming, copies) for key, found in _first(groups, copies, limit)]
    cut = f" in the {most:,} mentions coded last" if len(mentions) == most else ""
    note = f"{code} is named {sum(map(len, groups.values())):,} times{cut}; copies of an item count once" if groups else None
    return Table("designations", COLUMNS, made, total=len(groups), note=note, of="designation")


def _mentions(
    archive: Archive, code: str, official: str, since: str | None, until: str | None, by: str | None, most: int | None
) -> list[Row]:
    """Every mention of the actor itself, not of a person or body of it, with what stands beside it."""
    made = where(TABLES["actors"], Filters(since=since, until=until))
    if by is not None:
        made.add("instr(r.reported_by, ?)", f'"{by}"')
    conditions = [chosen(TABLES["actors"], None), *made.conditions]
    sql = (
        'SELECT r.text, r.scare_quoted, r.resolved_from, r.reported_by, r.coding, r.start, r."end", d.published, d.outlet, '
        "c.document_id, c.doc FROM all_actors r JOIN all_codings c ON c.coding = r.coding "
        "JOIN all_documents d ON d.coding = c.coding WHERE r.code = ? AND r.office IS NULL "
        "AND r.resolved_from IN ('name', 'demonym', 'capital', 'deixis') AND (r.name IS NULL OR r.name = ?) "
        f"AND {' AND '.join(conditions)} ORDER BY r.row DESC LIMIT ?"
    )
    found: list[Row] = []
    doc, text = None, ""
    for words, quoted, basis, by, coding, start, end, published, outlet, document_id, at in archive.select(
        sql, [code, official, *made.parameters, -1 if most is None else most]
    ):
        if at != doc:
            doc, (text,) = at, archive.one("SELECT text FROM texts WHERE doc = ?", (at,))
        found.append(
            {"text": words, "quoted": bool(quoted), "basis": basis, "reported_by": decode_list(by), "coding": coding,
             "start": start, "end": end, "published": published, "outlet": outlet, "document_id": document_id,
             "before": text[max(0, start - _CONTEXT) : start], "after": text[end : end + _CONTEXT]}
        )  # fmt: skip
    return found


def _copies(archive: Archive, among: set[str]) -> dict[int, int]:
    """For each coding of a copy that of the lead of its item."""
    return {coding: item.codings[0] for item in items(archive, among=among) for coding in item.codings}


def _counted(found: Sequence[Row], copies: dict[int, int]) -> tuple[int, int]:
    """Mentions and documents, of copies of one item the most that one of them has."""
    by_document = Counter(row["coding"] for row in found)
    most: dict[int, int] = {}
    for coding, n in by_document.items():
        lead = copies.get(coding, coding)
        most[lead] = max(most.get(lead, 0), n)
    return sum(most.values()), len(most)


def _first(
    groups: dict[tuple[object, ...], list[Row]], copies: dict[int, int], limit: int | None
) -> list[tuple[tuple[object, ...], list[Row]]]:
    ordered = sorted(groups.items(), key=lambda item: (*(-n for n in _counted(item[1], copies)[::-1]), str(item[0])))
    return ordered[:limit]


def _row(
    archive: Archive, key: tuple[object, ...], found: Sequence[Row], naming: dict[tuple[str | None, str | None], set[int]],
    copies: dict[int, int],
) -> Row:  # fmt: skip
    designation, tone, quoted, form, speaker, outlet = key
    latest = max(found, key=lambda row: (row["published"] or "", row["document_id"], row["start"]))
    dates = [row["published"] for row in found if row["published"]]
    mentions, documents = _counted(found, copies)
    text, title, path = archive.one(
        "SELECT t.text, d.title, o.source_path FROM all_codings c JOIN texts t ON t.doc = c.doc JOIN all_documents d "
        "ON d.coding = c.coding LEFT JOIN origins o ON o.doc = c.doc WHERE c.coding = ?",
        (latest["coding"],),
    )
    start, end = sentence_around(text, latest["start"], latest["end"])
    return {
        "designation": designation, "form": form, "tone": tone, "scare_quoted": quoted, "by": speaker, "outlet": outlet,
        "mentions": mentions, "documents": documents,
        "of_documents": len({copies.get(coding, coding) for coding in naming[speaker, outlet]}),  # type: ignore[index]
        "first": min(dates, default=None), "last": max(dates, default=None), "quote": text[start:end],
        "reported_by": latest["reported_by"], "document_title": title, "published": latest["published"],
        "source_path": path, "document_id": latest["document_id"], "start": start, "end": end,
    }  # fmt: skip
