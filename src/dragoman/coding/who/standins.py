"""Phrases that stand for somebody named elsewhere: "the six parties", "the minister", "the resolution", "the two"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.coding.names.mentions import OF_PERSONS, RoleMention
from dragoman.coding.names.persons import state_beside
from dragoman.coding.once import once
from dragoman.language.parse import Token
from dragoman.lexicon.words import stems, word_class

if TYPE_CHECKING:
    from dragoman.coding.document.scene import Scene
    from dragoman.coding.who.reference import Referrer

_MEMBERS = word_class("members")
# "The six-party talks", "the Parties to the treaty".
_PARTY = re.compile(r"\b(?:\w+[- ]part(?:y|ies) talks|the \w*\s?[Pp]arties|[Pp]arties to)\b")
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_SAME = word_class("meant-again")
_ORGANS_OF_STATE = word_class("organs-of-state")
_FORCES = word_class("forces-and-chambers")
# Of whom "the leaders" of the next sentence are.
_CONVENED = re.compile(
    r"\b(?:summits?|leaders|ministers|presidents|heads of (?:state|government)|conference|meeting)\b", re.IGNORECASE
)
_LEADERS = word_class("leaders")
_OF_OFFICE = frozenset({"state", "government"})
_OFFICIALS_OF = frozenset({"name", "adjective", "demonym", "person", "holder"})
# How far back somebody is looked for, in characters.
_BACK = 2500
_COURTS = (("UNSC-RES", "UN-SC"), ("UNGA-RES", "UN-GA"), ("UN-GA-RES", "UN-GA"), ("UNHRC-RES", "UN-HRC"))
_ORGANS = {"Council": ("UNSC", "UN-SC"), "Assembly": ("UNGA", "UN-GA")}
_JOINT = word_class("joint")
_DESKS = word_class("desks-of-a-cabinet")
# Who took power, or is told so by others.
_USURPERS = frozenset({"junta", "regime", "dictator", "strongman"})
# Who is told of by two words.
_ALSO = {"envoy": "ambassador", "ambassador": "envoy"}
# Who is not at home, but sent abroad.
_SENT = frozenset({"ambassador", "envoy", "embassy", "delegation", "representative"})
# Who sits on what throne.
_THRONES = {"king": "kingdom", "queen": "kingdom", "emir": "emirate", "sultan": "sultanate", "monarch": "monarchy"}
_REJECTED = stems("stems-of-rejecting")
_OF_ITS_TIME = word_class("of-its-time")
_TITLES = word_class("titles-of-texts")


def listed(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The six parties", "the other parties", "the five other states": those of a list in the text before; "each party" of
    a text between two; "the two" whom it counted before; "the parties" of the agreement told of last.
    """
    if token.lower in ("party", "side") and any(c.lower in ("each", "either", "neither") for c in token.children):
        discourse = referrer.scene.discourse
        return discourse.between or tuple(discourse.near_pair(token.start)) or discourse.only_two
    if token.tag == "CD" and token.lower in _NUMBERS and token.dep in ("nsubj", "nsubjpass", "dobj"):
        return _counted(referrer, token) or (_met(referrer, token) if token.lower == "two" else ())
    if token.lower not in _MEMBERS:
        return ()
    if token.lower == "members" and referrer.scene.discourse.body is not None:
        return ()  # of the organisation that the text is about
    if token.lower == "parties" and [c.lower for c in token.children] == ["the"]:
        if referrer.scene.story.signatories:
            return referrer.scene.story.signatories
    own = [c.lower for c in token.children]
    if not {"the", "all", "those", "these"} & set(own) or any(_is_told_more(referrer, c) for c in token.children):
        return ()
    number = next((_NUMBERS.get(w, int(w) if w.isdigit() else 0) for w in own if w in _NUMBERS or w.isdigit()), None)
    others = "other" in own
    those = not {"those", "these"}.isdisjoint(own)
    if number is None and not others and not those and token.lower not in ("parties", "members"):
        return ()
    if number == 2 and not others:
        return ()
    if number is None and "all" in own and not {"the", "those", "these"} & set(own) and not _deals(referrer, token):
        return ()  # "calls on all parties to cease fire": whoever they are
    # "Those countries" may be listed in the sentence itself.
    here = those or ("all" in own and number is not None)  # "A, B and C met, and all three governments"
    return referrer.scene.discourse.group(token.start if here else referrer.sentence.start, number, others=others)


