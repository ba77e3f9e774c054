"""Whose the conduct is that a phrase names: named itself, its owner, who does it, who rules where it is done."""

from __future__ import annotations

import re

from dragoman.coding.names.mentions import Mention
from dragoman.coding.positions.evaluation import Lexis
from dragoman.coding.relations.partners import left, meant_beside, owner_of
from dragoman.coding.sentence.attribution import is_own_voice
from dragoman.coding.sentence.phrasing import each_under, is_official, listed, refer, refer_all
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

_ANTI = re.compile(r"\b(?:anti|non|pro|counter)-$", re.IGNORECASE)
_LED = re.compile(r"-(?:based|born|speaking|bound|made|occupied|held)\b", re.IGNORECASE)
LEAGUES = word_class("leagues")
# Parties and armed groups are not the state that they belong to.
NOT_STATE = frozenset({"PTY", "REB", "OPP", "BUS"})
# Named bodies and forces of a state do its deeds: "the conduct of the Alphaland Coast Guard".
_OF_STATE = frozenset({"GOV", "MIL", "COP", "PRM", "SPY", "JUD", "LEG"})
# What is held by nobody whom "of" names: "the result of the meeting of heads of state in X".
_GATHERINGS = word_class("gatherings")
_NATION = word_class("the-nation")
_LEFT = ("amod", "compound", "nmod", "poss")


def whose(bench: Workbench, lexis: Lexis, noun: Token) -> list[Reference]:
    """The actors that a phrase names itself, with their conjuncts; else those whose conduct it names."""
    if noun.tag in ("WDT", "WP") or (noun.lower == "that" and noun.tag != "DT"):
        for above in bench.sentence.ancestors(noun):
            if above.dep in ("relcl", "acl"):
                return whose(bench, lexis, bench.sentence.tokens[above.head])
    if noun.lower in ("it", "them") and (beside := meant_beside(bench, noun)):
        return [Reference(beside, None, noun.text, bench.sentence.span([noun]), noun.i)]
    seated = _seated(bench, lexis, noun)
    if seated:
        return seated
    if bench.scene.mention_at(noun) is None and noun.lower in LEAGUES:
        codes = left(bench, noun)
        if len(codes) > 1:
            return [Reference((c,), None, noun.text, bench.sentence.span([noun]), noun.i) for c in codes]
    named = [*_beside(bench, noun), *(r for r in refer_all(bench, noun) if is_actor(bench, r))]
    if named and any(c.lower in LEAGUES for c in bench.sentence.children(noun, "conj")):
        named += [r for c in bench.sentence.children(noun, "conj") if c.lower in LEAGUES for r in whose(bench, lexis, c)]
    own = bench.scene.mention_at(noun)
    if own is not None and own.kind == "collective":  # "the U.S. imperialists" are of the state before them too
        named += [r for r in owners(bench, lexis, noun, before=True) if r.codes[:1] != (own.code,)]
    members = [noun, *bench.sentence.children(noun, "conj")]
    return named or [r for m in members if m.tag[0] == "N" for r in owners(bench, lexis, m)]


def _seated(bench: Workbench, lexis: Lexis, noun: Token, form: str = "companion") -> list[Reference]:
    """The states of those who are named by where they are: "our friends in Paris"; by `form` "rule", "the regime in Minsk"."""
    if not lexis.is_conduct(form, noun):
        return []
    places = [o for p in ("in", "from", "at") for o in bench.clauses.under(noun, p)]
    of = [o for o in bench.clauses.under(noun, "of") if (m := bench.scene.mention_at(o)) is not None and m.kind == "capital"]
    heads = [o for o in (*places, *of) if (m := bench.scene.mention_at(o)) is not None and m.code]
    span = bench.sentence.span([noun])
    members = [m for h in heads for o in listed(bench.sentence, h) if (m := bench.scene.mention_at(o)) is not None]
    return [Reference((m.code,), None, m.text, span, noun.i) for m in members if m.code]


def _beside(bench: Workbench, noun: Token) -> list[Reference]:
    """Names joined by "and" before a name that the parser took for parts of it: "the U.S. and south Korea"."""
    if bench.scene.mention_at(noun) is None or noun.tag[0] != "N":
        return []
    first = min(
        (bench.sentence.subtree(c)[0].start for c in bench.sentence.children(noun, *_LEFT) if c.i < noun.i), default=noun.start
    )
    own = bench.scene.mention_at(noun)
    names = [
        m for m in bench.scene.within(first, noun.start) if m is not own and m.code and m.kind == "name" and m.end <= noun.start
    ]
    span = bench.sentence.span([noun])
    return [
        Reference((m.code or "",), None, m.text, span, noun.i)
        for m in names
        if re.match(r",? (?:and|,)", bench.text[m.end : m.end + 5])
    ]


