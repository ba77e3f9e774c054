"""Bonds that verbs and roles tell: joining and leaving, being a member or an ally."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations import statehood
from dragoman.coding.relations.bodies_meant import (
    dated_when,
    founded_by,
    joined_before,
    named_among,
    named_before,
    seats_taken,
    sought_before,
)
from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import anniversary, period, terms
from dragoman.coding.relations.recognition import recognition_act
from dragoman.coding.relations.telling import Told, also_named, own_clause
from dragoman.coding.sentence.phrasing import is_official, listed, refer, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.pointed import BODIES
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME, REMAIN, SHORT_IS
from dragoman.lexicon.entries import Bond

_BE = BE | SHORT_IS | REMAIN | BECOME
# Between two bodies of one list: "and of the", also over what is said of the first ("founded in 1963, and of the").
_AND_OF = re.compile(
    r"(?:\s*\([^)]*\))?(?:\s+(?:in|on|since)\s+[^,;.()]{0,20}\d{4})?"
    r"(?:,\s+(?:[\w-]+\s+){0,3}(?:after|before|upon|following|under|as)\s[^,;.]{0,60}(?=,))?(?:,\s+(?:founded|established|created)\s[^,;]{0,40}"
    r"(?:,\s\d{4})?)?\s*(?:,|,?\s+(?:and|or|nor|as well as)(?:\s+in\s+\d{4})?)\s+(?:(?:of|to|from|in)\s+)?(?:the\s+)?"
)
_FOUNDERS = frozenset({"founding", "founder", "original", "charter"})
# "The Organization, founded on ...", "the Community (X), established by the Treaty of Y of ...".
_FOUNDED = re.compile(
    r"(?:\s*\([^)]*\))?,?\s+(?:which was\s+)?(?:founded|established|created|set up|formed)\s+(?:at|in)?\s*(?:by the [^,;.]{4,40} of |"
    r"(?:[^,;.\d]{0,30}\s)?(?:on|in)\s+)"
)
_SAME_YEAR = re.compile(r"\s+(?:later )?(?:in )?(?:the|that) same year\b")
_TAKEN = {"suspend": "pause", "suspended": "pause", "froze": "pause", "frozen": "pause", "ended": "end", "terminated": "end",
          "renounced": "end", "relinquished": "end", "resumed": "resume", "reactivated": "resume", "restored": "resume"}  # fmt: skip
_BRACKET = re.compile(r"\s*\((?:since\s+|from\s+)?")
_YEAR = re.compile(r"((?:18|19|20)\d\d)\)")
_APART = frozenset({"ccomp", "parataxis", "conj", "relcl"})
_OUTSIDE = frozenset({"ccomp", "parataxis", "relcl"})
# Sectors whose members are not the state itself: people, and bodies of other kinds.
_PEOPLE = frozenset({"IGO", "NGO", "CVL", "OPP", "REB", "JRN", "MED", "BUS", "LAB", "EDU", "REL", "CRM", "PTY"})


def find(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """Bonds told by verbs, acts and roles in one sentence."""
    for token in bench.sentence:
        if token.lower not in bonds.forms:
            continue
        if token.tag[0] == "V":
            for entry in bonds.verbs.get(token.lower, ()):
                yield from _verb(bench, bonds, token, entry)
        elif token.tag[0] == "N":
            for entry in bonds.acts.get(token.lower, ()):
                yield from (_act if entry.kind == "membership" else recognition_act)(bench, bonds, token, entry)
            before = bench.sentence.tokens[token.i - 1].lower if token.i else ""
            for entry in (*bonds.roles.get(token.lower, ()), *bonds.roles.get(f"{before} {token.lower}", ())):
                yield from _role(bench, bonds, token, entry)
    for seat, verb in seats_taken(bench):
        within = own_clause(bench, verb)
        since, _ = period(bench, "begin", within)
        for body, _ in organisations(bench, [o for p in ("in", "on") for o in bench.clauses.under(seat, p)]):
            for member in states(bench, bench.clauses.subjects(verb)) if is_real(bench, verb, bonds) else ():
                yield Told("membership", "begin", member, body, since, None, bench.sentence.span(within), verb)
    yield from statehood.becoming(bench, bonds)
    yield from statehood.since_freed(bench)


def _verb(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    if entry.kind == "membership":
        yield from _membership(bench, bonds, verb, entry)
    else:
        yield from statehood.told(bench, bonds, verb, entry)


def organisations(bench: Workbench, heads: list[Token]) -> list[tuple[str, Token]]:
    """International bodies that heads and their conjuncts name; a treaty or a building is none."""
    out: list[tuple[str, Token]] = []
    seats = [
        o for h in heads if h.lower == "membership" for p in ("in", "of") for o in bench.clauses.under(h, p)
    ]  # "admitted to membership in"
    named = [_meant(bench, h) for h in (*heads, *seats)]
    for head in (h for first in named for h in listed(bench.sentence, first)):
        mention = bench.scene.mention_at(head)
        if mention is not None and mention.code and mention.kind in ("organisation", "alias"):
            if mention.end >= head.end:
                out.append((mention.code, head))
        elif mention is None and bench.scene.discourse.body and head.lower in BODIES and is_bare(head):
            out.append((bench.scene.discourse.body, head))
    return out


def _meant(bench: Workbench, head: Token) -> Token:
    """ "The Union, to which Chad belongs": the noun that "which" stands for."""
    clause = next((a for a in bench.sentence.ancestors(head) if a.dep == "relcl"), None) if head.tag == "WDT" else None
    return bench.sentence.tokens[clause.head] if clause is not None else head


def is_bare(head: Token) -> bool:
    """ "The organisation", and no other word with it."""
    return {c.lower for c in head.children} == {"the"}


def states(bench: Workbench, heads: list[Token]) -> list[str]:
    """States among heads and their conjuncts, as such or by their governments; not their citizens, parties or firms."""
    found = [r for h in heads for r in refer_all(bench, h) if is_official(r) and r.sector not in _PEOPLE]
    known = bench.scene.knowledge.states
    return list(dict.fromkeys(c for r in found for c in r.codes if c in known))


def _shared(bench: Workbench, verb: Token) -> list[Token]:
    """The subject of the verb that another is listed with, one of the two a passive: "became independent and was admitted to"."""
    head = bench.sentence.head(verb)
    if verb.dep != "conj" or head is None or head.tag[0] != "V":
        return []
    return bench.clauses.subjects(head) or bench.sentence.children(head, "nsubjpass")


def listed_after(bench: Workbench, bodies: list[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """Bodies that the text lists after the last of some, whatever the parser made of the list: "or the World Bank"."""
    out: list[tuple[str, Token]] = []
    if not bodies:
        return out
    last = max((bench.scene.mention_at(t) for _, t in bodies), key=lambda m: m.end if m is not None else 0)
    for mention in bench.scene.within(last.end if last is not None else 0, bench.sentence.end):
        if last is None or mention.start < last.end or mention.kind not in ("organisation", "alias"):
            continue
        if not _AND_OF.fullmatch(bench.text, last.end, mention.start) or not mention.code:
            break
        tokens = bench.sentence.at(mention.start, mention.end)
        following = bench.sentence.tokens[tokens[-1].i + 1 : tokens[-1].i + 2] if tokens else []
        if not tokens or (following and following[0].tag in ("VBD", "VBZ", "VBP", "MD")):
            break
        out.append((mention.code, tokens[-1]))
        last = mention
    return out


def _membership(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    """ "Joined NATO in 1949", "was admitted to the UN", "withdrew from the IAEA", "belongs to the Arab League"."""
    clauses = bench.clauses
    passive = clauses.is_passive(verb)
    objects: list[Token] = []
    if verb.lower.endswith("founded") and (founded := founded_by(bench, verb)):
        members, bodies = states(bench, founded[0]), organisations(bench, founded[1])
    elif verb.lower.startswith(("admit", "expel", "suspend")) and not passive:
        objects = bench.sentence.children(verb, "dobj")
        members = states(bench, objects)
        bodies = organisations(bench, [o for p in entry.to if p != "object" for o in clauses.under(verb, p)])
        bodies = bodies or organisations(bench, bench.sentence.children(verb, "nsubj"))
    else:
        members = states(bench, (clauses.objects(verb) or _shared(bench, verb)) if passive else clauses.subjects(verb))
        heads = [
            o for p in entry.to for o in (bench.sentence.children(verb, "dobj") if p == "object" else _under(bench, verb, p))
        ]
        bodies = organisations(bench, heads) or named_among(bench, verb, heads) or sought_before(bench, verb)
        bodies = bodies or joined_before(bench, verb)
    further = also_named(bench, verb, [h for _, h in bodies], frozenset({"organisation", "alias"}))
    bodies += organisations(bench, further)
    bodies += [b for b in listed_after(bench, bodies) if b[0] not in {c for c, _ in bodies}]
    if not members or not bodies or not is_real(bench, verb, bonds):
        return
    denied = clauses.negated(verb) or any(
        t.lower in ("never", "neither") for t in bench.sentence.tokens[max(0, verb.i - 4) : verb.i]
    )
    if denied and entry.change in ("end", "pause"):
        return
    within = bench.sentence.subtree(verb, without=_OUTSIDE)
    if verb.lower.startswith("suspend") and not passive and len(bodies) == 1:
        for token in also_named(bench, verb, objects, frozenset({"name"})):  # "suspended Chad in 2019, Mali in 2020 and ..."
            for member in states(bench, [token]):
                spell = period(bench, entry.change, _scope(bench, verb, within), token)
                yield Told("membership", entry.change, member, bodies[0][0], *spell, bench.sentence.span(within), verb, denied)
    bracketed = {body: _bracketed(bench, head) for body, head in bodies}
    for body, head in bodies:
        since, until = period(bench, entry.change, _scope(bench, verb, within), head)
        if any(bracketed.values()):
            since, until = bracketed[body], None
        if since is None and until is None and entry.change == "begin":
            since = dated_when(bench, verb)
        for member in members:
            yield Told("membership", entry.change, member, body, since, until, bench.sentence.span(within), verb, denied)


def _under(bench: Workbench, verb: Token, preposition: str) -> list[Token]:
    return bench.clauses.under(verb, preposition)


def _scope(bench: Workbench, verb: Token, within: list[Token]) -> list[Token]:
    """Words whose dates are the verb's own: not those of a verb conjoined to it."""
    apart = {t.i for c in bench.sentence.children(verb, "conj") if c.tag[0] == "V" for t in bench.sentence.subtree(c)}
    return [t for t in within if t.i not in apart]


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
    if not members or (year is None and not _is_told(bench, noun)):
        return
    within, change = sentence.subtree(noun), entry.change
    if head is not None and noun.dep in ("dobj", "nsubjpass") and head.lower in _TAKEN and year is None:
        within, change = own_clause(bench, head), _TAKEN[head.lower]  # "suspended its membership in A in 1990"
    for body, _ in bodies:
        since, until = (year, None) if year else period(bench, change, within)
        for member in members:
            yield Told("membership", change, member, body, since, until, bench.sentence.span(within), noun)


