"""Figures that count nothing: house numbers, and how long nothing of the kind had been."""

from __future__ import annotations

import pytest

from dragoman.coding import Coder
from dragoman.lexicon import load
from dragoman.reading import plain


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Facts\nPeruvian embassy in Bonn: Hauptgasse 9, Bonn 4\nEmbassies abroad: 61", [61.0]),
        ("This was the first visit by a Peruvian president in twelve years.", []),
        ("A Peruvian president made twelve visits to Chile.", [12.0]),
    ],
)
def test_no_counts(coder: Coder, text: str, counted: list[float]) -> None:
    claims = coder.code([plain("row", text, None, "PER", None, lexicon=load())], "")[0].records["claims"]
    assert [getattr(c, "value", None) for c in claims if getattr(c, "kind", "") == "quantity"] == counted
