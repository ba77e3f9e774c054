"""The kinds of entry that lexicon files hold: one frozen type per `[[kind]]`.

A file may mix kinds. A field that a kind does not know is a fault, so that a slip of the pen is not ignored.
"""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Root of all entries."""

    note: str | None = None


class State(Entry, frozen=True, kw_only=True):
    """A state, former state, disputed state or territory, with what it is called."""

    code: str
    name: str
    names: list[str] = []
    adjectives: list[str] = []
    demonyms: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    status: str = "member"
    since: str | None = None
    until: str | None = None
    region: str | None = None
    careful: list[str] = []
    successors: list[str] = []


class Place(Entry, frozen=True, kw_only=True):
    """Somewhere that is not a state or capital; `code` is the state it lies in, None where that is contested."""

    name: str
    names: list[str] = []
    code: str | None = None
    kind: str = "city"
    careful: bool = False


class Organisation(Entry, frozen=True, kw_only=True):
    """An international organisation, company or movement that acts in its own name.

    `organs`: what acts for it, named so in many others too ("the Executive Board"): meant where a text has named it before.
    """

    code: str
    name: str
    names: list[str] = []
    adjectives: list[str] = []
    sector: str = "IGO"
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    careful: list[str] = []
    members: list[str] = []
    organs: list[str] = []


class Collective(Entry, frozen=True, kw_only=True):
    """A group that texts name without its members."""

    code: str
    names: list[str]
    adjectives: list[str] = []
    careful: list[str] = []


class Body(Entry, frozen=True, kw_only=True):
    """A parliament, agency, army, party or armed group that belongs to one state."""

    code: str
    sector: str
    names: list[str]
    since: str | None = None
    until: str | None = None
    careful: list[str] = []


class Office(Entry, frozen=True, kw_only=True):
    """An office in lower case without its state."""

    id: str
    names: list[str]
    sector: str
    rank: int | None = None
    careful: bool = False


class Role(Entry, frozen=True, kw_only=True):
    """Words for people or groups, and the sector they belong to."""

    words: list[str]
    sector: str


class Modifier(Entry, frozen=True, kw_only=True):
    """A word before a role or office that changes its sector or status."""

    words: list[str]
    sector: str | None = None
    status: str | None = None


class Holder(Entry, frozen=True, kw_only=True):
    """Who held which office when; dates cut to their precision."""

    name: str
    code: str
    office: str
    names: list[str] = []
    since: str | None = None
    until: str | None = None


class Instrument(Entry, frozen=True, kw_only=True):
    """A charter, treaty, resolution, law or the like that texts cite.

    `short`: names that mean it only in texts that have one of the words `beside` ("Final Act" where Helsinki is named).
    `founds`: the organisation whose founding instrument it is, which a text about that means by "the treaty".
    """

    id: str
    name: str
    names: list[str] = []
    short: list[str] = []
    beside: list[str] = []
    date: str | None = None
    parties: list[str] = []
    founds: str | None = None
    kind: str = "treaty"


class Outlet(Entry, frozen=True, kw_only=True):
    """A medium; `state` only where it speaks for one."""

    name: str
    names: list[str] = []
    state: str | None = None
    country: str | None = None
    kind: str = "agency"
    date_order: str | None = None


class Rung(Entry, frozen=True, kw_only=True):
    """A rung of a state's ladder of official vehicles; 1 is the highest."""

    state: str
    rank: int
    vehicle: str
    words: list[str]
    since: str | None = None
    until: str | None = None


class Topic(Entry, frozen=True, kw_only=True):
    id: str
    words: list[str]


class Context(Entry, frozen=True, kw_only=True):
    id: str
    words: list[str]


class Evaluation(Entry, frozen=True, kw_only=True):
    """Words that praise or blame."""

    polarity: float
    pos: str
    words: list[str]


class Negator(Entry, frozen=True, kw_only=True):
    words: list[str]


