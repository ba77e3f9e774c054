"""Bytes -> text, whatever they were written in; what is not text is said not to be.

In order: a byte order mark; the zeros of UTF-16 and UTF-32; UTF-8; what the file declares of itself; UTF-8 with damage;
the code pages of `charsets`; what charset-normalizer makes of it. Bytes that fit nothing become U+FFFD and are counted.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from dragoman.errors import SkipDocument
from dragoman.reading.charsets import PROFILES, Guess, best_guess, sample_of, score_as
from dragoman.reading.clean import clean


class Decoded(NamedTuple):
    """`text`, the name of its encoding, and how many places of it fitted no character (each a U+FFFD)."""

    text: str
    encoding: str
    bad: int = 0


MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf_8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf_32_le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf_32_be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf_16_le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf_16_be", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
# What a file calls itself, and the wider code page that such files are in fact written in.
WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030"} | {
    "shift_jis": "cp932", "big5": "cp950", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip
GOOD_ENOUGH = 0.55
_ODD_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_LONG = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ESCAPED = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
_PROBE = 1 << 18


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`, cleaned, and what it was encoded in. `declared` is what the file says of itself.

    Raises SkipDocument `not-text`.
    """
    raw = decode_raw(data, declared=declared)
    return raw._replace(text=clean(raw.text))


def decode_raw(data: bytes, *, declared: str | None = None) -> Decoded:
    """As `decode`, with control characters and line ends as they were."""
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], codec, name)
    wide = _wide(data)
    if wide:
        return _replacing(data, wide, wide.replace("_", "-"))
    for sign, codec in _ESCAPED:
        if sign in data[:_PROBE] and not _HIGH.search(data):
            return _replacing(data, codec, codec.replace("_", "-"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data, declared)
    _refuse_binary(data, 0.3)
    return Decoded(text, "utf-8")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zeros stand at every second, or three of four, places."""
    probe = data[: _PROBE - _PROBE % 4]
    zeros = probe.count(0)
    if len(probe) < 4 or not _controls(probe):
        return None
    if len(data) % 4 == 0 and zeros * 2 >= len(probe):
        for codec in ("utf_32_le", "utf_32_be"):
            try:
                if _is_prose(probe.decode(codec)):
                    return codec
            except UnicodeDecodeError:
                continue
    # The right order of bytes makes spaces and line ends of the zeros' neighbours, the wrong one U+2000 and the like.
    probe = probe[: len(probe) - len(probe) % 2]
    texts = {codec: probe.decode(codec, "replace") for codec in ("utf_16_le", "utf_16_be")}
    texts = {codec: text for codec, text in texts.items() if _is_prose(text)}
    if not texts:
        return None
    codec = max(texts, key=lambda c: (_plain_ascii(texts[c]), _likeness(texts[c])))
    # Eight-bit text with a few stray zeros makes fine Han characters, two letters each: it must look like a language.
    return codec if zeros * 5 >= len(probe) or _likeness(texts[codec]) >= GOOD_ENOUGH else None


def _plain_ascii(text: str) -> int:
    return sum(c.isascii() and (c.isprintable() or c in "\n\r\t") for c in text)


def _likeness(text: str) -> float:
    """How much the text looks like any language that is known by its own script."""
    return max(score_as(text[:8000], profile) for profile in PROFILES.values() if not profile.mixed)


def _is_prose(text: str) -> bool:
    """Whether nearly all characters are assigned, and half of them letters, digits or spaces of few scripts."""
    probe = text[:20_000]
    kinds = [unicodedata.category(c) if c not in "\n\r\t\f" else "Zs" for c in probe]
    odd = sum(k in ("Cc", "Cn", "Co", "Cs") for k in kinds) + probe.count("\ufffd")
    plain = sum(k[0] in "LN" or k == "Zs" for k in kinds)
    return bool(probe) and odd <= 0.03 * len(probe) and plain >= 0.5 * len(probe) and len(_scripts(probe)) <= 4


def _scripts(text: str) -> set[str]:
    """Blocks of 4,096 code points that hold at least 2 % of the letters; prose keeps to few, chance spreads."""
    letters = [ord(c) >> 12 for c in text if c.isalpha() and not 0x4E00 <= ord(c) < 0xD7B0]
    return {str(b) for b in set(letters) if letters.count(b) * 50 >= len(letters)}


def _eight_bit(data: bytes, declared: str | None) -> Decoded:
    _refuse_binary(data, 0.03)
    codec = _known(declared)
    if codec:
        try:
            text = data.decode(codec)
            return Decoded(text, codecs.lookup(declared or "").name)
        except UnicodeDecodeError:
            pass
    sample = sample_of(data, 1 << 20)
    whole = _UTF8_LONG.findall(sample)
    loose = len(_HIGH.findall(sample)) - sum(map(len, whole))
    share = len(whole) / max(len(whole) + loose, 1)
    if share >= 0.4:
        return _replacing(data, "utf_8", "utf-8")
    guess = best_guess(data)
    if share >= 0.2 and guess.score < GOOD_ENOUGH:
        return _replacing(data, "utf_8", "utf-8")
    if guess.score >= GOOD_ENOUGH:
        return _replacing(data, guess.codec, guess.name)
    # A few odd bytes in plain ASCII are damage; many are a text in a code page that is not among ours.
    if loose <= max(4, 0.02 * len(sample)):
        return _replacing(data, "utf_8", "utf-8")
    guess = _second_opinion(data) or guess
    if guess.score >= 0.3:
        return _replacing(data, guess.codec, guess.name)
    raise SkipDocument("not-text", "not text in any known encoding; allowed: text, HTML, PDF or DOCX")


def _second_opinion(data: bytes) -> Guess | None:
    """What charset-normalizer makes of bytes that look like none of our languages, where that is mostly letters."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample_of(data), cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    if found is None or found.chaos > 0.2:
        return None
    return Guess(found.encoding, found.encoding.replace("_", "-"), 0.5) if _is_prose(str(found)) else None


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared.strip()).name if declared else None
    except (LookupError, ValueError):
        return None
    # UTF-8 has been tried, and a page that could be searched for its charset is not in UTF-16.
    return None if name is None or name.startswith(("utf", "base64", "hex", "rot")) else WIDER.get(name, name)


def _refuse_binary(data: bytes, allowed: float) -> None:
    """Text has hardly any control characters; the zeros that pad a file at its end do not count."""
    probe = data[:_PROBE].rstrip(b"\0")
    if _controls(probe) > max(allowed * len(probe), 1):
        raise SkipDocument("not-text", "not text but binary data; allowed: text, HTML, PDF or DOCX")


def _controls(data: bytes) -> int:
    """How many control characters there are that text does not have."""
    return len(data) - len(data.translate(None, _ODD_CONTROLS))


def _replacing(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, name, text.count("\ufffd") - _own_marks(data, codec))


def _own_marks(data: bytes, codec: str) -> int:
    """U+FFFD that the file itself holds: somebody's damage, but not from this decoding."""
    try:
        return data.count("\ufffd".encode(codec))
    except UnicodeEncodeError:
        return 0
