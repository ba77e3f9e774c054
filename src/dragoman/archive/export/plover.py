"""Events as PLOVER JSON: an array of records, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.archive.export.events.told import Party, Told
from dragoman.archive.export.form import Form
from dragoman.lexicon.crosswalks import Crosswalks, crosswalks


def records_of(told: Told, walks: Crosswalks) -> Iterator[dict[str, Any]]:
    """One record; of several sources without a target that do not act alike one for each, with its number after the id,
    since PLOVER reads two sources without a target as acting towards each other.
    """
    if told.alike or told.target or len(told.source) < 2:
        yield _record(told, told.row["record_id"], told.source, walks)
    else:
        for number, party in enumerate(told.source, 1):
            yield _record(told, f"{told.row['record_id']}-{number}", [party], walks)


def _record(told: Told, name: str, source: Sequence[Party], walks: Crosswalks) -> dict[str, Any]:
    """What PLOVER has no field for stands under `dragoman`."""
    row = told.row
    return {
        "id": name,
        "date": told.date,
        "event": told.event,
        "mode": plover_mode(told),
        "score": told.score,
        "context": row["contexts"],
        "source": [_actor(party, walks) for party in source],
        "target": [_actor(party, walks) for party in told.target],
        "location": row["place"],
        "text": row["quote"],
        "language": row.get("language"),
        "publisher": row["outlet"] or row.get("publisher"),
        "published": row["published"],
        "url": row.get("url") or row["source_path"],
        "dragoman": {
            "record_id": row["record_id"],
            "document_id": row["document_id"],
            "reported_by": row["reported_by"],
            "modality": row["modality"],
            "mode": row["mode"],
            "folded": told.folded,
            "object_text": row["object_text"],
            "date_precision": row["date_precision"],
        },
    }


def plover_mode(told: Told) -> str | None:
    """The mode; None where it is one of ours."""
    return None if f"mode:{told.mode}" in told.folded else told.mode


def _actor(party: Party, walks: Crosswalks) -> dict[str, Any]:
    code = walks.plover_actor(party.code) if party.code else None
    sector = walks.plover_sector(party.sector) if party.sector else None
    return {"code": code, "sector": [sector] if sector else [], "actorText": party.text, "dragoman": party.code}


def write(path: Path, told: Iterable[Told]) -> int:
    encoder, walks, count = msgspec.json.Encoder(), crosswalks(), 0
    with path.open("wb") as file:
        file.write(b"[")
        for record in (record for one in told for record in records_of(one, walks)):
            file.write((b",\n" if count else b"\n") + encoder.encode(record))
            count += 1
        file.write(b"\n]\n")
    return count


FORM = Form(events={"events.plover.json": write}, dated=False)
