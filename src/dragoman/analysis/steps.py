"""What became of the bonds between states, step by step: from statements of relations and from the acts that make them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from dragoman.analysis.table import Row
from dragoman.archive import EXTRAS, Archive, Filters, rows
from dragoman.dates import bounds, is_partial
from dragoman.lexicon.entries import Change, Entry, Level
from dragoman.lexicon.loader import HERE, entries_of
from dragoman.records.relation import DIRECTED

# "ties" are left out: they have no beginning and no end that could be told.
KINDS = (
    "diplomatic-relations", "recognition", "membership", "alliance", "agreement", "dispute", "war", "truce",
    "sovereignty-claim", "independence", "succession",
)  # fmt: skip
BEGUN, RESTORED, ENDED, SUSPENDED, DENIED, TOLD, LEVEL = (
    "begun", "restored", "ended", "suspended", "told not to be", "told to be", "level",
)  # fmt: skip
_ACTS = {"event": ["SUPPORT", "SANCTION", "RETREAT"], "mode": ["recognition", "accession", "treaty", "discontinue", "withdraw",
         "expel", "ceasefire"]}  # fmt: skip
_TIES = re.compile(
    r"\b(?:diplomatic|consular|official|formal|normal) (?:\w+ )?(?:relations|ties)\b|"
    r"^(?:(?:the|their|its|his|all|full) )*relations\b(?! of\b)",
    re.IGNORECASE,
)
# Other things that are built, mended and widened between states; nobody is recognised by that.
_DEALINGS = re.compile(
    r"\b(?:relations?|ties|relationships?|partnerships?|friendships?|links|dealings|contacts)\b", re.IGNORECASE
)
_HOUSE = re.compile(r"\b(?:embass(?:y|ies)|ambassadors?|consulates?|missions?|legations?|chargés? d.affaires)\b", re.IGNORECASE)

Bond = tuple[str, str, str | None]  # kind, a, b


class Step(NamedTuple):
    """One thing told of a bond: a change on a date, or that it stood or did not when a text was published.

    It happened between the days `low` and `high`; `low` is "" and `high` "9999" where nothing is known. `date` is as the
    text gives it, and None where only the date of the text bounds it. `row` is the record, with its words.
    """

    bond: Bond
    change: str
    date: str | None
    low: str
    high: str
    level: str | None
    table: str
    row: Row


class Words:
    """The words for levels and changes, from the lexicon and a user's entries."""

    def __init__(self, users: Sequence[Entry] = ()) -> None:
        self._entries = [*entries_of("levels.toml"), *users]

    @cached_property
    def _levels(self) -> dict[str, str | None]:
        """Phrases with the level that they tell, None for one given up."""
        levels = [entry for entry in self._entries if isinstance(entry, Level)]
        found: dict[str, str | None] = {word: level.id for level in levels for word in level.words}
        return found | {word: None for level in levels for word in level.lowered}

    @cached_property
    def _level(self) -> re.Pattern[str]:
        phrases = sorted(self._levels, key=len, reverse=True)
        return re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases))

    @cached_property
    def _changes(self) -> dict[str, re.Pattern[str]]:
        found = (entry for entry in self._entries if isinstance(entry, Change))
        return {e.change: re.compile("|".join(rf"\b{re.escape(word)}\b" for word in e.words)) for e in found}

    def level(self, text: str) -> tuple[bool, str | None]:
        """Whether a sentence tells a level, and which; None for one that was given up."""
        found = [match[0] for match in self._level.finditer(text.lower().replace("’", "'"))]
        return (True, self._levels[max(found, key=len)]) if found else (False, None)

    def tells(self, change: str, text: str) -> bool:
        pattern = self._changes.get(change)
        return pattern is not None and pattern.search(text.lower()) is not None


def steps(archive: Archive, codes: Sequence[str], users: Sequence[Entry] = ()) -> list[Step]:
    """Everything told of the bonds of one actor, or between two, in the order of its days."""
    words = Words(users)
    also = list(EXTRAS)
    asserted = rows(archive, "relations", Filters(states=list(codes), columns={"kind": list(KINDS)}), also=also)
    acts = rows(archive, "events", Filters(states=list(codes), columns=_ACTS | {"modality": "actual"}), also=also)
    found = [step for row in asserted for step in _asserted(row, words)]
    found += [step for row in acts for step in _acted(row, words, codes)]
    return sorted(found, key=lambda step: (step.low or step.high, step.high, step.bond[0], step.row["record_id"]))


