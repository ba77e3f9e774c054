"""Whose a noun phrase is: the codes of the states and organisations that it names or belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import OF_PERSONS, Mention, RoleMention
from dragoman.coding.who.abreast import of_each
from dragoman.coding.who.counterparts import minister_at_home
from dragoman.coding.who.makers import where_he_speaks
from dragoman.coding.who.parts import CAPTORS, REGIONS, is_part, is_works, regions_of, seat_codes, where_held
from dragoman.coding.who.retold import TOLD_AGAIN, aboard, told_before
from dragoman.coding.who.standins import holder, organ, soil
from dragoman.coding.who.twins import of_both, twins_of
from dragoman.language.parse import Token
from dragoman.lexicon.words import stems, word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

# What somebody else has made of a thing or person does not make it theirs.
_MADE = tuple(f"-{w}" for w in stems("made-by-a-state"))
_BELONGS = frozenset("of between in from at to throughout inside across for on around with".split())
# Cities that news names for the body that sits there.
_METONYMS = {"Brussels": "EU"}
# Offices that only one body has.
HELD_AT = {"pope": "VAT", "under-secretary-general": "UN-SECRETARIAT"}
# Before that the Union was not.
_UNION = "1967"
_POSTED = word_class("envoys")
_TOURS = word_class("tours")
_OF_REGIONS = word_class("of-regions")
# Of which every state has its own.
_NATIONAL = frozenset({"Red Cross", "Red Crescent"})
# Deeds that are done to who follows "of".
_DEEDS = frozenset("annexation occupation invasion".split())
_ENVOYS = word_class("envoys-of-bodies")
_BARGAINERS = word_class("bargainers")
_PEOPLES = word_class("peoples-by-adjective")
# Peoples that live in several states, by the adjective of one, and those of them who rise against the state they live in.
_KIN, _RISING = word_class("peoples-across-borders"), word_class("risen")
_MINORITIES = frozenset({"minority", "minorities"})
OCCASIONS = word_class("occasions-between")
# Adjectives of a state that are the name of peoples elsewhere as well.
_ALSO_PEOPLES = {"Indian": "IND"}
# Whoever speaks "for the Chadian army" is of Chad.
_SPEAKS = word_class("spokesmen")
# Who speaks beside one, or is spoken to.
_FELLOWS = frozenset({"colleague", "guest", "interlocutor", "host"})
_OPPOSITE = word_class("opposite-numbers")
# Who stands beside somebody, and is no part of them.
_OTHERS_TO = word_class("others-to-somebody")
_TOLD_BY_ANOTHER = _OPPOSITE | _OTHERS_TO
_SENT_TO = word_class("sent-to")
_WHERE = frozenset("in at near from outside around through across of".split())
# People and things by words that name no role: "an Ohio couple", "the trawler".
_FOLK = word_class("folk") | TOLD_AGAIN
_AIDES = frozenset({"aide", "aides", "adviser", "advisers"})
_PROVINCES = word_class("provinces")


def _is_named_by_adjective(referrer: Referrer, noun: Token) -> bool:
    mentions = (referrer.scene.mention_at(c) for c in noun.children if c.dep in ("amod", "compound", "nmod"))
    return any(m is not None and m.code and m.kind in ("adjective", "demonym", "name") for m in mentions)


def _of_place(referrer: Referrer, noun: Token) -> tuple[str, ...]:
    """The state of the place that a noun names as a part of it."""
    mentions = (referrer.scene.mention_at(c) for c in noun.children if c.dep in ("compound", "nmod") and c.i == noun.i - 1)
    return next(((m.code,) for m in mentions if m is not None and m.kind == "place" and m.code), ())


def _named_behind(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Assad's ally Russia", "the oil exporter Angola": what stands before a state's name says what it is, not whose."""
    for name in referrer.sentence.children(token, "appos"):
        mention = referrer.scene.mention_at(name)
        if name.i == token.i + 1 and mention is not None and mention.kind == "name" and mention.code:
            return (mention.code,)
    return ()


