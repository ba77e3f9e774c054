"""Since when and until when a bond holds, by the dates that stand with its predicate and the words before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from dragoman.coding.relations.bonds import bonds_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.dates import MONTHS
from dragoman.language.dates import DateMention, find_dates
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE
from dragoman.lexicon.words import word_class

_UNTIL = re.compile(
    r"\b(?:until|till|up to|up until|through|(?<!back )to)\s+(?:the\s+|its end in\s+|about\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
# "It was not until 1977 that A joined B".
_NOT_UNTIL = re.compile(r"\bnot (?:until|till|before)\s+(?:the\s+|early\s+|late\s+)*$", re.IGNORECASE)
_NOT_BEFORE = re.compile(r"\b(?:not|never|no)\b[^.;:]*\bbefore\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\b[^,;.]{0,40}$"
    r"|\b(?:since|from|as of|as from|starting in|beginning in|dates? from|dating from|dates? back to)\s+(?:the\s+|about\s+)*$",
    re.IGNORECASE,
)
_NOT_ITS = re.compile(
    r"\b(?:before|after|by|prior to|ahead of|following|until after|than|resolution|for)\s+(?:(?:the|an?|its|their)\s+)?$"
    r"|\b[Rr]es(?:olution|\.)s?\s+\d[\d/A-Z]*\s*\($|\b(?:independence|statehood|secession) of\s+$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:signed|concluded|established|formed|dating)\s+(?:in|on|from)\s+$")
# In what bounds or by what law something holds: no time.
_EXTENTS = frozenset({"within", "under", "inside"})
_BACK = re.compile(r"\bback to (?:the year )?(1[5-9]\d\d|20\d\d)\b")
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<number>\d{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]+(?:-[a-z]+)?))\s+(?:founding\s+|birth\s+)?anniversary\b",
    re.IGNORECASE,
)
# "With effect from this day": the day of the document.
_THIS_DAY = re.compile(
    r"\b(?:(?:as )?(?:of|from)|on|effective) (?:this (?:very )?day|now|this date|the (?:present )?date of this (?:statement|note|letter))\b"
    r"|\bwith immediate effect\b|\beffective immediately\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:the\s+)?(?:early|mid|late|end|beginning|start|middle|close|first|second|third|fourth|last)\b"
    r"|(?:the\s+)?(?:\w+ )?(?:week|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:An|The) (?:agreement|treaty|accord|protocol|memorandum|communiqu[eé])\b[^,;]{0,60}\b(?:signed|concluded)\b"
)
_AT_ONCE = re.compile(
    r"In (?:return|exchange|turn)\b|(?:On|At) (?:the same|that|this) (?:occasion|meeting|summit|ceremony|day|session|dinner)\b"
)
_AGREED = re.compile(r"\bagreed\b")
_ENTRY = re.compile(r"[\s*#.:–—|-]*")
_DATED_HEAD = re.compile(
    rf"[\s*#•|–—-]*(?:\d|(?:[A-Z][a-z]+ )?(?:{'|'.join(m[:3] for m in MONTHS)})|early|mid|late|end|spring|summer|autumn|winter)",
    re.IGNORECASE,
)
# So far behind a treaty stands the day in its name, over what it is on too, in characters.
_NEAR, _FAR = 12, 90
_ANNOUNCED = word_class("announcing-verbs")
_CLOSED = re.compile(r"\s?[.:–—|-]\s")
_ORDINALS = {
    w: i
    for i, w in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
}
_TENS = {w: 10 * (i + 2) for i, w in enumerate("twent thirt fort fift sixt sevent eight ninet".split())}
# "Apart from a thaw in the years 1975 to 1978": no end of what holds.
_APART = re.compile(r"\b(?:apart from|except (?:for|in|between|during)|save for|aside from|with the exception of)\b")


def period(bench: Workbench, change: str, within: Sequence[Token], after: Token | None = None) -> tuple[str | None, str | None]:
    """(since, until) of a bond that `change`s in the words `within`; `after`: the party whose date is sought among several."""
    dates = _dates(bench, within)
    if after is not None and len(dates) > 1:
        later = [d for d in dates if d.start > after.start]
        dates = later or dates
        if change not in ("begin", "end", "resume", "pause") or not _range(bench, dates):
            dates = dates[:1] if later and not _range(bench, dates) else dates
    aside = _APART.search(bench.text, within[0].start, bench.sentence.end) if change == "hold" and within else None
    dates = [d for d in dates if aside is None or d.start < aside.start()]
    since = until = None
    if not dates and change != "hold":
        known = entry_date(bench) or _this_day(bench, within)
        return (None, known) if change in ("end", "pause") else (known, None)
    for date in dates:
        before = bench.text[max(bench.sentence.start, date.start - 48) : date.start]
        if date.date_end and change in ("begin", "resume") and bench.text[date.start : date.end].endswith("0s"):
            continue  # "in the 1970s" says of no year that it was then
        if date.date_end and change != "end":
            since, until = since or date.date, until or date.date_end
        elif change in ("begin", "resume") and _NOT_UNTIL.search(before):
            since = since or date.date
        elif _UNTIL.search(before) or (change in ("begin", "resume") and _is_not_before(bench, date)):
            until = until or date.date
        elif _NOT_ITS.search(before):
            continue
        elif change in ("begin", "resume") or _SINCE.search(before):
            since = since or date.date
        elif change in ("end", "pause"):
            if _SIGNED.search(before):
                since = since or date.date  # "suspended its treaty, signed in 2002"
            else:
                until = until or date.date
    if since is None and within and (back := _BACK.search(bench.text, within[0].start, within[-1].end)):
        since = back[1]
    if since and until and since > until:
        until = None
    return since, until


def fronted(bench: Workbench, verb: Token) -> DateMention | None:
    """The date that opens the clause of the verbs that `verb` is listed with: "In 1975 they met, signed a treaty and ..."."""
    first = bench.sentence.tokens[verb.i]
    if bench.clauses.is_infinitive(first):  # "in 1959 A was among the first to recognise B"
        first = next((a for a in bench.sentence.ancestors(first) if a.tag[0] == "V"), first)
    while first.dep == "conj" and (head := bench.sentence.head(first)) is not None and head.tag[0] == "V":
        if bench.sentence.children(first, "nsubj", "nsubjpass"):
            return None
        first = head
    subjects = bench.sentence.children(first, "nsubj", "nsubjpass") if first.i != verb.i else []
    if not subjects:
        return None
    opening = [d for d in bench.dates if d.end < subjects[0].start and _hangs_on(bench, d, first)]
    return opening[0] if len(opening) == 1 else None


def _hangs_on(bench: Workbench, date: DateMention, verb: Token) -> bool:
    words = bench.sentence.at(date.start, date.end)
    above = bench.sentence.verb_above(words[0]) if words else None
    return above is not None and above.i == verb.i


def terms(bench: Workbench, within: Sequence[Token]) -> list[tuple[str, str]]:
    """The stretches of years among some words where there are several: "in 1969-1970 and in 1989-1990"."""
    found = [(d.date, d.date_end) for d in _dates(bench, within) if d.date_end]
    return found if len(found) > 1 else []


def entry_date(bench: Workbench) -> str | None:
    """The date of a chronicle's entry that a sentence without dates opens ("June 22, 1965. A and B sign a treaty"), or in
    which it stands.
    """
    over = bench.scene.entry(bench.sentence.start)
    if over is not None:
        return whole(bench, over).date if not bench.dates else None
    begin = bench.text.rfind("\n", 0, bench.sentence.start) + 1
    head = bench.text[begin : bench.sentence.start]
    if bench.dates or not 4 <= len(head.strip()) <= 40:
        return None
    found = find_dates(bench.text, begin, bench.sentence.start, bench.scene.document.published)
    if len(found) != 1 or _ENTRY.fullmatch(bench.text[begin : found[0].start]) is None:
        return None
    return whole(bench, found[0]).date if _ENTRY.fullmatch(bench.text[found[0].end : bench.sentence.start]) else None


def entry_of(bench: Workbench) -> DateMention | None:
    """The date that opens the paragraph of a sentence without dates, as in a chronicle: "July 1954. The Emperor visits Greece.
    His host gives him a rifle."
    """
    begin = bench.text.rfind("\n", 0, bench.sentence.start) + 1
    if _DATED_HEAD.match(bench.text, begin, bench.sentence.start) is None:
        return None
    end = min(begin + 60, bench.sentence.start)
    found = find_dates(bench.text, begin, end, bench.scene.document.published)
    if not found or not _ENTRY.fullmatch(bench.text[begin : found[0].start]) or not _CLOSED.match(bench.text, found[0].end):
        return None
    return whole(bench, found[0])


def same_occasion(bench: Workbench) -> DateMention | None:
    """The only date of the sentence before, where this one tells of the same occasion: "In return, the King gave him a sword"."""
    before = bench.scene.before(bench.sentence.start) if _AT_ONCE.match(bench.words) is not None else ()
    if not before or "\n" in bench.text[before[0][1] : bench.sentence.start]:
        return None
    found = find_dates(bench.text, *before[0], bench.scene.document.published)
    return whole(bench, found[0]) if len(found) == 1 else None


def agreed_before(bench: Workbench) -> str | None:
    """The one day of the sentence before that tells what was agreed, where "An agreement was signed" gives none itself."""
    before = bench.scene.before(bench.sentence.start)
    if bench.dates or not before or _PAPER.match(bench.words) is None:
        return None
    start, end = before[0]
    if "\n\n" in bench.text[end : bench.sentence.start] or _AGREED.search(bench.text, start, end) is None:
        return None
    days = {(d.date, d.date_end) for d in find_dates(bench.text, start, end, bench.scene.document.published)}
    date, stop = days.pop() if len(days) == 1 else (None, None)
    return date if stop is None else None


def whole(bench: Workbench, date: DateMention) -> DateMention:
    """A date that is only part of a month or year, cut to it: "late October 1973" is 1973-10, and no stretch of days."""
    if date.date_end is None or _PART.match(bench.text, date.start, date.end) is None:
        return date
    same = 0
    while same < len(date.date) and date.date[same : same + 1] == date.date_end[same : same + 1]:
        same += 1
    cut = date.date[: 7 if same >= 7 else 4 if same >= 4 else 0]
    return date._replace(date=cut, date_end=None, precision="month" if len(cut) == 7 else "year") if cut else date


def _this_day(bench: Workbench, within: Sequence[Token]) -> str | None:
    """The document's own day, where the clause says that something holds "as from this day"."""
    published = bench.scene.document.published
    if published is None or not within or bench.dates:
        return None
    end = min(bench.sentence.end, within[-1].end + 40)
    return published if _THIS_DAY.search(bench.text, within[0].start, end) else None


