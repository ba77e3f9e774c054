"""How fast the larger questions are answered: `python bench/answers.py [EVENTS] [FOLDER]`.

Over the archive that `synthetic.py` builds (100,000 events, half of them of one state, which is the worst case of
each), built once. Prints the best of three in seconds, of the clock and of the processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from synthetic import given_archive

from dragoman.analysis import brief, conflicts, people, register, relations_history, relations_on, timeline, variants
from dragoman.archive import Archive


def questions(archive: Archive) -> dict[str, Callable[[], Any]]:
    return {
        "brief": lambda: brief(archive, "PRK"),
        "timeline, latest 50": lambda: timeline(archive, ["PRK"], limit=50),
        "list gifts": lambda: register(archive, "gifts", "PRK", limit=50),
        "list designations": lambda: register(archive, "designations", "PRK", limit=50),
        "list statements": lambda: register(archive, "statements", "PRK", limit=50),
        "conflicts": lambda: conflicts(archive, "PRK", 20),
        "relations on a day": lambda: relations_on(archive, ["PRK"], "2010-01-01", 50),
        "relations, history": lambda: relations_history(archive, ["PRK"], 50),
        "people": lambda: people(archive, "PRK", 50),
        "items in several documents": lambda: variants(archive, limit=20),
    }


def main() -> None:
    with given_archive() as archive:
        for name, ask in questions(archive).items():
            clock, processor = [], []
            for _ in range(3):
                began, busy = time.perf_counter(), time.process_time()
                ask()
                clock.append(time.perf_counter() - began)
                processor.append(time.process_time() - busy)
            print(f"{name:30} {min(clock):6.2f} s  {min(processor):6.2f} s")


if __name__ == "__main__":
    main()
