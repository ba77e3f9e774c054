"""`dragoman evaluate`: what is coded against labels of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from dragoman.cli.terminal.options import LexiconOption, LimitOption, ModelOption, rows_wanted

if TYPE_CHECKING:
    from dragoman.cli.terminal.screen import Screen
    from dragoman.scoring import Fault, Scores

SHOWN = 10
_KINDS = {
    "missed": ("Missed", "expected, and nothing coded meets it"),
    "false": ("False", "coded in a text that is labelled completely, and no label means it"),
    "forbidden": ("Forbidden", "coded, and labelled as absent"),
}


def evaluate(
    gold: Annotated[Path, Parameter(help="A file of labelled texts, JSON lines; docs/evaluate.md says of what form.")],
    /,
    *,
    lexicon: LexiconOption = None,
    model: ModelOption = None,
    format: Annotated[Literal["text", "json"], Parameter(name="--format", help="How it is written.")] = "text",
    limit: LimitOption = None,
) -> int:
    """Code labelled texts and score what comes out: recall, precision and F1 of each table, types confused, every fault."""
    import msgspec

    from dragoman import api
    from dragoman.cli.terminal.rows import binary
    from dragoman.cli.terminal.screen import Screen
    from dragoman.settings import DEFAULT_MODEL

    wanted = rows_wanted(limit, format, SHOWN)
    found = api.evaluate(gold, lexicons=lexicon or [], model=model or DEFAULT_MODEL)
    if format == "json":
        out = binary()
        out.write(msgspec.json.encode(_cut(found.data(), wanted)) + b"\n")
        out.flush()
    else:
        _show(Screen(), found, wanted)
    return 0


def _cut(data: dict[str, Any], limit: int | None) -> dict[str, Any]:
    """`data` with `limit` faults; how many there are is said beside them."""
    return data | {"faults": data["faults"][:limit], "faults_in_all": len(data["faults"])}


def _show(screen: Screen, found: Scores, limit: int | None) -> None:
    from dragoman.cli.terminal.screen import number

    screen.line(f"{number(found.texts, 'text')}, {number(len(found.tables), 'table')} labelled", "bold")
    _table(screen, found)
    partly = [t.table for t in found.tables if t.complete < t.texts]
    if partly:
        screen.line(f"precision is over the texts labelled completely; not all are for: {', '.join(partly)}", "dim")
    wrong = [one for one in found.confusion if one.expected != one.coded]
    if wrong:
        shown = wrong[:limit]
        screen.heading("Types of events confused", f"{len(shown):,} of {len(wrong):,} shown")
        right = sum(one.count for one in found.confusion if one.expected == one.coded)
        screen.line(f"{right:,} of {sum(one.count for one in found.confusion):,} have the type expected", "dim")
        for one in shown:
            screen.pieces((f"{one.count:>6,}  {one.expected} coded as {one.coded}", ""))
    for kind in _KINDS:
        _faults(screen, [fault for fault in found.faults if fault.kind == kind], kind, limit)


def _table(screen: Screen, found: Scores) -> None:
    names = ("table", "texts", "recall", "precision", "F1", "absent")
    rows = [
        (
            t.table, f"{t.texts:,}", _share(t.found, t.expected), _share(t.right, t.coded),
            "-" if t.f1 is None else f"{t.f1:.3f}", _share(t.kept, t.absent),
        )
        for t in found.tables
    ]  # fmt: skip
    widths = [max(len(cell) for cell in column) for column in zip(names, *rows, strict=True)]
    for cells, style in ((names, "bold"), *((row, "") for row in rows)):
        screen.pieces(("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip(), style))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part:,} of {whole:,})" if whole else "-"


def _faults(screen: Screen, faults: list[Fault], kind: str, limit: int | None) -> None:
    if not faults:
        return
    from dragoman.analysis.wording import wording

    name, means = _KINDS[kind]
    shown = faults[:limit]
    more = "; --limit 0 shows all" if len(shown) < len(faults) else ""
    screen.heading(name, f"{len(shown):,} of {len(faults):,} shown: {means}{more}")
    for fault in shown:
        said = wording(fault.table, fault.record) if fault.record else _label(fault.label or {})
        screen.line(f"{fault.id}  {fault.table}: {said}", "cyan")
        screen.quote(fault.words)


def _label(label: dict[str, Any]) -> str:
    import msgspec

    return ", ".join(f"{k}={v if isinstance(v, str) else msgspec.json.encode(v).decode()}" for k, v in label.items()) or "any"
