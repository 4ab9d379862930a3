"""What an explanation says is what matching did."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.match.decide import ENOUGH
from sil.match.explain import explain
from sil.match.features import Features, features_of
from sil.match.keys import shape_of
from sil.match.score import pair_of, probability
from sil.text.labels import Labels
from sil.text.tables import load


def weight(_concept):
    return 3.0


def test_words_meet_by_meaning_and_by_sound():
    found = explain("Pencil Box Foundation Tanaka", "มูลนิธิกล่องดินสอทานากะ", weight)
    met = {pair.said: pair.how for pair in found.words if pair.said}
    assert met == {"pencil": "meaning", "box": "meaning", "foundation": "meaning", "tanaka": "sound"}
    assert found.scripts == "latin-thai"


def test_legal_forms_are_set_aside():
    assert explain("株式会社LITALICO", "LITALICO Inc.", weight).set_aside
    assert all("株式会社" not in pair.said for pair in explain("株式会社LITALICO", "x", weight).words)


def test_a_reading_that_is_nearer_is_what_was_compared():
    found = explain("nozomi", "希望", weight, ("のぞみ",))
    assert found.reading == "のぞみ"
    assert found.likely > explain("nozomi", "希望", weight).likely


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_pair_can_be_explained_and_the_number_is_the_one_that_was_used(one, other):
    found = explain(one, other, weight)
    shapes = shape_of(one), shape_of(other)
    assert found.likely == round(probability(pair_of(*shapes), features_of(*shapes, weight)), 4)
    said, met = [pair.said for pair in found.words if pair.said], [pair.found for pair in found.words if pair.found]
    again = explain(other, one, weight)
    assert sorted(said) == sorted(pair.found for pair in again.words if pair.found)
    assert sorted(met) == sorted(pair.said for pair in again.words if pair.said)


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
@pytest.mark.parametrize("name", ["kong din so", "LITALICO", "SIF", "ไม่มีองค์กรนี้แน่นอน", "株式会社LITALICO"])
def test_resolve_explains_itself(sil, name, lang):
    document = json.loads(sil("resolve", name, "--explain", "--json").out)
    plain = json.loads(sil("resolve", name, "--json").out)
    for match, bare in zip(document["matches"], plain["matches"], strict=True):
        assert {"scripts", "said", "heard", "words", "features", "likely"} <= set(match.pop("explanation"))
        assert match == bare
    page = sil("resolve", name, "--explain", "--lang", lang).out
    assert f"{ENOUGH:.2f}" in page or "1.00" in page
    assert "↔" in page


def test_the_verdict_names_no_score_that_is_not_shown(sil):
    alone = sil("resolve", "kong din so", "--explain", "--limit", "1").out
    assert "no other reaches 88%" in alone
    assert "0.00" not in alone[alone.index("Match:") : alone.index("Compared")]
    assert "the same characters" in sil("resolve", "LITALICO", "--explain").out


@pytest.mark.parametrize("lang", ["en", "th", "ja"])
def test_everything_that_may_be_measured_or_set_aside_has_words(lang):
    labels = Labels(lang)
    names = [f"explain.feature-{name.replace('_', '-')}" for name in Features._fields]
    names += [f"explain.form-{form}" for form in load("forms")["legal"]]
    names += [f"explain.script-{script}" for script in ("latin", "thai", "kana", "han")]
    assert all(labels(name) not in {"", name} for name in names)
