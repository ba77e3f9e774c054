"""The other party by words that name nobody: "the partner country", "the occupying power", "the said units"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.names.mentions import Mention
    from dragoman.coding.who.reference import Referrer

_LANDS = word_class("fellow-lands")
_FELLOW = word_class("fellow")
_ALONE = word_class("fellows-by-noun")
_FOES = word_class("foes")
_POWERS = word_class("powers-of-foes")
_OCCUPYING = word_class("occupying")
_HEADS = _FELLOW | _LANDS | _ALONE | _FOES | _POWERS
_SAID = word_class("told-above")
_DEFINITE = frozenset({"the", "that", "this"})
_OWN = frozenset({"our", "my"})
_FIRST = frozenset("i me my we us our ours".split())
_BEHIND = frozenset({"of", "to", "from", "in", "for", "between", "with"})
# So many sentences back, in the same paragraph, the other party is named.
_REACH = 3


def counterpart(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """The codes of whom such a phrase means; empty for any other phrase, and where the text leaves more than one."""
    said = token.i > 0 and referrer.sentence.tokens[token.i - 1].lower in _SAID
    if token.lower not in _HEADS and not said:
        return ()
    children = token.children
    if any(c.i > token.i and (c.lower in _BEHIND or c.dep in ("relcl", "appos")) for c in children):
        return ()
    before = {t.lower for t in children if t.i < token.i}
    if said and token.i > 1 and referrer.sentence.tokens[token.i - 2].lower == "the":
        return named_last(referrer, _speaking(referrer, token))
    owners = [c for c in children if c.tag == "PRP$"]
    if not (before & _DEFINITE or owners) or _is_named(referrer, children):
        return ()
    if own := {c for o in owners if o.lower not in _OWN for c in referrer.codes(o)}:
        return _other_of_two(referrer, token, own) if _is_fellow(token, before) else ()
    if token.lower in _FOES or (token.lower in _POWERS and before & _OCCUPYING):
        return _foe(referrer, token)
    if "host" in before and token.lower in _LANDS:
        visit = referrer.scene.story.visit
        return visit.hosts if visit is not None else ()
    if not _is_fellow(token, before) and not _stands_before_land(referrer, token):
        return ()
    return _other_of_two(referrer, token, set()) or named_last(referrer, _speaking(referrer, token))


def says_we(referrer: Referrer, token: Token) -> bool:
    """Whether a state speaks at a word and says "we" in its sentence."""
    speaks = referrer.scene.speaker(token.start) in referrer.scene.knowledge.states
    return speaks and not _FIRST.isdisjoint(referrer.sentence.said)


def _is_named(referrer: Referrer, children: Sequence[Token]) -> bool:
    """Whether a word before the noun says whose it is: "the Chadian army"."""
    known = (referrer.scene.mention_at(c) for c in children)
    return any(m is not None and m.code and m.kind != "deixis" for m in known)


def _stands_before_land(referrer: Referrer, token: Token) -> bool:
    """ "The brother people", of which parsers may make a brother."""
    after = referrer.sentence.tokens[token.i + 1 : token.i + 2]
    return token.lower in _FELLOW and bool(after) and after[0].lower in _LANDS


def _is_fellow(token: Token, before: set[str]) -> bool:
    return token.lower in _ALONE or (token.lower in _LANDS and not before.isdisjoint(_FELLOW))


def _speaking(referrer: Referrer, token: Token) -> set[str]:
    """Who is not meant: the speaker; of several who speak together, whom the clause is about."""
    speaker = referrer.scene.speaker(token.start)
    if speaker is not None and "+" not in speaker:
        return {speaker}
    verb = next((a for a in referrer.sentence.ancestors(token) if a.tag[0] == "V"), None)
    subjects = referrer.sentence.children(verb, "nsubj") if verb is not None else []
    return {c for s in subjects if s.i < token.i for c in referrer.codes(s)}


def _other_of_two(referrer: Referrer, token: Token, own: set[str]) -> tuple[str, ...]:
    """The other of the two whom a text is between, or whom a letter or message is to."""
    scene = referrer.scene
    own = own or _speaking(referrer, token)
    told = scene.addressed(token.start)
    if told in scene.knowledge.states and told not in own and told is not None:
        return (told,)
    two = scene.discourse.joint or scene.discourse.sectioned(token.start) or scene.discourse.between
    return tuple(c for c in two if c not in own) if len(two) == 2 and len(own & set(two)) == 1 else ()


def named_last(referrer: Referrer, own: set[str]) -> tuple[str, ...]:
    """The only state besides those of `own` in the nearest sentence before, of the same paragraph, that names one."""
    scene, start = referrer.scene, referrer.sentence.start
    floor = scene.document.text.rfind("\n", 0, start) + 1
    for begin, end in scene.before(start, _REACH) if own else ():
        if begin < floor:
            break
        named = [m for m in scene.within(begin, end) if m.code in scene.knowledge.states and m.code not in own]
        codes = {m.code for m in named if m.kind != "place" and not scene.is_placed(m)} or {m.code for m in named}
        if codes:
            return tuple(c for c in codes if c) if len(codes) == 1 else ()
    return ()


def _foe(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """Who attacked or seized something last; else whom the sentences before name besides the speaker."""
    own = _speaking(referrer, token)
    told = tuple(c for c in referrer.scene.story.aggressor if c not in own)
    return told if len(told) == 1 else named_last(referrer, own)


def minister_at_home(referrer: Referrer, mention: Mention) -> tuple[str, ...]:
    """ "Foreign Minister Tedros", before he was at the head of an organisation: minister of the state that speaks."""
    scene = referrer.scene
    speaker, before = scene.speaker(mention.start), scene.document.text[max(0, mention.start - 9) : mention.start]
    return (speaker,) if before.lower() == "minister " and speaker in scene.knowledge.states and speaker is not None else ()
