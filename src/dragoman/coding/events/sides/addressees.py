"""Whom an act is towards that names nobody: everybody and nobody, the doer of a deed told before, whoever is judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.events.act import VERBAL, Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.sides.whereabouts import spoken_of
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ANYBODY = word_class("anybody")
_ADDRESSING = word_class("turned-to-somebody")
# Acts whose object is people or things that were taken from somebody.
_TAKEN = {("RETREAT", "release"), ("COERCE", "arrest"), ("COERCE", "seize"), ("ASSAULT", "abduct")}
_DEEDS = word_class("decisions-and-steps")
_THANKS = word_class("thanks")
_SUCH = frozenset({"such", "this", "these", "that", "those"})
_SAID_TO = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})


def judged(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an organ condemns or punishes without naming them: who did what went before ("when Chad declared war, the Council
    imposed sanctions"), else the only state that the text names.
    """
    if act.event not in ("SANCTION", "ACCUSE") or act.source[0].sector in CIVIL:
        return []
    own, most = act.source[0], reader.scene.discourse.most
    if not own.codes[0].startswith("UN"):
        about = reader.scene.discourse.about  # "The board suspended the shipments", in a text on one state
        return [Reference((about,), None, "", own.span, act.head.i)] if about and not spoken_of(reader, act) else []
    opened = [reader.sentence.head(t) for t in reader.sentence.tokens[: act.head.i] if t.lower in ("when", "after")]
    before = [c for c in opened if c is not None and c.tag[0] == "V" and c.i < act.head.i]
    doers = [r for c in before for r in reader.subjects_meant(c) if r.codes]
    if doers:
        return doers[:1]
    traders = [r for o in reader.clauses.under(act.head, "by") for r in reader.referrer.all(o) if r.codes]
    if traders and act.event == "SANCTION" and not reader.clauses.is_passive(act.head):
        return traders  # "prohibited all exports by Chad"
    alone = len(most) == 1 and not spoken_of(reader, act)
    return [Reference((most[0][0],), None, "", own.span, act.head.i)] if alone else []


def on_whom_it_speaks(reader: ActReader, act: Act) -> list[Reference]:
    """What an organisation asks, refuses, offers or threatens in its own statement on one state: of that state."""
    two, own = reader.scene.discourse.between, codes_in(act.source)
    asks = act.event in _SAID_TO and act.source[0].sector in (None, "IGO") and reader.scene.speaker(act.head.start) in own
    if not asks or not own < set(two) or spoken_of(reader, act):
        return []
    facing = reader.scene.discourse.opposite(tuple(own), reader.sentence.start)
    return list(implied(facing, act.source[0].span, act.head.i))


def shared(reader: ActReader, act: Act) -> Act:
    """ "Protested to India and asked for the withdrawal of its guards": what is said beside, to nobody named, is said to whom
    the first was said.
    """
    if act.event not in VERBAL or act.head.dep != "conj" or any(r.codes for r in act.target) or not act.source:
        return act
    first, own = reader.sentence.tokens[act.head.head], codes_in(act.source)
    if first.tag[0] != "V" or reader.clauses.is_passive(first) or reader.sentence.children(act.head, "nsubj", "nsubjpass"):
        return act
    if _ADDRESSING.isdisjoint(reader.clauses.verb_lemmas(first)) or asks_all(reader, act.head):
        return act
    told = [r for r in reader.slots.find(first, None, ["object", "dative", "to"], own) if set(r.codes) - own]
    return replace(act, target=tuple(told[:1])) if told else act


def of_speaker(reader: ActReader, act: Act) -> Act:
    """ "Egypt said that Iraq had released twelve of its fishermen", "had fired on its post": those of whoever says so, not of
    who held or struck them.
    """
    struck = act.event == "ASSAULT" and not act.target
    if act.head.dep != "ccomp" or not (struck or (act.event, act.mode) in _TAKEN):
        return act
    if not struck and codes_in(act.target) != codes_in(act.source):
        return act
    things = [*reader.clauses.objects(act.head), *(h for p in ("on", "at") for h in reader.clauses.under(act.head, p))]
    owned = [t for o in things for t in reader.sentence.subtree(o) if t.tag == "PRP$"]
    says = reader.sentence.tokens[act.head.head]
    if not owned or not (act.target or struck) or says.tag[0] != "V":
        return act
    speakers = [r for r in reader.subjects_meant(says) if r.codes]
    if len(speakers) != 1 or set(speakers[0].codes) & codes_in(act.source):
        return act
    if struck:
        return replace(act, target=implied(speakers[0].codes, act.source[0].span, act.head.i))
    return replace(act, target=tuple(replace(r, codes=speakers[0].codes) for r in act.target))


def is_anybody(reader: ActReader, act: Act) -> bool:
    """Whether it is towards states that nobody is named of: "against countries that join no attack", "required member states
    to return workers".
    """
    against = {"against", "to", "towards", "toward"}
    return (act.event == "REQUEST" and asks_all(reader, act.head)) or any(
        t.dep == "pobj" and reader.sentence.tokens[t.head].lower in against for t in _unnamed_states(reader, act.head)
    )


def asks_all(reader: ActReader, verb: Token) -> bool:
    """Whether what a verb asks is asked of states that nobody is named of: "required member states to", "called on states to"."""
    tokens = reader.sentence.tokens
    return any(
        (t.dep in ("dobj", "nsubj") and t.head >= verb.i)
        or (t.dep == "pobj" and tokens[t.head].lower in ("on", "upon", "to") and tokens[t.head].head == verb.i)
        for t in _unnamed_states(reader, verb)
    )


def _unnamed_states(reader: ActReader, verb: Token) -> Iterator[Token]:
    """The words under a verb and after it that mean states of no name."""
    if reader.words.isdisjoint(_ANYBODY):
        return
    for token in reader.sentence.subtree(verb, without=frozenset({"nsubj", "advcl", "parataxis"})):
        if token.lower in _ANYBODY and token.i > verb.i and not reader.referrer.codes(token):
            yield token


def is_of_deed_before(act: Act) -> bool:
    """Whether what is refused is somebody's deed told before: "would not accept such action"."""
    return act.object is not None and any(
        c.lower in _SUCH or (c.lower == "the" and act.object.lower in _DEEDS) for c in act.object.children
    )


def thanked_by(reader: ActReader, act: Act) -> tuple[Reference, ...]:
    """ "We thank Chad, which opened a line of credit": help that somebody is thanked for went to who thanks."""
    speaker = reader.scene.speaker(act.head.start)
    if act.event != "AID" or act.head.dep != "relcl" or speaker is None or _THANKS.isdisjoint(reader.words):
        return ()
    above = list(reader.sentence.ancestors(act.head))
    thanks = any(a.lower in _THANKS or any(c.lower in _THANKS for c in a.children) for a in above)
    if not thanks or speaker in codes_in(act.source):
        return ()
    return implied((speaker,), reader.sentence.span([act.head]), act.head.i)
