"""Which date of a sentence an act is of."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.coding.events.act import VERBAL, Act
from dragoman.coding.events.days_beside import (
    at_once,
    at_which,
    before_subject,
    is_day_of_part,
    is_direct,
    so_long_after,
    word_before,
)
from dragoman.coding.events.operators.wishes import decision_over
from dragoman.coding.relations.periods import entry_of, fronted, same_occasion
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class

_DATED_TEXTS = word_class("dated")
_MADE_THEN = word_class("made-then")
_BY_TEXT = frozenset({"in", "by", "through", "with"})
_KEEPING = word_class("on-the-ground-of")
# What ends then: "must leave before May", "by a target date of 2003".
_DEADLINES = frozenset({"before", "by"})
_TERMS = frozenset({"date", "deadline", "limit"})
_PARTS = frozenset({"end", "half", "quarter", "middle", "beginning", "start", "close"})
_SPELLS = frozenset({"term", "terms", "period", "years", "mandate", "biennium", "tenure", "season"})
# Clauses of what was done before, or is done after, what they hang on.
_ORDERING = frozenset({"after", "before", "since"})
_LEADING = frozenset({"following", "after", "before"})
# "The first since May 3".
_RANKS = frozenset({"first", "last", "only"})
_MET = frozenset({"CONSULT", "SUPPORT"})
_SAYING = re.compile(alternatives("said-on-a-day"))
_HELD = frozenset({"held", "convened", "hosted", "organized", "organised"})
_EARLIER = _ORDERING | {"once"}
# "As we did last year".
_DONE_SO = frozenset({"did", "do", "does", "done", "had", "was", "were"})
_SOON = word_class("soon-before-or-after")


def dates_of(bench: Workbench, act: Act) -> list[DateMention]:
    """The dates that belong to an act: those of its own sentence, else that of the entry of a chronology that it stands in."""
    found = _own_dates(bench, act)
    if not found and len(bench.dates) and (counted := so_long_after(bench, act)) is not None:
        return [counted]
    over = bench.scene.entry(bench.sentence.start) if not found else None
    told = act.modality == "actual" or (act.modality == "conditional" and act.event in VERBAL)
    if over is None or not told or any(c.lower == "had" for c in bench.sentence.children(act.head, "aux")):
        return found
    return [over]


def _own_dates(bench: Workbench, act: Act) -> list[DateMention]:
    """The dates under the act's predicate, else the only one in the sentence."""
    published = bench.scene.document.published
    if act.modality == "actual" and published:
        # What is told as done was done before it was told; a later date is that of something it is about.
        known = [d for d in bench.dates if d.date[: len(published)] <= published[: len(d.date)]]
    else:
        known = bench.dates
    if published and _is_said_now(bench, act):  # "We urge you to keep the agreements of 1993 and 1996"
        known = [d for d in known if int(d.date[:4] or 0) >= int(published[:4]) - 1]
    if not known:
        entry = (entry_of(bench) or same_occasion(bench)) if act.modality == "actual" and not bench.dates else None
        return [entry] if entry is not None else []
    dated = next((t for t in act.trigger if t.lower == "dated"), None)
    if dated is not None:  # "letters dated May 3 and June 9, 2001" are two
        own = [d for d in known if d.start > dated.end]
        return own[: next((i for i, (a, b) in enumerate(pairwise(own), 1) if b.start > a.end + 6), len(own))]
    if (taken := _decided_on(bench, act, known)) is not None:
        return [taken]
    if (sure := before_subject(bench, act, known) or at_which(bench, act, known)) is not None:
        return [sure]
    below = bench.sentence.span(bench.sentence.subtree(act.head, without=frozenset({"ccomp", "conj", "parataxis"})))
    inside = _undated_by_others(bench, act, [d for d in known if below.start <= d.start < below.end])
    # "A wrote on Monday about the letter sent by B", which has no day of its own.
    alluded = act.mode == "letter" and bool(bench.sentence.children(act.head, "acl")) and act.head.dep == "pobj"
    found = inside or (known if len(known) == 1 and not alluded else [])
    if found and not _is_others(bench, act, found[0]):
        # "As chair in 2014, it hosted the summit from May 3 to 5": the day, where the sentence has it besides the year.
        finer = [d for d in found[1:] if d.date.startswith(f"{found[0].date}-") and not _is_others(bench, act, d)]
        return (finer or found)[:1]
    if not found and (when := _dated_when(bench, act, known)) is not None:
        return [when]
    other = known if act.head.dep == "relcl" and bench.sentence.tokens[act.head.head].lower in _DATED_TEXTS else found[1:]
    rest = [d for d in other if not _is_others(bench, act, d)][:1]
    opening = fronted(bench, act.head) if not rest and act.head.dep in ("conj", "xcomp", "advcl", "relcl", "acl") else None
    if opening is None and not rest:
        opening = at_once(bench, act)
    return [opening] if opening is not None and opening in known else rest


