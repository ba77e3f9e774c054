"""What is ratified, joined or turned down under a bare name: whose treaty, which body, whose proposal it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.closed import POINTING
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Bonds of two; conventions and statutes are of many.
_BONDS = word_class("bonds-on-paper")
_BOND = re.compile(rf"\b(?:{alternatives('bonds-by-treaty')})\b", re.IGNORECASE)
_MADE = re.compile(r"\b(?:with|between|signed|concluded|initialled|agreed)\b")
_INQUIRES = re.compile(rf"\b(?:{alternatives('who-inquires')})\b", re.IGNORECASE)
_JOINED = frozenset({"accession", "membership"})
_MEMBERS = frozenset({"member", "members", "party", "signatory"})
_TURNED_DOWN = word_class("turned-down")
# How far back a treaty or a body is looked for: sentences, and characters.
_SENTENCES, _REACH = 40, 1500


def partner(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "The agreement with Chad was a treaty. Parliament ratified the agreement": the one other party that the last sentence
    on such a bond names; else the other of two that the text is between.
    """
    if act.rule == "approve-it":
        return _of_text_before(reader, own)
    bond = _pointed(reader, act, _BONDS)
    if bond is None or reader.clauses.under(bond, "with") or reader.clauses.under(bond, "between"):
        return ()
    if bond.lower in _JOINED:
        return joined(reader, bond)
    return _told_of(reader, own)


def _of_text_before(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """Whose "it" is that is ratified: of the one other state that the sentence before names as a party, else whose who speaks."""
    scene = reader.scene
    begin, end = next(iter(scene.before(reader.sentence.start)), (0, 0))
    signed = [c for c in scene.story.signatories if c not in own]
    named = {m.code for m in scene.within(begin, end) if m.code in scene.knowledge.states and not scene.is_placed(m)} - own
    if len(signed) == 1 and named <= {*signed}:
        return tuple(signed)
    speaker = scene.document.speaker_state
    return (speaker,) if speaker and speaker not in own and named <= {speaker} else ()


def _told_of(reader: ActReader, own: set[str]) -> tuple[str, ...]:
    """The one other party of the bond that the text told of last; else the other of two that the text is between."""
    scene, text = reader.scene, reader.scene.document.text
    for begin, end in scene.before(reader.sentence.start, _SENTENCES):
        if _BOND.search(text, begin, end) is None or _MADE.search(text, begin, end) is None:
            continue
        named = [
            m for m in scene.within(begin, end) if m.code in scene.knowledge.states and m.kind not in ("place", "adjective")
        ]
        codes = {m.code for m in named if m.code not in own and not scene.is_placed(m)}
        if codes:
            return tuple(c for c in codes if c) if len(codes) == 1 else ()
    return scene.discourse.facing(tuple(sorted(own)))


def joined(reader: ActReader, token: Token) -> tuple[str, ...]:
    """ "It applied to the Council of Europe. Finland became a member in 1989": the body named last, or in the title."""
    scene = reader.scene
    before = [m for m in scene.within(max(0, token.start - _REACH), token.start) if m.kind == "organisation" and m.code]
    return (before[-1].code,) if before and before[-1].code else ()


def body(reader: ActReader, verb: Token) -> list[Reference]:
    """The body that somebody is only said to have become a member of, as "a member", "a full member", "a party"."""
    members = [t for t in reader.sentence.children(verb, "attr", "dobj", "oprd") if t.lower in _MEMBERS]
    if not members or any(reader.clauses.under(t, "of") or reader.clauses.under(t, "to") for t in (*members, verb)):
        return []
    span = Span(members[0].start, members[0].end)
    return [Reference((c,), "IGO", "", span, members[0].i) for c in joined(reader, verb)]


def turned_down(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "Lima claims that ... We reject that claim": whose claim, proposal or decision it was by what was said before it."""
    thing = _pointed(reader, act, _TURNED_DOWN)
    if thing is None:
        return ()
    if thing.lower == "report":
        return _reporting(reader, thing)
    beside = [r for v in reader.sentence.children(act.head, "ccomp", "parataxis") if v.i < act.head.i
              for s in reader.sentence.children(v, "nsubj") for r in reader.referrer.all(s)]  # fmt: skip
    if said := tuple(c for r in beside for c in r.codes if c not in own):
        return said[:1]  # "the Court advised that it leave; Chad rejected the opinion"
    previous = reader.referrer.previous
    codes = tuple(c for c in previous.codes if c not in own) if previous is not None else ()
    found = codes[:1] or reader.scene.discourse.opposite(tuple(sorted(own)), reader.sentence.start)
    speaker = reader.scene.speaker(act.head.start)  # what others turn down in a text of somebody's is that one's
    return found or ((speaker,) if speaker and speaker not in own else ())


def _reporting(reader: ActReader, report: Token) -> tuple[str, ...]:
    """ "The commission was not let in. Chad rejected the report": the body that inquires and was named last."""
    scene = reader.scene
    before = [m for m in scene.within(max(0, report.start - _REACH), report.start) if m.code and _INQUIRES.search(m.text)]
    return tuple(m.code for m in before[-1:] if m.code)


def alongside(reader: ActReader, act: Act) -> list[Reference]:
    """ "Became a member together with Austria and Sweden": who does the same beside the subject."""
    out: list[Reference] = []
    for word in reader.sentence.tokens[act.head.i :]:
        if word.lower == "with" and is_alongside(reader, word):
            out += [r for h in reader.sentence.children(word, "pobj") for r in reader.referrer.all(h) if r.codes]
    return out


def is_alongside(reader: ActReader, preposition: Token) -> bool:
    """ "together with", "along with"."""
    return preposition.i > 0 and reader.sentence.tokens[preposition.i - 1].lower in ("together", "along", "jointly")


def _pointed(reader: ActReader, act: Act, words: frozenset[str]) -> Token | None:
    """The object of an act, where it is one of `words` under "the" or "that", and no title."""
    heads = [*([act.object] if act.object is not None else []), *reader.clauses.objects(act.head)]
    for head in heads:
        before = [*reader.sentence.tokens[head.i - 1 : head.i], *reader.sentence.children(head, "det")]
        if head.text in words and any(t.lower in POINTING for t in before):
            return head
    return None
