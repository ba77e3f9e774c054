"""What a law tells its state to do by naming duties: "it is the duty of the State to A", "the State shall see to it that it: / (a) Bs"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from dragoman.coding.citations.frames import of_article
from dragoman.coding.competences.charges import are_to, is_duty_of
from dragoman.coding.competences.items import is_item, items
from dragoman.coding.competences.offices import holder_of
from dragoman.coding.competences.powers import Grammar
from dragoman.coding.document.scene import Scene
from dragoman.coding.principles.declarations import Declared
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.text import Span

_DUTIES = frozenset("duty duties task tasks function functions obligation responsibility mission".split())
# A level of government, whose tasks are its own and no aims of the state.
_LEVELS = ("union", "federation")


def may_be(scene: Scene, span: Span, words: frozenset[str]) -> bool:
    """Whether a sentence of a law names duties, or is an item of a list."""
    return scene.document.kind == "law" and (not _DUTIES.isdisjoint(words) or is_item(scene, span))


def is_office_of(bench: Workbench, subject: Token) -> bool:
    """Whether a law tells under an article what an office of its own shall do: its duty, and nothing that the state declares."""
    if bench.scene.document.kind != "law" or bench.scene.register.heading_at(bench.sentence.start) is None:
        return False
    holder = holder_of(bench, subject, bench.speaker(), None)
    return holder is not None and holder.office is not None


def find(bench: Workbench) -> Iterator[Declared]:
    """The aims that a law sets its own state."""
    above = of_article(bench)
    if above is None or above.state is None:
        return
    if not may_be(bench.scene, Span(bench.sentence.start, bench.sentence.end), bench.clauses.said):
        return
    grammar = Grammar(bench, [above], above.state, None)
    for power in chain(items(grammar), are_to(grammar), is_duty_of(grammar)):
        whose = bench.text[power.holder.start : power.holder.end].lower()
        if power.holder.office is None and power.kind == "duty" and not whose.endswith(_LEVELS):
            yield Declared("aim", (above.state,), Span(power.start, power.end), power.at, tuple(bench.scene.base(power.start)))
