"""Write the .docx and .pdf examples from binary_sources/*.txt.

    pip install python-docx reportlab
    python examples/make_binary.py

A source has three header lines (target, title, date), an empty line and paragraphs. The files
written are the same byte for byte on each run: fixed metadata, fixed times in the archive.
"""

import datetime
import io
import zipfile
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).resolve().parent
MARK = "Written for Dragoman as an example; facts as documented."
OUTLET = "Dragoman Example Review"


def long_date(iso):
    day = datetime.date.fromisoformat(iso)
    return f"{day:%B} {day.day}, {day.year}"


def read_source(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = [" ".join(p.split()) for p in body.split("\n\n") if p.strip()]
    return fields, paragraphs


def write_docx(target, fields, paragraphs):
    document = Document()
    when = datetime.datetime.fromisoformat(fields["date"])
    core = document.core_properties
    core.title = fields["title"]
    core.author = core.last_modified_by = OUTLET
    core.subject = core.comments = MARK
    core.keywords = "dragoman-example"
    core.language = "en"
    core.created = core.modified = when
    core.revision = 1
    document.add_heading(fields["title"], level=1)
    document.add_paragraph(f"{OUTLET}, {long_date(fields['date'])}")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.sections[0].footer.paragraphs[0].text = MARK
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            new.writestr(info, old.read(name), compresslevel=9)


def write_pdf(target, fields, paragraphs):
    styles = getSampleStyleSheet()
    story = [
        Paragraph(escape(fields["title"]), styles["Title"]),
        Paragraph(f"{OUTLET}, {long_date(fields['date'])}", styles["Italic"]),
        Spacer(1, 12),
    ]
    for paragraph in paragraphs:
        story += [Paragraph(escape(paragraph), styles["BodyText"]), Spacer(1, 6)]

    def footer(canvas, _document):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 40, MARK)
        canvas.drawRightString(A4[0] - 72, 40, f"Page {canvas.getPageNumber()}")

    SimpleDocTemplate(
        str(target),
        pagesize=A4,
        invariant=1,
        title=fields["title"],
        author=OUTLET,
        subject=MARK,
        keywords="dragoman-example",
        creator="examples/make_binary.py",
    ).build(story, onFirstPage=footer, onLaterPages=footer)


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def main():
    writers = {".docx": write_docx, ".pdf": write_pdf}
    for path in sorted((HERE / "binary_sources").glob("*.txt")):
        fields, paragraphs = read_source(path)
        target = HERE / fields["target"]
        writers[target.suffix](target, fields, paragraphs)
        print(target.relative_to(HERE))


if __name__ == "__main__":
    main()
