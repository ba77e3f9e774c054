"""By whom an organisation speaks of itself in its own papers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.who.reference import Reference
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_OF_BODY = word_class("organs-of-an-organisation")


def speaking_body(reader: ActReader, act: Act, source: Sequence[Reference]) -> str | None:
    """ "The Authority decides", "the Heads of State agreed", in the communiqué of an organisation: that."""
    speaker = reader.scene.speaker(act.head.start)
    if speaker is None or speaker in reader.scene.knowledge.states or "+" in speaker:
        return None
    heads = [reader.sentence.tokens[r.head] for r in source]
    meant = all(h.tag in ("NNP", "NNPS") and h.lower in _OF_BODY and not r.codes for h, r in zip(heads, source, strict=True))
    return speaker if meant else None
