"""Conditions that event rules may name in `needs`, each a function on one screen with the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.attribution import saying
from dragoman.coding.reference import Reference
from dragoman.language.parse import Token
from dragoman.text import Span

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader

ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY", "IMG"})
CIVIL = frozenset({"CVL", "EDU", "LAB", "AGR", "OPP", "REL", "REF", "SOC", "CRM", "JRN", "MED", "BUS", "PTY", "NGO", "REB", "ELI", "UNK", "ISM"})
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY", "COP", "SPY", "ELI"})
BAD_NAMES = ("violat", "threat", "terror", "aggress", "crim", "illegal", "provocat", "evil", "rogue", "enem", "invader", "occup", "murder",
             "dictat", "danger", "hostile", "abuse", "sham", "blackmail", "liar", "puppet", "imperial", "traitor", "unacceptable")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found so far."""

    reader: ActReader
    verb: Token
    noun: Token | None
    source: Sequence[Reference]
    target: Sequence[Reference]
    words: Sequence[Token]

    @property
    def text(self) -> str:
        """The predicate's own words in lower case."""
        tokens = self.reader.sentence.subtree(self.verb, without=frozenset({"advcl", "ccomp", "relcl", "parataxis"}))
        return " ".join(t.lower for t in tokens)

    @property
    def thing(self) -> str:
        """What the predicate is about: the words of its object."""
        heads = [self.noun] if self.noun is not None else self.reader.clauses.objects(self.verb)
        return " ".join(t.lower for h in heads for t in self.reader.sentence.subtree(h))


def _sectors(references: Sequence[Reference]) -> set[str]:
    return {r.sector for r in references if r.sector}


def _is_state(found: Found, code: str) -> bool:
    return code in found.reader.scene.knowledge.states


def _target_place(found: Found) -> bool:
    return any(_is_state(found, c) for r in found.target for c in r.codes)


def _official(found: Found) -> bool:
    """An office, a person who holds one, or a delegation acts; a state's bare name does not travel."""
    scene = found.reader.scene
    for reference in found.source:
        token = found.reader.sentence.tokens[reference.head]
        mention = scene.mention_at(token)
        if _sectors([reference]) & OFFICIAL or (mention is not None and mention.kind in ("person", "holder")):
            return mention is None or mention.kind not in ("capital", "seat")
    return False


def _person(found: Found) -> bool:
    return any(r.sector or found.reader.scene.mention_at(found.reader.sentence.tokens[r.head]) for r in found.target)


def _organisation(found: Found) -> bool:
    return any(not _is_state(found, c) and not c.startswith("X-") for r in found.target for c in r.codes) and not _sectors(found.target) & {"NGO"}


def _foreign(found: Found) -> bool:
    own = {c for r in found.source for c in r.codes}
    return any(c not in own for r in found.target for c in r.codes)


def _target_named(found: Found) -> bool:
    """Whether the target itself is threatened, not "the security" or "the right" of somebody."""
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    heads = [tokens[r.head] for r in found.target]
    return any(scene.mention_at(h) is not None or scene.role_at(h) is not None for h in heads)


def _several(found: Found) -> bool:
    codes = {c for r in (*found.source, *found.target) for c in r.codes}
    return len(codes) > 1 or "joint" in found.thing.split()


def _bomb(found: Found) -> bool:
    subjects = found.reader.clauses.subjects(found.verb)
    return any(t.lower.rstrip("s") in ("bomb", "bombing", "explosion", "blast", "mine", "attack", "raid", "rocket", "car-bomb", "shell", "strike", "airstrike", "shelling") for t in subjects)


def _peacekeeper(found: Found) -> bool:
    subjects = found.reader.clauses.subjects(found.verb)
    return any("peace" in t.lower for s in subjects for t in found.reader.sentence.subtree(s))


def _subject_words(found: Found) -> list[Token]:
    return [t for s in found.reader.clauses.subjects(found.verb) for t in found.reader.sentence.subtree(s)]


def _aircraft(found: Found) -> bool:
    words = {t.lower for t in _subject_words(found)}
    return bool(words & {"jets", "warplanes", "aircraft", "drones", "drone", "bombers", "planes", "helicopters", "missiles", "rockets", "airstrikes",
                         "artillery", "shells", "missile", "warplane", "jet"})  # fmt: skip


def _bodies(found: Found) -> bool:
    """Whether an organisation's members act ("ASEAN foreign ministers convened")."""
    plural = any(found.reader.sentence.tokens[r.head].tag.endswith("S") for r in found.source)
    return plural and any(not _is_state(found, c) for r in found.source for c in r.codes)


def _civilian(found: Found) -> bool:
    """People, not a state or its officials: by sector, or a plural noun that names neither."""
    if found.source:
        return bool(_sectors(found.source) & CIVIL) or not any(_sectors([r]) for r in found.source) and not _named(found)
    return any(t.tag in ("NNS", "NNPS", "NN") for t in found.reader.clauses.subjects(found.verb))


def _named(found: Found) -> bool:
    scene, tokens = found.reader.scene, found.reader.sentence.tokens
    return any((m := scene.mention_at(tokens[r.head])) is not None and m.kind not in ("demonym", "body") for r in found.source)


def _armed_source(found: Found) -> bool:
    subject = " ".join(t.lower for s in found.reader.clauses.subjects(found.verb) for t in found.reader.sentence.subtree(s))
    return bool(_sectors(found.source) & ARMED) or any(w in subject for w in ("troop", "force", "soldier", "tank", "warship", "missile"))


