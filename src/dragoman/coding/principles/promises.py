"""What "will", "shall" and "must" declare: commitments, aims laid down by law, red lines."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.principles.cautions import is_lapse
from dragoman.coding.principles.conditions import condition_of, conditions
from dragoman.coding.principles.declarations import UNNAMED, Declared, Wording, predicates, statement, wording_of
from dragoman.coding.principles.of_law import is_office_of
from dragoman.coding.principles.pledges import NEVER, is_thing, pledged
from dragoman.coding.principles.readiness import ready
from dragoman.coding.sentence.law import law_voice
from dragoman.coding.sentence.phrasing import pair_at, refer, refer_all, reported_by, trimmed
from dragoman.coding.sentence.voices import INSTITUTIONS, at_home, declarers, speaking, voice
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.closed import WILL
from dragoman.lexicon.words import word_class
from dragoman.text import Span

_NOW = frozenset({"will", "shall", "wo"})
_CAN = frozenset({"can", "could", "ca", "must", "should"})
_DONE_WITH = {"take": word_class("steps-and-measures")}
_NOT_DONE = word_class("taken-without-a-deed")
_INTENT = frozenset({"intent", "intention", "intentions"})
_EXITS = word_class("exits")
_LEFT = word_class("left")
_RETURNS = frozenset({"return", "go", "come"})
_RETURNED = word_class("returned-to")
_PROVIDES = word_class("providing-that")
_FIRED = frozenset({"launch", "fire", "test", "test-fire"})
_FIRED_OFF = word_class("fired-off")
_BEING = frozenset({"be", "become"})
# One of these stands in every term on which something will not be done.
_TERMED = frozenset({"long", "unless", "until", "absence", "without", "before", "failing"})
# What a state lays down and its forces carry out.
_ARMS = word_class("armed-services")
_LINES = word_class("lines-of-policy")
_STAYS = frozenset({"remain", "stay"})
_UNMET = frozenset({"were", "had", "was"})
# Forecast by themselves, promised where they hang on a term: "will open its books once A is lifted".
_ON_TERMS = word_class("done-on-terms")
# Verbs that tell what is borne with one of these words behind them.
_PARTICLES = {
    "live": {"with"}, "put": {"up"}, "part": {"with"}, "stand": {"for"}, "back": {"down", "off"}, "resign": {"to", "itself"},
    "reconcile": {"to", "with", "itself"},
}  # fmt: skip
_TREATY_PARTIES = frozenset({"party", "parties", "signatory", "signatories"})
_OF_TREATIES = frozenset({"each", "neither", "both", "contracting", "signatory", "either", "all"})
_MARKS = frozenset(
    {"that", "which", "who", "if", "when", "because", "since", "although", "though", "as", "whether", "unless", "until"}
)
_FULFILLED = word_class("fulfilled")
_SPARED = word_class("spared-from")
_FIRST = frozenset({"first", "last", "party", "bystander"})
_NOBODY = frozenset({"nobody", "none", "nothing", "one"})


def find(bench: Workbench, taken: set[int]) -> Iterator[Declared]:
    """Aims, commitments and red lines of one sentence; the predicates told are added to `taken`."""
    wording = wording_of(bench.scene.knowledge.lexicon)
    yield from pledged(bench, wording, taken)
    for token in bench.sentence:
        if token.tag == "MD" and token.lower in WILL | _CAN and token.dep == "aux":
            verb = bench.sentence.tokens[token.head]
            if verb.i not in taken:
                yield from _modal(bench, wording, token, verb, taken)
        elif (
            token.lower == "going"
            and not bench.dates
            and any(c.lower in ("is", "are", "'re", "’re", "'s") for c in token.children)
        ):
            for verb in bench.sentence.children(token, "xcomp"):  # "is not going to abandon them"
                yield from _modal(bench, wording, token, verb, taken)


def _modal(bench: Workbench, wording: Wording, modal: Token, verb: Token, taken: set[int]) -> Iterator[Declared]:
    if verb.tag[0] != "V" or bench.clauses.is_condition(verb):
        return
    if verb.dep == "ccomp" and wording.of("forecast", bench.sentence.tokens[verb.head]):
        return
    if modal.lower == "would" and (bench.clauses.marks(verb)[:1] == ["if"] or _unreal(bench, verb)):
        return
    if verb.dep in ("relcl", "advcl") and not _is_main(bench, verb) and not _is_made_plain(bench, verb):
        return
    said = voice(bench, verb)
    negated = _is_negated(bench, modal, verb)
    if modal.lower in _CAN:
        if negated and (wording.of("forbid", verb) or is_not_borne(verb)):
            yield from _red_line(bench, verb, said, modal)
        elif negated or _is_nobodys(bench, verb):
            yield from _on_terms(bench, verb, said, modal)
        return
    law = law_voice(bench, verb)
    done = predicates(bench, verb)
    if any(c.lower == "neither" for s in bench.sentence.children(verb, "nsubj") for c in s.children):
        done = [(done[0][0], done[-1][1])]  # "neither party shall conclude A or join B": not one of them
    for first, last in done:
        taken.update(t.i for t in bench.sentence.tokens[first.i : last.i + 1])
        declared = _willed(
            bench, wording, verb, first, last, said, modal, negated=negated and first is verb, law=law is not None
        )
        if declared is not None:
            beside = {
                t.i for c in bench.sentence.children(last, "advcl") if _is_beside(bench, c) for t in bench.sentence.subtree(c)
            }
            taken.update(t.i for t in bench.sentence.subtree(last, without=frozenset({"conj"})) if t.i not in beside)
            yield declared
        elif (negated or _is_nobodys(bench, verb) or verb.lower in _STAYS) and first is verb and law is None:
            yield from _on_terms(bench, verb, said, modal)


def _willed(
    bench: Workbench, wording: Wording, verb: Token, first: Token, last: Token, said: list[str], modal: Token,
    *, negated: bool, law: bool,
) -> Declared | None:  # fmt: skip
    """What "will" declares of one predicate: a promise, an aim laid down by law, a red line, or nothing."""
    passive = bench.clauses.is_passive(verb)
    subjects = bench.sentence.children(verb, "nsubj", "nsubjpass") or _before(bench, modal) or _subjects(bench, verb)
    if modal.lower == "shall" and subjects and is_office_of(bench, subjects[0]):
        return None
    if negated and (wording.of("forbid", verb) or is_not_borne(verb)) and not law:
        return next(_red_line(bench, verb, said, modal), None)
    if passive:
        subjects = [s for s in subjects if is_thing(bench, s)]
    holders = declarers(bench, subjects, said, own=modal.lower != "shall" and not _is_provided(bench, verb))
    if not holders and [s.lower for s in subjects] == ["other"]:
        holders = tuple(pair_at(bench, verb.start)) if modal.lower == "shall" else ()  # "if one is attacked, the other shall"
    if not holders and passive and subjects and not negated and not bench.clauses.under(verb, "by") and _has_term(bench, verb):
        holders = tuple(said[-1].split("+")) if said else ()  # "elections will be held as soon as A"
    if not holders and passive and subjects and modal.lower in _NOW and verb.lower in _FULFILLED:
        holders = _own_deed(bench, verb, subjects, said)
    if not holders and law and _carries_line(bench, subjects, last):
        holders = tuple(said[-1:])
    if not holders and negated and modal.lower in _NOW:
        holders = at_home(bench, subjects, said)
    spared = passive and modal.lower in _NOW and verb.lower in _SPARED and (negated or _is_nobodys(bench, verb))
    if not holders and spared:
        holders = _own_deed(bench, verb, bench.sentence.children(verb, "nsubjpass"), said)  # "no refugee will be sent back"
    if not holders and modal.lower == "shall" and not said and all(_is_nameless_party(bench, s) for s in subjects):
        holders = (UNNAMED,) if subjects else ()  # "each Party shall refrain from A"
    if not holders:
        return None
    for adjective in bench.sentence.children(last, "acomp", "oprd", "attr"):
        if wording.of("ready", adjective):
            return next(ready(bench, adjective, holders), None) if not negated else None
    if negated and is_lapse(bench, wording, last):
        return None
    neither = any(c.lower == "neither" for x in subjects for c in x.children)
    on_terms = (
        last.lower in _ON_TERMS and not (passive or negated or neither or _is_nobodys(bench, verb)) and _has_term(bench, verb)
    )
    if not on_terms and not spared and _is_passing(bench, wording, last, passive=passive, negated=negated or neither):
        return None
    thing = bool(subjects) and all(s.tag[0] == "N" and is_thing(bench, s) and not refer(bench, s) for s in subjects)
    thing = thing or (bool(subjects) and all(_is_stand(wording, s) for s in subjects))
    of_things = bool(subjects) and first is last and len(first.children) < 3 and all(is_thing(bench, s) for s in subjects)
    span = statement(bench, first, last, whole=passive or neither or thing)
    if of_things and span.of(bench.text) == first.text:  # "the support of Chad will continue"
        span = trimmed(bench.text, Span(bench.sentence.subtree(subjects[0])[0].start, span.end))
    if negated and not neither and not thing:
        span = Span(_negator(bench, modal, verb).start, span.end)
    strives = law and (wording.of("strive", verb) or wording.of("strive", first)) and not negated
    return Declared("aim" if strives else "commitment", holders, span, verb, tuple(said))


def _own_deed(bench: Workbench, verb: Token, subjects: list[Token], said: list[str]) -> tuple[str, ...]:
    """ "Cooperation in justice will be stepped up": of no one's but the speaker's, with nobody named who does it."""
    codes = {c for s in subjects for t in bench.sentence.subtree(s) for r in refer_all(bench, t) for c in r.codes}
    by = bench.clauses.under(verb, "by")
    return speaking(bench, said) if codes <= set(said[-1:]) and not by and verb.dep in ("ROOT", "conj", "ccomp") else ()


def _is_nameless_party(bench: Workbench, subject: Token) -> bool:
    """ "Each Party", "the Contracting Parties", "neither signatory": of a treaty, where nobody names them."""
    told = {c.lower for c in subject.children}
    formal = subject.text[:1].isupper() or not told.isdisjoint(_OF_TREATIES)
    return subject.lower in _TREATY_PARTIES and formal and not bench.clauses.under(subject, "of")


def _is_beside(bench: Workbench, clause: Token) -> bool:
    """ "..., while Article 5 says that the army will ...": a clause that tells something of its own."""
    return bench.clauses.marks(clause)[:1] in (["while"], ["whereas"]) and bool(bench.sentence.children(clause, "nsubj"))


def _carries_line(bench: Workbench, subjects: list[Token], verb: Token) -> bool:
    """ "The law says that the armed forces shall carry out a line of defence": the line is the state's."""
    arms = any(s.lower in _ARMS for s in subjects)
    return arms and any(o.lower in _LINES for o in bench.clauses.objects(verb))


