"""Words in the case in which the parser reads them best: headlines in capitals or title case are written small."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from dragoman.text import Span

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def is_capitals(text: str) -> bool:
    """Whether (almost) everything is in capitals."""
    letters = sum(map(str.isalpha, text))
    return letters >= 8 and sum(map(str.isupper, text)) > 0.8 * letters


def is_title_case(text: str) -> bool:
    """Whether most longer words are capitalised, as in a headline."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) >= 3 and not text.rstrip().endswith(".") and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def as_prose(text: str, offset: int, names: Iterable[Span], known: Collection[str]) -> str:
    """`text` with the words written small that are no names; as long as `text`, letter for letter.

    `names` are spans in the document, `offset` the place of `text` in it. In title case only `known` words (forms of
    the lexicon's verbs, nouns and function words) are written small: whatever else is large there may be a name.
    """
    capitals = is_capitals(text)
    if not capitals and not is_title_case(text):
        return text
    kept = [(s.start - offset, s.end - offset) for s in names]
    out, last = [], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if any(a <= start < b for a, b in kept):
            # Names in capitals are parsed better as names are written; acronyms keep their capitals.
            new = word.title() if capitals and len(word) > 4 and "." not in word else word
        elif capitals or word.lower() in known:
            new = word.lower()
        else:
            new = word
        out += [text[last:start], new if len(new) == len(word) else word]
        last = end
    return "".join([*out, text[last:]])
