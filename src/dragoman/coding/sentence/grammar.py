"""Who and what fill the parts of a predicate: its subjects, objects and prepositions, active or passive."""

from __future__ import annotations

from dragoman.coding.sentence import means
from dragoman.coding.sentence.called import Called
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class

_OPENS_PHRASE = frozenset({"prep", "agent", "dative", "prt", "pcomp", "advmod", "acomp"})


def _rules_object(children: list[Token]) -> bool:
    return any(c.dep in ("dobj", "ccomp") for c in children)


# Who is driven to it does it.
DRIVEN = frozenset({"forced", "compelled", "obliged", "constrained"})
_REPORTED = word_class("reported-to-have-been")
# Under these, what is to be done is done to their subject.
_IS_SET = IS | word_class("set-to-be-done")
_BEING = frozenset({"is", "was", "'s", "’s", "remains"})
_LETS = word_class("letting")
# Under these stands what somebody feels about.
_FELT = frozenset({"at", "about", "over", "by", "with"})


# "Found themselves barred": they were.
_FINDS = frozenset({"find", "finds", "found", "finding"})
_THEMSELVES = frozenset({"himself", "herself", "itself", "themselves"})


class Grammar(Called):
    """The predicates of one sentence, and what hangs on them."""

    def __init__(self, sentence: Sentence, vocabulary: Vocabulary) -> None:
        super().__init__(sentence, vocabulary)
        self._objects: dict[int, list[Token]] = {}
        self._passive_verbs: dict[int, bool] = {}
        self._under: dict[int, dict[str, list[Token]]] = {}
        self._subjects: dict[int, list[Token]] = {}

    def is_passive(self, verb: Token) -> bool:
        known = self._passive_verbs.get(verb.i)
        if known is None:
            deps = {c.dep for c in verb.children}
            known = bool(deps & {"auxpass", "nsubjpass"}) or (verb.tag == "VBN" and (verb.dep == "acl" or "agent" in deps))
            # "Beaten and jailed, the editor ..."; "Governor gunned down by own bodyguard", whose verb is tagged as a past.
            known = (
                known
                or self._is_participle(verb, deps)
                or (verb.tag in ("VBD", "VB") and "agent" in deps and "dobj" not in deps)
            )
            self._passive_verbs[verb.i] = known
        return known

    def _is_participle(self, verb: Token, deps: set[str]) -> bool:
        """Whether a bare past participle opens a side clause, or stands beside a passive."""
        if verb.tag == "VBN" and verb.dep == "advcl" and verb.i == 0 and "dobj" in deps:
            return True  # "Granted refuge in Quito, the president ..."
        if verb.tag not in ("VBN", "VBD") or deps & {"aux", "nsubj", "dobj", "mark", "csubj"}:
            return False
        if verb.dep == "xcomp" and verb.tag == "VBN":  # "were reported killed"
            above = self.sentence.head(verb)
            return above is not None and above.lower in _REPORTED and self.is_passive(above)
        if verb.dep == "advcl":
            return verb.tag == "VBN"
        head = self.sentence.head(verb)
        if verb.dep != "conj" or head is None or head.tag[0] != "V":
            return False
        if verb.tag == "VBD":  # "beaten and jailed, ...", of which the second may be tagged as a past
            return head.dep == "advcl" and head.tag == "VBN" and self.is_passive(head)
        return self.is_passive(head)  # "were singled out and executed"

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """Heads of who does it: the subject, the agent of a passive, or the subject of the clause it hangs on."""
        if depth:
            return self._find_subjects(verb, depth)
        known = self._subjects.get(verb.i)
        if known is None:
            known = self._subjects[verb.i] = self._find_subjects(verb, depth)
        return [*known]

    def _find_subjects(self, verb: Token, depth: int) -> list[Token]:
        children = verb.children
        if self.is_passive(verb):
            agents = [o for c in children if c.dep == "agent" for o in self.sentence.children(c, "pobj")]
            agents = agents or means.shared_agents(self, verb)
            if not agents and (having := means.causing(self, verb)) is not None:
                return [s for s in self.subjects(having, depth + 1) if s.tag not in ("NNS", "NNPS")]
            return agents
        own = [c for c in children if c.dep in ("nsubj", "csubj")]
        if len(own) > 1:  # of two subjects, the nearer one is the verb's; the other belongs to a clause that was lost
            own = own[-1:] if own[-1].tag[0] in "NP" or own[0].tag[0] != "N" else own[:1]  # "nurses, many with babies, ..."
        if own or depth > 6:
            return own
        beside = self._beside(verb) or self._speaking(verb)
        if beside is not None:
            return [beside]
        head = self.sentence.head(verb)
        if head is None:
            return []
        if verb.dep == "acl" and head.tag[0] in "NP":
            if verb.tag == "VBG":
                return [head]
            return self._holder(head, depth)  # "a plan to attack": the planner's
        if verb.dep == "relcl":  # "was the first country to recognise ...": the country is who was
            # "has the honour to protest": who has it.
            upward = head.dep == "attr" or (head.dep == "dobj" and head.lower in ("honour", "honor"))
            # "was among the first to recognise", "one of the last to"
            upward = upward or (head.dep == "pobj" and self.sentence.tokens[head.head].lower in ("among", "of"))
            return self._up(head, depth) if upward and self.is_infinitive(verb) else [head]
        if verb.dep in ("xcomp", "advcl", "ccomp") and (bidden := self.up_to(verb)):
            return bidden
        if verb.dep == "xcomp":
            objects = self.sentence.children(head, "dobj") if means.means_of(self, verb) is None else []
            if objects and head.tag[0] == "V":
                return objects
            if head.tag[0] == "J":  # "was glad to welcome", "declared himself willing to go"
                return self.sentence.children(head, "nsubj") or self._up(head, depth)
            if self.is_passive(head):  # "are expected to begin", "was asked by Rome to send": who is asked sends
                return self._passive(head)
            return self.subjects(head, depth + 1)
        if verb.dep == "conj" and verb.tag in ("VBD", "VBZ", "VBP") and self.is_passive(head) and _rules_object(children):
            return self._passive(head)  # "was proclaimed on Monday and left the union"
        if verb.dep == "pcomp" and (thanked := means.thanked_for(self, verb)) is not None:
            return self.objects(thanked)
        if verb.dep in ("advcl", "conj", "ccomp", "dep", "parataxis", "pcomp", "prep"):
            if head.tag[0] == "V" or head.tag == "MD":
                return (
                    self.subjects(head, depth + 1) if not self.is_passive(head) or verb.dep == "conj" else self._passive(head)
                )
            return self._up(head, depth)
        return []

    def shares_nay(self, verb: Token, head: Token) -> bool:
        """ "Neither signed nor ratified it", "has never recognised or supported it": of the second verb."""
        links = {c.lower for c in head.children if head.i < c.i < verb.i}
        own = self.sentence.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "neg")
        shared = "or" in links and head.tag == verb.tag and not own and bool(self.sentence.children(head, "neg"))
        return "nor" in links or shared

    def up_to(self, verb: Token) -> list[Token]:
        """Those of whom it is said that "it is up to" them to do it."""
        head = self.sentence.head(verb)
        if head is None or head.lower not in _BEING or not self.is_infinitive(verb):
            return []
        ups = [c for c in self.sentence.children(head, "prep", "advmod", "acomp") if c.lower == "up"]
        tos = [p for u in (*ups, *([head] if ups else [])) for p in self.sentence.children(u, "prep") if p.lower == "to"]
        return [o for p in tos for o in self.sentence.children(p, "pobj")]

    def _beside(self, verb: Token) -> Token | None:
        """The noun right before a finite verb that the parser left without a subject."""
        if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep in ("relcl", "conj", "xcomp"):
            return None
        i = verb.i - 1
        while i >= 0 and self.sentence.tokens[i].tag in ("RB", "MD") and self.sentence.tokens[i].head == verb.i:
            i -= 1
        token = self.sentence.tokens[i] if i >= 0 else None
        if token is None or token.tag[0] != "N":
            return None
        # "Since the coup, doctors, clerks and drivers have ...": a list that the parser hung on what stands before it.
        listed = token.dep == "conj" and any(a.dep == "pobj" for a in self.sentence.ancestors(token))
        return token if listed or token.dep in ("appos", "pobj", "npadvmod", "dep") else None

    def _speaking(self, verb: Token) -> Token | None:
        """ "We will sink them," boasted a commander: who speaks stands behind the verb as if it were its object."""
        if verb.tag != "VBD" or not any(c.dep == "ccomp" and c.i < verb.i for c in verb.children):
            return None
        said = any(o.kind == "say" for v in self.verb_lemmas(verb) for o in self.vocabulary.verb_operators.get(v, ()))
        return next((c for c in self.sentence.children(verb, "dobj") if said and c.i > verb.i), None)

    def above(self, verb: Token) -> list[Token]:
        """Who acts in the clause that a participle's noun stands in."""
        head = self.sentence.head(verb)
        over = self.sentence.head(head) if head is not None and head.dep == "nsubjpass" else None
        if over is not None:  # "a resolution praising Chad was adopted by the senate": who adopted it
            return self.subjects(over)
        return self._up(head, 0) if head is not None else []

    def _passive(self, verb: Token) -> list[Token]:
        return self.sentence.children(verb, "nsubjpass")

    def _holder(self, noun: Token, depth: int) -> list[Token]:
        return self.sentence.children(noun, "poss") or self.under(noun, "by") or self._up(noun, depth)

    def _up(self, token: Token, depth: int) -> list[Token]:
        for above in self.sentence.ancestors(token):
            if above.tag[0] == "V":
                return self.subjects(above, depth + 1) if not self.is_passive(above) else self._passive(above)
        return []

    def objects(self, verb: Token) -> list[Token]:
        """Heads of what it is done to: the direct object, or the subject of a passive."""
        if verb.i not in self._objects:
            self._objects[verb.i] = self._find_objects(verb)
        return list(self._objects[verb.i])

    def _find_objects(self, verb: Token) -> list[Token]:
        if self.is_passive(verb):
            own = self.sentence.children(verb, "nsubjpass") or self.sentence.children(verb, "nsubj")
            head = self.sentence.head(verb)
            if own:
                reflexive = head is not None and head.lower in _FINDS and own[0].lower in _THEMSELVES
                return self.subjects(head) if reflexive and head is not None else own
            if verb.dep == "advcl" and head is not None and head.tag[0] == "V":
                return self.objects(head) if self.is_passive(head) else self.subjects(head)
            if verb.dep in ("acl", "relcl") and head is not None:
                return [head]
            if verb.dep == "pcomp" and head is not None and head.lower in ("after", "before", "since"):
                return self._up(head, 0)  # "fled after being charged"
            if verb.dep == "xcomp" and head is not None and head.lower in _REPORTED:
                return self._passive(head)
            if verb.dep == "xcomp" and head is not None and head.lower in _IS_SET:  # "are to be deported"
                return self.sentence.children(head, "nsubj", "nsubjpass")
            if verb.dep == "conj" and head is not None:
                found = self.sentence.children(head, "nsubjpass") or (self.objects(head) if self.is_passive(head) else [])
                stands = bool(self.sentence.children(verb, "auxpass"))  # "complies with our laws and was ratified"
                return found or (self.sentence.children(head, "nsubj") if stands else [])
            return []
        own = self.sentence.children(verb, "dobj") or [t for t in self.sentence.children(verb, "oprd") if t.tag[0] == "N"]
        if verb.dep == "relcl" and own and (own[0].tag in ("WDT", "WP") or own[0].lower == "that") and verb.head < verb.i:
            own = [self.sentence.tokens[verb.head]]  # "the treaty, which both presidents signed"
        own = own or self._put_off(verb) or means.related(self, verb)
        if not own and verb.lower in _LETS:  # "let the inspectors visit", "allowed a convoy to pass"
            below = [c for c in self.sentence.children(verb, "ccomp", "xcomp") if c.tag in ("VB", "VBP")]
            own = [s for c in below for s in self.sentence.children(c, "nsubj") if s.i > verb.i]
        if not own and (phrasal := self._phrasal(verb, self.vocabulary.verb_lemmas.get(verb.lower, ()))):
            behind = [c for c in self.sentence.children(verb, "prt", "advmod", "prep") if c.i > verb.i]
            own = [
                o
                for p in phrasal
                for c in behind
                if c.lower in p.particles
                for o in (self._before(verb, c, p.before) if p.before else self.sentence.children(c, "pobj"))
            ]
        if not own:  # "burned down the embassy", whose "down" was taken for a preposition
            own = [o for p in self.sentence.children(verb, "prt") for o in self.sentence.children(p, "pobj")]
        if not own and self.sentence.children(verb, "dative"):  # "gave the miners 24 hours", parsed as a time
            own = [t for t in self.sentence.children(verb, "npadvmod") if t.i > verb.i and t.tag[0] == "N"][:1]
        if not own:  # "boarded and captured a tanker": coordinated verbs share the object of the last
            beside = [c for c in self.sentence.children(verb, "conj") if c.tag == verb.tag and c.i - verb.i < 4]
            own = [o for c in beside for o in self.sentence.children(c, "dobj")]
        return own

    def _put_off(self, verb: Token) -> list[Token]:
        """ "denounced as absurd the trial of an editor": the object behind what it is called, hung on "as"."""
        for preposition in self.sentence.children(verb, "prep"):
            for noun in self.sentence.children(preposition, "pobj") if preposition.lower == "as" else ():
                first = [c for c in self.sentence.children(noun, "det", "poss") if c.i > preposition.i + 1]
                if first and self.sentence.children(preposition, "amod"):
                    return [noun]
                if beside := [a for a in self.sentence.children(noun, "appos") if self._follows(a, noun)]:
                    return beside
            for called in self.sentence.children(preposition, "pcomp") if preposition.lower == "as" else ():
                if behind := [o for o in self.sentence.children(called, "dobj") if self._follows(o, called)]:
                    return behind
        return []

    def _follows(self, thing: Token, called: Token) -> bool:
        """ "As an outrage the raid on Lima": whether a thing with an article or an owner stands right behind what it is called."""
        first = self.sentence.subtree(thing)[0]
        return first.i == called.i + 1 and bool(self.sentence.children(thing, "det", "poss", "amod", "nummod"))

    def under(self, token: Token, preposition: str) -> list[Token]:
        """Heads of "<preposition> <noun>" under a word; "to" also finds a dative."""
        found = self.phrases(token).get(preposition)
        return found.copy() if found else []

    def phrases(self, token: Token) -> dict[str, list[Token]]:
        """The prepositions under a word, each with the heads of its nouns."""
        found = self._under.get(token.i)
        if found is None:
            found = self._under[token.i] = self._find_phrases(token) if token.children else {}
        return found

    def _find_phrases(self, token: Token) -> dict[str, list[Token]]:
        out: dict[str, list[Token]] = {}
        for child in token.children:
            if child.dep in _OPENS_PHRASE:
                heads = out.setdefault(child.lower, [])
                heads += self.sentence.children(child, "pobj") or self._stranded(child)
                for inner in self.sentence.children(child, "prep"):  # "out of", "up to", "due in"
                    below = self.sentence.children(inner, "pobj")
                    heads += below
                    if inner.lower != child.lower and child.dep in ("prt", "advmod", "acomp"):  # "gave back to"
                        out.setdefault(inner.lower, []).extend(below)
            if child.dep == "dative" and child.lower != "to":
                out.setdefault("to", []).extend(self.sentence.children(child, "pobj") or [child])
        return out

    def _stranded(self, preposition: Token) -> list[Token]:
        """The noun right after a preposition that the parser left without one ("asylum to five officers holed up in ...")."""
        if preposition.children or preposition.dep in ("prt", "advmod"):
            return []
        for token in self.sentence.tokens[preposition.i + 1 : preposition.i + 7]:
            if token.tag[0] not in "NJDCP":
                return []
            if token.tag[0] == "N" and token.dep not in ("compound", "nmod"):
                return [token]
        return []

    def listed(self, heads: list[Token]) -> list[Token]:
        """What is listed after `heads`: "mortar" and "fire" after the "artillery" of "artillery, mortar and rocket fire"."""
        out = [c for h in heads for c in self.sentence.children(h, "conj")]
        for head in out:
            out += self.sentence.children(head, "conj")
        return out

    def prepositions(self, token: Token, words: frozenset[str]) -> list[Token]:
        """Those of `words` under a predicate, or under its object, where parsers often hang them."""
        objects = self.objects(token) if token.tag[0] == "V" else []
        bases = (token, *objects, *self.listed(objects))
        if token.tag[0] == "V":  # "walked out of the coalition", "turned away from the treaty"
            bases = (*bases, *self.sentence.children(token, "prt", "advmod", "prep"))
        kinds = ("prep", "agent", "prt", "dative", "advmod", "aux")
        found = [c for base in bases for c in base.children if c.lower in words and c.dep in kinds]
        # "Is angry about the arrest": what is felt about something, and not what is strong in some place.
        felt = self.sentence.children(token, "acomp") if not found and not _FELT.isdisjoint(words) else []
        return found + [c for a in felt for c in a.children if c.lower in words & _FELT and c.dep == "prep"]

    def has_preposition(self, token: Token, words: frozenset[str]) -> Token | None:
        return next(iter(self.prepositions(token, words)), None)

    def first(self, token: Token) -> Token:
        """The first of coordinated predicates: what holds for it (its infinitive, its condition) holds for all."""
        while token.dep == "conj" and token.head != token.i and self.sentence.tokens[token.head].tag[0] == token.tag[0]:
            token = self.sentence.tokens[token.head]
        return token

    def is_brought_about(self, verb: Token) -> bool:
        """Whether an infinitive tells what was done: what somebody was forced to, "went so far as to" or "did not hesitate to"."""
        head = self.sentence.head(verb)
        if head is None or not self.is_infinitive(verb):
            return False
        before = [t.lower for t in self.sentence.tokens[max(0, verb.i - 4) : verb.i]]
        if before[-3:] == ["far", "as", "to"]:
            went = self.sentence.verb_above(verb)
            return went is not None and went.tag in ("VBD", "VBN") and not self.sentence.children(went, "neg")
        own = [c for c in head.children if c.dep in ("aux", "auxpass", "neg")]
        if head.lower == "hesitate":
            return {"did", "not"} <= {c.lower.replace("n't", "not").replace("n’t", "not") for c in own}
        if verb.dep not in ("xcomp", "ccomp") or head.lower not in DRIVEN:
            return False
        return head.tag in ("VBD", "VBN") and all(c.tag in ("VBD", "VBZ", "VBP", "VBN") for c in own)

    def is_infinitive(self, verb: Token) -> bool:
        return verb.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in verb.children)
