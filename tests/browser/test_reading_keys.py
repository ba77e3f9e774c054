"""Everything can be reached without a mouse."""

from __future__ import annotations

from typing import Any

import pytest


def test_slash_searches(reader: Any) -> None:
    page = reader.open("/tables")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("treaty")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=treaty*")


def test_slash_is_a_sign_in_a_field(reader: Any) -> None:
    page = reader.open("/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.evaluate("document.activeElement.value") == "a/b"


def test_the_first_screen_puts_the_search_under_the_key(reader: Any) -> None:
    page = reader.open("/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "big"


def test_j_and_k_choose_entries_and_enter_opens(reader: Any) -> None:
    page = reader.open("/timeline?state=PRK")
    page.keyboard.press("j")
    page.keyboard.press("j")
    chosen = page.locator("[data-entry].chosen")
    assert chosen.count() == 1
    second = page.locator("[data-entry]").nth(1)
    assert chosen.inner_text() == second.inner_text()
    page.keyboard.press("k")
    assert page.locator("[data-entry].chosen").inner_text() == page.locator("[data-entry]").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/**")


def test_escape_leaves(reader: Any) -> None:
    page = reader.open("/timeline?state=PRK")
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert page.locator("[data-entry].chosen").count() == 0
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")


def test_help(reader: Any) -> None:
    page = reader.open("/")
    page.keyboard.press("?")
    assert page.locator("dialog#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#help").is_visible()


def test_notes_of_a_document(reader: Any) -> None:
    page = reader.open("/search?q=ratification")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/**")
    page.keyboard.press("j")
    assert page.locator(".note-of.near").count() == 1
    assert page.locator("article mark.near").count() >= 1


@pytest.mark.parametrize("path", ["/", "/timeline", "/state/PRK"])
def test_tab_reaches_the_text_first(reader: Any, path: str) -> None:
    page = reader.open(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
