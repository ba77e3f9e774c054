"""Verbs that parsers take for nouns or participles in news: headlines ("Thai Premier Lauds Phnom Penh") and short sentences."""

from __future__ import annotations

from collections.abc import Iterable, Set

from dragoman.coding.mending.headings import headed, listed, quoting
from dragoman.coding.mending.strays import raised
from dragoman.coding.sentence.vocabulary import Vocabulary
from dragoman.language.parse import TENSED, Sentence, Token
from dragoman.lexicon.words import word_class

_OPENS_OBJECT = frozenset("NJDPC")
_LONGEST = 25
# Where these hang, a word is no predicate, whatever its tag says.
_INSIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "poss"})
_FIRES = frozenset({"fire", "launch", "fly"})
_DONE_TO = word_class("done-to-in-headlines")
_BLAMED = word_class("blamed-in-headlines")
# Numbers of people, and what they do in headlines.
_CROWDS = word_class("crowds")
_UNREST = word_class("unrest-in-headlines")
_QUOTES = frozenset({"'", '"', "‘", "“"})
_TESTS = frozenset({"test", "flight"})
_FIRING_AND_FLYING = word_class("firing-and-flying")


def told(sentence: Sentence, said: Set[str], vocabulary: Vocabulary) -> Sentence:
    """`sentence`, which has the words `said`, itself, unless its verb was lost: a past tense taken for a participle, or a known
    verb that stands after a noun in a short text without a finite one.
    """
    sentence = _undergone(quoting(sentence) if ":" in said else sentence)
    if len(sentence.tokens) <= _LONGEST and sentence.tokens[-1].text not in (".", "!", "?"):
        sentence = headed(sentence, said)
        sentence = _crowding(sentence)
    tokens = sentence.tokens
    ahead = _ahead(tokens, vocabulary)
    if ahead is not None:
        return listed(_rooted(sentence, ahead))
    past = _lost_past(sentence)
    if past is not None:
        return raised(sentence, past)
    signed = None if any(t.tag in TENSED for t in tokens) else _signed(sentence, vocabulary)
    if signed is not None:
        return raised(sentence, signed)
    tested = tokens[2:-1] if not _TESTS.isdisjoint(said) else []
    fired = next((t for t in tested if _is_test_fired(t, tokens, vocabulary)), None)
    if fired is not None:
        return _rooted(sentence, fired)
    if len(tokens) > _LONGEST:
        return sentence
    root = tokens[sentence.root]
    if root.tag[0] in "JN" and (verb := _verb_for_subject(sentence, root)) is not None:
        return _turned(sentence, root, verb)
    lost = [c for c in sentence.children(root, "compound") if c.i < root.i and c.tag[0] == "N"]
    if root.tag in TENSED and lost and not sentence.children(root, "nsubj", "nsubjpass"):
        return _rooted(sentence, root)  # "Egypt court sentences 22 to death"
    if any(t.tag in TENSED and t.dep not in _INSIDE for t in tokens):
        return sentence
    full = tokens[-1].text in (".", "!", "?")
    for token in sorted(tokens[1:-1], key=lambda t: (t.head != t.i, t.i)):
        hidden = full and token.head == token.i and token.tag[0] == "N"  # "Gbagbo clings to office, ..."
        if (full and _is_past(token, tokens, vocabulary)) or ((hidden or not full) and _is_verb(token, tokens, vocabulary)):
            return listed(_rooted(sentence, token))
    return sentence


def _crowding(sentence: Sentence) -> Sentence:
    """ "3,000 protest against dam": what a headline's numbers do, taken for what there are so many of."""
    root = sentence.tokens[sentence.root]
    if root.lower not in _UNREST or not 0 < root.i < 4 or root.i + 1 == len(sentence.tokens):
        return sentence
    crowd, after = sentence.tokens[root.i - 1], sentence.tokens[root.i + 1]
    if (
        root.tag not in ("NN", "VBP", "VB")
        or (crowd.tag != "CD" and crowd.lower not in _CROWDS)
        or after.tag not in ("IN", "RB")
    ):
        return sentence
    tokens = sentence.copied()
    tokens[root.i].tag = "VBP"
    tokens[crowd.i].dep, tokens[crowd.i].head = "nsubj", root.i
    return sentence.grown(tokens)


