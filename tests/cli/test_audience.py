"""What is not for an audience never reaches it: not in any answer of any command, in any format, nor by its absence.

The shipped records are copied, parts of them are marked by chance, and every word in those parts is replaced by a word of
a planted language. Two such knowledge bases that differ in the planted words alone must answer partners and the public
with the same bytes, and without a planted word.
"""

import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
import zlib

import pypdf
import pytest

import sil as sil_package
from sil.cli.environment import Environment
from sil.cli.main import main
from sil.errors import UsageError
from sil.kb import KnowledgeBase
from sil.records.folder import FOLDERS
from sil.records.kinds import KINDS
from sil.records.load import load_folder
from sil.records.shape import Basic, Format, Nested, Said, fields_of
from sil.records.types import MARKS, Marked, Ref
from sil.records.walk import parts
from tests.conftest import ROOT

PLANTED = re.compile(r"zqx\d+[ab]", re.IGNORECASE)  # whole, for three letters stand in a packed PDF by chance
KEPT = ("litalico", "klongdinsor", "local-alike", "jeed", "mhlw", "dasta", "social-innovation-foundation", "jes")
"""Organisations of the copy: enough for every view."""
NUMBER = 86_420_000_000
"""The least planted number; all begin with the same figures."""
NUMBERS = re.compile(r"86,?420,?\d{3},?\d{3}")


def records():
    """The records of the copy, as plain data."""
    found = load_folder(ROOT).records
    return [(one.kind, json.loads(json.dumps(one.plain))) for one in found if one.kind != "org" or one.id in KEPT]


def marked(kind, plain, chance, mark):
    """Mark parts of a record by chance; yield the values that are to be hidden, with their shapes."""
    walked = list(parts(Nested(KINDS[kind]), plain))
    for at, shape, value in walked:
        if isinstance(shape, Nested) and issubclass(shape.cls, Marked) and at and chance.random() < 0.07:
            value["audience"] = mark
            yield from parts(shape, value)
    named = [
        field.name
        for field in fields_of(KINDS[kind])
        if not field.required and field.name in plain and field.name not in MARKS
    ]
    for name in named:
        if chance.random() < 0.15:
            plain.setdefault("private", []).append(name)
            shape = next(field.shape for field in fields_of(KINDS[kind]) if field.name == name)
            yield from parts(shape, plain[name])


def words_for(number, variant):
    """A word of the planted language: another one in each variant, as long as that."""
    return f"zqx{number}{'ab'[variant]}"


def planted(chance, mark):
    """Return two copies of the records that differ in what is hidden, and the ids of what is hidden whole."""
    copies = [records(), records()]
    state = chance.getstate()
    for variant, copy in enumerate(copies):
        chance.setstate(state)
        number = 0
        renamed = {}
        for kind, plain in copy:
            whole = kind in ("org", "exchange", "policy") and chance.random() < 0.12
            if whole:
                plain["audience"] = mark
                renamed[kind, plain["id"]] = words_for(f"{len(renamed)}i", variant)
            hidden = list(parts(Nested(KINDS[kind]), plain)) if whole else list(marked(kind, plain, chance, mark))
            for _, shape, value in hidden:
                number += 1
                plant(shape, value, number, variant)
        for kind, plain in copy:
            rename(kind, plain, renamed)
    return copies


def plant(shape, value, number, variant):
    """Put planted words in the place of the words of a value, in place."""
    if isinstance(value, dict) and (shape == Basic("text") or isinstance(shape, Said)):
        for lang in value:
            value[lang] = f"{words_for(number, variant)} {lang}"
    elif isinstance(shape, Nested):
        for field in shape.fields.values():
            inner = value.get(field.name)
            if isinstance(inner, str) and field.shape in (Basic("string"), Format("url")):
                value[field.name] = words_for(number, variant)
            elif isinstance(inner, int) and not isinstance(inner, bool) and isinstance(field.shape, Said):
                value[field.name] = NUMBER + 1000 * number + variant


