"""Labels against records: per table how much is found and how much of it is right, and every fault by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from dragoman.scoring.gold import LABELLED, Case
from dragoman.scoring.matching import Row, meets, paired

Coded = Mapping[str, Sequence[Row]]
NOTHING = "nothing"
_SIDES = ("source", "target", "mode", "modality")


class TableScore(msgspec.Struct, frozen=True, kw_only=True):
    """One table over `texts` labelled for it: `found` of `expected` labels; `kept` of `absent` ones, which nothing meets;
    `right` of `coded` records, in the `complete` texts alone, where every record is labelled. A share of none is None.
    """

    table: str
    texts: int = 0
    expected: int = 0
    found: int = 0
    absent: int = 0
    kept: int = 0
    complete: int = 0
    coded: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        return self.found / self.expected if self.expected else None

    @property
    def precision(self) -> float | None:
        return self.right / self.coded if self.coded else None

    @property
    def f1(self) -> float | None:
        recall, precision = self.recall, self.precision
        if recall is None or precision is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def data(self) -> dict[str, Any]:
        return {**msgspec.to_builtins(self), "recall": self.recall, "precision": self.precision, "f1": self.f1}


class Confused(msgspec.Struct, frozen=True, kw_only=True):
    """How often an event expected as one type was coded as another; `nothing` on a side where there was no partner."""

    expected: str
    coded: str
    count: int


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is not as labelled: `missed` (a label that nothing meets), `false` (a record that no label of a complete text
    means), `forbidden` (an absent label that a record meets). `words` are the record's, or else the text.
    """

    kind: str
    table: str
    id: str | int
    label: dict[str, Any] | None = None
    record: dict[str, Any] | None = None
    words: str


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """What an evaluation gives, over `texts` texts; `faults` in the order of the gold file."""

    texts: int
    tables: list[TableScore]
    confusion: list[Confused]
    faults: list[Fault]

    def table(self, name: str) -> TableScore:
        """The score of one table, of nothing where no text is labelled for it."""
        return next((t for t in self.tables if t.table == name), TableScore(table=name))

    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {**msgspec.to_builtins(self), "tables": [table.data() for table in self.tables]}


@dataclass
class _Tally:
    """What has been counted so far."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


def score(cases: Sequence[Case], coded: Sequence[Coded]) -> Scores:
    """Every case against what its text gave, in the same order. A label and a record are partners once at most."""
    tally = _Tally()
    for case, records in zip(cases, coded, strict=True):
        for table in LABELLED:
            if table in case.tables:
                _score(case, table, records.get(table, ()), tally)
    confused = sorted(tally.confused.items(), key=lambda pair: (-pair[1], pair[0]))
    return Scores(
        texts=len(cases),
        tables=[TableScore(table=name, **tally.counts[name]) for name in LABELLED if name in tally.counts],
        confusion=[Confused(expected=one, coded=other, count=count) for (one, other), count in confused],
        faults=tally.faults,
    )


def _score(case: Case, table: str, records: Sequence[Row], tally: _Tally) -> None:
    labels, absent, complete = case.expect.get(table, []), case.absent.get(table, []), table in case.complete
    pairs = paired(labels, records, lambda label, record: meets(label, record, case.text))
    missed = [label for n, label in enumerate(labels) if n not in pairs]
    rest = [record for r, record in enumerate(records) if r not in pairs.values()]
    met = [[r for r in records if meets(label, r, case.text)] for label in absent]
    counts = tally.counts.setdefault(table, Counter())
    counts.update(texts=1, expected=len(labels), found=len(pairs), absent=len(absent), kept=met.count([]))
    counts.update(complete=int(complete), coded=len(records) * complete, right=len(pairs) * complete)
    tally.faults += [
        Fault(kind="missed", table=table, id=case.id, label=label, words=str(label.get("quote") or case.text))
        for label in missed
    ]
    for label, found in zip(absent, met, strict=True):
        tally.faults += [_wrong("forbidden", case, table, record, label) for record in found]
    if complete:
        tally.faults += [_wrong("false", case, table, record) for record in rest]
    if table == "events":
        tally.confused.update((_type(labels[n]), _type(records[r])) for n, r in pairs.items())
        tally.confused.update(_confused(missed, rest, complete))


def _wrong(kind: str, case: Case, table: str, record: Row, label: dict[str, Any] | None = None) -> Fault:
    words = str(record.get("quote") or case.text)
    return Fault(kind=kind, table=table, id=case.id, label=label, record=dict(record), words=words)


def _confused(missed: Sequence[Row], rest: Sequence[Row], complete: bool) -> Iterator[tuple[str, str]]:
    """As what each missed label was coded, and in a complete text what was coded for nothing."""
    near = _nearest(missed, rest)
    yield from ((_type(label), _type(rest[near[n]]) if n in near else NOTHING) for n, label in enumerate(missed))
    yield from ((NOTHING, _type(record)) for r, record in enumerate(rest) if complete and r not in near.values())


def _type(row: Row) -> str:
    """The type of an event; what a label leaves open is any."""
    value = row.get("event")
    return value if isinstance(value, str) else "any"


def _nearest(labels: Sequence[Row], records: Sequence[Row]) -> dict[int, int]:
    """Which record a missed label was probably coded as: most fields in common first, each once."""
    ranked = sorted(
        (-sum(meets({name: label[name]}, record, "") for name in ("event", *_SIDES) if name in label), i, r)
        for i, label in enumerate(labels)
        for r, record in enumerate(records)
    )
    near: dict[int, int] = {}
    for _, i, r in ranked:
        if i not in near and r not in near.values():
            near[i] = r
    return near
