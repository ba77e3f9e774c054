"""What made a record: labelled sentences with the rule, its place in the lexicon, and the part that each word plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
import dragoman.coding
from dragoman.api import Archive
from dragoman.archive import rows
from dragoman.errors import UsageError
from dragoman.flow.explaining import CHANGES, DERIVED, Explanation, drawn
from dragoman.lexicon import load
from dragoman.lexicon.entries import EventRule
from dragoman.lexicon.loader import HERE
from dragoman.lexicon.origins import origins

STATEMENT = """Statement of the Ministry of Foreign Affairs of Cuba

Havana, 4 May 2011

The heinous and monstrous crimes of the United States cry to heaven. Cuba says China must mend its ways.
Iran will not attend the talks in Geneva. Peru refused to release the prisoners of Chile.
"""
TEXT = """Notes on Visits

The Indian foreign minister will visit Nepal in May, officials in Kathmandu said.
Norway condemned Chad.
Russian forces shelled Kharkiv, according to Ukraine.
Iran severed diplomatic relations with Egypt in 1979.
Peru has conducted 12 nuclear tests.
Turkmenistan adheres to the principle of permanent neutrality.
The strikes violate Article 2(4) of the United Nations Charter.
Article 74 of the Constitution of Ghana provides that the President appoints envoys.
The Swedish prime minister arrived in Santiago. She met President Boric of Chile there.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "notes.txt").write_text(TEXT, encoding="utf-8")
    with dragoman.read(folder / "notes.txt", archive=folder / "archive", workers=1) as made:
        yield made


@pytest.fixture(scope="module")
def statement(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("stated")
    (folder / "statement.txt").write_text(STATEMENT, encoding="utf-8")
    with dragoman.read(folder / "statement.txt", archive=folder / "archive", workers=1) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "rule", "change", "entry"),
    [
        ("heinous", "condemned-in-words", "condemned-in-words: positions that condemn", "evaluation -1.0"),
        ("must mend", "must", "must: somebody says that another must", None),
        ("will not attend", "will-not:attend", "will-not: what is said not to come: a refusal", "rule attend"),
        ("refused to release", "refuse", None, "operator refuse"),
    ],
)
def test_what_a_clause_makes_of_a_rule(
    statement: Archive, words: str, rule: str, change: str | None, entry: str | None
) -> None:  # fmt: skip
    found = explained(statement, "events", words)
    assert found.rule == rule
    assert [line.startswith(change) for line in found.changes] == [True] if change else not found.changes
    assert [s for s in found.sources if s.entry.startswith(entry)] if entry else not found.sources
    assert ("attribution", "CUB, whose words the document or passage is") in {(p.role, p.means) for p in found.parts}


def explained(archive: Archive, table: str, words: str) -> Explanation:
    """The explanation of the first record of `table` whose evidence has `words`."""
    found = [row for row in rows(archive.store, table, also=["quote"]) if words in row["quote"]]
    assert found, words
    return archive.explain(found[0]["record_id"])


def parts(found: Explanation) -> set[tuple[str, str]]:
    return {(part.role, part.text) for part in found.parts if part.text}


# (table, words of the evidence, name of the entry, (part, words) that must be among its parts)
CASES = [
    ("events", "visit Nepal", "rule ", {("trigger", "visit"), ("target", "Nepal"), ("source", "The Indian foreign minister")}),
    ("events", "visit Nepal", "rule ", {("attribution", "officials in Kathmandu")}),
    ("events", "condemned Chad", "rule condemn", {("trigger", "condemned"), ("source", "Norway"), ("target", "Chad")}),
    ("events", "shelled", "rule ", {("source", "Russian forces"), ("attribution", "Ukraine")}),
    ("events", "severed", "rule ", {("source", "Iran"), ("target", "Egypt"), ("date", "1979")}),
    ("events", "She met", "rule ", {("source", "She"), ("trigger", "met")}),
    ("positions", "condemned Chad", "siding verb -1.0", {("holder", "Norway"), ("target", "Chad")}),
    ("relations", "severed", "bond diplomatic-relations", {("a", "Egypt"), ("b", "Iran")}),
    ("claims", "12 nuclear tests", "measure nuclear-tests", {("subject", "Peru")}),
    ("principles", "permanent neutrality", "declaration principle", {("holder", "Turkmenistan")}),
    ("citations", "Article 2(4)", "instrument UN-CHARTER", {("provision", "Article 2(4)")}),
    ("competences", "appoints envoys", "grant power", {("office", "President")}),
]  # fmt: skip


