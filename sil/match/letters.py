"""A name by its letters alone: all it takes to find one that is stored as it is asked for, as every search does."""

from itertools import groupby
from operator import and_, itemgetter

from sil.light import NamedTuple, lru_cache
from sil.match.store import Family, NameScript
from sil.text.fold import fold
from sil.text.forms import strip_forms
from sil.text.kanji import modern
from sil.text.letters import spelled_letters
from sil.text.scripts import HAN, KANA, THAI, scripts_in

JOINING = frozenset([
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und", "s", "แห่ง", "ของ", "เพื่อ", "และ",
    "แอนด์", "เพือ", "แหง", "แอนด", "การ", "ความ", "ใน", "โดย", "の", "と", "あんど",
])  # fmt: skip
"""Words that join others; they are left out of a name's parts."""

_SMALL_WORDS = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "de", "la", "und"])


class Letters(NamedTuple):
    """A name by its letters alone: what it takes to find one that is stored as it is asked for."""

    script: NameScript
    core: str
    """The name folded, without legal form, with its spaces."""

    keys: dict[Family, tuple[str, ...]]
    """The families `raw`, `core` and `initials`."""


@lru_cache(maxsize=4096)
def letters_of(text: str) -> Letters:
    """Return the letters of a name."""
    text = modern(text)
    core = _letters_joined(strip_forms(text)[0])
    script = _script(core)
    keys: dict[Family, tuple[str, ...]] = {
        "raw": distinct(fold(text).replace(" ", "")),
        "core": distinct(core.replace(" ", ""), _lettered(core)),
        "initials": initials(core) if script == "latin" else (),
    }
    return Letters(script, core, keys)


def initials(core: str) -> tuple[str, ...]:
    """Return the initials of a folded name of several words, with and without its small words."""
    words = core.split()
    if len(words) < 2:
        return ()
    full = [word for word in words if word not in _SMALL_WORDS]
    return distinct(*("".join(word[0] for word in chosen) for chosen in (words, full) if len(chosen) > 1))


def distinct(*keys: str) -> tuple[str, ...]:
    """Return the keys that are not empty, each once."""
    return tuple(filter(None, dict.fromkeys(keys)))


def _script(core: str) -> NameScript:
    scripts = scripts_in(core)
    if THAI in scripts:
        return "thai"
    return "japanese" if scripts & {KANA, HAN} else "latin"


def _letters_joined(core: str) -> str:
    """Return a folded name with single letters that stand in a row as one word: l h hotel, แอล เอช โฮเทล."""
    words = core.split()
    alone = [len(word) == 1 if word.isascii() else len(spelled_letters(word, 1)) == 1 for word in words]
    if not any(map(and_, alone, alone[1:])):
        return core
    rows = (
        (single, [word for word, _ in row]) for single, row in groupby(zip(words, alone, strict=True), itemgetter(1))
    )
    return " ".join("".join(row) if single else " ".join(row) for single, row in rows)


def _lettered(core: str) -> str:
    """Return a name whose words are letter names, or Latin, in Latin letters: ไออาร์พีซี is irpc."""
    words = core.split()
    letters = [word if word.isascii() else spelled_letters(word, 1) for word in words if word not in JOINING]
    found = "".join(letters) if all(letters) else ""
    return found if len(found) > 1 and not core.isascii() else ""
