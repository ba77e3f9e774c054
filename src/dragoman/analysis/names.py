"""What actors are called, and which actor a user means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from dragoman.archive.parties import is_code
from dragoman.errors import LexiconError, UsageError
from dragoman.lexicon.entries import Collective, Entry, Organisation, State
from dragoman.lexicon.loader import HERE, read_entries

# The built-in files that name actors in their own right. The others (places, offices, verbs) say nothing here, and
# reading them would take longer than an answer.
FILES = ("states.toml", "organisations.toml", "collectives.toml")
_NEAR = 5


class Names:
    """Display names by code, and codes by any name. Names and codes are found in any case."""

    def __init__(self, entries: Sequence[Entry], users: Sequence[Entry] = ()) -> None:
        """A name that one of the `users` entries gives means what they say alone."""
        self.display: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._by_name = self._gather(entries) | self._gather(users)

    def _gather(self, entries: Sequence[Entry]) -> dict[str, dict[str, bool]]:
        """For each name the codes it can mean, and whether it means them only with care."""
        found: dict[str, dict[str, bool]] = {}
        for entry in entries:
            if not isinstance(entry, (State, Organisation, Collective)):
                continue
            own = (entry.names[0],) if isinstance(entry, Collective) else (entry.name,)
            self.display[entry.code] = own[0]
            self._codes[entry.code.upper()] = entry.code
            for name in (*own, *entry.names):
                codes = found.setdefault(_plain(name), {})
                codes[entry.code] = codes.get(entry.code, True) and name in entry.careful
        return found

    def of(self, code: str | None) -> str:
        """The display name of `code`; of several joined by `+`, theirs; the code itself where it has none."""
        if code is None:
            return ""
        return self.display.get(code) or " and ".join(self.display.get(part, part) for part in code.split("+"))

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
    return Names(_entries(HERE / name for name in FILES), _entries(lexicons))


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
