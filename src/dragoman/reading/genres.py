"""What kind of document a text is, and how high the vehicle stands that carries it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Genre, Rung
from dragoman.lexicon.matcher import whole
from dragoman.lexicon.words import alternatives
from dragoman.reading.lines import plain
from dragoman.reading.signs import has_any

# Kinds that are no vehicle of what a state says: they have no rung.
_NO_VEHICLE = frozenset({"news", "teaser", "reference", "overview", "interview", "treaty", "law", "letter", "message"})
# A heading of an article, and no sentence about one ("Article 57 makes the President ...").
_ARTICLE = re.compile(r"\n\s*(?:article|art\.|section|chapter|§)\s*(?:[\divxlc]+|one|first)\b(?!\s+[a-z]+s\b(?![ \t]*\n))")
_AGREED_SIGNS = ("agreed", "agree as follows", "contracting parties", "in witness whereof", "shall enter into force")
_AGREED = re.compile(
    r"\b(?:have agreed (?:as follows|on the following|upon the following)|have agreed to the following|agree as follows|"
    r"high contracting parties|"
    r"contracting parties|in witness whereof|shall enter into force)\b"
)
# Articles that stand under a figure and what they are on, each with numbered paragraphs: "132. Functions of the President".
_FIGURED = re.compile(r"\n[ \t]*\d{1,3}[a-z]?\.[ \t]+[^\n.:;]{3,90}\n[ \t]*\(\d{1,2}\)\s")
_ARTICLE_SIGNS = ("article", "art.", "section", "chapter", "§")
# "The treaty between A and B was signed in ...": a text about an instrument, and not its own words.
_ACCOUNT = re.compile(
    rf"(?:the|this|an?) [^.\n]{{0,200}}\b(?:{alternatives('texts-told-of')})\b[^.\n]{{0,200}}\b(?:was|were|"
    r"had been) (?:signed|adopted|concluded|issued|initialled|made public)\b"
)
_SENTENCE = re.compile(r"(?<=[^A-Z].[.!?:])\s+(?=[\"'(]?[A-Z0-9])|\n")


class Genres:
    """Tells kinds with the lexicon's genres, in their order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._genres = [
            (g.kind, g.where, _compiled(g.patterns), _compiled(g.unless), frozenset(g.needs), frozenset(g.signs))
            for g in lexicon.all(Genre)
        ]
        self._signs = sorted({sign for g in lexicon.all(Genre) for sign in g.signs})
        self._automaton = AhoCorasick(self._signs, matchkind=MatchKind.Standard)

    def kind(self, title: str, lead: str, facts: Collection[str], kicker: str = "") -> str:
        """The kind of a text with this title and lead. `facts` are the needs (see Genre) that hold for it."""
        # Patterns are in small letters; lowering the text is ten times cheaper than ignoring case.
        title, lead, kicker = plain(title).lower(), plain(lead).lower(), plain(kicker).lower()
        found = self._first(title, lead, facts)
        if found in ("treaty", "joint-statement") and _ACCOUNT.match(lead):
            found = "article"
        if kicker and found in ("article", "news", "overview", "reference", "statement"):
            by_kicker = self._first(kicker, "", ())
            if by_kicker == "article" and found == "article" and self._first(kicker, "", facts) == "overview":
                return "overview"  # "Foreign Policy" over "Principles and approach"
            return by_kicker if by_kicker != "article" else found
        return found

    def _first(self, title: str, lead: str, facts: Collection[str]) -> str:
        held = set(facts)
        in_title, in_lead = self._signs_in(title), self._signs_in(lead)
        for kind, where, patterns, unless, needs, signs in self._genres:
            if not needs <= held or (signs and signs.isdisjoint(in_title if where == "title" else in_lead)):
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

    def _signs_in(self, text: str) -> set[str]:
        return {self._signs[i] for i, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}


def has_articles(text: str) -> bool:
    """Whether a text is laid out as a treaty or a law is."""
    lowered = text[:60_000].lower()
    if has_any(lowered, _ARTICLE_SIGNS) and len(_ARTICLE.findall(f"\n{lowered}")) >= 2:
        return True
    if "\n(" in lowered and len(_FIGURED.findall(f"\n{lowered}")) >= 2:
        return True
    return has_any(lowered, _AGREED_SIGNS) and _AGREED.search(lowered, 0, 20_000) is not None


class Ladders:
    """The rung of the vehicle, by the ladder of the state that speaks."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rungs = [(plain(w).lower(), rung) for rung in lexicon.all(Rung) for w in rung.words]
        self._automaton = AhoCorasick([words for words, _ in self._rungs], matchkind=MatchKind.Standard)

    def rank(self, kind: str, state: str | None, joint: bool, title: str, lead: str, published: str | None) -> int | None:
        """The rank, or None where the wording does not decide. The longest phrase does; the title comes before the lead."""
        if (state is None and not joint) or kind in _NO_VEHICLE:
            return None
        first = _SENTENCE.split(lead, maxsplit=1)[0] if lead else ""
        found = [
            (-len(words), place, rung.rank, rung)
            for place, text in enumerate((plain(title).lower(), plain(first).lower()))
            for words, rung in self._found(text)
            if _in_force(rung, published)
        ]
        for ladder in (state, "*"):
            mine = [f[:3] for f in found if f[3].state == ladder]
            if mine:
                return min(mine)[2]
        return None

    def _found(self, text: str) -> Iterator[tuple[str, Rung]]:
        for i, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if whole(text, start, end):
                yield self._rungs[i]


def _compiled(patterns: Collection[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)")


def _in_force(rung: Rung, published: str | None) -> bool:
    if not published:
        return True
    return (not rung.since or rung.since[: len(published)] <= published) and (not rung.until or published <= rung.until)
