"""What is told to people whose command line says something else than they mean, and what is taken as they mean it."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.cli.commands.self_help import TOPICS
from sil.cli.minus import marked, plain
from sil.cli.specs import GLOBAL
from sil.errors import ExitCode
from sil.kb import KnowledgeBase
from sil.records.fields import field_paths
from sil.text.choices import called
from sil.text.labels import Labels, country_names
from sil.text.tables import load
from tests.conftest import ROOT

LEFT_OUT = [
    (("employment", "-office"), "employment -office"),
    (("-office", "employment"), "-office employment"),
    (("employment", "-levy", "-quota"), "employment -levy -quota"),
    (("--lang", "th", "employment", "-facets2"), "employment -facets2"),
    (("employment", "-fax"), "employment -fax"),
    (("employment", "--group", "kind", "-h2"), "employment -h2"),
    (("การจ้างงาน", "-โควตา"), "การจ้างงาน -โควตา"),
    (("employment", "-disabled people"), 'employment -"disabled people"'),
    (("employment", "-kind:lesson"), "employment -kind:lesson"),
    (("employment -levy",), "employment -levy"),
    (("--", "employment", "-theme"), "employment -theme"),
]


@pytest.mark.parametrize(("words", "query"), LEFT_OUT, ids=[query for _, query in LEFT_OUT])
def test_a_word_behind_a_minus_is_left_out(sil, tmp_path, words, query):
    result = sil("search", "--json", *words)
    assert result.code == 0
    assert json.loads(result.out)["query"] == query
    assert list(tmp_path.iterdir()) == [], "no word is taken for the name of a file"


def test_what_has_a_word_that_is_not_wanted_is_not_found(sil):
    def found(*words):
        return {
            hit["id"] for hit in json.loads(sil("search", "employment", "--limit", "99", "--json", *words).out)["hits"]
        }

    assert found("-office") < found()
    assert found("-office") == found("--", "-office")


@pytest.mark.parametrize("option", ["-fjson", "-fmd", "-f", "-o-", "-oout.md", "-o", "-h"])
def test_short_options_stay_options(option):
    assert marked(["search", "x", option, "md"]) == ["search", "x", option, "md"]


@pytest.mark.parametrize("word", ["-theme", "-lang", "-json", "-facets", "-help"])
def test_a_word_that_may_be_an_option_is_asked_about(sil, word):
    result = sil("search", "employment", word)
    assert (result.code, result.out) == (2, "")
    assert f"`-{word}`" in result.err
    assert f"`sil search -- WORDS {word}`" in result.err


ARGUMENT = st.sampled_from(
    ["search", "show", "--lang", "th", "-f", "-fjson", "--", "-office", "--json", "--limit", "word", "-", "", "-o"]
)


@given(st.lists(ARGUMENT, max_size=7))
def test_marking_changes_nothing_that_was_typed(arguments):
    found = marked(arguments)
    assert [plain(argument) for argument in found] == arguments
    assert found == arguments or "search" in arguments


@pytest.mark.parametrize("where", [(("--audience", "team"), ()), ((), ("--audience=team",))], ids=str)
def test_two_audiences_are_refused(sil, where):
    before, after = where
    given = sil(*before, "search", "DMO", *after, "--audience", "public")
    assert (given.code, given.out) == (2, "")
    assert "--audience" in given.err
    assert sil(*before, "search", "DMO", *after, "--audience", "team").code == 0


def test_another_option_that_is_given_twice_counts_as_given_last(sil):
    assert (
        sil("list", "orgs", "--limit", "1", "--limit", "2", "--lang", "th", "--lang", "en").err
        == sil("list", "orgs", "--limit", "2", "--lang", "en").err
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("serch", "--lang", "ja", "x"),
        ("--nope", "--lang=ja"),
        ("show", "a", "b", "--lang", "ja"),
    ],
    ids=" ".join,
)
def test_a_mistake_before_the_language_is_told_in_it(sil, arguments):
    assert "対処" in sil(*arguments).err


def test_words_behind_the_end_of_options_name_no_language(sil):
    assert "try:" in sil("serch", "--", "--lang", "ja").err


GUESSED = [
    (("some", "words"), "`sil search some words`"),
    (("some words",), '`sil search "some words"`'),
    (("กล่องดินสอ",), "`sil search"),
    (("serch", "x"), "`search`"),
    (("comapre", "a", "b"), "`compare`"),
    (("report", "trap"), "`report trip`"),
    (("report", "nothing-like-it"), "`sil report --help`"),
    (("orgs",), "`sil list orgs`"),
    (("organisations",), "`sil list orgs`"),
    (("list", "organisations"), "`sil list orgs`"),
    (("list", "Organization"), "`sil list orgs`"),
    (("list", "団体"), "`sil list orgs`"),
    (("list", "บทเรียน"), "`sil list lessons`"),
    (("list", "lesson"), "`sil list lessons`"),
    (("list", "polices"), "`sil list policies`"),
]


@pytest.mark.parametrize(("arguments", "hint"), GUESSED, ids=[" ".join(arguments) for arguments, _ in GUESSED])
def test_the_command_that_was_meant_is_named(sil, arguments, hint):
    result = sil(*arguments)
    assert (result.code, result.out) == (2, "")
    assert hint in result.err


UNKNOWN_FIELDS = [
    (("list", "lessons", "--where", "x=y"), '"x"', "observation"),
    (("list", "orgs", "--where", "knd=foundation"), '"knd"', "kind"),
    (("list", "lessons", "--where", "names.text=y"), '"names.text"', "near"),
    (("search", "DMO", "--where", "knd=lesson"), '"knd"', "kind"),
    (("search", "DMO", "--where", "year=soon"), '"year"', "2018..2019"),
    (("search", "DMO", "--where", "country=nowhere"), '"country"', "jp"),
]


@pytest.mark.parametrize(
    ("arguments", "named", "near"), UNKNOWN_FIELDS, ids=[" ".join(one[0]) for one in UNKNOWN_FIELDS]
)
def test_a_field_that_is_not_there_is_named(sil, arguments, named, near):
    result = sil(*arguments)
    assert (result.code, result.out) == (2, "")
    assert named in result.err
    assert near in result.err


@pytest.mark.parametrize(
    "field",
    ["names.text=LITALICO", "model.problem.en=x", "sources.title=x", "kind=foundation", "id=litalico", "audience=team"],
)
def test_a_field_of_the_record_is_no_mistake(sil, field):
    assert sil("list", "orgs", "--where", field).code in (0, 1)


def test_a_country_is_understood_as_a_field_in_any_language(sil):
    assert sil("search", "DMO", "--where", "country=Japan").out == sil("search", "DMO", "--where", "country=jp").out


def test_a_lesson_that_is_not_there_is_sought_among_lessons(sil):
    result = sil("report", "transfer", "tourism income", "--to", "jp")
    assert (result.code, result.out) == (1, "")
    assert "  soil-2019-bangkok/corporate-customers-community-tourism  " in result.err
    assert "alias" not in result.err
    assert sil("report", "transfer", "dmo-joint", "--to", "th").code == 0, "a part of its address will do"


def test_no_message_names_a_record_of_one_knowledge_base():
    with KnowledgeBase(ROOT, None) as kb:
        ids = [address for address, _, _ in kb.index.ids() if len(address) > 5]
    spoken = Labels("en")._texts
    told = {key: text for key, text in spoken.items() if key.startswith(("hint.", "error.", "note."))}
    assert len(told) > 100
    assert [(key, name) for key, text in told.items() for name in ids if name in text] == []


def test_an_interrupt_while_the_program_is_read_is_silent(in_process_environment):
    code = """
import sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == "sil.cli.door":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from sil.__main__ import run
run()
"""
    done = subprocess.run([sys.executable, "-c", code], env=in_process_environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_number_that_is_no_exit_code_is_refused():
    assert ExitCode(4) is ExitCode.AMBIGUOUS
    with pytest.raises(ValueError, match="9 is not a valid ExitCode"):
        ExitCode(9)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("show", "kong", "din", "so"), 'sil show "kong din so"'),
        (("show", "“kong", "din", "so”", "--lang", "th"), 'sil show "kong din so"'),
        (("report", "trip", "soil", "2019"), 'sil report trip "soil 2019"'),
    ],
)
def test_a_name_of_several_words_wants_quotation_marks(sil, typed, offered):
    result = sil(*typed)
    assert (result.code, result.out) == (2, "")
    assert f"`{offered}`" in result.err


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("trip",), "sil report trip"),
        (("SEARCH", "tourism"), "search"),
        (("list", "orgs", "--lnag", "th"), "--lang"),
        (("report", "trip", "--to", "jp"), "sil report trip --help"),
        (("check", "foo", "bar"), "sil check --help"),
    ],
)
def test_only_what_is_near_is_offered(sil, typed, offered):
    result = sil(*typed)
    assert (result.code, result.out) == (2, "")
    assert f"`{offered}`" in result.err


@pytest.mark.parametrize("name", ["data/orgs/example-host.yaml", "data/orgs/new.yml", "sil.toml"])
def test_no_answer_is_written_over_records_or_settings(sil, tmp_path, name):
    sil("init", "kb")
    base = tmp_path / "kb"
    before = {path: path.read_bytes() for path in base.rglob("*") if path.is_file()}
    for arguments in (("show", "example-host", "-o", name), ("show", "example-host", "-f", "md", "-o", name)):
        result = sil(*arguments, cwd=base)
        assert (result.code, result.out) == (2, "")
        assert "records or settings" in result.err
    assert before == {path: path.read_bytes() for path in base.rglob("*") if path.is_file()}


MEANT = [
    (("list", "orgs", "--lang", "jp"), "`--lang ja`"),
    (("list", "orgs", "--lang", "ไทย"), "`--lang th`"),
    (("list", "orgs", "--lang", "日本語"), "`--lang ja`"),
    (("list", "orgs", "-f", "word"), "`--format docx`"),
    (("list", "orgs", "--format", "exel"), "`--format xlsx`"),
    (("list", "orgs", "-f", "Markdown"), "`--format md`"),
    (("report", "trip", "--docx"), "`-f docx`"),
    (("report", "trip", "--thai"), "`--lang th`"),
    (("report", "trip", "--public"), "`--audience public`"),
    (("list", "orgs", "--audience", "public,team"), "`--audience public` / `--audience team`"),
    (("list", "orgs", "--color", "on"), "`--color always`"),
    (("search", "DMO", "--kind", "companies"), "`--kind company`"),
    (("search", "DMO", "--kind", "org,lesson"), "`--kind org --kind lesson`"),
    (("search", "DMO", "--country", "th,jp"), "`--country th --country jp`"),
    (("search", "DMO", "--country", "tailand"), "`--country th`"),
    (("search", "DMO", "--group", "countries"), "`--group country`"),
    (("report", "transfer", "x", "--to", "usa"), "`--to us`"),
    (("add", "alias", "litalico", "x", "--language", "thai", "--dry-run"), "`--language th`"),
    (("add", "alias", "litalico", "x", "--kind", "mispelling", "--dry-run"), "`--kind misspelling`"),
]


@pytest.mark.parametrize(("arguments", "offered"), MEANT, ids=[" ".join(arguments) for arguments, _ in MEANT])
def test_the_value_that_was_meant_is_named(sil, arguments, offered):
    result = sil(*arguments)
    assert (result.code, result.out) == (2, "")
    assert f"did you mean {offered}?" in result.err


@pytest.mark.parametrize("arguments", [("-f", "fax"), ("--lang", "xx"), ("--audience", "team,qqq"), ("--color", "")])
def test_what_is_near_to_no_value_is_offered_nothing(sil, arguments):
    result = sil("list", "orgs", *arguments)
    assert (result.code, result.out) == (2, "")
    assert "expected one of" in result.err
    assert "mean" not in result.err


def test_a_variable_is_told_as_a_variable(sil):
    assert "`SIL_LANG=ja`" in sil("list", "orgs", env={"SIL_LANG": "jp"}).err


def test_every_other_name_of_a_value_is_of_a_value_there_is():
    allowed = {spec.name: spec.choices for spec in GLOBAL if spec.choices}
    allowed |= {"country": tuple(country_names()), "field": ("theme", *field_paths()), "topic": TOPICS}
    others = {tuple(key.split(".")): words for key, words in load("choices").items()}
    assert {name for name, _ in others} == set(allowed)
    assert [name for name in others if name[1] not in allowed[name[0]]] == []
    for (name, value), words in others.items():
        for word in words:
            assert (word, called(name, word, allowed[name])) == (word, value)


@pytest.mark.parametrize(
    ("said", "kind"),
    [("laws", "policy"), ("กฎหมาย", "policy"), ("บทเรียน", "lesson"), ("団体", "org"), ("มูลนิธิ", "foundation")],
)
def test_a_kind_is_understood_in_any_language(sil, said, kind):
    for asked in (("search", "employment"), ("search", "employment", "--facets")):
        assert sil(*asked, "--kind", said).out == sil(*asked, "--kind", kind).out
    assert sil("search", f"kind:{said}", "--json").out.count('"id"') == sil(
        "search", f"kind:{kind}", "--json"
    ).out.count('"id"')


@pytest.mark.parametrize("where", ["kind=มูลนิธิ", "kind=財団", "kind=Foundation"])
def test_a_value_is_understood_by_its_label(sil, where):
    assert sil("list", "orgs", "--where", where).out == sil("list", "orgs", "--where", "kind=foundation").out != ""
    assert sil("list", "orgs", "--kind", where[5:]).out == sil("list", "orgs", "--kind", "foundation").out


def test_a_country_of_a_list_is_understood_in_any_language(sil):
    assert sil("list", "orgs", "--where", "country=日本").out == sil("list", "orgs", "--country", "jp").out


UNMET = [
    (("list", "orgs", "--where", "kind=ngo"), 'kind "ngo"', "foundation (", None),
    (("list", "orgs", "--kind", "fundation"), 'kind "fundation"', "foundation (", "--where kind=foundation"),
    (
        ("list", "lessons", "--where", "theme=disability"),
        'theme "disability"',
        "(1)",
        "--where theme=disability-employment",
    ),
    (("list", "orgs", "--where", "names.lang=fr"), 'names.lang "fr"', "en (", None),
    (("search", "status:helt"), 'status "helt"', "held (3)", "--where status=held"),
    (("search", "DMO", "--where", "state=observd"), 'state "observd"', "observed (", "--where state=observed"),
    (("list", "orgs", "--where", "summary=x"), 'summary "x"', "nor any short value", None),
]


@pytest.mark.parametrize(("asked", "condition", "there", "near"), UNMET, ids=[" ".join(one[0]) for one in UNMET])
def test_a_condition_that_nothing_meets_is_told_with_the_values_there_are(sil, asked, condition, there, near):
    result = sil(*asked)
    assert (result.code, result.out) == (1, "")
    assert condition in result.err
    assert there in result.err
    assert ("did you mean" in result.err) == (near is not None)
    assert (near or "") in result.err


def test_a_condition_that_others_meet_is_not_complained_of(sil):
    result = sil("list", "orgs", "--where", "kind=foundation", "--country", "np")
    assert (result.code, result.err) == (1, "0 found.\n")
    assert "There is" not in sil("search", "qqqxx", "--where", "kind=foundation").err


def test_a_field_inside_others_needs_no_path(sil):
    assert sil("list", "orgs", "--where", "grade=a").out == sil("list", "orgs", "--where", "sources.grade=A").out != ""
    assert sil("search", "grade:A", "--json", "--limit", "99").out.count('"id"') > 10
