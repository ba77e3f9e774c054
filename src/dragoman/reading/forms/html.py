"""HTML: the text of a page without its menus and banners, and each other story it lists as a part of kind `teaser`.

Our own reading of the tree keeps the short lines that event data lives on (dateline, source line, signature), which
extractors made for articles drop; trafilatura is asked where ours finds next to nothing.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from dragoman.errors import SkipDocument
from dragoman.reading.blocks import CELLS, Block, lay_out
from dragoman.reading.encodings import decode
from dragoman.reading.forms.txt import damage
from dragoman.reading.hints import hints_from
from dragoman.reading.parts import Form, Hints, RawPart
from dragoman.reading.webpage.body import Body, Story, body_of
from dragoman.reading.webpage.clutter import prune
from dragoman.reading.webpage.meta import byline, heading_title, metadata, split_title, time_of
from dragoman.reading.webpage.places import Places
from dragoman.reading.webpage.strips import Strip
from dragoman.reading.webpage.tree import parse
from dragoman.settings import Settings
from dragoman.text import Traced

# With less text than this, the page is put before a second reader.
LITTLE = 200
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]{2,40})")


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """The text of the page (of each of its articles, where it has several), then its teasers.

    Raises SkipDocument: not-text, no-text.
    """
    declared = _DECLARED.search(data[:500]) or _CHARSET.search(data[:8192])
    try:
        found = decode(data, declared=declared.group(1).decode("ascii") if declared else None)
    except SkipDocument as error:
        raise SkipDocument(error.code, f"{path_name}: {error.message}") from error
    page = parse(found.text, path_name)
    values = metadata(page)
    others = prune(page)
    places = Places(found.text)
    body = body_of(page, others)
    parts = [_part(page, strips, values, places, alone=len(body.texts) == 1) for strips in body.texts if strips]
    if sum(len(p.text) for p in parts) < LITTLE:
        parts = _second_reading(found.text, values, places, parts) or parts
    parts += [_teaser(story, values, places) for story in _other_than(parts, body)]
    if not parts:
        raise SkipDocument("no-text", f"{path_name}: a page without text (one made by scripts must be saved as shown)")
    numbered = [RawPart(p.text, p.hints, i, p.headings) for i, p in enumerate(parts)]
    return Form("html", numbered, damage(found, path_name), found.encoding)


def _part(page: Any, strips: list[Strip], values: dict[str, str], places: Places, *, alone: bool) -> RawPart:
    """One text of the page. Where it has several, what the head says of the page is not said of them."""
    root = _common(strips)
    values = dict(values) if alone else {k: v for k, v in values.items() if k not in ("title", "date", "author", "url")}
    head_title = values.pop("title", None)
    title = heading_title(page if alone else root, head_title)
    if not alone:
        title = title or next((s.text for s in strips if s.level), None)
    elif head_title:
        without_site, site = split_title(head_title, values.get("outlet"))
        title = title or without_site
        if site:
            values.setdefault("outlet", site)
    date, author = time_of(root) or (time_of(page) if alone else None), byline(root)
    for field, value in (("title", title), ("date", date), ("author", author)):
        if value:
            values.setdefault(field, value)
    blocks = [_block(s, places) for s in strips]
    return lay_out(blocks, hints_from(values), title=places.trace(title) if title else None)


def _block(strip: Strip, places: Places) -> Block:
    if strip.rule:
        return Block(places.trace("---"))
    return Block(Traced.join([places.trace(piece) for piece in strip.pieces], CELLS), strip.level)


def _common(strips: list[Strip]) -> Any:
    """The smallest element that holds all the strips."""
    element = strips[0].element
    paths = [{e, *e.iterancestors()} for e in (s.element for s in strips[1:])]
    while any(element not in path for path in paths) and element.getparent() is not None:
        element = element.getparent()
    return element


def _teaser(story: Story, values: dict[str, str], places: Places) -> RawPart:
    """Another story as a part: its title, and what is said of it on the next line."""
    pieces = [places.trace(story.title)]
    if story.said:
        pieces.append(places.trace(story.said))
    url = urljoin(values.get("url", ""), story.url) if story.url else None
    hints = Hints(
        kind="teaser",
        title=story.title,
        url=url if url and url.startswith("http") else None,
        date=story.date,
        outlet=values.get("outlet"),
        language=values.get("language"),
    )
    return RawPart(Traced.join(pieces, "\n"), hints)


def _other_than(parts: list[RawPart], body: Body) -> list[Story]:
    titles = {p.hints.title for p in parts}
    return [s for s in body.stories if s.title not in titles]


def _second_reading(source: str, values: dict[str, str], places: Places, parts: list[RawPart]) -> list[RawPart]:
    """The page as trafilatura reads it, where that is twice what we found."""
    from trafilatura import bare_extraction

    found = bare_extraction(source, include_comments=False, favor_recall=True, include_tables=True, fast=True)
    text = getattr(found, "text", None) or ""
    if len(text) < 2 * sum(len(p.text) for p in parts) + 40:
        return []
    hints = parts[0].hints if parts else hints_from(values)
    return [lay_out([Block(places.trace(line)) for line in text.split("\n") if line.strip()], hints)]
