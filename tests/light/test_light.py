"""The stand-ins do what the standard library does: the same statements are run with both, side by side."""

import collections
import contextlib
import copy
import dataclasses
import functools
import json
import pickle
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sil.light as ours
from tests.conftest import ROOT


class Theirs:
    """The same names from the standard library."""

    NamedTuple, TypeVar, Literal, Annotated = typing.NamedTuple, typing.TypeVar, typing.Literal, typing.Annotated
    dataclass, field, fields = dataclasses.dataclass, dataclasses.field, dataclasses.fields
    is_dataclass, replace, MISSING = dataclasses.is_dataclass, dataclasses.replace, dataclasses.MISSING
    cache, cached_property, lru_cache = functools.cache, functools.cached_property, functools.lru_cache
    contextmanager, loads, defaultdict = contextlib.contextmanager, json.loads, collections.defaultdict


BOTH = pytest.mark.parametrize("light", [ours, Theirs], ids=["ours", "theirs"])


def classes(light):
    class Pair(light.NamedTuple):
        """Two things."""

        first: int
        second: str = "none"

        @property
        def both(self):
            return f"{self.first}{self.second}"

        def __str__(self):
            return self.both

    @light.dataclass(frozen=True, slots=True)
    class Base:
        """What is the same in all."""

        text: str
        parts: tuple[int, ...] = ()
        more: dict = light.field(default_factory=dict, compare=False)

        def __bool__(self):
            return bool(self.text)

        @classmethod
        def of(cls, number):
            return cls(str(number), (number,))

    @light.dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        kind: str
        grade: str = "A"

    @light.dataclass(slots=True)
    class Open:
        items: list = light.field(default_factory=list)

    @light.dataclass(frozen=True, slots=True, order=True)
    class Place:
        line: int
        column: int = 0
        values: dict = light.field(default_factory=dict, compare=False)

    @light.dataclass(frozen=True)
    class Loose:
        number: int = 2

        @light.cached_property
        def double(self):
            return self.number * 2

    return Pair, Base, Derived, Open, Place, Loose


@BOTH
def test_named_tuples(light):
    pair_of, *_ = classes(light)
    pair = pair_of(1)
    assert (pair, pair.first, pair.second, pair.both, str(pair)) == ((1, "none"), 1, "none", "1none", "1none")
    assert pair_of(second="b", first=2) == (2, "b")
    assert repr(pair) == "Pair(first=1, second='none')"
    assert pair._asdict() == {"first": 1, "second": "none"}
    assert pair._replace(first=5) == (5, "none")
    assert pair_of._make([3, "c"]).second == "c"
    assert pair_of._fields == pair_of.__match_args__ == ("first", "second")
    assert (copy.copy(pair), type(copy.deepcopy(pair))) == (pair, pair_of)
    assert {pair: 1}[1, "none"] == 1
    assert pair_of.__doc__ == "Two things."
    match pair:
        case pair_of(first, second=second):
            assert (first, second) == (1, "none")
    for wrong in (pair_of, lambda: pair_of(1, "b", 3), lambda: pair_of(1, third=3)):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises((TypeError, ValueError)):  # another one from Python 3.13 on
        pair._replace(third=3)
    with pytest.raises(AttributeError):
        pair.first = 2
    with pytest.raises(AttributeError):
        pair.third = 2


@BOTH
def test_the_first_objects_and_the_many_after_them_are_alike(light):
    pair_of, base, derived, open_, *_ = classes(light)
    for number in range(100):
        assert (pair_of(number), pair_of(number, "b")) == ((number, "none"), (number, "b"))
        assert pair_of(second="b", first=number) == (number, "b")
        one, other = base("a", (number,)), derived("b", kind=number, parts=(1,))
        assert (one.text, one.parts, one.more) == ("a", (number,), {})
        assert (other.text, other.parts, other.more, other.kind, other.grade) == ("b", (1,), {}, number, "A")
        assert open_().items == []
        assert open_().items is not open_().items
        for wrong in (
            lambda: pair_of(1, first=2),
            lambda: pair_of(second="b"),
            lambda: base("a", text="b"),
            lambda: base(parts=()),
            lambda: base("a", third=3),
            lambda: derived("a", (), {}, "kind"),
        ):
            if number % 30 == 7:
                with pytest.raises(TypeError):
                    wrong()


def test_a_checksum_is_of_64_bits_and_the_same_in_every_process():
    assert ours.checksum(b"") != ours.checksum(b"\0")
    assert ours.checksum("ไทย".encode()) == -7934414844562507455
    assert all(-(2**63) <= ours.checksum(bytes([number])) < 2**63 for number in range(256))
    assert len({ours.checksum(str(number).encode()) % 2**32 for number in range(1000)}) == 1000


@BOTH
def test_data_classes(light):
    _, base, derived, *_ = classes(light)
    one = base("a", more={"x": 1})
    assert (one.text, one.parts, one.more) == ("a", (), {"x": 1})
    assert one == base("a") != base("a", (1,))
    assert (hash(one) == hash(base("a")), one == "a", bool(base(""))) == (True, False, False)
    assert base("a").more is not base("a").more
    assert repr(base.of(7)).endswith("Base(text='7', parts=(7,), more={})")
    other = derived("b", kind="k")
    assert (other.text, other.kind, other.grade, isinstance(other, base)) == ("b", "k", "A", True)
    assert other != one
    assert light.replace(other, grade="C").grade == "C"
    assert [known.name for known in light.fields(derived)] == ["text", "parts", "more", "kind", "grade"]
    assert [known.default for known in light.fields(other)][3:] == [light.MISSING, "A"]
    assert (light.is_dataclass(base), light.is_dataclass(one), light.is_dataclass(3)) == (True, True, False)
    assert (copy.copy(other), copy.deepcopy(other)) == (other, other)
    for wrong in (base, lambda: base("a", text="b"), lambda: derived("b"), lambda: light.replace(one, x=1)):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(AttributeError):
        one.text = "b"
    with pytest.raises(AttributeError):
        del one.text
    match one:
        case base(text, parts):
            assert (text, parts) == ("a", ())


