"""Pronouns -> actors: whom "he", "it", "they", "we" and "you" mean where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.names.mentions import OF_PERSONS
from dragoman.coding.who.counterparts import named_last, says_we
from dragoman.coding.who.ourselves import ours, owner_of_both
from dragoman.coding.who.told_beside import is_beside, is_no_subject
from dragoman.coding.who.whoever import BODIES, is_own_body, is_text, is_whoever
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.names.mentions import Mention
    from dragoman.coding.who.reference import Reference, Referrer

# "In its first letter": so near its beginning stands what opens a sentence.
_FRONT = 4
# Who speaks and who is spoken to are no third person.
_IN_TALK = frozenset("i me we us our my you your ours mine yours".split())
_SPEAKERS = frozenset("i me my mine myself we us our ours".split())
_HEARERS = frozenset("you your yours".split())
_SEVERAL = frozenset("they them their theirs themselves".split())
_THING = frozenset("it its itself".split())
_PERSON = frozenset("he she him her his hers himself herself".split())
_OF_STATES = word_class("organs-of-a-land")
_SAID = word_class("said-of-persons")
_TELLING = frozenset({"told", "tells", "warned", "informed"})
_BIDDING = frozenset({"must", "should"})
# An answer opens with so many characters, its label among them.
_OPENING = 60


class Meant(NamedTuple):
    """Whom a pronoun means: codes, sector, and whether it means several."""

    codes: tuple[str, ...]
    sector: str | None
    plural: bool = False


# Said of a pronoun that means nobody whom the text names.
_NOBODY = Meant((), None)


def meant(referrer: Referrer, token: Token) -> Meant | None:
    """Third persons: the subject of the clause above, else the one before, else the last sentence's."""
    word = token.lower
    if word in _SPEAKERS:
        speaker = referrer.scene.speaker(token.start)
        ourselves, sector = ((speaker,), "GOV") if speaker else ours(referrer, token, _SAID)
        return Meant(ourselves, sector, len(ourselves) > 1) if ourselves else None
    if word in _HEARERS:
        told = referrer.scene.addressed(token.start)
        return Meant((told,), None) if told else None
    plural, thing = word in _SEVERAL, word in _THING
    if not (plural or thing or word in _PERSON) or (thing and is_text(referrer, token)):
        return None
    found = _named_behind(referrer, token, thing) or _antecedent(referrer, token, plural, thing)
    if found is None:
        found = _told_before(referrer, token, plural, thing)
        speaker = referrer.scene.speaker(token.start)
        if (found is None or found.codes == (speaker,)) and says_we(referrer, token):  # and nobody is "it" beside "we"
            other = named_last(referrer, {speaker or ""}) if word not in _PERSON else ()
            return Meant(other, None, plural) if other else None
    return None if found is _NOBODY else found


def _named_behind(referrer: Referrer, token: Token, thing: bool) -> Meant | None:
    """Whom a pronoun means that stands before the name."""
    found = _named_ahead(referrer, token) if thing and token.dep == "nsubj" else None
    if found is not None or token.tag != "PRP$":
        return found
    found = _subject_ahead(referrer, token) if token.i < _FRONT else None
    return _told_of_itself(referrer, token) if found is None and thing else found


def _antecedent(referrer: Referrer, token: Token, plural: bool, thing: bool) -> Meant | None:
    """Whom the sentence names that a pronoun may mean; `_NOBODY` where it means whoever does something."""
    ruled = token.lower == "its" and (owned := referrer.sentence.head(token)) is not None and owned.lower in _OF_STATES
    for candidate in _antecedents(referrer, token):
        if candidate.lower in _IN_TALK:
            continue  # "its envoys smile at us while its soldiers ..."
        found = referrer.refer(candidate)
        if ruled and found and set(found.codes) - referrer.scene.knowledge.states:
            continue  # "The Commonwealth suspended Chad after its government had ..."
        if thing and candidate.dep == "pobj" and is_beside(referrer, token, candidate):
            continue
        if token.lower == "them" and _is_one_state(referrer, candidate):
            continue
        if plural and candidate.lower in ("it", "its"):
            continue  # nobody is "it" and "they"
        if thing and found is None and candidate.dep == "nsubj" and is_whoever(referrer, candidate):
            return _NOBODY  # "should any party attack, it alone ..."
        if thing and not (found and found.codes) and candidate.i < token.i and is_own_body(referrer, candidate):
            return Meant((), found.sector) if found else _NOBODY
        if found and (found.codes or plural) and _agrees(referrer, candidate, found, plural, thing):
            codes = tuple(dict.fromkeys(c for r in referrer.all(candidate) for c in r.codes)) if plural else found.codes
            both = candidate.tag == "NNS" and len(codes) == 2  # "the two leaders agreed that they", in the words of one
            return Meant(codes if both else _others(referrer, token, codes), found.sector, plural)
    return None


