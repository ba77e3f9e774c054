"""All instruments of a document in order, with what "the Charter", "its constitution" and abbreviations stand for."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.coding.instruments.allusions import anaphors, dated_instruments, general_instruments
from dragoman.coding.instruments.named import Instrument, Surroundings, charters, listed_instruments, named_instruments
from dragoman.coding.instruments.numbered import numbered_acts
from dragoman.coding.instruments.resolutions import find_resolutions
from dragoman.coding.instruments.windows import Windows
from dragoman.language.headlines import is_title_case
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Instrument as Entry
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene

_BODIES = ("UN-SC", "UN-GA", "UN-HRC")
# What has articles.
ARTICLED = word_class("named-again")
_DETERMINER = re.compile(r"\b(its|their|our)\s+$", re.IGNORECASE)
# How far into a sentence the state may stand whose constitution it goes on to, in characters.
_OPENING = 30
_UNITED = frozenset({"UN", "UN-SC", "UN-GA", "UN-SG"})


def instruments_of(scene: Scene, around: Surroundings, windows: Windows, floors: Sequence[int]) -> list[Instrument]:
    """Every instrument that the text names, in order. `windows` are the sentences that may name one, `floors` the ends of
    provisions.
    """
    return _resolved(scene, around, _instruments(scene, around, windows, floors))


def _instruments(scene: Scene, around: Surroundings, windows: Windows, floors: Sequence[int]) -> list[tuple[Instrument, str]]:
    """All instruments, surer ways of finding them first; what overlaps an earlier find is left out."""
    text, lexicon = scene.document.text, scene.knowledge.lexicon
    titles = [(a, b) for a, b in windows if b - a < 240 and is_title_case(text[a:b])]

    def body_at(offset: int) -> str | None:
        """The body named close before; else the Council, whose numbers alone need no session."""
        before = [m.code for m in around.between(offset - 150, offset) if m.code in _BODIES]
        if before:
            return before[-1]
        if around.all_codes & {"UN", "UN-SC", "UN-SG"}:
            return "UN-SC"
        return next((b for b in _BODIES if b in around.all_codes), None)

    resolutions = [
        Instrument(r.start, r.end, r.id, r.phrase, "resolution") for r in find_resolutions(text, windows, body_at, lexicon)
    ]
    plain: list[Iterable[Instrument]] = [
        listed_instruments(text, around, lexicon),
        resolutions,
        numbered_acts(text, windows),
        charters(text, windows, around),
        dated_instruments(text, windows, around, lexicon),
        named_instruments(text, windows, around, floors, titles),
    ]  # fmt: skip
    out: list[tuple[Instrument, str]] = []
    taken: list[tuple[int, int]] = []
    for finds in plain:
        for instrument in finds:
            _add(out, taken, instrument, "")
    for instrument, determiner in anaphors(text, windows):
        _add(out, taken, instrument, determiner)
    for instrument in general_instruments(text, windows):
        _add(out, taken, instrument, "")
    return sorted(out, key=lambda pair: pair[0].start)


def _add(out: list[tuple[Instrument, str]], taken: list[tuple[int, int]], instrument: Instrument, determiner: str) -> None:
    at = bisect.bisect_left(taken, (instrument.start, instrument.end))
    if any(a < instrument.end and instrument.start < b for a, b in taken[max(0, at - 1) : at + 1]):
        return
    taken.insert(at, (instrument.start, instrument.end))
    out.append((instrument, determiner))


def _resolved(scene: Scene, around: Surroundings, found: Sequence[tuple[Instrument, str]]) -> list[Instrument]:
    """Instruments with what "the Charter", "its constitution" and abbreviations stand for."""
    out: list[Instrument] = []
    last: dict[str, Instrument] = {}
    titled: dict[str, Instrument] = {}  # a text about one instrument means that by "the treaty" throughout
    line = scene.document.text.find("\n")
    united = any((i.id or "").startswith("UN") for i, _ in found)
    of = _names_of(scene.knowledge.lexicon)
    titles = [(name, known) for known in sorted({i.id for i, _ in found if i.id}) for name in of.get(known, ())]
    for instrument, determiner in found:
        here = instrument
        if here.id is None and not here.general and " " in here.text:
            here = replace(here, id=_shortened(here.text, titles))
        if here.kind == "constitution" and here.id is None:
            owned = _DETERMINER.search(scene.document.text, max(0, here.start - 8), here.start)
            determiner = owned.group(1).lower() if owned is not None else determiner
            here = replace(here, id=_constitution(scene, around, here, determiner, last.get("constitution")))
        elif determiner:
            antecedent = (titled.get(here.kind) if determiner == "the" else None) or last.get(here.kind)
            if antecedent is not None:
                here = replace(here, id=antecedent.id, text=antecedent.text if here.text[0].islower() else here.text)
            elif here.kind == "statute" and "ICJ" in around.all_codes and "ICC" not in around.all_codes:
                here = replace(here, id="ICJ-STATUTE")
            elif here.kind == "charter" and (around.all_codes & _UNITED or united):
                here = replace(here, id="UN-CHARTER")
            elif determiner in ("the", "this"):
                here = replace(here, id=_founding(scene, around, here.kind))
        elif out and here.id is not None and here.id == out[-1].id and _is_abbreviation(scene.document.text, out[-1], here):
            continue
        if not here.general or here.kind == "constitution":
            for word in {here.kind, *(w for w in re.findall(r"[a-zé]+", here.text.lower()) if w in ARTICLED)}:
                last[word] = here
                if here.end <= line and here.id is not None:
                    titled[word] = here
        out.append(here)
    return out


def _founding(scene: Scene, around: Surroundings, kind: str) -> str | None:
    """The instrument that founded the organisation named in the text's title, where that is of this kind."""
    line = scene.document.text.find("\n")
    titled = {m.code for m in around.between(0, max(line, 0))}
    fitting = [
        e.id for e in scene.knowledge.lexicon.all(Entry) if e.founds in titled and e.kind == kind and e.founds is not None
    ]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=2)