def _has_term(bench: Workbench, verb: Token) -> bool:
    return condition_of(bench, verb, conditions(bench)) is not None


def _on_terms(bench: Workbench, verb: Token, said: list[str], modal: Token) -> Iterator[Declared]:
    """ "As long as A lasts, relations cannot be normal", "X will not return until B", "X will never be a colony": a line."""
    words = bench.sentence.said
    never = verb.lower in _BEING and "never" in words and modal.lower in WILL and bool(bench.sentence.children(verb, "attr"))
    if not never and (words.isdisjoint(_TERMED) or condition_of(bench, verb, conditions(bench)) is None):
        return
    subjects = bench.sentence.children(verb, "nsubj", "nsubjpass")
    thing = bool(subjects) and all(s.tag[0] == "N" and is_thing(bench, s) and s.lower not in INSTITUTIONS for s in subjects)
    thing = thing or _is_nobodys(bench, verb)
    holders = declarers(bench, subjects, said, own=True)
    if thing and not never:
        holders = tuple(said[-1].split("+")) if said else ()
    span = statement(bench, verb, predicates(bench, verb)[0][1], whole=thing)
    there = min((c.start for c in bench.sentence.children(verb, "expl")), default=span.start)
    start = min(span.start, there) if thing else _negator(bench, modal, verb).start
    yield Declared("red-line", holders, Span(start, span.end), verb, tuple(said))


