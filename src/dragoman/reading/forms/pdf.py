"""PDF: the text layer of its pages as paragraphs, without running heads and feet. Scans are refused: no OCR here."""

from __future__ import annotations

import re
from typing import Any

from dragoman.errors import SkipDocument
from dragoman.reading.blocks import lay_out, plain
from dragoman.reading.parts import Form, Hints, flaw
from dragoman.reading.printed.edges import without_edges
from dragoman.reading.printed.lines import Line, lines_of
from dragoman.reading.printed.paragraphs import paragraphs_of
from dragoman.records.issue import Issue
from dragoman.settings import Settings

NO_TEXT = "has no text layer; Dragoman does no OCR"
# Characters that a font without a Unicode table comes out as.
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")


def read(data: bytes, path_name: str, _settings: Settings) -> Form:
    """One part. Raises SkipDocument: encrypted-pdf, no-text-layer, broken-file."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise SkipDocument("encrypted-pdf", f"{path_name}: encrypted; allowed: files without a password") from error
        raise SkipDocument("broken-file", f"{path_name}: cannot be parsed as pdf ({error})") from error
    try:
        return _form(pdf, path_name)
    finally:
        pdf.close()


def _form(pdf: Any, path_name: str) -> Form:
    pages: list[list[Line]] = []
    heights: list[float] = []
    issues: list[Issue] = []
    empty: list[int] = []
    layer: list[str] = []
    offset = 0
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            textpage = page.get_textpage()
            text, lines = lines_of(textpage, number, offset)
            heights.append(float(page.get_height()))
            textpage.close()
            page.close()
        except Exception as error:  # pdfium gives up on a page in its own ways; the others may be whole
            issues.append(flaw(path_name, "broken-page", f"{path_name}: page {number + 1} cannot be read ({error})"))
            continue
        pages.append(lines)
        layer.append(text)
        offset += len(text) + 1
        if not lines:
            empty.append(number + 1)
    whole = "".join(layer)
    if not whole.strip() or len(_UNREADABLE.findall(whole)) > 0.4 * len(whole):
        raise SkipDocument("no-text-layer", f"{path_name}: {NO_TEXT}")
    if empty:
        shown = ", ".join(map(str, empty[:10])) + (", …" if len(empty) > 10 else "")
        issues.append(flaw(path_name, "no-text-layer", f"{path_name}: page {shown} {NO_TEXT}"))
    inside = without_edges(pages, heights)
    # Pages that all say the same have nothing but edges.
    blocks = paragraphs_of(inside if any(inside) else pages)
    part = lay_out(blocks, _hints(pdf.get_metadata_dict(skip_empty=True), [b.text.text for b in blocks[:5]]))
    return Form("pdf", [part], issues)


def _hints(values: dict[str, str], first: list[str]) -> Hints:
    """Of what a PDF says of itself only a title that its first lines bear out: the rest is often left from a template."""
    extra = {f"pdf_{key.lower()}": " ".join(value.split()) for key, value in values.items() if value.strip()}
    title = extra.get("pdf_title")
    # Blocks may hold the title over more than one line, so the words count, not the line.
    known = title is not None and plain(title) != "" and any(plain(title) == plain(block) for block in first)
    example = "written for dragoman" in f"{extra.get('pdf_subject', '')} {extra.get('pdf_keywords', '')}".lower()
    return Hints(title=title if known else None, is_example=example, extra=extra)
