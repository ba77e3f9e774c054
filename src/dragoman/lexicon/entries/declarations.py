"""What is declared and on what terms, and the powers and duties of offices."""

from __future__ import annotations

from dragoman.lexicon.entries.base import Entry


class Declaration(Entry, frozen=True, kw_only=True):
    """Words by which a text declares a principle, aim, commitment or red line; `form` says how they do it.

    `form`: ideal, course, stand, keep, rest, value, strive, wish, forgo, effort, make, pledge, ready, passing, forbid, line,
    warn, lapse, lapsing, behind.
    """

    form: str
    kind: str
    words: list[str]


class Condition(Entry, frozen=True, kw_only=True):
    """Words that open a term on which something hangs; `never`: words that make an "if" none ("even if"); `whole`: words
    that are a term by themselves; `beside`: words of which the clause must have one, where the marker alone says too little.
    """

    words: list[str]
    never: bool = False
    whole: bool = False
    beside: list[str] = []


class Grant(Entry, frozen=True, kw_only=True):
    """Words that give an office a power, lay a duty on it, or say to whom it answers and for how long.

    `form`: `noun` (has the power to), `adjective` (is empowered to), `verb` (the article empowers the president to), `give`
    (the law gives the cabinet the power), `rests` (the power rests with parliament), `answers` (is accountable to), `term`,
    `standing` (is head of state), `assent` (the consent of parliament), `tells` (the article provides that), `act` (what
    offices do under constitutions), `toil` (works to: a duty), `frame` (under the constitution).
    """

    kind: str
    form: str
    words: list[str]
