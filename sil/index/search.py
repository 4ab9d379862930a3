"""What the index can be asked in a search: who has these words, this theme, this link, and where the words stand."""

from sil.index.database import Database
from sil.index.filters import Filters, condition, marks
from sil.index.schema import COLUMNS
from sil.index.seal import opened
from sil.light import Any, Iterable, Iterator, NamedTuple, Sequence, defaultdict

_TITLES = ("names.text", "title", "what", "label")
"""Fields that say what a unit is called; they stand in the columns before the summary (`sil.index.passages`)."""
_SUMMARY = COLUMNS.index("summary")


class Label(NamedTuple):
    """A word for a theme."""

    theme: str
    lang: str
    text: str
    folded: str
    expression: str
    """Expression for texts that have it."""
    needle: str
    """What to look for in their passages."""

    @property
    def is_loose(self) -> bool:
        """Whether the expression asks for its pieces wherever they stand, for they are of several scripts."""
        whole = self.needle.strip()
        return " " in whole and self.expression != f'"{whole}"'


class Found(NamedTuple):
    """The passage of a unit in which the words of a query stand."""

    field: str
    lang: str
    text: str
    needles: tuple[str, ...]
    """What was looked for and stands in it."""


def ranked_texts(db: Database, expression: str, filters: Filters) -> list[tuple[int, float]]:
    """Return the units whose text an expression of `sil.index.terms` finds, with their strength by BM25, best first."""
    rows = _matching(db, "t.rowid, -t.rank", expression, filters)
    return sorted(rows, key=_strength, reverse=True)  # FTS5 would work out the strengths twice to put them in order


def texts_with(db: Database, expression: str, filters: Filters) -> set[int]:
    """Return the units whose text an expression of `sil.index.terms` finds."""
    return {number for (number,) in _matching(db, "t.rowid", expression, filters)}


def _matching(db: Database, columns: str, expression: str, filters: Filters) -> list[tuple[Any, ...]]:
    if not expression:
        return []
    where, values = condition(filters)
    units = "" if where == "1" else "JOIN units u ON u.number = t.rowid"
    return db.rows(f"SELECT {columns} FROM text t {units} WHERE t.text MATCH ? AND {where}", (expression, *values))  # noqa: S608


def _strength(row: Sequence[float]) -> float:
    return row[1]


def has_any(db: Database, expression: str) -> bool:
    """Return whether an expression finds any text at all."""
    return bool(expression) and bool(db.rows("SELECT 1 FROM text WHERE text MATCH ? LIMIT 1", (expression,)))


def latin_words(db: Database, sizes: range) -> list[tuple[str, int]]:
    """Return the Latin words of all texts, those that are not too short or long, with the number of texts of each."""
    sql = "SELECT term, doc FROM terms WHERE term >= 'a' AND term < '{' AND length(term) BETWEEN ? AND ?"
    return [(word, count) for word, count in db.rows(sql, (sizes.start, sizes.stop - 1)) if word.isalpha()]


def passing(db: Database, filters: Filters) -> list[int]:
    """Return the units that meet the filters."""
    where, values = condition(filters)
    return [number for (number,) in db.rows(f"SELECT u.number FROM units u WHERE {where}", values)]  # noqa: S608


def share_of_terms(db: Database, terms: Sequence[str]) -> dict[int, int]:
    """Return for each unit how many of some terms it has."""
    counts: dict[int, int] = defaultdict(int)
    for term in terms:
        for (number,) in db.rows("SELECT rowid FROM text WHERE text MATCH ?", (f'"{term}"',)):
            counts[number] += 1
    return counts


def tagged(db: Database, theme: str, filters: Filters) -> list[tuple[int, bool]]:
    """Return the theme (true) and the units tagged with it or with a narrower one (false)."""
    where, values = condition(filters)
    below, themes = condition(Filters(themes=(theme,)))
    sql = f"""
        SELECT u.number, u.kind = 'theme' AND u.address = ? AS self FROM units u
        WHERE ({below} OR self) AND {where} ORDER BY u.number"""  # noqa: S608 - question marks
    return [(number, bool(is_theme)) for number, is_theme in db.rows(sql, (theme, *themes, *values))]


def with_address(db: Database, address: str, filters: Filters, kind: str | None = None) -> list[int]:
    """Return the units that have an address."""
    where, values = condition(filters)
    sql = f"""
        SELECT u.number FROM units u
        WHERE u.address = ? AND u.kind = ifnull(?, u.kind) AND {where} ORDER BY u.number"""  # noqa: S608
    return [number for (number,) in db.rows(sql, (address, kind, *values))]


def linking_to(db: Database, kind: str, identifier: str, filters: Filters) -> list[tuple[int, str]]:
    """Return the units that refer to a record, each with the first field that does."""
    where, values = condition(filters)
    sql = f"""
        SELECT l.field, l.kind, l.id, l.unit, l.seal FROM links l JOIN units u ON u.number = l.unit
        WHERE l.kind = ? AND l.id = ? AND {where} GROUP BY u.number HAVING l.rowid = min(l.rowid)
        ORDER BY u.number"""  # noqa: S608 - question marks
    found = [opened(row, 4) for row in db.rows(sql, (kind, identifier, *values))]
    return [(number, field) for field, _, _, number in found]