def _undergone(sentence: Sentence) -> Sentence:
    """ "Rebel leader killed in Chad", "Troops deployed to the border": a headline's passive without its auxiliary."""
    if len(sentence.tokens) > _LONGEST or sentence.tokens[-1].text in (".", "!", "?"):
        return sentence
    sentence = _shot(sentence)
    tokens, root = sentence.tokens, sentence.tokens[sentence.root]
    for verb in (root, *(t for t in tokens if t.dep == "acl")):
        last = verb.i + 1 == len(tokens)
        if verb.lower not in (_BLAMED if last else _DONE_TO) or verb.tag not in ("VBD", "VBN"):
            continue
        after = tokens[verb.i + 1] if not last else None
        # "Teacher shot and killed in Lagos": a second participle.
        second = tokens[verb.i + 2] if after is not None and after.lower == "and" and verb.i + 2 < len(tokens) else None
        if second is not None and (second.lower not in _DONE_TO or second.tag not in ("VBN", "VBD")):
            continue
        if after is not None and second is None and after.tag not in ("IN", "TO", "RB", "RP", "NNP") and after.lower != "dead":
            continue
        if sentence.children(verb, "dobj", "auxpass", "aux", "nsubjpass"):
            continue
        subjects = sentence.children(verb, "nsubj")
        if verb is root and len(subjects) != 1:
            continue
        copied = sentence.copied()
        copied[verb.i].tag = "VBN"
        if second is not None:
            copied[second.i].tag = "VBN"
        for subject in subjects:
            copied[subject.i].dep = "nsubjpass"
        return sentence.grown(copied)
    return sentence


def _shot(sentence: Sentence) -> Sentence:
    """ "Sheriff's deputy shot and killed": no shot of the deputy's, as another participle beside it shows."""
    root = sentence.tokens[sentence.root]
    beside = [c for c in sentence.children(root, "conj") if c.lower in _DONE_TO and c.tag in ("VBN", "VBD")]
    if root.lower != "shot" or root.tag != "NN" or not beside or root.i == 0:
        return sentence
    subject = sentence.tokens[root.i - 1]
    if subject.head != root.i or subject.tag[0] != "N":
        return sentence
    tokens = sentence.copied()
    for child in root.children:
        if child.i < subject.i:
            tokens[child.i].head = subject.i
    tokens[root.i].tag, tokens[subject.i].dep = "VBD", "nsubj"
    return sentence.grown(tokens)


def _signed(sentence: Sentence, vocabulary: Vocabulary) -> Token | None:
    """ "Roh of Korea and Kim, chairman, signed a declaration.": the past of a whole sentence taken for a participle on its
    subject; a participle has no object.
    """
    root = sentence.tokens[sentence.root]
    if root.tag[0] != "N" or sentence.tokens[-1].text not in (".", "!"):
        return None
    heads = [root]
    for head in heads:
        heads += sentence.children(head, "conj")
    for verb in (v for h in heads for v in sentence.children(h, "acl") if v.tag == "VBN" and v.i > h.i):
        known = vocabulary.verb_lemmas.get(verb.lower, ())
        if sentence.children(verb, "dobj") and any(v in vocabulary.verb_rules for v in known):
            return verb
    return None


def _verb_for_subject(sentence: Sentence, root: Token) -> Token | None:
    """ "The navy tests intercontinental missiles": a finite verb that the parser made the subject of an adjective."""
    for verb in sentence.children(root, "nsubj"):
        if verb.tag in ("VBZ", "VBD", "VBP") and verb.i > 0 and sentence.tokens[verb.i - 1].tag[0] == "N":
            return verb
    return None


