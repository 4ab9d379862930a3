"""What every view speaks with: labels, names, dates and numbers in the reader's language, and the sources it cites."""

from sil.light import TYPE_CHECKING, Callable, Iterable, Iterator, Mapping, Sequence, contextmanager, replace
from sil.records.values import CURRENCIES, EMPTY, Text
from sil.text.calendars import format_date, format_period, is_date
from sil.text.labels import Labels
from sil.text.numbers import currency_of, format_money, format_number, format_percent
from sil.views.model import Cell, Inline, Page, Run, Section, SourceNote, Style
from sil.views.sources import CitedSources

if TYPE_CHECKING:
    from sil.reader import Audience
    from sil.records.rates import Rates
    from sil.records.types import Claim, Figure, Source, Value

Title = Callable[[str], Text]
"""Gives the title of any record by its address; an unknown address is its own title."""

GAP: Inline = (Run(" "),)


def words(text: str, style: Style = "plain", *, lang: str = "", link: str | None = None) -> Inline:
    """Return one run."""
    return (Run(text, lang=lang, style=style, link=link),)


def joined(parts: Iterable[Inline], between: str) -> Inline:
    """Return the parts as one, with `between` between them."""
    whole: Inline = ()
    for part in parts:
        if part:
            whole = (*whole, *(words(between) if whole else ()), *part)
    return whole


def plain_text(inline: Inline) -> str:
    """Return the words of an inline text."""
    return "".join(run.text for run in inline)


def notes_of(cell: Cell) -> tuple[str, ...]:
    """Return the keys of the sources cited in a cell, once each."""
    return tuple(dict.fromkeys(note for line in cell for run in line for note in run.notes))


def sentence_part(inline: Inline) -> Inline:
    """Return a sentence without its full stop, so that it can be one of several in a line."""
    if not inline or not inline[-1].text.endswith((".", "。")):
        return inline
    return (*inline[:-1], replace(inline[-1], text=inline[-1].text[:-1]))


