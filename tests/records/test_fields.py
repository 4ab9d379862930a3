"""The fields that records can have, and the words that some of them are limited to."""

import pytest

from sil.records.fields import choices_at, field_paths

CHOICES = [
    ("kind", "policy", ("act", "scheme", "standard", "programme")),
    ("kind", "lesson", ("model", "service", "law", "partnership", "process", "mistake")),
    ("sources.grade", "org", ("A", "B", "C")),
    ("names.text", "org", ()),
    ("no.such.field", None, ()),
    ("lessons.kind", "exchange", ("model", "service", "law", "partnership", "process", "mistake")),
]


@pytest.mark.parametrize(("path", "kind", "words"), CHOICES, ids=[path for path, _, _ in CHOICES])
def test_the_words_of_a_field_are_known(path, kind, words):
    assert choices_at(path, kind) == words


def test_the_words_of_all_kinds_are_those_of_each():
    each = {word for kind in ("org", "exchange", "policy", "theme", "lesson") for word in choices_at("kind", kind)}
    assert set(choices_at("kind")) == each


def test_the_fields_of_a_part_are_those_of_its_list():
    assert "theme" in field_paths("lesson")
    assert {f"lessons.{path}" for path in field_paths("lesson")} <= field_paths("exchange")
