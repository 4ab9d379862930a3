"""What the docstrings say of record types and their fields. For pages and schemas, made when the program is built."""

import ast
import inspect
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any


def type_doc(cls: type[Any]) -> str:
    """Return what a record type is."""
    return inspect.cleandoc(cls.__doc__ or "")


def field_docs(cls: type[Any]) -> dict[str, str]:
    """Return what each field of a record type means; fields it has from another type come first."""
    docs: dict[str, str] = {}
    for base in reversed(cls.__mro__[:-1]):
        docs.update(_docs_in(inspect.getsourcefile(base) or "").get(base.__name__, {}))
    return docs


@cache
def _docs_in(path: str) -> dict[str, dict[str, str]]:
    """Return the docstrings under the fields of all classes of a module."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    return {node.name: dict(_documented(node.body)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documented(body: list[ast.stmt]) -> list[tuple[str, str]]:
    found = []
    for field, doc in pairwise(body):
        match field, doc:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found.append((name, inspect.cleandoc(text)))
    return found
