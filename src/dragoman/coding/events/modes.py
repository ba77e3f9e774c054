"""Modes that the words of a clause tell where the rule that fits it leaves them open.

The lexicon's groups named "<TYPE>:<mode>" hold the words: such a mode always decides; "<TYPE>:<mode>?" only where the
rule names none, and "*" among its words stands for any.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.once import once
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ASIDE = frozenset({"parataxis", "relcl", "conj"})
# Types whose mode the subject helps to tell ("Houthi drones slammed into a depot").
_BY_SUBJECT = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "PROTEST"})
_PARTIES = word_class("parties-without-name")
_MEET = frozenset({"meet", "meets", "met", "meeting"})
_POSTED = word_class("posted-abroad")
_ENVOYS = word_class("sent-as")
# Who is put out of a country and is no envoy, nor a member of a body.
_NO_ENVOYS = frozenset({"JRN", "REL", "EDU", "MED"})
_ARMED = {"COP": "police", "REB": "militia", "PRM": "militia", "UAF": "militia", "IMG": "militia"}


def tell(reader: ActReader, act: Act) -> Act:
    """`act` with the mode that its words tell."""
    if act.event == "MOBILIZE" and act.mode in (None, "troops", "militia"):
        sectors = [_ARMED[r.sector] for r in act.source if r.sector in _ARMED]
        if sectors:
            return replace(act, mode=sectors[0])
    if (act.event, act.mode) == ("SANCTION", "expel") and act.target and all(r.sector in _NO_ENVOYS for r in act.target):
        return replace(act, event="COERCE", mode="deport")
    if act.mode == "visit" and _is_back_at_post(reader, act):
        return replace(act, mode=None)
    act = _sent(reader, act) if act.mode == "visit" else act
    if act.mode == "multilateral" and act.reciprocal and len(codes_in((*act.source, *act.target))) == 2:
        return replace(act, mode=None)  # "the presidents of Chad and Mali, gathered in Lima"
    found = _modes(reader.vocabulary, act.event)
    if not found:
        return act
    words = _words(reader, act)
    for mode, always, wanted in found:
        if (always or act.mode is None) and ("*" in wanted or words & wanted):
            if mode == "targeted" and not _is_person(reader, act):
                continue
            return replace(act, mode=mode)
    return act


def _sent(reader: ActReader, act: Act) -> Act:
    """ "Went to Chad as the envoy of the Union": for whom somebody travels, whatever his state."""
    envoys = [h for h in reader.clauses.under(act.head, "as") if h.lower in _ENVOYS]
    found = [r for h in envoys for o in reader.clauses.under(h, "of") for r in reader.referrer.all(o) if r.codes]
    return replace(act, source=tuple(found[:1])) if found else act


def _is_back_at_post(reader: ActReader, act: Act) -> bool:
    """ "Its diplomats have gone back to Lima": who lives there is no guest."""
    if not any(s.lower in _POSTED for s in reader.clauses.subjects(act.head)):
        return False
    back = any(c.lower == "back" for c in act.head.children)
    return back or not {"return", "reoccupy"}.isdisjoint(reader.clauses.verb_lemmas(act.head))


@once
def _modes(vocabulary: Vocabulary, event: str) -> list[tuple[str, bool, frozenset[str]]]:
    """Mode, whether it decides always, and its words, in the order of the lexicon."""
    named = [(name.partition(":"), words) for name, words in vocabulary.groups.items()]
    return [(mode.rstrip("?"), not mode.endswith("?"), words) for (kind, _, mode), words in named if mode and kind == event]


def _words(reader: ActReader, act: Act) -> frozenset[str]:
    """Forms and lemmas of the clause, without who does it where that says nothing of the mode."""
    sentence, clauses = reader.sentence, reader.clauses
    tokens = {t.i: t for t in sentence.subtree(act.head, without=_ASIDE)}
    for word in act.trigger:
        tokens |= {t.i: t for t in sentence.subtree(word, without=_ASIDE)}
    if act.event in _BY_SUBJECT:
        tokens |= {t.i: t for s in clauses.subjects(act.head) for t in sentence.subtree(s, without=_ASIDE)}
    else:
        for subject in (s for s in clauses.subjects(act.head) if not clauses.is_passive(act.head)):
            for t in sentence.subtree(subject):
                tokens.pop(t.i, None)
    if act.event == "ASSAULT" and any(c.lower == "down" for c in act.head.children):  # "shot down a drone": not with it
        tokens = {i: t for i, t in tokens.items() if t is not act.object}
    return frozenset(
        w for t in tokens.values() if not _meets_thing(reader, t) for w in (*clauses.verb_lemmas(t), *clauses.words(t))
    )


def _meets_thing(reader: ActReader, verb: Token) -> bool:
    """ "Refused to meet the costs": no talks."""
    if verb.lower not in _MEET:
        return False
    met = reader.sentence.children(verb, "dobj")
    scene, people = reader.scene, reader.vocabulary.groups["persons"] | reader.vocabulary.groups["crowds"] | _PARTIES
    return bool(met) and all(
        o.tag in ("NN", "NNS")
        and scene.mention_at(o) is None
        and scene.role_at(o) is None
        and people.isdisjoint(reader.clauses.words(o))
        for o in met
    )


def _is_person(reader: ActReader, act: Act) -> bool:
    """Whether one person, known by name or office, is the target."""
    for reference in act.target:
        token = reader.sentence.tokens[reference.head]
        mention = reader.scene.mention_at(token)
        if mention is not None and mention.kind in OF_PERSONS:
            return True
        if (
            token.tag in ("NN", "NNP")
            and reader.scene.role_at(token) is not None
            and reference.sector not in ("MIL", "COP", "CVL")
        ):
            return True
    return False
