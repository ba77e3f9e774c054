"""The `actors` table: every mention of somebody who can act, role phrases, and words that mean the speaker or two parties."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from dragoman.coding.document.scene import Scene
from dragoman.coding.names.mentions import OF_PERSONS, PLACED, Mention, RoleMention
from dragoman.coding.names.persons import status_of
from dragoman.coding.sentence.phrasing import pair_in
from dragoman.coding.who.principals import HELD_AT
from dragoman.lexicon.words import alternatives, word_class
from dragoman.records import Actor

_FROM = {
    "adjective": "demonym", "seat": "capital", "holder": "office", "person": "name", "alias": "name",
    "organisation": "name", "collective": "name", "body": "name",
}  # fmt: skip
_SCARE = re.compile(r"[\"“”«]\s*$|(?:so-called|self-styled)\s+[\"“]?$")
# Names beside which a role is one of theirs: "Chinese ministry", "China's former envoy", "ministry of the Republic of Chad".
_NAMES = frozenset({"name", "demonym", "adjective", "deixis"})
_FORMER = re.compile(r"(?:former|ex)[\s-]", re.IGNORECASE)
# Between an office and its holder.
_NEAR_HOLDER = 60
_OFFICE_NAME = re.compile(r"(?:-elect|-designate)?(?: of (?:the )?[A-Z][\w ]{2,30})?,? ")
_NAME_OFFICE = re.compile(
    r",? (?:who )?(?:(?:was|had been|served as) )?(?:then |the |a )?(?:former |ex-)?(?:\w+(?:['’]s)? ){0,2}"
)
# Behind which an office is no longer held, and before which it is not held yet.
_WAS = re.compile(r"\b(?:former|ex|one-time|erstwhile)[\s-]+(?:[A-Z][\w.]*\s+)?$", re.IGNORECASE)
_TO_BE = re.compile(r"[\s-]+(?:designate|elect)\b")
_OWNED = re.compile(rf"(?:['’]s)?\s+(?:(?:{alternatives('before-an-office')})[\s-]+)*")
_OWNER = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_POST = "secretary-general"
# "Ann Dow, once an envoy, recently became ambassador": between a name and the office that it is said to hold.
_BECAME = re.compile(
    r"(?:, [^,.;]{3,80},)?(?: (?:has|had|recently|then|also|later|since))*"
    r" (?:became|becomes|become|is|was|(?:is|was|been) (?:named|appointed|elected)(?: as)?)(?: (?:the|an?|its|their|new))* "
)
_IS = re.compile(r"\b(?:became|becomes|become|is|was|named|appointed|elected)(?: (?:as|the|an?|its|their|new))* $")
# "The president of Chad, the speaker, and the chief justice": between offices that are told one after another.
_LISTED = re.compile(r"(?: (?:of|for) (?:the )?[A-Z][\w ]{2,30})?,(?: and)? the ")
_BESIDE = re.compile(r"\s+(?:[Cc]omrade |(?:Mr|Mrs|Ms|Dr)\.? )?")
_APART = re.compile(r",\s+(?:the\s+|an?\s+)?")
# Words that say what something is like more often than who somebody is, and what may follow where they do not.
_DESCRIBING = word_class("described-as")
_NEXT = re.compile(r"-\w|\s+([a-z][\w'’-]*)")
_GOES_ON = word_class("after-a-country")
_PICKED = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_MINE = re.compile(r"\b[Mm]y\s+$")
_COUNTRY = re.compile(r"\b[Tt]he (?:country|nation)(?=['’]s\b|\s+(?!of\b|that\b|which\b|whose\b|where\b|with\b|most\b|in\b))")
_HOME = re.compile(r"\b(?:the (?:country|nation|state)|the Republic)['’]s\s+$", re.IGNORECASE)
# One person who speaks for a state; no number of a king or a chapter, which stands behind a name.
_SELF = re.compile(
    r"(?<![\w.'’-])(?:I(?=\s+(?!(?:of|and|to|in|was|is|on|or)\b)[a-z]|['’][a-z])|[Mm]y|[Mm]e|[Mm]yself)(?![\w-])"
)
_NAMED = re.compile(r"(?<![.!?:;,\n\"“”] )(?<!^)\b[A-Z][\w'’-]*\s+$")
# "The party and government of Laos": two that are told as one.
_PARTY_AND = re.compile(r"[Pp]arty(?= and )")
_REACH = 60


def code(scene: Scene) -> Iterator[Actor]:
    """Mentions in text order, then roles, then pronouns and pairs; places are where things happen and no actors."""
    for mention in scene.mentions:
        if mention.kind != "place":
            yield _actor(scene, mention)
    taken, last, whose = {m.start for m in scene.mentions}, 0, None
    for role in scene.roles:
        if role.careful or role.start in taken or _within_deixis(scene, role) or scene.is_of_name(role):
            continue
        if not _describes(scene, role):
            listed = role.office is not None and whose and _LISTED.fullmatch(scene.document.text, last, role.start)
            principal = _principal(scene, role) or (whose if listed else None)
            last, whose = role.end, principal if role.office is not None else None
            yield _plain(scene, role.start, role.end, principal, "office", sector=role.sector, office=role.office)
            party = _PARTY_AND.match(scene.document.text, role.start, role.end)
            if party is not None and role.office == "government":
                yield _plain(scene, *party.span(), principal, "office", sector="PTY")
    yield from _speakers(scene)
    yield from _pairs(scene)
    if scene.discourse.about is not None:
        for match in _COUNTRY.finditer(scene.document.text):
            yield _plain(scene, *match.span(), scene.discourse.about, "deixis")


def _describes(scene: Scene, role: RoleMention) -> bool:
    """Whether a word only says what something is like: "official visit", "six-party talks", "expressed strong opposition"."""
    text = scene.document.text
    if text[role.start - 1 : role.start] == "-" and text[max(0, role.start - 3) : role.start].lower() != "ex-":
        return True
    word = text[role.start : role.end].lower()
    if word.removeprefix("the ") not in _DESCRIBING:
        return False
    following = _NEXT.match(text, role.end)
    if following is not None and not (following[1] or "").endswith("ed") and following[1] not in _GOES_ON:
        return True
    picked = word.startswith("the ") or _PICKED.search(text, max(0, role.start - 5), role.start) is not None
    return not picked and _principal(scene, role) is None


def _within_deixis(scene: Scene, role: RoleMention) -> bool:
    """ "Our government", which is a row as a whole."""
    return any(m.kind == "deixis" and m.start <= role.start and role.end <= m.end for m in scene.within(role.start, role.end))


def _principal(scene: Scene, role: RoleMention) -> str | None:
    """Whose a role is by the name right before it or behind "of": nobody's where it has none."""
    if role.office in HELD_AT:
        return HELD_AT[role.office]
    text, named = scene.document.text, [m for m in scene.within(role.start - _REACH, role.end + _REACH) if m.code]
    within = next((m for m in named if role.start < m.start and m.end <= role.end), None)
    if within is not None and _OWNER.search(text[role.start : within.start]):
        return within.code  # "the cabinet of Chad", as one office
    persons = [m for m in named if m.kind in OF_PERSONS]
    holder = next((m for m in persons if _is_held_by(text, role, m)), None) or _new_holder(scene, role)
    if holder is not None:
        return holder.code
    before = next((m for m in reversed(named) if m.end <= role.start and m.kind in _NAMES), None)
    if before is not None and _OWNED.fullmatch(text, before.end, role.start):
        return before.code
    after = next((m for m in named if m.start >= role.end and m.kind in _NAMES | PLACED), None)
    if after is not None and _OWNER.fullmatch(text, role.end, after.start):
        return after.code
    if _MINE.search(text, max(0, role.start - 4), role.start):
        return scene.speaker(role.start)
    return scene.discourse.about if _HOME.search(text, max(0, role.start - _REACH), role.start) else None


