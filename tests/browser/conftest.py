"""A reading room over an archive of some of the examples and of hostile texts, and a Chromium to read in.

Without Chromium these tests are skipped, with the reason; with REQUIRE_BROWSER=1 they fail instead.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

import dragoman
from dragoman.rest import create_app
from dragoman.web import add_pages

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "analysis")]

from analysis_samples import Made, fill  # noqa: E402
from hostile import long_text, write_hostile  # noqa: E402

# Enough for every page to have something to show.
EXAMPLES = """
    dprk/2024-06-visit-bulletin.txt dprk/2024-12-instruments-bulletin.txt dprk/constitution-offices.txt dprk/threats-2017.txt
    dprk/us-dprk-communique-2000.txt dprk/un-admission-ko.txt ghana/1957-bulletin.txt ghana/rhodesia-1965.txt
""".split()
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync"
).split()
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def missing(reason: str) -> None:
    """Skip, or fail where a browser is required."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the examples, and texts that mean harm."""
    folder = tmp_path_factory.mktemp("room")
    texts = folder / "texts"
    for name in EXAMPLES:
        target = texts / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "examples" / name, target)
    write_hostile(texts / "hostile")
    dragoman.read(texts, archive=folder / "archive", workers=1).close()
    # Coding five megabytes takes longer than all of these tests: this one comes as it would be kept.
    fill(folder / "archive", [Made(long_text(), "hostile/long.txt", published="2024").coded()], [])
    return folder / "archive"


@pytest.fixture(scope="session")
def room(archive: Path) -> Iterator[str]:
    """The address of a running reading room."""
    server = uvicorn.Server(uvicorn.Config(create_app(archive, seconds=60, add_pages=add_pages), log_level="error"))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 15
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        assert server.started, "the server did not start"
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running Chromium."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        missing("no playwright: pip install playwright")
    path = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if path is None:
        missing("no Chromium: apt-get install chromium fonts-dejavu-core")
    with sync_playwright() as started:
        try:
            browser = started.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            missing(f"{path} does not start: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


class Reader:
    """A browser window and what went wrong in it: errors, and requests to anywhere but the room."""

    def __init__(self, context: Any, room: str) -> None:
        self.context = context
        self.room = room
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(8000)
        context.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("dialog", self._dialog)

    def _asked(self, request: Any) -> None:
        where = urlsplit(request.url)
        if where.scheme not in ("data", "blob") and f"{where.scheme}://{where.netloc}" != self.room:
            self.outside.append(request.url)

    def _dialog(self, dialog: Any) -> None:
        self.errors.append(f"a script of a text ran: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Any:
        self.page.goto(self.room + path, wait_until="load")
        return self.page

    def pardon_statuses(self) -> None:
        """A browser notes each refusal as an error; where they are expected, nothing else may be one."""
        self.errors = [error for error in self.errors if "Failed to load resource" not in error]

    def check(self) -> None:
        assert self.outside == []
        assert self.errors == []


@pytest.fixture
def reader(chromium: Any, room: str) -> Iterator[Reader]:
    """A wide window; nothing may have gone wrong in it at the end."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    made = Reader(context, room)
    yield made
    context.close()
    made.check()


@pytest.fixture
def window(chromium: Any, room: str) -> Iterator[Any]:
    """Makes windows with other settings: `window(java_script_enabled=False)`."""
    contexts, readers = [], []

    def make(**settings: Any) -> Reader:
        contexts.append(chromium.new_context(**settings))
        readers.append(Reader(contexts[-1], room))
        return readers[-1]

    yield make
    for context in contexts:
        context.close()
    for one in readers:
        one.check()
