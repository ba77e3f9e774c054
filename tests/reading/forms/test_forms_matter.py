"""Front matter over plain text, without dashes around it."""

from __future__ import annotations

import pytest

from dragoman.reading.forms import open_form
from dragoman.settings import Settings

BARE = """file: north/haven.docx
title: The Memorandum of Northaven
date: 2006-12-15

The Government of Norway signed it.
"""


def test_key_lines_over_plain_text_are_front_matter() -> None:
    part = open_form("a.txt", BARE.encode(), Settings()).parts[0]
    assert part.hints.title == "The Memorandum of Northaven"
    assert part.hints.date == "2006-12-15"
    assert part.text.text.splitlines()[::2] == ["The Memorandum of Northaven", "The Government of Norway signed it."]
    assert BARE[part.text.origins[0] :].startswith("The Memorandum")


@pytest.mark.parametrize(
    "text",
    [
        "title: One line alone\n\nWords.\n",
        "Question: Why?\nAnswer: Thus.\n\nWords.\n",
        "date: 2006-12-15\nplace: Northaven\n\nWords.\n",
        "title: No empty line\ndate: 2006-12-15\nWords.\n",
    ],
)
def test_other_lines_stay_text(text: str) -> None:
    part = open_form("a.txt", text.encode(), Settings()).parts[0]
    assert part.hints.title is None
    assert part.text.text == text
