"""Acts that go on with a deed told before: who is blamed for "the invasion", whose recognition is taken back, whose offer is
accepted, whose treaty is criticised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.document.retaken import doer_of_the_same
from dragoman.coding.events.act import Act
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.needs.provisos import TREATY
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_DEEDS = word_class("attacks-taken-up-again")
_DONE = word_class("done-just-before")
_TREATIES = frozenset("treaty agreement pact accord".split())
_JUDGES = frozenset({"ACCUSE", "SUPPORT"})
_POINTING = frozenset({"the", "this", "that", "these"})


def remember(reader: ActReader, act: Act) -> None:
    """Keep of a finished act what later sentences may go on with."""
    if act.modality != "actual":
        return
    story, own = reader.scene.story, codes_in(act.source)
    if (act.event == "ASSAULT" or act.mode in ("troops", "seize")) and own and needs.said_by(reader, act.head)[0] is None:
        story.aggressor = tuple(sorted(own))
    if act.mode == "recognition" and not act.reciprocal and codes_in(act.target) - own:
        story.recognised = tuple(sorted(codes_in(act.target) - own))
    if act.event == "AID" and len(codes_in(act.target) - own) == 1:
        story.needy = tuple(codes_in(act.target) - own)


def resumed(reader: ActReader, act: Act) -> tuple[str, ...]:
    """Whom an act is towards that names nobody and goes on with what was told; empty where it does not."""
    thing, own = act.object, codes_in(act.source)
    objects = reader.clauses.objects(act.head) if act.head.tag[0] == "V" and act.event in _JUDGES else []
    signed = reader.scene.story.signatories
    if any(o.lower == "it" for o in objects) and len(signed) > 1 and own.isdisjoint(signed):
        if reader.scene.tells(TREATY, reader.sentence.start, act.head.start):  # which is then "it"
            return signed
    if thing is None or any(r.text and r.codes for r in act.target):
        return ()
    before = [*reader.sentence.tokens[max(0, thing.i - 1) : thing.i], *reader.sentence.children(thing, "det", "poss")]
    if not any(t.lower in _POINTING or t.tag == "PRP$" for t in before):
        return ()
    story, previous = reader.scene.story, reader.referrer.previous
    told: tuple[str, ...] = ()
    if act.event == "ACCUSE" and thing.lower in _DEEDS:
        told = story.aggressor
    elif act.event in ("ACCUSE", "REJECT") and thing.lower in _TREATIES and len(story.signatories) > 1:
        told = story.signatories
    elif act.event == "SANCTION" and thing.lower == "recognition":
        told = story.recognised
    elif act.event == "ACCUSE" and (doer := doer_of_the_same(reader.scene, reader.sentence, thing)) is not None:
        told = (doer,)
    elif act.event in _JUDGES and thing.lower in _DONE and _is_pointed(reader, thing) and previous is not None:
        told = previous.codes if len(previous.codes) == 1 else ()  # "Chad has opened its border. We welcome this step"
    elif act.rule == "accept-plan" and previous is not None and len(previous.codes) == 1:
        told = previous.codes
    return tuple(c for c in told if c not in own) if own else ()


def _is_pointed(reader: ActReader, thing: Token) -> bool:
    """ "This step", right behind the sentence that tells it."""
    previous, start = reader.referrer.previous, reader.sentence.start
    near = previous is not None and "\n" not in reader.scene.document.text[previous.span.end : start]
    return near and any(c.lower in ("this", "that", "these", "such") for c in thing.children)
