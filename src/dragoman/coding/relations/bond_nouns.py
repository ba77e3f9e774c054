"""Bonds that nouns name: whether a noun names one here, between whom it is, and since when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.relations.bodies import bracketed
from dragoman.coding.relations.bonds import Bonds, Standing, bonds_of, hung_beyond, is_real, standing
from dragoman.coding.relations.pacts_dated import came_about, lapsed
from dragoman.coding.relations.pairs_unsaid import by_name, in_section, is_changed, nameless_pact, subjects_of, unsaid
from dragoman.coding.relations.partners import Pair, bound, excepted, left
from dragoman.coding.relations.periods import agreed_before, anniversary, dated, entry_date, fronted, period
from dragoman.coding.relations.telling import Told, also_named, own_clause
from dragoman.coding.relations.treaty_voice import joint_treaty
from dragoman.coding.sentence.phrasing import codes_of, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, BECOME
from dragoman.lexicon.entries import Bond
from dragoman.lexicon.words import stems, word_class
from dragoman.text import Span

# Nouns that say only how two stand; a bond of another kind in whose phrase they stand says it better.
SOFT = frozenset({"ties"})
# "Relations with B date from 1975" are diplomatic ones.
_DATE_FROM = re.compile(r"(?:\s+(?:with|between)\s[^,;]{2,70}?)?\s+(?:dated?|dates)\s+(?:back\s+to|from)\s")
# A memorandum that one sends to others binds nobody to them.
_MESSAGES = word_class("messages-between")
_LIFTED = word_class("lifted-to-a-level")
_SENDS = word_class("sending-letters")
_AGAINST = ("on", "upon", "against")
# Before whom disputes are brought.
_ARBITERS = ("UN", "ICJ", "ICC", "PCA", "ITLOS")
_NO_WAR = word_class("wars-without-war")
_SOUR = word_class("sour")
# Quarrels only where they are over land or water.
_DIFFERENCES, _DISPUTED_THINGS = word_class("differences-of-view"), word_class("disputed-things")
_MAKING_AND_BREAKING_TIES = stems("making-and-breaking-ties")
_HAVING_TIES = word_class("having-ties")
_CHANGES = frozenset({"begin", "resume", "end", "pause"})
# "A dispute between Chad and Mali goes back to 1960".
_GOES_BACK = re.compile(
    r"(?:\s+(?:with|between|over)\s[^,;.]{2,90}?)?\s+(?:dates?|goes|go|reach(?:es)?)\s+(?:back\s+to|from)\s+(?:the\s+)?"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\b")
_IS = BE | BECOME
_LINKS = word_class("linking-two")
_DECLARED = frozenset({"declaration", "communique", "communiqué"})
# "Left its alliance": not what leaves relations strained.
_LEFT, _OF_PARTIES = ("left", "leav", "abandon", "exit"), frozenset({"alliance", "agreement"})
_MADE_OR_SIGNED = word_class("signed-or-issued")
_LASTING = stems("lasting")
_HOLDING_AS_IT_IS = word_class("holding-as-it-is")


def named(bench: Workbench, bonds: Bonds) -> Iterator[Told]:
    last: Bond | None = None
    before: Token | None = None
    for noun in bench.sentence:
        if last is not None and noun.lower == "those" and bench.sentence.children(noun, "prep"):
            actor = _first_of(bench, bonds, before)
            yield from _noun(bench, bonds, noun, last, actor)  # "relations with A, and those with B"
        if noun.tag[0] != "N" or noun.dep in ("compound", "nmod", "amod"):
            continue
        for entry in bonds.nouns.get(noun.lower, ()):
            if _fits(bench, noun, entry):
                yield from _noun(bench, bonds, noun, entry)
                last, before = entry, noun
                break


def _first_of(bench: Workbench, bonds: Bonds, noun: Token | None) -> str | None:
    """Who is told first to be of a bond: "Chad and Mali established relations, and those with Togo followed"."""
    state = standing(bench, noun, bonds) if noun is not None else None
    subjects = subjects_of(bench, noun, state) if noun is not None and state is not None else []
    return next(iter(codes_of(r for s in subjects for r in refer_all(bench, s))), None)


def _fits(bench: Workbench, noun: Token, entry: Bond) -> bool:
    """Whether a noun names this kind of bond here."""
    sentence = bench.sentence
    if noun.lower in _MESSAGES and (above := sentence.head(noun)) is not None and above.lower in _SENDS:
        return False
    if entry.kind in SOFT and _is_in_title(bench, noun):
        return False
    if entry.kind == "agreement" and noun.dep == "ROOT" and noun.lower in _DECLARED:
        return False  # "Joint Declaration of the Presidents of A and B", over their words
    near = {t.lower for c in sentence.children(noun, "amod", "compound", "nmod") for t in sentence.subtree(c)}
    if entry.needs:
        return bool(near & set(entry.needs)) or (entry.kind == "diplomatic-relations" and _is_broken_or_made(bench, noun))
    if entry.kind not in SOFT:
        near |= {o.lower for o in bench.clauses.under(noun, "of")}
        if noun.lower in _DIFFERENCES:
            things = {
                t.lower for p in ("over", "about", "on") for o in bench.clauses.under(noun, p) for t in sentence.subtree(o)
            }
            return not things.isdisjoint(_DISPUTED_THINGS)
        return entry.kind != "war" or not near & _NO_WAR
    nouns = bonds_of(bench.scene.knowledge.lexicon).nouns
    here = noun
    for outer in sentence.ancestors(noun):
        if here.dep not in ("pobj", "prep", "conj") or (here.dep == "conj" and bench.scene.mention_at(outer) is not None):
            break
        here = outer
        if nouns.get(outer.lower) and outer.lower != noun.lower:
            return False  # "a treaty of friendship", "relations of friendship", "an agreement on cooperation"
    return not near & _SOUR


def _is_in_title(bench: Workbench, noun: Token) -> bool:
    """Whether a word is part of a treaty's name ("the Treaty of Friendship"), or what a statement's title says it is on."""
    named = bench.scene.register.instruments
    at = bisect.bisect_right(named, noun.start, key=lambda i: i.start) - 1
    if at >= 0 and named[at].start < noun.start < named[at].end:
        return True
    head = bench.sentence.head(noun)
    return head is not None and head.lower in ("on", "about") and bench.sentence.tokens[bench.sentence.root].tag[0] == "N"


def _is_broken_or_made(bench: Workbench, noun: Token) -> bool:
    """ "Established relations", "broke off relations" mean diplomatic ones."""
    if noun.lower not in ("relations", "ties"):
        return False
    if noun.dep in ("ROOT", "nsubj") and _DATE_FROM.match(bench.text, noun.end, bench.sentence.end):
        return True
    if any(c.lower.startswith(_MAKING_AND_BREAKING_TIES) and bench.clauses.is_passive(c) for c in _clauses_of(bench, noun)):
        return True  # "its relations with Chad, which were established in 1979"
    if any(c.dep in ("amod", "compound", "poss") and c.tag != "PRP$" and not _is_owner(bench, c) for c in noun.children):
        return False
    head = bench.sentence.head(noun)
    if head is not None and head.lower == "of":
        head = bench.sentence.head(head)
        return head is not None and bonds_of(bench.scene.knowledge.lexicon).turn_nouns.get(head.lower) in _CHANGES
    made = _MAKING_AND_BREAKING_TIES
    none = any(c.lower == "no" for c in bench.sentence.children(noun, "det"))
    if none and noun.dep == "dobj" and head is not None and head.lower in _HAVING_TIES:
        return True  # "had no relations with Peking"
    return (
        head is not None and noun.dep in ("dobj", "nsubjpass", "nsubj") and head.tag[0] == "V" and head.lower.startswith(made)
    )


def _clauses_of(bench: Workbench, noun: Token) -> list[Token]:
    return [*bench.sentence.children(noun, "relcl"), *hung_beyond(bench, noun)]


def _is_owner(bench: Workbench, token: Token) -> bool:
    """ "Chad's relations with Mali were suspended"."""
    mention = bench.scene.mention_at(token)
    return token.dep == "poss" and mention is not None and mention.kind == "name"


def _noun(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond, actor: str | None = None) -> Iterator[Told]:
    """What is told of a bond that a noun names; `actor`: whose bond it is too, where a word stands for the noun."""
    state = standing(bench, noun, bonds)
    if state is None or (noun.lower == "cessation" and not bench.clauses.under(noun, "of")):
        return
    verb = state.verb
    if verb is not None and noun.dep == "dobj" and entry.kind in _OF_PARTIES and verb.lower.startswith(_LEFT):
        if not is_real(bench, verb, bonds) or bench.clauses.negated(verb):
            return
        state = replace(state, change="end")
    if state.denied and state.change in ("end", "pause"):
        return  # "has not declared an end of the war"
    if entry.kind in SOFT and state.change != "hold":
        # What is agreed or decided of ties is a plan; "no ties were established" tells nothing of them.
        if state.denied or (verb is not None and bench.clauses.is_infinitive(verb)):
            return
    pairs = _named_pairs(bench, bonds, noun, entry, state) or nameless_pact(bench, noun, entry, state)
    if not pairs and entry.kind == "war" and state.change != "hold":
        pairs = by_name(bench, bonds, noun)
    if not pairs and entry.kind == "agreement" and (own := joint_treaty(bench, noun)) is not None:
        yield own
    pairs = pairs or unsaid(bench, noun, entry, state)
    if actor is not None and pairs and not any(actor in (p.a, p.b) for p in pairs):
        pairs = [_with_actor(bench, actor, p) for p in pairs]
    if not pairs and not excepted(bench, noun):
        return
    if verb is not None and len(pairs) == 1 and (is_changed(entry, state) or _is_in_brackets(bench, pairs[0])):
        pairs = [*pairs, *_one_by_one(bench, verb, pairs[0])]
    within, span = _scope(bench, noun, state), _span(bench, noun, state)
    year = _counted(bench, state)
    behind = {pair: bracketed(bench, pair.other) if pair.other is not None else None for pair in pairs}
    for pair in pairs:
        if entry.kind == "dispute" and any(c.startswith(_ARBITERS) for c in (pair.a, pair.b)):
            continue  # "took the dispute to the Security Council"
        since, until = period(bench, state.change, within, pair.other) if state.anniversary is None else (year, None)
        if since is None and until is None and state.change in ("hold", "begin") and noun.dep in ("nsubj", "ROOT"):
            since = _gone_back(bench, noun)
        if any(behind.values()) and len(pairs) > 1:
            since, until = (None, behind[pair]) if state.change in ("end", "pause") else (behind[pair], None)
        if since is None and until is None and state.change != "hold" and verb is not None and verb.dep == "conj":
            opening = fronted(bench, verb)
            ends = state.change in ("end", "pause")
            since, until = (None, opening.date) if opening and ends else (opening.date if opening else None, None)
        if entry.kind == "truce" and since is None and until is None:
            since = came_about(bench, noun, state)
        if entry.kind in ("agreement", "truce"):
            since, until = _signed(bench, noun, state, since, until)
            until = until or lapsed(bench, noun)
        yield Told(entry.kind, state.change, pair.a, pair.b, since, until, span, verb or noun, state.denied)
    if entry.kind == "diplomatic-relations" and not state.denied:
        yield from _excepted(bench, noun, state)
        yield from _turned_again(bench, bonds, noun, state, pairs)


def _with_actor(bench: Workbench, actor: str, pair: Pair) -> Pair:
    """The pair of an actor and whom the preposition of another pair led to."""
    mention = bench.scene.mention_at(pair.other) if pair.other is not None else None
    other = mention.code if mention is not None and mention.code in (pair.a, pair.b) else pair.b
    return Pair(min(actor, str(other)), max(actor, str(other)), pair.other)


def _gone_back(bench: Workbench, noun: Token) -> str | None:
    """Since when a bond is that "goes back to" a year or "dates from" it."""
    opens = _GOES_BACK.match(bench.text, noun.end, bench.sentence.end)
    found = next((d for d in bench.dates if opens is not None and d.start == opens.end()), None)
    if found is not None:
        return found.date if found.date_end is None else None
    year = _YEAR.match(bench.text, opens.end(), bench.sentence.end) if opens is not None else None
    return year[0] if year is not None else None


def _apart(bench: Workbench, bonds: Bonds, noun: Token, verb: Token | None) -> list[Token]:
    """Clauses under a bond's noun that tell another change than its verb does: "relations, broken off in 1960, were restored"."""
    below = bench.sentence.children(noun, "acl", "relcl")
    told = bonds.turn_verbs.get(verb.lower) if verb is not None else None
    changes = [(c, bonds.turn_verbs.get(c.lower)) for c in below] if told in _CHANGES else []
    return [c for c, change in changes if change in _CHANGES and change != told]


