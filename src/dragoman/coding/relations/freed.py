"""Independence: who became free of whom and when, as verbs, adjectives and the noun tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.relations.bonds import Bonds, is_real
from dragoman.coding.relations.periods import anniversary, period
from dragoman.coding.relations.telling import Told, own_clause, states_of, told_when
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.dates import DateMention
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# How many words deep the phrase that opens a sentence is looked for.
_OPENING = 6
_BECAME = BECOME | {"turned", "turn"}
_DECLARES = frozenset({"declared", "declares", "proclaimed", "proclaims"})
_SINCE = frozenset({"since", "after", "upon", "at", "following", "gaining", "gained", "on", "with", "until", "before", "from"})
# How far behind "independence" its day stands, in characters.
_NEAR_NOUN = 40
AWAY = word_class("breaking-away")
_RULE = word_class("foreign-rule")
DEPENDENT = frozenset({"colony", "protectorate", "dependency", "possession"})
_TILL = re.compile(r"(?: of (?:the )?[A-Z][\w ]{2,30})? (?:until|till|up to) (?:the )?")
# "Broke away from", "split off from": without the particle these break other things.
_PARTICLES = {"br": ("away", "off"), "sp": ("away", "off", "from")}
_FREE_SINCE = re.compile(r"\s+(?:(?:of|from)\s[^,;.]{2,40}?\s)?(?:since|from|as of)\s+(?:the\s+)?", re.IGNORECASE)


def find(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """Independence that adjectives, the noun and verbs of parting tell; `declared` has what verbs with the noun tell."""
    freed = "independence" in bench.clauses.said
    for token in bench.sentence:
        if token.lower == "independence":
            yield from _commemorated(bench, token)
            yield from _by_noun(bench, bonds, token)
        elif token.lower == "independent":
            yield from _became(bench, bonds, token)
            yield from _free_since(bench, token)
        elif token.lower in DEPENDENT and not freed:
            yield from _no_longer_ruled(bench, token)
        elif token.tag[0] == "V" and token.lower in AWAY and not freed:
            yield from _broke_away(bench, bonds, token)
    if freed:
        yield from _of_home(bench)


def _no_longer_ruled(bench: Workbench, noun: Token) -> Iterator[Told]:
    """ "Chad, a French colony until 1960, ...", "was a Belgian colony until 1962": free since then."""
    head = bench.sentence.head(noun)
    until = next((d for d in bench.dates if _TILL.fullmatch(bench.text, noun.end, d.start)), None)
    if until is None or head is None or until.date_end is not None:
        return
    rulers = states_of(bench, bench.sentence.children(noun, "amod", "poss", "compound"))
    rulers += states_of(bench, bench.clauses.under(noun, "of"))
    ones = [head] if noun.dep == "appos" else bench.sentence.children(head, "nsubj") if head.lower in _BECAME | BE else []
    for a in (c for c in states_of(bench, ones) if len(rulers) == 1 and c not in rulers):
        span = bench.sentence.span([*ones, *bench.sentence.subtree(noun)])
        yield Told("independence", "begin", a, rulers[0], until.date, None, span, noun)


def declared(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A declared independence from B": the noun is looked for right behind the verb, since parsers lose it."""
    sentence, clauses = bench.sentence, bench.clauses
    noun = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 7] if t.lower == "independence"), None)
    if noun is None or any(t.tag[0] == "V" for t in sentence.tokens[verb.i + 1 : noun.i]) or not is_real(bench, verb, bonds):
        return
    passive = clauses.is_passive(verb)
    gives = verb.lower.startswith(("grant", "gave", "give", "accord", "conced"))
    subjects = sentence.children(verb, "nsubjpass") if passive else clauses.subjects(verb)
    free = (
        states_of(bench, subjects)
        if not gives or passive
        else states_of(bench, [*sentence.children(verb, "dative"), *clauses.under(verb, "to"), *clauses.under(noun, "to")])
    )
    if not gives and not passive:  # "Fretilin declared the independence of East Timor"
        free = states_of(bench, clauses.under(noun, "of")) or free
    if gives and not passive and not free:  # "granted Chad independence"
        free = _named_between(bench, verb, noun)
    by = [o for t in (verb, noun) for p in ("by", "from") for o in clauses.under(t, p)] if gives and passive else []
    rulers = _rulers(bench, [*clauses.under(noun, "from"), *by]) or (
        states_of(bench, subjects) if gives and not passive else []
    )
    rulers = rulers or _rulers(bench, clauses.under(verb, "from"))
    denied = clauses.negated(verb)
    since, _ = period(bench, "begin", [*own_clause(bench, verb), *sentence.subtree(noun)])
    for a in (c for c in free if rulers != [c]):  # a part of a state declares itself free of it
        ruler = next((r for r in rulers if r != a), None)
        yield Told(
            "independence",
            "begin",
            a,
            ruler,
            since,
            None,
            sentence.span([*sentence.subtree(noun, without=frozenset({"relcl"})), verb, *subjects]),
            verb,
            denied,
        )


