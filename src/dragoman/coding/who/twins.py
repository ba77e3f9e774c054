"""Pairs of states that share a name: "the Koreas", "North and South Korea", "the two German states", "inter-Korean"."""

from __future__ import annotations

from dragoman.language.parse import Sentence, Token

TWINS = {
    "koreas": ("KOR", "PRK"),
    "sudans": ("SDN", "SSD"),
    "germanys": ("DEU", "DDR"),
    "congos": ("COD", "COG"),
    "yemens": ("YEM", "YMD"),
}
_TWINNED = frozenset({"states", "republics", "governments", "countries"})
_OF_TWO = {"korean": "koreas", "german": "germanys"}


def twins_of(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The two that a noun means by their one name."""
    if token.lower in TWINS:
        return TWINS[token.lower]
    return of_both(sentence, token) or (_counted(token) if token.lower in _TWINNED else ())


def of_both(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "North and South Korea": the two whose names differ by the word before."""
    twins = TWINS.get(f"{token.lower}s", ())
    before = [t.lower for t in sentence.tokens[max(0, token.i - 3) : token.i]] if twins else []
    both = len(before) == 3 and before[1] == "and" and {before[0], before[2]} in ({"north", "south"}, {"east", "west"})
    return twins if both else ()


def _counted(token: Token) -> tuple[str, ...]:
    """ "The two German states", "both Korean states"."""
    before = [c for c in token.children if c.dep in ("amod", "nummod", "det", "predet")]
    if any(d.dep == "conj" for c in before for d in c.children):
        return ()  # "both the German and Namibian governments"
    words = {c.lower for c in before}
    return next((TWINS[_OF_TWO[w]] for w in words & _OF_TWO.keys()), ()) if words & {"two", "both"} else ()


def between_twins(token: Token, text: str) -> tuple[str, ...]:
    """The two that "the Koreas" and "inter-Korean" mean in a text."""
    word = token.lower
    if word in _OF_TWO and text[max(0, token.start - 6) : token.start].lower() == "inter-":
        word = _OF_TWO[word]
    return TWINS.get(word, ())
