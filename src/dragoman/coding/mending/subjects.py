"""What parsers get wrong about who does it: a subject hung on the date, the place or the office before it ("On 1 May 2004 Malta, Cyprus and Poland
joined ..."), and names that they break."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels
from dragoman.language.parse import FINITE, Sentence, Token
from dragoman.lexicon.words import word_class

_MONTHS = word_class("months-and-seasons")
# Between the parts of a name, so that no parser breaks it there.
NON_BREAKING = "\u2011"


# Auxiliaries that make a participle behind them finite, and what stands before a noun.
_FINITE_AUX = frozenset({"MD", "VBD", "VBZ", "VBP"})
_BEFORE_A_NOUN = frozenset({"det", "compound", "amod", "poss", "nummod"})


def with_dated(sentence: Sentence) -> Sentence:
    """ "In August 1998 Chad, Mali and Niger sent troops": names that were hung on the date before them are the subject."""
    for month in sentence.tokens[1:8]:
        if month.lower not in _MONTHS or month.dep != "pobj":
            continue
        verb = sentence.tokens[sentence.tokens[month.head].head]
        if verb.tag not in FINITE or any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
            return sentence
        hung = [c for c in month.children if month.i < c.i < verb.i and c.tag == "NNP" and c.dep in ("nummod", "nmod", "appos")]
        if hung and _is_year(sentence.tokens[hung[0].i - 1]) and any(c.dep == "conj" for c in hung[0].children):
            passive = any(c.dep == "auxpass" for c in verb.children)
            return sentence.moved(hung[0], verb, "nsubjpass" if passive else "nsubj")
    return sentence


def with_guest(sentence: Sentence) -> Sentence:
    """ "At the invitation of the premier, Ann Dow, the minister of Chad, Li Po, paid a visit": who came is no apposition."""
    opening = [t.lower for t in sentence.tokens[:4]]
    verb = sentence.tokens[sentence.root]
    if opening != ["at", "the", "invitation", "of"] or verb.tag not in FINITE:
        return sentence
    if taken := sentence.children(verb, "nsubj", "nsubjpass"):
        return _with_host(sentence, verb, taken[0])
    below = [t for t in sentence.subtree(sentence.tokens[2]) if t.dep == "appos" and t.i < verb.i]
    guests = [t for t in below if any(c.lower == "the" and c.dep == "det" for c in t.children)]
    return sentence.moved(guests[-1], verb, "nsubj") if guests else sentence


def _with_host(sentence: Sentence, verb: Token, name: Token) -> Sentence:
    """The same, where the name behind the office of who invited was taken for who came."""
    office = next(iter(sentence.children(sentence.tokens[3], "pobj")), None)
    guest = next((c for c in sentence.children(name, "appos") if any(d.lower == "the" for d in c.children)), None)
    if office is None or guest is None or name.tag != "NNP" or any(c.dep in ("det", "cc") for c in name.children):
        return sentence
    first = sentence.subtree(name)[0].i
    if sentence.tokens[first - 1].text != "," or sentence.subtree(office)[-1].i != first - 2:
        return sentence
    return sentence.moved(guest, verb, name.dep).moved(name, office, "appos")


def with_names(sentence: Sentence) -> Sentence:
    """ "Handed President Moon Jae-in a letter": the end of a name that is written with a hyphen is no verb."""
    for end in sentence.tokens[1:-1]:
        if end.tag[0] != "V" or NON_BREAKING not in end.text or end.dep == "ROOT":
            continue
        name = sentence.tokens[end.i - 1]
        if name.tag != "NNP" or name.head in (end.i, name.i):
            continue
        tokens = sentence.copied()
        tokens[end.i].tag, tokens[end.i].dep, tokens[end.i].head = "NNP", name.dep, name.head
        tokens[name.i].dep, tokens[name.i].head = "compound", end.i
        above = [t.i for t in sentence.ancestors(name)]
        for child in (*name.children, *end.children):
            if child.i in above and child.i != end.i:  # "the government of Moon Jae-in is ...": it stands where the verb stood
                tokens[child.i].head, tokens[child.i].dep = end.head, end.dep
            elif child.i not in (name.i, end.i):
                tokens[child.i].head = end.i if child.i < name.i else name.head
        return sentence.grown(tokens)
    return sentence


def with_subject(sentence: Sentence) -> Sentence:
    """Give a verb without a subject the name that stands between the date and it."""
    if _MONTHS.isdisjoint(sentence.said) and not any(_is_year(t) for t in sentence.tokens):
        return sentence
    for noun in sentence.tokens[2:]:
        if noun.dep != "pobj" or noun.tag not in ("NNP", "NNPS") or noun.lower in _MONTHS:
            continue
        date = [t for c in noun.children if c.dep in ("nmod", "nummod", "compound") for t in sentence.subtree(c)]
        if not any(t.lower in _MONTHS or _is_year(t) for t in date):
            continue
        preposition = sentence.tokens[noun.head]
        verb = _verb_over(sentence, preposition)
        if verb.tag not in FINITE or verb.i < noun.i:
            continue
        own = [t for t in noun.children if t not in date and t.dep in ("det", "compound", "amod")]
        first = min(t.i for t in (noun, *own))
        if [t.i for t in sorted(date, key=lambda t: t.i)] != list(range(preposition.i + 1, first)):
            continue
        subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "expl", "csubj")]
        asides = [c for c in subjects if _is_aside(sentence, noun, c, verb)]
        if len(subjects) > len(asides):
            continue
        moved = _moved(sentence, noun, preposition, verb, date)
        for aside in asides:
            moved = moved.moved(aside, noun, "appos")
        return moved
    return sentence


def _verb_over(sentence: Sentence, preposition: Token) -> Token:
    """What a phrase hangs on, through phrases that it is part of: "in the votes of the Council in 2006"."""
    above = sentence.tokens[preposition.head]
    while above.dep in ("prep", "pobj") and above.i < preposition.i:
        above = sentence.tokens[above.head]
    return above


def _is_aside(sentence: Sentence, name: Token, noun: Token, verb: Token) -> bool:
    """ "In 2006 Ghana, then a member, supported": what commas part from the name before it and from the verb."""
    words = sentence.tokens[name.i + 1 : verb.i]
    return len(words) > 2 and words[0].text == words[-1].text == "," and name.i < noun.i and words[-2].i == noun.i


@of_labels("conj")
def with_list(sentence: Sentence) -> Sentence:
    """ "After the war in Chad, Mali and Niger applied": two names behind a comma that were hung on the one before it are the
    subject of a verb that has none ("in case of a clash between Chad and Mali, Niger will ..."); "Chad, Mali and Niger will
    sign": of two subjects, the second is listed with the first.
    """
    for verb in sentence.tokens[3:]:
        if verb.tag not in FINITE and verb.tag != "VB" and not (verb.tag == "VBN" and verb.dep == "ROOT"):
            continue
        own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "expl", "csubj") and c.i < verb.i]
        opening = own[0] if len(own) == 1 and own[0].dep == "csubj" and own[0].i == 0 and own[0].tag == "VBG" else None
        if len(own) > 1:
            first, second = own[-2], own[-1]
            beside = second.i == first.i + 2 and sentence.tokens[first.i + 1].text == ","
            if beside and first.tag == second.tag == "NNP" and any(c.dep == "conj" for c in second.children):
                return sentence.moved(second, first, "conj")
        elif verb.dep == "ROOT" and (verb.tag in FINITE or any(c.tag in _FINITE_AUX and c.dep == "aux" for c in verb.children)):
            subject_to = own[0] if own and own[0].text == "Subject" and own[0].tag == "JJ" else opening
            listed = _listed_before(sentence, verb) if not own or subject_to is not None else None
            if listed is not None:
                passive = any(c.dep == "auxpass" for c in verb.children)
                told = sentence.moved(listed, verb, "nsubjpass" if passive else "nsubj")
                aside = (
                    "advcl" if subject_to is opening else "advmod"
                )  # "Ending a month of strife, the union and the police have"
                return told.moved(subject_to, verb, aside) if subject_to is not None else told
    return sentence


def _listed_before(sentence: Sentence, verb: Token) -> Token | None:
    """The first of the names right before a verb, where a comma parts them from the name that they were hung on."""
    i = verb.i - 1
    while i > 0 and sentence.tokens[i].head == verb.i and sentence.tokens[i].dep in ("aux", "auxpass", "advmod", "neg"):
        i -= 1
    last = sentence.tokens[i]
    if last.tag[0] != "N" or last.dep != "conj":
        return None
    named = last.tag in ("NNP", "NNPS")
    alone = named and verb.tag == "VB" and not any(c.dep == "conj" for c in last.children)
    if not alone and not any(t.lower == "and" for t in sentence.tokens[:i]):
        return None
    here = last
    while here.dep == "conj":
        above = sentence.tokens[here.head]
        start = min([here.i, *(c.i for c in here.children if c.dep in _BEFORE_A_NOUN and c.i < here.i)])
        if above.dep == "pobj":
            return here if (here is not last or alone) and sentence.tokens[start - 1].text == "," else None
        here = above
    return None


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()


def _moved(sentence: Sentence, noun: Token, preposition: Token, verb: Token, date: list[Token]) -> Sentence:
    tokens = sentence.copied()
    head = next((t for t in date if t.lower in _MONTHS), date[0])
    for token in date:
        if token.head == noun.i:
            tokens[token.i].head, tokens[token.i].dep = head.i, "nummod"
    tokens[head.i].head, tokens[head.i].dep = preposition.i, "pobj"
    passive = any(c.dep == "auxpass" for c in verb.children)
    tokens[noun.i].head, tokens[noun.i].dep = verb.i, "nsubjpass" if passive else "nsubj"
    return sentence.grown(tokens)
