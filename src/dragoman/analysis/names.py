"""What actors are called, and which actor a user means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.archive.parties import is_code
from dragoman.errors import LexiconError, UsageError
from dragoman.lexicon.entries import Collective, Entry, Organisation, State
from dragoman.lexicon.loader import HERE, read_entries

# The built-in files that name actors in their own right. The others (places, offices, verbs) say nothing here, and
# reading them would take longer than an answer.
FILES = ("states.toml", "organisations.toml", "collectives.toml")
_BLOCK = re.compile(r"^(?=\[\[)", re.MULTILINE)
_CODE = re.compile(r'^code = "([^"]+)"', re.MULTILINE)
_NEAR = 5


class Names:
    """Display names by code, and codes by any name. Names and codes are found in any case.

    `blocks` are entries of the built-in lexicon as TOML, by code: parsing them all takes a tenth of a second, and most
    questions are about one. A name that one of the `users` entries gives means what they say alone.
    """

    def __init__(self, blocks: Mapping[str, Sequence[str]], users: Sequence[Entry] = ()) -> None:
        self._blocks = blocks
        self.users = users
        self._display = {entry.code: _display(entry) for entry in users if isinstance(entry, _Named)}

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Codes by their upper case."""
        return {code.upper(): code for code in (*self._blocks, *self._display)}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, bool]]:
        """For each name the codes it can mean, and whether it means them only with care."""
        text = "".join(block for found in self._blocks.values() for block in found)
        built_in = [entry for _, entry in read_entries(text.encode(), "lexicon")]
        return _gathered(built_in) | _gathered(self.users)

    def of(self, code: str | None) -> str:
        """The display name of `code`; of several joined by `+`, theirs; the code itself where it has none."""
        if code is None:
            return ""
        return self._of(code) or " and ".join(self._of(part) or part for part in code.split("+"))

    def _of(self, code: str) -> str | None:
        if code not in self._display and code in self._blocks:
            # A code may stand for two (NAM), which only the text tells apart.
            entries = [entry for _, entry in read_entries("".join(self._blocks[code]).encode(), code)]
            self._display[code] = " or ".join(map(_display, entries))
        return self._display.get(code)

    def called(self, code: str) -> list[str]:
        """All that an actor is called: names, adjectives and demonyms, as the lexicon writes them."""
        text = "".join(self._blocks.get(code, ()))
        entries = [entry for _, entry in read_entries(text.encode(), code)] if text else []
        mine = [entry for entry in (*entries, *self.users) if isinstance(entry, _Named) and entry.code == code]
        kinds = ("names", "adjectives", "demonyms")
        return [word for e in mine for word in (_display(e), *(w for kind in kinds for w in getattr(e, kind, ())))]

    def titled(self, code: str) -> str:
        """`Name (CODE)`, or the code alone where it has no name."""
        name = self.of(code)
        return code if name == code else f"{name} ({code})"

    def resolve(self, given: str, known: Callable[[str], bool] = lambda _: False) -> str:
        """The code that `given`, a code or a name, means.

        A code that no lexicon has is accepted where `known` says that it is in use. Raises UsageError that names near ones.
        """
        wanted = given.strip()
        if wanted.upper() in self._codes:
            return self._codes[wanted.upper()]
        named = self._by_name.get(_plain(wanted), {})
        sure = [code for code, careful in named.items() if not careful] or list(named)
        if len(sure) == 1:
            return sure[0]
        if sure:
            raise UsageError(f"{given!r} may mean {', '.join(map(self.titled, sorted(sure)))}; give the code")
        code = wanted.upper()
        if is_code(code) and known(code):
            return code
        near = self._near(wanted)
        allowed = f"near: {', '.join(near)}" if near else "give a code such as PRK or UN, or a name such as Russia"
        raise UsageError(f"no state or organisation {given!r}; {allowed}")

    def named(self, given: str) -> str | None:
        """The code of which `given` is a code or a name, and of no other; None where there is none."""
        found = self._codes.get(given.strip().upper())
        named = self._by_name.get(_plain(given.strip()), {})
        sure = [code for code, careful in named.items() if not careful] or list(named)
        return found or (sure[0] if len(sure) == 1 else None)

    def _near(self, wanted: str) -> list[str]:
        plain = _plain(wanted)
        close = get_close_matches(plain, self._by_name, n=_NEAR, cutoff=0.75)
        inside = sorted((name for name in self._by_name if len(plain) > 3 and plain in name.split()), key=len)
        codes = [code for name in (*close, *inside) for code in self._by_name[name]]
        if len(wanted) <= 4:
            codes += [self._codes[code] for code in get_close_matches(wanted.upper(), self._codes, n=3)]
        return [self.titled(code) for code in dict.fromkeys(codes)][:_NEAR]


def load_names(lexicons: Sequence[Path] = ()) -> Names:
    """The names of the built-in lexicon and of the user's files, whose names win. Raises LexiconError."""
    return _load(tuple(Path(path).resolve() for path in lexicons))


@lru_cache(maxsize=4)
def _load(lexicons: tuple[Path, ...]) -> Names:
    blocks: dict[str, list[str]] = {}
    for name in FILES:
        for block in _BLOCK.split((HERE / name).read_text("utf-8")):
            if (code := _CODE.search(block)) is not None and block.startswith("[["):
                blocks.setdefault(code[1], []).append(block)
    return Names(blocks, _entries(lexicons))


_Named = (State, Organisation, Collective)


def _display(entry: Entry) -> str:
    return entry.names[0] if isinstance(entry, Collective) else str(getattr(entry, "name", ""))


def _gathered(entries: Iterable[Entry]) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for entry in entries:
        if isinstance(entry, (State, Organisation, Collective)):
            for name in (_display(entry), *entry.names):
                codes = found.setdefault(_plain(name), {})
                codes[entry.code] = codes.get(entry.code, True) and name in entry.careful
    return found


def _entries(paths: Iterable[Path]) -> list[Entry]:
    found: list[Entry] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LexiconError(f"{path}: cannot be read ({error.strerror}); allowed: a TOML file") from error
        found += [entry for _, entry in read_entries(data, str(path))]
    return found


def _plain(name: str) -> str:
    words = name.casefold().replace("’", "'").replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
