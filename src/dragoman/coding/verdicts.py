"""Legal claims: that something is lawful or not, breaks or rests on law, that somebody has or lacks a right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dragoman.coding.affirming import denying
from dragoman.coding.assertions import Draft
from dragoman.coding.defences import doer_before, own_deed
from dragoman.coding.evaluation import lexis_of
from dragoman.coding.grounds import Grounds
from dragoman.coding.phrasing import refer
from dragoman.language.parse import Token
from dragoman.text import Span

_BE = frozenset(
    "is are was were be been remain remains constitute constitutes constituted represent represents represented "
    "amount amounts amounted 's ’s become becomes 're ’re".split()
)
_HAVE = frozenset("have has had lack lacks lacked possess possesses enjoy enjoys retain retains reserve reserves".split())
_LACK = frozenset({"lack", "lacks", "lacked"})
_LEGAL = frozenset({"legal", "legitimate", "sovereign", "inherent", "lawful", "inalienable"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp"})
# Adjectives that judge by law only where law stands beside them.
_NEED_LAW = frozenset("contrary consistent inconsistent incompatible applicable criminal justified legal free".split())
_NO = frozenset({"no", "neither", "nor", "not", "n't", "n’t", "never", "without", "hardly"})
# Rights of people to vote or to learn are no claims on the law of nations; whose right, and to what, decides.
_PLAIN = frozenset({"right", "authority", "obligation", "ground", "basis", "grounds", "mandate", "sovereignty", "title"})
_PLAINLY = frozenset({"illegal", "unlawful", "illegitimate", "unconstitutional"})
_ALONE = frozenset({"genocide", "aggression", "piracy", "terrorism", "usurpation", "crime", "crimes", "annexation", "invasion"})


def verdicts(grounds: Grounds) -> Iterator[Draft]:
    """The legal claims of one sentence."""
    reader = _Reader(grounds)
    seen: list[tuple[Span, Draft]] = []
    for pattern in (reader.rights, reader.predicates, reader.breaches, reader.named):
        for draft in pattern():
            span = draft.statement or Span(draft.start, draft.end)
            # Once each, though several are judged by one predicate.
            if not any(s.covers(span) and (d.head is not draft.head or d.subject == draft.subject) for s, d in seen):
                seen.append((span, draft))
                yield draft


class _Reader:
    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.sentence = grounds.sentence
        self.bench = grounds.bench
        self._forms = grounds.words

    # --- has no right to; have neither qualifications nor justification ---

    def rights(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.lower not in _HAVE or verb.tag[0] not in "VM":
                continue
            for noun, subjects in self._possessed(verb):
                listed = [noun, *self.sentence.children(noun, "conj")]
                basis = [n for n in listed if self._is_basis(n)]
                if not basis or not self.grounds.is_asserted(verb):
                    continue
                denied = (
                    verb.lower in _LACK
                    or self.grounds.clauses.negated(verb)
                    or any(
                        c.lower in _NO
                        for n in listed
                        for c in self.sentence.children(n, "det", "preconj", "cc", "neg", "advmod")
                    )
                )
                if self._is_of_states(basis[0], subjects, denied):
                    denials = denying(self.grounds.clauses, verb, listed) if denied else []
                    for subject in subjects:
                        yield from self._drafts(verb, subject, denials, noun)

    def _possessed(self, verb: Token) -> Iterator[tuple[Token, list[Token]]]:
        """What somebody has or lacks, and who; "lack legitimacy" may be parsed as one noun."""
        for noun in self.sentence.children(verb, "dobj"):
            yield noun, self.grounds.subjects(verb)
        head = self.sentence.head(verb)
        if verb.lower in _LACK and verb.dep == "compound" and head is not None and head.head != head.i:
            above = self.sentence.tokens[head.head]
            yield head, [above] if above.tag[0] == "N" else self.grounds.subjects(above)

    def _is_basis(self, noun: Token) -> bool:
        """ "legal ground", "right", "justification"."""
        forms = self._forms["basis"]
        before = [c.lower for c in self.sentence.children(noun, "amod", "compound")]
        if noun.lower in forms and (noun.lower != "bases" or "legal" in before):
            return True
        return any(f"{b} {noun.lower}" in forms for b in before)

    def _is_of_states(self, noun: Token, subjects: list[Token], denied: bool) -> bool:
        """A right that somebody who acts in law has ("every state has the right to"), not an office's power."""
        if noun.lower not in _PLAIN | {"rights"} or any(c.lower in _LEGAL for c in self.sentence.children(noun, "amod")):
            return True
        for subject in subjects:
            role = self.bench.scene.role_at(subject)
            if (
                role is not None
                and self.bench.scene.mention_at(subject) is None
                and subject.lower not in ("government", "side", "people")
                and not denied
            ):
                continue
            if self.grounds.code_of(subject) is not None or subject.lower in (
                "state",
                "country",
                "nation",
                "states",
                "countries",
                "nations",
            ):
                return True
        return False

    # --- is illegal; is a violation of; cannot be a legal ground ---

    def predicates(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.lower not in _BE or verb.tag[0] not in "VM" or not self.grounds.is_asserted(verb):
                continue
            what = self.sentence.children(verb, "attr", "acomp", "dobj", "oprd")
            for prep in self.sentence.children(verb, "prep"):
                what += self.sentence.children(prep, "pobj") if prep.lower in ("to", "in", "against") else []
            what += [d for w in what for d in self.sentence.children(w, "conj")]
            # "Is illegal and contravenes ...", where the rest was taken for a noun.
            what += [t for t in self.sentence.tokens[verb.i + 1 : verb.i + 2] if t.dep == "amod" and t.lower in _PLAINLY]
            if not any(self._is_legal(w) for w in what):
                continue
            denied = self.grounds.clauses.negated(verb) or any(
                c.lower in _NO for w in what for c in self.sentence.children(w, "det", "neg", "advmod")
            )
            for subject in self.grounds.subjects(verb)[:1]:
                if (
                    subject.lower in ("it", "this", "that", "which", "they", "these")
                    or subject.tag[0] in "NDV"
                    or subject.dep == "csubj"
                ):
                    denials = denying(self.grounds.clauses, verb, what) if denied else []
                    yield from self._drafts(verb, subject, denials)

    def _is_legal(self, word: Token) -> bool:
        if word.tag[0] == "J" or word.tag == "VBN":
            return word.lower in self._forms["verdict"] and self._judges(word)
        if word.tag[0] != "N":
            return False
        qualified = [c.lower for c in self.sentence.children(word, "amod", "compound")]
        if not _PLAINLY.isdisjoint(qualified):
            return True
        if self._is_basis(word) and (word.lower not in _PLAIN or bool(_LEGAL & set(qualified))):
            return True
        return self._is_breach(word)

    def _judges(self, word: Token) -> bool:
        """ "contrary to the charter", "consistent with international law": some adjectives need law beside them."""
        if word.lower not in _NEED_LAW:
            return True
        below = {t.lower for t in self.sentence.subtree(word)}
        return bool(below & self._forms["of-law"]) or word.lower in ("legal", "criminal", "justified")

    def _is_breach(self, noun: Token) -> bool:
        """ "violation of international law", "act of aggression", "war crime", "exercise of a legitimate right"."""
        below = {t.lower for t in self.sentence.subtree(noun, without=frozenset({"relcl", "advcl"}))}
        if noun.lower in self._forms["breach"]:
            if noun.lower.rstrip("s") in ("threat", "provocation", "denial", "intervention"):
                return "peace" in below and "threat" in noun.lower
            return noun.lower in _ALONE or bool((below - {noun.lower}) & self._forms["of-law"])
        return noun.lower in ("act", "acts", "matter") and bool(
            below & (_ALONE | {"war", "abuse", "self-defence", "self-defense", "interference"})
        )

    # --- violates the charter ---

    def breaches(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.tag[0] != "V" or verb.lower not in self._forms["breaks"]:
                continue
            things = self.sentence.children(verb, "dobj", "nsubjpass")
            things += [c for t in things for c in self.sentence.children(t, "conj")]
            below = {t.lower for thing in things for t in self.sentence.subtree(thing, without=frozenset({"relcl"}))}
            cited = any(
                r.start < t.end and t.start < r.end
                for t in things
                for r in self.bench.scene.register.within(self.sentence.start, self.sentence.end)
            )
            if not (below & self._forms["of-law"] or cited):
                continue
            accuser = self._accuser(verb)
            if accuser is None and not self.grounds.is_asserted(verb):
                continue
            subjects = self.grounds.clauses.subjects(verb) if accuser is None else accuser[1]
            by = self.grounds.codes_of(accuser[0]) if accuser is not None else None
            for subject in subjects[:1] or things[:1]:
                denials = denying(self.grounds.clauses, verb, []) if self.grounds.clauses.negated(verb) else []
                yield from self._drafts(verb, subject, denials, by=by)

    def _accuser(self, verb: Token) -> tuple[list[Token], list[Token]] | None:
        """Who accuses whom: subject and object of "accused X of violating ..."."""
        for above in islice(self.sentence.ancestors(verb), 4):
            if above.tag[0] == "V":
                if above.lower.startswith(("accus", "charg", "blam", "alleg", "suspect")):
                    return self.grounds.clauses.subjects(above), self.sentence.children(above, "dobj", "nsubjpass")
                return None
        return None

    # --- termed it a violation of ---

    def named(self) -> Iterator[Draft]:
        for verb in self.sentence:
            if verb.tag[0] != "V" or verb.lower not in self._forms["calls"] or not self.grounds.is_asserted(verb):
                continue
            what = self.sentence.children(verb, "oprd", "attr", "acomp")
            for prep in (p for h in (verb, *self.sentence.children(verb, "dobj")) for p in self.sentence.children(h, "prep")):
                what += self.sentence.children(prep, "pobj", "amod") if prep.lower == "as" else []
            for inner in self.sentence.children(verb, "ccomp", "xcomp"):
                what += [inner] if inner.tag[0] in "NJ" else []
            things = self.sentence.children(verb, "dobj", "nsubjpass")
            things += [s for w in what if w.tag[0] == "J" for s in self.sentence.children(w, "nsubj", "compound")]
            legal = [w for w in what if self._is_legal(w)] or [
                t for t in things if self._is_breach(t) and self.sentence.children(t, "dobj", "poss")
            ]
            quoted = [
                t
                for t in self.sentence.subtree(verb, without=_CLAUSES)
                if t.i > verb.i and t.dep in ("appos", "dobj", "conj") and self._is_quoted_breach(t)
            ]
            about = [t for t in things if all(t is not w for w in (*legal, *quoted))]
            agents = self.grounds.clauses.subjects(verb)
            by = self.grounds.codes_of(agents) if agents else None
            for word in legal[:1] or quoted:
                statement = self._of_law(word)
                start = min([verb.start, statement.start, *(t.start for t in about)])
                end = max(verb.end, statement.end)
                for thing in about[:1] if word in legal else ():
                    first = self.grounds.phrase(thing)
                    if self.bench.scene.mention_at(thing) is None and verb.end <= first.start < statement.start:
                        statement = Span(
                            first.start, statement.end
                        )  # what is called so is no actor: it stands in the statement
                for subject in self._subjects(about[0]) if about else (None,):
                    denied = self.grounds.clauses.negated(verb)
                    yield Draft("legal", verb, start, end, statement, subject, denied=denied, by=by)

    def _of_law(self, word: Token) -> Span:
        """ "violation of resolutions" of the UN": the word with what it is "of"."""
        span = self.grounds.phrase(word, without=("relcl", "advcl", "parataxis", "conj", "cc", "appos"))
        ends = [
            t.end
            for p in self.sentence.children(word, "prep")
            if p.lower in ("of", "against", "to")
            for t in self.sentence.subtree(p, without=frozenset({"relcl", "conj"}))
        ]
        return self.grounds.closed(Span(span.start, max(ends))) if ends else span

    def _is_quoted_breach(self, noun: Token) -> bool:
        return self.bench.text[max(0, noun.start - 1) : noun.start] in ('"', "“", "”") and self._is_breach(noun)

    def _subjects(self, subject: Token) -> tuple[str | None, ...]:
        """Who is judged: the actors that a phrase names, or those whose deed it is; (None,) for what is nobody's."""
        scene, sentence = self.bench.scene, self.sentence
        here = subject
        if subject.tag in ("WDT", "WP"):
            here = self._antecedent(subject)
        if any(r.start <= here.start < r.end for r in scene.register.within(sentence.start, sentence.end)):
            return (None,)
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

    def _antecedent(self, pronoun: Token) -> Token:
        """What "which" stands for: the noun that its clause hangs on, or one further up that agrees with the verb in number."""
        sentence = self.sentence
        clause = next((a for a in (pronoun, *sentence.ancestors(pronoun)) if a.dep == "relcl"), None)
        if clause is None:
            return pronoun
        nouns = [
            sentence.tokens[clause.head],
            *(a for a in sentence.ancestors(sentence.tokens[clause.head]) if a.tag[0] == "N"),
        ]
        plural = {"VBP": True, "VBZ": False}.get(clause.tag)
        fitting = [n for n in nouns if plural is None or (n.tag in ("NNS", "NNPS")) == plural]
        return fitting[0] if fitting and not sentence.children(nouns[0], "conj") else nouns[0]

    def _drafts(
        self,
        verb: Token,
        subject: Token,
        denials: Sequence[Token],
        thing: Token | None = None,
        by: tuple[str, ...] | None = None,
    ) -> Iterator[Draft]:
        """The claim of one clause, for each who is judged; what is no actor stands in the statement itself."""
        mention = self.bench.scene.mention_at(subject)
        named = mention is not None or subject.tag in ("PRP", "WDT", "WP")
        own = subject if subject.head == verb.i or thing is not None else None
        span = self.grounds.predicate(verb, with_subject=own)
        if thing is not None and span.end < thing.end:
            span = Span(span.start, thing.end)
        apart = named or by is not None or subject.i > verb.i
        statement = self.grounds.predicate(verb) if apart else span
        lead = None
        if not apart and own is None:  # "... was unjust and was illegal": the subject stands with the verb before
            lead = self.grounds.phrase(subject)
            lead = lead if lead.end <= statement.start else None
        start, end = min(span.start, statement.start), max(span.end, statement.end)
        lawful = own_deed(self.bench, verb, span) if not denials and not named and by is None and verb.lower in _BE else None
        for code in self._subjects(subject):
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
