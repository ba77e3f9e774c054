"""What a law, treaty or rule lays down, an office's purpose, and what is only asked: none of it is an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.events.act import Act
from dragoman.coding.sentence.moods import is_bare, is_subjunctive
from dragoman.coding.who.reference import codes_in
from dragoman.language.parse import Token
from dragoman.lexicon.closed import IS
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

_PARTS = word_class("parts-of-texts")
# Legal texts: what they say in the present is their content; "the agreement ended the war" is history.
_TEXTS = word_class("texts-that-stipulate")
_SAYS = word_class("stipulating")
_CLAIMS = word_class("claims-that")
_TAKEN = word_class("taken-of-something")
# What states do for others as a practice, and kinds of documents that describe what they do.
_PRACTISED = frozenset({"AID", "COOPERATE"})
_DESCRIBES = frozenset({"reference", "overview", "interview"})
# What a parliament makes for those at home.
_LAWS = word_class("laws-of-states")
_DENIES = word_class("denying-a-claim")
_TRUE = frozenset({"true", "correct", "right", "accurate"})
_UNTRUE = word_class("untrue")
_WOULD = frozenset({"would", "will", "shall"})
_UNDER = frozenset({"under", "in", "by", "according", "pursuant", "per"})
# Documents that lay down, and those whose "shall" is a promise of those who speak.
_LAYS_DOWN = frozenset({"law", "treaty"})
# Those and descriptions of a state, in which what it does by law is its rule.
_OF_RULES = _LAYS_DOWN | {"overview", "reference"}
_PROMISES = frozenset({"joint-statement", "statement", "press-statement", "speech", "letter", "message"})
_GRANTED = word_class("taken-for-granted-behind")


def is_stipulated(reader: ActReader, verb: Token, *, told: bool) -> bool:
    """Whether a predicate is what a legal text provides: "Under Article 9 they shall not use force", "the preamble
    recognizes", "the DPRK, the law says, shall not station weapons". Where it may be `told` besides, a speaker's own word is.
    """
    if _is_of_article(reader, verb):
        return True
    if verb.tag[0] not in "VM" or (told and _is_own_word(reader, verb)):
        return False
    opening = [t.lower for t in reader.sentence.tokens[:4]]
    if opening and opening[0] in _UNDER and _PARTS & set(opening) and _is_standing(reader, verb):
        return True  # "Under Article 1, in the event that ..., Finland undertakes"
    chain = _up_to_own_clause(reader, verb)
    standing = any(_is_standing(reader, v) for v in chain[:1])
    for above in chain:
        subjects = reader.sentence.children(above, "nsubj")
        named = [t for s in subjects for t in (s, *reader.sentence.children(s, "compound", "nmod"))]  # "Article III confirms"
        if any(s.lower in _PARTS for s in named) or (standing and any(s.lower in _TEXTS for s in subjects)):
            return True
        for says in reader.sentence.children(above, "parataxis", "ccomp"):  # "the law says, ..."
            if says.i == verb.i or not _SAYS & set(reader.clauses.verb_lemmas(says)):
                continue
            if any(s.lower in _PARTS | _TEXTS for s in reader.sentence.children(says, "nsubj")):
                return True
        if standing and any(_names_part(reader, p) for p in reader.sentence.children(above, "prep")):
            return True
    return _shall(reader, verb)


def _is_of_article(reader: ActReader, verb: Token) -> bool:
    """Whether a law tells it under one of its articles, of no year and no other state: what holds, and no act."""
    scene, sentence = reader.scene, reader.sentence
    if scene.document.kind != "law" or scene.register.heading_at(verb.start) is None:
        return False
    if any(t.text.isdigit() and len(t.text) == 4 for t in sentence):
        return False
    named = {m.code for m in scene.within(sentence.start, sentence.end) if m.kind != "body"}
    return named.isdisjoint(scene.knowledge.states - {scene.document.speaker_state or ""})


def _is_own_word(reader: ActReader, verb: Token) -> bool:
    """ "In accordance with Article 35 Guyana requests", in its letter: what a speaker does by a law, or says it will do."""
    speaker = reader.scene.speaker(verb.start)
    if speaker is None or reader.scene.document.kind in _OF_RULES or "shall" in reader.clauses.auxiliaries(verb):
        return False
    own = set(speaker.split("+"))
    return any(set(r.codes) & own for r in reader.subjects_meant(verb))


def _up_to_own_clause(reader: ActReader, verb: Token) -> list[Token]:
    """A verb and those above it, up to one in the past with a subject of its own that is listed behind another clause:
    "Article 2 bound Chad, and Mali returned the islands".
    """
    chain = [verb, *(t for t in reader.sentence.ancestors(verb) if t.tag[0] in "VM")]
    apart = (i for i, t in enumerate(chain) if t.tag == "VBD" and t.dep == "conj" and reader.sentence.children(t, "nsubj"))
    return chain[: next(apart, len(chain)) + 1]


def _is_standing(reader: ActReader, verb: Token) -> bool:
    """Told in the present or with "shall": what holds, not what happened."""
    finite = [c for c in reader.sentence.children(verb, "aux", "auxpass") if c.tag in ("MD", "VBZ", "VBP", "VBD")]
    if finite:
        return finite[0].tag != "VBD" and finite[0].lower not in ("has", "have", "would")
    if verb.dep == "conj" and (head := reader.sentence.head(verb)) is not None and head.tag[0] == "V":
        return _is_standing(reader, head)
    return verb.tag in ("VBZ", "VBP")


def _names_part(reader: ActReader, preposition: Token) -> bool:
    """ "Under Article 9", "in section 93": a part of a legal text as the ground of what is told."""
    if preposition.lower not in _UNDER:
        return False
    below = [preposition, *reader.sentence.children(preposition, "prep")]
    return any(o.lower in _PARTS for p in below for o in reader.sentence.children(p, "pobj"))


def _shall(reader: ActReader, verb: Token) -> bool:
    """ "Shall" in a text that speaks for nobody, or in a law: a rule and no promise."""
    if "shall" not in reader.clauses.auxiliaries(verb):
        return False
    if any(s.tag == "PRP" and s.lower in ("we", "i") for s in reader.clauses.subjects(verb)):
        return False
    document = reader.scene.document
    if document.kind in _LAYS_DOWN:
        return True
    return document.kind not in _PROMISES and reader.scene.speaker(verb.start) is None and not reader.scene.base(verb.start)


def is_dismissed(reader: ActReader, token: Token, *, charged: bool = False) -> bool:
    """What "dismissed reports that" and "rejected the notion that" tell: a claim that is denied, by their own account no act.
    But whoever is `charged` in a report that is dismissed ("a report in which Chad accused Mali") has been.
    """
    clauses = ("acl", "ccomp", "appos") if charged else ("acl", "relcl", "ccomp", "appos")
    here = token
    for above in reader.sentence.ancestors(token):
        if here.dep in ("ccomp", "csubj", "acl") and above.lower in IS:  # "it is not true that ..."
            said = {c.lower for c in reader.sentence.children(above, "acomp")}
            if said & _UNTRUE or (said & _TRUE and reader.clauses.negated(above)):
                return True
        denies = here.dep == "ccomp" and not _DENIES.isdisjoint(reader.clauses.verb_lemmas(above))
        if denies and any(o.lower in _CLAIMS for o in reader.clauses.under(above, "as")):
            return True  # "dismissed as false claims by the opposition that it had"
        if here.dep in clauses and above.lower in _CLAIMS:
            verb = reader.sentence.verb_above(above)
            if verb is not None and _DENIES & set(reader.clauses.verb_lemmas(verb)):
                return True
        here = above
    return False


def denies_report(reader: ActReader, verb: Token) -> bool:
    """ "Dismissed reports that it had sold arms": words against words."""
    if not _DENIES & set(reader.clauses.verb_lemmas(verb)):
        return False
    told = [
        c
        for o in reader.clauses.objects(verb)
        if o.lower in _CLAIMS
        for c in reader.sentence.children(o, "acl", "ccomp", "relcl")
    ]
    return any(not _is_bidden(reader, c) for c in told)


def _is_bidden(reader: ActReader, clause: Token) -> bool:
    """ "Rejected suggestions that observers be posted", "the suggestion to hold talks": a bare "be" or an infinitive says what
    others would have done, and no report.
    """
    if reader.clauses.is_infinitive(clause) and "have" not in reader.clauses.auxiliaries(clause):
        return True
    finite = reader.sentence.children(clause, "aux", "auxpass")
    should = bool(finite) and finite[0].lower == "should" and "that" in reader.clauses.marks(clause)
    return should or is_subjunctive(reader.clauses, clause)


def takes_note(reader: ActReader, verb: Token) -> bool:
    """ "Took note of the report", "took pride in": nothing is done."""
    return "take" in reader.clauses.verb_lemmas(verb) and any(o.lower in _TAKEN for o in reader.clauses.objects(verb))


def is_courtesy(act: Act) -> bool:
    """ "Presents its compliments to the embassy and has the honour to ...": how a note begins."""
    return act.object is not None and act.object.lower == "compliments"


def is_own_law(reader: ActReader, act: Act) -> bool:
    """ "The assembly adopted a law on investment. It repealed one of 1998": what a parliament lays down at home, for nobody named."""
    if act.object is None or act.object.lower not in _LAWS or not any(r.sector == "LEG" for r in act.source):
        return False
    own = codes_in(act.source)
    abroad = {m.code for t in reader.sentence.subtree(act.object) if (m := reader.scene.mention_at(t)) is not None}
    return act.event in ("SUPPORT", "CONCEDE") and codes_in(act.target) | (abroad - {None}) <= own


def is_practice(reader: ActReader, act: Act) -> bool:
    """ "Gives consular help to travellers": what a state does always, in a text that describes it. Curbs are no practice: they
    are told as deeds there too.
    """
    verb, document = act.head, reader.scene.document
    if act.event not in _PRACTISED or act.modality != "actual" or document.kind not in _DESCRIBES or reader.scene.is_chronology:
        return False
    return verb.tag in ("VBZ", "VBP") and not reader.sentence.children(verb, "aux", "auxpass")


def is_habit(reader: ActReader, verb: Token) -> bool:
    """ "The President concludes treaties", "ministers sign agreements": what an office does, told of nobody and no time."""
    if verb.tag not in ("VBZ", "VBP") or reader.clauses.auxiliaries(verb):
        return False
    objects = reader.clauses.objects(verb)
    bare = bool(objects) and all(o.tag == "NNS" and not reader.sentence.children(o, "det", "nummod", "poss") for o in objects)
    subjects = reader.clauses.subjects(verb)
    return bare and bool(subjects) and all(reader.scene.mention_at(s) is None and s.tag != "PRP" for s in subjects)


def is_agreed_on(reader: ActReader, verb: Token) -> bool:
    """ "The agreement on inquiries opened by both sides": a participle on what a text or talks are about tells no act of its own."""
    noun = reader.sentence.head(verb)
    if verb.tag != "VBN" or verb.dep != "acl" or noun is None or noun.dep != "pobj":
        return False
    preposition = reader.sentence.tokens[noun.head]
    text = reader.sentence.head(preposition)
    return preposition.lower in ("on", "about", "regarding", "concerning") and text is not None and text.lower in _TEXTS


def _is_in_demand(reader: ActReader, verb: Token) -> bool:
    """ "Dropped its demand that India sign the treaty": what is demanded is not done."""
    if verb.dep not in ("acl", "relcl", "ccomp") or not is_bare(reader.clauses, verb):
        return False
    head = reader.sentence.tokens[verb.head]
    if head.tag in ("VBD", "VBN") and "suggest" in reader.clauses.verb_lemmas(head):
        return True  # "suggested that the two go back to the table"
    nouns = [head] if head.tag[0] == "N" else reader.sentence.children(head, "dobj")  # "dismissed demands that he resign"
    lemmas = [lemma for noun in nouns for lemma in reader.clauses.noun_lemmas(noun)]
    return any(o.kind == "request" for lemma in lemmas for o in reader.vocabulary.noun_operators.get(lemma, ()))


def is_supposed(reader: ActReader, verb: Token) -> bool:
    """ "Fighters who handed in their arms would go free", "would talk once the army had pulled back": who may have done so by
    then, and what may have been done, is told of nobody.
    """
    clauses, above = reader.clauses, reader.sentence.head(verb)
    if above is None or verb.tag[0] != "V":
        return False
    if verb.dep == "advcl" and above.tag[0] == "V":
        return "would" in clauses.auxiliaries(above) and "once" in [
            c.lower for c in reader.sentence.children(verb, "mark", "advmod") if c.i < verb.i
        ]
    finite = [*reader.sentence.children(verb, "aux", "auxpass"), verb][0]
    if verb.dep != "relcl" or finite.tag not in ("VBD", "VBP") or above.tag != "NNS":
        return False
    if reader.scene.mention_at(above) is not None or reader.sentence.children(above, "det", "nummod", "poss"):
        return False
    main = reader.sentence.head(above)
    if main is None or main.tag[0] != "V" or above.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return not _WOULD.isdisjoint(clauses.auxiliaries(main))


def is_asked(reader: ActReader, verb: Token) -> bool:
    """ "Does Ghana receive aid?", "What have the parties agreed on?", "its demand that India sign": what a
    question or a demand asks is not told.
    """
    tokens = reader.sentence.tokens
    last = next((t for t in reversed(tokens) if t.text not in ('"', "”", "’", ")")), None)
    if last is None or last.text != "?":
        return _is_in_demand(reader, verb)
    for above in (reader.clauses.first(verb), *reader.sentence.ancestors(verb)):
        subjects = reader.sentence.children(above, "nsubj", "nsubjpass", "expl")
        finite = reader.sentence.children(above, "aux", "auxpass") or ([above] if above.lower in IS else [])
        if subjects and any(c.i < subjects[-1].i for c in finite):
            return True
        if verb.tag[0] == "N" and above.lower in _GRANTED:
            return False  # "How do you see it in light of the premier's visit to Chad?"
        if above.dep in ("relcl", "advcl"):
            return False  # "Why has Chad, which expelled the envoy, ...": that is taken for granted
    # "Chad has withdrawn its soldiers?"
    return verb.tag[0] == "V" and reader.scene.discourse.is_asked(reader.sentence.start)
