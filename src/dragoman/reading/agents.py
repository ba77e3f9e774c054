"""Who is named with an office in a title or a first sentence: person, office, and the state or organisation they act for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.lexicon import Found, Lexicon, Sense
from dragoman.lexicon.entries import EventRule, Irregular, LightVerb, Office, Operator, Organisation
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import alternatives, word_class
from dragoman.reading.lines import plain
from dragoman.reading.persons import AFTER, BEFORE, BESTOWED, HONOURED, NAMED, NO_NAME, TITLES

_OF = re.compile(
    r"(?:\s*,)?\s+(?:of|for|to|from|in)\s+(?:the\s+)?(?:(?:[Gg]overnment|[Pp]eople|[Ss]tate|[Bb]rotherly|"
    r"[Ff]riendly)\s+of\s+(?:the\s+)?)?"
)
_OF_MORE = re.compile(r"((?:,?\s+(?:and\s+|&\s+|of\s+|for\s+|in\s+)?(?:the\s+)?[\w'.-]+){1,7}?)\s*,?\s+of\s+(?:the\s+)?$")
_OF_END = re.compile(r"(?:\s+of)?(?:\s+the)?\s*$")
_TO_HOST = re.compile(
    r"\s+(?:to|in|at)\s+(?:the\s+)?"
    r"(?:[A-Z][\w.'-]+\s(?=Union|States|Kingdom|Nations|Republic|Emirates|Arabia|Africa|Zealand|Lanka))?"
    r"[A-Z][\w.'-]+(?:\s(?:and|of)\s[A-Z][\w.'-]+)?"
)
_OWN = re.compile(r"(?:'s)?\s")
_CHAIN = re.compile(r"\s*,?\s+(?:(?:of|for|at|in|and)\s+)?(?:the\s+)?|\s+[&/]\s+|\s*/\s*")
_ADJACENT = re.compile(rf"(?:'s)?(?:\s+|-)(?:(?:{alternatives('between-state-and-office')})\s+){{0,2}}")
_SEATS = word_class("seats-of-missions")
_BRACKET = re.compile(r"\s*\(\s*$")
# What stands between the names of a list, and before the first.
_LISTED = re.compile(r"(?:\s*,)?\s*(?:and\s+|&\s+)?(?:of\s+)?(?:the\s+)?", re.IGNORECASE)
# A word that an office goes by and a person too, before a name.
_FORENAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]")
_STATUS = re.compile(r"\b(?:former|ex|then|late|ousted|previous|outgoing)[ -]$", re.IGNORECASE)
_INSTITUTIONS = (
    "ministry", "government", "parliament", "cabinet", "presidium", "committee", "embassy", "consulate", "court",
    "general-staff", "commission", "presidency", "administration", "congress", "delegation", "office", "council", "agency",
    "association", "organ", "service", "junta", "bank",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody named at `[start, end)`.

    `office` is as written, without the state; `office_id` the lexicon's. `institution`: a ministry or government rather
    than a person; `former`: the text says that the office was held before.
    """

    start: int
    end: int
    name: str | None = None
    office: str | None = None
    office_id: str | None = None
    code: str | None = None
    institution: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    """An office as written: where it ends, where its words without the state end, where what belongs to it ends, the state, and
    words between it and the state.
    """

    end: int
    words_end: int
    after: int
    code: str | None
    more: str = ""


