"""Lists of the bodies that a state belongs to, a body a line: "Laos is a member of the following organisations:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.scene import Scene
from dragoman.language.dates import find_dates
from dragoman.records import Relation

_OPENS = re.compile(
    r"\b(?:is|remains|being|as) (?:also )?(?:an? )?(?:full |active |founding )?(?:member|party|participant)s? (?:of|in|to) "
    r"(?:[\w-]+ ){0,3}(?:following|these)\b[^\n]{0,80}:?[ \t]*\n"
    r"|\b(?:[Mm]emberships?|[Mm]ember of|[Mm]emberships? in [\w ]{0,40}organi[sz]ations)[ \t]*:?[ \t]*\n"
)
_BULLET = re.compile(r"[\s*•·–—-]*(?:\d{1,3}[.)]\s+)?(?:the )?", re.IGNORECASE)
# Behind the name: an abbreviation, and since when.
_AFTER = re.compile(
    r"(?:\s*\([A-Z][\w-]{1,14}\))?\s*(?:[,(–—:|-]\s*(?:(?:member )?since|from|joined(?: in| on)?)?\s*(?P<rest>.*))?"
)
_YEAR = re.compile(r"((?:18|19|20)\d\d)\)?\.?")
# A line of such a list is no longer than this.
_LONGEST = 120
# So far into its line a name may begin ("La Francophonie").
_ARTICLE = 4


def rows(scene: Scene) -> Iterator[Relation]:
    """Memberships of the state that a text is by or about, from its lists of bodies."""
    own = scene.document.speaker_state or scene.discourse.home
    text = scene.document.text
    if own is None:
        return
    for opening in _OPENS.finditer(text):
        at = opening.end()
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - at > _LONGEST or text[at:end].rstrip().endswith((".", ":")):
                break
            row = _row(scene, own, at, end)
            if row is not None:
                yield row
            at = end + 1


def _row(scene: Scene, own: str, start: int, end: int) -> Relation | None:
    text = scene.document.text
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    body = next(iter(scene.within(begin, min(begin + _ARTICLE, end))), None)
    if body is None or not body.code or body.kind not in ("organisation", "alias"):
        return None
    after = _AFTER.fullmatch(text, body.end, end)
    if after is None:
        return None
    since = None
    if after["rest"]:
        dates = find_dates(text, after.start("rest"), end, scene.document.published)
        year = _YEAR.match(text, after.start("rest"), end)
        since = dates[0].date if dates else year[1] if year else None
        if since is None:
            return None
    return Relation(
        document_id=scene.document.document_id, start=begin, end=end, reported_by=scene.base(begin), kind="membership",
        status="asserted", a=own, b=body.code, since=since, until=None,
    )  # fmt: skip
