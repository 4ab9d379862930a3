"""The settings of a knowledge base, from its `sil.toml`: what the files of records cannot say."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sil.errors import KnowledgeBaseError, UsageError
from sil.index import Index
from sil.index.filters import NONE
from sil.locate import SETTINGS
from sil.problem import Problem
from sil.reader import AUDIENCES, LANGS, Audience
from sil.records.codes import problem

_LACKS_LANGUAGES = "SIL219"

_KNOWN = {"title", "languages", "licence", "home_country", "searches", "audience"}
"""Settings there are; another one is a slip, and what it was meant to say would be lost."""


@dataclass(frozen=True, slots=True)
class KnowledgeBaseSettings:
    """What `sil.toml` says; each has a default, so the file may be missing."""

    home_country: str = ""
    """Code of the country whose side the readers are on; its column stands first."""
    searches: Mapping[str, str] = field(default_factory=dict)
    """Saved searches: queries by name, asked as `sil search @name`."""
    languages: tuple[str, ...] = LANGS
    """Languages in which texts are to be there; `sil check` misses no other."""
    audience: Audience | None = None
    """Whom answers are for when nobody says."""

    def saved(self, query: str) -> str:
        """Return a query in which the saved one stands for its name, `@name` and what follows.

        Raises UsageError when there is none of this name.
        """
        name, _, more = query[1:].partition(" ")
        saved = self.searches.get(name)
        if saved is None:
            known = ", ".join(f"@{name}" for name in self.searches)
            message = "error.no-saved-search" if known else "error.nothing-saved"
            raise UsageError(message, hint="hint.no-saved-search", name=name, known=known)
        return f"{saved} {more}".strip()


def settings_of(root: Path) -> KnowledgeBaseSettings:
    """Read the settings of a knowledge base.

    Raises KnowledgeBaseError when the file is no TOML, a setting is unknown, or one has the wrong type.
    """
    path = root / SETTINGS
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return KnowledgeBaseSettings()
    except (OSError, ValueError) as error:
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=str(error)) from error
    searches = found.get("searches", {})
    if not isinstance(searches, dict):
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=f"searches: {searches!r}")
    if unknown := [name for name in found if name not in _KNOWN]:
        why = f"{', '.join(unknown)}: ? ({', '.join(sorted(_KNOWN))})"
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=why)
    audience = _text(found, "audience", path)
    if "audience" in found and audience not in AUDIENCES:
        raise KnowledgeBaseError(
            "error.bad-settings", path=str(path), why=f"audience: {audience!r} ({', '.join(AUDIENCES)})"
        )
    languages = found.get("languages", list(LANGS))
    if not isinstance(languages, list) or not languages or not set(map(str, languages)) <= set(LANGS):
        why = f"languages: {languages!r} ({', '.join(LANGS)})"
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=why)
    return KnowledgeBaseSettings(
        languages=tuple(languages),
        home_country=_text(found, "home_country", path),
        audience=next((known for known in AUDIENCES if known == audience), None),
        searches={name: _text(searches, name, path) for name in searches},
    )


def as_spoken(problems: Iterable[Problem], root: Path) -> Iterator[Problem]:
    """Yield problems; of texts that lack languages, those that lack one of the knowledge base, and which."""
    try:
        languages = settings_of(root).languages
    except KnowledgeBaseError:  # a problem of its own
        languages = LANGS
    for one in problems:
        missing = [lang for lang in str(one.values.get("missing", "")).split(", ") if lang in languages]
        if one.code != _LACKS_LANGUAGES:
            yield one
        elif missing:
            yield replace(one, values={**one.values, "missing": ", ".join(missing)})


def settings_problems(root: Path, index: Index) -> Iterator[Problem]:
    """Yield what is wrong with the settings: a file that cannot be read, and saved searches that cannot be asked."""
    from sil.query import search

    try:
        searches = settings_of(root).searches
    except KnowledgeBaseError as error:
        yield problem("SIL305", SETTINGS, reason=str(error.values["why"]))
        return
    for name, query in searches.items():
        try:
            search(index, query, NONE, limit=1)
        except UsageError:
            yield problem("SIL306", SETTINGS, _line(root / SETTINGS, name), found=name, query=query)


def _line(path: Path, name: str) -> int:
    """Return the line on which a saved search stands; 0 if it is not plain to see."""
    lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
    return next((number for number, line in lines if line.partition("=")[0].strip().strip("\"'") == name), 0)


def _text(found: dict[str, Any], key: str, path: Path) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise KnowledgeBaseError("error.bad-settings", path=str(path), why=f"{key}: {value!r}")
    return value