def _new_holder(scene: Scene, role: RoleMention) -> Mention | None:
    """Who is said to be or to have become what an office is."""
    text = scene.document.text
    if role.office is None or _IS.search(text, max(0, role.start - 30), role.start) is None:
        return None
    near = (m for m in scene.within(role.start - 2 * _REACH, role.start) if m.kind in OF_PERSONS)
    return next((m for m in near if _BECAME.fullmatch(text, m.end, role.start)), None)


def _is_held_by(text: str, role: RoleMention, person: Mention) -> bool:
    """ "Prime Minister Ann Dow", "Ann Dow, the prime minister": who is named beside an office holds it."""
    if role.office is None:
        return False
    if person.start >= role.end:
        return _BESIDE.fullmatch(text, role.end, person.start) is not None
    return person.office == role.office and _APART.fullmatch(text, person.end, role.start) is not None


def _speakers(scene: Scene) -> Iterator[Actor]:
    """ "I" and "my" of somebody who speaks for a state; of one who is quoted within, nobody knows here."""
    text = scene.document.text
    if not scene.voices and not scene.document.speaker_state:
        return
    for match in _SELF.finditer(text):
        start, end = match.span()
        speaker = scene.speaker(start)
        if speaker is None or _NAMED.search(text, max(0, start - _REACH), start) or _is_quoted(scene, start):
            continue
        yield _plain(scene, start, end, speaker, "pronoun")


