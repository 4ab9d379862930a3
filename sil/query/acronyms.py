"""Words written as acronyms, in capitals or with dots: they are not the small words that have the same letters.

The text index keeps no capitals, so `HIS` finds the word "his" as well; which texts write the acronym is seen in these.
"""

from sil.index.database import Database
from sil.index.search import written_in
from sil.light import Iterator
from sil.query import weights
from sil.query.causes import Causes
from sil.query.grammar import Query
from sil.text.asking import essence

_LETTERS = range(2, 6)
"""How many letters an acronym has; longer words in capitals are names that are written so, or shouted."""


def prefer_acronyms(db: Database, query: Query, found: Causes) -> None:
    """Let what has the acronyms of a query, or bears their name, come before what has only their letters.

    Where the query is one acronym that is also a small word, as WHO, what has only the word goes.
    """
    words = [word for part in query.words for word in part.text.split()]
    acronyms = list(_acronyms(words))
    if not acronyms or not found:
        return
    forms = [form for letters in acronyms for form in (letters, ".".join(letters))]
    meant = {number for number, of_one in found.items() if any(cause.kind in ("id", "name") for cause in of_one)}
    meant |= written_in(db, found, forms)
    if not meant:
        return
    is_small = len(words) == 1 and not essence(words[0].replace(".", "")).words
    for number in [number for number in found if number not in meant]:
        if is_small:
            del found[number]
        else:
            found[number] = [cause._replace(score=cause.score * weights.BESIDE) for cause in found[number]]


def _acronyms(words: list[str]) -> Iterator[str]:
    """Yield the letters of words that are acronyms; in a query all in capitals, of those with dots."""
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    for word in words:
        letters = word.replace(".", "")
        is_dotted = len(letters) > 1 and word.rstrip(".") == ".".join(letters)
        is_latin = letters.isascii() and letters.isalpha() and len(letters) in _LETTERS
        if is_latin and (is_dotted or (letters.isupper() and not shouted)):
            yield letters.upper()
