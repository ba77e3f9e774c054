"""What a rule has found so far at a predicate: the words around it, and who stands on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Sectors by what their people do.
ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY", "IMG"})
# Those of them whom a state sends.
FORCES = frozenset({"MIL", "COP", "PRM", "SPY"})
CIVIL = frozenset("CVL EDU LAB AGR OPP REL REF SOC CRM JRN MED BUS PTY NGO REB ELI UNK ISM".split())
# Who travels and talks for others, whatever side they are of.
_DELEGATED = word_class("delegated")
_WORKING = frozenset({"AGR", "LAB", "EDU"})
_FAMILIES = frozenset({"CVL", "EDU", "LAB", "REL"})
# Names that the parser takes for somebody's.
CALENDAR = word_class("calendar")
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY", "COP", "SPY", "ELI"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found so far."""

    reader: ActReader
    verb: Token
    noun: Token | None
    source: Sequence[Reference]
    target: Sequence[Reference]

    @property
    def words(self) -> frozenset[str]:
        """The predicate's own words."""
        return self.reader.around(self.verb).words

    @property
    def near(self) -> frozenset[str]:
        """Those of them that stand close to it."""
        return self.reader.around(self.verb).near

    @property
    def thing(self) -> frozenset[str]:
        """The words of what the predicate is about: its object."""
        if self.noun is None:
            return self.reader.around(self.verb).thing
        return frozenset(t.lower for t in self.reader.sentence.subtree(self.noun))

    @property
    def subject(self) -> frozenset[str]:
        """The words of who does it."""
        return self.reader.around(self.verb).subject


def sectors(references: Sequence[Reference]) -> set[str]:
    """The sectors that references name."""
    return {r.sector for r in references if r.sector}


def is_state(found: Found, code: str) -> bool:
    """Whether a code is of a state."""
    return code in found.reader.scene.knowledge.states


def target_place(found: Found) -> bool:
    """Whether the target is a state."""
    return any(is_state(found, c) for r in found.target for c in r.codes)


def official(found: Found) -> bool:
    """An office, a person who holds one, or a delegation acts; a state's bare name does not travel."""
    scene = found.reader.scene
    for reference in found.source:
        token = found.reader.sentence.tokens[reference.head]
        mention = scene.mention_at(token)
        if token.lower in _DELEGATED:
            return True
        theirs = sectors([reference])
        if theirs & OFFICIAL or (mention is not None and mention.kind in OF_PERSONS):
            return mention is None or mention.kind not in ("capital", "seat")
        if "IGO" in theirs and token.tag.startswith("PRP"):
            return True  # "he": the head of an organisation
    return False


def person(found: Found) -> bool:
    """Whether the target is somebody: by sector or by name."""
    return any(r.sector or found.reader.scene.mention_at(found.reader.sentence.tokens[r.head]) for r in found.target)


def organisation(found: Found) -> bool:
    """Whether the target is an organisation."""
    bodies = [
        c
        for r in found.target
        for c in r.codes
        # The Non-Aligned Movement has the letters of Namibia.
        if not c.startswith("X-") and (r.sector == "IGO" or not is_state(found, c))
    ]
    return bool(bodies) and not sectors(found.target) & {"NGO"}


def foreign(found: Found) -> bool:
    """Whether the target is of another state than the source."""
    own = codes_in(found.source)
    return any(c not in own for r in found.target for c in r.codes)


def target_named(found: Found) -> bool:
    """Whether the target itself is threatened, not "the security" or "the right" of somebody."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    heads = [tokens[r.head] for r in found.target]
    return any(scene.mention_at(h) is not None or scene.role_at(h) is not None for h in heads)


def several(found: Found) -> bool:
    """Several parties, of which not all need be known ("Kissinger and Le Duc Tho", "the government and the miners' union")."""
    codes = codes_in((*found.source, *found.target))
    sentence = found.reader.sentence
    beside = [c for s in found.reader.clauses.subjects(found.verb) for c in sentence.children(s, "conj") if c.tag[0] == "N"]
    if len(sectors(found.source)) > 1 or (codes and _of_two(found)):
        return True
    return len(codes) > 1 or "joint" in found.thing or bool(codes and (beside or len(found.source) > 1)) or bodies(found)


def _of_two(found: Found) -> bool:
    """ "Ruling and opposition deputies", "Shia, Sunni and Kurdish blocs": several kinds of the same people."""
    sentence = found.reader.sentence
    heads = [h for h in found.reader.clauses.subjects(found.verb) if h.tag in ("NNS", "NNPS")]
    kinds = [c for h in heads for c in sentence.children(h, "amod", "nmod", "compound", "poss")]
    return any(sentence.children(k, "conj") for k in kinds)


def peacekeeper(found: Found) -> bool:
    """Whether peacekeepers act."""
    return any("peace" in word for word in found.subject)


def bodies(found: Found) -> bool:
    """Whether an organisation's members act ("ASEAN foreign ministers convened")."""
    plural = any(found.reader.sentence.tokens[r.head].tag.endswith("S") for r in found.source)
    return plural and any(not is_state(found, c) for r in found.source for c in r.codes)


def civilian(found: Found) -> bool:
    """People, not a state or its officials: by sector, or a plural noun that names neither."""
    if found.subject & found.reader.vocabulary.groups["crowds"]:
        return True  # "anti-government protesters" are no government
    if found.source:
        return bool(sectors(found.source) & CIVIL) or (not any(sectors([r]) for r in found.source) and not named(found))
    return any(t.tag in ("NNS", "NNPS", "NN") for t in found.reader.clauses.subjects(found.verb))


def named(found: Found) -> bool:
    """Whether the source is called by a name of its own; so is who is "it" or "he" after one."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    if any(tokens[r.head].lower in ("it", "he", "she") for r in found.source):
        return True
    return any(
        tokens[r.head].lower == "it"  # a state or an organ
        or ((m := scene.mention_at(tokens[r.head])) is not None and m.kind not in ("demonym", "adjective", "body"))
        for r in found.source
    )


def _of_civilians(found: Found) -> bool:
    """ "Convoys of farmers", "a column of truckers": people without arms, whatever they come in."""
    clauses, scene = found.reader.clauses, found.reader.scene
    heads = clauses.subjects(found.verb) if "of" in found.subject else []
    roles = [scene.role_at(o) for h in heads for o in clauses.under(h, "of")]
    kinds = {r.sector for r in roles if r is not None}
    return bool(kinds & _WORKING) and not kinds & ARMED


def armed_source(found: Found) -> bool:
    """Whether the source bears arms; mothers of soldiers do not."""
    armed = found.reader.vocabulary.groups["armed-words"]
    if _of_civilians(found):
        return False
    if sectors(found.source) & _FAMILIES and "of" in found.subject:
        clauses = found.reader.clauses
        heads = clauses.subjects(found.verb)
        near = [t for h in heads for t in (h, *clauses.sentence.children(h, "compound", "amod"))]
        return any(not armed.isdisjoint(clauses.forms(t)) for t in near)
    return bool(sectors(found.source) & ARMED) or bool(found.subject & armed)
