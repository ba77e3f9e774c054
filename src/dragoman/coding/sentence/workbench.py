"""What a table's coder works on: one parsed sentence in its document, with all that is known about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.coding.document.scene import Scene
from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.sentence.attribution import chain
from dragoman.coding.sentence.predicates import Clauses
from dragoman.coding.sentence.topics import contexts_in
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.coding.who.reference import Reference, Referrer
from dragoman.coding.who.whoever import BODIES, INQUIRERS
from dragoman.language.date_anchors import describes, is_aside
from dragoman.language.date_figures import Form
from dragoman.language.date_forms import forms_in
from dragoman.language.dates import DateMention, find_dates, resolved, stand_alone
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import alternatives, word_class
from dragoman.text import Span

# How far back a date is looked for that others go by, in characters, and the shortest stretch that may hold one.
_ANCHORS = 600
# A paragraph of a chronicle is hardly longer: so much of the one above is read for its dates.
_FURTHEST = 4_000
# A line so long is a paragraph, and no heading, in characters.
_PARAGRAPH = 120
_SHORTEST = 8
# What somebody has and does, so that a sentence on it is about them; and what only leads to a sentence on somebody.
_CONDUCT = word_class("conduct")
_LEADING = word_class("facts-that-lead")
_ENTRY_YEAR = re.compile(r"((?:1[6-9]|20)\d\d)\s+(?=[A-Z\"“])")
# "The statement of 9 November 2020": a date that says which text is meant, and not when something was done.
_OF_TEXT = re.compile(
    rf"\b(?:{alternatives('texts-of-somebody')})\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass
class Workbench:
    """`scene` is the document, `sentence` the parsed sentence, `referrer` says who its phrases mean,
    `tables` are those that its words may hold something for, `clauses` answers questions about its predicates.
    """

    scene: Scene
    sentence: Sentence
    referrer: Referrer
    vocabulary: Vocabulary
    tables: frozenset[str]
    clauses: Clauses = field(init=False)

    def __post_init__(self) -> None:
        self.clauses = Clauses(self.sentence, self.vocabulary)

    def mended(self, sentence: Sentence, referrer: Referrer, clauses: Clauses) -> Workbench:
        """The same words with another tree; itself where the tree is its own."""
        if sentence is self.sentence:
            return self
        bench = Workbench(self.scene, sentence, referrer, self.vocabulary, self.tables)
        bench.clauses = clauses
        bench.__dict__ |= {told: self.__dict__[told] for told in ("forms", "dates") if told in self.__dict__}  # of no tree
        return bench

    @cached_property
    def forms(self) -> list[Form]:
        """The date expressions of the sentence, as its words have them."""
        return forms_in(self.text, self.sentence.start, self.sentence.end)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates that the sentence names; "the same day" and a year left out go by those named before in its paragraph."""
        start, end, published = self.sentence.start, self.sentence.end, self.scene.told_on
        forms = self.forms
        entry = self._entry_year()
        if entry is not None:  # "1972 The Agreement is signed on 22 July", in a chronology
            found = resolved(forms, self.text, start, end, published, [f"{entry.date}-01"]) if forms else []
            return found if any(d.start <= start or d.date[:4] == entry.date for d in found) else [entry, *found]
        if not forms:
            return []
        begin = max(self.text.rfind("\n", 0, start) + 1, start - _ANCHORS)
        alone = stand_alone(forms, self.text)
        above = self._above(start, begin) if not alone else []
        found = find_dates(self.text, begin, start, published, above) if not alone and start - begin > _SHORTEST else []
        before = [d for d in found if d.precision != "year" or not describes(self.text, d.start, d.end)]
        over = self.scene.entry(start) if not before and not alone else None
        if over is not None:  # "The ties are restored the following day", under "4 May 1971"
            before = [over]
        told = [d for d in before if not _OF_TEXT.search(self.text, max(begin, d.start - 32), d.start)] or before
        told = [d for i, d in enumerate(told) if not i or not is_aside(self.text, told[i - 1].end, d.start)]
        return resolved(forms, self.text, start, end, published, [d.date for d in told[-1:]] or above)

    def _above(self, start: int, begin: int) -> list[str]:
        """The date that the paragraph from `begin` goes on from: of a list's item, else, in a text without a date of its own, of
        the paragraph above it or the title.
        """
        item = self.scene.item_above(start)
        if item is not None or self.scene.told_on is not None:
            return [item.date] if item is not None else []
        above = self._dates_above(begin)
        told = above[-1] if above else self.scene.titled
        return [told.date] if told is not None else []

    def _dates_above(self, floor: int) -> list[DateMention]:
        """The dates of the paragraph over one in a text that no day of its own dates; a heading over it parts the two."""
        above = max(self.text.rfind("\n", 0, max(0, floor - 1)) + 1, floor - _FURTHEST)
        if floor - above < _PARAGRAPH or self.text[above:floor].rstrip()[-1:] not in (".", '"', "”"):
            return []
        found = find_dates(self.text, above, floor, None)
        return [d for d in found if d.precision != "year" or not describes(self.text, d.start, d.end)]

    def _entry_year(self) -> DateMention | None:
        """The year that alone opens a line and a sentence, where a line beside it begins so too."""
        year = _ENTRY_YEAR.match(self.text, self.sentence.start, self.sentence.end)
        if year is None or self.text[max(0, self.sentence.start - 1) : self.sentence.start] not in ("", "\n"):
            return None
        before = self.text.rfind("\n", 0, max(0, self.sentence.start - 1)) + 1
        after = self.text.find("\n", self.sentence.start) + 1
        beside = _ENTRY_YEAR.match(self.text, before) or (_ENTRY_YEAR.match(self.text, after) if after else None)
        return DateMention(year.start(), year.end(1), year[1], None, "year", "text") if beside else None

    @cached_property
    def contexts(self) -> list[str]:
        """The contexts that the sentence's words tell."""
        return contexts_in(self.words, self.scene.knowledge.lexicon)

    @property
    def document_id(self) -> str:
        return self.scene.document.document_id

    @property
    def text(self) -> str:
        """The document's text, which all offsets point into."""
        return self.scene.document.text

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text[self.sentence.start : self.sentence.end]

    def speaker(self) -> str | None:
        """The state whose words the sentence is, before what it attributes itself."""
        return self.scene.speaker(self.sentence.start)

    def reported_by(self, token: Token, clauses: Clauses | None = None) -> list[str]:
        """Whose words the clause of `token` is, outermost first; `clauses`: of another tree of the sentence that has it."""
        if clauses is None or clauses.sentence is self.sentence:
            clauses, referrer = self.clauses, self.referrer
        else:
            referrer = self.referrer.of(clauses.sentence)
        return chain(token, self.scene.base(token.start), clauses, referrer, self.scene.knowledge.lexicon)

    def subject(self) -> Reference | None:
        """Who the sentence's main clause is about, all together, for pronouns of the next sentence."""
        for head in self._topics():
            known = [r for r in self.referrer.all(head) if r.codes]
            if known:
                codes = tuple(dict.fromkeys(c for r in known for c in r.codes))
                several = len(codes) > 1 or bool(self.sentence.children(head, "conj"))  # "Chad and its allies"
                return replace(known[0], codes=codes, plural=known[0].plural or several)
        return None

    def _topics(self) -> list[Token]:
        """The subjects of the main clause; of "the conduct of Chad" Chad, of "the fact is that Chad ..." that of the clause."""
        sentence = self.sentence
        root = sentence.tokens[sentence.root]
        heads = sentence.children(root, "nsubj", "nsubjpass")
        # "Chad has since the war pursued ...": parsers hang the subject on the auxiliary.
        heads += [s for a in sentence.children(root, "aux") for s in sentence.children(a, "nsubj")]
        if len(heads) != 1 or heads[0].tag not in ("NN", "NNS"):
            return heads
        head = heads[0]
        if head.lower in _CONDUCT:
            heads += [*sentence.children(head, "poss"), *self.clauses.under(head, "of")]
        elif head.lower in _LEADING:
            heads += [s for c in sentence.children(root, "ccomp") for s in sentence.children(c, "nsubj", "nsubjpass")]
        return heads

    def is_of_thing(self) -> bool:
        """ "This illegal act is void", "The court held", "The Panel found no arms": whether the main clause is about a thing, or a
        body of no state that is named, which "it" means in the next sentence.
        """
        root = self.sentence.tokens[self.sentence.root]
        heads = self.sentence.children(root, "nsubj", "nsubjpass")
        beside = [(h, c.lower) for h in heads for c in self.sentence.children(h, "det", "amod")]
        pointed = any(c in ("this", "such") or (c == "the" and h.lower in INQUIRERS) for h, c in beside)
        return pointed and not any(self.referrer.codes(h) for h in heads)

    def stranger(self) -> Reference | None:
        """ "Caid Essebsi asked for arms", "the Secretary told the envoy": who is "he" in the next sentence, though no list knows
        him; an official of no state named, in a state's own text, is of that state.
        """
        heads = self._topics()
        known = self.scene.mention_at(heads[0]) if len(heads) == 1 and heads[0].tag == "NNP" else None
        if len(heads) != 1 or heads[0].tag != "NNP" or (known is not None and (known.code or known.kind != "person")):
            return None
        head, role = heads[0], self.scene.role_at(heads[0])
        span = Span(head.start, head.end)
        if role is None:
            named = not self.sentence.children(head, "det", "poss", "amod") and head.lower not in BODIES
            return Reference((), None, head.text, span, head.i) if named else None
        speaker = self.speaker() if role.sector == "GOV" and head.lower not in BODIES else None
        return Reference((speaker,), "GOV", head.text, span, head.i) if speaker is not None else None

    def only_person(self) -> Reference | None:
        """The one person that the sentence names, for "he" or "she" in the next where no person is its subject."""
        inside = [m for m in self.scene.within(self.sentence.start, self.sentence.end) if m.kind in OF_PERSONS and m.code]
        if len({m.name for m in inside}) != 1:
            return None
        heads = self.sentence.at(inside[-1].start, inside[-1].end)
        if heads and any(a.dep == "relcl" for a in self.sentence.ancestors(heads[-1])):
            return None  # "the statement of your envoy, who likened us to Idi Amin"
        return self.referrer.refer(heads[-1]) if heads else None
