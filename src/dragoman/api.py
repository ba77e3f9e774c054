"""The Python door.

    import dragoman

    archive = dragoman.read("folder", archive="my-archive")     # or dragoman.open_archive("my-archive")
    archive.brief("PRK", "Russia")
    archive.timeline("PRK", since="2017").pandas()
    archive.events.where(event="SANCTION", state="PRK").polars()

States are given by code or name. Tables are read when they are looked at, and show themselves in a notebook.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec

from dragoman import analysis
from dragoman import archive as store
from dragoman.analysis import Brief, Difference, Names, Overview, People, Row, Selection, Shown, Table
from dragoman.analysis.table import infer
from dragoman.archive import Hit, Verification
from dragoman.archive.columns import INTEGER, TABLES, TEXT, Column
from dragoman.archive.parties import is_code
from dragoman.archive.sql import ROWS
from dragoman.errors import UsageError
from dragoman.records import RECORDS
from dragoman.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from dragoman.flow.explaining import Explanation
    from dragoman.scoring import Case, Scores

DEFAULT_FOLDER = "dragoman-archive"
VARIABLE = "DRAGOMAN_ARCHIVE"
_BATCH = 32  # texts coded together
_HIT_TYPES = {"start": INTEGER, "end": INTEGER}


def default_folder() -> Path:
    """Where the archive is when nobody says: DRAGOMAN_ARCHIVE, or `dragoman-archive` in the folder one is in."""
    return Path(os.environ.get(VARIABLE) or DEFAULT_FOLDER)


def read(
    paths: str | Path | Sequence[str | Path],
    *,
    archive: str | Path | None = None,
    workers: int | None = None,
    lexicons: Sequence[str | Path] = (),
    model: str = DEFAULT_MODEL,
    parse_all: bool = False,
    report: Callable[[Any], None] = lambda _: None,
) -> Archive:
    """Read files and folders into an archive, which is made if there is none, and open it.

    What has been read before and has not changed is not read again. `report` is called with the progress so far
    (`dragoman.flow.local.Progress`), the last of which is `reading` of the archive returned. Raises UsageError for a
    path that does not exist, ArchiveError where the archive cannot be written.
    """
    from dragoman.flow.local import read_into  # loads the parser, which asking does not need

    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    settings = Settings(model=model, lexicons=[Path(path) for path in lexicons], parse_all=parse_all)
    check_request(given, settings)
    folder = Path(archive) if archive is not None else default_folder()
    with store.Archive.open(folder, create=True) as opened:
        progress = read_into(opened, given, settings, workers=workers, report=report)
    made = open_archive(folder, lexicons=lexicons)
    made.reading = progress
    return made


def check_request(paths: Sequence[str | Path], settings: Settings) -> None:
    """Whether all that a reading names is there, before an archive is made for it. Raises UsageError."""
    from dragoman.language.parse import Parser
    from dragoman.lexicon import load
    from dragoman.reading.gather import gather

    gather(paths, settings)
    load(settings.lexicons)
    Parser(settings.model)


def open_archive(
    folder: str | Path | None = None, *, lexicons: Sequence[str | Path] = (), shared: bool = False,
    say: Callable[[str], None] | None = None,
) -> Archive:  # fmt: skip
    """An archive to ask, in `folder` or the default one; `lexicons` add names.

    One that is `shared` may go from thread to thread, one at a time. `say` is told how bringing an archive of an earlier
    version up to date goes on. Raises ArchiveError where there is none.
    """
    names = analysis.load_names([Path(path) for path in lexicons])
    where = Path(folder) if folder is not None else default_folder()
    opened = store.Archive.open(where, read_only=True, shared=shared, say=say)
    return Archive(opened, names)


class Archive:
    """What was read, to be asked. Every table of the record is an attribute: `events`, `positions`, `documents` ...

    Use as a context manager, or `close` it. `reading` tells what `dragoman.read` has just done.
    """

    def __init__(self, opened: store.Archive, names: Names) -> None:
        self.store = opened
        self.names = names
        self.reading: Any = None

    @property
    def folder(self) -> Path:
        return self.store.folder

    @property
    def size(self) -> int:
        """How many documents there are: what every count of records is to be read beside."""
        return store.count(self.store, "documents")

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<archive {self.folder}: {self.size:,} documents>"

    def __getattr__(self, name: str) -> Selection:
        if name in TABLES:
            return self.table(name)
        raise AttributeError(f"an archive has no {name!r}; its tables are: {', '.join(TABLES)}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *TABLES})

    def resolve(self, state: str) -> str:
        """The code of a state or organisation given by code or name. Raises UsageError that names near ones."""
        if is_code(state) and knows(self.store, state):
            return state
        return self.names.resolve(state, lambda code: knows(self.store, code))

    def table(
        self, name: str, *, state: str | Sequence[str] | None = None, order: Sequence[str] = (), limit: int | None = None,
        **conditions: Any,
    ) -> Selection:  # fmt: skip
        """The table `name`: all of it, or what passes the conditions.

        `state` is one that takes part, or two with the record between them; others are `role`, `since`, `until`,
        `document_kind`, `outlet`, `reported_by`, `run`, or a column with the value it must have, a list of values of
        which it must have one, or None for unknown. Raises UsageError for what the table does not have.
        """
        if state is not None:
            conditions["states"] = [self.resolve(one) for one in ([state] if isinstance(state, str) else state)]
        return Selection(self.store, name, order=order, limit=limit).where(**conditions)

    def brief(self, state: str, other: str | None = None, *, limit: int | None = 10) -> Brief:
        """What the record holds on a state, or between two: sections, each a table of at most `limit` rows."""
        return analysis.brief(self.store, self.resolve(state), None if other is None else self.resolve(other), limit=limit)

    def timeline(
        self, state: str, other: str | None = None, *, since: str | None = None, until: str | None = None,
        event: str | Sequence[str] | None = None, mode: str | Sequence[str] | None = None,
        modality: str | Sequence[str] | None = None, reported_by: str | None = None, run: str | None = None,
        limit: int | None = None,
    ) -> Table:  # fmt: skip
        """The dated events of a state, or between two, in order; the latest `limit`. Its note counts those undated."""
        codes = [self.resolve(one) for one in (state, other) if one is not None]
        by = None if reported_by is None else self.resolve(reported_by)
        return analysis.timeline(
            self.store, codes, since=since, until=until, event=event, mode=mode, modality=modality, reported_by=by, run=run,
            limit=limit,
        ).events  # fmt: skip

    def register(
        self, name: str, state: str, other: str | None = None, *, since: str | None = None, until: str | None = None,
        min_authority: str | int | None = None, limit: int | None = None,
    ) -> Table:  # fmt: skip
        """Every visit, gift, credential, letter, agreement, membership, statement or designation of a state, or of two."""
        second = None if other is None else self.resolve(other)
        return analysis.register(
            self.store, name, self.resolve(state), second, since=since, until=until, min_authority=min_authority,
            limit=limit, users=self.names.users,
        )  # fmt: skip

    def conflicts(self, state: str, *, limit: int | None = None) -> Table:
        """Pairs of claims by or about a state that differ or cannot both hold, or that its aims exclude, the gravest first."""
        return analysis.conflicts(self.store, self.resolve(state), limit, self.names.users)

    def standing(self, state: str, other: str | None = None, *, on: str | None = None, limit: int | None = None) -> Table:
        """The relations of a state, or between two, as they stood on a day; without one, their whole history."""
        codes = [self.resolve(one) for one in (state, other) if one is not None]
        if on is None:
            return analysis.relations_history(self.store, codes, limit, self.names.users)
        return analysis.relations_on(self.store, codes, on, limit, self.names.users)

    def people(self, state: str, *, limit: int | None = None) -> People:
        """The persons named with an office of a state, and the pairs of names that may be one person, with reasons."""
        return analysis.people(self.store, self.resolve(state), limit, self.names.users)

    def search(
        self, query: str, *, kind: str | None = None, outlet: str | None = None, since: str | None = None,
        until: str | None = None, state: str | None = None, run: str | None = None, limit: int | None = 20,
    ) -> Table:  # fmt: skip
        """Documents that answer a full text query; `state` is whose words they are. The note says of how many.

        The best come first, or the newest, where too many answer to be weighed for the first few.
        """
        code = None if state is None else self.resolve(state)
        found = store.search(
            self.store, query, kind=kind, outlet=outlet, since=since, until=until, state=code, run=run, limit=limit
        )
        columns = [Column(name, _HIT_TYPES.get(name, TEXT)) for name in Hit._fields]
        newest = "" if found.ranked else "; the newest first, as too many answer to be weighed"
        note = f"of {found.searched:,} documents searched, {found.total:,} in the archive{newest}"
        return Table("search", columns, [hit._asdict() for hit in found.hits], total=found.found, note=note)

    def sql(self, select: str, *, run: str | None = None, limit: int = ROWS) -> Table:
        """The result of one SELECT over the tables; its note says where it was cut at `limit` rows."""
        found = store.sql(self.store, select, run=run, limit=limit)
        names = distinct(found.columns)
        made: list[Row] = [dict(zip(names, row, strict=True)) for row in found.rows]
        note = f"cut at {limit:,} rows" if found.truncated else None
        return Table("sql", infer(made, names), made, note=note)

    def show(self, document: str, *, run: str | None = None) -> Shown:
        """One document with its records, by id, beginning of an id, or path. Raises UsageError where several are meant."""
        return analysis.shown(self.store, analysis.find_one(self.store, document), run=run)

    def variants(self, document: str | None = None, *, limit: int | None = None) -> Table:
        """The items that stand in several documents (copies, edits, excerpts), or that of one document."""
        only = None if document is None else analysis.find_one(self.store, document)
        with self.store.snapshot():
            return analysis.variants(self.store, only, limit)

    def diff(self, document: str, other: str) -> Difference:
        """From one document to another, word by word; its `table` has what changed."""
        return analysis.difference(self.store, document, other)

    def explain(self, record_id: str, *, lexicons: Sequence[str | Path] = ()) -> Explanation:
        """What made a record: rule, words and their parts, parse. Raises UsageError for an unknown id."""
        from dragoman.flow.explaining import explain  # loads the parser, which asking does not need

        return explain(self.store, record_id, lexicons=[Path(path) for path in lexicons])

    def overview(self) -> Overview:
        """Documents by kind, outlet, year and language, months without any, records, runs, and what was skipped."""
        return analysis.overview(self.store)

    def verify(self) -> Verification:
        """Check every hash, offset and id."""
        return store.verify(self.store)

    def export(self, folder: str | Path, format: str = "parquet", *, run: str | None = None) -> dict[str, int]:
        """Write every table, or the events alone, into `folder` and tell how many rows each file has; docs/exports.md."""
        from dragoman.archive.export import EXPORTERS, export  # only this needs the lexicon's tables of other codings

        if format not in EXPORTERS:
            raise UsageError(f"no export format {format!r}; there are: {', '.join(EXPORTERS)}")
        return export(self.store, format, folder, run)


def knows(opened: store.Archive, code: str) -> bool:
    """Whether any record of the archive has this code in it."""
    in_records = "SELECT 1 FROM all_parties WHERE code = ?"
    return bool(opened.select(f"{in_records} UNION ALL SELECT 1 FROM all_actors WHERE code = ? LIMIT 1", (code, code)))


def distinct(names: Sequence[str]) -> list[str]:
    """`names` with `_2`, `_3` behind those that were there before."""
    made: list[str] = []
    for name in names:
        unused = (name if n == 1 else f"{name}_{n}" for n in itertools.count(1))
        made.append(next(candidate for candidate in unused if candidate not in made))
    return made


# Every coded table but the layout of the text, which is given and not read.
CODED = tuple(name for name in RECORDS if name != "passages")


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One text to code as it stands, not split and not cleaned.

    `date` is ISO, cut to what is known; `speaker_state` a code; `title` is not part of `text`.
    """

    id: str
    text: str
    date: str | None = None
    speaker_state: str | None = None
    title: str | None = None