def _turned(sentence: Sentence, root: Token, verb: Token) -> Sentence:
    """The sentence with `verb` over what `root`, an adjective or noun before its object, was over."""
    tokens = sentence.copied()
    thing = next((t for t in tokens if t.head == root.i and t.dep == "dobj"), None)
    for t in tokens:
        if t.head == verb.i and t.i < verb.i:
            t.head, t.dep = (verb.i, "nsubj") if t.i == verb.i - 1 else (verb.i - 1, t.dep)
        elif t.head == root.i and t.i != root.i:
            t.head = verb.i
    tokens[root.i].head, tokens[root.i].dep = (thing.i, "amod") if thing is not None else (verb.i, "dobj")
    tokens[verb.i].head, tokens[verb.i].dep = verb.i, "ROOT"
    return sentence.grown(tokens, verb.i)


def _is_verb(token: Token, tokens: list[Token], vocabulary: Vocabulary) -> bool:
    if token.tag[0] not in "NVJ" or token.tag in ("VBG", "VBN"):
        return False
    lemmas = vocabulary.verb_lemmas.get(token.lower, ())
    if not any(lemma in vocabulary.verb_rules or lemma in vocabulary.verb_operators for lemma in lemmas):
        return False
    before, after = tokens[token.i - 1], tokens[token.i + 1]
    if after.text in _QUOTES and token.i + 2 < len(tokens):  # "scolds 'dishonest' critics"
        after = tokens[token.i + 2]
    # "Trump scolds critics": a name that was taken for a bidding.
    named = before.i == 0 and before.tag == "VB" and before.text.istitle() and before.lower not in vocabulary.verb_lemmas
    if (before.tag[0] not in "NC" and not named) or before.lower in ("and", "or"):
        return False
    inflected = token.lower not in lemmas
    if inflected and not token.lower.endswith("s"):
        return False
    linked = token.i > 2 and tokens[token.i - 2].lower in (",", "and", "&")
    two = linked and tokens[token.i - 3].tag == before.tag == "NNP"  # "May, Merkel vow"
    if inflected == (two or before.tag in ("NNS", "NNPS", "CD") or before.lower == "police"):
        return False
    if after.tag[0] in _OPENS_OBJECT or after.tag == "VBG":
        return True
    told = token.lower == "dead" and before.tag[0] in "NC"  # "20 dead in Kabul blast"
    plain = told or two or not vocabulary.noun_lemmas.get(token.lower) or (inflected and _leads(lemmas, after, vocabulary))
    return after.tag in ("IN", "TO", "RB", "RP") and plain


def _leads(lemmas: Iterable[str], preposition: Token, vocabulary: Vocabulary) -> bool:
    """ "Kenya sides with Zambia": whether a preposition leads from a verb that is no event noun to its other party."""
    rules = [r for lemma in lemmas if lemma not in vocabulary.noun_rules for r in vocabulary.verb_rules.get(lemma, ())]
    return any(preposition.lower in rule.with_prep for rule in rules)


def _ahead(tokens: list[Token], vocabulary: Vocabulary) -> Token | None:
    """The infinitive that is a headline's predicate ("Soviets to Pull Out of Afghanistan") where it hangs on its subject."""
    if len(tokens) > _LONGEST or tokens[-1].text in (".", "!", "?"):
        return None
    to = next((t for t in tokens[1:-1] if t.tag[0] not in "NJDC," and t.lower not in ("'s", "’s", "of", "in", "-")), None)
    if to is None or to.lower != "to" or tokens[to.i - 1].tag[0] != "N":
        return None
    verb = tokens[to.i + 1]
    subject = any(c.dep == "nsubj" for c in verb.children)
    subject = subject or verb.dep == "auxpass"  # "to be freed": of what is to be done
    return verb if vocabulary.verb_lemmas.get(verb.lower) and verb.tag in ("VB", "NN") and not subject else None


def _is_test_fired(token: Token, tokens: list[Token], vocabulary: Vocabulary) -> bool:
    """ "North Korea test-fired two missiles": a verb of two words that the parser hangs on its object."""
    test = tokens[token.i - 2 if tokens[token.i - 1].text == "-" else token.i - 1]
    return (
        test.lower in _TESTS
        and test.i > 0
        and bool(_FIRES & set(vocabulary.verb_lemmas.get(token.lower, ())))
        and token.lower not in _FIRING_AND_FLYING
        and tokens[token.i + 1].tag[0] in (*_OPENS_OBJECT, "V")
        and not any(c.dep in ("nsubj", "nsubjpass", "auxpass") for c in token.children)
        and tokens[test.i - 1].tag[0] == "N"
    )


