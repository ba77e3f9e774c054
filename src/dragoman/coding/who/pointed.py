"""Phrases that point back at several or at one just named: "those countries", "the two ministers", "the brigade"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

_STATES = frozenset({"countries", "states", "nations", "republics"})
_LAND = frozenset({"country", "state", "nation", "republic"})
_HOMELAND = word_class("homeland")
# What "the" alone makes the organisation that a text is about; its members act as it does.
BODIES = word_class("bodies-of-states")
_TERRITORY = word_class("dependent-lands")
_DEALT_WITH = frozenset({"with", "to", "from", "against", "towards", "toward"})
_WHOLE = frozenset({"the", "whole", "entire"})
# How far back "that country" was named, in characters.
_NEAR = 400
# "Sweden", "The Swedish government": who the sentence before was about, by a name.
_SUBJECT = ("nsubj", "nsubjpass")
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][\w-]+(?: [A-Z][\w-]+)*$")
_POINTING = frozenset({"those", "these"})
_BESIDE = re.compile(r",? (?:and |or )?(?:the )?")
# "The two ministers" of a text between two are one of each.
_ENVOYS = word_class("envoys-of-two")
_DESKS = word_class("desks")
_MODIFIES = frozenset({"det", "amod", "compound", "nummod", "nmod"})
_UNITS = word_class("units")
_FORCES = word_class("forces-abroad")
# How far back the unit is looked for that was told whose it was, in characters.
_BACK = 2500
# How far before "forces" it stands whose they are.
_OWNER = 40


def pointed(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """The codes of whom such a phrase means; empty for any other phrase, and where the text does not tell."""
    children = token.children
    words = {c.lower for c in children if not (c.dep == "prep" and c.lower == "in" and token.lower in _ENVOYS)}
    if token.lower in ("side", "party") and words == {"the", "other"}:
        return _other_side(referrer, token)
    if token.lower in _STATES and words == {"our"}:
        return _ours(referrer, token)
    if token.lower == "group" and "the" in words:
        return _grouped(referrer, token)
    desks = {c.lower for c in children if c.dep in ("amod", "compound") and c.lower in _DESKS}
    told = [c for c in children if not (c.lower == "in" and token.lower in _ENVOYS)]  # "by the two commanders in Bangkok"
    if any(c.dep in ("prep", "relcl", "acl", "poss", "compound") and c.lower not in desks for c in told):
        return ()
    # "The defence ministers, Ann Dow and Juan Lopez, signed": as many as the text is between.
    if token.lower in _ENVOYS and {c.lower for c in children if c.dep in _MODIFIES} - desks == {"the"}:
        return referrer.scene.discourse.between or tuple(referrer.scene.discourse.near_pair(token.start))
    if token.lower in _STATES and words & _POINTING and len(words) == 1:
        return _just_listed(referrer, token)
    if token.lower in _LAND and words == {"that"}:
        return _that_land(referrer, token)
    if token.lower in _HOMELAND and "the" in words and words <= _WHOLE:
        return _homeland(referrer, token)
    if token.lower in BODIES and words == {"the"} and (body := referrer.scene.discourse.body) is not None:
        return (body,)
    if token.lower in _TERRITORY and words == {"the"}:
        return _land_before(referrer, token)
    if token.lower in _ENVOYS and words - desks in ({"the", "two"}, {"both"}):
        discourse = referrer.scene.discourse
        return discourse.between or tuple(discourse.near_pair(token.start)) or discourse.only_two
    if token.lower in _FORCES and words & _POINTING and len(words) == 1:
        return _forces_before(referrer, token)
    if token.lower in _UNITS and words == {"the"}:
        return _unit(referrer, token)
    return ()


def _forces_before(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The American occupation forces are there. These forces ...": those of whom the sentence before told it."""
    scene = referrer.scene
    before = scene.just_before(referrer.sentence.start)
    if before is None:
        return ()
    at = scene.document.text.rfind(token.lower, *before)
    near = [m for m in scene.within(max(before[0], at - _OWNER), at) if m.code] if at >= 0 else []
    return (near[-1].code or "",) if near else ()