def _turned_again(bench: Workbench, bonds: Bonds, noun: Token, state: Standing, pairs: Sequence[Pair]) -> Iterator[Told]:
    """ "Relations were cut in 1960 and resumed in 1965": the further changes that one sentence tells, each with its own day."""
    verb = state.verb
    if verb is None or state.change not in _CHANGES or noun.dep not in ("nsubj", "nsubjpass"):
        return
    listed = [c for c in bench.sentence.children(verb, "conj") if not bench.sentence.children(c, "nsubj", "nsubjpass", "dobj")]
    for clause in (*_apart(bench, bonds, noun, verb), *listed):
        change, within = bonds.turn_verbs.get(clause.lower, ""), own_clause(bench, clause)
        inside = {t.start for t in within}
        dated = any(d.start <= s < d.end for d in bench.dates for s in inside)
        if change not in _CHANGES or change == state.change or not dated or not is_real(bench, clause, bonds):
            continue
        since, until = period(bench, change, within)
        for pair in pairs:
            yield Told("diplomatic-relations", change, pair.a, pair.b, since, until, bench.sentence.span(within), clause)


def _excepted(bench: Workbench, noun: Token, state: Standing) -> Iterator[Told]:
    """ "Relations with all its neighbours except Mali": with Mali there are none."""
    subjects = codes_of(r for s in subjects_of(bench, noun, state) for r in refer_all(bench, s))
    for code, token in excepted(bench, noun):
        for a in (c for c in left(bench, noun) or subjects if c != code):
            span = _span(bench, noun, state)
            yield Told("diplomatic-relations", "hold", min(a, code), max(a, code), None, None, span, token, True)


