"""Claims that differ, and whether they can both hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.differing import (
    COMPATIBLE,
    DENIED,
    OTHER_DATES,
    SAME_TIME,
    UNDATED,
    Variant,
    difference_of,
    differing_claims,
)
from dragoman.archive import Archive
from dragoman.records import Claim


def claims(folder: Path, *made: dict[str, Any]) -> Archive:
    """An archive with one document for each claim."""
    found = []
    for number, fields in enumerate(made):
        published = fields.pop("published", "2020-01-01")
        given_fields = {"kind": "quantity", "subject": "ALP", "measure": "tests", "comparator": "=", "claimed_by": "ALP"}
        text = f"Paper {number}\nSomething is claimed here."
        document = Made(text, f"{number}.txt", published=published, reported_by=["ALP"])
        found.append(document.add(Claim, "Something is claimed here.", **(given_fields | fields)).coded())
    return Archive.open(fill(folder, found, []), read_only=True)


STATED: dict[str, Any] = {"measure": None, "statement": "nuclear power"}


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ({"value": 5}, {"value": 6}, SAME_TIME),
        ({"value": 5, "published": None}, {"value": 6}, UNDATED),
        ({"value": 5, "published": "2019"}, {"value": 6}, OTHER_DATES),
        ({"value": 5, "published": "2020"}, {"value": 6}, SAME_TIME),
        ({"value": 5, "as_of": "2010"}, {"value": 6, "as_of": "2011"}, OTHER_DATES),
        ({"value": 5, "as_of": "2010"}, {"value": 6, "as_of": "2010-05"}, SAME_TIME),
        ({"value": 150, "comparator": ">"}, {"value": 160}, COMPATIBLE),
        ({"value": 150, "comparator": ">"}, {"value": 150}, SAME_TIME),
        ({"value": 150, "comparator": ">="}, {"value": 150}, COMPATIBLE),
        ({"value": 100, "comparator": "<"}, {"value": 160}, SAME_TIME),
        ({"value": 160, "comparator": "~"}, {"value": 164}, COMPATIBLE),
        ({"value": 160, "comparator": "~"}, {"value": 200}, SAME_TIME),
        ({"value": 5}, {"value": 5, "denied": True}, DENIED),
        ({"value": 5}, {"value": 6, "denied": True}, None),
        (STATED | {"statement": "Nuclear Power"}, STATED | {"denied": True}, DENIED),
        (STATED, STATED | {"statement": "a nuclear power", "denied": True}, None),
        ({"value_text": "many"}, {"value_text": "few"}, SAME_TIME),
        ({"value_text": "many"}, {"value_text": "Many", "claimed_by": "USA"}, None),
        ({"value": 5}, {"value": 6, "measure": "rockets"}, None),
        ({"value": 5}, {"value": 6, "unit": "ton"}, None),
        ({"value": 5}, {"value": 5, "claimed_by": "USA"}, None),
        ({"value": None}, {"value": None, "denied": True}, DENIED),
        ({"value": 0}, {"value": 80000, "comparator": ">="}, SAME_TIME),
    ],
)  # fmt: skip
def test_what_differs_and_how(tmp_path: Path, one: dict[str, Any], other: dict[str, Any], difference: str | None) -> None:
    with claims(tmp_path, one, other) as archive:
        found = differing_claims(archive, "ALP").rows()
    assert {row["difference"] for row in found} == ({difference} if difference else set())
    assert len(found) == (2 if difference else 0)
    assert all(row["quote"] == "Something is claimed here." for row in found)


def test_a_claim_made_again_is_one_row_with_its_count(tmp_path: Path) -> None:
    with claims(tmp_path, {"value": 5, "published": "2018"}, {"value": 5, "published": "2019"}, {"value": 6}) as archive:
        five, six = differing_claims(archive, "ALP")
    assert (five["value"], five["documents"], five["first"], five["last"], five["published"]) == (5, 2, "2018", "2019", "2019")
    assert six["documents"] == 1
    assert five["difference"] == OTHER_DATES


def test_a_range_in_one_sentence_is_no_difference(tmp_path: Path) -> None:
    made = Made("Paper\nBetween 80 and 120 are held.", "a.txt")
    between: dict[str, Any] = {"kind": "quantity", "subject": "ALP", "measure": "prisoners", "claimed_by": "ALP"}
    made.add(Claim, "Between 80 and 120 are held.", comparator=">=", value=80, **between)
    made.add(Claim, "Between 80 and 120 are held.", comparator="<=", value=120, **between)
    with Archive.open(fill(tmp_path, [made.coded()], []), read_only=True) as archive:
        assert differing_claims(archive, "ALP").total == 0


def test_groups_are_numbered_and_limited(tmp_path: Path) -> None:
    made = [{"value": v, "measure": m} for m in ("tests", "rockets", "bombs") for v in (1, 2)]
    with claims(tmp_path, *made) as archive:
        found = differing_claims(archive, "ALP", limit=2)
        assert [row["group"] for row in found] == [1, 1, 2, 2]
        assert found.said == "4 of 6 shown"
        assert found.note == "2 of 3 subjects"
        assert differing_claims(archive, "USA").total == 0


VARIANTS = st.builds(
    Variant,
    comparator=st.sampled_from(["=", ">", ">=", "<", "<=", "~"]),
    value=st.none() | st.integers(-5, 5).map(float),
    value_text=st.none() | st.sampled_from(["many", "few"]),
    denied=st.booleans(),
    when=st.none() | st.sampled_from(["2017", "2017-01", "2018"]),
    claimed_by=st.none(),
    records=st.just(1),
    documents=st.just(1),
    first=st.none(),
    last=st.none(),
    latest=st.just(""),
)


@given(VARIANTS, VARIANTS)
def test_to_differ_is_mutual(one: Variant, other: Variant) -> None:
    assert difference_of([one, other]) == difference_of([other, one])
    assert difference_of([one, one]) is None