class Irony(Entry, frozen=True, kw_only=True):
    words: list[str]


class Abbreviation(Entry, frozen=True, kw_only=True):
    """Words before a full stop that does not end a sentence; `before`: name, number, any. `starter`: words that open one."""

    before: str
    words: list[str]


class Irregular(Entry, frozen=True, kw_only=True):
    """A verb or noun whose forms no rule makes."""

    lemma: str
    pos: str
    forms: list[str]


class Deixis(Entry, frozen=True, kw_only=True):
    """Words whose actor depends on who speaks.

    `means`: speaker, pair, hostile, or the code of a state; `state` limits an entry to texts where that state speaks.
    """

    means: str
    words: list[str]
    state: str | None = None


class Misspelling(Entry, frozen=True, kw_only=True):
    """Forms in which a name is often misspelt; they mean all that it means."""

    right: str
    wrong: list[str]


class Group(Entry, frozen=True, kw_only=True):
    """A named set of lemmas that event rules refer to as `@name`."""

    name: str
    words: list[str]


class EventRule(Entry, frozen=True, kw_only=True):
    """A pattern for events: a verb (or event noun), what must hang on it, and who plays which part.

    `verbs`, `nouns`: lemmas that set it off. `object`: lemmas (or `@group`) of which one must be its object;
    `with_prep`: prepositions of which one must hang on it, with `prep_object` as their object where given;
    `particle`: of which one must follow. `source`, `target`: slots tried in order ("subject", "object", "by", a
    preposition, "object:of" for a preposition under the object, "object:poss"). `reciprocal`: acting alike where no
    target is found. `domestic`: where nobody else is named, the target is of the source's own state. `needs`: parts
    without which there is no event. `subject`, `thing`, `words`: words of which one must stand in its subject, in its
    object, or anywhere among its own words; `unless`: words of which none may. More specific rules win over less
    specific ones.
    """

    rule: str
    event: str
    mode: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    object: list[str] = []
    with_prep: list[str] = []
    prep_object: list[str] = []
    particle: list[str] = []
    source: list[str] = []
    target: list[str] = []
    reciprocal: bool = False
    domestic: bool = False
    needs: list[str] = []
    subject: list[str] = []
    thing: list[str] = []
    words: list[str] = []
    unless: list[str] = []
    score: float | None = None
    modality: str | None = None


class Operator(Entry, frozen=True, kw_only=True):
    """A verb or noun that changes what the act below it is: promise, refuse, request, threaten, accuse, stop, start,
    try, say, deny, hint, tell, schedule; `hold` only reports.
    """

    kind: str
    verbs: list[str] = []
    nouns: list[str] = []
    phrases: list[str] = []


class LightVerb(Entry, frozen=True, kw_only=True):
    """Verbs that say nothing themselves: the act is in the noun that they govern."""

    verbs: list[str]


class PhrasalVerb(Entry, frozen=True, kw_only=True):
    """Verbs that with one of `particles` say what the plain verb `means` says: "call off" as "cancel".

    `before`: prepositions of which one must follow, whose noun is what it is done to ("press ahead with" as "continue").
    `whole`: and no longer what they say without ("press").
    """

    verbs: list[str]
    particles: list[str]
    before: list[str] = []
    means: str
    whole: bool = False


class EventType(Entry, frozen=True, kw_only=True):
    """A type of the ontology: its quad and scores, and what it turns into under each operator."""

    event: str
    quad: str
    score: float
    modes: dict[str, float] = {}
    ours: list[str] = []


class Boilerplate(Entry, frozen=True, kw_only=True):
    """Words by which the parts of a page are known that belong to no document.

    `part`: `line` (a line that is nothing else), `opening` (how a line of furniture begins), `menu` (a line that is
    furniture among other short lines), `tail` (from this line on nothing follows), `list` (heads a list of other
    stories), `aside` (begins a line that names one other story), `mark` (taken out wherever it stands), `end` (ends an
    item), `rule` (a line that parts items), `biography` (a closing line about its author).
    `words` are lower case with straight quotes; `patterns` are regular expressions, matched ignoring case; a line of
    more than `longest` characters is none.
    """

    part: str
    words: list[str] = []
    patterns: list[str] = []
    longest: int = 160