def rename(kind, plain, renamed):
    """Give hidden records their planted ids, wherever they are named."""
    for _, shape, value in list(parts(Nested(KINDS[kind]), plain)):
        names = value if isinstance(value, dict) else {}
        for name, inner in list(names.items()):
            inside = [inner] if isinstance(inner, str) else inner if isinstance(inner, list) else []
            said = shape.fields.values() if isinstance(shape, Nested) else ()
            held = next((field.shape for field in said if field.name == name), None)
            ref = getattr(held, "item", held)
            if isinstance(ref, Ref) and ref.kind in KINDS:
                new = [renamed.get((ref.kind, one), one) for one in inside]
                value[name] = new if isinstance(inner, list) else new[0]
            elif isinstance(ref, Ref) and ref.kind == "lesson":
                new = [lesson_named(one, renamed) for one in inside]
                value[name] = new if isinstance(inner, list) else new[0]
            elif isinstance(held, Said) and held.ref and isinstance(inner, str):
                value[name] = renamed.get((held.ref.kind, inner), inner)
    plain["id"] = renamed.get((kind, plain["id"]), plain["id"])


def lesson_named(name, renamed):
    exchange, slash, rest = name.partition("/")
    return f"{renamed.get(('exchange', exchange), exchange)}/{rest}" if slash else name


def write(root, copy):
    """Write a knowledge base; a line for each file, so that no line number tells what was planted."""
    shutil.rmtree(root / "data", ignore_errors=True)
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    for folder in folders.values():
        (root / "data" / folder).mkdir(parents=True)
    shutil.copy(ROOT / "sil.toml", root)
    for kind, plain in copy:
        if kind != "theme":
            path = root / "data" / folders[kind] / f"{plain['id']}.yaml"
            path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
    themes = [plain for kind, plain in copy if kind == "theme"]
    (root / "data/themes.yaml").write_text(json.dumps({"themes": themes}, ensure_ascii=False), "utf-8")


@pytest.fixture
def run(tmp_path):
    """Ask a knowledge base: `run(root, "partners", "search", "DMO")`; returns exit code and all that came out, as bytes."""
    caches = iter(range(1_000_000))

    def ask(root, audience, *arguments, cache="cache"):
        home = tmp_path / f"home{next(caches)}"
        env = {"HOME": str(home), "XDG_CACHE_HOME": str(tmp_path / cache), "SIL_TODAY": "2026-11-24"}
        env |= {"SIL_AUDIENCE": audience, "SIL_KB": str(root)}
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""), io.StringIO()
        code = main(list(arguments), Environment(io.StringIO(), out, err, env, tmp_path))
        out.flush()
        return code, out.buffer.getvalue(), err.getvalue().encode()

    return ask


def questions(copy):
    """What is asked: every view, about all there is."""
    orgs = [plain["id"] for kind, plain in copy if kind == "org" and "zqx" not in plain["id"]]
    exchanges = [plain["id"] for kind, plain in copy if kind == "exchange" and "zqx" not in plain["id"]]
    yield from (("show", plain["id"]) for _, plain in copy if "zqx" not in plain["id"])
    kinds = ("orgs", "exchanges", "lessons", "policies", "themes", "follow-ups", "collaborations")
    yield from (("list", kind) for kind in kinds)
    yield from (
        ("search", words, "--facets") for words in ("ผู้พิการ", "障害者", "trip", "post OR survey", "kind:model", "JEED")
    )
    yield from (("resolve", *words) for words in (["litalico", "kong din so", "jeed"], ["มูลนิธิ", "Local Alike"]))
    yield from (("compare", *orgs[:2]), ("compare", *orgs[1:5], "--differences")) if len(orgs) > 2 else ()
    yield from (
        ("compare", "--countries", "th,jp", "--theme", theme)
        for theme in ("disability-employment", "sustainable-tourism")
    )
    yield from (("report", kind, exchange) for kind in ("trip", "briefing") for exchange in exchanges)
    yield from (("report", kind) for kind in ("trip", "briefing", "follow-ups", "learning"))
    yield from (("report", "theme", theme) for theme in ("disability-employment", "community-based-tourism"))
    yield from (("graph",), ("timeline",), ("timeline", *orgs[:3]))
    for kind, plain in copy:
        if kind == "exchange":
            yield from (("report", "transfer", f"{plain['id']}/{one['id']}", "--to", "jp") for one in plain.get("lessons", ())
                        if "zqx" not in plain["id"])  # fmt: skip


