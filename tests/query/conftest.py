"""The small knowledge base of the index tests, and the shipped one."""

import pytest

from sil.index import Index
from tests.conftest import ROOT
from tests.index.small import knowledge_base


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("small")
    with Index.open(knowledge_base(folder / "kb"), folder / "index.sqlite") as index:
        index.refresh()
        yield index


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with Index.open(ROOT, tmp_path_factory.mktemp("shipped") / "index.sqlite") as index:
        index.refresh()
        yield index