def dated(bench: Workbench, noun: Token) -> str | None:
    """The date that names an instrument: "the treaty of 1953", "the 1961 treaty"."""
    tokens = bench.sentence.subtree(noun, without=frozenset({"relcl", "acl"}))
    for date in bench.dates:
        inside = tokens[0].start <= date.start < tokens[-1].end
        if _UNTIL.search(bench.text, max(0, date.start - 12), date.start):
            continue
        before = bench.text[max(tokens[0].start, date.start - 4) : date.start]
        of = before.rstrip().endswith("of")
        near = date.start - noun.end < _NEAR or (
            of and date.start - noun.end < _FAR and not any(t.tag[0] == "V" for t in bench.sentence.at(noun.end, date.start))
        )
        if inside and (of or date.end <= noun.start) and near:
            return date.date  # "the treaty of amity and cooperation of 18 July 1977"
    return None


def _dates(bench: Workbench, within: Sequence[Token]) -> list[DateMention]:
    """The dates among some words, in text order; where there are none, the only one of the sentence."""
    starts = {t.start for t in within}
    mentions = [whole(bench, d) for d in bench.dates if not _describes(bench, d, within)]
    inside = [d for d in mentions if any(d.start <= s < d.end for s in starts)]
    if inside or not within or not mentions:
        return inside
    here = {t.i for t in within}
    # The date of a verb above holds for what follows where it opens the sentence ("In 1991 A joined B and left C").
    above = {a.i for a in bench.sentence.ancestors(within[0])}
    found: list[DateMention] = []
    for date in mentions:
        ruler = _verb_of(bench, bench.sentence.at(date.start, date.end)[:1])
        if len(mentions) == 1 and (ruler is None or ruler.i in here):
            return mentions
        if ruler is None or ruler.i not in above:
            continue
        if _is_cleft(bench, ruler, date):  # "it was not until 1977 that A joined B"
            found.append(date)
            continue
        # "Agreed on Thursday to restore ...", "announced on Thursday that it recognised ..."
        told = ("xcomp", "ccomp") if ruler.lower in _ANNOUNCED else ("xcomp",)
        governed = any(t.dep in told and t.head == ruler.i for t in within)
        governed = governed or any(t.dep == "advcl" and t.head == ruler.i and _is_when(bench, t) for t in within)
        if governed or (date.start < ruler.start and len(mentions) == 1):
            found.append(date)
    return found if len(found) == 1 else []


