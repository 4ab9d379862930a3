import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sil.records.nodes import Mapping, Scalar, Sequence
from sil.records.yaml_reader import MAX_DEPTH, read_text


def root(text):
    document = read_text(text, "x.yaml")
    assert document.problems == ()
    return document.root


def faults(text):
    return [(found.code, found.line, found.column) for found in read_text(text, "x.yaml").problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("2019-07-03", "2019-07-03"),
        ("2014-13-01", "2014-13-01"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("null", None),
        ("~", None),
        ("7", 7),
        ("+7", 7),
        ("-007", -7),
        ("0o17", 15),
        ("0x1F", 31),
        ("017", 17),
        ("0b1", "0b1"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-.inf", float("-inf")),
        ("๑๒", "๑๒"),
        ("=", "="),
        ("<<", "<<"),
        ("9" * 19, 1e19),
        ("9" * 5000, float("inf")),
        ("0x" + "f" * 40, "0x" + "f" * 40),
    ],
)
def test_plain_scalars_are_read_by_the_core_schema(text, value):
    assert Scalar(text, 1, 1).value == value
    assert type(Scalar(text, 1, 1).value) is type(value)
    assert Scalar(text, 1, 1, plain=False).value == text


def test_not_a_number_is_a_number_that_is_not():
    assert Scalar(".nan", 1, 1).value != Scalar(".nan", 1, 1).value


def test_nodes_know_their_place():
    found = root('# a comment\nid: ก\nlist:\n  - "x: y"\n  - {a: 1}\n')
    assert found == Mapping(
        (
            (Scalar("id", 2, 1), Scalar("ก", 2, 5)),
            (
                Scalar("list", 3, 1),
                Sequence(
                    (
                        Scalar("x: y", 4, 5, plain=False),
                        Mapping(((Scalar("a", 5, 6), Scalar("1", 5, 9)),), 5, 5),
                    ),
                    4,
                    3,
                ),
            ),
        ),
        2,
        1,
    )


@pytest.mark.parametrize("text", ["a: |\n  x\n", "a: >\n  x\n", "a: 'x'\n", 'a: "x"\n'])
def test_quoted_and_block_scalars_are_strings(text):
    ((_, value),) = root(text).entries
    assert not value.plain


def test_a_harmless_alias_stands_for_its_value():
    found = root("a: &x {b: 1}\nc: *x\n")
    assert found.entries[1][1] is found.entries[0][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("SIL011", 3, 1)]),
        ("a: !!str 1\n", [("SIL012", 1, 4)]),
        ("a: ! x\n", [("SIL012", 1, 4)]),
        ("!t a: 1\n", [("SIL012", 1, 1)]),
        ("a: *b\n", [("SIL013", 1, 4)]),
        ("a: &b [*b]\n", [("SIL013", 1, 8)]),
        ("a: &b {c: *b}\n", [("SIL013", 1, 11)]),
        ("*a : 1\n", [("SIL013", 1, 1)]),
        ("*a\n", [("SIL013", 1, 1)]),
        ("? [a]\n: b\n", [("SIL016", 1, 3)]),
        ("{a: b}: c\n", [("SIL016", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("SIL009", 2, 1)]),
        ("", [("SIL007", 0, 0)]),
        ("# only a comment\n", [("SIL007", 0, 0)]),
        ("---\n", [("SIL007", 0, 0)]),
        ("~\n", [("SIL007", 0, 0)]),
        ("a:\n\tb: 1\n", [("SIL017", 2, 1)]),
        ("a: b: c\n", [("SIL018", 1, 5)]),
        ('a: 1\nb: "x\n', [("SIL019", 2, 4)]),
        ("a: [1, 2\n", [("SIL008", 2, 1)]),
        ("a: @x\n", [("SIL008", 1, 4)]),
        ("%YAML 3.0\n---\na: 1\n", [("SIL008", 1, 1)]),
        ("a: x\x00\n", [("SIL006", 1, 5)]),
        ("a: 1\r\nb: \x1b[31m", [("SIL006", 2, 4)]),
        ("a: x\u2028y", [("SIL006", 1, 5)]),
        ("a: \ud800", [("SIL006", 1, 4)]),
        ('a: "\\e[31m"', [("SIL006", 1, 4)]),
        ("[" * (MAX_DEPTH + 1), [("SIL015", 1, MAX_DEPTH + 1)]),
    ],
)
def test_faults_are_found_at_their_place(text, expected):
    assert faults(text) == expected


def test_the_first_of_two_values_counts():
    document = read_text("a: 1\na: 2\n", "x.yaml")
    assert [(key.text, value.text) for key, value in document.root.entries] == [("a", "1")]
    assert document.problems[0].values == {"name": "a", "first_line": 1}


def test_a_control_sign_written_as_an_escape_is_taken_out():
    document = read_text('a: "x\\e[31my"', "x.yaml")
    assert document.root.entries[0][1].text == "x[31my"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{a: " * 200_000,
        "- " * 200_000,
        "? " * 200_000,
        "[" * 200_000 + "]" * 200_000,
        "a: &a [x, x, x]\n"
        + "".join(f"{c}: &{c} [{', '.join(['*' + b] * 9)}]\n" for b, c in zip("abcdefghi", "bcdefghij", strict=True)),
        "a: [&a 1" + ", *a" * 200_000 + "]",
        "- a\n" * 200_000,
        '"' + "a" * 500_000,
    ],
    ids=["lists", "maps", "items", "keys", "closed", "bomb", "aliases", "many", "quote"],
)
def test_hostile_texts_are_refused_quickly(text):
    started = time.process_time()
    document = read_text(text, "x.yaml")
    assert document.root is None
    assert len(document.problems) == 1
    assert time.process_time() - started < 2


YAML_SIGNS = st.text(st.sampled_from(list("ab: -?[]{},&*!|>'\"%@`#\n\t~0123.\\ก会\ufeff\u2028\x00")), max_size=60)


@given(YAML_SIGNS | st.text(st.characters(), max_size=40))
@settings(max_examples=400)
def test_no_text_raises(text):
    document = read_text(text, "x.yaml")
    assert document.root is not None or document.problems
    lines = text.splitlines() or [""]
    for found in document.problems:
        assert found.line <= len(lines) + 1
