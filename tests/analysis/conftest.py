from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from analysis_samples import fill

from dragoman.archive import Archive


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Archive]:
    """The archive of the samples, opened to be asked."""
    with Archive.open(fill(tmp_path / "told"), read_only=True) as archive:
        yield archive
