"""Killed at random moments of a reading: `python bench/kills.py FOLDER [--documents 2000] [--kills 20] [--seed 1]`.

Copies the texts of FOLDER, each with a line of its own, until there are --documents; reads them once undisturbed; then
reads them into a second archive with `dragoman read`, kills the process and its workers (SIGKILL) after a random part of
the time, verifies, and goes on, --kills times. At the end the archive is completed and compared with the first.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.archive import Archive, rows, verify
from dragoman.records import RECORDS


def copies(folder: Path, out: Path, wanted: int) -> None:
    """`wanted` different files made of the texts of `folder`."""
    texts = []
    for path in sorted(folder.rglob("*.txt")):
        try:
            texts.append(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    for number in range(wanted):
        body = f"{texts[number % len(texts)]}\nThis is text number {number} of the bench.\n"
        (out / f"{number:06d}.txt").write_text(body, encoding="utf-8")


def reading(texts: Path, archive: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dragoman", "read", str(texts), "--archive", str(archive), "--workers", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def contents(folder: Path) -> dict[str, list[str]]:
    with Archive.open(folder, read_only=True) as archive:
        return {
            table: sorted(repr({k: v for k, v in row.items() if k != "run_id"}) for row in rows(archive, table))
            for table in ("documents", *RECORDS)
        }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--documents", type=int, default=2000)
    arguments.add_argument("--kills", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as where:
        texts, whole, killed = (Path(where) / name for name in ("texts", "whole", "killed"))
        texts.mkdir()
        copies(given.folder, texts, given.documents)
        begun = time.perf_counter()
        reading(texts, whole).wait()
        took = time.perf_counter() - begun
        print(f"undisturbed: {took:.0f} s, {len(contents(whole)['documents'])} documents")
        for number in range(given.kills):
            process = reading(texts, killed)
            time.sleep(chance.uniform(0.5, max(6.0, took / 4)))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if not (killed / "archive.sqlite").exists():
                print(f"kill {number + 1}: before the archive was made")
                continue
            with Archive.open(killed) as archive:
                sound = verify(archive).sound
                documents = len(rows(archive, "documents", columns=["document_id"]))
                print(f"kill {number + 1}: {documents} documents, sound: {sound}")
                if not sound:
                    sys.exit("the archive is damaged")
        reading(texts, killed).wait()
        same = contents(killed) == contents(whole)
        print(f"completed: equal to the undisturbed archive: {same}")
        sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
