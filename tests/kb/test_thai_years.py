"""The shipped records tell Thai readers years of the Buddhist era, as the program prints its dates."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GREGORIAN = re.compile(r"(?<![\d,.])(?:19\d\d|20[0-4]\d)(?![\d,]|\.\d)")

# What may stand before a Gregorian year in a Thai text, and why.
ALLOWED = {
    "ค.ศ. ": "the era is said: a date as its source has it",
    "คริสต์ทศวรรษ ": "a decade whose era is said",
    "Youth Co:Lab ": "the name of an event",
    "Inclusion Job Fair ": "the name of an event",
    "CBT Thailand Standard ": "the name of a standard",
    "ตามมาตรฐาน ": "the edition of that standard",
}


def thai_texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "th" and isinstance(value, str):
                yield value
            else:
                yield from thai_texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from thai_texts(item)


def bare(text: str) -> list[str]:
    return [found.group() for found in GREGORIAN.finditer(text) if not text[: found.start()].endswith(tuple(ALLOWED))]


def shipped() -> Iterator[str]:
    for file in sorted((ROOT / "data").rglob("*.yaml")):
        yield from thai_texts(yaml.safe_load(file.read_text("utf-8")))


def test_thai_texts_of_the_records_hold_no_bare_gregorian_year() -> None:
    texts = list(shipped())
    assert len(texts) > 1000
    assert [(years, text) for text in texts if (years := bare(text))] == []


def test_every_allowance_is_used() -> None:
    texts = list(shipped())
    assert [words for words in ALLOWED if not any(re.search(re.escape(words) + r"\d{4}", text) for text in texts)] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ในเดือนกรกฎาคม 2019", ["2019"]),
        ("ปีงบประมาณ 2014-2017", ["2014", "2017"]),
        ("ในเดือนกรกฎาคม 2562", []),
        ("คนพิการกว่า 2,018 คน", []),
        ("ระบุปี ค.ศ. 2003", []),
    ],
)
def test_bare_years_are_seen(text: str, years: list[str]) -> None:
    assert bare(text) == years
