"""What is loaded is left out of the search for garbage while texts are read, and only then."""

from __future__ import annotations

import gc

import pytest

from dragoman.flow.garbage import rarely_collected


@rarely_collected()
def _fails() -> None:
    raise ZeroDivisionError


def test_searches_are_rare_while_it_lasts_and_as_before_after_it() -> None:
    before = gc.get_threshold()
    with rarely_collected():
        assert gc.get_threshold()[0] > before[0]
        assert gc.get_freeze_count()
    with pytest.raises(ZeroDivisionError):
        _fails()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()


def test_what_others_froze_stays_so() -> None:
    gc.freeze()
    try:
        with rarely_collected():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_the_last_of_several_restores_it() -> None:
    before = gc.get_threshold()
    first, second = rarely_collected(), rarely_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] > before[0]
    assert gc.get_freeze_count()
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()