def _is_said_now(bench: Workbench, act: Act) -> bool:
    """Whether an act is the speaker's own word in the present tense, done as it is said."""
    speaker = bench.scene.speaker(act.head.start)
    present = act.event in VERBAL and act.head.tag in ("VBP", "VBZ") and act.modality == "actual"
    return present and speaker is not None and any(c in speaker.split("+") for r in act.source for c in r.codes)


def _undated_by_others(bench: Workbench, act: Act, dates: list[DateMention]) -> list[DateMention]:
    """ "Following the visit of 3 May, the embassy was reopened on 4 June": without those of what came before or after, where a
    further date is the act's.
    """
    rest = [d for d in dates if not _is_led(bench, act, d)] if len(dates) > 1 else dates
    direct = [d for d in rest if is_direct(bench, act, d)] if len(rest) > 1 else []
    beside = bool(direct) and rest[0].end < act.head.start and not is_direct(bench, act, rest[0])
    return direct if beside else rest or dates


def _is_led(bench: Workbench, act: Act, date: DateMention) -> bool:
    """Whether a date stands in a phrase with "after" or "following" that is under the act."""
    words = bench.sentence.at(date.start, date.end)
    for above in bench.sentence.ancestors(words[0]) if words else ():
        if above.i == act.head.i:
            return False
        if above.lower in _LEADING and above.dep in ("prep", "mark", "advmod"):
            return True
    return False