@BOTH
def test_classes_that_may_change_and_classes_in_order(light):
    *_, open_, place, loose = classes(light)
    one = open_()
    one.items.append(1)
    one.items = [*one.items, 2]
    assert (one, open_()) == (open_([1, 2]), open_([]))
    with pytest.raises(TypeError):
        hash(one)
    with pytest.raises(AttributeError):
        one.none = 1
    assert sorted([place(2), place(1, 5), place(1, 2, {"x": 1})]) == [place(1, 2), place(1, 5), place(2)]
    with pytest.raises(TypeError):
        place(1) < 2  # noqa: B015
    assert (loose(), loose().double, hash(loose(3)) == hash(loose(3))) == (loose(2), 4, True)
    with pytest.raises(AttributeError):
        loose().number = 3


def test_dataclasses_takes_our_classes_for_its_own():
    _, base, derived, *_ = classes(ours)
    one = derived(text="a", kind="k")
    assert dataclasses.asdict(one) == {"text": "a", "parts": (), "more": {}, "kind": "k", "grade": "A"}
    assert dataclasses.replace(one, kind="l").kind == "l"
    assert [known.name for known in dataclasses.fields(base)] == ["text", "parts", "more"]
    assert dataclasses.is_dataclass(one)


class Kept(ours.NamedTuple):
    number: int


@ours.dataclass(frozen=True, slots=True)
class Stored:
    number: int


def test_objects_can_be_stored():
    for one in (Kept(1), Stored(1)):
        assert pickle.loads(pickle.dumps(one)) == one


@BOTH
def test_functions(light):
    calls = []

    @light.lru_cache(maxsize=2)
    def double(number):
        """Twice."""
        calls.append(number)
        return 2 * number

    assert [double(1), double(1), double(number=2)] == [2, 2, 4]
    assert (calls, double.__name__, double.__doc__) == ([1, 2], "double", "Twice.")
    double.cache_clear()
    double(1)
    assert calls == [1, 2, 1]
    assert double.__wrapped__(4) == 8

    class Costly:
        @light.cached_property
        def worth(self):
            """What it is worth."""
            calls.append("worth")
            return 5

    costly = Costly()
    assert [costly.worth, costly.worth, vars(costly)] == [5, 5, {"worth": 5}]
    assert (calls.count("worth"), Costly.worth.__doc__) == (1, "What it is worth.")
    counted = light.defaultdict(list)
    counted["a"].append(1)
    assert counted == {"a": [1]}


@BOTH
def test_something_to_enter_and_leave(light):
    seen = []

    class House:
        @light.contextmanager
        def opened(self, name):
            seen.append(f"in {name}")
            try:
                yield name
            except KeyError:
                seen.append("forgiven")
            except IndexError as error:
                raise ValueError(name) from error
            finally:
                seen.append("out")

    with House().opened("a") as name:
        assert name == "a"
    with House().opened("b"):
        raise KeyError
    with pytest.raises(ValueError, match="c"), House().opened("c"):
        raise IndexError
    with pytest.raises(OSError, match="d"), House().opened("d"):
        raise OSError("d")
    assert seen == ["in a", "out", "in b", "forgiven", "out", "in c", "out", "in d", "out"]
    assert House.opened.__name__ == "opened"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON, st.booleans(), st.sampled_from([None, 2]))
def test_json_is_read_as_it_was_written(value, escaped, indent):
    assert ours.loads(json.dumps(value, ensure_ascii=escaped, indent=indent) + "\n") == value


@BOTH
@pytest.mark.parametrize("text", ["", " ", "{", "[1,]", "{} x", "nul", "'a'", '"a\nb"', "1 2", '{"a" 1}'])
def test_what_is_no_json_is_refused(light, text):
    with pytest.raises(ValueError):
        light.loads(text)


def test_hints_are_what_they_were_written_with():
    choice, marked = ours.Literal["a", "b"], ours.Annotated[str, "mark"]
    for hint, origin, args in (
        (choice, ours.Literal, ("a", "b")),
        (marked, ours.Annotated, (str, "mark")),
        (choice | None, ours.UnionType, (choice, type(None))),
        (None | choice, ours.UnionType, (type(None), choice)),
        (str | None, ours.UnionType, (str, type(None))),
        (tuple[str, ...], tuple, (str, ...)),
        (str, None, ()),
    ):
        assert (ours.get_origin(hint), ours.get_args(hint)) == (origin, args)
    assert (choice == ours.Literal["a", "b"], choice == ours.Literal["a"], len({choice, ours.Literal["a", "b"]})) == (
        True, False, 1,
    )  # fmt: skip
    assert repr(choice) == "Literal['a', 'b']"
    variable = ours.TypeVar("variable", int, str)
    assert ours.Callable[[variable], variable | None]


def test_every_name_is_there_for_the_type_checker_too():
    text = (ROOT / "sil/light/__init__.py").read_text("utf-8")
    real, _, light = text.partition("else:")
    for name in ours.__all__:
        assert hasattr(ours, name)
        assert name in real
        assert name in light or name == "TYPE_CHECKING"
