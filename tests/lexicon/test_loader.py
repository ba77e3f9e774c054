"""The lexicon is checked, a fault names file and line, and the user's own names win."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import load
from dragoman.lexicon.entries import (
    Collective,
    Evaluation,
    EventRule,
    EventType,
    Group,
    Instrument,
    Office,
    Organisation,
    State,
)
from dragoman.lexicon.loader import HERE, read_entries


def test_all_built_in_files_load() -> None:
    lexicon = load()
    assert len([s for s in lexicon.all(State) if s.status == "member"]) == 193
    assert {"SUN", "DDR", "RHO", "YUG"} <= {s.code for s in lexicon.all(State) if s.status == "former"}
    assert len(lexicon.all(Organisation)) >= 150
    assert lexicon.all(Collective)
    assert lexicon.all(Office)
    assert lexicon.all(Instrument)


def test_codes_are_unique() -> None:
    lexicon = load()
    for kind in (State, Organisation):
        codes = [e.code for e in lexicon.all(kind)]  # type: ignore[attr-defined]
        assert len(codes) == len(set(codes)), sorted({c for c in codes if codes.count(c) > 1})
    names = [i.id for i in lexicon.all(Instrument)]
    assert len(names) == len(set(names))


def test_every_file_says_where_its_data_comes_from() -> None:
    for path in HERE.glob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("#"), path.name


def test_no_word_praises_or_blames_twice() -> None:
    """Of two entries for the same word of the same kind only the first would count, whatever weight the other gives it."""
    listed = Counter((word.lower(), entry.pos) for entry in load().all(Evaluation) for word in entry.words)
    assert [word for word, times in listed.items() if times > 1] == []


def test_event_rules_are_sound() -> None:
    from dragoman.coding.events.needs.table import NEEDS

    lexicon = load()
    types = {t.event: t for t in lexicon.all(EventType)}
    groups = {g.name for g in lexicon.all(Group)}
    rules = lexicon.all(EventRule)
    assert len({r.rule for r in rules}) == len(rules)
    for rule in rules:
        assert rule.event in types, rule.rule
        assert rule.mode is None or rule.mode in types[rule.event].modes, rule.rule
        assert set(rule.needs) <= set(NEEDS), rule.rule
        for words in (rule.object, rule.prep_object, rule.subject, rule.thing, rule.words, rule.unless):
            assert {w[1:] for w in words if w.startswith("@")} <= groups, rule.rule


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('[[state]]\ncode = "AAA"\n', 1, "missing required field `name`"),
        ('\n\n[[state]]\ncode = "AAA"\nname = "A"\ncolour = "red"\n', 3, "colour"),
        ('[[sate]]\ncode = "AAA"\n', 1, "unknown table 'sate'"),
        ('[[state]]\ncode = "AAA"\nname = "A"\n[[state]]\ncode = 5\nname = "B"\n', 4, "Expected `str`"),
    ],
)
def test_a_fault_names_file_and_line(text: str, line: int, what: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read_entries(text.encode(), "mine.toml")
    message = str(caught.value)
    assert f"mine.toml:{line}" in message
    assert what in message
    assert "\n" not in message


def test_a_missing_or_broken_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load([tmp_path / "none.toml"])
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b"\xff\xfe[[")
    with pytest.raises(LexiconError, match="not TOML"):
        load([broken])


def test_the_users_names_win(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[organisation]]\ncode = "MY-CLUB"\nname = "Friends of the Atlas"\nnames = ["Norway"]\nsector = "NGO"\n')
    lexicon = load([mine])
    assert {s.code for s in lexicon.names.senses("Norway")} == {"MY-CLUB"}
    assert {s.code for s in load().names.senses("Norway")} == {"NOR"}
    assert lexicon.fingerprint != load().fingerprint
