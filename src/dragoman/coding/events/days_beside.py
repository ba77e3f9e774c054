"""Days that an act shares with what stands beside it: the clause above it, an occasion, or so long before or after it."""

from __future__ import annotations

import re

from dragoman.coding.events.act import Act
from dragoman.coding.sentence.workbench import Workbench
from dragoman.dates import precision
from dragoman.language.date_periods import Period, move
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token

# Clauses of what happens on the day of what they hang on: "were killed on Friday when aircraft bombed a café".
_AT_ONCE = frozenset({"when", "as", "while", "where"})
_BESIDE = frozenset({"relcl", "acl", "appos"})
_CLAUSE_BEGINS = re.compile(
    r"(?:[,;]\s(?:and\s|but\s|while\s)?|\b(?:and|but)\s)(?:on|in|from|since|by|early on|late on)\s(?:the\s)?$"
)
_PARTS = frozenset({"role", "part", "contribution", "share"})
_OCCASIONS = frozenset({"at", "during", "in", "on"})


def at_once(bench: Workbench, act: Act) -> DateMention | None:
    """The date of the clause above an act that a clause with "when" tells, or of the words that give a promise."""
    above = bench.sentence.head(act.head)
    if above is None or above.tag[0] != "V":
        return None
    if act.head.dep == "ccomp" and act.rule.startswith("will"):  # "said on 3 May that it would not ratify the treaty"
        said = [d for d in bench.dates if d.end < act.head.start and above.i < act.head.i and hangs_directly(bench, d, above)]
        return said[0] if len(said) == 1 else None
    if act.head.dep != "advcl":
        return None
    opener = bench.clauses.first(act.head)
    if (
        opener.lower not in _AT_ONCE
        or opener.i < above.i
        or any(c.lower == "had" for c in bench.sentence.children(act.head, "aux"))
    ):
        return None
    direct = [d for d in bench.dates if hangs_directly(bench, d, above) and d.start < opener.start]
    return direct[0] if len(direct) == 1 else None


def before_subject(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "..., and from 25 October it barred them": the date that alone stands between a clause's beginning and its subject,
    whatever the parser says.
    """
    subjects = bench.sentence.children(act.head, "nsubj", "nsubjpass") if act.head.tag[0] == "V" and len(known) > 1 else []
    if not subjects:
        return None
    start = bench.sentence.subtree(subjects[0], without=_BESIDE)[0].start
    here = next(
        (d for d in known if 0 < start - d.end <= 2 and d.date_end is None and not bench.text[d.end : start].strip(", ")), None
    )
    if here is None or _CLAUSE_BEGINS.search(bench.text, max(bench.sentence.start, here.start - 24), here.start) is None:
        return None
    return here


def at_which(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "The conference of 31 March, at which Kuwait pledged a loan": the day of the occasion, where the clause has none itself."""
    opener = next((p for p in bench.sentence.children(act.head, "prep") if _opens_at(bench, p)), None)
    if opener is None or any(hangs_directly(bench, d, act.head) and is_direct(bench, act, d) for d in known):
        return None
    beside = next((d for d in known if 0 < opener.start - d.end <= 2), None)
    occasion = bench.sentence.head(act.head) if act.head.dep == "relcl" else None
    if beside is not None or occasion is None or occasion.tag[0] != "N":
        return beside
    inside = bench.sentence.subtree(occasion, without=frozenset({"relcl", "acl", "conj"}))
    days = [d for d in known if inside[0].start <= d.start <= inside[-1].end and d.start < act.head.start]
    return days[0] if len(days) == 1 else None


def _opens_at(bench: Workbench, preposition: Token) -> bool:
    """ "At which", "during which"."""
    which = bench.sentence.tokens[preposition.i + 1 : preposition.i + 2]
    return preposition.lower in _OCCASIONS and bool(which) and which[0].lower == "which"


def so_long_after(bench: Workbench, act: Act) -> DateMention | None:
    """ "Met on 3 June, four days after Fiji had lifted the ban": the day of the clause above, less what parts the two."""
    above = bench.sentence.head(act.head)
    mark = next((m for m in bench.sentence.children(act.head, "mark") if m.lower in ("after", "before")), None)
    if act.head.dep != "advcl" or above is None or mark is None:
        return None
    between = next((f for f in bench.forms if f.base == "beside" and f.end == mark.end), None)
    days = [d for d in bench.dates if hangs_directly(bench, d, above) and d.precision == "day" and d.date_end is None]
    if between is None or len(days) != 1:
        return None
    moved = move(Period(days[0].date, None, days[0].basis), between.unit or "day", -between.by)
    return DateMention(between.start, mark.end, *moved, precision(moved[0]), "context") if moved is not None else None


def hangs_directly(bench: Workbench, date: DateMention, verb: Token) -> bool:
    words = bench.sentence.at(date.start, date.end)
    ruler = bench.sentence.verb_above(words[0]) if words else None
    return ruler is not None and ruler.i == verb.i


def is_direct(bench: Workbench, act: Act, date: DateMention) -> bool:
    """ "Was reopened on 4 June": whether a date hangs on the act by its preposition alone."""
    words = bench.sentence.at(date.start, date.end)
    preposition = word_before(bench, words[0]) if words else None
    return preposition is not None and preposition.lower in ("on", "in") and preposition.head == act.head.i


def word_before(bench: Workbench, date: Token) -> Token:
    """The word that a date stands behind, mostly its preposition; the date itself where it stands first."""
    return bench.sentence.tokens[date.i - 1] if date.i else date


def is_day_of_part(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Praised its part in the liberation of Chad in 1991": the day of what somebody had a part in, told behind that."""
    if act.head.tag[0] != "V":
        return False
    parts = [o for o in bench.clauses.objects(act.head) if o.lower in _PARTS and act.head.i < o.i < date.i]
    return any("in" in (t.lower for t in bench.sentence.tokens[o.i + 1 : date.i - 1]) for o in parts)
