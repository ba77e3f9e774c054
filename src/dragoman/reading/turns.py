"""Questions and answers: whose turn each paragraph of an interview or a briefing is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon.words import alternatives, word_class
from dragoman.reading.lines import plain
from dragoman.reading.outlets import Medium, Outlets

_LABEL = re.compile(r"([^\W_][^:\n]{0,48}?)\s*:\s+(?=\S)|([QA])\s?\d{0,3}[.)]\s+(?=\S)")
_LOUD = re.compile(r"((?:[A-Z][A-Z.'’]*[ ,]{1,2}){0,5}[A-Z][A-Z.'’]+)\s+-\s+(?=\S)")
_ASKS = re.compile(
    rf"(?:q(?:uestion)?s?\s?\d{{0,3}}(?:\s?\([^()]+\))?|(?:.*\b)?(?:{alternatives('who-asks')}))",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    r"(?:a(?:nswer)?s?\s?\d{0,3}|reply|response|(?:.*\b)?(?:minister|president|ambassador|secretary|spokes\w+)(?:\b.*)?)",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Amb|H\.E)\.?\s+)?[A-ZÀ-Þ][\w.'-]*(?:\s+[A-ZÀ-Þ][\w.'-]*){0,4}$|[A-Z .'-]{2,40}$")
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_WE = re.compile(rf"\b(?:we|us|our (?:{alternatives('our-own')}))\b", re.IGNORECASE)
_NOT_TURNS = word_class("labels-of-no-speaker")
_LONGEST_LABEL = 49
# What parliaments put over a question and its answer, how they present the question, and how an answer is opened.
_HEADING = re.compile(
    r"(?:the )?(?:(?P<asks>(?:written |oral )?questions?)|(?:written |oral )?(?:answers?|repl(?:y|ies)|response))[.:]?",
    re.IGNORECASE,
)
_PUT = re.compile(rf"(?:{alternatives('questions-put')})\b", re.IGNORECASE)
_ANSWER_OPENS = re.compile(
    r"(?P<who>[^\W\d_][^:\n]{3,90}?)\s*[-:]\s*(?=the (?:answers?|reply) to (?:the |my )?(?:hono?u?rable |hon\.? )?"
    r"(?:member|senator|gentleman|lady|deputy)|i thank the (?:deputy|hono?u?rable|hon\.?))",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"\((?:dr|prof|retd?|smt|shri)\.?\)", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[\](){}]")
_LONGEST_HEADING = 110
_DASH = re.compile(r"[-–—]{1,2}\s+(?=\S)")
# A question is no longer than this; one without a label is shorter.
LONGEST, LONGEST_UNLABELLED = 1500, 700


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph in a conversation: `question` or `answer`, who has the turn, and where its words begin.

    `label` is as written; paragraphs without one go on the turn before.
    """

    kind: str
    label: str | None
    start: int
    medium: Medium | None = None


def turns_of(paragraphs: Sequence[str], outlets: Outlets, *, interview: bool) -> list[Turn | None]:
    """One Turn per paragraph, None where nobody has the turn; all None where the text is no conversation.

    `interview`: the text says that it is one, so that a paragraph that asks is the interviewer's without a label.
    """
    labels = [_label(plain(p)) for p in paragraphs]
    if asked := _asked_alone(paragraphs, labels, outlets):
        return asked
    roles = _roles(paragraphs, labels, outlets)
    if roles:
        return _labelled(labels, roles, outlets)
    if dashed := _dashed(paragraphs) or _headed(paragraphs):
        return dashed
    asks = [_is_question(p) for p in paragraphs]
    if (interview or _alternates(paragraphs, asks)) and any(asks) and any(not a for a in asks[asks.index(True) :]):
        return _unlabelled(asks)
    return [None] * len(paragraphs)


