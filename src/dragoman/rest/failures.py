"""What goes wrong in answering a request, and the status that tells so. Every answer of this kind is one line."""

from __future__ import annotations

import logging
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from dragoman.errors import ArchiveError, DragomanError, TooLong, UsageError

log = logging.getLogger("dragoman.rest")


class Refused(UsageError):
    """A parameter that is not one, or has a value that it cannot have: status 422."""


class NotThere(DragomanError):
    """What was asked for is not in the archive: status 404."""


class Busy(DragomanError):
    """More is asked at once than can be answered: status 503."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer, in one line that says what, where, and what is allowed."""

    error: str


# The status of each kind of failure, and when it is met. The first that fits counts.
STATUSES: dict[type[Exception], int] = {
    Refused: 422, NotThere: 404, UsageError: 400, TooLong: 503, Busy: 503, ArchiveError: 500,
}  # fmt: skip
MEANINGS: dict[int, str] = {
    400: "The parameters are each well formed, but cannot be answered as they stand: a search that cannot be understood, "
    "a state paired with itself, a cursor of another question.",
    404: "There is no such state, document, run or register.",
    422: "A parameter that there is not, or a value that it cannot have.",
    503: "The question took too long, or too much is asked at once: ask for less, or later.",
}


def problem(status: int, message: str) -> Response:
    """The answer to a request that failed."""
    line = " ".join(message.split()) or HTTPStatus(status).phrase
    headers = {"Retry-After": "5"} if status == 503 else None
    return Response(msgspec.json.encode(Problem(error=line)), status, headers=headers, media_type="application/json")


def failed(error: Exception) -> Response:
    """The answer to what went wrong in making another. What was not foreseen is logged, and its words are not shown."""
    for kind, status in STATUSES.items():
        if isinstance(error, kind):
            return problem(status, str(error))
    log.error("a request failed", exc_info=error)
    return problem(500, f"this request could not be answered ({type(error).__name__}); the server's log says why")
