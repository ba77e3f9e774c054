"""Taking sides in so many words: "condemned X", "expressed support for X", "called X a puppet"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.attitudes import partners, whose
from dragoman.coding.backward import meant_before
from dragoman.coding.evaluation import Lexis, sites
from dragoman.coding.matters import topic_at
from dragoman.coding.phrasing import codes_of, each_under, is_official, refer_all, reported_by
from dragoman.coding.testers import testers
from dragoman.coding.topics import topic_of
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Siding
from dragoman.text import Span

_APART = frozenset({"relcl", "parataxis", "punct"})
# "Will always thank X": it does so now.
_ALWAYS = frozenset({"always", "forever", "ever", "invariably", "eternally"})
_REGARDS = frozenset({"regards", "regard", "connection", "relation", "respect"})
# "Has the honour to convey its gratitude": it does so.
_HONOUR = frozenset(
    "honour honor pleasure privilege duty occasion opportunity honoured honored pleased happy proud glad".split()
)


@dataclass(frozen=True, slots=True)
class Stand:
    """A position before it is weighed against others of its sentence."""

    holder: str
    target: str | None
    topic: str | None
    polarity: float
    ironic: bool
    span: Span
    reported_by: tuple[str, ...]


def find(bench: Workbench, lexis: Lexis) -> Iterator[Stand]:
    """The sides that subjects of the sentence are told to take."""
    for token in lexis.sides(bench.sentence):
        for entry in lexis.siding("verb", token):
            yield from _verb(bench, lexis, token, entry)
        for entry in lexis.siding("noun", token):
            yield from _noun(bench, lexis, token, entry)
        if token.lower == "thanks":
            yield from _thanks(bench, token)
        for entry in lexis.siding("agent", token):
            yield from _agent(bench, lexis, token, entry)
        for entry in lexis.siding("adjective", token):
            yield from _adjective(bench, lexis, token, entry)
        if lexis.siding("name", token):
            yield from _name(bench, lexis, token)


def taken(bench: Workbench, lexis: Lexis) -> set[int]:
    """Words that belong to what somebody is called, which is the caller's evaluation."""
    out: set[int] = set()
    for token in lexis.sides(bench.sentence):
        if lexis.siding("name", token):
            for complement in _called(bench, token):
                out |= {t.i for t in bench.sentence.subtree(complement)}
    return out


def _holders(bench: Workbench, heads: list[Token]) -> list[str]:
    named = [r for h in heads for r in refer_all(bench, h) if is_official(r)]
    return codes_of(named)


def is_done(bench: Workbench, verb: Token, *, promised: bool = False) -> bool:
    """Whether the side is taken: not in future, as a possibility or duty, on terms, or as what somebody is asked to do;
    `promised`: what somebody will never do counts as well ("will not bow to X").
    """
    clauses = bench.clauses
    always = any(c.lower in _ALWAYS for c in bench.sentence.children(verb, "advmod", "neg"))
    if (
        (clauses.is_future(verb) and not (promised or always))
        or (clauses.is_possible(verb) and not promised)
        or clauses.is_duty(verb)
        or clauses.in_condition(verb)
    ):
        return False
    head = bench.sentence.head(verb)
    if clauses.is_infinitive(verb) and head is not None:
        if verb.dep in ("acl", "xcomp") and head.lower in _HONOUR:
            return True
        return verb.dep == "xcomp" and head.lower in (
            "began",
            "begun",
            "begin",
            "begins",
            "continue",
            "continues",
            "continued",
            "want",
            "wants",
            "like",
            "wish",
        )
    return True


def _verb(bench: Workbench, lexis: Lexis, verb: Token, entry: Siding) -> Iterator[Stand]:
    """ "China praised Russia's stance", "we condemn the U.S. for ...", "the sanctions were condemned by Cuba"."""
    clauses, sentence = bench.clauses, bench.sentence
    if not is_done(bench, verb) or verb.dep == "amod":
        return
    negated = clauses.negated(verb)
    if negated and entry.polarity < 0:
        return
    objects = [o for to in entry.to for o in (clauses.objects(verb) if to == "object" else clauses.under(verb, to))]
    if not objects and "object" in entry.to and not entry.only:  # "regrets that X blocked the decision"
        objects = [s for c in sentence.children(verb, "ccomp") if c.i > verb.i for s in sentence.children(c, "nsubj")]
    if entry.only and not any(_is_among(o, entry.only) for o in objects):
        return
    if verb.lower.startswith("welcom") and all(_is_guest(bench, o) for o in objects):
        return  # a courtesy
    if entry.complement:
        beside, inner = _complements(bench, verb, entry)
        if not beside or negated:
            return
        inner = inner or [o for t in beside for to in entry.to for o in clauses.under(t, to)]
        objects = [o for o in (inner or objects) if o not in beside]
    holders = _holders(bench, clauses.subjects(verb))
    said = reported_by(bench, verb)
    polarity = -0.5 if negated else entry.polarity
    span = sentence.span(sentence.subtree(verb, without=_APART))
    yield from towards(bench, lexis, holders, objects, polarity, span, said)


