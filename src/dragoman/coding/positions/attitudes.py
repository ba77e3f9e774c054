"""On whom an evaluation falls: the doer of what is blamed, the partner in what is praised, by the sentence's syntax."""

from __future__ import annotations

from dragoman.coding.positions.backward import doer_before, is_of_before, points_back
from dragoman.coding.positions.evaluation import Lexis, Site
from dragoman.coding.positions.extraposition import extraposed
from dragoman.coding.positions.owning import is_actor, owners, whose
from dragoman.coding.positions.sharing import partners, raised
from dragoman.coding.sentence.phrasing import refer, refer_all, reported_by
from dragoman.coding.sentence.workbench import Workbench
from dragoman.coding.who.reference import Reference
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, REMAIN, SHORT_ARE, SHORT_IS
from dragoman.lexicon.words import word_class

_BE = BE | SHORT_IS | SHORT_ARE | REMAIN | word_class("being-something")
_SERVE = word_class("serving-as")
_SHOWING = word_class("showing-a-quality")
_MEANT = word_class("made-for-something")
# "Expelled them without a word", "occupies it under the pretext of", "tests them in defiance of".
_HOW = frozenset({"without", "under", "in", "on"})
_MUTUAL = word_class("each-other")
_WAYS = frozenset({"way", "manner", "fashion", "how", "ease", "speed"})
_SHOWN = word_class("showing-itself")
_DEEDS = word_class("deeds-set-behind")
_NOT_TOWARDS = word_class("towards-nobody")


def targets(bench: Workbench, lexis: Lexis, site: Site) -> list[Reference]:
    """Whom a descriptive evaluation is about; empty where the syntax ties it to nobody."""
    head = site.head
    if site.pos == "phrase" and site.tokens[-1].tag[0] == "N" and head.tag[0] in "JN":
        head = site.tokens[-1] if site.tokens[-1].dep not in ("pobj",) else head
    if site.pos == "phrase" and head.tag[0] == "N" and site.tokens[0].tag[0] == "V" and head.dep in ("acl", "relcl"):
        return whose(bench, lexis, bench.sentence.tokens[head.head])  # "attempts by X lack legitimacy", parsed as a noun
    if head.tag[0] in ("V", "M") and site.pos in ("verb", "phrase"):
        passive = any(t.dep == "auxpass" for t in site.tokens)  # "X cannot be trusted": nobody does it
        stained = site.pos == "phrase" and bool(bench.sentence.children(head, "auxpass")) and not bench.sentence.agents(head)
        if site.polarity > 0 and (shared := _shared_subjects(bench, lexis, head, site)):
            return shared
        return doers(bench, lexis, head, passive=passive or stained)
    if head.tag == "IN" and site.pos == "phrase" and (copula := bench.sentence.head(head)) is not None and copula.lower in _BE:
        return [r for s in said_of(bench, copula) for r in whose(bench, lexis, s)]  # "the complaint of X is without ground"
    if head.lower in _HOW and site.pos == "phrase" and (did := bench.sentence.head(head)) is not None and did.tag[0] == "V":
        return doers(bench, lexis, did)  # "expelled them without a word of explanation"
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
    return [r for h in heads for d in _in_clause(bench, h) for r in whose(bench, lexis, d)]


def _shared_subjects(bench: Workbench, lexis: Lexis, verb: Token, site: Site) -> list[Reference]:
    """ "Our ties with X leave nothing to be desired": the other side."""
    subjects = bench.sentence.children(verb, "nsubj")
    return [r for s in subjects if lexis.is_conduct("shared", s) for r in _meant(bench, lexis, s, site)]


def said_of(bench: Workbench, copula: Token) -> list[Token]:
    """All subjects of a copula; parsers give a long list of subjects to it one by one."""
    told = bench.sentence.children(copula, "nsubj") or bench.clauses.subjects(copula)
    return [d for t in told for d in _in_clause(bench, t)]


