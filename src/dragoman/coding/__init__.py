"""Sentences -> records: one room per table, with its `coder` in each, and below these the rooms that all share.

From the lowest: `names`, `instruments` and `document` (a text, before any parse); `who`, `sentence` and `mending` (one parsed
sentence); then the tables. No room imports one above it.
"""

from __future__ import annotations

from dragoman.coding.coder import CODERS, Coder

__all__ = ["CODERS", "Coder"]
