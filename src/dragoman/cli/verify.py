"""`dragoman verify`: every hash and every offset."""

from __future__ import annotations

from dragoman.cli.terminal.options import ArchiveOption


def verify(*, archive: ArchiveOption = None) -> int:
    """Check every hash, offset and id of the archive, and all that is derived from them; nothing is changed."""
    from dragoman.cli.terminal.opening import open_archive
    from dragoman.cli.terminal.screen import Screen

    screen = Screen()
    with open_archive(archive) as opened:
        found = opened.verify()
        checked = ", ".join(f"{n:,} {name}" for name, n in found.checked.items())
        for finding in found.findings:
            screen.line(f"{finding.table} {finding.id}: {finding.what}", "red")
        more = f"; {len(found.findings):,} of them shown" if found.found > len(found.findings) else ""
        screen.line(f"{opened.folder}: {found.found:,} faults{more}" if found.found else f"{opened.folder} is sound")
        screen.line(f"checked: {checked}", "dim")
    return 0 if found.sound else 1