def _is_nobodys(bench: Workbench, verb: Token) -> bool:
    """ "Nobody will bring back A", "there will be no talks with B", "will take part in no talks": denied by subject or object."""
    subjects = [*bench.sentence.children(verb, "nsubj", "nsubjpass", "attr"), *bench.clauses.under(verb, "in")]
    return any(
        s.lower in _NOBODY or any(c.lower in ("no", "not") for c in bench.sentence.children(s, "det", "neg")) for s in subjects
    )


def _is_stand(wording: Wording, subject: Token) -> bool:
    """ "The position of our side would not change": what is said of it, not of the side."""
    return subject.tag[0] == "N" and bool(wording.of("stand", subject))


def _is_provided(bench: Workbench, verb: Token) -> bool:
    """ "The treaty provides that each side will give ...": laid down by what both signed."""
    head = bench.sentence.head(verb)
    return verb.dep == "ccomp" and head is not None and head.lower in _PROVIDES


def _subjects(bench: Workbench, verb: Token) -> list[Token]:
    """Who will do it; beside a passive, of whom this is told ("is committed to A and will not allow B")."""
    head = bench.sentence.head(verb)
    if verb.dep == "conj" and head is not None and not bench.clauses.is_passive(verb) and bench.clauses.is_passive(head):
        return bench.sentence.children(head, "nsubjpass")
    return bench.clauses.subjects(verb)