class Genre(Entry, frozen=True, kw_only=True):
    """How a kind of document is known: by a pattern in its `title`, its `lead` (the first sentences), or its `body`.

    Genres are tried in order. `unless` takes a match back; `needs` names what else must hold: `turns`, `articles`,
    `notes` (marks that refer to notes), `encyclopedic`, `voice` (somebody's official voice), `salutation`, `signature`,
    `addressed` (and no title), `dateline`, `agency` (a medium carries it), `plain` (none of the last two), `undated`.
    `signs`: pieces of words one of which is in all that its patterns match; where none is, they are not looked for.
    """

    kind: str
    where: str
    patterns: list[str]
    unless: list[str] = []
    needs: list[str] = []
    signs: list[str] = []


class Happening(Entry, frozen=True, kw_only=True):
    """A dated event that texts refer to without its date.

    A sentence refers to it where it has all `words`; alternatives in one word are parted by `|`, as in
    `["sochi", "olympic|winter games"]`. `states`: who must be in view as well. `until` is the last day.
    """

    name: str
    words: list[str]
    date: str
    until: str | None = None
    states: list[str] = []


class Series(Entry, frozen=True, kw_only=True):
    """Numbered gatherings, one a year: the n-th is in year `base` + n. `month` is the one in which a session opens that
    goes on into the next year.
    """

    name: str
    words: list[str]
    base: int
    month: int | None = None


class Declaration(Entry, frozen=True, kw_only=True):
    """Words by which a text declares a principle, aim, commitment or red line; `form` says how they do it.

    `form`: ideal, course, stand, keep, rest, value, strive, effort, make, pledge, ready, passing, forbid, line,
    warn, lapse, lapsing, behind.
    """

    form: str
    kind: str
    words: list[str]


class Condition(Entry, frozen=True, kw_only=True):
    """Words that open a term on which something hangs; `never`: words that make an "if" none ("even if"); `whole`: words
    that are a term by themselves; `beside`: words of which the clause must have one, where the marker alone says too little.
    """

    words: list[str]
    never: bool = False
    whole: bool = False
    beside: list[str] = []


class Numbering(Entry, frozen=True, kw_only=True):
    """The years of a body's numbered resolutions: `ranges` of (year, first, last); `prefix` begins their ids."""

    body: str
    prefix: str
    ranges: list[tuple[int, int, int]]


class Bearing(Entry, frozen=True, kw_only=True):
    """A provision so well known that texts leave out its instrument where one of `within` is named."""

    provisions: list[str]
    within: list[str]
    instrument: str


class Weights(Entry, frozen=True, kw_only=True):
    """What speaks for and against a sentence's telling of states at all, in log odds: `base`, and by each weight the hints
    that have it, parted by spaces (`coding/relevance.py`). Below `floor` it tells nothing of them.
    """

    base: float
    floor: float
    weights: dict[str, str]


class Citing(Entry, frozen=True, kw_only=True):
    """Words that tell what an instrument is cited for; `form` says how they stand to it.

    `form`: `before` (a phrase that the instrument follows), `weak` (the same, for another's instruments only), `noun` (what
    is done "of" it), `verb` (it is the object), `cite` (the subject is who cites), `marked` (adjectives before it),
    `predicate` (said of it), `lacking` (said of it, negated), `freed` (a phrase before it: who is free of it), `lost` (what
    it has lost), `rules` (what it does to who speaks), `accuse` (verbs whose subject cites what is said to be broken),
    `ground` (verbs whose subject acts by it), `ask` (verbs whose subject asks for it to be kept).
    """

    stance: str
    form: str
    words: list[str]


