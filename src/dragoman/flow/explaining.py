"""What made a record of an archive: the rule and the entries of the lexicon, the words and their parts, the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman.archive import Archive, Filters, rows
from dragoman.coding.tracing import Part, Trace, trace
from dragoman.errors import UsageError
from dragoman.flow.known import known_words
from dragoman.flow.stages import Stages
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Entry, EventRule, Operator
from dragoman.lexicon.origins import origins
from dragoman.records import RECORDS, Document, Passage, ReadDocument
from dragoman.settings import DEFAULT_MODEL, Settings
from dragoman.text import Span

ALSO = ("quote", "source_path", "document_title", "document_kind", "outlet", "published")
# What stands before the name of a rule where the clause changes what it tells.
CHANGES = {
    "will": "what is said to come: a promise, an offer, a threat",
    "will-not": "what is said not to come: a refusal",
    "must": "what is said to be owed: a demand by who says so",
    "may": "what somebody says he may do: a threat",
    "order": "what is ordered of one's own forces or officials and lets others be: a concession",
    "says": "what somebody says of another's help for those who fight him: an accusation",
    "words": "an attack by somebody in politics in which nothing tells of arms: what was said",
}
# Rules that are no entries of the lexicon but consequences of others.
DERIVED = {
    "must": "somebody says that another must do something (coding/events/acts.py)",
    "every-effort": (
        "somebody will do its best for the act below it, which promises that (coding/events/operators/undertakings.py)"
    ),
    "should-have": "somebody says what another should have done, and blames him for it (coding/events/operators/demands.py)",
    "unless-done": "somebody says what he will do unless another acts (coding/events/operators/demands.py)",
    "by-account": 'harm "according to" whoever it was done to, who accuses the doer (coding/events/rules.py)',
    "listed-demand": "an item of a list that its heading calls demands (coding/events/coder.py)",
    "condemned-in-words": "positions that condemn in the speaker's own voice, told as one act (coding/reconcile.py)",
}
_NOT_CODED = "passages"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the lexicon behind a record: what it is called, where it is written, and its words in the sentence."""

    entry: str
    where: str | None
    words: list[str] = []


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the parse: its governor is the word numbered `head`, itself at the root; `parts` are what it plays."""

    i: int
    text: str
    tag: str
    dep: str
    head: int
    parts: list[str] = []


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A record with what made it. `note` says why something is missing; `sentence` is None where nothing was parsed."""

    table: str
    record: dict[str, Any]
    rule: str | None = None
    changes: list[str] = []
    sources: list[Source] = []
    parts: list[Part] = []
    sentence: str | None = None
    tree: list[Node] = []
    note: str | None = None


def explain(archive: Archive, record_id: str, *, lexicons: Sequence[Path] = ()) -> Explanation:
    """What made the record with this id, newest coding or older. Raises UsageError where there is none.

    The document is coded again with the model of the record's run and `lexicons`: what was coded with other words or
    by another version may not come out again, and then `note` says so.
    """
    table, record = find(archive, record_id)
    if table == _NOT_CODED:
        return Explanation(table=table, record=record, note="a passage is laid out by reading; no rule of coding made it")
    run = next(iter(rows(archive, "runs", Filters(columns={"run_id": record["run_id"]}))), None)
    settings = msgspec.json.decode(run["settings"]) if run else {}
    files = [Path(f).resolve() for f in lexicons]
    stages = Stages(Settings(model=settings.get("model", DEFAULT_MODEL), lexicons=files))
    found = trace(stages.coder, read_document(archive, record), table, record_id)
    if found is None:
        return Explanation(table=table, record=record, rule=record.get("rule"), note=_lost(run, stages))
    text = _text(archive, record)
    return Explanation(
        table=table,
        record=record,
        rule=record.get("rule"),
        changes=list(_changes(record.get("rule") or "")),
        sources=sources(stages, found, table, text, files),
        parts=found.parts,
        sentence=text[found.sentence.start : found.sentence.end] if found.sentence else None,
        tree=list(nodes(found)) if found.sentence else [],
        note=None if found.sentence else "found by name, without a parse",
    )


def find(archive: Archive, record_id: str) -> tuple[str, dict[str, Any]]:
    """The table and row of a record, in the newest coding of its document or else in any. Raises UsageError."""
    for run in (None, *(row["run_id"] for row in rows(archive, "runs"))):
        for table in RECORDS:
            for row in rows(archive, table, Filters(columns={"record_id": record_id}, run=run), also=list(ALSO)):
                return table, row
    raise UsageError(
        f"no record {record_id!r} in {archive.folder}; `dragoman table events --columns record_id,event` lists ids"
    )


