"""Rules that records keep among each other. The first line of each rule says what is asked of them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sil.problem import Problem
from sil.records.load import LoadedRecord, load_folder
from sil.records.rules.claims import (
    buddhist_years,
    claims_without_source,
    derived_without_note,
    rates_twice,
    rates_unusable,
)
from sil.records.rules.exchanges import applied_without_evidence, done_without_evidence, dropped_without_reason
from sil.records.rules.marks import hidden_names_in_open_texts, marks_that_hide_more
from sil.records.rules.names import look_alikes, missing_languages, preferred_twice, unresolved_without_candidates
from sil.records.rules.records import Records, Seen
from sil.records.rules.references import (
    circles,
    dangling_ids,
    ids_used_twice,
    inner_ids_used_twice,
    self_references,
    undefined_sources,
    unused_sources,
)
from sil.records.rules.texts import mistyped_thai, texts_under_another_language, unseen_characters
from sil.records.rules.times import backward_spans, dates_after_check, history_out_of_order, times_without_zone

RECORD_RULES: tuple[Callable[[Seen], Iterator[Problem]], ...] = (
    dangling_ids,
    undefined_sources,
    unused_sources,
    claims_without_source,
    backward_spans,
    history_out_of_order,
    dates_after_check,
    times_without_zone,
    applied_without_evidence,
    dropped_without_reason,
    done_without_evidence,
    derived_without_note,
    inner_ids_used_twice,
    preferred_twice,
    self_references,
    missing_languages,
    buddhist_years,
    rates_unusable,
    rates_twice,
    unresolved_without_candidates,
    marks_that_hide_more,
    mistyped_thai,
    unseen_characters,
    texts_under_another_language,
)
"""Rules that look at one record at a time."""

FOLDER_RULES: tuple[Callable[[Records], Iterator[Problem]], ...] = (
    look_alikes,
    ids_used_twice,
    circles,
    hidden_names_in_open_texts,
)
"""Rules that look at all records together."""


def check_records(records: Iterable[LoadedRecord], broken: Iterable[tuple[str, str]] = ()) -> list[Problem]:
    """Return what is wrong among records; `broken` are kind and id of those that are there and cannot be read."""
    known = Records(records, broken)
    found = [fault for rule in FOLDER_RULES for fault in rule(known)]
    for record in known.all:
        seen = Seen(record, known)
        found.extend(fault for rule in RECORD_RULES for fault in rule(seen))
    return sorted(found)


def check_folder(root: Path) -> list[Problem]:
    """Return all that is wrong in a knowledge base, in the order of files and lines."""
    folder = load_folder(root)
    return sorted([*folder.problems, *check_records(folder.records, folder.broken)])
