"""Slots of a rule -> actors: who is source and who is target of a predicate."""

from __future__ import annotations

from dragoman.coding.events.found import CALENDAR
from dragoman.coding.sentence.predicates import Clauses
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import COUNTS, Reference, Referrer
from dragoman.coding.who.standins import is_title
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE
from dragoman.lexicon.words import word_class
from dragoman.text import Span

PLACES = ("in", "at", "near", "on", "across", "throughout", "inside", "outside", "around")
_ARRANGED = word_class("arranged-by")
# "In anger at the killings": no place.
_MOODS = word_class("moods")
_LOCALITIES = word_class("localities")
# Where a verb in "-ing" is the name of a deed.
_NAMING = frozenset({"csubj", "csubjpass"})
# What others say or do to have something done, and what words say that it was done upon that.
_STEPPING_IN = word_class("others-step-in")
_UPON = frozenset({"after", "following", "despite", "amid", "upon", "before", "since"})
_KEPT = word_class("kept-by")
# Slots that no preposition opens.
_NO_PREPOSITIONS = frozenset({"subject", "object", "dative", "attr", "purpose", "ccomp-subject", "acomp-subject", "csubj"})
_FRONTIERS = word_class("borders")
_TALKING = word_class("talking-about")
_AREAS = word_class("areas")
_OFFICES = frozenset({"delegation", "office", "offices", "residence"})
_COMPASS = word_class("points-of-compass")
# What hangs on these is no part of how it was done.
_ANOTHER_TIME = frozenset("before after since until during despite following ahead".split())


