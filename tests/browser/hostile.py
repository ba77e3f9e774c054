"""Texts that mean harm to who shows them."""

from __future__ import annotations

import json
from pathlib import Path

SCRIPT = "<script>alert('text')</script>"
TITLE = "\"><img src=x onerror=alert('title')> {{ 7*7 }} ${7*7}"
TURNED = "\u202eevil\u202c \u2066isolated\u2069"
CONTROL = "bell \x07 escape \x1b[31m nothing \x00 end"
WORD = "word"


def write_hostile(folder: Path) -> None:
    """A file of each kind into `folder`."""
    folder.mkdir(parents=True)
    rows = [
        {
            "title": TITLE, "text": f"{TITLE}\n{SCRIPT} The DPRK condemned {TURNED} Japan. {CONTROL} </article></main>",
            "url": "javascript:alert('url')", "date": "2024-01-02", "outlet": "'><svg onload=alert('outlet')>",
        },
        {
            "title": "A formula", "text": "=cmd|' /C calc'!A0 The United States sanctioned Cuba.",
            "url": "data:text/html,<script>alert(1)</script>",
        },
    ]  # fmt: skip
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    (folder / "<b onmouseover=alert('path')>.txt").write_text(
        f"Statement on Names\nThe DPRK rejected the {SCRIPT} of Japan on Monday.\n", encoding="utf-8"
    )


def long_text() -> str:
    """One word of five megabytes: no line can be broken, no sentence found."""
    return "One Word\n" + WORD * (5_000_000 // len(WORD))
