"""States and others told by what they are or were to somebody: "the kingdom", "its northern neighbour", "the former colonial
power", "the invaders", "his guest", "the latter".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from dragoman.language.parse import Token
from dragoman.lexicon.words import word_class

if TYPE_CHECKING:
    from dragoman.coding.who.reference import Referrer

NEIGHBOURS = "X-NEIGHBOURS"
NEXT_TO = word_class("states-beside")
_KINDS = word_class("kinds-of-lands")
_LANDS = word_class("land-words")
_PLAIN = word_class("said-of-any-land")
_RULERS = word_class("rulers-over-others")
_INVADERS = word_class("invaders")
_GUESTS, _HOSTS = word_class("who-came"), word_class("who-received")
_BY_NAME = word_class("bodies-of-bodies")
_BODIES = (word_class("bodies-of-states") | {"agency"}) - {"members"} | _BY_NAME
_SORTS = {"alliance": word_class("alliances"), "bloc": word_class("blocs-of-states")}
_TWO = frozenset({"former", "latter"})
_MAJESTIES = frozenset({"majesty", "highness"})
# Every word that such a phrase is about.
STYLES = _BODIES | NEXT_TO | _KINDS | _LANDS | _RULERS | _INVADERS | _GUESTS | _HOSTS | _TWO | _MAJESTIES | {"colony"}
# So far behind "His Majesty" his name may stand, in characters.
_NAME = 60
_SIDES = ("north", "south", "east", "west")
_POINTING = frozenset({"the", "this", "that"})
_ELSE = frozenset({"prep", "relcl", "acl", "appos"})
# How far back those are looked for who may be meant, in characters, and "the latter" in sentences.
_REACH, _SENTENCES = 2500, 3
# So many sentences before may have told of the visit.
_VISIT = 600


def styled(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """The codes of whom such a phrase means; empty where the text leaves it open."""
    word = token.lower
    if word in _TWO:
        return _of_two(referrer, token)
    if word in _MAJESTIES:
        return _of_majesty(referrer, token)
    before = _before(token)
    if word in NEXT_TO or "neighbouring" in before or "neighboring" in before:
        return _neighbours(referrer, token)
    if before.isdisjoint(_POINTING) and word not in _GUESTS | _HOSTS:
        return ()
    if _is_told_more(referrer, token):
        return ()
    if word in _INVADERS:
        return referrer.scene.story.invader if before <= _POINTING else ()
    if word in _BODIES:
        return _body(referrer, token) if before == {"the"} else ()
    if word in _GUESTS or word in _HOSTS:
        return _visiting(referrer, token)
    if word in _RULERS or word == "colony":
        return _ruling(referrer, token)
    return _of_kind(referrer, token)


def _before(token: Token) -> set[str]:
    """The words that stand before a noun and hang on it."""
    return {c.lower for c in token.children if c.i < token.i}


def _is_told_more(referrer: Referrer, token: Token) -> bool:
    """Whether words behind a noun tell which is meant; those behind a comma only tell more of it."""
    behind = referrer.sentence.tokens[token.i + 1 : token.i + 2]
    comma = any(t.text == "," for t in behind)
    owned = any(c.dep == "poss" for c in token.children)  # "accused its neighbours of murder"
    told = [c for c in token.children if c.dep in _ELSE and not (comma and c.dep in ("relcl", "appos"))]
    told = [c for c in told if c.dep != "prep" or not (owned or referrer.sentence.children(c, "pcomp"))]
    return bool(told)


def _own(referrer: Referrer, token: Token) -> set[str]:
    """Who acts in the clauses before a word: who is told of there under another name is nobody else."""
    subjects = [s for s in referrer.sentence.tokens[: token.i] if s.dep in ("nsubj", "nsubjpass")]
    return {c for s in subjects for r in referrer.all(s) for c in r.codes}


def _named(referrer: Referrer, token: Token, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The one state named before a word that `fits`: the only one, else the only one of this sentence, or of the one before; else
    that which the text is on.
    """
    scene, start = referrer.scene, referrer.sentence.start
    floor = max(0, token.start - _REACH)
    found = [m for m in scene.discourse.acting_in(floor, token.start) if m.code and m.kind != "deixis" and fits(m.code)]
    codes = {m.code for m in found}
    home = scene.discourse.home
    if home is not None and fits(home):
        codes.add(home)
    if len(codes) > 1 and (main := home or scene.discourse.ground) in codes:
        return (main,) if main is not None else ()
    begin = next((s for s, _ in scene.before(start)), start)
    for least in (floor, start, begin) if len(codes) > 1 else (floor,):
        near = codes if least == floor else {m.code for m in found if m.start >= least}
        if len(near) == 1:
            return tuple(c for c in near if c)
        if near and least != floor:
            break
    return ()


