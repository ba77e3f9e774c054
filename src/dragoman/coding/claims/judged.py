"""Who is judged by a legal claim, and the claim for each of them in the words of its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.claims.assertions import Draft
from dragoman.coding.claims.complaints import complained_of
from dragoman.coding.claims.defences import doer_before, own_deed
from dragoman.coding.claims.grounds import Grounds
from dragoman.coding.positions.evaluation import lexis_of
from dragoman.coding.sentence.phrasing import refer
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, IS, SHORT_ARE, SHORT_IS
from dragoman.lexicon.words import word_class
from dragoman.text import Span

LINKS = BE | SHORT_IS | SHORT_ARE | word_class("being-judged")

# Bodies by the identifiers of their resolutions.
BODIES = {"UNSC": "UN-SC", "UNGA": "UN-GA"}
PLAINLY = frozenset({"illegal", "unlawful", "illegitimate", "unconstitutional"})
_ALONE = word_class("crimes-of-states")
_ACTS_JUDGED_BY_LAW = word_class("acts-judged-by-law")


class Judged:
    """Those whom the legal claims of one sentence judge."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self.bench = grounds.bench
        self._forms = grounds.words

    def is_basis(self, noun: Token) -> bool:
        """ "legal ground", "right", "justification"."""
        forms = self._forms["basis"]
        before = [c.lower for c in self.sentence.children(noun, "amod", "compound")]
        if noun.lower in forms and (noun.lower != "bases" or "legal" in before):
            return True
        return any(f"{b} {noun.lower}" in forms for b in before)

    def is_breach(self, noun: Token) -> bool:
        """ "violation of international law", "act of aggression", "war crime", "exercise of a legitimate right"."""
        below = {t.lower for t in self.sentence.subtree(noun, without=frozenset({"relcl", "advcl"}))}
        if noun.lower in self._forms["breach"]:
            if noun.lower.rstrip("s") in ("threat", "provocation", "denial", "intervention"):
                return "peace" in below and "threat" in noun.lower
            return noun.lower in _ALONE or bool((below - {noun.lower}) & self._forms["of-law"])
        return noun.lower in ("act", "acts", "matter") and bool(below & (_ALONE | _ACTS_JUDGED_BY_LAW))

    def names_law(self, noun: Token) -> bool:
        """Whether law stands under a noun or is named by it: "violation of the charter", "the agreement of 1972"."""
        below = self.sentence.subtree(noun, without=frozenset({"relcl", "advcl", "conj"}))
        return any(t.lower in self._forms["of-law"] for t in below) or self.cites(noun)

    def cites(self, noun: Token) -> bool:
        """Whether a noun names an instrument."""
        register = self.bench.scene.register.within(self.sentence.start, self.sentence.end)
        return any(r.start < noun.end and noun.start < r.end for r in register)

    def subjects(self, subject: Token) -> tuple[str | None, ...]:
        """Who is judged: the actors that a phrase names, or those whose deed it is; (None,) for what is nobody's."""
        scene, sentence = self.bench.scene, self.sentence
        here = subject
        if subject.tag in ("WDT", "WP"):
            here = self._antecedent(subject)
        if any(r.start <= here.start < r.end for r in scene.register.within(sentence.start, sentence.end)):
            return (self._adopter(here),)
        if scene.mention_at(here) is not None or scene.role_at(here) is not None or here.tag[0] != "N":
            return self.grounds.codes_of([here]) or (None,)
        pair = self.grounds.codes_of(self.grounds.clauses.under(here, "between"))
        owner = self.bench.referrer.owner(here) if not pair else None
        if owner is not None and owner.codes:
            return owner.codes
        harm = lexis_of(scene.knowledge.lexicon).is_conduct("harm", here)
        for preposition in ("between", "by", *(() if harm else ("of",))):
            codes = self.grounds.codes_of(self.grounds.clauses.under(here, preposition))
            if codes:
                return codes
        found = refer(self.bench, here)  # "his country", "the two sides"
        return (
            found.codes
            if found is not None and found.codes and not sentence.children(here, "prep")
            else (doer_before(self.bench, here),)
        )

    def _adopter(self, noun: Token) -> str | None:
        """Whose resolutions are judged: those of the one body of the United Nations whose resolutions a text has named."""
        if noun.lower not in ("resolution", "resolutions"):
            return None
        known = (i.id or "" for i in self.bench.scene.register.instruments if i.start < noun.end)
        bodies = {BODIES[prefix] for prefix in (i.partition("-")[0] for i in known) if prefix in BODIES}
        return bodies.pop() if len(bodies) == 1 else None

    def _antecedent(self, pronoun: Token) -> Token:
        """What "which" stands for: the noun that its clause hangs on, or one further up that agrees with the verb in number."""
        sentence = self.sentence
        clause = next((a for a in (pronoun, *sentence.ancestors(pronoun)) if a.dep in ("relcl", "ccomp")), None)
        if clause is None:
            return pronoun
        above = sentence.tokens[clause.head]
        if above.lower in IS and any(c.lower == "it" for c in sentence.children(above, "nsubj")):
            return next(iter(sentence.children(above, "attr")), pronoun)  # "it is Chad that has violated the charter"
        if clause.dep == "ccomp":
            return pronoun
        nouns = [
            above,
            *(a for a in sentence.ancestors(sentence.tokens[clause.head]) if a.tag[0] == "N"),
        ]
        plural = {"VBP": True, "VBZ": False}.get(clause.tag)
        fitting = [n for n in nouns if plural is None or (n.tag in ("NNS", "NNPS")) == plural]
        return fitting[0] if fitting and not sentence.children(nouns[0], "conj") else nouns[0]

    def drafts(
        self,
        verb: Token,
        subject: Token,
        denials: Sequence[Token],
        thing: Token | None = None,
        by: tuple[str, ...] | None = None,
        whole: Token | None = None,
        doers: tuple[str, ...] = (),
        *,
        blamed: bool = False,
    ) -> Iterator[Draft]:
        """The claim of one clause, for each who is judged; what is no actor stands in the statement itself, as `whole` does,
        the subject of a clause that judges somebody else. `doers`: whose deed it is by the judgement itself. `blamed`: who says so says it of another.
        """
        mention = self.bench.scene.mention_at(subject)
        named = mention is not None or subject.tag in ("PRP", "WDT", "WP")
        own = whole or (subject if subject.head == verb.i or thing is not None else None)
        span = self.grounds.predicate(verb, with_subject=own)
        if thing is not None and span.end < thing.end:
            span = Span(span.start, thing.end)
        apart = whole is None and (named or by is not None or subject.i > verb.i)
        statement = self.grounds.predicate(verb) if apart else span
        lead = None
        if not apart and own is None:  # "... was unjust and was illegal": the subject stands with the verb before
            lead = self.grounds.phrase(subject)
            lead = lead if lead.end <= statement.start else None
        start, end = min(span.start, statement.start), max(span.end, statement.end)
        lawful = own_deed(self.bench, verb, span) if not denials and not named and by is None and verb.lower in LINKS else None
        judged = self.subjects(subject)
        if blamed and subject.lower in ("it", "this", "that", "they") and not denials and by is None:
            judged = complained_of(self.grounds, verb, judged)
        for code in doers if doers and judged == (None,) else judged:
            yield Draft(
                "legal",
                verb,
                start,
                end,
                Span(*statement),
                code or lawful,
                denied=bool(denials),
                by=by,
                denials=tuple(denials),
                lead=lead,
            )
