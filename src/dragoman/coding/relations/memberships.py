"""Bonds that verbs and acts tell: joining and leaving a body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from dragoman.coding.relations import freed, land_claims, roles, statehood
from dragoman.coding.relations.bodies import (
    bracketed,
    days_behind,
    listed_after,
    listed_before,
    organisations,
    scope,
    shared,
    states,
)
from dragoman.coding.relations.bodies_meant import (
    dated_when,
    founded_by,
    is_makers,
    joined_before,
    named_among,
    readmitted_to,
    seats_kept,
    seats_taken,
    sought_before,
)
from dragoman.coding.relations.bonds import Bonds, is_no_longer, is_real
from dragoman.coding.relations.partners import some_named
from dragoman.coding.relations.periods import anniversary, period
from dragoman.coding.relations.recognition import recognition_act
from dragoman.coding.relations.telling import Told, also_named, own_clause, told_when
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import stems, word_class
from dragoman.text import Span

_TAKEN = {"suspend": "pause", "suspended": "pause", "froze": "pause", "frozen": "pause", "ended": "end", "terminated": "end",
          "renounced": "end", "relinquished": "end", "resumed": "resume", "reactivated": "resume", "restored": "resume"}  # fmt: skip
_GAINED, _HOLDS, CONSISTS = word_class("gaining-a-membership"), word_class("holding-a-membership"), word_class("consisting-of")
# "Is made up of", "is composed of".
_MADE_OF = frozenset({"made", "composed"})
_HAS = frozenset({"has", "counts", "numbers"})
_MADE_UP = CONSISTS | _MADE_OF
_MAKES = stems("making-a-body")
_MEANS = ("decid", "decision", "agree", "resolv", "vote", "chose", "choice", "opt", "consent", "signal", "commit")
# "Was suspended by the Union".
_BY_BODIES = ("suspend", "expel", "admit", "readmit", "exclude")
# Between further members and their day.
_NAME, _THEN, _AND = 40, re.compile(r",? (?:on |in )?"), re.compile(r"(?:,| and|, and) (?:the )?")
_AND_BEFORE = re.compile(r"(?:,|\band) (?:the )?$")
_ENDS = ("begin", "end")
# Between a day and the body that was joined then.
_GAP, _BETWEEN = 8, re.compile(r",?\s(?:the\s)?")
_DAY = re.compile(r"later|earlier|(?:1[5-9]|20)\d\d")
_BEEN_IN = frozenset({"been", "in", "since"})
_GIVEN = word_class("being-given")


def find(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """Bonds told by verbs, acts and roles in one sentence."""
    for token in bench.sentence:
        if token.lower not in bonds.forms and token.lower not in _MADE_UP:
            continue
        if token.tag[0] == "V":
            for entry in bonds.verbs.get(token.lower, ()):
                yield from _verb(bench, bonds, token, entry)
        elif token.tag[0] == "N":
            for entry in bonds.acts.get(token.lower, ()):
                yield from (_act if entry.kind == "membership" else recognition_act)(bench, bonds, token, entry)
            before = bench.sentence.tokens[token.i - 1].lower if token.i else ""
            for entry in (*bonds.roles.get(token.lower, ()), *bonds.roles.get(f"{before} {token.lower}", ())):
                yield from roles.told(bench, bonds, token, entry)
        if token.lower == "members":
            yield from _has_members(bench, bonds, token)
        if token.lower in _MADE_UP and token.tag[0] == "V":
            yield from _made_up(bench, bonds, token)
    for seat, verb in seats_taken(bench):
        within = own_clause(bench, verb)
        since, _ = period(bench, "begin", within)
        for body, _ in organisations(bench, [o for p in ("in", "on") for o in bench.clauses.under(seat, p)]):
            for member in states(bench, bench.clauses.subjects(verb)) if is_real(bench, verb, bonds) else ():
                yield Told("membership", "begin", member, body, since, None, bench.sentence.span(within), verb)
    for member, body, since, end in seats_kept(bench) if bench.sentence.said >= _BEEN_IN else ():
        root = bench.sentence.tokens[bench.sentence.root]
        yield Told("membership", "hold", member, body, since, None, Span(bench.sentence.start, end), root)
    yield from freed.find(bench, bonds)
    yield from land_claims.find(bench, bonds)


def _made_up(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "The Union comprises Chad, Mali and Togo"."""
    made_of = verb.lower in _MADE_OF
    if made_of and not bench.clauses.is_passive(verb):
        return
    bodies = organisations(bench, bench.sentence.children(verb, "nsubjpass" if made_of else "nsubj"))
    of = [o for t in (verb, *bench.sentence.children(verb, "prt")) for o in bench.clauses.under(t, "of")]
    members = states(bench, [*(bench.sentence.children(verb, "dobj") if not made_of else []), *of])
    if len(bodies) != 1 or len(members) < 2 or not is_real(bench, verb, bonds) or bench.clauses.negated(verb):
        return
    within = own_clause(bench, verb)
    for member in members:
        yield Told("membership", "hold", member, bodies[0][0], None, None, bench.sentence.span(within), verb)


