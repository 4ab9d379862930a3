"""Comparing bodies of which hardly anything is known: what is known, then what to ask, short on a screen, whole elsewhere."""

import csv
import io
import json

import pytest

THIN = ("compare", "taejai", "osep")


def test_a_screen_is_told_what_is_known_then_what_to_ask_about(sil):
    text = sil(*THIN, env={"COLUMNS": "100"}).out
    assert (
        text.index("Thai online giving platform")
        < text.index("Questions to ask")
        < text.index("Problem; Beneficiaries")
    )
    assert "No row of the comparison sheet is filled on any side yet." in text
    assert "Founded: 2012[1]" in text
    assert "Taejai, Office of Social Enterprise Promotion" in text  # who are asked the same are asked together
    assert "72 questions; --questions" in text
    assert "Which problem does Taejai" not in text
    assert len(text.split("Sources")[0].splitlines()) < 60


@pytest.mark.parametrize("arguments", [("--questions",), ("-f", "md"), ("-f", "html")])
def test_every_question_is_there_on_request_and_in_documents(sil, arguments):
    asked = json.loads(sil(*THIN, "--json").out)["questions"]
    assert len(asked) == 72
    text = sil(*THIN, *arguments, env={"COLUMNS": "1000"}).out
    assert [ask["text"] for ask in asked if ask["text"] not in text.replace("\\", "")] == []
    assert "--questions" not in text


def test_machine_forms_do_not_depend_on_the_screen(sil):
    rows = list(csv.DictReader(io.StringIO(sil(*THIN, "-f", "csv").out)))
    assert len(rows) == 36
    assert sum(len(row["questions"].split(" / ")) for row in rows) == 72


def test_few_questions_stand_in_full_under_their_block(sil):
    text = sil("compare", "litalico", "klongdinsor", env={"COLUMNS": "300"}).out
    asked = json.loads(sil("compare", "litalico", "klongdinsor", "--json").out)["questions"]
    assert all(ask["text"] in text for ask in asked)
    assert "--questions" not in text
    assert "Known on no side: " in text


def test_only_the_thin_one_of_two_is_asked_in_short(sil):
    text = sil("compare", "litalico", "taejai", env={"COLUMNS": "300"}).out
    assert "What does LITALICO do with its surplus?" in text
    assert "Which problem does Taejai" not in text
    assert "36 questions; --questions" in text


@pytest.mark.parametrize("lang", ["th", "ja"])
def test_the_short_form_speaks_the_reader_s_language(sil, lang):
    text = sil(*THIN, "--lang", lang).out
    assert "--questions" in text
    assert "Problem" not in text
