"""The words of bonds and quarrels, ready for look-up, and what becomes of the bond that a noun names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from dragoman.coding.sentence.moods import is_subjunctive
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.closed import BE, IS, SHORT_IS
from dragoman.lexicon.entries import Blur, Bond, Irregular, Turn, War
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import stems, word_class

_STEPS = 7
_PREPOSITIONS = frozenset({"IN", "TO"})
_BELONGS = frozenset({"of", "in", "on", "from", "since", "after", "by", "to", "into", "for", "with", "under", "at"})
_INDEFINITE = frozenset({"a", "an", "any", "no"})
# "Has come to an end", "was at an end".
_COMES = IS | word_class("coming-into-a-bond")
_LEAVES = stems("leaving-a-bond")
_BEING = BE | SHORT_IS
_DONE = word_class("governing-an-act")
# "The absence of relations", "lacks relations": there are none.
_COMES_IN, _FORCE = ("came", "come", "enter", "took", "take", "went"), frozenset({"force", "effect", "operation"})
_MISSING, _LACKS = word_class("missing-things"), stems("lacking")
_DECISIONS = word_class("decisions-to-act")
_DENIES = word_class("having-denied")
# "Entered into relations", "went to war", "agreed to a truce".
_ENTERS = stems("entering-into-a-bond")


@dataclass(frozen=True)
class Bonds:
    """Entries by word form; what a governing verb or noun does to a bond; blurring words by form."""

    nouns: dict[str, tuple[Bond, ...]]
    roles: dict[str, tuple[Bond, ...]]
    verbs: dict[str, tuple[Bond, ...]]
    acts: dict[str, tuple[Bond, ...]]
    turn_verbs: dict[str, str]
    turn_nouns: dict[str, str]
    blurs: frozenset[str]
    done: frozenset[str]
    wars: dict[str, tuple[str, str]]

    @cached_property
    def longest_war(self) -> int:
        """The length of the longest name of a war, in characters."""
        return max(map(len, self.wars), default=0)

    @cached_property
    def cheap(self) -> frozenset[str]:
        """Words of which one stands in every sentence that tells a bond; joining and leaving need an organisation besides."""
        verbs = {w for w, found in self.verbs.items() if any(b.kind not in ("membership", "independence") for b in found)}
        words = {p for table in (self.nouns, self.roles, self.acts, verbs) for w in table for p in _parts(w)}
        return frozenset(words | {"independence", "independent", "part", "claim"})

    @cached_property
    def joining(self) -> frozenset[str]:
        """Forms of the verbs of joining and leaving."""
        return frozenset(w for w, found in self.verbs.items() if any(b.kind == "membership" for b in found))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form that a verb, act or role of a bond may have."""
        return frozenset(w.split()[-1] for table in (self.verbs, self.acts, self.roles) for w in table)


_BREAKS = word_class("breaking-out")
_SETTLES = ("resolv", "settl", "end")


@lru_cache(maxsize=2)
def bonds_of(lexicon: Lexicon) -> Bonds:
    """The bonds of a lexicon, made once."""
    inflection = Inflection(lexicon.all(Irregular))
    tables: dict[str, dict[str, tuple[Bond, ...]]] = {"noun": {}, "role": {}, "verb": {}, "act": {}}
    for entry in lexicon.all(Bond):
        table = tables[entry.form]
        for word in entry.words:
            for form in inflection.verb(word) if entry.form == "verb" else inflection.noun(word):
                table[form] = (*table.get(form, ()), entry)
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for turn in lexicon.all(Turn):
        for word in turn.verbs:
            verbs.update(dict.fromkeys(inflection.verb(word), turn.change))
        for word in turn.nouns:
            nouns.update(dict.fromkeys(inflection.noun(word), turn.change))
    blurs = _forms((w for b in lexicon.all(Blur) for w in b.words), inflection)
    wars = {name.lower(): (min(w.parties), max(w.parties)) for w in lexicon.all(War) for name in w.names}
    done = _forms(_DONE, inflection)
    return Bonds(tables["noun"], tables["role"], tables["verb"], tables["act"], verbs, nouns, blurs, done, wars)


