"""The kinds of record, and the type of each."""

from sil.light import Any
from sil.records.exchange import Exchange
from sil.records.organisation import Organisation
from sil.records.policy import Policy
from sil.records.rates import Rates
from sil.records.theme import Theme, Thesaurus

KINDS: dict[str, type[Any]] = {
    "org": Organisation,
    "exchange": Exchange,
    "policy": Policy,
    "theme": Theme,
    "rates": Rates,
}
"""Record type of each kind."""

UNADDRESSED = frozenset({"rates"})
"""Kinds that serve the others: nobody asks for them by name, finds or lists them."""

UNIT_FIELDS: dict[str, str] = {"lessons": "lesson", "follow_ups": "follow-up", "collaborations": "collaboration"}
"""Lists of an exchange whose items have an address of their own, and the kind of the items."""

FILE_TYPES: dict[str, type[Any]] = {**KINDS, "theme": Thesaurus}
"""Type of what a file of each kind holds."""
