"""Who takes part in a record, and under which codes it is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.archive.schema import ROLES

_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*(?:\+[A-Z0-9]+(?:-[A-Z0-9]+)*)*")


def is_code(value: str) -> bool:
    """Whether `value` has the form of an actor code, or of several joined by `+`."""
    return bool(_CODE.fullmatch(value))


def wholes(code: str) -> list[str]:
    """The codes under which `code` is found: itself and what it is a part of; `UN-SC` gives `UN-SC` and `UN`.

    Collectives (`X-WEST`) are parts of nothing; a joint voice (`CHL+HRV`) is found under each of its codes.
    """
    found = []
    for one in code.split("+"):
        parts = one.split("-")
        last = 1 if parts[0] == "X" else 0
        found += ["-".join(parts[:n]) for n in range(len(parts), last, -1)]
    return found


def expand(codes: Iterable[str]) -> set[str]:
    return {whole for code in codes for whole in wholes(code)}


def involved(table: str, field: Callable[[str], Any]) -> dict[str, list[str]]:
    """The roles of each code in a record of `table` whose fields `field` gives, in the order of ROLES."""
    found: dict[str, list[str]] = {}
    for role in ROLES.get(table, ()):
        value = field(role)
        codes = [value] if isinstance(value, str) else value or []
        for code in sorted(expand(c for c in codes if is_code(c))):
            found.setdefault(code, []).append(role)
    return found