class TextCoder:
    """Codes texts without an archive. Making one loads the parser. Raises UsageError, LexiconError."""

    def __init__(self, settings: Settings) -> None:
        from dragoman.flow.stages import Stages

        self._stages = Stages(settings)

    def code(self, texts: Sequence[Text]) -> list[dict[str, list[Row]]]:
        """For each text its records by table, each with its `quote`; what a text gives does not depend on the others."""
        from dragoman.reading import plain

        documents = [plain(t.id, t.text, t.date, t.speaker_state, t.title, lexicon=self._stages.lexicon) for t in texts]
        return [
            {
                name: [
                    msgspec.to_builtins(record) | {"quote": coded.document.text[record.start : record.end]}
                    for record in coded.records.get(name, ())
                ]
                for name in CODED
            }
            for coded in self._stages.code(documents)
        ]


def code(
    text: str, *, date: str | None = None, speaker_state: str | None = None, title: str | None = None,
    lexicons: Sequence[str | Path] = (), model: str = DEFAULT_MODEL,
) -> dict[str, Table]:  # fmt: skip
    """The records of one text, by table. To code many, make one `TextCoder`: each call here loads the parser anew."""
    coder = TextCoder(Settings(model=model, lexicons=[Path(path) for path in lexicons]))
    (found,) = coder.code([Text(id="text", text=text, date=date, speaker_state=speaker_state, title=title)])
    columns = {name: (*TABLES[name].columns, Column("quote", TEXT)) for name in CODED}
    return {name: Table(name, columns[name], rows) for name, rows in found.items()}


def evaluate(gold: str | Path, *, lexicons: Sequence[str | Path] = (), model: str = DEFAULT_MODEL) -> Scores:
    """The labelled texts of a gold file coded and scored; docs/evaluate.md says its form. Raises UsageError for a fault."""
    from dragoman.scoring import read_gold, score

    cases = read_gold(gold)
    return score(cases, code_cases(TextCoder(Settings(model=model, lexicons=[Path(path) for path in lexicons])), cases))


def code_cases(coder: TextCoder, cases: Sequence[Case]) -> list[dict[str, list[Row]]]:
    """What the text of each case gives, in order."""
    texts = [
        Text(
            id=str(c.id), text=c.text, date=c.date or None, title=c.title or None,
            speaker_state=c.speaker_state.upper() if c.speaker_state else None,
        )
        for c in cases
    ]  # fmt: skip
    return [found for start in range(0, len(texts), _BATCH) for found in coder.code(texts[start : start + _BATCH])]
