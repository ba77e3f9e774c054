"""Front matter: the `key: value` lines that stand over a text."""

from __future__ import annotations

import re

_KEY = re.compile(r"(\s*)([A-Za-z][\w .-]*?)\s*:(?:\s+(.*)|$)")
_ITEM = re.compile(r"\s*-\s+(.*)")
# Without dashes around it: two lines or more with keys in small letters, a title among them, and an empty line below.
_BARE = re.compile(r"\A\s*((?=(?:[^\n]+\n)*title: )(?:[a-z][a-z_]*: [^\n]+\n){2,})\s*\n")


def bare(text: str) -> tuple[str, int] | None:
    """The front matter that opens a plain text without any mark around it, and where the text goes on."""
    found = _BARE.match(text)
    return (found.group(1), found.end()) if found else None


def front_matter(text: str) -> dict[str, str]:
    """`key: value` lines, as YAML has them: quoted or plain, lists and one level of nesting; {} if it is none."""
    values: dict[str, str] = {}
    parent = last = ""
    for line in text.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        item, pair = _ITEM.match(line), _KEY.match(line)
        if item and last:
            values[last] = ", ".join(v for v in (values[last], _scalar(item.group(1))) if v)
        elif pair:
            indent, key, value = pair.group(1), pair.group(2), _scalar(pair.group(3) or "")
            parent = parent if indent else key
            last = f"{parent}_{key}" if indent and parent else key
            values[last] = value
        elif last and line[:1].isspace():
            values[last] = f"{values[last]} {_scalar(line)}".strip()
        else:
            return {}
    return values


def _scalar(value: str) -> str:
    value = value.strip()
    if value[:1] in ("'", '"'):
        end = value.rfind(value[0])
        inner = value[1:end] if end > 0 else value[1:]
        return inner.replace('\\"', '"') if value[0] == '"' else inner.replace("''", "'")
    value = re.sub(r"\s+#.*$", "", value)
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_scalar(v) for v in value[1:-1].split(",") if v.strip())
    return "" if value in ("|", ">", "|-", ">-", "~", "null") else value
