"""The `actors` table: every mention of somebody who can act, and role phrases whose state is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.coding.mentions import Mention
from dragoman.coding.scene import Scene
from dragoman.records import Actor

_FROM = {
    "adjective": "demonym", "seat": "capital", "holder": "office", "person": "name", "alias": "name",
    "organisation": "name", "collective": "name", "body": "name",
}  # fmt: skip
_SCARE = re.compile(r"[\"“”«]\s*$|(?:so-called|self-styled)\s+[\"“]?$")


def code(scene: Scene) -> Iterator[Actor]:
    """Mentions in text order; places are where things happen and no actors."""
    for mention in scene.mentions:
        if mention.kind != "place":
            yield _actor(scene, mention)
    taken = {m.start for m in scene.mentions}
    for role in scene.roles:
        if not role.careful and role.start not in taken:
            yield Actor(
                document_id=scene.document.document_id, start=role.start, end=role.end, reported_by=scene.base(role.start),
                text=scene.document.text[role.start : role.end], sector=role.sector, office=role.office, resolved_from="office",
            )  # fmt: skip


def _actor(scene: Scene, mention: Mention) -> Actor:
    text = scene.document.text
    resolved = "pronoun" if mention.kind == "deixis" and " " not in mention.text and mention.text.islower() else mention.kind
    return Actor(
        document_id=scene.document.document_id,
        start=mention.start,
        end=mention.end,
        reported_by=scene.base(mention.start),
        text=mention.text,
        code=mention.code,
        sector=mention.sector,
        name=mention.name,
        office=mention.office,
        office_status=mention.status,
        scare_quoted=bool(_SCARE.search(text[max(0, mention.start - 16) : mention.start])),
        resolved_from=_FROM.get(resolved, resolved),
    )
