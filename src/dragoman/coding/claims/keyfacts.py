"""Lines of a box of facts: "Population: 30 million (2023)", "Diplomatic missions abroad: 44 embassies and 15 consulates"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.coding.claims.assertions import finds_of
from dragoman.coding.claims.units import unit_behind
from dragoman.coding.document.scene import Scene
from dragoman.language.dates import find_dates
from dragoman.language.figures import Figure, find_figures
from dragoman.lexicon.words import alternatives
from dragoman.records import Claim
from dragoman.records.base import Record
from dragoman.text import Span

_LINE = re.compile(
    r"^[\s*•·–—-]*(?P<label>[A-Z][^:|.!?\n]{2,70}?)\s*[:|]\s*(?P<value>(?:US|AU?|CA?|NZ)?[$€£¥]?[\w~<>][^:|\n]{0,110})$",
    re.MULTILINE,
)
# What such lines have besides numbers: provisions, dates of foundation, addresses.
_OTHER = re.compile(
    rf"\b(?:{alternatives('labels-of-other-facts')})\b",
    re.IGNORECASE,
)
_BOXED = re.compile(rf"\b(?:{alternatives('headings-of-fact-boxes')})\b", re.IGNORECASE)
# "Pevnostní 9, Prague 6".
_ADDRESS = re.compile(r"(?:[^\W\d_a-z][\w.'’-]* ){1,4}\d{1,4}[a-z]?, (?:[^\W\d_a-z]|\d{4,5} )")
# How far back that heading is looked for, and how long it is at most, in characters.
_BOX, _HEADING = 900, 60
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_WORD = re.compile(r"[a-z]+")
_ASIDE = re.compile(r"\([^()]*\)|,.*$")
# A number that tells a fact stands so near the begin of the value, in characters.
_REACH = 24


def rows(scene: Scene, told: Sequence[Record]) -> Iterator[Claim]:
    """The quantities that boxes of facts tell of the state that a text is by or about, but for those `told` of already."""
    own = scene.document.speaker_state or scene.discourse.home
    text = scene.document.text
    if own is None or not (":" in text or "|" in text):
        return
    starts = sorted(claim.start for claim in told)
    for line in _LINE.finditer(text):
        if _OTHER.search(line["label"]) or line["value"].rstrip().endswith((".", "?", "!", ";")):
            continue
        if _ADDRESS.match(line["value"]):
            continue
        start, end = line.span("value")
        if bisect_left(starts, line.start()) < bisect_left(starts, end):
            continue
        years = [m[1] for m in (*_YEAR.finditer(line["label"]), *_YEAR.finditer(text, start, end))]
        days = find_dates(text, *line.span(), None) if len(years) == 1 else []
        as_of = days[0].date if len(days) == 1 and not days[0].date_end else years[0] if len(set(years)) == 1 else None
        figures = [f for f in find_figures(text, start, end) if f.value is not None and not _is_year(text, f)]
        for i, figure in enumerate(figures):
            unit, stop = unit_behind(scene.knowledge.lexicon, text, figure, end)
            behind = next((m for a, m in _plain(scene, stop, end) if a <= stop + 1), None)
            named = _plain(scene, *line.span("label"))
            if i and behind is None:
                break  # "21.6 per cent of GDP, 3 points more than in 2020"
            if figure.start - start > _REACH and behind is None:
                break
            measure = behind if behind is not None else named[0][1] if named else None
            if measure is None and (unit is not None or _is_boxed(text, line.start())):
                measure = _kebab(line["label"])
            if measure is not None:
                yield _claim(scene, own, measure, figure, unit, Span(*line.span()), as_of)


def _plain(scene: Scene, start: int, end: int) -> list[tuple[int, str]]:
    """The measures that words in [start, end) name by themselves, with where they begin."""
    found = (
        (at, next((e.id for e in entries if not e.needs), None)) for at, _, entries in finds_of(scene).measured(start, end)
    )
    return [(at, name) for at, name in found if name is not None]


def _is_boxed(text: str, start: int) -> bool:
    """Whether the heading over a line says that facts or figures follow."""
    for line in reversed(text[max(0, start - _BOX) : start].split("\n")):
        if line.strip() and ":" not in line and "|" not in line:
            return len(line) < _HEADING and _BOXED.search(line) is not None
    return False


def _is_year(text: str, figure: Figure) -> bool:
    return _YEAR.fullmatch(text, figure.number_start, figure.number_end) is not None


def _kebab(label: str) -> str | None:
    words = _WORD.findall(_ASIDE.sub("", label).lower().replace("-", " ").removeprefix("number of "))
    return "-".join(words) if 0 < len(words) < 8 else None


def _claim(scene: Scene, own: str, measure: str, figure: Figure, unit: str | None, span: Span, as_of: str | None) -> Claim:
    said = scene.base(span.start)
    return Claim(
        document_id=scene.document.document_id, start=span.start, end=span.end, reported_by=said,
        claimed_by=said[-1] if said else None, kind="quantity", subject=own, measure=measure, comparator=figure.comparator,
        value=figure.value, unit=unit, as_of=as_of,
        statement=scene.document.text[span.start : span.end].strip(),
    )  # fmt: skip