def _parts(word: str) -> list[str]:
    """The longest part of a hyphenated word, the last word of a phrase."""
    return [max(word.split()[-1].split("-"), key=len)]


def _forms(words: Iterable[str], inflection: Inflection) -> frozenset[str]:
    out: set[str] = set()
    for word in words:
        out |= inflection.verb(word) | inflection.noun(word)
    return frozenset(out)


@dataclass(frozen=True, slots=True)
class Standing:
    """What becomes of a bond: `change`, the predicate that says so, whether that is denied, and an anniversary over it."""

    change: str
    verb: Token | None
    denied: bool = False
    anniversary: Token | None = None
    above: int = -1  # the word that the noun hangs on


def standing(bench: Workbench, noun: Token, bonds: Bonds) -> Standing | None:
    """What the words above a bond's noun make of it; None where they leave it unreal: drafts, wishes, conditions."""
    sentence, clauses = bench.sentence, bench.clauses
    blurred = {c.lower for c in sentence.children(noun, "amod", "compound", "nmod")} & bonds.blurs - {"called"}
    if blurred and not (blurred == {"new"} and _is_made(bench, noun, bonds)):
        return None
    if (made := _made_by(bench, noun, bonds)) is not None:
        return Standing("begin", made)
    change = _told_below(bench, noun, bonds)
    none = any(c.lower in ("no", "neither") for c in sentence.children(noun, "det"))
    vague = any(c.lower in _INDEFINITE for c in sentence.children(noun, "det")) or not sentence.children(noun, "det", "poss")
    anniversary: Token | None = None
    here = noun
    for _ in range(_STEPS):
        head = sentence.head(here)
        if head is None:
            break
        if head.tag in _PREPOSITIONS or head.dep == "agent" or (here.dep == "conj" and head.tag[0] == here.tag[0]):
            if head.tag in _PREPOSITIONS and head.lower not in _BELONGS:
                over = sentence.head(head)  # "negotiations over relations"
                if vague and over is not None and over.tag[0] == "N" and over.lower in bonds.blurs:
                    return None
                none = none or head.lower == "without"
                break
            here = head
        elif head.tag[0] == "N":
            none = none or head.lower in _MISSING
            if head.lower in bonds.blurs and vague and head.lower not in _MISSING:
                return None
            anniversary = head if head.lower.startswith("anniversar") else anniversary
            change = change or bonds.turn_nouns.get(head.lower, "")
            here = head
        elif head.lower == "free" and here.lower == "from" and here.i == noun.head:
            above = sentence.verb_above(head)
            gone = above is not None and is_real(bench, above, bonds) and not clauses.negated(above)
            return Standing("end" if gone else "hold", above, none, anniversary)
        elif head.tag[0] == "V" or head.tag == "MD":
            if here.i == noun.head and _is_left(bench, bonds, head, here):
                return Standing("end", head, none, anniversary)
            return _under_verb(bench, bonds, Standing(change, head, none, anniversary, noun.head), here, vague=vague)
        else:
            break
    return Standing(change or "hold", None, none and not clauses.negated(noun), anniversary)


def _made_by(bench: Workbench, noun: Token, bonds: Bonds) -> Token | None:
    """ "The partnership which Chad and Mali set up": the verb of the clause that says who made it."""
    parties = [o for o in bench.clauses.under(noun, "with") if not bench.sentence.children(o, "conj")]
    parties += [o for f in bench.clauses.under(noun, "of") for o in bench.clauses.under(f, "with")]
    misread = [c for o in parties for c in bench.sentence.children(o, "relcl") if _has_which(bench, c)]
    for clause in (*bench.sentence.children(noun, "relcl"), *misread):
        doers = [s for s in bench.sentence.children(clause, "nsubj") if s.tag not in ("WDT", "WP")]
        if doers and bonds.turn_verbs.get(clause.lower) == "begin" and is_real(bench, clause, bonds):
            return clause
    return None


def _has_which(bench: Workbench, verb: Token) -> bool:
    """Whether a thing is what a clause is about: "which Chad signed"."""
    return any(o.tag == "WDT" for o in bench.sentence.children(verb, "dobj"))


