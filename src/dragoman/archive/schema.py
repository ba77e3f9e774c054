"""The archive's tables, derived from RECORDS and LEDGERS.

Stored tables are called `all_<table>` and hold every run. Over each stands a view with the plain name of the
table and all its columns, showing the newest coding of each document; `current_<table>` is the same and never
changes its meaning, while the plain names can be made to show one run (`run_views`).

A document's text stands once in `texts`, apart from what runs say about it (`all_documents`). `all_parties`
links codes to the records they take part in, a part (`UN-SC`) counting for its whole (`UN`) too. `state_years`,
`state_months`, `pair_years`, `pair_months` and `partners` count current events, `document_months`, `document_counts` and
`state_documents` current documents, `record_counts` current records; `told` has what is told alike, taken together.
`clauses` leads from a clause to the texts that have it, `alike` has the texts that share most of their words. `meta` counts
the commits: as long as their number is the same, so is every answer.
"""

from __future__ import annotations

from dragoman.archive.columns import BOOLEAN, INTEGER, LIST, REAL, TABLES, TEXT, Column, Table
from dragoman.ids import content_id
from dragoman.records import RECORDS

SCHEMA_VERSION = 3
APPLICATION_ID = 0x4452474D  # "DRGM"

# The columns that name who takes part, by table: what `--state` looks at, and what `all_parties` holds.
# Mentions of actors are many and have one code each: they have an index instead.
ROLES: dict[str, tuple[str, ...]] = {
    "events": ("source", "target"),
    "positions": ("holder", "target"),
    "principles": ("holder",),
    "claims": ("claimed_by", "subject"),
    "citations": ("cited_by",),
    "relations": ("a", "b"),
    "competences": ("state",),
    "documents": ("speaker_state", "reported_by"),
}

# Tables whose rows belong to one document in one run.
CODED = (*RECORDS, "documents")
LEDGER_ROWS = ("issues", "runs", "readings")

# Fields that are stored elsewhere than with the row: one copy for all runs, and the ids of its coding.
_OF_CODING = {"document_id", "run_id"}
_OF_TEXT = {"text", "text_sha256"}
_OF_ORIGIN = {"source_path", "sources", "supersedes"}

# No declared type for real numbers: a whole number given as such must come back as such, or its id would not follow.
_AFFINITY = {TEXT: " TEXT", INTEGER: " INTEGER", REAL: "", BOOLEAN: " INTEGER", LIST: " TEXT"}

_INDEXES = {
    "events": ("date", "event"),
    "actors": ("code",),
    "documents": ("published",),
    "citations": ("instrument",),
}
# Found by their document; an index of their ids would be the largest thing in the archive.
_MANY = ("actors", "passages")
# What is unique among the rows of a ledger. The same issue may be met in several runs.
_KEYS = {"issues": "issue_id, run_id", "runs": "run_id", "readings": "reading_id"}

_FIXED = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE texts (
    doc INTEGER PRIMARY KEY, document_id TEXT NOT NULL UNIQUE, text_sha256 TEXT NOT NULL,
    title TEXT, text TEXT NOT NULL, offsets BLOB NOT NULL);
CREATE TABLE origins (
    doc INTEGER PRIMARY KEY REFERENCES texts, source_path TEXT NOT NULL, sources TEXT NOT NULL, supersedes TEXT);
CREATE TABLE sightings (
    document_id TEXT NOT NULL, path TEXT NOT NULL, root TEXT NOT NULL, supersedes TEXT,
    PRIMARY KEY (document_id, path, root)) WITHOUT ROWID;
CREATE TABLE files (
    mark INTEGER PRIMARY KEY AUTOINCREMENT, root TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, run_id TEXT NOT NULL, document_ids TEXT NOT NULL,
    UNIQUE (root, path, run_id));
CREATE INDEX files_sha256 ON files (sha256);
CREATE INDEX origins_source_path ON origins (source_path);
CREATE TABLE all_codings (
    coding INTEGER PRIMARY KEY AUTOINCREMENT, doc INTEGER NOT NULL REFERENCES texts, document_id TEXT NOT NULL,
    run_id TEXT NOT NULL, sentences INTEGER NOT NULL, parsed INTEGER NOT NULL, coded_at TEXT NOT NULL,
    current INTEGER NOT NULL, UNIQUE (document_id, run_id));
