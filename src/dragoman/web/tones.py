"""The tone of a state towards others and of others towards it: means of the scores of what was done or said.

Counts by pair and type are kept by the archive; each event counts with the score of its type, whatever its mode.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dragoman.archive import Archive
from dragoman.lexicon.ontology import event_types
from dragoman.web.charts.tone import Tone

FROM, TOWARDS, BOTH = "from", "towards", "both"
WAYS = (FROM, TOWARDS, BOTH)


def tones(archive: Archive, code: str, way: str) -> Mapping[str, Tone]:
    """Actual events between `code` and each other actor: those `from` it, those `towards` it, or `both`."""
    return archive.keep(("tones", code, way), lambda: _tones(archive, code, way))


def _tones(archive: Archive, code: str, way: str) -> Mapping[str, Tone]:
    column = {FROM: "sent", TOWARDS: "received", BOTH: "n"}[way]
    sql = f"SELECT other, event, {column} FROM partners WHERE code = ? AND modality = 'actual' AND {column} > 0"
    score, events = defaultdict[str, float](float), defaultdict[str, int](int)
    for other, event, n in archive.select(sql, (code,)):
        if event in event_types():
            score[other] += event_types()[event].score * n
            events[other] += n
    return {other: Tone(score[other] / n, n) for other, n in sorted(events.items())}


def states(archive: Archive) -> dict[str, int]:
    """Every actor of the events and how many it takes part in, the most frequent first."""
    sql = "SELECT code, events FROM state_documents WHERE events > 0 ORDER BY events DESC, code"
    return archive.keep("states", lambda: dict(archive.select(sql)))
