"""What every coder sees of a document: its text, its sentences with who is named in them, and whose words they are."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.coding.document.chronicles import entries_of, is_chronology, items_of, looks_back
from dragoman.coding.document.dealings import Dealing, Visit
from dragoman.coding.document.discourse import Discourse
from dragoman.coding.instruments.register import Register, register_of
from dragoman.coding.names.bearers import called_by_surname, of_where_told
from dragoman.coding.names.lands import Lands
from dragoman.coding.names.mentions import Mention, Names, RoleMention
from dragoman.coding.names.persons import introduce_aliases, introduce_persons
from dragoman.coding.names.shorts import heads_of, introduce_organs, introduce_shorts, organs_of
from dragoman.language.dates import DateMention, find_dates
from dragoman.language.parse import Token
from dragoman.language.quotation import Quote, quotes
from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import Deixis, Organisation, State
from dragoman.records import Document, Passage

_KOREAS = frozenset({"PRK", "KOR"})
# Kinds of documents that are about the state in their title.
_ON_A_STATE = frozenset({"reference", "overview"})

if TYPE_CHECKING:
    from dragoman.coding.competences.offices import Holder
    from dragoman.coding.relations.sequels import Before


# "Voted for union with Ghana": of states, and not of workers.
_JOINED = (" with ", " between ")
_WHERE = re.compile(r"\b(?:in|at|near) (?:the )?$")


@dataclass(frozen=True)
class Knowledge:
    """What coding needs of a lexicon, prepared once per process."""

    lexicon: Lexicon
    names: Names
    deixis: list[tuple[re.Pattern[str], Deixis]]
    states: frozenset[str]
    territories: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    heads: dict[str, frozenset[str]] = field(default_factory=dict)
    organs: dict[str, frozenset[str]] = field(default_factory=dict)
    lands: Lands = field(default_factory=Lands)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Knowledge:
        deixis = []
        for entry in lexicon.all(Deixis):
            words = sorted(entry.words, key=len, reverse=True)
            # Pronouns may open a sentence; names of a country in deixis are written large always.
            pattern = "|".join(rf"[{w[0].upper()}{w[0].lower()}]{re.escape(w[1:])}" for w in words)
            flags = re.IGNORECASE if entry.means == "pair" else re.NOFLAG  # "both Governments"
            # "Korean-Russian ties" are the speaker's with another.
            end = r"(?!\w|-[^A-Z])" if entry.means == "speaker" else r"(?![\w-])"
            if entry.means == "pair":  # "the leaders of Chad", "the parties to the conflict" are named behind
                end += r"(?! of (?:the |an? |its |their |(?-i:[A-Z]))| to (?:the|an?|this)\b)"  # but "accused both countries of theft"
            deixis.append((re.compile(rf"(?<![\w-])(?:{pattern}){end}", flags), entry))
        states = lexicon.all(State)
        territories = frozenset(s.code for s in states if s.status == "territory")
        known = lexicon.all(Organisation)
        codes = frozenset(s.code for s in states)
        former = frozenset(s.code for s in states if s.status == "former")
        names, lands = Names(lexicon), Lands.of(lexicon)
        return cls(lexicon, names, deixis, codes, territories, former, heads_of(known), organs_of(known), lands)


def _titled(document: Document, mentions: Sequence[Mention], states: frozenset[str]) -> str | None:
    """The only state that the title of an overview or encyclopedia article names, whose offices it means where it names none."""
    if document.kind not in _ON_A_STATE or not document.title:
        return None
    end = document.text.find("\n")
    codes = {m.code for m in mentions if m.end <= end and m.code in states}
    return codes.pop() if len(codes) == 1 else None


@dataclass
class Story:
    """What the sentences coded so far have told that later ones go on about; offsets are where the telling sentence ends."""

    bond: Before | None = None  # the relation told last
    broken_with: tuple[str, ...] = ()  # whose ties were broken last, or their envoys turned out
    signatories: tuple[str, ...] = ()  # of the treaty told of last
    needy: tuple[str, ...] = ()  # who asked for aid last, or got it
    aggressor: tuple[str, ...] = ()  # who attacked or seized something last
    invader: tuple[str, ...] = ()  # who attacked another state last
    invaded: tuple[str, ...] = ()  # which state that was
    unowned: bool = False  # whether nobody knows of whom those were who attacked last
    recognised: tuple[str, ...] = ()  # whom somebody recognised last
    visit: Visit | None = None  # the one told last
    dealing: Dealing | None = None  # what one did to another last
    law: tuple[int, str | None, str | None] | None = None  # where powers were told of last: offset, instrument, state
    competent: tuple[int, Holder] | None = None  # whose powers those were
    article: tuple[int, str | None, tuple[str | None, ...], bool] | None = None  # offset, office, labels, whether they trail


def _dated_from(document: Document, knowledge: Knowledge) -> tuple[str, ...]:
    city = document.dateline_place
    senses = knowledge.names.senses(city) if city else ()
    codes = {s.code for s in senses if s.kind in ("capital", "place", "name")}
    return tuple(c for c in codes if c in knowledge.states) if len(codes) == 1 else ()


@dataclass
class Scene:
    """One document, ready for coding.

    `mentions` are all names, persons, aliases and deictic words with what they mean, in order and not overlapping;
    `roles` all office and role phrases; `spans` its sentences.
    """

    document: Document
    passages: Sequence[Passage]
    knowledge: Knowledge
    mentions: list[Mention] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    spans: Sequence[tuple[int, int]] = ()
    story: Story = field(default_factory=Story)
    # By the place where a word begins: coders ask of the same words again and again.
    _mentions_at: dict[int, Mention | None] = field(default_factory=dict)
    _roles_at: dict[int, RoleMention | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls, document: Document, passages: Sequence[Passage], spans: Sequence[tuple[int, int]], knowledge: Knowledge
    ) -> Scene:
        """Find every mention. `spans` are the document's sentences."""
        text = document.text
        named = knowledge.names.mentions(text, document.published, spans)
        roles = knowledge.names.roles(text)
        known = sorted([*named, *introduce_aliases(text, named)], key=lambda m: m.start)
        known = sorted([*known, *introduce_shorts(text, known, knowledge.heads)], key=lambda m: m.start)
        known = sorted([*known, *introduce_organs(text, known, knowledge.organs)], key=lambda m: m.start)
        people = introduce_persons(
            text,
            known,
            roles,
            document.speaker_state or _titled(document, known, knowledge.states),
            lambda name: knowledge.names.state_of_holder(name, document.published),
        )
        known = called_by_surname(text, known, people)
        if document.speaker_state is None and document.dateline_place:
            people = of_where_told(people, known, spans, lambda: _dated_from(document, knowledge))
        named_only = cls(document, passages, knowledge, sorted([*known, *people], key=lambda m: m.start), roles, spans)
        mentions = sorted([*named_only.mentions, *named_only._deictic()], key=lambda m: m.start)
        return cls(document, passages, knowledge, mentions, roles, spans)

    @cached_property
    def register(self) -> Register:
        """The instruments and provisions that the document cites."""
        return register_of(self)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The states and organisations that the document names."""
        return frozenset(m.code for m in self.mentions if m.code)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The states that speak in its passages."""
        return frozenset(p.speaker_state for p in self.passages if p.speaker_state)

    @cached_property
    def _role_starts(self) -> list[int]:
        return [r.start for r in self.roles]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [p.start for p in self.passages]

    @cached_property
    def quotes(self) -> list[Quote]:
        """All quotations of the document, found passage by passage so that a lost mark ends with its passage."""
        text = self.document.text
        return [q for line in re.finditer(r"[^\n]+", text) for q in quotes(text, line.start(), line.end())]

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that touch [start, end)."""
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end, first)
        if first and self.mentions[first - 1].end > start:
            first -= 1
        return [m for m in self.mentions[first:last] if start < m.end] if first < last else []

    def roles_within(self, start: int, end: int) -> list[RoleMention]:
        first = bisect.bisect_left(self._role_starts, start)
        last = bisect.bisect_left(self._role_starts, end, first)
        if first and self.roles[first - 1].end > start:
            first -= 1
        return [r for r in self.roles[first:last] if start < r.end] if first < last else []

    def before(self, offset: int, most: int = 1) -> list[tuple[int, int]]:
        """The sentences that begin before `offset`, the nearest first, `most` of them."""
        at = bisect.bisect_left(self.spans, (offset, 0))
        return list(reversed(self.spans[max(0, at - most) : at]))

    def just_before(self, offset: int) -> tuple[int, int] | None:
        """The sentence that begins last before `offset`, where it stands in the same paragraph."""
        last = next(iter(self.before(offset)), None)
        return last if last is not None and "\n" not in self.document.text[last[1] : offset] else None

    def tells(self, words: re.Pattern[str], start: int, until: int) -> bool:
        """Whether `words` stand in the sentence that begins at `start`, before `until`, or in the sentence before it."""
        spans = [*self.before(start), (start, until)]
        return any(words.search(self.document.text, *span) is not None for span in spans)

    @cached_property
    def told_on(self) -> str | None:
        """The date that days without a year go by: the document's, but not where it looks back on years long past."""
        document = self.document
        if document.published is None or document.dateline_place or document.kind not in ("article", "reference"):
            return document.published
        return None if looks_back(document.text, document.published) else document.published

    @cached_property
    def _entries(self) -> list[tuple[int, DateMention]]:
        return entries_of(self.document.text, self.document.published, self.document.title or "")

    def entry(self, offset: int) -> DateMention | None:
        """The date over the entry of a chronology that `offset` stands in."""
        at = bisect.bisect_right(self._entries, offset, key=lambda e: e[0]) - 1
        return self._entries[at][1] if at >= 0 else None

    @cached_property
    def _items(self) -> list[tuple[int, DateMention]]:
        return items_of(self.document.text)

    def item_above(self, offset: int) -> DateMention | None:
        """In a list of lines that open with dates: that of the line `offset` stands in, or of the one above where it opens one."""
        at = bisect.bisect_left(self._items, offset, key=lambda e: e[0])
        opens = at < len(self._items) and self._items[at][0] == offset
        if not at or not (opens or self.document.text.find("\n", self._items[at - 1][0], offset) < 0):
            return None
        return self._items[at - 1][1]

    @cached_property
    def titled(self) -> DateMention | None:
        """The one day or month that the title gives, where nothing else dates the text: "Bangladesh, August 2024"."""
        title = self.document.title or ""
        start = self.document.text.find(title, 0, 400) if title and self.document.published is None else -1
        found = find_dates(self.document.text, start, start + len(title), None) if start >= 0 else []
        return found[0] if len(found) == 1 and found[0].precision != "year" and found[0].date_end is None else None

    @cached_property
    def is_chronology(self) -> bool:
        """Whether the text tells entry by entry what was done, in the present tense too."""
        return bool(self._entries) or is_chronology(self.document.title or "")

    @cached_property
    def dated_from(self) -> tuple[str, ...]:
        """The state of the city that the text is dated from; where "police" and "students" without a state are at home."""
        return _dated_from(self.document, self.knowledge)

    @cached_property
    def ground(self) -> str | None:
        """The state where what the text tells happens, unless it says otherwise: which it is on, or is dated from."""
        return self.discourse.ground or next(iter(self.dated_from), None)

    def is_placed(self, mention: Mention) -> bool:
        """ "In Chad", "at the UN": a name that says where."""
        return _WHERE.search(self.document.text, max(0, mention.start - 10), mention.start) is not None

    def mention_at(self, token: Token) -> Mention | None:
        if token.start not in self._mentions_at:
            found = self.within(token.start, token.end)
            self._mentions_at[token.start] = found[0] if found else None
        return self._mentions_at[token.start]

    def role_at(self, token: Token) -> RoleMention | None:
        if token.start not in self._roles_at:
            self._roles_at[token.start] = self._find_role(token)
        return self._roles_at[token.start]

    def _find_role(self, token: Token) -> RoleMention | None:
        found = self.roles_within(token.start, token.end)
        if not found or (found[0].sector == "LAB" and self.document.text.startswith(_JOINED, found[0].end)):
            return None
        return None if self.is_of_name(found[0]) else found[0]

    def is_of_name(self, role: RoleMention) -> bool:
        """Whether a role is part of a longer name: the "Union" of the European Union is no trade union."""
        inside = (m for m in self.within(role.start, role.end) if m.start <= role.start and role.end <= m.end)
        return any(m.end - m.start > role.end - role.start for m in inside)

    def passage(self, offset: int) -> Passage | None:
        """The passage that `offset` stands in; the innermost (latest begun) where they nest."""
        i = bisect.bisect_right(self._passage_starts, offset) - 1
        while i >= 0:
            if self.passages[i].end > offset:
                return self.passages[i]
            i -= 1
        return None

    def speaker(self, offset: int) -> str | None:
        """The state that speaks at `offset`: the passage's, else the document's."""
        passage = self.passage(offset)
        if passage is not None and passage.speaker_state:
            return passage.speaker_state
        if passage is not None and passage.kind in ("question", "answer"):
            return None
        return self.document.speaker_state

    def base(self, offset: int) -> list[str]:
        """Whose words the text at `offset` is, outermost first, before what its sentence itself attributes."""
        passage = self.passage(offset)
        return list(passage.reported_by if passage is not None else self.document.reported_by)

    def addressed(self, offset: int) -> str | None:
        """Who "you" is at `offset`: whom a letter is to; in an interview the state that answers, or that asks."""
        passage = self.passage(offset)
        if passage is not None and passage.kind == "question":
            return self.document.speaker_state
        if passage is not None and passage.kind == "answer":
            asking = [c for c in passage.reported_by if c != passage.speaker_state]
            return asking[0] if asking else None
        return self._reader

    @cached_property
    def _reader(self) -> str | None:
        """The code of whom a letter or message is addressed to."""
        if self.document.kind not in ("letter", "message") or not self.document.addressee:
            return None
        named = self.knowledge.names.mentions(self.document.addressee, self.document.published, [])
        return next((m.code for m in named if m.code and m.kind in ("name", "adjective", "organisation")), None)

    @cached_property
    def discourse(self) -> Discourse:
        """What the text as a whole says of its parties."""
        return Discourse(self)

    def pair(self, offset: int) -> list[str]:
        """The two states that "the two countries" at `offset` means, or none."""
        return self.discourse.pair(offset)

    def _deictic(self) -> Iterable[Mention]:
        """Deictic words with a single actor ("we", "the Republic", "the enemy"); pairs are resolved where they are used."""
        text = self.document.text
        taken = [(m.start, m.end) for m in self.mentions]
        starts = [t[0] for t in taken]
        speakers = {*self.voices, self.document.speaker_state} - {None}
        for pattern, entry in self.knowledge.deixis:
            if entry.means == "pair" or (entry.state is not None and entry.state not in speakers):
                continue
            if entry.means != "itself" and not (speakers if entry.means in ("speaker", "hostile") else self._speaks_of_koreas):
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                at = bisect.bisect_right(starts, start)
                if any(a < end and start < b for a, b in taken[max(0, at - 1) : at + 1]):
                    continue
                code = self._meaning(entry, start)
                if code is not None:
                    yield Mention(start, end, match.group(), code, "deixis")

    def _meaning(self, entry: Deixis, offset: int) -> str | None:
        speaker = self.speaker(offset)
        if entry.means == "itself":
            if self.document.text[max(0, offset - 4) : offset] == " of ":
                return None  # "the President of the Republic" is an office
            return speaker if speaker in self.knowledge.states else self.discourse.about
        if entry.state is not None and speaker != entry.state:
            return None
        if entry.means == "speaker":
            return speaker
        if entry.means == "hostile":
            return "X-HOSTILE" if speaker else None
        # "the North" means a Korea only where Koreas are spoken of.
        return entry.means if self._speaks_of_koreas else None

    @cached_property
    def _speaks_of_koreas(self) -> bool:
        koreas = [m for m in self.mentions if m.code in _KOREAS]
        if any(m.kind in ("name", "capital") for m in koreas) or len({m.code for m in koreas}) > 1:
            return True
        city = self.document.dateline_place
        return city is not None and any(s.code in _KOREAS for s in self.knowledge.names.senses(city))