NEEDS: dict[str, Callable[[Found], bool]] = {
    "target": lambda f: bool(f.target),
    "target-place": _target_place,
    "target-person": _person,
    "target-organisation": _organisation,
    "target-foreign": _foreign,
    "target-named": _target_named,
    "target-or-several": lambda f: bool(f.target) or _several(f),
    "source-official": _official,
    "source-civilian": _civilian,
    "source-armed": _armed_source,
    "source-peacekeeper": _peacekeeper,
    "source-state": lambda f: any(_is_state(f, c) for r in f.source for c in r.codes),
    "source-or-target": lambda f: bool(f.source or f.target),
    "source-or-court": lambda f: bool(f.source) or "court" in f.text,
    "armed": lambda f: _armed_source(f) or bool(_sectors(f.source) & ARMED),
    "several": _several,
    "passive": lambda f: f.verb.tag[0] == "V" and f.reader.clauses.is_passive(f.verb),
    "future": lambda f: f.reader.clauses.is_future(f.verb),
    "object-sanction": lambda f: "sanction" in f.thing or "embargo" in f.thing,
    "object-restricting": lambda f: any(w in f.thing for w in ("restrict", "limit", "ban", "block", "curb", "embargo", "sanction")),
    "object-martial": lambda f: any(w in f.thing for w in ("martial", "emergency", "siege")),
    "object-phone": lambda f: "phone" in f.thing or "telephone" in f.thing or "video" in f.thing,
    "not-armed": lambda f: not _armed_source(f) and not _aircraft(f) and "tariff" not in f.text,
    "to-leave": lambda f: any(w in f.text.split() for w in ("leave", "depart", "quit", "out")),
    "three": lambda f: len({c for r in (*f.source, *f.target) for c in r.codes}) > 2 or _bodies(f),
    "striking": lambda f: any(w in f.text.split() for w in ("tools", "classrooms", "classes", "work", "jobs", "wages", "pay", "strike", "hours")),
    "subject-riot": lambda f: any(t.lower.rstrip("s") in ("riot", "protest", "unrest", "demonstration", "disturbance") for t in _subject_words(f)),
    "source-rioters": lambda f: any(w in {t.lower for t in _subject_words(f)} for w in ("rioters", "mob", "mobs", "crowd", "crowds", "youths", "protesters", "demonstrators", "rioter", "looters")),
    "non-grata": lambda f: "non grata" in f.text or "unwelcome" in f.text or "undesirable" in f.text,
    "outward": lambda f: not f.verb.lower.startswith(("sen", "order", "thr", "kick")) or any(w in f.text.split() for w in ("home", "out", "leave", "back", "packing")),
    "homeward-envoy": lambda f: not f.verb.lower.startswith("call") or any(w in f.text.split() for w in ("home", "back")),
    "positions": lambda f: not f.verb.lower.startswith(("tak", "took")) or any(w in f.text.split() for w in ("positions", "position", "station", "post")),
    "armed-object": lambda f: _armed_source(f) or any(w in f.thing for w in ("army", "force", "troop", "fighter", "police", "unit", "militar", "navy", "guard", "reserv")),
    "property": lambda f: not f.verb.lower.startswith(("tak", "took", "captur")) or any(w in f.thing for w in ("ship", "vessel", "farm", "compan", "asset", "land", "property", "tanker", "boat", "trawler", "factor", "mine")),
    "media": lambda f: f.verb.lower.startswith(("censor", "jam", "gag", "muzzl")) or any(w in f.thing for w in ("newspaper", "radio", "tv", "television", "website", "song", "film", "book", "broadcast", "channel", "instagram", "whatsapp", "twitter", "telegram", "facebook", "press", "magazine", "site", "internet")),
    "computers": lambda f: not any(w in f.text for w in ("machete", "death", "axe")),
    "fake": lambda f: any(w in f.text for w in ("fake", "false", "forged", "disinformation", "misinformation", "rumour", "rumor", "propaganda", "fabricat")),
    "to-death": lambda f: any(w in f.text.split() for w in ("death", "machetes", "machete", "knives", "knife", "clubs", "stones", "axes")),
    "source-aircraft": lambda f: _aircraft(f),
    "phone": lambda f: f.verb.lower.startswith(("phone", "telephone", "rang", "ring")) or "phone" in f.text or "hotline" in f.text,
    "together": lambda f: any(w in f.text.split() for w in ("together", "jointly", "joint", "common", "side", "hand", "alongside")),
    "commerce": lambda f: not any(w in f.text for w in ("free of charge", "donat", "aid", "relief", "gift")),
    "homeward": lambda f: any(w in f.text.split() for w in ("home", "back", "out", "from")),
    "attr-member": lambda f: any(w in f.text.split() for w in ("member", "party", "signatory", "state")),
    "subject-bomb": _bomb,
    "bad-name": lambda f: any(w in f.text for w in BAD_NAMES),
}


def met(
    names: Sequence[str], reader: ActReader, verb: Token, noun: Token | None,
    source: Sequence[Reference], target: Sequence[Reference], words: Sequence[Token],
) -> bool:  # fmt: skip
    """Whether all that a rule needs is there."""
    found = Found(reader, verb, noun, source, target, words)
    return all(NEEDS[name](found) for name in names)


def speaker_of(reader: ActReader, token: Token) -> Reference | None:
    """Who says the clause of `token`: the subject of the saying verb above it, else the passage's speaker."""
    verbs, _ = saying(reader.scene.knowledge.lexicon)
    for above in reader.sentence.ancestors(token):
        if any(lemma in verbs for lemma in reader.clauses.verb_lemmas(above)):
            found = [r for s in reader.clauses.subjects(above) for r in reader.referrer.all(s)]
            return found[0] if found else None
    state = reader.scene.speaker(token.start)
    return Reference((state,), "GOV", "", Span(token.start, token.end), token.i) if state else None
