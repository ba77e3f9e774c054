"""Sides that the sentences beside an act name: whom a text is sent to, which gathering decides "there", who signed, with whom
something is held jointly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.coding.events.act import FORCE, Act
from dragoman.coding.who.parts import REGIONS
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.lexicon.words import alternatives, word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# "Sent a memorandum to", before the names of its addressees.
_ADDRESSED = re.compile(
    rf"\b(?:sen[dt]s?|address(?:ed|es)?|handed|deliver(?:ed|s)?|wrote|circulated)\b[^.;\n]{{0,60}}?\b(?:"
    rf"{alternatives('addressed-papers')})s?\b[^.;,\n]{{0,40}}? to\b"
)
_LETTERS = word_class("letters")
_TEXTS = word_class("handed-over")
_OUTGOING = frozenset({"AGREE", "REQUEST", "THREATEN", "ACCUSE"})
_SIGNATURES = re.compile(
    r"\bsignatures? of\b|\bsigned (?:it )?(?:for|on behalf of)\b|\bsignator(?:y|ies) (?:is|are|was|were)\b"
)
_GATHERINGS = re.compile(r"\b(?:conference|summit|congress|assembly|session|meeting)\b", re.IGNORECASE)
_DECIDING = frozenset({"REJECT", "SUPPORT", "ACCUSE", "REQUEST"})
# How far before a gathering the organisation that holds it may have been named, in characters.
_REACH = 300


def addressed_before(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "Chad sent a memorandum to Mali and Niger. It declared that Chad was ready to": those it was sent to."""
    above = reader.sentence.head(act.head) if act.head.dep == "ccomp" else None
    told = [] if above is None or act.event not in _OUTGOING else reader.clauses.subjects(above)
    if not any(s.lower in _TEXTS for s in told):
        return ()
    scene = reader.scene
    begin, end = scene.just_before(reader.sentence.start) or (0, 0)
    sent = _ADDRESSED.search(scene.document.text, begin, end)
    if sent is None:
        return ()
    named = scene.within(sent.end(), end)
    codes = [REGIONS.get(m.text) if m.code is None or m.kind == "place" else m.code for m in named]  # "of Europe and Canada"
    return tuple(dict.fromkeys(c for c in codes if c and c not in own))


def written_to(reader: ActReader, act: Act) -> list[Reference]:
    """ "In our letter to the Council, we asked ...": to whom the text that an act is done in was written."""
    if act.event not in _OUTGOING or reader.words.isdisjoint(_LETTERS):
        return []
    texts = [o for o in reader.clauses.under(act.head, "in") if o.lower in _LETTERS and o.i < act.head.i]
    return [r for t in texts for o in reader.clauses.under(t, "to") for r in reader.referrer.all(o) if r.codes]


def deciding_there(reader: ActReader, act: Act) -> tuple[str, ...]:
    """ "The Union held a summit in Accra. The application was turned down there": the organisation whose gathering it was."""
    if act.event not in _DECIDING or "there" not in reader.words or not reader.clauses.is_passive(act.head):
        return ()
    if not any(c.lower == "there" and c.dep == "advmod" for c in act.head.children):
        return ()
    scene = reader.scene
    begin, end = scene.just_before(reader.sentence.start) or (0, 0)
    if _GATHERINGS.search(scene.document.text, begin, end) is None:
        return ()
    bodies = [m for m in scene.within(max(0, begin - _REACH), end) if m.kind == "organisation" and m.code]
    theirs = codes_in(act.target)
    return tuple(m.code for m in bodies[-1:] if m.code and m.code not in theirs)


def signers_after(reader: ActReader) -> tuple[str, ...]:
    """ "The armistice was signed in Lima. It bears the signatures of the generals of ...": all whom the next sentence names."""
    scene, (begin, end) = reader.scene, _after(reader)
    if _SIGNATURES.search(scene.document.text, begin, end) is None:
        return ()
    codes = dict.fromkeys(m.code for m in scene.within(begin, end) if m.code and m.kind != "place")
    return tuple(c for c in codes if c and not c.startswith("X-")) if len(codes) > 1 else ()


def held_jointly(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "Blew up the building of the joint office", by one of the two that a text is between: the other held it as well."""
    if act.event not in FORCE or "joint" not in reader.words or len(own) != 1 or act.object is None:
        return ()
    if not any(t.lower == "joint" and t.dep == "amod" for t in reader.sentence.subtree(act.object)):
        return ()
    discourse = reader.scene.discourse
    return discourse.opposite(tuple(own), reader.sentence.start) or tuple(c for c in discourse.only_two if c not in own)


def _after(reader: ActReader) -> tuple[int, int]:
    """The next sentence of the same paragraph; an empty span where there is none."""
    spans, text = reader.scene.spans, reader.scene.document.text
    at = bisect_left(spans, (reader.sentence.start, 0)) + 1
    if at >= len(spans):
        return (0, 0)
    begin, end = spans[at]
    return (begin, end) if "\n" not in text[reader.sentence.end : begin] else (0, 0)
