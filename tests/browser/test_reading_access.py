"""What axe finds: labels, roles, contrast, order; in both themes and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import missing

AXE = Path(__file__).parents[2] / "build" / "for-tests" / "axe.min.js"
GRAVE = {"serious", "critical"}
PAGES = ("/", "/state/PRK", "/pair/PRK/RUS", "/timeline?state=PRK", "/network", "/table/documents")


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        missing("no axe-core: python hatch_build.py --tests brings it")
    return AXE.read_text("utf-8")


def found(page: Any, axe: str, *rules: str) -> list[str]:
    """Serious findings of a page by all rules or some, a line each."""
    page.evaluate(f"if (!window.axe) {{ {axe} }}")
    asked = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    result = page.evaluate("(asked) => axe.run(document, asked)", asked)
    return [
        f"{page.url} {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in result["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_pages(window: Any, axe: str, path: str) -> None:
    """In light, then in dark, where colours alone can be wrong."""
    reader = window(viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce")
    page = reader.open(path)
    assert found(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert found(page, axe, "color-contrast") == []


def test_a_document_on_a_phone(window: Any, axe: str) -> None:
    reader = window(viewport={"width": 390, "height": 800}, color_scheme="light", reduced_motion="reduce")
    page = reader.open("/search?q=ratification")
    page.locator(".entry a.to").first.click()
    page.wait_for_load_state()
    assert found(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert found(page, axe, "color-contrast") == []


def test_the_help(window: Any, axe: str) -> None:
    reader = window(color_scheme="light")
    page = reader.open("/")
    page.keyboard.press("?")
    assert found(page, axe) == []