def _named_pairs(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond, state: Standing) -> list[Pair]:
    """Between whom the bond is, as the sentence or the section tells."""
    changed, subjects = is_changed(entry, state), subjects_of(bench, noun, state)
    if changed and (pairs := in_section(bench, noun, subjects)):
        return pairs
    if noun.dep == "nsubj" and state.verb is not None and state.verb.lower in _LINKS:
        linked = [o for o in bench.sentence.children(state.verb, "dobj") if bench.sentence.children(o, "conj")]
        if pairs := bound(bench, noun, linked):
            return pairs  # "a partnership links Chad and Mali"
    against = _AGAINST if entry.kind == "war" else ()
    return bound(bench, noun, subjects, against, joint=_is_joint(bench, bonds, noun, entry, state), groups=changed)


def _is_joint(bench: Workbench, bonds: Bonds, noun: Token, entry: Bond, state: Standing) -> bool:
    """Whether a bond is told as one thing of both, and not as that of one to another."""
    if state.change != "hold" or state.anniversary is not None:
        return True
    above = bench.sentence.tokens[noun.head] if noun.dep == "pobj" else None
    if state.verb is not None and state.verb.lower in bonds.turn_verbs:
        if noun.dep in ("dobj", "nsubjpass") or (above is not None and above.dep == "agent"):
            return True
    if above is None:
        return False
    over = bench.sentence.head(above)
    ending = over is not None and bonds.turn_nouns.get(over.lower) == "end"  # "agreed to declare the end of the war"
    return ending or (entry.kind == "war" and above.lower == "at")


