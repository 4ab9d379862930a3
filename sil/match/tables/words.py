"""The table of glosses as it runs: an SQLite file that is asked for the words a name may hold, and not loaded for it.

Who asks for many names, as for a whole register, gets a language into memory once that is cheaper. The file comes with
an installed package. In a checkout it is made from the YAML when that is newer (`sil.match.tables.compile`), as Python
compiles its modules, and kept in memory where it cannot be written.
"""

# Paths are strings: importing pathlib costs nearly as much as Python's own start.
# ruff: noqa: PTH116, PTH118

import _sqlite3 as sqlite3  # the module itself: its front, which knows dates, brings `datetime` in
import os

from sil.errors import KnowledgeBaseError
from sil.light import Any, Callable, Iterable, Mapping, NamedTuple, Sequence
from sil.text.fold import fold
from sil.text.grams import stem

FOLDER = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120
FILE = os.path.join(FOLDER, "glosses.sqlite")
SOURCES = os.path.join(FOLDER, "glosses")
"""YAML of the words; not part of an installed package."""
MAKERS = tuple(
    os.path.join(FOLDER, *name.split("/"))
    for name in ("compile.py", "words.py", "../../text/fold.py", "../../text/grams.py", "../../text/tables/forms.json")
)
"""What decides, beside the words, what the file holds."""

TONES = dict.fromkeys(map(ord, "็่้๊๋๎"))
"""Thai signs that are left out, for they are often forgotten."""

_CLIPPED = 3
"""Letters of a stem that may be a word of its own, or a syllable of a name."""

_AT_ONCE = 500
"""Words of one question."""
_MANY = 20_000
"""Words asked for of a language from which on it is read whole: about what that costs."""

Concepts = tuple[int, ...]


class Words(NamedTuple):
    """Words of a language, in the form in which they are looked up."""

    concepts: Mapping[str, Concepts]
    """What each word stands for."""
    longest: Mapping[str, int]
    """Letters of the longest word that begins with a letter."""


class Glosses:
    """The words of three languages, in a database."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._asked: dict[str, int] = {}
        self._whole: dict[str, Words] = {}

    def words(self, lang: str, possible: Callable[[], Iterable[str]]) -> Words:
        """Return the words of a language among some texts, or among more."""
        whole = self._whole.get(lang)
        if whole is not None:
            return whole
        texts = list(dict.fromkeys(possible()))
        self._asked[lang] = self._asked.get(lang, 0) + len(texts)
        if self._asked[lang] <= _MANY:
            return _words(self._among(lang, texts))
        self._whole[lang] = _words(self._rows("SELECT word, concepts FROM words WHERE lang = ?", (lang,)))
        return self._whole[lang]

    def _among(self, lang: str, texts: Sequence[str]) -> Iterable[tuple[str, str]]:
        for place in range(0, len(texts), _AT_ONCE):
            some = texts[place : place + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT word, concepts FROM words WHERE lang = ? AND word IN ({marks})"  # noqa: S608 - question marks
            yield from self._rows(sql, (lang, *some))

    def kinds(self) -> dict[int, tuple[str, ...]]:
        """Return the concepts of words for a kind of body, each with the kinds it may stand for."""
        return {concept: tuple(kinds.split()) for concept, kinds in self._rows("SELECT concept, kinds FROM kinds")}

    def is_sound(self) -> bool:
        """Whether the table is there and can be read at its beginning."""
        try:
            return bool(self.kinds())
        except KnowledgeBaseError:
            return False

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise KnowledgeBaseError("error.glosses", hint="hint.reinstall", path=FILE, why=str(error)) from error


def _words(rows: Iterable[tuple[str, str]]) -> Words:
    concepts = {word: tuple(map(int, numbers.split())) for word, numbers in rows}
    longest: dict[str, int] = {}
    for word in concepts:
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return Words(concepts, longest)


def gloss_stem(word: str) -> str:
    """Return the stem of an English word; a short one keeps its e, so that Nam and Ban are not name and bane."""
    found = stem(word)
    return f"{found}e" if len(found) == _CLIPPED and word.startswith(f"{found}e") and found[-1] not in "sxz" else found


def gloss_key(word: str, lang: str) -> str:
    """Return the form in which a word is looked up: stems of English, Thai without tones, Japanese without spaces."""
    folded = fold(word)
    return " ".join(map(gloss_stem, folded.split())) if lang == "en" else folded.replace(" ", "").translate(TONES)


def connected(path: str) -> sqlite3.Connection:
    """Open a file that nobody writes to, wherever it lies: without locks."""
    quoted = path.replace(os.sep, "/").replace("%", "%25").replace("?", "%3f").replace("#", "%23").lstrip("/")
    return sqlite3.connect(f"file:///{quoted}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def is_current(path: str) -> bool:
    """Whether the table in a file is there, and as new as what it is made of; an installed package has no sources."""
    try:
        return os.stat(path).st_mtime_ns >= newest()
    except OSError:
        return False


def newest() -> int:
    """Return when the sources were last changed, in nanoseconds; 0 where there are none."""
    try:
        with os.scandir(SOURCES) as entries:
            paths = [SOURCES, *MAKERS, *(entry.path for entry in entries)]
    except OSError:
        return 0
    return max(os.stat(path).st_mtime_ns for path in paths)
