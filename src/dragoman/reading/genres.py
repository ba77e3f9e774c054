"""What kind of document a text is, and how high the vehicle stands that carries it."""

from __future__ import annotations

import re
from collections.abc import Collection

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Genre, Rung
from dragoman.reading.lines import plain

# Kinds that are no vehicle of what a state says: they have no rung.
_NO_VEHICLE = frozenset({"news", "teaser", "reference", "overview", "interview", "treaty", "law", "letter", "message"})
_ARTICLE = re.compile(r"(?:^|\n)\s*(?:article|art\.|section|chapter|§)\s*(?:[\divxlc]+|one|first)\b", re.IGNORECASE)
_AGREED = re.compile(
    r"\b(?:have agreed (?:as follows|on the following|upon the following)|have agreed to the following|agree as follows|high contracting parties|"
    r"contracting parties|in witness whereof|shall enter into force)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[^A-Z].[.!?:])\s+(?=[\"'(]?[A-Z0-9])|\n")


class Genres:
    """Tells kinds with the lexicon's genres, in their order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._genres = [
            (g.kind, g.where, _compiled(g.patterns), _compiled(g.unless), frozenset(g.needs)) for g in lexicon.all(Genre)
        ]

    def kind(self, title: str, lead: str, facts: Collection[str], kicker: str = "") -> str:
        """The kind of a text with this title and lead. `facts` are the needs (see Genre) that hold for it."""
        title, lead, kicker = plain(title), plain(lead), plain(kicker)
        found = self._first(title, lead, facts)
        if kicker and found in ("article", "news", "overview", "reference", "statement"):
            by_kicker = self._first(kicker, "", ())
            return by_kicker if by_kicker != "article" else found
        return found

    def _first(self, title: str, lead: str, facts: Collection[str]) -> str:
        for kind, where, patterns, unless, needs in self._genres:
            if not needs <= set(facts):
                continue
            if where == "title":
                hit = bool(title) and patterns.match(title) is not None
                taken_back = hit and unless is not None and unless.search(title) is not None
            else:
                # Any body will do where only what a text needs is asked for.
                hit = patterns.search(lead) is not None
                taken_back = hit and unless is not None and unless.search(lead) is not None
            if hit and not taken_back:
                return kind
        return "article"


def has_articles(text: str) -> bool:
    """Whether a text is laid out as a treaty or a law is."""
    return len(_ARTICLE.findall(text[:60_000])) >= 2 or _AGREED.search(text[:20_000]) is not None


class Ladders:
    """The rung of the vehicle, by the ladder of the state that speaks."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rungs: dict[str, list[tuple[str, Rung]]] = {}
        for rung in lexicon.all(Rung):
            self._rungs.setdefault(rung.state, []).extend((plain(w).lower(), rung) for w in rung.words)

    def rank(self, kind: str, state: str | None, joint: bool, title: str, lead: str, published: str | None) -> int | None:
        """The rank, or None where the wording does not decide. The longest phrase does; the title comes before the lead."""
        if (state is None and not joint) or kind in _NO_VEHICLE:
            return None
        first = _SENTENCE.split(lead, maxsplit=1)[0] if lead else ""
        texts = (plain(title).lower(), plain(first).lower())
        for ladder in (state, "*"):
            best: tuple[int, int, int] | None = None
            for words, rung in self._rungs.get(ladder or "", ()):
                if not _in_force(rung, published):
                    continue
                place = next((i for i, text in enumerate(texts) if _has(text, words)), None)
                if place is not None:
                    best = min(best or (0, 9, 99), (-len(words), place, rung.rank))
            if best is not None:
                return best[2]
        return None


def _compiled(patterns: Collection[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)", re.IGNORECASE)


def _has(text: str, words: str) -> bool:
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def _in_force(rung: Rung, published: str | None) -> bool:
    if not published:
        return True
    return (not rung.since or rung.since[: len(published)] <= published) and (not rung.until or published <= rung.until)