def _is_in_brackets(bench: Workbench, pair: Pair) -> bool:
    """Whether the day of a bond stands in brackets behind its party, as it then does behind the others of a list."""
    return pair.other is not None and bracketed(bench, pair.other) is not None


def _one_by_one(bench: Workbench, verb: Token, first: Pair) -> list[Pair]:
    """ "Established relations with Chad in 1960, Mali in 1961 and Niger in 1962": the pairs after the first."""
    mention = bench.scene.mention_at(first.other) if first.other is not None else None
    if mention is None or first.other is None or mention.code not in (first.a, first.b):
        return []
    own = first.a if mention.code == first.b else first.b
    named = [(t, bench.scene.mention_at(t)) for t in also_named(bench, verb, [first.other], frozenset({"name"}))]
    known = bench.scene.knowledge.states - {own, mention.code}
    return [Pair(min(own, m.code), max(own, m.code), t) for t, m in named if m is not None and m.code and m.code in known]


def _signed(
    bench: Workbench, noun: Token, state: Standing, since: str | None, until: str | None
) -> tuple[str | None, str | None]:
    """(since, until) of what is signed: the date in its name, that of what was founded by it, that of a chronicle's entry."""
    if state.change == "hold" and not (state.verb is not None and _stative(state.verb)):
        until = None  # "until 2023 agreements spoke of ..." ends none
    if since is None and until is None:
        since = dated(bench, noun)
    by = bench.sentence.head(noun)
    if since is None and until is None and by is not None and by.dep == "agent" and state.verb is not None:
        since, _ = period(bench, "begin", own_clause(bench, state.verb))
    if since is None and until is None and (state.verb is None or state.change == "begin"):
        since = entry_date(bench) or (agreed_before(bench) if state.change == "begin" else None)
    return since, until