class Agents:
    """Finds agents with one lexicon. Meant for short stretches: a title, a first sentence, a signature."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names = lexicon.names
        self._offices = lexicon.phrases(Office)
        inflection = Inflection(lexicon.all(Irregular))
        rules: list[EventRule | Operator | LightVerb] = [
            *lexicon.all(EventRule),
            *lexicon.all(Operator),
            *lexicon.all(LightVerb),
        ]
        lemmas = {v for rule in rules for v in rule.verbs}
        # Headlines write verbs large behind names; a base form may be a name itself ("Grant", "Mark").
        self._verbs = frozenset(f for v in lemmas if " " not in v for f in inflection.verb(v) if f.endswith(("s", "ed", "ing")))

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The codes of organisations, which are no states'."""
        return frozenset(o.code for o in self._lexicon.all(Organisation))

    def find(self, text: str) -> list[Agent]:
        """Agents in `text`, in order, not overlapping: those with an office first, then office-holders known by name."""
        folded = plain(text)
        names = list(self._found(folded))
        states = [(f, code) for f in names if (code := code_of(f))]
        offices = [(s, e, o[0]) for s, e, o in self._offices.find(folded)]
        out: list[Agent] = []
        for start, end, office in offices:
            if out and start < out[-1].end:
                continue
            agent = self._agent(folded, start, end, office, offices, states)
            if agent is None:
                continue
            if out and agent.name and agent.name == out[-1].name:  # "Marshal X, president of …": the office, not the rank
                out[-1] = replace(agent, start=out[-1].start)
            elif not out or agent.start >= out[-1].end:
                out.append(agent)
        for found in names:
            holder = next((s for s in found.senses if s.kind == "holder"), None)
            if (
                holder
                and " " in folded[found.start : found.end]
                and not any(a.start < found.end and found.start < a.end for a in out)
            ):
                out.append(Agent(found.start, found.end, text[found.start : found.end], None, holder.office, holder.code))
        return sorted(out, key=lambda a: a.start)

    def codes(self, text: str, *, kinds: Iterable[str] = ("name", "adjective", "demonym", "organisation", "body")) -> list[str]:
        """Codes of the states and organisations named in `text`, each once, in order."""
        found = (code_of(f, kinds) for f in self._found(plain(text)))
        return list(dict.fromkeys(c for c in found if c))

    def spans(self, text: str, kinds: Iterable[str]) -> list[tuple[int, int, str]]:
        """Where states and organisations are named in `text`, with their codes."""
        return [(f.start, f.end, code) for f in self._found(plain(text)) if (code := code_of(f, kinds))]

    def first_code(self, text: str) -> str | None:
        """The code of the state or organisation that `text` begins with."""
        words = re.match(r"\s*(?:[Tt]he\s+)?", text)
        at = words.end() if words else 0
        found = next(self._found(plain(text[: at + 80])), None)
        return code_of(found) if found is not None and found.start <= at else None

    def series(self, text: str, start: int) -> tuple[str, ...]:
        """The codes of the states that `text` names one after the other from `start` on: "A, B and the Republic of C"."""
        return self.series_to(text, start)[0]

    def series_to(self, text: str, start: int) -> tuple[tuple[str, ...], int]:
        """The same, and where the last of them ends."""
        codes: dict[str, None] = {}
        at = start
        for found in self._found(text):
            code = code_of(found, ("name",))
            if found.start < start or code is None:
                continue
            if _LISTED.fullmatch(text, at, found.start) is None:
                break
            codes[code] = None
            at = found.end
        return tuple(codes), at

    def house(self, text: str) -> tuple[str, int] | None:
        """The code of the organisation that `text` begins with, and where its name ends; an organ of the UN carries others."""
        words = re.match(r"(?:[Tt]he\s+|THE\s+)?", text)
        found = next(self._found(plain(text)), None)
        code = code_of(found, ("organisation",)) if found is not None and words and found.start == words.end() else None
        return (code, found.end) if found and code in self.organisations and not (code or "").startswith("UN") else None

    def is_whole(self, text: str) -> bool:
        """Whether `text` is the name of a state or organisation and nothing else."""
        found = next(self._found(plain(text)), None)
        rest = (text[: found.start] + text[found.end :]).strip(" ,.()").lower() if found else text
        return rest in ("", "the", "of", "of the")

    def person(self, text: str) -> str | None:
        """The name that `text` begins with, honorifics apart; None where it is no person's."""
        match = NAMED.match(text)
        return self._checked(match.group(1)) if match else None

    def person_code(self, name: str) -> str | None:
        """The state of an office-holder whom the lexicon knows by this name."""
        return next((s.code for s in self._names.senses(plain(name)) if s.kind == "holder"), None)

    def _found(self, text: str) -> Iterator[Found]:
        """Names in `text`; written in capitals where all of it is."""
        return self._names.find(text, capitals=text.isupper() and len(text) > 8)

    def _agent(
        self, text: str, start: int, end: int, office: Office,
        offices: list[tuple[int, int, Office]], states: list[tuple[Found, str]],
    ) -> Agent | None:  # fmt: skip
        code, begin = self._state_before(text, start, states)
        institution = _is_institution(office)
        title = self._title(text, start, _chained(text, end, institution, offices), code, institution, offices, states)
        between = self._checked(title.more) if title.more.lstrip(" ,")[:1].isupper() else None
        if between:  # "President Roh Moo-hyun of the Republic of Korea"
            until = text.find(between, title.end) + len(between)
            words = text[start : title.words_end]
            return Agent(begin, max(title.after, until), between, words, office.id, title.code, institution)
        if title.code is None and not institution:
            title = self._by_ministry(text, title, offices, states)
        words, after = text[start : title.words_end + len(title.more)].strip(" ,"), title.after
        own = (o for o in offices if o[0] >= after and _is_institution(o[2]) and _OWN.fullmatch(text, after, o[0]))
        body = next(own, None)
        if body is not None and after > title.end and not institution:  # "spokesman for the DPRK Foreign Ministry"
            words, after = f"{words} for the {text[body[0] : body[1]]}", body[1]
        name, left, right = (None, begin, after) if institution else self._name(text, begin, title.end, after)
        if office.careful and title.code is None and (name is None or " " not in name):
            return None
        former = any(_STATUS.search(text[max(0, at - 12) : at]) is not None for at in (begin, start))
        return Agent(left, max(right, after), name, words, office.id, title.code, institution, former)

    def _title(
        self, text: str, start: int, end: int, code: str | None, institution: bool,
        offices: list[tuple[int, int, Office]], states: list[tuple[Found, str]],
    ) -> _Title:  # fmt: skip
        """The words of an office that stand at `[start, end)`, with the state in, over or behind them."""
        words_end, after = end, end
        straddling = next(((f, c) for f, c in states if start < f.start < end < f.end), None)
        if straddling is not None:  # "President of the Republic of Kenya"
            code, end = code or straddling[1], straddling[0].end
            words_end = start + len(_OF_END.sub("", text[start : straddling[0].start]))
            after = end
        whole = next(((f, c) for f, c in states if f.start == start and f.end > end), None)
        if whole is not None and institution:  # "Foreign Office of Pakistan", a name of its own
            code, after = code or whole[1], whole[0].end
        if straddling is not None:
            return _Title(end, words_end, after, code)
        inner = next(((f, c) for f, c in states if f.start >= start and f.end <= end and _is_own(text, start, f)), None)
        if inner is not None:  # "president of the state affairs of the DPRK", "UN secretary-general"
            if inner[0].start > start and inner[0].end == end:
                words_end = start + len(_OF_END.sub("", text[start : inner[0].start]))
            return _Title(end, words_end, after, code or inner[1])
        if code is None or not institution:
            reach = next((s for s, _, _ in offices if s >= end), len(text))
            if (behind := self._state_after(text, end, reach, states)) is not None:
                return _Title(end, words_end, behind[1], code or behind[0], behind[2])
        return _Title(end, words_end, after, code)

    def _by_ministry(
        self, text: str, title: _Title, offices: list[tuple[int, int, Office]], states: list[tuple[Found, str]]
    ) -> _Title:
        """ "Vice-minister in charge of … of the Ministry of … of the DPRK": whose the ministry behind an office is."""
        for start, end, other in offices:
            if not (title.end <= start <= title.end + 70 and _is_institution(other)):
                continue
            gap = text[title.end : start]
            if _OF_MORE.fullmatch(gap + " of ") and not _verb_like(gap):
                above = self._state_after(text, end, len(text), states)
                before, _ = self._state_before(text, start, states)
                return replace(title, code=before or (above[0] if above else None), after=above[1] if above else end)
        return title

    def _state_before(self, text: str, start: int, states: list[tuple[Found, str]]) -> tuple[str | None, int]:
        """The state before an office ("DPRK permanent representative", "Russia's foreign minister") and where it begins."""
        for found, code in reversed(states):
            if found.end <= start and start - found.end < 50 and _ADJACENT.fullmatch(text, found.end, start):
                return code, found.start
        return None, start

    def _state_after(
        self, text: str, end: int, reach: int, states: list[tuple[Found, str]]
    ) -> tuple[str, int, str] | None:  # fmt: skip
        """The state after an office ("minister of foreign affairs of the DPRK"), where it ends, and words in between.

        `reach`: where the next office begins, which a state behind it would belong to.
        """
        for found, code in states:
            if (
                found.start < end
                or found.start - end > 90
                or found.start > reach
                or any(s.kind == "adjective" for s in found.senses[:1])
            ):
                continue
            gap = text[end : found.start]
            if _OF.fullmatch(gap) or _BRACKET.fullmatch(gap):
                return code, found.end, ""
            more = _OF_MORE.fullmatch(gap)
            if more and not re.search(r"[.;:]\s", gap) and not _verb_like(gap):
                return code, found.end, more.group(1)
            return None
        return None

    def _name(self, text: str, begin: int, end: int, after: int) -> tuple[str | None, int, int]:
        """The person beside an office: the name, and where the phrase with it begins and ends."""
        host = _TO_HOST.match(text, after)  # "ambassador of Hungary to Vietnam Ferenc Kiss"
        for at in dict.fromkeys((after, end, host.end() if host else end)):
            match = AFTER.match(text, at)
            name = self._checked(match.group(1)) if match else None
            if match and name and (" " in name or not text[at : match.start(1)].lstrip().startswith(",")):
                return name, begin, match.start(1) + len(match.group(1)[: match.group(1).find(name) + len(name)])
        window = max(0, begin - 90)
        article = re.search(r"(?:\bthe\s+)?$", text[window:begin])
        over = text[window : begin - len(article.group() if article else "")]
        before = BEFORE.search(over) or HONOURED.search(over)
        if before:
            name = self._checked(before.group(1), last=True)
            if name:
                return name, window + before.end(1) - len(name), after
        return None, begin, after

    def _checked(self, words: str, *, last: bool = False) -> str | None:
        """`words` cut down to a name: no words of headlines, no states; None where nothing of a name is left.

        `last`: the name ends the words, so that what cannot belong to it cuts off what stands before.
        """
        bestowed = BESTOWED.match(words)
        words = words[bestowed.end() :] if bestowed is not None else words
        tokens = words.split()
        stops = [
            i
            for i, t in enumerate(tokens)
            if t.lower().rstrip(".'s") in NO_NAME or t.lower() in NO_NAME or t.lower() in self._verbs or self._is_state(t)
        ]
        if stops:
            tokens = tokens[stops[-1] + 1 :] if last else tokens[: stops[0]]
        while tokens and (not tokens[0][0].isupper() or (len(tokens) > 1 and tokens[0].lower().rstrip(".") in TITLES)):
            tokens = tokens[1:]
        while tokens and not tokens[-1][0].isupper():
            tokens = tokens[:-1]
        name = " ".join(tokens).removesuffix("'s").removesuffix("’s")
        if not name or len(name) < 3 or name.lower() in _SEATS or (name.isupper() and len(tokens) < 2 and len(name) < 4):
            return None
        return name

    def _is_state(self, token: str) -> bool:
        return any(
            s.kind in ("name", "adjective", "demonym", "organisation", "capital") and not s.careful
            for s in self._names.senses(token)
        )


