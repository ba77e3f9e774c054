"""What Dragoman knows of the world and of language, as data: TOML files, and the types they are checked against."""

from __future__ import annotations

from dragoman.lexicon.loader import Lexicon, load
from dragoman.lexicon.matcher import Found, NameMatcher, PhraseMatcher, Sense

__all__ = ["Found", "Lexicon", "NameMatcher", "PhraseMatcher", "Sense", "load"]
