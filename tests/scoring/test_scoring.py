"""Scores by hand: what counts as found, right, kept, false, confused. No parser is at work here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.scoring import Case, read_gold, score
from dragoman.scoring.matching import TESTS, meets, paired, same

TEXT = "Norway condemned Chad. It met Mali – in “Oslo”."


def event(kind: str, source: str, target: str, **fields: Any) -> dict[str, Any]:
    return {"event": kind, "source": [source], "target": [target], "start": 0, "end": 22, "quote": "words", **fields}


ACCUSE, CONSULT = event("ACCUSE", "NOR", "TCD"), event("CONSULT", "NOR", "MLI", start=23, end=47)


@pytest.mark.parametrize(
    ("wanted", "got", "expected"),
    [
        ("Chad", "CHAD", True),
        ("Chad", "Chad ", True),
        ("Chad", None, False),
        ("a-b", "a – b", False),
        ("a-b", "a–b", True),
        (["NOR", "TCD"], ["TCD", "NOR"], True),
        (["NOR"], ["TCD", "NOR"], False),
        ("NOR", ["NOR"], False),
        ([], [], True),
        (None, "", True),
        (None, [], True),
        (None, 0.0, False),
        (195, 195.0, True),
        (195, 196.0, False),
        (195, None, False),
        (True, True, True),
        (True, 1, False),
        ({"contains": "foreign minister"}, "the Foreign\nMinister of Chad", True),
        ({"contains": "x"}, None, False),
        ({"any": ["a", None]}, None, True),
        ({"any": ["a", "b"]}, "c", False),
        ({"sign": "-"}, -0.5, True),
        ({"sign": "-"}, 0.5, False),
        ({"sign": "+"}, 0.0, False),
        ({"sign": "+"}, None, False),
        ({"includes": ["NOR"]}, ["TCD", "NOR"], True),
        ({"includes": ["NOR", "MLI"]}, ["TCD", "NOR"], False),
        ({"overlaps": ["NOR", "MLI"]}, ["TCD", "NOR"], True),
        ({"overlaps": ["MLI"]}, ["TCD", "NOR"], False),
        ({"overlaps": []}, [], True),
    ],
)
def test_values(wanted: Any, got: Any, expected: bool) -> None:
    assert same(wanted, got) is expected


def test_a_quote_is_met_by_evidence_that_shares_words() -> None:
    assert meets({"quote": 'Mali - in "Oslo"'}, CONSULT, TEXT)
    assert not meets({"quote": 'Mali - in "Oslo"'}, ACCUSE, TEXT)


def test_pairs_are_as_many_as_can_be() -> None:
    """The first label fits both records, the second the first alone."""
    fits = {(0, 0), (0, 1), (1, 0)}
    found = paired([{"n": 0}, {"n": 1}], [{"n": 0}, {"n": 1}], lambda label, record: (label["n"], record["n"]) in fits)
    assert found == {0: 1, 1: 0}


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_pairs_are_one_to_one_and_fit(fits: set[tuple[int, int]]) -> None:
    rows = [{"n": n} for n in range(5)]
    found = paired(rows, rows, lambda label, record: (label["n"], record["n"]) in fits)
    assert len(set(found.values())) == len(found)
    assert set(found.items()) <= fits
    assert len(found) >= (1 if fits else 0)


def test_a_table_by_hand() -> None:
    cases = [
        Case(id=1, text=TEXT, expect={"events": [{"event": "ACCUSE"}, {"event": "AID"}]}, complete=["events"]),
        Case(id=2, text=TEXT, expect={"events": [{"event": "CONSULT"}]}),
        Case(id=3, text=TEXT, absent={"events": [{"event": "AID"}, {"event": "CONSULT"}]}),
        Case(id=4, text=TEXT, complete=["events"]),
        Case(id=5, text=TEXT, expect={"claims": [{}]}),
    ]
    coded = [
        {"events": [ACCUSE, CONSULT]},
        {"events": [CONSULT, ACCUSE]},
        {"events": [CONSULT]},
        {"events": [ACCUSE]},
        {"claims": []},
    ]
    found = score(cases, coded)
    events = found.table("events")
    assert (events.texts, events.expected, events.found, events.absent, events.kept) == (4, 3, 2, 2, 1)
    assert (events.complete, events.coded, events.right) == (2, 3, 1)
    assert (events.recall, events.precision) == (2 / 3, 1 / 3)
    assert events.f1 == pytest.approx(4 / 9)
    claims = found.table("claims")
    assert (claims.recall, claims.precision, claims.f1) == (0.0, None, None)
    assert found.table("relations").recall is None
    assert [(f.kind, f.id) for f in found.faults] == [
        ("missed", 1), ("false", 1), ("forbidden", 3), ("false", 4), ("missed", 5),
    ]  # fmt: skip
    assert {(c.expected, c.coded): c.count for c in found.confusion} == {
        ("ACCUSE", "ACCUSE"): 1, ("AID", "CONSULT"): 1, ("CONSULT", "CONSULT"): 1, ("nothing", "ACCUSE"): 1,
    }  # fmt: skip


def test_the_same_record_does_not_meet_two_labels() -> None:
    labels = {"events": [{"event": "ACCUSE"}, {"event": "ACCUSE"}]}
    assert score([Case(id=1, text=TEXT, expect=labels)], [{"events": [ACCUSE]}]).table("events").found == 1


def test_a_miss_is_set_beside_the_record_most_like_it() -> None:
    label = {"event": "AID", "source": ["NOR"], "target": ["MLI"]}
    found = score([Case(id=1, text=TEXT, expect={"events": [label]}, complete=["events"])], [{"events": [ACCUSE, CONSULT]}])
    assert ("AID", "CONSULT") in {(c.expected, c.coded) for c in found.confusion}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nonsense", "malformed"),
        ("[]", "Expected `object`"),
        ('{"id": 1}', "missing required field `text`"),
        ('{"id": 1, "text": "a", "expects": {}}', "unknown field `expects`"),
        ('{"id": 1, "text": "a", "date": "May"}', "date 'May' is none"),
        ('{"id": 1, "text": "a", "speaker_state": "the U.S."}', "is no code"),
        ('{"id": 1, "text": "a", "complete": ["acts"]}', "no table 'acts'"),
        ('{"id": 1, "text": "a", "expect": {"events": [{"sorce": []}]}}', "events has no field 'sorce'"),
        ('{"id": 1, "text": "a", "absent": {"events": [{"quote": "b"}]}}', "quote 'b' does not stand in the text"),
        ('{"id": 1, "text": "a", "expect": {"events": [{"mode": {"like": "b"}}]}}', "mode cannot be {'like': 'b'}"),
        ('{"id": 1, "text": "a", "expect": {"events": [{"score": {"sign": "?"}}]}}', "score cannot be {'sign': '?'}"),
        ('{"id": 1, "text": "a", "expect": {"events": [{"mode": {}}]}}', "mode cannot be {}"),
        ('{"id": 0, "text": "a"}', "id 0 is there already"),
    ],
)
def test_a_fault_in_gold_is_named_with_its_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('\ufeff{"id": 0, "text": "a"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        read_gold(path)
    assert str(error.value).startswith(f"{path}:3: ")
    assert said in str(error.value)
    assert "allowed: " in str(error.value)


def test_a_gold_that_is_not_there_or_empty(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(UsageError, match="no line has a labelled text"):
        read_gold(tmp_path / "empty.jsonl")


def test_every_test_of_a_value_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "evaluate.md").read_text("utf-8")
    for name in (*TESTS, *(f"`{field}`" for field in Case.__struct_fields__)):
        assert name in page


def test_scores_are_json() -> None:
    found = score([Case(id=1, text=TEXT, complete=["events"])], [{"events": [ACCUSE]}])
    data = json.loads(json.dumps(found.data()))
    assert data["tables"][0] | {"precision": 0.0, "recall": None, "f1": None} == data["tables"][0]
