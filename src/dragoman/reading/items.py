"""Items of a page understood one by one: kind, speaker, turns and date, from their fronts and texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.lexicon.words import word_class
from dragoman.reading.bodies import home_of, partner_of, seat_of
from dragoman.reading.eaves import house_at_edge
from dragoman.reading.front import Front
from dragoman.reading.genres import has_articles
from dragoman.reading.heads import Head
from dragoman.reading.letters import SALUTATION
from dragoman.reading.lines import plain
from dragoman.reading.occasions import audience_of
from dragoman.reading.outlets import Medium
from dragoman.reading.parts import Hints
from dragoman.reading.passages import Words
from dragoman.reading.published import Clues, Dating, dating, order_of
from dragoman.reading.replies import reply_of
from dragoman.reading.rules import Rules
from dragoman.reading.sheet import Sheet, sheet_of
from dragoman.reading.signs import Signed
from dragoman.reading.telling import Speaker, Telling
from dragoman.reading.turns import Turn, turns_of
from dragoman.records.document import KINDS

_NOTE = re.compile(r"(?<=[\w.,;:!?\"')\]%])\s?\[(?:\d{1,3}|note \d{1,2}|citation needed)\]")
_ENCYCLOPEDIC = re.compile(r"encyclop|wikipedia", re.IGNORECASE)
_INTERVIEW = Signed(
    re.compile(
        r"\binterview|\bq ?& ?a\b|questions and answers|\b(?:conversation|dialogue) with\b|"
        r"\banswer(?:ed|s) (?:the |our )?questions\b",
        re.IGNORECASE,
    ),
    ("interview", "&", "questions and answers", "answer", "conversation", "dialogue"),
)
_SIGNED = Signed(
    re.compile(
        r"\b(?:sincerely|respectfully|faithfully|accept,? (?:your )?excellency|\(signed\)|signed|assurances of "
        r"my highest)\b",
        re.IGNORECASE,
    ),
    ("sincerely", "respectfully", "faithfully", "excellency", "signed", "assurances of"),
)
_SEATS = word_class("seats-of-organisations")
_CODE = re.compile(r"[A-Z]{2,3}(?:-[A-Z-]+)?")


@dataclass(frozen=True, slots=True)
class Page:
    """What the items of a page share: its hints, its medium, the dates over them, and whether it lists other stories."""

    hints: Hints
    head: Head = field(default_factory=Head)
    medium: Medium | None = None
    listed: bool = False
    several: bool = False
    order: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An item understood, short of its number in the file."""

    sheet: Sheet
    kind: str
    speaker: Speaker
    turns: Sequence[Turn | None]
    words: Words
    dating: Dating
    clues: Clues
    outlet: Medium | None = None
    publisher: str | None = None
    url: str | None = None
    place: str | None = None
    audience: str | None = None
    in_reply_to: str | None = None
    authority: int | None = None


def medium_of(front: Front, hints: Hints, rules: Rules) -> Medium | None:
    """The medium that carried an item: by its dateline, its head, the mark behind it, its closing line, or its hints."""
    in_dateline = front.dateline.medium if front.dateline else None
    found = in_dateline or front.head.outlet or front.tag or front.closing.outlet
    if found is None and hints.outlet:
        found = rules.outlets.named(hints.outlet) or Medium(0, 0, hints.outlet, known=False)
    return found