def codes_of(referrer: Referrer, token: Token, mention: Mention | None, role: RoleMention | None) -> tuple[str, ...]:
    """The principals, by what stands nearest the head: the head itself, its modifiers, "of", an apposition."""
    if twins := twins_of(referrer.sentence, token):
        return twins
    if mention is not None and mention.kind in ("demonym", "adjective") and is_against(referrer, mention):
        return ()
    if mention is not None and mention.text in _METONYMS and _stands_for_body(referrer, token):
        return (_METONYMS[mention.text],)
    if sender := _sender(referrer, token, mention):
        return sender
    if mention is None and (named := _named_behind(referrer, token)):
        return named
    if mention is not None and mention.kind != "place":
        return _of_name(referrer, token, mention)
    found = _of_another(referrer, token)
    if found is None:
        found = _by_modifiers(referrer, token)
    if found is None:
        found = _by_complements(referrer, token, role)
    return found if found is not None else _by_lesser_signs(referrer, token, mention, role)


def _of_name(referrer: Referrer, token: Token, mention: Mention) -> tuple[str, ...]:
    """Whose the bearer of a name is: its own, or of the state told before it."""
    owner = _owner_of_group(referrer, token, mention)
    if mention.kind == "deixis" and mention.text.lower().endswith("enemy"):
        foes = [c for c in referrer.scene.story.aggressor if c != referrer.scene.speaker(token.start)]
        if len(foes) == 1:
            return (foes[0],)
    of_body = mention.kind == "holder" and mention.code not in referrer.scene.knowledge.states
    if of_body and (home := minister_at_home(referrer, mention)):
        return home
    if not owner and not mention.code and mention.kind == "person":
        # "Bolivian miners' leader Juan Lechin", "Greek diver Eleni Pappa": a stranger is of the state told before the name.
        return referrer.modifier_codes(token, mention) or where_he_speaks(referrer, token)
    return owner or ((mention.code,) if mention.code else ())


def _of_another(referrer: Referrer, token: Token) -> tuple[str, ...] | None:
    """Whose somebody is who is told by another: a counterpart, a colleague; None of anybody else."""
    if token.lower in _OPPOSITE and not _is_named_by_adjective(referrer, token):  # "his Iranian counterpart in Moscow"
        if theirs := _complement_codes(referrer, token):
            return theirs  # "his counterparts from Chad and Mali" are not his
    if token.lower in _TOLD_BY_ANOTHER and not _adjectives(referrer, token):
        return _opposite(referrer, token)
    if token.lower in _FELLOWS and any(c.lower in ("my", "our") for c in token.children) and not _adjectives(referrer, token):
        return _other_voice(referrer, token)
    if token.tag in ("NNS", "NNPS") and {"our", "two"} <= {c.lower for c in token.children}:
        return tuple(referrer.scene.pair(token.children[0].start))  # "our two prime ministers"
    return None


def _by_modifiers(referrer: Referrer, token: Token) -> tuple[str, ...] | None:
    """Whose a noun is by the words before it; None where they do not say."""
    modifiers = referrer.modifier_codes(token)
    if len(modifiers) > 1:
        modifiers = _at_home(referrer, token, modifiers)
    if modifiers and soil(referrer, token):
        return ()
    if token.lower in _MINORITIES and not referrer.sentence.children(token, "poss"):
        return _complement_codes(referrer, token)  # "the Hungarian minority" is of the state that it lives in
    if not modifiers:
        return None
    if national := _of_nations(referrer, token):
        return national
    if len(modifiers) > 1 and token.lower in _SENT_TO:  # "Chad's UN ambassador"
        own = tuple(c for c in modifiers if c in referrer.scene.knowledge.states)
        if own:
            return own[:1] if len(own) < len(modifiers) else modifiers
    return _where_people_live(referrer, token, modifiers) or modifiers


def _by_complements(referrer: Referrer, token: Token, role: RoleMention | None) -> tuple[str, ...] | None:
    """Whose a noun is by what follows it; None where that does not say."""
    if token.lower in _PROVINCES and (named := _of_place(referrer, token)):
        return named  # "Sindh province": as Sindh
    if token.lower in _BARGAINERS and any(c.lower == "government" for c in token.children):
        return ()  # "government negotiators in Utrecht" are of no town that they bargain in
    of = of_each(referrer, token, _complement_codes(referrer, token)) or organ(referrer, token)
    if of and role is not None and not any(p.lower == "of" for p in referrer.sentence.children(token, "prep")):
        of = _place_codes(referrer, token) or of  # "Aceh rebels in Helsinki"
    return of or None