def _grouped(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Chad, Mali and Niger met in Dakar. The group that was formed there": those of a list in the sentence before."""
    if any(c.dep in ("compound", "amod", "poss") or c.lower == "of" for c in token.children):
        return ()
    scene, start = referrer.scene, referrer.sentence.start
    begin = next((begin for begin, _ in scene.before(start)), start)
    near = [g for g in scene.discourse.groups if begin <= g.start and g.end <= start]
    return near[-1].codes if near and "\n" not in scene.document.text[near[-1].end : start] else ()


def _other_side(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The minister of Chad said that the other side was ready": of two, the one that does not speak."""
    says = next((t for t in referrer.sentence.ancestors(token) if t.head == t.i), None)
    sayers = [s for s in referrer.sentence.children(says, "nsubj") if s.i != token.i] if says is not None else []
    codes = {c for s in sayers for r in referrer.all(s) for c in r.codes}
    both = referrer.scene.discourse.between or tuple(referrer.scene.discourse.near_pair(referrer.sentence.start - 1))
    speaker = referrer.scene.speaker(token.start)
    if not codes and not sayers and speaker is not None:  # "The other side demands an apology", one of the two says
        codes, both = {speaker}, both or referrer.scene.discourse.only_two
    return tuple(c for c in both if c not in codes) if len(codes) == 1 and codes & set(both) else ()


def _ours(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Our states will not join the blocs", after those were listed whom the speaker addresses: they and the speaker."""
    scene = referrer.scene
    speaker = scene.speaker(token.start)
    group = next((g.codes for g in reversed(scene.discourse.groups) if g.end <= token.start), ())
    return tuple(dict.fromkeys((*group, speaker))) if speaker and group and "+" not in speaker else ()


def _that_land(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "That country": the state named last before it, that is not the speaker's."""
    scene = referrer.scene
    named = [m for m in scene.within(max(0, token.start - _NEAR), token.start) if m.code in scene.knowledge.states]
    others = [m.code for m in named if m.kind in ("name", "alias") and m.code and m.code != scene.speaker(token.start)]
    return tuple(others[-1:])


def _homeland(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Troops of Chad occupied the country", in an overview of a state: that one, where no other is named nearer before."""
    scene = referrer.scene
    home = scene.discourse.home
    if home is None:
        return _other_land(referrer, token)
    if token.dep not in ("nsubj", "nsubjpass", "poss"):
        return (home,)
    clause = referrer.sentence.head(token)
    # "With Chad, which buys its oil, the country has traded": nobody who deals with Chad is Chad.
    beside = {
        t.start
        for p in (referrer.sentence.children(clause, "prep") if clause is not None and token.dep != "poss" else ())
        if p.i < token.i and p.lower in _DEALT_WITH
        for t in referrer.sentence.subtree(p)
    }
    named = (m for m in scene.within(referrer.sentence.start, token.start) if m.kind == "name")
    before = [m.code for m in named if m.start not in beside]
    if beside and not before:
        return (home,)
    known = referrer.previous
    other = known is not None and home not in known.codes and _NAMED.match(known.text) is not None
    return (home,) if all(c == home for c in before) and not other else ()


def _land_before(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "East Timor was poor. Indonesia invaded the territory": the land named last, that is not who the clause is about."""
    scene = referrer.scene
    subjects = [s for s in referrer.sentence.tokens[: token.i] if s.dep in ("nsubj", "nsubjpass")]
    own = {c for s in subjects for r in referrer.all(s) for c in r.codes}
    begin = max(0, token.start - _NEAR)
    named = [m for m in scene.within(begin, token.start) if m.code and m.kind in ("name", "place")]
    others = [m for m in named if m.code not in own]
    if not others or "\n" in scene.document.text[others[-1].end : referrer.sentence.start]:
        return ()
    return (others[-1].code or "",)


def _other_land(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Chad blocked the vote, and the country was admitted only in 1993", in a text on Chad and Mali: of two, the one that is
    not who the clause before is about; that one would be "it".
    """
    whole = referrer.sentence.head(token) if token.dep == "poss" else token
    if whole is not None and whole.dep == "dobj":
        return _land_entered(referrer, whole)
    if token.lower != "country" or token.dep not in ("nsubj", "nsubjpass") or referrer.scene.speaker(token.start):
        return ()
    two = referrer.scene.discourse.between
    if len(two) != 2:
        return ()
    subjects = [t for t in referrer.sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass")]
    codes = {c for s in subjects[-1:] for r in referrer.all(s) for c in r.codes}
    if not subjects and referrer.previous is not None:
        codes = set(referrer.previous.codes)
    return tuple(c for c in two if c not in codes) if len(codes) == 1 and codes <= set(two) else ()


def _land_entered(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Chad's king fled after Libyan troops had invaded the country": of the two, the one that the clause above is about, where
    the clause names no third.
    """
    sentence, scene = referrer.sentence, referrer.scene
    clause = sentence.head(token)
    main = sentence.verb_above(clause) if clause is not None and clause.dep == "advcl" else None
    if clause is None or main is None or main.i > clause.i:
        return ()
    doing, about = (
        {c for s in sentence.children(v, *_SUBJECT) for r in referrer.all(s) for c in r.codes} for v in (clause, main)
    )
    named = {m.code for m in scene.within(main.end, token.start) if m.code and m.kind == "name"}
    told = bool(doing) and len(about) == 1 and not doing & about and about <= scene.knowledge.states
    return tuple(about) if told and named <= doing | about else ()


def _just_listed(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "In Uganda and Angola ... the presidents of those countries": the last states listed side by side in the sentence."""
    scene = referrer.scene
    named = [m for m in scene.within(referrer.sentence.start, token.start) if m.code in scene.knowledge.states]
    run = named[-1:]
    for mention in reversed(named[:-1]):
        if not _BESIDE.fullmatch(scene.document.text[mention.end : run[0].start]):
            break
        run = [mention, *run]
    return tuple(dict.fromkeys(m.code for m in run if m.code)) if len(run) > 1 else ()


def _unit(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Trained a brigade of the Chadian army ... The brigade was sent": whose it was said to be."""
    scene, end = referrer.scene, referrer.sentence.start
    begin = max(0, end - _BACK)
    before = scene.document.text[begin:end]
    for found in reversed(list(re.finditer(rf"\b{token.lower} (?:of|from) (?:the )?", before, re.IGNORECASE))):
        start = begin + found.end()
        codes = [m.code for m in scene.within(start, start + 40) if m.code in scene.knowledge.states and m.start == start]
        if codes and codes[0]:
            return (codes[0],)
    return ()
