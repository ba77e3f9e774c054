"""Whose the conduct is that a phrase names: named itself, its owner, who does it, who rules where it is done."""

from __future__ import annotations

import re

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
    sentence, out = bench.sentence, []
    heads: list[Token] = []
    roles = [bench.scene.role_at(t) for t in (noun, *sentence.children(noun, "compound", "amod"))]
    if any(role is not None and role.sector in NOT_STATE for role in roles) and not any(
        c.lower in _NATION
        for c in sentence.children(noun, "conj")  # "the Vietnamese Party, State and people"
    ):
        return []  # who backs the rebels of a state does not back the state
    for child in sentence.children(noun, *_LEFT):
        if child.i > noun.i:
            continue  # "an organisation worse than X"
        for token in sentence.subtree(child, without=frozenset({"relcl", "acl"})):
            if token.tag == "PRP$":
                codes = owner_of(bench, token) if bench.scene.mention_at(token) is None else ()
                found = Reference(codes, None, token.text, sentence.span([token]), token.i) if codes else refer(bench, token)
                out += [found] if found and found.codes else []
            elif (
                (mention := bench.scene.mention_at(token)) is not None
                and mention.code
                and mention.kind != "place"
                and mention.sector not in NOT_STATE
                and mention.end <= token.end
                and not is_own_voice(bench.scene, mention)
            ):
                if not (
                    _ANTI.search(bench.text, max(0, mention.start - 8), mention.start) or _LED.match(bench.text, mention.end)
                ):
                    out.append(Reference((mention.code,), None, mention.text, sentence.span([token]), token.i))
            elif token is child and child.dep == "poss" and mention is None:
                out += whose(bench, lexis, child) if child.i != noun.i else []
    if before:
        return out
    heads += bench.clauses.under(noun, "by") or each_under(bench, noun, "by")
    if not heads and noun.dep == "dobj" and (ruler := sentence.head(noun)) is not None and lexis.is_conduct("harm", noun):
        # "Condemned the invasion of A by B": parsers hang the doer on the verb.
        heads += [
            o
            for p in sentence.children(ruler, "prep", "agent")
            if p.lower == "by" and p.i > noun.i
            for o in sentence.children(p, "pobj")
        ]
    if not heads and not out and lexis.is_conduct("harm", noun):  # "the bombardment of hospitals in A by B"
        late = [t for t in sentence.subtree(noun) if t.lower == "by" and t.dep == "prep" and t.i > noun.i]
        heads += [o for t in late for o in sentence.children(t, "pobj")]
    heads += [
        o
        for c in sentence.children(noun, "acl")
        for a in sentence.children(c, "agent")
        for p in (a, *sentence.children(a, "conj"))
        for o in sentence.children(p, "pobj")
    ]
    for clause in sentence.children(noun, "relcl"):
        if lexis.is_conduct("conduct", clause) and not sentence.children(clause, "auxpass"):  # "the blockade that X maintains"
            heads += [s for s in sentence.children(clause, "nsubj") if s.tag not in ("WDT", "WP")]
    for clause in sentence.children(noun, "relcl") if not heads and not out else ():  # "the steps by which X revoked it"
        by = [p for p in sentence.children(clause, "prep") if p.lower in ("by", "through", "with") and p.i < clause.i]
        if any(o.tag == "WDT" for p in by for o in sentence.children(p, "pobj")):
            heads += sentence.children(clause, "nsubj")
    if not lexis.is_conduct("harm", noun) and not out and noun.lower not in _GATHERINGS:
        heads += bench.clauses.under(noun, "of")
        heads += [o for o in each_under(bench, noun, "of") if o not in heads]  # "of A and of B"
        members = listed(sentence, noun) if not heads and noun.dep != "conj" else [noun]
        last = members[-1]
        if last is not noun and not sentence.children(last, *_LEFT):  # "the aggression, meddling and interference of X"
            behind = [
                o for m in members for o in (*bench.clauses.under(m, "of"), *bench.clauses.under(m, "by")) if o.i > last.i
            ]
            heads += behind
    for head in heads:
        out += (
            _seated(bench, lexis, head)
            or [r for r in refer_all(bench, head) if is_actor(bench, r)]
            or (owners(bench, lexis, head) if lexis.is_conduct("mark", noun) else [])
            or (owners(bench, lexis, head, before=True) if _is_of_state(bench, lexis, head) else [])
        )
    out = out or _seated(bench, lexis, noun, "rule")
    if not out and noun.dep == "appos" and (ruler := sentence.head(noun)) is not None and noun.i - ruler.i < 8:
        # "The U.S. unjust hostility": parsers set the noun beside the name.
        between = bench.text[ruler.end : noun.start]
        out += [r for r in [refer(bench, ruler)] if r and r.codes and "," not in between]
    return out


def _is_of_state(bench: Workbench, lexis: Lexis, noun: Token) -> bool:
    role = bench.scene.role_at(noun)
    named = noun.tag in ("NNP", "NNPS") and bench.scene.mention_at(noun) is None
    return named or noun.lower in _NATION or lexis.is_conduct("arm", noun) or (role is not None and role.sector in _OF_STATE)
