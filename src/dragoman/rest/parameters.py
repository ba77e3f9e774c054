"""What a route can be asked: each parameter with its schema, and the reading of its value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.dates import is_partial
from dragoman.rest.failures import Refused

LONGEST = 200  # characters of a value
LONGEST_CURSOR = 8000
PER_PAGE, MOST_PER_PAGE = 50, 1000
UNKNOWN = "null"
BIGGEST = 10**18  # numbers stay below it, on either side of zero
_PRINTABLE = "^[^\\u0000-\\u001f\\u007f-\\u009f]+$"
_WHOLE, _REAL = re.compile(r"-?[0-9]{1,18}"), re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,25})?([eE][-+]?[0-9]{1,3})?")
# The days that there are: 29 February in leap years alone.
_LEAP = "([0-9][0-9](0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29"
_DAY = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
DATE = f"^((?!0000)[0-9]{{4}}(-(0[1-9]|1[0-2]|{_DAY}))?|{_LEAP})$"

Schema = dict[str, Any]
Reader = Callable[[str], Any]


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """`schema` is that of one value; `many` is how often it may be given. `read` raises ValueError with what is allowed."""

    name: str
    help: str
    schema: Schema
    example: Any
    read: Reader
    place: str = "query"
    many: int = 1
    default: Any = None
    required: bool = False

    def described(self) -> dict[str, Any]:
        """The parameter as OpenAPI has it."""
        schema = self.schema if self.many == 1 else {"type": "array", "items": self.schema, "maxItems": self.many}
        if self.default is not None:
            schema = schema | {"default": self.default}
        example = self.example if self.many == 1 else [self.example]
        made = {"name": self.name, "in": self.place, "description": self.help, "schema": schema, "example": example}
        return made | {"required": True} if self.required or self.place == "path" else made


def read(parameters: Sequence[Parameter], query: Iterable[tuple[str, str]], path: Mapping[str, str]) -> dict[str, Any]:
    """The value of each parameter, its default where it is not given. Raises Refused for what is not allowed."""
    known = {parameter.name: parameter for parameter in parameters}
    given: dict[str, list[str]] = {name: [value] for name, value in path.items()}
    for name, value in query:
        if name not in known or known[name].place == "path":
            allowed = ", ".join(p.name for p in parameters if p.place == "query")
            raise Refused(f"no parameter {name[:LONGEST]!r}; there are: {allowed or 'none'}")
        given.setdefault(name, []).append(value)
    return {name: _value(parameter, given.get(name, [])) for name, parameter in known.items()}


def _value(parameter: Parameter, given: list[str]) -> Any:
    if not given:
        if parameter.required:
            raise Refused(f"{parameter.name} is missing: {parameter.help}")
        return parameter.default if parameter.many == 1 else []
    if len(given) > parameter.many:
        raise Refused(f"{parameter.name} is given {len(given)} times; allowed: {parameter.many}")
    found = []
    for value in given:
        try:
            found.append(parameter.read(_printable(value)))
        except ValueError as error:
            raise Refused(f"{parameter.name}={value[:LONGEST]!r}: allowed: {error}") from error
    return found[0] if parameter.many == 1 else found


def _printable(value: str) -> str:
    if any(unicodedata.category(c) == "Cc" for c in value):
        raise ValueError("text without control characters")
    if not value:
        raise ValueError("a value; leave the parameter out where none is meant")
    return value


def text(name: str, help: str, example: str, *, longest: int = LONGEST, pattern: str = _PRINTABLE, **more: Any) -> Parameter:
    """Any text without control characters, or what `pattern` allows."""
    form = re.compile(pattern)

    def read(value: str) -> str:
        if len(value) > longest:
            raise ValueError(f"at most {longest:,} characters")
        if not form.search(value):
            raise ValueError(f"text such as {example}")
        return value

    schema = {"type": "string", "minLength": 1, "maxLength": longest, "pattern": pattern}
    return Parameter(name=name, help=help, schema=schema, example=example, read=read, **more)


def choice(name: str, help: str, values: Sequence[str], **more: Any) -> Parameter:
    """One of `values`."""

    def read(value: str) -> str:
        if value not in values:
            raise ValueError(", ".join(values))
        return value

    given = {"example": values[0]} | more
    return Parameter(name=name, help=help, schema={"type": "string", "enum": list(values)}, read=read, **given)


def date(name: str, help: str, example: str) -> Parameter:
    """A day, a month or a year."""

    def read(value: str) -> str:
        if not is_partial(value):
            raise ValueError("2017, 2017-01 or 2017-01-06")
        return value

    return Parameter(name=name, help=help, schema={"type": "string", "pattern": DATE}, example=example, read=read)


def whole(name: str, help: str, *, least: int, most: int, default: int) -> Parameter:
    """A whole number within bounds."""

    def read(value: str) -> int:
        if not _WHOLE.fullmatch(value) or not least <= int(value) <= most:
            raise ValueError(f"a whole number from {least:,} to {most:,}")
        return int(value)

    schema = {"type": "integer", "minimum": least, "maximum": most}
    return Parameter(name=name, help=help, schema=schema, example=default, read=read, default=default)


def truth(value: str) -> bool | None:
    """`true`, `false`, or None for what is unknown."""
    if value not in ("true", "false", UNKNOWN):
        raise ValueError("true, false or null")
    return None if value == UNKNOWN else value == "true"


def whole_or_unknown(value: str) -> int | None:
    if value == UNKNOWN:
        return None
    if not _WHOLE.fullmatch(value):
        raise ValueError("a whole number, or null")
    return int(value)


def real_or_unknown(value: str) -> float | None:
    if value == UNKNOWN:
        return None
    if not _REAL.fullmatch(value) or abs(float(value)) >= BIGGEST:
        raise ValueError("a number, or null")
    return float(value)


def text_or_unknown(value: str) -> str | None:
    return None if value == UNKNOWN else value


def state(name: str = "state", help: str = "A state or organisation: a code such as PRK, or a name such as Russia.",
          example: str = "PRK", **more: Any) -> Parameter:  # fmt: skip
    return text(name, help, example, **more)


STATE, OTHER = state(place="path"), state("other", "A second one, for what is between the two.", "Russia", place="path")
SINCE = date("since", "From this date on, it included.", "2017")
UNTIL = date("until", "Up to this date, it included.", "2017-06-30")
RUN = text("run", "The coding of this run instead of each document's newest; `/api/runs` lists them.", "3f2a9c5e7d10")
OUTLET = text("outlet", "The medium that carried the document.", "KCNA")
REPORTED_BY = state("reported_by", "Whose words it is: a code or name.", "PRK")
LIMIT = whole("limit", "How many rows at most.", least=1, most=MOST_PER_PAGE, default=PER_PAGE)
CURSOR = text("cursor", "Go on behind the last row of an earlier answer: its `next`.", "WyI3YzA5Il0", longest=LONGEST_CURSOR,
              pattern="^[A-Za-z0-9_-]+$")  # fmt: skip
