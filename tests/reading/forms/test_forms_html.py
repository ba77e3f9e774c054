"""Web pages: the text, what the page says of itself, and other stories."""

from __future__ import annotations

import pytest

from dragoman.errors import SkipDocument
from dragoman.reading.forms import Form, open_form
from dragoman.settings import Settings

PROSE = "The foreign ministers of the two countries met on Tuesday and agreed to exchange ambassadors before long."


def form_of(page: str, name: str = "a.html") -> Form:
    return open_form(name, page.encode(), Settings())


def blocks(page: str) -> list[str]:
    return form_of(page).parts[0].text.text.split("\n\n")


ARCHIVE_PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Press Statement of the Vice-minister | MFA Watch</title>
<meta property="article:published_time" content="1974-03-05T09:00:00+01:00"><meta property="og:site_name" content="MFA Watch">
<meta name="author" content="Ann Berg">
<link rel="canonical" href="https://watch.example/1"><script>var x = "<p>junk</p>";</script></head>
<body class="has-sidebar"><header><div class="logo">MFA</div>
<nav><a href="/">Home</a> <a href="/a">About the Ministry</a></nav></header>
<div id="cookie-consent"><p>We use cookies to improve your experience. By continuing you accept our use of cookies.</p></div>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/s">Statements</a></div>
<div class="page"><h1>Press Statement of the Vice-minister</h1>
<div class="meta">Date: 05/03/1974 | Source: <a href="/s">Ministry</a> | <a href="/o">Read original</a></div>
<div class="entry"><p>{PROSE}</p>
<p>The &ldquo;generous&rdquo; offer of 4&nbsp;million was&#58; <q>no offer</q>.<br>So he said.</p>
<ul><li>First demand</li><li>Second <a href="/d">demand</a></li></ul>
<table><tr><th>Year</th><th>Visits</th></tr><tr><td>1974</td><td>3</td></tr></table>
<p>{PROSE}</p><p>Northaven, March 5</p></div>
<div class="share-buttons"><a href="#">Share this</a></div>
<h3>Related stories</h3><ul class="related">
<li><a href="/2">Foreign Minister Meets Ambassador of Sudland in Capital</a> <span>4 March 1974</span>
<p>The minister met the ambassador on Monday.</p></li>
<li><a href="/3">Government Sends Message to Secretary-General on Fisheries</a> <span>3 March 1974</span></li></ul></div>
<aside><h4>Latest</h4><ul><li><a href="/5">President Receives Credentials of Five New Ambassadors</a></li>
<li><a href="/6">Parliament Ratifies Treaty With Neighbouring Country Today</a></li></ul></aside>
<footer><p>Copyright 1974 Ministry of Foreign Affairs. All rights reserved by the ministry and nobody else.</p></footer>
</body></html>"""


def test_an_archive_page() -> None:
    assert blocks(ARCHIVE_PAGE) == [
        "Press Statement of the Vice-minister",
        "Date: 05/03/1974 | Source: Ministry | Read original",
        PROSE,
        "The “generous” offer of 4 million was: “no offer”.\nSo he said.",
        "First demand",
        "Second demand",
        "Year | Visits",
        "1974 | 3",
        PROSE,
        "Northaven, March 5",
    ]


def test_what_the_page_says_of_itself() -> None:
    hints = form_of(ARCHIVE_PAGE).parts[0].hints
    assert (hints.title, hints.date, hints.outlet) == ("Press Statement of the Vice-minister", "1974-03-05", "MFA Watch")
    assert (hints.url, hints.language, hints.author) == ("https://watch.example/1", "en", "Ann Berg")


def test_other_stories_are_teasers() -> None:
    teasers = form_of(ARCHIVE_PAGE).parts[1:]
    assert [t.hints.title for t in teasers] == [
        "Foreign Minister Meets Ambassador of Sudland in Capital",
        "Government Sends Message to Secretary-General on Fisheries",
        "President Receives Credentials of Five New Ambassadors",
        "Parliament Ratifies Treaty With Neighbouring Country Today",
    ]
    first = teasers[0]
    assert (
        first.text.text == "Foreign Minister Meets Ambassador of Sudland in Capital\nThe minister met the ambassador on Monday."
    )
    assert (first.hints.kind, first.hints.date, first.hints.url) == ("teaser", "4 March 1974", "https://watch.example/2")
    assert [t.part_base for t in teasers] == [1, 2, 3, 4]


def test_places_lead_back_into_the_source() -> None:
    for part in form_of(ARCHIVE_PAGE).parts:
        for char, origin in zip(part.text.text, part.text.origins, strict=True):
            if char.isalnum():
                assert ARCHIVE_PAGE[origin] == char


def test_a_page_laid_out_in_tables() -> None:
    page = f"""<html><head><title>Agency</title></head><body><center>News Archive</center><table width=100%><tr>
    <td><a href=1>Home</a><br><a href=2>Politics</a><br><a href=3>Economy and Trade</a><br><a href=4>Culture</a></td>
    <td><font size=5><b>Spokesman Denounces Sanctions</b></font><br><br>Northaven, January 5 (NNA) -- {PROSE}<br><br>
    {PROSE}<br>The end.</td></tr></table></body></html>"""
    assert blocks(page) == [
        "Agency",
        "Spokesman Denounces Sanctions",
        f"Northaven, January 5 (NNA) -- {PROSE}",
        f"{PROSE}\nThe end.",
    ]


def test_several_articles_are_several_parts() -> None:
    items = "".join(
        f"<article><h2>Item {n} of the day</h2><time datetime=1974-03-0{n}>x</time><p>{PROSE * 5}</p></article>" for n in (1, 2)
    )
    parts = form_of(f"<html><head><title>Bulletin</title></head><body><main>{items}</main></body></html>").parts
    assert [(p.hints.title, p.hints.date, p.part_base) for p in parts] == [
        ("Item 1 of the day", "1974-03-01", 0),
        ("Item 2 of the day", "1974-03-02", 1),
    ]
    assert parts[1].text.text.startswith("Item 2 of the day\n\n")


def test_linked_data_and_an_address_in_an_archive() -> None:
    data = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Head of it", "datePublished": "1974-03-05", '
        '"author": [{"name": "A"}], '
        '"publisher": {"name": "P"}}]}'
    )
    page = f"""<html><head><script type="application/ld+json">{data}</script>
    <script type="application/ld+json">{{broken</script>
    <meta property="og:url" content="https://web.archive.org/web/20230101000000/https://a.example/x"></head><body><p>{PROSE}</p></body></html>"""
    hints = form_of(page).parts[0].hints
    assert (hints.title, hints.date, hints.author, hints.publisher) == ("Head of it", "1974-03-05", "A", "P")
    assert (hints.captured, hints.url) == ("2023-01-01", "https://a.example/x")
    assert blocks(page) == ["Head of it", PROSE]


@pytest.mark.parametrize(
    ("head", "heading", "title", "outlet"),
    [
        ("Talks end | MFA", "<h1>Talks end</h1>", "Talks end", "MFA"),
        ("Norland - Sudland talks", "", "Norland - Sudland talks", None),
        ("The talks have now ended - The Agency", "", "The talks have now ended", "The Agency"),
        ("Talks end | MFA", "<h1>MFA</h1><h2>Talks end</h2>", "Talks end", "MFA"),
        ("", "<h1>Talks <b>end</b></h1>", "Talks end", None),
        ("", "", None, None),
    ],
)
def test_titles(head: str, heading: str, title: str | None, outlet: str | None) -> None:
    page = f"<html><head><title>{head}</title></head><body>{heading}<p>{PROSE}</p><p>{PROSE}</p></body></html>"
    part = form_of(page).parts[0]
    assert (part.hints.title, part.hints.outlet) == (title, outlet)
    assert title is None or part.text.text.count(title) == 1


def test_class_names_do_not_cost_the_text() -> None:
    page = f'<body class="has-cookie-banner"><form id="aspnetForm"><div class="menu share"><p>{PROSE}<p>{PROSE}</div></form>'
    assert blocks(page) == [PROSE, PROSE]


def test_examples_are_marked() -> None:
    page = f'<html><head><meta name="written-for" content="Dragoman"></head><body><p>{PROSE}</p></body></html>'
    assert form_of(page).parts[0].hints.is_example


def test_xhtml_and_a_page_called_text() -> None:
    page = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{PROSE}</p></body></html>'
    )
    assert form_of(page, "a.txt").name == "html"
    assert blocks(page) == [PROSE]


def test_a_page_made_by_scripts() -> None:
    with pytest.raises(SkipDocument, match="page without text") as caught:
        form_of("<html><head></head><body><div id=app></div><script>run()</script></body></html>")
    assert caught.value.code == "no-text"
