"""Events folded to what PLOVER, POLECAT and GDELT can say; what they cannot say is left out by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

import msgspec

from dragoman.archive.filters import Filters
from dragoman.archive.query import iterate
from dragoman.archive.store import Archive
from dragoman.lexicon.crosswalks import Crosswalks, crosswalks
from dragoman.lexicon.ontology import event_types

ALSO = ("quote", "source_path", "document_title", "document_kind", "outlet", "published")
_DOCUMENT = ("document_id", "url", "language", "publisher")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = Mapping[str, Any]


class Party(NamedTuple):
    """One actor of a side: our code (None where no state is known), its sector where it is known to be its own, the words."""

    code: str | None
    sector: str | None
    text: str | None

    @property
    def who(self) -> tuple[str | None, str | None]:
        """What tells parties apart: the code, of an organ that of its organisation, and the sector."""
        code = self.code if self.code is None or self.code.startswith("X-") else self.code.partition("-")[0]
        return code, None if self.sector == "UNK" else self.sector


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event to be exported. `folded` says what was made of it: `mode:gift`, `planned`, `conditional`, `same-actor`,
    `published` (dated by its document). Who acts alike is in `source` alone, two or more, with no `target`.
    """

    row: dict[str, Any]
    event: str
    mode: str | None
    score: float
    quad: str
    date: str | None
    source: list[Party]
    target: list[Party]
    alike: bool
    folded: list[str]

    @property
    def day(self) -> str | None:
        """The day, its month or day taken as the first where they are not known; None where there is no date."""
        return None if self.date is None else self.date + "0000-01-01"[len(self.date) :]

    @property
    def pairs(self) -> list[tuple[Party | None, Party | None]]:
        """Each pair of source and target once, nobody with oneself; a side that nobody is on is None."""
        if self.alike:
            return list(combinations(self.source, 2))
        sources: list[Party | None] = [*self.source] or [None]
        targets: list[Party | None] = [*self.target] or [None]
        return [pair for pair in product(sources, targets) if not _oneself(*pair)]


class Left(NamedTuple):
    """An event that is not exported, and why."""

    record_id: str
    reason: str


def told(archive: Archive, run: str | None, *, dated: bool) -> Iterator[Told | Left]:
    """The events of an archive in the order of exports; where a day is needed (`dated`), those without a date are left."""
    walks = crosswalks()
    documents = iterate(archive, "documents", Filters(run=run), columns=list(_DOCUMENT))
    document: dict[str, Any] = next(documents, {})
    for row in iterate(archive, "events", Filters(run=run), also=list(ALSO)):
        while document and document["document_id"] < row["document_id"]:  # both come in the order of documents
            document = next(documents, {})
        found = fold({**document, **row}, walks)
        if dated and isinstance(found, Told) and found.date is None:
            found = Left(row["record_id"], "undated")
        yield found


def fold(row: dict[str, Any], walks: Crosswalks | None = None) -> Told | Left:
    """One row of `events` as those data sets could tell it. Raises nothing for any row that coding makes."""
    tables = walks or crosswalks()
    modality = tables.modality(row["modality"])
    event = row["event"] if modality.keeps else modality.becomes.get(row["event"])
    if event is None:
        return Left(row["record_id"], f"{row['modality']} {row['event']}")
    folded = [] if modality.keeps else [row["modality"]]
    kind = event_types()[event]
    mode = row["mode"] if event == row["event"] else None
    if mode in kind.ours:  # CAMEO may have a code for it, PLOVER has none
        folded.append(f"mode:{mode}")
    date = row["date"]
    if date is None and (row["performed"] or row.get("document_kind") in tables.plover.dating.kinds) and _is_day(row):
        date = row["published"]
        folded.append("published")
    source, target, alike = _sides(row, folded)
    if not source and not target:
        return Left(row["record_id"], "nobody is named")
    return Told(
        row=row, event=event, mode=mode, score=kind.modes.get(mode or "", kind.score), quad=kind.quad, date=date,
        source=source, target=target, alike=alike, folded=folded,
    )  # fmt: skip


def _is_day(row: Row) -> bool:
    return _DAY.fullmatch(row.get("published") or "") is not None


def _sides(row: Row, folded: list[str]) -> tuple[list[Party], list[Party], bool]:
    """Both sides; those who act alike once; without whoever would act on himself."""
    source = parties(row["source"], row["source_sector"], row["source_text"])
    target = parties(row["target"], row["target_sector"], row["target_text"])
    if len(source) > 1 and {p.code for p in source} == {p.code for p in target} != {None}:
        kept: list[Party] = []
        for party in sorted(source, key=lambda p: (p.code or "", p.sector or "")):
            if not any(party.who[0] == known.who[0] for known in kept):
                kept.append(party)
        if len(kept) < len(source):
            folded.append("same-actor")
        return kept, [], len(kept) > 1
    others = [t for t in target if not any(_oneself(s, t) for s in source)]
    if len(others) < len(target):
        folded.append("same-actor")
    return source, others, False


def _oneself(one: Party | None, other: Party | None) -> bool:
    """Whether two parties are one: the same state or organisation in the same sector, known or not."""
    return one is not None and other is not None and one.who == other.who


def parties(codes: Sequence[str], sectors: Sequence[str], text: str | None) -> list[Party]:
    """The actors of a side. A sector is one's own where there is one for all, or one for each."""
    words = (text or "").split("; ")
    if not codes:
        return [Party(None, sector, text) for sector in sectors]
    own: list[str | None] = [None] * len(codes)
    if len(sectors) == 1:
        own = [sectors[0]] * len(codes)
    elif len(sectors) == len(codes):
        own = list(sectors)
    each = words if len(words) == len(codes) else [text or ""] * len(codes)
    return [Party(code, sector, said or None) for code, sector, said in zip(codes, own, each, strict=True)]
