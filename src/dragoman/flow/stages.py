"""The flow on one screen: gather → read → segment → parse → code → reconcile → store.

`gather` lists files, `read` turns one into documents, `code` cuts their texts into sentences, parses those that may
hold something and codes them, `store` commits. Each stage takes what the one before gives; nothing is kept between.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from dragoman.archive import FileMark
from dragoman.coding import Coder
from dragoman.errors import SkipDocument
from dragoman.flow.garbage import rarely_collected
from dragoman.ids import content_id, sha256_hex
from dragoman.language.parse import Parser
from dragoman.lexicon import Lexicon, load
from dragoman.reading import read
from dragoman.reading.gather import Source
from dragoman.records import CodedDocument, Issue, ReadDocument, Run
from dragoman.settings import Settings
from dragoman.version import VERSION


class FileResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one file gave: its documents, coded, and the mark by which it is known again; issues if it was skipped or flawed.

    `mark` is None for a file that was not read to its end.
    """

    path: str
    size: int
    documents: list[CodedDocument] = []
    issues: list[Issue] = []
    mark: FileMark | None = None


class Stages:
    """The stages with all that they need, made once per process: the lexicon, the parser, the coders."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lexicon: Lexicon = load(settings.lexicons)
        self.parser = Parser(settings.model)
        self.coder = Coder(self.lexicon, self.parser, parse_all=settings.parse_all)
        self.run_id = run_id_of(self.parser, self.lexicon)

    def run(self, started: str) -> Run:
        """The run that these stages make; `started` is ISO 8601 in UTC."""
        return Run(
            run_id=self.run_id,
            version=VERSION,
            model=self.parser.version,
            lexicon=self.lexicon.fingerprint,
            settings=msgspec.json.encode({"model": self.settings.model}).decode(),
            started=started,
        )

    @rarely_collected()
    def process(self, sources: Sequence[Source]) -> list[FileResult]:
        """Read and code a chunk of files; what cannot be read is an issue, and the rest goes on."""
        found = [self._read(source) for source in sources]
        coded, failed = self._code_each([document for _, documents in found for document in documents])
        rest = iter(coded)
        return [
            msgspec.structs.replace(
                result,
                documents=[next(rest) for _ in documents],
                issues=[*result.issues, *(failed[i] for d in documents if (i := d.document.document_id) in failed)],
            )
            for result, documents in found
        ]

    @rarely_collected()
    def code(self, documents: Sequence[ReadDocument]) -> list[CodedDocument]:
        """Every document coded, in order."""
        return self._code_each(documents)[0]

    def _code_each(self, documents: Sequence[ReadDocument]) -> tuple[list[CodedDocument], dict[str, Issue]]:
        """Every document coded, in order. One that the coder fails on is kept with its text alone, and an issue says so."""
        try:
            return self.coder.code(documents, self.run_id), {}
        except Exception:  # one document that breaks a coder must not take the others with it
            coded: list[CodedDocument] = []
            failed: dict[str, Issue] = {}
            for document in documents:
                try:
                    coded += self.coder.code([document], self.run_id)
                except Exception as error:
                    coded.append(self.coder.uncoded(document, self.run_id))
                    failed[document.document.document_id] = self._stamp(_uncoded(document, error))
            return coded, failed

    def _read(self, source: Source) -> tuple[FileResult, list[ReadDocument]]:
        try:
            data = source.load()
            reading = read(source.absolute.name, data, source_path=source.path, lexicon=self.lexicon, settings=self.settings)
        except SkipDocument as skip:
            return FileResult(path=source.path, size=source.size, issues=[self._stamp(skipped(source.path, skip))]), []
        mark = FileMark(
            root=str(source.root or source.absolute.parent),
            path=source.path,
            sha256=sha256_hex(data),
            size=source.size,
            mtime_ns=source.mtime_ns,
            run_id=self.run_id,
            document_ids=[r.document.document_id for r in reading.documents],
        )
        issues = [self._stamp(issue) for issue in reading.issues]
        return FileResult(path=source.path, size=source.size, issues=issues, mark=mark), reading.documents

    def _stamp(self, issue: Issue) -> Issue:
        return msgspec.structs.replace(issue, run_id=self.run_id)


def run_id_of(parser: Parser, lexicon: Lexicon) -> str:
    """A hash of all that changes records: version, parser, lexicons."""
    return content_id("run", VERSION, parser.version, lexicon.fingerprint)


def _uncoded(document: ReadDocument, error: Exception) -> Issue:
    path, part = document.document.source_path, document.document.part
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    message = f"{path}, part {part}: could not be coded ({type(error).__name__} in {where}); its text was kept"
    return skipped(path, SkipDocument("coding-failed", message, stage="code", part=part))


def skipped(path: str, skip: SkipDocument, severity: str = "error") -> Issue:
    """The issue record of a file or part that could not be read."""
    part = "" if skip.part is None else skip.part
    return Issue(
        issue_id=content_id("issues", path, part, skip.stage, skip.code, skip.message),
        source_path=path,
        part=skip.part,
        stage=skip.stage,
        severity=severity,
        code=skip.code,
        message=skip.message,
    )


def chunks(sources: Iterable[Source], *, files: int = 32, size: int = 256 * 1024) -> list[list[Source]]:
    """Sources in order, in chunks that are worth a way to a worker and small enough that little is lost with one."""
    out: list[list[Source]] = []
    room = 0
    for source in sources:
        if not out or len(out[-1]) >= files or room < source.size:
            out.append([])
            room = size
        out[-1].append(source)
        room -= source.size
    return out
