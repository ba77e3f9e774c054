"""`dragoman serve`: the reading room: pages to read in, and the API."""

from __future__ import annotations

import errno
import importlib
import re
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from dragoman.cli.terminal.options import ArchiveOption, LexiconOption
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.rest import AddPages

HOST, PORT = "127.0.0.1", 8000
_PAGES = "dragoman.web"
_TOKEN = re.compile(r"[A-Za-z0-9._~-]{12,200}")
_CLOSING_SECONDS = 3
_WAITING = 1024
_TURN_SECONDS = 0.001


def serve(
    *,
    archive: ArchiveOption = None,
    lexicon: LexiconOption = None,
    host: Annotated[str, Parameter(help="The address to answer on. Others than this machine's own need a token.")] = HOST,
    port: Annotated[int, Parameter(help="The port to answer on; 0 for any that is free.")] = PORT,
    token: Annotated[
        str | None,
        Parameter(env_var="DRAGOMAN_TOKEN", help="What every request must bring. Default: DRAGOMAN_TOKEN, else none."),
    ] = None,
) -> int:
    """Pages to read in and the REST API, on this machine until Ctrl-C. Nothing is written to the archive."""
    from dragoman.cli.terminal.opening import folder_of, open_archive
    from dragoman.rest import create_app, is_loopback

    if token is not None and not _TOKEN.fullmatch(token):
        raise UsageError("--token: allowed: 12 to 200 letters, digits and . _ ~ -")
    if token is None and not is_loopback(host):
        raise UsageError(f"--host {host} can be reached from other machines: give a --token that every request must bring")
    with open_archive(archive, lexicon):  # says at once what is wrong with it
        pass
    folder, pages = folder_of(archive), _pages()
    app = create_app(folder, lexicons=lexicon or [], host=host, token=token, add_pages=pages)
    with _listening(host, port) as listener:
        _say(listener, folder, pages is not None, token is not None)
        _run(app, listener)
    return 0


def _pages() -> AddPages | None:
    """What adds the pages; None where Dragoman was built without them."""
    try:
        found: AddPages = importlib.import_module(_PAGES).add_pages
    except ModuleNotFoundError as error:
        if error.name != _PAGES:
            raise
        return None
    return found


def _listening(host: str, port: int) -> socket.socket:
    """A socket at the address. Raises UsageError where it cannot be had."""
    if not 0 <= port <= 65535:
        raise UsageError(f"--port {port}: allowed: 0 to 65535")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
            listener.listen(_WAITING)  # whoever asks as soon as the address is told waits a little
        except BaseException:
            listener.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError(f"--port {port} is in use on {host}; give another, or --port 0 for any that is free") from error
        raise UsageError(f"--host {host} --port {port}: cannot be had ({error.strerror or error})") from error
    return listener


def _say(listener: socket.socket, folder: Path, pages: bool, token: bool) -> None:
    from dragoman.cli.terminal.screen import Screen

    host, port = listener.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    screen = Screen()
    screen.line(f"{folder}: {address}/{'' if pages else 'api/info'}", "bold")
    screen.line(f"API: {address}/api/openapi.json", indent=2)
    if not pages:
        screen.line("without pages, as this Dragoman was built without them", indent=2)
    if token:
        screen.line("every request must bring the token; a browser does when opened with ?token=... once", indent=2)
    screen.line("Ctrl-C ends it", "dim", indent=2)
    sys.stdout.flush()


def _run(app: Any, listener: socket.socket) -> None:
    """Answer until Ctrl-C or a request to end."""
    import uvicorn

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    # A page that is being drawn would keep others, which wait for a turn several times, five milliseconds each time.
    sys.setswitchinterval(_TURN_SECONDS)
    # What fails is logged where it fails; a question that is cut off at the end is no failure.
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, timeout_graceful_shutdown=_CLOSING_SECONDS,
        h11_max_incomplete_event_size=64 * 1024, limit_concurrency=256,
    )  # fmt: skip
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        return
