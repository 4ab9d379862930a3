"""The options that every command shares, and how a command declares its own parameters.

All without Typer, which costs more than all else that a short answer needs: `sil.cli.options` and `sil.cli.program` make
Typer's of them, `sil.cli.door` reads the plain ones itself.
"""

from sil.errors import UsageError
from sil.light import Any, NamedTuple
from sil.reader import AUDIENCES, LANGS

FORMATS = (
    "terminal",
    "md",
    "html",
    "json",
    "jsonl",
    "csv",
    "tsv",
    "svg",
    "png",
    "mermaid",
    "dot",
    "gexf",
    "docx",
    "xlsx",
    "pdf",
    "ics",
)
COLOURS = ("auto", "always", "never")


class Spec(NamedTuple):
    """One common option."""

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    is_flag: bool = False
    several: bool = False
    is_single: bool = False
    """Whether it is refused when it is given twice with different values; of another the last counts."""


GLOBAL = (
    Spec("kb", ("--kb",), "Folder of the knowledge base.", "DIR"),
    Spec("lang", ("--lang",), "Language of labels, headings, messages and names: en, th, ja.", "LANG", LANGS),
    Spec(
        "audience",
        ("--audience",),
        "Whom the answer is for: team, partners, public; what is not for them is left out.",
        "WHO",
        AUDIENCES,
        is_single=True,
    ),
    Spec("format", ("--format", "-f"), f"Format: {', '.join(FORMATS)}.", "FORMAT", FORMATS),
    Spec("json", ("--json",), "Short for --format json.", is_flag=True),
    Spec("output", ("--output", "-o"), "File to write to; - is standard output.", "FILE"),
    Spec("bom", ("--bom",), "Begin csv and tsv with the mark by which Excel knows UTF-8.", is_flag=True),
    Spec("color", ("--color",), "Colour: auto, always, never.", "WHEN", COLOURS),
    Spec("no_pager", ("--no-pager",), "Never show long output in a pager.", is_flag=True),
    Spec("no_input", ("--no-input",), "Never ask; fail instead.", is_flag=True),
    Spec("debug", ("--debug",), "Show the traceback of a crash.", is_flag=True),
)
FILTERS = (
    Spec("country", ("--country",), "Only this country (th, jp ...); may be repeated.", "COUNTRY", several=True),
    Spec("theme", ("--theme",), "Only this theme; may be repeated.", "THEME", several=True),
    Spec("kind", ("--kind",), "Only this kind of record; may be repeated.", "KIND", several=True),
    Spec("year", ("--year",), "Only this year or range of years: 2019, 2018..2019.", "YEARS"),
    Spec(
        "where", ("--where",), "Only records whose field has this value; may be repeated.", "FIELD=VALUE", several=True
    ),
    Spec("limit", ("--limit",), "At most so many.", "N"),
    Spec("as_of", ("--as-of",), "As recorded in git on this day, and as if today were that day.", "DATE"),
)
FILTER_NAMES = ("country", "theme", "kind", "year", "where", "limit")
TAKES = {
    "search": FILTER_NAMES,
    "show": (),
    "resolve": ("limit",),
    "list": FILTER_NAMES,
    "compare": ("theme", "as_of"),
    "report trip": ("as_of",),
    "report briefing": ("as_of",),
    "report theme": ("as_of",),
    "report follow-ups": ("country", "theme", "year", "as_of"),
    "report learning": ("country", "theme", "year", "as_of"),
    "report transfer": ("as_of",),
}
"""The filters that a command takes."""


def keep(options: dict[str, Any], spec: Spec, value: Any) -> None:
    """Keep the value of a common option; UsageError when it is none of the choices, or not the one given before."""
    if spec.choices and value not in spec.choices:
        from sil.cli.choices import refused  # only a mistake needs it

        raise refused(spec.flags[0], value, spec.choices, spec.name)
    before = options.pop(spec.name, value) if spec.is_single else value  # when in doubt, nothing is kept
    if before != value:
        raise UsageError("error.twice", hint="hint.twice", option=spec.flags[0], one=before, other=value)
    options[spec.name] = list(value) if spec.several else value


class Parameter:
    """What a command says of a parameter, beside its type: the arguments that Typer's own declaration takes."""

    def __init__(self, *flags: str, **said: Any) -> None:
        self.flags = flags
        self.said = said


class Argument(Parameter):
    """A parameter given by its place."""


class Option(Parameter):
    """A parameter given by its name."""