def _rulers(bench: Workbench, heads: list[Token]) -> list[str]:
    """The states that heads name, or whose rule they are: not "independence from Russian gas"."""
    return states_of(bench, [h for h in heads if h.lower in _RULE or bench.scene.mention_at(h) is not None])


def _named_between(bench: Workbench, verb: Token, noun: Token) -> list[str]:
    """The states named between a verb and a noun, whatever the parser makes of them."""
    known = bench.scene.knowledge.states
    named = [m.code for m in bench.scene.within(verb.end, noun.start) if m.kind == "name" and m.code in known]
    return list(dict.fromkeys(c for c in named if c))


def _by_noun(bench: Workbench, bonds: Bonds, noun: Token) -> Iterator[Told]:
    """ "Since independence from Chad in 1960 Mali ...", "Mali's independence was declared in 1960", "independence came to Mali"."""
    sentence, clauses = bench.sentence, bench.clauses
    above = sentence.head(noun)
    if above is None:
        return
    verb = sentence.verb_above(noun)
    free = states_of(bench, [*sentence.children(noun, "poss"), *clauses.under(noun, "of")])
    within, day = sentence.subtree(noun), _day_of(bench, noun)
    if noun.dep == "nsubjpass" and verb is not None and above.i == verb.i:  # "was declared in 1960"
        freeing = any(b.kind == "independence" for b in bonds.verbs.get(verb.lower, ()))
        if not freeing or not is_real(bench, verb, bonds) or clauses.negated(verb):
            return
        agents = [o for p in ("by", "to") for o in clauses.under(verb, p)]
        free, within = free or states_of(bench, agents), own_clause(bench, verb)
    elif noun.dep == "nsubj" and verb is not None and above.i == verb.i:  # "came to Mali in 1960", "dates from 1960"
        within = told_when(bench, noun)
        free = free or states_of(bench, clauses.under(verb, "to"))
        if len(within) == len(sentence.subtree(noun)) and day is None:
            return
    elif above.tag[0] == "V" or above.lower not in _SINCE or noun.dep not in ("pobj", "dobj", "pcomp"):
        return
    else:
        if not free and verb is not None and not [c for c in sentence.children(noun, "poss", "amod") if c.tag != "PRP$"]:
            free = states_of(bench, clauses.subjects(verb), bare=True)
        within = within if day is not None else [noun]
    rulers = _rulers(bench, clauses.under(noun, "from"))
    since = day.date if day is not None else period(bench, "begin", within)[0] if len(within) > 1 else None
    span = (
        sentence.span([*within, noun]) if day is None else Span(min(within[0].start, noun.start), max(day.end, within[-1].end))
    )
    for a in free if since is not None or rulers else ():
        ruler = next((r for r in rulers if r != a), None)
        yield Told("independence", "begin", a, ruler, since, None, span, noun)


def _day_of(bench: Workbench, noun: Token) -> DateMention | None:
    """The day right behind "independence", with nothing but whom from and a preposition between."""
    day = next((d for d in bench.dates if noun.end < d.start <= noun.end + _NEAR_NOUN), None)
    between = bench.text[noun.end : day.start] if day is not None else ""
    plain = (
        re.fullmatch(r"(?:\s+from\s[^,;.]{2,30}?|\s+of\s[^,;.]{2,30}?)?,?\s+(?:on|in|at)\s+(?:the\s+)?", between) is not None
    )
    return day if plain and day is not None and day.date_end is None else None


def _free_since(bench: Workbench, token: Token) -> Iterator[Told]:
    """ "Has been independent since 1960", "Mali, independent from France since 1960, ..."."""
    opens = _FREE_SINCE.match(bench.text, token.end, bench.sentence.end)
    day = next((d for d in bench.dates if opens is not None and d.start == opens.end()), None)
    head = bench.sentence.head(token)
    if day is None or head is None or day.date_end is not None:
        return
    copular = head.tag[0] == "V" and token.dep in ("acomp", "attr", "oprd")
    if copular and bench.clauses.negated(head):
        return
    owners = bench.clauses.subjects(head) if copular else [head]
    if not copular and token.dep not in ("amod", "appos", "acl", "relcl", "advcl"):
        return
    rulers = _rulers(bench, [o for p in ("from", "of") for o in bench.clauses.under(token, p)])
    for a in states_of(bench, owners):
        ruler = next((r for r in rulers if r != a), None)
        yield Told("independence", "begin", a, ruler, day.date, None, Span(token.start, day.end), token)


