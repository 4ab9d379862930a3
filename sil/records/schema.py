"""JSON Schemas of the record files, made from the record types, for editors and for other programs.

They accept what the reader accepts without an error or a warning, short forms included; what a schema cannot
say (a day that exists, an id that is known) it leaves to `sil check`.
"""

import json
from typing import Any

from sil.reader import LANGS
from sil.records.docstrings import field_docs, type_doc
from sil.records.exchange import Exchange
from sil.records.formats import COUNTRIES, DATE, FIRST_BUDDHIST_YEAR, MOMENT, SLUG, YEAR
from sil.records.organisation import Organisation
from sil.records.policy import Policy
from sil.records.rates import Rates
from sil.records.shape import Basic, Choice, Keyed, Many, Nested, Said, Shape
from sil.records.theme import Thesaurus
from sil.records.types import Claim, Format, Ref
from sil.records.values import EMPTY
from sil.text.zones import zones

Schema = dict[str, Any]

FILES: dict[str, type[Any]] = {
    "organisation.schema.json": Organisation,
    "exchange.schema.json": Exchange,
    "policy.schema.json": Policy,
    "themes.schema.json": Thesaurus,
    "rates.schema.json": Rates,
}
"""Schema files, and the type each describes."""

_COMMON_YEAR = "(1[0-9]{3}|2[0-3][0-9]{2})"

_SCALAR: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A string; what YAML takes for something else is read as typed."""

_TEXT_MAP: Schema = {
    "type": "object",
    "properties": dict.fromkeys(LANGS, _SCALAR),
    "additionalProperties": False,
    "minProperties": 1,
}

_BASIC: dict[str, Schema] = {
    "text": {
        "description": "A text: in one language, or a map of languages.",
        "anyOf": [_SCALAR, _TEXT_MAP],
    },
    "string": _SCALAR,
    "boolean": {"type": "boolean"},
}

_SAID: Schema = {
    "description": "A number, a text, an ISO date, or a kind of empty.",
    "anyOf": [{"enum": list(EMPTY)}, {"type": ["string", "number"], "pattern": r"\S"}, _TEXT_MAP],
}

_FORMATS: dict[str, Schema] = {
    "slug": {
        "description": "An id: ASCII lower-case letters, digits and single hyphens.",
        "type": ["string", "integer"],
        "pattern": f"^{SLUG}$",
    },
    "date": {
        "description": "An ISO date of any precision: 2019, 2019-07, 2019-07-03.",
        "type": ["string", "integer"],
        "pattern": f"^{DATE.replace(YEAR, _COMMON_YEAR)}$",
        "minimum": 1000,
        "exclusiveMaximum": FIRST_BUDDHIST_YEAR,
    },
    "moment": {
        "description": "An ISO date of any precision, or a day and a time of day: 2019-07-03, 2019-07-03T10:00.",
        "type": ["string", "integer"],
        "pattern": f"^({MOMENT.replace(YEAR, _COMMON_YEAR)})$",
        "minimum": 1000,
        "exclusiveMaximum": FIRST_BUDDHIST_YEAR,
    },
    "country": {
        "description": "A country: two lower-case letters of ISO 3166-1.",
        "enum": sorted(COUNTRIES),
    },
}

_LESSON: Schema = {"type": "string", "pattern": f"^({SLUG}/)?{SLUG}$"}


def schema_text(cls: type[Any]) -> str:
    """Return the text of the schema file of a type."""
    return json.dumps(schema_of(cls), ensure_ascii=False, indent=2) + "\n"


def schema_of(cls: type[Any]) -> Schema:
    """Return the schema of a file that holds one value of a type."""
    definitions: dict[str, Schema] = {}
    body = _object(Nested(cls), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": cls.__name__,
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(shape: Nested, definitions: dict[str, Schema]) -> Schema:
    docs = field_docs(shape.cls)
    fields = shape.fields.values()
    return {
        "description": type_doc(shape.cls),
        "type": "object",
        "properties": {
            field.name: {
                "description": docs[field.name],
                **_field(field.shape, field.required, definitions),
            }
            for field in fields
        },
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _field(shape: Shape, required: bool, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a field; a list it cannot do without has an item."""
    schema = _schema(shape, definitions)
    if required and isinstance(shape, Many):
        schema["anyOf"][0]["minItems"] = 1
    return schema


def _schema(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    match shape:
        case Many(item):
            one = _schema(item, definitions)
            return {"anyOf": [{"type": "array", "items": one}, one]}
        case Keyed(key, item):
            keys, values = _schema(key, definitions), _schema(item, definitions)
            return {"type": "object", "propertyNames": keys, "additionalProperties": values}
        case Nested():
            return _nested(shape, definitions)
        case Choice(values):
            return {"enum": list(values)}
        case Basic(name):
            return _define(name, _BASIC[name], definitions)
        case Said():
            return _define("value", _SAID, definitions)
        case Ref("lesson"):
            return _define("lesson", _LESSON, definitions)
        case Ref():
            return _define("slug", _FORMATS["slug"], definitions)
        case Format("zone"):
            about = "A time zone of the tz database: Asia/Bangkok, Asia/Tokyo."
            return _define("zone", {"description": about, "enum": zones()}, definitions)
        case Format(name):
            return _define(name, _FORMATS.get(name, _SCALAR), definitions)


def _define(name: str, schema: Schema, definitions: dict[str, Schema]) -> Schema:
    definitions[name] = schema
    return {"$ref": f"#/$defs/{name}"}


def _nested(shape: Nested, definitions: dict[str, Schema]) -> Schema:
    name = shape.cls.__name__
    if name not in definitions:
        definitions[name] = {}
        body = _object(shape, definitions)
        if issubclass(shape.cls, Claim) and body["required"] == ["value"]:
            body = {"anyOf": [_define("value", _SAID, definitions), body]}
        definitions[name] = body
    return {"$ref": f"#/$defs/{name}"}