def _decided_on(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "The decision of Peru of 1 February to close the border": the date of what is done by deciding it."""
    noun = decision_over(bench.sentence, act.head)
    if noun is None:
        return None
    inside = (d for d in known if noun.end <= d.start < act.head.start)
    return next(inside, None)


def _dated_when(bench: Workbench, act: Act, known: list[DateMention]) -> DateMention | None:
    """ "It held the chair again in 2016, when the president visited it": the date that a clause of "when" goes on with."""
    within = {act.head.i, *(t.i for t in bench.sentence.ancestors(act.head))}
    for date in reversed(known):
        when = next((t for t in bench.sentence.tokens if t.lower == "when" and 0 <= t.start - date.end <= 2), None)
        ruler = bench.sentence.head(when) if when is not None else None
        if ruler is not None and ruler.i in within and ruler.i != bench.sentence.root:
            return date
    return None


def _is_others(bench: Workbench, act: Act, date: DateMention) -> bool:
    """Whether a date is that of something else: of a relative clause beside the act ("ties, which lapsed in 1939, were
    restored"), of a clause after it with a subject of its own, or of the end of what it began ("until 1978").
    """
    words = bench.sentence.at(date.start, date.end)
    if not words:
        return False
    within = {act.head.i, *(t.i for t in bench.sentence.ancestors(act.head))}
    here = words[0]
    if _names_text(bench, act, here, words[-1]) or _is_earlier_clauses(bench, act, here):
        return True
    if _is_across_clauses(bench, act, here) or _is_of_matter(bench, act, here):
        return True
    if (
        _is_reports(bench, act, here)
        or _is_bound(bench, act, here)
        or _is_of_thing(bench, act, here)
        or _is_of_other_time(bench, act, here)
    ):
        return True
    following = [t.lower for t in bench.sentence.tokens[words[-1].i + 1 : words[-1].i + 3]]
    if following == [",", "when"] and words[-1].i < act.head.i:
        return not any(t.lower == "when" for t in bench.sentence.subtree(act.head))  # "until 1 March 1994, when it left"
    if here.i and bench.sentence.tokens[here.i - 1].lower in ("until", "till"):
        if (act.modality == "actual" and bench.clauses.negated(act.head)) or (
            here.i > 1 and bench.sentence.tokens[here.i - 2].lower == "not"
        ):
            return False  # "did not join until 1977", "not until 1977 did it join"
        return act.event not in ("SANCTION", "COERCE", "CONSULT")
    for above in (here, *bench.sentence.ancestors(here)):
        if above.i in within:
            return False
        if above.lower in _MADE_THEN and above.dep == "acl" and bench.clauses.is_passive(act.head) and above.i < act.head.i:
            return True  # "the Protocols, signed in 2009, were declared void"
        if above.dep == "acl" and above.lower in _HELD:
            return False  # "at a meeting held on 3 May the two sides agreed"
        signed = act.event in VERBAL and act.head.tag[0] == "V" and above.dep == "acl" and above.tag == "VBN"
        if signed and above.i > bench.clauses.first(act.head).i:
            return True  # "urges them to keep the treaty signed in 1968"
        if above.dep == "advcl" and _tells_other_time(bench, above, here):
            return True
        if above.dep == "relcl" or (
            above.dep in ("conj", "ccomp")
            and above.i > act.head.i
            and (own := bench.sentence.children(above, "nsubj", "nsubjpass"))
            and (above.dep == "conj" or _is_added(bench, own[0]))
        ):
            return True
    return False


def _is_across_clauses(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Chad sued; in its ruling of 3 May the Court ...", "it shut the border, it shot down a jet in May": the date of a clause
    that stands beside the act's own, with its own subject, unless it opens the sentence.
    """
    sentence, head = bench.sentence, act.head
    if head.tag[0] != "V":
        return False
    first, last = sorted((head.i, date.i))
    if ";" in sentence.said and any(t.text == ";" for t in sentence.tokens[first:last]):
        lasting = head.tag in ("VBZ", "VBP") or not {"do", "does"}.isdisjoint(bench.clauses.auxiliaries(head))
        # "In 2014 it broke with Chad; it does not recognise Niger".
        return date.i > head.i or lasting or any(t.tag[0] == "V" for t in sentence.tokens[: date.i])
    above = [*sentence.ancestors(date)]
    over = {a.i for a in above}
    clause = next((a for a in above if a.tag[0] == "V"), None)
    if clause is None or clause.i == head.i or head.i in over or clause.dep not in ("ccomp", "parataxis"):
        return False
    if bench.clauses.marks(clause) or _SAYING.fullmatch(clause.lower) is not None:
        return False
    if any(a.i == clause.i for a in sentence.ancestors(head)) and not (head.dep == "ccomp" and head.i < clause.i):
        return False
    own = sentence.children(clause, "nsubj", "nsubjpass")
    return bool(own) and own[0].i > 0 and sentence.tokens[sentence.subtree(own[0])[0].i - 1].text == ","


def _is_of_matter(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Accepted the invitation to visit Lima in 2008", "for the term 2008-2011", "deplores the coup of 5 May and calls on
    it to stop": when that is, or was, which words are about.
    """
    sentence, head = bench.sentence, act.head
    if act.event not in VERBAL or head.tag[0] != "V":
        return False
    before = [t.lower for t in sentence.tokens[max(0, date.i - 4) : date.i]]
    if "for" in before and not _SPELLS.isdisjoint(before):
        return True
    for above in sentence.ancestors(date):
        if above.i == head.i:
            return False
        if above.dep == "acl" and above.tag == "VB" and above.i > head.i and sentence.tokens[above.head].dep == "dobj":
            return True
        if head.dep == "conj" and above.dep == "dobj" and above.head == head.head and above.i < head.i:
            hung = word_before(bench, date).lower == "of" or any(
                a.dep in ("acl", "relcl") and a.i > above.i for a in sentence.ancestors(date)
            )
            return hung and date.i > above.i
    return False


def _tells_other_time(bench: Workbench, clause: Token, date: Token) -> bool:
    """ "It closed the border after soldiers had fired on 3 May", "it will answer as it did in 2019": no clause of the same time."""
    marks = bench.sentence.children(clause, "mark")
    if any(m.lower in ("as", "like") for m in marks):
        return clause.lower in _DONE_SO
    order = next((m for m in marks if m.lower in _EARLIER), None)
    return order is not None and order.i < date.i and not (order.i and bench.sentence.tokens[order.i - 1].lower in _SOON)


def _is_added(bench: Workbench, subject: Token) -> bool:
    """ "Recognized Chad, and relations with it were ...": a clause after "and" is one of its own, whatever the parser says."""
    first = bench.sentence.subtree(subject)[0].i
    return [t.lower for t in bench.sentence.tokens[max(0, first - 2) : first]] in ([",", "and"], [",", "but"])


def _names_text(bench: Workbench, act: Act, date: Token, last: Token) -> bool:
    """ "Denounced the treaty of 1948", "under the 1982 Convention": the date says which text it was, unless that is what was
    signed.
    """
    text = bench.sentence.head(last)
    if _stands_in_brackets(bench, date):  # "in line with resolution 2334 (2016)"
        text = next((a for a in bench.sentence.ancestors(date) if a.lower in _DATED_TEXTS), None)
        ruler = bench.sentence.head(text) if text is not None else None
        return ruler is not None and text is not None and text.dep == "pobj" and ruler.lower not in _BY_TEXT - {"with"}
    if text is not None and text.i > last.i and text.tag[0] == "N" and text.lower in _DATED_TEXTS:
        return text is not act.object or act.mode != "treaty"
    preposition = word_before(bench, date)
    text = _text_named(bench, preposition)
    if preposition.lower != "of" or text is None or text.lower not in _DATED_TEXTS:
        return False
    if act.head.dep == "relcl" and act.head.head == text.i:
        return False  # "the note of 14 May in which it asked them"
    if text.dep == "conj":  # "of the statement of May 2 and the agreement of June 3"
        text = next((a for a in bench.sentence.ancestors(text) if a.lower in _DATED_TEXTS), text)
    above = bench.sentence.head(text)
    if (
        above is not None
        and above.lower == "with"
        and (kept := bench.sentence.head(above)) is not None
        and kept.lower in _KEEPING
    ):
        return True  # "in line with the Convention of 1963"
    # "Called upon them in resolution 825 of May 11": done by that text, on its day.
    return text.dep in ("dobj", "nsubjpass") or (text.dep == "pobj" and above is not None and above.lower not in _BY_TEXT)


def _text_named(bench: Workbench, preposition: Token) -> Token | None:
    """The noun that "of" with a date hangs on; "the Convention on Consular Relations of 1963": the text that it is of."""
    named = bench.sentence.head(preposition)
    if named is None or named.tag not in ("NNP", "NNPS"):
        return named
    return next((t for t in (named, *bench.sentence.ancestors(named)) if t.lower in _DATED_TEXTS), named)


def _stands_in_brackets(bench: Workbench, date: Token) -> bool:
    """Whether a date stands in brackets behind a number: the year of a resolution."""
    before = bench.sentence.tokens[max(0, date.i - 2) : date.i]
    return len(before) == 2 and before[1].text == "(" and before[0].tag == "CD"


def _is_earlier_clauses(bench: Workbench, act: Act, date: Token) -> bool:
    """ "A round was held in May, and we have invited them": the date of a clause that ends before the act's own, with its
    verb before it and "and" after it.
    """
    here = act.head
    for above in bench.sentence.ancestors(act.head):
        if here.dep == "conj" and bench.sentence.children(here, "nsubj", "nsubjpass"):
            parted = any(t.tag == "CC" for t in bench.sentence.tokens[date.i + 1 : here.i])
            return parted and above.i < date.i and any(a is above for a in bench.sentence.ancestors(date))
        here = above
    return False


def _is_reports(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Mali left the bank, the ministry said on 3 May": the date of words behind a deed that they tell of."""
    said = bench.sentence.verb_above(date)
    if said is None or said.i <= act.head.i or act.rule.startswith("will") or (act.event in VERBAL and act.event not in _MET):
        return False
    return _SAYING.fullmatch(said.lower) is not None and any(a.i == said.i for a in bench.sentence.ancestors(act.head))


def _is_bound(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Must leave before May 3", "by a target date of 2003", "a member since May": when something ends, or somebody is
    something, rather than when the act is done.
    """
    preposition = word_before(bench, date)
    if preposition.dep == "det" and preposition.i:  # "by the end of May"
        preposition = bench.sentence.tokens[preposition.i - 1]
    ruler = bench.sentence.head(preposition)
    if ruler is None or preposition.dep not in ("prep", "mark"):
        return False
    while preposition.lower == "of" and ruler.lower in _PARTS and (above := bench.sentence.head(ruler)) is not None:
        preposition, ruler = above, bench.sentence.head(above)  # "before the end of the first half of 2008"
        if ruler is None:
            return False
    if preposition.lower in _DEADLINES:
        beside = act.head.dep == "conj" and ruler.tag[0] == "V" and ruler.i < preposition.i < act.head.i
        return preposition.i > act.head.i or beside
    return (preposition.lower == "of" and ruler.lower in _TERMS) or (
        preposition.lower == "since" and (ruler.tag[0] == "N" or ruler.lower in _RANKS) and ruler is not act.head
    )


def _is_of_thing(bench: Workbench, act: Act, date: Token) -> bool:
    """ "Condemned the launches of May 3": the date of the deed that words are about."""
    preposition = word_before(bench, date)
    ruler = bench.sentence.head(preposition)
    if act.event == "SUPPORT" and is_day_of_part(bench, act, date):
        return True
    if act.event not in VERBAL or preposition.lower != "of" or ruler is None or act.head.tag[0] != "V":
        return False
    things = {t.i for o in bench.clauses.objects(act.head) for t in bench.sentence.subtree(o)}
    # "The launches by Iran of May 3", hung on the name; nobody is of a day.
    return ruler is act.head or (ruler.tag[0] == "N" and (ruler.i in things or (act.head.i < ruler.i and ruler.tag == "NNP")))


def _is_of_other_time(bench: Workbench, act: Act, date: Token) -> bool:
    """ "On May 3, after the Council had criticised it, it left": the date of what came after or before the act's clause."""
    sentence = bench.sentence
    for clause in (act.head, *sentence.ancestors(act.head)):
        if clause.dep in ("advcl", "relcl", "ccomp") and clause.tag[0] == "V":
            order = next((c for c in sentence.children(clause, "mark") if c.lower in _ORDERING), None)
            earlier = clause.tag == "VBN" and any(c.lower == "had" for c in sentence.children(clause, "aux"))
            if order is None and (clause.dep == "ccomp" or not earlier):
                continue
            if order is not None and order.i and sentence.tokens[order.i - 1].lower in _SOON:
                return False
            # A date before "after" is of the clause that it goes on with, whatever the parser hung it on.
            inside = date.i > order.i if order is not None else True
            return not inside or all(a is not clause for a in sentence.ancestors(date))
    return False
