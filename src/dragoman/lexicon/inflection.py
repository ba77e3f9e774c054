"""Forms of words. Lemmas are not guessed from forms: the forms of the lemmas that the lexicon knows are made, and looked up."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.lexicon.entries import Irregular

_VOWELS = frozenset("aeiou")
# What ends in "-man" and names no man.
_NO_MEN = ("german", "roman", "human", "ottoman", "shaman", "talisman", "caiman", "norman", "mussulman", "no-man")


class Inflection:
    """All forms of given verbs and nouns."""

    def __init__(self, irregulars: Iterable[Irregular]) -> None:
        self._irregular: dict[tuple[str, str], list[str]] = {}
        for entry in irregulars:
            self._irregular.setdefault((entry.pos, entry.lemma), []).extend(entry.forms)

    def verb(self, lemma: str) -> set[str]:
        """The lemma, -s, -ed and -ing forms; irregular ones take the place of regular past forms."""
        forms = {lemma, _with_s(lemma)}
        irregular = self._irregular.get(("verb", lemma))
        if irregular:
            forms.update(irregular)
            if not any(form.endswith("ing") for form in irregular):
                forms.update(_with(lemma, "ing"))
            return forms
        return forms | _with(lemma, "ed") | _with(lemma, "ing")

    def noun(self, lemma: str) -> set[str]:
        irregular = self._irregular.get(("noun", lemma))
        if irregular:
            return {lemma, *irregular}
        if lemma.endswith(("man", "woman")) and not lemma.endswith(_NO_MEN):
            return {lemma, f"{lemma[:-2]}en"}
        return {lemma, _with_s(lemma)}


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with(word: str, ending: str) -> set[str]:
    """The word with -ed or -ing, with its last consonant single and, where it may be ("refer", "signal"), doubled."""
    if word.endswith("ie") and ending == "ing":
        return {word[:-2] + "ying"}
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return {word[:-1] + ending}
    if word.endswith("ee") and ending == "ed":
        return {word + "d"}
    if word.endswith("y") and ending == "ed" and len(word) > 1 and word[-2] not in _VOWELS:
        return {word[:-1] + "ied"}
    forms = {word + ending}
    before = word[:-2].removesuffix("qu") + "q" * word[:-2].endswith("qu")  # "squatted": the u of "qu" is no vowel
    ends_like_stop = (
        len(word) > 2 and word[-1] not in _VOWELS | set("wxy") and word[-2] in _VOWELS and before[-1] not in _VOWELS
    )
    if ends_like_stop:
        forms.add(word + word[-1] + ending)
    return forms
