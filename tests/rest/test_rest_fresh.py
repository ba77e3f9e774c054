"""While a reading runs, what is answered is what was committed last, each answer of one state."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from archive_samples import RUN, coded, many, reading
from starlette.testclient import TestClient

from dragoman.archive import Archive
from dragoman.archive.connection import FILE
from dragoman.archive.kept import Kept, State
from dragoman.rest import create_app
from dragoman.rest.readers import Readers

BASE = "http://127.0.0.1:8000"


def test_every_commit_is_seen_at_once(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive, TestClient(create_app(tmp_path), base_url=BASE) as room:
        archive.begin_reading(reading())
        for n, one in enumerate(many(12), 1):
            archive.commit([one], [], RUN)
            documents = room.get("/api/documents").json()
            events = room.get("/api/events").json()
            assert documents["total"] == events["documents"] == n
            assert room.get("/api/tables").json()["documents"] == n
            assert room.get("/api/brief/PRK").status_code in (200, 404)
            stored = archive.select("SELECT count(*) FROM events")[0][0]
            assert events["total"] == stored
        archive.finish_reading(reading())
        (log,) = room.get("/api/readings").json()["rows"]
        assert log["finished"] is None or log["reading_id"] == "r1"


def test_an_answer_is_of_one_state(tmp_path: Path) -> None:
    """Every document has one event here: an answer that mixed two states would count them differently."""
    stop = threading.Event()
    with Archive.open(tmp_path, create=True):
        pass

    def write() -> None:
        with Archive.open(tmp_path) as archive:
            archive.begin_reading(reading())
            n = 0
            while not stop.is_set():
                archive.commit([coded(f"Text {n} of many", f"{n}.txt")], [], RUN)
                n += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        with TestClient(create_app(tmp_path), base_url=BASE) as room:
            seen = []
            for _ in range(60):
                found = room.get("/api/events", params={"limit": 1}).json()
                assert found["total"] == found["documents"]
                seen.append(found["total"])
            assert seen == sorted(seen)
    finally:
        stop.set()
        writer.join()


def test_an_archive_put_in_the_place_of_another_is_seen(tmp_path: Path) -> None:
    for name, documents in (("one", 2), ("two", 5)):
        with Archive.open(tmp_path / name, create=True) as archive:
            archive.begin_reading(reading())
            archive.commit(many(documents), [], RUN)
            archive.finish_reading(reading())
    with TestClient(create_app(tmp_path / "one"), base_url=BASE) as room:
        assert room.get("/api/documents").json()["total"] == 2
        shutil.copy(tmp_path / "two" / FILE, tmp_path / "copied")
        (tmp_path / "copied").replace(tmp_path / "one" / FILE)
        assert room.get("/api/documents").json()["total"] == 5


def test_what_was_found_is_kept_until_the_next_commit(told: Path) -> None:
    kept, made = Kept(), list[int]()

    def make() -> bytes:
        made.append(1)
        return b"found"

    # What a reader finds who still sees an older state is given, and not kept.
    for version, times in ((1, 1), (1, 1), (2, 2), (2, 2), (1, 3), (2, 3)):
        assert kept.get(State((0, 0), version), "question", make) == b"found"
        assert len(made) == times
    assert kept.get(State((0, 1), 1), "question", make) == b"found"
    assert len(made) == 4, "another file is another archive"


def test_what_is_kept_is_bounded() -> None:
    kept, now = Kept(limit=1000), State((0, 0), 1)
    for n in range(100):
        kept.get(now, n, lambda: b"x" * 100)
    assert kept._size <= 1000
    assert kept.get(now, "large", lambda: b"x" * 900) == b"x" * 900
    assert "large" not in kept._found


def test_states_are_equal_while_nothing_is_committed(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        readers = Readers(tmp_path)
        before = readers.state()
        assert readers.state() == before
        archive.begin_reading(reading())
        assert readers.state() != before
        readers.close()
