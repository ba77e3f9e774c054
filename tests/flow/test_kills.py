"""Killed at any moment, the archive is sound and the next reading completes it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest_flow import contents

from dragoman.archive import Archive, verify
from dragoman.flow.local import read_into
from dragoman.settings import Settings

READ = """
import sys
from dragoman.archive import Archive
from dragoman.flow import stages
from dragoman.flow.local import read_into
from dragoman.settings import Settings
small = stages.chunks
import dragoman.flow.local as local
local.chunks = lambda sources: small(sources, files=1)
with Archive.open(sys.argv[2], create=True) as archive:
    read_into(archive, [sys.argv[1]], Settings(), workers=1, report=lambda p: print(p.files_done, flush=True))
"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_a_random_moment(folder: Path, tmp_path: Path, seed: int) -> None:
    with Archive.open(tmp_path / "whole", create=True) as archive:
        read_into(archive, [folder], Settings(), workers=1)
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-c", READ, str(folder), str(tmp_path / "killed")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    for _ in range(chance.randrange(1, 6)):
        process.stdout.readline()
    time.sleep(chance.random() * 0.03)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Archive.open(tmp_path / "killed") as archive:
        assert verify(archive).sound
        read_into(archive, [folder], Settings(), workers=1)
        assert verify(archive).sound
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")