def code_of(found: Found, kinds: Iterable[str] = ("name", "adjective", "demonym", "organisation", "body")) -> str | None:
    """The code that a name most likely means here; None for places, persons and words with other meanings."""
    senses = [s for s in found.senses if s.kind in kinds and s.code]
    return min(senses, key=_order).code if senses else None


def _order(sense: Sense) -> int:
    return ("name", "organisation", "adjective", "demonym", "body").index(sense.kind) if sense.kind in _KINDS else len(_KINDS)


_KINDS = ("name", "organisation", "adjective", "demonym", "body")


def _is_own(text: str, start: int, found: Found) -> bool:
    """Whether a name inside an office phrase is whose office it is ("UN …", "… of the DPRK"), not where it is held."""
    return found.start == start or re.search(r"\sof\s(?:the\s)?$", text[start : found.start]) is not None


def _chained(text: str, end: int, institution: bool, offices: list[tuple[int, int, Office]]) -> int:
    """Where the last ends of the offices that one holds together with that which ends at `end`: "spokesperson for the Ministry
    of Foreign Affairs", "Foreign Minister and Deputy Premier".
    """
    for start, until, other in offices:
        if start < end or not _CHAIN.fullmatch(text, end, start) or (_is_institution(other) and institution):
            continue
        between = text[end:start].strip()
        if re.search(r"\b(?:at|in)\b", between) and not _is_institution(other):
            continue  # "Minister of Foreign Affairs, at the general debate"
        if between in ("and", "&", ",", "/") if _is_institution(other) else not between and _FORENAME.match(text, start):
            break  # "Ambassador to Rome Amir Haddad"
        end = until
    return end


def _is_institution(office: Office) -> bool:
    return office.id.endswith(_INSTITUTIONS)


def _verb_like(gap: str) -> bool:
    """Whether a clause stands between office and state, so that they do not belong together."""
    return (
        re.search(
            r"\b(?:said|says|told|met|meets?|visit(?:s|ed)?|sent|sends|received|receives|arrived|held|issued|is|"
            r"was|will|has|had|on|with|by|against|over|at|before|during)\b|"
            r"\b(?:in|to) (?:the |a )?(?:[\w-]+ ){0,3}(?:debate|session|meeting|conference|summit|plenary)\b",
            gap,
        )
        is not None
    )


def alone(agent: Agent) -> Agent:
    """The agent as `speaker_*` has it: an unsigned official text is its state's alone."""
    return replace(agent, name=None, office=None, office_id=None) if agent.institution else agent
