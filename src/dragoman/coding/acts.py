"""Sentences -> acts: who did or said what to whom.

A predicate's meaning comes from the lexicon's rules; an operator above it (promise, refuse, demand, threaten, stop ...)
turns what stands below into another act, as the ontology defines: a promised visit is an agreement, a refused one a
rejection. Operators consume what stands below them, so that one deed is one event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.coding import needs
from dragoman.coding.predicates import Clauses
from dragoman.coding.reference import Reference, Referrer
from dragoman.coding.roles import Slots
from dragoman.coding.scene import Scene
from dragoman.coding.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.entries import EventRule, Operator
from dragoman.text import Span

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
YIELDING = frozenset({"RETREAT", "CONCEDE"})
HARMFUL = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN"})
# Where a rule names no target slots.
TARGETS = ["object", "dative", "to", "with", "against", "on", "toward", "towards", "at", "from", "for", "object:of", "object:with", "of"]
_ASKED = {"AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield"}
_THREATENED = {"ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "restrict", "COERCE": "restrict"}
_INNER = ("xcomp", "ccomp", "pcomp", "acl", "advcl")
# Participles that make a noun the trace of an act.
_TOLD = frozenset({"dated", "addressed", "sent", "handed", "delivered", "signed", "issued"})
_ABSTRACT = ("ity", "ism", "ness", "ence", "ance", "logy", "hood", "ship")
_IDEAS = frozenset(
    "idea relations relation policy stand position situation economy war law article constitution ideal principle history action "
    "attempt move act conduct behaviour behavior decision development construction resolution remark statement".split()
)
_MAX_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Act:
    """What one predicate tells, before it becomes a record. `trigger` are its words; `head` the word they hang on."""

    event: str
    mode: str | None
    rule: str
    head: Token
    trigger: tuple[Token, ...]
    source: tuple[Reference, ...] = ()
    target: tuple[Reference, ...] = ()
    object: Token | None = None
    modality: str = "actual"
    reciprocal: bool = False


@dataclass
class ActReader:
    """Finds the acts of one parsed sentence."""

    scene: Scene
    sentence: Sentence
    referrer: Referrer
    vocabulary: Vocabulary
    clauses: Clauses = field(init=False)
    slots: Slots = field(init=False)
    _taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.clauses = Clauses(self.sentence, self.vocabulary)
        self.slots = Slots(self.clauses, self.referrer)

    def acts(self) -> Iterator[Act]:
        """Every act the sentence reports, governing predicates first."""
        for token in self._by_depth():
            if token.i in self._taken:
                continue
            for act in self.interpret(token):
                finished = self._finish(act)
                if finished is not None:
                    yield finished

    def _by_depth(self) -> list[Token]:
        depth = {t.i: sum(1 for _ in self.sentence.ancestors(t)) for t in self.sentence if self._may_trigger(t)}
        return [self.sentence.tokens[i] for i in sorted(depth, key=lambda i: (depth[i], i))]

    def _may_trigger(self, token: Token) -> bool:
        if self.clauses.verb_lemmas(token) or self.clauses.noun_lemmas(token):
            return True
        return token.tag == "VB" and "must" in self.clauses.auxiliaries(token)

    # ------------------------------------------------------------------ interpretation

    def interpret(self, token: Token, depth: int = 0) -> list[Act]:
        """The acts of one predicate: by the operators over what it governs, else by its own rule."""
        if depth > _MAX_DEPTH:
            return []
        if token.tag[0] == "V":
            # A rule that names its object knows more than an operator: an ambassador who is summoned is not invited.
            specific = self._by_verb(token, least=3)
            if specific is not None and not self.sentence.children(token, "xcomp"):
                return [specific]
            for lemma in self.clauses.verb_lemmas(token):
                for operator in self.vocabulary.verb_operators.get(lemma, ()):
                    acts = self._operate(operator.kind, token, None, depth)
                    if acts is not None:
                        return acts
            act = self._by_verb(token) or self._by_noun_below(token, depth)
            if act is not None:
                return [act]
            phrase = self._phrase_operator(token)
            if phrase is None and self.clauses.is_duty(token) and token.tag == "VB":
                return [Act("REQUEST", "change", "must", token, (token,), tuple(self._source_of(token)))]
            return (self._operate(phrase.kind, token, None, depth) or []) if phrase is not None else []
        return [act] if (act := self._nominal(token)) is not None else []

    def _phrase_operator(self, verb: Token) -> Operator | None:
        """ "is ready to", "were unwilling to": an adjective under a copula that opens an infinitive."""
        for child in self.sentence.children(verb, "acomp", "attr", "amod", "prep"):
            if any(c.tag == "VB" for c in self.sentence.children(child, "xcomp", "ccomp")):
                for operator in self._phrases().get(f"{child.lower} to", ()):
                    return operator
        return None

    def _phrases(self) -> dict[str, list[Operator]]:
        found = self.vocabulary.__dict__.get("_phrases")
        if found is None:
            found = {}
            for operators in (*self.vocabulary.verb_operators.values(), *self.vocabulary.noun_operators.values()):
                for operator in operators:
                    for phrase in operator.phrases:
                        found.setdefault(phrase, []).append(operator)
            self.vocabulary.__dict__["_phrases"] = found
        return found  # type: ignore[no-any-return]

    def _complements(self, verb: Token) -> list[Token]:
        """Predicates that an operator governs: clauses, gerunds under prepositions, infinitives on its object, event nouns."""
        out: list[Token] = []
        for child in self.sentence.children(verb):
            if child.dep in ("xcomp", "ccomp"):
                out.append(child)
            elif child.dep == "prep":
                out += self.sentence.children(child, "pcomp")
                out += [p for p in self.sentence.children(child, "pobj") if self.clauses.noun_lemmas(p)]
            elif child.dep in ("acomp", "attr"):
                out += self.sentence.children(child, "xcomp", "ccomp")
            elif child.dep in ("dobj", "nsubjpass", "dative"):
                if self.clauses.noun_lemmas(child):
                    out.append(child)
                out += [c for c in self.sentence.children(child, "acl", "relcl") if self.clauses.is_infinitive(c) or c.dep == "acl" and c.tag == "VB"]
            elif child.dep == "advcl" and self.clauses.is_infinitive(child) and child.i > verb.i:
                out.append(child)
        for found in list(out):
            out += [c for c in self.sentence.children(found, "conj") if c.tag[0] == found.tag[0]]
        return out

    def _operate(self, kind: str, verb: Token, noun: Token | None, depth: int) -> list[Act] | None:
        """Acts of an operator over its complements; None where it is none here and the verb's own rule decides."""
        if kind in ("say", "deny", "start", "try"):
            return None if kind != "try" or not self._is_try(verb) else self._tried(verb, depth)
        complements = [c for c in self._complements(verb) if c.i not in self._taken]
        inner: list[Act] = []
        for complement in complements:
            inner += self.interpret(complement, depth + 1)
        if not inner and kind not in ("refuse", "request", "threaten", "promise"):
            return None
        clausal = any(c.tag[0] == "V" and (c.head == verb.i or kind != "threaten") for c in complements)
        if not inner and not clausal and not (kind == "promise" and self._agrees(verb)):
            return None
        handler = {
            "promise": self._promise, "schedule": self._schedule, "refuse": self._refuse, "request": self._request,
            "threaten": self._threaten, "stop": self._stop, "accuse": self._accused,
        }.get(kind)  # fmt: skip
        acts = handler(verb, inner) if handler is not None else None
        if acts is not None:
            for complement in complements:
                self._take(complement)
        return acts

    def _take(self, token: Token) -> None:
        """Mark a predicate and what it governs as told by its operator."""
        self._taken.add(token.i)
        for child in self.sentence.children(token):
            if child.dep in (*_INNER, "conj", "dobj", "prep", "pobj", "attr", "acomp") and child.dep != "relcl":
                self._take(child)

    def _source_of(self, verb: Token) -> list[Reference]:
        return [r for head in self.clauses.subjects(verb) for r in self.referrer.all(head)]

    def _objects_of(self, verb: Token) -> list[Reference]:
        """Whom an operator addresses: its personal object, or "to", "on", "with" somebody."""
        source = {c for r in self._source_of(verb) for c in r.codes}
        return self.slots.find(verb, None, ["object", "dative", "on", "upon", "to", "with", "from", "against"], source)

    def _made(self, event: str, mode: str | None, verb: Token, rule: str, inner: list[Act], target: list[Reference]) -> Act:
        below = inner[0] if inner else None
        trigger = (verb, *(below.trigger if below else ()))
        return Act(event, mode, rule, verb, trigger, tuple(self._source_of(verb)), tuple(target), below.object if below else None)

    def _inner_targets(self, inner: list[Act], source: list[Reference]) -> list[Reference]:
        own = {c for r in source for c in r.codes}
        for act in inner:
            kept = [r for r in act.target if set(r.codes) - own or r.sector and not r.codes]
            if kept:
                return kept
        for act in inner:
            kept = [r for r in act.source if set(r.codes) - own]
            if kept:
                return kept
        return []

    def _promise(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        source = self._source_of(verb)
        own = {c for r in source for c in r.codes}
        target = self._inner_targets(inner, source) or self._objects_of(verb) or self._loose_target(verb, own)
        if not inner:
            if not self._agrees(verb) and self._phrase_operator(verb) is None:
                return None
            several = len({c for r in source for c in r.codes}) > 1
            return [replace(self._made("AGREE", None, verb, "promise", inner, target), reciprocal=several and not target)]
        if self.clauses.negated(verb):
            return self._refuse(verb, inner)
        out: list[Act] = []
        kinds = {a.event for a in inner}
        if kinds & YIELDING:
            # "agreed to lift embargoes", "agreed to a ceasefire" are agreements; announcing one's own retreat is CONCEDE.
            agreed = any(lemma in ("agree", "consent", "promise", "offer", "accept", "pledge") for lemma in self.clauses.verb_lemmas(verb))
            out.append(self._made("AGREE" if agreed else "CONCEDE", None, verb, "promise", inner, target))
        elif kinds & COOPERATIVE:
            made = self._made("AGREE", None, verb, "promise", inner, target)
            out.append(replace(made, reciprocal=len(own) > 1 and not target))
        elif kinds & HARMFUL:
            harmed = next(a for a in inner if a.event in HARMFUL)
            out.append(self._made("THREATEN", _THREATENED.get(harmed.event), verb, "threat-to-act", inner, target))
        else:
            return inner
        return out

    def _agrees(self, verb: Token) -> bool:
        """Verbs that are promises whatever is promised; "accepted" only where it was a plan or offer."""
        lemmas = self.clauses.verb_lemmas(verb)
        if any(lemma in ("agree", "promise", "pledge", "vow", "consent") for lemma in lemmas):
            return True
        return "accept" in lemmas and self._object_among(verb, self.vocabulary.groups["offers"]) is not None

    def _schedule(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        return [replace(a, modality="planned", source=a.source or tuple(self._passive_subject(verb))) for a in inner] or None

    def _passive_subject(self, verb: Token) -> list[Reference]:
        return [r for s in self.sentence.children(verb, "nsubjpass", "nsubj") for r in self.referrer.all(s)]

    def _refuse(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        source = self._source_of(verb)
        own = {c for r in source for c in r.codes}
        target = self._inner_targets(inner, source) or self._objects_of(verb) or self._addressed(verb) or self._loose_target(verb, own)
        mode = _ASKED.get(inner[0].event, "change" if inner[0].event in HARMFUL else None) if inner else None
        return [self._made("REJECT", mode, verb, "refuse", inner, target)]

    def _request(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        if any(lemma in ("want", "hope", "expect", "wish", "seek", "require", "push", "remind", "encourage", "invite") for lemma in self.clauses.verb_lemmas(verb)) and not (
            inner or self._addressed(verb)
        ):
            return None
        if "invite" in self.clauses.verb_lemmas(verb):
            return [self._made("AGREE", None, verb, "invite", inner, self._objects_of(verb))]
        source = self._source_of(verb)
        target = self._addressed(verb) or self._objects_of(verb) or self._inner_targets(inner, source)
        mode = _ASKED.get(inner[0].event, "change") if inner else None
        return [self._made("REQUEST", mode, verb, "request", inner, target)]

    def _addressed(self, verb: Token) -> list[Reference]:
        """Who is to act: the subject of the complement clause ("demanded that the US cancel ...")."""
        own = {c for r in self._source_of(verb) for c in r.codes}
        for child in self.sentence.children(verb, "ccomp", "xcomp"):
            for subject in self.sentence.children(child, "nsubj", "nsubjpass"):
                found = [r for r in self.referrer.all(subject) if set(r.codes) - own]
                if found:
                    return found
        return []

    def _threaten(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        source = self._source_of(verb)
        if any(self.clauses.is_duty(c) for c in self.sentence.children(verb, "ccomp")):
            return self._request(verb, inner)  # "must ... or face ...": a warning that demands
        warned = [r for o in self.clauses.objects(verb) for r in self.referrer.all(o)]
        target = warned or self._inner_targets(inner, source) or self._objects_of(verb)
        mode = _THREATENED.get(inner[0].event) if inner else None
        if inner and inner[0].rule == "break-relations" or inner and inner[0].event in ("REJECT", "CONSULT"):
            mode = "relations"
        return [self._made("THREATEN", mode, verb, "threaten", inner, target)]

    def _accused(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        act = self._by_verb(verb)
        return [act] if act is not None else None

    def _stop(self, verb: Token, inner: list[Act]) -> list[Act] | None:
        own = self._by_verb(verb)
        if own is not None:
            return [own]
        source = self._source_of(verb)
        target = self._inner_targets(inner, source)
        below = inner[0].event
        if below in ("AID", "COOPERATE"):
            return [self._made("SANCTION", "discontinue", verb, "stop-cooperation", inner, target)]
        if below == "CONSULT":
            return [self._made("REJECT", "meet", verb, "cancel-talks", inner, target)]
        if below in HARMFUL:
            return [self._made("RETREAT", "ceasefire" if below == "ASSAULT" else None, verb, "stop-conflict", inner, target)]
        return None

    def _is_try(self, verb: Token) -> bool:
        return any(c.dep == "xcomp" for c in self.sentence.children(verb))

    def _tried(self, verb: Token, depth: int) -> list[Act] | None:
        """An attempt at force is an act; an attempt at anything else is only told as a wish."""
        complements = self.sentence.children(verb, "xcomp")
        inner = [a for c in complements for a in self.interpret(c, depth + 1)]
        for complement in complements:
            self._take(complement)
        return [a for a in inner if a.event == "ASSAULT"]

    # ------------------------------------------------------------------ rules

    def _by_verb(self, verb: Token, least: int = 1) -> Act | None:
        """The most specific rule of a verb whose conditions hold, if it is at least as specific as `least`."""
        best: tuple[int, Act] | None = None
        for lemma in self.clauses.verb_lemmas(verb):
            for rule in self.vocabulary.verb_rules.get(lemma, ()):
                fit = self._fits(rule, verb)
                if fit is None or fit[0] < least or (best is not None and best[0] >= fit[0]):
                    continue
                act = self._apply(rule, verb, fit[1], None)
                if act is not None:
                    best = (fit[0], act)
        return best[1] if best is not None else None

    def _fits(self, rule: EventRule, verb: Token) -> tuple[int, tuple[Token, ...]] | None:
        """How specific a rule is here, and the words besides the verb that it rests on; None where it does not fit."""
        weight, words = 1, []
        if rule.object:
            wanted = self.vocabulary.expand(rule.object)
            hit = self._object_among(verb, wanted)
            if hit is None:
                return None
            weight, words = weight + 2, [hit]
        if rule.with_prep:
            wanted = self.vocabulary.expand(rule.prep_object)
            found = None
            for prep in self.clauses.prepositions(verb, frozenset(rule.with_prep)):
                objects = [o for o in self.sentence.children(prep, "pobj") if set(self.clauses.words(o)) & wanted]
                if objects or not wanted:
                    found = [*objects[:1], prep]
                    break
            if found is None:
                return None
            weight, words = weight + 1 + bool(wanted), [*words, *found]
        if rule.particle:
            hit = next((c for c in self.sentence.children(verb, "prt", "advmod", "prep") if c.lower in rule.particle), None)
            if hit is None:
                return None
            weight, words = weight + 2, [*words, hit]
        return weight, tuple(words)

    def _object_among(self, verb: Token, wanted: frozenset[str]) -> Token | None:
        """An object (or what it is made of, or its conjunct) that a rule asks for."""
        heads = [*self.clauses.objects(verb), *self.sentence.children(verb, "dative")]
        for head in list(heads):
            heads += self.sentence.children(head, "conj", "appos")
        for head in heads:
            if set(self.clauses.words(head)) & wanted:
                return head
        for head in heads:
            for child in self.sentence.children(head, "compound", "amod"):
                if set(self.clauses.words(child)) & wanted:
                    return head
            for of in self.clauses.under(head, "of"):
                if set(self.clauses.words(of)) & wanted:
                    return of
        return None

    def _by_noun_below(self, verb: Token, depth: int) -> Act | None:
        """A light verb's act is in the noun that it governs: "issued a strong protest", "a session was held"."""
        lemmas = self.clauses.verb_lemmas(verb)
        if not any(lemma in self.vocabulary.light for lemma in lemmas):
            return None
        for noun in self.clauses.objects(verb):
            for lemma in self.clauses.noun_lemmas(noun):
                for rule in self.vocabulary.noun_rules.get(lemma, ()):
                    if rule.with_prep and self.clauses.has_preposition(noun, frozenset(rule.with_prep)) is None:
                        continue
                    act = self._apply(rule, verb, (noun,), noun)
                    if act is not None:
                        self._taken.add(noun.i)
                        return act
                for operator in self.vocabulary.noun_operators.get(lemma, ()):
                    acts = self._operate(operator.kind, verb, noun, depth)
                    if acts:
                        return acts[0]
        return None

    def _nominal(self, noun: Token) -> Act | None:
        """An event noun that stands as the sentence itself (headlines), or that "was", "took place", "there was"."""
        head = self.sentence.head(noun)
        told = self._told_as_thing(noun)
        if told is not None:
            return told
        attempted = self._attempt(noun)
        if attempted is not None:
            return attempted
        stands = head is None or (
            noun.dep in ("nsubj", "nsubjpass", "attr") and head.lower in ("was", "were", "took", "occurred", "began", "opened", "ended", "is", "held")
        )
        if not stands:
            return None
        for lemma in self.clauses.noun_lemmas(noun):
            for rule in self.vocabulary.noun_rules.get(lemma, ()):
                if rule.with_prep and self.clauses.has_preposition(noun, frozenset(rule.with_prep)) is None:
                    continue
                act = self._apply(rule, noun, (), noun)
                if act is not None and act.source:
                    return act
        return None

    def _told_as_thing(self, noun: Token) -> Act | None:
        """A past act told by its outcome: "the letter dated May 23", "a note handed to the embassy"."""
        made = [c for c in self.sentence.children(noun, "acl") if c.tag == "VBN" and c.lower in _TOLD]
        if not made:
            return None
        for lemma in self.clauses.noun_lemmas(noun):
            for rule in self.vocabulary.noun_rules.get(lemma, ()):
                act = self._apply(rule, noun, (made[0],), noun)
                if act is None:
                    continue
                by = self.slots.find(made[0], None, ["by", "from"], set()) or self._source_of(self._verb_above(noun) or noun)
                return replace(act, source=tuple(act.source or by))
        return None

    def _verb_above(self, token: Token) -> Token | None:
        return next((t for t in self.sentence.ancestors(token) if t.tag[0] == "V"), None)

    def _attempt(self, noun: Token) -> Act | None:
        """ "an attempt to assassinate the governor": an attempt at force that is told as a thing."""
        if not any(o.kind == "try" for lemma in self.clauses.noun_lemmas(noun) for o in self.vocabulary.noun_operators.get(lemma, ())):
            return None
        for clause in self.sentence.children(noun, "acl"):
            for act in self.interpret(clause, 1):
                if act.event == "ASSAULT":
                    self._take(clause)
                    return replace(act, head=noun)
        return None

    def _apply(self, rule: EventRule, verb: Token, words: tuple[Token, ...], noun: Token | None) -> Act | None:
        """The act of a rule at a predicate, with its actors; None where a part that it needs is missing."""
        source = self._sources(rule, verb, noun)
        own = {c for r in source for c in r.codes}
        slots = [s for s in (rule.target or TARGETS) if not (noun is not None and noun is not verb and s == "object")]
        domestic = bool({r.sector for r in source} & needs.CIVIL)
        target = self.slots.find(verb, noun if noun is not verb else None, slots, own, domestic=domestic)
        if not target and "target" in rule.needs and verb.tag[0] == "V":
            target = self._loose_target(verb, own)
        if noun is not None and not target:
            target = [r for r in [self.referrer.refer(noun)] if r and set(r.codes) - own]
        if not needs.met(rule.needs, self, verb, noun, source, target, words):
            return None
        thing = noun if noun is not None else next(iter(w for w in words if w.tag[0] == "N"), None)
        if thing is None:
            thing = next((o for o in self.clauses.objects(verb)), None)
        return Act(
            rule.event, rule.mode, rule.rule, verb, (verb, *words), tuple(source), tuple(target), thing,
            rule.modality or "actual", rule.reciprocal,
        )  # fmt: skip

    def _sources(self, rule: EventRule, verb: Token, noun: Token | None) -> list[Reference]:
        found = self._candidates(rule, verb, noun)
        tokens = self.sentence.tokens
        return [r for r in found if not self._is_abstract(tokens[r.head])]

    def _is_abstract(self, head: Token) -> bool:
        """ "U.S. hostility", "the Juche Idea": things of the mind do nothing, whoever they belong to."""
        if self.scene.mention_at(head) is not None or self.scene.role_at(head) is not None or head.tag[0] != "N":
            return False
        return head.lower.endswith(_ABSTRACT) or head.lower in _IDEAS

    def _candidates(self, rule: EventRule, verb: Token, noun: Token | None) -> list[Reference]:
        if noun is verb:  # a noun that stands alone: "visit by", "talks between", "EU condemnation of"
            found = self.slots.find(noun, noun, ["by", "between", "from", "among"], set())
            own = self.referrer.owner(noun)
            return found or ([own] if own else [])
        return self.slots.find(verb, noun, rule.source or ["subject"], set())

    # ------------------------------------------------------------------ finishing

    def _finish(self, act: Act) -> Act | None:
        """Modality, parties that stand elsewhere in the sentence, and whether there is an event at all."""
        if self.clauses.in_condition(act.head) or self._is_wish(act.head):
            return None
        act = self._with_modality(act)
        if act is None:
            return None
        if not act.target and not act.reciprocal:
            act = replace(act, target=tuple(self._loose_target(act.head, {c for r in act.source for c in r.codes})))
        if act.mode == "visit":
            act = self._other_side(act)
        act = self._at_home(act)
        if not any(r.codes for r in (*act.source, *act.target)):
            return None
        return act

    def _at_home(self, act: Act) -> Act:
        """Parties whose state no word says: police and the students they arrest are of one state; so are a president
        and "the Zambian people"; rioters are of the place where they riot.
        """
        if not any(r.codes for r in act.source):
            source = act.source or tuple(self._unnamed(act.head))
            codes = self._home(act)
            # Where a meeting is held does not say who met.
            if act.event == "CONSULT" and not any(r.sector for r in source):
                return act
            if codes and (source or self.clauses.is_passive(act.head) or act.head.tag[0] == "N"):
                words = source[0] if source else None
                span = words.span if words else Span(act.head.start, act.head.end)
                home = Reference(codes, words.sector if words else None, words.text if words else "", span, act.head.i)
                act = replace(act, source=(home,) if words or self._place_codes(act) else ())
        if act.target and not any(r.codes for r in act.target) and act.source and act.source[0].codes:
            civil = [r for r in act.target if r.sector and r.sector not in act.source[0].sector_and(needs.OFFICIAL)]
            place = self._place_codes(act)
            act = replace(act, target=tuple(replace(r, codes=place or act.source[0].codes[:1]) for r in civil))
        if not act.target and act.rule in self.vocabulary.domestic and act.source and act.source[0].codes:
            sector = "GOV" if act.event == "PROTEST" else "CVL"
            act = replace(act, target=(replace(act.source[0], sector=sector, text=""),))
        return act

    def _other_side(self, act: Act) -> Act:
        """Visits between two states of which the sentence names one: the other is the pair the text is about."""
        pair = self.scene.pair(self.sentence.start) or self.scene.pair(self.sentence.end)
        if act.source and not any(r.codes for r in act.source) and act.source[0].sector in needs.OFFICIAL:
            guests = [c for c in pair if c not in {c for r in act.target for c in r.codes}]
            if len(guests) == 1:
                return replace(act, source=tuple(replace(r, codes=(guests[0],)) for r in act.source))
        if not act.target and act.source:
            own = {c for r in act.source for c in r.codes}
            inside = self.scene.within(self.sentence.start, self.sentence.end)
            for mention in inside:
                if mention.code in self.scene.knowledge.states and mention.code not in own and mention.start > act.head.start:
                    place = Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), act.head.i)
                    return replace(act, target=(place,))
        return act

    def _unnamed(self, verb: Token) -> list[Reference]:
        """The subject where nobody known is named: persons by name alone, "fundamentalists"."""
        if verb.tag[0] != "V":
            return []
        heads = [h for h in self.clauses.subjects(verb) if h.tag[0] == "N"]
        text = self.scene.document.text
        return [Reference((), None, h.text, Span(h.start, h.end), h.i, h.tag.endswith("S")) for h in heads[:1] if text]

    def _place_codes(self, act: Act) -> tuple[str, ...]:
        place, _ = self.slots.place(act.head, act.object)
        return place[0].codes if place else ()

    def _home(self, act: Act) -> tuple[str, ...]:
        """The state of the place of an act, else the only state that the sentence names."""
        place = self._place_codes(act)
        if place:
            return place
        officials = not act.source or act.source[0].sector in (*needs.OFFICIAL, None)
        people = any(r.sector in needs.CIVIL for r in act.target)
        # "The foreign ministry summoned the Swedish ambassador": one government does not act on itself.
        foreign = act.event in COOPERATIVE or officials and not people
        theirs = {c for r in act.target for c in r.codes} if foreign else set()
        codes = {m.code for m in self.scene.within(self.sentence.start, self.sentence.end) if m.code in self.scene.knowledge.states and m.kind != "deixis"}
        return tuple(c for c in codes if c) if len(codes) == 1 and not codes & theirs else ()

    def _loose_target(self, verb: Token, own: set[str]) -> list[Reference]:
        """Somebody else named under the predicate, where no slot names a target: objects first, then phrases."""
        below = [
            t for t in self.sentence.subtree(verb, without=frozenset({"nsubj", "advcl", "ccomp", "relcl", "parataxis", "conj"}))
            if t.i > verb.i
        ]
        for token in below:
            if token.dep in ("dobj", "pobj", "dative", "poss"):
                if token.dep == "pobj" and self.sentence.tokens[token.head].lower in ("after", "since", "during", "before", "because", "despite", "without", "by"):
                    continue
                found = self.referrer.refer(token)
                if found and set(found.codes) - own:
                    return [found]
        return []

    def _with_modality(self, act: Act) -> Act | None:
        verb = act.head
        clauses = self.clauses
        if verb.tag[0] not in "VM":
            return act
        if clauses.negated(verb) and act.rule != "refuse":
            if clauses.is_future(verb) or any(a in ("can", "could") for a in clauses.auxiliaries(verb)):
                return replace(act, event="REJECT", mode=_ASKED.get(act.event), rule=f"will-not:{act.rule}")
            return replace(act, modality="negated")
        if clauses.is_possible(verb):
            return None
        if clauses.is_duty(verb):
            return self._obliged(act)
        if clauses.is_future(verb) and act.modality == "actual":
            act = self._future(act)
        condition = clauses.condition_of(verb)
        if condition is not None and act.modality in ("actual", "planned"):
            target = act.target
            if act.event == "THREATEN" and not target:
                subjects = [r for s in clauses.subjects(condition) for r in self.referrer.all(s)]
                target = tuple(subjects)
            act = replace(act, modality="conditional", target=target)
        return act

    def _future(self, act: Act) -> Act:
        if act.event in HARMFUL and act.event != "THREATEN":
            return replace(act, event="THREATEN", mode=_THREATENED.get(act.event), rule=f"will:{act.rule}")
        if act.event == "CONSULT":
            own = {c for r in act.source for c in r.codes}
            speaker = needs.speaker_of(self, act.head)
            if speaker is None or not set(speaker.codes) & own:
                return replace(act, modality="planned")
            return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}")
        if act.event in COOPERATIVE and act.event != "AGREE":
            return replace(act, event="AGREE", mode=None, rule=f"will:{act.rule}", reciprocal=False)
        if act.event == "RETREAT":
            return replace(act, event="CONCEDE", mode=None, rule=f"will:{act.rule}")
        return act

    def _obliged(self, act: Act) -> Act | None:
        """ "China must drop barriers": a demand by whoever says so."""
        if act.modality == "conditional":
            return None
        speaker = needs.speaker_of(self, act.head)
        if speaker is None or not act.source or set(speaker.codes) & {c for r in act.source for c in r.codes}:
            return None
        mode = _ASKED.get(act.event, "change")
        rule = act.rule if act.rule == "must" else f"must:{act.rule}"
        return replace(act, event="REQUEST", mode=mode, rule=rule, source=(speaker,), target=act.source, modality="actual")

    def _is_wish(self, verb: Token) -> bool:
        return self._wished(self.clauses.first(verb))

    def _wished(self, verb: Token) -> bool:
        """A purpose ("to ...") of another act, a question, or what somebody only can, may or tries to do."""
        if verb.tag[0] != "V":
            return False
        if verb.dep == "advcl" and self.clauses.is_infinitive(verb):
            return True
        if verb.dep in ("acl", "xcomp", "relcl") and self.clauses.is_infinitive(verb):
            head = self.sentence.head(verb)
            starts = head is not None and any(
                o.kind in ("start", "schedule") for lemma in self.clauses.verb_lemmas(head) for o in self.vocabulary.verb_operators.get(lemma, ())
            )
            return not starts
        return verb.dep == "pcomp" and self.sentence.tokens[verb.head].lower in (
            "for", "of", "without", "against", "toward", "towards", "at", "on", "in",
        )  # fmt: skip
