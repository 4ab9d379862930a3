"""Stand-ins for `typing`: hints that say what they were written with, and nothing else."""

# mypy: ignore-errors


class Hint:
    """A hint that is no class; `A | B` of hints is one too, with `Either` as its origin."""

    def __init__(self, origin, args=(), metadata=()):
        self.__origin__ = origin
        self.__args__ = args
        self.__metadata__ = metadata

    def __or__(self, other):
        return Hint(Either, (self, other))

    def __ror__(self, other):
        return Hint(Either, (other, self))

    def __eq__(self, other):
        return isinstance(other, Hint) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{getattr(self.__origin__, '__name__', self.__origin__)}[{', '.join(map(repr, self.__args__))}]"


class Either:
    """The origin of `A | B` where one of the two is no class."""


class Literal:
    """`Literal["a", "b"]`."""

    def __class_getitem__(cls, values):
        """Return the hint of some values."""
        return Hint(cls, values if isinstance(values, tuple) else (values,))


class Annotated:
    """`Annotated[hint, mark]`: the hint is the origin, as in `typing`."""

    def __class_getitem__(cls, said):
        """Return the hint with its marks."""
        return Hint(said[0], said[:1], said[1:])


class TypeVar(Hint):
    """A name that stands for a class."""

    def __init__(self, name, *among):
        super().__init__(name, among)


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