def _last_word(bench: Workbench, verb: Token) -> Iterator[Stand]:
    """ "Called the behaviour of X unacceptable", where the parser took the adjective for what "of" governs."""
    sentence = bench.sentence
    for noun in sentence.children(verb, "dobj"):
        words = sentence.subtree(noun)
        site = next((s for s in sites(bench) if s.head is words[-1] and s.head.tag[0] == "J" and s.head.dep == "pobj"), None)
        if site is None or not is_done(bench, verb):
            continue
        named = [m.code for m in bench.scene.within(noun.end, site.head.start) if m.code and m.kind == "name"]
        for holder in _holders(bench, bench.clauses.subjects(verb)):
            for code in named[-1:]:
                if code != holder:
                    span = sentence.span(sentence.subtree(verb, without=_APART))
                    topic = topic_of(span.of(bench.text), bench.scene.knowledge.lexicon)
                    yield Stand(holder, code, topic, site.polarity, False, span, tuple(reported_by(bench, verb)))


def _is_guest(bench: Workbench, noun: Token) -> bool:
    role = bench.scene.role_at(noun)
    return (role is not None and role.office is not None) or noun.lower.startswith(
        ("delegation", "guest", "visitor", "participant", "delegate", "envoy", "visit")
    )


def _is_among(noun: Token, words: list[str]) -> bool:
    lower = noun.lower
    return any(lower == w or lower == w + "s" or (w.endswith("y") and lower == w[:-1] + "ies") for w in words)


def _noun(bench: Workbench, lexis: Lexis, noun: Token, entry: Siding) -> Iterator[Stand]:
    """ "Expressed strong discontent over X's policy", "paid tribute to X", "its condemnation of X"."""
    clauses, sentence = bench.clauses, bench.sentence
    first = noun
    while first.dep == "conj" and (head := sentence.head(first)) is not None and head.tag[0] == "N":
        first = head
    verb = sentence.head(first)
    holders: list[str] = []
    ruler: Token = noun
    if verb is not None and verb.tag[0] == "V" and first.dep in ("dobj", "nsubjpass") and _is_voiced(lexis, verb):
        if not is_done(bench, verb) or clauses.negated(verb):
            return
        holders, ruler = _holders(bench, clauses.subjects(verb)), verb
    else:
        holders = _holders(bench, [*sentence.children(noun, "poss"), *clauses.under(noun, "by")])
        if any(c.lower == "any" for c in sentence.children(noun, "det")):
            return
    if not holders or any(c.lower == "no" for c in sentence.children(noun, "det")):
        return
    objects = [
        o
        for to in entry.to
        if to != "of" or ruler is not verb or lexis.siding("voice", verb)  # who has the support of X does not support X
        for base in (noun, first, verb if ruler is verb or first.dep == "dobj" else noun)
        if base is not None
        for o in (*clauses.under(base, to), *each_under(bench, base, to))
    ] or _regarding(bench, ruler)
    span = sentence.span(sentence.subtree(ruler, without=_APART))
    yield from towards(bench, lexis, holders, _unique(objects), entry.polarity, span, reported_by(bench, ruler))


def _regarding(bench: Workbench, ruler: Token) -> list[Token]:
    """ "Expressed discontent as regards X's policy", "with regard to X", "in connection with X"."""
    for token in bench.sentence.subtree(ruler):
        if token.lower in _REGARDS and token.i > ruler.i:
            inner = [o for p in bench.sentence.children(token, "prep") for o in bench.sentence.children(p, "pobj")]
            return inner or bench.sentence.children(token, "dobj", "pobj")
    return []


