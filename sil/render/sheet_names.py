"""Names of the sheets of a workbook: what Excel allows, each only once, and shortened at the end of a word."""

from sil.text import cells
from sil.text.breaks import wrap

_LONGEST = 31
"""Units of UTF-16 that Excel allows a name."""
_REPLACED = str.maketrans({**dict.fromkeys("[]*?/\\'", " "), ":": " – "})
_LOOSE_ENDS = " –—-:;,.(（「、・"
"""What no name ends with."""


class SheetNames:
    """The names that one workbook has."""

    def __init__(self) -> None:
        self._taken = {"history"}  # Excel keeps this name for itself

    def new(self, wanted: str) -> str:
        """Return a name as near as can be to what is wanted, with a number when it is taken; from now on it is."""
        base = " ".join(wanted.translate(_REPLACED).split()).strip(_LOOSE_ENDS) or "sheet"
        name, number = _shortened(base, _LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{_shortened(base, _LONGEST - len(f' {number}'))} {number}"
        self._taken.add(name.casefold())
        return name


def _shortened(text: str, most: int) -> str:
    """Return a text, or whole words of its beginning and `…`, in so many units of UTF-16, by which Excel counts."""
    if _units(text) <= most:
        return text
    lines = (wrap(text, cells)[0].rstrip(_LOOSE_ENDS) for cells in range(2 * most, most // 2, -1))
    kept = next((line for line in lines if line and _units(line) < most), "")
    return f"{kept or _beginning(text, most - 1)}…"


def _beginning(text: str, most: int) -> str:
    """Return as many whole clusters as there is room for."""
    kept = ""
    for cluster in cells.clusters(text):
        if _units(kept + cluster) > most:
            break
        kept += cluster
    return kept.strip()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
