"""An archive of any size that no text was read for: valid records, written by the archive's own writer.

`python bench/synthetic.py FOLDER [EVENTS]` builds one: ten events a document, one state (PRK) in half of all events,
words and partners as unevenly spread as in real texts.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any

from dragoman.archive import Archive
from dragoman.archive.connection import FILE
from dragoman.ids import sha256_hex
from dragoman.records import (
    Actor,
    Citation,
    Claim,
    CodedDocument,
    Competence,
    Document,
    Event,
    Passage,
    Position,
    Principle,
    ReadingLog,
    Record,
    Relation,
    Run,
    document_id,
    seal,
    seal_document,
)  # fmt: skip

RUN = Run(run_id="bench", version="0", model="none", lexicon="none", settings="{}", started="2026-01-01T00:00:00+00:00")
STATE = "PRK"
# The first are met most often.
PARTNERS = """
    USA KOR CHN RUS JPN UN UN-SC GBR FRA DEU IAEA EU CUB VNM IRN SYR IND IDN MYS THA LAO KHM MNG AUS CAN NATO NAM ASEAN
    UN-GA BRA MEX VEN BOL NIC ZAF NGA EGY LBY DZA TUR PAK BGD LKA NPL MMR SGP PHL POL CZE ROU BGR SWE FIN NOR CHE AUT ITA
    ESP PRT GHA KEN TZA UGA ETH
""".split()
TYPES = """
    CONSULT SUPPORT ACCUSE REJECT THREATEN AGREE SANCTION COOPERATE AID REQUEST CONCEDE PROTEST MOBILIZE RETREAT COERCE ASSAULT
