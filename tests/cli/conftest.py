from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))

from analysis_samples import fill


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of the samples, where commands look for it."""
    made = fill(tmp_path / "told")
    monkeypatch.setenv("DRAGOMAN_ARCHIVE", str(made))
    monkeypatch.chdir(tmp_path)
    return made
