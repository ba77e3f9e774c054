"""How much of their words two texts share: stretches of letters, hashed and compared.

A text is taken as its letters and figures alone, so that quotation marks, line breaks and capital letters make no
difference.
"""

from __future__ import annotations

import zlib
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

WIDTH = 24  # letters of a shingle: some four words
SHORT = 600  # letters; so little may share no whole clause with its edited self
SAMPLED = 8  # of a short text one shingle in so many is looked up
_CLAUSE = 20  # letters; what is shorter is everywhere
_KEPT = bytes((*range(ord("a"), ord("z") + 1), *range(ord("0"), ord("9") + 1), ord("."), *range(128, 256)))
_DROPPED = bytes(set(range(256)) - set(_KEPT))
_OF_SHINGLES = 1 << 32  # hashes of shingles are told from those of clauses by standing above it

Hashes = npt.NDArray[np.uint32]


class Shares(NamedTuple):
    """Of all shingles of two texts those that both have, and of those of the shorter."""

    of_both: float
    of_shorter: float


def letters(text: str) -> bytes:
    """The letters and figures of a text in lower case, with the full stops that part its clauses."""
    return text.lower().encode("utf-8", "replace").translate(None, _DROPPED)


def clauses(found: bytes) -> dict[int, int]:
    """By what another text with most of the same words is found, of a text as `letters`: hashes, and how many letters
    each stands for. Whole clauses; of a short text some shingles too, of a very short one all of it.
    """
    made = {zlib.crc32(clause): len(clause) for clause in found.split(b".") if len(clause) >= _CLAUSE}
    if len(found) < SHORT:
        plain = found.replace(b".", b"")
        hashes = _hashes(_stream(plain))
        made |= {_OF_SHINGLES + int(one): SAMPLED for one in hashes[hashes < np.uint32(2**32 // SAMPLED)]}
        if len(plain) < WIDTH and plain:
            made[zlib.crc32(plain)] = _CLAUSE
    return made


def shingles(found: bytes) -> Hashes:
    """All shingles of a text as `letters`, sorted, each once; of one shorter than a shingle itself."""
    ordered = np.sort(_hashes(_stream(found.replace(b".", b""))))
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def shares(one: Hashes, other: Hashes) -> Shares:
    """What two texts share, given as `shingles`."""
    together = np.sort(np.concatenate((one, other)), kind="stable")  # both are in order, and need but be merged
    both = int(np.count_nonzero(together[1:] == together[:-1]))
    return Shares(both / (len(one) + len(other) - both), both / min(len(one), len(other)))


def _stream(plain: bytes) -> npt.NDArray[np.uint8]:
    return np.frombuffer(plain.ljust(WIDTH), np.uint8)


def _hashes(stream: npt.NDArray[Any]) -> Hashes:
    """A hash of the WIDTH bytes from each place on: three of eight bytes, doubled up, then mixed."""
    hashes: Hashes = stream.astype(np.uint32) + np.uint32(1)
    prime, width = 0x01000193, 1
    while width < WIDTH // 3:
        hashes = hashes[:-width] * np.uint32(prime) + hashes[width:]
        prime, width = prime * prime & 0xFFFFFFFF, width * 2
    hashes = (
        hashes[: -2 * width] * np.uint32(prime * prime & 0xFFFFFFFF)
        + hashes[width:-width] * np.uint32(prime)
        + hashes[2 * width :]
    )
    for shift, factor in ((15, 0x85EBCA6B), (13, 0xC2B2AE35)):
        hashes ^= hashes >> np.uint32(shift)
        hashes *= np.uint32(factor)
    hashes ^= hashes >> np.uint32(16)
    return hashes