class Bond(Entry, frozen=True, kw_only=True):
    """Words that tell a bond or quarrel of one `kind`; `form`: noun, role, verb, act; `change`: begin, hold, end, pause.

    `to`: prepositions (or "object") that lead to the other party; `needs`: words of which one must stand by a noun.
    """

    kind: str
    form: str
    words: list[str]
    change: str = "hold"
    to: list[str] = []
    needs: list[str] = []


class Turn(Entry, frozen=True, kw_only=True):
    """Verbs and nouns that govern the noun of a bond: what becomes of it. `change`: begin, resume, hold, end, pause."""

    change: str
    verbs: list[str] = []
    nouns: list[str] = []


class Blur(Entry, frozen=True, kw_only=True):
    """Words under which the noun of a bond names none that is there."""

    words: list[str]


class War(Entry, frozen=True, kw_only=True):
    """A war that texts name without its parties ("the Chaco War"), and the codes of these, two sides of one each."""

    names: list[str]
    parties: list[str]


class Grant(Entry, frozen=True, kw_only=True):
    """Words that give an office a power, lay a duty on it, or say to whom it answers and for how long.

    `form`: `noun` (has the power to), `adjective` (is empowered to), `verb` (the article empowers the president to), `give`
    (the law gives the cabinet the power), `rests` (the power rests with parliament), `answers` (is accountable to), `term`,
    `standing` (is head of state), `assent` (the consent of parliament), `tells` (the article provides that), `act` (what
    offices do under constitutions), `toil` (works to: a duty), `frame` (under the constitution).
    """

    kind: str
    form: str
    words: list[str]


class Siding(Entry, frozen=True, kw_only=True):
    """Verbs and nouns of taking sides: who holds a position is their subject, towards whom their object or `to` says.

    What each `form` is stands at the head of `positions.toml`. `only`: nouns that the object must be; `complement`: words one
    of which the verb must have beside its object ("holds X responsible").
    """

    form: str
    words: list[str]
    polarity: float = 0.0
    to: list[str] = []
    only: list[str] = []
    complement: list[str] = []


class Leaning(Entry, frozen=True, kw_only=True):
    """Phrases that lead to whom somebody stands so towards: `of` subject ("has faith in X") or speaker ("shame on X")."""

    of: str
    polarity: float
    words: list[str]


class Conduct(Entry, frozen=True, kw_only=True):
    """Words that decide whom an evaluation falls on; what each `form` means stands at the head of `positions.toml`."""

    form: str
    words: list[str]


class Measure(Entry, frozen=True, kw_only=True):
    """What is counted or measured: a plural noun in kebab case as `id`, and the phrases that name it, singular.

    `needs`: one of these words must stand in the sentence too. `zero`: whether "no ..." is a claim of none; `absent`:
    whether "the lack of ..." is. `held`: whether having any is worth a claim of its own. `moves`: whether where they are
    does not say whose they are. `home`: whether a state that tells of them without saying whose they are means its own.
    `deeds`: whether they are counted anew with each deed. `loose`: whether a number may be of any of them, so that two numbers
    compare only where their sentences say the same of them. `ballot`: whether they are cast, so that they are whose who votes.
    """

    id: str
    words: list[str]
    needs: list[str] = []
    zero: bool = True
    absent: bool = False
    held: bool = False
    moves: bool = False
    home: bool = False
    deeds: bool = False
    loose: bool = False
    ballot: bool = False


class Unit(Entry, frozen=True, kw_only=True):
    """A unit that stands after a number; one of it is `factor` of `base`, where it can be converted; `measure` is what is
    measured in it where a text names nothing else.
    """

    id: str
    words: list[str]
    measure: str | None = None
    base: str | None = None
    factor: float = 1.0


class Level(Entry, frozen=True, kw_only=True):
    """A level of diplomatic representation, and the words that tell it; under `lowered` it is given up."""

    id: str
    words: list[str]
    lowered: list[str] = []


