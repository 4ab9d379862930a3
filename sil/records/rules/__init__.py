"""Rules that records keep among each other. The first line of each rule says what is asked of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sil.problem import Problem
from sil.records.load import LoadedFile, LoadedRecord, load_folder
from sil.records.rules.claims import (
    buddhist_years,
    claims_without_source,
    derived_without_note,
    rates_twice,
    rates_unusable,
)
from sil.records.rules.days import (
    dates_to_come,
    due_before_promised,
    follows_a_later_one,
    held_before_it_began,
    kept_with_what_was_not_held,
    lessons_before_the_visit,
    planned_though_over,
    programme_outside_dates,
    standing,
)
from sil.records.rules.exchanges import applied_without_evidence, done_without_evidence, dropped_without_reason
from sil.records.rules.marks import hidden_names_in_open_texts, marks_that_hide_more
from sil.records.rules.names import look_alikes, missing_languages, preferred_twice, unresolved_without_candidates
from sil.records.rules.records import Records, Seen, SeenRemnant, as_in_file, remnants_of
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
    planned_though_over,
    held_before_it_began,
    lessons_before_the_visit,
    programme_outside_dates,
    dates_to_come,
    due_before_promised,
    kept_with_what_was_not_held,
    follows_a_later_one,
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

WHOLE_ONLY = frozenset({unused_sources, marks_that_hide_more})
"""Rules that look at whole records only: of a remnant they would say what may not be so."""

FOLDER_RULES: tuple[Callable[[Records], Iterator[Problem]], ...] = (
    look_alikes,
    ids_used_twice,
    circles,
    hidden_names_in_open_texts,
)
"""Rules that look at all records together."""


def check_records(records: Iterable[LoadedRecord], broken: Iterable[LoadedFile] = ()) -> list[Problem]:
    """Return what is wrong among records; of `broken` files something could not be read.

    What is good of a part that could not be read is looked at too, so that all can be mended at once.
    """
    known = Records(records, broken)
    found = [fault for rule in FOLDER_RULES for fault in rule(known)]
    for record in known.all:
        seen = Seen(record, known)
        found.extend(fault for rule in RECORD_RULES for fault in rule(seen))
    found = [_as_in_file(fault, known) for fault in found]
    for file in known.broken.values():
        for left in remnants_of(file, known):
            rules = (rule for rule in RECORD_RULES if rule not in WHOLE_ONLY)
            found.extend(_as_in_file(fault, known, left) for rule in rules for fault in rule(left))
    return sorted(found)


_PATHS = {"SIL215": ("field", "other"), "SIL229": ("field", "other")}
"""Values of a fault that are paths in its record; of all others only `field` is."""


def _as_in_file(fault: Problem, known: Records, left: SeenRemnant | None = None) -> Problem:
    """Return a fault whose paths count lists as its file does, where some of their items could not be read."""
    file = known.broken.get(fault.path)
    if file is None or file.kind == "theme":
        return fault
    paths = {
        name: as_in_file(str(fault.values[name]), file, left.at if left else "")
        for name in _PATHS.get(fault.code, ("field",))
        if name in fault.values
    }
    return replace(fault, values={**fault.values, **paths})


def check_folder(root: Path, today: str | None = None) -> list[Problem]:
    """Return all that is wrong in a knowledge base on a day (ISO date), or on any, in the order of files and lines."""
    folder = load_folder(root)
    found = sorted([*folder.problems, *check_records(folder.records, folder.broken)])
    return found if today is None else standing(found, today)
