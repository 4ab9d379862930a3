"""The kinds of record, and the type of each."""

from typing import Any

from sil.records.exchange import Exchange
from sil.records.organisation import Organisation
from sil.records.policy import Policy
from sil.records.theme import Theme, Thesaurus

KINDS: dict[str, type[Any]] = {"org": Organisation, "exchange": Exchange, "policy": Policy, "theme": Theme}
"""Record type of each kind."""

FILE_TYPES: dict[str, type[Any]] = {**KINDS, "theme": Thesaurus}
"""Type of what a file of each kind holds."""
