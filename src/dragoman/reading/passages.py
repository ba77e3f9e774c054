"""The stretches of a document: title, dateline, turns, quotations, body; and whose words each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from dragoman.lexicon.words import alternatives
from dragoman.reading.lines import plain
from dragoman.reading.sheet import Sheet
from dragoman.reading.telling import Speaker
from dragoman.reading.turns import Turn
from dragoman.records import Passage, seal
from dragoman.text import Span

# After such words a text that carries another begins to give it.
_OPENS = re.compile(
    r"(?:\b(?:the|his|her|its|their)\s+)?(?:\b(?:press |government |joint |"
    rf"full )*(?:{alternatives('vehicles-before-words')})\b[^.:\n]{{0,80}}?)\b(?:{alternatives('opens-words')})"
    rf"[^.:\n]{{0,60}}:\s*$|\bthe following\b[^\n]{{0,400}}:\s*$|\bas follows[^.\n]{{0,40}}[:.]\s*$",
    re.IGNORECASE,
)
_CARRYING = frozenset(
    {"letter", "message", "statement", "press-statement", "answer", "speech", "commentary", "joint-statement", "editorial"}
)
# What tells of a title that an answer says the same: its longer words, so many at least.
_LONG = re.compile(r"[^\W\d_]{4,}")
_TITLE = 5
# The words that open a quotation stand in the first paragraphs.
_FIRST = 4
# Kinds of texts whose body is their speaker's own words.
_SPOKEN = frozenset("statement press-statement letter message speech answer commentary editorial article overview".split())


@dataclass(frozen=True, slots=True)
class Words:
    """Whose words a document is: codes of the medium (if it speaks for a state), the publisher and the speaker."""

    medium: str | None
    publisher: str | None
    speaker: Speaker
    interviewer: str | None = None
    # Where several answer in turn: who they are, by the labels of their turns.
    voices: Mapping[str, Speaker] = field(default_factory=dict)

    @property
    def told(self) -> list[str]:
        """Of the text as a whole, outermost first."""
        if self.speaker.joint:
            return ["+".join(self.speaker.joint)]
        return chain(self.medium or self.interviewer, self.publisher, self.speaker.state)

    def answered_by(self, label: str | None) -> tuple[Speaker, list[str]]:
        """Who answers under a label, and whose words that is, outermost first."""
        if label is None or label not in self.voices:
            return self.speaker, self.told
        who = self.voices[label]
        return who, chain(self.medium or self.interviewer, self.publisher, who.state)

    @property
    def asked(self) -> list[str]:
        return chain(self.medium, self.interviewer)

    @property
    def introduced(self) -> list[str]:
        """Of what a medium or publisher says before it gives the speaker's words."""
        if self.speaker.joint:
            return self.told
        return chain(self.medium or self.interviewer, self.publisher) or chain(
            self.speaker.state if not self.speaker.name else None
        )


def chain(*codes: str | None) -> list[str]:
    """The codes that there are, equal neighbours once."""
    out: list[str] = []
    for code in codes:
        if code and (not out or out[-1] != code):
            out.append(code)
    return out


