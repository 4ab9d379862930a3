"""Stand-ins for `typing.NamedTuple` and `dataclasses`: classes made of their fields.

What the standard library compiles for each class when it is defined - most of what importing a module costs - is
compiled here for a class of which many objects are made; the first few are made field by field.
"""

# mypy: ignore-errors

from _collections import _tuplegetter
from _operator import attrgetter

from sil.light.hints import hints_in

_FEW = 24
"""Objects of one class that take as long, made field by field, as compiling what makes them."""
_left = {}
"""How many objects of a class are still to be made field by field."""


def _are_few(cls):
    """Say whether few objects of a class have been made yet; counts them."""
    left = _left[cls] = _left.get(cls, _FEW) - 1
    return left >= 0


class _NamedTupleMeta(type):
    """Makes a tuple with names of a class whose direct base is `NamedTuple`."""

    def __new__(cls, name, bases, namespace):
        if tuple not in bases:
            names = tuple(hints_in(namespace))
            namespace["_field_defaults"] = {key: namespace[key] for key in names if key in namespace}
            namespace["_fields"] = namespace["__match_args__"] = names
            namespace.update({key: _tuplegetter(place, None) for place, key in enumerate(names)})
            namespace["__slots__"] = ()
        return super().__new__(cls, name, bases, namespace)