def _is_made(bench: Workbench, noun: Token, bonds: Bonds) -> bool:
    """Whether a verb tells right above a noun that it was done: "signed a new treaty"."""
    verb = bench.sentence.head(noun)
    return (
        verb is not None
        and noun.dep in ("dobj", "nsubjpass")
        and bonds.turn_verbs.get(verb.lower) == "begin"
        and is_real(bench, verb, bonds)
    )


def _under_verb(bench: Workbench, bonds: Bonds, so_far: Standing, here: Token, *, vague: bool) -> Standing | None:
    """The standing of a bond whose phrase hangs on a verb."""
    verb, clauses = so_far.verb, bench.clauses
    assert verb is not None
    if so_far.change == "end" and here.lower in bonds.turn_nouns:
        if clauses.is_infinitive(verb):
            return Standing("hold", verb, so_far.denied, so_far.anniversary)  # "agreed to declare the end of the war"
    elif so_far.change == "begin" and here.dep in ("nsubj", "nsubjpass") and told_turn(bench, bonds, here) in ("end", "pause"):
        so_far = replace(so_far, change=told_turn(bench, bonds, here))  # "the treaty, signed in 1947, lapsed in 1992"
    elif so_far.change in ("end", "begin", "pause") and told_turn(bench, bonds, here) in ("resume", "begin"):
        so_far = replace(so_far, change=told_turn(bench, bonds, here))  # "resumed relations, which had been cut"
    if so_far.change == "hold" and direct_turn(bench, bonds, here) == "end":
        so_far = replace(so_far, change="end")  # "ended the state of war"
    direct = here.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative")
    entered = here.dep in ("prep", "agent") and _enters(bench, bonds, verb, here)
    change = so_far.change or (turn_of(bench, bonds, verb) if direct or entered else "")
    if direct and verb.lower.startswith(_LACKS):
        return Standing("hold", verb, not clauses.negated(verb), so_far.anniversary)
    called_for = here.lower in ("for", "of") and here.dep == "prep" and here.i == so_far.above  # "called for a truce"
    if verb.lower in bonds.blurs and vague and (direct or called_for) and not so_far.change:
        return None
    if here.dep == "nsubj" and _comes_into_force(bench, verb) and is_real(bench, verb, bonds) and not clauses.negated(verb):
        change = "begin"
    if change in ("", "hold") and here.dep == "nsubj" and _comes_to_end(bench, verb) and is_real(bench, verb, bonds):
        return Standing("end", verb, so_far.denied or clauses.negated(verb), so_far.anniversary)
    if direct and turn_of(bench, bonds, verb) in ("begin", "hold", "resume") and is_yet_to(bench, verb):
        return Standing("hold", verb, True, so_far.anniversary)
    if direct and not so_far.change and change in ("hold", "") and is_no_longer(bench, verb):
        return Standing("end", verb, anniversary=so_far.anniversary)
    acts = turn_of(bench, bonds, verb) in ("begin", "resume", "end", "pause") and direct
    if acts and turn_of(bench, bonds, verb) in ("end", "pause") and (clauses.negated(verb) or _never(bench, verb)):
        unsettled = verb.lower.startswith(_SETTLES) and here.dep in ("dobj", "nsubjpass")
        return Standing("hold", verb) if unsettled else None  # "have not settled the dispute", but "did not sever relations"
    if (acts or (vague and direct)) and not is_real(bench, verb, bonds):
        stands = turn_of(bench, bonds, verb) in ("end", "pause") and not vague  # "the dispute must be settled"
        return Standing("hold", None, so_far.denied, so_far.anniversary) if stands else None
    told = turn_of(bench, bonds, verb) in ("hold", "begin", "resume") and not _is_said_of(bench, verb, here)
    if here.dep == "nsubj" and change in ("end", "pause") and bench.sentence.children(verb, "dobj"):
        change = so_far.change or "hold"  # "the treaty ended the war"
    within = here.lower == "in" and verb.lower in _BEING  # "has never been in an alliance"
    denied = so_far.denied or (told and (direct or within) and (clauses.negated(verb) or _never(bench, verb)))
    return Standing(change or "hold", verb, denied, so_far.anniversary)