def _is_past(token: Token, tokens: list[Token], vocabulary: Vocabulary) -> bool:
    """ "Nigeria's army chief compared notes with ...": the past tense of a whole sentence taken for a participle."""
    before, after = tokens[token.i - 1], tokens[token.i + 1]
    known = any(
        v in vocabulary.verb_rules or v in vocabulary.verb_operators for v in vocabulary.verb_lemmas.get(token.lower, ())
    )
    return known and token.tag == "VBN" and token.dep == "amod" and before.tag[0] in "NJ" and after.tag[0] in _OPENS_OBJECT


def _lost_past(sentence: Sentence) -> Token | None:
    """ "A stoppage by magistrates ended in Porto-Novo.": the only past tense of a whole sentence, taken for a participle on
    its subject.
    """
    tokens = sentence.tokens
    root = tokens[sentence.root]
    if tokens[-1].text not in (".", "!") or root.tag[0] != "N" or len(tokens) < 5:
        return None
    if any(t.tag in TENSED and not _is_aside(t, tokens) for t in tokens):
        return None
    for token in tokens[root.i + 1 :]:
        if token.tag != "VBN" or token.dep != "acl" or _is_aside(tokens[token.head], tokens):
            continue
        if tokens[token.i + 1].lower != "with":  # "crowds armed with knives set upon ..."
            return None if any(c.dep == "agent" for c in token.children) else token
    return None


def _is_aside(token: Token, tokens: list[Token]) -> bool:
    """Whether a word stands in a relative or side clause."""
    while token.head != token.i:
        if token.dep in ("relcl", "advcl"):
            return True
        token = tokens[token.head]
    return False


def _rooted(sentence: Sentence, verb: Token) -> Sentence:
    """The sentence with `verb` as its root: the noun before it the subject, the first noun after it the object."""
    tokens = sentence.copied()
    if verb.i == 1 and tokens[0].tag == "VB":
        tokens[0].tag = "NNP"  # "Trump scolds critics"
    root = tokens[verb.i]
    to = tokens[verb.i - 1] if tokens[verb.i - 1].lower == "to" else None
    past = root.tag in ("VBN", "VBD") or root.lower.endswith("ed")
    root.tag = "VB" if to else "VBD" if past else "VBZ" if root.lower.endswith("s") else "VBP"
    for t in tokens[max(0, verb.i - 2) : verb.i]:  # the first half of "test-fired"
        if t.text == "-" or (t.lower in _TESTS and t.i > 0):
            t.head, t.dep = verb.i, "dep"
    left = [t for t in tokens[: verb.i] if t.dep != "dep" and (not 0 <= t.head < verb.i or t.head == t.i)]
    right = [t for t in tokens[verb.i + 1 :] if t.head <= verb.i or t.head == t.i]
    subject = next(
        (t for t in reversed(left) if t.tag[0] in "NC" and t.tag != "CC" and not _under_preposition(t, tokens)), None
    )
    for t in left:
        t.head, t.dep = (verb.i, "nsubj") if t is subject else (subject.i if subject else verb.i, _left(t))
    object_ = next((t for t in right if t.tag[0] in "NP" and t.dep not in ("pobj",)), None)
    for t in right:
        t.head = verb.i
        t.dep = "dobj" if t is object_ else (t.dep if t.dep not in ("ROOT", "compound", "appos", "dobj") else "dep")
    for t in left:  # "the embassy in Beijing hosts ...": what the parser hung on the lost noun belongs to its preposition
        if t is not subject and _under_preposition(t, tokens):
            t.head, t.dep = t.i - 1, "pobj"
    if to is not None:
        to.head, to.dep = verb.i, "aux"
    root.head, root.dep = root.i, "ROOT"
    return sentence.grown(tokens, root.i)


def _left(token: Token) -> str:
    return token.dep if token.dep in ("punct", "det", "cc", "prep", "amod") else "compound"


def _under_preposition(token: Token, tokens: list[Token]) -> bool:
    return token.i > 0 and tokens[token.i - 1].tag == "IN"