def _has_members(bench: Workbench, bonds: Bonds, noun: Token) -> Iterator[Told]:
    """ "The Union has eight members, among them Chad and Mali"."""
    verb = bench.sentence.head(noun)
    if verb is None or noun.dep != "dobj" or verb.lower not in _HAS or bench.clauses.negated(verb):
        return
    bodies = organisations(bench, bench.clauses.subjects(verb))
    if len(bodies) != 1 or not is_real(bench, verb, bonds):
        return
    within = own_clause(bench, verb)
    for member, _ in some_named(bench, [noun]):
        yield Told("membership", "hold", member, bodies[0][0], None, None, bench.sentence.span(within), verb)


def _verb(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    if entry.kind == "membership":
        yield from _membership(bench, bonds, verb, entry)
    else:
        yield from statehood.told(bench, bonds, verb, entry)


def _membership(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    """ "Joined NATO in 1949", "was admitted to the UN", "withdrew from the IAEA", "belongs to the Arab League"."""
    clauses = bench.clauses
    passive = clauses.is_passive(verb)
    objects: list[Token] = []
    if verb.lower.endswith("founded") and (founded := founded_by(bench, verb)):
        members, bodies = states(bench, founded[0]), organisations(bench, founded[1])
    elif verb.lower.startswith("accept") and not passive:
        return
    elif verb.lower.startswith(_MAKES):
        if passive or not is_makers(bench, verb):
            return
        members = listed_before(bench, verb) or states(bench, clauses.subjects(verb))
        bodies = organisations(bench, bench.sentence.children(verb, "dobj"))
        entry = structs.replace(entry, change="hold") if verb.tag in ("VBZ", "VBP") else entry
    elif verb.lower.startswith(("admit", "expel", "suspend")) and not passive:
        objects = bench.sentence.children(verb, "dobj")
        members = states(bench, objects)
        bodies = organisations(bench, [o for p in entry.to if p != "object" for o in clauses.under(verb, p)])
        bodies = bodies or organisations(bench, bench.sentence.children(verb, "nsubj"))
    else:
        members = states(
            bench, (clauses.objects(verb) or shared(bench, verb)) if passive else clauses.subjects(verb) or shared(bench, verb)
        )
        members += [c for c in listed_before(bench, verb) if c not in members] if not passive else []
        heads = [
            o for p in entry.to for o in (bench.sentence.children(verb, "dobj") if p == "object" else clauses.under(verb, p))
        ]
        agents = bench.sentence.agents(verb) if passive and verb.lower.startswith(_BY_BODIES) else []
        bodies = organisations(bench, [*heads, *agents]) or named_among(bench, verb, heads) or sought_before(bench, verb)
        bodies = bodies or joined_before(bench, verb) or readmitted_to(bench, verb)
    further = also_named(bench, verb, [h for _, h in bodies], frozenset({"organisation", "alias"}))
    bodies += organisations(bench, further)
    bodies += [b for b in listed_after(bench, bodies) if b[0] not in {c for c, _ in bodies}]
    if (
        not members
        or not bodies
        or not is_real(bench, verb, bonds)
        or (entry.change == "begin" and _is_only_meant(bench, verb))
    ):
        return
    denied = clauses.negated(verb) or any(
        t.lower in ("never", "neither") for t in bench.sentence.tokens[max(0, verb.i - 4) : verb.i]
    )
    if denied and entry.change in ("end", "pause"):
        return
    if entry.change == "hold" and is_no_longer(bench, verb):
        entry, denied = structs.replace(entry, change="end"), False
    within = bench.sentence.subtree(verb, without=roles.OUTSIDE)
    if verb.lower.startswith("suspend") and not passive and len(bodies) == 1:
        for token in also_named(bench, verb, objects, frozenset({"name"})):  # "suspended Chad in 2019, Mali in 2020 and ..."
            for member in states(bench, [token]):
                spell = period(bench, entry.change, scope(bench, verb, within), token)
                yield Told("membership", entry.change, member, bodies[0][0], *spell, bench.sentence.span(within), verb, denied)
    yield from _of_bodies(bench, verb, entry.change, members, bodies, within, denied=denied)


def _of_bodies(
    bench: Workbench, verb: Token, change: str, members: list[str], bodies: list[tuple[str, Token]], within: list[Token], *,
    denied: bool,
) -> Iterator[Told]:  # fmt: skip
    """What a verb tells of each of its bodies, each with its own day, and of members that join one after another."""
    days = {body: bracketed(bench, head) for body, head in bodies}
    behind = days_behind(bench, bodies)
    for body, head in bodies:
        own = _before_next(bench, scope(bench, verb, within), head, bodies)
        since, until = period(bench, change, own, head)
        lead = _led_by(bench, head) if len(bodies) > 1 and change == "begin" else None
        if lead is not None and lead.start not in {at for at, _ in behind.values()}:
            since, until = lead.date, None  # "and, three years later, B"
        elif body in behind and change in _ENDS:
            day = behind[body][1]
            since, until = (day, None) if change == "begin" else (None, day)
        if any(days.values()):
            since, until = days[body], None
        if since is None and until is None and change == "begin":
            since = dated_when(bench, verb)
        for member in members:
            yield Told("membership", change, member, body, since, until, bench.sentence.span(within), verb, denied)
    for member, day in _in_turn(bench, verb, members) if len(bodies) == 1 and not denied else ():
        since, until = (day, None) if change in ("begin", "resume") else (None, day)
        yield Told("membership", change, member, bodies[0][0], since, until, bench.sentence.span(within), verb)


def _in_turn(bench: Workbench, verb: Token, members: list[str]) -> Iterator[tuple[str, str]]:
    """ "Latvia joined the Union in 2004 and Croatia in 2013": the further members that the verb is not said of again, with days."""
    found: list[tuple[str, str]] = []
    known = bench.scene.knowledge.states
    for date in bench.dates:
        end = date.start
        while date.start > verb.end and date.date_end is None:
            near = [m for m in bench.scene.within(max(verb.end, end - _NAME), end) if m.kind == "name" and m.code in known]
            gap = bench.text[near[-1].end : end] if near else ""
            if not near or not (_THEN if end == date.start else _AND).fullmatch(gap):
                break
            first = _AND_BEFORE.search(bench.text, verb.end, near[-1].start) is not None
            if any(t.tag[0] == "V" for t in bench.sentence.at(verb.end, end)) or (end == date.start and not first):
                break
            if near[-1].code and near[-1].code not in members:
                found.append((near[-1].code, date.date))
            end = near[-1].start
    yield from found


def _is_only_meant(bench: Workbench, verb: Token) -> bool:
    """ "Decided to join": who decides it has not joined yet."""
    above = bench.sentence.head(verb) if bench.clauses.is_infinitive(verb) else None
    return above is not None and above.lower.startswith(_MEANS) and verb.dep in ("xcomp", "ccomp", "acl")


def _before_next(bench: Workbench, within: list[Token], head: Token, bodies: list[tuple[str, Token]]) -> list[Token]:
    """Some words up to the next body of a list whose bodies have a day each: "A five days later and B in 2016"."""
    after = min((h for _, h in bodies if h.i > head.i), key=lambda h: h.i, default=None)
    if after is None or not any(_DAY.fullmatch(t.lower) for t in bench.sentence.tokens[head.i : after.i]):
        return within
    led = [t.i for t in within if head.i < t.i < after.i and _led_by(bench, after) is not None]
    return [t for t in within if t.i < (min(led) if led else after.i)]


def _led_by(bench: Workbench, head: Token) -> DateMention | None:
    """The day right before the name of a body: "and, three years later, the Union", "and in 1963 the Union"."""
    mention = bench.scene.mention_at(head)
    start = mention.start if mention is not None else head.start
    near = (d for d in bench.dates if 0 < start - d.end <= _GAP and d.date_end is None)
    return next((d for d in near if _BETWEEN.fullmatch(bench.text, d.end, start)), None)


def _act(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "Its accession to the EU in 1995", "the withdrawal of the DPRK from the IAEA", "30 years of membership in the UN"."""
    sentence, clauses = bench.sentence, bench.clauses
    bodies = organisations(bench, [o for p in entry.to for o in clauses.under(noun, p)])
    if not bodies and noun.dep == "dobj" and entry.change == "hold":  # "suspended its membership" read apart from "in A"
        beside = [p for p in sentence.children(sentence.tokens[noun.head], "prep") if p.i == noun.i + 1 and p.lower in entry.to]
        bodies = organisations(bench, [o for p in beside for o in sentence.children(p, "pobj")])
    if not bodies or any(c.lower in bonds.blurs for c in sentence.children(noun, "amod", "compound")):
        return
    owners = [*sentence.children(noun, "poss"), *clauses.under(noun, "of"), *clauses.under(noun, "by")]
    members = [m for m in states(bench, owners) if m not in {b for b, _ in bodies}]
    head = sentence.head(noun)
    year = None
    above = list(sentence.ancestors(noun))
    for token in above:
        if token.tag[0] == "N" and token.lower.startswith("anniversar"):
            around = sentence.subtree(token)
            year = anniversary(bench, around[0].start, around[-1].end)
            members = members or states(bench, clauses.subjects(next((t for t in above if t.tag[0] == "V"), token)))
        elif token.lower in bonds.blurs and token.tag[0] in "NV":
            return
    if head is not None and head.tag[0] == "V" and not is_real(bench, head, bonds):
        return
    given = head is not None and noun.dep == "nsubjpass" and head.lower in _GIVEN
    had, gained = _had(bench, noun, head)
    members = members or had
    if head is not None and given:  # "membership in A was granted to B"
        members = members or states(bench, [*clauses.under(head, "to"), *sentence.children(head, "dative")])
    if not members or (year is None and not _is_told(bench, noun)):
        return
    within, change = told_when(bench, noun), entry.change
    if head is not None and noun.dep in ("dobj", "nsubjpass") and head.lower in _TAKEN and year is None:
        within, change = own_clause(bench, head), _TAKEN[head.lower]  # "suspended its membership in A in 1990"
    elif head is not None and (given or had):
        within, change = own_clause(bench, head), "begin" if given or gained else change
    elif change == "hold" and head is not None and noun.dep == "nsubj" and bonds.turn_verbs.get(head.lower) in _ENDS:
        within, change = own_clause(bench, head), bonds.turn_verbs[head.lower]  # "its membership began in 1995"
    bodies += [b for b in listed_after(bench, bodies) if b[0] not in {c for c, _ in bodies}]
    behind = days_behind(bench, bodies) if year is None and change == "begin" else {}
    for body, _ in bodies:
        since, until = (year, None) if year else period(bench, change, within)
        if behind:
            since, until = behind[body][1] if body in behind else None, None
        for member in members:
            yield Told("membership", change, member, body, since, until, bench.sentence.span(within), noun)


def _had(bench: Workbench, noun: Token, verb: Token | None) -> tuple[list[str], bool]:
    """(who has a membership, whether it is gained) of "holds membership in A", "obtained it", "was granted it"."""
    if verb is None or noun.dep not in ("dobj", "oprd", "attr") or bench.sentence.children(noun, "poss"):
        return [], False
    gained = verb.lower in _GAINED
    if not gained and verb.lower not in _HOLDS:
        return [], False
    passive = bench.clauses.is_passive(verb)
    return states(bench, bench.sentence.children(verb, "nsubjpass") if passive else bench.clauses.subjects(verb)), gained


def _is_told(bench: Workbench, noun: Token) -> bool:
    """Whether an act that a noun names is told as done: by a possessor and a past or present predicate, or after "since"."""
    for above in bench.sentence.ancestors(noun):
        if above.lower in ("since", "after", "following", "upon", "with"):
            return True
        if above.tag[0] == "V":
            return above.tag in ("VBD", "VBN", "VBZ") and not bench.clauses.negated(above)
    return False
