"""Where an act happens and which states its sentence speaks of: what people without a state of their own take theirs from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.coding.document.discourse import CARRIES
from dragoman.coding.events.act import COOPERATIVE, Act
from dragoman.coding.events.found import CIVIL, OFFICIAL
from dragoman.coding.events.roles import PLACES
from dragoman.coding.names.mentions import PLACED, Mention
from dragoman.coding.once import once
from dragoman.coding.who.parts import CAPTORS, is_seat
from dragoman.coding.who.posts import is_mission
from dragoman.coding.who.reference import Reference, codes_in
from dragoman.coding.who.retold import TOLD_AGAIN
from dragoman.coding.who.standins import is_title
from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.events.acts import ActReader

# Parts of a state that act, where nobody foreign is named, on others of the same state.
INSIDE = CIVIL | {"COP", "JUD", "LEG", "MIL", "SPY", "PRM", "UAF"}
# Of which a state has one: those of the state that a text is about.
_ORGANS = frozenset({"MIL", "LEG", "COP", "JUD"})
# Without a doer named, these are done by whoever rules where they are done ("was reprieved", "are being held").
_BY_AUTHORITIES = frozenset({"COERCE", "CONCEDE", "RETREAT"})
# Which no state by its name has from itself.
_NOT_BY_ITSELF = frozenset({"REQUEST", "SANCTION"})
# What its sufferer may be the subject of: "got two years", "walked free".
_SUFFERED = frozenset({"COERCE", "SANCTION", "RETREAT"})
_PEOPLE = frozenset({"adjective", "demonym"})
_NAMING = frozenset({"name", "adjective", "demonym", "capital", "seat", "holder", "person", "deixis"})
_ENTITIES = word_class("entities")
_PIECES = frozenset({"piece", "pieces", "part", "parts"})
# Who is sent abroad, and so is no native of the state that turns him out.
ENVOYS = word_class("envoys")
_PAPERS = word_class("papers-called-after-states")
_WAYS = word_class("ways")
_AT_LARGE = frozenset({"REB", "UAF", "CRM", "PRM"})
# What is condemned or mourned, by verbs and by nouns.
_BLAMES = word_class("blaming")
_FEELINGS = word_class("felt-at-a-blow")
_HOLDING = frozenset({("RETREAT", "release"), ("ASSAULT", "abduct"), ("COERCE", "seize")})
# What rulers alone do to foreigners, and who they are.
_BY_RULERS = frozenset(
    {("COERCE", "deport"), ("COERCE", "arrest"), ("SANCTION", "expel"), ("RETREAT", "release"), ("REQUEST", "yield")}
)
_RULING = frozenset({"government", "authorities", "regime", "junta", "administration"})
_CAPTORS = CAPTORS | {"pirate", "pirates"}


@once
def named(reader: ActReader) -> tuple[str, ...]:
    """The states that the sentence names, each once."""
    inside = reader.scene.within(reader.sentence.start, reader.sentence.end)
    return tuple(
        dict.fromkeys(
            m.code
            for m in inside
            if m.code in reader.scene.knowledge.states
            and m.kind != "deixis"
            and m.code
            and not _tells(reader, m)
            and not (m.kind in PLACED and titles(reader, m))
            and not _is_minority(reader, m)
        )
    )


def _tells(reader: ActReader, mention: Mention) -> bool:
    """ "Told the BBC", "Al Jazeera's reporter said", "wrote on Twitter": whoever carries the news is not what it is about."""
    on = mention.kind == "body" and mention.sector == "MNC" and reader.scene.document.text[: mention.start].endswith(" on ")
    return on or (mention.kind == "body" and mention.sector == "JRN")


def spoken_of(reader: ActReader, act: Act) -> list[str]:
    """States that the clause of an act names otherwise than as the place of something; else those of the whole sentence."""
    below = {t.i for t in reader.sentence.subtree(act.head, without=frozenset({"relcl", "parataxis", "advcl"}))}
    inside = reader.scene.within(reader.sentence.start, reader.sentence.end)
    found = [
        m
        for m in inside
        if m.code in reader.scene.knowledge.states
        and m.kind in _NAMING
        and not says_where(reader, m)
        and not _passes_on(reader, m)
        and not _is_minority(reader, m)
        and not is_seat(reader.referrer, m)
        and not titles(reader, m)
        and not _does_something_else(reader, m, act)
        and not (m.kind in _PEOPLE and (_is_of_envoy(reader, m) or _is_of_things(reader, m)))
        and CARRIES.match(reader.scene.document.text, m.end) is None
    ]
    near = [m for m in found if any(t.i in below for t in reader.sentence.at(m.start, m.end))]
    own = codes_in(act.source)
    if {m.code for m in near} - own:
        found = near
    elif own & (both := set(reader.scene.discourse.between)):  # in a text of two, a third named in passing is not addressed
        found = [m for m in found if m.code in both or not _in_passing(reader, m)]
    return list(dict.fromkeys(m.code for m in found if m.code))


def _in_passing(reader: ActReader, mention: Mention) -> bool:
    """ "Proposed talks because of the threat which it saw from Peru": named in a relative clause alone."""
    tokens = reader.sentence.at(mention.start, mention.end)
    return any(t.dep == "relcl" for token in tokens for t in reader.sentence.ancestors(token))


def says_where(reader: ActReader, mention: Mention) -> bool:
    head = next((t for t in reversed(reader.sentence.at(mention.start, mention.end))), None)
    above = reader.sentence.head(head) if head is not None else None
    return above is not None and head is not None and head.dep == "pobj" and above.lower in PLACES


def _is_minority(reader: ActReader, mention: Mention) -> bool:
    """ "The Hungarian minority", "Russian speakers": a people that lives in another state."""
    after = reader.scene.document.text[mention.end : mention.end + 22].lower() if mention.kind in _PEOPLE else ""
    return after.lstrip().startswith(("minorit", "speakers"))


def _passes_on(reader: ActReader, mention: Mention) -> bool:
    """ "Protested through the Swiss embassy": whose mission passes words on is not spoken to."""
    tokens = reader.sentence.at(mention.start, mention.end)
    posts = [t for token in tokens for t in (token, reader.sentence.head(token)) if t is not None and is_mission(t)]
    over = (reader.sentence.head(post) for post in posts)
    return any(t is not None and t.lower in ("through", "via") for t in over)


def _does_something_else(reader: ActReader, mention: Mention, act: Act) -> bool:
    """ "Under the truce brokered by France, Chad undertook to": who did what a participle beside it all tells."""
    if "by" not in reader.sentence.said:
        return False
    head = next(iter(reversed(reader.sentence.at(mention.start, mention.end))), None)
    while head is not None and head.dep in ("compound", "amod", "nmod", "poss", "conj"):
        head = reader.sentence.head(head)
    by = reader.sentence.head(head) if head is not None and head.dep == "pobj" else None
    done = reader.sentence.head(by) if by is not None and by.lower == "by" else None
    return done is not None and done.dep == "acl" and done.tag == "VBN" and done.i != act.head.i


def _is_of_envoy(reader: ActReader, mention: Mention) -> bool:
    """ "The UN envoy, a Finn": whoever acts for others does not act for the state that he comes from."""
    head = next(iter(reader.sentence.at(mention.start, mention.end)), None)
    above = reader.sentence.head(head) if head is not None and head.dep == "appos" else None
    whose = reader.referrer.refer(above) if above is not None else None
    return whose is not None and bool(whose.codes) and mention.code not in whose.codes


def _is_of_things(reader: ActReader, mention: Mention) -> bool:
    """ "On the basis of Soviet maps", "French law": what a thing on which something rests is called after."""
    head = next(iter(reversed(reader.sentence.at(mention.start, mention.end))), None)
    thing = reader.sentence.head(head) if head is not None and head.dep == "amod" else None
    return thing is not None and thing.lower in _PAPERS


def titles(reader: ActReader, mention: Mention) -> bool:
    """ "The Rome Statute", "the Paris agreement": a name inside that of a treaty."""
    words = reader.sentence.at(mention.start, mention.end)
    return any(is_title(reader.referrer, t) for t in words) or any(
        t.dep == "compound" and reader.referrer.is_where_agreed(reader.sentence.tokens[t.head], t, mention) for t in words
    )


def place_codes(reader: ActReader, act: Act) -> tuple[str, ...]:
    place, _ = reader.slots.place(act.head, act.object)
    if not place and act.event == "ASSAULT" and act.head.tag[0] == "V":
        # "a blast in Lahore killed nine": the deed is the subject, and its place is the victims'.
        told = reader.clauses.subjects(act.head)  # "the toll from a blast in Lahore"
        deeds = [t for s in told for t in (s, *reader.clauses.under(s, "from")) if t.lower in reader.vocabulary.groups["bombs"]]
        place = next((p for s in deeds if (p := reader.slots.place(s, None)[0])), [])
    if not place and act.event == "ASSAULT" and act.head.dep == "conj" and codes_in(act.source):
        place = _where_before(reader, act.head)
    if not place and act.event == "PROTEST" and act.head.tag[0] == "V":
        place = _streets(reader, act.head)
    return place[0].codes if place else ()


def _where_before(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Raided houses in Lima and killed two", "slipped into Lima and shot two": where the same doers had gone."""
    clauses, above = reader.clauses, reader.sentence.head(verb)
    if above is None or above.tag[0] != "V" or clauses.is_passive(verb) or reader.sentence.children(verb, "nsubj", "nsubjpass"):
        return []
    things = clauses.objects(above) if not clauses.is_passive(above) else []
    found = next((p for t in (None, *things) if (p := reader.slots.place(above, t)[0])), [])
    gone = (reader.referrer.refer(h) for h in clauses.under(above, "into"))
    return found or [r for r in gone if r is not None and r.codes][:1]


