"""Runs of text as Markdown: escaped so that only the renderer's own markup works."""

import re
import unicodedata

from sil.render.inline import Footnotes, clean, web_address
from sil.views.model import Inline, Run, Style

_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
_BLOCK = re.compile(r"#(?=#{0,5}(?: |$))|>|[-+](?=[-+ ]|$)|\d{1,9}(?=[.)](?: |$))")
"""What would begin a heading, a quotation or a list."""
_URL = re.compile(r"(https?://[\w\-.~:/?#@!$&'()*+,;=%]*[\w/~=#&%+\-])", re.ASCII)
_IN_ADDRESS = str.maketrans({char: f"%{ord(char):02X}" for char in ' <>|\\"`'})
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BOLD: frozenset[Style] = frozenset({"strong", "match"})


def inline(content: Inline, footnotes: Footnotes, *, bold: bool = False) -> str:
    """Return a paragraph as Markdown on one line; `bold` makes its plain runs bold."""
    out = ""
    for run in content:
        if run.text or web_address(run):
            out = _joined(out, _run(run, bold or run.style in _BOLD, after=out))
        for mark, known in footnotes.marks(run):
            out = _joined(out, f"[^{mark}]" if known else f"\\[{escaped(mark)}\\]")
    return out.strip(" ")


def at_line_start(text: str) -> str:
    """Return Markdown text so that its first characters begin no block."""
    match = _BLOCK.match(text)
    if not match:
        return text
    place = match.end() if match[0].isdigit() else 0
    return f"{text[:place]}\\{text[place:]}"


def escaped(text: str) -> str:
    """Return text without meaning for Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _joined(before: str, piece: str) -> str:
    """Join two pieces so that no mark becomes a link, a definition or an image through what stands beside it."""
    if before.endswith("]") and piece.startswith(("(", ":")):
        return f"{before}\\{piece}"
    if before.endswith("!") and piece.startswith("["):
        return f"{before[:-1]}\\!{piece}"
    return before + piece


def _run(run: Run, bold: bool, after: str) -> str:
    text, address = clean(run.text), web_address(run)
    if address is None:
        return _styled(run.style, text, "".join(_linked(text)), bold=bold, after=after)
    target = _ENTITY.sub("&amp;", address.translate(_IN_ADDRESS))
    if text in ("", address) and _URL.fullmatch(address):
        return f"<{address}>"
    if "(" in target or ")" in target:
        target = f"<{target}>"
    return f"[{_styled(run.style, text or address, escaped(text or address), bold=bold, after='')}]({target})"


def _linked(text: str) -> list[str]:
    """Escape the text but for the web addresses in it."""
    return [f"<{part}>" if number % 2 else escaped(part) for number, part in enumerate(_URL.split(text))]


def _styled(style: Style, text: str, marked: str, *, bold: bool, after: str) -> str:
    """Wrap the escaped form `marked` of `text` in the markup of its style."""
    if style == "code":
        return _code(text, marked, after)
    return _strong(text, marked, after) if bold else marked


def _code(text: str, marked: str, after: str) -> str:
    if "`" in text or "|" in text or text != text.strip() or after.endswith("`"):
        return f"<code>{marked}</code>"
    return f"`{text}`"


def _strong(text: str, marked: str, after: str) -> str:
    """Return bold text; stars hold only between letters, and Thai or Japanese needs no space beside them."""
    core = text.strip(" ")
    if not core:
        return marked
    left, right = marked[: marked.index(marked.strip(" "))], marked[len(marked.rstrip(" ")) :]
    inner = marked.strip(" ")
    if _is_letter(core[0]) and _is_letter(core[-1]) and not after.endswith("*"):
        return f"{left}**{inner}**{right}"
    return f"{left}<strong>{inner}</strong>{right}"


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"