def _before(bench: Workbench, modal: Token) -> list[Token]:
    """The name right before a modal, where the parser hung it on what stands before."""
    token = bench.sentence.tokens[modal.i - 1] if modal.i else None
    lost = (
        token is not None
        and token.tag[0] == "N"
        and token.dep in ("pobj", "appos")
        and bench.scene.mention_at(token) is not None
    )
    return [token] if token is not None and lost else []


def _unreal(bench: Workbench, verb: Token) -> bool:
    """ "Would have", or "would" in no reported clause."""
    here = verb
    while here.dep == "conj" and (head := bench.sentence.head(here)) is not None:
        here = head
    if "have" not in bench.clauses.auxiliaries(verb) and _is_live(bench, verb):
        return False  # "we would return to A once B has been lifted"
    if any(t.lower == "were" and bench.clauses.is_condition(t) for t in bench.sentence):
        return True  # "if there were such a thing, it would ...", "were it to recognise B, it would ..."
    reported = here.dep == "ccomp" or len(reported_by(bench, verb)) > len(bench.scene.base(verb.start))
    return "have" in bench.clauses.auxiliaries(verb) or not reported


def _is_live(bench: Workbench, verb: Token) -> bool:
    """Whether what would be done hangs on a term that may yet be met: "once A is lifted", "were X to attack"."""
    term = condition_of(bench, verb, conditions(bench)) if bench.speaker() is not None else None
    words = term.of(bench.text).lower().split() if term is not None else []
    return bool(words) and (_UNMET.isdisjoint(words) or words[0] in ("were", "should")) and not bench.dates


def _is_main(bench: Workbench, verb: Token) -> bool:
    """Whether a clause that was parsed as a dependent one stands for itself: the parser hung the condition above it."""
    marked = [c for c in bench.sentence.children(verb, "mark", "advmod") if c.i < verb.i and c.lower in _MARKS]
    relative = [
        c for c in bench.sentence.children(verb, "nsubj", "dobj", "nsubjpass") if c.tag in ("WDT", "WP") or c.lower == "that"
    ]
    return not marked and not relative


def _is_made_plain(bench: Workbench, verb: Token) -> bool:
    """ "Made it plain that it will never accept A", whose clause hangs on the adjective."""
    head = bench.sentence.head(verb)
    said = head is not None and head.tag[0] == "J" and not any(c.lower in ("so", "too") for c in head.children)
    return said and "that" in bench.clauses.marks(verb)[:1]


_TAKEN_OR_NOT = frozenset({"part", "side", "sides"})


def _is_passing(bench: Workbench, wording: Wording, verb: Token, *, passive: bool, negated: bool) -> bool:
    """Whether what somebody will do is a forecast, a date or an act announced, and binds nobody."""
    if verb.lower in _RETURNS and any(o.lower in _RETURNED for o in bench.clauses.under(verb, "to")):
        return False  # "will return to its commitments"
    if _is_loyal(bench, verb):
        return False
    lemmas = wording.of("passing", verb)
    objects = {o.lower for o in bench.sentence.children(verb, "dobj")}
    if not negated and (_leaves(bench, verb) or (verb.lower in _FIRED and objects & _FIRED_OFF)):
        return True  # an exit or a launch announced is an act, not a promise to anybody
    if negated and not objects.isdisjoint(_TAKEN_OR_NOT):
        return False  # "will never again take part in the talks", "will not take sides"
    if negated and any(a.lower in _FIRST for a in bench.sentence.children(verb, "attr", "acomp")):
        return False  # "will not be the first to use them"
    if any(c.tag == "VB" for a in verb.children if a.lower == "first" for c in a.children):
        return False  # "will be the first to vote for their end"
    if objects & _INTENT:
        return False  # "neither will have hostile intent towards the other"
    if objects & _NOT_DONE:
        return True
    if passive or ("go" in lemmas and any(c.lower == "on" for c in bench.sentence.children(verb, "prt", "prep", "advmod"))):
        return bool(lemmas) and passive
    return bool(lemmas) and not any(objects & _DONE_WITH.get(lemma, frozenset()) for lemma in lemmas)


