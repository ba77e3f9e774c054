"""Who holds a power: an office in the words of the text, or the state itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.coding.sentence.workbench import Workbench
from dragoman.language.parse import Token
from dragoman.lexicon.words import alternatives, word_class

_STATE_ITSELF = word_class("the-state-itself")
_ORGANS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY"})
_NOT_ORGANS = word_class("no-organs")
_BARE_ORGANS = word_class("organs-without-state")
_MEMBERS = frozenset({"members", "member"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "his", "her", "him", "them"})
# "The minister with competence in foreign affairs".
_CHARGED = re.compile(
    r"\s+(?:with (?:competence|responsibility|jurisdiction) (?:in|for|over)|in charge of|responsible for)\s+"
    rf"(?:the\s+)?(?!the\b)[a-z]+(?:\s+(?:and\s+)?(?:{alternatives('charges-of-ministers')}))*"
)
# "The chairman, now called president, of the Commission".
_RENAMED = re.compile(
    r",\s+(?:now|then|today|later|also|formerly|previously)\s+(?:called|named|styled|known as|titled)\s+[\w ]{3,40},\s+of\s+the\s+"
    r"(?:[A-Z][\w'’-]*|of|the|for|and)(?:\s+(?:[A-Z][\w'’-]*|of(?=\s+[A-Z])|for(?=\s+[A-Z])|and(?=\s+[A-Z])))*"
)
_DEFINITE = re.compile(r"\b[Tt]he $")
_ALONE = re.compile(r"\s+(?:alone|itself|himself|herself)$")
_ARTICLE = re.compile(
    r"^(?:\(?\w{1,3}[.)]\s+)?(?:only\s+)?(?:that\s+)?(?:both\s+)?(?:the|a|an|its|their|our|his|this)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Holder:
    """`office` is None for the state itself; `state` the code that the words themselves name; [start, end) its place."""

    office: str | None
    state: str | None
    start: int
    end: int


def holder_of(bench: Workbench, token: Token, state: str | None, before: Holder | None) -> Holder | None:
    """Whose power it is by the phrase of `token`; None for persons, other states and things.

    `state` is whose law it stands in, None if not known; `before` is whom the pronouns of this sentence mean.
    """
    if token.lower in _PRONOUNS and token.tag in ("PRP", "PRP$", "WP", "WDT", "DT"):
        return _antecedent(bench, token, state, before)
    if token.lower in _MEMBERS:  # "the members of the Senate"
        whose = [c for c in bench.sentence.children(token, "poss") if c.tag == "WP$"]
        clause = next((a for a in bench.sentence.ancestors(token) if a.dep == "relcl"), None) if whose else None
        if clause is not None:  # "the Senate, whose members are elected for six years"
            return holder_of(bench, bench.sentence.tokens[clause.head], state, before)
        of = [h for o in bench.clauses.under(token, "of") if (h := holder_of(bench, o, state, before)) and h.office]
        first = bench.sentence.subtree(token, without=frozenset({"relcl", "acl", "prep"}))[0]
        begin = bench.text.find(of[0].office or "", of[0].start, of[0].end) if of else -1
        if begin < first.start:  # none, or "members of which", told before
            return None
        return Holder(
            _ARTICLE.sub("", bench.text[first.start : begin] + (of[0].office or "")), of[0].state, first.start, of[0].end
        )
    if any(c.lower == "my" for c in bench.sentence.children(token, "poss")):  # "my Government reserves its rights"
        return None
    mention = bench.scene.mention_at(token)
    if mention is not None and mention.kind in ("person", "holder", "place", "organisation", "collective"):
        return None
    found = bench.referrer.refer(token)
    code = found.codes[0] if found is not None and found.codes else None
    role = bench.scene.role_at(token)
    if role is None and token.lower in _STATE_ITSELF and _is_state_itself(bench, token, state):
        return Holder(None, state or code, token.start, token.end)  # whatever sector it was last spoken of in
    sector = found.sector if found is not None and found.sector else role.sector if role is not None else None
    if token.lower not in _NOT_ORGANS and (sector in _ORGANS or token.lower in _BARE_ORGANS):
        if state is not None and code not in (None, state):
            body = mention is not None and mention.kind == "body" and " " not in mention.text
            if _is_named(bench, token) and not body:
                return None
            code = None  # "the Senate" of whose law it is, not of the state whose Senate is best known
        return _office(bench, token, code)
    if _is_state_itself(bench, token, state):
        return Holder(None, state or code, token.start, token.end)
    return None


def spoken_of(bench: Workbench) -> Holder | None:
    """The only office of the sentence right before one about "he" or "she", where no power was read there."""
    if bench.sentence.said.isdisjoint(("he", "she")) or not any(
        t.lower in ("he", "she") and t.dep in ("nsubj", "nsubjpass") for t in bench.sentence
    ):
        return None
    before = bench.scene.just_before(bench.sentence.start)
    roles = bench.scene.roles_within(*before) if before is not None else []
    roles = [
        r
        for r in roles
        if r.sector in _ORGANS and r.held is None and _DEFINITE.search(bench.text[max(0, r.start - 5) : r.start])
    ]
    named = {bench.text[r.start : r.end].lower() for r in roles}
    return Holder(bench.text[roles[0].start : roles[0].end], None, roles[0].start, roles[0].end) if len(named) == 1 else None


def _is_named(bench: Workbench, token: Token) -> bool:
    """Whether the phrase itself says whose office it is: "the President" in a law is not whom the text spoke of before."""
    return any(
        bench.scene.mention_at(t) is not None for t in bench.sentence.subtree(token, without=frozenset({"relcl", "acl"}))
    )


def _is_state_itself(bench: Workbench, token: Token, state: str | None) -> bool:
    mention = bench.scene.mention_at(token)
    if mention is not None and mention.kind in ("name", "deixis", "alias") and mention.sector is None:
        return mention.code in bench.scene.knowledge.states and mention.code == state
    if token.lower not in _STATE_ITSELF:
        return False
    determiners = list(bench.sentence.children(token, "det", "poss"))
    return bool(determiners) and determiners[0].lower in ("the", "our", "its", "this") and token.tag in ("NN", "NNP")


def _office(bench: Workbench, token: Token, code: str | None) -> Holder:
    """The words of the office, from its first modifier to the end of its "of" phrase, without its own state."""
    tokens = bench.sentence.subtree(
        token, without=frozenset({"relcl", "acl", "conj", "cc", "punct", "advcl", "appos", "parataxis"})
    )
    cited = bench.scene.register.within(
        bench.sentence.start, token.start
    )  # "Under Article 10 Parliament ...", read as one name
    tokens = [t for t in tokens if not any(r.start <= t.start < r.end <= token.start for r in cited)]
    low = min((t.i for t in tokens if t.i >= token.i - 8), default=token.i)
    kept = [t for t in tokens if t.i >= low and not (t.i > token.i and t.dep == "prep" and t.lower not in ("of", "for"))]
    high = token.i
    for t in kept:
        if t.i == high + 1 or (t.i > high and all(x.text in "-’'" for x in bench.sentence.tokens[high + 1 : t.i])):
            high = max(high, t.i)
    start, end = bench.sentence.tokens[low].start, bench.sentence.tokens[high].end
    for pattern in (_RENAMED, _CHARGED):
        further = pattern.match(bench.text, end, bench.sentence.end)
        end = further.end() if further is not None else end
    words = _ARTICLE.sub("", bench.text[start:end])
    mentions = [m for m in bench.scene.within(start, end) if m.code == code and m.kind in ("name", "deixis", "alias")]
    if mentions and mentions[-1].end >= end:
        cut = re.sub(r"\s+(?:of|in|for)\s+(?:the\s+)?$", "", bench.text[start : mentions[-1].start])
        words = _ARTICLE.sub("", cut) if cut != bench.text[start : mentions[-1].start] else words
    if mentions and mentions[0].start <= start + 4 and re.match(r"(?:['’]s)?\s+\S", bench.text[mentions[0].end : end] or ""):
        words = re.sub(r"^(?:['’]s)?\s+", "", bench.text[mentions[0].end : end])
    owner = re.match(r"(?:(?:the )?(?:country|state|nation|republic)['’]s)\s+", words, re.IGNORECASE)
    return Holder(_ALONE.sub("", words[owner.end() :] if owner else words), code, start, end)


def _antecedent(bench: Workbench, token: Token, state: str | None, before: Holder | None) -> Holder | None:
    """Whom a pronoun means: the noun of a relative clause, else the last subject that holds an office, else `before`."""
    if token.tag in ("WP", "WDT"):
        for above in bench.sentence.ancestors(token):
            if above.dep == "relcl":
                head = bench.sentence.tokens[above.head]
                role = bench.scene.role_at(head) if token.lower == "who" else None  # "the minister for war, who"
                after = max(head.end, role.end) if role is not None else head.end
                nearer = [
                    t
                    for t in bench.sentence.tokens[head.i + 1 : above.i]
                    if t.dep == "pobj" and t.start >= after and t.i < token.i and t.tag[0] == "N"
                ]
                for candidate in (*reversed(nearer), head):
                    found = holder_of(bench, candidate, state, None)
                    if found is not None and candidate.lower not in _STATE_ITSELF:
                        return found
        return None
    subjects = [t for t in bench.sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass") and t.tag[0] == "N"]
    for candidate in reversed(subjects):
        found = holder_of(bench, candidate, state, None)
        if found is not None and (found.office is not None or token.lower == "it"):
            return found
    if token.lower in ("he", "she", "him", "her", "his"):  # "war is declared by the President; he also ..."
        told = [t for t in bench.sentence.tokens[: token.i] if t.dep in ("pobj", "dobj", "dative") and t.tag[0] == "N"]
        named = [h for t in told if bench.scene.role_at(t) and (h := holder_of(bench, t, state, None)) and h.office is not None]
        if len({h.office for h in named}) == 1:
            return named[0]
    return before
