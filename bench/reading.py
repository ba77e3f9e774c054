"""Whole reading against the bare parse of the same text: `python bench/reading.py FOLDER [--tokens 200000]`, or
`python bench/reading.py training/events --empty 0.7` for mixed news: labelled sentences among
everyday ones (bench/everyday.txt), so many of which report nothing.

The bare parse is tok2vec, tagger and parser of the same model, as spaCy runs it, over all the text, in one process, with
one BLAS thread and batches of 64 texts. Reading goes from files to a finished archive with one worker. Both run in this
process, one after the other, once their parts are loaded, and the ratio is what counts; loading is told apart. Texts of
FOLDER are repeated, each copy with a line of its own, up to --tokens. With --parts it tells what each part of a reading
takes, as a share of the bare parse; what several tables use is counted with the one that asks for it first, mostly events.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"

from dragoman.archive import Archive, rows
from dragoman.coding import CODERS, Coder
from dragoman.flow.local import read_into
from dragoman.flow.stages import Stages
from dragoman.language.sentences import Splitter
from dragoman.lexicon import load
from dragoman.settings import Settings

# Sentences of a text of mixed news, how many labelled ones are drawn for it, and by which seed.
SENTENCES, LABELLED, SEED = 30, 600, 20


def mixed(folder: Path, empty: float) -> list[str]:
    """Texts of labelled sentences that report something among everyday ones, the share `empty`, that report nothing."""
    rows = [json.loads(line) for p in sorted(folder.glob("*.jsonl")) for line in p.read_text(encoding="utf-8").splitlines()]
    everyday = (Path(__file__).parent / "everyday.txt").read_text(encoding="utf-8").splitlines()
    draw = random.Random(SEED)
    told = draw.sample([r["text"] for r in rows if r["events"]], k=LABELLED)
    every = [*told, *draw.choices(everyday, k=round(LABELLED * empty / (1 - empty)))]
    draw.shuffle(every)
    return ["\n\n".join(every[i : i + SENTENCES]) for i in range(0, len(every), SENTENCES)]


def corpus(texts: list[str], out: Path, tokens: int) -> tuple[int, list[str]]:
    """Copies of `texts` as files until there are `tokens` words; returns how many files, and the texts."""
    written, words, kept = 0, 0, []
    while words < tokens:
        for text in texts:
            body = f"{text}\nThis is text number {written} of the bench.\n"
            (out / f"{written:06d}.txt").write_text(body, encoding="utf-8")
            kept.append(body)
            written += 1
            words += len(body.split())
            if words >= tokens:
                break
    return written, kept


def watch(parts: dict[str, float]) -> None:
    """Have each part of a reading add its seconds to `parts` from here on; no part is inside another."""

    def timed(part: str, do: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(do)
        def run(*args: Any, **kwargs: Any) -> Any:
            begun = time.perf_counter()
            try:
                return do(*args, **kwargs)
            finally:
                parts[part] = parts.get(part, 0.0) + time.perf_counter() - begun

        return run

    def through(coder: Callable[..., Any]) -> Callable[..., Any]:
        return lambda bench: list(coder(bench))  # coders are generators: their time is in going through them

    for owner, name, part in (
        (Stages, "_read", "files"),
        (Coder, "_draft", "names, and what to parse"),
        (Coder, "_parsed", "parse"),
        (Archive, "commit", "storing"),
    ):
        setattr(owner, name, timed(part, getattr(owner, name)))
    for table, coder in CODERS.items():
        CODERS[table] = timed("events" if table == "events" else "other tables", through(coder))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--tokens", type=int, default=200_000)
    arguments.add_argument(
        "--empty", type=float, help="make mixed news of labelled sentences, this share of which reports nothing"
    )
    arguments.add_argument("--workers", type=int, default=1)
    arguments.add_argument("--parts", action="store_true", help="tell what each part takes (of one worker)")
    given = arguments.parse_args()
    if given.parts and given.workers != 1:
        arguments.error("--parts sees one process only; allowed: with --workers 1")
    nlp = import_module(Settings().model).load()
    for name in set(nlp.pipe_names) - {"tok2vec", "tagger", "parser"}:
        nlp.remove_pipe(name)
    splitter = Splitter(load())
    with tempfile.TemporaryDirectory() as where:
        texts = Path(where) / "texts"
        texts.mkdir()
        found = (
            mixed(given.folder, given.empty)
            if given.empty
            else [t for p in sorted(given.folder.rglob("*.txt")) if (t := _text(p))]
        )
        files, bodies = corpus(found, texts, given.tokens)
        sentences = [body[s.start : s.end] for body in bodies for s in splitter.split(body, 0, len(body))]
        list(nlp.pipe(sentences[:256], batch_size=64))
        begun = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(sentences, batch_size=64))
        bare = time.perf_counter() - begun
        one = Path(where) / "one"
        one.mkdir()
        (one / "one.txt").write_text("Chad met Mali.\n", encoding="utf-8")
        begun = time.perf_counter()
        with Archive.open(Path(where) / "first", create=True) as archive:
            read_into(archive, [one], Settings(), workers=given.workers)
        loading = time.perf_counter() - begun
        parts: dict[str, float] = {}
        if given.parts:
            watch(parts)
        begun = time.perf_counter()
        with Archive.open(Path(where) / "archive", create=True) as archive:
            progress = read_into(archive, [texts], Settings(), workers=given.workers)
            whole = time.perf_counter() - begun
            events = len(rows(archive, "events", columns=["record_id"]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{files} files, {len(sentences)} sentences, {tokens} tokens, {events} events")
    print(f"bare parse {bare:.1f} s ({tokens / bare:.0f} tokens/s); whole reading {whole:.1f} s; ratio {whole / bare:.2f}")
    if parts:
        parts["the rest"] = whole - sum(parts.values())
        print("; ".join(f"{part} {seconds / bare:.2f}" for part, seconds in parts.items()) + " times the bare parse")
    print(f"before that, one text {loading:.1f} s: lexicon, rules and model are loaded, as the model is for the bare parse")
    skipped = 1 - progress.parsed / progress.sentences
    print(f"parsed {progress.parsed} of {progress.sentences} sentences, skipped {skipped:.0%}; peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
