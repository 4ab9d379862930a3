"""What every document renderer needs to know about a run of text: clean words, safe address, footnote numbers."""

from sil.light import Iterator, Mapping, dataclass
from sil.text.escape import harmless
from sil.views.model import Inline, Page, Run

_SPACES = dict.fromkeys(map(ord, "\t\n\r\f\v\x85\u2028\u2029"), " ")


def clean(text: str) -> str:
    """Return the text on one line and without characters that command a terminal."""
    if text.isprintable() and "  " not in text:  # no control, format or separator character but single spaces
        return text
    text = text.translate(_SPACES)
    while "  " in text:
        text = text.replace("  ", " ")
    return harmless(text)


def plain(content: Inline) -> str:
    """Return the words of a paragraph without footnotes, addresses or styles."""
    return "".join(clean(run.text) for run in content).strip()


def web_address(run: Run) -> str | None:
    """Return the address of a run when a browser may be sent there."""
    link = run.link or ""
    scheme, _, rest = link.partition("://")
    is_safe = scheme.lower() in ("http", "https") and bool(rest) and not any(map(_commands, rest))
    return clean(link) if is_safe else None


def _commands(char: str) -> bool:
    """Whether a character is a space or a control character."""
    return char.isspace() or char < " " or "\x7f" <= char <= "\x9f"


def unseen_address(run: Run) -> str | None:
    """Return the address of a run when its text does not already show it."""
    address = web_address(run)
    return address if address and _bare(address) not in run.text else None


def _bare(address: str) -> str:
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Numbers of the page's sources by key."""

    numbers: Mapping[str, int]

    @classmethod
    def of(cls, page: Page) -> "Footnotes":
        """Read the numbers off the list of sources."""
        return cls({source.key: source.number for source in page.sources})

    def marks(self, run: Run) -> Iterator[tuple[str, bool]]:
        """Yield the mark of each note and whether it is a number; a note without a source shows its key."""
        for key in run.notes:
            number = self.numbers.get(key)
            yield (clean(key), False) if number is None else (str(number), True)
