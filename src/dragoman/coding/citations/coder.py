"""The `citations` table: charters, treaties, resolutions, laws, rulings and letters, who cites them and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.coding.citations.citers import body_of, citer_of, state_of_office
from dragoman.coding.citations.frames import says
from dragoman.coding.citations.recitals import is_borne, tells_own_rule
from dragoman.coding.citations.stances import Cue, StanceReader, head_of
from dragoman.coding.document.scene import Scene
from dragoman.coding.instruments.register import Reference
from dragoman.coding.sentence.attribution import saying
from dragoman.coding.sentence.voices import voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.records import Citation
from dragoman.text import Span

# Between an instrument and its provision: "the Constitution, in Article 5", "the Accord, in particular its Article 5", and the
# bracket behind what it says.
_ITS_PART = re.compile(r"[^().;]{0,120}\(|,?(?:\s[\w]+){0,3},?\s(?:in|its|notably|particularly|especially)\s(?:its\s)?")
_LISTED = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w ]{2,40}(?=\s+and\b))?\s*,?\s*(?:,|and|or|as well as|nor|including|such as|namely|in particular|"
    r"especially|notably)\s*(?:the|of the|with the|with|its|in|of|to|other|under)?\s*(?:the\s+)?[\"“]?"
)
_SOURCE = re.compile(r"according to\b", re.IGNORECASE)
_OWN_LAW = word_class("laws-of-ones-own")


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence cites anything: no parse is needed to know."""
    return bool(scene.register.within(*span))


def code(bench: Workbench) -> Iterator[Citation]:
    """The citations of one sentence."""
    references = bench.scene.register.within(bench.sentence.start, bench.sentence.end)
    if not references:
        return
    reader = StanceReader(bench)
    named_apart = _named_apart(bench, references)
    apart = {id(whole) for whole in named_apart.values()}
    stances: dict[int, Cue] = {}
    before: tuple[Reference, Cue] | None = None
    for reference in references:
        if reference.end > bench.sentence.end:
            continue  # the sentence was cut inside a name
        subject = head_of(bench.sentence, reference).dep in ("nsubj", "nsubjpass")
        listed = before is not None and not subject and _is_listed(bench.text, before[0].end, reference.start)
        cue = reader.read(reference, before[1] if before is not None and listed else None)
        whole = named_apart.get(id(reference))
        if whole is not None and cue.stance == "described" and id(whole) in stances:
            cue = stances[id(whole)]  # "is governed by the Accord, in particular its Article 1"
        stances[id(reference)] = cue
        before = (reference, cue)
        if id(reference) in apart:
            continue
        if _says_something(reference, cue):
            yield from _rows(bench, reference, cue, whole)


def _named_apart(bench: Workbench, references: Sequence[Reference]) -> dict[int, Reference]:
    """The instruments that a sentence names right before their own provisions, by the id of these: "The Constitution, in Article
    5, ...", "the Accord (Article 5)". What is cited is the provision, and not the whole besides.
    """
    out: dict[int, Reference] = {}
    for whole in references:
        known = whole.instrument
        if known is None or known.id is None or any(label is not None for _, _, label in whole.labels):
            continue
        for part in references:
            same = part.instrument is not None and part.instrument.id == known.id and part.start > whole.end
            if not same or _ITS_PART.fullmatch(bench.text, whole.end, max(whole.end, part.start)) is None:
                continue
            if part.labels[0][2] is not None and known.text not in bench.text[part.start : part.end]:
                out.setdefault(id(part), whole)
    return out


def _is_listed(text: str, end: int, start: int) -> bool:
    """Whether only "and the" or the like stands between two references."""
    return _LISTED.fullmatch(text, end, max(start, end)) is not None


def _says_something(reference: Reference, cue: Cue) -> bool:
    """ "The treaty" and "international law" cite only where something is made of them."""
    instrument = reference.instrument
    if instrument is None or not instrument.general or reference.labels[0][2] is not None:
        return True
    return cue.stance != "described" and not (cue.weak and instrument.kind != "constitution")


