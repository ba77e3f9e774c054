"""Who carried a text: media by the marks of their datelines, by mastheads and by what an interview says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dragoman.lexicon import Lexicon, PhraseMatcher
from dragoman.lexicon.entries import Outlet, State
from dragoman.reading.lines import plain

_MARK = re.compile(r"[(/\[].*[)/\]]?|.*[)/\]]$")
# "AVN.-" for a medium that the lexicon has as "(AVN)".
_BARE = re.compile(r"([A-Z][\w-]{1,11})(?=\.?\s?-)")
# "(Xinhua)" with a medium that no lexicon knows.
_BRACKETED = re.compile(r"\(([A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,4})\)|/([A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,3})/")
# What is shorter and no acronym is no name of a medium.
_ACRONYM = 4


class Medium(NamedTuple):
    """A medium as found: `state` is the actor code that it speaks for, None for one that speaks for itself alone."""

    start: int
    end: int
    name: str
    state: str | None = None
    kind: str = "agency"
    date_order: str | None = None
    known: bool = True


class Outlets:
    """Finds media. A mark that two use is decided by the state of the place that stands with it."""

    def __init__(self, lexicon: Lexicon) -> None:
        media = [o for o in lexicon.all(Outlet) if o.kind != "ministry"]
        self._matcher = PhraseMatcher(_phrases(media))
        carried = tuple(f"{n.lower()} " for o in media for n in o.names)
        # A section of somebody's site ("KCNA Ministry of …", "Ministry of … (EN)") does not say whose ministry it is.
        bodies = _phrases(o for o in lexicon.all(Outlet) if o.kind == "ministry")
        self._bodies = PhraseMatcher({n: e for n, e in bodies.items() if not n.startswith(carried) and not n.endswith(")")})
        self._by_name = {plain(o.name).lower(): o for o in lexicon.all(Outlet)}
        marks = [(n, o) for o in lexicon.all(Outlet) for n in o.names if n[0] == "(" and n[-1] == ")"]
        self._bare: dict[str, tuple[Outlet, ...]] = {}
        for name, outlet in marks:
            self._bare[name[1:-1]] = (*self._bare.get(name[1:-1], ()), outlet)
        self._former = [s for s in lexicon.all(State) if s.status == "former" and s.until and s.successors]

    def find(self, text: str, home: str | None = None, *, marks: bool = False) -> Iterator[Medium]:
        """Media in `text`. `home`: the state of the place; `marks`: names that stand in brackets count too."""
        for start, end, entries in self._matcher.find(plain(text)):
            words = text[start:end]
            if not marks and (_MARK.fullmatch(words) or _inside_brackets(text, start, end)):
                continue
            if words.islower() and "." not in words:  # an ordinary word that a medium is named after
                continue
            if len(words) < _ACRONYM and words.istitle():  # "The Rt Hon"
                continue
            yield _medium(start, end, _nearest(entries, home))

    def bodies(self, text: str) -> Iterator[Medium]:
        """Ministries and presidencies that publish in their own name."""
        for start, end, entries in self._bodies.find(plain(text)):
            yield _medium(start, end, entries[0])

    def mark_at(self, text: str, at: int, home: str | None = None) -> Medium | None:
        """The medium whose mark begins at `at`: "(KCNA)", "/TASS/", "KCNA"; one in brackets may be unknown."""
        window = text[at : at + 60]
        for found in self.find(window, home, marks=True):
            if found.start == 0 or window[: found.start] in ("(", "/", "["):
                end = found.end
                if found.start and window[end : end + 1] in (")", "/", "]"):
                    end += 1
                return found._replace(start=at, end=at + end)
            break
        bare = _BARE.match(window)
        if bare and bare.group(1) in self._bare:
            return _medium(at, at + bare.end(), _nearest(self._bare[bare.group(1)], home))
        match = _BRACKETED.match(window)
        if match:
            return Medium(at, at + match.end(), match.group(1) or match.group(2), known=False)
        return None

    def named(self, name: str) -> Medium | None:
        """The medium of exactly this name, or the only one named in it."""
        entry = self._by_name.get(plain(name).lower().strip())
        if entry is not None:
            return _medium(0, len(name), entry)
        found = list(self.find(name, marks=True))
        return found[0] if len({f.name for f in found}) == 1 else None

    def called(self, name: str) -> Medium | None:
        """The medium that `name` and nothing else is a name of."""
        found = next(self.find(name, marks=True), None)
        return found if found is not None and (found.start, found.end) == (0, len(name)) else None

    def spoke_for(self, state: str | None, published: str | None) -> str | None:
        """`state`, or the former state that it succeeded, where the medium spoke for that when it published."""
        if state is None or published is None:
            return state
        for former in self._former:
            in_time = (former.since or "") <= published < (former.until or "")
            if former.successors[0] == state and in_time:
                return former.code
        return state


def _phrases(outlets: Iterable[Outlet]) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {}
    for outlet in outlets:
        for name in dict.fromkeys((outlet.name, *outlet.names)):
            out.setdefault(plain(name).lower(), []).append(outlet)
    return out


def _medium(start: int, end: int, entry: Outlet) -> Medium:
    return Medium(start, end, entry.name, entry.state, entry.kind, entry.date_order)


def _nearest(entries: tuple[Outlet, ...], home: str | None) -> Outlet:
    return next((e for e in entries if home and home in (e.state, e.country)), entries[0])


def _inside_brackets(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("(", "/", "[") and text[end : end + 1] in (")", "/", "]")
