"""What the tests of coding share: one coder of the built-in lexicon, with one parser."""

from __future__ import annotations

import pytest
from labelled import parser

from dragoman.coding import Coder
from dragoman.lexicon import load


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(load(), parser())
