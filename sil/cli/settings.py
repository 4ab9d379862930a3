"""The settings in force: each with its value and where it came from."""

import os

from sil import locate
from sil.cli.environment import Environment
from sil.cli.specs import COLOURS, FORMATS
from sil.errors import UsageError
from sil.light import Any, Callable, Mapping, NamedTuple, Sequence, cached_property
from sil.reader import AUDIENCES, LANGS

DEFAULT = "default"

ENDINGS = {"htm": "html", "markdown": "md", "txt": "terminal", "mmd": "mermaid", "gv": "dot"}
"""Endings of file names that are not the name of their format."""

SOURCES = {"yaml", "yml", "toml"}
"""Endings of records and settings, over which no answer is ever written."""

OWN_ENDING = {"docx", "xlsx", "pdf", "png", "ics"}
"""Formats whose files no program opens under the ending of another."""


class Setting(NamedTuple):
    """One setting: its name, value, and the option, variable or file that set it."""

    name: str
    value: str
    origin: str


class Settings:
    """What a run goes by; each setting is settled when it is asked for: option, variable, configuration, default."""

    def __init__(self, options: Mapping[str, Any], environment: Environment) -> None:
        self._options = options
        self._environment = environment
        self._env = environment.env

    def all(self) -> tuple[Setting, ...]:
        """Return all settings in the order they are shown."""
        return (
            self.kb,
            self.lang,
            self.audience,
            self.format,
            self.color,
            self.pager,
            self.today,
            self.cache,
            self.config,
        )

    @cached_property
    def _configured(self) -> Mapping[str, str]:
        """What the user's configuration says; a file that cannot be read is a wrong usage that names it."""
        file = locate.config_file(self._env)
        if file is None or not os.path.isfile(file):  # noqa: PTH113
            return {}
        import tomllib

        try:
            with open(file, "rb") as stream:  # noqa: PTH123
                return {key: str(value) for key, value in tomllib.load(stream).items()}
        except (OSError, ValueError) as error:
            raise UsageError("error.cannot-read", path=file, why=str(error)) from error

    @cached_property
    def kb(self) -> Setting:
        """The folder of the knowledge base."""
        configured = self._configured.get("kb")
        located = locate.knowledge_base(self._options.get("kb"), self._env, self._environment.cwd, configured)
        return Setting("kb", *located)

    @cached_property
    def lang(self) -> Setting:
        """The language of labels, messages and names."""
        return _lang(self._options, self._env, self._configured)

    @cached_property
    def audience(self) -> Setting:
        """Whom answers are for."""
        return _audience(self._options, self._env, self._configured, lambda: self.kb.value)

    @cached_property
    def format(self) -> Setting:
        """The format of the output."""
        return _format(self._options, self._configured)

    @cached_property
    def color(self) -> Setting:
        """When there is colour."""
        return _chosen("color", COLOURS, "auto", self._options, self._configured)

    @property
    def pager(self) -> Setting:
        """The command that shows a long text."""
        return Setting("pager", self._environment.pager() or "", self._origin("SIL_PAGER", "PAGER"))

    @property
    def today(self) -> Setting:
        """The day on which the program is said to run."""
        return Setting("today", self._env.get("SIL_TODAY", ""), self._origin("SIL_TODAY"))

    @property
    def cache(self) -> Setting:
        """The index file."""
        file = locate.cache_file(self.kb.value, self._env)
        return Setting("cache", file or "", self._origin("XDG_CACHE_HOME", "HOME"))

    @property
    def config(self) -> Setting:
        """The user's configuration file."""
        file = locate.config_file(self._env)
        return Setting("config", file or "", self._origin("XDG_CONFIG_HOME", "HOME"))

    def _origin(self, *names: str) -> str:
        """Return the first variable that says something."""
        return next((name for name in names if self._env.get(name)), DEFAULT)


def _chosen(
    name: str, allowed: tuple[str, ...], default: str, options: Mapping[str, Any], configured: Mapping[str, str]
) -> Setting:
    if options.get(name):
        return Setting(name, options[name], f"--{name}")
    value = configured.get(name)
    if value is None:
        return Setting(name, default, DEFAULT)
    if value not in allowed:
        raise _refused(f"config: {name}", value, allowed, name)
    return Setting(name, value, "configuration")


def _refused(where: str, value: str, allowed: Sequence[str], name: str) -> UsageError:
    from sil.cli.choices import refused  # only a mistake needs it

    return refused(where, value, allowed, name)


def _format(options: Mapping[str, Any], configured: Mapping[str, str]) -> Setting:
    if options.get("json"):
        return Setting("format", "json", "--json")
    suffix = os.path.splitext(options.get("output") or "")[1].removeprefix(".").lower()  # noqa: PTH122
    suffix = ENDINGS.get(suffix, suffix)
    endings = ", ".join((*(fmt for fmt in FORMATS if fmt != "terminal"), *ENDINGS))
    if suffix in SOURCES:
        raise UsageError("error.over-records", hint="hint.over-records", path=options["output"], endings=endings)
    if suffix and not options.get("format"):
        if suffix not in FORMATS:
            raise UsageError("error.ending", hint="hint.ending", path=options["output"], endings=endings)
        return Setting("format", suffix, "--output")
    if suffix != options.get("format") and OWN_ENDING & {suffix, options.get("format")} and suffix in FORMATS:
        raise UsageError("error.two-formats", hint="hint.two-formats", path=options["output"], format=options["format"])
    return _chosen("format", FORMATS, "terminal", options, configured)


def _said(name: str, allowed: Sequence[str], options: Mapping[str, Any], env: Mapping[str, str]) -> Setting | None:
    """Return what the option says, or else the variable `SIL_<NAME>`; UsageError for a word that is none of those allowed."""
    if options.get(name):
        return Setting(name, options[name], f"--{name}")
    variable = f"SIL_{name.upper()}"
    named = env.get(variable)
    if not named:
        return None
    if named not in allowed:
        raise _refused(variable, named, allowed, name)
    return Setting(name, named, variable)


def _lang(options: Mapping[str, Any], env: Mapping[str, str], configured: Mapping[str, str]) -> Setting:
    if said := _said("lang", LANGS, options, env):
        return said
    if "lang" in configured:
        return _chosen("lang", LANGS, "en", options, configured)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(variable):
            found = env[variable][:2].lower()
            return Setting("lang", found if found in LANGS else "en", variable)
    return Setting("lang", "en", DEFAULT)


def _audience(
    options: Mapping[str, Any], env: Mapping[str, str], configured: Mapping[str, str], root: Callable[[], str]
) -> Setting:
    """Settle whom answers are for; a word that is none of the audiences is never taken for one."""
    if said := _said("audience", AUDIENCES, options, env):
        return said
    from sil.kb.audience import own_audience

    if own := own_audience(root()):
        return Setting("audience", own, locate.SETTINGS)
    return _chosen("audience", AUDIENCES, AUDIENCES[0], options, configured)
