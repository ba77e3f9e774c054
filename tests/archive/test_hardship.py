"""Kills, two writers, readers beside a writer, damage, strangers' files, full and forbidden disks."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from archive_samples import RUN, coded, fill, full, many, mark, reading

from dragoman.archive import Archive, connection, count, rows, schema, search, sql, verify
from dragoman.archive.export import export
from dragoman.errors import ArchiveError

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
DOCUMENTS, BATCH = 600, 8

# A reading as flow does it: batches, each with its file marks; what this run knows is not sent again.
CHILD = f"""
import sys
sys.path[:0] = [{str(HERE)!r}, {str(SOURCE)!r}]
from archive_samples import RUN, many, mark, reading
from dragoman.archive import Archive
documents = many({DOCUMENTS})
print("ready", flush=True)
with Archive.open(sys.argv[1], create=True) as archive:
    archive.begin_reading(reading(sys.argv[2]))
    for i in range(0, len(documents), {BATCH}):
        batch = documents[i : i + {BATCH}]
        known = archive.known([d.document.document_id for d in batch], RUN.run_id)
        new = [d for d in batch if d.document.document_id not in known]
        archive.commit(new, [], RUN, marks=[mark(d.document.source_path, [d], d.document.text) for d in batch])
    archive.finish_reading(reading(sys.argv[2], finished="now"))
