"""On whom an evaluation falls: the doer of what is blamed, the partner in what is praised, by the sentence's syntax."""

from __future__ import annotations

import re

from dragoman.coding.backward import doer_before, is_of_before, points_back
from dragoman.coding.bonds import bonds_of
from dragoman.coding.evaluation import Lexis, Site
from dragoman.coding.partners import bound, left, owner_of
from dragoman.coding.phrasing import codes_of, each_under, is_official, listed, refer, refer_all
from dragoman.coding.reference import Reference
from dragoman.coding.workbench import Workbench
from dragoman.language.parse import Token

_BE = frozenset(
    "is are was were be been being 's ’s 're ’re remains remain remained becomes became become constitutes constitute "
    "represents proves looks seems".split()
)
_ANTI = re.compile(r"\b(?:anti|non|pro|counter)-$", re.IGNORECASE)
_LED = re.compile(r"-(?:based|born|speaking|bound|made|occupied|held)\b", re.IGNORECASE)
_LEAGUES = frozenset(
    {"alliance", "alliances", "bloc", "axis", "triangle", "nexus", "pact", "coalition", "cooperation", "entente", "trio"}
)
# Parties and armed groups are not the state that they belong to.
NOT_STATE = frozenset({"PTY", "REB", "OPP", "BUS"})
# What is held by nobody whom "of" names: "the result of the meeting of heads of state in X".
_GATHERINGS = frozenset("meeting meetings summit summits conference conferences session sessions".split())
_SERVE = frozenset("serve serves served act acts acted function functions functioned serving".split())
_NATION = frozenset({"people", "peoples", "nation", "state", "government"})
# Named bodies and forces of a state do its deeds: "the conduct of the Alphaland Coast Guard".
_OF_STATE = frozenset({"GOV", "MIL", "COP", "PRM", "SPY", "JUD", "LEG"})
_LEFT = ("amod", "compound", "nmod", "poss")
# What has no doer, however it is called.
_NOT_TOWARDS = frozenset(
    "situation weather world time times year years day days incident accident disaster peninsula region area matter issue "
    "question problem tension tensions environment disease flood earthquake chapter period stage era".split()
)


def targets(bench: Workbench, lexis: Lexis, site: Site) -> list[Reference]:
    """Whom a descriptive evaluation is about; empty where the syntax ties it to nobody."""
    head = site.head
    if site.pos == "phrase" and site.tokens[-1].tag[0] == "N" and head.tag[0] in "JN":
        head = site.tokens[-1] if site.tokens[-1].dep not in ("pobj",) else head
    if site.pos == "phrase" and head.tag[0] == "N" and site.tokens[0].tag[0] == "V" and head.dep in ("acl", "relcl"):
        return whose(bench, lexis, bench.sentence.tokens[head.head])  # "attempts by X lack legitimacy", parsed as a noun
    if head.tag[0] in ("V", "M") and site.pos in ("verb", "phrase"):
        passive = any(t.dep == "auxpass" for t in site.tokens)  # "X cannot be trusted": nobody does it
        return doers(bench, lexis, head, passive=passive)
    if head.tag == "IN" and site.pos == "phrase" and (copula := bench.sentence.head(head)) is not None and copula.lower in _BE:
        return [r for s in said_of(bench, copula) for r in whose(bench, lexis, s)]  # "the complaint of X is without ground"
    if head.tag[0] == "R":
        verb = bench.sentence.head(head)
        return doers(bench, lexis, verb) if verb is not None and verb.tag[0] == "V" and site.polarity < 0 else []
    if site.pos == "noun" or (site.pos == "phrase" and head.tag[0] == "N"):
        above = bench.sentence.head(head)
        compound = head.dep == "compound" and above is not None and above.tag[0] == "N"  # "a circus show"
        return _of_noun(bench, lexis, above if compound and above is not None else head, site)
    return _of_adjective(bench, lexis, head, site)


def doers(bench: Workbench, lexis: Lexis, verb: Token, *, passive: bool = False) -> list[Reference]:
    """Who does what a verb says: its subjects, or whose they are ("the attempts by Western nations lack ..."); `passive`: to
    whom it is done.
    """
    if not passive and not bench.sentence.children(verb, "auxpass"):  # "has stood by us", where "by us" is no agent
        heads = bench.sentence.children(verb, "nsubj") or bench.clauses.subjects(verb)
    else:
        heads = bench.sentence.children(verb, "nsubjpass") if passive else bench.clauses.subjects(verb)
    return [r for h in heads for r in whose(bench, lexis, h)]


