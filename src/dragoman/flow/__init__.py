"""Verbs in order: the stages, and where they run."""