def _is_told(bench: Workbench, noun: Token) -> bool:
    """Whether an act that a noun names is told as done: by a possessor and a past or present predicate, or after "since"."""
    for above in bench.sentence.ancestors(noun):
        if above.lower in ("since", "after", "following", "upon", "with"):
            return True
        if above.tag[0] == "V":
            return above.tag in ("VBD", "VBN", "VBZ") and not bench.clauses.negated(above)
    return False


def _role(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "A is a member of B", "A, an ally of B,", "A became the successor of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    first = noun
    while first.dep == "conj" and (before := sentence.head(first)) is not None and before.tag[0] == "N":
        first = before  # "is a member of A and a member of B"
    while first.dep == "appos" and (before := sentence.head(first)) is not None and before.lower == noun.lower:
        first = before  # "is a founding member of A, a member of B"
    counted = _one_of(bench, first)
    if counted is not None:
        first = counted  # "one of the twelve founders of A"
    head = sentence.head(first)
    holders: list[Token] = []
    verb: Token | None = None
    beside = first.dep == "conj" and first.i > (
        head.i if head is not None else 0
    )  # "became the 9th member of A and a member of B"
    if (first.dep == "attr" or beside) and head is not None and head.lower in _BE:
        holders, verb = clauses.subjects(head) or _shared(bench, head), head
    elif first.dep == "appos" and head is not None:
        holders = [head]
    elif noun.dep == "pobj" and head is not None and head.lower == "as":
        above = next((t for t in sentence.ancestors(noun) if t.tag[0] == "V"), None)
        if above is not None and entry.kind == "succession":
            holders, verb = (clauses.objects(above) if clauses.is_passive(above) else clauses.subjects(above)), above
    if entry.kind == "alliance" and (not holders or (noun.tag == "NNS" and not clauses.under(noun, "of"))):
        yield from _ally(bench, noun)
        return
    ones = states(bench, holders)
    if not ones or (verb is not None and not is_real(bench, verb, bonds)):
        return
    denied = (verb is not None and clauses.negated(verb)) or any(
        c.lower in ("no", "not") for c in sentence.children(noun, "det", "neg")
    )
    begun = (verb is not None and verb.lower in BECOME) or noun.lower.endswith(("founder", "founders"))
    if verb is not None and verb.tag == "VBD":  # "was one of the founding members of A in 1985"
        begun = begun or any(c.lower in _FOUNDERS for c in sentence.children(noun, "amod", "compound"))
    change = "begin" if begun else "hold"
    within = _scope(bench, verb, sentence.subtree(verb, without=_OUTSIDE)) if verb is not None else sentence.subtree(noun)
    if beside and any(noun.i < t.i and d.start <= t.start < d.end for d in bench.dates for t in sentence.subtree(noun)):
        within = sentence.subtree(noun)
    span = sentence.span([*within, *(t for h in holders for t in sentence.subtree(h, without=_APART))])
    others = _others(bench, noun, entry)
    if entry.kind == "membership":
        others += [b for b in listed_after(bench, others) if b[0] not in {c for c, _ in others}]
    spells: list[tuple[str | None, str | None]] = [*terms(bench, within)] if len(others) == 1 else []
    bracketed = {other: _bracketed(bench, token) for other, token in others}
    for other, token in others:
        turned = denied != _is_excepted(bench, token)
        founded = _founded(bench, noun, token) or bracketed[other]
        if founded is None and len(others) > 1 and any(bracketed.values()):
            spells = [(None, None)]  # the days in brackets are of those that they stand behind
        found: list[tuple[str | None, str | None]] = (
            [(founded, None)] if founded else spells or [period(bench, change, within, token)]
        )
        if begun and verb is not None and found == [(None, None)]:
            found = [(dated_when(bench, verb), None)]
        if _SAME_YEAR.match(bench.text, _end_of(bench, token)):
            found = [(since and since[:4], until) for since, until in found]
        for since, until in found:
            for one in (o for o in ones if o != other):
                yield Told(entry.kind, change, one, other, since, until, span, verb or noun, turned)


def _end_of(bench: Workbench, body: Token) -> int:
    mention = bench.scene.mention_at(body)
    return mention.end if mention is not None else body.end


def _bracketed(bench: Workbench, body: Token) -> str | None:
    """The day in brackets behind a body: "a member of the UN (since 1955), the OECD (1996) and NATO"."""
    mention = bench.scene.mention_at(body)
    opens = _BRACKET.match(bench.text, mention.end if mention is not None else body.end, bench.sentence.end)
    if opens is None:
        return None
    dated = next((d for d in bench.dates if d.start == opens.end() and d.date_end is None), None)
    if dated is not None:
        return dated.date if bench.text[dated.end : dated.end + 1] == ")" else None
    year = _YEAR.match(bench.text, opens.end(), bench.sentence.end)
    return year[1] if year is not None else None


def _one_of(bench: Workbench, noun: Token) -> Token | None:
    of = bench.sentence.head(noun)
    one = bench.sentence.head(of) if of is not None and of.lower == "of" and noun.dep == "pobj" else None
    return one if one is not None and one.lower == "one" and noun.tag == "NNS" else None


def _founded(bench: Workbench, role: Token, body: Token) -> str | None:
    """The day of which a body is told to be founded, since which its founding members belong to it."""
    if not any(c.lower in _FOUNDERS for c in bench.sentence.children(role, "amod", "compound")):
        return None
    mention = bench.scene.mention_at(body)
    told = _FOUNDED.match(bench.text, mention.end if mention is not None else body.end, bench.sentence.end)
    dates = [d for d in bench.dates if told is not None and d.start == told.end()]
    return dates[0].date if dates and dates[0].date_end is None else None


def _is_excepted(bench: Workbench, token: Token) -> bool:
    """ "A member of EFTA but not of the European Union"."""
    before = bench.text[max(bench.sentence.start, token.start - 40) : token.start].lower()
    return re.search(r"\bbut not (?:of|to) (?:the |\w+ )*$", before) is not None


def _others(bench: Workbench, noun: Token, entry: Bond) -> list[tuple[str, Token]]:
    preps = [p for p in bench.sentence.children(noun, "prep") if p.lower in ("of", "to")]
    if not preps and noun.dep == "attr":  # "the Union, of which Chad is a member"
        ahead = bench.sentence.children(bench.sentence.tokens[noun.head], "prep", "dep")
        preps = [p for p in ahead if p.lower == "of" and any(o.tag == "WDT" for o in bench.sentence.children(p, "pobj"))]
    if not preps and noun.dep == "conj":  # "a partner and ally of A"
        first = bench.sentence.tokens[noun.head]
        preps = [p for p in bench.sentence.children(first, "prep") if p.lower in ("of", "to") and p.i > noun.i]
    if not preps and noun.dep == "conj" and entry.kind == "membership":  # "an observer of A in 1992 and a full member in 1997"
        listed_with = bench.sentence.tokens[noun.head]
        roles = bench.sentence.children(listed_with, "attr") if listed_with.tag[0] == "V" else [listed_with]
        preps = [p for r in roles for p in bench.sentence.children(r, "prep") if p.lower in ("of", "to")]
    preps += [c for p in preps for c in bench.sentence.children(p, "conj") if c.lower == p.lower]
    heads = [o for p in preps for o in bench.sentence.children(p, "pobj")]
    if entry.kind == "membership" and not heads and any(c.lower == "its" for c in bench.sentence.children(noun, "poss")):
        return named_before(bench, noun)  # "opened the way to the UN. Fiji became its 127th member"
    if entry.kind == "membership":
        return organisations(bench, heads or bench.sentence.children(noun, "compound", "nmod", "poss"))
    found = states(bench, [*heads, *bench.sentence.children(noun, "poss")])
    return [(c, noun) for c in found]


def _ally(bench: Workbench, noun: Token) -> Iterator[Told]:
    """ "Its ally China", "China's ally Pakistan": the name after the role."""
    sentence = bench.sentence
    copula = sentence.head(noun)
    if noun.dep == "attr" and noun.tag == "NNS" and copula is not None and copula.lower in _BE:  # "A and B were allies"
        pair = states(bench, bench.clauses.subjects(copula))
        if len(pair) == 2 and not bench.clauses.negated(copula) and not bench.clauses.under(noun, "of"):
            since, until = period(bench, "hold", sentence.subtree(copula, without=_OUTSIDE))
            yield Told("alliance", "hold", min(pair), max(pair), since, until, sentence.span(own_clause(bench, copula)), copula)
        return
    owners = states(bench, sentence.children(noun, "poss"))
    named = states(bench, sentence.children(noun, "appos"))
    if noun.dep in ("compound", "nmod") and (name := sentence.head(noun)) is not None:
        named = named or [c for r in [refer(bench, name)] if r for c in r.codes if c in bench.scene.knowledge.states]
        owners = owners or states(bench, sentence.children(name, "poss"))
    for a in owners:
        for b in named:
            if a != b:
                yield Told("alliance", "hold", a, b, None, None, sentence.span(sentence.subtree(noun)), noun)
