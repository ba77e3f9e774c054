"""Closed classes of English words, whose members grammar counts and no list adds to; open ones stand in `words/`."""

from __future__ import annotations

IS = frozenset({"is", "are", "was", "were"})
BE = IS | {"be", "been"}
# Shortened forms, as parsers part them from the word before.
SHORT_IS = frozenset({"'s", "’s"})
SHORT_ARE = frozenset({"'re", "’re"})
REMAIN = frozenset({"remain", "remains", "remained"})
BECOME = frozenset({"become", "becomes", "became", "becoming"})
HAVE = frozenset({"have", "has", "had"})
HAVING = HAVE | {"having"}
# "Wo" stands before "n't".
WILL = frozenset({"will", "shall", "'ll", "’ll", "would", "wo"})
MAY = frozenset({"may", "might", "can", "could"})
OUGHT = frozenset({"must", "should", "ought"})
NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor"})
POINTING = frozenset({"the", "this", "that"})
SELVES = frozenset({"itself", "themselves", "himself", "herself"})
PERSONS = frozenset({"he", "him", "his", "she", "her", "hers"})
