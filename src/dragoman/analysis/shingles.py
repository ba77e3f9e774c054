"""Which of many texts share most of their words: stretches of letters, hashed, sampled, and compared where they meet.

A text is taken as its letters and figures alone, so that quotation marks, line breaks and capital letters make no
difference. Texts that share no whole clause with another are left out before anything is hashed: of 10,000 that is most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

WIDTH = 24  # letters of a shingle: some four words
SHORT = 600  # letters; so little may share no whole clause with its edited self
_CLAUSE = 20  # letters; what is shorter is everywhere
_SAMPLED = 8  # one shingle in so many is kept for finding pairs
_REACH = 4  # texts with a shingle in common are paired with so many of those that follow them
_BLOCK = 1 << 21  # letters hashed at a time
_KEPT = bytes((*range(ord("a"), ord("z") + 1), *range(ord("0"), ord("9") + 1), ord("."), *range(128, 256)))
_DROPPED = bytes(set(range(256)) - set(_KEPT))

Hashes = npt.NDArray[np.uint32]


class Alike(NamedTuple):
    """Two texts by their places in the sequence: the share of all shingles that both have, and of those of the shorter."""

    a: int
    b: int
    jaccard: float
    contained: float


def letters(text: str) -> bytes:
    """The letters and figures of a text in lower case, with the full stops that part its clauses."""
    return text.lower().encode("utf-8", "replace").translate(None, _DROPPED)


def alike(texts: Sequence[str], *, jaccard: float, contained: float) -> list[Alike]:
    """The pairs that have at least one of the two shares, in order."""
    found = [letters(text) for text in texts]
    places = _meeting(found)
    plain = [found[place].replace(b".", b"") for place in places]
    sets: dict[int, set[bytes]] = {}

    def shingles(n: int) -> set[bytes]:
        if n not in sets:
            sets[n] = {plain[n][i : i + WIDTH] for i in range(max(1, len(plain[n]) - WIDTH + 1))}
        return sets[n]

    made = []
    for a, b in _candidates(plain):
        one, other = shingles(a), shingles(b)
        both = len(one & other)
        alike = Alike(places[a], places[b], both / (len(one) + len(other) - both), both / min(len(one), len(other)))
        if alike.jaccard >= jaccard or alike.contained >= contained:
            made.append(alike)
    return made


def _meeting(found: Sequence[bytes]) -> list[int]:
    """The places of the texts that are short, or share a clause with another."""
    clauses = [{clause for clause in text.split(b".") if len(clause) >= _CLAUSE} for text in found]
    count: Counter[bytes] = Counter()
    for one in clauses:
        count.update(one)
    return [
        place
        for place, (text, one) in enumerate(zip(found, clauses, strict=True))
        if text and (len(text) < SHORT or any(count[clause] > 1 for clause in one))
    ]


def _candidates(plain: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs that share a sampled shingle, or are the same, each once."""
    if len(plain) < 2:
        return []
    keys = np.sort(_sampled(plain))
    pairs: list[npt.NDArray[np.uint64]] = []
    hashes, owners = keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF)
    for step in range(1, _REACH + 1):
        same = (hashes[step:] == hashes[:-step]) & (owners[step:] != owners[:-step])
        pairs.append((owners[:-step][same] << np.uint64(32)) | owners[step:][same])
    met = np.unique(np.concatenate(pairs)) if pairs else np.empty(0, np.uint64)
    found = {(int(pair) >> 32, int(pair) & 0xFFFFFFFF) for pair in met}
    # Texts shorter than a shingle have none.
    equal: dict[bytes, int] = {}
    for place, text in enumerate(plain):
        if text in equal:
            found.add((equal[text], place))
        equal.setdefault(text, place)
    return sorted(found)


def _sampled(plain: Sequence[bytes]) -> npt.NDArray[np.uint64]:
    """A part of the shingles of all texts, each as its hash and the place of its text, without repeats in one text."""
    lengths = np.array([len(text) for text in plain], dtype=np.int64)
    ends = np.cumsum(lengths)
    stream = np.frombuffer(b"".join(plain), np.uint8)
    made = []
    for begin in range(0, len(stream) - WIDTH + 1, _BLOCK):
        hashes = _hashes(stream[begin : begin + _BLOCK + WIDTH - 1])
        kept = np.flatnonzero(hashes < np.uint32(2**32 // _SAMPLED))
        places = kept + begin
        owner = np.searchsorted(ends, places, side="right")
        whole = places + WIDTH <= ends[owner]
        made.append((hashes[kept][whole].astype(np.uint64) << np.uint64(32)) | owner[whole].astype(np.uint64))
    keys = np.sort(np.concatenate(made)) if made else np.empty(0, np.uint64)
    return keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys


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
