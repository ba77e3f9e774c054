"""What a verb tells only as wished, feared or to come, and errands, where what somebody went or wrote to do is done."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.events import rules
from dragoman.coding.events.act import DECREED, HARMFUL, VERBAL, Act
from dragoman.coding.events.operators.committed import doers_of_acts
from dragoman.coding.sentence.courtesies import says_by_wishing
from dragoman.coding.sentence.grammar import DRIVEN
from dragoman.coding.sentence.means import means_of, thanked_for
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.closed import MAY
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Verbs of coming, rising and writing; acts of words that are done once there, and those that need another's hand as well.
_ERRANDS = word_class("errands")
_DRIVEN = DRIVEN | {"have"}
_JOINS = frozenset({"join", "unite", "follow", "persist"})
_SWIFT = word_class("swift")
_SUPPOSED = word_class("only-supposed")
# What others tell, and words that say that it is not so.
_REPORTED = word_class("reports-of-others")
_DENIED = word_class("called-or-denied")
_PROOF = word_class("proof")
_CHARGES = word_class("charges-called-false")
_FALSE = word_class("false")
_SAID = frozenset({"SUPPORT", "CONCEDE", "CONSULT", "REQUEST"})
_AIRING = frozenset({"take", "use", "go"})
_PULPITS = word_class("pulpits")
_SIGNED = frozenset({"visit", "treaty", "accession", "recognition", "multilateral", "phone"})
_DECISIONS = word_class("decisions")
# So many words before an infinitive its decision may stand.
_FAR = 16
_NOT_TAKEN = word_class("not-taken")
# What makes a thing possible has not done it.
_ENABLES = word_class("enabling")
_OPEN = MAY | {"would"}
# "I write to protest": what letters say for what they do.
_WRITES = frozenset({"wish", "write", "writing"})
_OPENS_LETTERS = frozenset({"draw", "call", "protest", "condemn"})
# "Has the honour to inform", as notes say for what they do.
_HONOUR = frozenset({"honour", "honor"})
_TOLD_BY_WISHING = word_class("told-by-wishing")
_WISHING = word_class("wishes-of-the-speaker")
_HELPING_OR_LETTING = word_class("helping-or-letting")


def is_wish(reader: ActReader, verb: Token) -> bool:
    return wished(reader, reader.clauses.first(verb))


def wished(reader: ActReader, verb: Token) -> bool:
    """A purpose ("to ...") of another act, a question, or what somebody only can, may or tries to do."""
    if verb.tag[0] != "V":
        return False
    if (going := reader.clauses.going(verb)) is not None:
        return wished(reader, going)  # "is going to visit": will
    governor = reader.clauses.governor(verb)
    if governor is not verb and governor.dep == "acl":  # "its readiness to go on supplying", "began supplying"
        return wished(reader, governor)
    above = reader.sentence.head(verb)
    if (means := means_of(reader.clauses, verb)) is not None:  # "used planes to bomb it": done, where that is
        return wished(reader, reader.clauses.first(means))
    if (
        verb.tag == "VB"
        and verb.dep in ("ccomp", "xcomp")
        and above is not None
        and above.lower in _HELPING_OR_LETTING
        and above.tag == "VB"
    ):
        return wished(reader, above)  # "sent trucks to help it hunt down rebels"
    if says_by_wishing(reader.clauses, verb):
        return False
    if above is not None and above.lower in _ENABLES and verb.dep in ("ccomp", "xcomp") and _is_open(reader, above):
        return True  # "lets the police arrest refugees", "would enable the army to attack"
    if is_told(reader, verb):
        return False
    if verb.dep in ("advcl", "acl", "xcomp", "relcl", "csubj") and reader.clauses.is_infinitive(verb):
        # "poured across the border to escape the fighting": they are gone.
        return not (verb.dep == "advcl" and verb.lower in ("escape", "flee") and is_past(reader, verb))
    if verb.dep == "advcl" and _so_that(reader, verb):
        return True
    if verb.dep in ("acl", "ccomp") and above is not None and above.lower in _SUPPOSED and "that" in reader.clauses.marks(verb):
        return True  # "fears that Chad will invade"
    if verb.dep in ("acl", "ccomp", "relcl") and above is not None and _is_unproved(reader, verb, above):
        return True
    if verb.dep in ("acl", "ccomp") and above is not None and above.lower in _REPORTED and above.dep in ("dobj", "nsubjpass"):
        said = reader.sentence.head(above)
        if said is not None and said.lower in _DENIED:
            return True  # "dismissed reports that it had armed the rebels"
    if verb.dep in ("acl", "ccomp") and above is not None and above.lower in _REPORTED | _CHARGES:
        if not _FALSE.isdisjoint(c.lower for c in reader.sentence.children(above, "amod", "compound")):
            return True  # "on the basis of fabricated charges that it armed the rebels"
    perfect = verb.tag == "VBN" and not {"has", "have"}.isdisjoint(reader.clauses.auxiliaries(verb))
    if verb.dep in ("advcl", "relcl") and (verb.tag in ("VBP", "VBZ") or perfect) and _when_to_come(reader, verb):
        return True
    if verb.dep == "advcl" and verb.tag in ("VBP", "VBZ") and {"before", "until", "till"} & set(reader.clauses.marks(verb)):
        return True  # "must agree before they disarm"
    return verb.dep == "pcomp" and reader.sentence.tokens[verb.head].lower in (
        "for", "of", "without", "against", "toward", "towards", "at", "on", "in", "to", "from",
    )  # fmt: skip


def _is_open(reader: ActReader, verb: Token) -> bool:
    """Whether a verb tells what is always or may come to be so."""
    return verb.tag in ("VBZ", "VBP") or not _OPEN.isdisjoint(reader.clauses.auxiliaries(verb))


def _is_unproved(reader: ActReader, verb: Token, above: Token) -> bool:
    """ "Had no evidence that the rebels shelled it", "has not any evidence proving that ..."."""
    own = reader.sentence.children(verb, "nsubj", "nsubjpass")
    if "that" not in reader.clauses.marks(verb) and not any(s.tag not in ("WDT", "WP") and s.lower != "that" for s in own):
        return False
    proof = reader.sentence.head(above) if above.dep == "acl" and above.tag == "VBG" else above
    if proof is None or proof.lower not in _PROOF:
        return False
    has = reader.sentence.head(proof)
    without = any(c.lower in ("no", "little") for c in reader.sentence.children(proof, "det", "amod"))
    return without or (has is not None and has.tag[0] == "V" and reader.clauses.negated(has))


def is_errand(reader: ActReader, act: Act) -> bool:
    """ "Telephoned his rival to concede", "flew to Lima to mediate": words that somebody went, rose or wrote to say are said."""
    verb, head = act.head, reader.sentence.head(act.head)
    inquires = act.event == "ACCUSE" and act.mode == "investigate"  # "arrived to look into allegations of"
    if head is not None and act.event in VERBAL and verb.dep in ("advcl", "xcomp") and is_past(reader, verb):
        if not _AIRING.isdisjoint(reader.clauses.verb_lemmas(head)) and _aired(reader, head):
            return True  # "took to Twitter to condemn the raid", "used his speech to call for talks"
    if (
        not (act.event in _SAID or inquires)
        or act.mode in _SIGNED
        or (act.event == "CONSULT" and not act.mode)
        or verb.dep not in ("advcl", "xcomp")
        or head is None
    ):
        return False
    went = reader.clauses.verb_lemmas(head)
    there = "be" in went and any(c.lower in ("in", "at") and c.i < verb.i for c in reader.sentence.children(head, "prep"))
    return is_past(reader, verb) and (there or not _ERRANDS.isdisjoint(went))


def _aired(reader: ActReader, verb: Token) -> bool:
    """Whether somebody takes to, or uses, a place to say things from."""
    heads = [*reader.clauses.objects(verb), *reader.clauses.under(verb, "to"), *reader.clauses.under(verb, "on")]
    return any(h.lower in _PULPITS for h in heads)


def is_driven(reader: ActReader, act: Act) -> bool:
    """ "Would be forced to take countermeasures", "will have to close the border": harm to come, told as another's doing."""
    head = reader.sentence.head(act.head) if act.head.dep == "xcomp" and act.event in HARMFUL else None
    return head is not None and head.lower in _DRIVEN and reader.clauses.is_future(head)