def _is_quoted(scene: Scene, offset: int) -> bool:
    """Whether words stand in quotation marks of a passage that is no quotation itself."""
    at = bisect.bisect_right(scene.quotes, offset, key=lambda q: q.start) - 1
    return at >= 0 and offset < scene.quotes[at].end


def _pairs(scene: Scene) -> Iterator[Actor]:
    """ "The two countries", "both sides", "our peoples": a row for each of the two that are meant, where both are known."""
    text = scene.document.text
    for pattern, entry in scene.knowledge.deixis:
        if entry.means != "pair":
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(m.kind != "deixis" for m in scene.within(start, end)):
                continue
            both = pair_in(scene, start)
            for each in both if len(both) == 2 else ():
                yield _plain(scene, start, end, each, "deixis")


def _plain(
    scene: Scene, start: int, end: int, principal: str | None, resolved: str,
    *, sector: str | None = None, office: str | None = None,
) -> Actor:  # fmt: skip
    return Actor(
        document_id=scene.document.document_id, start=start, end=end, reported_by=scene.base(start),
        text=scene.document.text[start:end], code=principal, sector=sector, office=office,
        office_status=_status(scene.document.text, start, end) if office or sector else None,
        scare_quoted=_is_scared(scene, start), resolved_from=resolved,
    )  # fmt: skip


def _status(text: str, start: int, end: int) -> str | None:
    """Whether an office is told as left ("the former premier") or as still to come ("the ambassador-designate")."""
    if _FORMER.match(text, start, end) or _WAS.search(text, max(0, start - 24), start):
        return "former"
    return "designate" if _TO_BE.match(text, end) or _TO_BE.search(text, start, end) else None


def _is_scared(scene: Scene, start: int) -> bool:
    return bool(_SCARE.search(scene.document.text[max(0, start - 16) : start]))


def _actor(scene: Scene, mention: Mention) -> Actor:
    sector = mention.sector
    if mention.kind == "deixis" and sector is None:
        sector = next((r.sector for r in scene.roles_within(mention.start, mention.end)), None)
    resolved = "pronoun" if mention.kind == "deixis" and " " not in mention.text and mention.text.islower() else mention.kind
    return Actor(
        document_id=scene.document.document_id,
        start=mention.start,
        end=mention.end,
        reported_by=scene.base(mention.start),
        text=mention.text,
        code=mention.code,
        sector=sector,
        name=mention.name,
        office=mention.office or (_POST if _is_post(mention) else None),
        office_status=mention.status
        or _told_status(scene, mention)
        or (_status(scene.document.text, mention.start, mention.end) if _is_post(mention) else None),
        scare_quoted=_is_scared(scene, mention.start),
        resolved_from=_FROM.get(resolved, resolved),
    )


def _told_status(scene: Scene, mention: Mention) -> str | None:
    """Whether the words beside a known holder tell an office as left or to come: "a former president of Chad, Ana Dow"."""
    text = scene.document.text
    if mention.kind != "holder":
        return None
    for role in scene.roles_within(max(0, mention.start - _NEAR_HOLDER), mention.end + _NEAR_HOLDER):
        before = role.end <= mention.start and _OFFICE_NAME.fullmatch(text, role.end, mention.start)
        after = role.start >= mention.end and _NAME_OFFICE.fullmatch(text, mention.end, role.start)
        if (before or after) and (told := status_of(text, role, mention.start)) != "current":
            return told
    return None


def _is_post(mention: Mention) -> bool:
    """Whether a name is that of an office which one person holds after another: the Secretary-General."""
    return mention.code is not None and mention.code.endswith("-SG")