def assert_clean(answer, arguments):
    for stream in answer[1:]:
        text = stream.decode("utf-8", "replace")
        assert not PLANTED.search(text), (arguments, PLANTED.search(text).start(), text[:200])
        assert not NUMBERS.search(text), arguments


@pytest.mark.parametrize(("audience", "mark", "seed"), [("partners", "team", 0), ("public", "partners", 1)])
def test_what_is_hidden_makes_no_difference_to_any_answer(run, tmp_path, audience, mark, seed):
    copies = planted(random.Random(f"{seed}"), mark)
    root, told = tmp_path / "kb", []
    for copy in copies:
        write(root, copy)
        answers = {}
        for question in questions(copy):
            fmt = "terminal" if question[0] in ("show", "list") else "json"
            answers[question] = run(root, audience, *question, "-f", fmt)
            assert_clean(answers[question], question)
        told.append(answers)
        told.append([run(root, audience, *question) for question in GUESSES])
    assert told[:2] == told[2:]
    team = b"".join(run(root, "team", *question, "--json")[1] for question in questions(copies[1]))
    assert PLANTED.search(team.decode()), "nothing was hidden"
    assert NUMBERS.search(team.decode())


WORD, IDENTIFIER = words_for(3, 0), words_for("0i", 0)
GUESSES = (
    ("search", WORD), ("search", f"id:{IDENTIFIER}"), ("search", f"{WORD} OR trip", "--json"), ("search", f"trip -{WORD}", "--json"),
    ("show", IDENTIFIER), ("show", WORD), ("resolve", IDENTIFIER, "--json"), ("compare", "litalico", IDENTIFIER),
    ("list", "orgs", "--where", f"id={IDENTIFIER}"), ("list", "orgs", "--where", "audience=team"), ("list", "orgs", "--sort", "private"),
    ("report", "trip", IDENTIFIER), ("report", "theme", WORD), ("report", "transfer", f"{IDENTIFIER}/x", "--to", "jp"),
    ("timeline", IDENTIFIER), ("graph", IDENTIFIER), ("search", "audience:team"), ("search", "team"),
)  # fmt: skip
"""What somebody asks who has heard of something hidden: the answer is that of somebody who made the word up."""

FORMATS = ("md", "html", "jsonl", "csv", "tsv", "docx", "xlsx", "pdf", "svg", "png", "mermaid", "dot", "gexf", "ics")


def test_no_format_tells_what_is_hidden(run, tmp_path):
    copies = planted(random.Random("formats"), "team")
    root, told, sizes = tmp_path / "kb", [], 0
    asked = [("show", "soil-2019-tokyo"), ("show", "litalico"), ("list", "lessons"), ("search", "ผู้พิการ"), ("resolve", "litalico"),
             ("compare", "litalico", "klongdinsor"), ("report", "trip"), ("report", "briefing"), ("report", "follow-ups"),
             ("report", "theme", "disability-employment"), ("graph",), ("timeline", "litalico")]  # fmt: skip
    for copy in copies:
        write(root, copy)
        answers = {}
        for question in asked:
            for fmt in FORMATS:
                code, out, err = run(root, "partners", *question, "-f", fmt)
                answers[question, fmt] = code, out, err
                assert_clean((code, *unpacked(out, fmt), err), (question, fmt))
                sizes += len(out)
        told.append(answers)
    assert told[0] == told[1]
    assert sizes > 1_000_000
    for fmt in ("docx", "xlsx", "pdf", "html"):
        team = b"".join(b"".join(unpacked(run(root, "team", *question, "-f", fmt)[1], fmt)) for question in asked)
        assert PLANTED.search(team.decode("utf-8", "replace")), fmt


def unpacked(made, fmt):
    """Return everything that stands in a file: all parts of a package, all text and data of a PDF."""
    if fmt in ("docx", "xlsx") and made:
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            return [*(name.encode() for name in package.namelist()), *map(package.read, package.namelist())]
    if fmt == "pdf" and made:
        reader = pypdf.PdfReader(io.BytesIO(made))
        said = "\n".join([*(page.extract_text() for page in reader.pages), repr(reader.metadata), repr(reader.outline)])
        streams = [
            zlib.decompressobj().decompress(part)
            for part in re.findall(rb"stream\r?\n(x.*?)endstream", made, re.DOTALL)
        ]
        return [made, said.encode(), *streams]
    return [made]


