"""Decoded text -> documents: the page sorted, its items understood, its list of other stories; numbered and sealed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.ids import sha256_hex
from dragoman.lexicon import Lexicon
from dragoman.reading.bodies import owner
from dragoman.reading.boilerplate import titled_by_path, without_furniture, without_masthead
from dragoman.reading.columns import columned
from dragoman.reading.dateline import Dateline
from dragoman.reading.days import Day
from dragoman.reading.front import Front, Fronts
from dragoman.reading.header import Headers
from dragoman.reading.heads import Head
from dragoman.reading.items import Draft, Page, draft_of, medium_of
from dragoman.reading.languages import identify
from dragoman.reading.lines import Line, lines_of
from dragoman.reading.outlets import Medium
from dragoman.reading.parts import RawPart
from dragoman.reading.passages import Words, passages_of
from dragoman.reading.published import Clues, Dating, in_bulletin, listed_order, order_of, order_shown
from dragoman.reading.rules import Rules, rules_of
from dragoman.reading.sheet import Sheet, packed
from dragoman.reading.sidebars import without_sidebars
from dragoman.reading.split import Splitter
from dragoman.reading.teasers import Entry, without_lists
from dragoman.reading.telling import Speaker
from dragoman.reading.wraps import unwrapped
from dragoman.records import Document, ReadDocument, document_id
from dragoman.text import Span, Traced

# So many lines at most stand below a page's text at its foot.
_FOOT = 12
_NOTE = re.compile(r"(?<=[\w.,;:!?\"')\]%])\[(?:\d{1,3}|note \d{1,2}|citation needed)\]")


@dataclass(frozen=True, slots=True)
class Drafts:
    """What one part of a file holds: its items, the stories that it lists, and the page that they share."""

    items: list[Draft]
    entries: list[Entry]
    page: Page
    part_base: int = 0


class _Keeper:
    """Which lines among the menus of a page belong to what it says."""

    def __init__(self, rules: Rules, title: str | None) -> None:
        self._rules = rules
        self._title = title

    def keeps(self, words: str) -> bool:
        """Whether a line among menus is the page's title, a rule, a byline, or the name of a state's ministry over them."""
        headers = self._rules.headers
        if words == self._title or self._rules.furniture.is_a("rule", words):
            return True
        if "|" in words and (row := headers.read(words)) is not None and (row.author or row.stamps):
            return True  # "By Ann Dow | 3 May 2015 | 7 min read"
        named = len(words) < 160 and (" of " in words or " OF " in words)
        head = (headers.letterheads.read(words) or headers.read(words)) if named else None
        return head is not None and head.publisher_state is not None

    def tells(self, words: str) -> bool:
        """Whether a line over a menu says of whom the page is."""
        headers = self._rules.headers
        found = headers.read(words) or headers.letterheads.state_line(words)
        return self.keeps(words) or found is not None


def drafts_of(part: RawPart, lexicon: Lexicon) -> Drafts:
    """The items and listed stories of a part, understood."""
    rules = rules_of(lexicon)
    lines = unwrapped(columned(without_sidebars(lines_of(part.text, part.headings))), part.wrapped)
    encyclopedic = sum(len(_NOTE.findall(line.words)) for line in lines if "[" in line.words) >= 2
    main, entries = without_lists(lines, rules.furniture, encyclopedic=encyclopedic)
    keeper = _Keeper(rules, part.hints.title)
    main = without_masthead(titled_by_path(main), rules.furniture, keeper.tells)
    main = without_furniture(main, rules.furniture, keeper.keeps)
    local = rules.splitter.media(main)
    headers = rules.headers.on_page(local) if local else rules.headers
    splitter = Splitter(rules.furniture, rules.datelines, headers)
    fronter = Fronts(rules.furniture, rules.datelines, headers, rules.outlets)
    fronts = [fronter.front(item, part.hints) for item in splitter.items(main)]
    page = _page(part, fronts, entries, _owned(lines, headers) if len(fronts) < 2 else None, rules)
    items = [draft for front in fronts if (draft := draft_of(front, page, rules)) is not None]
    if page.several:
        datings = [d.dating for d in items]
        items = [replace(d, dating=in_bulletin(d.dating, d.clues, datings)) for d in items]
    if entries:
        items = [d for d in items if d.sheet.blocks]
        if fronts and not items:
            page = replace(page, head=fronts[0].head, medium=medium_of(fronts[0], part.hints, rules))
    return Drafts(items, entries, page, part.part_base)


def _page(part: RawPart, fronts: list[Front], entries: list[Entry], own: Head | None, rules: Rules) -> Page:
    """What the items of a part share; `own` is the head of the one item of a page that has no more."""
    several = len(fronts) > 1
    media = Counter(m for front in fronts if (m := _plain_medium(medium_of(front, part.hints, rules))))
    shared = max(media, key=lambda m: (media[m], m.name), default=None)
    days = [e.day for e in entries if e.day]
    return Page(
        part.hints,
        own if own is not None else _shared_head(fronts[0].head),
        shared if several else None,
        bool(entries),
        several,
        order_of((), days) or listed_order(days),
    )


def numbered(drafts: Sequence[Drafts], lexicon: Lexicon, *, source: bytes, source_path: str) -> list[ReadDocument]:
    """The documents of a file. The first of each part has the part's number; items after it, then listed stories, go on
    after the last part.
    """
    rules = rules_of(lexicon)
    following = max((d.part_base for d in drafts), default=0) + 1
    out: list[ReadDocument] = []
    listed: list[tuple[Drafts, Entry]] = []
    taken: set[int] = set()
    for each in drafts:
        for draft in each.items:
            number = each.part_base if each.part_base not in taken else following
            following += number == following
            taken.add(number)
            out.append(_document(draft, number, source, source_path))
        listed += [(each, entry) for entry in each.entries]
    for each, entry in listed:
        number = each.part_base if each.part_base not in taken else following
        following += number == following
        taken.add(number)
        draft = _teaser(entry, each, rules)
        out.append(_document(draft, number, source, source_path))
    return sorted(out, key=lambda r: r.document.part)


def plain_document(
    row_id: str, text: str, date: str | None, speaker_state: str | None, title: str | None, lexicon: Lexicon
) -> ReadDocument:  # fmt: skip
    """A row as a document: nothing is taken out, offsets are into `text`, the speaker is who the row says it is.

    An agency's dateline ("NAIROBI, May 3 (Reuters) -") is a passage of its own and says where "the Foreign Ministry" is.
    """
    head = Span(0, len(title)) if title and text.startswith(title) else None
    start = head.end if head else 0
    while start < len(text) and text[start].isspace():
        start += 1
    sent = _sent_from(text[start:], lexicon)
    dateline = Span(start + sent.start, start + sent.end) if sent else None
    begin = start + sent.body if sent else start
    body = (Span(begin, len(text)),) if begin < len(text) else ()
    speaker = Speaker(state=speaker_state)
    sheet = Sheet(Traced(text, Traced.of("").origins), head, dateline, body)
    words = Words(None, None, speaker)
    number_id = document_id(text.encode("utf-8", "surrogatepass"), 0, text)
    document = Document(
        document_id=number_id, source_path=row_id, title=title, published=date, published_basis="metadata" if date else None,
        dateline_place=sent.place if sent else None, speaker_state=speaker_state, text=text,
        text_sha256=sha256_hex(text.encode("utf-8", "surrogatepass")), sources=[row_id], reported_by=words.told,
    )  # fmt: skip
    passages = passages_of(sheet, [None] * len(body), "article", words, number_id)
    return ReadDocument(document=document, passages=passages, offsets=[(0, 0, len(text))] if text else [])


def _sent_from(text: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that a row begins with: of a known place, with an agency or a day, and text behind it."""
    found = rules_of(lexicon).datelines.read(text.split("\n", 1)[0])
    if found is None or found.home is None or not (found.medium or found.day):
        return None
    return found if 0 < found.body < len(text) else None


