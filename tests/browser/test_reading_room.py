"""Every page in a browser: it opens without an error, asks nothing of anybody else, and does what it says."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dragoman.web.rendering import VENDOR

PAGES = (
    "/", "/states", "/state/PRK", "/pair/PRK/RUS", "/timeline", "/network", "/tables", "/table/documents", "/table/claims",
    "/table/actors", "/table/issues", "/search?q=treaty", "/timeline?state=PRK&words=treaty",
)  # fmt: skip


def document_of(reader: Any, words: str) -> str:
    """The address of a document that a search finds."""
    page = reader.open(f"/search?q={words}")
    href: str = page.locator(".entry .what a").first.get_attribute("href")
    return href.partition("?")[0]


def test_pages_open(reader: Any) -> None:
    for path in PAGES:
        page = reader.open(path)
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
        # No page is wider than its window.
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path


def test_pages_fit_a_phone_without_scripts(window: Any) -> None:
    reader = window(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    for path in PAGES:
        page = reader.open(path)
        assert page.locator("h1").is_visible(), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.locator(".needs-script:visible").count() == 0, path


def test_third_party_files_are_in_this_build() -> None:
    assert (VENDOR / "htmx.min.js").is_file(), "make setup, or python hatch_build.py, brings them"


def test_search_leads_to_the_passage(reader: Any) -> None:
    page = reader.open("/search?q=ratification")
    page.locator(".entry a.to").first.click()
    page.wait_for_load_state()
    assert "/document/" in page.url
    marked = page.locator("article .at")
    assert "ratification" in marked.first.inner_text().lower()
    box = marked.first.bounding_box()
    assert 0 <= box["y"] <= 800


def test_a_figure_leads_to_its_sentence(reader: Any) -> None:
    page = reader.open("/state/PRK")
    bar = page.locator("#years svg a").first
    assert bar.get_attribute("href").startswith("/timeline?state=PRK")
    link = page.locator("#recent .entry a.to").first
    quote = link.inner_text()
    link.click()
    page.wait_for_load_state()
    shown = " ".join(page.locator("article .at").all_inner_texts())
    assert re.sub(r"\W", "", quote) == re.sub(r"\W", "", shown)


def test_a_fragment_alone_opens_the_passage(reader: Any) -> None:
    path = document_of(reader, "ratification")
    page = reader.open(f"{path}#20-60")
    page.wait_for_selector("article .at")
    text = page.locator("article.text").inner_text()
    shown = "".join(page.locator("article .at").all_inner_texts())
    assert re.sub(r"\s", "", text[20:60]) == re.sub(r"\s", "", shown)
    # The same again after another fragment, without a new page.
    page.evaluate("location.hash = '#5-12'")
    page.locator("article .at[data-s='5']").first.wait_for(state="attached")


def test_a_passage_without_scripts(window: Any) -> None:
    reader = window(java_script_enabled=False)
    path = document_of(reader, "ratification")
    page = reader.open(f"{path}?at=20-60#20-60")
    assert page.locator("article mark.at").count() >= 1


def test_tables_are_toggled(reader: Any) -> None:
    page = reader.open(document_of(reader, "ratification"))
    before = page.locator("article mark.t-events").count()
    assert before
    page.locator(".toggle[data-table=events]").click()
    assert page.locator("article mark.t-events").count() == 0
    assert page.locator(".notes .record.t-events:visible").count() == 0
    page.locator(".toggle[data-table=events]").click()
    assert page.locator("article mark.t-events").count() == before


def test_the_margin_follows_the_text(reader: Any) -> None:
    page = reader.open(document_of(reader, "ratification"))
    mark = page.locator("article mark[data-r]:not([data-r=''])").first
    number = mark.get_attribute("data-r").split(" ")[-1]
    mark.click()
    assert "near" in page.locator(f".note-of[data-n='{number}']").get_attribute("class")


def test_citations(reader: Any) -> None:
    path = document_of(reader, "ratification")
    request = reader.context.request
    assert request.get(f"{reader.room}{path}/cite.bib").text().startswith("@misc{dragoman:")
    (item,) = json.loads(request.get(f"{reader.room}{path}/cite.csl.json?at=1-5").text())
    assert item["locator"] == "characters 1-5"
    assert "ER  - " in request.get(f"{reader.room}{path}/cite.ris").text()


def test_filters_stand_in_the_address(reader: Any) -> None:
    page = reader.open("/timeline")
    page.locator("#f-state").fill("Ghana")
    page.locator("#f-event").select_option("SUPPORT")
    page.wait_for_url("**event=SUPPORT**")
    page.wait_for_load_state("networkidle")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["state"][0] == "Ghana"
    tags = page.locator("#results .entry .tag.first").all_inner_texts()
    assert tags
    assert all(tag.startswith("SUPPORT") for tag in tags)
    page.reload()
    assert page.locator("#f-event").input_value() == "SUPPORT"


def test_a_stretch_drawn_on_the_years_narrows_the_page(reader: Any) -> None:
    page = reader.open("/timeline?state=PRK")
    box = page.locator("[data-brush] svg").bounding_box()
    y = box["y"] + 60
    page.mouse.move(box["x"] + box["width"] * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, y, steps=4)
    with page.expect_navigation():
        page.mouse.up()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["since"] < asked["until"]


def test_exports_have_what_is_shown(reader: Any) -> None:
    page = reader.open("/timeline?state=PRK&event=CONSULT")
    said = page.locator(".pages span").first.inner_text()
    total = int(re.search(r"of ([\d,]+)", said)[1].replace(",", ""))  # type: ignore[index]
    with page.expect_download() as loading:
        page.locator("#results > section .files a", has_text="JSON").last.click()
    rows = json.loads(loading.value.path().read_text("utf-8"))
    assert len(rows) == total
    assert all(row["event"] == "CONSULT" for row in rows)


def test_charts_as_pictures(reader: Any) -> None:
    page = reader.open("/state/PRK")
    with page.expect_download() as loading:
        page.locator("#years [data-do=png]").click()
    assert loading.value.suggested_filename == "years.png"
    assert loading.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    with page.expect_download() as loading:
        page.locator("#years a", has_text="SVG").click()
    assert b"<svg" in loading.value.path().read_bytes()


def test_the_network_is_drawn(reader: Any) -> None:
    page = reader.open("/network")
    page.wait_for_selector("#network[data-drawn]")
    assert int(page.locator("#network").get_attribute("data-drawn")) == page.locator("#results tbody tr").count()


def test_the_map_changes_without_a_new_page(reader: Any) -> None:
    page = reader.open("/")
    page.evaluate("window.kept = true")
    page.locator("#world input[value=towards]").check()
    page.locator("#map-title", has_text="Towards").wait_for()
    assert page.evaluate("window.kept")
    assert "way=towards" in page.url


def test_theme_is_kept(reader: Any) -> None:
    page = reader.open("/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.locator("[data-do=theme]").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark


def test_what_is_not_there(window: Any) -> None:
    reader = window()
    for path, words in (
        ("/state/ZZZ", "no state or organisation"), ("/document/nothing", "no document"), ("/table/none", "no table"),
        ("/timeline?since=soon", "is not a date"), ("/pair/PRK/PRK", "two different states"),
    ):  # fmt: skip
        page = reader.open(path)
        assert words in page.locator("[role=alert]").inner_text()
    reader.pardon_statuses()
