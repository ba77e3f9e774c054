"""Who a relative clause is about: the noun that it hangs on, what that stands beside, or who was one of such."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Reference, Referrer

_SENDS = word_class("sending-forces")
# What is put to the vote, and what is done to it.
_DRAFTS = word_class("drafts")
_VOTED_ON = word_class("voted-on")
_ADOPTED = word_class("adopted")


def relative(referrer: Referrer, token: Token) -> Reference | None:
    """ "who", "which", "that": the noun that the clause hangs on."""
    for above in referrer.sentence.ancestors(token):
        if above.dep in ("relcl", "acl"):
            cleft = _singled_out(referrer, above) if token.lower == "that" else None
            if cleft is not None:
                return referrer.refer(cleft)
            return _described(referrer, _agreeing(referrer, above, referrer.sentence.tokens[above.head]))
    return None


def _singled_out(referrer: Referrer, clause: Token) -> Token | None:
    """ "It is the army of Chad that": who "it" turns out to be, where the clause hangs on whose that is."""
    noun = referrer.sentence.tokens[clause.head]
    of = referrer.sentence.head(noun) if noun.dep == "pobj" else None
    whole = noun if noun.dep == "attr" else referrer.sentence.head(of) if of is not None and of.lower == "of" else None
    if whole is None or whole.dep != "attr":
        return None
    verb = referrer.sentence.head(whole)
    it = referrer.sentence.children(verb, "nsubj") if verb is not None else []
    return whole if any(t.lower == "it" for t in it) else None


def _agreeing(referrer: Referrer, clause: Token, noun: Token) -> Token:
    """The noun that a relative clause is about: of "envoys engaged in trade that have come", the plural one further up."""
    if clause.lower in _VOTED_ON and noun.dep == "pobj":  # "the initiative of Chad in the Council, which was vetoed"
        texts = [a for a in referrer.sentence.ancestors(noun) if a.lower in _DRAFTS and a.i < noun.i]
        if texts:
            return texts[0]
    verb = next((c for c in clause.children if c.dep in ("aux", "auxpass")), clause)
    if noun.tag != "NN" or noun.dep != "pobj" or not (verb.tag == "VBP" or verb.lower in ("have", "are", "were")):
        return noun
    above = [a for a in referrer.sentence.ancestors(noun) if a.tag in ("NN", "NNS") and a.i < noun.i]
    before = referrer.sentence.tokens[above[-1].i : noun.i] if above else []
    return next((t for t in reversed(before) if t.tag == "NNS"), noun)


def _described(referrer: Referrer, noun: Token) -> Reference | None:
    """Who a relative clause is about: its noun, what that stands beside ("the envoy, Kim, who"), or who was one of such."""
    found = _adopter(referrer, noun) or referrer.refer(noun)
    if noun.dep == "attr" and noun.tag == "NNS":  # "Chad and Mali are neighbours that have had no relations"
        several = [r for s in referrer.sentence.children(referrer.sentence.tokens[noun.head], "nsubj") for r in referrer.all(s)]
        codes = tuple(dict.fromkeys(c for r in several for c in r.codes))
        if len(codes) > 1:
            return replace(several[0], codes=codes, plural=True)
    if noun.dep == "attr" and noun.tag == "NN" and (verb := referrer.sentence.head(noun)) is not None:
        subjects = referrer.sentence.children(verb, "nsubj")  # "Chad was the only member of the pact that ..."
        whose = referrer.refer(subjects[0]) if subjects else None
        if whose is not None and whose.codes:
            return whose
    if found is not None and found.codes:
        return found
    if noun.dep == "appos":
        return referrer.refer(referrer.sentence.tokens[noun.head]) or found
    sending = referrer.sentence.head(noun) if noun.dep == "dobj" and found is not None else None
    if sending is not None and found is not None and sending.lower in _SENDS:  # "sent special forces, which captured"
        while sending.dep == "conj" and not referrer.sentence.children(sending, "nsubj"):
            above = referrer.sentence.head(sending)
            if above is None:
                break
            sending = above
        codes = tuple(c for s in referrer.sentence.children(sending, "nsubj") for c in referrer.codes(s))
        return replace(found, codes=codes) if codes else found
    above = referrer.sentence.head(noun)
    counted = referrer.sentence.head(above) if above is not None and above.lower == "of" and noun.dep == "pobj" else None
    if counted is not None and counted.dep == "attr":  # "was one of eleven states that voted"
        verb = referrer.sentence.head(counted)
        subjects = referrer.sentence.children(verb, "nsubj") if verb is not None else []
        return (referrer.refer(subjects[0]) if subjects else None) or found
    return found


def _adopter(referrer: Referrer, noun: Token) -> Reference | None:
    """ "The Council adopted resolution 83, which condemned": the text says what who adopted it says."""
    words = (noun, referrer.sentence.head(noun), *referrer.sentence.children(noun, "compound"))
    text = noun if noun.dep == "dobj" else referrer.sentence.head(noun)
    verb = referrer.sentence.head(text) if text is not None and text.dep == "dobj" else None
    if (
        verb is None
        or not any(t is not None and t.lower in _ADOPTED for t in words)
        or not verb.lower.startswith(("adopt", "pass", "issue", "approve"))
    ):
        return None
    subjects = referrer.sentence.children(verb, "nsubj")
    return referrer.refer(subjects[0]) if subjects else None
