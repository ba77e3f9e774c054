"""Whether a verb gives somebody's word, holds a view, or only means something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.operators.operands import phrase_operator
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.closed import BE, SHORT_IS
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# What those who are ready for it offer nobody.
_OWN_CARE = word_class("own-care")
_IS = BE | SHORT_IS
_VIEWS = frozenset({"agree", "determine", "concur"})
_MEANS = word_class("meaning-to")
_AGREEING_TO = word_class("agreeing-to")


def agrees(reader: ActReader, verb: Token) -> bool:
    """Verbs that are promises whatever is promised; "accepted" only where it was a plan or offer."""
    lemmas = reader.clauses.verb_lemmas(verb)
    if "undertake" in lemmas:  # "undertook a journey" is none
        return bool(reader.sentence.children(verb, "xcomp", "ccomp"))
    if "agree" in lemmas and _concurs(reader, verb):
        return False
    if any(lemma in _AGREEING_TO for lemma in lemmas):
        return True
    if "commit" in lemmas and not reader.clauses.is_passive(
        verb
    ):  # "commits to work towards peace"; "committed a crime" is none
        tos = [p for p in reader.sentence.children(verb, "prep") if p.lower == "to"]
        return bool(reader.sentence.children(verb, "xcomp") or any(reader.sentence.children(p, "pcomp") for p in tos))
    if "offer" in lemmas and reader.sentence.children(verb, "xcomp") and _is_of_states(reader, verb):
        return True  # "Chad offered to represent the interests of Mali"
    if {"propose", "offer"} & set(lemmas):  # "proposed to Togo to resume the talks"
        return bool(reader.sentence.children(verb, "xcomp") and reader.clauses.under(verb, "to"))
    if "decide" in lemmas:  # "the two sides decided to improve their relations"
        return len(codes_in(rules.source_of(reader, verb))) > 1
    return "accept" in lemmas and reader.around(verb).object_among(reader.vocabulary.groups["offers"])[0] is not None


def _is_of_states(reader: ActReader, verb: Token) -> bool:
    """Whether a state or its government gives its word in a sentence that names another state."""
    states = reader.scene.knowledge.states
    own = {c for r in rules.source_of(reader, verb) if r.sector in (None, "GOV", "IGO") for c in r.codes}
    inside = reader.scene.within(reader.sentence.start, reader.sentence.end) if own and own <= states else ()
    return any(m.code in states and m.code not in own for m in inside)


def _concurs(reader: ActReader, verb: Token) -> bool:
    """ "Did not agree with the ruling", "agrees that progress has been made": of one mind on what is, and no promise."""
    if any(p.lower in ("on", "to", "upon", "about") for p in reader.sentence.children(verb, "prep")):
        return False
    if reader.sentence.children(verb, "xcomp"):
        return False
    clauses = reader.sentence.children(verb, "ccomp")
    things = [o for o in reader.clauses.under(verb, "with") if o.tag in ("NN", "NNS") and reader.referrer.refer(o) is None]
    return all(_is_fact(reader, c) for c in clauses) and bool(clauses or things)


def _is_fact(reader: ActReader, clause: Token) -> bool:
    """Whether a clause says what is or was so, and nothing that is to be."""
    guessed = any(c.lower in ("might", "may", "could") for c in reader.sentence.children(clause, "aux"))
    finite = [t.tag for t in (clause, *reader.sentence.children(clause, "aux", "auxpass"))]
    return guessed or ({"MD", "VB", "TO"}.isdisjoint(finite) and not {"VBZ", "VBP", "VBD"}.isdisjoint(finite))


def vows(reader: ActReader, verb: Token) -> bool:
    """Verbs that may promise harm as well as good."""
    return not {"promise", "pledge"}.isdisjoint(reader.clauses.verb_lemmas(verb))


def gives_no_word(reader: ActReader, verb: Token) -> bool:
    """ "Agreed that the order was harmful", "determined that civilians were killed", "is promising": a view, a finding, an outlook."""
    sentence, clauses = reader.sentence, reader.clauses
    lemmas = clauses.verb_lemmas(verb)
    if verb.lower == "promising" and not _IS.isdisjoint(clauses.auxiliaries(verb)):
        return not sentence.children(verb, "dobj", "xcomp", "ccomp", "dative")
    if _VIEWS.isdisjoint(lemmas):
        return False
    held = [c for c in sentence.children(verb, "ccomp") if c.tag[0] == "V" and not clauses.is_infinitive(c)]
    if not held or sentence.children(verb, "xcomp"):
        return False
    if any(clauses.is_future(c) or clauses.is_duty(c) or clauses.is_possible(c) or c.tag == "VB" for c in held):
        return False
    return "determine" in lemmas or len(codes_in(rules.source_of(reader, verb))) < 2


def is_ready(reader: ActReader, verb: Token) -> bool:
    """ "Is ready to ...": an offer, whatever is offered; "is determined to go on" is none."""
    offered = reader.sentence.children(verb, "acomp", "attr", "oprd", "ccomp")
    if any(x.lower in _OWN_CARE for c in offered for x in reader.sentence.children(c, "xcomp")):
        return False  # "is keen to avoid delays", "is happy to see it"
    return phrase_operator(reader, verb) is not None and any(
        c.lower in reader.vocabulary.groups["ready"] for c in reader.sentence.children(verb, "acomp", "attr", "oprd", "ccomp")
    )


def intends(reader: ActReader, verb: Token) -> bool:
    """Whether somebody only means to do it: "is prepared to", "plans to"."""
    phrase = phrase_operator(reader, verb)
    return not _MEANS.isdisjoint(reader.clauses.verb_lemmas(verb)) or (phrase is not None and phrase.kind == "promise")
