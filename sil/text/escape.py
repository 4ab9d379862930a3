"""Making text harmless for a terminal: no byte of a record may move the cursor, set a colour or turn the writing."""

from sil.light import Mapping, cache

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
"""Control characters that remain visible, as their pictures: ESC is ␛."""

_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))
"""Signs that turn the direction of writing: dropped."""

_LINES = {0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x09: " ", 0x0A: "\n"}

_OBEYED = frozenset('"$`\\!')
"""What a shell obeys between double quotes; the last only where somebody types."""


def argument(text: str) -> str:
    """Return a text as it is typed on a command line: in quotes, and behind `--` where it looks like an option."""
    end_of_options = "-- " if text.startswith("-") else ""
    if _OBEYED.isdisjoint(text):
        return f'{end_of_options}"{text}"'
    return end_of_options + "'" + text.replace("'", "'\"'\"'") + "'"


def harmless(text: str) -> str:
    r"""Return the text without anything a terminal would obey; line breaks stay, `\r\n` and its kin are `\n`."""
    if text.isprintable():  # no control, format or separator character but the space
        return text
    return text.replace("\r\n", "\n").translate(_harmless())


@cache
def _harmless() -> Mapping[int, int | str | None]:
    """Return what stands in the place of each character that a terminal would obey."""
    return {
        **_PICTURES,
        **dict.fromkeys(range(0x80, 0xA0)),
        **_TURNS,
        **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"),
        **_LINES,
    }