def is_actor(bench: Workbench, reference: Reference) -> bool:
    """Whether the phrase is a party by its own head: a name, an office, a government, a pronoun."""
    force = bool(reference.codes) and reference.sector in ("COP", "PRM")  # what the police of a state does, it does
    if not (is_official(reference) or force) or reference.sector == "PTY":
        return False
    token = bench.sentence.tokens[reference.head]
    mention = bench.scene.mention_at(token)
    if mention is not None:
        if is_own_voice(bench.scene, mention):
            return False  # who is angry with a newspaper is not with its state
        return mention.kind != "place" and (mention.kind not in ("demonym", "adjective") or token.tag[0] == "N")
    return (
        token.tag in ("PRP", "WDT", "WP")
        or bench.scene.role_at(token) is not None
        or (reference.plural and len(reference.codes) > 1)
    )


def owners(bench: Workbench, lexis: Lexis, noun: Token, *, before: bool = False) -> list[Reference]:
    """Whose conduct a noun names: "U.S. hostility", "their campaign", "the hypocrisy of X", "attempts by X"; `before`: by the
    words before it alone.
    """
    if _is_of_no_state(bench, noun):
        return []
    out = _named_before(bench, lexis, noun)
    if before:
        return out
    for head in _doers(bench, lexis, noun, told=bool(out)):
        out += (
            _seated(bench, lexis, head)
            or [r for r in refer_all(bench, head) if is_actor(bench, r)]
            or (owners(bench, lexis, head) if lexis.is_conduct("mark", noun) else [])
            or (owners(bench, lexis, head, before=True) if _is_of_state(bench, lexis, head) else [])
        )
    return out or _seated(bench, lexis, noun, "rule") or _set_beside(bench, noun)


def _is_of_no_state(bench: Workbench, noun: Token) -> bool:
    """Whether a noun is of a party or an armed group: who backs the rebels of a state does not back the state."""
    roles = [bench.scene.role_at(t) for t in (noun, *bench.sentence.children(noun, "compound", "amod"))]
    if not any(role is not None and role.sector in NOT_STATE for role in roles):
        return False
    # "the Vietnamese Party, State and people"
    return not any(c.lower in _NATION for c in bench.sentence.children(noun, "conj"))


def _named_before(bench: Workbench, lexis: Lexis, noun: Token) -> list[Reference]:
    """Whose a noun is by the words before it: "U.S. hostility", "their campaign", "the neighbour's hostility"."""
    sentence, out = bench.sentence, []
    for child in sentence.children(noun, *_LEFT):
        if child.i > noun.i:
            continue  # "an organisation worse than X"
        for token in sentence.subtree(child, without=frozenset({"relcl", "acl"})):
            mention = bench.scene.mention_at(token)
            if token.tag == "PRP$":
                codes = owner_of(bench, token) if mention is None else ()
                found = Reference(codes, None, token.text, sentence.span([token]), token.i) if codes else refer(bench, token)
                out += [found] if found and found.codes else []
            elif mention is not None and mention.code and _says_whose(bench, mention, token):
                out.append(Reference((mention.code,), None, mention.text, sentence.span([token]), token.i))
            elif token is child and child.dep == "poss" and mention is None:
                out += whose(bench, lexis, child) if child.i != noun.i else []
    return out


def _says_whose(bench: Workbench, mention: Mention, token: Token) -> bool:
    """Whether the name of a state that ends in `token` says whose something is: not in "anti-U.S." and "U.S.-based"."""
    if mention.kind == "place" or mention.sector in NOT_STATE or mention.end > token.end or is_own_voice(bench.scene, mention):
        return False
    return not (_ANTI.search(bench.text, max(0, mention.start - 8), mention.start) or _LED.match(bench.text, mention.end))


