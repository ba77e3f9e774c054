"""Parsing in a child process, so that no file can hang, fill or crash a run.

The child is started when first needed, kept for the next file, and started anew after it died. It works inside daemonic
workers, which may not have children of multiprocessing: it is a plain subprocess that speaks over its pipes. Messages
are a length of eight bytes and a body.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from dragoman.errors import SkipDocument
from dragoman.settings import Settings

HEADER = 8
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
# Starting Python and importing a parser is not the file's fault.
START_SECONDS = 60.0
# A child that has used this share of its memory is replaced; one that dies above GREEDY is taken to have died of it.
WORN = 0.4
GREEDY = 0.7
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


class Request(msgspec.Struct, array_like=True):
    """A file to parse: which reader, the path to name, the bytes, and the limits it is under."""

    reader: str
    path_name: str
    data: bytes
    settings: Settings


class Answer(msgspec.Struct, array_like=True):
    """A packed form, or the code and message of why there is none; `used` is the most memory the child ever had."""

    form: bytes | None = None
    code: str = ""
    message: str = ""
    used: int = 0


class _Died(Exception):
    """The child closed its pipe."""


class _Late(Exception):
    """The time is up."""


class _Limits(NamedTuple):
    memory: int


class Sandbox:
    """One child process. Not shared between processes; threads take turns."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._limits = _Limits(0)
        self._inherited = 0

    def parse(self, request: Request) -> Answer:
        """The child's answer. Raises SkipDocument: parse-timeout, parse-memory, parse-crash."""
        with self._lock:
            child = self._ready(request.settings)
            seconds = request.settings.parse_seconds
            deadline = time.monotonic() + seconds
            try:
                _send(child, msgspec.msgpack.encode(request), deadline)
                answer = msgspec.msgpack.decode(_receive(child, deadline), type=Answer)
            except _Late as error:
                self._stop()
                message = f"{request.path_name}: parsing took longer than {seconds:g} s (parse_seconds); given up"
                raise SkipDocument("parse-timeout", message) from error
            except _Died as error:
                raise self._obituary(request) from error
            except BaseException:
                # Ctrl-C between question and answer: the next answer would be to the wrong question.
                self._stop()
                raise

            # What a big file left behind must not count against the next one.
            if answer.used > WORN * request.settings.parse_memory:
                self._stop()
            return answer

    def close(self) -> None:
        """Ends the child, if it is this process's own: a fork inherits this object and its exit hook too."""
        with self._lock:
            if self._owner == os.getpid():
                self._stop()

    def _ready(self, settings: Settings) -> subprocess.Popen[bytes]:
        """A living child under the limits asked for; the first thing it says is how much memory it is charged with already."""
        limits = _Limits(settings.parse_memory)
        if self._child is not None and self._owner != os.getpid():
            # After a fork the child belongs to the parent: it is neither waited for nor killed here.
            self._child.returncode = 0
            _close_pipes(self._child)
            self._child = None
        if self._child is not None and (self._child.poll() is not None or limits != self._limits):
            self._stop()
        if self._child is None:
            self._owner, self._limits = os.getpid(), limits
            self._child = _start(limits)
            try:
                self._inherited = int(_receive(self._child, time.monotonic() + START_SECONDS))
            except (_Died, _Late) as error:
                self._stop()
                raise SkipDocument("parse-crash", "the parsing process did not start") from error
            except BaseException:
                self._stop()
                raise
        return self._child

    def _obituary(self, request: Request) -> SkipDocument:
        """Why the child died: of memory, where it had grown to most of what it was allowed, or of something else."""
        child, self._child = self._child, None
        assert child is not None
        used = 0
        try:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            used = usage.ru_maxrss * MAXRSS_UNIT
        except ChildProcessError:
            child.wait()
        _close_pipes(child)
        name, allowed = request.path_name, request.settings.parse_memory
        if used >= GREEDY * allowed and used > self._inherited:
            return _too_much_memory(name, allowed)
        ended = child.returncode
        how = f"signal {signal.Signals(-ended).name}" if ended < 0 else f"status {ended}"
        return SkipDocument("parse-crash", f"{name}: the parser crashed on it ({how})")

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            _close_pipes(child)


def parse(reader: str, path_name: str, data: bytes, settings: Settings) -> bytes:
    """The packed form of `data`. Raises SkipDocument, as the reader does and for a child that dies or dawdles."""
    answer = _SANDBOX.parse(Request(reader, path_name, data, msgspec.structs.replace(settings, lexicons=[])))
    if answer.form is None:
        if answer.code == "parse-memory":
            raise _too_much_memory(path_name, settings.parse_memory)
        raise SkipDocument(answer.code, answer.message)
    return answer.form


def _too_much_memory(name: str, allowed: int) -> SkipDocument:
    return SkipDocument("parse-memory", f"{name}: parsing needs more than {allowed:,} bytes of memory (parse_memory); given up")


def _start(limits: _Limits) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(_PACKAGE_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    # One thread each: many workers, many children. -P: a module in the folder that is read must not be imported.
    environment = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-m", "dragoman.reading.child", str(limits.memory)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0
    )


def _pipes(child: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert child.stdin is not None
    assert child.stdout is not None
    return child.stdin, child.stdout


def _close_pipes(child: subprocess.Popen[bytes]) -> None:
    for pipe in _pipes(child):
        with contextlib.suppress(BrokenPipeError):
            pipe.close()


def _send(child: subprocess.Popen[bytes], body: bytes, deadline: float) -> None:
    handle = _pipes(child)[0].fileno()
    os.set_blocking(handle, False)
    view = memoryview(len(body).to_bytes(HEADER, "big") + body)
    while view:
        _await(handle, select.POLLOUT, deadline)
        try:
            view = view[os.write(handle, view[: 1 << 20]) :]
        except BlockingIOError:
            continue
        except OSError as error:
            raise _Died from error


def _receive(child: subprocess.Popen[bytes], deadline: float) -> bytes:
    handle = _pipes(child)[1].fileno()
    size = int.from_bytes(_exactly(handle, HEADER, deadline), "big")
    return _exactly(handle, size, deadline)


def _exactly(handle: int, size: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    while size:
        _await(handle, select.POLLIN, deadline)
        chunk = os.read(handle, min(size, 1 << 20))
        if not chunk:
            raise _Died
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def _await(handle: int, event: int, deadline: float) -> None:
    """Until the pipe is ready or closed. Raises _Late. (`select.select` knows no handles above 1,023.)"""
    poll = select.poll()
    poll.register(handle, event)
    if not poll.poll(max(deadline - time.monotonic(), 0.0) * 1000):
        raise _Late


_SANDBOX = Sandbox()
atexit.register(_SANDBOX.close)
