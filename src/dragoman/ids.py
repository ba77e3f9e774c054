"""Content hashes: the same input has the same id on every machine, in every order."""

from __future__ import annotations

import hashlib


def sha256_hex(data: bytes) -> str:
    """Hex SHA-256 of `data`, 64 characters."""
    return hashlib.sha256(data).hexdigest()


def content_id(*parts: str | bytes | int) -> str:
    """A 20-character hex id of `parts`, in order.

    Each part is hashed with its length before it, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