class Slots:
    """Finds the fillers of slots: "subject", "object", "by", any preposition, or a path such as "object:with"."""

    def __init__(self, clauses: Clauses, referrer: Referrer) -> None:
        self.clauses = clauses
        self.referrer = referrer
        # Rules of one verb ask for the same slots again and again.
        self._heads: dict[tuple[int, int, str], list[Token]] = {}
        self._references: dict[tuple[int, int, str], list[Reference]] = {}
        self._prepositions: dict[tuple[int, int], frozenset[str]] = {}

    def heads(self, verb: Token, noun: Token | None, slot: str) -> list[Token]:
        """Head words that fill `slot` of a verb; `noun` is the event noun that it governs, if the act is in that."""
        key = (verb.i, -1 if noun is None else noun.i, slot)
        known = self._heads.get(key)
        if known is None:
            known = self._heads[key] = self._find_heads(verb, noun, slot)
        return known

    def references(self, verb: Token, noun: Token | None, slot: str) -> list[Reference]:
        """Who the fillers of a slot are, with those named beside them."""
        key = (verb.i, -1 if noun is None else noun.i, slot)
        known = self._references.get(key)
        if known is None:
            heads = self.heads(verb, noun, slot) if self._may_fill(verb, noun, slot) else []
            known = self._references[key] = [r for head in heads for r in self.referrer.all(head)] if heads else []
        return known

    def _may_fill(self, verb: Token, noun: Token | None, slot: str) -> bool:
        """Whether a slot that a preposition opens has that preposition anywhere where it is looked for."""
        first = slot.partition(":")[0]
        if first in _NO_PREPOSITIONS or (first == "with" and verb.lower in _TALKING):
            return True
        key = (verb.i, -1 if noun is None else noun.i)
        known = self._prepositions.get(key)
        if known is None:
            phrases = self.clauses.phrases
            bases = (verb, *([noun] if noun is not None else self._asides(verb)), *self.clauses.objects(verb))
            known = self._prepositions[key] = frozenset(word for base in bases for word in phrases(base))
        return first in known

    def _find_heads(self, verb: Token, noun: Token | None, slot: str) -> list[Token]:
        first, _, rest = slot.partition(":")
        heads = self._first(verb, noun, first)
        if rest:
            heads = [*heads, *self.clauses.listed(heads)]
        for step in rest.split(":") if rest else ():
            heads = [h for head in heads for h in self._step(head, step)]
        return heads

    def find(
        self,
        verb: Token,
        noun: Token | None,
        slots: list[str],
        without: set[str],
        *,
        domestic: bool = False,
        inside: bool = False,
    ) -> list[Reference]:
        """References of the first slot that names somebody besides `without`; people without a state where none does.

        `domestic`: those sought may be of the same state in another capacity, as its name alone stands for its government;
        `inside`: so may what it is done to, its object ("captured a Karen stronghold").
        """
        nameless: list[Reference] = []
        for slot in slots:
            found = self.references(verb, noun, slot)
            if not found:
                continue
            own = domestic or (inside and slot == "object")
            kept = [r for r in found if r.sector or set(r.codes) - without or (own and r.codes)]
            kept = [
                r for r in kept if not (self._is_itself(r, owned=not (inside and slot == "object")) and set(r.codes) <= without)
            ]
            if any(r.codes for r in kept):
                return kept
            nameless = nameless or kept
        return nameless

    def _is_itself(self, reference: Reference, *, owned: bool) -> bool:
        """ "Chad called it a betrayal": "it", as an object, is not who acts; nor, if `owned`, is "the Chadians cut off their aid"
        done to those whose aid it was.
        """
        head = self.referrer.sentence.tokens[reference.head]
        if not reference.codes or head.dep != "dobj":
            return False
        thing = is_mission(head) or self.referrer.scene.role_at(head) is None
        things = owned and thing and head.tag in ("NN", "NNS")
        return head.lower == "it" or (things and any(c.tag == "PRP$" for c in head.children))

    def strangers(self, verb: Token, noun: Token | None, slots: list[str]) -> list[Reference]:
        """Persons by name alone in the first slot that has any: somebody, though nobody that a lexicon knows."""
        for slot in slots:
            found = [h for h in self.heads(verb, noun, slot) if self.is_stranger(h)]
            if found:
                return [Reference((), None, h.text, Span(h.start, h.end), h.i) for h in found]
        return []

    def is_stranger(self, head: Token) -> bool:
        """Whether a word is a name of somebody whom no lexicon knows."""
        scene = self.referrer.scene
        if is_title(self.referrer, head) or head.lower in CALENDAR:
            return False
        return head.tag == "NNP" and not head.text.isupper() and scene.mention_at(head) is None and scene.role_at(head) is None

    def _first(self, verb: Token, noun: Token | None, slot: str) -> list[Token]:
        clauses = self.clauses
        if slot == "subject":
            return self._subjects(verb)
        if slot == "object":
            return [noun] if noun is not None else clauses.objects(verb)
        if slot == "dative":
            found = [c for c in clauses.sentence.children(verb, "dative") if c.tag[0] in "NP"]
            if clauses.is_passive(verb) and clauses.sentence.children(verb, "dobj", "oprd"):  # "was lent 120 million dollars"
                found += clauses.sentence.children(verb, "nsubjpass")
            return found or clauses.under(verb, "to")
        if slot == "attr":
            return clauses.sentence.children(verb, "attr")
        if slot == "purpose":
            return self._purpose(verb)
        if slot == "ccomp-subject":  # "found the president guilty", "declared him unwelcome"
            return [s for c in clauses.sentence.children(verb, "ccomp", "xcomp") for s in self._found_so(c)]
        if slot == "acomp-subject":  # "is angry that Chad let them go"
            felt = clauses.sentence.children(verb, "acomp")
            told = [c for a in felt for c in (*a.children, *verb.children) if c.dep in ("ccomp", "advcl") and c.i > a.i]
            return [s for c in told for s in c.children if s.dep in ("nsubj", "nsubjpass")]
        if slot == "csubj":  # "letting the men go to Chad was a provocation"
            return [
                t
                for c in clauses.sentence.children(verb, "csubj")
                for t in clauses.sentence.subtree(c, without=frozenset({"relcl", "acl"}))
                if t.dep in ("dobj", "pobj", "poss", "nsubj")
            ]
        heads = clauses.under(verb, slot)
        if noun is not None:
            heads += clauses.under(noun, slot)
        elif heads and slot == "with":  # "established relations with Chad in 1965, with Mali in 1966"
            heads = [*(h for o in clauses.objects(verb) for h in clauses.under(o, slot)), *heads]
        if not heads:
            # Parsers hang a phrase on the object or on the verb; both are looked at.
            heads = [h for o in clauses.objects(verb) for h in clauses.under(o, slot)]
        if not heads and slot == "with" and noun is None:
            heads = [h for t in self._asides(verb) for h in clauses.under(t, slot)] or self._talked_with(verb)
        return heads

    def _found_so(self, quality: Token) -> list[Token]:
        """Who is found so; of "finds it regrettable that Chad ..." Chad."""
        sentence = self.clauses.sentence
        found = sentence.children(quality, "nsubj", "nsubjpass")
        if quality.tag != "JJ" or not found or found[0].lower != "it":
            return found
        clauses = sentence.children(quality, "ccomp", "advcl")
        return [s for c in clauses for s in sentence.children(c, "nsubj", "nsubjpass")]

    def _talked_with(self, verb: Token) -> list[Token]:
        """ "Discussed the fate of the deal with the premier": an official, however deep below what is discussed "with" hangs."""
        if verb.lower not in _TALKING:
            return []
        below = (t for o in self.clauses.objects(verb) for t in self.clauses.sentence.subtree(o) if t.lower == "with")
        met = (o for t in below for o in self.clauses.sentence.children(t, "pobj"))
        return [o for o in met if (r := self.referrer.refer(o)) is not None and r.codes and r.sector == "GOV"][:1]

    def _asides(self, verb: Token) -> list[Token]:
        """What stands in phrases of a verb, for those that hang on it: "met behind closed doors with", "face to face with"."""
        sentence = self.clauses.sentence
        beside = [p for p in sentence.children(verb, "prep") if p.lower not in _ANOTHER_TIME]
        return [t for p in beside for t in sentence.children(p, "pobj", "pcomp")]

    def _subjects(self, verb: Token) -> list[Token]:
        """The subject; for "a declaration demanding ...", where the noun names nobody, whoever issued it."""
        found = self.clauses.subjects(verb)
        if verb.dep == "acl" and found and not any(self.referrer.refer(h) for h in found):
            return self.clauses.above(verb) or found
        if not found and verb.tag == "VBG" and verb.dep in _NAMING:
            return self._agents(verb)
        if not found and self.clauses.is_passive(verb):
            # An agent far from its verb hangs elsewhere in the parse.
            sentence = self.clauses.sentence
            # "It was agreed that a mission be sent by the Union": that one is of the clause below.
            below = sentence.subtree(verb, without=frozenset({"ccomp"}))
            agents = [t for t in below if t.lower == "by" and t.i > verb.i and not self._is_of_another(t)]
            if not agents:  # "has been accused of taking bribes, much of it paid abroad, by officials"
                commas = [t.i for t in sentence.tokens[verb.i :] if t.text == ","]
                agents = [t for t in sentence if t.lower == "by" and t.i - 1 in commas[1:]]
            return [o for by in agents for o in self.clauses.sentence.children(by, "pobj") if self.referrer.refer(o)][:1]
        return found

    def _agents(self, verb: Token) -> list[Token]:
        """ "Imposing sanctions on Chad by the Council is wrong": who does what a verb in "-ing" names."""
        sentence = self.clauses.sentence
        below = [
            t for t in sentence.subtree(verb, without=frozenset({"ccomp", "relcl", "acl"})) if t.lower == "by" and t.i > verb.i
        ]
        return [o for by in below for o in sentence.children(by, "pobj") if self.referrer.refer(o)][:1]

    def _is_of_another(self, by: Token) -> bool:
        """ "Were executed, according to a report by Amnesty", "were shot in a house owned by a Briton": who tells of it, or what
        stands beside was done by, did not do it.
        """
        sentence = self.clauses.sentence
        whose = sentence.tokens[by.head]
        if whose.dep in ("acl", "relcl") and whose.lower in _KEPT:
            return True
        if whose.lower in _STEPPING_IN and whose.dep == "pobj" and sentence.tokens[whose.head].lower in _UPON:
            return True  # "was freed after protests by envoys"
        return any(t.lower == "according" for t in sentence.ancestors(by))

    def _step(self, head: Token, step: str) -> list[Token]:
        if step in ("mod", "poss"):
            return self._owners(head, step)
        if step == "owner":  # "French deliveries to Chad": whose they are by the words before them alone
            beside = self.clauses.sentence.children(head, "poss", "amod", "compound", "nmod")
            return [c for c in beside if self.referrer.scene.mention_at(c) is not None]
        heads = self.clauses.under(head, step)
        if not heads and step != "of" and head.lower in COUNTS:  # "two of its crossings with Chad"
            heads = [h for o in self.clauses.under(head, "of") for h in self.clauses.under(o, step)]
        if step in ("by", "from") and not heads:  # "the demonstration staged by students", "shells fired from Syria"
            clauses = [c for c in self.clauses.sentence.children(head, "acl", "relcl") if c.lower not in _ARRANGED]
            heads = [o for c in clauses for o in self.clauses.under(c, step)]
            if not heads and step == "by":  # "the debt that Nepal had run up"
                made = [c for c in clauses if c.dep == "relcl" and c.lower not in BE and not self.clauses.is_passive(c)]
                heads = [s for c in made for s in self.clauses.sentence.children(c, "nsubj") if s.tag not in ("WDT", "WP")]
        return heads

    def _owners(self, head: Token, step: str) -> list[Token]:
        """ "A government offer", "the rebels' demands": whose a thing is, where it is of nobody by name."""
        if self.referrer.refer(head) is not None:
            return [head]
        before = self.clauses.sentence.children(head, "poss", *(("compound", "amod", "nmod") if step == "mod" else ()))
        return [c for c in before if c.tag[0] == "N" and self.referrer.scene.role_at(c) is not None] or [head]

    def _purpose(self, verb: Token) -> list[Token]:
        """Who the purpose clause is about: "to demand reforms by the government", "calling for independence from Iraq"."""
        out: list[Token] = []
        sentence = self.clauses.sentence
        planned = [
            c for s in sentence.children(verb, "nsubjpass") for c in sentence.children(s, "acl")
        ]  # "a plot to ... was foiled"
        for clause in sentence.children(verb, "advcl", "xcomp", "acl") or planned:
            for token in sentence.subtree(clause, without=frozenset({"acl", "relcl", "pcomp"})):
                if token.dep in ("dobj", "pobj", "nsubj", "poss", "nsubjpass"):
                    out.append(token)
        return out

    def place(self, verb: Token, noun: Token | None) -> tuple[list[Reference], Token | None]:
        """Who the place of an act belongs to, and the head of the place phrase."""
        found, head = self._place(verb, noun)
        if head is None:  # "killed in a raid on a village in Rwanda": what it was done in happened there
            sentence = self.clauses.sentence
            listed = [
                c for c in sentence.children(verb, "conj") if c.tag[0] == "V" and not sentence.children(c, "nsubj", "nsubjpass")
            ]
            within = [h for v in (verb, *listed) for p in (*PLACES, "during") for h in self.clauses.under(v, p)]
            found, head = next((f for h in (*listed, *within) if (f := self._place(h, None))[1] is not None), ([], None))
        return (found, head) if head is not None else self._by_compass(verb, noun)

    def _by_compass(self, verb: Token, noun: Token | None) -> tuple[list[Reference], Token | None]:
        """ "Pounded a camp south of Lima": the town from which it lies that way."""
        bases = (verb, *([noun] if noun is not None else self.clauses.objects(verb)))
        ways = (c for b in bases for c in self.clauses.sentence.children(b, "advmod", "npadvmod") if c.lower in _COMPASS)
        for town in (o for way in ways for o in self.clauses.under(way, "of")):
            mention = self.referrer.scene.mention_at(town)
            if mention is not None and mention.code and mention.kind in ("capital", "place"):
                return [Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), town.i)], town
        return [], None

    def _place(self, verb: Token, noun: Token | None) -> tuple[list[Reference], Token | None]:
        there = {*self.clauses.phrases(verb), *(self.clauses.phrases(noun) if noun is not None else ())}
        late: tuple[list[Reference], Token | None] = ([], None)
        deeds = self.clauses.vocabulary.groups["bombs"]
        for preposition in PLACES if not there.isdisjoint(PLACES) else ():
            for base in (verb, noun):
                for head in self._grounds(base, preposition) if base is not None else ():
                    mention = self.referrer.scene.mention_at(head)
                    if mention is None and head.lower in _FRONTIERS:
                        continue  # "near the Chadian border": on this side of it
                    if mention is None and preposition == "in" and head.lower in _MOODS:
                        continue  # "took to the streets in anger at the killings in Lima"
                    if mention is not None and mention.kind in ("name", "capital", "place"):
                        codes = (mention.code,) if mention.code else ()
                        span = self.clauses.sentence.span([head])
                        return [Reference(codes, None, mention.text, span, head.i)] if codes else [], head
                    if mention is None and (owned := self._of_town(head)) is not None:
                        # "At the Santa Rosa church in Lima": where it is, sooner than after which town it is named.
                        inner = self._place(head, None)
                        return inner if inner[0] else ([owned], head)
                    found = self.referrer.refer(head)
                    posts = (t for t in self.clauses.under(head, "of") if is_mission(t) or t.lower in _OFFICES)
                    post = head if is_mission(head) else next(posts, None)
                    if mention is None and post is not None:  # "lobbed eggs at the (gates of the) Danish embassy in Lima"
                        inner = self._place(post, None)
                        if inner[0]:
                            return inner
                        continue
                    if found is None and head.lower in _LOCALITIES and (inner := self._place(head, None))[0]:
                        return inner  # "in towns across Canada"
                    if found and found.codes and mention is None and self.referrer.scene.role_at(head) is None:
                        if head.lower not in deeds:
                            return [found], head
                        # "killed in an American raid near a Somali town", "in an American raid in Somalia"
                        inner = self._place(head, None) if base is not None and base.tag[0] == "V" else late
                        late = late if late[0] else inner if inner[0] else ([found], head)
        return late

    def _grounds(self, base: Token, preposition: str) -> list[Token]:
        """What stands under a preposition of place; for "the Sibi district of the province", which no list names, the province."""
        heads = self.clauses.under(base, preposition)
        unknown = [
            h for h in heads if (h.lower in _AREAS or h.tag == "NNP") and h.lower != "war" and self.referrer.refer(h) is None
        ]
        if not unknown:
            return heads
        beside = [c for h in unknown for c in self.clauses.sentence.children(h, "appos")]  # "in Ancaster, Ontario"
        return [*heads, *(o for h in unknown for o in self.clauses.under(h, "of")), *beside]

    def _of_town(self, head: Token) -> Reference | None:
        """ "At Sydney's detention centre": whose the town is that a place is named by."""
        for child in self.clauses.sentence.children(head, "poss", "compound", "nmod"):
            mention = self.referrer.scene.mention_at(child)
            if mention is not None and mention.code and mention.kind in ("capital", "place"):
                return Reference((mention.code,), None, mention.text, Span(mention.start, mention.end), head.i)
        return None
