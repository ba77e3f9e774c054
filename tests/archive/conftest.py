from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.archive import Archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as made:
        yield made