def on_errand(reader: ActReader, act: Act) -> Act:
    """Who went or wrote to say it says it, to whom they went or wrote where nobody else is addressed."""
    above = reader.sentence.tokens[act.head.head]
    source = tuple(rules.source_of(reader, above)) or act.source
    own = codes_in(source)
    target = tuple(r for r in act.target if set(r.codes) - own)
    if not target:
        met = (r for o in reader.clauses.objects(above) for r in reader.referrer.all(o))
        target = tuple(r for r in met if set(r.codes) - own) or act.target
    return replace(act, source=source, target=target)


def decision_over(sentence: Sentence, verb: Token) -> Token | None:
    """The decision that an infinitive spells out, wherever the parser hung it: "condemns the decision of A to expel B"."""
    if verb.tag != "VB" or verb.dep not in ("acl", "advcl", "xcomp") or not any(c.lower == "to" for c in verb.children):
        return None
    for token in reversed(sentence.tokens[max(0, verb.i - _FAR) : verb.i]):
        if token.lower in _DECISIONS:
            return token
        if token.tag[0] == "V" or token.tag == "MD" or token.text in (";", ":"):
            return None
    return None


def as_decided(reader: ActReader, act: Act) -> Act | None:
    """ "Condemns the decision of Chile to expel two diplomats": a deed that consists in the decision, done by whose that is."""
    noun = decision_over(reader.sentence, act.head) if act.event in DECREED else None
    if noun is None:
        return None
    if {c.lower for c in reader.sentence.children(noun, "det", "amod", "neg")} & _NOT_TAKEN:
        return None
    whose = [
        *reader.sentence.children(noun, "poss", "amod", "nmod", "compound"),
        *(o for p in ("of", "by") for o in reader.clauses.under(noun, p)),
    ]
    source = tuple(r for w in whose for r in reader.referrer.all(w) if r.codes)
    own = codes_in(source)
    return replace(act, source=source, target=tuple(r for r in act.target if set(r.codes) - own)) if source else None


