"""Something that was skipped or damaged, and why."""

from __future__ import annotations

from typing import ClassVar

import msgspec

SEVERITIES = ("note", "warning", "error")


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """`code` is a stable kebab-case word, `message` one line saying what, where, and what is allowed."""

    table: ClassVar[str] = "issues"

    issue_id: str
    source_path: str
    part: int | None = None
    stage: str
    severity: str
    code: str
    message: str
    run_id: str = ""
