"""Whether the words of a sentence can set off an event at all: asked before the parse, so it may say yes too often, never no."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Set

from dragoman.coding.events.act import VERBAL
from dragoman.coding.events.found import ARMED, OFFICIAL
from dragoman.coding.events.sides.parties import PUBLIC
from dragoman.coding.events.sides.towards import MATERIAL
from dragoman.coding.names.mentions import Mention, RoleMention
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.coding.who.twins import TWINS
from dragoman.lexicon.closed import OUGHT
from dragoman.lexicon.entries import EventRule, Operator

# Operators that only pass on what stands below them; that has triggers of its own.
_TRANSPARENT = frozenset({"say", "deny", "start", "try", "stop", "schedule"})
# Those that tell a verbal act of somebody.
_SPOKEN = frozenset({"promise", "refuse", "request", "threaten", "accuse", "tell", "hint"})
# Marks of what a sentence names, which stand among its words: a sector, somebody by name, a state, several states.
_NAMED, _STATE, _STATES = "<name>", "<state>", "<states>"
# Words that may stand for whoever a rule needs.
STANDING_FOR: frozenset[str] = frozenset(TWINS) | frozenset(
    "he him his she her hers it its they them their theirs both i me my we us our ours you your two who which side sides parties "
    "states countries nations governments powers others relations intergovernmental bilateral joint mixed".split()
)
_NOT = frozenset("not no never nor neither none nothing cannot t".split())


def marks(mentions: Iterable[Mention], roles: Iterable[RoleMention], states: Container[str], *, at_home: bool) -> set[str]:
    """What a sentence names, as words that a trigger may ask for; codes in `states` are those of states.

    `at_home`: the text says otherwise whose people "the police" are, by its speaker or dateline.
    """
    out = {f"<{r.sector}>" for r in roles if r.sector} | ({_NAMED} if at_home else set())
    named = set()
    for mention in mentions:
        out.add(_NAMED)
        if mention.sector:
            out.add(f"<{mention.sector}>")
        if mention.code in states:
            named.add(mention.code)
    return out | ({_STATE} if named else set()) | ({_STATES} if len(named) > 1 else set())


def _sectors(sectors: Iterable[str]) -> frozenset[str]:
    return STANDING_FOR | {f"<{s}>" for s in sectors}


# What must stand in a sentence for a need of a rule to be met; see coding/events/needs/table.py.
_FOR_NEEDS = {
    "source-armed": _sectors(ARMED),
    "source-official": _sectors(OFFICIAL) | {_NAMED},
    "source-party": _sectors(("PTY", "OPP")),
    "source-business": _sectors(("BUS", "MNC")),
    "source-state": STANDING_FOR | {_STATE},
    "target-place": STANDING_FOR | {_STATE},
    "object-place": STANDING_FOR | {_STATE},
    "two-states": STANDING_FOR | {_STATES},
    "target-organisation": STANDING_FOR | {_NAMED},
    "will-not": _NOT,
}


# Who must be named for what a rule tells to be kept; see `parties.known_by_role`.
_SPEAKERS = _sectors(PUBLIC) | {_NAMED}
_ANYBODY = STANDING_FOR | {_NAMED}


class Triggers:
    """The forms that set off an event by themselves, and those that do so beside other words only."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        operators = (*vocabulary.verb_operators.values(), *vocabulary.noun_operators.values())
        beside: dict[str, set[tuple[frozenset[str], ...]]] = {word: {(_SPEAKERS,)} for word in OUGHT}
        for phrase in (phrase.split() for each in operators for o in each if _asked(o) for phrase in o.phrases):
            beside.setdefault(phrase[0], set()).add(tuple(frozenset({word}) for word in phrase[1:]))
        for form, lemmas in vocabulary.noun_lemmas.items():
            for lemma in lemmas:
                for operator in vocabulary.noun_operators.get(lemma, ()):
                    beside.setdefault(form, set()).update(_asked(operator))
                for rule in vocabulary.noun_rules.get(lemma, ()):
                    beside.setdefault(form, set()).add(tuple(self._doers(rule)))
        armed = _FOR_NEEDS["source-armed"] | vocabulary.groups["armed-words"]
        wanted: dict[int, tuple[frozenset[str], ...]] = {}
        for form, lemmas in vocabulary.verb_lemmas.items():
            for lemma in lemmas:
                for operator in vocabulary.verb_operators.get(lemma, ()):
                    beside.setdefault(form, set()).update(_asked(operator))
                for rule in vocabulary.verb_rules.get(lemma, ()):
                    if id(rule) not in wanted:
                        wanted[id(rule)] = (*vocabulary.asked[id(rule)], *self._doers(rule), *self._needed(rule, armed))
                    beside.setdefault(form, set()).add(wanted[id(rule)])
        self._alone = frozenset(form for form, asked in beside.items() if () in asked)
        self._beside = {form: sorted(asked, key=len) for form, asked in beside.items() if form not in self._alone}

    @staticmethod
    def _doers(rule: EventRule) -> Iterator[frozenset[str]]:
        if rule.event in VERBAL:
            yield _SPEAKERS
        elif rule.event not in MATERIAL:
            yield _ANYBODY

    @staticmethod
    def _needed(rule: EventRule, armed: frozenset[str]) -> Iterator[frozenset[str]]:
        yield from (armed if need == "source-armed" else _FOR_NEEDS[need] for need in rule.needs if need in _FOR_NEEDS)

    def any_in(self, words: Set[str]) -> bool:
        """Whether `words`, a sentence's in small letters and its `marks`, hold a trigger with all that its rule asks for."""
        if not words.isdisjoint(self._alone):
            return True
        for word in words & self._beside.keys():
            for asked in self._beside[word]:
                for group in asked:
                    if words.isdisjoint(group):
                        break
                else:
                    return True
        return False


def _asked(operator: Operator) -> list[tuple[frozenset[str], ...]]:
    """What must stand beside an operator for it to act: somebody who speaks, where what it tells is a verbal act."""
    if operator.kind in _TRANSPARENT:
        return []
    return [(_SPEAKERS,) if operator.kind in _SPOKEN else ()]
