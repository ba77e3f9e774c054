"""All commands on one screen, and what becomes of what goes wrong in them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cyclopts import App
from cyclopts.exceptions import CycloptsError

from dragoman import __version__
from dragoman.cli.brief import brief
from dragoman.cli.code import code
from dragoman.cli.conflicts import conflicts
from dragoman.cli.demo import demo
from dragoman.cli.diff import diff
from dragoman.cli.export import export
from dragoman.cli.info import info
from dragoman.cli.list import list_
from dragoman.cli.people import people
from dragoman.cli.read import read
from dragoman.cli.relations import relations
from dragoman.cli.search import search
from dragoman.cli.serve import serve
from dragoman.cli.show import show
from dragoman.cli.sql import sql
from dragoman.cli.table import table
from dragoman.cli.timeline import timeline
from dragoman.cli.verify import verify
from dragoman.cli.version import version
from dragoman.errors import DragomanError, UsageError

DONE, PARTLY, USAGE, INTERRUPTED = 0, 1, 2, 130

# In the order in which `dragoman --help` lists them. Each returns an exit status.
COMMANDS: dict[str, Callable[..., int]] = {
    "read": read,
    "brief": brief,
    "timeline": timeline,
    "list": list_,
    "relations": relations,
    "people": people,
    "conflicts": conflicts,
    "table": table,
    "search": search,
    "show": show,
    "diff": diff,
    "code": code,
    "export": export,
    "sql": sql,
    "serve": serve,
    "verify": verify,
    "info": info,
    "demo": demo,
    "version": version,
}

app = App(
    name="dragoman",
    help="Reads what governments publish and keeps the record of a state's foreign relations, each line tied to its sentence.",
    help_epilogue="Exit status: 0 done; 1 something was skipped or failed, or verify found damage; 2 usage; 130 interrupted.",
    version=__version__,
    help_format="plaintext",
    suppress_keyboard_interrupt=False,
)
for _number, (_name, _command) in enumerate(COMMANDS.items()):
    app.command(_command, name=_name, sort_key=_number)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; what goes wrong is one line on standard error."""
    _speak_unicode()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except KeyboardInterrupt:
        if argv is None:
            # Workers end what they are at; a second Ctrl-C in the meantime would leave them behind.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return _fail("interrupted; what was read stays read", INTERRUPTED)
    except BrokenPipeError:
        _close_stdout()
        return DONE
    except UsageError as error:
        return _fail(str(error), USAGE)
    except DragomanError as error:
        return _fail(str(error), PARTLY)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(f"{where}{error.strerror or error}", PARTLY)
    return status


def _run(tokens: list[str]) -> int:
    try:
        status = app(tokens, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        asked = next((token for token in tokens if token in COMMANDS), "")
        raise UsageError(f"{' '.join(str(error).split())} See: dragoman {asked}{' ' if asked else ''}--help") from error
    return status if isinstance(status, int) else DONE


def _fail(message: str, status: int) -> int:
    with suppress(BrokenPipeError):
        print(f"dragoman: {' '.join(message.split())}", file=sys.stderr, flush=True)  # noqa: T201 - the one line
    return status


def _speak_unicode() -> None:
    """Texts are in all scripts: a terminal that cannot show a character is given a stand-in, not an error."""
    if sys.stdout is None:  # closed by who started us
        _close_stdout()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _close_stdout() -> None:
    """The reader has gone: nothing more is written, not even when Python ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
