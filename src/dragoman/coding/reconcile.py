"""What the tables of one document say together: a condemnation in the speaker's own words is an act, and the reverse."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from dragoman.coding.document.scene import Scene
from dragoman.coding.events.act import SPOKEN_AT
from dragoman.coding.positions.evaluation import lexis_of
from dragoman.coding.positions.owning import NOT_STATE
from dragoman.coding.sentence.phrasing import OFFICIAL
from dragoman.coding.sentence.topics import contexts_in, topic_of
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.records import Competence, Event, Passage, Position, Record

# Rules of acts that tell displeasure with whoever they are done towards: who does one criticises them.
_DISPLEASED = frozenset(
    "label see-as protest-that summon express-strong-displeasure regret regret-over reject-practice complain".split()
)

# Who is angry with a firm or a newspaper is not with its state.
_APART = NOT_STATE | {"JRN", "MNC"}


def condemnations(rows: dict[str, list[Record]], scene: Scene, vocabulary: Vocabulary) -> Iterator[Event]:
    """ACCUSE events of a speaker who condemns a state or organisation outright, where no event tells it yet.

    Official texts condemn by how they call a thing ("the outrageous hostility of ...") more often than by a verb. Only
    what is said in the speaker's own voice, of a named party (and of others with it) and in the strongest terms, is an act;
    milder blame stays a position. One event per passage of text, with everybody it condemns.
    """
    events = [e for e in rows.get("events", ()) if isinstance(e, Event) and e.event in SPOKEN_AT]
    found: dict[tuple[int, int, str], list[Position]] = {}
    for row in rows.get("positions", ()):
        if isinstance(row, Position) and _condemns(row) and not _told(row, events):
            found.setdefault((row.start, row.end, row.holder), []).append(row)
    for (start, end, holder), positions in sorted(found.items()):
        if not any(p.target and not p.target.startswith("X-") for p in positions):
            continue
        targets = sorted({p.target for p in positions if p.target})
        yield Event(
            document_id=positions[0].document_id,
            start=start,
            end=end,
            reported_by=positions[0].reported_by,
            event="ACCUSE",
            mode="disapprove",
            contexts=contexts_in(scene.document.text[start:end], scene.knowledge.lexicon),
            source=[holder],
            target=targets,
            performed=True,
            score=vocabulary.score("ACCUSE", "disapprove"),
            rule="condemned-in-words",
            trigger_start=start,
            trigger_end=end,
        )


def stands(rows: dict[str, list[Record]], scene: Scene) -> list[Record]:
    """The positions of a document and besides those of who condemns somebody by an act whose party another sentence names ("A tested a bomb. B condemned
    it"), and of who calls what somebody does bad, protests or is displeased. Who condemns a deed and calls it unfair condemns.
    """
    held: dict[tuple[str | None, str | None], list[Position]] = {}
    for position in rows.get("positions", ()):
        if isinstance(position, Position):
            held.setdefault((position.holder, position.target), []).append(position)
    for condemned in _condemned(rows, scene):
        of_pair = held.setdefault((condemned.holder, condemned.target), [])
        same = [p for p in of_pair if p.start < condemned.end and condemned.start < p.end]
        if all(0 > p.polarity > condemned.polarity for p in same):
            of_pair[:] = [*(p for p in of_pair if p not in same), condemned]
    return [position for of_pair in held.values() for position in of_pair]


def _condemned(rows: dict[str, list[Record]], scene: Scene) -> Iterator[Position]:
    sides = lexis_of(scene.knowledge.lexicon).sidings["verb"]
    for event in rows.get("events", ()):
        if not isinstance(event, Event) or event.modality != "actual" or event.trigger_start is None:
            continue
        displeased = event.event == "ACCUSE" and event.rule in _DISPLEASED
        if not displeased and event.rule != "condemn":
            continue
        if not OFFICIAL.issuperset(event.source_sector):
            continue  # protesters and newspapers take no side for their state
        if event.target_sector and _APART.issuperset(event.target_sector):
            continue
        word = scene.document.text[event.trigger_start : event.trigger_end].lower()
        polarity = min((s.polarity for s in sides.get(word, ())), default=-0.5 if displeased else 0.0)
        pairs = [(a, b) for a in event.source for b in event.target if a != b and (displeased or not a.startswith("X-"))]
        for holder, target in pairs if polarity < 0 else ():
            yield Position(
                document_id=event.document_id,
                start=event.start,
                end=event.end,
                reported_by=event.reported_by,
                holder=holder,
                target=target,
                topic=topic_of(event.object_text or "", scene.knowledge.lexicon),
                polarity=polarity,
            )


def told_once(rows: dict[str, list[Record]], scene: Scene) -> list[Record]:
    """The events of a document without those of its title that its text tells in full, and without what is no deed but an
    office's power or duty ("the Cabinet concludes treaties"), which `competences` has.
    """
    titles = [p for p in scene.passages if p.kind == "title"]
    powers = [c for c in rows.get("competences", ()) if isinstance(c, Competence) and c.kind != "accountability"]
    events = [e for e in rows.get("events", ()) if isinstance(e, Event)]
    told = {e.event for e in events if not _inside(e, titles)}
    kept = [e for e in events if not (_inside(e, titles) and e.event in told) and not _inside(e, powers)]
    return _met_once(kept, scene)


def _met_once(events: Sequence[Event], scene: Scene) -> list[Record]:
    """One meeting of two in one sentence is one, whatever words tell it: "is on a visit", "met ... where talks were held"."""
    starts = [start for start, _ in scene.spans]
    out: dict[tuple[object, ...], Event] = {}
    for i, event in enumerate(events):
        key: tuple[object, ...] = (i,)
        if event.event == "CONSULT" and event.trigger_start is not None:
            at = bisect.bisect_right(starts, event.trigger_start)
            key = (at, event.mode, *event.source, "", *event.target, "", event.modality, event.date)
        out.setdefault(key, event)
    return list(out.values())


def _inside(event: Event, stretches: Sequence[Passage | Competence]) -> bool:
    return any(s.start <= event.trigger_start < s.end for s in stretches if event.trigger_start is not None)


def _condemns(position: Position) -> bool:
    own_voice = bool(position.reported_by) and position.reported_by[-1] == position.holder
    return position.polarity <= -1 and own_voice and position.target not in (None, position.holder)


def _told(position: Position, events: Sequence[Event]) -> bool:
    return any(
        position.holder in e.source and position.target in e.target and e.start < position.end and position.start < e.end
        for e in events
    )
