"""Cursors: a place in an order, sealed with the question it belongs to, as text that nobody needs to read."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Hashable
from typing import Any

import msgspec

from dragoman.errors import UsageError
from dragoman.ids import content_id
from dragoman.rest.parameters import LONGEST_CURSOR

_SIGNS = 12  # characters of the question's hash: a slip is to be noticed, not an attack
_BIGGEST = 2**63 - 1


def encode(place: tuple[Any, ...] | None, question: Hashable) -> str | None:
    """The cursor of a place. Raises UsageError where the order is by texts too long to be carried."""
    if place is None:
        return None
    packed = base64.urlsafe_b64encode(msgspec.json.encode([_sign(question), *place])).decode().rstrip("=")
    if len(packed) > LONGEST_CURSOR:
        raise UsageError("rows in the order of such long texts cannot be gone through page by page; order by another column")
    return packed


def decode(cursor: str | None, question: Hashable) -> tuple[Any, ...] | None:
    """The place that a cursor names. Raises UsageError for one that is none, or of another question."""
    if cursor is None:
        return None
    try:
        sign, *place = msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=list[Any])
    except (binascii.Error, msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise UsageError("this cursor is none of ours; take `next` of an answer as it is") from error
    if sign != _sign(question) or not all(map(_sound, place)):
        raise UsageError("this cursor belongs to another question; ask with the same filters and order as before")
    return tuple(place)


def _sign(question: Hashable) -> str:
    return content_id("cursor", repr(question))[:_SIGNS]


def _sound(value: Any) -> bool:
    if isinstance(value, int):
        return abs(value) <= _BIGGEST
    return value is None or isinstance(value, (str, float))