def _is_not_before(bench: Workbench, date: DateMention) -> bool:
    """ "Did not resume relations before 1977"."""
    return _NOT_BEFORE.search(bench.text, max(bench.sentence.start, date.start - 120), date.start) is not None


def _is_cleft(bench: Workbench, verb: Token, date: DateMention) -> bool:
    """ "It was in 1977 that A joined B"."""
    subjects = bench.sentence.children(verb, "nsubj")
    return verb.lower in BE and any(s.lower == "it" for s in subjects) and date.start > verb.start


def _is_when(bench: Workbench, verb: Token) -> bool:
    """ "Withdrew it in 2013 when it established relations with B": at the time of what the clause hangs on."""
    return any(c.lower == "when" for c in bench.sentence.children(verb, "advmod", "mark"))


def _describes(bench: Workbench, date: DateMention, within: Sequence[Token]) -> bool:
    """Whether a year only tells which thing is meant ("its 1960 borders", "under the law of 1974"); "the 1979 break" tells when
    it was, and so does "since its 1960 independence".
    """
    year = bench.sentence.at(date.start, date.end)[-1:] if date.precision == "year" else []
    if not year or _SINCE.search(bench.text, max(bench.sentence.start, date.start - 48), date.start):
        return False
    above = islice(bench.sentence.ancestors(year[0]), 1, 5)  # not "within 1974"
    if any(t.dep == "prep" and t.lower in _EXTENTS for t in takewhile(lambda t: t.tag[0] != "V", above)):
        return True
    noun = bench.sentence.head(year[0]) if year[0].dep in ("nummod", "compound", "nmod", "amod") else None
    if noun is None or noun.tag[0] != "N" or noun.start <= date.end or noun.text[0].isupper():
        return False
    bonds = bonds_of(bench.scene.knowledge.lexicon)
    if noun.lower in bonds.turn_nouns or noun.lower in bonds.acts:
        return False
    return noun.head in {t.i for t in within} and noun.head != noun.i


