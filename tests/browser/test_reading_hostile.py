"""Texts that mean harm are shown as they are and do nothing."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from dragoman import api


def documents(archive: Path, condition: str) -> list[str]:
    with api.open_archive(archive) as opened:
        return [row["document_id"] for row in opened.sql(f"SELECT document_id FROM documents WHERE {condition}").rows()]


@pytest.mark.parametrize("condition", ["source_path LIKE '%rows.jsonl'", "source_path LIKE '%onmouseover%'"])
def test_texts_with_markup(reader: Any, archive: Path, condition: str) -> None:
    for document_id in documents(archive, condition):
        page = reader.open(f"/document/{document_id}")
        assert page.locator("main script, main img, main svg[onload]").count() == 0
        assert page.locator("main [onerror], main [onload], main [onmouseover]").count() == 0
        for link in page.locator("a[href]").all():
            assert link.get_attribute("href").split(":")[0] not in ("javascript", "data")


def test_markup_in_lists_and_searches(reader: Any) -> None:
    for path in (
        "/table/documents", "/timeline", "/search?q=DPRK", "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/table/documents?outlet='%3E%3Csvg%20onload=alert(1)%3E", "/states", "/",
    ):  # fmt: skip
        page = reader.open(path)
        assert page.locator("main script, main img, main [onload], main [onerror]").count() == 0
    reader.pardon_statuses()


def test_nothing_steers_what_is_read(reader: Any, archive: Path) -> None:
    (document_id, *_) = documents(archive, "source_path LIKE '%rows.jsonl' AND part = 0 OR title LIKE '%onerror%'")
    page = reader.open(f"/document/{document_id}")
    shown = page.locator("main").inner_text()
    for sign in "\u202e\u2066\x07\x1b\x00":
        assert sign not in shown
    assert "evil" in shown
    assert "49" not in page.locator("h1").inner_text()  # no template ran


def test_five_megabytes_of_one_word(reader: Any, archive: Path) -> None:
    (document_id,) = documents(archive, "source_path = 'hostile/long.txt'")
    began = time.monotonic()
    page = reader.open(f"/document/{document_id}")
    assert "of 5,000,009" in page.locator("p.pages").inner_text()
    page.locator("a[rel=next]").click()
    page.wait_for_load_state()
    assert "60,001" in page.locator("p.pages").inner_text()
    # A passage in another part is found from its address alone.
    page = reader.open(f"/document/{document_id}#3000000-3000008")
    page.wait_for_url("**at=3000000-3000008*")
    assert len(page.locator("article .at").inner_text()) == 8
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert time.monotonic() - began < 15
