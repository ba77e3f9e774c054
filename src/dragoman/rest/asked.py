"""One question to the archive, and the routes that can be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from dragoman.api import Archive
from dragoman.archive import Archive as Store
from dragoman.archive import Filters, count
from dragoman.errors import UsageError
from dragoman.rest.answers import HASH, Row
from dragoman.rest.failures import NotThere
from dragoman.rest.parameters import Parameter

_SOME = 400  # ids in one query


@dataclass(frozen=True)
class Asked:
    """What one request asks: the values of its parameters, each as its type has it, and the archive to ask."""

    archive: Archive
    values: Mapping[str, Any]

    @property
    def store(self) -> Store:
        return self.archive.store

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def code(self, name: str) -> str | None:
        """The code that a parameter means, None where it is not given. Raises NotThere that names near ones."""
        value = self.values.get(name)
        return None if value is None else self.resolve(value)

    def resolve(self, given: str) -> str:
        try:
            return self.archive.resolve(given)
        except UsageError as error:
            raise NotThere(str(error)) from error

    def run(self) -> str | None:
        """The run asked for. Raises NotThere where the archive has none such."""
        run: str | None = self.values.get("run")
        try:
            self.store.check_run(run)
        except UsageError as error:
            raise NotThere(str(error)) from error
        return run

    def total(self, table: str, filters: Filters) -> int:
        """How many rows pass `filters`."""
        return self.store.keep(("total", table, repr(filters)), lambda: count(self.store, table, filters))

    def documents(self) -> int:
        """How many documents there are: what every other count is to be read beside."""
        return self.total("documents", Filters())

    def hashed(self, rows: Sequence[Row]) -> list[Row]:
        """`rows` with the hash of the text that each of them rests on; those that rest on several are left as they are."""
        ids = sorted({row["document_id"] for row in rows if "document_id" in row})
        hashes: dict[str, str] = {}
        for i in range(0, len(ids), _SOME):
            some = ids[i : i + _SOME]
            sql = f"SELECT document_id, text_sha256 FROM texts WHERE document_id IN ({', '.join('?' * len(some))})"
            hashes |= dict(self.store.select(sql, some))
        return [row | {HASH: hashes.get(row["document_id"])} if "document_id" in row else row for row in rows]


@dataclass(frozen=True)
class Route:
    """An address under /api, what it can be asked, and how it answers: `make` gives a value of the type `answer`.

    `refuses` are the statuses that it may have beside 200 and those that every route may have.
    """

    path: str
    name: str
    help: str
    parameters: tuple[Parameter, ...]
    answer: type[msgspec.Struct]
    make: Callable[[Asked], Any]
    example: Any
    refuses: tuple[int, ...] = (400, 404)
