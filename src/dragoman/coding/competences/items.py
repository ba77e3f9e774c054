"""Items of a list in a law: "It is the function of the President: / 1. To direct foreign policy", "The Senate may- / (a) declare war"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.competences.offices import Holder
from dragoman.coding.competences.powers import BEING, Grammar, Power
from dragoman.coding.document.scene import Scene
from dragoman.coding.once import once
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

_MARK = re.compile(
    r"[ \t]*(?:[-–—•*·][ \t]*|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,7})(?:[.)]|[ \t]*[-–—](?=[ \t]))[ \t]*)"
)
_INLINE = re.compile(r"(?:[:;,–—]|\band|\bor)\s*\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})\)\s+")
_LEADS = re.compile(r"(?::|[–—-])[ \t]*$")
_HEADS = re.compile(rf"[ \t]*(?:{alternatives('kinds-of-provisions')})[ \t]+[\dIVXLC]+[A-Za-z]?[ \t]*\.?[ \t]*$")
# What a lead ends with that the items go on from: "The President may, with the approval of Parliament-".
_OPEN = re.compile(
    r"\b(?:shall|may|must|to|can|powers?|rights?|functions?|dut(?:y|ies)|competences?|following)(?:,[^,:]{3,60},?)?\s*(?::|[–—-])?\s*$"
)
_NAMED = re.compile(r"[A-Z][\w’'-]*(?:(?:\s+(?:of|for|and))?(?:\s+the)?\s+[A-Z][\w’'-]*)*")
# Who stands beside whose power it is: "with the approval of the Senate", "as the Head of State".
_BESIDE = re.compile(
    r"\b(?:as|by|under|(?:with|on|upon|after|in|at|without|subject\s+to)\s+(?:the\s+)?(?!the\b)\w+(?:\s+(?:of|by|from|with|to))?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\s+of(?:\s+the)?$")
_POWER = re.compile(r"\b(?:may|can|powers?|competences?|rights?|prerogatives?|authority)\b", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:shall|must|dut(?:y|ies)|functions?|responsib\w+|incumbent|obligations?|tasks?)\b", re.IGNORECASE)
# What is a sentence of its own: "The President shall ...".
_SUBJECT = re.compile(r"(?:The|A|An|Each|Every|No|This|He|She|It|They)\s[^;:]*?\b(?:shall|may|must|is|are)\b")
_TO = re.compile(r"(?:and\s+|or\s+)?to\s+", re.IGNORECASE)
_IS = re.compile(r"(?:is|are|shall be)\s+(?:the\s+)?")
# Where one item tells of two powers: "to appoint envoys; to receive those of others", "and to declare war".
_NEXT = re.compile(r"\s*;\s+(?:and\s+)?|,\s+and\s+(?=to\s)")
_FIRST = re.compile(r"[a-z]+\b")
_THESE = re.compile(r"\s+the following [^:.;–—]{3,80}[^\s:.;–—-]")
_TAIL = re.compile(r"[\s,;.:]*(?:;\s*(?:and|or))?[\s,;.:]*$")
_STATE_ITSELF = word_class("the-state-itself")
_ORGANS = word_class("organs-without-state")


def is_lead(text: str, span: Span) -> bool:
    """Whether a sentence leads a list: what it gives stands in the items."""
    return _LEADS.search(text, max(span.start, span.end - 4), span.end) is not None


def up_to_list(text: str, power: Power, span: Span) -> Power:
    """ "Ratifies the following treaties:", of which the parser lost the treaties."""
    told = _THESE.match(text, power.end, span.end)
    return power if told is None else replace(power, end=told.end())


def is_item(scene: Scene, span: Span) -> bool:
    """Whether a sentence of a law is an item under a lead."""
    return _led(scene, span) is not None


@once
def _led(scene: Scene, span: Span) -> Span | None:
    heading = scene.register.heading_at(span.start)
    return _lead(scene.document.text, span, heading[0].start) if heading is not None else None


def items(g: Grammar) -> Iterator[Power]:
    """The powers of a sentence that is an item, or that holds a whole list of them ("may: (a) declare war; (b) make peace")."""
    text, span = g.bench.text, Span(g.sentence.start, g.sentence.end)
    if not g.bench.scene.register.headings:
        return
    lead = _led(g.bench.scene, span)
    if lead is not None:
        mark = _MARK.match(text, *span)
        yield from _told(g, lead, [Span(mark.end() if mark is not None else span.start, span.end)])
        return
    marks = list(_INLINE.finditer(text, *span))
    if len(marks) > 1 and text[marks[0].start()] in ":–—":
        ends = [*(m.start() for m in marks[1:]), span.end]
        told = [Span(m.end(), end) for m, end in zip(marks, ends, strict=True)]
        yield from _told(g, Span(span.start, marks[0].start() + 1), told)


def _lead(text: str, span: Span, floor: int) -> Span | None:
    """The line that leads the list whose item the sentence is: marked as one, it stands first on its line, with nothing but
    other items between, below the head of its article at `floor`.
    """
    start = text.rfind("\n", 0, span.start) + 1
    if start <= floor:
        return None
    mark = _MARK.match(text, start, span.end)
    bare = mark is None and start == span.start and (text[start].islower() or text.startswith("To ", start))
    if _SUBJECT.match(text, span.start if mark is None else mark.end(), span.end):
        return None
    if not bare and (mark is None or span.start not in (start, mark.end())):
        return None
    end = start - 1
    while end > floor:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        if line.strip():
            own = _MARK.match(line)
            if own is not None and mark is not None and _sort(own[0]) == _sort(mark[0]):
                if _LEADS.search(line):
                    return None  # "(5)" after what "(4)" led
            elif _LEADS.search(line):
                return Span(begin, end)
            elif _HEADS.match(line) or not (bare or own):
                return None
        end = begin - 1
    return None


def _sort(mark: str) -> str:
    """How a list counts: by figures or letters, in which brackets."""
    return re.sub(r"[ivxl]+|[IVXL]+|[a-z]+", "a", re.sub(r"\d+", "1", mark.strip()))


def _told(g: Grammar, lead: Span, told: list[Span]) -> Iterator[Power]:
    holder = _holder(g, lead)
    words, deeds = lead.of(g.bench.text), g.words["act", ""] | g.words["aims", ""]
    if holder is None:
        return
    for item in told:
        for part in _parts(g.bench.text, item, deeds):
            at = next((t for t in g.sentence if t.start >= part.start), None)
            if at is None or not (_OPEN.search(words) or _is_deed(g, part, deeds)):
                continue
            start, end = g.trim(part.start, _TAIL.search(g.bench.text, part.start, part.end).start())  # type: ignore[union-attr]
            opening = _TO.match(g.bench.text, start, end) or _IS.match(g.bench.text, start, end)
            start = opening.end() if opening is not None else start
            if start < end:
                yield Power(holder, _kind(g, words, at.lower, holder), start, end, at, at.i)


def _parts(text: str, item: Span, deeds: frozenset[str]) -> Iterator[Span]:
    start = item.start
    for link in _NEXT.finditer(text, *item):
        following = _FIRST.match(text, link.end(), item.end)
        deed = _TO.match(text, link.end()) or (";" in link[0] and following is not None and following[0] in deeds)
        if deed and (_TO.match(text, start) or _FIRST.match(text, start, item.end)):
            yield Span(start, link.start())
            start = link.end()
    yield Span(start, item.end)


def _is_deed(g: Grammar, part: Span, deeds: frozenset[str]) -> bool:
    """Whether an item tells what is done: an infinitive, or a verb of power in the present, first or after words between commas."""
    if _TO.match(g.bench.text, part.start) or _IS.match(g.bench.text, part.start):
        return True
    tokens = [t for t in g.sentence if part.start <= t.start < part.end]
    first = tokens[:1] + [t for t in tokens[1:] if g.sentence.tokens[t.i - 1].text == ","]
    return any(t.lower in deeds or t.tag == "VBZ" for t in first if t.lower not in BEING)


def _kind(g: Grammar, lead: str, verb: str, holder: Holder) -> str:
    if _POWER.search(lead):
        return "power"
    if _DUTY.search(lead) or holder.office is None:
        return "duty"
    return "duty" if verb in g.words["aims", "duty"] else "power"


def _holder(g: Grammar, lead: Span) -> Holder | None:
    """Whose list it is: the first organ that its lead names, or the state itself."""
    text, scene = g.bench.text, g.bench.scene
    for match in _NAMED.finditer(text, *lead):
        start, end = match.start(), match.start() + len(match[0].rstrip("-"))
        if _BESIDE.search(text, max(lead.start, start - 50), start):
            continue
        words = {w.lower() for w in match[0].split()} - {"the"}
        if len(words) == 1 and words <= _STATE_ITSELF:
            return Holder(None, None, start, end)
        organ = bool(scene.roles_within(start, end)) or any(m.kind == "body" for m in scene.within(start, end))
        if not organ and words.isdisjoint(_ORGANS):
            continue
        return Holder(_without_state(g, start, end), None, start, end)
    role = next(
        (r for r in scene.roles_within(*lead) if not _BESIDE.search(text, max(lead.start, r.start - 50), r.start)), None
    )
    return Holder(text[role.start : role.end], None, role.start, role.end) if role is not None else None


def _without_state(g: Grammar, start: int, end: int) -> str:
    """The words of an office without the name of its state behind it, and an article before it."""
    text, scene = g.bench.text, g.bench.scene
    last = next(
        (m for m in scene.within(start, end) if m.end >= end and m.start > start and m.kind in ("name", "deixis")), None
    )
    end = last.start if last is not None and last.code in scene.knowledge.states else end
    words = _OF_STATE.sub("", text[start:end].rstrip())
    return re.sub(r"^(?:The|A|An|Each|Any)\s+", "", words)
