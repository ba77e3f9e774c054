"""Expectations from outside: a folder with programs that score exports and predictions, which are run and not looked into.

`score_seeds.py EXPORT_DIR GOLD.jsonl`, for each `seeds*.jsonl` beside it, over the texts of the folder `seeds` next to the
given one. `score_events.py --dump TEXTS`, then `score_events.py PREDICTIONS`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import dragoman
from dragoman.api import Text, TextCoder
from dragoman.archive.export.events import Told, fold

Say = Callable[[str], None]
_BATCH = 32


def check(folder: Path, coder: TextCoder, say: Say) -> Iterator[str]:
    """Run what is there and say what it prints; what fails, a line each."""
    if not folder.is_dir():
        yield f"GOLD={folder}: no such folder"
        return
    ran = False
    with tempfile.TemporaryDirectory() as made:
        for name, score in (("score_seeds.py", seeds), ("score_events.py", events)):
            program = folder / name
            if not program.exists():
                say(f"{name}: not checked, not in {folder}")
                continue
            ran = True
            yield from score(program, Path(made), coder, say)
    if not ran:
        yield f"GOLD={folder}: nothing to run there; allowed: a folder with score_seeds.py or score_events.py"


def seeds(program: Path, made: Path, coder: TextCoder, say: Say) -> Iterator[str]:
    """The seeds read as a user would, exported, and scored against each list of expectations."""
    texts, lists = program.parent.parent / "seeds", sorted(program.parent.glob("seeds*.jsonl"))
    if not texts.is_dir() or not lists:
        say(f"{program.name}: not checked, no {'texts in ' + str(texts) if lists else 'seeds*.jsonl beside it'}")
        return
    with dragoman.read(texts, archive=made / "archive") as archive:
        archive.export(made / "export", "jsonl")
    for expected in lists:
        yield from _run(say, expected.name, program, made / "export", expected)


def events(program: Path, made: Path, coder: TextCoder, say: Say) -> Iterator[str]:
    """The texts that the program gives out, coded one by one, and its score of what they are said to tell."""
    dumped, predicted = made / "texts.jsonl", made / "predictions.jsonl"
    faults = list(_run(say, program.name, program, "--dump", dumped))
    if faults:
        yield from faults
        return
    rows = [msgspec.json.decode(line) for line in dumped.read_bytes().splitlines() if line.strip()]
    with predicted.open("wb") as file:
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            answers = coder.code([Text(id=str(row["id"]), text=row["text"]) for row in batch])
            for row, answer in zip(batch, answers, strict=True):
                told = [found for event in answer["events"] if isinstance(found := fold(dict(event)), Told)]
                file.write(msgspec.json.encode({"id": row["id"], "events": [_predicted(one) for one in told]}) + b"\n")
    yield from _run(say, program.name, program, predicted)


def _predicted(told: Told) -> dict[str, Any]:
    """The type as PLOVER has it, the parties as they are coded."""
    return {"event": told.event, "source": told.row["source"], "target": told.row["target"]}


def _run(say: Say, name: str, *command: str | Path) -> Iterator[str]:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no word"]
        yield f"{name} ended with {done.returncode}: {said[-1]}"
    for line in done.stdout.splitlines() if not done.returncode else ():
        say(f"{name}: {line}")
