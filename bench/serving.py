"""How fast the reading room answers: `python bench/serving.py [FOLDER] [SECONDS] [EVENTS]`.

Asks the archive in FOLDER, which is built there if there is none (a million events in a hundred thousand documents, half of
the events of one state). Starts `dragoman serve`, lets 8 clients open a page a second each for SECONDS (120), and ends it.
Prints what starting took, the median, the 95th percentile and the slowest of each kind of page, those that were opened for
the first time apart from those opened again, and the server's memory and work. Nothing is warmed up.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import PARTNERS, STATE, Maker, build

from dragoman.archive import Archive
from dragoman.archive.connection import FILE

CLIENTS, EVERY = 8, 1.0
PATIENCE = 60.0  # seconds that a client waits for a page, and for the server's first word
Times = dict[tuple[str, str], list[float]]  # kind of page; "first", "again", or what went wrong
Make = Callable[[random.Random], str]


def pages(folder: Path) -> dict[str, Make]:
    """What a reader opens, by kind: each gives the address of one page."""
    with Archive.open(folder, read_only=True) as archive:
        documents = [row[0] for row in archive.select("SELECT document_id FROM texts WHERE doc % 97 = 0")]
    words = Maker().words

    def state(rng: random.Random) -> str:
        return STATE if rng.random() < 0.3 else rng.choice(PARTNERS)

    def pair(rng: random.Random) -> str:
        one = state(rng)
        return f"/pair/{one}/{rng.choice([p for p in PARTNERS if p.split('-')[0] != one.split('-')[0]])}"

    def word(rng: random.Random) -> str:
        return words[min(int(rng.paretovariate(0.4)), len(words) - 1)]

    def search(rng: random.Random) -> str:
        asked = " ".join(word(rng) for _ in range(rng.randint(1, 3)))
        return f"/search?q={quote(asked)}" + rng.choice(["", "", "", "&kind=statement", "&since=2015"])

    def timeline(rng: random.Random) -> str:
        event = rng.choice(["AID", "SANCTION", "CONSULT"])
        return rng.choice(["/timeline", f"/timeline?state={state(rng)}", f"/timeline?state={state(rng)}&event={event}"])

    return {
        "first screen": lambda rng: "/" if rng.random() < 0.7 else f"/?state={rng.choice(PARTNERS)}",
        "state": lambda rng: f"/state/{state(rng)}",
        "pair": pair,
        "document": lambda rng: f"/document/{rng.choice(documents)}",
        "search": search,
        "timeline": timeline,
    }


class Readers:
    """The clients, and what they have met so far."""

    def __init__(self, address: str, kinds: dict[str, Make]) -> None:
        self._address = address
        self._kinds = kinds
        self._lock = threading.Lock()
        self._opened: set[str] = set()
        self.times: Times = defaultdict(list)

    def read(self, seconds: float, seed: int) -> None:
        """One client: a page a second, kind after kind, until the time is over."""
        rng = random.Random(seed)
        names = list(self._kinds)
        time.sleep(rng.random() * EVERY)
        began = time.monotonic()
        for n in range(int(seconds / EVERY)):
            time.sleep(max(0.0, began + n * EVERY - time.monotonic()))
            name = names[(n + seed) % len(names)]
            self._open(name, self._kinds[name](rng))

    def _open(self, name: str, path: str) -> None:
        with self._lock:
            when = "again" if path in self._opened else "first"
            self._opened.add(path)
        began = time.perf_counter()
        try:
            with urllib.request.urlopen(self._address + path, timeout=PATIENCE) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            with error:
                when = f"status {error.code}"
        except OSError as error:
            when = type(error).__name__
        took = time.perf_counter() - began
        with self._lock:
            self.times[name, when].append(took)


@contextmanager
def server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str, float]]:
    """A server on `folder`, its address, and the seconds until its first answer; ended whatever happens."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "dragoman", "serve", "--archive", str(folder), "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)
    try:
        assert running.stdout is not None
        match = re.search(r"http://\S+:\d+", running.stdout.readline())
        if match is None:
            raise SystemExit("the server did not start")
        with urllib.request.urlopen(f"{match[0]}/api/tables", timeout=PATIENCE) as answer:
            answer.read()
        yield running, match[0], time.perf_counter() - began
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def memory(process: int) -> float:
    """The most memory that a process has had, in MB, on Linux."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1000 if found else float("nan")


def work(process: int) -> float:
    """The seconds of a core that a process has used, on Linux."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return float("nan")
    fields = status.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(times: Times) -> None:
    print(f"{'':14}{'opened':>12}{'number':>8}{'median':>10}{'p95':>10}{'slowest':>10}  (ms)")
    names = list(dict.fromkeys(name for name, _ in times))
    answered = {key: found for key, found in times.items() if key[1] in ("first", "again")}
    for name in names:
        for when in sorted({when for one, when in times if one == name}, key=lambda when: (when != "first", when)):
            _line(name, when, times[name, when])
        _line(name, "all", [one for (of, _), found in answered.items() if of == name for one in found])
    _line("all", "all", [one for found in answered.values() for one in found])


def _line(name: str, when: str, found: list[float]) -> None:
    if found:
        ordered = sorted(found)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(f"{name:14}{when:>12}{len(found):8}{median(found) * 1000:10.1f}{p95 * 1000:10.1f}{ordered[-1] * 1000:10.1f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 120.0
        events = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
        if not (folder / FILE).exists():
            print(f"writing {events:,} events took {build(folder, events):.0f} s")
        kinds = pages(folder)
        with server(folder) as (running, address, started):
            print(f"first answer {started:.2f} s after the start")
            before = work(running.pid)
            readers = Readers(address, kinds)
            clients = [threading.Thread(target=readers.read, args=(seconds, seed), daemon=True) for seed in range(CLIENTS)]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
            show(readers.times)
            used = work(running.pid) - before
            print(f"memory {memory(running.pid):,.0f} MB at most; {used:.1f} s of a core in {seconds:.0f} s")


if __name__ == "__main__":
    main()
