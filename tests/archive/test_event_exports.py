"""Events as PLOVER, POLECAT and GDELT have them, read back with pandas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas
import pytest
from archive_samples import VISIT, coded, fill
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive import Archive, rows
from dragoman.archive.export import export
from dragoman.archive.export.events import Left, Told, fold
from dragoman.archive.export.gdelt import columns, quad_class, rows_of
from dragoman.archive.export.polecat import COLUMNS
from dragoman.lexicon import load
from dragoman.lexicon.crosswalks import crosswalks
from dragoman.lexicon.entries import EventType, Organisation, State


def plover(archive: Archive, out: Path) -> list[dict[str, Any]]:
    """The records that pandas reads, as they are."""
    export(archive, "plover", out)
    frame = pandas.read_json(out / "events.plover.json", dtype=False)
    found = json.loads((out / "events.plover.json").read_text("utf-8"))
    assert len(frame) == len(found)
    if found:
        assert list(frame.columns) == list(found[0])
    return list(found)


def polecat(archive: Archive, out: Path) -> pandas.DataFrame:
    export(archive, "polecat", out)
    return pandas.read_csv(out / "events.polecat.txt", sep="\t", dtype=str, keep_default_na=False)


def gdelt(archive: Archive, out: Path, version: int = 1) -> pandas.DataFrame:
    export(archive, "gdelt", out)
    names = columns(newer=version == 2)
    path = out / f"events.gdelt{version}.csv"
    return pandas.read_csv(path, sep="\t", header=None, names=names, index_col=False, dtype=str, keep_default_na=False)


def left(out: Path, form: str) -> dict[str, str]:
    frame = pandas.read_csv(out / f"events.{form}.left.csv", dtype=str)
    return dict(zip(frame["record_id"], frame["reason"], strict=True))


# What is coded, then PLOVER's (type, mode, sources, targets), then the (first, second, code) of each GDELT row.
CASES: list[tuple[str, dict[str, Any], tuple[str, str | None, list[str], list[str]], list[tuple[str, str, str]]]] = [
    (
        "a visit",
        {"event": "CONSULT", "mode": "visit", "source": ["RUS"], "target": ["PRK"]},
        ("CONSULT", "visit", ["RUS"], ["PRK"]),
        [("RUS", "PRK", "042")],
    ),
    (
        "talks of two are told once",
        {"event": "CONSULT", "source": ["PRK", "RUS"], "target": ["RUS", "PRK"]},
        ("CONSULT", None, ["PRK", "RUS"], []),
        [("PRK", "RUS", "040")],
    ),
    (
        "talks of three are three pairs",
        {"event": "CONSULT", "mode": "multilateral", "source": ["CHN", "PRK", "USA"], "target": ["CHN", "PRK", "USA"]},
        ("CONSULT", "multilateral", ["CHN", "PRK", "USA"], []),
        [("CHN", "PRK", "040"), ("CHN", "USA", "040"), ("PRK", "USA", "040")],
    ),
    (
        "nobody acts on himself",
        {"event": "COERCE", "mode": "arrest", "source": ["TUR"], "target": ["TUR"]},
        ("COERCE", "arrest", ["TUR"], []),
        [("TUR", "", "173")],
    ),
    (
        "police and opposition of one state are two",
        {"event": "COERCE", "source": ["TUR"], "source_sector": ["COP"], "target": ["TUR"], "target_sector": ["OPP"]},
        ("COERCE", None, ["TUR"], ["TUR"]),
        [("TURCOP", "TUROPP", "170")],
    ),
    (
        "a state and its journalists are two",
        {"event": "COERCE", "mode": "arrest", "source": ["ITA"], "target": ["ITA"], "target_sector": ["JRN"]},
        ("COERCE", "arrest", ["ITA"], ["ITA"]),
        [("ITA", "ITAMED", "173")],
    ),
    (
        "an organ is its organisation",
        {"event": "ACCUSE", "source": ["UN-SC"], "target": ["UN", "PRK"]},
        ("ACCUSE", None, ["UNO"], ["PRK"]),
        [("IGOUNO", "PRK", "110")],
    ),
    (
        "of those alike, organs of one count once",
        {"event": "CONSULT", "source": ["UN", "UN-SC"], "target": ["UN", "UN-SC"]},
        ("CONSULT", None, ["UNO"], []),
        [("IGOUNO", "", "040")],
    ),
    (
        "a letter is no mode there",
        {"event": "CONSULT", "mode": "letter", "source": ["PRK"], "target": ["UN-SG"]},
        ("CONSULT", None, ["PRK"], ["UNO"]),
        [("PRK", "IGOUNO", "040")],
    ),
    (
        "a gift is aid",
        {"event": "AID", "mode": "gift", "source": ["RUS"], "target": ["PRK"]},
        ("AID", None, ["RUS"], ["PRK"]),
        [("RUS", "PRK", "070")],
    ),
    (
        "a treaty has a code in CAMEO",
        {"event": "SUPPORT", "mode": "treaty", "source": ["PRK", "RUS"], "target": ["PRK", "RUS"]},
        ("SUPPORT", None, ["PRK", "RUS"], []),
        [("PRK", "RUS", "057")],
    ),
    (
        "a planned visit is an agreement",
        {"event": "CONSULT", "mode": "visit", "modality": "planned"},
        ("AGREE", None, ["RUS"], ["PRK"]),
        [("RUS", "PRK", "030")],
    ),
    (
        "a planned withdrawal is conceded",
        {"event": "RETREAT", "mode": "withdraw", "modality": "planned"},
        ("CONCEDE", None, ["RUS"], ["PRK"]),
        [("RUS", "PRK", "035")],
    ),
    (
        "a threat on terms is a threat",
        {"event": "THREATEN", "mode": "violence", "modality": "conditional"},
        ("THREATEN", "violence", ["RUS"], ["PRK"]),
        [("RUS", "PRK", "138")],
    ),
    (
        "two sources with one target are two rows",
        {"event": "ACCUSE", "source": ["KOR", "USA"], "target": ["RUS"]},
        ("ACCUSE", None, ["KOR", "USA"], ["RUS"]),
        [("KOR", "RUS", "110"), ("USA", "RUS", "110")],
    ),
    (
        "soldiers of no state known",
        {"event": "ASSAULT", "mode": "firearms", "source": [], "source_sector": ["MIL"], "target": ["PRK"]},
        ("ASSAULT", "firearms", [], ["PRK"]),
        [("MIL", "PRK", "193")],
    ),
    (
        "a collective has no code",
        {"event": "REJECT", "source": ["PRK"], "target": ["X-IMPERIALISTS"], "target_text": "imperialists"},
        ("REJECT", None, ["PRK"], []),
        [("PRK", "", "120")],
    ),
    (
        "states that CAMEO spells otherwise, and former ones",
        {"event": "AID", "source": ["SUN"], "target": ["ROU"]},
        ("AID", None, ["SUN"], ["ROU"]),
        [("USR", "ROM", "070")],
    ),
]  # fmt: skip
IDS = [case[0] for case in CASES]


@pytest.mark.parametrize(("event", "wanted"), [case[1:3] for case in CASES], ids=IDS)
def test_plover(archive: Archive, tmp_path: Path, event: dict[str, Any], wanted: tuple[Any, ...]) -> None:
    fill(archive, coded(events=[event]))
    (row,) = plover(archive, tmp_path)
    codes = [[actor["code"] for actor in row[side] if actor["code"]] for side in ("source", "target")]
    assert (row["event"], row["mode"], *codes) == wanted
    assert row["text"] == VISIT
    assert row["date"] == "2017-01-05"
    (told,) = rows(archive, "events")
    assert row["id"] == told["record_id"]
    assert row["dragoman"]["mode"] == told["mode"]
    if told["modality"] != "actual":
        assert told["modality"] in row["dragoman"]["folded"]
    if told["mode"] not in (None, row["mode"]) and told["event"] == row["event"]:
        assert f"mode:{told['mode']}" in row["dragoman"]["folded"]


@pytest.mark.parametrize(("event", "wanted"), [(case[1], case[3]) for case in CASES], ids=IDS)
@pytest.mark.parametrize("version", [1, 2])
def test_gdelt(
    archive: Archive, tmp_path: Path, event: dict[str, Any], wanted: list[tuple[str, str, str]], version: int
) -> None:
    fill(archive, coded(events=[event], url="https://example.org/a"))
    frame = gdelt(archive, tmp_path, version)
    assert [tuple(row) for row in frame[["Actor1Code", "Actor2Code", "EventCode"]].itertuples(index=False)] == wanted
    for _, row in frame.iterrows():
        assert row["Actor1Code"].startswith(row["Actor1CountryCode"]) or row["Actor1Type1Code"] in ("IGO", "NGO")
        assert (row["EventBaseCode"], row["EventRootCode"]) == (row["EventCode"][:3], row["EventCode"][:2])
        assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (
            "20170105",
            "201701",
            "2017",
            "2017.0137",
        )
        assert row["DATEADDED"] == ("20170106" if version == 1 else "20170106000000")
        assert row["SOURCEURL"] == "https://example.org/a"
        assert int(row["GLOBALEVENTID"]) > 0
        assert float(row["GoldsteinScale"]) == crosswalks().events[
            next(key for key, value in crosswalks().events.items() if value.code == row["EventCode"])
        ].goldstein  # fmt: skip
        assert int(row["QuadClass"]) == quad_class(row["EventCode"])
    assert frame["GLOBALEVENTID"].is_unique


@pytest.mark.parametrize(("event", "wanted"), [case[1:3] for case in CASES], ids=IDS)
def test_polecat(archive: Archive, tmp_path: Path, event: dict[str, Any], wanted: tuple[Any, ...]) -> None:
    fill(archive, coded(events=[event], url="https://example.org/a"))
    frame = polecat(archive, tmp_path)
    assert tuple(frame.columns) == COLUMNS
    assert set(zip(frame["Event Type"], frame["Event Mode"], strict=True)) == {(wanted[0], wanted[1] or "")}
    assert set(frame["Event Date"]) == {"2017-01-05"}
    assert set(frame["Publication Date"]) == {"2017-01-06"}
    assert set(frame["Language"]) == {"English"}
    assert frame["Event ID"].is_unique
    (told,) = rows(archive, "events")
    assert {name.partition("-")[0] for name in frame["Event ID"]} == {told["record_id"]}
    for _, row in frame.iterrows():
        sides = [(row[f"{side} Country"], row[f"{side} Name"], row[f"{side} Sectors"]) for side in ("Actor", "Recipient")]
        assert sides[0] != sides[1]


def test_polecat_has_a_row_for_each_pair_of_those_alike(archive: Archive, tmp_path: Path) -> None:
    three = ["CHN", "PRK", "USA"]
    fill(archive, coded(events=[{"source": three, "target": three}]))
    frame = polecat(archive, tmp_path)
    pairs = list(zip(frame["Actor Country"], frame["Recipient Country"], strict=True))
    assert pairs == [("CHN", "PRK"), ("CHN", "USA"), ("PRK", "USA")]
    assert [name[-2:] for name in frame["Event ID"]] == ["-1", "-2", "-3"]


def test_polecat_joins_those_who_act_on_others(archive: Archive, tmp_path: Path) -> None:
    sides = {"source": ["KOR", "UN-SC"], "source_text": "Seoul; the Council", "target": ["PRK"], "target_sector": ["MIL"]}
    fill(archive, coded(events=[{"event": "ACCUSE", **sides, "contexts": ["military", "cbrn"], "place": "Geneva"}]))
    (row,) = polecat(archive, tmp_path).to_dict("records")
    assert (row["Actor Country"], row["Actor Name"]) == ("KOR;", "Republic of Korea;UN Security Council")
    assert (row["Actor Sectors"], row["Primary Recipient Sector"]) == ("IGO", "MIL")
    assert row["Actor Name Raw"] == "Seoul; the Council"
    assert (row["Contexts"], row["Raw Placename"], row["Source"]) == ("military;cbrn", "Geneva", "KCNA")
    assert (row["Quad Code"], row["Intensity"]) == ("VERBAL CONFLICT", "-3.0")


def test_two_sources_without_a_target_are_not_read_as_acting_on_each_other(archive: Archive, tmp_path: Path) -> None:
    fill(archive, coded(events=[{"event": "ACCUSE", "source": ["KOR", "USA"], "target": []}]))
    assert [[a["code"] for a in row["source"]] for row in plover(archive, tmp_path)] == [["KOR"], ["USA"]]


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ({"modality": "negated"}, "negated CONSULT"),
        ({"modality": "hypothetical", "event": "AID"}, "hypothetical AID"),
        ({"modality": "conditional", "event": "ASSAULT"}, "conditional ASSAULT"),
        ({"modality": "planned", "event": "MOBILIZE"}, "planned MOBILIZE"),
    ],
)
def test_what_did_not_happen_is_left_out_and_named(
    archive: Archive, tmp_path: Path, event: dict[str, Any], reason: str
) -> None:  # fmt: skip
    fill(archive, coded(events=[event, {"event": "AID"}]))
    for form in ("plover", "polecat", "gdelt"):
        counts = export(archive, form, tmp_path)
        assert list(left(tmp_path, form).values()) == [reason]
        assert set(counts.values()) == {1}
        assert counts[f"events.{form}.left.csv"] == 1


def test_gdelt_leaves_out_whom_cameo_has_no_code_for(archive: Archive, tmp_path: Path) -> None:
    fill(archive, coded(events=[{"event": "ACCUSE", "source": ["X-WEST"], "target": ["X-HOSTILE"]}]))
    assert gdelt(archive, tmp_path).empty
    assert list(left(tmp_path, "gdelt").values()) == ["no actor that CAMEO has a code for"]


@pytest.mark.parametrize(
    ("event", "document", "day", "loose"),
    [
        ({"date": "2017-01"}, {}, "2017-01-01", "2017-01"),
        ({"date": "1966"}, {}, "1966-01-01", "1966"),
        ({"date": None}, {"kind": "news"}, "2017-01-06", "2017-01-06"),
        ({"date": None}, {"kind": "reference"}, None, None),
        ({"date": None, "performed": True}, {"kind": "overview"}, "2017-01-06", "2017-01-06"),
        ({"date": None}, {"kind": "news", "published": "2017"}, None, None),
        ({"date": None}, {"kind": "news", "published": None}, None, None),
    ],
)
def test_dates(
    archive: Archive, tmp_path: Path, event: dict[str, Any], document: dict[str, Any], day: str | None, loose: str | None
) -> None:  # fmt: skip
    fill(archive, coded(events=[event], **document))
    assert [row["date"] for row in plover(archive, tmp_path)] == [loose]
    assert list(polecat(archive, tmp_path)["Event Date"]) == ([day] if day else [])
    assert list(gdelt(archive, tmp_path)["SQLDATE"]) == ([day.replace("-", "")] if day else [])
    if day is None:
        assert list(left(tmp_path, "gdelt").values()) == list(left(tmp_path, "polecat").values()) == ["undated"]


def test_words_that_would_break_a_row(archive: Archive, tmp_path: Path) -> None:
    place = 'the "old"\ttown\nof X'
    fill(archive, coded(text="A text\twith “tabs”.\nAnd lines.", events=[{"place": place, "source_text": '"Moscow"'}]))
    assert list(gdelt(archive, tmp_path, 2)["ActionGeo_FullName"]) == ["the 'old' town of X"]
    assert list(polecat(archive, tmp_path)["Actor Name Raw"]) == ["'Moscow'"]
    (row,) = plover(archive, tmp_path)
    assert row["location"] == place


def test_an_archive_without_events(archive: Archive, tmp_path: Path) -> None:
    fill(archive, coded(events=[]))
    assert plover(archive, tmp_path) == []
    assert gdelt(archive, tmp_path).empty
    assert polecat(archive, tmp_path).empty


CODES = st.sampled_from(["PRK", "USA", "SUN", "XKX", "UN", "UN-SC", "EU", "NATO", "X-WEST", "AL-QAEDA", "BP", "MRC"])
SECTORS = st.sampled_from(["GOV", "MIL", "OPP", "UNK", "PRE", "ISM"])
TYPES = {kind.event: [None, *kind.modes] for kind in load().all(EventType)}
EVENTS = st.sampled_from([(event, mode) for event, modes in TYPES.items() for mode in modes])


SIDES = st.lists(CODES, max_size=3, unique=True)
MODALITIES = st.sampled_from(["actual", "planned", "conditional", "hypothetical", "negated"])


@settings(max_examples=300)
@given(EVENTS, SIDES, SIDES, st.lists(SECTORS, max_size=2), st.lists(SECTORS, max_size=2), MODALITIES, st.booleans())
def test_no_pair_with_oneself_and_none_twice(
    kind: tuple[str, str | None], source: list[str], target: list[str], own: list[str], theirs: list[str], modality: str,
    alike: bool,
) -> None:  # fmt: skip
    """Whatever is coded: every event is told or left, in a type that PLOVER has, and no row has one actor on both sides."""
    row = {
        "record_id": "a" * 20, "event": kind[0], "mode": kind[1], "modality": modality, "source": source,
        "target": source if alike else target, "source_sector": own, "target_sector": theirs, "source_text": None,
        "target_text": None, "date": "2017", "performed": False, "published": "2018-02-03", "place": None, "start": 0,
        "source_path": "a", "object_text": None, "contexts": [],
    }  # fmt: skip
    told = fold(row)
    if isinstance(told, Left):
        named = bool(row["source"] or row["target"])
        assert told.reason in ({f"{modality} {kind[0]}"} if named else {f"{modality} {kind[0]}", "nobody is named"})
        return
    assert isinstance(told, Told)
    assert told.event in TYPES
    assert told.mode in TYPES[told.event]
    pairs = [(a.who if a else None, b.who if b else None) for a, b in told.pairs]
    assert not any(a == b for a, b in pairs)
    found = list(rows_of(told, crosswalks(), newer=True))
    keys = [(r["Actor1Code"], r["Actor2Code"]) for r in found]
    assert len(set(keys)) == len(keys)
    assert not any(a == b for a, b in keys)
    if told.alike:
        assert not any((b, a) in keys for a, b in keys)
    assert all(set(r) <= set(columns(newer=True)) for r in found)


def test_columns_are_as_many_as_the_files_have() -> None:
    assert (len(columns(newer=False)), len(columns(newer=True)), len(COLUMNS)) == (58, 61, 40)


def test_the_tables_are_whole() -> None:
    """Every type has a code, every mode is one of ours, every code is one that the lexicon has."""
    walks = crosswalks()
    known = {(event, mode) for event, modes in TYPES.items() for mode in modes}
    assert {(event, None) for event in TYPES} <= set(walks.events) <= known
    codes = {entry.code for kind in (Organisation, State) for entry in load().all(kind)}
    assert {*walks.organisations, *walks.states} <= codes | {"ROU"}
    assert all(-10 <= entry.goldstein <= 10 and entry.code.isdigit() for entry in walks.events.values())
    for modality in walks.plover.modality:
        assert {*modality.becomes, *modality.becomes.values()} <= set(TYPES)


def test_every_column_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    for name in {*COLUMNS, *(c for c in columns(newer=True) if "Actor2" not in c and "Geo_" not in c)}:
        shown = name.replace("Recipient", "Actor")
        assert f"`{shown}`" in page, name
