"""The names of the standard library that nearly every module needs, without what it imports for them.

`typing`, `dataclasses`, `functools`, `contextlib`, `collections`, `importlib` and `json` take longer to import than Python takes to
start, and longer than a search. To the type checker the names here are theirs; at run time they are stand-ins that do
what this program needs of them. Modules that a hot command imports take these names from here; which commands those
are, and what may be imported for them, says `tests/cli/test_start.py`.
"""

from sil.light.functions import checksum, later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import defaultdict
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
    from contextlib import contextmanager, suppress
    from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
    from enum import IntEnum
    from functools import cache, cached_property, lru_cache, partial
    from importlib import import_module
    from importlib.machinery import PathFinder
    from json import loads
    from types import UnionType
    from typing import Annotated, Any, Literal, NamedTuple, Protocol, Self, TypeVar, cast, get_args, get_origin
else:
    from _collections import defaultdict
    from _collections_abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
    from _frozen_importlib_external import PathFinder
    from _functools import partial

    from sil.light.classes import MISSING, IntEnum, NamedTuple, dataclass, field, fields, is_dataclass, replace
    from sil.light.functions import (
        cache,
        cached_property,
        contextmanager,
        import_module,
        loads,
        lru_cache,
        suppress,
    )
    from sil.light.hints import Annotated, Any, Literal, Protocol, Self, TypeVar, UnionType, cast, get_args, get_origin

__all__ = [
    "MISSING",
    "TYPE_CHECKING",
    "Annotated",
    "Any",
    "Callable",
    "Collection",
    "Hashable",
    "IntEnum",
    "Iterable",
    "Iterator",
    "Literal",
    "Mapping",
    "NamedTuple",
    "PathFinder",
    "Protocol",
    "Self",
    "Sequence",
    "TypeVar",
    "UnionType",
    "cache",
    "cached_property",
    "cast",
    "checksum",
    "contextmanager",
    "dataclass",
    "defaultdict",
    "field",
    "fields",
    "get_args",
    "get_origin",
    "import_module",
    "is_dataclass",
    "later",
    "loads",
    "lru_cache",
    "partial",
    "replace",
    "suppress",
]
