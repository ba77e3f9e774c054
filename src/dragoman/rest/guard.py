"""What stands between the network and every route, API and pages alike: who may ask, what may be sent, what browsers may do.

Everything the server sends of its own is same-origin: no script, style, image or typeface from elsewhere, none inline.
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
import unicodedata
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.rest.failures import failed, problem

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LONGEST = 16 * 1024  # bytes of an address
COOKIE = "dragoman_token"
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Middleware around the whole application, outermost.

    `host` is the address that the server is bound to. A browser that was lured to a name which leads here (DNS rebinding)
    sends that name: only addresses, this machine's own name and the one bound to are answered; bound to loopback, only
    those of loopback. `token`, where there is one, must come with every request.
    """

    def __init__(self, app: ASGIApp, *, host: str = "127.0.0.1", token: str | None = None) -> None:
        self._app = app
        self._token = token
        self._is_ours = _names_of(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no websockets here
            await send({"type": "websocket.close", "code": 1003})
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send_guarded)
            return
        try:
            await self._app(scope, receive, send_guarded)
        except Exception as error:
            if started:
                raise
            await failed(error)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why a request is not let in; None where it is."""
        headers = dict(scope["headers"])
        host = _bare(headers.get(b"host", b"").decode("latin-1"))
        if not self._is_ours(host):
            return problem(400, f"this server does not answer for the host {host[:100]!r}")
        raw = (scope.get("raw_path") or scope["path"].encode()) + b"?" + scope["query_string"]
        if len(raw) > LONGEST:
            return problem(414, f"an address of {len(raw):,} bytes; allowed: {LONGEST:,}")
        try:
            plain = unquote_to_bytes(raw.replace(b"+", b" ")).decode()
        except UnicodeDecodeError:
            return problem(400, "the address is not UTF-8")
        if any(unicodedata.category(c) in ("Cc", "Cs") for c in plain):
            return problem(400, "the address has control characters")
        return None if self._token is None else self._unknown(scope, headers, self._token)

    def _unknown(self, scope: Scope, headers: dict[bytes, bytes], token: str) -> Response | None:
        """Why somebody without the right token is not let in. A browser gives it once, as ?token=, and keeps a cookie."""
        kind, _, sent = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        if kind.lower() == "bearer" and _same(sent.strip(), token):
            return None
        if _same(_cookie(headers.get(b"cookie", b"").decode("latin-1")), token):
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and _same(value, token) for name, value in query):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            # One slash alone: an address that begins with two would lead to another host.
            address = "/" + scope["path"].lstrip("/") + (f"?{rest}" if rest else "")
            let_in = RedirectResponse(address, status_code=303)
            let_in.set_cookie(COOKIE, token, httponly=True, samesite="strict")
            return let_in
        refused = problem(
            401, "a token is needed: send `Authorization: Bearer TOKEN`, or open the address with ?token=TOKEN once"
        )
        refused.headers["WWW-Authenticate"] = "Bearer"
        return refused


def _names_of(host: str) -> Callable[[str], bool]:
    """Whether a name that a request gives is one of this server bound to `host`."""
    if is_loopback(host):
        return is_loopback
    own = {host.lower(), socket.gethostname().lower(), "localhost"}

    def ours(name: str) -> bool:
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in own
        return True

    return ours


def _bare(host: str) -> str:
    """A Host header without its port and brackets, in small letters."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""