def _in_clause(bench: Workbench, subject: Token) -> list[Token]:
    """ "What X has done", "the way in which X treats others": who does it stands for it."""
    if subject.dep == "csubj" and subject.tag[0] == "V":
        does = bench.sentence.children(subject, "nsubj")
        free = any(c.lower in ("what", "how", "whatever") for c in subject.children)
        return [d for d in does if d.tag != "WP"] if free and does else [subject]
    if subject.lower in _WAYS and (clauses := bench.sentence.children(subject, "relcl")):
        return [d for c in clauses for d in bench.sentence.children(c, "nsubj") if d.tag != "WDT"] or [subject]
    return [subject]


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
    if ruler is not None and (nothing := _short_of(bench, ruler)) is not None:  # "has been nothing short of shameful"
        here, ruler = nothing, sentence.head(nothing)
    if here.dep == "ccomp" and ruler is not None and any(s.lower == "it" for s in sentence.children(here, "nsubj")):
        return [r for d in extraposed(bench, here) for r in whose(bench, lexis, d)]  # "we find it shameful that X did so"
    if here.dep in ("acomp", "oprd", "attr") and ruler is not None:
        subjects = (
            said_of(bench, ruler)
            if ruler.lower in _BE
            else sentence.children(ruler, "dobj", "nsubj")
            if here.dep == "oprd"
            else bench.clauses.subjects(ruler)
        )
        if ruler.lower in _BE and subjects and all(points_back(bench, s, ruler) for s in subjects):
            return doer_before(bench) if site.polarity < 0 else []  # "That was disappointing"
        if subjects and subjects[0].lower == "it":
            return [r for d in extraposed(bench, ruler) for r in whose(bench, lexis, d)]
        if subjects and subjects[0].lower in ("there", "what"):
            return []
        found = [r for s in subjects for r in _meant(bench, lexis, s, site)]
        return found or (doer_before(bench, *subjects) if subjects and all(is_of_before(bench, s) for s in subjects) else [])
    noun = here if here.tag[0] == "N" and here.dep != "amod" else ruler
    if noun is None or noun.tag[0] != "N":
        return []
    return _of_noun(bench, lexis, noun, site)


def _short_of(bench: Workbench, of: Token) -> Token | None:
    """The predicate of "nothing short of", "little short of", above its "of"."""
    short = bench.sentence.head(of) if of.lower == "of" else None
    nothing = bench.sentence.head(short) if short is not None and short.lower in ("short", "less") else None
    return (
        nothing if nothing is not None and nothing.lower in ("nothing", "little") and nothing.dep in ("attr", "acomp") else None
    )


def _of_noun(bench: Workbench, lexis: Lexis, noun: Token, site: Site) -> list[Reference]:
    """Whom an evaluated noun belongs to: its owner, what it is said of, who does it, or the partner in what is shared."""
    sentence = bench.sentence
    positive = site.polarity > 0
    if positive and (risen := raised(bench, lexis, noun)):
        return risen
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
    shown = site.pos == "noun" and noun.dep == "dobj" and head.lower in _SHOWING  # "has shown great restraint"
    found = done(bench, lexis, noun, positive=positive and not shown)
    blamed = not positive and noun.dep in ("nsubj", "nsubjpass") and is_of_before(bench, noun)
    return found or (doer_before(bench, noun) if blamed else [])  # "this reckless behaviour undermines ..."


def _of_what(bench: Workbench, lexis: Lexis, noun: Token) -> Token:
    """ "Is a typical example of hypocrisy", "is a mistake and a disgrace": the noun that it is said by."""
    first = bench.sentence.head(noun)
    if noun.dep == "conj" and first is not None and first.dep == "attr":
        return first
    of = bench.sentence.head(noun)
    mark = bench.sentence.head(of) if of is not None and of.lower == "of" else None
    return mark if mark is not None and lexis.is_conduct("mark", mark) and mark.dep in ("attr", "appos") else noun


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
    if head is not None and (itself := _showing_itself(bench, noun, head)) is not None:
        return [r for s in bench.clauses.subjects(itself) for r in _meant(bench, lexis, s, site)]
    if head is not None and noun.dep == "attr" and head.lower in _BE:
        begun = [o for c in bench.sentence.children(head, "csubj") for o in bench.sentence.children(c, "dobj")]
        if begun and site.polarity > 0:  # "to develop our ties with X is the just way"
            return [r for o in begun if lexis.is_conduct("shared", o) for r in partners(bench, o)]
        told = said_of(bench, head)
        if told and told[0].lower == "it" and (behind := extraposed(bench, head)):
            return [r for d in behind for r in whose(bench, lexis, d)]
        if told and all(points_back(bench, s, head) for s in told):
            return doer_before(bench)
        if _is_together(bench, noun, told):
            return []
        found = [r for s in told for r in _meant(bench, lexis, s, site) or _by_whom(bench, s)]
        return found or (doer_before(bench, *told) if told and all(is_of_before(bench, s) for s in told) else [])
    deed = noun.lower in _DEEDS  # "joined the alliance, a success that ...": what was done
    if (
        head is not None
        and noun.dep == "appos"
        and head.tag[0] == "N"
        and not deed
        and "," in bench.text[head.end : noun.start]
    ):
        return [r for n in (head, *_named_before(bench, noun)) if (r := refer(bench, n)) and is_actor(bench, r)][:1]
    return []


