"""Copies of an item are found, and what only looks alike is not; events in copies count once."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest
from analysis_samples import Made, fill

from dragoman.analysis import brief, difference, register, timeline, variants
from dragoman.analysis.difference import ADDED, SAME, TAKEN, pieces
from dragoman.archive import Archive, verify
from dragoman.errors import UsageError
from dragoman.records import Actor, Event

BODY = (
    "The foreign minister of Alphaland received the ambassador of Betaland in the guest house on the lake. "
    "He handed over a note on the closing of the northern crossing, which has been shut since the floods of the spring. "
    "Both sides agreed that the engineers would meet again before the winter and that trade by rail would go on. "
)
LEAD = "Minister Receives Ambassador\n" + BODY


def paper(text: str, path: str, *, codes: tuple[str, ...] = ("ALP", "BET"), **fields: Any) -> Made:
    made = Made(text, path, **({"published": "2021-03-04", "outlet": path.split(".")[0]} | fields))
    for code in codes:
        made.add(Actor, text[:8], code=code)
    return made


def visit(made: Made, **fields: Any) -> Made:
    given = {"event": "CONSULT", "mode": "visit", "source": ["BET"], "target": ["ALP"], "date": "2021-03-04"} | fields
    return made.add(Event, "received the ambassador", **given)


def told(folder: Path, *made: Made) -> Archive:
    return Archive.open(fill(folder, [one.coded() for one in made], []), read_only=True)


def roles(archive: Archive) -> dict[str, str]:
    return {row["source_path"]: row["is"] for row in variants(archive)}


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (LEAD.upper().replace(".", " ."), {"published": "2021-03-05"}, "copy"),
        (LEAD.replace("before the winter", "in November"), {}, "edited"),
        (LEAD.replace("the lake. ", "the lake. A choir sang. "), {"published": "2021-03-20"}, "edited"),
        (LEAD.replace("Both sides agreed that", "It was said that"), {"published": None}, "edited"),
        ("Minister Receives Ambassador\n" + BODY.split(". ")[0] + ".", {"kind": "teaser"}, "excerpt"),
        # The same formula on another occasion, of another pair, by another speaker, or another text.
        (LEAD.replace("the spring", "the autumn"), {"published": "2022-03-04"}, None),
        (LEAD.replace("Betaland", "Gammaland"), {"codes": ("ALP", "GAM")}, None),
        (LEAD.replace("He", "She"), {"speaker_name": "Bo Ra"}, None),
        ("Harvest Begins\nThe farmers of Alphaland have begun to bring in the rice of the southern plain.", {}, None),
    ],
)
def test_what_is_one_item(tmp_path: Path, text: str, fields: dict[str, Any], expected: str | None) -> None:
    with told(tmp_path, paper(LEAD, "one.txt", speaker_name="An Na"), paper(text, "two.txt", **fields)) as archive:
        found = roles(archive)
    assert found == ({"one.txt": "lead", "two.txt": expected} if expected else {})


def test_a_digest_does_not_bind_its_items(tmp_path: Path) -> None:
    other = (
        "Rice Harvest\n" + "The cooperative farms of the southern plain of Alphaland brought in more rice than planned. " * 2
    )
    with told(tmp_path, paper(LEAD, "a.txt"), paper(other, "b.txt"), paper(LEAD + "\n" + other, "digest.txt")) as archive:
        found = list(variants(archive))
    items = {row["item"]: {r["source_path"] for r in found if r["item"] == row["item"]} for row in found}
    assert all(not {"a.txt", "b.txt"} <= paths or "digest.txt" in paths for paths in items.values())


def test_events_in_copies_count_once_and_the_copies_are_said(tmp_path: Path) -> None:
    one, two = visit(paper(LEAD, "one.txt")), visit(paper(LEAD.replace("the lake", "the hill"), "two.txt"))
    second = visit(paper("Another Visit\nThe minister received the ambassador of Betaland.", "b.txt"), date="2021-05-01")
    with told(tmp_path, one, two, second) as archive:
        events = timeline(archive, ["ALP", "BET"]).events
        assert [(row["date"], row["copies"]) for row in events] == [("2021-03-04", 1), ("2021-05-01", 0)]
        assert (events.total, events.note) == (2, "1 more in other copies of the same items")
        (latest,) = timeline(archive, ["ALP"], limit=1).events
        assert latest["date"] == "2021-05-01"
        visits = register(archive, "visits", "BET")
        assert (visits.total, visits.note) == (2, "1 more in other copies of the same items")
        for found in (brief(archive, "ALP"), brief(archive, "ALP", "BET")):
            assert found["recent events"].total == len(found["recent events"]) == 2
            (year,) = found["events by year"]
            assert year["events"] == 2
        assert year["BET to ALP"] == 2
        assert year["ALP to BET"] == 0


def test_of_copies_the_one_with_a_date_is_kept(tmp_path: Path) -> None:
    undated = visit(paper(LEAD, "one.txt"), date=None)
    dated = visit(paper(LEAD.replace("the lake", "the hill"), "two.txt"))
    with told(tmp_path, undated, dated) as archive:
        found = timeline(archive, ["ALP"])
        assert ([row["date"] for row in found.events], found.undated) == (["2021-03-04"], 0)


def test_two_events_of_one_kind_in_each_copy_stay_two(tmp_path: Path) -> None:
    papers = [paper(text, f"{n}.txt") for n, text in enumerate((LEAD, LEAD.replace("the lake", "the hill")))]
    for made in papers:
        visit(made)
        made.add(Event, "Both sides agreed", event="CONSULT", mode="visit", source=["BET"], target=["ALP"], date="2021-03-04")
    with told(tmp_path, *papers) as archive:
        assert [row["copies"] for row in timeline(archive, ["ALP"]).events] == [1, 1]


def test_a_difference_word_by_word(tmp_path: Path) -> None:
    changed = LEAD.replace("the lake", "“the” hill").replace("northern ", "")
    with told(tmp_path, paper(LEAD, "one.txt"), paper(changed, "two.txt")) as archive:
        found = difference(archive, "one.txt", "two.txt")
        with pytest.raises(UsageError, match="are the same document"):
            difference(archive, "one.txt", "one.txt")
    changes = [(row["change"], row["old"], row["new"]) for row in found.table]
    assert changes == [(ADDED, None, "“"), (TAKEN, "lake", None), (ADDED, None, "” hill"), (TAKEN, "northern", None)]
    assert found.words[TAKEN] == 2


@pytest.mark.parametrize(("old", "new"), [("", ""), ("a b", "a b"), ("it's “so”", 'it\'s\n"so"'), ("", "x"), ("a, b", "c")])
def test_pieces_make_up_both_texts(old: str, new: str) -> None:
    made = pieces(old, new)
    assert all(piece.change == SAME for piece in made) == (old.split() == new.split() or "so" in old)
    for text, side in ((old, "old"), (new, "new")):
        spans = [getattr(piece, side) for piece in made]
        assert spans == sorted(spans)
        assert "".join(text[a:b] for a, b in spans).split() == "".join(text.split("\n")).split() or "\n" in text


def test_a_thousand_texts_are_compared_as_they_are_written(tmp_path: Path) -> None:
    """Each in about a millisecond, whatever was written before; a formula that all have makes none of them alike."""
    rng = random.Random(1)
    words = [f"{a}{b}" for a in ("mi", "ta", "ro", "ke", "su", "lo") for b in ("nister", "lk", "ad", "ep", "mmit", "cal")]
    texts = [". ".join(" ".join(rng.choices(words, k=9)) for _ in range(30)) for _ in range(1_000)]
    texts = [f"{text}. The agency reported this from the capital on Monday." for text in texts]
    texts[700] = texts[12].replace("minister", "premier", 2)
    begun = time.process_time()
    with told(tmp_path, *(paper(text, f"{n}.txt", codes=()) for n, text in enumerate(texts))) as archive:
        assert roles(archive) == {"12.txt": "lead", "700.txt": "edited"}
        assert verify(archive).findings == []
        archive.select("SELECT 1")
    assert time.process_time() - begun < 60