CREATE INDEX all_codings_doc ON all_codings (doc);
CREATE TABLE all_parties (
    code TEXT NOT NULL, record_table TEXT NOT NULL, date TEXT NOT NULL, row INTEGER NOT NULL,
    coding INTEGER NOT NULL, record_id TEXT NOT NULL, roles TEXT NOT NULL,
    PRIMARY KEY (code, record_table, date, row)) WITHOUT ROWID;
CREATE TABLE state_years (
    code TEXT NOT NULL, year TEXT NOT NULL, event TEXT NOT NULL, modality TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (code, year, event, modality)) WITHOUT ROWID;
CREATE TABLE pair_years (
    a TEXT NOT NULL, b TEXT NOT NULL, year TEXT NOT NULL, event TEXT NOT NULL, modality TEXT NOT NULL,
    forward INTEGER NOT NULL, back INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (a, b, year, event, modality)) WITHOUT ROWID;
CREATE INDEX pair_years_b ON pair_years (b);
"""
# What follows from the records: kept in step by the writer, and made anew where an earlier version had none.
COUNTS = """
CREATE TABLE state_months (
    code TEXT NOT NULL, month TEXT NOT NULL, event TEXT NOT NULL, modality TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (code, month, event, modality)) WITHOUT ROWID;
CREATE TABLE pair_months (
    a TEXT NOT NULL, b TEXT NOT NULL, month TEXT NOT NULL, event TEXT NOT NULL, modality TEXT NOT NULL,
    performed INTEGER NOT NULL, forward INTEGER NOT NULL, back INTEGER NOT NULL, n INTEGER NOT NULL,
    scored INTEGER NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (a, b, month, event, modality, performed)) WITHOUT ROWID;
CREATE TABLE partners (
    code TEXT NOT NULL, modality TEXT NOT NULL, other TEXT NOT NULL, event TEXT NOT NULL,
    sent INTEGER NOT NULL, received INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (code, modality, other, event)) WITHOUT ROWID;
