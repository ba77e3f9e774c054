"""Rules of events: verbs and nouns, what must hang on them, what changes them, and the types that they tell."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Context(Entry, frozen=True, kw_only=True):
    """What an event is about: told by words near it, by the act itself ("CONSULT/visit"), or by who its parties are."""

    id: str
    words: list[str]
    acts: list[str] = []
    sectors: list[str] = []
    offices: list[str] = []


class Group(Entry, frozen=True, kw_only=True):
    """A named set of lemmas that event rules refer to as `@name`."""

    name: str
    words: list[str]


class EventRule(Entry, frozen=True, kw_only=True):
    """A pattern for events: a verb (or event noun), what must hang on it, and who plays which part.

    `verbs`, `nouns`: lemmas that set it off. `object`: lemmas (or `@group`) of which one must be its object;
    `with_prep`: prepositions of which one must hang on it, with `prep_object` as their object where given;
    `particle`: of which one must follow. `source`, `target`: slots tried in order ("subject", "object", "by", a
    preposition, "object:of" for a preposition under the object, "object:poss"). `reciprocal`: acting alike where no
    target is found. `domestic`: where nobody else is named, the target is of the source's own state. `needs`: parts
    without which there is no event. `subject`, `thing`, `words`: words of which one must stand in its subject, in its
    object, or anywhere among its own words; `unless`: words of which none may. More specific rules win over less
    specific ones.
    """

    rule: str
    event: str
    mode: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    object: list[str] = []
    with_prep: list[str] = []
    prep_object: list[str] = []
    particle: list[str] = []
    source: list[str] = []
    target: list[str] = []
    reciprocal: bool = False
    domestic: bool = False
    needs: list[str] = []
    subject: list[str] = []
    thing: list[str] = []
    words: list[str] = []
    unless: list[str] = []
    score: float | None = None
    modality: str | None = None


class Operator(Entry, frozen=True, kw_only=True):
    """A verb or noun that changes what the act below it is: promise, refuse, request, threaten, accuse, stop, start,
    try, say, deny, hint, tell, schedule; `hold` only reports.
    """

    kind: str
    verbs: list[str] = []
    nouns: list[str] = []
    phrases: list[str] = []


class LightVerb(Entry, frozen=True, kw_only=True):
    """Verbs that say nothing themselves: the act is in the noun that they govern."""

    verbs: list[str]


class PhrasalVerb(Entry, frozen=True, kw_only=True):
    """Verbs that with one of `particles` say what the plain verb `means` says: "call off" as "cancel". Without `means` they
    say something else than they do alone, and only rules hold that name the particle: "storm out".

    `before`: prepositions of which one must follow, whose noun is what it is done to ("press ahead with" as "continue").
    `whole`: and no longer what they say without ("press").
    """

    verbs: list[str]
    particles: list[str]
    before: list[str] = []
    means: str | None = None
    whole: bool = False


class Figure(Entry, frozen=True, kw_only=True):
    """Verbs that with one of `objects` tell nothing of what they tell with others ("lock arms", "bury their differences"):
    only rules that name that object hold.
    """

    verbs: list[str]
    objects: list[str]


class EventType(Entry, frozen=True, kw_only=True):
    """A type of the ontology: its quad and scores, and what it turns into under each operator."""

    event: str
    quad: str
    score: float
    modes: dict[str, float] = {}
    ours: list[str] = []


class Weights(Entry, frozen=True, kw_only=True):
    """What speaks for and against a sentence's telling of states at all, in log odds: `base`, and by each weight the hints
    that have it, parted by spaces (`coding/relevance.py`). Below `floor` it tells nothing of them.
    """

    base: float
    floor: float
    weights: dict[str, str]
