"""Other sides of acts that stand earlier in the text: where an envoy was sent, whose talks or treaty it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.closed import POINTING
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# "Ambassador of Chad to", before the name of where he goes.
_SENT_TO = re.compile(r"\b(?:ambassador|envoy|minister|high commissioner)\b[^.;\n]{0,60}?\b(?:to|in) (?:the )?$", re.IGNORECASE)
_TREATY = re.compile(r"\b(?:treaty|agreement|pact|accord|convention|protocol)\b", re.IGNORECASE)
_RULERS = word_class("rulers")
_NEW = word_class("new-rulers")
_TIES = frozenset({"relations", "ties"})
# How far back an envoy's post is looked for, in characters.
_REACH = 600
_MISSION = re.compile(r"\b(?:embassy|legation|mission|consulate)\b[^.;\n]{0,20}? in (?:the )?", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint (?:declaration|statement|communiqu[eé]|appeal|letter|note|resolution)\b")
_LAUNCHES = re.compile(r"\b(?:launch|test|fire)(?:e?d|e?s|ing)? (?:an?|its|another|two|three|several) \w+", re.IGNORECASE)
# So many sentences before may have told of a launch.
_LAUNCH_BACK = 6
# So many sentences before may have named whose treaty or talks it was.
_SENTENCES = 2


def accredited_to(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """ "She was ambassador of Chad to Peru. She presented her credentials": Peru, the last post named before or here."""
    scene, end = reader.scene, reader.sentence.end
    for mention in reversed(scene.within(max(0, end - _REACH), end)):
        if mention.code in scene.knowledge.states and mention.code is not None and mention.code not in own:
            before = scene.document.text[max(0, mention.start - 100) : mention.start]
            if _SENT_TO.search(before):
                return (mention.code,)
    return ()


def parties_before(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """Whose "the talks" were that somebody eased: of the last sentence of the paragraph that names others as acting."""
    for begin, end in _before(reader):
        codes = _acting(reader, begin, end, own)
        if codes:
            return codes
    return ()


def treaty_parties(reader: ActReader, treaty: Token, own: set[str]) -> tuple[str, ...]:
    """Whose "the treaty" is that somebody rejects: of the sentence before that told of one between two or more."""
    before = reader.sentence.tokens[treaty.i - 1 : treaty.i]  # parsers hang "the" on "void" in "declares the treaty void"
    dets = [*before, *reader.sentence.children(treaty, "det")]
    if not any(t.lower in POINTING for t in dets) or treaty.text[:1].isupper():
        return ()
    if reader.clauses.under(treaty, "with") or reader.clauses.under(treaty, "between"):
        return ()
    text = reader.scene.document.text
    for begin, end in _before(reader):
        found = _TREATY.search(text, begin, end)
        codes = _acting(reader, begin, found.start(), own) if found else ()
        if len(codes) > 1:
            return codes
    return ()


def body_told(reader: ActReader) -> tuple[str, ...]:
    """The organ or organisation that the sentence before names as told something: "informs the Council that"."""
    for begin, end in _before(reader)[:1]:
        named = [m for m in reader.scene.within(begin, end) if m.code and m.code.startswith("UN")]
        codes = tuple(dict.fromkeys(m.code for m in named if m.code))
        return codes if len(codes) == 1 else ()
    return ()


def joint_authors(reader: ActReader) -> tuple[str, ...]:
    """The states that made the joint text of the sentence before; empty where it tells of none."""
    for begin, end in _before(reader)[:1]:
        if _JOINT.search(reader.scene.document.text, begin, end):
            codes = tuple(c for c in _acting(reader, begin, end, set()) if c in reader.scene.knowledge.states)
            previous = reader.referrer.previous
            return codes if len(codes) > 1 else (previous.codes if previous is not None and len(previous.codes) > 1 else ())
    return ()


def host(reader: ActReader) -> tuple[str, ...]:
    """The one state in whose capital a text has a mission of who speaks: "the embassy in Lima", "an embassy in Peru"."""
    scene = reader.scene
    found = (m for hit in _MISSION.finditer(scene.document.text) for m in scene.within(hit.end(), hit.end() + 1))
    codes = {m.code for m in found if m.code in scene.knowledge.states and m.code != scene.document.speaker_state}
    return tuple(c for c in codes if c) if len(codes) == 1 else ()


def launcher(reader: ActReader) -> tuple[str, ...]:
    """Whose launch or test an organ condemns: of the last sentence before that begins with a state and tells of one."""
    scene, text = reader.scene, reader.scene.document.text
    for begin, end in scene.before(reader.sentence.start, _LAUNCH_BACK):
        if _LAUNCHES.search(text, begin, end):
            named = [m.code for m in scene.within(begin, end) if m.code in scene.knowledge.states and m.kind != "place"]
            return (named[0],) if named and named[0] else ()
    return ()


def protagonist_but(reader: ActReader, others: tuple[str, ...]) -> tuple[str, ...]:
    """The state that the whole text speaks of more than of any other but `others`, twice as often as of the next."""
    ranked = [(c, n) for c, n in reader.scene.discourse.most if c not in others]
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ()
    return (ranked[0][0],)


def breaking_with(reader: ActReader, act: Act) -> Act:
    """ "Peru broke off relations", after another had broken them with Chad: with Chad as well."""
    own = codes_in(act.source)
    named = tuple(c for r in act.target if r.text for c in r.codes if c not in own)
    codes = named or tuple(c for r in act.target for c in r.codes if c not in own)
    if act.mode != "expel" and not {t.lower for t in reader.sentence.subtree(act.head)} & _TIES:
        return act
    section = reader.scene.discourse.sectioned(reader.sentence.start)
    if not named and len(own) == 1 and own < set(section):  # "broke off relations", in the section on Chad
        rest = tuple(c for c in section if c not in own)
        return replace(act, target=implied(rest, act.source[0].span, act.head.i))
    last = reader.scene.story.broken_with
    if codes and act.modality == "actual" and (named or not last):
        reader.scene.story.broken_with = codes
    if named or len(own) != 1 or not last or own & set(last):
        return act
    span, about = act.source[0].span, reader.scene.discourse.about
    # In a text on one state's relations, others break with that.
    with_whom = (about,) if about is not None and about not in own else last
    return replace(act, target=implied(with_whom, span, act.head.i))


def rulers(reader: ActReader, act: Act, source: Sequence[Reference]) -> tuple[str, ...]:
    """ "The army overthrew the president of Chad. The new authorities accused Libya": of the state that the text tells of."""
    heads = [reader.sentence.tokens[r.head] for r in source]
    if len(heads) != 1 or heads[0].lower not in _RULERS:
        return ()
    if not _NEW & {c.lower for c in reader.sentence.children(heads[0], "amod", "compound")}:
        return ()
    theirs = tuple(c for r in act.target for c in r.codes)
    before = reader.referrer.previous.codes if reader.referrer.previous is not None else ()
    if len(before) == 1 and before[0] in reader.scene.knowledge.states and before[0] not in theirs:
        return before
    return reader.scene.discourse.opposite(theirs, reader.sentence.start)


def fallen_out_with(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """Whose envoys or ties others turned out or broke before in the text: "Denmark, too, ordered the ambassador to leave"."""
    codes = reader.scene.story.broken_with
    return codes if not own & set(codes) else ()


def _before(reader: ActReader) -> list[tuple[int, int]]:
    """The sentences before in the same paragraph, the nearest first."""
    start = reader.sentence.start
    floor = reader.scene.document.text.rfind("\n", 0, start) + 1
    return [(s, e) for s, e in reader.scene.before(start, _SENTENCES) if s >= floor]


def _acting(reader: ActReader, begin: int, end: int, own: set[str]) -> tuple[str, ...]:
    """The states and others that are named in [begin, end) otherwise than as a place."""
    scene = reader.scene
    named = [m for m in scene.within(begin, end) if m.code and not m.code.startswith("X-") and m.code not in own]
    return tuple(dict.fromkeys(m.code for m in named if m.code and m.kind != "place" and not scene.is_placed(m)))
