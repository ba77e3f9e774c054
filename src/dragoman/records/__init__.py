"""The nouns. `RECORDS` lists every coded table in the order in which exports write them."""

from __future__ import annotations

import msgspec

from dragoman.records.actor import Actor
from dragoman.records.base import Record, contents, seal
from dragoman.records.bundle import CodedDocument, ReadDocument
from dragoman.records.citation import Citation
from dragoman.records.claim import Claim
from dragoman.records.competence import Competence
from dragoman.records.document import Document, document_id, seal_document
from dragoman.records.event import Event
from dragoman.records.issue import Issue
from dragoman.records.passage import Passage
from dragoman.records.position import Position
from dragoman.records.principle import Principle
from dragoman.records.relation import Relation
from dragoman.records.run import Coding, ReadingLog, Run

# Tables whose rows are tied to a span of a document.
RECORDS: dict[str, type[Record]] = {
    "passages": Passage,
    "actors": Actor,
    "events": Event,
    "positions": Position,
    "principles": Principle,
    "claims": Claim,
    "citations": Citation,
    "relations": Relation,
    "competences": Competence,
}

# Tables without evidence columns.
LEDGERS: dict[str, type[msgspec.Struct]] = {
    "documents": Document,
    "issues": Issue,
    "runs": Run,
    "codings": Coding,
    "readings": ReadingLog,
}

__all__ = [
    "LEDGERS",
    "RECORDS",
    "Actor",
    "Citation",
    "Claim",
    "CodedDocument",
    "Coding",
    "Competence",
    "Document",
    "Event",
    "Issue",
    "Passage",
    "Position",
    "Principle",
    "ReadDocument",
    "ReadingLog",
    "Record",
    "Relation",
    "Run",
    "contents",
    "document_id",
    "seal",
    "seal_document",
]
