"""The faults that can be found in a knowledge base: one table from code to level and title.

SIL0xx: a file cannot be read as YAML. SIL1xx: a record has not the shape of its type. SIL2xx: records do not
agree with each other or with themselves. SIL3xx: the folder. The sentences stand in the labels
`problem.<code>` and `hint.<code>`; where the nearest allowed value is known, `hint.<code>.nearest` names it.
A code is never used again for something else.
"""

from sil.light import dataclass
from sil.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault."""

    level: Level
    title: str
    """What is wrong, in one line."""
    values: tuple[str, ...] = ()
    """Names of the values its message fills in."""


CODES: dict[str, Code] = {
    "SIL001": Code("error", "file cannot be read", ("reason",)),
    "SIL002": Code("error", "not a file that can be read: a folder, a device or a pipe"),
    "SIL003": Code("error", "link that leads nowhere"),
    "SIL004": Code("error", "file too large", ("size", "limit")),
    "SIL005": Code("error", "text not in UTF-8", ("byte", "guess")),
    "SIL006": Code("error", "character that cannot stand in a text", ("character",)),
    "SIL007": Code("error", "empty file"),
    "SIL008": Code("error", "not YAML", ("reason",)),
    "SIL009": Code("error", "several documents in one file"),
    "SIL010": Code("error", "top of the file is not a map of fields"),
    "SIL011": Code("error", "key written twice", ("name", "first_line")),
    "SIL012": Code("error", "YAML tag", ("tag",)),
    "SIL013": Code("error", "alias to nothing, or to what it stands in", ("alias",)),
    "SIL014": Code("error", "too many values", ("limit",)),
    "SIL015": Code("error", "nested too deep", ("limit",)),
    "SIL016": Code("error", "key that is not a word"),
    "SIL017": Code("error", "tab used to indent"),
    "SIL018": Code("error", "colon inside a text without quotes"),
    "SIL019": Code("error", "quotation mark that is never closed"),
    "SIL020": Code("error", "more faults in the file than are shown", ("count",)),
    "SIL101": Code("error", "unknown field", ("field", "name", "allowed", "nearest")),
    "SIL102": Code("error", "required field missing", ("field",)),
    "SIL103": Code("error", "text expected", ("field", "found")),
    "SIL104": Code("error", "map of fields expected", ("field", "found")),
    "SIL105": Code("error", "number, text, date or kind of empty expected", ("field", "found")),
    "SIL106": Code("error", "true or false expected", ("field", "found")),
    "SIL107": Code("error", "value not allowed", ("field", "found", "allowed", "nearest")),
    "SIL108": Code("error", "bad id", ("field", "found", "nearest")),
    "SIL109": Code("error", "no such date, or not written as a date", ("field", "found", "nearest")),
    "SIL110": Code("error", "year of the Buddhist era", ("field", "found", "nearest")),
    "SIL111": Code("error", "not a country code", ("field", "found", "nearest")),
    "SIL112": Code("error", "not a language of the knowledge base", ("field", "found", "allowed", "nearest")),
    "SIL113": Code("warning", "field with nothing in it", ("field",)),
    "SIL114": Code("error", "file name is not the id", ("found", "expected")),
    "SIL115": Code("error", "number not written in plain digits", ("field", "found", "nearest")),
    "SIL116": Code("error", "no such date or time, or not written as one", ("field", "found", "nearest")),
    "SIL117": Code("error", "not a time zone", ("field", "found", "nearest")),
    "SIL118": Code("error", "mark with nothing in it", ("field",)),
    "SIL119": Code("error", "path that names no field", ("field", "found", "allowed", "nearest")),
    "SIL201": Code("error", "no record with this id", ("field", "found", "nearest")),
    "SIL202": Code("error", "source not defined", ("field", "found", "nearest")),
    "SIL203": Code("warning", "source never used", ("found",)),
    "SIL204": Code("warning", "claim without a source", ("field",)),
    "SIL205": Code("note", "bare value without a source", ("field",)),
    "SIL206": Code("error", "end before start", ("field", "start", "end")),
    "SIL207": Code("warning", "history out of order", ("field", "earlier", "later")),
    "SIL208": Code("warning", "date after the day of the last check", ("field", "found", "checked")),
    "SIL209": Code("error", "lesson applied without evidence", ("found", "state")),
    "SIL210": Code("error", "promise dropped without a reason", ("found",)),
    "SIL211": Code("error", "promise kept without evidence", ("found",)),
    "SIL212": Code("warning", "derived claim without its arithmetic", ("field",)),
    "SIL213": Code("warning", "two records that look like one organisation", ("found", "other", "shared")),
    "SIL214": Code("error", "id used twice", ("found", "other")),
    "SIL215": Code("error", "id used twice within a record", ("found", "other")),
    "SIL216": Code("error", "more than one preferred name in a language", ("field", "lang", "other")),
    "SIL217": Code("error", "record refers to itself", ("field", "found")),
    "SIL218": Code("error", "circle", ("field", "circle")),
    "SIL219": Code("note", "text missing in a language", ("field", "missing")),
    "SIL220": Code("warning", "year of the Buddhist era in a claim", ("field", "found", "nearest")),
    "SIL221": Code("warning", "unresolved organisation without candidates", ("found",)),
    "SIL222": Code("warning", "time of day without a time zone", ("field", "found", "nearest")),
    "SIL223": Code("error", "exchange rate that cannot be used", ("field",)),
    "SIL224": Code("warning", "mark that hides more than it names", ("field", "hidden")),
    "SIL225": Code("warning", "name of what is hidden in an open text", ("field", "found", "hidden")),
    "SIL226": Code("warning", "Thai typed with signs that only look right", ("field", "found", "codes", "nearest")),
    "SIL227": Code("warning", "character that nobody sees", ("field", "found")),
    "SIL228": Code("warning", "text under the wrong language", ("field", "lang", "found")),
    "SIL229": Code("warning", "two exchange rates for one day", ("field", "base", "unit", "found", "other")),
    "SIL230": Code("warning", "exchange still planned though its dates are over", ("end",)),
    "SIL231": Code("warning", "exchange held before it begins", ("start",)),
    "SIL232": Code("warning", "lesson seen in an exchange that is still to come", ("found", "grade", "start")),
    "SIL233": Code("warning", "part of a programme outside the dates of the exchange", ("found", "start", "end")),
    "SIL234": Code("warning", "date still to come", ("field", "found")),
    "SIL235": Code("warning", "promise due before it was made", ("found", "due", "made")),
    "SIL236": Code("warning", "promise kept with an exchange that was not held", ("found", "other", "status")),
    "SIL237": Code("warning", "exchange follows one that begins later", ("other", "start", "later")),
    "SIL301": Code("error", "no data folder"),
    "SIL302": Code("error", "folder cannot be read", ("reason",)),
    "SIL303": Code("warning", "file that is not read", ("found", "nearest")),
    "SIL304": Code("warning", "folder that is not read", ("found", "allowed", "nearest")),
    "SIL305": Code("error", "settings cannot be read", ("reason",)),
    "SIL306": Code("error", "saved search that cannot be asked", ("found", "query")),
}


def problem(code: str, path: str, line: int = 0, column: int = 0, /, **values: str | int) -> Problem:
    """Make a problem with the level of its code."""
    return Problem(path, line, column, code, CODES[code].level, values)
