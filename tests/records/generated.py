"""Records made by chance, along the shape of their type: plain data as the decoder makes them."""

from hypothesis import strategies as st

from sil.reader import LANGS
from sil.records.build import plain_of
from sil.records.formats import COUNTRIES
from sil.records.shape import Basic, Choice, Keyed, Many, Nested, Said
from sil.records.types import MARKS, Format, Ref
from sil.records.values import EMPTY
from sil.text.zones import zones

words = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")), min_size=1, max_size=12)
strings = words.map(str.strip).filter(bool)
slugs = st.from_regex("[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
days = st.dates().filter(lambda day: 1000 <= day.year < 2400).map(str)
dates = st.tuples(days, st.sampled_from((4, 7, 10))).map(lambda pair: pair[0][: pair[1]])
moments = dates | st.tuples(days, st.times()).map(lambda pair: f"{pair[0]}T{pair[1]:%H:%M}")
texts = st.dictionaries(st.sampled_from(LANGS), strings, min_size=1)
numbers = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)

BASIC = {"text": texts, "string": strings, "boolean": st.booleans()}
FORMATS = {
    "slug": slugs,
    "date": dates,
    "moment": moments,
    "zone": st.sampled_from(zones()),
    "country": st.sampled_from(sorted(COUNTRIES)),
    "url": strings,
}


def plain(shape):
    """Return a strategy for plain data of a shape."""
    match shape:
        case Basic(name):
            return BASIC[name]
        case Format(name):
            return FORMATS[name]
        case Ref("lesson"):
            return slugs | st.tuples(slugs, slugs).map("/".join)
        case Ref():
            return slugs
        case Choice(values):
            return st.sampled_from(values)
        case Said():
            return numbers | texts | dates | st.sampled_from(EMPTY)
        case Many(item):
            return st.lists(plain(item), min_size=1, max_size=2)
        case Keyed(key, item):
            return st.dictionaries(plain(key), plain(item), max_size=2)
        case Nested():
            return nested(shape)


@st.composite
def nested(draw, shape):
    """Draw all fields that are required and some that are not; a value that is the default is left out."""
    data = {}
    for field in shape.fields.values():
        if field.required or draw(st.integers(0, 3)) == 0:
            value = draw(paths_in(shape) if field.name == "private" else plain(field.shape))
            if field.required or value != plain_of(field.default):
                data[field.name] = value
    return data


def paths_in(shape):
    """Return a strategy for paths of fields that any record of a type can have."""
    return st.lists(
        st.sampled_from([field.name for field in shape.fields.values() if field.name not in MARKS]), min_size=1
    )


def records(cls):
    """Return a strategy for plain records of a type."""
    return nested(Nested(cls))