def _is_said_of(bench: Workbench, verb: Token, here: Token) -> bool:
    """ "Their friendship is not for sale", "the relations are not easy": what is denied is how they are."""
    return here.dep == "nsubj" and verb.lower in _BEING and bool(bench.sentence.children(verb, "attr", "acomp", "prep"))


def _enters(bench: Workbench, bonds: Bonds, verb: Token, preposition: Token) -> bool:
    """ "Entered into relations", "went to war", "agreed to a truce", "agreed on a truce"."""
    if preposition.lower == "on" and verb.lower.startswith("agree"):
        nouns = [o.lower for o in bench.sentence.children(preposition, "pobj")]
        return any(b.kind == "truce" for n in nouns for b in bonds.nouns.get(n, ()))
    return preposition.lower in ("into", "to") and verb.lower.startswith(_ENTERS)


def _is_left(bench: Workbench, bonds: Bonds, verb: Token, preposition: Token) -> bool:
    """ "Withdrew from the agreement", "was released from the treaty", "is no longer bound by it"."""
    negated = bench.clauses.negated(verb)
    if verb.lower == "bound" and preposition.lower == "by":
        return any(t.lower == "longer" for t in bench.sentence.tokens[max(0, verb.i - 3) : verb.i])
    left = verb.lower.startswith(_LEAVES) and preposition.lower in ("from", "out")
    return left and not bench.sentence.children(verb, "dobj") and not negated and is_real(bench, verb, bonds)


def _comes_to_end(bench: Workbench, verb: Token) -> bool:
    """ "The war has come to an end", "was at an end"."""
    ends = [o for p in ("to", "at") for o in bench.clauses.under(verb, p)] if verb.lower in _COMES else []
    return any(o.lower in ("end", "close") for o in ends)


def _comes_into_force(bench: Workbench, verb: Token) -> bool:
    """ "Came into force", "took effect"."""
    if not verb.lower.startswith(_COMES_IN):
        return False
    what = [*bench.clauses.under(verb, "into"), *bench.clauses.under(verb, "in"), *bench.sentence.children(verb, "dobj")]
    return any(o.lower in _FORCE for o in what)


def direct_turn(bench: Workbench, bonds: Bonds, here: Token) -> str:
    """What the verb does whose object a phrase is."""
    verb = bench.sentence.head(here)
    return turn_of(bench, bonds, verb) if verb is not None and here.dep in ("dobj", "nsubjpass") else ""


def told_turn(bench: Workbench, bonds: Bonds, here: Token) -> str:
    """What the verb does whose object a phrase is, or whose subject where it has no object ("relations resumed")."""
    verb = bench.sentence.head(here)
    if verb is not None and here.dep == "nsubj" and not bench.sentence.children(verb, "dobj"):
        return turn_of(bench, bonds, verb)
    return direct_turn(bench, bonds, here)


def turn_of(bench: Workbench, bonds: Bonds, verb: Token) -> str:
    """What a verb makes of a bond; what "breaks out" begins."""
    out = verb.lower in _BREAKS and any(c.lower == "out" for c in bench.sentence.children(verb, "prt", "advmod", "prep"))
    return "begin" if out else bonds.turn_verbs.get(verb.lower, "")


def _told_below(bench: Workbench, noun: Token, bonds: Bonds) -> str:
    """ "A treaty with China, signed in 1961": a participle under the noun says what became of it."""
    below = [noun, *(o for o in bench.clauses.under(noun, "of"))]  # "a treaty of friendship signed in 1977"
    for clause in (*(c for n in below for c in bench.sentence.children(n, "acl", "relcl")), *hung_beyond(bench, noun)):
        if bonds.turn_verbs.get(clause.lower) in ("begin", "end") and (clause.tag in ("VBN", "VBD") or clause.dep == "relcl"):
            if is_real(bench, clause, bonds):
                return bonds.turn_verbs[clause.lower]
    return ""