def _doers(bench: Workbench, lexis: Lexis, noun: Token, *, told: bool) -> list[Token]:
    """The heads of what behind a noun says whose it is; `told`: words before it say so already."""
    harm = lexis.is_conduct("harm", noun)
    heads = bench.clauses.under(noun, "by") or each_under(bench, noun, "by")
    if harm and not heads:
        heads = _by_beside_verb(bench, noun) or ([] if told else _by_far_behind(bench, noun))
    heads = [*heads, *_on_the_part_of(bench, noun), *_of_participles(bench, noun), *_maintaining(bench, lexis, noun)]
    if told:
        return heads
    heads = heads or _by_which(bench, noun)
    return heads if harm or noun.lower in _GATHERINGS else [*heads, *_of(bench, noun, heads)]


def _by_beside_verb(bench: Workbench, noun: Token) -> list[Token]:
    """ "Condemned the invasion of A by B": parsers hang the doer on the verb."""
    ruler = bench.sentence.head(noun) if noun.dep == "dobj" else None
    beside = bench.sentence.children(ruler, "prep", "agent") if ruler is not None else ()
    return [o for p in beside if p.lower == "by" and p.i > noun.i for o in bench.sentence.children(p, "pobj")]


def _by_far_behind(bench: Workbench, noun: Token) -> list[Token]:
    """ "The bombardment of hospitals in A by B"."""
    late = [t for t in bench.sentence.subtree(noun) if t.lower == "by" and t.dep == "prep" and t.i > noun.i]
    return [o for t in late for o in bench.sentence.children(t, "pobj")]


def _on_the_part_of(bench: Workbench, noun: Token) -> list[Token]:
    """ "Sheer obstinacy on the part of X"."""
    parts = [part for part in bench.clauses.under(noun, "on") if part.lower == "part"]
    return [o for part in parts for o in bench.clauses.under(part, "of")]


def _of_participles(bench: Workbench, noun: Token) -> list[Token]:
    """ "The blockade imposed by A and by B"."""
    sentence = bench.sentence
    agents = [a for c in sentence.children(noun, "acl") for a in sentence.children(c, "agent")]
    return [o for a in agents for p in (a, *sentence.children(a, "conj")) for o in sentence.children(p, "pobj")]


def _maintaining(bench: Workbench, lexis: Lexis, noun: Token) -> list[Token]:
    """ "The blockade that X maintains"."""
    sentence = bench.sentence
    clauses = (c for c in sentence.children(noun, "relcl") if lexis.is_conduct("conduct", c))
    doers = [s for c in clauses if not sentence.children(c, "auxpass") for s in sentence.children(c, "nsubj")]
    return [s for s in doers if s.tag not in ("WDT", "WP")]


def _by_which(bench: Workbench, noun: Token) -> list[Token]:
    """ "The steps by which X revoked it"."""
    sentence, heads = bench.sentence, []
    for clause in sentence.children(noun, "relcl"):
        by = [p for p in sentence.children(clause, "prep") if p.lower in ("by", "through", "with") and p.i < clause.i]
        if any(o.tag == "WDT" for p in by for o in sentence.children(p, "pobj")):
            heads += sentence.children(clause, "nsubj")
    return heads


def _of(bench: Workbench, noun: Token, known: list[Token]) -> list[Token]:
    """ "The hypocrisy of A and of B"; "the aggression, meddling and interference of X" are all of X."""
    heads = bench.clauses.under(noun, "of")
    heads = [*heads, *(o for o in each_under(bench, noun, "of") if o not in heads and o not in known)]
    if heads or known or noun.dep == "conj":
        return heads
    members = listed(bench.sentence, noun)
    last = members[-1]
    if last is noun or bench.sentence.children(last, *_LEFT):
        return []
    return [o for m in members for o in (*bench.clauses.under(m, "of"), *bench.clauses.under(m, "by")) if o.i > last.i]


def _set_beside(bench: Workbench, noun: Token) -> list[Reference]:
    """ "The U.S. unjust hostility": parsers set the noun beside the name."""
    ruler = bench.sentence.head(noun) if noun.dep == "appos" else None
    if ruler is None or noun.i - ruler.i >= 8 or "," in bench.text[ruler.end : noun.start]:
        return []
    return [r for r in [refer(bench, ruler)] if r and r.codes]


def _is_of_state(bench: Workbench, lexis: Lexis, noun: Token) -> bool:
    role = bench.scene.role_at(noun)
    named = noun.tag in ("NNP", "NNPS") and bench.scene.mention_at(noun) is None
    return named or noun.lower in _NATION or lexis.is_conduct("arm", noun) or (role is not None and role.sector in _OF_STATE)
