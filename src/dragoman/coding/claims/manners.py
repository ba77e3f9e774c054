"""Legal claims by how something is done: in violation of a treaty, without legal basis, against the law; who is bound by what."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.claims.affirming import denying
from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.judged import PLAINLY, Judged
from dragoman.coding.sentence.phrasing import trimmed
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class
from dragoman.text import Span

# "In violation of the treaty", "in exercise of its right": what a deed is by law, said behind its verb.
_BREAKING = word_class("breach")
_ACTS = frozenset("act acts acted acting".split())
_WRITTEN = word_class("written-law")
_DOES = word_class("committing")
_FINDS = word_class("finding")
_NATIONS = word_class("crimes-against")
_FREE = frozenset({"free", "released", "exempt"})
_ENGAGED = frozenset({"engage", "engages", "engaged"})
_UNLAWFULLY = frozenset({"illegally", "unlawfully", "unconstitutionally"})
_LEGAL = frozenset({"legal", "lawful"})


def manners(judged: Judged) -> Iterator[Draft]:
    """The legal claims that a sentence makes by the side."""
    for token in judged.sentence:
        lower = token.lower
        if token.dep == "prep":
            yield from _done(judged, token)
        elif lower == "bound" and token.tag[0] == "V":
            yield from _bound(judged, token, "agent", "by")
        elif lower in _FREE and token.tag[0] in "JV":
            yield from _bound(judged, token, "prep", "from")
        elif lower in _UNLAWFULLY and token.dep == "advmod":
            yield from _done_so(judged, token)
        elif lower in _DOES and token.tag[0] == "V":
            yield from _committed(judged, token)


def _done(judged: Judged, prep: Token) -> Iterator[Draft]:
    """ "Landed in violation of the treaty", "acted against the law", "declared it without legal authority"."""
    verb = judged.sentence.head(prep)
    if verb is None or verb.tag[0] != "V" or verb.dep == "amod":
        return
    denials: list[Token] = []
    nouns = judged.sentence.children(prep, "pobj")
    if prep.lower == "in" and verb.lower in _ENGAGED:
        fits = any(not PLAINLY.isdisjoint(_qualities(judged, n)) for n in nouns)
        denials = denying(judged.grounds.clauses, verb, [])
    elif prep.lower == "in" and verb.lower in _FINDS:
        yield from _found(judged, verb, prep)
        return
    elif prep.lower == "in":
        fits = any(n.lower in _BREAKING and judged.names_law(n) for n in nouns)
    elif prep.lower == "against":
        fits = verb.lower in _ACTS and any(n.lower in _WRITTEN or judged.cites(n) for n in nouns)
    else:
        fits = prep.lower == "without" and any(judged.is_basis(n) and _LEGAL & set(_qualities(judged, n)) for n in nouns)
        denials = [prep]
    if fits and judged.grounds.is_asserted(verb):
        for subject in judged.grounds.subjects(verb)[:1]:
            yield from judged.drafts(verb, subject, denials)


def _done_so(judged: Judged, adverb: Token) -> Iterator[Draft]:
    """ "Is illegally granting concessions": what somebody says of a state's deed."""
    verb = judged.sentence.head(adverb)
    if verb is None or verb.tag[0] != "V" or verb.dep in ("amod", "acl", "pcomp", "advcl"):
        return
    for subject in judged.grounds.subjects(verb)[:1] if judged.grounds.is_asserted(verb) else ():
        if judged.bench.scene.base(verb.start) or judged.grounds.codes_of([subject]):
            denials = denying(judged.grounds.clauses, verb, []) if judged.grounds.clauses.negated(verb) else []
            yield from judged.drafts(verb, subject, denials)


def _found(judged: Judged, verb: Token, prep: Token) -> Iterator[Draft]:
    """ "Found A in breach of its obligations", "in non-compliance with the agreement"."""
    sentence, grounds = judged.sentence, judged.grounds
    nouns = [n for n in sentence.children(prep, "pobj") if n.lower in _BREAKING | {"compliance"}]
    agents = grounds.clauses.subjects(verb)
    for thing in sentence.children(verb, "dobj", "nsubjpass")[:1] if nouns and grounds.is_asserted(verb) else ():
        without = frozenset({"conj", "cc", "advcl", "punct"})
        words = [t for t in sentence.subtree(verb, without=without) if t.i >= prep.i and t.dep not in without]
        statement = grounds.closed(trimmed(judged.bench.text, Span(words[0].start, words[-1].end)))
        for subject in judged.subjects(thing):
            yield Draft(
                "legal", verb, min(verb.start, thing.start), statement.end, statement, subject, by=grounds.codes_of(agents)
            )


def _bound(judged: Judged, word: Token, dep: str, preposition: str) -> Iterator[Draft]:
    """ "Is no longer bound by the agreement", "is free from its obligations"."""
    grounds, sentence = judged.grounds, judged.sentence
    above = sentence.head(word)
    verb = word if word.tag[0] == "V" else above
    terms = [o for p in sentence.children(word, dep) if p.lower == preposition for o in sentence.children(p, "pobj")]
    if verb is None or verb.tag[0] != "V" or not any(judged.names_law(t) or judged.cites(t) for t in terms):
        return
    denials = denying(grounds.clauses, verb, [])
    if word.tag[0] == "V" and not sentence.children(word, "nsubjpass"):
        return
    if grounds.is_asserted(verb):
        for subject in grounds.subjects(verb)[:1]:
            yield from judged.drafts(verb, subject, denials)


def _committed(judged: Judged, verb: Token) -> Iterator[Draft]:
    """ "Crimes against humanity were committed in A", "A has committed war crimes"."""
    grounds, sentence = judged.grounds, judged.sentence
    passive = sentence.children(verb, "nsubjpass")
    wrongs = [n for n in passive or sentence.children(verb, "dobj") if judged.is_breach(n) and _is_of_nations(judged, n)]
    if not wrongs or not grounds.is_asserted(verb):
        return
    denials = denying(grounds.clauses, verb, wrongs) if grounds.clauses.negated(verb) else []
    agents = sentence.agents(verb) if passive else []
    places = [o for p in sentence.children(verb, "prep") if p.lower == "in" for o in sentence.children(p, "pobj")]
    for subject in (agents or places or wrongs if passive else grounds.subjects(verb))[:1]:
        yield from judged.drafts(verb, subject, denials, whole=passive[0] if passive else None)


def _is_of_nations(judged: Judged, noun: Token) -> bool:
    """Whether a crime is one by the law of nations; other wrongs are by what they break."""
    return not noun.lower.startswith("crime") or any(t.lower in _NATIONS for t in judged.sentence.subtree(noun))


def _qualities(judged: Judged, noun: Token) -> list[str]:
    return [c.lower for c in judged.sentence.children(noun, "amod", "compound")]