def passages_of(
    sheet: Sheet, turns: Sequence[Turn | None], kind: str, words: Words, document_id: str
) -> list[Passage]:  # fmt: skip
    """The passages of a document in order; together they cover every letter of its text."""
    out: list[Passage] = []
    speaker = words.speaker

    def add(span: Span, what: str, reported: list[str], who: Speaker | None = None) -> None:
        who = who or Speaker()
        out.append(Passage(
            document_id=document_id, start=span.start, end=span.end, reported_by=reported, kind=what,
            speaker_name=who.name, speaker_office=who.office, speaker_state=who.state,
        ))  # fmt: skip

    if sheet.title and sheet.title.start < sheet.title.end:
        if kind == "interview" and _is_answered(sheet, turns):
            add(sheet.title, "title", words.told, speaker)
        else:
            add(sheet.title, "title", words.introduced if kind == "interview" else words.told)
    if sheet.dateline:
        add(sheet.dateline, "dateline", words.introduced)
    if any(turns):
        for what, span, turn in _runs(sheet, turns):
            if what == "body":
                add(span, "body", words.introduced)
            elif what == "question":
                medium = turn.medium.state if turn and turn.medium else None
                asker = Speaker(_asker(turn), None, medium or words.interviewer)
                add(span, "question", chain(words.medium, medium or words.interviewer), asker)
            else:
                who, told = words.answered_by(turn.label if turn else None)
                add(span, "answer", told, who)
    else:
        opened = _opening(sheet) if kind in _CARRYING else None
        first = opened + 1 if opened is not None and opened + 1 < len(sheet.blocks) else len(sheet.blocks)
        # An interview told in prose is the medium's; what was said stands in its sentences.
        whole = first == len(sheet.blocks) and kind != "interview"
        for i, block in enumerate(sheet.blocks):
            if i < first:
                spoken = speaker if whole and kind in _SPOKEN else None
                add(block, "body", words.told if whole else (words.introduced or words.told), spoken)
            elif i == first:
                add(Span(block.start, sheet.blocks[-1].end), "quotation", words.told, speaker)
    return [seal(passage, "") for passage in sorted(_merged(out), key=lambda p: (p.start, p.end))]


def _is_answered(sheet: Sheet, turns: Sequence[Turn | None]) -> bool:
    """Whether the title of an interview is what an answer says in much the same words."""
    title = _telling(sheet.title_words)
    answers = (b.of(sheet.text) for b, t in zip(sheet.blocks, turns, strict=True) if t is not None and t.kind == "answer")
    return len(title) >= _TITLE and any(2 * len(title & _telling(words)) > len(title) for words in answers)


def _telling(words: str) -> set[str]:
    """The words of some length in `words`."""
    return set(_LONG.findall(words.lower()))


def _opening(sheet: Sheet) -> int | None:
    """The place of the paragraph behind which the text gives the words of its speaker."""
    for i in range(min(_FIRST, len(sheet.blocks))):
        words = plain(sheet.block(i))[-500:].rstrip()
        if (words.endswith(":") or "as follows" in words[-60:].lower()) and _OPENS.search(words):
            return i
    return None


def _runs(sheet: Sheet, turns: Sequence[Turn | None]) -> list[tuple[str, Span, Turn | None]]:
    """Stretches of paragraphs of one turn."""
    out: list[tuple[str, Span, Turn | None]] = []
    for block, turn in zip(sheet.blocks, turns, strict=True):
        what = turn.kind if turn else "body"
        goes_on = out and out[-1][0] == what and turn is not None and turn.start == 0
        if goes_on or (out and what == "body" and out[-1][0] == "body"):
            out[-1] = (what, Span(out[-1][1].start, block.end), out[-1][2])
        else:
            out.append((what, block, turn))
    return out


def _asker(turn: Turn | None) -> str | None:
    named = re.fullmatch(r"q\w*\s?\d*\s?\(([^(),]+)[^()]*\)", turn.label, re.IGNORECASE) if turn and turn.label else None
    if named is not None:
        return named.group(1).strip()  # "Question (Ann Dow, Daily News)"
    if (
        turn is None
        or turn.label is None
        or re.fullmatch(
            r"q\w*\s?\d*|questions?\s?\d*|reporters?|journalists?|"
            r"interviewer",
            turn.label,
            re.IGNORECASE,
        )
    ):
        return None
    return turn.medium.name if turn.medium else turn.label


def _merged(passages: list[Passage]) -> list[Passage]:
    """Neighbouring body passages as one."""
    out: list[Passage] = []
    for passage in passages:
        if (
            out
            and out[-1].kind == passage.kind == "body"
            and out[-1].reported_by == passage.reported_by
            and out[-1].speaker_state == passage.speaker_state
            and passage.start - out[-1].end <= 1
        ):
            last = out.pop()
            passage = replace(last, end=passage.end)
        out.append(passage)
    return out
