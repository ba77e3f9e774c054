"""The gate: our labelled sentences against the floors pinned in floors.toml, and expectations from outside where given.

    make gate                  # python tests/gold/gate.py
    GOLD=DIR make gate         # also scores what is in DIR, with the programs that are there

Status 1 where a gold file is not the one that its floors were measured on, or a figure is under its floor: a line each.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import outside
from labels import cases

from dragoman.api import TextCoder, code_cases
from dragoman.ids import sha256_hex
from dragoman.scoring import TableScore, score
from dragoman.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FIGURES = ("recall", "precision", "absent")


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a table must reach on a gold file, compared `by` one of `labels.COMPARISONS`."""

    table: str
    by: str
    recall: float | None = None
    precision: float | None = None
    absent: float | None = None


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A gold file, the hash of the bytes that its floors were measured on, and these."""

    file: str
    sha256: str
    floor: list[Floor]


def read_floors(path: Path) -> list[Gold]:
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8"))["gold"], list[Gold])


def check(golds: Sequence[Gold], root: Path, coder: TextCoder, say: Callable[[str], None], sample: int = 1) -> Iterator[str]:
    """What is wrong, a line each; `say` is told every figure. Of each gold file every `sample`-th case is scored."""
    for gold in golds:
        found = sha256_hex((root / gold.file).read_bytes())
        if found != gold.sha256:
            yield f"{gold.file} has changed: sha256 {found}, pinned {gold.sha256}; measure, then pin hash and floors anew"
            continue
        coded: dict[str, list[dict[str, Any]]] = {}
        for floor in gold.floor:
            chosen = cases(root / gold.file, floor.table, floor.by)[::sample]
            if "texts" not in coded:
                coded["texts"] = list(code_cases(coder, chosen))
            reached = score(chosen, coded["texts"]).table(floor.table)
            say(f"{floor.table:12} by {floor.by:8} {_told(reached)}")
            if sample == 1:  # floors are of the whole
                yield from (f"{floor.table} by {floor.by} on {gold.file}: {fault}" for fault in under(floor, reached))


def under(floor: Floor, reached: TableScore) -> Iterator[str]:
    """Each figure that is under its floor, or that there is none of."""
    for name in FIGURES:
        least, (part, whole) = getattr(floor, name), shares(reached)[name]
        if least is not None and (not whole or part / whole < least):
            share = f"{part / whole:.3f}" if whole else "of nothing"
            yield f"{name} {share} ({part:,} of {whole:,}) is under its floor {least:.3f}"


def shares(reached: TableScore) -> dict[str, tuple[int, int]]:
    return {
        "recall": (reached.found, reached.expected),
        "precision": (reached.right, reached.coded),
        "absent": (reached.kept, reached.absent),
    }


def _told(reached: TableScore) -> str:
    return "  ".join(
        f"{name} {part / whole:.3f} ({part:,} of {whole:,})" for name, (part, whole) in shares(reached).items() if whole
    )


def main(argv: Sequence[str] | None = None) -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--floors", type=Path, default=HERE / "floors.toml")
    asked.add_argument("--sample", type=int, default=1, help="score every n-th case; a quick look, not the gate")
    options = asked.parse_args(argv)
    coder = TextCoder(Settings())

    def say(line: str) -> None:
        print(line, flush=True)  # noqa: T201 - a program

    if options.sample > 1:
        say(f"every {options.sample}th case alone, and no floors")
    faults = list(check(read_floors(options.floors), ROOT, coder, say, options.sample))
    given = os.environ.get("GOLD")
    faults += list(outside.check(Path(given), coder, say)) if given else []
    if not given:
        say("expectations from outside: not checked (GOLD=DIR make gate)")
    for fault in faults:
        print(f"gate: {fault}", file=sys.stderr)  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