def _by_lesser_signs(referrer: Referrer, token: Token, mention: Mention | None, role: RoleMention | None) -> tuple[str, ...]:
    """Whose a noun is that neither its modifiers nor its complements tell: by its office, an apposition, its place, or who was
    told of before.
    """
    if mention is not None and mention.text in REGIONS and _is_toured(referrer, token):
        return (REGIONS[mention.text],)
    if role is not None and role.office in HELD_AT:
        return (HELD_AT[role.office],)
    for apposition in referrer.sentence.children(token, "appos"):
        # "the two leaders, Xi Jinping and Joe Biden"
        found = referrer.all(apposition) if token.tag in ("NNS", "NNPS") else [referrer.refer(apposition)]
        codes = tuple(dict.fromkeys(c for r in found if r for c in r.codes))
        if codes:
            return codes
    if token.dep == "appos":
        return ()
    # A place is its state's where nothing nearer says whose the phrase is ("shelled Aleppo", "a New York jury").
    if mention is not None and mention.code:
        return (mention.code,)
    if role is None and token.lower not in _FOLK:
        return ()
    if (placed := _place_codes(referrer, token) or aboard(referrer, token)) or role is None:
        return placed
    return holder(referrer, token, role) or told_before(referrer, token)


def _other_voice(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "My colleague has accused my country", at a press conference of two: the other of them; of nobody else's it is known."""
    voices = referrer.scene.voices - {referrer.scene.speaker(token.start)}
    return tuple(voices) if len(voices) == 1 else ()


def _adjectives(referrer: Referrer, token: Token) -> bool:
    """Whether a word before a noun names a state or body otherwise than as somebody's: "his Chadian counterpart"."""
    return any(
        (m := referrer.scene.mention_at(part)) is not None and m.code
        for child in referrer.sentence.children(token, "amod", "compound", "nmod", "appos")
        for part in referrer.sentence.subtree(child)
    )


def _opposite(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "His counterpart", "Chad's partners" are nobody of his or of Chad; his counterpart is of the other of two, or of the state
    that the text is about.
    """
    own = {c for o in referrer.sentence.children(token, "poss") for c in referrer.codes(o)}
    if token.lower not in _OPPOSITE or not own:
        return ()
    discourse = referrer.scene.discourse
    around = discourse.between or ((discourse.home,) if discourse.home else ())
    return tuple(c for c in around if c not in own) if len(own) == 1 else ()


def _is_toured(referrer: Referrer, token: Token) -> bool:
    """ "Made trips to Africa", "toured Latin America": a continent that somebody calls on."""
    head = referrer.sentence.head(token)
    if token.dep == "pobj" and head is not None and head.lower in ("to", "of", "in"):
        head = referrer.sentence.head(head)
    elif token.dep != "dobj":
        return False
    return head is not None and head.lower in _TOURS


def _sender(referrer: Referrer, token: Token, mention: Mention | None) -> tuple[str, ...]:
    """ "Ann Dow, the UN envoy", "a Finnish envoy of the African Union": the organisation that somebody acts for, whatever
    state he comes from; no "Chad's UN envoy" acts for the UN.
    """
    if mention is not None and mention.kind not in OF_PERSONS:
        return ()
    named = [token] if token.lower in _ENVOYS else [c for c in token.children if c.dep == "appos" and c.lower in _ENVOYS]
    for envoy in named:
        children = envoy.children
        of = [o for p in children if p.lower == "of" for o in referrer.sentence.children(p, "pobj")]
        beside = [c for c in children if c.dep in ("compound", "nmod", "amod", "poss") and (mention is None or c.i != token.i)]
        found = [m for t in (*of, *beside) if (m := referrer.scene.mention_at(t)) is not None and m.code]
        bodies = [m.code for m in found if m.kind == "organisation" and m.code]
        for office in (t for t in of if t.lower in ("secretary-general", "general")):
            held = referrer.refer(office)
            bodies += [c for c in (held.codes if held is not None else ()) if c not in referrer.scene.knowledge.states]
        owned = any(m.kind != "organisation" and not (m.kind in ("adjective", "demonym") and of) for m in found)
        if len(bodies) == 1 and not owned:
            return (bodies[0],)
    return ()


def _of_nations(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The Red Cross societies of Greece and Albania" are those of the states."""
    named = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "compound")]
    if not any(m is not None and m.text in _NATIONAL for m in named):
        return ()
    of = _complement_codes(referrer, token)
    return of if set(of) <= referrer.scene.knowledge.states else ()