def _asked_alone(paragraphs: Sequence[str], labels: Sequence[tuple[str, int] | None], outlets: Outlets) -> list[Turn | None]:
    """Turns where only those who ask are named ("VTV: What ...?"), and what follows without a label answers; else none."""
    named = {i: label for i, label in enumerate(labels) if label and _NAME_LIKE.fullmatch(label[0])}
    found, names = list(named), {label[0] for label in named.values()}
    asking = [i for i in found if paragraphs[i].rstrip(" \"'”’").endswith("?")]
    if len(found) < 2 or 2 * len(asking) < len(found) or (len(names) < 2 and not all(_ASKS.fullmatch(n) for n in names)):
        return []
    if any(i + 1 == len(paragraphs) or i + 1 in named or len(paragraphs[i]) > LONGEST_UNLABELLED for i in found):
        return []
    out: list[Turn | None] = []
    said: str | None = None
    for i in range(len(paragraphs)):
        label, replies = named.get(i), labels[i]
        medium = next(outlets.find(label[0], marks=True), None) if label else None
        if label is not None:
            said = None
            out.append(Turn("question", label[0], label[1], medium))
        elif replies is not None and _REPLIES.fullmatch(replies[0]):  # "Amb. Jane Roe, Spokesperson: ..."
            said = replies[0]
            out.append(Turn("answer", said, replies[1]))
        else:
            out.append(Turn("answer", said, 0) if i > found[0] or said else None)
    return out


def _dashed(paragraphs: Sequence[str]) -> list[Turn | None]:
    """Turns that alternate behind dashes, the first of which asks; none where dashes mark something else."""
    marks = [_DASH.match(plain(p)) for p in paragraphs]
    at = [i for i, mark in enumerate(marks) if mark]
    asks = [paragraphs[i].rstrip(" \"'”’").endswith("?") for i in at]
    if len(at) < 4 or not asks[0] or sum(asks[::2]) < 2 or sum(asks[1::2]) * 4 > sum(asks[::2]):
        return []
    out: list[Turn | None] = []
    now: str | None = None
    for mark in marks:
        start = 0
        if mark is not None:
            now = "question" if now != "question" else "answer"
            start = mark.end()
        out.append(Turn(now, None, start) if now is not None else None)
    return out


def _headed(paragraphs: Sequence[str]) -> list[Turn | None]:
    """Turns under lines of their own ("Question", "Answer"), as parliaments print them; none where there are not both.

    Who answers stands on short lines under the heading, or before the words that open the answer.
    """
    kinds: dict[int, str] = {}
    who: dict[int, tuple[str | None, int]] = {}
    for i, paragraph in enumerate(paragraphs):
        words = plain(paragraph)
        if len(words) <= _LONGEST_HEADING and (match := _HEADING.fullmatch(words)) is not None:
            kinds[i] = "question" if match["asks"] else "answer"
            if kinds[i] == "answer":
                who[i] = (_presented(paragraphs[i + 1 : i + 3]), 0)
        elif (opens := _ANSWER_OPENS.match(words)) is not None:
            kinds[i], who[i] = "answer", (opens["who"], opens.end())
        elif _PUT.search(words, 0, LONGEST_UNLABELLED) is not None and "answer" not in kinds.values():
            kinds[i] = "question"
    if not {"question", "answer"} <= set(kinds.values()) or kinds[min(kinds)] != "question":
        return []
    out: list[Turn | None] = []
    now: str | None = None
    label: str | None = None
    for i in range(len(paragraphs)):
        now = kinds.get(i, now)
        label, start = who.get(i, (label if now == "answer" else None, 0))
        out.append(Turn(now, label, start) if now is not None else None)
    return out


def _presented(paragraphs: Sequence[str]) -> str | None:
    """Who the lines right under the heading of an answer say gives it."""
    lines: list[str] = []
    for paragraph in paragraphs:
        if len(paragraph) > _LONGEST_HEADING or paragraph.rstrip()[-1:] in ".?!:;":
            break
        lines.append(" ".join(_BRACKETS.sub("", _DEGREES.sub("", plain(paragraph))).split()))
    return ", ".join(lines) or None


