"""Where in the source of a page each character of its text stands.

The parser does not say. So the source is read once more, tags left out, entities decoded, white space dropped, and the
text of each block is looked up in it, going forward: both have the same characters in the same order.
"""

from __future__ import annotations

import re
from array import array
from html import unescape

from dragoman.reading.clean import clean
from dragoman.text import Traced

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<(/?)q\b[^<>]*>|</?[A-Za-z!?][^<>]*>?"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?|[^<&\s]+|[<&]",
    re.DOTALL | re.IGNORECASE,
)
_RUN = re.compile(r"\s+|\S+")


class Places:
    """The visible characters of a source, without white space, and their offsets."""

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        self._offsets = array("l")
        for match in _TOKEN.finditer(source):
            token, start = match.group(), match.start()
            if match.group(2) is not None:
                pieces.append("”" if match.group(2) else "“")
                self._offsets.append(start)
            elif token[0] == "&" and len(token) > 1:
                shown = "".join(clean(unescape(token)).split())
                pieces.append(shown)
                self._offsets.extend([start] * len(shown))
            elif token[0] != "<" or len(token) == 1:
                pieces.append(token)
                self._offsets.extend(range(start, start + len(token)))
        self._visible = "".join(pieces)
        self._at = 0

    def trace(self, text: str) -> Traced:
        """`text` with its places; text that is not found as it is takes the place of what came before it."""
        needle = "".join(text.split())
        found = self._visible.find(needle, self._at)
        if found < 0:
            found = self._visible.find(needle)
        if found < 0 or not needle:
            here = self._offsets[min(self._at, len(self._offsets) - 1)] if self._offsets else 0
            return Traced(text, array("l", [here]) * len(text))
        origins = array("l")
        at, self._at = found, found + len(needle)
        for match in _RUN.finditer(text):
            if match.group().isspace():
                # White space stands where the next word does, at the end where the last did.
                origins.extend([self._offsets[min(at, self._at - 1)]] * len(match.group()))
            else:
                origins.extend(self._offsets[at : at + len(match.group())])
                at += len(match.group())
        return Traced(text, origins)
