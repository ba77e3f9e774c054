"""Articles, sections, paragraphs and chapters in text, in the form in which records write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.instruments.windows import Windows, each
from dragoman.lexicon.words import alternatives

_KINDS = {
    "article": "Article", "art.": "Article", "section": "Section", "sec.": "Section", "§": "Section", "paragraph": "Paragraph",
    "para": "Paragraph", "chapter": "Chapter", "clause": "Clause", "annex": "Annex", "part": "Part", "principle": "Principle",
    "rule": "Rule", "point": "Point", "item": "Item", "title": "Title", "schedule": "Schedule", "recital": "Recital",
    "appendix": "Appendix",
}  # fmt: skip
_PLURALS = {"Annex": "Annexes"}
_KIND = rf"(?:operative\s+)?(?P<kind>{alternatives('kinds-of-provisions')})"
_PLAIN = r"(?:\d{1,4}(?!\d)[a-zA-Z]?(?![\w])|[IVXLC]{1,8}(?![\w])|[A-Z](?=[\s,.;)]))"
_SUB = r"(?:\s?\(\s?(?:\d{1,3}|[a-z]{1,4}|[ivx]+)\s?\)|(?<=\d)\.\d{1,2}(?!\d))"
_NUMBER = rf"{_PLAIN}(?:\s(?:bis|ter|quater)\b)?{_SUB}*"
_RANGE = rf"{_NUMBER}(?:\s?(?:[-–—‑]|to|through|till)\s?{_NUMBER})?"
_LIST = rf"{_RANGE}(?:(?:\s?,\s?(?:and\s+|or\s+)?|\s+(?:and|or|&|as well as)\s+){_RANGE})*"
_PATTERN = re.compile(rf"(?<![\w-]){_KIND}\s?(?P<list>{_LIST})")
_ITEM = re.compile(rf"(?P<first>{_NUMBER})(?:\s?(?:[-–—‑]|to|through|till)\s?(?P<last>{_NUMBER}))?")
_UNDER = re.compile(
    rf"(?P<para>(?:[Pp]aragraph|[Pp]ara\.?)\s(?P<number>{_PLAIN})|[Tt]he (?P<ordinal>first|second|third|fourth|fifth) "
    rf"paragraph),?\s(?:of|in)\s(?:the\s)?"
    rf"(?=[Aa]rt(?:icle\s|\.\s?){_PLAIN})"
)
_OVER = re.compile(
    rf",\s?(?:(?:paragraph|para\.?|subparagraph|section|clause|sub-clause)\s(?P<number>{_PLAIN})|(?P<roman>[IVXL]{{1,6}})(?![\w]))"
    r"(?![\s]*(?:and|to|–|-)\s*\d)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\w+ [IVXL]+")
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_PREAMBLE = re.compile(r"\b(?:[Tt]he\s+)?(?P<kind>[Pp]reamble)(?=\s+(?:of|to)\b)")
# "91. The King shall ...", at the start of a line; a list of fewer is none of articles.
_NUMBERED = re.compile(
    r"^[ \t]*(?P<label>(?P<number>\d{1,3})[A-Z]?)(?:\.|\s?[–—-])?[ \t]+(?:\(\w{1,3}\)\s?)?[A-Z“\"][^\n]{12,}", re.MULTILINE
)
# "Article 32 Functions, Powers and Duties": large words, up to the end of the line.
_ON_WHAT = re.compile(
    r"[ \t]+(?:[A-Z][\w’'-]*|\d+)(?:,?[ \t]+(?:[A-Z][\w’'-]*|of|the|and|or|to|in|on|for|by|a|an|with))*[ \t]*(?=\n)"
)
_PARAGRAPHED = re.compile(r"\s*\n\s*\(\d{1,2}[A-Za-z]?\)\s")
_SHALL = re.compile(r"\b(?:shall|may|must)\b")
_FEWEST = 3
# Only articles are cited so often without their instrument that a bare one is believed.
SELF_EVIDENT = frozenset({"Article"})


@dataclass(frozen=True, slots=True)
class Provision:
    """`[start, end)` names provisions of one kind; `labels` has (start, end, "Article 39" or "Articles 100-103") each.

    `heading`: it stands as a heading of the document's own articles, and cites nothing.
    """

    start: int
    end: int
    kind: str
    labels: tuple[tuple[int, int, str], ...]
    heading: bool = False


def find_provisions(text: str, windows: Windows) -> Iterator[Provision]:
    """All provisions in `text`, in order."""
    covered = 0
    for match in each(_PATTERN, text, windows):
        if match.start() < covered:
            continue
        kind = _kind(match["kind"])
        if kind is None or not _is_plausible(match, kind) or _UNDER.match(text, match.start()):
            continue
        labels = list(_labels(match, kind))
        start, end = match.start(), labels[-1][1]
        above = _UNDER.search(text, max(0, start - 60), match.end())
        if above is not None and above.end() == start and len(labels) == 1:
            start = above.start()
            labels = [_nested(labels[0], start, end, above["number"] or _ORDINALS[above["ordinal"]])]
        below = _OVER.match(text, end)
        if below is None:  # the list went on over "84, VIII"
            first = labels[0]
            below = _OVER.match(text, first[1]) if len(labels) == 2 and _ROMAN.fullmatch(labels[1][2]) else None
            if below is not None and re.search(r"\d", first[2]):
                labels, end = [first], first[1]
            else:
                below = None
        if below is not None and kind in ("Article", "Section") and len(labels) == 1:
            end = below.end()
            labels = [_nested(labels[0], start, end, below["number"] or below["roman"])]
        covered = end
        yield Provision(start, end, kind, tuple(labels), _is_heading(text, start, end))
    for match in each(_PREAMBLE, text, windows):
        yield Provision(match.start("kind"), match.end(), "Preamble", ((match.start("kind"), match.end(), "Preamble"),))


def numbered(text: str) -> Iterator[Provision]:
    """The articles of a law that stand under a figure alone ("91. The King shall ...", "132. Functions of the President" over
    paragraphs): headings, in rising order.
    """
    lines = [m for m in _NUMBERED.finditer(text) if _PARAGRAPHED.match(text, m.end())]
    if len(lines) < _FEWEST:
        lines = list(_NUMBERED.finditer(text))
        if len(lines) < _FEWEST or 2 * sum(_SHALL.search(m[0]) is not None for m in lines) < len(lines):
            return
    last = 0
    for line in lines:
        number = int(line["number"])
        if number >= last:
            last, start, end = number, line.start("number"), line.end("label")
            yield Provision(start, end, "Article", ((start, end, f"Article {line['label']}"),), heading=True)


def _kind(words: str) -> str | None:
    word = words.lower()
    for key, kind in _KINDS.items():
        if (
            word == key
            or word in (key + "s", key + "es")
            or word.rstrip("s") == key
            or word.rstrip(".") in (key, key.rstrip(".") + "s")
        ):
            return kind
    return {"§§": "Section", "arts.": "Article", "paras.": "Paragraph", "secs.": "Section"}.get(word)


def _is_plausible(match: re.Match[str], kind: str) -> bool:
    """No "part A", "point I", "Rule 1" in passing: letters only after Annex, and small words only with digits."""
    first = match["list"].split()[0].rstrip(",")
    if re.fullmatch(r"[A-Z]", first) and kind != "Annex" and first not in "IVX":
        return False
    return first != "I" or match["kind"][0].isupper()


def _labels(match: re.Match[str], kind: str) -> Iterator[tuple[int, int, str]]:
    """One label for each number or range; a singular ("Article 5 and 10 states") is followed by no list of its own."""
    plural = match["kind"].rstrip(".").endswith("s") or match["kind"] == "§§"
    items = list(_ITEM.finditer(match.string, match.start("list"), match.end("list")))
    if not plural and not _ends_phrase(match.string, match.end()):
        items = items[:1]
    for i, item in enumerate(items):
        first, last = _written(item["first"]), item["last"]
        start = match.start() if i == 0 else item.start()
        if last is not None and (plural or not last[0].isdigit() or int(re.match(r"\d+", last).group()) > _leading(first)):  # type: ignore[union-attr]
            yield start, item.end(), f"{_PLURALS.get(kind, kind + 's')} {first}-{_written(last)}"
        else:
            yield start, item.end() if last is None else item.end("first"), f"{kind} {first}"


def _leading(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits.group()) if digits else 10_000


def _written(number: str) -> str:
    """ "2 (4)" and "2.4" as "2(4)"."""
    return re.sub(r"\s*\(\s*(\w+)\s*\)", r"(\1)", re.sub(r"(?<=\d)\.(\d{1,2})", r"(\1)", number)).strip()


def _nested(label: tuple[int, int, str], start: int, end: int, inner: str) -> tuple[int, int, str]:
    return start, end, f"{label[2]}({inner})"


def _ends_phrase(text: str, end: int) -> bool:
    """Whether nothing follows that the last number could count."""
    return (
        re.match(r"\s*(?:$|[.,;:)\n\"”]|(?:of|in|under|to|and|as|which|that|is|are|were|was)\b)", text[end : end + 12])
        is not None
    )


def _is_heading(text: str, start: int, end: int) -> bool:
    """Whether the provision opens a line and ends there, or ends with a stop or colon, or is followed by what it is on, which
    ends the line.
    """
    opens = start == 0 or text[start - 1] == "\n" or text[:start].rsplit("\n", 1)[-1].strip(" \t#*-–") == ""
    if not opens:
        return False
    return re.match(r"[ \t]*(?:\n|$|[.:](?:\s|$)|[–—-]\s|\()", text[end : end + 4]) is not None or (
        _ON_WHAT.match(text, end) is not None
    )