class Frame:
    """The reader's language, the names of records, and the numbered sources of one page."""

    def __init__(
        self,
        labels: Labels,
        title: Title,
        rates: "Callable[[], Rates | None]" = lambda: None,
        *,
        audience: "Audience" = "team",
    ) -> None:
        self.label = labels
        self.lang = labels.lang
        self.comma, self.colon, self.semicolon = (labels(f"mark.{mark}") for mark in ("comma", "colon", "semicolon"))
        self.audience = audience
        self._title = title
        self._rates = rates
        self._into: tuple[str, ...] = ()
        self.cited = CitedSources()

    # --- words -----------------------------------------------------------------------------------------------------

    def says(self, key: str, style: Style = "plain", **values: object) -> Inline:
        """Return a label."""
        return words(self.label(key, **values), style)

    def choice(self, value: str, style: Style = "plain") -> Inline:
        """Return the label of a fixed value of a field."""
        return self.says(f"choice.{value}", style)

    def bracketed(self, inline: Inline, style: Style = "plain") -> Inline:
        """Return a text in brackets, with the space before them that the language wants; nothing for no text."""
        return (*self.says("mark.open", style), *inline, *self.says("mark.close", style)) if inline else ()

    def text(self, text: Text | None, style: Style = "plain", notes: tuple[str, ...] = ()) -> Inline:
        """Return a text in the reader's language; in another language when it lacks this one, and then marked so."""
        if not text:
            return ()
        found, lang = text.pick(self.lang)
        if lang == self.lang:
            return (Run(found, style=style, notes=notes),)
        return (Run(found, lang=lang, style=style, notes=notes), Run(f" [{lang}]", style="muted"))

    def name(self, address: str, style: Style = "plain") -> Inline:
        """Return the title of a record, without a mark when it is in another language: names travel as they are."""
        found, lang = self._title(address).pick(self.lang)
        return (Run(found, lang="" if lang == self.lang else lang, style=style),)

    def names(self, addresses: Iterable[str]) -> Inline:
        """Return several titles in one line."""
        return joined((self.name(address) for address in addresses), self.comma)

    def plain_name(self, address: str) -> str:
        """Return the title of a record as a bare string."""
        return plain_text(self.name(address))

    def date(self, date: str | None) -> str:
        """Return a partial ISO date as the reader writes it; nothing for no date."""
        return format_date(date, self.lang) if date else ""

    def period(self, start: str | None, end: str | None) -> str:
        """Return a period as the reader writes it; a single date when both ends agree, or no end is known."""
        if start and end:
            return format_period(start, end, self.lang)
        return self.label("date.until", date=self.date(end)) if end else self.date(start)

    def span(self, since: str | None, until: str | None) -> str:
        """Return the time for which something holds, in words where one end is open; nothing where both are."""
        return self.label("date.since", date=self.date(since)) if since and not until else self.period(since, until)

    def country(self, code: str | None) -> Inline:
        """Return the name of a country; its code when it has no label."""
        return words(self.country_name(code)) if code else ()

    def country_name(self, code: str) -> str:
        """Return the name of a country as a bare string."""
        key = f"country.{code}"
        return self.label(key) if self.label.has(key) else code.upper()

    # --- claims ----------------------------------------------------------------------------------------------------

    def value(self, value: "Value", unit: str | None = None) -> Inline:
        """Return the value of a claim with its unit."""
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, str):
            return self._word(value)
        if unit in CURRENCIES:
            return words(format_money(value, unit or "", self.lang))
        if unit == "percent":
            return words(format_percent(float(str(value)), self.lang))
        if unit:
            return words(self._counted(format_number(value, self.lang), unit))
        return words(self.date(str(value)) if isinstance(value, int) and is_date(str(value)) else str(value))

    def _counted(self, number: str, unit: str) -> str:
        if self.label.has(f"count.{unit}"):
            return self.label(f"count.{unit}", number=number)
        counted, name = self.label.has(f"unit.{unit}"), self.vocabulary("unit", unit)
        return self.label("count", number=number, unit=name) if counted else f"{number} {name}"

    def _word(self, value: str) -> Inline:
        if value in EMPTY:
            return self.choice(value, "doubt" if value == "unknown" else "muted")
        if is_date(value):
            return words(self.date(value))
        found = self._title(value)
        return self.name(value) if plain_text(self.name(value)) != value else words(value, lang=found.pick("")[1])

    def vocabulary(self, table: str, slug: str) -> str:
        """Return the label of a unit, measure or code; the slug itself, readable, when it has none."""
        key = f"{table}.{slug}"
        return self.label(key) if self.label.has(key) else slug.replace("-", " ")

    def claim(self, claim: "Claim", record: str, sources: "Mapping[str, Source]", *, goes_on: bool = False) -> Inline:
        """Return a claim as a line: part, value, footnotes, year (since when, if it `goes_on`), status, note."""
        part = (*self.text(claim.of), *words(self.colon)) if claim.of and claim.value not in EMPTY else ()
        value = self.noted(self.value(claim.value, claim.unit), record, sources, claim.source)
        return (*part, *value, *self._converted(claim), *self._remarks(claim, goes_on=goes_on))

    @contextmanager
    def converting(self, countries: Iterable[str | None]) -> Iterator[None]:
        """Write money in the currencies of some countries too, while it lasts."""
        before, found = self._into, (currency_of(country) for country in countries)
        self._into = tuple(dict.fromkeys(currency for currency in found if currency))
        try:
            yield
        finally:
            self._into = before

    def _converted(self, claim: "Claim") -> Inline:
        """Return a sum of money in the other currencies, each with its rate, the day of the rate and where it is from."""
        rates = self._rates() if claim.unit in CURRENCIES and any(one != claim.unit for one in self._into) else None
        if not rates:
            return ()
        from sil.views.money import converted  # noqa: PLC0415 - brings the calendar in, which only a rate needs

        parts: Inline = ()
        for one in (converted(claim, rates.rates, currency) for currency in self._into):
            if one:
                base, unit = (format_money(1, one.rate.base, self.lang), one.rate.unit or "")
                rate = f"{base} = {self._money(one.rate.value, unit)}"
                day, amount = self.date(one.rate.as_of), self._money(one.amount, one.currency)
                said = self.says("money.converted", "muted", amount=amount, rate=rate, date=day)
                parts += self.noted(said, "rates", rates.sources, one.rate.source)
        return parts

    def _money(self, value: "Value", currency: str) -> str:
        return format_money(float(str(value)), currency, self.lang)

    def _remarks(self, claim: "Claim", *, goes_on: bool) -> Inline:
        since = words(self.span(claim.as_of, None), "muted") if goes_on else ()
        remarks = [since or self.validity(claim)]
        if claim.status != "stated":
            remarks.append(self.choice(claim.status, "doubt" if claim.status == "conflicting" else "muted"))
        if claim.audience != "public":
            remarks.append(self.choice(claim.audience, "muted"))
        inside = joined((remark for remark in remarks if remark), self.comma)
        note = (*words(" — ", "muted"), *self.text(claim.note, "muted")) if claim.note else ()
        return (*self.bracketed(inside, "muted"), *note)

    def validity(self, claim: "Claim") -> Inline:
        """Return for when a claim holds."""
        return words(self.period(claim.as_of, claim.until), "muted") if claim.as_of or claim.until else ()

    def claims(self, claims: "Sequence[Claim]", record: str, sources: "Mapping[str, Source]") -> Cell:
        """Return claims as the paragraphs of a cell; a cell without claims is unknown."""
        if not claims:
            return (self.choice("unknown", "doubt"),)
        return tuple(self.claim(claim, record, sources, goes_on=claim.succeeds(claims)) for claim in claims)

    def measure(self, figure: "Figure") -> Inline:
        """Return the name of what a figure measures."""
        named = self.text(figure.label) if figure.label else words(self.vocabulary("measure", figure.measure))
        return (*named, *words(self.comma), *self.text(figure.of)) if figure.of else named

    # --- pages -----------------------------------------------------------------------------------------------------

    def page(
        self, identifier: str, title: Inline, sections: Iterable[Section], *, lead: Inline = (), footer: Inline = (),
        as_of: str | None = None,
    ) -> Page:  # fmt: skip
        """Return the document of some sections, with the sources cited in them; it says whom it is for."""
        written = tuple(sections)
        sources = self._references()
        return Page(
            id=identifier,
            title=title,
            lang=self.lang,
            sections=written,
            sources=sources,
            sources_title=self.says("heading.sources") if sources else (),
            as_of=as_of,
            lead=joined((lead, self.made_for()), " "),
            footer=footer,
        )

    def made_for(self) -> Inline:
        """Say whom a document is for, and that it may not be all; nothing for the team."""
        return () if self.audience == "team" else self.says(f"audience.{self.audience}")

    def made_for_data(self) -> dict[str, str]:
        """Return whom a machine form is for; nothing for the team."""
        return {} if self.audience == "team" else {"audience": self.audience}

    # --- sources ---------------------------------------------------------------------------------------------------

    def noted(self, inline: Inline, record: str, sources: "Mapping[str, Source]", keys: Iterable[str]) -> Inline:
        """Return the text with footnotes to the sources named."""
        notes = self.cited.cite(record, sources, keys)
        if not notes or not inline:
            return inline
        return (*inline[:-1], replace(inline[-1], notes=(*inline[-1].notes, *notes)))

    def _references(self) -> tuple[SourceNote, ...]:
        return tuple(SourceNote(key, number, self._reference(source)) for key, number, source in self.cited)

    def _reference(self, source: "Source") -> Inline:
        about = [source.publisher or "", self.date(source.date), self.label("source.grade", grade=source.grade)]
        link = source.url if source.url and source.url.startswith(("http://", "https://")) else None
        address = (*words(". "), *words(source.url, "muted", link=link)) if source.url else ()
        return (*words(source.title), *words(". " + self.comma.join(part for part in about if part), "muted"), *address)
