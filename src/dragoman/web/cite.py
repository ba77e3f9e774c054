"""A document, or a passage of it, as a citation in the forms that reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

_BIBTEX = str.maketrans({"{": r"\{", "}": r"\}", "\\": r"\textbackslash{}", "%": r"\%", "#": r"\#", "&": r"\&", "$": r"\$", "_": r"\_",
                         "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})  # fmt: skip
_BROKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")

Fields = Mapping[str, Any]


def _line(value: object) -> str:
    """A value on one line, without characters that steer."""
    return " ".join(_BROKEN.sub(" ", str(value)).split())


def _passage(at: tuple[int, int] | None) -> str | None:
    return f"characters {at[0]}-{at[1]}" if at else None


def _facts(document: Fields, at: tuple[int, int] | None) -> dict[str, str]:
    """What is known, in the words of this module."""
    known = {
        "title": document.get("title") or document.get("source_path"), "author": document.get("speaker_name"),
        "office": document.get("speaker_office"), "outlet": document.get("outlet"), "publisher": document.get("publisher"),
        "date": document.get("published"), "url": document.get("url"), "language": document.get("language"),
        "kind": document.get("kind"), "passage": _passage(at), "id": document["document_id"],
    }  # fmt: skip
    return {name: _line(value) for name, value in known.items() if value}


def plain(document: Fields, at: tuple[int, int] | None = None) -> str:
    f = _facts(document, at)
    parts = [f.get("author"), f"“{f['title']}”", f.get("outlet") or f.get("publisher"), f.get("date", "undated"), f.get("url")]
    end = f"Dragoman document {f['id']}" + (f", {f['passage']}" if "passage" in f else "")
    return ", ".join(filter(None, parts)) + f". {end}.\n"


def bibtex(document: Fields, at: tuple[int, int] | None = None) -> str:
    f = _facts(document, at)
    year, month = f.get("date", "")[:4], f.get("date", "")[5:7]
    fields = {
        "title": f["title"], "author": f.get("author") or f.get("publisher") or f.get("outlet"),
        "howpublished": f.get("outlet"), "organization": f.get("publisher"), "year": year, "month": month, "date": f.get("date"),
        "url": f.get("url"), "language": f.get("language"),
        "note": "; ".join(filter(None, (f.get("kind"), f"Dragoman document {f['id']}", f.get("passage")))),
    }  # fmt: skip
    # An author in braces is one name, not a first and a last one.
    said = [
        f"  {name} = {{{'{' if name == 'author' else ''}{value.translate(_BIBTEX) if name != 'url' else value}{'}' if name == 'author' else ''}}}"
        for name, value in fields.items() if value
    ]  # fmt: skip
    return f"@misc{{dragoman:{f['id'][:12]},\n" + ",\n".join(said) + "\n}\n"


def csl(document: Fields, at: tuple[int, int] | None = None) -> str:
    f = _facts(document, at)
    made: dict[str, Any] = {
        "id": f"dragoman:{f['id']}",
        "type": "article-newspaper" if "outlet" in f else "document",
        "title": f["title"],
    }
    names = {
        "container-title": "outlet",
        "publisher": "publisher",
        "URL": "url",
        "language": "language",
        "genre": "kind",
        "locator": "passage",
    }
    made |= {name: f[key] for name, key in names.items() if key in f}
    if "author" in f:
        made["author"] = [{"literal": f["author"]}]
    if "date" in f:
        made["issued"] = {"date-parts": [[int(part) for part in f["date"].split("-")]]}
    made["note"] = f"Dragoman document {f['id']}"
    return json.dumps([made], ensure_ascii=False, indent=2) + "\n"


def ris(document: Fields, at: tuple[int, int] | None = None) -> str:
    f = _facts(document, at)
    lines = [("TY", "NEWS" if "outlet" in f else "GEN"), ("TI", f["title"])]
    tags = {"AU": "author", "T2": "outlet", "PB": "publisher", "UR": "url", "LA": "language", "M3": "kind", "SP": "passage"}
    lines += [(tag, f[key]) for tag, key in tags.items() if key in f]
    if "date" in f:
        lines += [("PY", f["date"][:4]), ("DA", f["date"].replace("-", "/"))]
    lines += [("ID", f["id"]), ("N1", f"Dragoman document {f['id']}"), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


# By the ending of the address: what makes it, its media type, and what readers call it.
FORMS: dict[str, tuple[Callable[[Fields, tuple[int, int] | None], str], str, str]] = {
    "txt": (plain, "text/plain; charset=utf-8", "plain"),
    "bib": (bibtex, "application/x-bibtex; charset=utf-8", "BibTeX"),
    "csl.json": (csl, "application/vnd.citationstyles.csl+json", "CSL-JSON"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8", "RIS"),
}