def _streets(reader: ActReader, verb: Token) -> list[Reference]:
    """ "Took to the streets of Lima", "marched into the main square of the capital": whose streets they are."""
    clauses = reader.clauses
    ways = (h for p in ("to", "into", "onto", "through", "along") for h in clauses.under(verb, p) if h.lower in _WAYS)
    whose = (reader.referrer.refer(o) for way in ways for o in clauses.under(way, "of"))
    return [r for r in whose if r and r.codes][:1]


def home(reader: ActReader, act: Act) -> tuple[str, ...]:
    """The state of the place of an act, else the only state that the sentence names."""
    place = place_codes(reader, act) or mission_place(reader, act) or spot(reader, act)
    offices = [r.codes for o in reader.clauses.under(act.head, "as") if (r := reader.referrer.refer(o)) and r.codes]
    if place or offices:  # "stepped down as president of Sri Lanka"
        return offices[0] if offices else place
    # Those out of office turn to the government of their own state, as other people do.
    officials = not act.source or act.source[0].sector in (*(OFFICIAL - {"ELI"}), None)
    people = any(r.sector in CIVIL for r in act.target)
    # "The foreign ministry summoned the Swedish ambassador": one government does not act on itself.
    sectors = {r.sector for r in act.source}
    inner = bool(sectors & {"COP", "JUD"}) or act.rule in reader.vocabulary.domestic or is_ruled(reader, act)
    inner = inner and not _is_craft(reader, act)
    foreign = (act.event in COOPERATIVE and not sectors & CIVIL) or (officials and not people and not inner)
    beyond = codes_in(act.target)
    if any(is_mission(reader.sentence.tokens[r.head]) for r in act.target):  # "burned down the British embassy"
        codes = set(named(reader)) - beyond
        return tuple(codes) if len(codes) == 1 else reader.scene.discourse.opposite(tuple(beyond), reader.sentence.start)
    if ground_rules(reader, act, beyond):
        return (reader.scene.discourse.ground or "",)
    bare = not act.source and any(_is_told_before(reader, r.head) for r in act.target)
    held = held_by(reader, act.source)
    ground = reader.scene.ground
    if inner and sectors == {"COP"} and act.source and reader.scene.dated_from and ground not in beyond:
        return reader.scene.dated_from  # "police arrested four Burmese", in news from Bangkok
    inner = inner and (ground is None or ground in beyond)
    if inner and len(beyond) == 1 and not (foreign or bare or beyond & held) and beyond <= reader.scene.knowledge.states:
        # The police investigate a president of their own; a court that orders a state something is of none.
        return () if act.event in _NOT_BY_ITSELF and _is_state_itself(reader, act) else tuple(beyond)
    foreign = foreign or are_foreign_troops(reader, act) or _is_craft(reader, act)
    theirs = (beyond if foreign or are_strangers(reader, act, act.source) else set()) | held
    codes = set(named(reader))
    speaker = reader.scene.speaker(act.head.start)
    # "Parliament ratified the convention", "the Vice-Minister handed the Chadian envoy a note", in a state's own text.
    if speaker and sectors & (INSIDE | {"GOV"}) and (not codes - theirs - beyond or _is_own_office(reader, act)):
        return (speaker,)
    if not codes and sectors & INSIDE:
        about = reader.scene.discourse.about if sectors & _ORGANS else None
        dated = () if sectors <= _AT_LARGE and reader.scene.discourse.most else reader.scene.dated_from
        return dated or ((about,) if about is not None and about not in beyond else ())
    if sectors and sectors <= _AT_LARGE and ground is not None and ground not in codes:
        return ()  # "gunmen killed three Moroccan soldiers", in news from Bangui
    if act.mode == "deport":  # "was put on a plane to Chad": not by whom he is sent to
        theirs = theirs | {c for h in reader.clauses.under(act.head, "to") for c in reader.referrer.codes(h)}
    return tuple(codes) if len(codes) == 1 and not codes & theirs else ()


