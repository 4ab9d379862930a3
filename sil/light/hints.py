"""Stand-ins for `typing`: hints that say what they were written with, and nothing else."""

# mypy: ignore-errors

UnionType = type(int | str)


class Hint:
    """A hint that is no class, `A | B` with such a one included."""

    def __init__(self, origin, *args):
        self.__origin__ = origin
        self.__args__ = args

    def __or__(self, other):
        return Hint(UnionType, self, type(None) if other is None else other)

    def __ror__(self, other):
        return Hint(UnionType, type(None) if other is None else other, self)

    def __eq__(self, other):
        return isinstance(other, Hint) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{getattr(self.__origin__, '__name__', self.__origin__)}[{', '.join(map(repr, self.__args__))}]"


def get_origin(hint):
    """Return what a hint was made of: `Literal`, `Annotated`, a container, `UnionType`; None for a class."""
    return UnionType if isinstance(hint, UnionType) else getattr(hint, "__origin__", None)


def get_args(hint):
    """Return what stands in the brackets of a hint, or between the bars."""
    return getattr(hint, "__args__", ())


class Literal:
    """`Literal["a", "b"]`."""

    def __class_getitem__(cls, values):
        """Return the hint of some values."""
        return Hint(cls, *(values if isinstance(values, tuple) else (values,)))


class Annotated:
    """`Annotated[hint, mark]`."""

    def __class_getitem__(cls, said):
        """Return the hint with its marks."""
        return Hint(cls, *said)


class TypeVar(Hint):
    """A name that stands for a class."""

    def __init__(self, name, *among):
        super().__init__(name, *among)


class Any:
    """Anything."""


class Protocol:
    """What others have, said by a class."""


Self = Hint("Self")


def cast(_hint, value):
    """Return the value."""
    return value


def hints_in(namespace):
    """Return the hints in the body of a class; from Python 3.14 on they are worked out when somebody asks."""
    work_out = namespace.get("__annotate_func__") or namespace.get("__annotate__")
    return namespace.get("__annotations__") or (work_out(1) if work_out else {})
