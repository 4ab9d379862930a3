"""A small knowledge base and an index over it."""

import pytest

from sil.index import Index
from tests.index.small import knowledge_base


@pytest.fixture
def root(tmp_path):
    return knowledge_base(tmp_path / "kb")


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def index(root, cache):
    with Index.open(root, cache) as opened:
        opened.refresh()
        yield opened