def _told_before(referrer: Referrer, token: Token, plural: bool, thing: bool) -> Meant | None:
    """Whom a pronoun means that nobody is in its own sentence: who made what it tells of, else the last sentence's."""
    if _is_counted(referrer, token):
        return None  # "some of them": of nobody that the sentence names
    if plural:
        return _authors(referrer, token) or _several_before(referrer, token, referrer.third)
    if thing:
        return _thing_before(referrer, token, referrer.third)
    last = referrer.previous  # an organisation is no "he"
    if last is not None and (last.sector in ("IGO", "NGO") or last.text.lower() in _SPEAKERS or _is_bare_state(referrer, last)):
        last = None  # nor is who speaks
    last = referrer.person if referrer.person is not None else last
    return Meant(last.codes[:1], last.sector) if last is not None and last.codes else None


def _is_bare_state(referrer: Referrer, last: Reference) -> bool:
    """Whether somebody is told of by the name of a state alone, which nobody calls "he"."""
    named = referrer.scene.within(last.span.start, last.span.end) if last.sector is None else []
    return len(named) == 1 and named[0].kind == "name" and named[0].end - named[0].start >= len(last.text) - 4


def _several_before(referrer: Referrer, token: Token, last: Reference | None) -> Meant | None:
    if last is not None and last.codes == ("UN-SG",):
        return None  # who is one
    if token.lower == "them" and (last is None or len(last.codes) < 2):
        several = _listed_before(referrer)
        if several or (last is not None and last.sector == "IGO" and not last.plural):
            return Meant(several, None, True) if several else None
    if last is None or not last.codes or not (last.plural or last.sector):
        return None
    return Meant(_others(referrer, token, last.codes), last.sector, True)


def _thing_before(referrer: Referrer, token: Token, last: Reference | None) -> Meant | None:
    """The one state or body that was told of last; in an overview, the state that this is of opens a paragraph."""
    home = referrer.scene.discourse.home
    if last is None:  # nobody told of yet but whom the text is of
        return Meant((home,), None) if home is not None and token.dep in ("nsubj", "nsubjpass", "poss") else None
    if home is not None and (_begins_paragraph(referrer) or is_no_subject(referrer, last)):
        return Meant((home,), None)
    if home is not None and set(last.codes) <= referrer.scene.knowledge.states:
        if "\n" in referrer.scene.document.text[last.span.end : referrer.sentence.start]:
            return None  # whichever state another paragraph was about
    if len(last.codes) > 1 or _are_listed(last):
        return Meant((home,), None) if home is not None else None  # several are no "it"
    if not last.codes or _answers_himself(referrer, token, last.codes):
        return None
    return Meant(last.codes, last.sector)


def _authors(referrer: Referrer, pronoun: Token) -> Meant | None:
    """ "Statements by the premier of Chad and the minister of war, in which they threatened ...": whose the statements are."""
    sentence = referrer.sentence
    clause = sentence.head(pronoun)
    if clause is None or clause.dep != "relcl" or pronoun.dep != "nsubj":
        return None
    noun = sentence.tokens[clause.head]
    by = next((a for a in sentence.ancestors(noun) if a.dep == "agent"), None)  # hung on the last of who made them
    made = (t for t in reversed(sentence.tokens[: pronoun.i]) if t.lower == "by" and t.dep in ("agent", "prep"))
    by = by or next((t for t in made if any(a is noun for a in sentence.ancestors(t))), None)
    found = [r for o in sentence.children(by, "pobj") for r in referrer.all(o)] if by is not None else []
    codes = tuple(dict.fromkeys(c for r in found for c in r.codes))
    return Meant(codes, found[0].sector, True) if codes else None