def _asserted(row: Row, words: Words) -> Iterator[Step]:
    """What one statement of a relation tells."""
    bond = (row["kind"], row["a"], row["b"])
    told, level = words.level(row["quote"]) if row["kind"] == "diplomatic-relations" else (False, None)

    def step(change: str, date: str | None) -> Step:
        # What has no date of its own was so when the text was published, and a change was not later.
        published = row["published"] if row["published"] and is_partial(row["published"]) else None
        if date and is_partial(date):
            low, high = bounds(date)
        else:
            date, high = None, bounds(published)[1] if published else "9999"
            low = bounds(published)[0] if published and change in (TOLD, DENIED) else ""
        return Step(bond, change, date, low, high, level if told else None, "relations", row)

    status = row["status"]
    if status == "denied":
        yield step(DENIED, row["since"] or row["until"])
        return
    if row["since"]:
        restored = row["kind"] == "diplomatic-relations" and words.tells("restored", row["quote"])
        yield step(RESTORED if restored else BEGUN, row["since"])
    if status in ("ended", "suspended"):
        yield step(ENDED if status == "ended" else SUSPENDED, row["until"])
    elif row["until"]:
        yield step(ENDED, row["until"])
    elif not row["since"]:
        restored = row["kind"] == "diplomatic-relations" and words.tells("restored", row["quote"])
        yield step(RESTORED if restored else TOLD, None)


def _acted(row: Row, words: Words, codes: Sequence[str]) -> Iterator[Step]:
    """What one act does to the bonds between those who take part in it, or to the level of one."""
    thing = row["object_text"] or ""
    told, level = False, None
    match row["mode"]:
        case "recognition" if _HOUSE.search(thing):
            kind, change = "diplomatic-relations", LEVEL
        case "recognition" if _TIES.search(thing):
            restored, begun, upgraded = (words.tells(c, row["quote"]) for c in ("restored", "begun", "upgraded"))
            kind, change = "diplomatic-relations", RESTORED if restored else TOLD if upgraded and not begun else BEGUN
        case "recognition" if _DEALINGS.search(thing):
            return
        case "recognition":
            kind, change = "recognition", BEGUN
        case "accession":
            kind, change = "membership", BEGUN
        case "treaty":
            kind, change = "agreement", BEGUN
        case "ceasefire":
            kind, change = "truce", BEGUN
        case "discontinue" if _TIES.search(thing):
            kind, change = "diplomatic-relations", SUSPENDED if words.tells("suspended", row["quote"]) else ENDED
        case "discontinue" | "expel" | "withdraw" if _HOUSE.search(thing):
            kind, change = "diplomatic-relations", LEVEL
        case "withdraw" if any(map(_organisation, row["target"])):
            kind, change = "membership", ENDED
        case _:
            return
    if kind == "diplomatic-relations":
        told, level = words.level(row["quote"])
    if change == LEVEL and not told:
        return
    low, high = bounds(row["date"]) if row["date"] else ("", bounds(row["published"])[1] if row["published"] else "9999")
    for a, b in _pairs(kind, row["source"], row["target"]):
        if all(any(_is(code, side) for side in (a, b)) for code in codes):
            yield Step((kind, a, b), change, row["date"], low, high, level if told else None, "events", row)


def _is(code: str, side: str) -> bool:
    return side == code or side.startswith(f"{code}-")


def _pairs(kind: str, source: Iterable[str], target: Iterable[str]) -> list[tuple[str, str]]:
    """Who is bound to whom: directed where the kind is, else each pair once in alphabetical order."""
    found = [(a, b) for a in source for b in target if a != b]
    if kind == "membership":
        # An organisation that admits a state is what the state belongs to.
        found = [(b, a) if _organisation(a) and not _organisation(b) else (a, b) for a, b in found]
        found = [(a, b) for a, b in found if _organisation(b)]
    if kind not in DIRECTED:
        found = [(min(pair), max(pair)) for pair in found]
    return sorted(set(found))


def _organisation(code: str) -> bool:
    """States have three letters; so have some organisations, which the names of the lexicon tell."""
    return code not in _states()


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(re.findall(r'^code = "([^"]+)"', (HERE / "states.toml").read_text("utf-8"), re.MULTILINE))
