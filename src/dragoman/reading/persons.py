"""What names of persons look like, and the large words beside them that belong to none."""

from __future__ import annotations

import re

from dragoman.lexicon.words import alternatives, word_class

_HONORIFIC = rf"(?:(?:{alternatives('honorifics')})(?:\b|(?<=['’]))\.?,?\s+)*"
_PARTICLE = f"(?:{alternatives('particles-of-names')})"
_TOKEN = r"[A-ZÀ-ÞŁŚŻŽŠČĐ](?:[\w'’]*[\w](?:-[\w'’]+)*|\.)"
_NAME = rf"{_TOKEN}(?:[^\S\n]+(?:{_PARTICLE}[^\S\n]+){{0,2}}{_TOKEN}| ?- ?{_TOKEN}){{0,5}}"
AFTER = re.compile(rf",?[^\S\n]+{_HONORIFIC}({_NAME})")
BEFORE = re.compile(
    rf"({_NAME})\s*,[^\S\n]+(?:(?:[Tt]he|[Ff]irst|[Ss]econd|[Tt]hen|[Cc]urrent|[Nn]ewly|[Aa]ppointed|[Oo]utgoing|[Ff]ormer|"
    rf"[Ww]ho is|an?)[^\S\n]+)*$"
)
# Several words in honour of somebody, of which one alone may be a name ("Tan", "Sri").
BESTOWED = re.compile(rf"(?:{alternatives('honorifics-of-two-words')})\.?[^\S\n]+")
# "H.E. Mr. Juan Roe Minister of ...": an office right behind a name in honour.
HONOURED = re.compile(rf"\b(?:Mr|Mrs|Ms|Mme|Dr|H\.E)\.?[^\S\n]+({_NAME})[^\S\n]+$")
NAMED = re.compile(rf"{_HONORIFIC}({_NAME})")
# Words of headlines and letterheads that stand large beside names and belong to none.
NO_NAME = word_class("no-names-of-persons")  # fmt: skip
TITLES = word_class("titles-of-persons")
