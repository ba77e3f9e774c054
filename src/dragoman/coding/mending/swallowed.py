"""Clauses that parsers hang on the noun before them: who says so at the end, charges with a clause of their own, dates of a curb."""

from __future__ import annotations

from dragoman.coding.mending.asking import of_labels
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import Sentence, Token
from dragoman.lexicon.words import word_class

DAYS = word_class("days-after-a-verb")
TIMES = DAYS | word_class("times-and-directions") - {"march"}
VOTES = frozenset({"votes", "vote"})
SINCE = frozenset({"since", "after", "before", "until"})


@of_labels("relcl", "conj")
def told_last(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Was allowed to leave Tehran, Iran's judiciary announced.": who says so at the end of a sentence, taken for a clause on the
    name before the comma.
    """
    root, tokens = sentence.tokens[sentence.root], sentence.tokens
    if root.tag[0] != "V":
        return sentence
    for says in tokens[3:]:
        if says.dep not in ("relcl", "conj") or says.tag not in ("VBD", "VBZ"):
            continue
        if any(c.dep in ("dobj", "ccomp", "aux", "xcomp") for c in says.children):
            continue
        if says.dep == "conj" and any(c.dep == "cc" for c in tokens[says.head].children):
            continue
        subject = next((c for c in says.children if c.dep == "nsubj" and c.i < says.i), None)
        if subject is None or subject.tag[0] != "N" or sentence.subtree(subject)[0].i == 0:
            continue
        after = [t for t in tokens[says.i + 1 :] if t.tag[0] in "NVJ" and t.lower not in TIMES and t.tag != "NNP"]
        comma = tokens[sentence.subtree(subject)[0].i - 1]
        said = any(_is_of(vocabulary, says, kind) for kind in ("say", "accuse", "threaten"))
        if after or comma.text != "," or not said or says.head >= comma.i:
            continue
        return sentence.rerooted(says, "ccomp")
    return sentence


@of_labels("conj")
def charges_beside(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Denies that it armed them and accuses Chad of lying": a charge is listed with the denial, and is no part of what is denied."""
    tokens = sentence.tokens
    for verb in tokens:
        clause = tokens[verb.head]
        if verb.dep != "conj" or verb.tag[:2] != "VB" or clause.dep != "ccomp" or clause.i > verb.i:
            continue
        above = tokens[clause.head]
        first = next((c for c in verb.children if c.dep == "aux"), verb)
        if first.tag not in ("VBZ", "VBD") or not _is_of(vocabulary, above, "deny") or not _is_of(vocabulary, verb, "accuse"):
            continue
        if any(c.dep in ("nsubj", "nsubjpass") for c in verb.children) or above.i > clause.i:
            continue
        moved = sentence.copied()
        moved[verb.i].head = above.i
        for child in clause.children:
            if child.dep == "cc" and child.i < verb.i:
                moved[child.i].head = above.i
        return sentence.grown(moved, sentence.root)
    return sentence


def _is_of(vocabulary: Vocabulary, verb: Token, kind: str) -> bool:
    """Whether a verb is an operator of a kind."""
    return any(o.kind == kind for v in vocabulary.verb_lemmas.get(verb.lower, ()) for o in vocabulary.verb_operators.get(v, ()))


def claimed_that(sentence: Sentence, vocabulary: Vocabulary) -> Sentence:
    """ "Charges that Chad shelters guerrillas were made by Niger": the verb of the clause with "that", taken for a noun in the
    name of what it governs, and that of the sentence, taken for the clause's.
    """
    tokens, root = sentence.tokens, sentence.tokens[sentence.root]
    if root.tag not in ("NN", "NNS"):
        return sentence
    for verb in root.children:
        mark = next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), None)
        thing = next((c for c in verb.children if c.dep == "nsubjpass"), None)
        if verb.dep != "acl" or verb.tag != "VBN" or mark is None or thing is None or mark.i < root.i:
            continue
        lost = next((t for t in tokens[mark.i + 2 : thing.i] if t.tag == "NNS" and t.dep == "compound"), None)
        if lost is None or lost.lower not in vocabulary.verb_lemmas or tokens[lost.i - 1].tag not in ("NNP", "NNPS"):
            continue
        moved = sentence.copied()
        moved[verb.i].dep, moved[verb.i].head = "ROOT", verb.i
        moved[root.i].dep, moved[root.i].head = "nsubjpass", verb.i
        moved[lost.i].tag, moved[lost.i].dep, moved[lost.i].head = "VBZ", "acl", root.i
        moved[mark.i].head = lost.i
        moved[lost.i - 1].dep, moved[lost.i - 1].head = "nsubj", lost.i
        moved[thing.i].dep, moved[thing.i].head = "dobj", lost.i
        return sentence.grown(moved, verb.i)
    return sentence