def _document(draft: Draft, number: int, source: bytes, source_path: str) -> ReadDocument:
    text = draft.sheet.text
    number_id = document_id(source, number, text)
    speaker, dated = draft.speaker, draft.dating
    document = Document(
        document_id=number_id, source_path=source_path, part=number, kind=draft.kind, title=draft.sheet.title_words or None,
        outlet=draft.outlet.name if draft.outlet else None, publisher=draft.publisher, url=draft.url, language=identify(text),
        published=dated.published, published_basis=dated.basis, published_candidates=list(dated.candidates),
        captured=dated.captured,
        dateline_place=draft.place, speaker_name=speaker.name, speaker_office=speaker.office, speaker_state=speaker.state,
        addressee=speaker.addressee, occasion=speaker.occasion, audience=draft.audience, authority=draft.authority,
        in_reply_to=draft.in_reply_to,
        text=text, text_sha256=sha256_hex(text.encode("utf-8", "surrogatepass")), sources=[source_path],
        reported_by=draft.words.told,
    )  # fmt: skip
    passages = passages_of(draft.sheet, draft.turns, draft.kind, draft.words, number_id)
    return ReadDocument(document=document, passages=passages, offsets=packed(draft.sheet.traced))


def _teaser(entry: Entry, page: Drafts, rules: Rules) -> Draft:
    """A listed story: medium and publisher are those of the page that lists it."""
    main = page.items[0] if page.items else None
    outlet = main.outlet if main else page.page.medium
    publisher = main.publisher if main else page.page.head.publisher
    state = main.words.publisher if main else page.page.head.publisher_state
    title, sentence = rules.furniture.unmarked(entry.title), entry.sentence and rules.furniture.unmarked(entry.sentence)
    traced = Traced.join([title, sentence], "\n") if sentence else title
    head = Span(0, len(title))
    blocks = (Span(head.end + 1, len(traced)),) if sentence else ()
    captured = main.dating.captured if main else None
    order = page.page.order or (order_shown(main.clues.stamps, main.dating.published) if main else None)
    dated = _listed_on(entry.day, captured, order)
    medium = rules.outlets.spoke_for(outlet.state, dated.published) if outlet else None
    speaker = Speaker(state=state or medium)
    sheet = Sheet(traced, head, None, blocks)
    words = Words(medium, state, Speaker())
    clues = main.clues if main else None

    return Draft(sheet, "teaser", speaker, [None] * len(blocks), words, dated, clues or Clues(traced.text), outlet, publisher)