def ground_rules(reader: ActReader, act: Act, beyond: set[str]) -> bool:
    """ "Two Chadians were deported", "the government of Ann Dow demanded that Chad ...", in news from Lima: what nobody else in
    the sentence does to foreigners is done by those who rule where the news is from.
    """
    ground = reader.scene.discourse.ground
    if ground is None or ground in beyond or not beyond <= reader.scene.knowledge.states or not {*named(reader)} <= beyond:
        return False
    if act.source:
        rules = all(reader.sentence.tokens[r.head].lower in _RULING for r in act.source)
        return rules and not codes_in(act.source) and _is_own_office(reader, act)
    ruled = (
        bool(beyond) and (act.event, act.mode) in _BY_RULERS and act.head.tag == "VBN" and act.head.dep not in ("acl", "amod")
    )
    return ruled and undergone(reader, act) and "by" not in reader.words


def _is_craft(reader: ActReader, act: Act) -> bool:
    """ "Two Chilean trawlers had been seized": hardly by Chile."""
    tokens = reader.sentence.tokens
    return act.mode in ("seize", "arrest") and not act.source and any(tokens[r.head].lower in TOLD_AGAIN for r in act.target)


def are_foreign_troops(reader: ActReader, act: Act) -> bool:
    """ "Ten Chadian soldiers were killed by the guard": who kills soldiers that are called by their state is hardly of it."""
    if act.event != "ASSAULT" or not act.source or act.source[0].sector not in ("MIL", "COP"):
        return False
    tokens = reader.sentence.tokens
    beside = (c for r in act.target if r.sector == "MIL" for c in reader.sentence.children(tokens[r.head], "amod"))
    return any((m := reader.scene.mention_at(c)) is not None and m.kind in _PEOPLE for c in beside)