"""


def child(folder: Path, name: str) -> subprocess.Popen[str]:
    """A process that reads into the archive and has just begun."""
    process = subprocess.Popen([sys.executable, "-c", CHILD, str(folder), name], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n"
    return process


def exported(folder: Path, out: Path) -> dict[str, bytes]:
    with Archive.open(folder, read_only=True) as archive:
        export(archive, "jsonl", out)
    # Clock times and the number of readings are the only things that may differ.
    return {p.name: p.read_bytes() for p in out.iterdir() if p.stem not in ("readings", "codings")}


def test_killed_at_any_moment_it_is_whole_and_the_next_reading_completes_it(tmp_path: Path) -> None:
    assert child(tmp_path / "calm", "r").wait() == 0
    calm = exported(tmp_path / "calm", tmp_path / "calm.out")
    assert calm["documents.jsonl"].count(b"\n") == DOCUMENTS
    rng, folder, seen = random.Random(), tmp_path / "archive", 0
    for attempt in range(12):
        process = child(folder, f"r{attempt}")
        time.sleep(rng.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not (folder / connection.FILE).exists() or connection.is_empty(folder / connection.FILE):
            continue
        with Archive.open(folder, read_only=True) as archive:
            assert verify(archive).findings == []
            assert count(archive, "documents") >= seen
            seen = count(archive, "documents")
    assert child(folder, "last").wait() == 0
    assert exported(folder, tmp_path / "killed.out") == calm


def test_readers_work_while_another_process_writes(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    Archive.open(folder, create=True).close()
    process, counts = child(folder, "r"), []
    while process.poll() is None:
        with Archive.open(folder, read_only=True) as archive:
            with archive.snapshot():
                documents, codings = count(archive, "documents"), count(archive, "codings")
            assert documents == codings
            assert documents % BATCH == 0
            search(archive, "nuclear")
            sql(archive, "SELECT count(*) FROM events")
            counts.append(documents)
    assert process.returncode == 0
    assert counts == sorted(counts)
    assert len({c for c in counts if 0 < c < DOCUMENTS}) > 1, "no reader came while it was written"


def test_a_second_writer_waits_and_then_is_told_why(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as first, Archive.open(tmp_path) as second:
        first.begin_reading(reading("r1"))
        told: list[str] = []
        with pytest.raises(ArchiveError, match=r"another reading is writing to .*; waited 0\.3 s"):
            second.begin_reading(reading("r2"), wait=0.3, on_wait=told.append)
        assert len(told) == 1
        assert "waiting up to 0.3 s" in told[0]
        with pytest.raises(ArchiveError, match="another reading is writing"):
            second.rebuild(wait=0)
        second.begin_reading(reading("r2"), wait=10, on_wait=lambda _: first.close())
        second.commit([coded()], [], RUN)
        assert count(second, "documents") == 1


def test_a_killed_writer_blocks_nobody(tmp_path: Path) -> None:
    process = child(tmp_path / "archive", "r1")
    time.sleep(0.1)
    process.kill()
    process.wait()
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.begin_reading(reading("r2"), wait=0)


def test_two_that_make_the_same_archive_at_once_both_get_it(tmp_path: Path) -> None:
    opened: list[bool] = []

    def open_one() -> None:
        with Archive.open(tmp_path / "a", create=True) as archive:
            opened.append(verify(archive).sound)

    threads = [threading.Thread(target=open_one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [True] * 6


def test_there_must_be_an_archive_to_read(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"there is no archive in .*dragoman read"):
        Archive.open(tmp_path / "none", read_only=True)
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="is a file; an archive is a folder"):
        Archive.open(tmp_path / "file", create=True)


def test_a_kill_before_the_first_commit_leaves_a_file_that_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / connection.FILE).touch()
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.open(tmp_path)
    half = sqlite3.connect(tmp_path / connection.FILE)
    half.execute("PRAGMA journal_mode = WAL")
    half.close()
    with Archive.open(tmp_path, create=True) as archive:
        fill(archive, coded())


@pytest.mark.parametrize("content", [b"This is a diary, not a database." * 40, b"\x00" * 5000])
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_archive_is_left_alone(tmp_path: Path, content: bytes, read_only: bool) -> None:
    (tmp_path / connection.FILE).write_bytes(content)
    with pytest.raises(ArchiveError, match="is not an archive"):
        Archive.open(tmp_path, create=True, read_only=read_only)
    assert (tmp_path / connection.FILE).read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / connection.FILE)
    other.execute("CREATE TABLE stamps (x)")
    other.close()
    for read_only in (True, False):
        with pytest.raises(ArchiveError, match="is not an archive of Dragoman"):
            Archive.open(tmp_path, create=True, read_only=read_only)


def test_a_newer_version_is_named(tmp_path: Path) -> None:
    Archive.open(tmp_path, create=True).close()
    raw = sqlite3.connect(tmp_path / connection.FILE)
    raw.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(ArchiveError, match=f"newer Dragoman .schema {schema.SCHEMA_VERSION + 1}; this one knows"):
        Archive.open(tmp_path, read_only=True)


def test_other_tables_under_the_same_version_are_noticed(tmp_path: Path) -> None:
    Archive.open(tmp_path, create=True).close()
    raw = sqlite3.connect(tmp_path / connection.FILE)
    raw.execute("UPDATE meta SET value = 'other' WHERE key = 'schema'")
    raw.commit()
    raw.close()
    with pytest.raises(ArchiveError, match="written by another Dragoman"):
        Archive.open(tmp_path)


def complaint(folder: Path) -> str | None:
    """What the archive says of itself when everything in it is used."""
    try:
        with Archive.open(folder, read_only=True) as archive:
            found = verify(archive)
            for table in ("documents", "events", "readings"):
                rows(archive, table)
            rows(archive, "events", also=["quote"])
            search(archive, "nuclear")
            export(archive, "jsonl", folder / "out")
            return found.findings[0].what if found.findings else None
    except ArchiveError as error:
        return str(error)


def test_a_damaged_file_gives_clear_words_wherever_it_is_damaged(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "whole", create=True) as archive:
        fill(archive, full(), *many(60))
    whole = (tmp_path / "whole" / connection.FILE).read_bytes()
    calm = exported(tmp_path / "whole", tmp_path / "calm.out")
    rng, told = random.Random(7), list[str]()
    for attempt in range(25):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        damaged = bytearray(whole)
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(4096, len(whole) - 4096)
            damaged[at : at + 2000] = rng.randbytes(2000)
        (folder / connection.FILE).write_bytes(damaged)
        said = complaint(folder)
        if said is None:  # it fell where nothing is stored, and nothing is lost
            assert exported(folder, folder / "out") == calm
        else:
            told.append(said)
            assert "\n" not in said
    assert len(told) > 15


def test_a_cut_file_is_damaged(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        fill(archive, *many(50))
    assert complaint(tmp_path) is None
    file = tmp_path / connection.FILE
    os.truncate(file, file.stat().st_size // 2)
    said = complaint(tmp_path)
    assert said
    assert "damaged: " in said
    assert "dragoman verify" in said


def test_a_full_disk_loses_only_the_batch(archive: Archive) -> None:
    archive.begin_reading(reading())
    archive.commit([coded()], [], RUN)
    (pages,) = archive.select("PRAGMA page_count")[0]
    archive._connection.execute(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(ArchiveError, match=r"the disk is full: .*what was committed before stays"):
        archive.commit(many(100), [], RUN)
    archive._connection.execute("PRAGMA max_page_count = 1000000")
    assert count(archive, "documents") == 1
    assert verify(archive).sound
    archive.commit(many(100), [], RUN)
    assert count(archive, "documents") == 101


def test_an_interrupt_loses_only_the_batch(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.begin_reading(reading())
    made = [coded()]

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.archive.files.write_mark", interrupted)
    with pytest.raises(KeyboardInterrupt):
        archive.commit(made, [], RUN, marks=[mark("a.txt", made, "x")])
    monkeypatch.undo()
    assert count(archive, "documents") == 0
    assert verify(archive).sound


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid():
        tmp_path.chmod(0o500)
    else:  # root may write everywhere

        def refused(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(ArchiveError, match="cannot be used: Permission denied"):
        Archive.open(tmp_path / "archive", create=True)
    tmp_path.chmod(0o700)


def test_an_archive_on_a_disk_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        fill(archive, full())
    opened = connection._open

    def refused(file: Path, query: str, **options: bool) -> sqlite3.Connection:
        if query != "mode=ro&immutable=1":
            raise sqlite3.OperationalError("unable to open database file")
        return opened(file, query, **options)

    if os.geteuid():
        tmp_path.chmod(0o500)
    else:
        monkeypatch.setattr(connection, "_open", refused)
    with Archive.open(tmp_path, read_only=True) as archive:
        assert count(archive, "documents") == 1
        assert search(archive, "delegation").found == 1
    with pytest.raises(ArchiveError, match=r"cannot be (opened|used)"), Archive.open(tmp_path) as archive:
        archive.begin_reading(reading())
    tmp_path.chmod(0o700)


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    Archive.open(tmp_path, create=True).close()
    with Archive.open(tmp_path, read_only=True) as archive:
        with pytest.raises(ArchiveError, match="opened to be read only"):
            archive.begin_reading(reading())
        with pytest.raises(ArchiveError, match="opened to be read only"):
            archive.rebuild()
        with pytest.raises(ArchiveError, match="cannot be opened or written"):
            archive.select("DELETE FROM texts RETURNING 1")


def test_a_program_that_holds_the_file_is_not_waited_for_forever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    with Archive.open(tmp_path, create=True) as archive:
        other = sqlite3.connect(tmp_path / connection.FILE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="locked by another program"):
            archive.begin_reading(reading())
        other.close()
