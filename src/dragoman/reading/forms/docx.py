"""DOCX: paragraphs, headings and rows of tables in their order, with tracked changes as if accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dragoman.errors import SkipDocument
from dragoman.reading.blocks import Block, lay_out, plain, row
from dragoman.reading.clean import clean_traced
from dragoman.reading.parts import Form, Hints
from dragoman.settings import Settings
from dragoman.text import Traced

# An honest document unpacks to a few times its size: text 3 to 10 times, tables and styles up to 40.
LARGEST = 300 * 1024 * 1024
LARGEST_PART = 150 * 1024 * 1024
STEEPEST = 100
SMALL = 20 * 1024 * 1024
MOST_FILES = 10_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is in the file and not in the text: deleted and moved-away words, field codes.
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", _FALLBACK))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """One part. Raises SkipDocument: zip-bomb, broken-file, no-text."""
    import docx

    check_zip(data, path_name)
    document = docx.Document(io.BytesIO(data))
    names = {s.style_id: (s.name or "") for s in document.styles}
    offset = 0
    blocks: list[Block] = []
    for paragraphs, style in _blocks(document.element.body):
        cells: list[Traced] = []
        for text in paragraphs:
            cells.append(clean_traced(Traced.of(text, offset)))
            offset += len(text) + 1
        block = row(cells) if style is None else cells[0]
        blocks.append(Block(block, _level(names.get(style or "", ""))))
    if not any(b.text.text.strip() for b in blocks):
        raise SkipDocument("no-text", f"{path_name}: a document without text")
    return Form("docx", [lay_out(blocks, _hints(document.core_properties, blocks))])


def check_zip(data: bytes, path_name: str) -> None:
    """Refuses, by its table of contents, an archive that would fill the memory. Raises SkipDocument: zip-bomb, broken-file.

    zipfile reads no more of a member than its header says, so a header that lies gives a broken file, not a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise SkipDocument("broken-file", f"{path_name}: cannot be parsed as docx ({error})") from error
    total = sum(m.file_size for m in members)
    largest = max((m.file_size for m in members), default=0)
    steep = total > SMALL and total > STEEPEST * len(data)
    if total > LARGEST or largest > LARGEST_PART or steep or len(members) > MOST_FILES:
        allowed = f"{LARGEST:,} bytes, {LARGEST_PART:,} a part, {STEEPEST} times the file, {MOST_FILES:,} parts"
        found = f"unpacks to {total:,} bytes in {len(members):,} parts from {len(data):,}"
        raise SkipDocument("zip-bomb", f"{path_name}: {found}; allowed: {allowed}")


def _blocks(body: Any) -> Iterator[tuple[list[str], str | None]]:
    """(texts, id of the style) per paragraph; (cells, None) per row of a table."""
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            text, boxes = _text(element)
            yield [text], _style(element)
            waiting.extend(reversed(boxes))
        elif element.tag == f"{_W}tr":
            cells = [_cell(cell) for cell in element.iter(f"{_W}tc") if _row_of(cell) is element]
            yield cells, None
        elif element.tag not in _GONE:
            # Tables, content controls, inserted blocks: whatever holds paragraphs.
            waiting.extend(reversed(element))


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _cell(cell: Any) -> str:
    return " ".join(text for p in cell.iter(f"{_W}p") if (text := _text(p)[0].strip().replace("\n", " ")))


def _text(paragraph: Any) -> tuple[str, list[Any]]:
    """The words of a paragraph, and the text boxes anchored in it."""
    out: list[str] = []
    boxes: list[Any] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _GONE:
            continue
        if tag == f"{_W}t":
            out.append(element.text or "")
        elif tag in _SIGNS:
            out.append(_SIGNS[tag])
        elif tag == f"{_W}txbxContent":
            boxes.append(element)
        else:
            waiting.extend(reversed(element))
    return "".join(out), boxes


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val")) if style is not None else ""


def _level(style: str) -> int:
    name = style.lower()
    if name == "title":
        return 1
    last = name.rpartition(" ")[2]
    return min(int(last), 6) if name.startswith("heading ") and last.isdecimal() and last != "0" else 0


def _hints(properties: Any, blocks: list[Block]) -> Hints:
    """Of what Word knows only a title that the first lines bear out: the rest is often left from a template."""
    fields = ("title", "author", "subject", "keywords", "category", "comments", "language")
    found = {f: " ".join(value.split()) for f in fields if isinstance(value := getattr(properties, f, None), str) and value}
    first = [b.text.text for b in blocks if b.text.text.strip()][:5]
    title = next((found["title"] for text in first if "title" in found and plain(text) == plain(found["title"])), None)
    example = "written for dragoman" in " ".join(found.values()).lower()
    return Hints(title=title, is_example=example, extra={f"docx_{key}": value for key, value in found.items()})
