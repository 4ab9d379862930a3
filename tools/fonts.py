"""Makes the Thai font of the PDFs: Sarabun, with each Thai cluster as one glyph.

    pip install fontpkg-sarabun fonttools uharfbuzz
    python tools/fonts.py

A reader that copies text out of a PDF asks for each glyph which letters it stands for. A tone mark that is drawn in
several places over several bases has no answer that is right everywhere, so that "ครั้ง" is read as "ครั้รั้ง" or worse.
Here every consonant with its vowels and tone is a glyph of its own, made of the same outlines at the same places that
HarfBuzz gives them, and what it stands for is never in doubt. The outlines are untouched; hints for screens are left out.
"""

from pathlib import Path

import uharfbuzz
from fontpkg_sarabun import __file__ as package
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

TARGET = Path(__file__).parent.parent / "sil" / "render" / "fonts"
WEIGHTS = ("Regular", "Bold")

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
TONES = ["่", "้", "๊", "๋"]
KILLER = "์"
ABOVE, BELOW = ["ั", "ิ", "ี", "ึ", "ื", "็"], ["ุ", "ู"]
MARKS = [
    *ABOVE, *BELOW, "ฺ", *TONES, KILLER, "ํ", "๎",
    *(vowel + tone for vowel in [*ABOVE, *BELOW] for tone in [*TONES, KILLER]),
    *(tone + "ำ" for tone in ["", *TONES]),
]  # fmt: skip


def main() -> None:
    for weight in WEIGHTS:
        source = Path(package).parent / "files" / f"Sarabun-{weight}.ttf"
        font = TTFont(source, recalcTimestamp=False)
        whole = Clusters(font, source)
        whole.add()
        for table in ("fpgm", "prep", "cvt ", "gasp", "DSIG"):
            if table in font:
                del font[table]
        font["glyf"].removeHinting()
        font["post"].formatType = 3.0
        target = TARGET / source.name
        font.save(target)
        print(f"{target.relative_to(TARGET.parent.parent.parent)}: {target.stat().st_size // 1000} kB")


class Clusters:
    """Adds a glyph for each cluster to a font."""

    def __init__(self, font: TTFont, source: Path) -> None:
        self._font = font
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))))
        self._order = list(font.getGlyphOrder())

    def add(self) -> None:
        made = {}
        for cluster in (base + marks for base in CONSONANTS for marks in MARKS):
            parts = self._parts(cluster)
            made[tuple(part.glyphName for part in parts)] = self._glyph(cluster, parts)
        for name in made.values():
            self._font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
        _last(self._font["GSUB"].table, buildLigatureSubstSubtable(made))

    def _parts(self, cluster: str) -> list[GlyphComponent]:
        """Return the glyphs that a cluster is drawn with at their places; the pen's way is in `_advance`."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(cluster)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer)
        parts = []
        self._advance = 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            part = GlyphComponent()
            part.glyphName = self._order[info.codepoint]
            part.x, part.y = self._advance + place.x_offset, place.y_offset
            part.flags = 0x4  # to whole units
            parts.append(part)
            self._advance += place.x_advance
        return parts

    def _glyph(self, cluster: str, parts: list[GlyphComponent]) -> str:
        """Add one glyph made of others and return its name."""
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = parts
        name = "uni" + "".join(f"{ord(letter):04X}" for letter in cluster)
        self._font["glyf"][name] = glyph
        glyph.recalcBounds(self._font["glyf"])
        self._font["hmtx"][name] = (self._advance, glyph.xMin)
        return name


def _last(table: otTables.GSUB, subtable: otTables.LigatureSubst) -> None:
    """Let Thai use a lookup after the others, when each mark has the form that fits its base."""
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 4, 0, [subtable], 1
    table.LookupList.Lookup.append(lookup)
    (thai,) = (record.Script.DefaultLangSys for record in table.ScriptList.ScriptRecord if record.ScriptTag == "thai")
    features = (table.FeatureList.FeatureRecord[at] for at in thai.FeatureIndex)
    (composition,) = (record.Feature for record in features if record.FeatureTag == "ccmp")
    composition.LookupListIndex.append(len(table.LookupList.Lookup) - 1)


if __name__ == "__main__":
    main()
