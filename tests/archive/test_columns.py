"""Values come out of the archive as they went in, and every table has the columns of its type."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive import schema
from dragoman.archive.columns import (
    BOOLEAN,
    INTEGER,
    LIST,
    REAL,
    TABLES,
    TEXT,
    clean,
    clean_text,
    decode,
    encode,
    pack_offsets,
    row_encoder,
    unpack_offsets,
)
from dragoman.archive.parties import involved, is_code, wholes
from dragoman.records import LEDGERS, RECORDS, Event

any_text = st.text(st.characters(exclude_categories=[]))


def test_every_record_type_is_a_table_with_all_its_fields() -> None:
    assert list(TABLES) == [*RECORDS, *LEDGERS]
    for name, struct in (RECORDS | LEDGERS).items():
        assert TABLES[name].names == struct.__struct_fields__


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("events", "source", LIST), ("events", "performed", BOOLEAN), ("events", "score", REAL), ("events", "start", INTEGER),
        ("events", "date", TEXT), ("documents", "authority", INTEGER), ("documents", "sources", LIST),
        ("claims", "value", REAL),
    ],
)  # fmt: skip
def test_types_follow_annotations(table: str, column: str, kind: str) -> None:
    found = TABLES[table].column(column)
    assert found is not None
    assert found.type == kind


def test_views_show_the_columns_in_the_order_of_the_type() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in schema.statements():
        connection.execute(statement)
    for name, table in TABLES.items():
        for prefix in ("", "current_"):
            columns = [c[0] for c in connection.execute(f"SELECT * FROM {prefix}{name}").description]
            assert tuple(columns) == table.names
    connection.close()


@given(st.one_of(st.integers(-(2**63) + 1, 2**63 - 1), st.floats(allow_nan=False)))
def test_numbers_keep_their_type(value: float) -> None:
    """The id of a record depends on whether 160 was a whole number."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE t (x{schema._AFFINITY[REAL]})")
        connection.execute("INSERT INTO t VALUES (?)", (encode(value, REAL),))
        (found,) = connection.execute("SELECT x FROM t").fetchone()
    assert found == value
    assert type(found) is type(value)


@given(st.lists(any_text))
def test_lists_come_back(items: list[str]) -> None:
    assert decode(encode(items, LIST), LIST) == [clean(item) for item in items]


@given(any_text)
def test_no_text_is_too_strange_to_store(text: str) -> None:
    clean(text).encode()
    stored = clean_text(text)
    stored.encode()
    assert len(stored) == len(text)
    assert stored == text or any("\ud800" <= c <= "\udfff" for c in text)


@pytest.mark.parametrize(
    ("value", "kind"), [(None, TEXT), (None, LIST), (True, BOOLEAN), (False, BOOLEAN), ([], LIST), ("", TEXT), (0, INTEGER)]
)
def test_values_come_back(value: Any, kind: str) -> None:
    back = decode(encode(value, kind), kind)
    assert back == value
    assert type(back) is type(value)


def test_a_number_beyond_sqlite_becomes_a_float() -> None:
    assert encode(10**30, REAL) == 1e30


@given(st.lists(any_text), any_text, st.booleans(), st.integers(-5, 5))
def test_rows_are_encoded_as_their_values_are(source: list[str], place: str, performed: bool, score: float) -> None:
    table = TABLES["events"]
    made = Event(
        document_id="d", start=0, end=1, event="AID", rule="test", trigger_start=0, trigger_end=1,
        source=source, place=place, performed=performed, score=score,
    )  # fmt: skip
    assert row_encoder(table.columns)(made) == [encode(getattr(made, c.name), c.type) for c in table.columns]


@given(st.lists(st.tuples(*[st.integers(0, 2**40)] * 3)))
def test_offset_maps_come_back(runs: list[tuple[int, int, int]]) -> None:
    assert unpack_offsets(pack_offsets(runs)) == runs


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("PRK", ["PRK"]), ("UN-SC", ["UN-SC", "UN"]), ("UN-GA-C1", ["UN-GA-C1", "UN-GA", "UN"]), ("X-WEST", ["X-WEST"]),
        ("X-WEST-EU", ["X-WEST-EU", "X-WEST"]), ("COUNCIL-OF-EUROPE", ["COUNCIL-OF-EUROPE"]),
            ("X-AXIS-OF-EVIL", ["X-AXIS-OF-EVIL"]),
            ("MINE-A-B", ["MINE-A-B", "MINE-A", "MINE"]), ("CHL+HRV", ["CHL", "HRV"]), ("UN-SC+PRK", ["UN-SC", "UN", "PRK"]),
    ],
)  # fmt: skip
def test_a_part_is_found_under_its_whole(code: str, found: list[str]) -> None:
    assert list(wholes(code)) == found


@pytest.mark.parametrize(
    ("text", "yes"),
    [("PRK", True), ("UN-SC", True), ("G77", True), ("prk", False), ("political prisoners", False), ("", False)],
)
def test_codes_are_told_from_words(text: str, yes: bool) -> None:
    assert is_code(text) is yes


def test_roles_of_one_code_are_listed_once_each() -> None:
    fields: dict[str, Any] = {"source": ["UN-SC", "UN"], "target": ["UN", "PRK"]}
    assert involved("events", fields.__getitem__) == {"UN": ["source", "target"], "UN-SC": ["source"], "PRK": ["target"]}


def test_what_has_no_roles_has_no_parties() -> None:
    assert involved("passages", dict[str, Any]().__getitem__) == {}


def test_roles_are_columns() -> None:
    for name, roles in schema.ROLES.items():
        assert set(roles) <= set(TABLES[name].names)
        assert isinstance(TABLES[name].struct, type)
        assert issubclass(TABLES[name].struct, msgspec.Struct)
