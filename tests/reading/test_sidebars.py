"""Lists of contents and navigation boxes, on pages of any length."""

from __future__ import annotations

import pytest

from dragoman.reading.lines import lines_of
from dragoman.reading.sidebars import without_sidebars
from dragoman.text import Traced

# So many that going over all lines for each of them would not end.
MANY = 8000


def kept(text: str) -> list[str]:
    return [line.words for line in without_sidebars(lines_of(Traced.of(text)))]


def test_contents_and_boxes_are_left_out() -> None:
    page = "Kenya\n\nContents\n1 History\n2 Partners\n2.1 Chad\n\nKenya joined the bank.\n\nHistory\n\nIt was founded in 1963."
    assert kept(page) == ["Kenya", "Kenya joined the bank.", "History", "It was founded in 1963."]
    assert kept("Kenya\n\nBanks of Africa\nPorts of Africa\nv t e\n\nKenya joined.") == ["Kenya", "Kenya joined."]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Contents\n" * MANY, MANY),
        ("Contents\n" + "\n".join(f"{i % 90} item {i}" for i in range(MANY)), 0),
        ("Kenya\n\n" + "v t e\n" * MANY, 1),
    ],
)
def test_pages_of_nothing_else(text: str, left: int) -> None:
    assert len(kept(text)) == left