def _complements(bench: Workbench, verb: Token, entry: Siding) -> tuple[list[Token], list[Token]]:
    """The words beside the object that make a verb take a side, and the object where parsers made it their subject."""
    sentence = bench.sentence
    near = sentence.children(verb, "acomp", "oprd", "advmod", "dobj", "attr", "ccomp", "xcomp")
    held = [verb, *sentence.children(verb, "dobj")]
    near += [o for h in held for p in sentence.children(h, "prep") for o in sentence.children(p, "pobj", "amod")]
    found = [t for t in near if t.lower in entry.complement]
    return found, [s for t in found if t.dep in ("ccomp", "xcomp") for s in sentence.children(t, "nsubj")]


def _agent(bench: Workbench, lexis: Lexis, noun: Token, entry: Siding) -> Iterator[Stand]:
    """ "Has been an outspoken supporter of X", "Chad, a critic of X, ..."."""
    sentence, clauses = bench.sentence, bench.clauses
    head = sentence.head(noun)
    if head is None or head is noun or any(c.lower == "no" for c in sentence.children(noun, "det")):
        return
    above = sentence.head(head) if head.lower in ("among", "of") and noun.dep == "pobj" else None
    if above is not None and above.lower == "one" and (verb := sentence.head(above)) is not None:
        above = verb if above.dep == "attr" else None  # "one of the harshest critics of X"
    if above is not None and above.tag[0] == "V" and is_done(bench, above) and not clauses.negated(above):
        heads = clauses.subjects(above)
    elif noun.dep == "attr" and is_done(bench, head) and not clauses.negated(head):
        heads = clauses.subjects(head)
    elif noun.dep == "appos" and head.tag[0] == "N":
        heads = [head]
    else:
        return
    objects = [o for to in entry.to for o in clauses.under(noun, to)]
    span = sentence.span([*heads, *sentence.subtree(noun, without=_APART)])
    yield from towards(bench, lexis, _holders(bench, heads), objects, entry.polarity, span, reported_by(bench, noun))


def _is_voiced(lexis: Lexis, verb: Token) -> bool:
    return bool(lexis.siding("voice", verb) or lexis.siding("hold", verb))


def _adjective(bench: Workbench, lexis: Lexis, adjective: Token, entry: Siding) -> Iterator[Stand]:
    """ "Is grateful to X for ...", "are opposed to X's plan"."""
    verb = bench.sentence.head(adjective)
    passive = adjective.tag == "VBN" and bool(bench.sentence.children(adjective, "auxpass", "nsubjpass"))
    ruler = adjective if passive else verb
    if ruler is None or not (passive or adjective.dep in ("acomp", "conj")) or not is_done(bench, ruler):
        return
    if bench.clauses.negated(ruler) or bench.clauses.negated(adjective):
        return
    heads = bench.sentence.children(ruler, "nsubjpass") if passive else bench.clauses.subjects(ruler)
    objects = _unique([o for to in entry.to for o in (*bench.clauses.under(adjective, to), *each_under(bench, adjective, to))])
    if ruler.dep == "relcl" and not any(o.tag[0] == "N" for o in objects):
        objects = _givers(bench, ruler)
    span = bench.sentence.span(bench.sentence.subtree(ruler, without=_APART))
    yield from towards(bench, lexis, _holders(bench, heads), objects, entry.polarity, span, reported_by(bench, ruler))


def _givers(bench: Workbench, clause: Token) -> list[Token]:
    """ "Chad sent rice, for which we are grateful": who did it, as the clause above tells."""
    above = next((a for a in bench.sentence.ancestors(clause) if a.tag[0] == "V"), None)
    return bench.clauses.subjects(above) if above is not None and not bench.clauses.is_passive(above) else []


def _givers_listed(bench: Workbench, objects: list[Token]) -> list[str]:
    """ "The solidarity received from A, from B and from C", wherever the parser hung each "from"."""
    words = [t for o in objects for t in bench.sentence.subtree(o)]
    got = next((t for t in words if t.lower == "received"), None)
    if got is None:
        return []
    later = itertools.takewhile(lambda t: t.tag not in ("VBD", "VBZ", "VBP", "MD"), bench.sentence.tokens[got.i + 1 :])
    out = [o for t in later if t.lower == "from" for o in bench.sentence.children(t, "pobj")]
    given = (r for o in out for r in refer_all(bench, o) if is_official(r))
    return codes_of(r for r in given if r.sector != "LEG")  # some members of a parliament are not their state