def _place_codes(referrer: Referrer, token: Token) -> tuple[str, ...]:
    found = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "compound", "amod", "nmod", "poss")]
    return tuple(dict.fromkeys(m.code for m in found if m is not None and m.code and not is_against(referrer, m)))


def _stands_for_body(referrer: Referrer, token: Token) -> bool:
    """ "Brussels warned": the Union, unless it is where something happens or Belgium is spoken of."""
    above = referrer.sentence.head(token)
    if token.dep == "pobj" and above is not None and above.lower in _WHERE:
        asked = referrer.sentence.head(above) if above.lower == "from" else None
        if asked is None or asked.tag not in ("NN", "NNS"):  # "a demand from Brussels" is the Union's
            return False
    scene = referrer.scene
    if (scene.document.published or "9999") < _UNION:
        return False
    begin = next((begin for begin, _ in scene.before(referrer.sentence.start)), referrer.sentence.start)
    inside = scene.within(begin, referrer.sentence.end)
    return token.dep not in ("compound", "nmod", "appos") and not any(
        m.code == "BEL" and m.text not in _METONYMS for m in inside
    )


def _where_people_live(referrer: Referrer, token: Token, codes: tuple[str, ...]) -> tuple[str, ...]:
    """ "Serb residents of Kosovo", "Serb fighters in Žepa", "Albanian rebels in Macedonia": named by their people, they are of the
    state they live in.
    """
    before = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "amod", "compound", "nmod")]
    of_people = (
        m.kind == "demonym" or (m.text in _KIN and token.lower in _RISING) for m in before if m is not None and m.code in codes
    )
    if len(codes) != 1 or not any(of_people):
        return ()
    of = _complement_codes(referrer, token)
    return of if len(of) == 1 and of[0] in referrer.scene.knowledge.states else ()


def _at_home(referrer: Referrer, token: Token, codes: tuple[str, ...]) -> tuple[str, ...]:
    """ "Latvia's Russian minority", "Peruvian Indian leaders": people named by their people as well are of the state they live in."""
    before = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "amod", "compound", "nmod", "poss")]
    if token.lower in _PEOPLES:
        owners = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "poss")]
        named = [m.code for m in owners if m is not None and m.code]
        return (named[0],) if named else codes
    listed = any(c.dep in ("amod", "compound") and c.children for c in token.children)  # "Indian and Pakistani troops"
    first = next((c.i for c in referrer.sentence.children(token, "amod", "compound")), token.i)
    listed = listed or any(t.text == "," for t in referrer.sentence.tokens[first : token.i])  # "Japanese, Indian ministers"
    peoples = set() if listed else {_ALSO_PEOPLES[m.text] for m in before if m is not None and m.text in _ALSO_PEOPLES}
    return tuple(c for c in codes if c not in peoples) or codes


def _owner_of_group(referrer: Referrer, token: Token, mention: Mention) -> tuple[str, ...]:
    """ "U.N. mediator", "Bush administration" are their own; "Iraqi Kurds" and "Manila's Senate" are of the state before
    them, and the Majlis in Malé is of the state it sits in.
    """
    if mention.kind == "collective":  # "our Uzbek neighbours"
        before = [referrer.scene.mention_at(c) for c in referrer.sentence.children(token, "amod", "compound", "nmod")]
        return tuple(
            m.code for m in before if m is not None and m is not mention and m.code in referrer.scene.knowledge.states
        )[:1]
    if (mention.kind not in ("demonym", "body", "seat", "holder") and mention.text not in _NATIONAL) or mention.code is None:
        return ()
    # "Jordan's King Abdullah" is not the Saudi one; the White House in Bishkek is not that in Washington.
    own = referrer.modifier_codes(token, mention) if mention.kind != "seat" else ()
    if not own and mention.kind in ("body", "seat"):
        own = seat_codes(referrer, token)
    return own if own and own[0] != mention.code and own[0] in referrer.scene.knowledge.states else ()


