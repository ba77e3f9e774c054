"""Acts that go on with a deed told before: who is blamed for "the invasion", whose recognition is taken back, whose offer is
accepted, whose treaty is criticised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.document.dealings import Visit
from dragoman.coding.document.retaken import doer_of_the_same
from dragoman.coding.events.act import Act
from dragoman.coding.events.needs import table as needs
from dragoman.coding.events.needs.provisos import TREATY
from dragoman.coding.events.sides.dialogue import keep
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

DEEDS = word_class("attacks-taken-up-again")
_CAMPAIGNS = word_class("campaigns")
_DONE = word_class("done-just-before")
_GIVEN = word_class("given-just-before")
_TREATIES = frozenset("treaty agreement pact accord".split())
_JUDGES = frozenset({"ACCUSE", "SUPPORT"})
_POINTING = frozenset({"the", "this", "that", "these"})


def remember(reader: ActReader, act: Act) -> None:
    """Keep of a finished act what later sentences may go on with."""
    if act.modality != "actual":
        return
    keep(reader, act)
    story, own = reader.scene.story, codes_in(act.source)
    if (act.event == "ASSAULT" or act.mode in ("troops", "seize")) and own and needs.said_by(reader, act.head)[0] is None:
        story.aggressor, story.unowned = tuple(sorted(own)), False
    elif act.event == "ASSAULT" and not own:
        story.aggressor, story.unowned = (), True
    if act.event == "ASSAULT" and len(own) == 1 and codes_in(act.target) - own:
        story.invader, story.invaded = tuple(own), tuple(sorted(codes_in(act.target) - own))
    if act.mode == "recognition" and not act.reciprocal and codes_in(act.target) - own:
        story.recognised = tuple(sorted(codes_in(act.target) - own))
    if act.mode == "visit" and act.event == "CONSULT" and own and codes_in(act.target) - own:
        hosts = tuple(sorted(codes_in(act.target) - own))
        story.visit = Visit(tuple(sorted(own)), hosts, reader.sentence.end)
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
    if act.event == "ACCUSE" and thing.lower in DEEDS:
        told = story.invader if thing.lower in _CAMPAIGNS and own & set(story.invaded) else story.aggressor
    elif act.event in ("ACCUSE", "REJECT") and thing.lower in _TREATIES and len(story.signatories) > 1:
        told = story.signatories
    elif act.event == "SANCTION" and thing.lower == "recognition":
        told = story.recognised
    elif act.event == "ACCUSE" and (doer := doer_of_the_same(reader.scene, reader.sentence, thing)) is not None:
        told = (doer,)
    elif act.event in _JUDGES and thing.lower in _DONE and _is_pointed(reader, thing) and previous is not None:
        told = previous.codes if len(previous.codes) == 1 else ()  # "Chad has opened its border. We welcome this step"
    elif act.event in _JUDGES and thing.lower in _GIVEN and previous is not None and _is_bare(reader, thing):
        told = previous.codes if len(previous.codes) == 1 else ()  # "welcomed the offer"
    elif act.rule == "accept-plan" and previous is not None and len(previous.codes) == 1:
        told = previous.codes
    return tuple(c for c in told if c not in own) if own else ()


def _is_bare(reader: ActReader, thing: Token) -> bool:
    """ "The offer", right behind the sentence that tells it, and no word says whose."""
    return [c.lower for c in thing.children] == ["the"] and _is_near(reader)


def _is_pointed(reader: ActReader, thing: Token) -> bool:
    """ "This step", right behind the sentence that tells it."""
    return _is_near(reader) and any(c.lower in ("this", "that", "these", "such") for c in thing.children)


def _is_near(reader: ActReader) -> bool:
    """Whether the sentence before stands in the same paragraph and is the one that tells whom `previous` is."""
    previous, start = reader.referrer.previous, reader.sentence.start
    before = reader.scene.just_before(start)
    return previous is not None and before is not None and previous.span.start >= before[0]
