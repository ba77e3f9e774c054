"""Events in the columns of GDELT 1.0 and 2.0: tab-separated, without a header, a row for each pair of actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.archive.export.events.columns import write_table
from dragoman.archive.export.events.told import Party, Told
from dragoman.archive.export.form import Form
from dragoman.ids import content_id
from dragoman.lexicon.crosswalks import CameoActor, Crosswalks, crosswalks

LEAD = 500  # characters of a text from its beginning in which an event counts as its root
_NOBODY = CameoActor("")


def _actor_columns(side: str) -> tuple[str, ...]:
    parts = (
        "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
        "Type2Code", "Type3Code",
    )  # fmt: skip
    return tuple(f"{side}{part}" for part in parts)


def _geo_columns(side: str, *, newer: bool) -> tuple[str, ...]:
    second = ("ADM2Code",) if newer else ()
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", *second, "Lat", "Long", "FeatureID")
    return tuple(f"{side}Geo_{part}" for part in parts)


def columns(*, newer: bool) -> tuple[str, ...]:
    """The 58 columns of GDELT 1.0's daily files, or the 61 of 2.0 (`newer`), in order."""
    return (
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *_actor_columns("Actor1"), *_actor_columns("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone", *_geo_columns("Actor1", newer=newer), *_geo_columns("Actor2", newer=newer),
        *_geo_columns("Action", newer=newer), "DATEADDED", "SOURCEURL",
    )  # fmt: skip


def rows_of(told: Told, walks: Crosswalks, *, newer: bool) -> Iterator[dict[str, Any]]:
    """A row for each pair of actors whose CAMEO codes differ; actors that CAMEO cannot tell apart are one."""
    done: set[tuple[str, str]] = set()
    for source, target in told.pairs:
        first, second = _cameo(source, walks), _cameo(target, walks)
        key = (first.code, second.code)
        if first == second != _NOBODY:
            second, target, key = _NOBODY, None, (first.code, "")
        if key in done or not any(key):
            continue
        done.add(key)
        yield {
            "GLOBALEVENTID": int(content_id("gdelt", told.row["record_id"], *key)[:12], 16),
            **_day(told.day or "", told.row["published"], newer=newer),
            **_actor("Actor1", first, source, walks),
            **_actor("Actor2", second, target, walks),
            **_act(told, walks),
            "IsRootEvent": int(told.row["start"] < LEAD),
            "NumMentions": 1,
            "NumSources": 1,
            "NumArticles": 1,
            "Actor1Geo_Type": 0,
            "Actor2Geo_Type": 0,
            "ActionGeo_Type": 0,
            "ActionGeo_FullName": told.row["place"],
            "SOURCEURL": told.row.get("url") or told.row["source_path"],
        }


def _cameo(party: Party | None, walks: Crosswalks) -> CameoActor:
    return _NOBODY if party is None else walks.cameo_actor(party.code, party.sector)


def _actor(side: str, actor: CameoActor, party: Party | None, walks: Crosswalks) -> dict[str, Any]:
    name = None if party is None or actor == _NOBODY else walks.names.get(party.code or "", party.text or party.code)
    return {
        f"{side}Code": actor.code,
        f"{side}Name": name.upper() if name else None,
        f"{side}CountryCode": actor.country,
        f"{side}KnownGroupCode": actor.group,
        **{f"{side}Type{number}Code": kind for number, kind in enumerate(actor.types, 1)},
    }


def _act(told: Told, walks: Crosswalks) -> dict[str, Any]:
    found = walks.cameo_event(told.event, told.mode)
    return {
        "EventCode": found.code,
        "EventBaseCode": found.code[:3],
        "EventRootCode": found.code[:2],
        "QuadClass": quad_class(found.code),
        "GoldsteinScale": found.goldstein,
    }


def quad_class(code: str) -> int:
    """1 verbal, 2 material cooperation, 3 verbal, 4 material conflict: by the root of a CAMEO code."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _day(day: str, published: str | None, *, newer: bool) -> dict[str, Any]:
    """The columns of a date; the fraction counts months of 30 days and years of 365, as GDELT does."""
    when = date.fromisoformat(day)
    added = (published or day).replace("-", "").ljust(8, "0")
    added = added if added[4:6] != "00" and added[6:8] != "00" else day.replace("-", "")
    return {
        "SQLDATE": when.strftime("%Y%m%d").rjust(8, "0"),
        "MonthYear": when.strftime("%Y%m").rjust(6, "0"),
        "Year": f"{when.year:04d}",
        "FractionDate": f"{when.year + ((when.month - 1) * 30 + when.day) / 365:.4f}",
        "DATEADDED": added + ("000000" if newer else ""),
    }


def _writer(*, newer: bool) -> Callable[[Path, Iterable[Told]], int]:
    def write(path: Path, told: Iterable[Told]) -> int:
        walks = crosswalks()
        rows = (row for one in told for row in rows_of(one, walks, newer=newer))
        return write_table(path, columns(newer=newer), rows, header=False)

    return write


def _lacks(told: Told) -> str | None:
    return None if any(rows_of(told, crosswalks(), newer=False)) else "no actor that CAMEO has a code for"


FORM = Form(
    events={"events.gdelt1.csv": _writer(newer=False), "events.gdelt2.csv": _writer(newer=True)},
    lacks=_lacks,
)
