"""Acts that a text names by their numbers: "Executive Order 13466", "Law No. 26/1961", "Regulation (EU) No 204/2011"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.instruments.named import Instrument
from dragoman.coding.instruments.windows import Windows, each
from dragoman.lexicon.words import alternatives

_BEFORE = alternatives("before-numbered-acts")
_HEADS = alternatives("heads-of-numbered-acts")
_COUNTED = r"(?:Nos?\b\.?|N[°º]\.?|[Nn]umber\b|#)\s*\d(?:[\w/.-]*\w)?"
_PARTED = r"\d{1,3}-\d{1,4}\b|\d+(?:/[A-Z]{2,4})?/\d+(?:/[A-Z]{2,6})?|\d+-[A-Z]{1,3}\b|\d{1,4}\s+of\s+(?:1[89]|20)\d\d"
_ACT = re.compile(
    rf"(?<![\w-])(?P<before>(?:(?:{_BEFORE})\s+){{0,2}})(?P<head>{_HEADS})(?:\s+\((?:EU|EC|EEC|CFSP|Euratom)(?:,\s*Euratom)?\))?"
    rf"\s+(?:{_COUNTED}|{_PARTED}|(?P<bare>\d{{2,5}}))(?![\w/%]|-\w|[.,]\d)"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def numbered_acts(text: str, windows: Windows) -> Iterator[Instrument]:
    """Laws, decrees, orders and decisions by number. A bare number needs a word for whose act it is: "Order 66" is none."""
    for match in each(_ACT, text, windows):
        bare = match["bare"]
        if bare is None or (match["before"] and not _YEAR.fullmatch(bare)):
            words = " ".join(match.group().split())
            yield Instrument(match.start(), match.end(), None, words, match["head"].lower())
