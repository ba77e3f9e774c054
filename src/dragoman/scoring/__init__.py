"""Somebody's own labels against what is coded: how much is found, how much of it is right, and what is not."""

from __future__ import annotations

from dragoman.scoring.gold import Case, read_gold
from dragoman.scoring.scores import Confused, Fault, Scores, TableScore, score

__all__ = ["Case", "Confused", "Fault", "Scores", "TableScore", "read_gold", "score"]
