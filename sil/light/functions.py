"""Stand-ins for `functools`, `contextlib` and `json.loads`, and a checksum for which nothing is loaded."""

# mypy: ignore-errors

from _functools import _lru_cache_wrapper
from _imp import source_hash
from sys import modules

_SAID_OF_A_FUNCTION = ("__module__", "__name__", "__qualname__", "__doc__")


def lru_cache(maxsize):
    """Keep the latest answers of a function."""

    def kept(function):
        keeping = _lru_cache_wrapper(function, maxsize, False, lambda *counts: counts)
        for name in _SAID_OF_A_FUNCTION:
            setattr(keeping, name, getattr(function, name))
        keeping.__wrapped__ = function
        return keeping

    return kept


cache = lru_cache(None)


class cached_property:
    """A property that is worked out once for each object."""

    def __init__(self, work_out):
        self._work_out, self.__doc__ = work_out, work_out.__doc__

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._work_out(instance)
        return found


def contextmanager(function):
    """Make of a function that yields once something to enter and leave."""

    def entered(*args, **kwargs):
        return _Entered(function(*args, **kwargs))

    for name in _SAID_OF_A_FUNCTION:
        setattr(entered, name, getattr(function, name))
    return entered


class _Entered:
    def __init__(self, steps):
        self._steps = steps

    def __enter__(self):
        return next(self._steps)

    def __exit__(self, kind, error, trace):
        if error is None:
            next(self._steps, None)
            return False
        try:
            self._steps.throw(error)
        except StopIteration:
            return True
        except BaseException as raised:
            if raised is not error:
                raise
        return False


class suppress:
    """Let some errors pass."""

    def __init__(self, *errors):
        self._errors = errors

    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        return kind is not None and issubclass(kind, self._errors)


def import_module(name):
    """Return a module by its full name."""
    __import__(name)
    return modules[name]


def later(package, **where):
    """Return the `__getattr__` of a package whose names come from modules that are imported with the first use."""

    def load(name):
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return load


def checksum(data: bytes) -> int:
    """Return a checksum of 64 bits, with a sign, as SQLite keeps numbers; SipHash, by which Python knows its own sources."""
    return int.from_bytes(source_hash(0, data), "little", signed=True)


class _Reading:
    """How JSON is read; the names are those that the scanner asks for."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float


@cache
def _scanner():
    try:
        from _json import make_scanner
    except ImportError:  # the part of `json` that is written in C need not be there
        from json.scanner import py_make_scanner as make_scanner
    return make_scanner(_Reading)


def loads(text):
    """Read a JSON text; ValueError for what is none."""
    text = text.strip()
    try:
        value, end = _scanner()(text, 0)
    except StopIteration:
        raise ValueError(text[:80]) from None
    if end != len(text):
        raise ValueError(text[end : end + 80])
    return value