# --- whom an answer is for ---------------------------------------------------------------------------------------------

NOTICES = {"en": "For partners:", "th": "สำหรับภาคี:", "ja": "パートナー向け："}


@pytest.fixture
def base(tmp_path):
    """The shipped records, with one organisation for the team only."""
    root = tmp_path / "kb"
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copy(ROOT / "sil.toml", root)
    file = root / "data/orgs/jeed.yaml"
    file.write_text(f"{file.read_text('utf-8')}\naudience: team\n", "utf-8")
    return root


@pytest.mark.parametrize("lang", NOTICES)
def test_a_document_says_whom_it_is_for(sil, base, lang):
    for question in (
        ("report", "trip"),
        ("compare", "litalico", "klongdinsor"),
        ("list", "orgs"),
        ("graph",),
        ("search", "DMO"),
    ):
        asked = ("--kb", str(base), *question, "--lang", lang)
        for fmt in ("md", "html"):
            assert NOTICES[lang] in sil(*asked, "-f", fmt, "--audience", "partners").out
            assert NOTICES[lang] not in sil(*asked, "-f", fmt).out
        assert json.loads(sil(*asked, "--json", "--audience", "partners").out)["audience"] == "partners"
        assert "audience" not in json.loads(sil(*asked, "--json").out)
    assert NOTICES[lang] in sil("--kb", str(base), "graph", "--lang", lang, "-f", "svg", "--audience", "partners").out


def test_counts_are_those_of_what_is_seen(sil, base):
    every, fewer = (
        sil("--kb", str(base), "list", "orgs", "--audience", audience).err for audience in ("team", "public")
    )
    assert int(re.search(r"\d+", every)[0]) == int(re.search(r"\d+", fewer)[0]) + 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (((), {}, ""), "team default"),
        (((), {}, 'audience = "public"'), "public sil.toml"),
        (((), {"SIL_AUDIENCE": "partners"}, 'audience = "public"'), "partners SIL_AUDIENCE"),
        ((("--audience", "team"), {"SIL_AUDIENCE": "partners"}, 'audience = "public"'), "team --audience"),
    ],
)
def test_the_nearest_setting_says_whom_answers_are_for(sil, base, given, expected):
    arguments, env, toml = given
    (base / "sil.toml").write_text(f"{toml}\n", "utf-8")
    result = sil("config", "--json", *arguments, env=env, cwd=base)
    setting = json.loads(result.out)["settings"]["audience"]
    assert f"{setting['value']} {setting['origin']}" == expected
    shown = sil("show", "jeed", "--json", *arguments, env=env, cwd=base)
    assert (shown.code == 0 and json.loads(shown.out)["id"] == "jeed") is expected.startswith("team")


@pytest.mark.parametrize(
    ("given", "code"),
    [((("--audience", "everyone"), {}, ""), 2), (((), {"SIL_AUDIENCE": "Partners"}, ""), 2), (((), {}, 'audience = "open"'), 3),
     (((), {}, "audience = 3"), 3), (((), {}, 'audience = ""'), 3), (((), {}, 'audiense = "partners"'), 3),
     (((), {}, 'Audience = "partners"'), 3), (((), {}, '"audi\\u0065nce" = "nobody"'), 3)],
)  # fmt: skip
def test_a_word_that_is_no_audience_is_never_taken_for_one(sil, base, given, code):
    arguments, env, toml = given
    (base / "sil.toml").write_text(f"{toml}\n", "utf-8")
    result = sil("list", "orgs", *arguments, env=env, cwd=base)
    assert (result.code, result.out) == (code, "")


def test_settings_that_are_there_and_cannot_be_read_are_not_taken_for_none(sil, base):
    (base / "sil.toml").unlink(missing_ok=True)
    (base / "sil.toml").symlink_to("nowhere")
    assert sil("--kb", str(base), "list", "orgs").code == 3


