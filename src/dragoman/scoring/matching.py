"""Whether a coded record is the one that a label means: only the fields that the label names are compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

QUOTE = "quote"
_PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})

Row = Mapping[str, Any]


def fold(value: object) -> str:
    """Text without case, spare spaces and typographic variants."""
    return " ".join(str(value).translate(_PLAIN).split()).casefold()


def _contains(wanted: Any, got: Any) -> bool:
    return got is not None and fold(wanted) in fold(" ".join(map(str, got)) if isinstance(got, list) else got)


def _any(wanted: Any, got: Any) -> bool:
    return any(same(one, got) for one in wanted)


def _sign(wanted: Any, got: Any) -> bool:
    return bool(got) and (got > 0) == (wanted == "+")


def _includes(wanted: Any, got: Any) -> bool:
    return isinstance(got, list) and {fold(one) for one in wanted} <= {fold(one) for one in got}


def _overlaps(wanted: Any, got: Any) -> bool:
    return not wanted or (isinstance(got, list) and bool({fold(one) for one in wanted} & {fold(one) for one in got}))


# What a label may say in place of a value: {"contains": "words"}. Each with what it takes.
TESTS: dict[str, tuple[Callable[[Any, Any], bool], type]] = {
    "contains": (_contains, str),
    "any": (_any, list),
    "sign": (_sign, str),
    "includes": (_includes, list),
    "overlaps": (_overlaps, list),
}


def check_value(name: str, value: Any, text: str) -> str | None:
    """What is wrong with the value that a label has for a field; None where it can be compared."""
    if name == QUOTE:
        found = isinstance(value, str) and span_of(value, text) is not None
        return None if found else f"quote {value!r} does not stand in the text; allowed: words of it"
    if not isinstance(value, dict):
        return None
    (test, wanted), *more = value.items() or [("nothing", None)]
    if more or test not in TESTS or not isinstance(wanted, TESTS[test][1]) or (test == "sign" and wanted not in ("+", "-")):
        return f'{name} cannot be {value!r}; allowed: a value, or one of {", ".join(TESTS)} as in {{"contains": "words"}}'
    return None


def same(wanted: Any, got: Any) -> bool:
    """Whether a value is the one wanted: text in any case, lists as sets, numbers by value, null as unknown or empty."""
    if isinstance(wanted, dict):
        (test, value), *_ = wanted.items()
        return TESTS[test][0](value, got)
    if wanted is None:
        return got in (None, "", [])
    if isinstance(wanted, list):
        return isinstance(got, list) and {fold(one) for one in wanted} == {fold(one) for one in got}
    if isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, (int, float)):
        return isinstance(got, (int, float)) and float(got) == float(wanted)
    return got is not None and not isinstance(got, list) and fold(wanted) == fold(got)


def meets(label: Row, record: Row, text: str) -> bool:
    """Whether `record` of `text` has every field that `label` names; its evidence shares words with the `quote`."""
    for name, value in label.items():
        if name == QUOTE:
            place = span_of(value, text)
            if place is None or record["end"] <= place[0] or place[1] <= record["start"]:
                return False
        elif not same(value, record.get(name)):
            return False
    return True


def span_of(words: str, text: str) -> tuple[int, int] | None:
    """Where `words` stand in `text`, whatever the case, spaces and typographic variants."""
    pieces = [re.escape(piece) for piece in words.translate(_PLAIN).split()]
    found = re.search(r"\s+".join(pieces), text.translate(_PLAIN), re.IGNORECASE) if pieces else None
    return found.span() if found else None


def paired(labels: Sequence[Row], records: Sequence[Row], fits: Callable[[Row, Row], bool]) -> dict[int, int]:
    """The most pairs of a label and a record that fit, each in one pair at most: places of labels to places of records."""
    options = [[r for r, record in enumerate(records) if fits(label, record)] for label in labels]
    taken: dict[int, int] = {}

    def place(label: int, tried: set[int]) -> bool:
        for record in options[label]:
            if record not in tried:
                tried.add(record)
                if record not in taken or place(taken[record], tried):
                    taken[record] = label
                    return True
        return False

    for label in range(len(labels)):
        place(label, set())
    return {label: record for record, label in taken.items()}