def _is_told_more(referrer: Referrer, child: Token) -> bool:
    """Whether what hangs on "the parties" says which they are; not "accused the three states of sheltering them"."""
    return child.dep == "relcl" or (child.dep == "prep" and not referrer.sentence.children(child, "pcomp"))


def _deals(referrer: Referrer, token: Token) -> bool:
    """Whether the text has told of parties before, as of those to talks or a treaty."""
    first = _first_deal(referrer.scene)
    return first is not None and first <= token.start


@once
def _first_deal(scene: Scene) -> int | None:
    """Where the first words end that tell of the parties to talks or a treaty."""
    found = _PARTY.search(scene.document.text)
    return found.end() if found is not None else None


def convened(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The leaders", "the heads of state", of nobody by name: of those who speak together; else of the two whose officials the
    sentence before names, of the one body that met there, or of the several states.
    """
    own = [c.lower for c in token.children if c.dep != "prep"]
    of = {o.lower for p in referrer.sentence.children(token, "prep") for o in referrer.sentence.children(p, "pobj")}
    if token.lower not in _LEADERS or own not in (["the"], ["the", "foreign"], ["the", "prime"]) or not of <= _OF_OFFICE:
        return ()
    scene = referrer.scene
    if scene.discourse.joint:
        return scene.discourse.joint
    begin, end = next(iter(scene.before(referrer.sentence.start)), (0, 0))
    named = [m for m in scene.within(begin, end) if m.code]
    states = {
        m.code: None for m in named if m.kind in _OFFICIALS_OF and m.code in scene.knowledge.states and not scene.is_placed(m)
    }
    bodies = {m.code for m in named if m.kind == "organisation" and m.code}
    met = _CONVENED.search(scene.document.text, begin, end) is not None
    if bodies:
        return tuple(c for c in bodies if c) if len(bodies) == 1 and met else ()
    officials = len(scene.roles_within(begin, end)) > 1 or sum(m.kind in OF_PERSONS for m in named) > 1
    several = (len(states) == 2 and officials) or (len(states) > 2 and met)
    return tuple(sorted(c for c in states if c)) if several else ()


def joint_body(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The intergovernmental commission", "the joint committee", of nobody by name: of the two that the text is between."""
    if token.lower not in ("commission", "committee") or _JOINT.isdisjoint(c.lower for c in token.children):
        return ()
    if referrer.modifier_codes(token) or any(c.lower in ("between", "of", "with") for c in token.children):
        return ()
    return tuple(referrer.scene.discourse.two(token.start))


def _met(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Kim held talks with President Xi. The two met again in May": the only two who act in the sentence before."""
    verb = referrer.sentence.head(token)
    if token.dep != "nsubj" or verb is None or not any(c.lower == "the" for c in token.children):
        return ()
    return tuple(referrer.scene.discourse.near_pair(token.start))


def _counted(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Police caught two sailors of the Chilean navy. A court sentenced the two ...": whose they were who were counted."""
    if not any(c.lower == "the" for c in token.children):
        return ()
    scene, begin = referrer.scene, max(0, referrer.sentence.start - 400)
    before = scene.document.text[begin : referrer.sentence.start]
    found = list(re.finditer(rf"\b{token.lower} (?!of\b)[^.;,:()\n]{{2,70}}", before))
    if not found:
        return ()
    start, end = begin + found[-1].start(), begin + found[-1].end()
    codes = {m.code for m in scene.within(start, end) if m.code in scene.knowledge.states}
    return tuple(c for c in codes if c) if len(codes) == 1 else ()


def holder(referrer: Referrer, token: Token, role: RoleMention) -> tuple[str, ...]:
    """ "The minister", "the government": the one of that office that the text named last with its state."""
    scene = referrer.scene
    word = token.lower
    children = token.children
    signed = scene.story.signatories
    if role.sector == "REB" and len(signed) == 1 and [c.lower for c in children] == ["the"]:
        return signed  # "the government of Chad and the rebels signed a truce. The rebels undertook ..."
    if word not in _SAME | _FORCES or not any(c.lower == "the" for c in children):
        return ()
    others = [c for c in children if not (c.dep in ("amod", "compound", "nmod") and c.lower in _OF_ITS_TIME | _DESKS)]
    if any(c.dep in ("amod", "compound", "nmod", "poss", "relcl", "acl", "appos") or c.lower in ("of", "in") for c in others):
        return ()
    speaker = scene.speaker(role.start)
    home = scene.discourse.home if word in _ORGANS_OF_STATE | _FORCES else None
    floor = scene.document.text.rfind("\n", 0, role.start) + 1
    if home is not None and not any(floor <= start < role.start for start, _ in _held(scene, word)):
        return (home,)  # in an overview, where the paragraph names no other's
    if word in _FORCES:
        return ()
    own = (speaker,) if speaker and role.sector in ("GOV", "LEG") and word != "regime" else ()  # nobody calls himself so
    known = _last_held(scene, word, role.start) or _last_held(scene, _ALSO.get(word, word), role.start) or own
    known = known or (_of_paragraph(scene, role.start) if word == "government" else ())
    about = scene.discourse.about if word in _ORGANS_OF_STATE and not known else None
    return (about,) if about else known or _on_its_ground(referrer, token)


def _on_its_ground(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "The information minister", "the president", of nobody by name: of the state that the news is told from, or that an
    overview is of where it names no other just before; "the emir" of the one state of that kind that the text names.
    """
    scene = referrer.scene
    discourse, lands = scene.discourse, scene.knowledge.lands
    over = referrer.sentence.head(token)
    if token.lower in _SENT or any(c.dep == "prep" for c in token.children):
        return ()
    if token.dep == "pobj" and over is not None and over.lower == "of":
        return ()  # "is the task of the minister", in a text on any of them
    if (there := _opening_town(referrer, token)) is not None and there != discourse.ground:
        return (there,) if token.lower == "government" or token.lower in _USURPERS else ()
    kind = _THRONES.get(token.lower) if discourse.home is None else None
    if kind is None:
        near = {m.code for m in discourse.acting_in(referrer.sentence.start, token.start)}
        return (discourse.ground,) if discourse.ground is not None and _is_of_ground(referrer, token, near) else ()
    codes = [c for c in discourse.often if kind in lands.kinds(c)]
    if discourse.ground in codes:
        return (discourse.ground or "",)
    return tuple(codes) if len(codes) == 1 else ()


def _opening_town(referrer: Referrer, token: Token) -> str | None:
    """ "In Accra the government charged that", in news from Lome: the state of the capital that the sentence opens with."""
    scene, start = referrer.scene, referrer.sentence.start
    if not scene.document.text.startswith("In ", start):
        return None
    return next((m.code for m in scene.within(start, token.start) if m.kind == "capital" and m.start == start + 3), None)


def _is_of_ground(referrer: Referrer, token: Token, near: set[str | None]) -> bool:
    """Whether no other state is named in the sentence before an office, in an overview or where those are meant who took power:
    not "left Burundi after the junta had ordered it", in news from Brussels.
    """
    scene = referrer.scene
    if scene.discourse.home is not None:
        return not near or scene.discourse.ground in near
    here = {m.code for m in scene.within(referrer.sentence.start, token.start) if m.code in scene.knowledge.states}
    return token.lower not in _USURPERS or here <= {scene.discourse.ground}


def _last_held(scene: Scene, word: str, offset: int) -> tuple[str, ...]:
    before = [code for start, code in _held(scene, word) if offset - _BACK <= start < offset]
    return (before[-1],) if before else ()


def _of_paragraph(scene: Scene, offset: int) -> tuple[str, ...]:
    """ "The envoy of Chad asks ... The Government states": that of the only state whose officials the paragraph names."""
    text = scene.document.text
    floor = text.rfind("\n", 0, offset) + 1
    starts = [m.start for m in scene.mentions]
    codes: set[str] = set()
    for role in scene.roles:
        if floor <= role.start < offset:
            near = scene.mentions[bisect_left(starts, role.start - 90) : bisect_left(starts, role.end + 90)]
            code = state_beside(text, role, near)
            codes |= {code} & set(scene.knowledge.states) if code else set()
    return tuple(codes) if len(codes) == 1 else ()


@once
def _held(scene: Scene, word: str) -> list[tuple[int, str]]:
    """Where the text names one of an office with its state: the place, and the state."""
    text, out = scene.document.text, []
    starts = [m.start for m in scene.mentions]
    for role in scene.roles:
        if text[role.start : role.end].lower().rpartition(" ")[2] != word:
            continue
        near = scene.mentions[bisect_left(starts, role.start - 90) : bisect_left(starts, role.end + 90)]
        # "President Moon ... the President"
        person = next((m.code for m in near if m.kind in OF_PERSONS and m.start == role.end + 1), None)
        code = person or state_beside(text, role, near)
        if code in scene.knowledge.states and code is not None:
            out.append((role.start, code))
    return out


def organ(referrer: Referrer, token: Token) -> tuple[str, ...]:
    """ "Resolution 83 recommended": what a resolution says, the organ says that adopted it. "The Council" alone, in a text on
    its resolutions, is the Security Council.
    """
    if token.text in _ORGANS and [c.lower for c in token.children if c.dep != "punct"] == ["the"]:
        prefix, code = _ORGANS[token.text]
        cited = {(i.id or "").rpartition("-RES")[0] for i in referrer.scene.register.instruments}
        return (code,) if prefix in cited else ()
    if token.lower not in ("resolution", "resolutions") or "draft" in {c.lower for c in token.children}:
        return ()
    for instrument in referrer.scene.register.instruments:
        if instrument.start <= token.start < instrument.end or token.start <= instrument.start <= token.end + 1:
            found = next((code for prefix, code in _COURTS if (instrument.id or "").startswith(prefix)), None)
            if found or instrument.id or not _is_turned_down(referrer, token):
                return (found,) if found else ()
    if [c.lower for c in token.children if c.dep != "punct"] != ["the"]:
        return ()
    # "The resolutions", in a text on those of one organ.
    cited = {code for i in referrer.scene.register.instruments for prefix, code in _COURTS if (i.id or "").startswith(prefix)}
    return tuple(cited) if len(cited) == 1 else ()


def _is_turned_down(referrer: Referrer, token: Token) -> bool:
    """ "Rejected the resolutions": those of whoever adopted them."""
    verb = referrer.sentence.head(token)
    return token.dep == "dobj" and verb is not None and verb.lower.startswith(_REJECTED)


def is_title(referrer: Referrer, token: Token) -> bool:
    """Whether a word stands in the name of a treaty ("the Charter of the United Nations"), which is no party."""
    here: Token | None = token
    for _ in range(6):
        if here is None:
            return False
        if here.lower in _TITLES and here.text[0].isupper():
            return True
        above = referrer.sentence.head(here)
        inside = here.dep in ("compound", "amod", "nmod") or (
            here.dep == "pobj" and above is not None and above.lower in ("of", "on", "for")
        )
        if not inside and here.dep != "prep":
            return False
        here = above
    return False


def soil(referrer: Referrer, token: Token) -> bool:
    """ "African soil", "European security": a part of the world before a thing says where, and not who."""
    before = [
        m for c in referrer.sentence.children(token, "amod", "compound") if (m := referrer.scene.mention_at(c)) is not None
    ]
    return bool(before) and all((m.code or "").startswith("X-") and m.kind != "name" for m in before) and (
        referrer.scene.role_at(token) is None and referrer.scene.mention_at(token) is None and token.lower not in _MEMBERS
        and re.fullmatch(r"leaders?|people|peoples|capitals?|powers?|allies|partners?|rivals?|counterparts?|opponents?|foes?|side|delegates?", token.lower) is None
    )  # fmt: skip