class Change(Entry, frozen=True, kw_only=True):
    """Words that tell what becomes of a bond: restored, suspended, begun, upgraded."""

    change: str
    words: list[str]


class Romanisation(Entry, frozen=True, kw_only=True):
    """What makes spellings of names alike that one name of a language may be written with; "*" is any other state.

    `folds` are (pattern, replacement), applied in order to each word; `drop` are patterns of words that may be left out.
    """

    language: str
    states: list[str]
    family: str
    split: bool = False
    drop: list[str] = []
    folds: list[tuple[str, str]]


class NoName(Entry, frozen=True, kw_only=True):
    """Words that no person is called."""

    words: list[str]


class Designator(Entry, frozen=True, kw_only=True):
    """Words right before or behind the name of a state that are a part of what it is called."""

    tone: str
    before: list[str] = []
    after: list[str] = []


class Contrary(Entry, frozen=True, kw_only=True):
    """What cannot be said of a state, or aimed at by it, together; phrases of one list mean the same."""

    one: list[str]
    other: list[str]


class Exclusive(Entry, frozen=True, kw_only=True):
    """Words that leave room for one alone."""

    words: list[str]


class Assertion(Entry, frozen=True, kw_only=True):
    """Words by which something is claimed; `form` says what they do.

    `change` (rose), `falling` (a change too: fell), `asserts` (held that), `level` (reached, totals), `standing` (a
    nuclear power), `holds` (achieved the status), `claims` (claims to be), `verdict` (illegal), `breach` (a violation
    of), `lacks` (has no right), `basis` (legal ground), `abstract` (what "there is no ..." says nothing of), `unreal`
    (imaginary), `report` (the report that), `denies`, `deniable` (what is denied), `own` (possesses), `doing` (verbs
    whose object may be counted), `exists`, `claiming`, `breaks` (violates), `calls` (terms it illegal), `of-law` (what
    is broken), `self` (calls itself), `hosting` (hosts), `share` (per cent), `false` (what a report is called),
    `number`, `nought` (words for numbers, and for none), `ceiling` (limits to), `doing-on` (continues to), `made-to` (is
    designed to), `prestige` (the standing that rises), `tier` (what bonds reach), `mere` (is just), `so-called`,
    `mentions` (refers to), `misdoing` (what states deny of themselves).
    """

    form: str
    words: list[str]


# The name of a table array in TOML, and the type of its entries. Further kinds are added beside what reads them.
ENTRIES: dict[str, type[Entry]] = {
    "state": State,
    "place": Place,
    "organisation": Organisation,
    "collective": Collective,
    "body": Body,
    "office": Office,
    "role": Role,
    "modifier": Modifier,
    "holder": Holder,
    "instrument": Instrument,
    "outlet": Outlet,
    "rung": Rung,
    "topic": Topic,
    "context": Context,
    "evaluation": Evaluation,
    "negator": Negator,
    "irony": Irony,
    "abbreviation": Abbreviation,
    "irregular": Irregular,
    "deixis": Deixis,
    "misspelling": Misspelling,
    "group": Group,
    "event": EventRule,
    "operator": Operator,
    "light": LightVerb,
    "phrasal": PhrasalVerb,
    "type": EventType,
    "boilerplate": Boilerplate,
    "genre": Genre,
    "happening": Happening,
    "series": Series,
    "declaration": Declaration,
    "condition": Condition,
    "bond": Bond,
    "turn": Turn,
    "blur": Blur,
    "war": War,
    "siding": Siding,
    "leaning": Leaning,
    "conduct": Conduct,
    "numbering": Numbering,
    "bearing": Bearing,
    "relevance": Weights,
    "citing": Citing,
    "grant": Grant,
    "measure": Measure,
    "unit": Unit,
    "level": Level,
    "change": Change,
    "romanisation": Romanisation,
    "noname": NoName,
    "designator": Designator,
    "contrary": Contrary,
    "exclusive": Exclusive,
    "assertion": Assertion,
}
