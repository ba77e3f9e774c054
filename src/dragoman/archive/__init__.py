"""The store: one SQLite file, one writer, any number of readers."""

from dragoman.archive.files import FileMark
from dragoman.archive.filters import Filters
from dragoman.archive.query import EXTRAS, Page, count, document, document_ids, iterate, latest_run, offsets, page, rows
from dragoman.archive.search import Hit, SearchResult, search
from dragoman.archive.sql import SqlResult, sql
from dragoman.archive.store import Archive, Committed
from dragoman.archive.verify import Finding, Verification, verify

__all__ = [
    "EXTRAS",
    "Archive",
    "Committed",
    "FileMark",
    "Filters",
    "Finding",
    "Hit",
    "Page",
    "SearchResult",
    "SqlResult",
    "Verification",
    "count",
    "document",
    "document_ids",
    "iterate",
    "latest_run",
    "offsets",
    "page",
    "rows",
    "search",
    "sql",
    "verify",
]
