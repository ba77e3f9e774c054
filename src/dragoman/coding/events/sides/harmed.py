"""Whom a deed that is blamed was done to: "condemned the aggression against Chad" blames nobody of Chad."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.events.sides.resumed import resumed
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_HARMS = word_class("harms")
# Deeds of which "of" names whom they are done to; with the others it may name who does them.
_DONE_TO = word_class("done-to-somebody")
_USED = frozenset({"use", "resort", "recourse"})
_TO = ("against", "on", "upon")
_AGAINST = frozenset({"ACCUSE", "REJECT"})
_LAUNCHED = word_class("attacking-in-words")
_OWN = frozenset({"its", "their", "his", "her", "our"})


def on_doer(reader: ActReader, act: Act) -> Act:
    """ "Condemned the sinking of the cruiser by a Chadian submarine": who did the deed is blamed, not who it was done to."""
    if act.event not in _AGAINST or "by" not in reader.words:
        return act
    heads = reader.things(act)
    deeds = [h for h in heads if h.tag in ("NN", "NNS", "VBG") and reader.clauses.under(h, "of")]
    # "Rejects the occupation of Mali by Chad", in which the parser hangs "by" on the verb.
    above = [act.head] if act.head.tag[0] == "V" and not reader.clauses.is_passive(act.head) else []
    named = deeds and [*deeds, *(above if any(h.lower in _DONE_TO for h in deeds) else ())]
    doers = [r for h in named for o in reader.clauses.under(h, "by") for r in reader.referrer.all(o) if r.codes]
    own = codes_in(act.source) or {reader.scene.speaker(act.head.start) or ""}
    if not doers and codes_in(act.target) <= own:  # "the listing of our port, decided by Chad"
        made = [c for h in deeds for c in reader.sentence.children(h, "acl") if c.tag == "VBN"]
        doers = [r for c in made for o in reader.clauses.under(c, "by") for r in reader.referrer.all(o) if r.codes]
    return replace(act, target=tuple(doers)) if doers and codes_in(doers) != codes_in(act.source) else act


def without_harmed(reader: ActReader, act: Act) -> Act:
    """The act without those whom the blamed deed was done to; whoever the text says did it stays."""
    if act.event not in _AGAINST or not act.target:
        return act
    if act.rule == "refuse" and act.mode == "yield":
        return act  # "refuses to end its embargo on Cuba": no deed of another
    if not reader.words.isdisjoint(_OWN):
        act = replace(act, target=tuple(r for r in act.target if not _is_own(reader, act, r)))
    if reader.words.isdisjoint(_HARMS | _DONE_TO | _USED):
        return act
    if not _LAUNCHED.isdisjoint(reader.clauses.verb_lemmas(act.head)):
        return act  # "launched a scathing attack on Chad": what is said, and no deed that is blamed
    heads = reader.things(act)
    deeds = [h for h in heads if h.lower in _HARMS | _DONE_TO]
    suffer = [o for deed in deeds for p in _TO for o in reader.clauses.under(deed, p)]
    if "blame" in reader.clauses.verb_lemmas(act.head):  # "blamed the raid on Chad on Lima": Lima is said to have done it
        laid = [o for deed in deeds for o in reader.clauses.under(deed, "on")]
        suffer = [o for o in suffer if o.i != max((o.i for o in laid), default=-1)]
    if "by" not in reader.words:  # "the shelling of villages in Chad by rebels", who are of Chad as well
        suffer += [o for h in heads if h.lower in _DONE_TO for o in reader.clauses.under(h, "of")]
    used = [o for h in heads if h.lower in _USED for o in reader.clauses.under(h, "against")]
    suffer += used
    harmed = {c for o in suffer for r in reader.referrer.all(o) for c in r.codes}
    if not harmed:  # "force against civilians", of no state that a word says
        return replace(act, target=tuple(r for r in act.target if all(r.head != o.i for o in used)))
    doers = {c for deed in deeds for c in reader.referrer.modifier_codes(deed)}
    kept = tuple(r for r in act.target if not set(r.codes) <= harmed - doers)
    told = resumed(reader, replace(act, target=())) if not kept else ()
    return replace(act, target=implied(told, act.target[0].span, act.head.i) if told else kept)


def _is_own(reader: ActReader, act: Act, blamed: Reference) -> bool:
    """ "Voiced concern over the detention of its fishermen": its own people, who are not blamed but named under a deed."""
    head = reader.sentence.tokens[blamed.head]
    if head.dep != "pobj" or not set(blamed.codes) <= codes_in(act.source):
        return False
    if any(c.lower in _OWN for c in reader.sentence.children(head, "poss")):
        return True  # or "over the activity of gangs near its border"
    beside = [o for p in reader.sentence.children(head, "prep") for o in reader.sentence.children(p, "pobj")]
    return any(c.lower in _OWN for o in beside for c in reader.sentence.children(o, "poss"))
