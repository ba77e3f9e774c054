"""Who takes part in a record, and under which codes it is found."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from typing import Any

from dragoman.archive.schema import ROLES
from dragoman.lexicon import codes

_CODE = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*(?:\+[A-Z0-9]+(?:-[A-Z0-9]+)*)*")


def is_code(value: str) -> bool:
    """Whether `value` has the form of an actor code, or of several joined by `+`."""
    return bool(_CODE.fullmatch(value))


@functools.lru_cache(maxsize=16_384)
def wholes(code: str) -> tuple[str, ...]:
    """The codes under which `code` is found: itself and what it is a part of; `UN-SC` gives `UN-SC` and `UN`.

    A joint voice (`CHL+HRV`) is found under each of its codes; what is not a code is found under none.
    """
    if not is_code(code):
        return ()
    return tuple(found for one in code.split("+") for found in codes.wholes(one))


def expand(given: Iterable[str]) -> set[str]:
    """All codes under which something with the codes `given` is found."""
    return {whole for code in given for whole in wholes(code)}


def involved(table: str, field: Callable[[str], Any]) -> dict[str, list[str]]:
    """The roles of each code in a record of `table` whose fields `field` gives, in the order of ROLES."""
    found: dict[str, list[str]] = {}
    for role in ROLES.get(table, ()):
        value = field(role)
        if value:
            for code in expand((value,) if isinstance(value, str) else value):
                found.setdefault(code, []).append(role)
    return found
