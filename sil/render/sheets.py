"""Rows for spreadsheets. A text that a spreadsheet would run as a formula gets a `'` before it."""

import csv
import re
from io import StringIO

from sil.render.options import Options
from sil.text.escape import harmless
from sil.views.model import Scalar, View

_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_BOM = "\ufeff"


def render_csv(view: View, options: Options) -> str:
    """Return the rows with a header line, as RFC 4180 wants them."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_cells(view))
    return _marked(out.getvalue(), options)


def render_tsv(view: View, options: Options) -> str:
    """Return the rows with a header line, cells parted by tabs; no cell is quoted."""
    lines = ("\t".join(cell.replace("\n", " ") for cell in row) for row in _cells(view))
    return _marked("".join(f"{line}\n" for line in lines), options)


def _marked(text: str, options: Options) -> str:
    return _BOM + text if options.bom else text


def _cells(view: View) -> list[list[str]]:
    keys = list(view.header())
    return [keys, *([_cell(row[key]) for key in keys] for row in view.rows())]


def _cell(value: Scalar) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return repr(int(value))
        case int() | float():
            return repr(value)
        case str():
            return _defused(value)


def _defused(text: str) -> str:
    """Return the text so that a spreadsheet reads it as text; signed numbers stay numbers."""
    text = harmless(text)
    seen = text.strip()
    return f"'{text}" if _FORMULA.match(seen) and not _NUMBER.fullmatch(seen) else text
