"""Lines: text broken where a reader expects it, at spaces and at the phrase borders of Thai and Japanese.

Kinsoku: no line begins with a closing sign (、。）」) and none ends with an opening one. A cluster is never broken, a
word without any border only when it is wider than a line. Nothing is lost but the spaces at which lines break.
"""

from itertools import accumulate, groupby, pairwise

from sil.light import Iterator, Mapping, cache
from sil.text.cells import clusters, is_single, width
from sil.text.scripts import DIGIT, LATIN, OTHER, language_of, script_of
from sil.text.tables import load

_SPACES = " \t\u3000"
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々ゝゞヽヾ"
_THAI_LEADERS, _THAI_TRAILERS = "เแโใไ", "ะาๅๆฯ"
_CLOSERS_OF_RUNS = "、。，．・：；？！）］｝〕〉》」』】〙〗’”…‥％" + _SMALL_KANA + _THAI_TRAILERS
_CLOSERS = _CLOSERS_OF_RUNS + ",.!?:;)]}%"
_JOINTS = "-/_?&"
_OPENERS = "（［｛〔〈《「『【〘〖‘“([{￥" + _THAI_LEADERS


def wrap(text: str, cells: int, first: int | None = None) -> list[str]:
    """Break a text into lines of at most `cells` columns, the first of at most `first`; one empty line for no text.

    Line breaks of the text stay. A line is wider only when a single cluster is. When nothing fits into a shorter first
    line, that line is empty.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        room = cells if lines or first is None else first
        lines += [paragraph] if width(paragraph) <= room else _broken(paragraph, room, cells)
    return lines


def may_break(word: str, place: int) -> bool:
    """Whether kinsoku and common sense allow a break at a place inside a run without spaces: not in a number or Latin word."""
    before, after = word[place - 1], word[place]
    if after in _CLOSERS or before in _OPENERS:
        return False
    return not (_is_latin(before) and _is_latin(after)) and not (before in ".,-/" and after.isalnum())


def inside_words(text: str) -> set[int]:
    """Return the places inside Thai words of the table, where no line breaks."""
    return _known(text)[0]


def _broken(text: str, room: int, cells: int) -> Iterator[str]:
    """Yield the lines of one paragraph; `room` is what the first of them may take.

    Where each character takes a column and lines break at spaces only, as in nearly all English, the borders are found
    without taking the text apart; from a word on that is longer than a line it is taken apart.
    """
    is_simple = all(map(_is_simple, set(text)))
    while is_simple and len(text) > room:
        space = text.rfind(" ", 0, room + 1)
        while space > 0 and not _may_break_at(text, space):
            space = text.rfind(" ", 0, space)
        line = text[: max(space, 0)].rstrip(" ")
        if not line:
            break
        yield line
        text, room = text[space:].lstrip(" "), cells
    if len(text) > room or not is_simple:
        yield from _fill(text, room, cells)
    elif text:
        yield text.rstrip(" ")


def _fill(paragraph: str, room: int, cells: int) -> Iterator[str]:
    """Yield the lines of one paragraph; `room` is what the current line may take."""
    line, taken = "", 0
    waiting = [(glue, word, False) for glue, word in reversed(_words(paragraph))]
    while waiting:
        glue, unit, is_phrase = waiting.pop()
        wider = taken + width(glue + unit)
        if wider <= room:
            line, taken = line + glue + unit, wider
            continue
        if not is_phrase and language_of(unit) != "en":
            first, *others = _phrases(unit, cells)
            waiting += [*(("", phrase, True) for phrase in reversed(others)), (glue, first, True)]
            continue
        if line.strip(_SPACES) or room < cells:
            yield line.rstrip(_SPACES)
        *whole, line = _chop(unit, cells)
        yield from whole
        room, taken = cells, width(line)
    yield line.rstrip(_SPACES)


def _words(paragraph: str) -> list[tuple[str, str]]:
    """Cut at spaces; a space before a closing or after an opening sign is no border."""
    words: list[tuple[str, str]] = []
    glue = ""
    for is_space, found in groupby(clusters(paragraph), _SPACES.__contains__):
        if is_space:
            glue = "".join(found)
        else:
            words.append((glue, "".join(found)))
    joined: list[tuple[str, str]] = []
    for glue, word in words:
        if joined and not _may_break_at_space(joined[-1][1], word):
            joined[-1] = (joined[-1][0], joined[-1][1] + glue + word)
        else:
            joined.append((glue, word))
    return joined


def _phrases(word: str, cells: int) -> Iterator[str]:
    """Cut a run without spaces at its phrase borders.

    A phrase that is wider than a line is also cut behind syllables that need what follows, beside known words, and where
    the script changes.
    """
    from sil.text.phrases import phrases  # noqa: PLC0415 - only text that does not fit needs it

    starts = {place for place in accumulate(map(len, clusters(word))) if place < len(word)}
    allowed = {place for place in starts if may_break(word, place)}
    borders = allowed & set(accumulate(map(len, phrases(word, "th" if language_of(word) == "th" else "ja"))))
    inside, bound, beside = _known(word)
    strict = borders - inside - bound
    loose = (borders - inside) | (allowed & beside)
    loose |= {place for place in allowed if _is_latin(word[place - 1]) != _is_latin(word[place])}
    for start, end in pairwise([0, *sorted(strict), len(word)]):
        inner = [] if width(word[start:end]) <= cells else [place for place in sorted(loose) if start < place < end]
        yield from (word[left:right] for left, right in pairwise([start, *inner, end]))


def _chop(unit: str, cells: int) -> list[str]:
    """Cut a unit that is wider than a line: behind the joints of an id or address, else at clusters, by kinsoku."""
    if width(unit) <= cells:
        return [unit]
    lines: list[str] = []
    line: list[str] = []
    taken = 0
    for cluster in clusters(unit):
        line.append(cluster)
        taken += width(cluster)
        if len(line) > 1 and taken > cells:
            place = _cut(line, cells)
            lines.append("".join(line[:place]))
            line = line[place:]
            taken = width("".join(line))
    return [*lines, "".join(line)]


def _cut(line: list[str], cells: int) -> int:
    """Return where a line that is full is best cut: behind a joint in its second half, else as late as may be.

    What goes to the next line fits there.
    """
    latest = rest = 0
    for place in range(len(line) - 1, 0, -1):
        rest += width(line[place])
        if rest > cells or (latest and place <= len(line) // 2):
            break
        if line[place][0] not in _CLOSERS and line[place - 1] not in _OPENERS:
            if line[place - 1] in _JOINTS and place > len(line) // 2:
                return place
            latest = latest or place
    return latest or len(line) - 1


def _is_latin(char: str) -> bool:
    return script_of(char) in {LATIN, DIGIT}


@cache
def _is_simple(char: str) -> bool:
    """Whether a character takes one column wherever it stands, and is of no script that is written without spaces."""
    return is_single(char) and (char.isascii() or script_of(char) in {LATIN, OTHER})


def _may_break_at(text: str, space: int) -> bool:
    """Whether a line may break at a space of a text."""
    before, after = text[:space].rstrip(" "), text[space:].lstrip(" ").partition(" ")[0]
    return not before or not after or _may_break_at_space(before, after)


def _may_break_at_space(before: str, after: str) -> bool:
    closes = after[0] in _CLOSERS_OF_RUNS or not after.strip(_CLOSERS)
    return not closes and before[-1] not in _OPENERS


def _known(word: str) -> tuple[set[int], set[int], set[int]]:
    """Return the places inside known Thai words, behind syllables that need what follows, and beside known words.

    A syllable that ends a known word needs nothing more.
    """
    inside: set[int] = set()
    bound: set[int] = set()
    starts: set[int] = set()
    ends: set[int] = set()
    for start in range(len(word) - 1):
        for part, whole in _parts().get(word[start : start + 2], ()):
            if word.startswith(part, start):
                end = start + len(part)
                if whole:
                    inside.update(range(start + 1, end))
                    starts.add(start)
                    ends.add(end)
                else:
                    bound.add(end)
    return inside, bound - ends, (starts | ends) - inside


@cache
def _parts() -> Mapping[str, list[tuple[str, bool]]]:
    """Return the words and syllables of the table by their first two letters, each with whether it is a word."""
    table = load("breaks")
    found: dict[str, list[tuple[str, bool]]] = {}
    for kind in ("unbroken", "bound"):
        for part in table[kind]:
            found.setdefault(part[:2], []).append((part, kind == "unbroken"))
    return found