class NamedTuple(tuple, metaclass=_NamedTupleMeta):
    """A tuple whose places have names; it cannot be derived from further."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        """Make an object; when they are many, compile what makes the further ones, as when the values do not fit."""
        known, names = cls._field_defaults, cls._fields
        if len(args) == len(names) and not kwargs:
            return tuple.__new__(cls, args)
        if _are_few(cls) and kwargs.keys().isdisjoint(names[: len(args)]):
            values = known | dict(zip(names, args, strict=False)) | kwargs
            if len(values) == len(names) >= len(args) and values.keys() == set(names):
                return tuple.__new__(cls, map(values.__getitem__, names))
        said = ", ".join(f"{name}=_known[{name!r}]" if name in known else name for name in cls._fields)
        source = f"lambda _cls, {said}: _new(_cls, ({', '.join(cls._fields)},))"
        cls.__new__ = eval(source, {"_new": tuple.__new__, "_known": known})  # noqa: S307 - names of fields
        return cls.__new__(cls, *args, **kwargs)

    @classmethod
    def _make(cls, values):
        return tuple.__new__(cls, values)

    def _replace(self, **changed):
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"no such fields: {', '.join(changed)}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"


class _IntEnumMeta(type):
    """Makes members of the numbers in the body of a class."""

    def __new__(cls, name, bases, namespace):
        numbers = {key: value for key, value in namespace.items() if not key.startswith("_")}
        made = super().__new__(cls, name, bases, {key: namespace[key] for key in namespace if key not in numbers})
        made._members = {key: int.__new__(made, value) for key, value in numbers.items()}
        for key, member in made._members.items():
            member.name, member.value = key, int(member)
            setattr(made, key, member)
        return made

    def __iter__(cls):
        return iter(cls._members.values())


class IntEnum(int, metaclass=_IntEnumMeta):
    """Numbers that have names."""

    def __new__(cls, value):
        for member in cls:
            if member == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"

    def __reduce__(self):
        return type(self), (int(self),)


class _Missing:
    """The default of a field that has none."""

    def __repr__(self):
        return "MISSING"


MISSING = _Missing()


class field:
    """A field of a data class; `name`, `type` and `kw_only` come from its class."""

    def __init__(self, *, default=MISSING, default_factory=MISSING, compare=True):
        self.default = default
        self.default_factory = default_factory
        self.compare = compare


def dataclass(*, frozen=False, slots=False, kw_only=False, order=False):
    """Make a class of its fields."""
    shared = {**_COMMON, **(_FROZEN if frozen else {"__hash__": None}), **(_ORDERED if order else {})}

    def made(cls):
        namespace = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
        known = {name: one for base in cls.__mro__[:0:-1] for name, one in vars(base).get(_FIELDS, {}).items()}
        own = hints_in(namespace)
        for name, hint in own.items():
            default = namespace.pop(name, MISSING)
            known[name] = one = default if isinstance(default, field) else field(default=default)
            one.name, one.type, one.kw_only = name, hint, kw_only
        return type(cls)(
            cls.__name__,
            cls.__bases__,
            {
                **shared,
                "__match_args__": tuple(name for name, one in known.items() if not one.kw_only),
                **namespace,
                **({"__slots__": tuple(own)} if slots else {}),
                "__init__": _init,
                "__dataclass_fields__": _FieldsOfDataclasses(),
                _FIELDS: known,
                _VALUES: staticmethod(attrgetter(*(name for name, one in known.items() if one.compare))),
            },
        )

    return made


_FIELDS, _VALUES = "__light_fields__", "__light_values__"


def fields(of):
    """Return the fields of a data class, or of an object of one."""
    return tuple(of.__light_fields__.values())


def is_dataclass(what):
    """Say whether something is a data class, or an object of one."""
    return hasattr(what, _FIELDS)


def replace(one, /, **changed):
    """Return an object like another, with some fields changed."""
    return type(one)(**{name: getattr(one, name) for name in one.__light_fields__} | changed)


def _init(self, *args, **kwargs):
    """Begin an object; when they are many, compile `__init__` for the further ones, as when the values do not fit."""
    cls = type(self)
    if _are_few(cls) and (values := _values(cls, args, kwargs)):
        for name, value in values.items():
            object.__setattr__(self, name, value)
        return
    scope, said, body = {"_MISSING": MISSING, "_set": object.__setattr__}, [], []
    is_frozen = cls.__setattr__ is _refuse
    for name, one in cls.__light_fields__.items():
        if one.kw_only and "*" not in said:
            said.append("*")
        scope |= {f"_default_{name}": one.default, f"_made_{name}": one.default_factory}
        is_made = one.default_factory is not MISSING
        said.append(name if one.default is MISSING and not is_made else f"{name}=_default_{name}")
        value = f"_made_{name}() if {name} is _MISSING else {name}" if is_made else name
        body.append(f"    _set(self, {name!r}, {value})\n" if is_frozen else f"    self.{name} = {value}\n")
    exec(f"def __init__(self, {', '.join(said)}):\n{''.join(body)}", scope)  # noqa: S102 - names of fields
    cls.__init__ = scope["__init__"]
    self.__init__(*args, **kwargs)


def _values(cls, args, kwargs):
    """Return the values of all fields of a new object; None where those given do not fit."""
    given = dict(zip(cls.__match_args__, args, strict=False))
    if len(given) < len(args) or not kwargs.keys().isdisjoint(given):
        return None
    given.update(kwargs)
    values = {}
    for name, one in cls.__light_fields__.items():
        value = given.pop(name, MISSING)
        if value is MISSING:
            value = one.default if one.default_factory is MISSING else one.default_factory()
        if value is MISSING:
            return None
        values[name] = value
    return None if given else values


class _FieldsOfDataclasses:
    """What `dataclasses` asks a class for, so that its functions take the classes of here; it makes that itself."""

    def __get__(self, instance, owner):
        import dataclasses

        def real(one):
            default = {
                name: vars(one)[name] for name in ("default", "default_factory") if vars(one)[name] is not MISSING
            }
            return dataclasses.field(kw_only=one.kw_only, compare=one.compare, **default)

        said = [(one.name, one.type, real(one)) for one in fields(owner)]
        return dataclasses.make_dataclass(owner.__name__, said).__dataclass_fields__


def _eq(self, other):
    return self.__light_values__(self) == other.__light_values__(other) if type(other) is type(self) else NotImplemented


def _less(self, other):
    return self.__light_values__(self) < other.__light_values__(other) if type(other) is type(self) else NotImplemented


def _hash(self):
    return hash(self.__light_values__(self))


def _repr(self):
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__light_fields__)})"


def _state(self):
    return [getattr(self, name) for name in self.__light_fields__]


def _set_state(self, state):
    for name, value in zip(self.__light_fields__, state, strict=True):
        object.__setattr__(self, name, value)


def _refuse(_self, name, *_):
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change the field {name!r}")


_COMMON = {"__eq__": _eq, "__repr__": _repr, "__getstate__": _state, "__setstate__": _set_state}
_FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__hash__": _hash}
_ORDERED = {"__lt__": _less}
