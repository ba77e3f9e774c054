"""A web page taken apart: its tree, what it says of itself, what is not its text, its blocks, and their places."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words that is easier to read, and to add to, as a line of text."""
    return frozenset(text.split())