def _named_ahead(referrer: Referrer, pronoun: Token) -> Meant | None:
    """ "When it joined the EU in 2004, Malta ...", "since May, when it fell out with Chad, Mali ...": the state of the main
    clause, where the clause of "it" opens the sentence.
    """
    sentence = referrer.sentence
    clause = sentence.head(pronoun)
    if clause is None or clause.dep not in ("advcl", "relcl") or clause.tag[:2] != "VB":
        return None
    for above in sentence.ancestors(clause):
        subject = next((s for s in sentence.children(above, "nsubj", "nsubjpass") if s.i > pronoun.i), None)
        if above.tag[0] != "V" or subject is None:
            if above.tag[0] == "V":
                return None
            continue
        mention = referrer.scene.mention_at(subject)
        named = mention is not None and mention.kind == "name" and mention.code in referrer.scene.knowledge.states
        before = [t for t in sentence.tokens[: pronoun.i] if t.tag[0] == "N" and referrer.scene.mention_at(t) is not None]
        return Meant((mention.code or "",), None) if mention is not None and named and not before else None
    return None


def _subject_ahead(referrer: Referrer, pronoun: Token) -> Meant | None:
    """ "In its letter of May, Chad claims ...": whose the thing is by which a sentence opens."""
    sentence = referrer.sentence
    noun = sentence.head(pronoun)
    opening = sentence.head(noun) if noun is not None and noun.dep == "pobj" else None
    verb = sentence.head(opening) if opening is not None and opening.i == 0 else None
    subject = next((s for s in sentence.children(verb, "nsubj") if s.i > pronoun.i), None) if verb is not None else None
    mention = referrer.scene.mention_at(subject) if subject is not None else None
    return Meant((mention.code,), None) if mention is not None and mention.code and mention.kind == "name" else None


def _told_of_itself(referrer: Referrer, pronoun: Token) -> Meant | None:
    """ "Chad will not be bullied by Mali, its premier said": whose premier speaks is what his words begin with."""
    sentence = referrer.sentence
    noun = sentence.head(pronoun)
    says = sentence.head(noun) if noun is not None and noun.dep == "nsubj" else None
    if says is None or says.lower not in _SAID:
        return None
    told = (s for c in sentence.children(says, "ccomp") for s in sentence.children(c, "nsubj", "nsubjpass") if s.i < pronoun.i)
    mentions = [m for s in told if (m := referrer.scene.mention_at(s)) is not None and m.kind == "name" and m.code]
    return Meant((mentions[0].code or "",), None) if mentions else None


def _begins_paragraph(referrer: Referrer) -> bool:
    start = referrer.sentence.start
    return "\n" in referrer.scene.document.text[max(0, start - 3) : start]


def _answers_himself(referrer: Referrer, pronoun: Token, codes: tuple[str, ...]) -> bool:
    """Whether "it" that opens an answer would be the state that answers, which says "we": it is what was asked about."""
    passage = referrer.scene.passage(pronoun.start)
    opens = passage is not None and passage.kind == "answer" and referrer.sentence.start - passage.start < _OPENING
    return opens and codes == (referrer.scene.speaker(pronoun.start),)


