"""The `relations` table: standing bonds and quarrels between states and organisations, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.coding.document.scene import Scene
from dragoman.coding.principles import listings
from dragoman.coding.relations import feuds, freed, land_claims, memberships, sequels
from dragoman.coding.relations.bond_nouns import SOFT, named
from dragoman.coding.relations.bonds import bonds_of
from dragoman.coding.relations.telling import Told
from dragoman.coding.sentence.phrasing import reported_by, words_of
from dragoman.coding.sentence.workbench import Workbench
from dragoman.records import Relation
from dragoman.records.relation import DIRECTED
from dragoman.text import Span

# Words that mean parties named before.
_UNNAMED = frozenset({"two", "both", "our", "it", "they"})
_STATUS = {"end": "ended", "pause": "suspended"}


def needed(scene: Scene, span: Span) -> bool:
    """Whether a sentence can tell a bond: it has a word for one, and somebody who may be a party."""
    bonds, words = bonds_of(scene.knowledge.lexicon), words_of(scene, span)
    if not bonds.cheap.isdisjoint(words):
        unnamed = not _UNNAMED.isdisjoint(words) or not words.isdisjoint(sequels.AGAIN)
        unnamed = unnamed or bool(scene.discourse.joint)  # "The Sides raised their relations to ..."
        at_war = "war" in words and len(scene.discourse.between) == 2  # "A war broke out in 1998", in a text on two states
        named = bool(scene.within(span.start, span.end)) or bool(scene.discourse.sectioned(span.start))
        return unnamed or at_war or named
    if not words.isdisjoint(sequels.STANDING_FOR) and not words.isdisjoint(sequels.GOING_ON):
        return True
    if scene.within(span.start, span.end) and feuds.tells(words):
        return True
    if "sovereignty" in words and not words.isdisjoint(land_claims.ASSERTS):
        return True  # "reaffirms its sovereignty over the islands"
    if not words.isdisjoint(land_claims.OWN_LAND) and not words.isdisjoint(land_claims.SURELY):
        return True  # "is indisputably Chadian territory"
    if "until" in words and not words.isdisjoint(freed.DEPENDENT):
        return True  # "a French colony until 1960"
    if "from" in words and not words.isdisjoint(freed.AWAY) and scene.within(span.start, span.end):
        return True  # "Chad seceded from Mali"
    if words.issuperset(("been", "in", "since")) and any(m.kind == "organisation" for m in scene.within(span.start, span.end)):
        return True  # "has been in the Union since 2004"
    joins = not bonds.joining.isdisjoint(words) or not words.isdisjoint(memberships.CONSISTS)
    if not joins and not words.issuperset(("seat", "in")):
        return False
    if scene.discourse.body is not None and scene.within(span.start, span.end):
        return True  # "Chad left the organisation", in a text on it
    return not words.isdisjoint(("admitted", "seat", "joined", "acceded")) or any(
        m.kind in ("organisation", "alias") for m in scene.within(span.start, span.end)
    )


def code(bench: Workbench) -> Iterator[Relation]:
    """The bonds of one sentence: those that nouns name, then those that verbs tell; joining and leaving is one row."""
    if bench.words.rstrip("\"'”’ ").endswith("?"):
        return
    bonds = bonds_of(bench.scene.knowledge.lexicon)
    told = [*named(bench, bonds), *memberships.find(bench, bonds), *feuds.find(bench, bonds)]
    if listings.is_aim(bench):
        told = [t for t in told if t.kind in SOFT]  # "2. To restore relations with A": not done yet
    told += sequels.find(bench, bonds, told)
    sequels.remember(bench, told)
    for row in _merged(told):
        yield Relation(
            document_id=bench.document_id,
            start=row.span.start,
            end=row.span.end,
            reported_by=reported_by(bench, row.head),
            kind=row.kind,
            status=row.status,
            a=row.a,
            b=row.b,
            since=row.since,
            until=row.until,
        )


def _merged(told: Iterable[Told]) -> Iterator[Told]:
    """One row for each bond; what began and ended in one sentence is one, what was resumed is a new one."""
    rows: dict[tuple[str, str, str | None, bool, str | None], Told] = {}
    for one in told:
        if one.denied and one.until and not one.since and one.change in ("begin", "resume"):
            one = replace(one, denied=False, since=one.until, until=None)  # "did not join until 1977": then it did
        one = one if one.kind in DIRECTED or one.b is None or one.a < one.b else replace(one, a=one.b, b=one.a)
        if one.a == one.b:
            continue
        # Terms are told apart by their years; what begins after the end of the bond told before is another.
        key = (one.kind, one.a, one.b, one.change == "resume", one.since if one.since and one.until else None)
        if key in rows and _is_another(rows[key], one):
            key = (*key[:4], one.since or one.until)
        if key in rows and not _is_anew(rows[key], one):
            rows[key] = _joined(rows[key], one)
        else:
            rows[(*key[:4], one.since) if key in rows else key] = one
    for row in rows.values():
        status = "denied" if row.denied else _STATUS.get(row.change, "asserted")
        yield replace(row, status=status if status != "asserted" or not (row.until and row.change == "hold") else "ended")


def _is_anew(first: Told, second: Told) -> bool:
    """ "Withdrew in 1976 and has been a member since 2006": the second begins after the first has ended."""
    a, b = sorted((first, second), key=lambda t: t.until is None)
    return a.until is not None and a.since is None and b.since is not None and b.since > a.until


def _is_another(first: Told, second: Told) -> bool:
    """Two agreements of two days are two, and so are two endings."""
    ends = sorted(t.until for t in (first, second) if t.until)
    if len(ends) == 2 and not ends[1].startswith(ends[0]) and not (first.since or second.since):
        return True
    return first.kind == "agreement" and bool(first.since and second.since) and first.since != second.since


def _joined(first: Told, second: Told) -> Told:
    strong = first if first.change != "hold" or second.change == "hold" else second
    change = (
        second.change
        if second.change in ("end", "pause")
        else first.change
        if first.change in ("end", "pause")
        else strong.change
    )
    span = Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
    return replace(
        strong, change=change, since=first.since or second.since, until=second.until or first.until, span=span,
        denied=first.denied and second.denied,
    )  # fmt: skip
