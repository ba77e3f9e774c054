"""How fast the reading room answers: `python bench/serving.py [FOLDER] [EVENTS] [SECONDS]`.

Builds an archive of a million events in a hundred thousand documents, half of the events of one state, in FOLDER if there
is none; starts `dragoman serve` on it; and lets 8 clients ask a question a second each, for SECONDS (60). Prints what
starting took, the median, the 95th percentile and the slowest of each kind of question, and the server's memory. The first
question of its kind is among them: nothing is warmed up.
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
from collections.abc import Callable
from pathlib import Path
from statistics import median
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent))

from synthetic import PARTNERS, STATE, Maker, build

from dragoman.archive import Archive
from dragoman.archive.connection import FILE

CLIENTS, EVERY = 8, 1.0
Times = dict[str, list[float]]


def questions(folder: Path) -> dict[str, Callable[[random.Random], list[str]]]:
    """What a reader does: each a list of the addresses that one screen asks for."""
    with Archive.open(folder, read_only=True) as archive:
        found = archive.select("SELECT document_id FROM texts WHERE doc % 97 = 0")
        documents = [row[0] for row in found]
    words = Maker().words

    def state(rng: random.Random) -> str:
        return STATE if rng.random() < 0.5 else rng.choice(PARTNERS)

    def pair(rng: random.Random) -> tuple[str, str]:
        one = state(rng)
        return one, rng.choice([p for p in PARTNERS if p.split("-")[0] != one.split("-")[0]])

    def word(rng: random.Random) -> str:
        return words[min(int(rng.paretovariate(0.4)), len(words) - 1)]

    return {
        "first screen": lambda _: ["info", "states?limit=20", "documents?order=-published&limit=20"],
        "state": lambda rng: [f"brief/{(s := state(rng))}", f"series/{s}"],
        "pair": lambda rng: [f"brief/{(p := pair(rng))[0]}/{p[1]}", f"series/{p[0]}/{p[1]}"],
        "timeline": lambda rng: [f"timeline/{state(rng)}?order=-date&event={rng.choice(['AID', 'SANCTION', 'CONSULT'])}"],
        "document": lambda rng: [f"documents/{rng.choice(documents)}"],
        "search": lambda rng: [f"search?q={quote(' '.join(word(rng) for _ in range(rng.randint(1, 3))))}"],
    }


def ask(address: str, kinds: dict[str, Callable[[random.Random], list[str]]], seconds: float, seed: int, times: Times) -> None:
    """One client: a screen a second, its kinds in turn, until the time is over."""
    rng = random.Random(seed)
    names = list(kinds)
    time.sleep(rng.random() * EVERY)
    began = time.monotonic()
    for n in range(int(seconds / EVERY)):
        time.sleep(max(0.0, began + n * EVERY - time.monotonic()))
        name = names[(n + seed) % len(names)]
        for asked in kinds[name](rng):
            start = time.perf_counter()
            try:
                with urllib.request.urlopen(f"{address}/api/{asked}", timeout=60) as answer:
                    answer.read()
            except urllib.error.HTTPError as error:
                with error:
                    times[f"  refused {error.code}"].append(time.perf_counter() - start)
            times[name].append(time.perf_counter() - start)
            times[f"  {asked.split('/')[0].split('?')[0]}"].append(time.perf_counter() - start)


def memory(process: int) -> float:
    """The most memory that a process has had, in MB, on Linux."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1000 if found else float("nan")


def serve(folder: Path) -> tuple[subprocess.Popen[str], str, float]:
    """A server, its address, and the seconds until its first answer."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "dragoman", "serve", "--archive", str(folder), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ)
    assert server.stdout is not None
    match = re.search(r"http://\S+:\d+", server.stdout.readline())
    assert match is not None
    with urllib.request.urlopen(f"{match[0]}/api/tables") as answer:
        answer.read()
    return server, match[0], time.perf_counter() - began


def show(times: Times) -> None:
    everything = [one for name, found in times.items() if not name.startswith(" ") for one in found]
    print(f"{'':16}{'number':>8}{'median':>10}{'p95':>10}{'slowest':>10}  (ms)")
    for name, found in [*times.items(), ("all", everything)]:
        ordered = sorted(found)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(f"{name:16}{len(found):8}{median(found) * 1000:10.1f}{p95 * 1000:10.1f}{ordered[-1] * 1000:10.1f}")


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        events = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
        seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
        if not (folder / FILE).exists():
            print(f"writing {events:,} events took {build(folder, events):.0f} s")
        kinds = questions(folder)
        server, address, started = serve(folder)
        try:
            print(f"first answer {started:.2f} s after the start")
            times: Times = defaultdict(list)
            clients = [threading.Thread(target=ask, args=(address, kinds, seconds, seed, times)) for seed in range(CLIENTS)]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
            show(times)
            print(f"memory {memory(server.pid):,.0f} MB at most")
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
