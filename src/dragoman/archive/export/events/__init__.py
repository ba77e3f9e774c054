"""Events as other data sets have them: what is told as done, by whom to whom, each pair once."""

from __future__ import annotations

from dragoman.archive.export.events.told import Left, Party, Told, fold, told

__all__ = ["Left", "Party", "Told", "fold", "told"]