def _others(referrer: Referrer, pronoun: Token, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those among several who are no speaker: nobody calls himself "they", but by a sentence that gives him his name."""
    speaker = referrer.scene.speaker(pronoun.start) if len(codes) > 1 else None
    named = referrer.scene.within(referrer.sentence.start, pronoun.start) if speaker in codes else ()
    if any(m.code == speaker and m.kind == "name" for m in named):
        return codes
    return tuple(c for c in codes if c != speaker)


def _is_one_state(referrer: Referrer, token: Token) -> bool:
    """Whether a word is the name of one state or its capital, which is no "them"."""
    mention = referrer.scene.mention_at(token)
    return mention is not None and mention.kind in ("name", "capital") and token.tag == "NNP" and mention.code is not None


def _are_listed(last: Reference) -> bool:
    """ "A, B and C had camps": whether somebody was told of with others that nobody knows."""
    return last.plural and len(last.codes) == 1 and last.sector in ("PTY", "REB", "OPP", "NGO", "IGO") and (
        not last.text.lower().endswith(("s", "people"))
    )  # fmt: skip


def _is_counted(referrer: Referrer, token: Token) -> bool:
    """ "Three of them", "some of them"."""
    of = referrer.sentence.head(token)
    return token.lower == "them" and of is not None and of.lower == "of" and of.dep == "prep" and not (
        (last := referrer.previous) is not None and (len(last.codes) > 1 or last.plural)
    )  # fmt: skip


def _listed_before(referrer: Referrer) -> tuple[str, ...]:
    """ "Three states join us: Chad, Mali and Niger. We congratulate them": those that the sentence before lists."""
    scene = referrer.scene
    before = scene.just_before(referrer.sentence.start)
    if before is None:
        return ()
    return next((g.codes for g in reversed(scene.discourse.groups) if before[0] <= g.start and g.end <= before[1]), ())


def is_person(referrer: Referrer, token: Token) -> bool:
    """Whether a word means somebody who is "he" or "she"."""
    mention = referrer.scene.mention_at(token)
    if mention is not None:
        return _names_person(mention)
    return token.lower in ("he", "she") or (
        token.tag[0] == "N" and referrer.scene.role_at(token) is not None and token.lower not in BODIES
    )


def _names_person(mention: Mention) -> bool:
    return mention.kind in OF_PERSONS or mention.code == "UN-SG"


def _agrees(referrer: Referrer, candidate: Token, found: Reference, plural: bool, thing: bool) -> bool:
    mention = referrer.scene.mention_at(candidate)
    named = mention is not None and _names_person(mention)
    person = named or referrer.scene.role_at(candidate) is not None
    if thing and candidate.lower in ("who", "whom"):
        return False  # "killed gunmen who had attacked its patrol"
    if thing and mention is None and candidate.tag == "NNS":
        return False  # "imports from Norway will grow, its minister said"
    if thing:
        return not person or (not named and candidate.lower in BODIES)
    if plural:
        return candidate.tag in ("NNS", "NNPS") or found.plural or not person
    if candidate.lower in ("he", "she", "who") and candidate.tag in ("PRP", "WP"):
        return True
    return (person and candidate.lower not in BODIES) or (mention is None and candidate.tag == "NNP" and found.sector == "GOV")


def _bidden(referrer: Referrer, verb: Token, token: Token) -> list[Token]:
    """Who does what another verb has its object do: "accused Russia of hiding its purchases"."""
    head = referrer.sentence.head(verb)
    if verb.tag[0] != "V" or verb.dep not in ("xcomp", "pcomp") or head is None:
        return []
    if verb.dep == "pcomp":
        head = referrer.sentence.head(head)
    if head is None or head.tag[0] != "V" or referrer.sentence.children(verb, "nsubj"):
        return []
    return [c for c in referrer.sentence.children(head, "dobj") if c.i < verb.i and c.i != token.i]


def _of_clause_before(referrer: Referrer, verb: Token, pronoun: Token) -> list[Token]:
    """ "Chad joined after Mali had left; it ...": the subject of the whole clause before, and not of one within that."""
    sentence = referrer.sentence
    clauses = [c for c in sentence.children(verb, "ccomp", "parataxis") if c.i < pronoun.i and c.tag[0] == "V"]
    parted = clauses and any(t.text == ";" for t in sentence.tokens[clauses[-1].i : pronoun.i])
    return [s for c in clauses[-1:] for s in sentence.children(c, "nsubj", "nsubjpass")] if parted else []


def _told_of_himself(referrer: Referrer, token: Token) -> list[Token]:
    """ "The Fund told Ghana that it could be suspended", "warned it that it must pay": who is told, where what is told is to be
    done to him or by him.
    """
    sentence = referrer.sentence
    verb = sentence.head(token) if token.dep in ("nsubj", "nsubjpass") else None
    above = sentence.head(verb) if verb is not None and verb.dep == "ccomp" else None
    if verb is None or above is None or above.lower not in _TELLING:
        return []
    modal = {c.lower for c in sentence.children(verb, "aux") if c.tag == "MD"}
    bidden = bool(modal & _BIDDING) or (token.dep == "nsubjpass" and bool(modal))
    return [c for c in sentence.children(above, "dobj", "dative", "nsubjpass") if c.i < token.i] if bidden else []


def _antecedents(referrer: Referrer, token: Token) -> list[Token]:
    """Subjects of the clauses above a pronoun, innermost first, then other subjects and objects before it."""
    out: list[Token] = _told_of_himself(referrer, token) or owner_of_both(referrer, token)
    # "Kim received him": who is received is not who receives.
    doing = referrer.sentence.head(token) if token.dep in ("dobj", "dative", "iobj", "pobj") else None
    if doing is not None and token.dep == "pobj":  # "calls on it to withdraw", but "has troops in it"
        doing = referrer.sentence.head(doing) if doing.lower in ("on", "upon", "with", "against") else None
        if doing is not None and doing.tag[0] == "N" and doing.dep == "dobj":  # "imposed an embargo on it"
            doing = referrer.sentence.head(doing)
    while doing is not None and doing.dep == "conj" and not referrer.sentence.children(doing, "nsubj", "nsubjpass"):
        above = referrer.sentence.head(doing)
        if above is None or above.tag[0] != "V" or token.tag == "PRP$":
            break
        doing = above  # "broke with Chad and calls on it": the subject is that of the first verb
    # "The king phoned Bush to thank him": nor is who phones, whose purpose it is.
    purpose = referrer.sentence.head(doing) if doing is not None and doing.dep == "advcl" and doing.tag == "VB" else None
    for above in referrer.sentence.ancestors(token):
        if above is not doing and not (above is purpose and token.lower in ("him", "her")):
            out += _bidden(referrer, above, token)
            out += [c for c in referrer.sentence.children(above, "nsubj", "nsubjpass") if c.i < token.i and c.i != token.i]
    if token.dep == "nsubj" and (verb := referrer.sentence.head(token)) is not None:
        out += _of_clause_before(referrer, verb, token)
    # "The stand of Chad in the Council, where it has voted": it is not the Council.
    within = [a for a in referrer.sentence.ancestors(token) if a.dep == "relcl" and referrer.sentence.children(a, "advmod")]
    places = {c.head for c in within if any(w.tag == "WRB" for w in referrer.sentence.children(c, "advmod"))}
    kinds = ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    before = [t for t in referrer.sentence if t.i < token.i and t.dep in kinds and (doing is None or t.head != doing.i)]
    if doing is not None:  # "forces from Chad invaded it": nor is whose those are who do it
        acting = [
            *referrer.sentence.children(doing, "nsubj"),
            *(referrer.sentence.children(purpose, "nsubj") if purpose else ()),
        ]
        doers = {t.i for s in acting for t in referrer.sentence.subtree(s)}
        before = [t for t in before if t.i not in doers]
    parted = doing is not None and any(
        t.text == ";" or (t.dep == "advcl" and t.head == doing.i) for t in referrer.sentence.tokens[: doing.i]
    )
    if token.lower == "it" and parted and not out:
        before.sort(key=lambda t: (t.dep in ("nsubj", "nsubjpass"), t.i))  # "A ignored the court; B accused it"
    if token.dep in ("nsubj", "nsubjpass"):
        # A subject goes on with a subject before, sooner than with what is named in between.
        before.sort(key=lambda t: (t.dep in ("nsubj", "nsubjpass"), t.i))
    return [*out, *(t for t in reversed(before) if t not in out and t.i not in places)]