def _is_loyal(bench: Workbench, verb: Token) -> bool:
    """ "Will be at the side of A", "will stand behind B", "will see to it that C"."""
    for preposition in bench.sentence.children(verb, "prep", "advmod"):
        below = bench.sentence.children(preposition, "pobj")
        if verb.lower in ("be", "stay", "remain", "stand") and preposition.lower in ("at", "by", "on"):
            if any(o.lower == "side" for o in below):
                return True
        if verb.lower == "see" and preposition.lower == "to" and any(o.lower == "it" for o in below):
            return True
    return False


def _leaves(bench: Workbench, verb: Token) -> bool:
    """ "Withdraw from the treaty", "pull out of the organisation"; withdrawing troops is a promise."""
    if verb.lower not in _EXITS or bench.sentence.children(verb, "dobj"):
        return False
    below = [t for p in bench.sentence.children(verb, "prep") for t in bench.sentence.subtree(p)]
    return any(t.lower in _LEFT for t in below) or any(
        r.start <= t.start < r.end for t in below for r in bench.scene.register.within(bench.sentence.start, bench.sentence.end)
    )


def _is_negated(bench: Workbench, modal: Token, verb: Token) -> bool:
    return _negator(bench, modal, verb) is not modal


def _negator(bench: Workbench, modal: Token, verb: Token) -> Token:
    """The word that a negated predicate's statement begins with; the modal itself where nothing negates it."""
    window = bench.sentence.tokens[max(0, modal.i - 5) : verb.i]
    for token in window:
        if token.lower == "under" and bench.text[token.start :].lower().startswith("under no circumstance"):
            return token
    for token in (*bench.sentence.tokens[modal.i + 1 : verb.i], *bench.sentence.tokens[max(0, modal.i - 1) : modal.i]):
        if NEVER.fullmatch(token.lower) or token.lower in ("n't", "n’t"):
            return token
    return modal


def _whose_position(bench: Workbench, verb: Token) -> tuple[str, ...]:
    """ "Jakarta's limit is clear: A will not be tolerated": whose limit it is."""
    colon = next((t.i for t in bench.sentence if t.text == ":"), verb.i)
    whose = [p for t in bench.sentence.tokens[:colon] if t.dep == "nsubj" for p in bench.sentence.children(t, "poss")]
    return declarers(bench, whose, [], own=False) if colon < verb.i else ()


def is_not_borne(verb: Token) -> bool:
    """ "Live with A", "put up with A", "part with A", "stand for A": what who draws a line will not do."""
    behind = {c.lower for c in verb.children if c.i > verb.i} | {
        c.lower for p in verb.children if p.dep == "prt" for c in p.children
    }
    return verb.lower in _PARTICLES and not behind.isdisjoint(_PARTICLES[verb.lower])


def _red_line(bench: Workbench, verb: Token, said: list[str], modal: Token) -> Iterator[Declared]:
    """ "Will never tolerate A", "under no circumstances can we allow A", "A must never be allowed"."""
    if any(o.tag == "WP" for o in bench.sentence.children(verb, "dobj")):
        return  # "what X cannot accept is that A"
    passive = bench.clauses.is_passive(verb)
    subjects = bench.sentence.children(verb, "nsubj") or _subjects(bench, verb)
    holders: tuple[str, ...]
    if passive:
        holders = tuple(said[-1].split("+")) if said else _whose_position(bench, verb)
    else:
        holders = declarers(bench, subjects, said, own=True)
    last = predicates(bench, verb)[0][1]
    span = statement(bench, verb, last, whole=passive)
    start = span.start if passive else _negator(bench, modal, verb).start
    yield Declared("red-line", holders, Span(start, span.end), verb, tuple(said))