def _of_kind(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Morocco closed the border. The kingdom ...", "the west African country"."""
    lands = referrer.scene.knowledge.lands
    words = [t.lower for t in referrer.sentence.tokens[_first(token) : token.i]]
    said = f" {' '.join(words[1:])} ".replace(" - ", " ").replace("-", " ")
    kinds = {k for k in lands.known if f" {k} " in said} if len(words) > 1 else set()
    others = set(said.split()) - {w for k in kinds for w in k.split()} - _PLAIN
    if others:
        return ()
    if token.lower in _KINDS and token.lower not in kinds:
        kinds.add(_one(token.lower))
    if not kinds - {"republic"} and referrer.scene.discourse.home is not None:
        home = referrer.scene.discourse.home or ""  # "the new country", in an overview of it
        return (home,) if (words[1:] or kinds) and home not in _own(referrer, token) else ()
    if not kinds:
        return _where_it_is(referrer, token) if token.lower in ("country", "nation") and words == ["the"] else ()
    own = _own(referrer, token)
    return _named(referrer, token, lambda code: kinds <= lands.kinds(code) and code not in own)


def _where_it_is(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "LAGOS -- ... The Commonwealth suspended the country": that which the news is told from, where that does not act itself."""
    ground = referrer.scene.discourse.ground
    subject = token.dep in ("nsubj", "nsubjpass")
    return (ground,) if ground is not None and not subject and ground not in _own(referrer, token) else ()


def _one(word: str) -> str:
    return "island" if word == "islands" else word


def _first(token: Token) -> int:
    return min((c.i for c in token.children if c.lower in _POINTING), default=token.i)


def _neighbours(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Chad broke with its northern neighbour": whoever of those told of before touches it there, or the only one that does."""
    scene, lands = referrer.scene, referrer.scene.knowledge.lands
    if _is_told_more(referrer, token):
        return ()
    if token.tag == "NNS" and token.dep in ("nsubj", "nsubjpass") and _before(token) <= {"the", "two"}:
        last = scene.story.dealing
        near = scene.discourse.near_pair(token.start) or ([*last.source, *last.target] if last is not None else [])
        if len(near) == 2 and {*near} <= scene.knowledge.states and (len(_before(token)) == 2 or lands.touches(*near)):
            return tuple(near)
    owners = {c for o in referrer.sentence.children(token, "poss") for c in referrer.codes(o)}
    discourse = scene.discourse
    if not referrer.sentence.children(token, "poss"):
        owners = {discourse.home or scene.speaker(token.start)} - {None} or set(scene.dated_from)  # type: ignore[assignment]
    if len(owners) != 1 or not owners <= scene.knowledge.states:
        return ()
    (owner,) = owners
    side = next((w for w in _before(token) if w.startswith(_SIDES)), None)
    out = _own(referrer, token) | owners
    floor = max(0, token.start - _REACH)
    told = {m.code for m in discourse.acting_in(floor, token.start) if m.code and m.kind != "deixis"} - out
    told |= {discourse.home} - {None} - out  # type: ignore[arg-type]
    beside = {c for c in told if lands.touches(owner, c)} or (told if not lands.around(owner) or side is None else set())
    if side is not None:
        beside = {c for c in beside if lands.is_towards(owner, c, side)}
    if token.tag == "NNS":
        return tuple(sorted(c for c in beside if lands.touches(owner, c))) if len(beside) > 1 else ()
    if beside:
        main = discourse.home if discourse.home in beside else None
        codes = beside if main is None else {main}
        return tuple(codes) if len(codes) == 1 else ()
    if side is None and (later := [c for c in discourse.often if c not in out and lands.touches(owner, c)]):
        return tuple(later) if len(later) == 1 else ()  # named only further on
    there = [c for c in lands.around(owner) if side and lands.is_towards(owner, c, side)]
    there = [c for c in there if c not in scene.knowledge.former]
    return tuple(there) if len(there) == 1 else ()


def _visiting(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The king received the premier of Chad. His guest ...": who came and who received him, of the visit told last."""
    visit = referrer.scene.story.visit
    if visit is None or token.start - visit.end > _VISIT:
        return ()
    meant, other = (visit.guests, visit.hosts) if token.lower in _GUESTS else (visit.hosts, visit.guests)
    owners = [c for o in referrer.sentence.children(token, "poss") for c in referrer.codes(o)]
    if owners:
        return meant if set(owners) <= set(other) else ()
    return meant if _before(token) <= _POINTING | {"foreign", "high", "two"} and "the" in _before(token) else ()


def _body(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Chad recalled its envoy to the alliance": the one organisation told of before, or the one of several that is called so."""
    scene = referrer.scene
    before = [m for m in scene.within(max(0, token.start - _REACH), token.start) if m.kind == "organisation" and m.code]
    codes = {m.code for m in before}
    if sort := _SORTS.get(token.lower):
        codes &= sort
    elif len(codes) > 1 or token.lower in _BY_NAME:
        codes = {
            m.code for m in before if token.lower in m.text.lower().split() or token.lower in (m.name or "").lower().split()
        }
    return tuple(c for c in codes if c) if len(codes) == 1 else ()


def _ruling(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The former colonial power": of the state that the text is on, else of who acts; "the former colony" of who acts."""
    lands, words = referrer.scene.knowledge.lands, _before(token)
    own = _own(referrer, token)
    if not words & {"former", "colonial"} or (token.lower == "power" and "colonial" not in words):
        return ()
    if token.lower == "colony":
        return _named(referrer, token, lambda code: lands.ruler(code) in own) if len(own) == 1 else ()
    home = referrer.scene.discourse.home
    ruled: Iterable[str] = (home,) if home is not None else own or referrer.scene.dated_from
    rulers = {lands.ruler(code) for code in ruled} - {None}
    return tuple(c for c in rulers if c) if len(rulers) == 1 else ()


def _of_majesty(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "His Majesty King Rama of Siam came. His Majesty ...": whoever was called so last with his name."""
    scene, owner = referrer.scene, referrer.sentence.tokens[max(token.i - 1, 0)]
    behind = referrer.sentence.tokens[token.i + 1 : token.i + 2]
    if owner.lower not in ("his", "her") or any(t.tag == "NNP" for t in behind):
        return ()
    text, style = scene.document.text, scene.document.text[owner.start : token.end]
    end = owner.start
    while (at := text.rfind(style, 0, end)) >= 0:
        stop = text.find(".", at, at + len(style) + _NAME)
        inside = scene.within(at, stop if stop >= 0 else at + len(style) + _NAME)
        codes = [m.code for m in inside if m.code in scene.knowledge.states]
        if text[at + len(style) : at + len(style) + 2].strip()[:1].isupper() and codes:
            return (codes[0] or "",)
        end = at
    return ()


def _of_two(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Armenia and Iran agreed. The former ...": of the two that the last sentence names which names any."""
    scene = referrer.scene
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative") or "the" not in _before(token):
        return ()
    spans = [(referrer.sentence.start, token.start), *scene.before(referrer.sentence.start, _SENTENCES)]
    for begin, end in spans:
        named = list(dict.fromkeys(m.code for m in scene.discourse.acting_in(begin, end) if m.code))
        if named:
            return (named[token.lower == "latter"],) if len(named) == 2 else ()
    return ()
