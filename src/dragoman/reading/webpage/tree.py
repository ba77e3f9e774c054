"""HTML source -> a tree that can be walked, however deep the source nests."""

from __future__ import annotations

import re
from typing import Any

from dragoman.errors import SkipDocument
from dragoman.reading.webpage import words

# libxml2 gives up, with most of the page, at 2,048 levels. Pages written by people stay below 100.
DEEPEST = 400
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*?(/?)>")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
# Tags that parsers close by themselves, so that an unclosed one nests nothing.
_IMPLIED = words("p li dt dd tr td th thead tbody tfoot option optgroup html head body")
# Tags without which the page can still be read as a sequence of lines.
_WRAPPERS = re.compile(
    r"(?:</?(?!(?:p|h[1-6]|li|dt|dd|td|th|tr|title|head|html|body|meta|link|script|style|time|a|article|main|nav|footer|aside)\b)"
    r"[A-Za-z][^<>]*>\s*)+"
)
_ANY = re.compile(r"(?:</?[A-Za-z][^<>]*>\s*)+")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")


def parse(source: str, path_name: str) -> Any:
    """The `html` element of `source`. Raises SkipDocument no-text where there is no element at all."""
    from lxml import etree
    from lxml import html as lxml_html

    source = _DECLARATION.sub("", source, count=1)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(flattened(source).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SkipDocument("no-text", f"{path_name}: no page in it ({error})") from error


def flattened(source: str) -> str:
    """`source` with its wrappers, or all its tags, made line breaks where it nests too deeply to be parsed."""
    if depth(source) <= DEEPEST:
        return source
    flatter = _WRAPPERS.sub("<br><br>", source)
    return flatter if depth(flatter) <= DEEPEST else _ANY.sub("<br><br>", source)


def depth(source: str) -> int:
    """How many elements stand inside each other at most, those that are never closed included."""
    deepest = level = 0
    for match in _TAG.finditer(source):
        closing, name, closed = match.groups()
        name = name.lower()
        if closed or name in _VOID or name in _IMPLIED:
            continue
        level = max(level - 1, 0) if closing else level + 1
        deepest = max(deepest, level)
    return deepest
