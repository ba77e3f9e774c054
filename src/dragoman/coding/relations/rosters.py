"""Lists of the bodies that a state belongs to, a body a line: "Laos is a member of the following organisations:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.relations.tabular import row
from dragoman.language.dates import find_dates
from dragoman.lexicon.words import alternatives
from dragoman.records import Relation
from dragoman.text import Span

_OPENS = re.compile(
    r"\b(?:is|remains|being|as) (?:also )?(?:an? )?(?:full |active |founding )?(?:member|party|"
    rf"participant)s? (?:of|in|to) (?:[\w-]+ ){{0,3}}(?:following|these)\b[^\n]{{0,80}}:?[ \t]*\n|\b(?:is|"
    "remains) (?:also )?an? (?:full |active )?member of(?:,? (?:among others|inter alia|amongst others),?)?"
    rf":[ \t]*\n|\b(?:[Mm]emberships?|[Mm]ember of|[Mm]emberships? (?:in|of) [\w ]{{0,40}}organi[sz]ations)[ \t]*"
    r":?[ \t]*\n|(?:\A|\n)(?:the )?(?:international )?(?:organi[sz]ation|body|institution)s?[ \t]*[|–—:-][ \t]*"
    rf"(?:date of |year of |day of )?(?:{alternatives('membership-headings')})\b[^\n]{{0,40}}\n",
    re.IGNORECASE,
)
# "Member of: AU, UN (founding member, 1945), BRICS (from 1 January 2024)", on one line.
_INLINE = re.compile(
    r"(?:\A|\n)[\s*•·–—-]*(?:member of|memberships?(?: (?:in|of) (?:\w+ )?organi[sz]ations)?|"
    r"international organi[sz]ation (?:participation|membership)|member(?:ship)? in)\s*[:|]\s*(?=\S)",
    re.IGNORECASE,
)
# "Members: Benin, Ghana, ...", "Former member states: ...", in the facts of an organisation.
_MEMBERS = re.compile(
    r"(?:(?<=\n)|(?<=[.;] ))[*•·–—-]?\s*(?P<former>[Ff]ormer |[Pp]ast )?(?:[Cc]urrent |[Ff]ull |[Ff]ounding )?[Mm]ember(?:s| states| countries)"
    r"(?: \(\d{1,3}\))?\s*[:|]\s*(?:[Tt]he )?(?=\S)"
)
_NEXT = re.compile(r"\s*(?:[,;|]|\band\b)\s*(?:and )?(?:[Tt]he )?")
_SINCE = re.compile(
    r"\s*\((?:[A-Z][\w-]{1,14}[,;] )?(?:(?:founding |full |original )?member,? )?(?:since |from |joined )?(?:in |on )?"
    r"(?P<rest>[^()]*)\)"
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
    if scene.discourse.body is not None:
        yield from _members(scene, scene.discourse.body)
    if own is None:
        return
    for opening in _INLINE.finditer(text):
        yield from _inline(scene, own, opening.end())
    for opening in _OPENS.finditer(text):
        at = opening.end()
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if end - at > _LONGEST or text[at:end].rstrip().endswith((".", ":")):
                break
            found = _row(scene, own, at, end)
            if found is not None:
                yield found
            at = end + 1


def _members(scene: Scene, body: str) -> Iterator[Relation]:
    """The states of a line such as "Members: Chad, Mali (since 1977)." in a text on an organisation."""
    text = scene.document.text
    for opening in _MEMBERS.finditer(text):
        at = opening.end()
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        while at < end:
            state = next((m for m in scene.within(at, end) if m.start == at), None)
            if (
                state is None
                or state.kind not in ("name", "alias")
                or state.code not in scene.knowledge.states
                or not state.code
            ):
                break
            bracket = _SINCE.match(text, state.end, end)
            since = _since(scene, bracket.start("rest"), bracket.end("rest")) if bracket is not None else None
            stop = bracket.end() if bracket is not None else state.end
            status = "ended" if opening["former"] else "asserted"
            yield row(scene, "membership", (state.code, body), Span(at, stop), since, status=status)
            following = _NEXT.match(text, stop, end)
            if following is None:
                break
            at = following.end()


def _inline(scene: Scene, own: str, at: int) -> Iterator[Relation]:
    """The bodies of a line, each with the date in the brackets behind it; what is no body and no date ends the list."""
    text = scene.document.text
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    while at < end:
        body = next((m for m in scene.within(at, end) if m.start == at), None)
        if body is None or not body.code or body.kind not in ("organisation", "alias"):
            return
        bracket = _SINCE.match(text, body.end, end)
        since = _since(scene, bracket.start("rest"), bracket.end("rest")) if bracket is not None else None
        stop = bracket.end() if bracket is not None else body.end
        yield row(scene, "membership", (own, body.code), Span(at, stop), since)
        following = _NEXT.match(text, stop, end)
        if following is None:
            return
        at = following.end()


def _since(scene: Scene, start: int, end: int) -> str | None:
    dates = find_dates(scene.document.text, start, end, scene.document.published)
    year = _YEAR.match(scene.document.text, start, end)
    return dates[0].date if dates else year[1] if year else None


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
        since = _since(scene, after.start("rest"), end)
        if since is None:
            return None
    return row(scene, "membership", (own, body.code), Span(begin, end), since)
