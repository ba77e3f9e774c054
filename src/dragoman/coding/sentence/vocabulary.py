"""The lexicon's event rules, operators and groups, made ready for look-up by word form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from dragoman.lexicon import Lexicon
from dragoman.lexicon.entries import EventRule, EventType, Figure, Group, Irregular, LightVerb, Operator, PhrasalVerb
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import word_class

Entry = TypeVar("Entry")
# "An attempt to assassinate": other nouns that open an infinitive tell a wish ("the need to combat piracy").
ATTEMPTS = frozenset({"attempt", "bid", "effort"})
WORDS = word_class("words-from-somebody")


# A set of groups of words as the bits of a number.
Groups = int


@dataclass(frozen=True)
class Vocabulary:
    """Rules and operators by lemma, lemmas by form, and the scores of the ontology.

    A form may belong to several lemmas ("found": find, found).
    """

    verb_lemmas: dict[str, tuple[str, ...]]
    noun_lemmas: dict[str, tuple[str, ...]]
    verb_rules: dict[str, list[EventRule]]
    noun_rules: dict[str, list[EventRule]]
    verb_operators: dict[str, list[Operator]]
    noun_operators: dict[str, list[Operator]]
    light: frozenset[str]
    groups: dict[str, frozenset[str]]
    types: dict[str, EventType] = field(default_factory=dict)
    domestic: frozenset[str] = frozenset()
    # Rules by which who speaks lays a deed to the subject ("meddles in our affairs").
    laid: frozenset[str] = frozenset()
    # Rules that tell an infinitive on their verb with it; so does whoever accuses ("accused of plotting to kill").
    whole: frozenset[str] = frozenset()
    # Rules whose negation is part of what they tell ("refused", "sees no need"): it does not count again.
    negative: frozenset[str] = frozenset()
    # Rules that tell of what somebody will not do: "will not run again".
    forgone: frozenset[str] = frozenset()
    # Verbs that say with a particle what another says by itself, by their lemmas.
    phrasal: dict[str, list[PhrasalVerb]] = field(default_factory=dict)
    # Objects with which a verb is a figure of speech, by its lemma.
    figures: dict[str, frozenset[str]] = field(default_factory=dict)
    # Expansions by the list they belong to, which lives as long as its rule in the lexicon.
    _expanded: dict[int, frozenset[str]] = field(default_factory=dict)
    _asking: dict[str, list[tuple[Groups, EventRule]]] = field(default_factory=dict)

    def expand(self, words: Iterable[str]) -> frozenset[str]:
        """`words` with every `@group` replaced by its members."""
        known = self._expanded.get(id(words))
        if known is not None:
            return known
        out: set[str] = set()
        for word in words:
            out |= self.groups.get(word[1:], frozenset()) if word.startswith("@") else {word}
        self._expanded[id(words)] = expanded = frozenset(out)
        return expanded

    @cached_property
    def event_nouns(self) -> frozenset[str]:
        """Lemmas of the nouns that may tell an act by themselves."""
        return ATTEMPTS | WORDS | self.noun_rules.keys()

    @cached_property
    def event_noun_forms(self) -> frozenset[str]:
        """The forms of those."""
        return frozenset(f for f, lemmas in self.noun_lemmas.items() if not self.event_nouns.isdisjoint(lemmas))

    @cached_property
    def together(self) -> dict[str, list[EventRule]]:
        """Rules of what a verb tells besides its first act."""
        every = {lemma: [r for r in rules if "too" in r.needs] for lemma, rules in self.verb_rules.items()}
        return {lemma: rules for lemma, rules in every.items() if rules}

    @cached_property
    def phrases(self) -> dict[str, list[Operator]]:
        """Operators by the phrases that they are told with ("ready to")."""
        out: dict[str, list[Operator]] = {}
        for operator in (o for table in (self.verb_operators, self.noun_operators) for each in table.values() for o in each):
            for phrase in operator.phrases:
                out.setdefault(phrase, []).append(operator)
        return out

    @cached_property
    def asked(self) -> dict[int, tuple[frozenset[str], ...]]:
        """For each rule of a verb, by its id(), groups of forms of each of which one must stand in the sentence for it to fit."""
        forms_of: dict[str, set[str]] = {}
        for form, lemmas in self.noun_lemmas.items():
            for lemma in lemmas:
                forms_of.setdefault(lemma, set()).add(form)

        def groups(rule: EventRule) -> Iterator[frozenset[str]]:
            for named in (rule.object, rule.thing, rule.words, rule.subject, rule.prep_object if rule.with_prep else ()):
                if named:
                    wanted = self.expand(named)
                    yield wanted.union(*(forms_of.get(word, ()) for word in wanted))
            yield from (frozenset(plain) for plain in (rule.with_prep, rule.particle) if plain)

        rules = {id(rule): rule for each in self.verb_rules.values() for rule in each}
        return {key: tuple(groups(rule)) for key, rule in rules.items()}

    @cached_property
    def _bits(self) -> dict[frozenset[str], Groups]:
        """The bit of each group of forms that some rule asks for."""
        groups = dict.fromkeys(group for asked in self.asked.values() for group in asked)
        return {group: 1 << place for place, group in enumerate(groups)}

    @cached_property
    def _bits_of(self) -> dict[str, Groups]:
        """The groups that a word is in."""
        out: dict[str, Groups] = {}
        for group, bit in self._bits.items():
            for word in group:
                out[word] = out.get(word, 0) | bit
        return out

    def groups_with(self, said: frozenset[str]) -> Groups:
        """The groups that have one of the words that are `said`."""
        there, of = 0, self._bits_of
        for word in said:
            there |= of.get(word, 0)
        return there

    def rules_for(self, lemma: str, there: Groups) -> list[EventRule]:
        """The rules of a verb that do not ask for a word of a group that is not `there`, in the order of the lexicon."""
        rules = self.verb_rules.get(lemma)
        if rules is None:
            return []
        if lemma not in self._asking:
            self._asking[lemma] = [(sum(self._bits[g] for g in {*self.asked[id(r)]}), r) for r in rules]
        return [rule for asked, rule in self._asking[lemma] if asked & there == asked]

    def score(self, event: str, mode: str | None) -> float | None:
        kind = self.types.get(event)
        if kind is None:
            return None
        return kind.modes.get(mode or "", kind.score)


@lru_cache(maxsize=2)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon, made once."""
    inflection = Inflection(lexicon.all(Irregular))
    rules, operators, lights = lexicon.all(EventRule), lexicon.all(Operator), lexicon.all(LightVerb)
    groups = {g.name: frozenset(g.words) for g in lexicon.all(Group)}
    telling = [o for o in operators if o.kind != "hold"]  # these report, and do nothing to the act below
    verb_rules, noun_rules = _by_word((r, r.verbs) for r in rules), _by_word((r, r.nouns) for r in rules)
    verb_operators = _by_word((o, o.verbs) for o in telling)
    noun_operators = _by_word((o, o.nouns) for o in telling)
    phrasal = _by_word((p, p.verbs) for p in lexicon.all(PhrasalVerb))
    figures = _by_word((f, f.verbs) for f in lexicon.all(Figure))
    light = frozenset(v for entry in lights for v in entry.verbs)
    nouns = {*noun_rules, *noun_operators, *(w for g in groups.values() for w in g), *_plain(rules)}
    return Vocabulary(
        _forms({*verb_rules, *(v for o in operators for v in o.verbs), *light, *phrasal, "be", "have"}, inflection.verb),
        _forms(nouns, inflection.noun),
        verb_rules,
        noun_rules,
        verb_operators,
        noun_operators,
        light,
        groups,
        {t.event: t for t in lexicon.all(EventType)},
        frozenset(r.rule for r in rules if r.domestic),
        frozenset(r.rule for r in rules if r.event == "ACCUSE" and r.source == ["speaker"] and r.target[:1] == ["subject"]),
        frozenset(r.rule for r in rules if "infinitive" in r.needs or r.event == "ACCUSE"),
        _REFUSALS | frozenset(r.rule for r in rules if "none" in r.needs or _NONE & {*r.words, *r.object}),
        frozenset(r.rule for r in rules if not {"will-not", "none"}.isdisjoint(r.needs)),
        phrasal,
        {verb: frozenset(o for figure in found for o in figure.objects) for verb, found in figures.items()},
    )


def _by_word(entries: Iterable[tuple[Entry, Iterable[str]]]) -> dict[str, list[Entry]]:
    """Entries of the lexicon by each of their words, in its order."""
    out: dict[str, list[Entry]] = {}
    for entry, words in entries:
        for word in words:
            out.setdefault(word, []).append(entry)
    return out


# Rules that tell a refusal by the very negation: "has not let the monitors in".
_REFUSALS = frozenset({"refuse", "refuse-food", "take-no-food", "will-gladly", "not-allow", "not-accept"})
_NONE = frozenset({"no", "longer", "none", "nothing"})


def _plain(rules: Iterable[EventRule]) -> set[str]:
    return {w for r in rules for w in (*r.object, *r.prep_object) if not w.startswith("@")}


def _forms(lemmas: Iterable[str], inflect: Callable[[str], set[str]]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for lemma in sorted(lemmas):
        for form in inflect(lemma):
            out.setdefault(form, []).append(lemma)
    return {form: tuple(found) for form, found in out.items()}