def hung_beyond(bench: Workbench, noun: Token) -> list[Token]:
    """ "Relations with Chad, which were established in 1979": the plural clause that the parser hung on the party."""
    if noun.tag != "NNS":
        return []
    parties = [o for p in ("with", "between", "to") for o in bench.clauses.under(noun, p)]
    below = [c for o in parties if not bench.sentence.children(o, "conj") for c in bench.sentence.children(o, "relcl")]
    return [c for c in below if any(a.lower in ("were", "are") for a in bench.sentence.children(c, "auxpass", "aux"))]


# What stands under these in the present is still to come.
_TO_COME = frozenset({"when", "once", "until", "till"})


def _is_to_come(bench: Workbench, verb: Token) -> bool:
    """ "Will go when A has left and B becomes independent"."""
    here = verb
    while True:
        if any(c.lower in _TO_COME for c in bench.sentence.children(here, "mark", "advmod")):
            return True
        above = bench.sentence.head(here)
        if here.dep != "conj" or above is None:
            return False
        if bench.clauses.is_future(above):
            return True
        here = above


def is_real(bench: Workbench, verb: Token, bonds: Bonds) -> bool:
    """Whether a predicate is told as done or standing: not as future, possible, due, on terms, wished for or planned."""
    clauses, sentence = bench.clauses, bench.sentence
    if clauses.is_future(verb) or clauses.is_possible(verb) or clauses.is_duty(verb) or clauses.in_condition(verb):
        return False
    if clauses.is_just_missed(verb):
        return False
    here = verb
    while (
        here.dep == "conj"
        and (first := sentence.head(here)) is not None
        and not any(c.tag in ("VBD", "VBZ", "VBP") for c in (here,))
    ):
        here = first
    if verb.tag in ("VBZ", "VBP") and _is_to_come(bench, verb):
        return False
    head = sentence.head(here)
    if _is_denied(bench, here) or is_subjunctive(clauses, here):
        return False
    bare = here.tag == "VB" and not any(a in ("do", "does", "did") for a in clauses.auxiliaries(here))
    if clauses.is_infinitive(here) or bare:
        if head is None or here.dep in ("acl", "relcl", "advcl"):
            deciding = head is not None and head.lower in _DECISIONS and bool(sentence.children(head, "poss"))
            return head is None or head.lower == "one" or deciding or clauses.is_ranked(head)
        if here.dep in ("xcomp", "ccomp"):
            done = head.lower in bonds.done or (here.dep == "xcomp" and clauses.is_ranked(head))  # "was among the first to"
            return done and is_real(bench, head, bonds) and not clauses.negated(head)
    if here.tag == "VBG" and head is not None and head.tag == "IN" and (over := sentence.head(head)) is not None:
        head = over if over.tag[0] == "N" else head  # "talks on establishing relations"
    return not (here.tag == "VBG" and head is not None and head.lower in bonds.blurs)


def _is_denied(bench: Workbench, verb: Token) -> bool:
    """ "Denied that it had signed it", "denied reports that it had": who denies it tells nothing of it."""
    above = bench.sentence.head(verb)
    if above is not None and verb.dep == "acl" and above.tag[0] == "N" and above.dep == "dobj":
        above = bench.sentence.head(above)
    elif verb.dep not in ("ccomp", "xcomp"):
        return False
    return above is not None and above.lower in _DENIES and above.tag[0] == "V" and not bench.clauses.negated(above)


def is_no_longer(bench: Workbench, verb: Token) -> bool:
    """ "Is no longer a member", "no longer recognises it": what it tells has ended."""
    near = bench.sentence.tokens[max(0, verb.i - 3) : verb.i + 5]
    return any(t.lower == "longer" and bench.sentence.tokens[t.i - 1].lower in ("no", "any") for t in near if t.i)


def is_yet_to(bench: Workbench, verb: Token) -> bool:
    """ "Has yet to recognise it": it does not."""
    before = bench.sentence.tokens[max(0, verb.i - 2) : verb.i]
    return [t.lower for t in before] == ["yet", "to"]


def _never(bench: Workbench, verb: Token) -> bool:
    window = bench.sentence.tokens[max(0, verb.i - 4) : verb.i]
    return any(t.lower in ("never", "neither", "nor") for t in window)