def _verb_of(bench: Workbench, tokens: Sequence[Token]) -> Token | None:
    """The predicate that a date belongs to."""
    return next((a for t in tokens for a in bench.sentence.ancestors(t) if a.tag[0] == "V"), None)


def _range(bench: Workbench, dates: Sequence[DateMention]) -> bool:
    """Whether the first two dates are one stretch: "from 1961 to 1990"."""
    return len(dates) > 1 and _UNTIL.search(bench.text[dates[0].end : dates[1].start]) is not None


def anniversary(bench: Workbench, start: int, end: int) -> str | None:
    """The year that an anniversary in `[start, end)` counts from: that of the sentence or of the document, less its number."""
    match = _ANNIVERSARY.search(bench.text, start, end)
    number = _count(match) if match else None
    if number is None or match is None:
        return None
    near = [d for d in bench.dates if len(d.date) >= 4 and abs(d.start - match.start()) < 200 and d.basis == "text"]
    year = near[0].date[:4] if near else (bench.scene.document.published or "")[:4]
    return f"{int(year) - number:04d}" if year.isdigit() else None


def _count(match: re.Match[str]) -> int | None:
    if match["number"]:
        return int(match["number"])
    word = match["word"].lower()
    tens, _, ones = word.partition("-")
    stem = tens.removesuffix("ieth").removesuffix("y")
    if word in _ORDINALS:
        return _ORDINALS[word]
    if stem in _TENS:
        return _TENS[stem] + (_ORDINALS.get(ones, 0) if ones else 0)
    return 100 if word in ("hundredth", "centenary") else None
