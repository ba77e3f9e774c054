from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
sys.path.insert(0, str(Path(__file__).parents[1] / "archive"))

from analysis_samples import fill

from dragoman.rest import create_app

BASE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the samples; nothing writes to it."""
    return fill(tmp_path_factory.mktemp("rest") / "told")


@pytest.fixture(scope="session")
def room(told: Path) -> Iterator[TestClient]:
    """The application over the samples, asked as by a browser on the same machine."""
    with TestClient(create_app(told), base_url=BASE) as client:
        yield client
