"""What parsers get wrong in prose: a subject that they hang on the date before it ("On 1 May 2004 Malta, Cyprus and Poland
joined ..."), and a second verb that they take for a noun ("opposes the move and demands that ...").
"""

from __future__ import annotations

from dragoman.coding.mending.elided import elided
from dragoman.coding.mending.listing import listed
from dragoman.coding.mending.members import with_members
from dragoman.coding.mending.owning import owned
from dragoman.coding.mending.provided import PROVISIONS, provided
from dragoman.coding.mending.swallowed import VOTES, beside_particle, found_by_votes, parted
from dragoman.coding.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

_MONTHS = word_class("months-and-seasons")
# Between the parts of a name, so that no parser breaks it there.
NON_BREAKING = "\u2011"
_GIVES = word_class("giving-two-objects")
_BEFORE_VERBS = frozenset({"nsubj", "compound", "nmod", "npadvmod"})
_RECITED = frozenset({"csubj", "csubjpass", "advcl"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_OPENS = frozenset({"that", "the", "a", "an", "all", "to", "its", "on"})
_OF_NOUNS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "case"})


def righted(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """`sentence` itself, unless one of these faults is in it."""
    sentence = _with_receiver(
        _with_regard(_with_public(_with_manner(beside_particle(listed(owned(_with_predicate(sentence)))))))
    )
    sentence = _with_dated(_with_guest(_with_names(_with_root(with_members(sentence), vocabulary))))
    if "that" in (words := {t.lower for t in sentence.tokens}) and not words.isdisjoint(vocabulary.groups["declaring"]):
        sentence = _with_declared(sentence, vocabulary)
    if "that" in words:
        sentence = _with_cleft(_with_recital(sentence))
    if sentence.tokens[0].tag != "DT":
        sentence = elided(sentence)
    if not PROVISIONS.isdisjoint(words):
        sentence = provided(sentence)
    sentence = parted(sentence)
    if "that" in words and not words.isdisjoint(VOTES):
        sentence = found_by_votes(sentence)
    return _with_object(_with_verb(_with_list(_with_subject(sentence)), vocabulary))


def _with_predicate(sentence: Sentence) -> Sentence:
    """ "Our means for self-defence serve as a shield": a verb taken for the noun that a phrase of the subject ends in."""
    subject = sentence.tokens[sentence.root]
    if subject.tag[0] != "N":
        return sentence
    for verb in sentence.tokens[subject.i + 3 :]:
        end, preposition = sentence.tokens[verb.i - 1], sentence.tokens[verb.head]
        if verb.tag not in ("VBZ", "VBP") or verb.dep != "pobj" or end.dep != "compound" or end.head != verb.i:
            continue
        if preposition.head != subject.i or preposition.i < subject.i:
            continue
        tokens = sentence.copied()
        tokens[end.i].dep, tokens[end.i].head = "pobj", preposition.i
        for child in (*verb.children, *subject.children):
            late, early = child.i > verb.i, child.dep == "npadvmod" and child.i < subject.i
            if late or early or child.dep == "punct":
                tokens[child.i].head = verb.i
            elif child.head == verb.i and child.i != end.i:
                tokens[child.i].head = end.i
        tokens[subject.i].dep, tokens[subject.i].head = "nsubj", verb.i
        tokens[verb.i].dep, tokens[verb.i].head = "ROOT", verb.i
        return sentence.grown(tokens, verb.i)
    return sentence


def _with_manner(sentence: Sentence) -> Sentence:
    """ "The report is one-sided and as such is void": a manner, and no subject of what is said."""
    for such in sentence.tokens[1:]:
        if such.lower == "such" and such.dep in ("nsubj", "nsubjpass") and sentence.tokens[such.i - 1].lower == "as":
            tokens = sentence.copied()
            tokens[such.i].dep = "advmod"
            return sentence.grown(tokens)
    return sentence


def _with_public(sentence: Sentence) -> Sentence:
    """ "Offers the local public another view": a noun that is given something, and no verb."""
    for public in sentence.tokens[2:]:
        before = sentence.tokens[public.i - 1]
        if public.lower != "public" or public.tag[0] != "V" or before.dep not in ("dative", "dobj") or before.head > before.i:
            continue
        tokens = sentence.copied()
        tokens[public.i].tag, tokens[public.i].dep, tokens[public.i].head = "NN", "dative", before.head
        tokens[before.i].dep, tokens[before.i].head = "compound", public.i
        for child in (*before.children, *public.children):
            if child.i > public.i:
                tokens[child.i].head = before.head
            elif child.dep in ("nsubj", "nsubjpass"):
                tokens[child.i].dep, tokens[child.i].head = "oprd", public.head
            elif child.i != before.i:
                tokens[child.i].head = public.i
        return sentence.grown(tokens)
    return sentence


def _with_regard(sentence: Sentence) -> Sentence:
    """ "With regard to the charges made by Chad, ...": what was made are the charges, and not the regard."""
    for verb in sentence.tokens[3:]:
        opening = sentence.tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "pcomp" or opening.lower not in ("with", "in") or opening.i > verb.i:
            continue
        regard = next((c for c in verb.children if c.dep == "nsubj" and c.i == opening.i + 1), None)
        noun = sentence.tokens[verb.i - 1]
        if regard is not None and noun.tag[0] == "N" and noun.dep == "pobj":
            return sentence.moved(regard, opening, "pobj").moved(verb, noun, "acl")
    return sentence


def _with_receiver(sentence: Sentence) -> Sentence:
    """ "Gives the council the power to ...": of two objects, the first is who gets the second."""
    for verb in sentence.tokens[:-3]:
        if verb.lower not in _GIVES:
            continue
        things = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i]
        if len(things) == 2 and not any(
            t.text in (",", ";") or t.lower == "and" for t in sentence.tokens[things[0].i : things[1].i]
        ):
            return sentence.moved(things[0], verb, "dative")
    return sentence


