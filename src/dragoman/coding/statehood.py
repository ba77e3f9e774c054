"""Bonds between states as states: recognition, claims to sovereignty, independence, succession."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.bonds import Bonds, is_real
from dragoman.coding.periods import anniversary, period
from dragoman.coding.phrasing import is_official, refer, refer_all
from dragoman.coding.telling import Told
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Bond

_STATEHOOD = frozenset({"independence", "statehood", "government", "regime", "state", "republic", "sovereignty", "existence"})
_AS_STATE = re.compile(r"\bas (?:an?|the) (?:\w+[- ]){0,4}(?:state|country|nation|republic|government)\b", re.IGNORECASE)
_NOT_AS_STATE = re.compile(r"\b(?:nuclear|terror\w*|rogue|aggressor|hostile|sponsor|major|responsible)\b", re.IGNORECASE)
_SOLE = re.compile(
    r"\b(?:sole|only|lawful|rightful|legitimate|legal)\b.{0,40}\b(?:government|representative|authority)\b.{0,12}\bof\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:inalienable|integral|inseparable|sacred|indivisible|part and parcel|own)\b", re.IGNORECASE)
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "remains", "remain", "remained", "constitutes", "constitute", "'s", "’s"}
)
_BECAME = frozenset({"became", "become", "becomes", "becoming", "turned", "turn"})


def told(bench: Workbench, bonds: Bonds, verb: Token, entry: Bond) -> Iterator[Told]:
    """What a verb tells of recognition, a claim, independence or succession."""
    if entry.kind == "independence":
        yield from _declared(bench, bonds, verb)
    elif is_real(bench, verb, bonds):
        if entry.kind == "recognition":
            yield from _recognised(bench, verb)
        elif entry.kind == "sovereignty-claim":
            yield from _claimed(bench, verb)
        elif entry.kind == "succession":
            yield from _succeeded(bench, verb)


def _states(bench: Workbench, heads: list[Token], *, bare: bool = False) -> list[str]:
    """States that heads name; `bare`: by a name that is the head itself."""
    known, out = bench.scene.knowledge.states, []
    for head in heads:
        for reference in refer_all(bench, head):
            mention = bench.scene.mention_at(bench.sentence.tokens[reference.head])
            if (
                is_official(reference)
                and reference.sector != "IGO"
                and (
                    not bare
                    or mention is not None
                    and mention.kind in ("name", "deixis")
                    and mention.end >= reference.span.end - 1
                )
            ):
                out += [c for c in reference.codes if c in known and c not in out]
    return out


def _within(bench: Workbench, verb: Token) -> list[Token]:
    apart = {t.i for c in bench.sentence.children(verb, "conj") if c.tag[0] == "V" for t in bench.sentence.subtree(c)}
    return [t for t in bench.sentence.subtree(verb, without=frozenset({"ccomp", "parataxis", "relcl"})) if t.i not in apart]


# ------------------------------------------------------------------ recognition


def _recognised(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "A recognized B", "A does not recognize the independence of B", "B was recognized by A"."""
    sentence, clauses = bench.sentence, bench.clauses
    objects = clauses.objects(verb)
    words = sentence.span(sentence.subtree(verb)).of(bench.text)
    as_what = re.search(r"\bas\b", words[verb.end - sentence.span(sentence.subtree(verb)).start :])
    if as_what and (not _AS_STATE.search(words) or _NOT_AS_STATE.search(words)):
        return
    recognisers = _states(bench, clauses.subjects(verb))
    mutual = any(o.lower == "other" for o in objects)
    recognised = recognisers if mutual else _recognisables(bench, objects)
    denied = clauses.negated(verb) or any(
        t.lower in ("neither", "never") for t in sentence.tokens[max(0, verb.i - 3) : verb.i + 3]
    )
    ended = verb.lower.startswith("derecogni")
    span = sentence.span(_within(bench, verb))
    for b, head in recognised if not mutual else [(c, verb) for c in recognised]:
        since, until = period(bench, "end" if ended else "begin", _within(bench, verb), head if head is not verb else None)
        for a in recognisers:
            if a != b:
                yield Told(
                    "recognition", "end" if ended else "begin", a, b, None if denied else since, until, span, verb, denied
                )


