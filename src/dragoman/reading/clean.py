"""Characters that no text should hold, taken out or made plain; with and without the map to the source.

What `clean` does is fixed by TABLE, row after row: line ends become \\n, odd spaces a space, controls and invisible
marks nothing, lone surrogates U+FFFD, printers' ligatures two letters. Last, a letter and the accent after it become one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable

from dragoman.text import Traced

Rewrite = Callable[[re.Match[str]], str] | str

# Control characters U+0080 to U+009F are nearly always Windows-1252 bytes that somebody took for Latin-1.
_WINDOWS = {0x80 + i: bytes([0x80 + i]).decode("cp1252", "ignore") for i in range(32)}


def _windows(match: re.Match[str]) -> str:
    return match.group().translate(_WINDOWS)


def _spelled(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())


TABLE: tuple[tuple[re.Pattern[str], Rewrite], ...] = (
    (re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\u2028\u2029]"), "\n"),
    (re.compile("[\x80-\x9f]+"), _windows),
    (re.compile("[\xa0\u2000-\u200a\u202f\u205f\u3000]"), " "),
    (re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\xad\ufeff\ufffe\uffff]+"), ""),
    (re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufff9-\ufffb]+"), ""),
    (re.compile("[\ud800-\udfff]"), "\ufffd"),
    (re.compile("[\ufb00-\ufb06]"), _spelled),
)  # fmt: skip
# All that the rows above and the last step are about: most texts have none of it, and one look is faster than nine.
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u0300-\u036f\u1100-\u11ff\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069\u3000"
    "\u3099\u309a\ud800-\udfff\ufb00-\ufb06\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# Accents and jamo that stand alone; looked for first, as the pattern that takes their letters along is slow.
_ACCENTS = re.compile("[\u0300-\u036f\u1100-\u11ff\u3099\u309a]")
_ACCENTED = re.compile("[^\\W\\d_]?[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")


def clean(text: str) -> str:
    """`text` as it is stored; cleaning twice changes nothing more."""
    if not _UNCLEAN.search(text):
        return text
    for pattern, rewrite in TABLE:
        text = pattern.sub(rewrite, text)
    return _ACCENTED.sub(_composed, text) if _ACCENTS.search(text) else text


def clean_traced(text: Traced) -> Traced:
    """The same for text that remembers its source: `clean_traced(t).text == clean(t.text)`."""
    if not _UNCLEAN.search(text.text):
        return text
    for pattern, rewrite in TABLE:
        text = rewritten(text, pattern, rewrite)
    return rewritten(text, _ACCENTED, _composed) if _ACCENTS.search(text.text) else text


def rewritten(text: Traced, pattern: re.Pattern[str], rewrite: Rewrite) -> Traced:
    """Every match replaced by `rewrite`, or what it makes of it; a new character takes the offset of the one it stands for."""
    pieces: list[str] = []
    origins = array("l")
    last = 0
    for match in pattern.finditer(text.text):
        new = rewrite if isinstance(rewrite, str) else rewrite(match)
        start, end = match.span()
        pieces += (text.text[last:start], new)
        origins.extend(text.origins[last:start])
        kept = text.origins[start:end][: len(new)]
        origins.extend(kept)
        if len(new) > len(kept):
            here = kept[-1] if kept else (text.origins[start] if start < len(text.origins) else 0)
            origins.extend([here] * (len(new) - len(kept)))
        last = end
    if not pieces:
        return text
    pieces.append(text.text[last:])
    origins.extend(text.origins[last:])
    return Traced("".join(pieces), origins)
