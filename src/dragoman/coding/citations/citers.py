"""Who cites an instrument by the sentence itself: who invokes, accuses, proposes or acts on the ground of it."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.coding.citations.stances import Cue
from dragoman.coding.instruments.register import Reference
from dragoman.coding.sentence.phrasing import refer
from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon import Lexicon
from dragoman.lexicon.closed import BE
from dragoman.lexicon.entries import Citing, Irregular
from dragoman.lexicon.inflection import Inflection
from dragoman.lexicon.words import word_class

_BODIES = {"UNSC": "UN-SC", "UNGA": "UN-GA", "UNHRC": "UN-HRC"}
_ORGANS = {"council": "UNSC", "assembly": "UNGA"}
_BECAUSE = frozenset({"because", "since"})
_VIEWS = word_class("by-whose-reading")
_ASKS = re.compile(r"\s+(?:up)?on\b|\s+for\b|\s+to\b")
_BROKEN = re.compile(
    r"in (?:violation|breach|contravention|defiance|disregard|conflict)\b|contrary\b|counter\b|incon|incomp|illegal|unlawful|"
    r"prohibited|banned|forbidden|thus against|act\w* against|goes against|went against|obligations?\b|commitments?\b|dut",
    re.IGNORECASE,
)


def citer_of(bench: Workbench, head: Token, cue: Cue, lexicon: Lexicon) -> str | None:
    """The code of who cites, or None where only whose words the sentence is can tell."""
    for citer in cue.citers:
        found = _code(bench, citer)
        if found is not None:
            return found
    here = head
    for above in bench.sentence.ancestors(head):
        if above.dep == "ROOT" and above.tag == "NNS" and cue.phrased and above.lower in words(lexicon, "ground"):
            return _subject(bench, above) or _left_of(bench, above)
        if above.tag[0] == "V":
            if above.lower in words(lexicon, "accuse") and not (
                above.lower.startswith("call") and _ASKS.match(bench.text, above.end)
            ):
                return _subject(bench, above)
            viewed = _viewer(bench, above)
            if viewed is not None:
                return viewed
            grounded = cue.phrased and not cue.weak and not _is_charge(bench, cue) and above.lower in words(lexicon, "ground")
            if grounded or (cue.stance == "invoked" and above.lower in words(lexicon, "ask")):
                return _subject(bench, above)
            if above.dep == "advcl" and _BECAUSE.intersection(bench.clauses.marks(above)) and cue.stance == "invoked":
                verb = bench.sentence.head(above)
                return _subject(bench, verb) if verb is not None else None
            if above.dep == "ccomp" or (above.dep == "ROOT" and here.dep != "relcl"):
                return None
        here = above
    return None


def _is_charge(bench: Workbench, cue: Cue) -> bool:
    """Whether a phrase says that something is broken: who breaks a treaty does not cite it."""
    return cue.span is None or _BROKEN.match(bench.text, cue.span.start) is not None


def _subject(bench: Workbench, verb: Token) -> str | None:
    subjects = bench.clauses.subjects(verb)
    named = next((c for s in subjects if (c := _code(bench, s)) is not None), None)
    return named or next((c for s in subjects if (c := state_of_office(bench, s)) is not None), None)


def _left_of(bench: Workbench, verb: Token) -> str | None:
    """Who stands before a verb that was taken for a noun: "Bolivia adheres to the principles ..."."""
    before = [t for t in bench.sentence.tokens[: verb.i] if t.head == verb.i and t.dep in ("compound", "nmod", "nsubj")]
    return next((c for t in before if (c := _code(bench, t)) is not None), None)


def state_of_office(bench: Workbench, token: Token) -> str | None:
    """Whose office it is that no state stands by: of the state that the sentence before was about ("Foreign Minister X said")."""
    role, previous = bench.scene.role_at(token), bench.referrer.previous
    if role is None:
        words = bench.sentence.subtree(token, without=frozenset({"relcl", "appos", "conj"}))
        role = next((r for w in words if (r := bench.scene.role_at(w)) is not None), None)
    if role is None or role.office is None or previous is None or len(previous.codes) != 1:
        return None
    return previous.codes[0] if previous.codes[0] in bench.scene.knowledge.states else None


def _viewer(bench: Workbench, verb: Token) -> str | None:
    """Whose view it is: "which in its view violates the Charter"."""
    for prep in bench.sentence.children(verb, "prep"):
        for noun in bench.sentence.children(prep, "pobj") if prep.lower in ("in", "according") else ():
            if noun.lower in _VIEWS:
                if any(o.tag == "PRP$" for o in bench.sentence.children(noun, "poss")):
                    return _above(bench, verb)
                for owner in (*bench.sentence.children(noun, "poss"), *bench.clauses.under(noun, "of")):
                    found = refer(bench, owner)
                    if found is not None and found.codes:
                        return found.codes[0]
    return None


def _above(bench: Workbench, verb: Token) -> str | None:
    """Who acts in the clause above: "it condemned the war, which in its view ..."."""
    for above in bench.sentence.ancestors(verb):
        if above.tag[0] == "V":
            return _subject(bench, above)
    return _subject(bench, verb)


def _code(bench: Workbench, token: Token) -> str | None:
    """Whom a phrase means; of a resolution the body that adopted it, of "states that ..." who is told to be one of them."""
    noun = _meant(bench, token)
    for reference in bench.scene.register.within(bench.sentence.start, bench.sentence.end):
        if reference.start <= noun.start < reference.end:
            return body_of(reference)
    found = refer(bench, token)
    if found is not None and found.codes:
        joint = next((said for said in bench.scene.base(token.start) if found.codes[0] in said.split("+")), None)
        if joint is not None and "+" in joint and found.plural:
            return joint
        return found.codes[0]
    if noun.lower in _ORGANS:
        prefix = _ORGANS[noun.lower]
        ids = [i.id for i in bench.scene.register.instruments if (i.id or "").startswith(f"{prefix}-RES")]
        return _BODIES[prefix] if ids else None
    return _one_of(bench, noun)


def _meant(bench: Workbench, token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the word itself."""
    if token.tag in ("WDT", "WP") or token.lower in ("which", "that", "who"):
        for above in bench.sentence.ancestors(token):
            if above.dep == "relcl":
                return bench.sentence.tokens[above.head]
    return token


def body_of(reference: Reference) -> str | None:
    """The body of the United Nations that adopted a resolution."""
    identifier = (reference.instrument.id if reference.instrument is not None else None) or ""
    prefix, _, rest = identifier.partition("-")
    return _BODIES.get(prefix) if rest.startswith("RES") else None


def _one_of(bench: Workbench, noun: Token) -> str | None:
    """ "X was among the five states that opposed it": X."""
    for above in bench.sentence.ancestors(noun):
        if above.lower in BE:
            for subject in bench.sentence.children(above, "nsubj"):
                found = refer(bench, subject)
                if found is not None and found.codes:
                    return found.codes[0]
            return None
        if above.tag[0] == "V":
            return None
    return None


@lru_cache(maxsize=32)
def words(lexicon: Lexicon, form: str) -> frozenset[str]:
    """Forms of the verbs of a citing form: `accuse` those that lay something to somebody's charge, `ground` those that act
    on the ground of what follows, `ask` those that ask for it to be kept.
    """
    inflection = Inflection(lexicon.all(Irregular))
    return frozenset(w for e in lexicon.all(Citing) if e.form == form for v in e.words for w in inflection.verb(v))