def are_strangers(reader: ActReader, act: Act, doers: Sequence[Reference]) -> bool:
    """ "The rebels released the two Belgians": whom armed men hold that are called by their state alone are far from it."""
    if (act.event, act.mode) not in _HOLDING or not {r.sector for r in doers} <= _AT_LARGE | {None}:
        return False
    mentions = (reader.scene.mention_at(reader.sentence.tokens[r.head]) for r in act.target)
    return any(m is not None and m.kind == "demonym" for m in mentions)


def held_by(reader: ActReader, source: Sequence[Reference]) -> set[str]:
    """ "The pirates let the Danish freighter go": the states of strangers and ships that such men take, and are not of."""
    captors = [h for r in source if (h := reader.sentence.tokens[r.head]).lower in _CAPTORS and not r.codes]
    if not captors:
        return set()
    adjectives = (m for m in reader.scene.within(reader.sentence.start, reader.sentence.end) if m.kind in _PEOPLE)
    return {m.code for m in adjectives if m.code}


def _is_own_office(reader: ActReader, act: Act) -> bool:
    """Whether an office of no state that the text names does it: "the Ministry", "the Vice-Minister"."""
    heads = [reader.sentence.tokens[r.head] for r in act.source if r.sector == "GOV" and r.text]
    return bool(heads) and all(any(c.lower == "the" for c in h.children) and h.i < act.head.i for h in heads)


