"""`dragoman serve`: what it refuses to do, what it says, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.serve import _pages

PATIENCE = 30.0  # seconds, on a busy machine


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of its own, and its address as it says it."""
    command = [sys.executable, "-m", "dragoman", "serve", "--archive", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            said = ""
            while "Ctrl-C ends it" not in said and (line := server.stdout.readline()):
                said += line
            assert ("without pages" in said) == (_pages() is None)
            match = re.search(r"http://\S+:\d+", said)
            assert match is not None, said
            yield server, match[0]
        finally:
            if server.poll() is None:
                server.kill()


def fetch(address: str, **headers: str) -> tuple[int, bytes]:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_until_it_is_ended(folder: Path, end: signal.Signals) -> None:
    with serving(folder) as (server, address):
        status, body = fetch(f"{address}/api/info")
        assert (status, json.loads(body)["documents"]) == (200, 6)
        assert fetch(f"{address}/api/info", Host="evil.example")[0] == 400
        server.send_signal(end)
        said, wrong = server.communicate(timeout=PATIENCE)
        assert (server.returncode, said, wrong) == (0, "", "")


def test_with_a_token_only_who_has_it_is_answered(folder: Path) -> None:
    with serving(folder, "--token", "of-the-tests-1") as (_, address):
        assert fetch(f"{address}/api/tables")[0] == 401
        assert fetch(f"{address}/api/tables", Authorization="Bearer of-the-tests-1")[0] == 200


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "give a --token"), (["--host", "::"], "give a --token"), (["--token", "short"], "12 to 200"),
        (["--port", "70000"], "0 to 65535"), (["--archive", "nowhere"], "no archive in nowhere"),
        (["--host", "no.such.host.invalid", "--token", "a-token-of-tests"], "cannot be had"),
    ],
)  # fmt: skip
def test_what_cannot_be_served_is_refused(
    folder: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAGOMAN_TOKEN", raising=False)
    assert main(["serve", *options]) == 2
    assert said in capsys.readouterr().err


def test_a_port_in_use_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert f"--port {port} is in use on 127.0.0.1; give another" in capsys.readouterr().err
