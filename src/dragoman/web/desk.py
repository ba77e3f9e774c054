"""Where one request is answered: the archive that it asks, and what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from starlette.datastructures import QueryParams

from dragoman.api import Archive
from dragoman.archive import Archive as Store
from dragoman.errors import DragomanError, UsageError

T = TypeVar("T")


class Archives(Protocol):
    """Lends an archive to one request. Both raise UsageError or ArchiveError where there is none."""

    def reading(self) -> AbstractContextManager[Archive]:
        """An archive as it is at the beginning of a request, in the thread that answers it."""

    def answer(self, key: Hashable, make: Callable[[Archive], T]) -> T:
        """What `make` finds, or found before for `key` while the archive was as it is now."""


class NotThere(DragomanError):
    """What was asked for is not in the archive: status 404."""


@dataclass(frozen=True)
class Desk:
    """One request: `query` are its parameters, `path` what was asked for."""

    archive: Archive
    query: QueryParams
    path: str

    @property
    def store(self) -> Store:
        return self.archive.store

    def name(self, code: str | None) -> str:
        """The display name of a code."""
        return self.archive.names.of(code)

    def names(self, codes: Iterable[str]) -> str:
        return ", ".join(map(self.name, codes))

    def code(self, given: str) -> str:
        """The code that a reader means, by code or name. Raises NotThere that names near ones."""
        try:
            return self.archive.resolve(given)
        except UsageError as error:
            raise NotThere(str(error)) from error

    def one(self, name: str) -> str | None:
        """A parameter that is given once, without the spaces around it; None where it is empty."""
        return (self.query.get(name) or "").strip() or None

    def many(self, name: str) -> list[str]:
        return [value.strip() for value in self.query.getlist(name) if value.strip()]

    def number(self, name: str, default: int, *, least: int = 1, most: int = 10**9) -> int:
        """A whole number within bounds. Raises UsageError for what is none."""
        given = self.one(name)
        if given is None:
            return default
        try:
            return min(max(int(given), least), most)
        except ValueError as error:
            raise UsageError(f"{name}={given!r} is not a whole number") from error


@dataclass(frozen=True)
class Page:
    """What a route answers: a template and what it shows; `status` other than 200 for what is not there."""

    template: str
    title: str
    shown: Mapping[str, object]
    status: int = 200