CREATE TABLE document_months (month TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE document_counts (
    field TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (field, value)) WITHOUT ROWID;
CREATE TABLE state_documents (
    code TEXT PRIMARY KEY, spoken INTEGER NOT NULL, naming INTEGER NOT NULL, events INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE record_counts (record_table TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE told (
    record_table TEXT NOT NULL, code TEXT NOT NULL, key TEXT NOT NULL, records INTEGER NOT NULL, documents INTEGER NOT NULL,
    first TEXT, last TEXT, latest TEXT NOT NULL, PRIMARY KEY (record_table, code, key)) WITHOUT ROWID;
CREATE INDEX told_most ON told (record_table, code, documents DESC, latest DESC);
"""
# As above, of the texts alone.
LIKENESS = """
CREATE TABLE clauses (clause INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (clause, doc)) WITHOUT ROWID;
CREATE TABLE alike (
    a INTEGER NOT NULL, b INTEGER NOT NULL, shared REAL NOT NULL, contained REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX alike_b ON alike (b, a);
"""
# What searches ask of documents, apart from their long rows.
LISTED = "CREATE INDEX IF NOT EXISTS all_documents_listed ON all_documents (coding, kind, outlet, published)"
_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text, content='texts', content_rowid='doc', tokenize="unicode61 remove_diacritics 2");
"""

# What every commit does beside its own work.
COMMITTED = "UPDATE meta SET value = value + 1 WHERE key = 'commits'"


def stored_columns(table: Table) -> tuple[Column, ...]:
    """The columns that `all_<table>` itself holds."""
    if table.name in LEDGER_ROWS:
        return table.columns
    elsewhere = _OF_CODING | (_OF_TEXT | _OF_ORIGIN if table.name == "documents" else set())
    return tuple(column for column in table.columns if column.name not in elsewhere)


def expression(table: Table, name: str) -> str:
    """The SQL for a column of `table` in a query over `sources(table)`."""
    if table.name in LEDGER_ROWS:
        return f'r."{name}"'
    if table.name == "codings" or name in _OF_CODING:
        return f'c."{name}"'
    if table.name == "documents" and name in _OF_TEXT:
        return f't."{name}"'
    if table.name == "documents" and name in _OF_ORIGIN:
        return f'o."{name}"'
    return f'r."{name}"'


def sources(table: Table) -> str:
    """What to select from: r the rows, c their codings, t and o the texts and origins of documents."""
    if table.name in LEDGER_ROWS:
        return f"all_{table.name} r"
    if table.name == "codings":
        return "all_codings c"
    joined = f"all_{table.name} r JOIN all_codings c ON c.coding = r.coding"
    if table.name == "documents":
        # Left joins, so that SQLite leaves them out where no column of theirs is asked for.
        joined += " LEFT JOIN texts t ON t.doc = c.doc LEFT JOIN origins o ON o.doc = c.doc"
    return joined


def chosen(table: Table, run: str | None) -> str:
    """The condition that keeps the rows of one run, or of each document's newest coding where `run` is None.

    `run` stands in the SQL as it is: give an id that the archive knows.
    """
    quoted = None if run is None else "'" + run.replace("'", "''") + "'"
    if table.name == "issues":
        newest = "r.row = (SELECT max(x.row) FROM all_issues x WHERE x.issue_id = r.issue_id)"
        return newest if quoted is None else f"r.run_id = {quoted}"
    if table.name in LEDGER_ROWS:
        return "1" if quoted is None else f"r.run_id = {quoted}"
    return "c.current" if quoted is None else f"c.run_id = {quoted}"


def _stored(table: Table) -> list[str]:
    name = table.name
    columns = ["row INTEGER PRIMARY KEY"]
    if name not in LEDGER_ROWS:
        columns.append("coding INTEGER NOT NULL REFERENCES all_codings")
    columns += [f'"{column.name}"{_AFFINITY[column.type]}' for column in stored_columns(table)]
    statements = [f"CREATE TABLE all_{name} ({', '.join(columns)})"]
    if name in LEDGER_ROWS:
        statements.append(f"CREATE UNIQUE INDEX all_{name}_key ON all_{name} ({_KEYS[name]})")
    else:
        statements.append(f"CREATE INDEX all_{name}_coding ON all_{name} (coding)")
        if name not in _MANY:
            statements.append(f"CREATE UNIQUE INDEX all_{name}_record ON all_{name} (record_id, coding)")
    for column in _INDEXES.get(name, ()):
        statements.append(f"CREATE INDEX all_{name}_{column} ON all_{name} ({column})")
    return statements


def _select(table: Table, run: str | None) -> str:
    columns = ", ".join(f'{expression(table, name)} AS "{name}"' for name in table.names)
    return f"SELECT {columns} FROM {sources(table)} WHERE {chosen(table, run)}"


def _select_parties(run: str | None) -> str:
    return (
        "SELECT p.record_table, p.record_id, c.document_id, c.run_id, role.value AS role, p.code, p.date "
        "FROM all_parties p JOIN all_codings c ON c.coding = p.coding, json_each(p.roles) role "
        f"WHERE {chosen(TABLES['codings'], run)}"
    )


def views(run: str | None = None, *, prefix: str = "", temporary: bool = False) -> list[str]:
    """The statements that make a view of each table, named `<prefix><table>`."""
    create = "CREATE TEMP VIEW" if temporary else "CREATE VIEW"
    bodies = {name: _select(table, run) for name, table in TABLES.items()} | {"parties": _select_parties(run)}
    return [f"{create} {prefix}{name} AS {body}" for name, body in bodies.items()]


def split(script: str) -> list[str]:
    """The statements of a script."""
    return [statement.strip() for statement in script.split(";\n") if statement.strip()]


def statements() -> list[str]:
    """Everything that makes an empty archive, in order."""
    made = [statement for script in (_FIXED, COUNTS, LIKENESS, _SEARCH) for statement in split(script)]
    for table in TABLES.values():
        if table.name != "codings":
            made += _stored(table)
    made += [LISTED, *views()]
    made += views(prefix="current_")
    made += [f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA_VERSION}"]
    made.append(f"INSERT INTO meta VALUES ('schema', '{fingerprint()}'), ('commits', '0')")
    return made


def fingerprint() -> str:
    """A hash of the columns of all tables: two builds with the same version but other columns are told apart."""
    return content_id(*(f"{t.name} {c.name} {c.type}" for t in TABLES.values() for c in t.columns))