def _thanks(bench: Workbench, noun: Token) -> Iterator[Stand]:
    """ "The Republic of Chad thanks A, B and C for ...", where the tagger took the verb for a noun between names."""
    sentence, scene = bench.sentence, bench.scene
    before = scene.mention_at(sentence.tokens[noun.i - 1]) if noun.i else None
    if noun.tag != "NNS" or noun.i + 1 >= len(sentence.tokens) or before is None or before.kind != "name" or not before.code:
        return
    stop = next((t.start for t in sentence.tokens[noun.i + 1 :] if t.lower in ("for", "that", "which")), sentence.end)
    named = [m for m in scene.within(noun.end, stop) if m.code and m.kind == "name"]
    between = bench.text[noun.end : named[0].start].strip().lower() if named else None
    if between not in ("", "the"):
        return
    said = reported_by(bench, noun)
    span = Span(before.start, named[-1].end)
    for code in dict.fromkeys(m.code for m in named if m.code):
        if code != before.code:
            yield Stand(before.code, code, None, 0.5, False, span, tuple(said))


def _unique(tokens: list[Token]) -> list[Token]:
    return list({t.i: t for t in tokens}.values())


def towards(
    bench: Workbench, lexis: Lexis, holders: list[str], objects: list[Token], polarity: float, span: Span, said: list[str]
) -> Iterator[Stand]:
    """Stands of `holders` towards whom `objects` are or belong to; where they belong to nobody, towards their topic."""
    codes = codes_of(r for o in objects for r in whose(bench, lexis, o))
    words = " ".join(bench.sentence.span(bench.sentence.subtree(o)).of(bench.text) for o in objects)
    topic = topic_of(words, bench.scene.knowledge.lexicon) or topic_of(span.of(bench.text), bench.scene.knowledge.lexicon)
    itself = next((t for o in objects if (t := topic_at(bench, o)) is not None), None)
    if polarity > 0 and not any(c not in holders for c in codes):  # "proud of our friendship with X"
        codes = codes_of(r for o in objects if lexis.is_conduct("shared", o) for r in partners(bench, o)) or codes
    if polarity > 0:
        codes += [c for c in _givers_listed(bench, objects) if c not in codes]
    codes = codes or testers(bench, lexis, objects, holders) or codes_of(r for o in objects for r in meant_before(bench, o))
    reported = list(said)
    for holder in holders:
        by = reported[:-1] if reported and reported[-1] == holder and len(reported) > 1 else reported
        others = [c for c in codes if c != holder]
        for code in others:
            yield Stand(holder, code, topic, polarity, False, span, tuple(by or reported))
        if itself is not None and (not codes or (polarity > 0 and not others)):
            yield Stand(holder, None, itself, polarity, False, span, tuple(by or reported))


def _called(bench: Workbench, verb: Token) -> list[Token]:
    """What the object of a naming verb is called: "called X a puppet", "described X as the culprit"."""
    sentence = bench.sentence
    found = [c for c in sentence.children(verb, "oprd", "attr", "acomp") if c.i > verb.i]
    found += [
        o
        for c in sentence.children(verb, "prep")
        if c.lower == "as"
        for o in (*sentence.children(c, "pobj"), *sentence.children(c, "amod", "acomp", "pcomp"))
    ]
    for clause in sentence.children(verb, "ccomp", "xcomp"):
        if clause.i > verb.i and clause.tag[0] in "NJ":
            found.append(clause)
    if not found:  # "described the decision of X to move as ...": parsers hang it on the clause between
        late = [t for t in sentence.subtree(verb) if t.lower == "as" and t.i > verb.i and t.dep == "prep"]
        found = [o for t in late for o in (*sentence.children(t, "pobj"), *sentence.children(t, "amod"))]
    return found


def _name(bench: Workbench, lexis: Lexis, verb: Token) -> Iterator[Stand]:
    clauses, sentence = bench.clauses, bench.sentence
    complements = _called(bench, verb)
    if not complements:
        yield from _last_word(bench, verb)
    if not complements or clauses.negated(verb) or not is_done(bench, verb):
        return
    inside = {t.i for c in complements for t in sentence.subtree(c)}
    found = [s for s in sites(bench) if s.head.i in inside]
    if not found:
        return
    best = max(found, key=lambda s: abs(s.polarity))
    objects = clauses.objects(verb) or [s for c in complements for s in sentence.children(c, "nsubj")]
    span = sentence.span(sentence.subtree(verb, without=_APART))
    yield from towards(
        bench, lexis, _holders(bench, clauses.subjects(verb)), objects, best.polarity, span, reported_by(bench, verb)
    )
