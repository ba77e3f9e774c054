"""Claims of whose a land is: "the islands are Chadian", "the valley is sovereign Malian soil", "the coast forms an integral part
of Benin".
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.document.scene import Scene
from dragoman.coding.sentence.phrasing import reported_by, trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_IS = BE | REMAIN
_LANDS = word_class("lands-claimed")
_SOIL = word_class("soil-of-a-state")
_BELONGS = frozenset({"belong", "belongs", "belonged"})
_FORMS = frozenset({"form", "forms", "formed", "constitute", "constitutes", "constituted"})
# A land by its word, or by a name with an article.
_LAND_TOLD = _LANDS | _SOIL | {"the"}
_WHOLE = word_class("part-of-the-whole")


def may_be(scene: Scene, span: Span, words: frozenset[str]) -> bool:
    """Whether a sentence of these words may say whose a land is."""
    if not words.isdisjoint(_FORMS) and "part" in words:
        return True
    if not words.isdisjoint(_BELONGS) and (not words.isdisjoint(_LANDS) or scene.base(span.start)):
        return True
    if words.isdisjoint(_IS) or words.isdisjoint(_LAND_TOLD) or not scene.base(span.start):
        return False
    return any(m.kind in ("demonym", "adjective", "place") for m in scene.within(*span))


def find(grounds: Grounds) -> Iterator[Draft]:
    """Whose lands one sentence says that they are."""
    for verb in grounds.sentence:
        if verb.lower in _IS and verb.tag[0] == "V" and verb.dep not in ("aux", "auxpass"):
            yield from _is_somebodys(grounds, verb)
        elif verb.lower in _FORMS and verb.tag[0] == "V":
            yield from _is_part(grounds, verb)
        elif verb.lower in _BELONGS and verb.tag[0] == "V":
            yield from _belongs(grounds, verb)


def _belongs(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    """ "The islands belong to A"."""
    subjects = [s for s in grounds.subjects(verb) if is_land(grounds, s) or _is_unknown(grounds, s)]
    owners = grounds.codes_of(grounds.clauses.under(verb, "to"))
    if len(subjects) == 1 and owners and reported_by(grounds.bench, verb) and grounds.is_asserted(verb):
        yield _draft(grounds, verb, subjects[0])


def _is_somebodys(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    sentence, scene = grounds.sentence, grounds.bench.scene
    subjects = [s for s in grounds.subjects(verb) if is_land(grounds, s)]
    stays = verb.lower == "remain" and grounds.clauses.is_future(verb)  # "is and will remain"
    if len(subjects) != 1 or not reported_by(grounds.bench, verb) or not (stays or grounds.is_asserted(verb)):
        return
    for said in sentence.children(verb, "acomp", "attr"):
        kinds = {m.kind for t in (said, *sentence.children(said, "amod")) if (m := scene.mention_at(t)) is not None and m.code}
        soil = said.lower in _SOIL and bool(kinds & {"demonym", "adjective"})
        if soil or (said.dep == "acomp" and kinds & {"demonym", "adjective"}) or _is_state_itself(grounds, said, subjects[0]):
            yield _draft(grounds, verb, subjects[0])
            return


def _is_state_itself(grounds: Grounds, said: Token, subject: Token) -> bool:
    """ "Crimea is Ukraine"."""
    mention, place = grounds.bench.scene.mention_at(said), grounds.bench.scene.mention_at(subject)
    return said.dep == "attr" and mention is not None and mention.kind == "name" and place is not None and place.kind == "place"


def _is_unknown(grounds: Grounds, subject: Token) -> bool:
    """ "Guayana Esequiba belongs to A": a name of nobody known, of which a state says so."""
    named = subject.tag == "NNP" and grounds.bench.scene.mention_at(subject) is None
    return named and grounds.bench.scene.role_at(subject) is None


def is_land(grounds: Grounds, subject: Token) -> bool:
    """A land by its word or by its name, which has an article or is known as a place's."""
    mention = grounds.bench.scene.mention_at(subject)
    if mention is not None and mention.kind not in ("place", "name", "capital"):
        return False
    if grounds.bench.scene.role_at(subject) is not None:
        return False
    named = subject.tag in ("NNP", "NNPS")
    told = any(c.lower == "the" for c in grounds.sentence.children(subject, "det"))
    soil = any(t.lower in _SOIL for t in grounds.sentence.tokens[subject.i + 1 : subject.i + 9])
    return subject.lower in _LANDS or (named and (told or soil or (mention is not None and mention.kind == "place")))


def _is_part(grounds: Grounds, verb: Token) -> Iterator[Draft]:
    """ "A, B and C form an integral part of the national territory"."""
    whole = [
        o
        for o in grounds.sentence.children(verb, "dobj", "attr")
        if o.lower == "part" and any(c.lower in _WHOLE for c in grounds.sentence.children(o, "amod"))
    ]
    subjects = grounds.subjects(verb)
    if whole and subjects and reported_by(grounds.bench, verb) and grounds.is_asserted(verb):
        yield _draft(grounds, verb, subjects[0])


def _draft(grounds: Grounds, verb: Token, subject: Token) -> Draft:
    mention = grounds.bench.scene.mention_at(subject)
    code = grounds.code_of(subject) if mention is not None and mention.kind == "name" else None
    span = grounds.predicate(verb)
    words = grounds.sentence.subtree(subject, without=frozenset({"relcl", "appos"}))
    statement = trimmed(grounds.bench.text, Span(min(words[0].start, span.start), span.end))
    denied = grounds.clauses.negated(verb)
    return Draft("status", verb, statement.start, statement.end, statement, code, denied=denied)
