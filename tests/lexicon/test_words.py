"""The word classes that code asks for by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import LexiconError
from dragoman.lexicon import words

SOURCE = Path(dragoman.__file__).parent
ASKED = re.compile(r"\b(?:word_class|stems|alternatives)\(\s*[\"']([\w-]+)[\"']")


def test_every_class_is_asked_for_and_every_one_asked_for_exists() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))
    data = "\n".join(p.read_text(encoding="utf-8") for p in words.files())
    within = set(re.findall(r"@([\w-]+)", data))
    asked = set(ASKED.findall(code))
    assert asked - words.classes().keys() == set()
    assert words.classes().keys() - asked - within == set()


def test_no_word_stands_twice_in_a_class() -> None:
    twice = {name: sorted({w for w in held if held.count(w) > 1}) for name, held in words.classes().items()}
    assert {name: found for name, found in twice.items() if found} == {}


@pytest.mark.parametrize("path", words.files(), ids=lambda p: p.stem)
def test_classes_stand_in_the_order_of_their_names(path: Path) -> None:
    names = re.findall(r"^([\w-]+) = ", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == sorted(names)


def test_a_class_may_hold_another() -> None:
    months = words.word_class("months")
    assert len(months) == 12
    assert months < words.word_class("calendar")
    assert not any(w.startswith("@") for held in words.classes().values() for w in held)


def test_a_name_stands_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text('letters = "note letter"\n', encoding="utf-8")
    monkeypatch.setattr(words, "HERE", tmp_path)
    words.classes.cache_clear()
    with pytest.raises(LexiconError, match="letters"):
        words.classes()
    words.classes.cache_clear()
