"""One text in every form, made here so that the repository holds no binary files."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Callable, Iterator

import pytest

from dragoman.reading import sandbox
from dragoman.settings import Settings

TITLE = "Joint Statement of the Foreign Ministers of Norland and Sudland"
PARAGRAPHS = [
    "Northaven, 5 March 1974 (NNA) -- The foreign ministers of Norland and Sudland met on Tuesday and agreed to exchange "
    "ambassadors before the end of the year.",
    "Both sides noted that “good neighbourliness” had brought trade of 40 million crowns, twice the figure of 1972, and "
    "condemned the blockade of the strait.",
    "The minister of Norland accepted an invitation to visit Port Sud. The date will be agreed through diplomatic channels.",
]
ITEMS = ["a consular convention", "an agreement on fisheries"]
LINES = [TITLE, *PARAGRAPHS, *ITEMS]


def as_txt() -> bytes:
    return "\n\n".join(LINES).encode()


def as_md() -> bytes:
    return "\n\n".join([f"# {TITLE}", *PARAGRAPHS, *(f"- {i}" for i in ITEMS)]).encode()


def as_html() -> bytes:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS)
    items = "".join(f"<li>{i}</li>" for i in ITEMS)
    head = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{TITLE} | NNA</title></head>"
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/about'>About the agency</a></li></ul></nav>"
    foot = "<footer><p>Copyright of the agency, all rights reserved, for ever and a day and more.</p></footer>"
    return f"{head}<body>{menu}<main><h1>{TITLE}</h1>{body}<ul>{items}</ul></main>{foot}</body></html>".encode()


def as_jsonl() -> bytes:
    row = {"id": "a1", "title": TITLE, "text": "\n\n".join([*PARAGRAPHS, *ITEMS]), "date": "1974-03-05"}
    return (json.dumps(row) + "\n").encode()


def as_docx() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    from fpdf import FPDF

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, "Norland News Agency", new_x="LMARGIN", new_y="NEXT", align="C")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Helvetica", size=8)
            self.cell(0, 8, f"- {self.page_no()} -", align="C")

    paper = Paper(format=(148, 210))
    paper.add_page()
    paper.set_font("Helvetica", "B", 16)
    paper.multi_cell(0, 8, TITLE, new_x="LMARGIN", new_y="NEXT")
    paper.ln(4)
    paper.set_font("Helvetica", size=11)
    for number, paragraph in enumerate([*PARAGRAPHS, *ITEMS]):
        if number == 2:
            paper.add_page()
            paper.set_font("Helvetica", size=11)
        # The fonts inside every PDF reader know Windows-1252, and this library writes less than that.
        plain = paragraph.replace("“", '"').replace("”", '"')
        paper.multi_cell(0, 5.5, plain, align="L", new_x="LMARGIN", new_y="NEXT")
        paper.ln(3)
    return bytes(paper.output())


MAKERS: dict[str, Callable[[], bytes]] = {
    "txt": as_txt,
    "md": as_md,
    "html": as_html,
    "jsonl": as_jsonl,
    "docx": as_docx,
    "pdf": as_pdf,
}


@pytest.fixture(scope="session")
def made() -> dict[str, bytes]:
    """The text in each form, by the name of its reader."""
    return {name: make() for name, make in MAKERS.items()}


@pytest.fixture(scope="session")
def lines() -> list[str]:
    """What every form must give, line by line."""
    return LINES


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings()


@pytest.fixture(scope="session", autouse=True)
def _child_is_closed() -> Iterator[None]:
    yield
    sandbox._SANDBOX.close()
