"""Markdown: what becomes a hint, what is kept, what goes."""

from __future__ import annotations

import pytest

from dragoman.errors import SkipDocument
from dragoman.reading.forms import open_form
from dragoman.reading.matter import front_matter
from dragoman.reading.parts import RawPart
from dragoman.settings import Settings


def part_of(text: str) -> RawPart:
    return open_form("a.md", text.encode(), Settings()).parts[0]


def body(text: str) -> list[str]:
    return part_of(text).text.text.split("\n\n")


FRONT = """---
title: "Press Statement: on peace"
date: 1974-03-05T10:00
outlet: NNA # the agency
source: https://nna.example/1
kind: Press-Statement
speaker:
  name: Ann Berg
  office: vice-minister
  state: NOR
tags: [a, 'b c']
notes:
  - one
  - two
written_for: Dragoman
---

Northaven, 5 March -- Words.
"""


def test_front_matter_becomes_hints() -> None:
    hints = part_of(FRONT).hints
    assert (hints.title, hints.date, hints.outlet) == ("Press Statement: on peace", "1974-03-05", "NNA")
    assert (hints.url, hints.kind, hints.is_example) == ("https://nna.example/1", "press-statement", True)
    assert (hints.speaker_name, hints.speaker_office, hints.speaker_state) == ("Ann Berg", "vice-minister", "NOR")
    assert hints.extra == {"tags": "a, b c", "notes": "one, two"}


def test_title_comes_first_and_once_and_from_its_place() -> None:
    part = part_of(FRONT)
    assert part.text.text == "Press Statement: on peace\n\nNorthaven, 5 March -- Words."
    assert FRONT[part.text.origins[0] :].startswith("Press Statement")
    assert part.headings[0].of(part.text.text) == "Press Statement: on peace"
    again = FRONT + "\n# Press statement, on peace\n"
    assert part_of(again).text.text.lower().count("on peace") == 1


@pytest.mark.parametrize("text", ["no colon here", "key: value\nfree words", "- a list"])
def test_what_is_no_front_matter_stays_text(text: str) -> None:
    assert front_matter(text) == {}
    assert text.split("\n")[-1].removeprefix("- ") in part_of(f"---\n{text}\n---\n\nWords.").text.text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo", ["one two"]),
        ("one  \ntwo\\\nthree<br>four", ["one\ntwo\nthree\nfour"]),
        ("# A #\n\nB\n===\nC\n---\ntext", ["A", "B", "C", "text"]),
        ("* a\n  goes on\n+ b\n- [x] c\n\n1. d\n2) e", ["a goes on", "b", "c", "1. d", "2) e"]),
        ("1974. A year at the start is text", ["1974. A year at the start is text"]),
        ("> quoted\n> on\n>\n> > deep", ["quoted on", "deep"]),
        ("| a | b |\n|---|:-:|\n| 1 | **2** |", ["a | b", "1 | 2"]),
        ("***a*** **b** __c__ *d* _e_ ~~f~~ `g`", ["a b c d e f g"]),
        ("5 * 3 * 2, snake_case_name, 2*3*4 and a_b_", ["5 * 3 * 2, snake_case_name, 234 and a_b_"]),
        ("[link](http://x.y/(z) 't') [ref][1] <http://a.b> ![img](x.png) [4]", ["link ref http://a.b  [4]"]),
        ("word[^1].\n\n[^1]: The note.\n\n[1]: http://x.y 'title'", ["word.", "The note."]),
        ("R&amp;D &lt;b&gt; \\*kept\\* <b>bold</b> <!-- gone\n\nall -->", ["R&D <b> *kept* bold"]),
        ("```\ncode *x*\n\nmore\n```", ["code *x*", "more"]),
        ("a\n\n* * *\n\nb", ["a", "---", "b"]),
    ],
)
def test_marks(text: str, blocks: list[str]) -> None:
    assert [" ".join(b.split(" ")) for b in body(text)] == blocks


def test_front_matter_alone_is_no_text() -> None:
    with pytest.raises(SkipDocument, match="no text beside"):
        part_of("---\noutlet: NNA\n---\n\n")


def test_a_rule_below_a_long_paragraph_makes_no_heading() -> None:
    long = "The ministers met and agreed on the exchange of ambassadors. " * 5
    part = part_of(f"{long}\n-----\nNext item.")
    assert part.headings == ()
    assert part.text.text.split("\n\n")[1] == "---"


def test_marks_without_end_take_no_time() -> None:
    for mark in ("**a ", "[a ", "_a ", "`a ", "<a ", "![a](", "~~a "):
        assert body(mark * 5_000)
