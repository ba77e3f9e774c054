"""The tone of a state towards others and of others towards it: means of the scores of what was done or said.

Counts by pair and type are kept by the archive; each event counts with the score of its type, whatever its mode.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dragoman.archive import Archive
from dragoman.lexicon.ontology import event_types
from dragoman.web.charts.tone import Tone
from dragoman.web.remembered import remembered

FROM, TOWARDS, BOTH = "from", "towards", "both"
WAYS = (FROM, TOWARDS, BOTH)


def tones(archive: Archive, code: str, way: str) -> Mapping[str, Tone]:
    """Actual events between `code` and each other actor: those `from` it, those `towards` it, or `both`."""
    return remembered(archive, ("tones", code, way), lambda: _tones(archive, code, way))


def _tones(archive: Archive, code: str, way: str) -> Mapping[str, Tone]:
    # Each pair stands once, the smaller code first: `forward` is from the smaller to the larger.
    sql = (
        "SELECT b, event, sum(forward), sum(back), sum(n) FROM pair_years WHERE a = ?1 AND modality = 'actual' GROUP BY 1, 2 "
        "UNION ALL "
        "SELECT a, event, sum(back), sum(forward), sum(n) FROM pair_years WHERE b = ?1 AND modality = 'actual' GROUP BY 1, 2"
    )
    column = {FROM: 0, TOWARDS: 1, BOTH: 2}[way]
    score, events = defaultdict[str, float](float), defaultdict[str, int](int)
    for other, event, *counts in archive.select(sql, (code,)):
        if event in event_types() and counts[column]:
            score[other] += event_types()[event].score * counts[column]
            events[other] += counts[column]
    return {other: Tone(score[other] / n, n) for other, n in sorted(events.items())}


def states(archive: Archive) -> dict[str, int]:
    """Every actor of the events and how many it takes part in, the most frequent first."""
    sql = "SELECT code, sum(n) FROM state_years GROUP BY code ORDER BY 2 DESC, 1"
    return remembered(archive, "states", lambda: dict(archive.select(sql)))
