"""Relations as they stood on a day: labelled cases, and what a day inside a date's imprecision does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill

from dragoman.analysis import relations_history, relations_on
from dragoman.archive import Archive
from dragoman.errors import UsageError
from dragoman.records import Event, Record, Relation

DIPLOMATIC = {"kind": "diplomatic-relations", "a": "ALP", "b": "BET"}
ACT: dict[str, Any] = {"event": "SUPPORT", "mode": "recognition", "object_text": "diplomatic relations"}
CUT: dict[str, Any] = {"event": "SANCTION", "mode": "discontinue", "object_text": "diplomatic relations"}
BOTH = {"source": ["ALP", "BET"], "target": ["ALP", "BET"]}
ONE = {"source": ["ALP"], "target": ["BET"]}


def told(folder: Path, *made: dict[str, Any]) -> Archive:
    """One document for each relation or event; `words` are its sentence, `published` its date."""
    found = []
    for number, fields in enumerate(made):
        fields = dict(fields)
        words = fields.pop("words", "It is told here.")
        document = Made(f"Paper {number}\n{words}", f"{number}.txt", published=fields.pop("published", "2020-05-05"))
        kind: type[Record] = Event if "event" in fields else Relation
        found.append(document.add(kind, words, **fields).coded())
    return Archive.open(fill(folder, found, []), read_only=True)


def on(folder: Path, day: str, *made: dict[str, Any], codes: tuple[str, ...] = ("ALP",)) -> list[tuple[str, Any, Any]]:
    with told(folder, *made) as archive:
        return [(row["standing"], row["since"], row["until"]) for row in relations_on(archive, codes, day)]


BEGAN, OVER = DIPLOMATIC | {"since": "1991"}, DIPLOMATIC | {"status": "ended", "until": "1998-06-01"}


@pytest.mark.parametrize(
    ("day", "made", "expected"),
    [
        ("1990-12-31", [BEGAN], ("not yet", "1991", None)),
        ("1991-06-01", [BEGAN], ("uncertain", "1991", None)),
        ("1991-12-31", [BEGAN], ("standing", "1991", None)),
        ("1998-05-31", [BEGAN, OVER], ("standing", "1991", "1998-06-01")),
        ("1998-06-01", [BEGAN, OVER], ("ended", None, "1998-06-01")),
        ("1990-01-01", [OVER], ("standing", None, "1998-06-01")),
        ("1997-01-01", [BEGAN, OVER | {"until": "1997"}], ("uncertain", "1991", "1997")),
        ("2001-01-01", [BEGAN, OVER | {"status": "suspended"}], ("suspended", None, "1998-06-01")),
        # An end without a date was not later than its text.
        ("2000-01-01", [BEGAN, OVER | {"until": None}], ("uncertain", "1991", None)),
        ("2020-05-05", [BEGAN, OVER | {"until": None}], ("ended", None, None)),
        # Told to be, at the time of a text; without any date nothing can be said.
        ("2021-01-01", [DIPLOMATIC], ("standing", None, None)),
        ("2019-01-01", [DIPLOMATIC], ("unknown", None, None)),
        ("2019-01-01", [DIPLOMATIC | {"published": None}], ("unknown", None, None)),
        ("2021-01-01", [DIPLOMATIC | {"status": "denied"}], ("told not to be", None, None)),
        # Restored after an end.
        (
            "2008-01-01",
            [BEGAN, OVER, DIPLOMATIC | {"since": "2007-04", "words": "They restored diplomatic relations."}],
            ("standing", "2007-04", None),
        ),
        (
            "2020-05-05",
            [OVER, DIPLOMATIC | {"words": "Diplomatic Relations Restored"}],
            ("standing", None, None),
        ),
        # From acts alone.
        ("1992-01-01", [ACT | BOTH | {"date": "1991-02-03"}], ("standing", "1991-02-03", None)),
        ("1999-01-01", [ACT | BOTH | {"date": "1991"}, CUT | ONE | {"date": "1998-01"}], ("ended", None, "1998-01")),
        (
            "1999-01-01",
            [ACT | BOTH | {"date": "1991"}, CUT | ONE | {"date": "1998-01", "words": "It suspended relations."}],
            ("suspended", None, "1998-01"),
        ),
        # A former state's relations end with it.
        ("1992-01-01", [DIPLOMATIC | {"b": "SUN", "since": "1950"}], ("ended", "1950", None)),
        ("1991-12-26", [DIPLOMATIC | {"b": "SUN", "since": "1950"}], ("standing", "1950", None)),
    ],
)  # fmt: skip
def test_how_it_stood(tmp_path: Path, day: str, made: list[dict[str, Any]], expected: tuple[str, Any, Any]) -> None:
    assert on(tmp_path, day, *made) == [expected]


@pytest.mark.parametrize(
    ("act", "kind", "a", "b"),
    [
        (ACT | ONE | {"object_text": None}, "recognition", "ALP", "BET"),
        ({"event": "SUPPORT", "mode": "accession", "source": ["ALP"], "target": ["UN"]}, "membership", "ALP", "UN"),
        ({"event": "SUPPORT", "mode": "accession", "source": ["UN"], "target": ["FIN"]}, "membership", "FIN", "UN"),
        ({"event": "SUPPORT", "mode": "treaty"} | BOTH, "agreement", "ALP", "BET"),
        ({"event": "RETREAT", "mode": "ceasefire"} | BOTH, "truce", "ALP", "BET"),
    ],
)
def test_which_bond_an_act_makes(tmp_path: Path, act: dict[str, Any], kind: str, a: str, b: str) -> None:
    code = "ALP" if "ALP" in (a, b) else a
    with told(tmp_path, act | {"date": "1990-01-01"}) as archive:
        (row,) = relations_on(archive, [code], "1991-01-01")
    assert (row["kind"], row["a"], row["b"], row["standing"]) == (kind, a, b, "standing")


@pytest.mark.parametrize(
    "act",
    [
        ACT | BOTH | {"modality": "planned"},
        CUT | ONE | {"object_text": "food aid"},
        {"event": "CONSULT", "mode": "visit"} | ONE,
        ACT | BOTH | {"object_text": "ties", "words": "They repaired their ties."},
        ACT | BOTH | {"object_text": "relations of trust", "words": "They built relations of trust."},
        ACT | BOTH | {"object_text": "a close partnership", "words": "They forged a close partnership."},
    ],
)
def test_what_makes_no_bond(tmp_path: Path, act: dict[str, Any]) -> None:
    assert on(tmp_path, "2021-01-01", act | {"date": "1990-01-01"}) == []


def test_relations_that_are_raised_stood_before(tmp_path: Path) -> None:
    raised = ACT | BOTH | {"words": "They raise their relations to a partnership.", "date": "2004"}
    with told(tmp_path, BEGAN, raised) as archive:
        changes = [(row["date"], row["change"]) for row in relations_history(archive, ["ALP", "BET"])]
    assert [change for change in changes if change[1] == "begun"] == [("1991", "begun")]


def test_the_level_is_the_last_one_told(tmp_path: Path) -> None:
    opened = ACT | BOTH | {"object_text": "an embassy", "words": "It opened an embassy there.", "date": "1995"}
    closed = CUT | ONE | {"object_text": "its embassy", "words": "It closed its embassy there.", "date": "2003-02"}
    with told(tmp_path, BEGAN, opened, closed) as archive:
        levels = {
            day: next(iter(relations_on(archive, ["ALP"], day)))["level"] for day in ("1994-01-01", "1996-01-01", "2004-01-01")
        }
        assert levels == {"1994-01-01": None, "1996-01-01": "embassy", "2004-01-01": None}
        assert [(row["date"], row["change"], row["level"]) for row in relations_history(archive, ["ALP", "BET"])] == [
            ("1991", "begun", None), ("1995", "level", "embassy"), ("2003-02", "level", None),
        ]  # fmt: skip


def test_two_agreements_are_two(tmp_path: Path) -> None:
    treaty: dict[str, Any] = {"kind": "agreement", "a": "ALP", "b": "BET"}
    made = [treaty | {"since": since} for since in ("1961", "1961-07-11", "2000-02")]
    with told(tmp_path, *made) as archive:
        assert [row["documents"] for row in relations_on(archive, ["ALP"], "2001-01-01")] == [2, 1]


def test_the_same_told_twice_is_one_step_with_both_sentences(tmp_path: Path) -> None:
    with told(tmp_path, BEGAN, BEGAN | {"words": "Once more."}) as archive:
        (row,) = relations_on(archive, ["ALP"], "2000-01-01")
        assert (set(row["quotes"]), row["documents"]) == ({"It is told here.", "Once more."}, 2)
        (step,) = relations_history(archive, ["ALP"])
        assert step["documents"] == 2


def test_only_a_day_can_be_asked_for(tmp_path: Path) -> None:
    with told(tmp_path, BEGAN) as archive, pytest.raises(UsageError, match="allowed: a day"):
        relations_on(archive, ["ALP"], "1992")