def _recognisables(bench: Workbench, objects: list[Token]) -> list[tuple[str, Token]]:
    """States that are recognised themselves, or in their independence or government."""
    out: list[tuple[str, Token]] = []
    pending = list(objects)
    while pending:
        head = pending.pop(0)
        pending += bench.sentence.children(head, "conj")
        mention = bench.scene.mention_at(head)
        found = refer(bench, head)
        if found is None or not found.codes:
            continue
        named = mention is not None and mention.kind in ("name", "alias") and mention.end >= head.end
        pronoun = head.tag == "PRP"
        if head.lower in _STATEHOOD and not named:
            pending += [
                *bench.clauses.under(head, "of"),
                *bench.sentence.children(head, "poss"),
                *bench.sentence.children(head, "amod"),
            ]
        elif head.dep == "amod" and mention is not None and mention.kind == "adjective" or named or pronoun:
            out += [(c, head) for c in found.codes if c in bench.scene.knowledge.states and c not in {o for o, _ in out}]
    return out


def recognition_act(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond) -> Iterator[Told]:
    """ "The recognition of B by A", "A's recognition of B", "A withdrew its recognition of B"."""
    sentence, clauses = bench.sentence, bench.clauses
    if entry.kind != "recognition":
        return
    recognised = [c for c, _ in _recognisables(bench, clauses.under(noun, "of"))]
    head = sentence.head(noun)
    if not recognised or head is None:
        return
    owners = _states(bench, [*sentence.children(noun, "poss"), *clauses.under(noun, "by")])
    change = "begin"
    if head.tag[0] == "V" and noun.dep in ("dobj", "nsubjpass"):
        owners = owners or _states(bench, clauses.subjects(head))
        change = "end" if head.lower.startswith(("withdr", "revok", "rescind", "cancel")) else "begin"
        granted = head.lower.startswith(
            (
                "grant",
                "extend",
                "accord",
                "gave",
                "give",
                "announc",
                "declar",
                "withdr",
                "revok",
                "rescind",
                "cancel",
                "refus",
                "withheld",
            )
        )
        if not granted or not is_real(bench, head, bonds) or head.lower.startswith(("refus", "withheld")):
            return
    elif any(a.lower in bonds.blurs for a in sentence.ancestors(noun)) or not (
        sentence.children(noun, "poss") or clauses.under(noun, "by")
    ):
        return
    within = sentence.subtree(noun) if head.tag[0] != "V" else _within(bench, head)
    since, until = period(bench, change, within)
    for a in owners:
        for b in recognised:
            if a != b:
                yield Told("recognition", change, a, b, since, until, sentence.span(within), noun)


# ------------------------------------------------------------------ claims