def _rows(bench: Workbench, reference: Reference, cue: Cue, whole: Reference | None) -> Iterator[Citation]:
    """A row for each provision; `whole` is its instrument where the sentence names that right before it."""
    head = head_of(bench.sentence, reference)
    reported = _reported(bench, reference, head)
    if cue.span is not None and _SOURCE.match(bench.text, cue.span.start):
        reported = bench.scene.base(bench.sentence.start)  # "according to the Charter of the United Nations" quotes no actor
    cited_by = citer_of(bench, head, cue, bench.scene.knowledge.lexicon)
    if cited_by is not None and cited_by == body_of(reference):
        cited_by = None  # "the Council, in resolution 825, condemned" cites nothing but itself
    cited_by = cited_by or (reported[-1] if reported else None)
    stance = _stance(reference, cue, cited_by, law=bench.scene.document.kind == "law")
    if stance == "invoked" and (tells_own_rule(bench, cue) or (cited_by is None and is_borne(bench, head))):
        stance = "described"
    span = _phrase(bench.text, reference)
    if whole is not None:
        span = Span(min(span.start, whole.start), span.end)
    if cue.span is not None and stance != "described":
        span = Span(min(span.start, cue.span.start), max(span.end, cue.span.end))
    instrument = reference.instrument
    for _, _, label in reference.labels:
        yield Citation(
            document_id=bench.document_id,
            start=span.start,
            end=span.end,
            reported_by=reported,
            instrument=instrument.id if instrument is not None else None,
            instrument_text=instrument.text if instrument is not None else bench.text[reference.start : reference.end],
            provision=label,
            stance=stance,
            cited_by=cited_by,
        )


def _reported(bench: Workbench, reference: Reference, head: Token) -> list[str]:
    """Whose words the clause is; a sentence that tells what a constitution says is in its state's."""
    said = voice(bench, head)
    if said == bench.scene.base(head.start) and (office := _office(bench, head)) is not None and said[-1:] != [office]:
        said = [*said, office]
    state = None
    for one in bench.scene.register.within(bench.sentence.start, reference.end):
        if one.instrument is not None and one.instrument.kind == "constitution" and one.instrument.id and says(bench, one):
            state = one.instrument.id.removesuffix("-CONSTITUTION")
    if state is None:
        return said
    return said if said[-1:] == [state] or state not in bench.scene.knowledge.states else [*said, state]


def _office(bench: Workbench, head: Token) -> str | None:
    """The state of an office without one that says the clause: "Foreign Minister X said that ..."."""
    says = saying(bench.scene.knowledge.lexicon)[0]
    for above in bench.sentence.ancestors(head):
        if says.intersection(bench.clauses.verb_lemmas(above)):
            subjects = bench.sentence.children(above, "nsubj")
            return next((c for s in subjects if (c := state_of_office(bench, s)) is not None), None)
    return None


def _phrase(text: str, reference: Reference) -> Span:
    """The words that cite: of a list of resolutions the whole of it."""
    words = reference.instrument.text if reference.instrument is not None else ""
    at = text.find(words, max(0, reference.start - len(words)), reference.end + len(words))
    if at >= 0 and at <= reference.start and reference.end <= at + len(words):
        return Span(at, at + len(words))
    return Span(reference.start, reference.end)


def _stance(reference: Reference, cue: Cue, cited_by: str | None, *, law: bool) -> str:
    """A weak phrase ("under") invokes only what is not the citer's own law; where nobody cites, a law is described."""
    instrument = reference.instrument
    own = (
        instrument is not None
        and instrument.id is not None
        and instrument.kind in _OWN_LAW
        and instrument.id.startswith(f"{cited_by}-")
    )
    if cue.weak and (cited_by is None or own):
        return "described"
    if own and cue.stance == "invoked" and law and not cue.phrased:
        return "described"  # "the President shall defend the Constitution": the law itself
    if cue.phrased and cited_by is None and instrument is not None and instrument.kind in _OWN_LAW:
        return "described"
    return cue.stance