def _label(paragraph: str) -> tuple[str, int] | None:
    label = paragraph.partition(":")[0].rstrip()
    capitals = paragraph[:4].isupper() and " - " in paragraph[:_LONGEST_LABEL]
    if (len(label) > _LONGEST_LABEL or len(label) == len(paragraph)) and not paragraph.startswith(("Q", "A")) and not capitals:
        return None
    match = _LABEL.match(paragraph)
    if match is None:
        loud = _LOUD.match(paragraph)  # "THE SPOKESPERSON - The talks ..."
        return (loud[1], loud.end()) if loud and (_REPLIES.fullmatch(loud[1]) or _ASKS.fullmatch(loud[1])) else None
    label = (match.group(1) or match.group(2)).strip(" *_")
    if label.lower() in _NOT_TURNS or len(label.split()) > 7:
        return None
    return label, match.end()


def _roles(paragraphs: Sequence[str], labels: Sequence[tuple[str, int] | None], outlets: Outlets) -> dict[str, str]:
    """`question` or `answer` for each label of a conversation; empty where labels show none."""
    counts = Counter(label[0] for label in labels if label)
    if sum(counts.values()) < 2:
        return {}
    asked: Counter[str] = Counter()
    for paragraph, label in zip(paragraphs, labels, strict=True):
        if label and paragraph.rstrip().endswith("?"):
            asked[label[0]] += 1
    roles: dict[str, str] = {}
    for name in counts:
        if _ASKS.fullmatch(name) or next(outlets.find(name, marks=True), None):
            roles[name] = "question"
        elif _REPLIES.fullmatch(name):
            roles[name] = "answer"
    questions = {name for name, role in roles.items() if role == "question"}
    asks = (p for p, label in zip(paragraphs, labels, strict=True) if label and label[0] in questions)
    if questions and not any("?" in paragraph for paragraph in asks):
        return {}
    if questions:
        if "answer" not in roles.values() or len(roles) < len(counts):
            rest = [c for c in counts if c not in roles and (_NAME_LIKE.fullmatch(c) or counts[c] > 1)]
            most = max(rest, key=lambda c: (counts[c], c), default=None)
            for name in rest:
                roles[name] = "answer" if name == most or not asked[name] else "question"
        return roles if "answer" in roles.values() else {}
    return _by_questions(counts, asked)


def _by_questions(counts: Counter[str], asked: Counter[str]) -> dict[str, str]:
    """Roles in a conversation of names: who mostly asks, and who does not."""
    names = {c for c, n in counts.items() if n >= 2 and _NAME_LIKE.fullmatch(c)}
    asking = {c for c in names if asked[c] * 2 > counts[c]}
    if not asking and len(names) == 2:  # one of two who asks now and then, of another who never does
        asking = {c for c in names if asked[c] * 3 >= counts[c]}
        asking = set() if any(asked[c] for c in names - asking) else asking
    if not asking or asking == names:
        return {}
    return {c: "question" if c in asking else "answer" for c in names}


def _labelled(labels: Sequence[tuple[str, int] | None], roles: dict[str, str], outlets: Outlets) -> list[Turn | None]:
    out: list[Turn | None] = []
    now: Turn | None = None
    for label in labels:
        if label and label[0] in roles:
            medium = next(outlets.find(label[0], marks=True), None)
            now = Turn(roles[label[0]], label[0], label[1], medium)
            out.append(now)
        else:
            out.append(Turn(now.kind, now.label, 0, now.medium) if now else None)
    return out


def _is_question(paragraph: str) -> bool:
    """Whether a paragraph without a label is the interviewer's: it ends by asking, and not itself."""
    words = plain(paragraph).rstrip(" \"'*_")
    if not words.endswith("?") or len(words) > LONGEST_UNLABELLED:
        return False
    return _YOU.search(words) is not None or _WE.search(words) is None


def _alternates(paragraphs: Sequence[str], asks: Sequence[bool]) -> bool:
    """Whether short questions stand before every other few paragraphs, as only an interview has them."""
    found = [i for i, ask in enumerate(asks) if ask and len(paragraphs[i]) < 250]
    answered = sum(i + 1 < len(asks) and not asks[i + 1] for i in found)
    return len(found) >= 3 and answered == len(found) and 4 * len(found) >= len(asks) - found[0]


def _unlabelled(asks: Sequence[bool]) -> list[Turn | None]:
    out: list[Turn | None] = []
    begun = False
    for ask in asks:
        begun = begun or ask
        out.append(Turn("question" if ask else "answer", None, 0) if begun else None)
    return out
