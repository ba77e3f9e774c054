"""Events in the columns of the POLECAT files: tab-separated, with a header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.archive.export.events.columns import write_table
from dragoman.archive.export.events.told import Party, Told
from dragoman.archive.export.form import Form
from dragoman.archive.export.plover import plover_mode
from dragoman.lexicon.crosswalks import Crosswalks, crosswalks
from dragoman.version import VERSION

_LANGUAGES = {"en": "English"}  # others are not coded


def _side(name: str) -> tuple[str, ...]:
    return (
        f"{name} Name", f"{name} Country", f"{name} COW", f"Primary {name} Sector", f"{name} Sectors", f"{name} Title",
        f"{name} Name Raw", f"Wikipedia {name} ID",
    )  # fmt: skip


COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", *_side("Actor"),
    *_side("Recipient"), "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip


def rows_of(told: Told, walks: Crosswalks) -> Iterator[dict[str, Any]]:
    """One row; of those who act alike one for each pair, the number of the pair after the id."""
    sides: list[tuple[Sequence[Party], Sequence[Party]]] = [(told.source, told.target)]
    if told.alike:
        sides = [([one], [other]) for one, other in told.pairs if one and other]
    for number, (source, target) in enumerate(sides, 1):
        row = told.row
        yield {
            "Event ID": row["record_id"] + (f"-{number}" if len(sides) > 1 else ""),
            "Event Date": told.day,
            "Event Type": told.event,
            "Event Mode": plover_mode(told),
            "Intensity": told.score,
            "Quad Code": told.quad.upper(),
            "Contexts": ";".join(row["contexts"]),
            **_actor("Actor", source, walks),
            **_actor("Recipient", target, walks),
            "Raw Placename": row["place"],
            "Source": row["outlet"] or row.get("publisher"),
            "Publication Date": row["published"],
            "Language": _LANGUAGES.get(row.get("language") or "", row.get("language")),
            "Version": f"dragoman-{VERSION}",
        }


def _actor(name: str, parties: Sequence[Party], walks: Crosswalks) -> dict[str, Any]:
    """The columns of one side; several parties are joined by semicolons, in the same order in each column."""
    sectors = [_sector(party, walks) for party in parties]
    countries = [party.code if party.code and walks.is_state(party.code) else "" for party in parties]
    names = [walks.names.get(party.code or "", party.code or party.text or "") for party in parties]
    return {
        f"{name} Name": ";".join(names),
        f"{name} Country": ";".join(countries) if any(countries) else None,
        f"Primary {name} Sector": sectors[0] if sectors else None,
        f"{name} Sectors": ";".join(dict.fromkeys(sector for sector in sectors if sector)),
        f"{name} Name Raw": "; ".join(dict.fromkeys(party.text for party in parties if party.text)),
    }


def _sector(party: Party, walks: Crosswalks) -> str:
    kind = walks.kind(party.code) if party.code else None
    return kind or (walks.plover_sector(party.sector) if party.sector else "")


def write(path: Path, told: Iterable[Told]) -> int:
    walks = crosswalks()
    return write_table(path, COLUMNS, (row for one in told for row in rows_of(one, walks)), header=True)


FORM = Form(events={"events.polecat.txt": write})
