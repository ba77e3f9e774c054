"""Markdown: front matter becomes hints, marks of emphasis and structure go, the words stay in their order.

This reads what people write by hand (CommonMark without its corner cases); no word is ever taken for markup and lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from dragoman.errors import SkipDocument
from dragoman.reading.blocks import Block, lay_out, row
from dragoman.reading.clean import clean, rewritten
from dragoman.reading.forms.txt import damage, decoded
from dragoman.reading.hints import hints_from
from dragoman.reading.matter import front_matter
from dragoman.reading.parts import Form
from dragoman.settings import Settings
from dragoman.text import Traced

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+\S")
_TABLE_LINE = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+(?:[ \t]+[\"'(].*[\"')])?[ \t]*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*")

# What is kept of each: the first group that matched, or what the function makes of it. Order matters.
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_KEPT: tuple[re.Pattern[str], ...] = (
    re.compile(r"(`+)(?P<kept>(?:(?!`).)+?)\1(?!`)"),
    re.compile(r"!\[[^\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])(?P<kept>)"),
    re.compile(r"\[\^[^\]\s]+\](?P<kept>)"),
    re.compile(r"\[(?P<kept>(?:[^\[\]]|\[[^\[\]]*\]){1,1000})\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'][^\"']*[\"'])?\)"),
    re.compile(r"\[(?P<kept>[^\[\]]{1,1000})\]\[[^\[\]]*\]"),
    re.compile(r"<(?P<kept>(?:https?|mailto):[^\s<>]+)>"),
    re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>(?P<kept>)"),
    re.compile(r"(?<![*\w\\])\*\*\*(?=\S)(?P<kept>.{1,2000}?)(?<=\S)\*\*\*", re.DOTALL),
    re.compile(r"(?<!\\)\*\*(?=\S)(?P<kept>.{1,2000}?)(?<=[^\s\\])\*\*", re.DOTALL),
    re.compile(r"(?<![\\*])\*(?=[^\s*])(?P<kept>[^*]{1,2000}?)(?<=[^\s\\])\*(?!\*)"),
    re.compile(r"(?<![\w\\])__(?=\S)(?P<kept>.{1,2000}?)(?<=[^\s\\])__(?!\w)", re.DOTALL),
    re.compile(r"(?<![\w\\])_(?=[^\s_])(?P<kept>[^_]{1,2000}?)(?<=[^\s\\])_(?!\w)"),
    re.compile(r"(?<!~)~~(?=\S)(?P<kept>.{1,2000}?)(?<=\S)~~(?!~)"),
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BREAK = re.compile(r"(?: {2,}|\\)\n[ \t]*|[ \t]*<br\s*/?>[ \t]*\n?", re.IGNORECASE)
_SOFT = re.compile(r"[ \t]*\n[ \t]*")
_KEPT_BREAK = "\x1f"
# Patterns look ahead for a closing mark: in a block longer than this, which no person wrote, marks stay as they are.
LONGEST = 200_000
# A line of dashes under more than a line or two is a rule drawn below a paragraph.
LONGEST_HEADING = 200

Flush = Callable[[int], None]


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """One part: the title first, then the blocks of the body. Raises SkipDocument: not-text, no-text."""
    found = decoded(data, path_name)
    text = Traced.of(found.text)
    front = _FRONT.match(found.text)
    values = front_matter(front.group(1)) if front else {}
    hints, title = hints_from(values), None
    if front and values:
        at = found.text.find(hints.title, 0, front.end()) if hints.title else -1
        title = text.slice(at, at + len(hints.title or "")) if at >= 0 else None
        text = text.slice(front.end(), len(text))
    part = lay_out(blocks_of(rewritten(text, _COMMENT, "")), hints, title=title)
    if not part.text:
        raise SkipDocument("no-text", f"{path_name}: holds no text beside its front matter")
    return Form("md", [part], damage(found, path_name), found.encoding)


def blocks_of(text: Traced) -> list[Block]:
    """The blocks of a Markdown text, without marks."""
    blocks: list[Block] = []
    waiting: list[Traced] = []
    fence = ""

    def flush(level: int) -> None:
        if waiting:
            blocks.append(Block(inline(Traced.join(waiting, "\n")), level))
            waiting.clear()

    for line in text.lines():
        mark = _FENCE.match(line.text)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = ""
            elif line.text.strip():
                blocks.append(Block(line.strip()))
            continue
        if mark:
            flush(0)
            fence = mark.group(1)
            continue
        _line(line, waiting, blocks, flush)
    flush(0)
    return blocks


def _line(line: Traced, waiting: list[Traced], blocks: list[Block], flush: Flush) -> None:
    """One line outside code: ends a block, opens one, or goes on with the last."""
    while quote := _QUOTE.match(line.text):
        line = line.slice(quote.end(), len(line))
    text = line.text
    if heading := _HEADING.match(text):
        flush(0)
        waiting.append(line.slice(*heading.span(2)))
        flush(len(heading.group(1)))
    elif waiting and sum(map(len, waiting)) <= LONGEST_HEADING and (under := _UNDERLINE.match(text)):
        flush(1 if under.group(1)[0] == "=" else 2)
    elif _RULE.match(text):
        flush(0)
        blocks.append(Block(Traced("---", line.slice(0, 1).origins * 3)))
    elif not text.strip() or _DEFINITION.match(text) or (_TABLE_RULE.match(text) and "|" in text):
        flush(0)
    elif _TABLE_LINE.match(text):
        flush(0)
        blocks.append(Block(row([inline(cell) for cell in _cells(line)])))
    elif bullet := _BULLET.match(text):
        flush(0)
        waiting.append(line.slice(bullet.end(), len(line)))
    elif note := _FOOTNOTE.match(text):
        flush(0)
        waiting.append(line.slice(note.end(), len(line)))
    else:
        if _NUMBER.match(text):
            flush(0)
        waiting.append(line if text.endswith("  ") else line.strip())


def _cells(line: Traced) -> list[Traced]:
    cells, start = [], 0
    for match in re.finditer(r"(?<!\\)\|", line.text):
        cells.append(line.slice(start, match.start()))
        start = match.end()
    return [*cells, line.slice(start, len(line))]


def inline(text: Traced) -> Traced:
    """Words without marks of emphasis, links as their text, soft line ends as spaces, hard ones kept."""
    if len(text) > LONGEST:
        return text
    text = rewritten(text, _BREAK, _KEPT_BREAK)
    for pattern in _KEPT:
        text = _keep(text, pattern)
    text = rewritten(text, _ENTITY, lambda match: clean(unescape(match.group())))
    text = _keep(text, re.compile(_ESCAPE.pattern.replace("(", "(?P<kept>", 1)))
    text = rewritten(text, _SOFT, " ")
    return rewritten(text, re.compile(_KEPT_BREAK), "\n")


def _keep(text: Traced, pattern: re.Pattern[str]) -> Traced:
    """Every match replaced by its group `kept`, each character still at its place."""
    pieces: list[Traced] = []
    last = 0
    for match in pattern.finditer(text.text):
        pieces += [text.slice(last, match.start()), text.slice(*match.span("kept"))]
        last = match.end()
    return Traced.join([*pieces, text.slice(last, len(text))]) if pieces else text
