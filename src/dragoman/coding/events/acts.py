"""Sentences -> acts: who did or said what to whom, governing predicates first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.coding.document.scene import Scene
from dragoman.coding.events import finishing, repeats, rules
from dragoman.coding.events.act import Act
from dragoman.coding.events.needs.neighbours import Neighbours
from dragoman.coding.events.nouns import nominals
from dragoman.coding.events.operators import applied as operators
from dragoman.coding.events.operators import demands
from dragoman.coding.events.operators.alleging import alleged
from dragoman.coding.events.operators.enacting import enacted
from dragoman.coding.events.operators.operands import phrase_operator
from dragoman.coding.events.operators.undertakings import effort
from dragoman.coding.events.roles import Slots
from dragoman.coding.events.sides.among_acts import among_acts
from dragoman.coding.mending import mended
from dragoman.coding.sentence.means import uses
from dragoman.coding.sentence.predicates import Clauses
from dragoman.coding.sentence.vocabulary import Groups, Vocabulary
from dragoman.coding.who.reference import Reference, Referrer, codes_in
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_INNER = ("xcomp", "ccomp", "pcomp", "acl", "advcl")
# What hangs on these is told by itself.
_ANOTHER_TIME = frozenset({"after", "before", "since", "following", "despite"})
_MET = word_class("meeting")
# Acts that are towards somebody.
_SIDED = frozenset({"RETREAT", "CONCEDE", "SANCTION", "REJECT", "ACCUSE", "THREATEN"})
_HELPING = frozenset({"help-do", "help-hunt"})
# Operators within operators ("refused to promise to stop ..."): deeper than this is no prose.
_MAX_DEPTH = 5


@dataclass
class ActReader:
    """Finds the acts of one parsed sentence."""

    scene: Scene
    sentence: Sentence
    referrer: Referrer
    vocabulary: Vocabulary
    clauses: Clauses
    slots: Slots = field(init=False)
    neighbours: dict[int, Neighbours] = field(default_factory=dict)
    best: dict[int, tuple[float, Act] | None] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        sentence = mended(self.sentence, self.vocabulary)
        if sentence is not self.sentence:
            self.sentence, self.referrer = sentence, self.referrer.of(sentence)
            self.clauses = Clauses(sentence, self.vocabulary)
        self.slots = Slots(self.clauses, self.referrer)

    @cached_property
    def words(self) -> frozenset[str]:
        """The sentence's words in small letters."""
        said = self.clauses.said
        return said | {"money"} if any(t.tag == "$" for t in self.sentence) else said

    @cached_property
    def groups(self) -> Groups:
        """The groups of words, of those that rules ask for, of which one of its words is."""
        return self.vocabulary.groups_with(self.words)

    def around(self, verb: Token) -> Neighbours:
        """What stands around a predicate."""
        if verb.i not in self.neighbours:
            self.neighbours[verb.i] = Neighbours(self.clauses, verb)
        return self.neighbours[verb.i]

    def subjects_meant(self, verb: Token) -> list[Reference]:
        """Whom the subjects of a verb mean, whatever the verb is."""
        return [r for subject in self.clauses.subjects(verb) for r in self.referrer.all(subject)]

    def acts(self) -> list[Act]:
        """Every act the sentence reports, governing predicates first, each once.

        What nobody is known in is kept only where nothing else is told: "28 people were killed" beside a lifted curfew is not.
        """
        every = among_acts(self, repeats.answered(self, list(self._told())))
        known = [act for act in every if any(r.codes for r in (*act.source, *act.target))]
        return repeats.once(known or every)

    def _told(self) -> Iterator[Act]:
        told: set[tuple[object, ...]] = set()
        deeds: set[tuple[object, ...]] = set()
        attacks: dict[int, Act] = {}
        accused: set[tuple[object, ...]] = set()
        heads: dict[int, Act] = {}
        for token in self._by_depth():
            if token.i in self.taken:
                acts = [act] if (act := nominals.beside(self, token)) is not None else []
            else:
                acts = self.interpret(token)
            for act in acts:
                finished = finishing.finish(self, act)
                if finished is None:
                    continue
                finished = self._towards_same(finished, heads)
                # "Signed it in May and ratified it in June" are two deeds.
                text = finished.rule if finished.mode in ("treaty", "accession") else ""
                key = (finished.event, finished.modality, text, _parties(finished.source), _parties(finished.target))
                nobody = not text and not any(r.codes for r in finished.target) and _deed(finished) in deeds
                if token.dep == "conj" and (key in told or nobody):  # "shot and wounded a deputy" is one deed
                    continue
                if self._is_again(finished, heads) or self._goes_on(finished, heads):
                    continue
                if self._is_outcome(finished, attacks) or repeats.is_grievance(self, finished, heads):
                    continue
                if repeats.is_in_passing(self, finished, heads):
                    continue
                if finished.event == "ASSAULT":
                    attacks[finished.head.i] = finished
                told.add(key)
                deeds.add(_deed(finished))
                accused.add(_accusation(finished))
                heads.setdefault(finished.head.i, finished)
                yield finished
                yield from rules.companions(self, finished)
                for charge in alleged(self, finished):
                    if _accusation(charge) not in accused:
                        accused.add(_accusation(charge))
                        yield charge

    def _towards_same(self, act: Act, heads: dict[int, Act]) -> Act:
        """ "Resumed deliveries to Chad, ending a blockade": what is done in doing something to somebody is done to them too."""
        if act.mode == "release" and (caught := repeats.caught(self, act, heads)):
            return replace(act, target=caught)
        above = heads.get(act.head.head) if act.head.dep == "advcl" and act.head.tag == "VBG" else None
        if above is None or act.target or act.event not in _SIDED or not _of(above.target) - _of(act.source):
            return act
        return replace(act, target=above.target) if _of(above.source) == _of(act.source) else act

    def _is_again(self, act: Act, heads: dict[int, Act]) -> bool:
        """Whether an act told as a thing is that of a word above it ("talks between A and B were held", "is on a visit"), or
        one told of a text ("adopted a resolution condemning A").
        """
        if act.head.tag[0] != "N" and (act.head.tag != "VBG" or act.head.dep != "acl"):
            return False
        above = next((heads[t.i] for t in self.sentence.ancestors(act.head) if t.i in heads), None)
        return above is not None and (above.event, above.mode, _codes(above)) == (act.event, act.mode, _codes(act))

    def _goes_on(self, act: Act, heads: dict[int, Act]) -> bool:
        """ "Were herded onto buses by the police and driven to the border": the same done to the same by nobody else."""
        above = heads.get(act.head.head) if act.head.dep == "conj" and self.clauses.is_passive(act.head) else None
        freed = above is not None and (above.mode, act.mode) == ("release", "deport")  # "were freed and flown home"
        if above is None or self.clauses.subjects(act.head):
            return False
        if not freed and (above.event, above.mode) != (act.event, act.mode):
            return False
        return _of(above.target) == _of(act.target)

    def _is_outcome(self, act: Act, attacks: dict[int, Act]) -> bool:
        """Whether an attack only tells what came of the one above it: "shelled the town, killing two", "were killed when a
        bomb went off", or how it came ("soldiers firing shells wounded two", "a bomb planted in the hall killed two"). Two sides that strike each other are two attacks.
        """
        above = attacks.get(act.head.head) if act.event == "ASSAULT" and act.head.dep == "advcl" else None
        if act.event == "ASSAULT" and act.head.dep == "acl" and act.head.tag in ("VBG", "VBN"):
            doer = self.sentence.tokens[act.head.head]
            above = attacks.get(doer.head) if doer.dep == "nsubj" else None
        if above is None:
            return False
        if act.head.dep == "acl" and act.head.tag == "VBN":
            return self.sentence.tokens[act.head.head].lower in self.vocabulary.groups["bombs"]
        codes, theirs, hit, theirs_hit = (codes_in(side) for side in (act.source, above.source, act.target, above.target))
        return (not codes or not theirs or bool(codes & theirs)) and not hit - theirs_hit - theirs

    def _by_depth(self) -> list[Token]:
        """The words that may tell an act, those above others first."""
        verbs, nouns, chains = self.vocabulary.verb_lemmas, self.vocabulary.event_noun_forms, self.clauses.chains
        known = [
            t
            for t in self.sentence.tokens
            if t.lower in verbs or t.lower in nouns or t.tag == "VB" or t.i in chains or "-" in t.lower
        ]
        depth = [(sum(1 for _ in self.sentence.ancestors(t)), t.i) for t in known if self._may_trigger(t)]
        return [self.sentence.tokens[i] for _, i in sorted(depth)]

    def _may_trigger(self, token: Token) -> bool:
        if token.tag[0] == "N":
            return not self.vocabulary.event_nouns.isdisjoint(self.clauses.noun_lemmas(token))
        if self.clauses.verb_lemmas(token):
            return True
        if token.tag != "VB":
            return False
        return self.clauses.is_imperative(token) or "must" in self.clauses.auxiliaries(token) or self.clauses.has_to(token)

    def interpret(self, token: Token, depth: int = 0) -> list[Act]:
        """The acts of one predicate: by the operators over what it governs, else by its own rule."""
        if depth > _MAX_DEPTH:
            return []
        if token.tag[0] == "V":
            if self.clauses.is_imperative(token):
                return demands.commanded(self, token)
            if "should" in self.words and (blamed := demands.reproached(self, token)) is not None:
                return [blamed]
            if (enacting := enacted(self, token, depth)) is not None:
                return enacting
            if (set_for := nominals.scheduled_by(self, token)) is not None:
                self.take(set_for.head)
                return [set_for]
            # A rule that names its object knows more than an operator: an ambassador who is summoned is not invited.
            specific = rules.by_verb(self, token, least=3)
            purpose = not self.sentence.children(token, "xcomp") or "approve" in self.clauses.verb_lemmas(token)
            if specific is not None and (purpose or specific.rule in self.vocabulary.whole):
                self._take_content(token, specific)
                return [specific]
            if (promised := effort(self, token, depth)) is not None:
                return promised
            for lemma in self.clauses.verb_lemmas(token):
                for operator in self.vocabulary.verb_operators.get(lemma, ()):
                    acts = operators.operate(self, operator.kind, token, depth)
                    if acts is not None:
                        return acts
            act = rules.by_verb(self, token) or self._by_noun_below(token, depth)
            if act is not None:
                self._take_content(token, act)
                return [act]
            phrase = phrase_operator(self, token)
            if phrase is None and self.clauses.is_duty(token) and token.tag == "VB":
                return [Act("REQUEST", "change", "must", token, (token,), tuple(rules.source_of(self, token)))]
            if phrase is None:
                threat = demands.unless_done(self, token) if token.tag == "VB" else None
                return [threat] if threat is not None else []
            return operators.operate(self, phrase.kind, token, depth) or []
        return [act] if (act := nominals.nominal(self, token) or nominals.beside(self, token)) is not None else []

    def _take_content(self, verb: Token, act: Act) -> None:
        """Mark what an act's own words spell out: "it was agreed that X would visit", "measures restricting exports"."""
        spelt = [
            c
            for c in self.sentence.children(verb, "ccomp")
            if act.event == "AGREE" or (act.mode == "expel" and c.i > verb.i)  # not "A expelled one; B expelled two"
        ]
        if act.rule in _HELPING:  # "will help Chad dismantle its missiles"
            spelt += self.sentence.children(verb, "ccomp", "xcomp")
        if act.mode == "access":  # "allowed a senator to visit the prison"
            spelt += self.sentence.children(verb, "ccomp", "xcomp")
        if act.rule == "favour-doing":  # "backs lifting the embargo"
            spelt += self.sentence.children(verb, "xcomp", "ccomp", "pcomp")
        if act.event == "ACCUSE":
            spelt += repeats.claimed(self, verb)
        if uses(verb):  # "used gas to disperse them": one deed
            spelt += self.sentence.children(verb, "xcomp", "advcl")
        if act.rule == "be-open":  # "would be happy to host talks"
            spelt += [x for a in self.sentence.children(verb, "acomp", "oprd") for x in self.sentence.children(a, "xcomp")]
        if act.object is not None and act.event in ("SANCTION", "CONCEDE"):  # "scrapped a law forbidding divorce"
            spelt += [c for c in self.sentence.children(act.object, "acl") if c.tag == "VBG"]
        if act.object is not None and act.rule == "plot-foiled":  # "a plot to kill the governor was foiled"
            spelt.append(act.object)
            spelt += self.sentence.children(act.object, "acl")
        for clause in spelt:
            self.take(clause)
        if act.rule == "accuse":  # "of having helped to build": part of the accusation, down to its last infinitive
            below = self.sentence.subtree(verb, without=frozenset({"relcl", "advcl", "parataxis", "conj"}))
            self.taken |= {t.i for t in below if t.tag == "VB" and t.i > verb.i}
            self.taken |= {t.i for c in repeats.accusing(self, verb) for t in (c, *self.sentence.children(c, "conj"))}
            for clause in repeats.blamed_for(self, verb):
                self.take(clause)

    def things(self, act: Act) -> list[Token]:
        """What an act is done to or is about: the objects of its verb, and its own."""
        return [*self.clauses.objects(act.head), *([act.object] if act.object is not None else [])]

    def take(self, token: Token) -> None:
        """Mark a predicate and what it governs as told by its operator."""
        self.taken.add(token.i)
        for child in token.children:
            if child.dep == "prep" and child.lower in _ANOTHER_TIME and any(c.lower in _MET for c in child.children):
                continue  # "plans to send doctors after meeting with the premier"
            beside = child.dep == "conj" and (child.tag == token.tag or child.tag[0] != "V")
            if beside or child.dep in (*_INNER, "dobj", "prep", "pobj", "attr", "acomp"):
                self.take(child)

    def _by_noun_below(self, verb: Token, depth: int) -> Act | None:
        """A light verb's act is in the noun that it governs: "issued a strong protest", "a session was held"."""
        lemmas = self.clauses.verb_lemmas(verb)
        if not any(lemma in self.vocabulary.light for lemma in lemmas):
            return None
        for noun in self.clauses.objects(verb):
            if "call" in lemmas and any(c.lower == "the" for c in self.sentence.children(noun, "det")):
                continue  # "called the visit a mistake"
            for lemma in self.clauses.noun_lemmas(noun):
                for rule in self.vocabulary.noun_rules.get(lemma, ()):
                    if rule.with_prep and self.clauses.has_preposition(noun, frozenset(rule.with_prep)) is None:
                        continue
                    act = rules.apply(self, rule, verb, (noun,), noun)
                    if act is not None and not act.source and self.clauses.is_passive(verb):
                        owner = [r for p in self.sentence.children(noun, "poss") for r in self.referrer.all(p) if r.codes]
                        act = replace(act, source=tuple(owner))  # "Rome's rejection of the offer was announced"
                    if act is not None:
                        self.taken.add(noun.i)
                        return act
                for operator in self.vocabulary.noun_operators.get(lemma, ()):
                    acts = operators.operate(self, operator.kind, verb, depth)
                    if acts:
                        return acts[0]
        return None


def _deed(act: Act) -> tuple[object, ...]:
    return act.event, act.modality, _of(act.source)


def _accusation(act: Act) -> tuple[object, ...]:
    return act.event, _of(act.source), _of(act.target)


def _codes(act: Act) -> tuple[frozenset[str], frozenset[str]] | frozenset[str]:
    """The codes of both sides; of those who act together, all as one."""
    source, target = _of(act.source), _of(act.target)
    return source | target if act.reciprocal else (source, target)


def _of(references: tuple[Reference, ...]) -> frozenset[str]:
    return frozenset(codes_in(references))


def _parties(references: tuple[Reference, ...]) -> tuple[tuple[tuple[str, ...], str | None, str], ...]:
    """Who is meant, and in which words; the words alone, since what no word says hangs on each predicate by itself."""
    return tuple((r.codes, r.sector, r.text) for r in references)
