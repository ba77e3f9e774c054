"""What a page says of itself: meta tags, JSON-LD, time elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.reading.blocks import plain
from dragoman.reading.clean import clean
from dragoman.reading.hints import NAMES, iso_day

# Meta tags, by `name`, `property` or `itemprop` in lower case, and the hint that each gives; the first that is there wins.
META: tuple[tuple[str, str], ...] = (
    ("article:published_time", "date"),
    ("datepublished", "date"),
    ("og:published_time", "date"),
    ("dc.date.issued", "date"),
    ("dcterms.issued", "date"),
    ("dc.date", "date"),
    ("dcterms.date", "date"),
    ("dcterms.created", "date"),
    ("citation_publication_date", "date"),
    ("parsely-pub-date", "date"),
    ("sailthru.date", "date"),
    ("publish-date", "date"),
    ("pubdate", "date"),
    ("date", "date"),
    ("og:title", "title"),
    ("citation_title", "title"),
    ("dc.title", "title"),
    ("dcterms.title", "title"),
    ("headline", "title"),
    ("twitter:title", "title"),
    ("author", "author"),
    ("article:author", "author"),
    ("citation_author", "author"),
    ("dc.creator", "author"),
    ("byl", "author"),
    ("og:site_name", "outlet"),
    ("application-name", "outlet"),
    ("publisher", "publisher"),
    ("article:publisher", "publisher"),
    ("dc.publisher", "publisher"),
    ("dcterms.publisher", "publisher"),
    ("citation_publisher", "publisher"),
    ("og:url", "url"),
    ("description", "description"),
    ("og:description", "description"),
    ("keywords", "keywords"),
)
# Hints under their own names, but for those that mean other things in meta tags.
_OTHERS = ("id", "identifier", "state", "to", "type")
_OWN = {name: field for field, names in NAMES.items() for name in names if name not in _OTHERS}
_ARTICLE = re.compile(r"article|report|posting|statement|press|speech|webpage", re.IGNORECASE)
_ARCHIVED = re.compile(r"^https?://[^/]+/(?:web/)?(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/(https?://.+)$")
_SUFFIX = re.compile(r"\s+(?:[|–—»·•-]|::)\s+")


def metadata(page: Any) -> dict[str, str]:
    """Hints by name, from the head of a page that is still whole; `title` is what the head says, site name and all."""
    found: dict[str, str] = {}
    tags = _tags(page)
    for name, field in META:
        if tags.get(name) and not (field in ("author", "publisher") and tags[name].startswith("http")):
            found.setdefault(field, tags[name])
    for name, value in tags.items():
        if (own := re.sub(r"[\s.-]+", "_", name)) in _OWN:
            found.setdefault(_OWN[own], value)
    for field, value in _linked_data(page):
        found.setdefault(field, value)
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found.setdefault("url", link.get("href"))
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        found.setdefault("language", re.split("[-_]", language.strip().lower())[0])
    if "title" not in found and (title := page.find(".//title")) is not None:
        found["title"] = "".join(title.itertext())
    archived = _ARCHIVED.match(found.get("url", ""))
    if archived:
        found.setdefault("captured", "-".join(archived.groups()[:3]))
        found["url"] = archived.group(4)
    return {field: text for field, value in found.items() if (text := " ".join(clean(value).split()))}


def heading_title(root: Any, head_title: str | None) -> str | None:
    """The heading under `root` that is the page's title: the one its head names, else its only h1."""
    headings = [
        (int(h.tag[1]), text)
        for h in root.iter("h1", "h2", "h3")
        if (text := " ".join(clean("".join(h.itertext())).split())) and plain(text)
    ]
    headings.sort(key=lambda heading: heading[0])
    if head_title:
        whole = plain(head_title)
        for _, text in headings:
            if whole == plain(text) or (whole.startswith(plain(text) + " ") and len(plain(text)) >= 0.3 * len(whole)):
                return text
    tops = [text for level, text in headings if level == 1]
    if len(tops) == 1 and not (head_title and plain(head_title).endswith(" " + plain(tops[0]))):
        return tops[0]
    return None


def split_title(title: str, site: str | None) -> tuple[str, str | None]:
    """A title as the head has it without the name of the site behind it, and that name."""
    parts = _SUFFIX.split(title)
    if len(parts) < 2:
        return title, None
    last = parts[-1]
    rest = title[: title.rindex(last)]
    rest = re.sub(r"\s+(?:[|–—»·•-]|::)\s*$", "", rest)
    marked = title[len(rest) :].strip()[:1] in "|»:•·"
    if (site and plain(last) == plain(site)) or (marked and rest):
        return rest, last
    return (rest, last) if len(rest.split()) >= 4 and len(last.split()) <= 4 else (title, None)


def time_of(root: Any) -> str | None:
    """The first time element under `root`, or the date that the URL-like attributes of microdata give."""
    for element in root.iter("time"):
        value = element.get("datetime") or "".join(element.itertext())
        if value and re.search(r"\d{4}", value):
            return iso_day(" ".join(value.split()))
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("itemprop") == "datePublished":
            value = element.get("content") or "".join(element.itertext())
            if value:
                return iso_day(" ".join(value.split()))
    return None


def byline(root: Any) -> str | None:
    """The author as a page's own text marks it."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        marks = {element.get("rel"), element.get("itemprop"), *(element.get("class") or "").lower().split()}
        if marks & {"author", "byline", "author-name"}:
            text = re.sub(r"^by\s+", "", " ".join("".join(element.itertext()).split()), flags=re.IGNORECASE)
            if 2 < len(text) <= 80:
                return text
    return None


def _tags(page: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        value = tag.get("content")
        if name and value and value.strip():
            tags.setdefault(name.strip().lower(), value)
    return tags


def _linked_data(page: Any) -> Iterator[tuple[str, str]]:
    """Hints from the JSON-LD object that describes an article, where there is one."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if not _ARTICLE.search(str(item.get("@type", ""))):
                continue
            for key, field in (("headline", "title"), ("datePublished", "date"), ("url", "url")):
                if isinstance(item.get(key), str):
                    yield field, item[key]
            for key, field in (("author", "author"), ("publisher", "publisher")):
                names = [n for n in map(_name, _listed(item.get(key))) if n]
                if names:
                    yield field, ", ".join(names)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from (i for i in _listed(item.get("@graph")) if isinstance(i, dict))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) and not name.startswith("http") else None
