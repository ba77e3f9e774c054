"""Which strips of a page are its text, and which of the rest are other stories."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dragoman.reading.webpage.strips import Strip, strips_of

# A strip of running text: long, and not a link. Menus have none.
PROSE = 60
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_DATE = re.compile(
    r"\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}"
    r"|\d{1,2}[-./ ](?:\d{1,2}|[A-Z][a-z]{2,8})[-./ ,]+\d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"
)


@dataclass(frozen=True, slots=True)
class Story:
    """Another story that a page points to: its title, where it is, its date as written, what is said of it."""

    title: str
    url: str | None
    date: str | None
    said: str


@dataclass(frozen=True, slots=True)
class Body:
    """The strips of each text on a page (one, as a rule), and the other stories it lists."""

    texts: list[list[Strip]]
    stories: list[Story]


def body_of(page: Any, others: list[Any]) -> Body:
    """The text of a pruned page. `others` are the elements that pruning took out and that may list stories."""
    articles = _articles(page)
    roots = articles if len(articles) > 1 else [_root(page)]
    texts, stories = [], []
    for root in roots:
        strips = strips_of(root)
        first, last = _extent(strips)
        texts.append(strips[first : last + 1])
        stories += stories_in(strips[:first]) + stories_in(strips[last + 1 :])
    for element in others:
        stories += stories_in(strips_of(element))
    return Body(texts, list({s.title: s for s in reversed(stories)}.values())[::-1])


def prose(strip: Strip) -> int:
    """How much running text a strip holds; scripts that write a syllable or word in a character count double."""
    size = len(strip.text) - strip.links
    size += min(size, len(_DENSE.findall(strip.text)))
    return size if size >= PROSE and not strip.level else 0


def _articles(page: Any) -> list[Any]:
    """The articles of a page that has several with a heading and a text each, not one inside another."""
    found = [a for a in page.iter("article") if next(a.iterancestors("article"), None) is None]
    if len(found) < 2:
        return []
    full = [a for a in found if _has_heading(a) and sum(map(prose, strips_of(a))) >= 400]
    whole = sum(map(prose, strips_of(page)))
    return full if sum(sum(map(prose, strips_of(a))) for a in full) >= 0.6 * whole else []


def _has_heading(element: Any) -> bool:
    return any(element.find(f".//h{n}") is not None for n in (1, 2, 3))


def _root(page: Any) -> Any:
    """The element that holds the text: what the page calls its article, else the smallest with nearly all prose in it."""
    body = page.find(".//body")
    body = page if body is None else body
    weights = _weights(body)
    whole = weights.get(body, 0)
    for wanted in ("article", "main"):
        for element in body.iter(wanted):
            if whole and weights.get(element, 0) >= 0.6 * whole:
                return element
    root = body
    while whole:
        heavy = [c for c in root if weights.get(c, 0) >= 0.8 * weights.get(root, 0)]
        # A paragraph is not a place that texts are in.
        if not heavy or heavy[0].tag in ("p", "li", "blockquote", "td", "pre", "dd"):
            break
        root = heavy[0]
    return _with_neighbours(root, body)


def _with_neighbours(root: Any, body: Any) -> Any:
    """`root`, or what it lies in while that adds no more than a few short lines: a heading, a dateline, a signature."""
    while root is not body and (parent := root.getparent()) is not None and parent is not body:
        added = [s for child in parent if child is not root for s in strips_of(child)]
        if len(added) > 8 or sum(s.linked for s in added) * 2 > max(len(added), 1):
            break
        root = parent
    if root is not body and root.getparent() is body:
        added = [s for child in body if child is not root for s in strips_of(child)]
        if len(added) <= 4 and not any(s.linked for s in added):
            return body
    return root


def _weights(body: Any) -> dict[Any, int]:
    """Prose in each element."""
    weights: dict[Any, int] = {}
    for strip in strips_of(body):
        if not (size := prose(strip)):
            continue
        element = strip.element
        while element is not None:
            weights[element] = weights.get(element, 0) + size
            element = None if element is body else element.getparent()
    return weights


def _extent(strips: list[Strip]) -> tuple[int, int]:
    """First and last strip of the text: lists of links before the first and after the last running text are cut off."""
    running = [i for i, s in enumerate(strips) if prose(s)] or [i for i, s in enumerate(strips) if not s.linked and not s.level]
    if not running:
        return 0, -1 if _listing(strips) else len(strips) - 1
    first, last = running[0], running[-1]
    while first > 0 and not _in_listing(strips, first - 1, -1):
        first -= 1
    while last < len(strips) - 1 and not _in_listing(strips, last + 1, 1):
        last += 1
    while last > running[-1] and (strips[last].level or strips[last].rule):
        last -= 1
    return first, last


def _in_listing(strips: list[Strip], at: int, step: int) -> bool:
    """Whether a list of links begins here: of the next strips that are no headings, at least two of three are links."""
    ahead = strips[at : at + 7] if step > 0 else strips[max(at - 6, 0) : at + 1][::-1]
    if not ahead[0].linked and not ahead[0].level:
        return False
    items = [s for s in ahead if not s.level and not s.rule]
    # Old pages put a whole menu into one cell, a link on each line.
    linked = sum(s.text.count("\n") + 1 for s in items if s.linked)
    return linked >= 2 and linked * 5 >= len(items) * 2


def _listing(strips: list[Strip]) -> bool:
    return sum(s.linked for s in strips) >= 2


def stories_in(strips: list[Strip]) -> list[Story]:
    """The headlines among `strips`: links of a sentence's length, each with the date and words that follow it."""
    out: list[Story] = []
    for at, strip in enumerate(strips):
        link = _headline(strip)
        if link is None:
            continue
        title = " ".join("".join(link.itertext()).split())
        rest: list[str] = []
        beside = strip.text.replace(title, " ", 1).strip(" |\n-–—:")
        for following in strips[at + 1 : at + 4]:
            if _headline(following) is not None or following.level or following.rule:
                break
            rest.append(following.text)
        before = strips[at - 1].text if at and len(strips[at - 1].text) <= 30 else ""
        words = [w for w in (beside, *rest) if w]
        date = next((m.group() for w in (*words, before) if (m := _DATE.search(w))), None)
        said = [w for w in words if len(w) > 30]
        out.append(Story(title, link.get("href"), date, said[0] if said else ""))
    return out if len(out) >= 2 else []


def _headline(strip: Strip) -> Any:
    """The link in a strip whose text reads as a headline: five words, or ten characters of a dense script."""
    links = [strip.element] if strip.element.tag == "a" else strip.element.iter("a")
    for link in links:
        text = " ".join("".join(link.itertext()).split())
        if text and text in " ".join(strip.text.split()) and (len(text.split()) >= 5 or len(_DENSE.findall(text)) >= 10):
            return link
    return None