_LABEL = """
SELECT l.lang, l.text, l.folded, l.expression, l.needle, l.unit, l.place, u.address, l.seal
FROM labels l JOIN units u ON u.number = l.unit"""


def _label(row: Sequence[Any]) -> Label:
    *label, _, _, theme = opened(row, 7)
    return Label(theme, *label)


def labels_in(db: Database, folded: str) -> list[Label]:
    """Return the labels of themes that stand in a folded query, the longest first."""
    sql = f"""{_LABEL}
        WHERE l.folded <> '' AND instr(?, l.folded) ORDER BY length(l.folded) DESC, u.number, l.place"""
    return [_label(row) for row in db.rows(sql, (folded,))]


def labels_of(db: Database, theme: str) -> list[Label]:
    """Return all labels of a theme, the preferred ones first."""
    sql = f"""{_LABEL}
        WHERE u.kind = 'theme' AND u.address = ? ORDER BY l.place"""
    return [_label(row) for row in db.rows(sql, (theme,))]


def all_labels(db: Database) -> list[Label]:
    """Return the labels of all themes."""
    sql = f"{_LABEL} ORDER BY l.unit, l.place"
    return [_label(row) for row in db.rows(sql)]


def passage_with(
    db: Database, unit: int, needles: Sequence[str], langs: Sequence[str], *, are_equal: bool = False
) -> Found | None:
    """Return the passage of a unit that has most of some needles: the weightiest, then one in the first of some languages.

    Needles that `are_equal` say the same in several languages: one will do, and what counts first is the language.
    """
    if not needles:
        return None
    counted = " + ".join(["(instr(spaced, ?) > 0)"] * len(needles))
    strange = f"CASE lang {' '.join(f'WHEN ? THEN {place}' for place in range(len(langs)))} ELSE 9 END"
    order = f"{strange}, found DESC, field = 'id', col" if are_equal else f"found DESC, field = 'id', col, {strange}"
    sql = f"""
        SELECT field, lang, text, spaced, {counted} AS found, seal FROM passages WHERE unit = ? AND found
        ORDER BY {order}, number LIMIT 1"""  # noqa: S608 - question marks
    for row in db.rows(sql, (*needles, unit, *langs)):
        field, spoken, text, _, spaced, _ = opened((*row[:3], unit, *row[3:]), 4)
        return Found(field, spoken, text, tuple(needle for needle in needles if needle in spaced))
    return None


def having(db: Database, units: Iterable[int], needles: Sequence[str]) -> set[int]:
    """Return those of some units in a passage of which one of some needles stands."""
    said = " OR ".join(["instr(spaced, ?)"] * len(needles))
    among = ",".join(map(str, units))
    sql = f"SELECT DISTINCT unit FROM passages WHERE unit IN ({among}) AND ({said})"  # noqa: S608 - numbers of ours
    return {unit for (unit,) in db.rows(sql, needles)}


def written_in(db: Database, units: Iterable[int], forms: Sequence[str]) -> set[int]:
    """Return those of some units in which one of some words stands as it is written, capitals and dots included."""
    said = " OR ".join(["instr(text, ?)"] * len(forms))
    among = ",".join(map(str, units))
    sql = f"SELECT unit, text FROM passages WHERE unit IN ({among}) AND ({said})"  # noqa: S608 - numbers of ours
    return {unit for unit, text in db.rows(sql, tuple(forms)) if any(_stands_in(form, text) for form in forms)}


def _stands_in(word: str, text: str) -> bool:
    """Say whether a word in Latin letters stands in a text by itself."""
    return any(
        not (before[-1:].isascii() and before[-1:].isalnum()) and not (after[:1].isascii() and after[:1].isalnum())
        for before, after in _around(word, text)
    )


def _around(word: str, text: str) -> Iterator[tuple[str, str]]:
    place = text.find(word)
    while place >= 0:
        yield text[:place], text[place + len(word) :]
        place = text.find(word, place + 1)


def spaced_texts(db: Database, units: Sequence[int]) -> dict[int, str]:
    """Return all that is said in each of some units, in the form that is looked into for needles."""
    sql = f"SELECT unit, group_concat(spaced, '') FROM passages WHERE unit IN ({marks(units)}) GROUP BY unit"  # noqa: S608
    return dict(db.rows(sql, tuple(units)))


def spaced_titles(db: Database, units: Sequence[int]) -> list[tuple[int, str]]:
    """Return the titles and names of units, each in the form that is looked into for needles."""
    sql = f"""
        SELECT unit, spaced FROM passages
        WHERE unit IN ({marks(units)}) AND col < ? AND field IN ({marks(_TITLES)})"""  # noqa: S608 - question marks
    return [(unit, text) for unit, text in db.rows(sql, (*units, _SUMMARY, *_TITLES))]


def first_passage(db: Database, unit: int, lang: str) -> Found | None:
    """Return the passage that says in a few words what a unit is, in the language if there is one."""
    sql = """
        SELECT field, lang, text, seal FROM passages WHERE unit = ? AND field NOT IN ('id', 'names.reading')
        ORDER BY col <> ?, lang <> ?, col, number LIMIT 1"""
    for row in db.rows(sql, (unit, _SUMMARY, lang)):
        field, spoken, text, _ = opened((*row[:3], unit, row[3]), 4)
        return Found(field, spoken, text, ())
    return None
