"""Typst with the fonts of the package and no other: for pages (PDF) and for pictures inside other documents (PNG).

Sarabun is our own build of it (`tools/fonts.py`): a Thai cluster is one glyph, so that every reader copies out of a PDF
what was written.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import noto_cjk_sans_jp_bold
import noto_cjk_sans_jp_regular
import typst

_PICTURE = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""
_DOTS = 160
"""Dots an inch of a picture: sharp on paper at the width of a page."""


def typeset(template: str, inputs: Mapping[str, str], fmt: Literal["pdf", "png"]) -> bytes:
    """Return what a template makes of its inputs, the same bytes for the same inputs."""
    return typst.compile(
        template.encode(), font_paths=_fonts(), sys_inputs=dict(inputs), format=fmt, ppi=_DOTS, timestamp=0
    )


def png(svg: str) -> bytes:
    """Return a drawing as PNG."""
    return typeset(_PICTURE, {"svg": svg}, "png")


@cache
def _fonts() -> typst.Fonts:
    japanese = [Path(package.__file__ or "").parent for package in (noto_cjk_sans_jp_regular, noto_cjk_sans_jp_bold)]
    folders = [str(folder) for folder in (Path(__file__).parent / "fonts", *japanese)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
