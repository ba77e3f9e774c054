"""Names that front matter, rows and meta tags give to the same thing, and what they are called here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.reading.clean import clean
from dragoman.reading.parts import Hints
from dragoman.records.document import KINDS

# Field of Hints -> names it goes by, in lower case with underscores.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "identifier"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at", "publication_date", "pubdate", "date_published", "datepublished"),
    "captured": ("captured", "captured_at", "archived", "retrieved", "accessed"),
    "outlet": ("outlet", "source", "site", "site_name", "sitename", "medium"),
    "publisher": ("publisher", "issuer", "issued_by"),
    "url": ("url", "link", "permalink", "source_url", "canonical"),
    "author": ("author", "authors", "byline"),
    "kind": ("kind", "type"),
    "language": ("language", "lang"),
    "speaker_name": ("speaker_name", "speaker"),
    "speaker_office": ("speaker_office", "office"),
    "speaker_state": ("speaker_state", "state"),
    "addressee": ("addressee", "to"),
    "occasion": ("occasion",),
    "is_example": ("is_example", "example", "written_for"),
}
_FIELDS = {name: field for field, names in NAMES.items() for name in names}
_ISO = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?=$|[T ]\d\d:?\d\d)")
_URL = re.compile(r"https?://\S+$", re.IGNORECASE)
_YES = frozenset({"true", "yes", "1", "on", "dragoman"})


def hints_from(values: Mapping[str, str]) -> Hints:
    """Hints from names and values as found; the first of several names for one field wins, the rest is `extra`.

    An empty value is no value. A `kind` that is none of ours, and a name that is not known, stay in `extra`.
    """
    found: dict[str, str] = {}
    extra: dict[str, str] = {}
    for name, raw in values.items():
        value = " ".join(clean(raw).split())
        if not value:
            continue
        field = _field(_key(name), value)
        if field is None or field in found:
            extra[clean(name)] = value
        else:
            found[field] = iso_day(value) if field in ("date", "captured") else value
    example = found.pop("is_example", "")
    kind = found.get("kind")
    if kind is not None and kind.lower() not in KINDS:
        extra["kind"] = found.pop("kind")
    elif kind is not None:
        found["kind"] = kind.lower()
    if example and example.lower() not in _YES | {"false", "no", "0", "off"}:
        extra["is_example"] = example
    return Hints(**found, is_example=example.lower() in _YES, extra=extra)


def iso_day(value: str) -> str:
    """An ISO date without its time of day, as the source's own clock had it; anything else as it is."""
    match = _ISO.match(value)
    return match.group(1) if match else value


def _key(name: str) -> str:
    return re.sub(r"[\s\-.]+", "_", name.strip().lower())


def _field(key: str, value: str) -> str | None:
    field = _FIELDS.get(key)
    # `source:` names a medium in one house and holds an address in the next.
    return "url" if field == "outlet" and _URL.match(value) else field