def _counted(bench: Workbench, state: Standing) -> str | None:
    """The year that an anniversary over the bond counts from."""
    if state.anniversary is None:
        return None
    around = bench.sentence.subtree(state.anniversary)
    return anniversary(bench, around[0].start, around[-1].end)


def _scope(bench: Workbench, noun: Token, state: Standing) -> list[Token]:
    """The words whose dates are the bond's: its own phrase, and the clause of the predicate that changes it."""
    # What is told of a party in passing dates nothing: "relations with Mali, which sent troops in 1999".
    turns = bonds_of(bench.scene.knowledge.lexicon).turn_verbs
    own = {c.i for c in _clauses_of(bench, noun)}
    passing = (c for c in bench.sentence.subtree(noun) if c.dep == "relcl" and (c.i not in own or c.lower not in turns))
    aside = {t.i for c in passing if not _stative(c) for t in bench.sentence.subtree(c)}
    phrase = [t for t in bench.sentence.subtree(noun) if t.i not in aside]
    phrase += _told_above(bench, state.verb) if state.verb is not None and state.change != "hold" else []
    if state.verb is None or (state.change == "hold" and not _stative(state.verb)):
        return phrase
    below_it = [c for c in (*_clauses_of(bench, noun), *bench.sentence.children(noun, "acl")) if turns.get(c.lower)]
    if turns.get(state.verb.lower) not in _CHANGES and any(turns[c.lower] == state.change for c in below_it):
        return phrase + [t for c in below_it for t in bench.sentence.subtree(c)]
    apart = {t.i for c in bench.sentence.children(state.verb, "conj") if c.tag[0] == "V" for t in bench.sentence.subtree(c)}
    below = _apart(bench, bonds_of(bench.scene.knowledge.lexicon), noun, state.verb)
    apart |= {t.i for c in below for t in bench.sentence.subtree(c)}
    return _told_above(bench, state.verb) + [
        t
        for t in bench.sentence.subtree(state.verb, without=frozenset({"ccomp", "parataxis", "advcl", "relcl"}))
        if t.i not in apart
    ]


def _told_above(bench: Workbench, verb: Token) -> list[Token]:
    """The words of the clause above one whose date it gives: "was the first to establish relations with Chad, in 1960", "the
    communiqué establishing relations was signed in 1960".
    """
    head = bench.sentence.head(verb)
    if head is None or verb.dep not in ("acl", "relcl", "xcomp", "advcl"):
        return []
    above = next((a for a in bench.sentence.ancestors(head) if a.tag[0] == "V"), head if head.tag[0] == "V" else None)
    ranked = bench.clauses.is_infinitive(verb) and (head.lower == "one" or bench.clauses.is_ranked(head))
    of_whom = verb.dep == "relcl" and above is not None and above.lower in _IS
    signed = verb.dep == "acl" and verb.tag == "VBG" and above is not None and above.lower in _MADE_OR_SIGNED
    if above is None or not (ranked or of_whom or signed):
        return []
    apart = {t.i for t in bench.sentence.subtree(verb)}
    return [t for t in own_clause(bench, above) if t.i not in apart]


def _stative(verb: Token) -> bool:
    return verb.lower in _LINKS or verb.lower.startswith(_LASTING) or verb.lower in _HOLDING_AS_IT_IS


def _span(bench: Workbench, noun: Token, state: Standing) -> Span:
    """Evidence: the bond's phrase, with the clause that changes it."""
    tokens = bench.sentence.subtree(noun, without=frozenset({"relcl", "parataxis", "appos", "dep", "acl"}))
    if state.verb is not None and (
        state.change != "hold"
        or _stative(state.verb)
        or state.verb.lower in _LIFTED
        or state.anniversary is not None
        or noun.dep == "nsubj"
    ):
        tokens = [*tokens, *bench.sentence.subtree(state.verb, without=frozenset({"parataxis", "punct", "ccomp", "relcl"}))]
    return bench.sentence.span(tokens)
