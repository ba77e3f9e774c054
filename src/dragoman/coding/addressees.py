"""Whom an act is towards that names nobody: everybody and nobody, the doer of a deed told before, whoever is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.act import Act
from dragoman.coding.found import CIVIL
from dragoman.coding.reference import Reference
from dragoman.coding.whereabouts import spoken_of
from dragoman.language.parse import Token

if TYPE_CHECKING:
    from dragoman.coding.acts import ActReader

_ANYBODY = frozenset({"countries", "states", "nations", "governments", "anybody", "anyone", "country", "state"})
_SUCH = frozenset({"such", "this", "these", "that", "those"})


def judged(reader: ActReader, act: Act) -> list[Reference]:
    """Whom an organ condemns or punishes without naming them: who did what went before ("when Chad declared war, the Council
    imposed sanctions"), else the only state that the text names.
    """
    if act.event not in ("SANCTION", "ACCUSE") or act.source[0].sector in CIVIL:
        return []
    own, most = act.source[0], reader.scene.discourse.most
    if not own.codes[0].startswith("UN"):
        return []
    before = [c for c in reader.sentence.children(act.head, "advcl") if {"when", "after"} & set(_openers(reader, c))]
    doers = [r for c in before for s in reader.clauses.subjects(c) for r in reader.referrer.all(s) if r.codes]
    if doers:
        return doers[:1]
    alone = len(most) == 1 and not spoken_of(reader, act)
    return [Reference((most[0][0],), None, "", own.span, act.head.i)] if alone else []


def _openers(reader: ActReader, clause: Token) -> list[str]:
    return [c.lower for c in reader.sentence.children(clause, "mark", "advmod")]


def is_anybody(reader: ActReader, act: Act) -> bool:
    """Whether it is towards states that nobody is named of: "against countries that join no attack", "required member states
    to return workers".
    """
    for token in reader.sentence.subtree(act.head, without=frozenset({"nsubj", "advcl", "parataxis"})):
        if token.lower in _ANYBODY and token.i > act.head.i and (above := reader.sentence.head(token)) is not None:
            addressed = token.dep == "pobj" and above.lower in ("against", "to", "towards", "toward")
            asked = act.event == "REQUEST" and token.dep in ("dobj", "nsubj") and above.i >= act.head.i
            if (addressed or asked) and not getattr(reader.referrer.refer(token), "codes", ()):
                return True
    return False


def is_of_deed_before(act: Act) -> bool:
    """Whether what is refused is somebody's deed told before: "would not accept such action"."""
    return act.object is not None and any(c.lower in _SUCH for c in act.object.children)
