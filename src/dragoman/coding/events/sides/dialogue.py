"""Two who deal with each other over several sentences: whom somebody answers without saying so, and whose captives are let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.document.dealings import Dealing
from dragoman.coding.events.act import FORCE, SPOKEN_AT, Act
from dragoman.coding.events.found import CIVIL
from dragoman.coding.events.sides.addressees import asks_all
from dragoman.coding.events.sides.towards import is_domestic
from dragoman.coding.events.sides.unowned import is_unknown_holder
from dragoman.coding.events.sides.whereabouts import named, spoken_of
from dragoman.coding.who.reference import Reference, codes_in, implied
from dragoman.lexicon.closed import POINTING
from dragoman.lexicon.words import word_class
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_ANSWERS = SPOKEN_AT | {"CONCEDE"}
# After these a promise is made to whoever did them.
_ANSWERED_BY_PROMISE = SPOKEN_AT | {"CONSULT"}
# What answers a hostile deed by cutting ties.
_BREAKING = frozenset({("SANCTION", "withdraw"), ("SANCTION", "discontinue")})
_HOSTILE = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT", "THREATEN", "REJECT"})
_TAKING = frozenset({("COERCE", "seize"), ("COERCE", "arrest"), ("ASSAULT", "abduct")})
_ALIKE = frozenset({"SANCTION", "ACCUSE", "AID"})
_TOO = frozenset({"too", "also", "likewise"})
_LEAVING = word_class("asked-of-intruders")
_INTRUDING = frozenset({"ASSAULT", "COERCE"})
_SAID = word_class("said-to-somebody")
_TOLD_BEFORE = word_class("as-told-before")
_BESIDE = frozenset({"ROOT", "conj", "ccomp", "xcomp", "parataxis"})
_BY_BOTH = frozenset({"AGREE", "CONSULT"})
_SEVERAL = frozenset({"they", "both"})
_ARMIES = frozenset({"MIL", "GOV", None})
_FIRE = frozenset({"fire", "rounds", "shots", "shells"})
# What is done to those who have been taken or turned out.
_SENT_AWAY = frozenset({("SANCTION", "expel"), ("COERCE", "deport")})
_IN_SERVICE = frozenset({"MIL", "COP"})
# So many sentences later an answer may come.
_SENTENCES = 3


def keep(reader: ActReader, act: Act) -> None:
    """Remember who did what to whom, as what the next sentences may answer."""
    source, target = codes_in(act.source), codes_in(act.target)
    if len(source) == 1 and target and not source & target:
        reader.scene.story.dealing = Dealing(tuple(source), tuple(sorted(target)), act.event, act.mode, reader.sentence.end)


def answered(reader: ActReader, act: Act) -> Act:
    """The act with the side that the deed told just before gives it, where its own sentence gives none."""
    last = _last(reader)
    if last is None:
        return act
    own, theirs = codes_in(act.source), codes_in(act.target)
    both = (*last.source, *last.target)
    both_did = last.event != "COERCE" and own | theirs <= {*both} and len(own) < 2  # "arrested ten sailors. They agreed"
    if both_did and not any(r.text for r in act.target) and _is_by_both(reader, act):
        return replace(act, source=implied(both, _span(reader, act), act.head.i), target=(), reciprocal=True)
    if not own and len(theirs) == 1:
        return _by_other(reader, act, last, theirs)
    if len(own) != 1 or (act.reciprocal and act.event != "ASSAULT") or act.modality == "hypothetical":
        return act
    other = _other(last, own)
    if theirs <= own and other and _is_own_service(act):
        return replace(act, target=tuple(replace(r, codes=other) for r in act.target))
    home = act.event == "ASSAULT" and theirs == own and not any(r.text for r in act.target)  # "fired back"
    if (act.target and not home) or set(named(reader)) - own - set(other):
        return act
    codes = other if _turns_to(reader, act, last, own) else () if other else _by_third(reader, act, last)
    return replace(act, target=(Reference(codes, None, "", act.source[0].span, act.head.i),)) if codes else act


def _span(reader: ActReader, act: Act) -> Span:
    return act.source[0].span if act.source else reader.sentence.span([act.head])


def _is_by_both(reader: ActReader, act: Act) -> bool:
    """ "The premier of Chad met the king of Mali. They agreed to meet again", "both later agreed to": the two of the deed before."""
    if act.event not in _BY_BOTH or (act.event == "AGREE" and "agree" not in reader.clauses.verb_lemmas(act.head)):
        return False
    subjects = reader.clauses.subjects(act.head)
    return len(subjects) == 1 and subjects[0].lower in _SEVERAL and not subjects[0].children


def of_the_same(reader: ActReader, act: Act) -> Act:
    """ "Chad arrested a Malian trader. He was put on a flight to Bamako": what is done to whoever was caught or turned out just
    before is done by the same.
    """
    if (act.event, act.mode) not in _SENT_AWAY | {("RETREAT", "release")} or act.source or codes_in(act.target):
        return act
    last, subjects = reader.scene.story.dealing, reader.clauses.subjects(act.head)
    told = [s for s in reader.clauses.objects(act.head) if s.lower in ("he", "she", "they")] or [
        s for s in subjects if s.lower in ("he", "she", "they")
    ]
    if (
        last is None
        or not told
        or not reader.clauses.is_passive(act.head)
        or (last.event, last.mode) not in _SENT_AWAY | _TAKING
    ):
        return act
    if not is_just_told(reader, last) or "by" in reader.words:
        return act
    span = Span(told[0].start, told[0].end)
    return replace(act, source=implied(last.source, span, act.head.i), target=implied(last.target, span, act.head.i))


def _last(reader: ActReader) -> Dealing | None:
    """The deed between two that was told last, in this sentence or just before in the paragraph, with no third named since."""
    last, scene, start = reader.scene.story.dealing, reader.scene, reader.sentence.start
    if last is None or last.end > start:
        return last if last is not None and last.end == reader.sentence.end else None
    reach = next(iter(reversed(scene.before(start, _SENTENCES))), (start, start))[0]
    if last.end < reach or "\n" in scene.document.text[last.end : start]:
        return None
    known = {*last.source, *last.target}
    since = {m.code for m in scene.within(last.end, start) if m.code in scene.knowledge.states and m.kind != "place"}
    return last if since <= known else None


def is_just_told(reader: ActReader, last: Dealing) -> bool:
    """Whether a deed was told in the sentence just before, in one paragraph with this, or in this one."""
    before = reader.scene.just_before(reader.sentence.start)
    return before is not None and last.end >= before[1]


def _other(last: Dealing, own: set[str]) -> tuple[str, ...]:
    if own == set(last.source):
        return last.target
    return last.source if own == set(last.target) else ()


def _by_other(reader: ActReader, act: Act, last: Dealing, theirs: set[str]) -> Act:
    """ "Chad expelled the envoy of Mali. President Dow charged Bamako with": an office whose state nobody names is of the other of
    two; and whoever struck or took people holds them, and lets them go.
    """
    other = _other(last, theirs)
    if not other:
        return act
    if act.source and is_unknown_holder(reader, act.source[0]):
        return replace(act, source=(replace(act.source[0], codes=other), *act.source[1:]))
    freed = (act.event, act.mode) == ("RETREAT", "release") and (last.event, last.mode) in _TAKING
    taken = (act.event, act.mode) in _TAKING and last.event in FORCE | {"MOBILIZE"}
    sent = (act.event, act.mode) in _SENT_AWAY and (last.event, last.mode) in _SENT_AWAY | _TAKING
    if (freed or taken or sent) and not act.source and set(last.target) == theirs and reader.clauses.is_passive(act.head):
        return replace(act, source=(Reference(other, None, "", act.target[0].span, act.head.i),))
    return act


def _is_own_service(act: Act) -> bool:
    """ "Freed the gendarmes": a state lets go, and strikes, no soldiers of its own, whom no word gives a state."""
    if (act.event, act.mode) != ("RETREAT", "release") or not act.target or any(r.sector == "JUD" for r in act.source):
        return False
    return all(r.sector in _IN_SERVICE and r.text.islower() for r in act.target)


def _turns_to(reader: ActReader, act: Act, last: Dealing, own: set[str]) -> bool:
    """Whether what somebody says or does to nobody named answers the other of two, or goes on with what was said to them."""
    if act.event == "ASSAULT":
        things = reader.clauses.objects(act.head)
        if things and all(o.tag == "NNP" and reader.scene.mention_at(o) is None for o in things):
            return not _of_no_state(reader, act)  # "attacked Ongiva", wherever that is
        struck = last.event == "ASSAULT" and own == set(last.target)
        return struck and all(o.lower in _FIRE for o in things)  # "returned the fire"
    if any(r.sector in CIVIL for r in act.source) or asks_all(reader, act.head):
        return False
    promises = act.event == "AGREE" and last.event in _ANSWERED_BY_PROMISE and own == set(last.target)
    breaks = (act.event, act.mode) in _BREAKING and last.event in _HOSTILE
    if not (promises or breaks or act.event in _ANSWERS) or is_domestic(reader, act) or set(spoken_of(reader, act)) - own:
        return False
    if act.event == "REJECT" and not _is_answer(reader, act):
        return False
    if last.end == reader.sentence.end:
        return act.head.dep in _BESIDE
    if own == set(last.target) or any(s.tag == "PRP" for s in reader.clauses.subjects(act.head)):
        return True
    return last.mode == "letter" and {"in", "it"} <= reader.words  # "handed over a note. In it the cabinet threatened to"


def _of_no_state(reader: ActReader, act: Act) -> bool:
    """Whether somebody strikes who is no army of a state."""
    return not codes_in(act.source) <= reader.scene.knowledge.states or not {r.sector for r in act.source} <= _ARMIES


def _is_answer(reader: ActReader, act: Act) -> bool:
    """ "Chad refused", "rejected the appeal": what was said, and nothing that it will not have of itself."""
    things = [o for o in reader.things(act) if o.tag[0] in "NP"]
    return all(o.lower in _SAID and any(c.lower in POINTING for c in o.children) for o in things)


def _by_third(reader: ActReader, act: Act, last: Dealing) -> tuple[str, ...]:
    """ "Chad seized the post. The Council demanded a withdrawal": of who came, whoever asks; "Chad, too, stopped its aid": as who
    did before.
    """
    if not is_just_told(reader, last):
        return ()
    if act.event == last.event and act.event in _ALIKE and not _TOO.isdisjoint(reader.words):
        return last.target
    if act.event != "REQUEST" or last.event not in _INTRUDING:
        return ()
    freeing = "release" not in reader.words or (last.event, last.mode) in _TAKING
    return last.source if freeing and not reader.words.isdisjoint(_LEAVING) else ()


def doing_before(reader: ActReader, act: Act, own: set[str]) -> tuple[str, ...]:
    """ "Chad broke off relations with Mali, a move that Mali condemned": whoever did what the clause before told."""
    deed = reader.sentence.head(act.head)
    if deed is None or act.head.dep not in ("relcl", "acl") or deed.lower not in _TOLD_BEFORE or deed.tag != "NN":
        return ()
    article = next((c for c in deed.children if c.dep == "det" and c.lower in ("a", "an")), None)
    verb = reader.sentence.verb_above(deed)
    if article is None or verb is None or reader.sentence.tokens[article.i - 1].text != ",":
        return ()
    if deed.dep not in ("appos", "npadvmod", "dobj", "conj", "dep"):
        return ()
    return tuple(c for c in sorted(codes_in(reader.subjects_meant(verb))) if c not in own)
