"""Pairs of claims, how they stand to each other, and why; labelled cases in our own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.analysis import conflicts
from dragoman.analysis.assertions import Told
from dragoman.analysis.conflicts import DIFFERENCES, sides
from dragoman.analysis.contraries import Contraries, quantities
from dragoman.archive import Archive
from dragoman.records import Actor, Claim, Principle
from dragoman.records.base import Record

WORDS = "Something is claimed here."


def archive_of(folder: Path, *made: dict[str, Any]) -> Archive:
    """An archive with one document for each claim, or principle where there is a `holder`."""
    found = []
    for number, fields in enumerate(made):
        fields = dict(fields)
        published = fields.pop("published", "2020-01-01")
        text = f"{fields.pop('text', f'Paper {number}')}\n{WORDS}"
        document = Made(text, f"{number}.txt", published=published, reported_by=["ALP"])
        kind: type[Record] = Principle if "holder" in fields else Claim
        given_fields = {"kind": "quantity", "subject": "ALP", "measure": "tests", "comparator": "=", "claimed_by": "ALP"}
        found.append(document.add(kind, WORDS, **(fields if kind is Principle else given_fields | fields)).coded())
    return Archive.open(fill(folder, found, []), read_only=True)


def difference(folder: Path, *made: dict[str, Any], code: str = "ALP") -> list[str]:
    with archive_of(folder, *made) as archive:
        found = conflicts(archive, code).rows()
    assert all(side["quote"] == WORDS for row in found for side in sides(row))
    return [row["difference"] for row in found]


STATED: dict[str, Any] = {"measure": None, "statement": "nuclear power", "kind": "legal"}
STATUS: dict[str, Any] = {"measure": None, "kind": "status"}
THERE: dict[str, Any] = {"kind": "existence", "value": None, "measure": "camps", "statement": "there are camps"}
MONEY: dict[str, Any] = {"measure": "money", "unit": "dollar"}
PEOPLE: dict[str, Any] = {"measure": "people"}
NOBODYS: dict[str, Any] = {"subject": None}
FAR: dict[str, Any] = {"measure": "distances", "statement": "flew so far"}
LONG = "The ministry of Alphaland told reporters on Monday that so many tests had been held in the northern desert. " * 3


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"value": 5}, {"value": 6}, "differ"),
        ({"value": 5, "published": None}, {"value": 6}, "differ; undated"),
        ({"value": 5, "published": "2019"}, {"value": 6}, "differ; of different dates"),
        ({"value": 5, "published": "2020"}, {"value": 6}, "differ"),
        ({"value": 5, "as_of": "2010"}, {"value": 6, "as_of": "2011"}, "differ; of different dates"),
        ({"value": 5, "as_of": "2010"}, {"value": 6, "as_of": "2010-05"}, "differ"),
        ({"value": 150, "comparator": ">"}, {"value": 160}, "differ; both may hold"),
        # Of what a number is, where the measure alone does not say.
        (MONEY | {"value": 5, "statement": "paid $5 for rice"}, MONEY | {"value": 6, "statement": "the bridge cost $6"}, None),
        (MONEY | {"value": 5, "statement": "paid $5 for rice"}, MONEY | {"value": 6, "statement": "rice worth $6"}, "differ"),
        (PEOPLE | {"value": 5, "statement": "5 people sang"}, PEOPLE | {"value": 6, "statement": "6 people were shot"}, None),
        (NOBODYS | {"value": 5, "statement": "5 tests in a lab"}, NOBODYS | {"value": 6, "statement": "6 tests at sea"}, None),
        (NOBODYS | {"value": 5, "statement": "5 at sea"}, NOBODYS | {"value": 6, "statement": "6 tests at sea"}, "differ"),
        # What comes on top of a number that is not told; what is told in two units.
        ({"value": 5, "statement": "held 5 tests"}, {"value": 2, "statement": "held two more tests"}, None),
        ({"value": 5, "statement": "held another 5 tests"}, {"value": 2, "statement": "held 2 tests"}, None),
        (FAR | {"value": 7400, "unit": "kilometre"}, FAR | {"value": 4600, "unit": "mile"}, None),
        (FAR | {"value": 7400, "unit": "kilometre"}, FAR | {"value": 5600, "unit": "mile"}, "differ"),
        ({"value": 150, "comparator": ">"}, {"value": 150}, "differ"),
        ({"value": 150, "comparator": ">="}, {"value": 150}, "differ; both may hold"),
        ({"value": 100, "comparator": "<"}, {"value": 160}, "differ"),
        ({"value": 160, "comparator": "~"}, {"value": 164}, "differ; both may hold"),
        ({"value": 160, "comparator": "~"}, {"value": 200}, "differ"),
        ({"value": 5}, {"value": 5, "denied": True}, "asserted and denied"),
        ({"value": 5}, {"value": 6, "denied": True}, None),
        (STATED | {"statement": "Nuclear Power"}, STATED | {"denied": True}, "asserted and denied"),
        (STATED, STATED | {"statement": "a member of the commission", "denied": True}, None),
        ({"value_text": "many"}, {"value_text": "few"}, "differ"),
        ({"value_text": "many"}, {"value_text": "Many", "claimed_by": "USA"}, None),
        ({"value": 5}, {"value": 6, "measure": "rockets"}, None),
        ({"value": 5}, {"value": 5, "claimed_by": "USA"}, None),
        ({"value": 0}, {"value": 80000, "comparator": ">="}, "differ"),
        # Units: converted, left out where they name what is counted, and else not compared.
        ({"value": 5}, {"value": 6, "unit": "ton"}, None),
        ({"value": 2, "unit": "tonne"}, {"value": 2000, "unit": "kilogram"}, None),
        ({"value": 2, "unit": "tonne"}, {"value": 2500, "unit": "kilogram"}, "differ"),
        ({"value": 160, "unit": "state"}, {"value": 164}, "differ"),
        ({"value": 5, "unit": "USD"}, {"value": 6, "unit": "EUR"}, None),
        ({"value": 5, "unit": "percent"}, {"value": 60}, None),
        # Existence against denial, and against a number.
        (THERE, THERE | {"denied": True, "claimed_by": "BET"}, "asserted and denied"),
        (THERE | {"denied": True}, {"measure": "camps", "value": 4, "claimed_by": "BET"}, "asserted and denied"),
        (THERE | {"denied": True}, {"measure": "camps", "value": 0}, None),
        (THERE, {"measure": "camps", "value": 4}, None),
        (
            THERE | {"measure": None, "statement": "secret camps in the north", "denied": True},
            THERE | {"measure": None, "statement": "the secret camps of the north", "claimed_by": "BET"},
            "asserted and denied",
        ),
        # Statuses: contraries, synonyms, aims, the only one of a kind.
        (STATUS | {"statement": "a nuclear power"}, STATUS | {"statement": "a non-nuclear state"}, "cannot both hold"),
        (
            STATUS | {"statement": "a nuclear power", "published": None}, STATUS | {"statement": "a non-nuclear state"},
            "cannot both hold; undated",
        ),
        (
            STATUS | {"statement": "status of a nuclear power"},
            STATUS | {"statement": "nuclear-weapon state", "denied": True, "claimed_by": "BET"},
            "asserted and denied",
        ),
        (STATUS | {"statement": "a nuclear power"}, STATUS | {"statement": "a sovereign state"}, None),
        (
            STATUS | {"statement": "a nuclear power"},
            {"holder": "ALP", "kind": "commitment", "statement": "complete denuclearization", "published": "2018"},
            "said and aimed at; of different dates",
        ),
        (
            STATUS | {"statement": "a nuclear power"},
            {"holder": "BET", "kind": "commitment", "statement": "complete denuclearization"},
            None,
        ),
        (
            STATUS | {"statement": "the sole lawful government of the island"},
            STATUS | {"statement": "only lawful government of the whole island", "subject": "BET", "claimed_by": "BET"},
            "cannot both hold",
        ),
        (
            STATUS | {"statement": "the sole producer of tin"},
            STATUS | {"statement": "only lawful government of the island", "subject": "BET", "claimed_by": "BET"},
            None,
        ),
        # Two editions of one item are one place.
        (
            {"value": 160, "text": LONG},
            {"value": 164, "text": LONG.replace("Monday", "Tuesday", 1), "published": "2020-01-02"},
            None,
        ),
    ],
)  # fmt: skip
def test_what_differs_and_how(tmp_path: Path, one: dict[str, Any], other: dict[str, Any], expected: str | None) -> None:
    assert difference(tmp_path, one, other) == ([expected] if expected else [])


def test_both_sides_are_told_the_earlier_first(tmp_path: Path) -> None:
    late = {"value": 6, "published": "2021", "claimed_by": "BET"}
    with archive_of(tmp_path, late, {"value": 5, "as_of": "2019"}, {"value": 5, "as_of": "2019"}) as archive:
        (row,) = conflicts(archive, "ALP")
    first, second = sides(row)
    assert (first["by"], first["when_is"], first["when"], first["documents"]) == ("ALP", "as of", "2019", 2)
    assert (second["by"], second["when_is"], second["when"], second["documents"]) == ("BET", "published", "2021", 1)
    assert (row["why"], row["same_speaker"]) == ("5 excludes 6", False)


def test_a_change_of_mind_is_called_one(tmp_path: Path) -> None:
    with archive_of(tmp_path, {"value": 5, "published": "2010"}, {"value": 6, "published": "2011"}) as archive:
        (row,) = conflicts(archive, "ALP")
    assert row["why"] == "5 excludes 6; the same speaker, a change"
    assert row["same_speaker"]


def test_any_date_on_which_it_was_said_counts(tmp_path: Path) -> None:
    old, again = {"value": 5, "published": "2010"}, {"value": 5, "published": "2020"}
    assert difference(tmp_path, old, again, {"value": 6, "published": "2010", "claimed_by": "BET"}) == ["differ"]


def test_a_range_in_one_sentence_is_no_difference(tmp_path: Path) -> None:
    made = Made("Paper\nBetween 80 and 120 are held.", "a.txt").add(Actor, "Between", code="ALP")
    between: dict[str, Any] = {"kind": "quantity", "subject": "ALP", "measure": "prisoners", "claimed_by": "ALP"}
    made.add(Claim, "Between 80 and 120 are held.", comparator=">=", value=80, **between)
    made.add(Claim, "Between 80 and 120 are held.", comparator="<=", value=120, **between)
    with Archive.open(fill(tmp_path, [made.coded()], []), read_only=True) as archive:
        assert conflicts(archive, "ALP").total == 0


def test_pairs_are_limited_and_counted(tmp_path: Path) -> None:
    made = [{"value": v, "measure": m} for m in ("tests", "rockets", "bombs") for v in (1, 2)]
    with archive_of(tmp_path, *made) as archive:
        found = conflicts(archive, "ALP", limit=2)
        assert found.said == "2 of 3 shown"
        assert conflicts(archive, "USA").total == 0


def told(**fields: Any) -> Told:
    given_fields = dict.fromkeys(Told._fields) | {"table": "claims", "kind": "quantity", "comparator": "=", "denied": False}
    return Told(**(given_fields | fields))


TOLD = st.builds(
    told,
    kind=st.sampled_from(["quantity", "existence"]),
    comparator=st.sampled_from(["=", ">", ">=", "<", "<=", "~"]),
    value=st.none() | st.integers(-5, 5).map(float),
    value_text=st.none() | st.sampled_from(["many", "few"]),
    unit=st.sampled_from([None, "ton", "tonne", "USD", "state"]),
    denied=st.booleans(),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TOLD, TOLD)
def test_to_differ_is_mutual(one: Told, other: Told) -> None:
    units = Contraries().units
    mine, its = quantities(one, other, units), quantities(other, one, units)
    assert (mine and mine[0]) == (its and its[0])
    assert mine is None or mine[0] in DIFFERENCES
    assert quantities(one, one, units) is None
