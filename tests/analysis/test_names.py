"""Which actor a user means, and what actors are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.analysis import load_names
from dragoman.analysis.names import FILES
from dragoman.errors import LexiconError, UsageError
from dragoman.lexicon import load
from dragoman.lexicon.entries import Collective, Organisation, State


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("PRK", "PRK"), ("prk", "PRK"), (" Prk ", "PRK"), ("Russia", "RUS"), ("russia", "RUS"), ("the United States", "USA"),
        ("U.S.", "USA"), ("DPRK", "PRK"), ("Soviet Union", "SUN"), ("un-sc", "UN-SC"), ("United Nations", "UN"),
        ("NATO", "NATO"), ("Georgia", "GEO"), ("Namibia", "NAM"),
    ],
)  # fmt: skip
def test_codes_and_names_in_any_case(given: str, code: str) -> None:
    assert load_names().resolve(given) == code


@pytest.mark.parametrize(
    ("given", "near"),
    [("Rusia", "Russian Federation (RUS)"), ("Narnia", ""), ("Korea", "(PRK)"), ("Untied States", "(USA)"), ("PRKK", "(PRK)")],
)
def test_an_unknown_name_names_near_ones(given: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"no state or organisation '{given}'; ") as caught:
        load_names().resolve(given)
    assert near in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_code_of_no_lexicon_is_accepted_where_it_is_in_use() -> None:
    assert load_names().resolve("alp", {"ALP"}.__contains__) == "ALP"
    with pytest.raises(UsageError):
        load_names().resolve("ALP")


def test_a_name_of_several_is_refused() -> None:
    for names in load_names()._by_name.values():
        sure = [code for code, careful in names.items() if not careful]
        if len(sure) > 1:
            break
    else:
        pytest.skip("no name of the lexicon means several")
    name = next(n for n, codes in load_names()._by_name.items() if codes is names)
    with pytest.raises(UsageError, match=r"may mean .* give the code"):
        load_names().resolve(name)


def test_display_names_are_those_of_the_lexicon() -> None:
    lexicon, names = load(), load_names()
    for kind in (State, Organisation):
        for entry in lexicon.all(kind):
            assert entry.name in names.of(entry.code)
    for entry in lexicon.all(Collective):
        assert entry.names[0] in names.of(entry.code)


def test_every_actor_of_the_lexicon_is_in_the_files_that_are_read() -> None:
    lexicon = load()
    codes = {entry.code for kind in (State, Organisation, Collective) for entry in lexicon.all(kind)}
    assert set(load_names()._blocks) == codes
    assert FILES == ("states.toml", "organisations.toml", "collectives.toml")


def test_titles() -> None:
    names = load_names()
    assert names.titled("RUS") == "Russian Federation (RUS)"
    assert names.titled("ALP") == "ALP"
    assert names.of("FIN+GHA") == "Finland and Ghana"
    assert names.of(None) == ""


def test_a_users_file_adds_names_and_wins(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[state]]\ncode = "ALP"\nname = "Alphaland"\nnames = ["Russia"]\n')
    names = load_names([own])
    assert names.resolve("alphaland") == "ALP"
    assert names.resolve("Russia") == "ALP"
    assert names.resolve("Russian Federation") == "RUS"
    assert names.titled("ALP") == "Alphaland (ALP)"


def test_a_users_file_with_a_fault_is_named(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[state]]\ncode = "ALP"\nnmae = "Alphaland"\n')
    with pytest.raises(LexiconError, match=r"own.toml:1: "):
        load_names([own])
    with pytest.raises(LexiconError, match="cannot be read"):
        load_names([tmp_path / "none.toml"])
