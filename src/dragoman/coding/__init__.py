"""Sentences -> records: one file per table, every file the same shape."""

from __future__ import annotations

from dragoman.coding.coder import CODERS, Coder

__all__ = ["CODERS", "Coder"]