def whose(bench: Workbench, lexis: Lexis, noun: Token) -> list[Reference]:
    """The actors that a phrase names itself, with their conjuncts; else those whose conduct it names."""
    if noun.tag in ("WDT", "WP") or (noun.lower == "that" and noun.tag != "DT"):
        for above in bench.sentence.ancestors(noun):
            if above.dep in ("relcl", "acl"):
                return whose(bench, lexis, bench.sentence.tokens[above.head])
    seated = _seated(bench, lexis, noun)
    if seated:
        return seated
    if bench.scene.mention_at(noun) is None and noun.lower in _LEAGUES:
        codes = left(bench, noun)
        if len(codes) > 1:
            return [Reference((c,), None, noun.text, bench.sentence.span([noun]), noun.i) for c in codes]
    named = [*_beside(bench, noun), *(r for r in refer_all(bench, noun) if _is_actor(bench, r))]
    if named and any(c.lower in _LEAGUES for c in bench.sentence.children(noun, "conj")):
        named += [r for c in bench.sentence.children(noun, "conj") if c.lower in _LEAGUES for r in whose(bench, lexis, c)]
    own = bench.scene.mention_at(noun)
    if own is not None and own.kind == "collective":  # "the U.S. imperialists" are of the state before them too
        named += [r for r in owners(bench, lexis, noun, before=True) if r.codes[:1] != (own.code,)]
    members = [noun, *bench.sentence.children(noun, "conj")]
    return named or [r for m in members if m.tag[0] == "N" for r in owners(bench, lexis, m)]


def _seated(bench: Workbench, lexis: Lexis, noun: Token, form: str = "companion") -> list[Reference]:
    """The states of those who are named by where they are: "our friends in Paris", "the regime in Minsk"."""
    if not lexis.is_conduct(form, noun):
        return []
    places = [o for p in ("in", "from", "at") for o in bench.clauses.under(noun, p)]
    of = [o for o in bench.clauses.under(noun, "of") if (m := bench.scene.mention_at(o)) is not None and m.kind == "capital"]
    heads = [o for o in (*places, *of) if (m := bench.scene.mention_at(o)) is not None and m.code]
    span = bench.sentence.span([noun])
    members = [(o, m) for h in heads for o in listed(bench.sentence, h) if (m := bench.scene.mention_at(o)) is not None]
    return [Reference((m.code,), None, m.text, span, noun.i) for _, m in members if m.code]


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


def said_of(bench: Workbench, copula: Token) -> list[Token]:
    """All subjects of a copula; parsers give a long list of subjects to it one by one."""
    return bench.sentence.children(copula, "nsubj") or bench.clauses.subjects(copula)


