"""Of which time a text tells where it names somebody: Moscow beside Khrushchev, or "in 1947", was the Soviet Union's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from dragoman.lexicon import Found, Lexicon
from dragoman.lexicon.entries import State

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TOLD_IN = re.compile(
    rf"(?:^In |\bin (?={_MONTHS})|\bon (?=\d)|\bin (?=\d{{4}}[.]?$)|^(?=[\w ]{{0,13}}\d{{4}}:))(?:\d{{1,2}} )?(?:(?:{_MONTHS}) )?(1[89]\d\d|20\d\d)\b"
)
_CENTURIES = ("18", "19", "20")
_STOP = re.compile(r"[.!?]\s")
# Before a name of the past: the text itself speaks of another time.
_LOOKS_BACK = re.compile(r"(?:\b(?:former|late|then)\s+|\b(?:ex|post|pre|anti)[- ])$", re.IGNORECASE)
# Of a text without a date: any time that is over lies before it.
_NOW = "9999"
# Kinds of names whose state is another than before.
_PLACED = frozenset({"capital", "seat", "place"})


class Times:
    """Tells of which year the names of a text are told, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        # The states before a state, the oldest first: Belgrade was Yugoslavia's before it was Serbia and Montenegro's. One
        # with a capital of its own stood beside it: Bonn was never East Germany's.
        self._before: dict[str, list[tuple[str, str]]] = {}
        former = [s for s in lexicon.all(State) if s.status == "former"]
        for state in sorted(former, key=lambda s: s.until or ""):
            for successor in state.successors[:1] if not state.capitals else ():
                self._before.setdefault(successor, []).append((state.code, state.until or ""))
        self._succeeds = {former: now for now, formers in self._before.items() for former, _ in formers}
        self._ends = {s.code: s.until for s in former if s.until}

    def ruling(self, code: str | None, day: str) -> str | None:
        """The state that ruled on a day what is now of the state `code`."""
        return next((former for former, ended in self._before.get(code or "", ()) if day[:4] < ended[:4]), code)

    def told(
        self, text: str, names: Sequence[Found], spans: Sequence[tuple[int, int]], published: str | None
    ) -> list[str | None]:
        """For each of the names of `text`, which are in order, the year of which its sentence tells; None where that is the day
        on which the text is published. `spans` are its sentences.
        """
        begins = [start for start, _ in spans]
        years = {s: y for s, e in spans if (y := _year_told(text[s:e])) and (not published or y < published[:4])}
        eras = self._eras(text, names, spans, published or _NOW)
        gone = self._only_past(names)
        last: dict[str, tuple[int, str]] = {}  # of a state and its predecessor: which was named last, and where
        out: list[str | None] = []
        for name in names:
            at = bisect_right(begins, name.start) - 1
            sentence = begins[at] if at >= 0 and name.start < spans[at][1] else -1
            year = years.get(sentence)
            if year is None and any(s.kind in _PLACED for s in name.senses):
                year = eras.get(sentence) or self._continued(text, name, last, gone)
                # The sentence before, in the same paragraph: "In 1947 they met. Moscow was not asked".
                if year is None and years and at > 0 and "\n" not in text[spans[at - 1][1] : name.start]:
                    year = years.get(begins[at - 1])
            self._remember(text, name, last)
            out.append(year)
        return out

    def _remember(self, text: str, name: Found, last: dict[str, tuple[int, str]]) -> None:
        for sense in name.senses if len(name.senses) == 1 and name.senses[0].kind in ("name", "adjective") else ():
            now = self._succeeds.get(sense.code or "", sense.code or "")
            if now in self._before and not _LOOKS_BACK.search(text[max(0, name.start - 12) : name.start]):
                last[now] = (name.end, sense.code or "")

    def _only_past(self, names: Sequence[Found]) -> set[str]:
        """The former states that a text names, where it names nothing of what came after them."""
        codes = {n.senses[0].code or "" for n in names if len(n.senses) == 1 and n.senses[0].kind in ("name", "adjective")}
        return {c for c in codes if c in self._succeeds and self._succeeds[c] not in codes}

    def _continued(self, text: str, found: Found, last: dict[str, tuple[int, str]], gone: set[str]) -> str | None:
        """The last year of the former state that the same or the sentence before named, or the text alone: "The Soviet Union ...
        Moscow".
        """
        for sense in found.senses:
            end, code = last.get(sense.code or "", (0, ""))
            if code == sense.code or code not in self._ends:
                continue
            # No further than the sentence after, however long ago it was named, where the text names what came after it.
            if code in gone or (
                len([*islice(_STOP.finditer(text, end, found.start), 2)]) < 2 and text.find("\n", end, found.start) < 0
            ):
                return str(int(self._ends[code][:4]) - 1)
        return None

    def _eras(self, text: str, names: Sequence[Found], spans: Sequence[tuple[int, int]], published: str) -> dict[int, str]:
        """Where sentences begin that tell of the past by whom they name, each with its last year: with Khrushchev or a
        Czechoslovak minister beside it, Moscow is the Soviet Union's.
        """
        out: dict[int, str] = {}
        until = 0
        for start, end in spans:
            since = bisect_right(names, start - 1, lo=until, key=_start)
            until = bisect_right(names, end - 1, lo=since, key=_start)
            inside = names[since:until]
            if not any(s.kind in _PLACED for n in inside for s in n.senses):
                continue
            ends = [self._ended(n) for n in inside if not _LOOKS_BACK.search(text[max(0, n.start - 12) : n.start])]
            past = [y for y in ends if y and y < published[:4]]
            if past and not any(y is not None and y >= published[:4] for y in ends):
                out[start] = min(past)
        return out

    def _ended(self, found: Found) -> str | None:
        """The last year of a former state or of who held an office; "9999" for who holds one; None for all other names."""
        codes = {s.code for s in found.senses}
        if len(codes) == 1 and all(s.kind in ("name", "adjective", "demonym") for s in found.senses):
            ended = self._ends.get(found.senses[0].code or "")
            return str(int(ended[:4]) - 1) if ended else None
        if all(s.kind == "holder" for s in found.senses):
            return max(s.until[:4] if s.until else "9999" for s in found.senses)
        return None


def _start(found: Found) -> int:
    return found.start


def _year_told(sentence: str) -> str | None:
    """The year that a sentence tells of, where it says so first or last or names the month: names mean what they meant then."""
    if not any(century in sentence for century in _CENTURIES):
        return None
    years = {m.group(1) for m in _TOLD_IN.finditer(sentence)}
    return years.pop() if len(years) == 1 else None
