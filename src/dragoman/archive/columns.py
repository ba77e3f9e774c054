"""Tables and columns as the record types spell them, and values on their way in and out of the archive.

Lists are stored as JSON text, booleans as 0 and 1, everything else as it is.
"""

from __future__ import annotations

import functools
import itertools
import operator
import sys
import types
import typing
import zlib
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from dragoman.records import LEDGERS, RECORDS

TEXT, INTEGER, REAL, BOOLEAN, LIST = "text", "integer", "real", "boolean", "list"
_TYPES: dict[Any, str] = {str: TEXT, int: INTEGER, float: REAL, bool: BOOLEAN}
_BIGGEST = 2**63 - 1
_SHORT = 256  # bytes of an offset map


class Column(NamedTuple):
    """A field of a record type: its name, and one of the five types above."""

    name: str
    type: str


class Table(NamedTuple):
    """A kind of record: `columns` in the order in which its type declares them."""

    name: str
    struct: type[msgspec.Struct]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def _column_type(annotation: Any) -> str:
    if typing.get_origin(annotation) is list:
        return LIST
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        (annotation,) = (a for a in typing.get_args(annotation) if a is not type(None))
    return _TYPES[annotation]


def _table(name: str, struct: type[msgspec.Struct]) -> Table:
    columns = (Column(field.name, _column_type(field.type)) for field in msgspec.structs.fields(struct))
    return Table(name, struct, tuple(columns))


# Every table of the record, coded tables first, in the order in which exports write them.
TABLES: dict[str, Table] = {name: _table(name, struct) for name, struct in (RECORDS | LEDGERS).items()}


def clean(value: str) -> str:
    """`value` in a form that UTF-8 can hold: lone surrogates, which file names may have, become `\\udcff` and so on."""
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "backslashreplace").decode()
    return value


def clean_text(text: str) -> str:
    """As `clean`, but one character for one, so that offsets hold."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def encode(value: Any, kind: str) -> Any:
    """A field's value as SQLite stores it."""
    if value is None:
        return None
    if kind == TEXT:
        return clean(value)
    if kind == LIST:
        return encode_list(value)
    if kind == BOOLEAN:
        return int(value)
    if isinstance(value, int) and abs(value) > _BIGGEST:
        return float(value)
    return value


def decode(value: Any, kind: str) -> Any:
    """A stored value as the field had it."""
    if value is None:
        return None
    if kind == LIST:
        return decode_list(value)
    if kind == BOOLEAN:
        return bool(value)
    return value


def encode_list(items: Iterable[str]) -> str:
    return _encode_tuple(tuple(items))


@functools.lru_cache(maxsize=16_384)  # most lists are of a few codes, again and again
def _encode_tuple(items: tuple[str, ...]) -> str:
    return msgspec.json.encode([clean(item) for item in items]).decode()


def row_encoder(columns: Sequence[Column]) -> Callable[[object], list[Any]]:
    """What makes of a record the stored values of `columns`: as `encode` for each of them, in a fifth of the time."""
    fields = operator.attrgetter(*(column.name for column in columns))
    # True and False go in as 1 and 0 by themselves, and hardly a text needs cleaning.
    lists = [i for i, column in enumerate(columns) if column.type == LIST]
    reals = [i for i, column in enumerate(columns) if column.type == REAL]
    texts = [i for i, column in enumerate(columns) if column.type == TEXT]
    texts_of = operator.itemgetter(*texts)

    def encoded(record: object) -> list[Any]:
        values = list(fields(record))
        try:
            "".join(filter(None, texts_of(values))).encode()
        except UnicodeEncodeError:
            for i in texts:
                values[i] = encode(values[i], TEXT)
        for i in lists:
            values[i] = encode_list(values[i])
        for i in reals:
            values[i] = encode(values[i], REAL)
        return values

    return encoded


def decode_list(value: str) -> list[str]:
    return msgspec.json.decode(value, type=list[str])


def pack_offsets(runs: Iterable[tuple[int, int, int]]) -> bytes:
    """The offset map of a text, packed; little-endian whatever the machine."""
    flat = array("q", itertools.chain.from_iterable(runs))
    data = _little_endian(flat).tobytes()
    if len(data) > _SHORT:
        return zlib.compress(data)
    # Most maps are of a run or two: making ready for more takes three times as long as packing them, and gives the same.
    packer = zlib.compressobj(memLevel=1)
    return packer.compress(data) + packer.flush()


def unpack_offsets(packed: bytes) -> list[tuple[int, int, int]]:
    flat = array("q")
    flat.frombytes(zlib.decompress(packed))
    numbers = _little_endian(flat).tolist()
    return list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))


def _little_endian(flat: array[int]) -> array[int]:
    if sys.byteorder == "big":
        flat.byteswap()
    return flat
