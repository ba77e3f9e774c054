"""Acts that the learned model proposes where no pattern found any: its type, at the predicate that speaks for it most."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding import finishing, rules
from dragoman.coding.act import Act
from dragoman.coding.acts import ActReader
from dragoman.coding.learned import Guess
from dragoman.language.parse import Token
from dragoman.lexicon.entries import EventRule

RULE = "learned"


def proposed(reader: ActReader, guess: Guess) -> Act | None:
    """The act of a guess with its parties; None where it is negated, wished or possible, or nobody is known in it."""
    predicate = _predicate(reader, guess)
    if predicate is None:
        return None
    act = rules.apply(reader, EventRule(rule=RULE, event=guess.event), predicate, (), None)
    finished = finishing.finish(reader, act) if act is not None else None
    if finished is None or finished.modality == "negated":
        return None
    # The model has learned types with their time: a visit that is promised is an agreement already.
    return replace(finished, event=guess.event, mode=finished.mode if finished.event == guess.event else None, rule=RULE)


def _predicate(reader: ActReader, guess: Guess) -> Token | None:
    among = [t for t in reader.sentence if t.tag[0] == "V" and t.dep not in ("aux", "auxpass", "amod", "compound")]
    return max(among, key=lambda t: (_weight(reader, t, guess), -t.i), default=None)


def _weight(reader: ActReader, token: Token, guess: Guess) -> float:
    """How much a predicate speaks for the guess, with what hangs on it; of equals the higher one in the tree."""
    below = reader.sentence.children(token, "dobj", "prt", "prep", "nsubjpass", "acomp", "attr", "xcomp")
    shares = guess.shares
    return shares.get(token.lower, 0.0) + 0.5 * sum(shares.get(t.lower, 0.0) for t in below)