def _claimed(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "A claims sovereignty over B", "A claims B as its territory", "A and B claim to be the sole government", "A annexed B"."""
    sentence, clauses = bench.sentence, bench.clauses
    claimants = _states(bench, clauses.subjects(verb))
    if not claimants or clauses.negated(verb):
        return
    span = sentence.span(_within(bench, verb))
    words = sentence.span(sentence.subtree(verb)).of(bench.text)
    if not verb.lower.startswith("annex") and _SOLE.search(words):
        for a in claimants:
            for b in (c for c in claimants if c != a):
                yield Told("sovereignty-claim", "hold", a, b, None, None, span, verb)
        return
    objects = sentence.children(verb, "dobj")
    over = [
        o
        for n in objects
        for o in clauses.under(n, "over")
        if n.lower in ("sovereignty", "jurisdiction", "ownership", "territory", "right", "rights")
    ]
    change = "begin" if verb.lower.startswith("annex") else "hold"
    since, until = period(bench, change, _within(bench, verb))
    for place in over or objects:
        mention = bench.scene.mention_at(place)
        if mention is None or mention.kind not in ("name", "place") or mention.end < place.end:
            continue
        if (
            not over
            and not verb.lower.startswith("annex")
            and not re.search(r"\bas\b.{0,30}\b(?:territory|own|part|province)\b", words)
        ):
            continue
        territory = mention.code if mention.kind == "name" else None
        for a in claimants:
            if a != territory:
                yield Told("sovereignty-claim", change, a, territory, since, until, span, verb)


# ------------------------------------------------------------------ independence, succession, being part


def _declared(bench: Workbench, bonds: Bonds, verb: Token) -> Iterator[Told]:
    """ "A declared independence from B": the noun is looked for right behind the verb, since parsers lose it."""
    sentence, clauses = bench.sentence, bench.clauses
    noun = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 7] if t.lower == "independence"), None)
    if noun is None or any(t.tag[0] == "V" for t in sentence.tokens[verb.i + 1 : noun.i]) or not is_real(bench, verb, bonds):
        return
    passive = clauses.is_passive(verb)
    gives = verb.lower.startswith("grant")
    subjects = sentence.children(verb, "nsubjpass") if passive else clauses.subjects(verb)
    free = (
        _states(bench, subjects)
        if not gives or passive
        else _states(bench, [*sentence.children(verb, "dative"), *clauses.under(verb, "to"), *clauses.under(noun, "to")])
    )
    rulers = _states(bench, clauses.under(noun, "from")) or (_states(bench, subjects) if gives and not passive else [])
    rulers = rulers or _states(bench, clauses.under(verb, "from"))
    denied = clauses.negated(verb)
    since, _ = period(bench, "begin", [*_within(bench, verb), *sentence.subtree(noun)])
    for a in free:
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


def becoming(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    """ "A became independent of B", "B is an inalienable part of A", "the 60th anniversary of A's independence"."""
    sentence, clauses = bench.sentence, bench.clauses
    for token in sentence:
        head = sentence.head(token)
        if token.lower == "independent" and head is not None and head.lower in _BECAME and is_real(bench, head, bonds):
            rulers = _states(bench, [*clauses.under(token, "from"), *clauses.under(token, "of"), *clauses.under(head, "from")])
            since, _ = period(bench, "begin", _within(bench, head))
            for a in _states(bench, clauses.subjects(head)):
                ruler = next((r for r in rulers if r != a), None)
                yield Told(
                    "independence",
                    "begin",
                    a,
                    ruler,
                    since,
                    None,
                    sentence.span(_within(bench, head)),
                    head,
                    clauses.negated(head),
                )
        elif token.lower == "part" and head is not None and head.lower in _BE and token.dep == "attr":
            yield from _part_of(bench, token, head)
        elif token.lower == "independence" and (year := _commemorated(bench, token)):
            owners = _states(bench, [*sentence.children(token, "poss"), *clauses.under(token, "of")])
            rulers = _states(bench, clauses.under(token, "from"))
            for a in owners:
                yield Told(
                    "independence",
                    "begin",
                    a,
                    next((r for r in rulers if r != a), None),
                    year,
                    None,
                    sentence.span(sentence.subtree(token)),
                    token,
                )


def _commemorated(bench: Workbench, noun: Token) -> str | None:
    for above in bench.sentence.ancestors(noun):
        if above.lower.startswith("anniversar"):
            around = bench.sentence.subtree(above)
            return anniversary(bench, around[0].start, around[-1].end)
    return None


def _part_of(bench: Workbench, noun: Token, verb: Token) -> Iterator[Told]:
    """ "Taiwan is an inalienable part of China": a claim where a state says it of itself, or of another."""
    sentence, clauses = bench.sentence, bench.clauses
    words = sentence.span(sentence.subtree(noun)).of(bench.text)
    wholes = _states(bench, clauses.under(noun, "of"))
    parts = _states(bench, clauses.subjects(verb), bare=True)
    said = bench.reported_by(verb)
    if wholes and (_PART_OF.search(words) or said and said[-1] in wholes):
        for b in parts:
            if b != wholes[0]:
                yield Told(
                    "sovereignty-claim",
                    "hold",
                    wholes[0],
                    b,
                    None,
                    None,
                    sentence.span(_within(bench, verb)),
                    verb,
                    clauses.negated(verb),
                )


def _succeeded(bench: Workbench, verb: Token) -> Iterator[Told]:
    """ "The Russian Federation succeeded the Soviet Union"."""
    sentence, clauses = bench.sentence, bench.clauses
    passive = clauses.is_passive(verb)
    heirs = _states(bench, clauses.subjects(verb), bare=True)
    late = _states(bench, clauses.objects(verb) if passive else sentence.children(verb, "dobj"), bare=True)
    since, _ = period(bench, "begin", _within(bench, verb))
    for a in heirs:
        for b in late:
            if a != b and not clauses.negated(verb):
                yield Told("succession", "begin", a, b, since, None, sentence.span(_within(bench, verb)), verb)
