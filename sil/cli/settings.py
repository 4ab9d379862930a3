"""The settings in force: each with its value and where it came from."""

import tomllib
from pathlib import Path

from sil import locate
from sil.cli.environment import Environment
from sil.cli.specs import COLOURS, FORMATS, LANGS
from sil.errors import UsageError
from sil.light import Any, Mapping, dataclass
from sil.views.settings import Setting

DEFAULT = "default"

ENDINGS = {"htm": "html", "markdown": "md", "txt": "terminal", "mmd": "mermaid", "gv": "dot"}
"""Endings of file names that are not the name of their format."""

OWN_ENDING = {"docx", "xlsx", "pdf", "ics"}
"""Formats whose files no program opens under the ending of another."""


@dataclass(frozen=True)
class Settings:
    """What a run goes by."""

    kb: Setting
    lang: Setting
    format: Setting
    color: Setting
    cache: Setting
    config: Setting
    today: Setting
    pager: Setting

    def all(self) -> tuple[Setting, ...]:
        """Return all settings in the order they are shown."""
        return (self.kb, self.lang, self.format, self.color, self.pager, self.today, self.cache, self.config)


def settings_of(options: Mapping[str, Any], environment: Environment) -> Settings:
    """Settle each setting: option, variable, configuration file, default."""
    env = environment.env
    file = locate.config_file(env)
    configured = _configuration(file)
    located = locate.knowledge_base(options.get("kb"), env, environment.cwd, configured.get("kb"))
    cache = locate.cache_file(located.root, env)
    return Settings(
        kb=Setting("kb", str(located.root), located.origin),
        lang=_lang(options, env, configured),
        format=_format(options, configured),
        color=_chosen("color", COLOURS, "auto", options, configured),
        pager=Setting("pager", environment.pager() or "", _variable(env, "SIL_PAGER", "PAGER")),
        today=Setting("today", env.get("SIL_TODAY", ""), _variable(env, "SIL_TODAY")),
        cache=Setting("cache", str(cache or ""), _variable(env, "XDG_CACHE_HOME", "HOME")),
        config=Setting("config", str(file or ""), _variable(env, "XDG_CONFIG_HOME", "HOME")),
    )


def _variable(env: Mapping[str, str], *names: str) -> str:
    return next((name for name in names if env.get(name)), DEFAULT)


def _configuration(file: Path | None) -> Mapping[str, str]:
    """Read the user's configuration; a file that cannot be read is a wrong usage that names it."""
    if file is None or not file.is_file():
        return {}
    try:
        return {key: str(value) for key, value in tomllib.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError) as error:
        raise UsageError("error.cannot-read", path=str(file), why=str(error)) from error


def _chosen(
    name: str, allowed: tuple[str, ...], default: str, options: Mapping[str, Any], configured: Mapping[str, str]
) -> Setting:
    if options.get(name):
        return Setting(name, options[name], f"--{name}")
    value = configured.get(name)
    if value is None:
        return Setting(name, default, DEFAULT)
    if value not in allowed:
        raise UsageError("error.choice", option=f"config: {name}", value=value, allowed=", ".join(allowed))
    return Setting(name, value, "configuration")


def _format(options: Mapping[str, Any], configured: Mapping[str, str]) -> Setting:
    if options.get("json"):
        return Setting("format", "json", "--json")
    suffix = Path(options.get("output") or "").suffix.removeprefix(".").lower()
    suffix = ENDINGS.get(suffix, suffix)
    if suffix and not options.get("format"):
        if suffix not in FORMATS:
            endings = ", ".join((*FORMATS, *ENDINGS))
            raise UsageError("error.ending", hint="hint.ending", path=options["output"], endings=endings)
        return Setting("format", suffix, "--output")
    if suffix != options.get("format") and OWN_ENDING & {suffix, options.get("format")} and suffix in FORMATS:
        raise UsageError("error.two-formats", hint="hint.two-formats", path=options["output"], format=options["format"])
    return _chosen("format", FORMATS, "terminal", options, configured)


def _lang(options: Mapping[str, Any], env: Mapping[str, str], configured: Mapping[str, str]) -> Setting:
    if options.get("lang"):
        return Setting("lang", options["lang"], "--lang")
    if named := env.get("SIL_LANG"):
        if named not in LANGS:
            raise UsageError("error.choice", option="SIL_LANG", value=named, allowed=", ".join(LANGS))
        return Setting("lang", named, "SIL_LANG")
    if "lang" in configured:
        return _chosen("lang", LANGS, "en", options, configured)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(variable):
            found = env[variable][:2].lower()
            return Setting("lang", found if found in LANGS else "en", variable)
    return Setting("lang", "en", DEFAULT)
