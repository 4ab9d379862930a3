"""Edits of a record's text: the item is there, and every other byte is as it was."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sil.records.edit import NoPlaceError, with_item

ITEM = {"text": "กรุงศรี", "lang": "th", "kind": "short"}

STYLES = {
    "braces": (
        "id: x\nnames:\n  - {text: A, lang: en}\ncountry: th\n",
        "id: x\nnames:\n  - {text: A, lang: en}\n  - {text: กรุงศรี, lang: th, kind: short}\ncountry: th\n",
    ),
    "lines": (
        "names:\n  - text: A\n    lang: en\ncountry: th\n",
        "names:\n  - text: A\n    lang: en\n  - text: กรุงศรี\n    lang: th\n    kind: short\ncountry: th\n",
    ),
    "wide dash": (
        "names:\n-   text: A\n    lang: en\n# next\ncountry: th\n",
        "names:\n-   text: A\n    lang: en\n-   text: กรุงศรี\n    lang: th\n    kind: short\n# next\ncountry: th\n",
    ),
    "dash alone": (
        "names:\n  -\n    text: A\n    lang: en\n",
        "names:\n  -\n    text: A\n    lang: en\n  - text: กรุงศรี\n    lang: th\n    kind: short\n",
    ),
    "comments": (
        "names:  # all of them\n  - {text: A, lang: en}  # first\n\n  # country\ncountry: th\n",
        "names:  # all of them\n  - {text: A, lang: en}  # first\n  - {text: กรุงศรี, lang: th, kind: short}\n\n  # country\ncountry: th\n",
    ),
    "brackets": (
        "names: [{text: A, lang: en}]\n",
        "names: [{text: A, lang: en}, {text: กรุงศรี, lang: th, kind: short}]\n",
    ),
    "brackets over lines": (
        "names: [\n  {text: A, lang: en},  # one\n]\n",
        "names: [\n  {text: A, lang: en}, {text: กรุงศรี, lang: th, kind: short},  # one\n]\n",
    ),
    "empty brackets": ("names: []\nid: x\n", "names: [{text: กรุงศรี, lang: th, kind: short}]\nid: x\n"),
    "windows": (
        "names:\r\n  - {text: A, lang: en}\r\nid: x\r\n",
        "names:\r\n  - {text: A, lang: en}\r\n  - {text: กรุงศรี, lang: th, kind: short}\r\nid: x\r\n",
    ),
    "no end of line": (
        "names:\n  - {text: A, lang: en}",
        "names:\n  - {text: A, lang: en}\n  - {text: กรุงศรี, lang: th, kind: short}",
    ),
    "byte order mark": (
        "\ufeffnames:\n- {text: A, lang: en}\n",
        "\ufeffnames:\n- {text: A, lang: en}\n- {text: กรุงศรี, lang: th, kind: short}\n",
    ),
    "braces over lines": (
        "names:\n  - {text: A,\n     lang: en}\nid: x\n",
        "names:\n  - {text: A,\n     lang: en}\n  - {text: กรุงศรี, lang: th, kind: short}\nid: x\n",
    ),
    "long text": (
        "names:\n  - text: A\n    note: >\n      a long\n\n      story\n\nid: x\n",
        "names:\n  - text: A\n    note: >\n      a long\n\n      story\n  - text: กรุงศรี\n    lang: th\n    kind: short\n\nid: x\n",
    ),
    "list inside": (
        "names:\n  - text: A\n    reading:\n      - a\n      - b\nid: x\n",
        "names:\n  - text: A\n    reading:\n      - a\n      - b\n  - text: กรุงศรี\n    lang: th\n    kind: short\nid: x\n",
    ),
    "emoji and Thai before it": (
        "summary: 😀 สวัสดี\nnames: [{text: 😀, lang: en}]\n",
        "summary: 😀 สวัสดี\nnames: [{text: 😀, lang: en}, {text: กรุงศรี, lang: th, kind: short}]\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), STYLES.values(), ids=STYLES)
def test_every_style_keeps_its_form(before, after):
    assert with_item(before, "names", ITEM) == after


@pytest.mark.parametrize("text", ["id: x\n", "names: A\n", "- a\n", "names:\n", "other:\n  names: [a]\n"])
def test_without_a_list_nothing_is_guessed(text):
    with pytest.raises(NoPlaceError):
        with_item(text, "names", ITEM)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20)


@given(
    st.lists(st.dictionaries(st.sampled_from(["text", "lang", "note"]), WORDS, min_size=1), min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(["text", "lang", "kind"]), WORDS, min_size=1),
    st.sampled_from([None, True, False]),
    st.integers(2, 6),
)
def test_what_is_written_is_read_again_and_nothing_else_changes(items, item, flow, indent):
    record = {"id": "x", "names": items, "other": [{"names": ["no"]}]}
    before = yaml.safe_dump(record, allow_unicode=True, default_flow_style=flow, indent=indent, sort_keys=False)
    after = with_item(before, "names", item)
    assert yaml.safe_load(after) == {**record, "names": [*items, item]}
    kept = iter(after)
    assert all(any(character == other for other in kept) for character in before)  # only something was put in


@pytest.mark.parametrize("value", ["\u00a0A", "A\u00a0", "A\u3000", " A "])
def test_white_space_around_a_value_is_kept(value):
    """A no-break or full-width space is a letter of the name, not the end of what YAML wrote."""
    for text in ("names:\n  - {text: A}\n", "names:\n  - text: A\n"):
        assert yaml.safe_load(with_item(text, "names", {"text": value}))["names"][1] == {"text": value}
