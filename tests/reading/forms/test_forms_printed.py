"""PDF and DOCX: paragraphs out of lines on paper, and what Word keeps beside its words."""

from __future__ import annotations

import io
from typing import Any

from dragoman.reading.forms import Form, open_form
from dragoman.settings import Settings

SENTENCE = "The two sides noted that their relations develop on the principle of independence. "


def paper(*, title: str | None = None, heads: bool = False) -> Any:
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=11)
            if not heads:
                return
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Bulletin No. {6 + self.page_no()}", new_x="LMARGIN", new_y="NEXT", align="C")
            self.set_font("Helvetica", size=11)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()} of 9", align="C")

    out = Paper()
    if title:
        out.set_title(title)
    out.add_page()
    return out


def write(out: Any, text: str, **options: Any) -> None:
    out.multi_cell(0, 5.5, text, new_x="LMARGIN", new_y="NEXT", **options)
    out.ln(3)


def read(out: Any) -> Form:
    return open_form("a.pdf", bytes(out.output()), Settings())


def test_running_heads_go_and_paragraphs_cross_pages() -> None:
    out = paper(heads=True)
    texts = [f"Number {n}: {SENTENCE * 7}".strip() for n in range(14)]
    for text in texts:
        write(out, text, align="L")
    assert out.page_no() > 1
    assert read(out).parts[0].text.text.split("\n\n") == texts


def test_justified_text_and_first_line_indents() -> None:
    out = paper()
    for n in range(3):
        out.multi_cell(0, 5.5, f"        Number {n}: {SENTENCE * 4}", align="J", new_x="LMARGIN", new_y="NEXT")
    blocks = read(out).parts[0].text.text.split("\n\n")
    assert [b[:9] for b in blocks] == ["Number 0:", "Number 1:", "Number 2:"]


def test_hyphens_at_the_ends_of_lines() -> None:
    out = paper()
    broken = "They agreed on coop-\neration, on non-\nproliferation, on the Norland-\nSudland border"
    write(out, f"{broken} and on well-\nbeing. Well-being counts.", align="L")
    text = read(out).parts[0].text.text
    assert text == (
        "They agreed on cooperation, on non-proliferation, on the Norland-Sudland border and on well-being. Well-being counts."
    )


def test_titles_of_a_pdf() -> None:
    for meta in ("Joint Statement", "Microsoft Word - doc1.docx"):
        out = paper(title=meta)
        out.set_font("Helvetica", "B", 16)
        write(out, "Joint Statement", align="C")
        out.set_font("Helvetica", size=11)
        write(out, SENTENCE * 3)
        part = read(out).parts[0]
        assert part.hints.title == "Joint Statement"
        assert part.hints.extra["pdf_title"] == meta
        assert part.hints.date is None
        assert part.text.text.count("Joint Statement") == 1
        assert [h.of(part.text.text) for h in part.headings] == ["Joint Statement"]


def test_a_page_without_text_among_others() -> None:
    from fpdf import FPDF

    out = FPDF()
    for n in range(3):
        out.add_page()
        out.set_font("Helvetica", size=11)
        if n != 1:
            write(out, SENTENCE * 3)
    form = open_form("a.pdf", bytes(out.output()), Settings())
    assert [i.code for i in form.issues] == ["no-text-layer"]
    assert "page 2 has no text layer" in form.issues[0].message


def word(document: Any) -> Form:
    out = io.BytesIO()
    document.save(out)
    return open_form("a.docx", out.getvalue(), Settings())


def test_word_tables_headings_and_breaks() -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "Left from a template"
    document.core_properties.keywords = "written for Dragoman"
    document.add_paragraph("Letterhead")
    document.add_heading("Report", 1)
    run = document.add_paragraph("One line").add_run()
    run.add_break()
    run.add_text("the next.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Year", "Visits", "1974", "three\nin all"), strict=True):
        cell.text = text
    document.add_paragraph("The end.")
    form = word(document)
    part = form.parts[0]
    assert part.text.text.split("\n\n") == [
        "Letterhead",
        "Report",
        "One line\nthe next.",
        "Year | Visits",
        "1974 | three in all",
        "The end.",
    ]
    assert part.hints.title == "Report"
    assert part.hints.is_example
    assert part.hints.extra["docx_title"] == "Left from a template"


def test_word_tracked_changes_controls_and_boxes() -> None:
    import docx
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    body = document.element.body
    for xml in (
        f"<w:p {space}><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone </w:delText><w:t>gone</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>added</w:t></w:r></w:ins></w:p>",
        f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>in a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {space}><w:r><w:t>around</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:hyperlink><w:r><w:t> linked</w:t></w:r></w:hyperlink></w:p>",
    ):
        body.insert(len(body) - 1, parse_xml(xml))
    assert word(document).parts[0].text.text.split("\n\n") == ["kept added", "in a control", "around linked", "boxed"]