def _listed_on(day: Day | None, captured: str | None, order: str | None) -> Dating:
    """The date beside a listed story; one without a year is the last such day before the page was taken."""
    if day is None:
        return Dating(captured=captured)
    if len(day.options) == 1:
        return Dating(day.options[0], "list date", (), captured)
    if len(day.options) > 1:
        if order in ("dmy", "mdy"):
            return Dating(day.options[order == "mdy"], f"list date; site convention {order}", (), captured)
        return Dating(None, None, tuple(sorted(day.options)), captured)
    if captured is not None:
        years = [o for y in (int(captured[:4]), int(captured[:4]) - 1) if (o := day.in_year(y)) and o <= captured]
        return Dating(years[0], "list date; year of capture", (), captured) if years else Dating(captured=captured)
    return Dating()


def _plain_medium(medium: Medium | None) -> Medium | None:
    return medium._replace(start=0, end=0) if medium else None


def _owned(lines: Sequence[Line], headers: Headers) -> Head:
    """What the foot of a page says of it: the body of a state whose page it is."""
    named = next((name for line in reversed(lines[-_FOOT:]) if (name := owner(line.words)) is not None), None)
    found = headers.letterheads.read(named) if named is not None else None
    return found if found is not None and found.publisher_state is not None else Head()


def _shared_head(head: Head) -> Head:
    """What the head of the first item says of the whole page: what stands over its title."""
    return Head(
        stamps=tuple(s for s in head.stamps if s.above), outlet=head.outlet, publisher=head.publisher,
        publisher_state=head.publisher_state, bulletin=head.bulletin,
    )  # fmt: skip