def _with_declared(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Holds that the blockade is a crime and reiterates its solidarity": what a thing is, and what somebody goes on to declare."""
    declaring = vocabulary.groups["declaring"]
    for verb in sentence.tokens[4:]:
        clause = sentence.tokens[verb.head]
        main = sentence.tokens[clause.head]
        if verb.lower not in declaring or verb.dep != "conj" or clause.dep != "ccomp" or main.tag != verb.tag:
            continue
        if (
            main.dep == "relcl"
            or main.i > clause.i
            or clause.lower in declaring
            or not any(c.lower == "that" and c.dep == "mark" for c in clause.children)
        ):
            continue
        subjects = [c for c in clause.children if c.dep in ("nsubj", "nsubjpass")]
        if any(c.dep in ("nsubj", "nsubjpass", "mark", "aux") for c in verb.children) or not subjects:
            continue
        if all(s.tag in ("NN", "NNS") for s in subjects):
            return sentence.moved(verb, main, "conj")
    return sentence


def _with_dated(sentence: Sentence) -> Sentence:
    """ "In August 1998 Chad, Mali and Niger sent troops": names that were hung on the date before them are the subject."""
    for month in sentence.tokens[1:8]:
        if month.lower not in _MONTHS or month.dep != "pobj":
            continue
        verb = sentence.tokens[sentence.tokens[month.head].head]
        if verb.tag not in _FINITE or any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
            return sentence
        hung = [c for c in month.children if month.i < c.i < verb.i and c.tag == "NNP" and c.dep in ("nummod", "nmod", "appos")]
        if hung and _is_year(sentence.tokens[hung[0].i - 1]) and any(c.dep == "conj" for c in hung[0].children):
            passive = any(c.dep == "auxpass" for c in verb.children)
            return sentence.moved(hung[0], verb, "nsubjpass" if passive else "nsubj")
    return sentence


def _with_guest(sentence: Sentence) -> Sentence:
    """ "At the invitation of the premier, Ann Dow, the minister of Chad, Li Po, paid a visit": who came is no apposition."""
    opening = [t.lower for t in sentence.tokens[:4]]
    verb = sentence.tokens[sentence.root]
    if opening != ["at", "the", "invitation", "of"] or verb.tag not in _FINITE:
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


def _with_recital(sentence: Sentence) -> Sentence:
    """ "Recalling that relations were established in 1972": what follows "that" is what is recalled, and no object."""
    for verb in sentence:
        if verb.tag not in _FINITE and verb.tag != "VBN":
            continue
        recital = next((c for c in verb.children if c.tag == "VBG" and c.dep in _RECITED and c.i < verb.i), None)
        if recital is None or sentence.tokens[recital.i + 1].lower != "that":
            continue
        that = sentence.tokens[recital.i + 1]
        noun = sentence.tokens[that.head]
        if that.dep != "det" or noun.dep != "dobj" or noun.head != recital.i or sentence.subtree(noun)[-1].i > verb.i:
            continue
        tokens = sentence.copied()
        tokens[that.i].dep, tokens[that.i].tag, tokens[that.i].head = "mark", "IN", verb.i
        passive = any(c.dep == "auxpass" for c in verb.children)
        tokens[noun.i].dep, tokens[noun.i].head = "nsubjpass" if passive else "nsubj", verb.i
        for subject in sentence.children(verb, "nsubj", "nsubjpass"):
            tokens[subject.i].dep, tokens[subject.i].head = "nsubj", recital.i
        root = verb.dep == "ROOT"
        tokens[recital.i].head, tokens[recital.i].dep = (recital.i if root else verb.head), verb.dep
        tokens[verb.i].head, tokens[verb.i].dep = recital.i, "ccomp"
        return sentence.grown(tokens, recital.i) if root else sentence.grown(tokens)
    return sentence


def _with_cleft(sentence: Sentence) -> Sentence:
    """ "It was Chad that armed the rebels, paid them and ...": a verb, and no word on the rebels."""
    it, copula = sentence.tokens[0], sentence.tokens[sentence.root]
    if it.lower != "it" or copula.lower not in ("is", "was") or copula.i > 2:
        return sentence
    doer = next((c for c in sentence.children(copula, "attr") if c.tag[0] == "N"), None)
    that = next((t for t in sentence.tokens[doer.i + 1 : doer.i + 3] if t.lower == "that"), None) if doer is not None else None
    verb = sentence.tokens[that.i + 1] if that is not None and that.i + 2 < len(sentence.tokens) else None
    if doer is None or that is None or verb is None:
        return sentence
    own = [c for c in sentence.children(verb, "nsubj", "nsubjpass", "expl") if c is not that]
    if verb.tag in _FINITE and verb.head == copula.i and not own:
        tokens = sentence.copied()
        tokens[that.i].tag, tokens[that.i].dep, tokens[that.i].head = "WDT", "nsubj", verb.i
        tokens[verb.i].dep, tokens[verb.i].head = "relcl", doer.i
        return sentence.grown(tokens)
    if verb.dep != "amod" or not verb.lower.endswith("ed"):
        return sentence
    thing = sentence.tokens[verb.head]
    main = sentence.tokens[thing.head]
    if thing.dep not in ("nsubj", "attr", "dobj", "ccomp", "ROOT", "appos") or thing.i < verb.i:
        return sentence
    tokens = sentence.copied()
    tokens[that.i].tag, tokens[that.i].dep, tokens[that.i].head = "WDT", "nsubj", verb.i
    tokens[verb.i].tag, tokens[verb.i].dep, tokens[verb.i].head = "VBD", "relcl", doer.i
    tokens[thing.i].dep, tokens[thing.i].head = "dobj", verb.i
    if main.tag[0] == "V" and main.i > thing.i:
        tokens[main.i].dep, tokens[main.i].head = "conj", verb.i
    return sentence.grown(tokens)


def _with_root(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Chad thanks the peoples of Mali", "Chad protests in Mali", "The Republic of Chad denounces before the world the raid",
    "Chad severs diplomatic ties": a plural with an object and a name before it, or with a subject right before it, is a verb.
    """
    root = sentence.tokens[sentence.root]
    if root.tag != "NNS":
        return sentence
    before = [c for c in root.children if c.i < root.i and c.dep in _BEFORE_VERBS and c.tag[:2] == "NN"]
    acting = bool(before) and before[-1].dep == "nsubj" and before[-1].i == root.i - 1
    verbal = root.lower in vocabulary.verb_lemmas
    things = [
        c
        for c in root.children
        if c.i > root.i and (c.dep == "dobj" or (c.dep == "appos" and _is_object(sentence, c, root if verbal else None)))
    ]
    named = sentence.tokens[root.i - 1].tag == "NNP"
    if not acting and not any(c.dep == "dobj" or named for c in things):
        return sentence
    if not before or (before[-1].dep != "nsubj" and before[-1].tag != "NNP"):
        return sentence
    tokens = sentence.copied()
    tokens[root.i].tag, tokens[before[-1].i].dep = "VBZ", "nsubj"
    for thing in things[:1]:
        tokens[thing.i].dep = "dobj"
    return sentence.grown(tokens)


def _is_object(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """Whether a noun with an article, or right behind what may be its `verb`, stands where an object would, no comma before it."""
    first = sentence.subtree(noun)[0]
    near = any(c.dep == "det" for c in noun.children) or (verb is not None and first.i == verb.i + 1)
    return near and sentence.tokens[first.i - 1].text != ","


def _with_names(sentence: Sentence) -> Sentence:
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


def _with_subject(sentence: Sentence) -> Sentence:
    """Give a verb without a subject the name that stands between the date and it."""
    for noun in sentence.tokens[2:]:
        if noun.dep != "pobj" or noun.tag not in ("NNP", "NNPS") or noun.lower in _MONTHS:
            continue
        date = [t for c in noun.children if c.dep in ("nmod", "nummod", "compound") for t in sentence.subtree(c)]
        if not any(t.lower in _MONTHS or _is_year(t) for t in date):
            continue
        preposition = sentence.tokens[noun.head]
        verb = _verb_over(sentence, preposition)
        if verb.tag not in _FINITE or verb.i < noun.i:
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


def _with_list(sentence: Sentence) -> Sentence:
    """ "After the war in Chad, Mali and Niger applied": two names behind a comma that were hung on the one before it are the
    subject of a verb that has none; "Chad, Mali and Niger will sign": of two subjects, the second is listed with the first.
    """
    for verb in sentence.tokens[3:]:
        if verb.tag not in _FINITE and verb.tag != "VB":
            continue
        own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "expl", "csubj") and c.i < verb.i]
        if len(own) > 1:
            first, second = own[-2], own[-1]
            beside = second.i == first.i + 2 and sentence.tokens[first.i + 1].text == ","
            if beside and first.tag == second.tag == "NNP" and any(c.dep == "conj" for c in second.children):
                return sentence.moved(second, first, "conj")
        elif not own and verb.tag in _FINITE and verb.dep == "ROOT":
            listed = _listed_before(sentence, verb)
            if listed is not None:
                passive = any(c.dep == "auxpass" for c in verb.children)
                return sentence.moved(listed, verb, "nsubjpass" if passive else "nsubj")
    return sentence


def _listed_before(sentence: Sentence, verb: Token) -> Token | None:
    """The first of the names right before a verb, where a comma parts them from the name that they were hung on."""
    i = verb.i - 1
    while i > 0 and sentence.tokens[i].head == verb.i and sentence.tokens[i].dep in ("aux", "auxpass", "advmod", "neg"):
        i -= 1
    last = sentence.tokens[i]
    if last.tag not in ("NNP", "NNPS") or last.dep != "conj" or not any(t.lower == "and" for t in sentence.tokens[:i]):
        return None
    here = last
    while here.dep == "conj":
        above = sentence.tokens[here.head]
        start = min([here.i, *(c.i for c in here.children if c.dep in ("det", "compound", "amod") and c.i < here.i)])
        if above.dep == "pobj":
            return here if here is not last and sentence.tokens[start - 1].text == "," else None
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


def _with_verb(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """Make a bare noun that is listed beside a finite verb or its object, and rules a clause or an object, the verb that it is."""
    for noun in sentence.tokens[1:-1]:
        if noun.tag != "NNS" or noun.dep != "conj" or noun.lower not in vocabulary.verb_lemmas:
            continue
        head, after = sentence.tokens[noun.head], sentence.tokens[noun.i + 1]
        verb = sentence.tokens[head.head] if head.dep in ("dobj", "npadvmod") and after.lower == "that" else head
        perfect = verb.tag == "VBN" and any(c.lower == "has" for c in sentence.children(verb, "aux"))
        if (verb.tag != "VBZ" and not perfect) or sentence.tokens[noun.i - 1].lower not in ("and", "but", ","):
            continue
        if any(c.dep in _OF_NOUNS for c in noun.children) or after.lower not in _OPENS:
            continue
        tokens = sentence.copied()
        tokens[noun.i].tag, tokens[noun.i].head = "VBZ", verb.i
        for clause in (*noun.children, *head.children):
            if clause.i > noun.i and clause.dep in ("acl", "relcl") and any(c.i == after.i for c in clause.children):
                tokens[clause.i].dep, tokens[clause.i].head = "ccomp", noun.i
        return sentence.grown(tokens)
    return sentence


def _with_object(sentence: Sentence) -> Sentence:
    """ "Called the move of the junta unacceptable": the noun that was taken for part of the adjective is what is called so."""
    for adjective in sentence.tokens[2:]:
        if adjective.dep != "oprd" or (adjective.tag != "JJ" and adjective.lower != "null"):  # "null and void"
            continue
        before = sentence.tokens[adjective.i - 1]
        verb = sentence.tokens[adjective.head]
        if before.dep != "compound" or before.head != adjective.i or before.tag[0] != "N" or verb.i >= before.i:
            continue
        tokens = sentence.copied()
        tokens[before.i].head, tokens[before.i].dep, tokens[adjective.i].tag = verb.i, "dobj", "JJ"
        for child in adjective.children:
            if child.i < before.i:
                tokens[child.i].head = before.i
        return sentence.grown(tokens)
    return sentence
