"""What "it" is when somebody says that it breaks the law: the deed that is complained of, and never who complains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.sentence.phrasing import is_state
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_COMPLAINS = word_class("complaining")
_OWNS_UP = word_class("owning-up-to")
_DEED = ("over", "about", "against", "at", "to", "on")
_ADDRESSED = ("to", "with", "against")


def complained_of(grounds: Grounds, verb: Token, judged: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """`judged`, or, where that is who says so of "it", the state whose deed it is; (None,) where nobody says whose."""
    if any(c.lower == "no" for o in grounds.sentence.children(verb, "dobj") for c in grounds.sentence.children(o, "det")):
        return judged  # "said that it had broken no treaty"
    saying: tuple[str, ...] = ()
    for above in islice(grounds.sentence.ancestors(verb), 6):
        if above.tag[0] != "V":
            continue
        if not saying and not _OWNS_UP.isdisjoint(grounds.clauses.verb_lemmas(above)):
            return judged
        saying = saying or grounds.codes_of(grounds.clauses.subjects(above))
        if not set(judged) <= set(saying):
            return judged
        objects = grounds.sentence.children(above, "dobj")
        complaint = next((t for t in (above, *objects) if _is_complaint(grounds, t)), None)
        if complaint is not None:
            return _against(grounds, above, objects, complaint, saying)
    return (None,) if saying else judged


def _against(
    grounds: Grounds, verb: Token, objects: Sequence[Token], complaint: Token, saying: tuple[str, ...]
) -> tuple[str | None, ...]:
    """Whose deed is meant by the words under a verb of protest: its doer, else whom the protest was made to."""
    deeds = [*(o for o in objects if o is not complaint), *_under(grounds, verb, objects, _DEED)]
    for deed in deeds:
        owner = grounds.bench.referrer.owner(deed)
        theirs = (owner.codes if owner is not None else ()) or grounds.codes_of(grounds.clauses.under(deed, "by"))
        if theirs and not set(theirs) & set(saying):
            return theirs
    told = grounds.codes_of(_under(grounds, verb, objects, _ADDRESSED))
    states = [c for c in told if c not in saying and is_state(grounds.bench.scene, c)]
    return tuple(states[:1]) or (None,)


def _is_complaint(grounds: Grounds, token: Token) -> bool:
    words = grounds.clauses.verb_lemmas(token) if token.tag[0] == "V" else {token.lower.removesuffix("s")}
    return not _COMPLAINS.isdisjoint(words)


def _under(grounds: Grounds, verb: Token, objects: Sequence[Token], prepositions: Sequence[str]) -> list[Token]:
    return [o for t in (verb, *objects) for p in prepositions for o in grounds.clauses.under(t, p)]