def _broke_away(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "Seceded from Chad in 1960", "broke away from Chad"."""
    clauses = bench.clauses
    needed = _PARTICLES.get(verb.lower[:2])
    near = [t.lower for t in bench.sentence.tokens[verb.i + 1 : verb.i + 4]]
    if (needed and not any(p in near for p in needed)) or not is_real(bench, verb, bonds) or clauses.negated(verb):
        return
    if bench.sentence.children(verb, "dobj"):
        return
    subjects = bench.clauses.objects(verb) if clauses.is_passive(verb) else clauses.subjects(verb)
    parted = [o for t in (verb, *bench.sentence.children(verb, "advmod", "prt")) for o in clauses.under(t, "from")]
    within = own_clause(bench, verb)
    since, _ = period(bench, "begin", within)
    for a in states_of(bench, subjects, bare=True):
        for b in (r for r in states_of(bench, parted, bare=True)[:1] if r != a):
            yield Told("independence", "begin", a, b, since, None, bench.sentence.span(within), verb)


def _of_home(bench: Workbench) -> Iterator[Told]:
    """ "Since independence from Britain on 6 March 1957 the Government ...": of who speaks, or whom the text is of."""
    free = bench.scene.speaker(bench.sentence.start) or bench.scene.discourse.home
    for noun in bench.sentence:
        when = bench.sentence.head(noun) if noun.lower == "independence" else None
        if when is None or free is None or noun.dep not in ("pobj", "dobj") or when.lower not in _SINCE:
            continue
        owners = [c for c in bench.sentence.children(noun, "poss", "compound", "amod") if c.tag != "PRP$"]
        rulers = _rulers(bench, bench.clauses.under(noun, "from"))
        day = next((d for d in bench.dates if noun.end < d.start <= noun.end + _NEAR_NOUN), None)
        if not owners and len(rulers) == 1 and rulers[0] != free and day is not None and day.date_end is None:
            span = Span(when.start, day.end)
            yield Told("independence", "begin", free, rulers[0], day.date, None, span, noun)


def _became(bench: Workbench, bonds: Bonds, token: Token) -> Iterator[Told]:
    """ "A became independent of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    head = sentence.head(token)
    if token.i and sentence.tokens[token.i - 1].lower == "itself":  # "declared itself independent"
        head = next((t for t in sentence.tokens[max(0, token.i - 3) : token.i] if t.lower in _DECLARES), head)
    if head is None or head.lower not in _BECAME | _DECLARES or not is_real(bench, head, bonds):
        return
    rulers = _rulers(bench, [*clauses.under(token, "from"), *clauses.under(token, "of"), *clauses.under(head, "from")])
    rulers = rulers or _ruled_before(bench, head)
    since, _ = period(bench, "begin", own_clause(bench, head), token if len(bench.dates) > 1 else None)
    span, denied = sentence.span(own_clause(bench, head)), clauses.negated(head)
    for a in states_of(bench, clauses.subjects(head)):
        ruler = next((r for r in rulers if r != a), None)
        yield Told("independence", "begin", a, ruler, since, None, span, head, denied)


def _ruled_before(bench: Workbench, verb: Token) -> list[str]:
    """ "A British protectorate from 1887, it became independent in 1965"."""
    nouns = [t for t in bench.sentence.tokens[: min(verb.i, _OPENING)] if t.lower in DEPENDENT]
    found = states_of(bench, [c for n in nouns for c in bench.sentence.children(n, "amod", "poss", "compound")])
    return found if len(found) == 1 else []


def _commemorated(bench: Workbench, noun: Token) -> Iterator[Told]:
    """ "The 60th anniversary of A's independence"."""
    above = next((a for a in bench.sentence.ancestors(noun) if a.lower.startswith("anniversar")), None)
    around = bench.sentence.subtree(above) if above is not None else []
    year = anniversary(bench, around[0].start, around[-1].end) if around else None
    if year is None:
        return
    rulers = _rulers(bench, bench.clauses.under(noun, "from"))
    span = bench.sentence.span(bench.sentence.subtree(noun))
    for a in states_of(bench, [*bench.sentence.children(noun, "poss"), *bench.clauses.under(noun, "of")]):
        yield Told("independence", "begin", a, next((r for r in rulers if r != a), None), year, None, span, noun)