def draft_of(front: Front, page: Page, rules: Rules) -> Draft | None:
    """An item understood; None where nothing is left of it."""
    sheet = sheet_of(front, rules.furniture, rules.datelines)
    if not sheet.text.strip():
        return None
    hints = page.hints
    head = front.head.with_(front.closing, above=False)
    outlet = medium_of(front, hints, rules) or page.medium
    publisher, publisher_state = _published_by(head, page, outlet, sheet, rules)
    paragraphs = [sheet.block(i) for i in range(len(sheet.blocks))]
    asked = hints.kind == "interview" or (head.kicker or "").lower().startswith("interview")
    interview = asked or _INTERVIEW.search(plain(sheet.title_words + " " + sheet.lead)) is not None
    turns = turns_of(paragraphs, rules.outlets, interview=interview)
    facts = _facts(front, sheet, turns, outlet, hints)
    home = sheet.day.home if sheet.day else rules.datelines.home(head.place) if head.place else None
    voice = rules.voices.state(sheet.text, sheet.title_words, home) if "plain" in facts and "notes" not in facts else None
    if voice or publisher_state:
        facts.add("voice")
    kind = hints.kind if hints.kind in KINDS else rules.genres.kind(sheet.title_words, sheet.lead, facts, head.kicker or "")
    author = head.author or hints.author
    if author and rules.furniture.is_a("medium", author.rsplit(" ", 1)[-1]):
        author = None
    telling = Telling(
        kind, sheet.title_words, paragraphs, turns, outlet, publisher_state, author, head.speaker,
        home, voice, bool(sheet.day and (sheet.day.place or "").lower() in _SEATS),
    )  # fmt: skip
    speaker = _hinted(rules.speakers.speaker(telling), hints, rules)
    if publisher is None and {front.head.publisher_state, page.head.publisher_state} == {None}:
        publisher_state = _its_own(publisher_state, speaker)
    signed = kind == "statement" or (kind == "article" and not telling.is_joint)
    kind = "joint-statement" if speaker.joint and signed else kind
    if publisher and publisher_state is None and speaker.state and plain(publisher).lower() in telling.lead.lower():
        publisher_state = speaker.state  # the text names the publisher as an office of its speaker's state
    clues = _clues(front, sheet, page, kind, outlet, rules)
    dated = dating(clues)
    if dated.published is None:
        lead = sheet.blocks[0].start + 600 if sheet.blocks else len(sheet.text)
        clues = replace(clues, years=rules.years.clues(sheet.text, lead))
        dated = dating(clues)
    medium = rules.outlets.spoke_for(outlet.state, dated.published) if outlet else None
    if outlet and speaker.state and speaker.state == outlet.state:
        speaker = replace(speaker, state=medium)
    asking = speaker.medium.state if speaker.medium else None
    words = Words(medium, publisher_state, speaker, asking, rules.speakers.voices(telling))
    return Draft(
        sheet, kind, replace(speaker, addressee=hints.addressee or head.addressee or speaker.addressee,
                             occasion=hints.occasion or head.occasion or speaker.occasion),
        turns, words, dated, clues, outlet or speaker.medium, publisher, hints.url or head.url,
        sheet.day.place if sheet.day else head.place, audience_of(telling, speaker),
        reply_of(telling),
        rules.ladders.rank(kind, speaker.state, bool(speaker.joint), sheet.title_words, sheet.lead, dated.published),
    )  # fmt: skip


def _published_by(head: Head, page: Page, outlet: Medium | None, sheet: Sheet, rules: Rules) -> tuple[str | None, str | None]:
    """Who published an item besides its outlet, and the state of that: told over it, the outlet's, or by its text."""
    publisher = head.publisher or page.hints.publisher or page.head.publisher
    if publisher is None and outlet is None and head.publisher_state is None and page.head.publisher_state is None:
        edge = house_at_edge(sheet.title_words, rules.headers.letterheads, rules.agents)
        if edge is not None:
            head, publisher = head.with_(edge, above=False), edge.publisher
    if publisher and outlet and plain(publisher).lower() == plain(outlet.name).lower():
        publisher = None
    state = head.publisher_state or page.head.publisher_state or _body_of(publisher, rules)
    if publisher and state is None and outlet is not None:
        state = outlet.state
    if publisher and state is None:
        place = sheet.day.place if sheet.day else head.place
        state = home_of(publisher, sheet.text, rules.agents, rules.voices)
        state = state or seat_of(publisher, place, sheet.text, rules.agents, rules.voices)
        state = state or partner_of(publisher, sheet.title_words, rules.agents)
    return publisher, state


def _its_own(state: str | None, speaker: Speaker) -> str | None:
    """The state over a title, where it speaks itself: "Chad: Statement by the Minister of Mali" is on Chad."""
    return state if speaker.state in (None, state) else None


