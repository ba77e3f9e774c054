"""Whether predicates of a parsed sentence are negated, future, possible, conditional or asked for."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.sentence.means import means_of
from dragoman.coding.sentence.negation import Negations
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import HAVE, IS, MAY, OUGHT, SHORT_IS, WILL
from dragoman.lexicon.words import word_class

_CASES = frozenset({"case", "event"})
_CONDITION = frozenset({"if", "unless", "provided", "whether", "lest", "until"})
_BOUND = word_class("bound-to")
_GIVEN = frozenset({"provided", "providing"})
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
# Where somebody is, who is there for something.
_AMID = frozenset({"among", "at", "in"})
# "It is essential that Chad should withdraw": what is to be done.
_DUE = word_class("due")
_IS = IS | SHORT_IS | {"am"}
# Verbs that with an infinitive say no more than that somebody does it, wherever the parser hung that.
_SETTING_ABOUT = word_class("setting-about")


class Clauses(Negations):
    """Questions about the predicates of one sentence."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        super().__init__(sentence, vocabulary)
        self._auxiliaries: dict[int, list[str]] = {}

    def auxiliaries(self, verb: Token) -> list[str]:
        known = self._auxiliaries.get(verb.i)
        if known is None:
            known = self._auxiliaries[verb.i] = self._find_auxiliaries(verb)
        return known

    def _find_auxiliaries(self, verb: Token) -> list[str]:
        own = [c.lower for c in self.sentence.children(verb, "aux", "auxpass")]
        if own == ["to"] and self.going(verb) is not None:
            return ["will"]
        told_itself = verb.tag == "VBN" and bool(self.sentence.children(verb, "nsubj"))  # "would not go, and crowds protested"
        if not own and verb.dep == "conj" and verb.tag in ("VB", "VBN") and not told_itself:
            head = self.sentence.head(verb)
            return self.auxiliaries(head) if head is not None and head.tag[0] == "V" else []
        return own

    def is_future(self, verb: Token) -> bool:
        aux = self.auxiliaries(verb)
        ahead = self.is_ahead(verb) or self._is_headline(verb) or (not aux and self._is_to_come(verb))
        return (any(a in WILL for a in aux) and "have" not in aux) or ahead

    def _is_to_come(self, verb: Token) -> bool:
        """ "Flies to Lima tomorrow", "meets the premier next week"."""
        if verb.tag not in ("VBZ", "VBP"):
            return False
        times = self.sentence.children(verb, "npadvmod", "advmod")
        return any(t.lower == "tomorrow" or any(c.lower == "next" for c in t.children) for t in times)

    def _is_headline(self, verb: Token) -> bool:
        """ "ETHIOPIA TO PULL TROOPS OUT": an infinitive with a subject of its own that hangs on nothing but who says so."""
        return (
            self.is_infinitive(verb)
            and (verb.dep == "ROOT" or (verb.dep == "ccomp" and not self.sentence.children(verb, "mark")))
            and any(c.i < verb.i and c.dep == "nsubj" for c in verb.children)
            and not any(c.lower == "for" for c in self.sentence.children(verb, "mark"))
        )

    def is_ahead(self, verb: Token) -> bool:
        """ "is to visit", "are to be deployed": what is laid down for somebody, not what something consists in."""
        head = self.sentence.head(verb)
        if head is None or verb.dep != "xcomp" or head.lower not in _IS or not any(c.lower == "to" for c in verb.children):
            return False
        subjects = self.sentence.children(head, "nsubj")
        if self.is_ranked(head):
            return False  # "was the first state to recognise"
        if any(c.lower in _AMID and head.i < c.i < verb.i for c in self.sentence.children(head, "prep")):
            return False  # "was among the first to recognise", "was at the embassy to sign"
        if any(set(self.words(s)) & self.vocabulary.groups["purposes"] for s in subjects):
            return False  # "its task was to supply", "the aim is to cut"
        return bool(subjects) and not any(
            o.kind in ("try", "promise", "request")
            for s in subjects
            for lemma in self.noun_lemmas(s)
            for o in self.vocabulary.noun_operators.get(lemma, ())
        )

    def governor(self, verb: Token) -> Token:
        """The verb that says when and whether: "will" of "will begin to withdraw" holds for the withdrawal."""
        for _ in range(4):
            if (means := means_of(self, verb)) is not None:  # "will use planes to drop it"
                verb = means
                continue
            head = self.sentence.head(verb)
            if head is not None and verb.dep == "pcomp":
                if head.lower == "against":  # "voted against lifting the sanctions"
                    break
                head = self.sentence.head(head)
            about = head is not None and verb.dep == "advcl" and self._sets_about(head, verb)
            if head is None or not (about or verb.dep in ("xcomp", "pcomp")) or not self.begins(head) or self.going(verb):
                break  # "is going to visit" is a future of its own
            verb = head
        return verb

    def _sets_about(self, above: Token, verb: Token) -> bool:
        """ "Moved on Monday to close the paper", "acted to bar it": done, and no purpose of something else that is done."""
        return above.lower in _SETTING_ABOUT and verb.i > above.i and self.is_infinitive(verb) and not self.objects(above)

    def begins(self, verb: Token) -> bool:
        """Whether a verb only says that something begins, goes on or comes about."""
        return any(o.kind == "start" for lemma in self.verb_lemmas(verb) for o in self.vocabulary.verb_operators.get(lemma, ()))

    def is_made(self, verb: Token, words: frozenset[str]) -> bool:
        """ "Made it clear that", "made public that": whether a verb makes something one of `words`."""
        return any(c.lower in words for c in self.sentence.children(verb, "ccomp", "acomp", "oprd", "xcomp", "advmod", "dobj"))

    def is_mutual(self, verb: Token) -> bool:
        """ "Visited each other", "spoke with one another"."""
        tokens = self.sentence.tokens[verb.i + 1 : verb.i + 5]
        return any(a.lower in ("each", "one") and b.lower in ("other", "another") for a, b in pairwise(tokens))

    def denied_rank(self, verb: Token) -> Token | None:
        """The "be" of "is not the first to", where `verb` is what somebody is not the first to do."""
        head = self.sentence.head(verb)
        if head is None or head.lower not in _RANKS or not self.is_infinitive(verb):
            return None
        being = self.sentence.head(head)
        return being if being is not None and head.dep == "attr" and self.negated(being) else None

    def is_ranked(self, head: Token) -> bool:
        """Whether what an infinitive hangs on is one of a rank: "the first state to", "was among the first states to"."""
        over = head if head.tag[0] in "VM" else self.sentence.head(head)
        may = over is not None and any(c.tag == "MD" for c in self.sentence.children(over, "aux"))
        if may and over is not None and not self.negated(over):  # "will not be the first to open fire" gives one's word
            return False  # "would be the first state to recognise it": nobody has yet
        if head.lower in _RANKS:
            return True
        nouns = [head] if head.tag[0] == "N" else self.sentence.children(head, "attr")
        if head.lower == "one":  # "one of the first states to"
            nouns = self.under(head, "of")
        if head.tag[0] == "V" and not nouns:
            nouns = self.under(head, "among")
        return any(
            c.lower in _RANKS or (c.lower[:1].isdigit() and c.lower.endswith(("st", "nd", "rd", "th")))
            for noun in nouns
            for c in (noun, *self.sentence.children(noun, "amod", "nummod"))
        )

    def is_possible(self, verb: Token) -> bool:
        aux = self.auxiliaries(verb)
        return any(a in MAY for a in aux) or ("have" in aux and any(a in ("should", "would", "could") for a in aux))

    def is_counterfactual(self, verb: Token) -> bool:
        """ "Should have imposed sanctions", "would have sent troops if it had been asked": what was not done."""
        first = self.first(verb)
        aux = self.auxiliaries(first)
        own = verb is first or (verb.tag in ("VBN", "VBD") and not self.sentence.children(verb, "aux", "auxpass", "nsubj"))
        if "have" not in aux or not own:
            return False
        return "should" in aux or ("would" in aux and (self.condition_of(first) is not None or self._had_it(first)))

    def was_to_have(self, verb: Token) -> bool:
        """ "Were to have met on Friday": what was laid down and has not come about."""
        above = self.sentence.head(verb)
        laid = verb.dep in ("xcomp", "ccomp") and self.auxiliaries(verb)[:2] == ["to", "have"]
        return laid and above is not None and above.lower in ("was", "were")

    def _had_it(self, verb: Token) -> bool:
        """ "Had Cairo asked, ..." before what would have been."""
        first = self.sentence.tokens[0]
        return first.lower == "had" and first.dep in ("aux", "advcl", "auxpass") and first.i < verb.i

    def is_duty(self, verb: Token) -> bool:
        aux = self.auxiliaries(verb)
        return (
            (any(a in OUGHT for a in aux) and "have" not in aux and not self.is_inverted(verb) and not self._is_putative(verb))
            or self.has_to(verb)
            or self.is_due(verb)
            or self.is_bound(verb)
        )

    def _is_putative(self, verb: Token) -> bool:
        """ "Finds it regrettable that Chad should side with Mali": what is so or may be, and no duty."""
        head = self.sentence.head(verb)
        if head is None or head.tag != "JJ" or head.lower in _DUE or verb.dep not in ("ccomp", "advcl", "xcomp", "acl"):
            return False
        return any(c.lower == "that" for c in self.sentence.children(verb, "mark"))

    def is_inverted(self, verb: Token) -> bool:
        """ "Should Cairo go on, ...": a condition."""
        subjects = self.sentence.children(verb, "nsubj", "nsubjpass")
        should = [c for c in self.sentence.children(verb, "aux") if c.lower == "should"]
        modal = any(c.tag == "MD" and c not in should for c in self.sentence.children(verb, "aux"))
        return bool(subjects and should) and should[0].i < subjects[-1].i and not modal

    def has_to(self, verb: Token) -> bool:
        """ "Has to leave", "had to leave": a duty in the words of whoever says so."""
        head = self.sentence.head(verb)
        return (
            head is not None
            and verb.dep == "xcomp"
            and verb.tag == "VB"
            and head.lower in HAVE
            and any(c.lower == "to" for c in self.sentence.children(verb, "aux"))
            and not self.negated(head)
            and WILL.issuperset(self.auxiliaries(head))
            and not any(c.lower == "yet" for c in self.sentence.children(head, "advmod"))  # "have yet to enter the town"
        )

    def is_bound(self, verb: Token) -> bool:
        """ "Is obliged to scrap it", "is bound to hand them over": a duty in the words of whoever says so."""
        head = self.sentence.head(verb)
        return (
            head is not None
            and head.lower in _BOUND
            and verb.dep == "xcomp"
            and self.is_infinitive(verb)
            and not self.negated(head)
            and WILL.isdisjoint(self.auxiliaries(head))  # "will be obliged to": what one then does oneself
            and bool(self.sentence.children(head, "auxpass") or head.dep == "acomp")
        )

    def is_due(self, verb: Token) -> bool:
        """ "It is time for Chad to withdraw", "it is up to Chad to": what somebody says is for another to do now."""
        head = self.sentence.head(verb)
        if head is not None and self.up_to(verb):
            return True
        return (
            head is not None
            and head.lower == "time"
            and head.dep == "attr"
            and self.is_infinitive(verb)
            and bool(self.sentence.children(verb, "nsubj"))
        )

    def is_imperative(self, verb: Token) -> bool:
        """ "Give us back our sailors": a bare verb with no subject that hangs on nothing, or on who says so."""
        if verb.tag != "VB" or verb.dep not in ("ROOT", "ccomp", "parataxis", "advcl"):
            return False
        return not self.sentence.children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl") and verb.lower not in (
            "let",
            "need",
            "be",
        )

    def is_bidden(self, verb: Token) -> bool:
        """What somebody is told to do: "to leave", "to be gone", "bade them return"."""
        auxiliaries = self.sentence.children(verb, "aux", "auxpass")
        return any(c.lower == "to" for c in auxiliaries) or (verb.tag == "VB" and not auxiliaries)

    def or_else(self, verb: Token) -> bool:
        """ "leave or be thrown out": a demand with what happens otherwise."""
        children = verb.children
        return any(c.lower == "or" and c.dep == "cc" for c in children) and any(
            c.dep == "conj" and c.tag[0] == "V" for c in children
        )

    def marks(self, verb: Token) -> list[str]:
        return [c.lower for c in self.sentence.children(verb, "mark", "advmod")]

    def in_condition(self, token: Token) -> bool:
        """Whether the word stands inside an "if", "unless" or "as long as" clause."""
        here: Token | None = token
        while here is not None:
            if here.dep in ("advcl", "ccomp", "dep", "relcl", "csubj", "pcomp") and self.is_condition(here):
                return True
            here = self.sentence.head(here)
        return False

    def is_condition(self, verb: Token) -> bool:
        # "Provided that he guarantees their safety", parsed as a preposition.
        if verb.dep in ("pcomp", "pobj", "ccomp") and self.sentence.tokens[verb.head].lower in _GIVEN:
            return verb.dep == "pcomp" or any(c.lower == "that" for c in self.sentence.children(verb, "mark"))
        for child in verb.children:
            if child.dep in ("mark", "advmod") and child.lower in _CONDITION and child.i < verb.i:
                return True
            if child.dep in ("mark", "advmod") and child.lower == "once" and verb.dep == "advcl" and self._is_present(verb):
                return True  # "would lift the blockade once the government signs"
        subjects = self.sentence.children(verb, "nsubj", "nsubjpass")
        if subjects and any(
            c.lower in ("should", "had", "were") and c.i < subjects[0].i for c in self.sentence.children(verb, "aux", "auxpass")
        ):
            return verb.dep in ("advcl", "ccomp", "csubj")  # "should Israel strike, ..."
        if verb.dep == "advcl":
            if self._is_present(verb) and any(
                a.lower == "as" and b.lower == "soon" for a, b in pairwise(self.sentence.tokens[max(0, verb.i - 8) : verb.i])
            ):
                return True  # "offered to step down as soon as peacekeepers arrive"
            # "as long as they keep on": parsed as an adverb "long" over the clause, or a mark "as" beside "long".
            words = [t.lower for t in self.sentence.tokens[max(0, verb.i - 12) : verb.i]]
            text = " ".join(words)
            if any(p in text for p in ("as long as", "so long as", "in case", "on condition that", "in the event")):
                subject = self.sentence.children(verb, "nsubj")
                return not subject or subject[0].i < verb.i
        return False

    def _is_present(self, verb: Token) -> bool:
        finite = [t.tag for t in self.sentence.children(verb, "aux", "auxpass") if t.tag in ("VBD", "VBZ", "VBP", "MD")] or [
            verb.tag
        ]
        return finite[0] in ("VBZ", "VBP")

    def _inverted(self, clause: Token) -> list[Token]:
        return [c for c in self.sentence.children(clause, "ccomp") if self.sentence.children(c, "aux") and self.is_condition(c)]

    def _in_case(self, clause: Token) -> Token | None:
        """ "In case of an attack", "in the event of war": the noun of the phrase."""
        if self.said.isdisjoint(_CASES):
            return None
        nouns = [
            o for p in self.sentence.children(clause, "prep") if p.lower == "in" for o in self.sentence.children(p, "pobj")
        ]
        return next((n for n in nouns if n.lower in _CASES and self._opens_term(n)), None)

    def _opens_term(self, case: Token) -> bool:
        """Not "in the case of Chad", which says of whom."""
        the = any(c.lower == "the" for c in self.sentence.children(case, "det"))
        return the == (case.lower == "event") and any(c.lower == "of" for c in self.sentence.children(case, "prep"))

    def condition_of(self, verb: Token) -> Token | None:
        """The conditional clause that a predicate, or a clause above it, hangs on."""
        for clause in (verb, *self.sentence.ancestors(verb)):
            long = [
                c
                for a in self.sentence.children(clause, "advmod")
                if a.lower == "long"
                for c in self.sentence.children(a, "advcl")
            ]
            given = [c for p in self.sentence.children(clause, "prep") if p.lower in _GIVEN for c in p.children]
            if (case := self._in_case(clause)) is not None:
                return case
            for child in (*self.sentence.children(clause, "advcl"), *long, *given, *self._inverted(clause)):
                if child is not verb and self.is_condition(child):
                    return child
            if clause.dep in ("ccomp", "relcl"):
                break
        return self._shared_term(verb)

    def _shared_term(self, verb: Token) -> Token | None:
        """ "Would leave the bloc and close its port if ...": the term behind the last of several is that of all."""
        last = [c for c in self.sentence.children(verb, "conj") if not self.sentence.children(c, "nsubj", "nsubjpass")]
        terms = [c for v in last[-1:] for c in self.sentence.children(v, "advcl") if c.i > v.i and self.is_condition(c)]
        return terms[0] if terms else None