@pytest.mark.parametrize(
    ("line", "word"),
    [("sil --audience nope show je", 4), ("sil show --audience= je", 3), ("sil show je --audience partners", 2)],
)
def test_completion_takes_no_doubtful_audience_for_the_team(base, cache_home, line, word):
    def completed(line, word):
        env = {"_SIL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word), "SIL_KB": str(base)}
        env |= {"XDG_CACHE_HOME": str(cache_home), "PATH": os.environ["PATH"]}
        command = [sys.executable, "-c", "from sil.cli.main import run; run()"]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False).stdout.split()

    assert "jeed" in completed("sil show je", 2)
    assert completed(line, word) == []


def test_partners_are_not_told_how_many_files_are_broken(sil, base):
    (base / "data/orgs/broken-one.yaml").write_text("id: broken-one\nnames: [", "utf-8")
    assert "1" in sil("--kb", str(base), "list", "orgs").err
    assert "1" not in sil("--kb", str(base), "--audience", "partners", "list", "orgs", "--limit", "500").err.replace(
        "found", ""
    )


@pytest.mark.parametrize(
    "command",
    [("check",), ("add", "alias", "jeed", "x", "--dry-run"), ("undo", "--dry-run"), ("report", "trip", "--as-of", "2026-11-24"),
     ("compare", "jeed", "litalico", "--as-of", "2026-11-24")],
)  # fmt: skip
def test_what_shows_files_as_they_are_is_for_the_team(sil, base, command):
    result = sil("--kb", str(base), "--audience", "public", *command)
    assert (result.code, result.out) == (2, "")
    assert "--audience team" in result.err


def test_the_library_answers_for_an_audience_too(base, tmp_path):
    with KnowledgeBase(base, tmp_path / "index.sqlite", audience="partners") as kb:
        assert "jeed" not in {match.id for match in kb.resolve("JEED")}
        assert "jeed" not in {item.address for item in kb.listed("orgs")}
        with pytest.raises(UsageError):
            kb.problems()
        with pytest.raises(UsageError):
            kb.planned_alias("litalico", "x", None, "variant")
    (base / "sil.toml").write_text('audience = "public"\n', "utf-8")
    with sil_package.open(base) as kb, sil_package.open(base, audience="team") as whole:
        assert (kb.audience, whole.audience) == ("public", "team")
    for wrong in ("nope", ""):
        with pytest.raises(UsageError):
            sil_package.open(base, audience=wrong)


def test_the_environment_names_the_audience_of_the_library_too(base, monkeypatch):
    monkeypatch.setenv("SIL_AUDIENCE", "partners")
    with sil_package.open(base) as kb, sil_package.open(base, audience="team") as whole:
        assert (kb.audience, whole.audience) == ("partners", "team")


def test_what_is_marked_or_opened_is_seen_at_once(base, tmp_path):
    def orgs():
        with KnowledgeBase(base, tmp_path / "index.sqlite", audience="public") as kb:
            return {item.address for item in kb.listed("orgs")}

    file, other = base / "data/orgs/jeed.yaml", base / "data/orgs/litalico.yaml"
    assert "jeed" not in orgs()
    file.write_text(file.read_text("utf-8").replace("audience: team", "audience: public"), "utf-8")
    assert "jeed" in orgs()
    other.write_text(f"{other.read_text('utf-8')}\nprivate: [no-such-field]\n", "utf-8")
    assert {"jeed"} <= orgs() and "litalico" not in orgs()
    other.unlink()
    assert "litalico" not in orgs()
    for damage in (b"", b"SQLite format 3\0 and no more", None):
        cache = tmp_path / "index.public.sqlite"
        cache.unlink() if damage is None else cache.write_bytes(damage)
        assert "jeed" in orgs()


def test_the_cache_of_an_audience_holds_nothing_that_is_hidden(base, tmp_path):
    with KnowledgeBase(base, tmp_path / "index.sqlite") as whole:
        words = [text[:40].encode() for text in whole.records.organisation("jeed").summary.by_lang.values()]
    with KnowledgeBase(base, tmp_path / "index.sqlite", audience="partners") as kb:
        kb.listed("orgs")
    for word in words:
        assert word in (tmp_path / "index.sqlite").read_bytes()
        assert word not in (tmp_path / "index.partners.sqlite").read_bytes()