def _facts(front: Front, sheet: Sheet, turns: Sequence[Turn | None], outlet: Medium | None, hints: Hints) -> set[str]:
    """The needs of genres that hold for an item."""
    facts: set[str] = set()
    raw = [line.words for line in front.body]
    if any(turns):
        facts.add("turns")
    if has_articles(sheet.text):
        facts.add("articles")
    if sum(len(_NOTE.findall(plain(words))) for words in raw if "[" in words) >= 2:
        facts.add("notes")
    named = " ".join(x for x in (outlet.name if outlet else None, hints.outlet, hints.publisher) if x)
    if _ENCYCLOPEDIC.search(named):
        facts.add("encyclopedic")
    if any(SALUTATION.match(words) for words in raw[:6]):
        facts.add("salutation")
        if sheet.title is None:
            facts.add("addressed")
    if _is_under_letterhead(raw):
        facts.add("letterhead")
    if _SIGNED.search(sheet.text[-700:]):
        facts.add("signature")
    day = sheet.day
    if day is not None and (day.medium is not None or (sheet.dateline is not None and _goes_on(sheet))):
        facts.add("dateline")
    if outlet is not None and outlet.kind != "ministry":
        facts.add("agency")
    if not facts & {"dateline", "agency"}:
        facts.add("plain")
    if not (hints.date or front.head.stamps or day):
        facts.add("undated")
    return facts


def _is_under_letterhead(raw: Sequence[str]) -> bool:
    """Whether short lines with addresses stand over a line that greets somebody: "Dear Prime Minister,"."""
    at = next((i for i, words in enumerate(raw[:12]) if words.startswith("Dear ") and words.rstrip().endswith((",", ":"))), 0)
    return at > 1 and all(len(words) < 90 for words in raw[:at])


def _goes_on(sheet: Sheet) -> bool:
    """Whether text follows the dateline on its line."""
    end = sheet.dateline.end if sheet.dateline else 0
    return sheet.text[end : end + 1] not in ("\n", "")


def _clues(front: Front, sheet: Sheet, page: Page, kind: str, outlet: Medium | None, rules: Rules) -> Clues:
    hints = page.hints
    stamps = (*front.head.stamps, *front.closing.stamps)
    if page.several:
        stamps = (*stamps, *(s for s in page.head.stamps if s not in stamps))
    site = next(rules.outlets.find(hints.url), None) if hints.url else None
    carriers = (front.head.outlet, outlet, site)
    order = (
        order_of(stamps, ())
        or page.order
        or next((m.date_order for m in carriers if m and m.date_order in ("dmy", "mdy")), None)
    )
    day = (
        sheet.day.day.shifted(sheet.dateline.start - sheet.day.start)
        if sheet.day and sheet.day.day and sheet.dateline
        else None
    )
    body = sheet.blocks[0].start if sheet.blocks else len(sheet.text)
    return Clues(
        sheet.text, body, kind, sheet.title_words, day, stamps, hints.date, hints.captured, order, page.listed,
        page.several or front.head.bulletin,
    )  # fmt: skip


def _hinted(found: Speaker, hints: Hints, rules: Rules) -> Speaker:
    """The speaker with what metadata says, which wins."""
    if not (hints.speaker_name or hints.speaker_office or hints.speaker_state):
        return found
    state = hints.speaker_state
    if state and not _CODE.fullmatch(state):
        state = _state_named(state, rules)
    return replace(
        found,
        name=hints.speaker_name or found.name,
        office=hints.speaker_office or found.office,
        state=state or found.state,
        joint=(),
    )


def _body_of(publisher: str | None, rules: Rules) -> str | None:
    """The state whose body a publisher is; a state's name in the name of a private page does not make it one."""
    if publisher is None:
        return None
    known = next(rules.outlets.bodies(publisher), None)
    if known is not None:
        return known.state
    body = next((a for a in rules.agents.find(publisher) if a.institution and a.code), None)
    return body.code if body else None


def _state_named(words: str | None, rules: Rules) -> str | None:
    codes = rules.agents.codes(words, kinds=("name", "adjective", "demonym")) if words else []
    return codes[0] if codes else None
