"""What a code of an actor is a part of: `UN-SC` is a part of `UN`, `COUNCIL-OF-EUROPE` of nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FILES = ("states.toml", "organisations.toml", "collectives.toml")
_CODE = re.compile(r'^code = "([A-Z0-9-]+)"', re.MULTILINE)


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """The codes of the lexicon's states, organisations and collectives; looked for, as loading its files takes seconds."""
    return frozenset(code for name in _FILES for code in _CODE.findall((Path(__file__).parent / name).read_text("utf-8")))


@lru_cache(maxsize=16_384)
def wholes(code: str) -> tuple[str, ...]:
    """A code and all that it is a part of, itself first.

    A hyphen joins a part to its whole, or the words of one name. Where the lexicon knows the code, or the beginning of it, it
    tells which: a beginning that it does not know is no whole. Of other codes every hyphen parts, but for the one after
    the X of a collective.
    """
    parts = code.split("-")
    least = 1 if parts[0] == "X" else 0
    beginnings = ["-".join(parts[:n]) for n in range(len(parts) - 1, least, -1)]
    named = [whole for whole in beginnings if whole in known()]
    return (code, *(named if named or code in known() else beginnings))
