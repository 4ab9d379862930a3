"""Makes the pictures of the docs again from the shipped records.

    apt-get install libreoffice poppler-utils chromium imagemagick fonts-noto-core fonts-noto-cjk
    python tools/pictures.py

The drawings need nothing but the program; what a document looks like is what LibreOffice and Chromium make of it.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sil.cli.environment import Environment  # noqa: E402 - the project need not be installed
from sil.cli.main import main  # noqa: E402

TARGET = ROOT / "docs" / "pictures"
DRAWINGS = {
    "graph.svg": "graph",
    "timeline.svg": "timeline --theme disability-employment --year 2007..",
}
PAGES = {
    "word.png": ("report trip --lang en", "docx", 1),
    "excel.png": ("compare litalico klongdinsor", "xlsx", 2),
    "pdf.png": ("report trip --lang th", "pdf", 1),
}
"""For each picture the command, the format of the document, and the page that is shown."""
WEB = {"web.png": "report trip --lang th"}


def written(command: str, name: str, folder: Path) -> Path:
    """Return the document that a command writes."""
    variables = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder), "SIL_TODAY": "2026-11-24"}
    code = main(
        [*command.split(), "-o", name], Environment(io.StringIO(), io.StringIO(), sys.stderr, variables, folder)
    )
    if code:
        raise SystemExit(f"{command}: {code}")
    return folder / name


def page(document: Path, number: int, target: Path) -> None:
    """Draw one page of a document."""
    if document.suffix != ".pdf":
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(document.parent), str(document))
    run("pdftoppm", "-singlefile", "-f", str(number), "-r", "72", "-png", str(document.with_suffix(".pdf")),
        str(target.with_suffix("")))  # fmt: skip


def screen(document: Path, target: Path) -> None:
    """Draw a web page as a telephone shows it."""
    run("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=500,900",
        f"--screenshot={target}", document.as_uri())  # fmt: skip


def small(picture: Path) -> None:
    """Give a picture as few colours as a page of text needs."""
    run("mogrify", "-strip", "-dither", "None", "-colors", "24", "-type", "Palette", str(picture))


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for name, command in DRAWINGS.items():
            (TARGET / name).write_bytes(written(command, name, Path(made)).read_bytes())
        for name, (command, ending, number) in PAGES.items():
            page(written(command, f"{Path(name).stem}.{ending}", Path(made)), number, TARGET / name)
        for name, command in WEB.items():
            screen(written(command, "web.html", Path(made)), TARGET / name)
    for picture in sorted(TARGET.iterdir()):
        if picture.suffix == ".png":
            small(picture)
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size / 1000:.0f} kB")
