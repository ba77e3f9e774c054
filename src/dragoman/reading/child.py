"""The process that parses hostile forms: `python -m dragoman.reading.child MEMORY`.

Reads requests from standard input and writes answers to standard output until the input ends. `dragoman.reading.sandbox`
is at the other end.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import SkipDocument
from dragoman.reading.forms import READERS
from dragoman.reading.parts import pack
from dragoman.reading.sandbox import HEADER, MAXRSS_UNIT, Answer, Request


def main() -> None:
    """Serve until the other end closes."""
    # Ctrl-C goes to the whole group of the terminal; what becomes of this process is for its parent to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Whatever a library prints must not get between the messages.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(int(sys.argv[1]))
    _write(out, str(_peak()).encode())
    source = os.fdopen(0, "rb", closefd=False)
    while header := source.read(HEADER):
        body = source.read(int.from_bytes(header, "big"))
        _write(out, msgspec.msgpack.encode(answer(body)))


def answer(body: bytes) -> Answer:
    """What became of one request."""
    request = msgspec.msgpack.decode(body, type=Request)
    # If the parent is gone nobody enforces the limit but the kernel.
    signal.setitimer(signal.ITIMER_REAL, request.settings.parse_seconds + 5)
    try:
        form = READERS[request.reader].read(request.data, request.path_name, request.settings)
        return Answer(pack(form), used=_used())
    except SkipDocument as error:
        return Answer(None, error.code, error.message)
    except MemoryError:
        return Answer(None, "parse-memory")
    except RecursionError:
        return Answer(None, "parse-crash", f"{request.path_name}: nested too deeply to be parsed")
    except Exception as error:
        # The parsers raise whatever comes to hand on a broken file; the kind of error is what there is to say.
        if "allocat" in str(error).lower():
            return Answer(None, "parse-memory")
        problem = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return Answer(None, "broken-file", f"{request.path_name}: cannot be parsed as {request.reader} ({problem})")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _used() -> int:
    """The most memory this process ever had, in bytes."""
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    except (OSError, IndexError, ValueError):
        return _peak()


def _peak() -> int:
    """The same by the count that a parent sees; on Linux it begins with what the parent had when it started us."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def _limit(memory: int) -> None:
    """Caps the memory this process can have. Not every system has such a limit; there the time limit is left."""
    try:
        # Address space counts what libraries map and never touch; the data limit counts what is theirs to write.
        kind = resource.RLIMIT_DATA if sys.platform.startswith("linux") else resource.RLIMIT_AS
        _, hard = resource.getrlimit(kind)
        allowed = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(kind, (allowed, hard))
        # A crash is an answer, not something to keep an image of.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return


def _write(out: BinaryIO, body: bytes) -> None:
    out.write(len(body).to_bytes(HEADER, "big") + body)
    out.flush()


if __name__ == "__main__":
    main()
