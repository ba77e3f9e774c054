"""Commands as processes: pipes that close, interrupts, terminals, and how long help takes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PYTHON = (sys.executable, "-m", "dragoman")
SOURCE = Path(__file__).parents[2] / "src"


def environment(**more: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error"} | more


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    for arguments in (["table", "events", "--format", "jsonl"], ["table", "events"], ["brief", "PRK"], ["info"]):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [*PYTHON, *arguments], stdout=writing, stderr=subprocess.PIPE, env=environment(), check=False, timeout=60
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (0, b""), arguments


def test_a_pipe_has_no_colours_and_long_lines(folder: Path) -> None:
    done = subprocess.run([*PYTHON, "brief", "PRK"], capture_output=True, env=environment(COLUMNS="40"), check=True, timeout=60)
    assert b"\x1b" not in done.stdout
    assert "    words of PRK; Statement on Drills, KCNA, 2017-01-06 (in/statement.txt)\n" in done.stdout.decode()


def test_output_is_utf_8_for_programs_whatever_the_terminal_speaks(folder: Path) -> None:
    plain = environment(LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii", PYTHONCOERCECLOCALE="0")
    arguments = ["table", "documents", "language=ko", "--columns", "title"]
    rows = subprocess.run([*PYTHON, *arguments, "--format", "jsonl"], capture_output=True, env=plain, check=True, timeout=60)
    assert "외무성" in rows.stdout.decode()
    text = subprocess.run([*PYTHON, *arguments], capture_output=True, env=plain, check=True, timeout=60)
    assert b"\\uc678" in text.stdout


@pytest.mark.skipif(os.name != "posix", reason="times of children of other systems")
def test_help_is_quick() -> None:
    """In processor time, and on a machine that has other things to do beside what the library behind it takes."""
    library = [sys.executable, "-c", "import cyclopts.help, rich.console"]
    assert _spent([*PYTHON, "--help"]) < max(0.4, 3 * _spent(library))


def _spent(command: list[str]) -> float:
    """The least processor time of five runs, in seconds."""
    times = []
    for _ in range(5):
        before = os.times()
        subprocess.run(command, capture_output=True, env=environment(), check=True, timeout=60)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(times)


def test_help_loads_no_parser_and_no_archive() -> None:
    program = (
        "import sys; from dragoman.cli import main; main(['--help']); "
        "heavy = {'spacy', 'numpy', 'lxml', 'msgspec', 'sqlite3', 'pyarrow'}; "
        "print(sorted({name.split('.')[0] for name in sys.modules} & heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment(), check=True, timeout=60)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name != "posix", reason="signals of other systems")
def test_an_interrupted_reading_keeps_what_it_read(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    sentence = "Finland and Norway held talks in Oslo. Ghana signed an agreement with Togo. "
    for number in range(400):
        (texts / f"{number:03}.txt").write_text(f"Item {number}\n\n{sentence * 15}")
    archive = tmp_path / "archive"
    with subprocess.Popen(
        [*PYTHON, "read", str(texts), "--archive", str(archive), "--workers", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    ) as process:  # fmt: skip
        deadline = time.monotonic() + 60
        while _documents(archive) == 0 and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err.decode()
    assert err.decode().splitlines()[-1] == "dragoman: interrupted; what was read stays read"
    assert " of 400 files read into " in out.decode()
    assert 0 < _documents(archive) < 400
    assert subprocess.run([*PYTHON, "verify", "--archive", str(archive)], env=environment(), check=False).returncode == 0


def _documents(archive: Path) -> int:
    from dragoman.archive import Archive, count
    from dragoman.errors import ArchiveError

    try:
        with Archive.open(archive, read_only=True) as opened:
            return count(opened, "documents")
    except ArchiveError:
        return 0
