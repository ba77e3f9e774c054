"""What every record has in common: evidence, whose words, run, and an id that is a hash of its contents."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

import msgspec

from dragoman.ids import content_id


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A row tied to `text[start:end]` of one document (code points, end exclusive).

    `reported_by` says whose words the row rests on, outermost first; empty for a text that speaks for no state.
    `record_id` and `run_id` are filled by `seal`.
    """

    table: ClassVar[str]

    record_id: str = ""
    document_id: str
    start: int
    end: int
    reported_by: list[str] = []
    run_id: str = ""


R = TypeVar("R", bound=Record)

# Which fields stand outside a record's identity: the id itself, and the run, which says when and not what.
_OUTSIDE = frozenset({"record_id", "run_id"})


def contents(record: msgspec.Struct) -> dict[str, Any]:
    """The fields that make up a record's identity, in the order of its table."""
    return {name: getattr(record, name) for name in record.__struct_fields__ if name not in _OUTSIDE}


def seal(record: R, run_id: str) -> R:
    """`record` with its run and the id that follows from its table, document, span and contents."""
    packed = msgspec.json.encode([getattr(record, n) for n in record.__struct_fields__ if n not in _OUTSIDE])
    return msgspec.structs.replace(record, record_id=content_id(record.table, packed), run_id=run_id)
