"""Every paragraph of a page, in reading order."""

from collections.abc import Iterator

from sil.views.model import Block, Bullets, Facts, Inline, Page, Paragraph, Table


def paragraphs(page: Page) -> Iterator[Inline]:
    """Yield all text of a page."""
    yield page.title
    yield page.lead
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            yield from _of_block(block)
    yield page.footer
    yield page.sources_title
    for source in page.sources:
        yield source.content


def _of_block(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph():
            yield block.content
        case Bullets():
            for item in block.items:
                yield from item
        case Facts():
            for label, values in block.pairs:
                yield label
                yield from values
        case Table():
            yield from _of_table(block)


def _of_table(table: Table) -> Iterator[Inline]:
    yield table.caption
    for column in table.columns:
        yield column.title
    for row in table.rows:
        yield row.group
        for cell in row.cells:
            yield from cell


def used_sources(page: Page) -> set[str]:
    """Return the keys of all footnotes."""
    return {key for content in paragraphs(page) for run in content for key in run.notes}
