"""Words in capitals or with dots: the acronym is meant, not the small word of the same letters."""

import pytest

from sil.index import Filters, Index
from sil.query import search

ORGANISATION = """
id: {id}
names: [{{text: {name}, lang: en, preferred: true}}]
kind: company
country: th
themes: []
summary: {{en: "{said}"}}
sources: {{}}
checked: 2026-11-01
"""
RECORDS = {
    "alpha": ("Alpha Travel", "It was founded by a guide and his brother, who like it."),
    "beta": ("Beta Tours", "It sells the tours of HIS, in Bangkok."),
    "gamma": ("Gamma Tours", "A branch of H.I.S. for schools, with the WHO."),
    "delta": ("Delta", "It hides WHOLE history in this, his THIS."),
    "his-mobile": ("HIS Mobile", "It sells telephones."),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("acronyms")
    (folder / "kb/data/orgs").mkdir(parents=True)
    for name, (title, said) in RECORDS.items():
        (folder / f"kb/data/orgs/{name}.yaml").write_text(ORGANISATION.format(id=name, name=title, said=said), "utf-8")
    with Index.open(folder / "kb", folder / "index.sqlite") as index:
        index.refresh()
        yield index


def ids(index, query):
    return [hit.id for hit in search(index, query, Filters(), "en").hits]


@pytest.mark.parametrize("query", ["HIS", "H.I.S.", "H.I.S"])
def test_an_acronym_that_is_a_small_word_finds_no_small_word(index, query):
    assert ids(index, query)[0] == "his-mobile"
    assert set(ids(index, query)) == {"his-mobile", "beta", "gamma"}


def test_the_small_word_finds_all(index):
    assert set(ids(index, "his")) == {"his-mobile", "alpha", "beta", "gamma", "delta"}


def test_an_acronym_inside_a_longer_word_is_none(index):
    assert ids(index, "WHO") == ["gamma"]


def test_beside_other_words_an_acronym_comes_first(index):
    assert ids(index, "tours HIS")[0] == "beta"
    assert set(ids(index, "HIS brother")) >= {"alpha"}, "no text has the acronym and the rest"


def test_capitals_alone_are_no_acronyms(index):
    assert ids(index, "HIS BROTHER") == ids(index, "his brother")


@pytest.mark.parametrize("query", ["SIF", "DMO", "JEED", "LITALICO", "NPO"])
def test_an_acronym_that_is_no_small_word_finds_what_its_letters_find(shipped, query):
    def found(text):
        return {hit.id for hit in search(shipped, text, Filters(), "en", 100).hits}

    assert found(query) == found(query.lower())