def _complement_codes(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """Codes of "of the DPRK", "in Guinea", "to the United Nations" after a noun."""
    deed, occasion = token.lower in _DEEDS, token.lower in OCCASIONS
    doers = [o for p in referrer.sentence.children(token, "prep", "agent") if p.lower == "by" for o in p.children]
    if deed and doers:  # "the annexation of A by B" is B's
        return tuple(c for o in doers if (found := referrer.refer(o)) for c in found.codes)
    posted = any(c.tag == "PRP$" for c in token.children) and token.lower in _POSTED  # "recalled our envoy from Lima"
    for prep in referrer.sentence.children(token, "prep"):
        if posted and prep.lower == "from":
            continue
        if prep.lower not in _BELONGS or (deed and prep.lower == "of") or (occasion and prep.lower in ("in", "at", "on")):
            continue
        for obj in referrer.sentence.children(prep, "pobj"):
            mention = referrer.scene.mention_at(obj)
            if (
                prep.lower == "of"
                and not (mention and mention.kind == "place")
                and (token.lower in CAPTORS or is_works(referrer, obj))
            ):
                if there := where_held(referrer, token, obj):
                    return there
                if token.lower in CAPTORS:
                    continue
            if mention is not None and mention.text in _METONYMS and _stands_for_body(referrer, obj):
                return (_METONYMS[mention.text],)
            if both := of_both(referrer.sentence, obj):
                return both
            if mention is not None and mention.kind == "body" and (seat := seat_codes(referrer, obj)):
                return seat  # "director of the Central Intelligence Agency in Seoul"
            if mention is not None and mention.kind == "organisation" and prep.lower == "of" and is_part(token):
                return ()
            if mention is not None and mention.code and mention.kind != "place":
                # "officials from the United Nations and Iraq"
                beside = [referrer.scene.mention_at(c) for c in _conjuncts(referrer, obj)]
                return tuple(dict.fromkeys([mention.code, *(m.code for m in beside if m and m.code and m.kind != "place")]))
            if (
                mention is not None
                and mention.kind == "place"
                and mention.code
                and prep.lower in ("in", "from", "at", "of", "near")
            ):
                return (mention.code,)
            if mention is not None and mention.code is None:  # "the governments of Europe, Japan and Canada"
                listed = [referrer.scene.mention_at(c) for c in _conjuncts(referrer, obj)]
                regions = regions_of(referrer, token, [mention, *listed]) if token.lower in _OF_REGIONS else ()
                return (*regions, *dict.fromkeys(m.code for m in listed if m and m.code and m.kind == "name"))
            found = referrer.refer(obj)
            speaks = prep.lower == "for" and token.lower in _SPEAKS
            speaks = speaks or (prep.lower == "to" and token.lower in _AIDES)
            if (
                found
                and found.codes
                and (speaks or prep.lower in ("of", "in", "from", "at", "between") or obj.lower == "affairs")
            ):
                return found.codes
    return ()


def _conjuncts(referrer: Referrer, token: Token) -> list[Token]:
    out: list[Token] = []
    for child in referrer.sentence.children(token, "conj"):
        out += [child, *_conjuncts(referrer, child)]
    return out


def is_against(referrer: Referrer, mention: Mention) -> bool:
    """ "anti-Russia remarks" are not Russia's; "non-U.S. firms" are not American; an EU-funded school is where it stands."""
    text = referrer.scene.document.text
    before, after = text[max(0, mention.start - 6) : mention.start], text[mention.end : mention.end + 12]
    return before.lower().endswith(("anti-", "non-", "pro-")) or after.lower().startswith(_MADE)