def _so_that(reader: ActReader, verb: Token) -> bool:
    """ "so that Moscow would have no reason to fear an attack": an end in view."""
    modal = {"would", "could", "can", "may", "might", "should", "will"} & set(reader.clauses.auxiliaries(verb))
    tokens = reader.sentence.tokens
    return bool(modal) and any(a.lower == "so" and b.lower == "that" for a, b in pairwise(tokens[max(0, verb.i - 12) : verb.i]))


def _when_to_come(reader: ActReader, verb: Token) -> bool:
    """ "would lift the ban at the time when Rome sets up a committee": not done yet."""
    marks = {c.lower for c in reader.sentence.children(verb, "mark", "advmod")}
    if not marks & {"when", "once", "after", "until", "till", "before"}:
        return False
    above = [t for t in reader.sentence.ancestors(verb) if t.tag[0] == "V"]
    return bool(above) and (reader.clauses.is_future(above[0]) or reader.clauses.is_duty(above[0]))


def is_thanked_for(reader: ActReader, verb: Token) -> bool:
    """ "Thanked Chad for freeing two sailors": done, unless thanks are still to come."""
    above = thanked_for(reader.clauses, verb)
    return above is not None and not reader.clauses.is_future(above) and not reader.clauses.negated(above)


def is_past(reader: ActReader, verb: Token) -> bool:
    """Whether the clause above a purpose tells what has happened."""
    head = reader.sentence.head(verb)
    return head is not None and head.tag in ("VBD", "VBN") and not reader.clauses.is_future(head)


def is_told(reader: ActReader, verb: Token) -> bool:
    """Whether an infinitive or gerund tells a fact: "began to withdraw", "is to visit", "was glad to welcome",
    "became the first country to recognise".
    """
    if reader.clauses.is_ahead(verb) or reader.clauses.governor(verb) is not verb or reader.clauses.has_to(verb):
        return True
    if reader.clauses.is_due(verb):
        return True
    if is_thanked_for(reader, verb) or doers_of_acts(reader, verb) or reader.clauses.is_brought_about(verb):
        return True
    head = reader.sentence.head(verb)
    if head is None:
        return False
    above = reader.sentence.head(head)
    if verb.dep == "pcomp" and head.lower == "in" and above is not None:
        if not _JOINS.isdisjoint(reader.clauses.verb_lemmas(above)) or above.lower in _SWIFT:
            return True  # "joined Russia in congratulating the president", "united in condemning the cuts"
    kinds = {o.kind for lemma in reader.clauses.verb_lemmas(head) for o in reader.vocabulary.verb_operators.get(lemma, ())}
    if "schedule" in kinds or "vote" in reader.clauses.verb_lemmas(head):  # "voted 62-3 to ratify the treaty"
        return True
    if any(o.kind in ("start", "schedule") for o in reader.vocabulary.phrases.get(f"{head.lower} to", ())):
        return True  # "was glad to welcome", "is due to hold talks"
    if head.lower in _HONOUR and above is not None and "have" in reader.clauses.verb_lemmas(above):
        return True  # "has the honour to protest"
    if head.lower in _WRITES and any(s.lower in ("i", "we") for s in reader.clauses.subjects(head)):
        return verb.lower in _OPENS_LETTERS  # "I write to protest", "we wish to draw your attention to"
    return reader.clauses.is_ranked(head)


def tells_by_wishing(reader: ActReader, verb: Token) -> bool:
    """ "I should like to inform you that Chad has closed the road": what somebody wishes to tell is told."""
    if _WISHING.isdisjoint(reader.clauses.verb_lemmas(verb)):
        return False
    if "attention" in reader.words and any(c.lower in ("draw", "call") for c in reader.sentence.children(verb, "xcomp")):
        return True  # "I wish to draw your attention to"
    if _TOLD_BY_WISHING.isdisjoint(reader.words):
        return False
    below = [c for c in reader.sentence.children(verb, "xcomp") if c.lower in _TOLD_BY_WISHING]
    return any(not reader.clauses.is_infinitive(c) for b in below for c in reader.sentence.children(b, "ccomp"))
