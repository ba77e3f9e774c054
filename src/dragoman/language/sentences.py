"""Passages -> sentences, by rules: cheap, the same every time, and before any parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Abbreviation
from dragoman.lexicon.words import alternatives
from dragoman.text import Span

# A sentence longer than this is cut, at a semicolon or comma where there is one: parsers and patterns are made for prose.
LONGEST = 1600

_STOP = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9À-ÞА-Я]|\s*$|(?<=[。！？]))")
# How the recitals of joint papers begin, each on a line of its own after a comma.
_RECITAL = rf"(?<=[,;]\n)(?:{alternatives('recitals')})\b"
_LINE = re.compile(rf"(?:[^\n]|(?<=[\w,;)\"”’-])\n(?=[a-zß-öø-ÿ])(?!{_RECITAL}))+")
# Before a cell of a row that is prose.
_CELL = re.compile(r"\s\|\s+(?=[A-ZÀ-Þ\"“(][^|]{20,}[.!?][\"'”’)\]]*\s*(?:\||$))")
_LAST_WORD = re.compile(r"[\w.&'’-]+$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*([\w'’]+)")
_COMPARE = re.compile(r"(?<=\w)[,;]?\s+(?=cf\. [^()]{4,200}$)|(?<=\w)[,;]\s+(?=cf\. )")
# "No.", as an answer by itself, behind a label or a quotation mark.
_SAID_NO = re.compile(r"(?:^|[:“‘\"'–—])\s*no$", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$")


class Splitter:
    """Cuts text into sentences with the lexicon's abbreviations."""

    def __init__(self, lexicon: Lexicon) -> None:
        entries = lexicon.all(Abbreviation)
        self._titles = frozenset(w.lower() for e in entries if e.before == "name" for w in e.words)
        self._numbered = frozenset(w.lower() for e in entries if e.before == "number" for w in e.words)
        self._inside = frozenset(w.lower() for e in entries if e.before == "any" for w in e.words)
        self._starters = frozenset(w for e in entries if e.before == "starter" for w in e.words)

    def split(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Sentences of `text[start:end]`, without the white space between them.

        A line end ends one too, unless the next line goes on in lower case: a hard wrap.
        """
        for line in _LINE.finditer(text[start:end]):
            yield from self._line(text, start + line.start(), start + line.end())

    def _line(self, text: str, start: int, end: int) -> Iterator[Span]:
        for cell in _CELL.finditer(text, start, end) if " | " in text[start:end] else ():
            yield from self._prose(text, start, cell.start())
            start = cell.end()
        yield from self._prose(text, start, end)

    def _prose(self, text: str, start: int, end: int) -> Iterator[Span]:
        begin = start
        for match in _STOP.finditer(text, start, end):
            stop = match.end()
            if stop >= end or self._ends(text[begin : match.start()], match.group(), text[stop : stop + 40]):
                yield from _referred(text, begin, stop)
                begin = stop
        yield from _referred(text, begin, end)

    def _ends(self, before: str, mark: str, after: str) -> bool:
        """Whether the mark ends a sentence, by the word before it and the word after."""
        if mark[0] != "." or mark.startswith(".."):
            return True
        word = _LAST_WORD.search(before)
        if word is None:
            return True
        last = word.group().lower()
        following = _NEXT_WORD.match(after)
        then = following.group(1) if following else ""
        if last in self._titles or (last in self._numbered and then[:1].isdigit()) or last in self._inside:
            return False
        if last in self._numbered:
            return then in self._starters or (then[1:].islower() and _SAID_NO.search(before) is not None)
        if _DOTTED.fullmatch(word.group() + ".") or (len(last) == 1 and last.isalpha() and before.strip() != word.group()):
            # "U.S. President" and "J. Smith" go on; "in the U.S. The" does not.
            return then in self._starters
        return True


def _referred(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, and by itself what it refers to at its end: "..., cf. resolution 2654"."""
    aside = _COMPARE.search(text, start, end) if "cf. " in text[start:end] else None
    if aside is not None and text.count("(", start, aside.start()) <= text.count(")", start, aside.start()):
        yield from _trim(text, start, aside.start())
        start = aside.end()
    yield from _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind("; ", LONGEST // 2), window.rfind(", ", LONGEST // 2))
        cut = start + (cut + 1 if cut > 0 else (window.rfind(" ") if " " in window else LONGEST))
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
