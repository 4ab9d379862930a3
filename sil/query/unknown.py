"""Words of a question that no text has: a name in another spelling or script, or a slip of the pen.

Only what is not found otherwise is looked at, for comparing costs more than all the rest of a search.
"""

from itertools import groupby

from sil.index.database import Database
from sil.index.search import has_any, labels_in, latin_words, share_of_terms
from sil.index.terms import all_of, rarest
from sil.light import Iterator, Sequence
from sil.match.decide import ENOUGH
from sil.match.engine import resolve
from sil.match.store import NameStore
from sil.query.answer import NameMeant, Spelling, Understood
from sil.query.understanding import themes_in
from sil.text.fold import fold
from sil.text.grams import stem
from sil.text.letters import spelled_letters
from sil.text.scripts import HAN, KANA, THAI, scripts_in

_MOST_TRIES = 4
"""Stretches of words that are tried as names."""
_MOST_RECORDS = 2
"""Records that one name may mean."""
_SHORTEST_NAME = 3
_NEAR = 0.6
"""Share of the pieces of a Thai or Japanese stretch that one text must have, for it to be words and not a name."""
_SHORTEST_WORD, _LONG_WORD = 5, 8
"""Letters of a Latin word that one slip is forgiven, and of one that two are."""


def recognised(db: Database, names: NameStore, understood: Understood) -> Understood:
    """Return what a question means, with the words that no text has taken as names or as other words if they can be."""
    words = understood.essence
    beside = min((theme.rest for theme in understood.themes), key=len, default=words)
    said = {part for name in understood.names for part in fold(name.said).split()}
    waiting = [word for word in beside if word not in said]
    if not waiting or has_any(db, all_of(waiting)):
        return understood
    strange = [word for word in waiting if not has_any(db, all_of([word]))]
    found = list(_names(db, names, waiting, strange)) if strange else []
    taken = {word for name in found for word in name.said.split()}
    left = [word for word in strange if word not in taken]
    spellings = [spelling for word in left if (spelling := _spelling(db, word))]
    meant = {spelling.said: spelling.word for spelling in spellings}
    mended = tuple(meant.get(word, word) for word in words)
    text = " ".join(mended)
    return understood._replace(
        themes=tuple(themes_in(text, labels_in(db, text), mended)) if meant else understood.themes,
        names=(*understood.names, *found),
        essence=mended,
        spellings=tuple(spellings),
        missing=tuple(word for word in left if word not in meant),
    )


def named_by_all(names: NameStore, understood: Understood) -> Understood:
    """Return what a question means, with its words together taken as the name that they are near to, if any."""
    return understood._replace(names=tuple(_named(names, " ".join(understood.essence))))


def _names(db: Database, names: NameStore, words: Sequence[str], strange: Sequence[str]) -> Iterator[NameMeant]:
    """Yield the organisations that strange words are near to, together or with what stands beside them."""
    odd = [word in strange and _is_nameable(db, word) for word in words]
    taken: set[int] = set()
    for start, end in list(dict.fromkeys(_stretches(odd)))[:_MOST_TRIES]:
        text = " ".join(words[start:end])
        if taken.isdisjoint(range(start, end)) and len(text) >= _SHORTEST_NAME and (found := _named(names, text)):
            taken.update(range(start, end))
            yield from found


def _stretches(odd: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where stretches of odd words begin and end: first what stands together, then with a neighbour, then alone."""
    runs = [list(run) for is_odd, run in groupby(range(len(odd)), lambda place: odd[place]) if is_odd]
    yield from ((run[0], run[-1] + 1) for run in runs)
    for run in runs:
        yield from (
            (start, end)
            for start, end in ((run[0] - 1, run[-1] + 1), (run[0], run[-1] + 2))
            if 0 <= start < end <= len(odd)
        )
    yield from ((place, place + 1) for run in runs for place in run)


def _named(names: NameStore, text: str) -> list[NameMeant]:
    """Return the organisations that a text names, by a high score, or in letters of another script by being alone."""
    resolution = resolve(names, text)
    matches = resolution.matches[:1] if resolution.status == "match" else resolution.matches
    if resolution.status == "none" or len(matches) > _MOST_RECORDS:
        return []
    return [NameMeant(one.id, one.matched, text) for one in matches if one.score >= ENOUGH or not text.isascii()]


def _is_nameable(db: Database, word: str) -> bool:
    """Say whether a word may be a name: a Thai or Japanese one that is not kana alone, if no text has most of its pieces."""
    scripts = scripts_in(word)
    if scripts == {KANA} or not scripts & {THAI, KANA, HAN}:
        return not word.isdecimal()
    asked = rarest(db.rows, word)
    shares = share_of_terms(db, asked.terms)
    return max(shares.values(), default=0) < _NEAR * asked.wanted


def _spelling(db: Database, word: str) -> Spelling | None:
    """Return the word that a Latin one is likely to be a slip for: the nearest, then the one most texts have.

    Latin letters that are written by their names, as เอ็นพีโอ, are the word they spell.
    """
    if letters := spelled_letters(word):
        return Spelling(word, letters) if has_any(db, all_of([letters])) else None
    if not word.isalpha() or not word.isascii() or len(word) < _SHORTEST_WORD:
        return None
    from rapidfuzz import process  # noqa: PLC0415 - only a word that no text has pays for it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    slips = 1 + (len(word) >= _LONG_WORD)
    known = dict(latin_words(db, range(len(word) - slips, len(word) + slips + 1)))
    near = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    best = min(near, key=lambda one: (one[1], one[0][0] != word[0], -known[one[0]], one[0]), default=None)
    return Spelling(word, best[0]) if best and stem(best[0]) != stem(word) else None