def swallowed(sentence: Sentence) -> Sentence:
    """ "Censorship in force since the riots was eased by Rome": the verb of a whole sentence whose root is a noun, taken for that
    of a clause since when something is in force.
    """
    root = sentence.tokens[sentence.root]
    if root.tag[0] != "N" or sentence.tokens[-1].text != "." or any(c.dep in ("cop", "nsubj") for c in root.children):
        return sentence
    for verb in sentence.tokens[root.i + 3 :]:
        mark = next((c for c in verb.children if c.dep == "mark" and c.lower in SINCE), None)
        if verb.dep != "advcl" or verb.head != root.i or mark is None or mark.i < root.i:
            continue
        passive = [c for c in verb.children if c.dep == "auxpass" and c.tag in ("VBD", "VBZ", "VBP")]
        lost = next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and mark.i < c.i < verb.i), None)
        if not passive or (lost is not None and passive[0].lower == "was" and lost.tag == "NN" and root.tag == "NNS"):
            continue
        tokens = sentence.copied()
        tokens[mark.i].dep, tokens[mark.i].head = "prep", root.i
        if lost is not None:
            tokens[lost.i].dep, tokens[lost.i].head = "pobj", mark.i
        tokens[verb.i].dep, tokens[verb.i].head = "ROOT", verb.i
        tokens[root.i].dep, tokens[root.i].head = "nsubjpass", verb.i
        return sentence.grown(tokens, verb.i)
    return sentence


def parted(sentence: Sentence) -> Sentence:
    """ "The line, opened in 2021, has carried ...": a participle between commas, taken for the verb of the sentence."""
    participle = sentence.tokens[sentence.root]
    if participle.tag != "VBN" or participle.i == 0 or sentence.tokens[participle.i - 1].text != ",":
        return sentence
    subject = next((c for c in participle.children if c.dep in ("nsubj", "nsubjpass") and c.i < participle.i), None)
    verb = next(
        (c for c in participle.children if c.dep == "conj" and any(x.dep in ("aux", "auxpass") for x in c.children)), None
    )
    held = any(c.dep in ("aux", "auxpass", "cc") for c in participle.children)
    if subject is None or verb is None or held or any(c.dep in ("nsubj", "nsubjpass") for c in verb.children):
        return sentence
    moved = sentence.copied()
    for child in participle.children:
        if child.i > verb.i or child.i < participle.i:
            moved[child.i].head = verb.i
    passive = any(c.dep == "auxpass" for c in verb.children)
    moved[subject.i].dep, moved[subject.i].head = "nsubjpass" if passive else "nsubj", verb.i
    moved[participle.i].dep, moved[participle.i].head = "acl", subject.i
    moved[verb.i].dep, moved[verb.i].head = "ROOT", verb.i
    return sentence.grown(moved, verb.i)


def found_by_votes(sentence: Sentence) -> Sentence:
    """ "Found by ten votes to one that Chad had broken the treaty": votes, taken for who did it, and what was found, hung on the
    number before it.
    """
    for votes in sentence.tokens[2:]:
        by = sentence.tokens[votes.head]
        if votes.lower in VOTES and by.dep == "agent" and any(c.dep == "nsubj" for c in sentence.tokens[by.head].children):
            sentence = sentence.moved(by, sentence.tokens[by.head], "prep")
    for clause in sentence.tokens[4:]:
        number = sentence.tokens[clause.head]
        if clause.dep not in ("relcl", "acl") or number.tag != "CD" or number.i > clause.i:
            continue
        verb = sentence.verb_above(number)
        opening = sentence.tokens[number.i + 1] if number.i + 1 < len(sentence.tokens) else number
        if (
            verb is None
            or opening.lower != "that"
            or not any(c.dep in ("nsubj", "nsubjpass") and c is not opening for c in clause.children)
        ):
            continue
        moved = sentence.copied()
        moved[clause.i].dep, moved[clause.i].head = "ccomp", verb.i
        moved[opening.i].tag, moved[opening.i].dep, moved[opening.i].head = "IN", "mark", clause.i
        return sentence.grown(moved)
    return sentence


@of_labels("prt")
def beside_particle(sentence: Sentence) -> Sentence:
    """ "Breaks off relations with Chad, the first such break": the object behind a particle, taken for the particle's own, and
    what stands beside it, taken for the verb's.
    """
    for particle in sentence.tokens[1:-1]:
        if particle.dep != "prt" or not particle.children:
            continue
        verb = sentence.tokens[particle.head]
        thing = next((c for c in particle.children if c.dep == "pobj" and c.i > particle.i), None)
        if thing is None or verb.tag[0] != "V":
            continue
        beside = [c for c in verb.children if c.dep == "dobj" and c.i > thing.i]
        sentence = sentence.moved(thing, verb, "dobj")
        for other in beside:
            if sentence.tokens[sentence.subtree(sentence.tokens[other.i])[0].i - 1].text == ",":
                sentence = sentence.moved(sentence.tokens[other.i], sentence.tokens[thing.i], "appos")
        return sentence
    return sentence