def read_document(archive: Archive, record: dict[str, Any]) -> ReadDocument:
    """The document of a record as it was read, before it was coded."""
    wanted = Filters(columns={"document_id": record["document_id"]}, run=record["run_id"])
    (document,) = rows(archive, "documents", wanted)
    passages = [msgspec.convert(row, Passage) for row in rows(archive, "passages", wanted)]
    return ReadDocument(
        document=msgspec.convert(document, Document), passages=sorted(passages, key=lambda p: (p.start, -p.end))
    )


def _text(archive: Archive, record: dict[str, Any]) -> str:
    wanted = Filters(columns={"document_id": record["document_id"]}, run=record["run_id"])
    return str(rows(archive, "documents", wanted, columns=["text"])[0]["text"])


def _lost(run: dict[str, Any] | None, stages: Stages) -> str:
    if run is None or run["run_id"] == stages.run_id:
        return "coding the document again does not give this record"
    told = [f"version {run['version']}"] if run["version"] != stages.run("").version else []
    told += ["another lexicon (give yours with --lexicon)"] if run["lexicon"] != stages.lexicon.fingerprint else []
    return f"made by {' and '.join(told) or 'another run'}; this version with these words does not give it"


def _changes(rule: str) -> Iterator[str]:
    *before, last = rule.split(":")
    yield from (f"{name}: {CHANGES[name]}" for name in before if name in CHANGES)
    if last in DERIVED:
        yield f"{last}: {DERIVED[last]}"


def sources(stages: Stages, found: Trace, table: str, text: str, files: Sequence[Path]) -> list[Source]:
    """The entries behind a record: an event's rule and its operators, then those whose words its table looks for."""
    entries: list[tuple[Entry, str, list[str]]] = []
    if table == "events":
        entries += [(entry, name, []) for entry, name in _event_entries(stages, found)]
    within = found.sentence or found.record
    entries += known_words(stages.lexicon, found.record, text, Span(within.start, within.end))
    places = origins([entry for entry, _, _ in entries], files)
    return [
        Source(entry=name, where=None if place is None else str(place), words=words)
        for (_, name, words), place in zip(entries, places, strict=True)
    ]


def _event_entries(stages: Stages, found: Trace) -> Iterator[tuple[Entry, str]]:
    """The rule that the event names, by the words that set it off, and the operator where it is one's."""
    rule = getattr(found.record, "rule", "").rpartition(":")[2]
    if rule in DERIVED:
        return
    named = [r for r in stages.lexicon.all(EventRule) if r.rule == rule]
    fitting = [r for r in named if found.lemmas.intersection((*r.verbs, *r.nouns))]
    for entry in (fitting or named)[:1]:
        yield entry, f"rule {entry.rule}"
    for operator in stages.lexicon.all(Operator):
        if (operator.kind == rule or not named) and found.lemmas.intersection((*operator.verbs, *operator.nouns)):
            if operator.kind != "say":
                yield operator, f"operator {operator.kind}"


def nodes(found: Trace) -> Iterator[Node]:
    """The words of the sentence with the parts that they play."""
    for token in found.sentence or ():
        played = (p.role for p in found.parts if p.start is not None and p.end is not None and _inside(token, p.start, p.end))
        parts = list(dict.fromkeys(played))
        yield Node(i=token.i, text=token.text, tag=token.tag, dep=token.dep, head=token.head, parts=parts)


def _inside(token: Token, start: int, end: int) -> bool:
    return token.start < end and start < token.end


def drawn(tree: Sequence[Node]) -> list[str]:
    """The tree in text, a word a line, each below its governor and in the order of the sentence."""
    below: dict[int, list[Node]] = {}
    for node in tree:
        if node.head != node.i:
            below.setdefault(node.head, []).append(node)
    lines: list[str] = []
    stack = [(node, "", "") for node in reversed(tree) if node.head == node.i]
    while stack:
        node, first, rest = stack.pop()
        played = f"  ← {', '.join(node.parts)}" if node.parts else ""
        lines.append(f"{first}{node.text.strip() or '␣'} ({node.dep}, {node.tag}){played}")
        children = below.get(node.i, [])
        for number, child in reversed(list(enumerate(children, 1))):
            last = number == len(children)
            stack.append((child, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  ")))
    return lines
