"""All formats at once: each renders every page, each fact is in each, and each is asked for by name."""

import pytest
from sample_pages import Shown, comparison

from sil.render import FORMATS, Options, render


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_renders_in_every_language(fmt, lang):
    view = Shown(comparison(lang), {"title": "น้ำ"}, ({"title": "น้ำ"},))
    text = render(view, fmt, Options(lang=lang))
    assert text.endswith("\n")
    assert text.encode()
    assert render(view, fmt, Options(lang=lang)) == text


def test_a_format_that_does_not_exist():
    with pytest.raises(KeyError):
        render(Shown(comparison()), "docx-of-tomorrow", Options())
