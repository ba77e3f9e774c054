"""Files made to do harm, and the process that keeps it in."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import threading
import time
import zipfile
from collections.abc import Iterator

import pytest

from dragoman.errors import SkipDocument
from dragoman.reading import sandbox
from dragoman.reading.forms import open_form
from dragoman.settings import Settings

PAGE = b"<html><body><h1>Title of it</h1><p>The minister met the ambassador.</p></body></html>"


def skipped(name: str, data: bytes, settings: Settings | None = None) -> SkipDocument:
    with pytest.raises(SkipDocument) as caught:
        open_form(name, data, settings or Settings())
    assert name in caught.value.message
    assert "\n" not in caught.value.message
    return caught.value


def child_id() -> int:
    """The process id of a child that is there and idle."""
    assert open_form("a.html", PAGE, Settings()).parts
    child = sandbox._SANDBOX._child
    assert child is not None
    return child.pid


def works() -> bool:
    return "ambassador" in open_form("a.html", PAGE, Settings()).parts[0].text.text


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_zip_bomb() -> None:
    bomb = zipped(**{"[Content_Types].xml": b"<a/>", "word__document.xml": b" " * 60_000_000})
    assert len(bomb) < 100_000
    error = skipped("a.docx", bomb)
    assert error.code == "zip-bomb"
    assert "allowed" in error.message


def test_zip_of_very_many_parts() -> None:
    many = zipped(**{f"word__{i}.xml": b"" for i in range(10_001)}, **{"word__document.xml": b""})
    assert skipped("a.docx", many).code == "zip-bomb"


def test_entities_that_multiply() -> None:
    import docx

    laughs = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))
    document = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]><d>&l9;</d>'.encode()
    plain, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            new.writestr(member, document if member.filename == "word/document.xml" else old.read(member))
    assert skipped("a.docx", out.getvalue()).code in ("broken-file", "no-text", "parse-memory", "parse-timeout")
    assert works()


def test_other_archives_and_office_files() -> None:
    assert skipped("a.txt", zipped(**{"a.txt": b"text"})).code == "unknown-form"
    assert skipped("a.docx", zipped(**{"a.txt": b"text"})).code == "broken-file"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    assert skipped("a.docx", ole + "EncryptedPackage".encode("utf-16-le")).code == "encrypted-docx"
    assert skipped("a.docx", ole).code == "unknown-form"
    assert skipped("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100).code == "unknown-form"


def test_encrypted_pdf(made: dict[str, bytes]) -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made["pdf"]))
    # RC4 needs no further package; what protects the file does not matter here.
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert skipped("a.pdf", out.getvalue()).code == "encrypted-pdf"
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made["pdf"]))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert open_form("a.pdf", out.getvalue(), Settings()).parts


def test_pdf_without_text() -> None:
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.rect(10, 10, 50, 50)
    error = skipped("scan.pdf", bytes(paper.output()))
    assert error.code == "no-text-layer"
    assert "has no text layer; Dragoman does no OCR" in error.message


def test_pdf_that_is_cut_off(made: dict[str, bytes]) -> None:
    assert skipped("a.pdf", made["pdf"][:200]).code == "broken-file"


@pytest.mark.parametrize("tags", ["<div>", "<table><tr><td>", "<b><i>", "<ul><li>", "<blockquote>", "<article>", "<p>"])
def test_deeply_nested_html(tags: str) -> None:
    levels = 50_000 if tags == "<div>" else 10_000
    page = f"<html><head><title>Deep</title></head><body>{tags * levels}The minister met the ambassador.".encode()
    [part] = open_form("a.html", page, Settings()).parts
    assert "The minister met the ambassador." in part.text.text
    closed = tags.replace("<", "</")
    page += (closed * levels + "<p>And he left.</p></body></html>").encode()
    text = open_form("a.html", page, Settings()).parts[0].text.text
    assert text.split("\n\n") == ["Deep", "The minister met the ambassador.", "And he left."]


def test_one_line_of_20_megabytes() -> None:
    line = b"The minister met the ambassador in Northaven. " * 450_000
    assert len(line) > 20_000_000
    [part] = open_form("a.txt", line, Settings()).parts
    assert len(part.text.text) == len(line)
    part_of_it = line[:4_600_000]
    [part] = open_form("a.md", part_of_it, Settings()).parts
    assert len(part.text.text) == len(part_of_it.strip())
    [part] = open_form("a.jsonl", b'{"text": "' + part_of_it + b'"}', Settings()).parts
    assert len(part.text.text) == len(part_of_it)


def test_broken_lines_of_jsonl() -> None:
    deep = "[" * 100_000
    rows = [
        '{"text": "one"}',
        '{"text": "two"',
        "",
        '{"title": "no text"}',
        '{"text": 3}',
        "[1]",
        deep,
        '{"text": " "}',
        '{"text": "last"}',
    ]
    form = open_form("dir/rows.jsonl", "\n".join(rows).encode(), Settings())
    assert [(p.part_base, p.text.text) for p in form.parts] == [(0, "one"), (8, "last")]
    assert [i.part for i in form.issues] == [2, 4, 5, 6, 7, 8]
    assert {i.code for i in form.issues} == {"broken-line"}
    assert form.issues[0].message.startswith("dir/rows.jsonl:2: not JSON")
    assert len({i.issue_id for i in form.issues}) == len(form.issues)


@pytest.fixture
def _stopped_child() -> Iterator[None]:
    """A child that answers nothing any more."""
    os.kill(child_id(), signal.SIGSTOP)
    yield
    assert works()


@pytest.mark.usefixtures("_stopped_child")
def test_a_parser_that_takes_for_ever() -> None:
    begun = time.monotonic()
    error = skipped("slow.html", PAGE, Settings(parse_seconds=0.3))
    assert error.code == "parse-timeout"
    assert time.monotonic() - begun < 3


@pytest.mark.usefixtures("_stopped_child")
def test_a_parser_that_does_not_even_listen() -> None:
    assert skipped("slow.html", PAGE + b" " * 5_000_000, Settings(parse_seconds=0.3)).code == "parse-timeout"


def test_a_parser_that_crashes() -> None:
    child = child_id()
    os.kill(child, signal.SIGSTOP)
    threading.Timer(0.2, os.kill, (child, signal.SIGKILL)).start()
    error = skipped("bad.html", PAGE)
    assert error.code == "parse-crash"
    assert "SIGKILL" in error.message
    assert works()


def test_a_child_that_died_idle_is_replaced() -> None:
    os.kill(child_id(), signal.SIGKILL)
    time.sleep(0.1)
    assert works()


def test_a_file_that_needs_too_much_memory() -> None:
    page = b"<html><body>" + b"<p>The minister met the ambassador.</p>" * 150_000 + b"</body></html>"
    assert skipped("big.html", page, Settings(parse_memory=120 * 1024 * 1024)).code == "parse-memory"
    assert works()


def test_interrupted_in_the_middle_of_a_file() -> None:
    child = child_id()
    os.kill(child, signal.SIGSTOP)
    main = threading.main_thread().ident
    assert main is not None
    # Where the tests run in the background, the shell has told them to ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Timer(0.2, signal.pthread_kill, (main, signal.SIGINT)).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            open_form("a.html", PAGE, Settings())
    finally:
        signal.signal(signal.SIGINT, before)
    assert works()


def _length(data: bytes) -> int:
    return len(open_form("a.html", data, Settings()).parts[0].text.text)


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_inside_a_daemonic_worker(method: str) -> None:
    assert works()
    with multiprocessing.get_context(method).Pool(1) as pool:
        assert pool.map(_length, [PAGE] * 3) == [_length(PAGE)] * 3
    assert works()