@pytest.mark.parametrize(("table", "words", "entry", "wanted"), CASES, ids=[f"{c[0]}-{c[1]}-{n}" for n, c in enumerate(CASES)])
def test_cases(archive: Archive, table: str, words: str, entry: str, wanted: set[tuple[str, str]]) -> None:
    found = explained(archive, table, words)
    assert wanted <= parts(found)
    (source, *_) = [s for s in found.sources if s.entry.startswith(entry)]
    assert source.where is not None
    table_name, _, place = source.where.partition(" ")
    name, _, line = place.rpartition(":")
    assert (HERE / name).read_text("utf-8").splitlines()[int(line) - 1] == table_name


def test_every_part_stands_where_it_says(archive: Archive) -> None:
    for table in ("events", "positions", "relations", "claims", "citations", "principles", "competences"):
        for row in rows(archive.store, table):
            found = archive.explain(row["record_id"])
            assert found.record["record_id"] == row["record_id"]
            (text,) = (d["text"] for d in rows(archive.store, "documents"))
            for part in found.parts:
                assert part.text == ("" if part.start is None else text[part.start : part.end])
            assert len(drawn(found.tree)) == len(found.tree) > 0
            assert [node.text for node in found.tree if node.head == node.i]


def test_a_mention_is_found_by_name(archive: Archive) -> None:
    found = explained(archive, "actors", "Nepal")
    assert found.sentence is None
    assert [s.where for s in found.sources if s.where and s.where.startswith("[[state]] states.toml:")]


def test_a_passage_has_no_rule(archive: Archive) -> None:
    assert "reading" in (explained(archive, "passages", "Notes on Visits").note or "")


def test_an_unknown_id(archive: Archive) -> None:
    with pytest.raises(UsageError, match="no record 'nothing' in"):
        archive.explain("nothing")


def test_words_of_ones_own_are_named_with_their_file(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text('[[event]]\nrule = "ribbon"\nevent = "COOPERATE"\nverbs = ["beribbon"]\nsource = ["subject"]\n', "utf-8")
    (tmp_path / "a.txt").write_text("Togo beribboned Benin.", "utf-8")
    with dragoman.read(tmp_path / "a.txt", archive=tmp_path / "archive", workers=1, lexicons=[own]) as archive:
        (row,) = rows(archive.store, "events")
        assert [s.where for s in archive.explain(row["record_id"], lexicons=[own]).sources][:1] == [f"[[event]] {own}:1"]
        assert archive.explain(row["record_id"]).note == (
            "made by another lexicon (give yours with --lexicon); this version with these words does not give it"
        )


def test_the_tree_is_drawn_below_its_governors(archive: Archive) -> None:
    assert drawn(explained(archive, "events", "condemned Chad").tree) == [
        "condemned (ROOT, VBD)  ← trigger",
        "├─ Norway (nsubj, NNP)  ← source",
        "├─ Chad (dobj, NNP)  ← target, object_text",
        "└─ . (punct, .)",
    ]


def test_rules_that_code_makes_are_told(archive: Archive) -> None:
    """Every name of a rule on a record is an entry of the lexicon, an operator's, or told here."""
    rules = {rule.rule for rule in load().all(EventRule)}
    for row in rows(archive.store, "events"):
        last = row["rule"].rpartition(":")[2]
        found = archive.explain(row["record_id"])
        assert last in rules or last in DERIVED or found.sources[0].entry.startswith("operator"), row["rule"]


def test_origins_of_what_no_file_holds() -> None:
    assert origins([EventRule(rule="nowhere", event="AID")]) == [None]


def test_whatever_the_clause_changes_is_told() -> None:
    coding = Path(dragoman.coding.__file__).parent
    changes = {
        name for file in coding.rglob("*.py") for name in re.findall(r'rule=f"([a-z-]+):', file.read_text(encoding="utf-8"))
    }
    assert {"will", "words"} <= changes <= CHANGES.keys()