def _names_of(lexicon: Lexicon) -> dict[str, list[str]]:
    """All names of each instrument, by its id."""
    out: dict[str, list[str]] = {}
    for entry in lexicon.all(Entry):
        out.setdefault(entry.id, []).extend((entry.name, *entry.names))
    return out


def _shortened(words: str, titles: list[tuple[str, str]]) -> str | None:
    """The instrument whose title in the same text "the Basic Agreement" or "the Treaty of Peace" cuts short."""
    fitting = {i for name, i in titles if name.endswith(" " + words) or name.startswith(words + " ")}
    return fitting.pop() if len(fitting) == 1 else None


def _is_abbreviation(text: str, before: Instrument, here: Instrument) -> bool:
    return re.fullmatch(r"\s*\(\s*(?:the\s+)?[\"“]?", text[before.end : here.start]) is not None


def _state_of_sentence(scene: Scene, around: Surroundings, offset: int) -> str | None:
    """The one state that the sentence of `offset` opens with: "In Germany, under Article 59 of the Basic Law"."""
    at = bisect.bisect_right(scene.spans, (offset, 1 << 60)) - 1
    begin = scene.spans[at][0] if at >= 0 else offset
    named = {m.code for m in around.between(begin, min(offset, begin + _OPENING)) if m.code in around.states}
    opens = re.match(r"(?:In|Under|For)\s", scene.document.text[begin : begin + 8]) is not None
    return named.pop() if opens and len(named) == 1 else None


def _subject_ahead(scene: Scene, around: Surroundings, here: Instrument) -> str | None:
    """ "Under Article 3 of its Constitution, Chad ...": the state behind the comma, where the sentence opens so."""
    at = bisect.bisect_right(scene.spans, (here.start, 1 << 60)) - 1
    begin, end = scene.spans[at][:2] if at >= 0 else (here.start, here.end)
    if scene.document.text[here.end : here.end + 1] != "," or any(
        m.code in around.states for m in around.between(begin, here.start)
    ):
        return None
    return next((m.code for m in around.between(here.end, min(end, here.end + 60)) if m.code in around.states), None)


def _constitution(scene: Scene, around: Surroundings, here: Instrument, determiner: str, last: Instrument | None) -> str | None:
    """Whose constitution it is: of "its" the last state named; else the last one named, the speaker's, the title's."""
    if determiner in ("its", "their"):
        if (ahead := _subject_ahead(scene, around, here)) is not None:
            return f"{ahead}-CONSTITUTION"
        near = [m.code for m in around.between(here.start - 300, here.start) if m.code in around.states and m.kind != "place"]
        if near:
            return f"{near[-1]}-CONSTITUTION"
    speaker = scene.speaker(here.start)
    if determiner == "our" and speaker:
        return f"{speaker}-CONSTITUTION"
    opening = _state_of_sentence(scene, around, here.start)
    if last is not None and last.id is not None:
        return last.id if opening is None else f"{opening}-CONSTITUTION"
    begin = scene.document.text.rfind("\n", 0, here.start) + 1
    at = bisect.bisect_right(scene.spans, (here.start, 1 << 60)) - 1
    begin = max(begin, scene.spans[at][0]) if at >= 0 else begin
    before = {m.code for m in around.between(begin - 250, begin) if m.code in around.states and m.kind != "place"}
    first = next((m.code for m in around.between(begin, here.start) if m.code in around.states and m.kind != "place"), None)
    told_of = speaker or scene.discourse.home  # an article on one state's relations speaks of its constitution
    dated = next(iter(scene.dated_from), None)  # and news from its capital, where no other is named
    state = told_of or first or dated or (before.pop() if len(before) == 1 else around.protagonist(scene.document.text))
    return f"{state}-CONSTITUTION" if state else None