""".split()
MODES: dict[str, list[str | None]] = {
    "CONSULT": ["visit", "meeting", "letter", "credentials", None], "AID": ["gift", "economic"], "SUPPORT": ["treaty", None],
}  # fmt: skip
MODALITIES = ["actual"] * 8 + ["planned", "conditional"]
OUTLETS = ["KCNA", "TASS", "Yonhap", "Xinhua", "Example Wire"]
KINDS = ["news"] * 5 + ["statement", "press-statement", "answer", "article", "letter"]
TOPICS = ["nuclear", "sanctions", "drills", "trade", "space", None]
VOCABULARY = 20_000
EVENTS_EACH, BATCH = 10, 200


def zipf(count: int, shift: float) -> list[float]:
    """Cumulated weights of `count` things, the first the most frequent."""
    return list(accumulate(1 / (rank + shift) for rank in range(1, count + 1)))


class Maker:
    """Makes documents; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        syllables = "ba de ki lo mu na pe ri so tu va ze sha tro gli fen dor mar".split()
        known = "the of to and state nuclear talks sanctions treaty visit peace delegation ministry statement drills".split()
        made = ("".join(self.rng.choices(syllables, k=self.rng.randint(2, 4))) for _ in range(VOCABULARY * 2))
        self.words = list(dict.fromkeys([*known, *made]))[:VOCABULARY]
        self.word_weights = zipf(len(self.words), 2)
        self.partner_weights = zipf(len(PARTNERS), 5)

    def sentence(self, count: int = 14) -> str:
        return " ".join(self.rng.choices(self.words, cum_weights=self.word_weights, k=count))

    def partner(self) -> str:
        return self.rng.choices(PARTNERS, cum_weights=self.partner_weights)[0]

    def pair(self) -> tuple[str, str]:
        """Who acts and upon whom: the state on either side in half of all cases."""
        one = STATE if self.rng.random() < 0.5 else self.partner()
        other = self.partner()
        while other.split("-")[0] == one.split("-")[0]:
            other = self.partner()
        return (one, other) if self.rng.random() < 0.5 else (other, one)

    def document(self, number: int) -> CodedDocument:
        rng = self.rng
        day = f"{rng.randint(1994, 2025)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        title = f"Item {number} {self.sentence(4)}"
        lines = [f"{self.sentence()}." for _ in range(EVENTS_EACH * 2)]
        text = f"{title}\n" + " ".join(lines)
        key = document_id(text.encode(), 0, text)
        speaker = STATE if rng.random() < 0.5 else self.partner()
        records: dict[str, list[Record]] = {
            "passages": [
                Passage(document_id=key, start=0, end=len(title), reported_by=[speaker], kind="title"),
                Passage(document_id=key, start=len(title) + 1, end=len(text), reported_by=[speaker]),
            ]
        }
        start = len(title) + 1
        for n, line in enumerate(lines):
            at: dict[str, Any] = {"document_id": key, "start": start, "end": start + len(line), "reported_by": [speaker]}
            for record in self.event(at, day) if n % 2 else self.other(at, n):
                records.setdefault(record.table, []).append(record)
            start += len(line) + 1
        document = Document(
            document_id=key, source_path=f"items/{number}.txt", sources=[f"items/{number}.txt"], title=title,
            kind=rng.choice(KINDS), outlet=rng.choice(OUTLETS), published=day, published_basis="dateline", language="en",
            speaker_state=speaker, reported_by=[speaker], text=text, text_sha256=sha256_hex(text.encode()),
        )  # fmt: skip
        sealed = {name: [seal(record, RUN.run_id) for record in found] for name, found in records.items()}
        return CodedDocument(
            document=seal_document(document, RUN.run_id), offsets=[(0, 0, len(text))], records=sealed, sentences=20, parsed=12
        )

    def event(self, at: dict[str, Any], day: str) -> list[Record]:
        rng = self.rng
        source, target = self.pair()
        kind = rng.choices(TYPES, cum_weights=zipf(len(TYPES), 3))[0]
        date = day if rng.random() < 0.9 else None
        event = Event(
            **at, event=kind, mode=rng.choice(MODES.get(kind, [None])), source=[source], target=[target], date=date,
            date_precision="day" if date else None, modality=rng.choice(MODALITIES), rule="bench", score=rng.randint(-10, 10),
            trigger_start=at["start"], trigger_end=at["start"] + 5, object_text=self.words[rng.randint(50, 5000)],
        )  # fmt: skip
        return [event, Actor(**at, text=source, code=source), Actor(**at, text=target, code=target)]

    def other(self, at: dict[str, Any], n: int) -> list[Record]:
        """What a sentence holds that is no event: two positions, a principle, a claim, a relation, citations, a power."""
        rng = self.rng
        one, other = self.pair()
        topic = rng.choice(TOPICS)
        few = self.words[rng.randint(20, 900)]
        match n // 2:
            case 0 | 1:
                return [Position(**at, holder=one, target=other, topic=topic, polarity=rng.choice([-1, -0.5, 0.5, 1]))]
            case 2:
                return [Principle(**at, holder=one, kind=rng.choice(["principle", "aim"]), statement=few, topic=topic)]
            case 3:
                return [
                    Claim(**at, claimed_by=one, kind="quantity", subject=other, measure=few, comparator="=",
                          value=rng.choice([160, 160, 160, 164]), unit="state")
                ]  # fmt: skip
            case 4:
                a, b = sorted([one, other])
                since = str(rng.randint(1948, 2020))
                return [Relation(**at, kind=rng.choice(["diplomatic-relations", "agreement", "ties"]), a=a, b=b, since=since)]
            case 5 | 6:
                return [Citation(**at, instrument="UN-CHARTER", instrument_text=few, stance="invoked", cited_by=one)]
            case 7:
                return [Competence(**at, state=one, office=rng.choice(["President", "Premier"]), kind="power", power=few)]
        return []


def log(name: str) -> ReadingLog:
    return ReadingLog(reading_id=name, run_id=RUN.run_id, started="2026-01-01T00:00:00+00:00")


def build(folder: Path, events: int, maker: Maker | None = None) -> float:
    """Write an archive of `events` into `folder`; the seconds that writing took, making the records apart."""
    maker, seconds = maker or Maker(), 0.0
    documents = events // EVENTS_EACH
    with Archive.open(folder, create=True) as archive:
        archive.begin_reading(log("bench"))
        for first in range(0, documents, BATCH):
            batch = [maker.document(number) for number in range(first, min(first + BATCH, documents))]
            began = time.perf_counter()
            archive.commit(batch, [], RUN)
            seconds += time.perf_counter() - began
        archive.finish_reading(log("bench"))
    return seconds


def written(folder: Path, events: int) -> str:
    """Build the archive, and say how long that took."""
    seconds = build(folder, events)
    size = (folder / FILE).stat().st_size / 1e6
    return f"{events:,} events written in {seconds:.1f} s ({events / seconds:,.0f} a second with all else), {size:,.0f} MB"


@contextmanager
def given_archive() -> Iterator[Archive]:
    """The archive of a bench called with [EVENTS] [FOLDER]: built first where the folder, or none, has not got it."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[2] if len(sys.argv) > 2 else made)
        if not (folder / FILE).exists():
            print(written(folder, events))
        with Archive.open(folder, read_only=True) as archive:
            yield archive


def main() -> None:
    print(written(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000))


if __name__ == "__main__":
    main()
