"""Runs of text as HTML: escaped, marked with their language, with footnotes that lead to their source and back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from sil.render.inline import Footnotes, clean, unseen_address, web_address
from sil.views.model import Inline, Page, Run

_TAGS = {"strong": "strong", "match": "mark", "code": "code"}


def attribute(text: str) -> str:
    """Return text for a place between double quotes."""
    return escape(clean(text), quote=True)


@dataclass(slots=True)
class Writer:
    """Writes the runs of one page and remembers which sources it has cited, for the way back."""

    lang: str
    footnotes: Footnotes
    cited: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, page: Page, lang: str) -> "Writer":
        """Return the writer of a page; `lang` is used when the page names no language."""
        return cls(page.lang or lang, Footnotes.of(page))

    def inline(self, content: Inline) -> str:
        """Return a paragraph without a tag around it."""
        return "".join(self._run(run) + "".join(self._notes(run)) for run in content)

    def _run(self, run: Run) -> str:
        text = escape(clean(run.text), quote=False)
        tag = _TAGS.get(run.style, "span")
        attributes = f' lang="{attribute(run.lang)}"' if run.lang and run.lang != self.lang else ""
        if run.style in ("muted", "good", "bad", "doubt"):
            attributes += f' class="{run.style}"'
        if run.style == "bar":
            attributes += ' class="bar" aria-hidden="true"'
        address = web_address(run)
        if address:
            named = ' class="named"' if text and unseen_address(run) else ""
            text = f'<a href="{attribute(address)}"{named}>{text or escape(address)}</a>'
        return f"<{tag}{attributes}>{text}</{tag}>" if attributes or tag != "span" else text

    def _notes(self, run: Run) -> Iterator[str]:
        for mark, known in self.footnotes.marks(run):
            if known:
                yield f'<sup><a{self._first(int(mark))} href="#source-{mark}">[{mark}]</a></sup>'
            else:
                yield f"<sup>[{escape(mark)}]</sup>"

    def _first(self, number: int) -> str:
        """Return the anchor that the source leads back to, at the first place that cites it."""
        if number in self.cited:
            return ""
        self.cited.add(number)
        return f' id="ref-{number}"'