def _named_before(bench: Workbench, aside: Token) -> list[Token]:
    """ "The remarks of X, an enemy of peace, prove it": what the comma parts from an apposition, wherever it was hung."""
    comma = bench.sentence.subtree(aside)[0].i - 1
    return [t for t in bench.sentence.tokens[max(0, comma - 1) : max(0, comma)] if t.tag[0] == "N"]


def _showing_itself(bench: Workbench, noun: Token, head: Token) -> Token | None:
    """The verb of "has shown itself to be a friend", "revealed itself as an enemy", "proved a reliable partner"."""
    above = bench.sentence.head(head)
    verb = above if head.lower in ("as", "be") and above is not None else head
    if verb.lower not in _SHOWN or bench.clauses.negated(verb):
        return None
    if verb is head:
        return verb if noun.dep in ("dobj", "oprd", "attr") and verb.lower.startswith(("prov", "turn")) else None
    itself = any(t.lower in ("itself", "themselves", "himself") for t in bench.sentence.children(verb, "dobj", "nsubj"))
    itself = itself or any(t.lower in ("itself", "themselves") for t in bench.sentence.children(head, "nsubj"))
    return verb if itself or (head.lower == "be" and verb.lower.startswith(("prov", "turn"))) else None


def _is_together(bench: Workbench, noun: Token, told: list[Token]) -> bool:
    """ "We and X were guarantors of the accord": what who speaks is together with another says nothing of the other; that they
    are friends does.
    """
    codes = {c for s in told for r in refer_all(bench, s) for c in r.codes}
    mutual = noun.lower in _MUTUAL or any(c.lower in _MUTUAL for c in bench.sentence.children(noun, "amod", "compound"))
    return len(codes) > 1 and not mutual and not codes.isdisjoint(reported_by(bench, noun)[-1:])


def _by_whom(bench: Workbench, subject: Token) -> list[Reference]:
    """Who does it, where a long subject ends in "by X" ("the acts of ... by the Council are ...")."""
    tokens = bench.sentence.subtree(subject)
    for token in reversed(tokens):
        if token.lower == "by":
            heads = bench.sentence.children(token, "pobj")
            ends = bool(heads) and bench.sentence.subtree(heads[0])[-1].i == tokens[-1].i
            return [r for h in heads for r in refer_all(bench, h) if is_actor(bench, r)] if ends else []
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
    if head.lower == "for" and noun.dep == "pobj":  # "tightens the nexus for aggression"
        ruler = bench.sentence.head(head)
        things = bench.sentence.children(ruler, "dobj") if ruler is not None and ruler.tag[0] == "V" else [ruler]
        meant = next((t for t in things if t is not None and t.lower in _MEANT and t.dep == "dobj"), None)
        return done(bench, lexis, meant) if meant is not None else []
    if head.tag in ("IN", "TO") and noun.dep == "pobj":
        ruler = bench.sentence.head(head)
        if ruler is None or ruler.tag[0] != "V" or head.lower not in ("to", "in", "on", "with", "out", "into"):
            return []
        return doers(bench, lexis, ruler) if lexis.is_conduct("conduct", ruler) and not bench.clauses.is_passive(ruler) else []
    if head.tag[0] == "V" and noun.dep == "dobj" and lexis.is_conduct("conduct", head):
        return doers(bench, lexis, head) or _doing_so(bench, head)
    return []


def _doing_so(bench: Workbench, gerund: Token) -> list[Reference]:
    """ "The acts of imposing an unjust blockade by X": who is named behind all that is done."""
    of = bench.sentence.head(gerund)
    acts = bench.sentence.head(of) if of is not None and of.lower == "of" and gerund.dep == "pcomp" else None
    return _by_whom(bench, acts) if acts is not None else []
