"""Where an act was done, by name."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.events.act import Act
from dragoman.coding.events.acts import ActReader
from dragoman.coding.names.mentions import PLACED
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.posts import is_mission
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ASIDE = frozenset({"relcl", "ccomp", "advcl", "conj", "parataxis", "acl"})
_HOME = frozenset({"return", "returns", "returned", "returning"})
# What stands in a town without anything being signed there.
_STANDING = word_class("standing-in-a-town")


def place_of(bench: Workbench, reader: ActReader, act: Act) -> str | None:
    """The place of an act in the words of the text; the town that the text is dated from, where it was done "here"."""
    place = _place(bench, reader, act) or _before_where(bench, act) or _signed_in(bench, act) or _goal(bench, act)
    if place is not None:
        return _place_name(bench, place)
    return bench.scene.document.dateline_place if _is_here(bench, act) else None


def _is_here(bench: Workbench, act: Act) -> bool:
    """ "Arrived here on Sunday", in a report with a dateline."""
    if bench.scene.document.dateline_place is None or "here" not in bench.words:
        return False
    passage = bench.scene.passage(act.head.start)
    if passage is not None and passage.kind == "quotation":
        return False
    below = bench.sentence.subtree(act.head, without=_ASIDE)
    return any(t.lower == "here" and t.tag == "RB" and t.i > act.head.i for t in below)


def _before_where(bench: Workbench, act: Act) -> Token | None:
    """The town that a clause with "where" stands behind: "flew to Lima, where they met"."""
    clause = act.head
    while clause.dep == "conj" and (first := bench.sentence.head(clause)) is not None and not bench.clauses.subjects(clause):
        clause = first
    town = bench.sentence.head(clause) if clause.dep == "relcl" else None
    if town is None or not any(t.lower == "where" for t in bench.sentence.children(clause, "advmod")):
        return None
    inside = [town, *bench.sentence.subtree(town, without=_ASIDE)]
    return _placed(bench, inside)


def _goal(bench: Workbench, act: Act) -> Token | None:
    """The town that a visitor goes to, and not home to: "flew to Lima", or that is told for whoever is visited."""
    if act.mode != "visit" or act.head.lower in _HOME:
        return None
    inside = (
        r.span for r in act.target if bench.sentence.start <= r.span.start and not any(c.startswith("X-") for c in r.codes)
    )
    named = (m for span in inside for m in bench.scene.within(*span) if m.kind in PLACED and (m.start, m.end) == span)
    town = next((t for m in named for t in bench.sentence.at(m.start, m.end)[-1:]), None)
    if town is not None or act.head.tag[0] != "V":
        return town
    towns = (
        t for p in bench.sentence.children(act.head, "prep") if p.lower == "to" for t in bench.sentence.children(p, "pobj")
    )
    return _placed(bench, towns)


def _placed(bench: Workbench, tokens: Iterable[Token]) -> Token | None:
    """The first of some words that names a town or place."""
    return next((t for t in tokens if (named := bench.scene.mention_at(t)) is not None and named.kind in PLACED), None)


def _signed_in(bench: Workbench, act: Act) -> Token | None:
    """The town that a paper was signed in, hung by the parser on what it is about: "signed a declaration of principles in Lima"."""
    if act.mode != "treaty" or act.object is None or act.modality != "actual":
        return None
    for token in bench.sentence.subtree(act.object, without=_ASIDE):
        named, above = bench.scene.mention_at(token), bench.sentence.head(token)
        if named is None or named.kind not in ("capital", "place") or above is None or above.lower not in ("in", "at"):
            continue
        thing = bench.sentence.head(above)
        if thing is not None and thing.tag[0] == "N" and thing.tag not in ("NNP", "NNPS") and thing.lower not in _STANDING:
            return token
    return None


def _place(bench: Workbench, reader: ActReader, act: Act) -> Token | None:
    """Where an act was done, by name: no date, and no "favour" or "session" of somebody's."""
    place = reader.slots.place(act.head, act.object)[1]
    if place is None and act.mode == "reception":
        return _seat(bench, act)
    if place is None:
        return _venue(bench, reader, act)
    if any(d.start <= place.start < d.end for d in bench.dates):
        return None
    above, named = bench.sentence.head(place), bench.scene.mention_at(place)
    if above is not None and above.lower == "on" and named is not None and named.kind == "name":
        return None  # "sanctions on the United States"
    if place.tag in ("NNP", "NNPS") or bench.scene.mention_at(place) is not None:
        return place
    for token in bench.sentence.subtree(act.head, without=_ASIDE):  # "at its test site at Yongbyon", "on cooperation in Kyiv"
        above, named = bench.sentence.head(token), bench.scene.mention_at(token)
        if (
            named is not None
            and named.kind in ("capital", "place")
            and above is not None
            and above.lower in ("in", "at", "near")
        ):
            return token
    return _venue(bench, reader, act)


def _venue(bench: Workbench, reader: ActReader, act: Act) -> Token | None:
    """Where the meeting or visit was which is told, or at which an act was done: "at their Lima summit", "during a visit to Lima"."""
    meetings = bench.vocabulary.groups["meeting"]
    phrases = reader.clauses.phrases(act.head)
    held = [act.head] if act.head.tag[0] == "N" else []
    occasions = [o for p in ("at", "during", "on") for o in phrases.get(p, ())]
    occasions += reader.clauses.under(act.object, "during") if act.object is not None else []  # hung on what was given
    for noun in (n for n in (*held, *occasions) if n.lower in meetings):
        inside = [
            *bench.sentence.children(noun, "compound"),
            *(o for p in ("to", "in", "at") for o in reader.clauses.under(noun, p)),
        ]
        for token in inside:
            named = bench.scene.mention_at(token)
            if named is not None and named.kind in PLACED:
                return token
    return None


def _seat(bench: Workbench, act: Act) -> Token | None:
    """ "The embassy of Chad in Lima hosted a reception": where the mission is that gives it."""
    for reference in act.source:
        mission = bench.sentence.tokens[reference.head]
        for token in bench.sentence.subtree(mission) if is_mission(mission) else ():
            above = bench.sentence.head(token)
            if token.dep == "pobj" and above is not None and above.lower == "in" and bench.scene.mention_at(token) is not None:
                return token
    return None


def _place_name(bench: Workbench, place: Token) -> str:
    """A place in full: "United States" for its "States"."""
    mention = bench.scene.mention_at(place)
    if mention is not None:
        return mention.text
    span = bench.sentence.span([place, *(c for c in bench.sentence.children(place, "compound") if c.tag in ("NNP", "NNPS"))])
    return bench.text[span.start : span.end]
