"""Who makes a claim: whose words its clause is, and whom the grammar of the sentence names as saying so.

The ruling for `claims`: `reported_by` ends with whoever asserts, denies, calls or declares it in the sentence, and
`claimed_by` is this innermost asserter. Several who assert it together ("KOR+USA") make a row each. Where the innermost
asserter has no code ("experts", "the legal profession"), `claimed_by` is null and `reported_by` tells who reports them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.coding.claims.assertions import Draft, words_of
from dragoman.coding.claims.judged import BODIES
from dragoman.coding.once import once
from dragoman.coding.relations.treaty_voice import treaty_parties
from dragoman.coding.sentence.attribution import extended, sources
from dragoman.coding.sentence.law import law_voice
from dragoman.coding.sentence.phrasing import refer_all
from dragoman.coding.sentence.voices import office_above
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_HELD = word_class("held-by-nobody-named")
_SOMEBODY = frozenset({"some", "others", "many"})
_SHOWING = word_class("showing")


@dataclass(frozen=True, slots=True)
class Asserted:
    """One who makes a claim: `code` (None where nobody with a code does), and through whom the text has it."""

    code: str | None
    reported_by: tuple[str, ...]


def asserted(bench: Workbench, draft: Draft) -> Iterator[Asserted]:
    """Each who makes the claim of a draft."""
    reported, foreign = _reported(bench, draft.head)
    reasoners = _reasoners(bench, draft.head) if draft.kind == "legal" and draft.by is None and not reported else ()
    if reasoners and not foreign:
        draft = replace(draft, by=reasoners)
    parties = treaty_parties(bench, draft.head)
    if parties is not None:
        for code in parties.split("+"):
            yield Asserted(code, (*bench.scene.base(draft.head.start), parties))
        return
    together = reported[-1].split("+") if reported else []
    if draft.by and set(draft.by) <= set(together):
        for code in together:
            yield Asserted(code, tuple(reported))
        return
    if draft.by is not None:
        for code in draft.by:
            yield Asserted(code, tuple(reported if reported[-1:] == [code] else [*reported, code]))
        if not draft.by:
            yield Asserted(None, tuple(reported))
        return
    if foreign or not reported:
        yield Asserted(None, tuple(reported))
        return
    for code in reported[-1].split("+"):
        yield Asserted(code, tuple(reported))


@once
def _reported(bench: Workbench, head: Token) -> tuple[list[str], bool]:
    """Whose words a clause is, outermost first; whether the innermost who says it has no code."""
    lexicon = bench.scene.knowledge.lexicon
    also = words_of(lexicon).forms.get("asserts", frozenset())
    inner = sources(head, bench.clauses, bench.referrer, lexicon, also)
    base = bench.scene.base(head.start)
    said = extended(base, [codes for codes, _ in inner])
    law = law_voice(bench, head)
    if law is not None:
        return (said if said[-1:] == [law] else [*said, law]), False
    if said == base:
        office = office_above(bench, head)
        if office is not None:
            return (said if said[-1:] == [office] else [*said, office]), False
    body = _body_above(bench, inner[0][1]) if inner and not inner[0][0] else None
    if body is not None:
        return (said if said[-1:] == [body] else [*said, body]), False
    parties = treaty_parties(bench, inner[0][1]) if inner else None
    if parties is not None:
        return [*base, parties], False
    foreign = bool(inner) and not inner[0][0] and _is_other(bench, inner[0][1])
    return said, foreign


def _reasoners(bench: Workbench, head: Token) -> tuple[str, ...]:
    """Who acts "because A had violated the treaty", in a text that speaks for nobody: the reason is theirs."""
    marks = {c.lower for c in bench.sentence.children(head, "mark")}
    above = bench.sentence.head(head)
    if above is None or head.dep != "advcl" or above.tag[0] != "V" or marks.isdisjoint({"because", "since", "as"}):
        return ()
    return tuple(dict.fromkeys(c for s in bench.clauses.subjects(above) for r in refer_all(bench, s) for c in r.codes))


def _body_above(bench: Workbench, verb: Token) -> str | None:
    """The body of the United Nations whose resolution says it: "resolution 82, which determined that ..."."""
    sentence, register = bench.sentence, bench.scene.register.within(bench.sentence.start, bench.sentence.end)
    for subject in sentence.children(verb, "nsubj"):
        clause = next((a for a in sentence.ancestors(subject) if a.dep == "relcl"), None)
        here = sentence.tokens[clause.head] if subject.tag in ("WDT", "WP") and clause is not None else subject
        for reference in register:
            known = (reference.instrument.id or "") if reference.instrument is not None else ""
            if reference.start <= here.start < reference.end and known.startswith(tuple(BODIES)):
                return BODIES[known.partition("-")[0]]
    return None


def _is_other(bench: Workbench, verb: Token) -> bool:
    """Whether a verb of saying has a subject that is somebody, but without a code, and not the speaker's own office."""
    if verb.lower in _SHOWING:
        return False
    if verb.lower in _HELD and any(s.lower == "it" for s in bench.sentence.children(verb, "nsubjpass")):
        return True  # "it is claimed that"
    for subject in bench.sentence.children(verb, "nsubj"):
        if subject.lower in _SOMEBODY and not subject.children:
            return True  # "some say that"
        role = bench.scene.role_at(subject)
        if subject.tag[0] == "N" and not (role is not None and role.office):
            return True
    return False
