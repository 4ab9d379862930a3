"""Rules about names and texts: who is who, and in which languages it is said."""

import unicodedata
from collections.abc import Iterator

from sil.problem import Problem
from sil.reader import LANGS
from sil.records.load import LoadedRecord
from sil.records.organisation import Person
from sil.records.rules.records import Records, Seen, fault
from sil.records.shape import Basic, Said

_TOLD_APART_BY = ("possibly-same-as", "not-to-be-confused-with", "part-of", "successor-of", "sibling-of")


def look_alikes(records: Records) -> Iterator[Problem]:
    """Find organisations that share a name or number and have no relation that tells them apart."""
    told_apart = {
        frozenset((record.id, relation["to"]))
        for record in records.of_kind("org")
        for relation in record.plain.get("relations", ())
        if relation["kind"] in _TOLD_APART_BY
    }
    first: dict[str, LoadedRecord] = {}
    for record in records.of_kind("org"):
        for at, sign, shown in _signs(record):
            other = first.setdefault(sign, record)
            pair = frozenset((record.id, other.id))
            if len(pair) == 2 and pair not in told_apart:
                told_apart.add(pair)
                yield fault(record, "SIL213", at, found=record.id, other=other.id, shared=shown)


def _signs(record: LoadedRecord) -> Iterator[tuple[str, str, str]]:
    """Yield what an organisation can be known by: path, folded form, form to show."""
    for index, name in enumerate(record.plain["names"]):
        folded = " ".join(unicodedata.normalize("NFKC", name["text"]).casefold().split())
        yield f"names.{index}", folded, name["text"]
    for index, number in enumerate(record.plain.get("identifiers", ())):
        shown = f"{number['scheme']} {number['value']}"
        yield f"identifiers.{index}", f"\0{shown}", shown


def preferred_twice(seen: Seen) -> Iterator[Problem]:
    """Find languages with more than one preferred name."""
    first: dict[str, str] = {}
    for index, name in enumerate(seen.plain.get("names", ())):
        if name.get("preferred"):
            other = first.setdefault(name["lang"], name["text"])
            if other != name["text"]:
                yield seen.problem("SIL216", f"names.{index}.preferred", lang=name["lang"], other=other)


def missing_languages(seen: Seen) -> Iterator[Problem]:
    """Find texts that lack a language; names of persons stand in the scripts seen."""
    persons = {f"{at}.name" for at, _ in seen.nested(Person)}
    for at, shape, value in seen.parts:
        if at in persons:
            continue
        if shape == Basic("text") or (isinstance(shape, Said) and isinstance(value, dict)):
            missing = [lang for lang in LANGS if lang not in value]
            if missing:
                yield seen.problem("SIL219", at, missing=", ".join(missing))


def unresolved_without_candidates(seen: Seen) -> Iterator[Problem]:
    """Find organisations that are not resolved and name nobody they may be (`possibly-same-as`)."""
    kinds = {relation["kind"] for relation in seen.plain.get("relations", ())}
    if seen.plain.get("resolved") is False and "possibly-same-as" not in kinds:
        yield seen.problem("SIL221", "resolved", found=seen.record.id)
