"""Machine forms: read back by the standard library, harmless for terminals and spreadsheets."""

import csv
import json
import re
from io import StringIO
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_pages import texts
from sample_pages import Shown, page_of

from sil.render import Options, render

scalars = st.none() | st.booleans() | st.integers(-999, 999) | st.just(-1.5) | texts


def shown(data=None, rows=()) -> Shown:
    return Shown(page_of(), data or {}, tuple(rows))


def as_text(value) -> str:
    return json.dumps(value) if value is not None else ""


@given(st.dictionaries(texts, scalars | st.lists(scalars), max_size=4))
def test_json_gives_the_data_back_and_escapes_what_commands(data):
    text = render(shown(MappingProxyType(data)), "json", Options())
    assert json.loads(text) == data
    assert text.endswith("\n")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_json_is_indented_and_keeps_the_scripts():
    text = render(shown({"name": "กล่องดินสอ", "cells": ({"text": "株式会社"},), "alone": "\ud800"}), "json", Options())
    assert text.startswith('{\n  "name": "กล่องดินสอ",\n  "cells": [\n    {\n      "text": "株式会社"')
    assert text.encode()


def test_what_has_no_json_form_is_an_error_of_the_view():
    with pytest.raises(TypeError, match="set has no JSON form"):
        render(shown({"x": {1}}), "json", Options())


@given(st.lists(st.fixed_dictionaries({"id": texts, "n": scalars}), max_size=4))
def test_jsonl_is_one_object_a_line(rows):
    text = render(shown(rows=map(MappingProxyType, rows)), "jsonl", Options())
    assert [json.loads(line) for line in text.split("\n")[:-1]] == rows


@given(st.lists(st.fixed_dictionaries({"id": texts, "n": scalars}), min_size=1, max_size=4))
def test_csv_has_a_header_and_the_facts(rows):
    text = render(shown(rows=rows), "csv", Options())
    read = list(csv.reader(StringIO(text, newline="")))
    assert read[0] == list(rows[0])
    assert len(read) == len(rows) + 1
    for row, line in zip(rows, read[1:], strict=True):
        for key, cell in zip(read[0], line, strict=True):
            value = row[key]
            assert not re.match(r"\s*[=+@]|\s*-(?!\d+(\.\d+)?$)", cell)
            if not isinstance(value, str):
                assert cell == as_text(value)
            elif value.isprintable():
                assert cell.removeprefix("'") == value.removeprefix("'")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=cmd()", "'=cmd()"),
        ("+81 3 1234", "'+81 3 1234"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\u202e=1", "'=1"),
        ("\n-1+1", "' -1+1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        (-5, "-5"),
        (-0.5, "-0.5"),
        (True, "true"),
        (None, ""),
        ("– 5", "– 5"),
    ],
)
def test_formulas_are_defused_and_numbers_stay(value, cell):
    for fmt in ("csv", "tsv"):
        read = list(
            csv.reader(
                StringIO(render(shown(rows=[{"a": value, "b": "x"}]), fmt, Options()), newline=""),
                delimiter="," if fmt == "csv" else "\t",
            )
        )
        assert [text.replace("\n", " ") for text in read[1]] == [cell, "x"]


def test_csv_follows_the_standard():
    rows = [{"name": 'a "b", c', "note": "two\nlines"}]
    assert render(shown(rows=rows), "csv", Options()) == 'name,note\r\n"a ""b"", c","two\nlines"\r\n'
    assert render(shown(rows=rows), "csv", Options(bom=True)).startswith("\ufeffname")


def test_tsv_keeps_each_row_on_its_line():
    rows = [{"name": 'a "b"', "note": "two\nlines\tand  more\r\n"}, {"name": "c  d", "note": ""}]
    assert render(shown(rows=rows), "tsv", Options()) == 'name\tnote\na "b"\ttwo lines and  more \nc  d\t\n'


@given(st.lists(st.fixed_dictionaries({"id": texts, "n": scalars}), min_size=1, max_size=4))
def test_tsv_has_as_many_lines_and_cells_as_there_are(rows):
    lines = render(shown(rows=rows), "tsv", Options()).split("\n")
    assert len(lines) == len(rows) + 2
    assert all(line.count("\t") == 1 for line in lines[:-1])


def test_without_rows_the_header_stands_alone():
    assert render(shown(), "csv", Options()) == "text\r\n"
    assert render(shown(), "tsv", Options(bom=True)) == "\ufefftext\n"
    assert render(shown(), "jsonl", Options()) == ""
