"""Acts that nobody in particular does, and parties that cannot be meant: a concern over how things are, whoever might threaten
somebody, those in whose affairs others meddle.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.sentence.troubles import is_trouble_between
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ANYBODY = frozenset({"anyone", "anybody"})
_SAYING = word_class("saying-why")
_BLAMES = word_class("blaming")
_COMPLAINTS = frozenset({"complaint", "complaints", "suit", "petition"})
_OVER = ("over", "about", "at", "regarding", "with", "for")
_SIDES = frozenset({"parties", "sides", "factions"})
_LETS = frozenset({"allow", "let", "permit", "tolerate"})
_MEDDLING = word_class("meddling")


def is_nobodys(reader: ActReader, act: Act) -> bool:
    """ "Would not allow anyone to threaten Chad" tells of nobody who does, "concern over the situation in Chad" of no deed."""
    if not reader.words.isdisjoint(_ANYBODY) and any(s.lower in _ANYBODY for s in reader.clauses.subjects(act.head)):
        return True
    if act.event == "COOPERATE" and act.head.tag[0] == "N" and not act.target and len(codes_in(act.source)) < 2:
        return True  # "Canada's Economic Cooperation": with nobody
    if act.event == "REQUEST" and not act.source and _is_own_mission(reader, act):
        return True
    if act.event == "REJECT" and _is_what_is_blamed(reader, act):
        return True
    return act.event == "ACCUSE" and act.mode == "disapprove" and _is_over_situation(reader, act)


def _is_own_mission(reader: ActReader, act: Act) -> bool:
    """ "The embassy in Lima was instructed to find out": what a ministry tells its own, it asks of nobody."""
    heads = [reader.sentence.tokens[r.head] for r in act.target]
    return bool(heads) and reader.clauses.is_passive(act.head) and all(is_mission(h) for h in heads)


def _is_what_is_blamed(reader: ActReader, act: Act) -> bool:
    """ "Peru protested over the pier, saying that it breached the treaty": "it" is the pier, and not who protests."""
    if not any(s.lower == "it" for s in reader.clauses.subjects(act.head)):
        return False
    above = reader.sentence.head(act.head)
    if above is None or above.dep != "advcl" or above.tag != "VBG" or above.lower not in _SAYING:
        return False
    blames = reader.clauses.verb_lemmas(reader.sentence.tokens[above.head])
    return not _BLAMES.isdisjoint(blames)


def _is_over_situation(reader: ActReader, act: Act) -> bool:
    groups, clauses = reader.vocabulary.groups, reader.clauses
    if reader.words.isdisjoint(groups["fears"]):
        return False
    if reader.words.isdisjoint(groups["situations"]) and "between" not in reader.words:
        return False
    fears = [t for t in (*act.trigger, *reader.things(act)) if not groups["fears"].isdisjoint(clauses.words(t))]
    heads = [o for base in (act.head, *fears) for p in _OVER for o in clauses.under(base, p)] if fears else []
    heads += [c for h in heads for c in reader.sentence.children(h, "conj")]
    return bool(heads) and all(
        not groups["situations"].isdisjoint(clauses.words(h)) or is_trouble_between(clauses, h) for h in heads
    )


def without_unlikely(reader: ActReader, act: Act) -> Act:
    """The act without a target that it spares ("will let nobody threaten Chad"), or that may be anybody ("all sides")."""
    if act.event == "REJECT" and _is_spared(reader, act):
        return replace(act, target=())
    if act.event == "ACCUSE" and act.object is not None and act.object.lower in _COMPLAINTS:
        return replace(act, target=tuple(r for r in act.target if not _is_addressed(reader, r)))
    if act.event == "REJECT" and act.object is not None:
        lets = act.object.lower in _ANYBODY and not _LETS.isdisjoint(reader.clauses.verb_lemmas(act.head))
        return replace(act, target=()) if lets or _meddled_with(reader, act) else act
    if act.event == "REQUEST" and any(_is_everybody(reader, r) for r in act.target):
        return replace(act, target=tuple(replace(r, codes=()) if _is_everybody(reader, r) else r for r in act.target))
    return act


def _is_addressed(reader: ActReader, target: Reference) -> bool:
    """ "Lodged a complaint with the Union": a body to which somebody complains."""
    head = reader.sentence.tokens[target.head]
    body = any(c not in reader.scene.knowledge.states for c in target.codes) and target.sector in (None, "IGO", "JUD")
    return body and head.dep == "pobj" and reader.sentence.tokens[head.head].lower in ("with", "to", "before", "at")


def _meddled_with(reader: ActReader, act: Act) -> bool:
    """ "Opposes any interference in the affairs of Chad": whose affairs they are refuses nothing, and nothing is refused them."""
    if act.object is None or act.object.lower not in _MEDDLING or reader.clauses.under(act.object, "by"):
        return False
    within = {t.i for t in reader.sentence.subtree(act.object)}
    return all(r.head in within for r in act.target)


def _is_spared(reader: ActReader, act: Act) -> bool:
    """ "Will not let its soil be used against Chad": what is refused is refused to others than Chad."""
    if not act.target or reader.words.isdisjoint(_LETS) or "against" not in reader.words:
        return False
    lets = (t for t in reader.sentence if t.i >= act.head.i and not _LETS.isdisjoint(reader.clauses.verb_lemmas(t)))
    below = (t for v in lets for t in reader.sentence.subtree(v) if t.lower == "against")
    spared = {c for a in below for o in reader.sentence.children(a, "pobj") for r in reader.referrer.all(o) for c in r.codes}
    return codes_in(act.target) <= spared


def _is_everybody(reader: ActReader, target: Reference) -> bool:
    """ "All parties", "all sides": whoever they are."""
    head = reader.sentence.tokens[target.head]
    return head.lower in _SIDES and any(c.lower == "all" for c in head.children) and reader.scene.mention_at(head) is None
