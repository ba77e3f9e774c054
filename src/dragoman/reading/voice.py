"""Whose official voice an unsigned text is: known by how it speaks of its own country."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Deixis
from dragoman.lexicon.words import alternatives
from dragoman.reading.agents import code_of
from dragoman.reading.lines import plain
from dragoman.reading.selves import introduced
from dragoman.reading.signs import has_any

# So much of a text shows whose it is.
REACH = 20_000
_OURS = re.compile(rf"\bour (?:own )?(?:{alternatives('ours')})\b")
_OWN_ACT = re.compile(
    rf"\s+(?:(?:{alternatives('adverbs-of-resolve')}) )*(?:(?:is|remains|stands) (?:\w+ )?"
    rf"(?:{alternatives('resolved-to')})|{alternatives('acts-of-a-voice')})\b"
)
_BODY_ACTS = re.compile(rf"(?:^|[.!?:\n])[\s\"']*The (?:Ministry|Government)(?: of Foreign Affairs)?{_OWN_ACT.pattern}")
_STAND = re.compile(r"\b(?:position|view|policy|stand|attitude) of (?:the )?$")
_SEVERAL_TIMES = 3
_STAND_REACH = 24  # no such words are longer
_SIGNED = re.compile(r"([^\W\d_][\w .'-]{2,30}), (?:[\w ,.]{0,30} )?(?:1[89]|20)\d\d\.?")
_QUOTED = re.compile(r"\"[^\"\n]{0,600}\"")


class Voices:
    """Recognises official voices with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = lexicon.names
        own: dict[str, list[str]] = {}
        for entry in lexicon.all(Deixis):
            if entry.means == "speaker" and entry.state:
                # Single words ("Korea") name a country; only a way of speaking of it ("the Republic") gives a voice.
                own.setdefault(entry.state, []).extend(w.lower() for w in entry.words if " " in w)
        self._own = {state: (tuple(words), _any_of(words)) for state, words in own.items() if words}

    def state(self, text: str, title: str = "", home: str | None = None) -> str | None:
        """The state that speaks in `text`, or None; `home` is the one that it is dated from.

        It says "our country", or what only its own texts say ("the Government of the Republic"), outside quotations; and
        it is the state that the text speaks of most, or that its title names.
        """
        words = _QUOTED.sub(lambda m: " " * len(m.group()), plain(text[:REACH]))
        lowered = words.lower()
        ours = len(_OURS.findall(lowered)) if "our " in lowered else 0
        own = {state: len(pattern.findall(lowered)) for state, (signs, pattern) in self._own.items() if has_any(lowered, signs)}
        if not ours and not any(own.values()):
            return None
        named = self.named(words)
        if not named:
            return None
        most, count = min(named.items(), key=lambda item: (-item[1], item[0] != home, item[0]))
        if home not in (None, most) and count < _SEVERAL_TIMES and not own.get(most):
            return None  # the state of another town than it is dated from, named in passing
        if own.get(most, 0) + ours >= (1 if ours else 3):
            share = count / sum(named.values())
            second = max((n for code, n in named.items() if code != most), default=0)
            titled = most in self.named(plain(title))
            if share >= 0.4 or titled or own.get(most, 0) or count >= 2 * second:
                return most
        return None

    def acting(self, text: str, kind: str = "name") -> str | None:
        """The state that begins sentences as the speaker's own state does ("Japan will", "Ghana welcomes"), far more than
        any other; or the organisation, by its `kind`.
        """
        words = plain(text[:REACH])
        found: Counter[str] = Counter()
        for name in self._names.find(words):
            code = code_of(name, (kind,))
            begins = re.search(r"(?:^|[.!?:\n])[\s\"']*(?:The )?$", words[max(0, name.start - 8) : name.start])
            if code and "-" not in code and begins and _OWN_ACT.match(words, name.end):
                found[code] += 1
        most = max(found, key=lambda c: (found[c], c), default=None)
        return most if most and 2 * found[most] > sum(found.values()) else None

    def is_own(self, text: str) -> bool:
        """Whether a text speaks as a government of its own state without a name: "our ambassador", "The Ministry regrets"."""
        words = _QUOTED.sub(" ", plain(text[:REACH]))
        return _OURS.search(words.lower()) is not None or _BODY_ACTS.search(words) is not None

    def holding(self, text: str) -> str | None:
        """The only state whose "position", "view" or "policy" a text gives ("the position of the Peruvian Government is")."""
        words = plain(text[:REACH])
        found = {
            code_of(n, ("name", "adjective"))
            for n in self._names.find(words)
            if _STAND.search(words, max(0, n.start - _STAND_REACH), n.start)
        }
        states = {c for c in found if c and "-" not in c and len(c) == 3}
        return states.pop() if len(states) == 1 else None

    def seated(self, line: str) -> str | None:
        """The state of the capital that a line such as "Lima, spring 1975" begins with."""
        place = _SIGNED.fullmatch(plain(line))
        senses = self._names.senses(place.group(1)) if place else ()
        codes = {s.code for s in senses if s.kind == "capital"}
        return codes.pop() if len(codes) == 1 else None

    def introduced(self, text: str) -> str | None:
        """The state that a text says in the first person it speaks for."""
        return introduced(self._names, plain(text[:REACH]))

    def named(self, text: str) -> Counter[str]:
        """How often each state is named."""
        codes = (code_of(found, ("name", "adjective", "demonym")) for found in self._names.find(text))
        return Counter(code for code in codes if code and "-" not in code and len(code) == 3)


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(w) for w in words), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(longest_first) + r")(?![\w-]| of\b)")
