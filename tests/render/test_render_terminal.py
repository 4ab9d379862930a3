"""The terminal form: plain and coloured are the same bytes, and no record can command the terminal."""

import re
import subprocess
import sys

from hypothesis import given
from random_pages import pages
from sample_pages import Shown, cell, comparison, page_of, words

from sil.render import Options, render
from sil.render.colour import LOOKS, coloured
from sil.render.spans import Span
from sil.views.model import Column, Row, Run, Table

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


@given(pages)
def test_without_its_colours_the_page_is_the_plain_page(page):
    plain = render(Shown(page), "terminal", Options(width=60))
    assert _ANSI.sub("", render(Shown(page), "terminal", Options(width=60, colour=True))) == plain


def test_colour_does_not_depend_on_the_environment(monkeypatch):
    view, options = Shown(comparison("th")), Options(width=100, colour=True)
    usual = render(view, "terminal", options)
    assert "\x1b[1mLITALICO\x1b[0m" in usual
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "10"}.items():
        monkeypatch.setenv(name, value)
    assert render(view, "terminal", options) == usual


def test_every_look_has_its_colour():
    for look in LOOKS:
        assert _ANSI.findall(coloured([(Span("x", look),)]))
    assert coloured([(Span("[bold]x[/] :smile:"),)]) == "[bold]x[/] :smile:\n"


@given(pages)
def test_no_control_character_comes_through(page):
    text = render(Shown(page), "terminal", Options(width=80))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_escapes_in_records_are_shown_not_obeyed():
    evil = "\x1b]0;title\x07\x1b[2J"
    table = Table((Column("a", words(evil)),), (Row((cell(Run(evil, notes=(evil,))),), words(evil)),), words(evil))
    text = render(Shown(page_of(table, title=evil, footer=words(evil), lead=words(evil))), "terminal", Options())
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "␛]0;title" in text


def modules_after(code: str) -> set[str]:
    program = (
        f"import sys\nfrom sample_pages import *\nfrom sil.render import render, Options\n{code}\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    return set(done.stdout.split())


def test_plain_output_imports_only_what_it_needs():
    loaded = modules_after("render(Shown(page_of(Paragraph(words(TH)))), 'terminal', Options(width=200))")
    assert "sil.render.terminal" in loaded
    assert not loaded & {
        "rich",
        "budoux",
        "sil.text.phrases",
        "csv",
        "html",
        "sil.render.colour",
        "sil.render.html",
        "sil.render.machine",
    }


def test_json_imports_no_layout():
    loaded = modules_after("render(Shown(page_of()), 'json', Options())")
    assert not loaded & {"rich", "budoux", "sil.render.layout", "sil.render.spans", "sil.text.cells", "sil.text.escape"}


def test_only_thai_or_japanese_that_must_be_broken_needs_phrases():
    code = "render(Shown(page_of(Paragraph(words({})))), 'terminal', Options(width=60))"
    assert "sil.text.phrases" not in modules_after(code.format("EN * 3"))
    assert "sil.text.phrases" in modules_after(code.format("JA"))
