"""Between whom a bond is whose noun names nobody: those of the section, of the text, or of the words before."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.relations.bonds import Bonds, Standing, bonds_of
from dragoman.coding.relations.pacts_dated import BRINGS_ABOUT
from dragoman.coding.relations.partners import Pair
from dragoman.coding.relations.periods import dated
from dragoman.coding.sentence.phrasing import codes_of, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import word_class

_FORMAL = word_class("formal")
_LEAVES = word_class("leaving-in-a-state")
_MADE = word_class("made-between")
_FIXED = word_class("settled-by-treaty")
_BASES, _FURTHER = word_class("foundations"), word_class("further-ones")
_ALONE = frozenset({"only", "sole", "first", "last"})
_COMES = frozenset({"entered", "came", "took"})
_TIES = frozenset({"relations", "ties", "links"})


def is_changed(entry: Bond, state: Standing) -> bool:
    """Whether diplomatic relations are told to begin, end or pause."""
    return entry.kind == "diplomatic-relations" and state.change != "hold"


def nameless_pact(bench: Workbench, noun: Token, entry: Bond, state: Standing) -> list[Pair]:
    """ "The agreement was signed", "a truce was concluded": between the two that are told of near it."""
    made = state.verb is not None and state.verb.lower in _MADE
    if entry.kind != "truce" and not (entry.kind == "agreement" and state.change == "begin"):
        return []
    if entry.kind == "truce" and not made and noun.dep != "dobj":
        return []
    comes = noun.dep == "nsubj" and state.verb is not None and state.verb.lower in _COMES
    brought = entry.kind == "truce" and noun.dep == "dobj" and state.verb is not None and state.verb.lower in BRINGS_ABOUT
    if brought and _is_nameless(bench, noun) and not bench.sentence.children(noun, "prep"):
        return _of_two(_whole(bench))
    if (noun.dep != "nsubjpass" and not comes) or not _is_nameless(bench, noun):
        return []
    two = bench.scene.discourse.two_near(noun.start) or _whole(bench)
    speaker = bench.scene.speaker(noun.start)
    return _of_two(two) if speaker is None or speaker in two else []


def _whole(bench: Workbench) -> list[str]:
    """The two that the whole text is between, where its sentence and the one before name nobody else."""
    two, before = bench.scene.discourse.between, bench.scene.just_before(bench.sentence.start)
    start = bench.sentence.start if before is None else before[0]
    inside = bench.scene.discourse.parties_in(start, bench.sentence.end)
    named = {m.code or "" for m in inside if m.kind not in ("capital", "seat")}
    return list(two) if len(two) == 2 and named <= set(two) else []


def unsaid(bench: Workbench, noun: Token, entry: Bond, state: Standing) -> list[Pair]:
    """Between whom a bond is that names nobody: those whom the section, the text or the sentence before is about."""
    discourse = bench.scene.discourse
    if entry.kind == "war" and state.change == "begin" and noun.dep == "nsubj" and _is_nameless(bench, noun):
        return _of_two(tuple(discourse.sectioned(noun.start)) or discourse.between)
    if entry.kind == "agreement" and state.change == "begin" and noun.dep == "nsubjpass":
        return _of_two(discourse.sectioned(noun.start))  # "The Partnership Agreement was signed", under "European Union"
    if entry.kind == "agreement" and (_is_basis(bench, noun, state) or _is_another(bench, noun, state)):
        return _of_two(two_told(bench))
    if entry.kind in ("war", "dispute") and state.change == "end" and state.verb is not None:
        return _of_two(_named_here(bench))  # "the Chadian-Malian declaration ended the state of war"
    if entry.kind == "dispute":
        return _of_ties(bench, state) or (_of_two(two_told(bench)) if _divides(bench, noun, state) else [])
    if not is_changed(entry, state):
        return []
    if pairs := _ours(bench, noun, subjects_of(bench, noun, state)) or _told_before(bench, noun):
        return pairs
    if state.verb is None:
        return []
    return _of_home(bench, noun, state.verb) if noun.dep == "nsubjpass" else _of_first(bench, noun, state.verb)


def two_told(bench: Workbench) -> list[str]:
    """The two that a sentence tells of together: the subjects of one of its verbs, or those that stand behind "between"."""
    sentence = bench.sentence
    heads = [t for t in sentence if t.dep in ("nsubj", "nsubjpass") and sentence.children(t, "conj")]
    heads += [o for t in sentence if t.lower == "between" for o in sentence.children(t, "pobj")]
    for head in heads:
        found = [c for c in codes_of(refer_all(bench, head)) if c in bench.scene.knowledge.states]
        if len(set(found)) == 2:
            return found
    return []


def _named_here(bench: Workbench) -> list[str]:
    """The states that a sentence names, by name, adjective or capital."""
    inside = bench.scene.within(bench.sentence.start, bench.sentence.end)
    named = [m.code for m in inside if m.kind in ("name", "adjective", "demonym", "capital")]
    return list(dict.fromkeys(c for c in named if c and c in bench.scene.knowledge.states))


def _is_basis(bench: Workbench, noun: Token, state: Standing) -> bool:
    """ "The treaty of 1977 remains the foundation of their ties"."""
    verb = state.verb
    if verb is None or noun.dep != "nsubj" or bench.clauses.negated(verb):
        return False
    return any(o.lower in _BASES for o in bench.sentence.children(verb, "attr", "dobj"))


def _is_another(bench: Workbench, noun: Token, state: Standing) -> bool:
    """ "A further treaty, concluded in 2008", "the war was followed by a treaty of peace that was signed in 1938"."""
    if bench.sentence.children(noun, "poss") or state.denied or not bench.sentence.children(noun, "det", "amod", "compound"):
        return False  # not "by agreement"
    above = bench.sentence.tokens[noun.head] if noun.dep == "pobj" else None
    if above is not None and (above.dep == "agent" or above.lower in ("by", "under")):
        done = state.change == "begin" or (state.verb is not None and state.verb.lower in _FIXED)
        return done or dated(bench, noun) is not None
    return state.change == "begin" and any(c.lower in _FURTHER for c in bench.sentence.children(noun, "amod"))


def _divides(bench: Workbench, noun: Token, state: Standing) -> bool:
    """ "Are divided by a quarrel", "a dispute has poisoned relations between Chad and Mali"."""
    verb = state.verb
    if verb is None or bench.clauses.negated(verb):
        return False
    by = noun.dep == "pobj" and bench.sentence.tokens[noun.head].dep == "agent"
    ties = [o for o in bench.sentence.children(verb, "dobj") if o.lower in _TIES]
    settles = noun.dep == "dobj" and state.change in ("hold", "end")
    return by or (noun.dep == "nsubj" and bool(ties)) or settles


def _of_ties(bench: Workbench, state: Standing) -> list[Pair]:
    """ "Relations between Chad and Mali are strained by a dispute": between the same two."""
    subjects = bench.sentence.children(state.verb, "nsubj", "nsubjpass") if state.verb is not None else []
    heads = [o for s in subjects if s.lower in _TIES for o in bench.clauses.under(s, "between")]
    named = [c for c in codes_of(r for h in heads for r in refer_all(bench, h)) if c in bench.scene.knowledge.states]
    return _of_two(named)


def _of_home(bench: Workbench, noun: Token, verb: Token) -> list[Pair]:
    """ "Relations were established with Chad", in an overview: those of the state that it is of."""
    home = bench.scene.discourse.home
    heads = [h for t in (noun, verb) for h in bench.clauses.under(t, "with")]
    named = [(h, bench.scene.mention_at(h)) for h in heads]
    known = bench.scene.knowledge.states - {home}
    found = [(h, m.code) for h, m in named if m is not None and m.code in known and m.kind == "name" and m.code]
    return [Pair(min(home, code), max(home, code), h) for h, code in found] if home is not None else []


def _of_first(bench: Workbench, noun: Token, verb: Token) -> list[Pair]:
    """ "Chad expelled the Malian envoy and broke off relations": with the one other state that the verb before names."""
    first = bench.sentence.head(verb)
    if noun.dep != "dobj" or verb.dep not in ("conj", "advcl") or first is None or first.tag[0] != "V":
        return []
    if bench.sentence.children(noun, "prep", "poss") or bench.sentence.children(verb, "nsubj"):
        return []
    acting = codes_of(r for s in bench.clauses.subjects(first) for r in refer_all(bench, s))
    things = [t for o in bench.sentence.children(first, "dobj", "prep") for t in bench.sentence.subtree(o)]
    named = [m for t in things if (m := bench.scene.mention_at(t)) is not None and m.kind in ("name", "adjective", "capital")]
    others = {m.code for m in named if m.code in bench.scene.knowledge.states} - set(acting)
    return _of_two([acting[0], *(c for c in others if c)]) if len(acting) == 1 else []


def _of_two(codes: Sequence[str]) -> list[Pair]:
    """The pair of two; none of more or fewer."""
    return [Pair(min(codes), max(codes), None)] if len(codes) == 2 else []


def by_name(bench: Workbench, bonds: Bonds, noun: Token) -> list[Pair]:
    """ "The end of the Chaco War": between those who are known to have fought it."""
    before = bench.text[max(bench.sentence.start, noun.end - bonds.longest_war) : noun.end].lower()
    found = next((parties for name, parties in bonds.wars.items() if before.endswith(name)), None)
    return [Pair(*found, None)] if found is not None else []


def in_section(bench: Workbench, noun: Token, subjects: list[Token]) -> list[Pair]:
    """ "Chad broke off diplomatic relations", with nobody named, in the section on Mali."""
    two = bench.scene.discourse.sectioned(noun.start) or _whole(bench)
    if len(two) != 2 or len({s.i for s in subjects}) != 1 or any(c.lower in ("with", "between", "to") for c in noun.children):
        return []
    verb = bench.sentence.head(noun)
    named = bench.referrer.codes(subjects[0])
    if verb is None or noun.dep != "dobj" or any(c.lower in ("with", "to") for c in verb.children) or len(named) != 1:
        return []
    return _of_two(two) if set(named) < set(two) else []


def _ours(bench: Workbench, noun: Token, subjects: list[Token]) -> list[Pair]:
    """ "We established diplomatic relations in 1962": between who speaks and whom the paragraph is about."""
    if not any(s.lower == "we" for s in subjects) or bench.sentence.children(noun, "prep"):
        return []
    two = bench.scene.discourse.pair(noun.start)
    return _of_two(two) if bench.scene.speaker(noun.start) in two else []


def _told_before(bench: Workbench, noun: Token) -> list[Pair]:
    """ "Relations were resumed in 1968": between the two of the sentence before, or of the section."""
    more = [c for c in bench.sentence.children(noun, "prep", "poss", "amod", "compound") if c.lower not in _FORMAL]
    if noun.dep not in ("nsubjpass", "nsubj") or noun.i > 2 or more:
        return []
    two = bench.scene.discourse.two_near(noun.start) or bench.scene.discourse.sectioned(noun.start) or _whole(bench)
    return _of_two(two)


def _is_nameless(bench: Workbench, noun: Token) -> bool:
    """ "The agreement was signed": a bond of two by its bare noun, of which neither is named."""
    words = [noun, *bench.sentence.children(noun, "compound", "amod", "nmod")]
    return not any(t.text[:1].isupper() and t.i for t in words) and not (
        bench.sentence.children(noun, "poss", "relcl")
        or any(c.lower in ("that", "this", "these", "those") for c in bench.sentence.children(noun, "det"))
    )


def subjects_of(bench: Workbench, noun: Token, state: Standing) -> list[Token]:
    if state.verb is None:
        return []
    # "The war left A in a confrontation with B": the object is the party.
    objects = bench.sentence.children(state.verb, "dobj") if state.verb.lower in _LEAVES else []
    if noun.dep == "pobj" and bench.sentence.tokens[noun.head].dep == "agent":
        return bench.sentence.children(state.verb, "nsubjpass")  # "A and B are bound by a treaty"
    if noun.dep == "pobj" and bench.sentence.tokens[noun.head].lower == "in" and bench.clauses.is_passive(state.verb):
        return bench.sentence.children(state.verb, "nsubjpass")  # "are locked in a quarrel"
    found = objects or [*bench.clauses.subjects(state.verb), *bench.sentence.children(state.verb, "nsubj")]
    above = {a.i for a in bench.sentence.ancestors(noun)} - {noun.i}
    found = [s for s in found if s.i not in above or s.i == state.verb.i]  # "the establishment of relations made ..."
    if len(found) > 1 and found[0].lower in bonds_of(bench.scene.knowledge.lexicon).roles:
        found = [s for s in found if s.i != found[0].i]  # "A founding member of the Union, Chad signed ..."
    if state.verb.dep == "relcl" and any(s.tag in ("WDT", "WP") for s in found):  # "Chad and Mali, which have no relations"
        head = bench.sentence.tokens[state.verb.head]
        sole = any(c.lower in _ALONE for c in bench.sentence.children(head, "amod"))  # "the only state that has relations"
        copula = bench.sentence.head(head) if head.dep == "attr" and (head.tag == "NNS" or sole) else None
        meant = (
            bench.sentence.children(copula, "nsubj") if copula is not None else [head]
        )  # "Chad and Mali are states that ..."
        found = [*meant, *(s for s in found if s.tag not in ("WDT", "WP"))]
    return found or _before(bench, state.verb)


def _before(bench: Workbench, verb: Token) -> list[Token]:
    """The name right before a finite verb that the parser left without a subject."""
    token = bench.sentence.tokens[verb.i - 1] if verb.i and verb.tag in ("VBD", "VBZ", "VBP") else None
    return [token] if token is not None and token.tag[0] == "N" and bench.scene.mention_at(token) is not None else []
