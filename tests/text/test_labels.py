import json
import re
import string
from pathlib import Path

import pytest
import yaml

from sil.light import Literal, fields, get_args, get_origin, is_dataclass
from sil.reader import LANGS
from sil.records import exchange, organisation, policy, theme, transfer, types, values
from sil.text.labels import Labels, country_named, country_names
from sil.text.tables import compile as compiling
from tests.conftest import ROOT

TYPES = [
    cls
    for module in (types, values, organisation, policy, transfer, exchange, theme)
    for cls in vars(module).values()
    if is_dataclass(cls) and cls.__module__ == module.__name__ and cls not in (types.Format, types.Ref)
]


def hints():
    for cls in TYPES:
        yield from ((field.name, field.type) for field in fields(cls))


def choices(hint):
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    for inner in get_args(hint):
        if not isinstance(inner, str):
            yield from choices(inner)


def used(node, table):
    """Yield the words of a vocabulary that a record uses."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == table:
                yield from value if isinstance(value, list) else [value]
            yield from used(value, table)
    elif isinstance(node, list):
        for value in node:
            yield from used(value, table)


@pytest.fixture(scope="module")
def labels():
    return Labels("en")


def test_every_label_has_three_texts():
    written = compiling._labels()
    gaps = {key: texts for key, texts in written.items() if len(texts) != 3 or (not all(texts) and any(texts))}
    assert gaps == {}


def test_the_languages_of_a_label_name_the_same_values():
    def names(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    odd = [key for key, texts in compiling._labels().items() if len({frozenset(names(text)) for text in texts}) > 1]
    assert odd == []


SPOKEN = ("error.", "hint.", "note.", "problem.", "help.", "resolve.", "verdict.")
"""Beginnings of the keys of what is said to a person, and not part of a document."""


def test_japanese_messages_are_polite():
    ending = re.compile(r"[うくぐすつぬぶむるいただ]$|ことか$")
    polite = re.compile(r"(ます|です|ました|でした|ください)$")
    sentences = {
        (key, said): re.sub(r"（[^）]*）$", "", said)
        for key, text in Labels("ja")._texts.items()
        if key.startswith(SPOKEN)
        for said in re.split(r"[。：\n]", text)
    }
    assert len(sentences) > 400
    assert [key for key, said in sentences.items() if ending.search(said) and not polite.search(said)] == []


def test_every_choice_and_every_field_has_a_label(labels):
    keys = {f"choice.{value}" for _, hint in hints() for value in choices(hint)} | {
        f"field.{name}" for name, _ in hints()
    }
    keys |= {f"choice.{value}" for value in values.EMPTY}
    assert [key for key in sorted(keys) if not labels.has(key)] == []


def test_every_row_block_and_kind_has_a_label(labels):
    rows = {row for rows in organisation.MODEL_BLOCKS.values() for row in rows} | set(policy.POLICY_ROWS)
    keys = {f"row.{row}" for row in rows} | {f"block.{block}" for block in organisation.MODEL_BLOCKS}
    keys |= {f"kind.{kind}" for kind in ("org", "exchange", "lesson", "policy", "theme", "follow-up", "collaboration")}
    keys |= {
        f"kinds.{kind}"
        for kind in ("orgs", "exchanges", "lessons", "policies", "themes", "follow-ups", "collaborations")
    }
    keys |= {f"lang.{lang}" for lang in LANGS}
    assert [key for key in sorted(keys) if not labels.has(key)] == []


@pytest.mark.parametrize("table", ["code", "unit", "measure", "scheme", "country"])
def test_every_word_of_the_data_has_a_label(labels, table):
    words = {
        f"{table}.{word}"
        for path in Path(ROOT / "data").rglob("*.yaml")
        for word in used(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader), table)
    }
    assert [word for word in sorted(words) if not labels.has(word)] == []


def test_a_label_in_each_language():
    assert [Labels(lang)("kinds.orgs") for lang in LANGS] == ["Organisations", "องค์กร", "団体"]
    assert Labels("th")("source.grade", grade="A") == "ระดับ A"


def test_what_is_missing_is_english_or_the_key(tmp_path, monkeypatch):
    monkeypatch.setattr(compiling, "FOLDER", tmp_path)
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "a.yaml").write_text('only: {en: English, th: "", ja: ""}\n', "utf-8")
    assert [table["only"] for table in json.loads(compiling.compiled("labels"))] == ["English"] * 3
    found = Labels("ja")
    assert found("no.such.key", count=3) == "no.such.key"
    assert not found.has("no.such.key")


def test_a_country_by_its_name_in_any_language():
    assert [country_named(text) for text in ("th", "TH", "thailand", "ญี่ปุ่น", "日本", "atlantis", "")] == [
        "th", "th", "th", "jp", "jp", None, None,
    ]  # fmt: skip
    assert country_names()["jp"] == ["Japan", "ญี่ปุ่น", "日本"]


def test_another_language_is_read_in_english():
    assert Labels("fr").lang == "en"
