"""What states are called: labelled cases, and how they are counted; statements by their rung."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill

from dragoman.analysis import register
from dragoman.analysis.designations import Words, called
from dragoman.analysis.ladders import ladder, rung_of
from dragoman.archive import Archive
from dragoman.errors import UsageError
from dragoman.records import Actor

WORDS = Words()


@pytest.mark.parametrize(
    ("before", "name", "after", "designation", "tone"),
    [
        ("talks with ", "the South", " went on", "the South", "plain"),
        ("talks with ", "The South", ".", "the South", "plain"),
        ("at home. ", "south Korea", " says", "south Korea", "plain"),
        ("the puppet ", "Alphaland", " army", "puppet Alphaland", "disparaging"),
        ("on the ", "Alphaland", " puppet regime fell", "Alphaland puppet regime", "disparaging"),
        ("on the ", "Alphaland", " regime, which", "Alphaland regime", "disparaging"),
        ("the so-called “", "Republic of Alphaland", "” has", "so-called Republic of Alphaland", "so-called"),
        ("what they call ", "Alphaland", "", "what they call Alphaland", "so-called"),
        ("the breakaway ", "Alphaland", " entity", "breakaway Alphaland entity", "distancing"),
        ("the so-called ", "Alphaland", " clique", "so-called Alphaland clique", "disparaging"),
        ("from the ", "Alphaland", " side came", "Alphaland side", "plain"),
        # Words that belong to something else.
        ("it was hostile. ", "Alphaland", " said", "Alphaland", "plain"),
        ("the hostile, ", "Alphaland", " said", "Alphaland", "plain"),
        ("the visit of ", "Alphaland", " Regime Watch, a paper", "Alphaland", "plain"),
        ("the visit to ", "Alphaland", ". Regime change", "Alphaland", "plain"),
    ],
)
def test_what_a_designation_is(before: str, name: str, after: str, designation: str, tone: str) -> None:
    assert called(WORDS, name, before, after, quoted=False) == (designation, tone, False)


def paper(number: int, *sentences: str, **fields: Any) -> Made:
    given = {"published": f"20{10 + number}-01-01", "outlet": "Wire", "reported_by": ["PRK"]} | fields
    return Made(f"Paper {number}\n{' '.join(sentences)}", f"{number}.txt", **given)


def test_designations_are_counted_by_who_says_them(tmp_path: Path) -> None:
    first = paper(1, "The south Korea of old.", "We went on.").add(Actor, "south Korea", code="KOR", name="Republic of Korea")
    first.add(Actor, "We", code="KOR", resolved_from="pronoun")
    second = paper(2, "Now the Republic of Korea speaks.").add(Actor, "Republic of Korea", code="KOR", name="Republic of Korea")
    third = paper(3, 'A "south Korea" it was.').add(
        Actor, "south Korea", code="KOR", name="Republic of Korea", scare_quoted=True
    )
    other = paper(4, "Far away in south Korea.", reported_by=["RUS"])
    other.add(Actor, "south Korea", code="KOR", name="Republic of Korea")
    other.add(Actor, "Far away", code="KOR", name="Kim Example", office="head-of-state")
    made = [one.coded() for one in (first, second, third, other)]
    with Archive.open(fill(tmp_path, made, []), read_only=True) as archive:
        found = list(register(archive, "designations", "KOR"))
        by_prk = list(register(archive, "designations", "KOR", "PRK"))
        late = list(register(archive, "designations", "KOR", since="2013"))
    said = {(row["designation"], row["form"], row["scare_quoted"], row["by"]): row for row in found}
    assert set(said) == {
        ("south Korea", "name", False, "PRK"), ("south Korea", "name", True, "PRK"), ("south Korea", "name", False, "RUS"),
        ("Republic of Korea", "official name", False, "PRK"),
    }  # fmt: skip
    row = said["south Korea", "name", False, "PRK"]
    assert (row["mentions"], row["documents"], row["of_documents"], row["first"]) == (1, 1, 3, "2011-01-01")
    assert row["quote"] == "The south Korea of old."
    assert {row["by"] for row in by_prk} == {"PRK"}
    assert len(late) == 2


def test_copies_of_an_item_count_once(tmp_path: Path) -> None:
    text = "The north of Alphaland was quiet on Monday, and in the harbour the ships of south Korea took in rice and timber."
    made = [
        paper(n, text, "" if n else "It rained.", published="2011-01-01").add(
            Actor, "south Korea", code="KOR", name="Republic of Korea"
        )
        for n in (0, 1)
    ]
    with Archive.open(fill(tmp_path, [one.coded() for one in made], []), read_only=True) as archive:
        (row,) = register(archive, "designations", "KOR")
    assert (row["mentions"], row["documents"], row["of_documents"]) == (1, 1, 1)


def test_statements_of_a_rung_and_above(tmp_path: Path) -> None:
    common: dict[str, Any] = {"kind": "statement", "speaker_state": "PRK"}
    made = [paper(n, "It is said.", authority=rung, **common).coded() for n, rung in enumerate((1, 3, 6, None))]
    with Archive.open(fill(tmp_path, made, []), read_only=True) as archive:
        every = register(archive, "statements", "PRK")
        high = register(archive, "statements", "PRK", min_authority="ministry-statement")
        assert register(archive, "statements", "PRK", min_authority=6).total == 3
        with pytest.raises(UsageError, match="allowed: 1 head-of-state-address"):
            register(archive, "statements", "PRK", min_authority="8")
        with pytest.raises(UsageError, match="is for statements"):
            register(archive, "visits", "PRK", min_authority=3)
    assert (every.total, every.note) == (4, "1 have no rung, as their wording does not decide")
    assert [row["status"] for row in high] == ["rung 1", "rung 3"]
    assert high.note == "1 more have no rung, as their wording does not decide"


@pytest.mark.parametrize(
    "code", ["PRK", "KOR", "CHN", "RUS", "SUN", "USA", "JPN", "GBR", "FRA", "IRN", "IND", "VNM", "CUB", "FIN", "GHA"]
)
def test_every_ladder_has_all_rungs(code: str) -> None:
    assert list(ladder(code)) == [1, 2, 3, 4, 5, 6, 7]
    assert rung_of(code, "commentary") == 7
