"""Rules about what is kept from an audience: a mark hides what it names, and what it hides is not told elsewhere."""

import re
from collections.abc import Iterator
from typing import Any

from sil.problem import Problem
from sil.records.audience import hidden_with, seen_records
from sil.records.kinds import KINDS
from sil.records.load import LoadedRecord
from sil.records.marks import has_marks
from sil.records.organisation import Person
from sil.records.rules.records import Records, Seen, fault
from sil.records.shape import Basic, Nested, Said, whole
from sil.records.theme import Theme
from sil.records.types import Name
from sil.records.walk import parts
from sil.text.fold import fold

_SHORTEST = 3
"""Characters of a name below which it is no name that can be looked for in a text."""


def marks_that_hide_more(seen: Seen) -> Iterator[Problem]:
    """Find marks on fields that something cannot do without: it is hidden too."""
    if not has_marks(seen.plain):
        return
    chains: list[tuple[str, str]] = []
    for at, around in hidden_with(seen.record):
        if chains and chains[-1][1] == at:
            chains[-1] = chains[-1][0], around
        else:
            chains.append((at, around))
    for at, around in chains:
        yield seen.problem("SIL224", at, hidden=around or seen.record.id)


def hidden_names_in_open_texts(records: Records) -> Iterator[Problem]:
    """Find texts for everybody that name an organisation, a person or a theme that is not; each once in a text."""
    if not any(has_marks(record.plain) for record in records.all):
        return
    seen = {(record.kind, record.id): record for record in seen_records(records.all, "public")}
    open_names = {text for record in seen.values() for text in _names(record)}
    sought = [
        (_sought(text), name, record.id)
        for record in records.all
        for text, name in sorted(_names(record).items(), key=lambda pair: -len(pair[0]))
        if len(text) >= _SHORTEST and text not in open_names
    ]
    for record in seen.values():
        for at, shape, value in parts(whole(KINDS[record.kind]), record.plain):
            if shape == Basic("text") or (isinstance(shape, Said) and isinstance(value, dict)):
                said = "\n".join(fold(text) for text in value.values())
                told = {owner: name for pattern, name, owner in reversed(sought) if pattern.search(said)}
                for owner, name in told.items():
                    yield fault(record, "SIL225", at, found=name, hidden=owner)


def _names(record: LoadedRecord | None) -> dict[str, str]:
    """Return the names of organisations and persons in a record, and the labels of a theme, by their folded form."""
    found: list[Any] = []
    for _, shape, value in parts(whole(KINDS[record.kind]), record.plain) if record else ():
        if isinstance(shape, Nested) and shape.cls is Name:
            found.append(value["text"])
        elif isinstance(shape, Nested) and shape.cls is Person:
            found += value["name"].values()
        elif isinstance(shape, Nested) and shape.cls is Theme:
            found += value["label"].values()
            found += [word for words in value.get("other", {}).values() for word in words]
    return {fold(text): text for text in found}


def _sought(text: str) -> re.Pattern[str]:
    """Return what finds a name: between other letters where words have spaces, anywhere else."""
    return re.compile(rf"(?<![a-z0-9]){re.escape(text)}(?![a-z0-9])")