def _is_told_before(reader: ActReader, head: int) -> bool:
    """ "Chadian sailors went ashore in Lagos. The sailors were arrested": no word says by whom, in a text of several states."""
    noun = reader.sentence.tokens[head]
    counted = noun.lower in TOLD_AGAIN and any(c.tag == "CD" for c in noun.children)
    bare = [c.lower for c in noun.children if not (counted and c.tag == "CD")] == ["the"]
    return noun.tag == "NNS" and bare and len(reader.scene.discourse.most) > 1


def _is_state_itself(reader: ActReader, act: Act) -> bool:
    tokens = reader.sentence.tokens
    return any((m := reader.scene.mention_at(tokens[r.head])) is not None and m.kind == "name" for r in act.target)


def mission_place(reader: ActReader, act: Act) -> tuple[str, ...]:
    """ "stormed the French embassy in Niamey": the state where a mission or envoy is that something is done to."""
    if act.source and act.source[0].sector not in INSIDE:
        return ()
    tokens = reader.sentence.tokens
    for head in (h for r in act.target if is_mission(h := tokens[r.head]) or h.lower in ENVOYS):
        for preposition in ("in", "at"):
            found = [r for o in reader.clauses.under(head, preposition) if (r := reader.referrer.refer(o)) and r.codes]
            if found:
                return found[0].codes
    return ()


def spot(reader: ActReader, act: Act) -> tuple[str, ...]:
    """ "beaten by hooligans outside a Belgrade stadium", "set upon hawkers in Alexandra": where people without a state are."""
    if not act.source or act.source[0].sector not in INSIDE or act.event not in ("PROTEST", "ASSAULT", "COERCE"):
        return ()
    codes: list[str] = []
    for token in reader.sentence.subtree(act.head, without=frozenset({"relcl", "ccomp", "advcl", "parataxis"})):
        above = reader.sentence.head(token)
        if token.dep == "pobj" and above is not None and above.lower in PLACES:
            near = [reader.scene.mention_at(t) for t in (token, *reader.sentence.children(token, "compound", "poss"))]
            codes += [m.code for m in near if m is not None and m.code and m.kind in ("place", "capital")]
    return tuple(dict.fromkeys(codes)) if len(set(codes)) == 1 else ()


def undergone(reader: ActReader, act: Act) -> bool:
    """Whether an act is told of whoever it is done to: "were jailed", "got two years in jail"."""
    if act.head.tag[0] != "V":
        return False
    subjects = {s.i for s in reader.clauses.subjects(act.head)}
    return reader.clauses.is_passive(act.head) or (act.event in _SUFFERED and any(r.head in subjects for r in act.target))


def is_ruled(reader: ActReader, act: Act) -> bool:
    """Whether people of the only state named have something done to them that those who rule there do, and nobody says who."""
    if act.source or act.event not in _BY_AUTHORITIES or not undergone(reader, act):
        return False
    beyond = codes_in(act.target)
    heads = [reader.scene.mention_at(reader.sentence.tokens[r.head]) for r in act.target]
    return set(named(reader)) == beyond and not any(m is not None and m.kind in ("name", "capital", "seat") for m in heads)


def is_breakaway(reader: ActReader, head: Token) -> bool:
    """ "The two republics in the east of Chad", "two pieces of our territory": of the state that they broke away from by their
    place alone.
    """
    if head.lower in _PIECES and reader.clauses.under(head, "of"):
        return True
    if head.lower not in _ENTITIES or reader.scene.mention_at(head) is not None:
        return False
    return bool(reader.clauses.under(head, "in") or reader.clauses.under(head, "inside"))


def is_of_breakaway(reader: ActReader, verb: Token) -> bool:
    """Whether such are what a verb is done to: its object, or the noun that its clause hangs on."""
    above = reader.sentence.head(verb) if verb.dep == "relcl" else None
    return any(is_breakaway(reader, t) for t in (*reader.clauses.objects(verb), above) if t is not None)


def is_in_blamed(reader: ActReader, act: Act) -> bool:
    """ "Chad condemned the attack in which ten were killed": what somebody condemns or mourns, they and theirs did not do."""
    if act.head.dep != "relcl" or act.source or not reader.clauses.is_passive(act.head):
        return False
    for above in reader.sentence.ancestors(act.head):
        if above.tag[0] == "V":
            things = {o.lower for o in reader.clauses.objects(above)}
            return not _BLAMES.isdisjoint(reader.clauses.verb_lemmas(above)) or not _FEELINGS.isdisjoint(things)
        if above.lower in _FEELINGS:
            return True
    return False
