"""What is on a page and not of its text: scripts, menus, banners, share buttons, forms, other stories."""

from __future__ import annotations

import re
from typing import Any

from dragoman.reading.webpage import words

# Never text, whatever they hold.
DEAD = words(
    "script style noscript template iframe object embed applet svg canvas audio video map button select textarea input "
    "datalist dialog figcaption math"
)
# Parts of a page that are not its text, by what they are called in HTML itself.
ASIDE = frozenset(("nav", "footer", "aside", "menu"))
ROLES = words("navigation banner contentinfo search complementary dialog alertdialog menu menubar")
# The same by the words in their class or id, where a word is what hyphens, underscores and capitals leave.
WORDS = words(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs footer sidebar cookie cookies consent gdpr banner popup modal "
    "overlay newsletter subscribe subscription signup login share sharing sharedaddy social addthis addtoany comment comments "
    "disqus respond advert advertisement ads adsbygoogle sponsor sponsored promo pagination pager pagenav toolbar "
    "editsection noprint printfooter catlinks skip sitenotice"
)
PHRASES = words("author-bio about-author about-the-author author-box site-header page-header-nav back-to-top tag-list")
# Lists of other stories: not text, but looked at for teasers.
OTHERS = words(
    "related recommended recommendations teaser teasers headlines more-news latest-news also-read read-more see-also "
    "other-news other-stories more-stories recent-posts most-read popular trending"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-z0-9]+")


def prune(root: Any) -> list[Any]:
    """Takes what is not text out of the tree; gives the elements among it that may list other stories.

    An element that holds most of the page's text is kept whatever it is called: `<body class="has-sidebar">`.
    """
    most = 0.5 * _weight(root)
    doomed: list[Any] = []
    others: list[Any] = []
    walk = [root]
    while walk:
        element = walk.pop()
        verdict = judge(element)
        if verdict == "dead" or (verdict and _weight(element) <= most):
            doomed.append(element)
            if verdict == "others":
                others.append(element)
        else:
            walk.extend(element)
    others.reverse()
    for element in doomed:
        _remove(element)
    return others


def judge(element: Any) -> str | None:
    """`dead`, `clutter`, `others` (perhaps other stories) or None for what may be text."""
    tag = element.tag
    if not isinstance(tag, str):
        return "dead"
    if tag in DEAD:
        return "dead"
    if tag in ("html", "body", "head", "article", "main", "h1", "title"):
        return None
    attributes = element.attrib
    if not len(attributes) and tag not in ASIDE and tag != "header":
        return None
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or _HIDDEN_STYLE.search(attributes.get("style", "")):
        return "dead"
    named = _words(attributes.get("class", "") + " " + attributes.get("id", ""))
    spelled = "-".join(named)
    if tag == "aside" or any(f"-{o}-" in f"-{spelled}-" for o in OTHERS):
        return "others"
    if tag in ASIDE or attributes.get("role") in ROLES or not WORDS.isdisjoint(named) or any(p in spelled for p in PHRASES):
        return "others" if "sidebar" in named else "clutter"
    if tag == "header" and not any(a.tag in ("article", "main") for a in element.iterancestors()):
        return "clutter" if element.find(".//h1") is None else None
    return None


def _words(names: str) -> list[str]:
    return [w for w in _SPLIT.split(_CAMEL.sub("-", names).lower()) if w]


def _weight(element: Any) -> int:
    """Length of the text in running words: what stands in links counts for nothing."""
    total = 0
    stack = [element]
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or node.tag in DEAD:
            continue
        if node.tag != "a":
            total += len((node.text or "").strip())
            for child in node:
                total += len((child.tail or "").strip())
        stack.extend(node)
    return total


def _remove(element: Any) -> None:
    """Takes an element out and leaves the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = f"{before.tail or ''} {tail}"
    else:
        parent.text = f"{parent.text or ''} {tail}"
    element.tail = None
    parent.remove(element)