def _is_actor(bench: Workbench, reference: Reference) -> bool:
    """Whether the phrase is a party by its own head: a name, an office, a government, a pronoun."""
    force = bool(reference.codes) and reference.sector in ("COP", "PRM")  # what the police of a state does, it does
    if not (is_official(reference) or force) or reference.sector == "PTY":
        return False
    token = bench.sentence.tokens[reference.head]
    mention = bench.scene.mention_at(token)
    if mention is not None:
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
        last = listed(sentence, noun)[-1] if not heads and noun.dep != "conj" else noun
        if last is not noun and not sentence.children(last, *_LEFT):  # "the aggression and interference of X"
            heads += bench.clauses.under(last, "of") or bench.clauses.under(last, "by")
    for head in heads:
        out += (
            _seated(bench, lexis, head)
            or [r for r in refer_all(bench, head) if _is_actor(bench, r)]
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


def _of_adjective(bench: Workbench, lexis: Lexis, adjective: Token, site: Site) -> list[Reference]:
    sentence = bench.sentence
    here = adjective
    while (
        here.dep in ("conj", "npadvmod", "advmod", "compound", "dep")
        and (head := sentence.head(here)) is not None
        and head.tag[0] in "JHNV"
        and head.i - here.i < 6
    ):
        if head.tag[0] in "NV" and here.dep != "conj":
            break
        here = head
    ruler = sentence.head(here)
    if here.dep in ("acomp", "oprd", "attr") and ruler is not None:
        subjects = (
            said_of(bench, ruler)
            if ruler.lower in _BE
            else sentence.children(ruler, "dobj", "nsubj")
            if here.dep == "oprd"
            else bench.clauses.subjects(ruler)
        )
        if subjects and subjects[0].lower in ("it", "there", "what"):
            return []
        found = [r for s in subjects for r in _meant(bench, lexis, s, site)]
        return found or (doer_before(bench) if subjects and all(is_of_before(bench, s) for s in subjects) else [])
    noun = here if here.tag[0] == "N" else ruler
    if noun is None or noun.tag[0] != "N":
        return []
    return _of_noun(bench, lexis, noun, site)


def _of_noun(bench: Workbench, lexis: Lexis, noun: Token, site: Site) -> list[Reference]:
    """Whom an evaluated noun belongs to: its owner, what it is said of, who does it, or the partner in what is shared."""
    sentence = bench.sentence
    positive = site.polarity > 0
    if positive and (raised := _raised(bench, lexis, noun)):
        return raised
    if noun.lower in _NOT_TOWARDS or _is_self_claim(bench, noun):
        return []
    if positive and lexis.is_conduct("shared", noun):
        return partners(bench, noun)
    head = sentence.head(noun)
    itself = bench.scene.mention_at(noun)
    if itself is not None and itself.code and itself.kind not in ("place", "demonym", "adjective"):
        return [r for r in [refer(bench, noun)] if r and r.codes] if site.pos == "adjective" else []
    told = _told_of(bench, lexis, _of_what(bench, lexis, noun), site)
    found = told or (owners(bench, lexis, noun) if not positive or lexis.is_conduct("deed", noun) else [])
    if found or head is None:
        return found
    if noun.dep == "conj" and head.tag[0] == "N" and head.i < noun.i:
        return (
            _of_noun(bench, lexis, head, site)
            if lexis.is_conduct("conduct", head) or head.dep in ("dobj", "attr", "pobj")
            else []
        )
    found = done(bench, lexis, noun, positive=positive)
    blamed = not positive and noun.dep in ("nsubj", "nsubjpass") and is_of_before(bench, noun)
    return found or (doer_before(bench) if blamed else [])  # "this reckless behaviour undermines ..."


def _of_what(bench: Workbench, lexis: Lexis, noun: Token) -> Token:
    """ "Is a typical example of hypocrisy", "is a mistake and a disgrace": the noun that it is said by."""
    first = bench.sentence.head(noun)
    if noun.dep == "conj" and first is not None and first.dep == "attr":
        return first
    of = bench.sentence.head(noun)
    mark = bench.sentence.head(of) if of is not None and of.lower == "of" else None
    return mark if mark is not None and lexis.is_conduct("mark", mark) and mark.dep in ("attr", "appos") else noun


def _raised(bench: Workbench, lexis: Lexis, noun: Token) -> list[Reference]:
    """The other side of what is raised to a height or has reached it: "our ties with X have reached a new level"."""
    ruler = bench.sentence.head(noun)
    if ruler is not None and ruler.tag in ("IN", "TO"):
        ruler = bench.sentence.head(ruler)
    if ruler is None or ruler.tag[0] != "V":
        return []
    near = bench.sentence.children(ruler, "nsubj", "nsubjpass", "dobj")
    return [r for n in near if lexis.is_conduct("shared", n) for r in partners(bench, n)]


def _meant(bench: Workbench, lexis: Lexis, subject: Token, site: Site) -> list[Reference]:
    """Whom praise or blame of a subject means: the other side of what is shared ("our alliance with X is a pillar of peace")."""
    shared = partners(bench, subject) if site.polarity > 0 and lexis.is_conduct("shared", subject) else []
    found = shared or whose(bench, lexis, subject)
    clause = bench.sentence.head(subject)
    if not found and subject.tag == "WDT" and clause is not None and clause.dep == "relcl":
        return done(bench, lexis, bench.sentence.tokens[clause.head])  # "submitted a draft, which is a sham"
    return found


def _told_of(bench: Workbench, lexis: Lexis, noun: Token, site: Site) -> list[Reference]:
    """Of whom a noun is said, as a predicate or an apposition: "X is the culprit", "X, the sworn enemy of our people"."""
    head = bench.sentence.head(noun)
    if (
        head is not None
        and head.lower == "but"
        and (nothing := bench.sentence.head(head)) is not None
        and nothing.dep == "attr"
    ):
        noun, head = nothing, bench.sentence.head(nothing)  # "is nothing but a sham"
    if head is not None and head.lower == "as" and (verb := bench.sentence.head(head)) is not None and verb.lower in _SERVE:
        return [r for s in bench.sentence.children(verb, "nsubj") for r in _meant(bench, lexis, s, site)]
    if head is not None and noun.dep == "attr" and head.lower in _BE:
        begun = [o for c in bench.sentence.children(head, "csubj") for o in bench.sentence.children(c, "dobj")]
        if begun and site.polarity > 0:  # "to develop our ties with X is the just way"
            return [r for o in begun if lexis.is_conduct("shared", o) for r in partners(bench, o)]
        told = said_of(bench, head)
        if told and all(points_back(bench, s, head) for s in told):
            return doer_before(bench)
        found = [r for s in told for r in _meant(bench, lexis, s, site) or _by_whom(bench, s)]
        return found or (doer_before(bench) if told and all(is_of_before(bench, s) for s in told) else [])
    if head is not None and noun.dep == "appos" and head.tag[0] == "N" and "," in bench.text[head.end : noun.start]:
        return [r for r in [refer(bench, head)] if r and _is_actor(bench, r)]
    return []


def _by_whom(bench: Workbench, subject: Token) -> list[Reference]:
    """Who does it, where a long subject ends in "by X" ("the acts of ... by the Council are ...")."""
    tokens = bench.sentence.subtree(subject)
    for token in reversed(tokens):
        if token.lower == "by":
            heads = bench.sentence.children(token, "pobj")
            ends = bool(heads) and bench.sentence.subtree(heads[0])[-1].i == tokens[-1].i
            return [r for h in heads for r in refer_all(bench, h) if _is_actor(bench, r)] if ends else []
    return []


def _is_self_claim(bench: Workbench, noun: Token) -> bool:
    """ "Claims to be the legitimate government": what somebody says of itself."""
    for above in bench.sentence.ancestors(noun):
        if above.tag[0] == "V":
            head = bench.sentence.head(above)
            return (
                above.dep == "xcomp" and head is not None and head.lower.startswith(("claim", "profess", "pretend", "purport"))
            )
    return False


def done(bench: Workbench, lexis: Lexis, noun: Token, *, positive: bool = False) -> list[Reference]:
    """Who does it, where the noun is what a verb of conduct governs: "pursues a hostile policy", "resorted to blackmail"."""
    head = bench.sentence.head(noun)
    if head is None or (positive and not lexis.is_conduct("deed", noun)):
        return []
    if head.tag[0] == "V" and bench.clauses.negated(head):
        return []  # "agreed not to undertake provocations"
    if (
        head.lower == "of"
        and (count := bench.sentence.head(head)) is not None
        and (lexis.is_conduct("mark", count) or count.lower in ("number", "series"))
    ):
        return done(bench, lexis, count, positive=positive) if count.i != noun.i else []
    if head.tag in ("IN", "TO") and noun.dep == "pobj":
        ruler = bench.sentence.head(head)
        if ruler is None or ruler.tag[0] != "V" or head.lower not in ("to", "in", "on", "with", "out", "into"):
            return []
        return doers(bench, lexis, ruler) if lexis.is_conduct("conduct", ruler) and not bench.clauses.is_passive(ruler) else []
    if head.tag[0] == "V" and noun.dep == "dobj" and lexis.is_conduct("conduct", head):
        return doers(bench, lexis, head)
    return []


def partners(bench: Workbench, noun: Token) -> list[Reference]:
    """Both parties to what is shared: "the friendly relations between the two countries", "our friendship with Laos"."""
    subjects: list[Token] = []
    nouns = bonds_of(bench.scene.knowledge.lexicon).nouns
    for above in bench.sentence.ancestors(noun):
        if any(b.kind == "agreement" for b in nouns.get(above.lower, ())):
            return []  # "the treaty of friendship" is a title
        if above.tag[0] == "V":
            subjects = [*bench.clauses.subjects(above), *bench.sentence.children(above, "nsubjpass")]  # "are bound by ties"
            break
    found = bound(bench, noun, [s for s in subjects if s.i != noun.i])
    codes = dict.fromkeys(c for p in found for c in (p.a, p.b))
    if not codes:  # "between the peoples of A and B"
        named = codes_of(r for o in bench.clauses.under(noun, "between") for r in refer_all(bench, o))
        codes = dict.fromkeys(c for c in named if not c.startswith("X-"))
    if not codes and (speaker := bench.speaker()) is not None:  # "the Russian friendship", by whoever enjoys it
        one = left(bench, noun)
        codes = dict.fromkeys(one if len(one) == 1 and one[0] != speaker else ())
    span = bench.sentence.span([noun])
    return [Reference((c,), None, noun.text, span, noun.i) for c in codes]
