import pytest

from sil.text.scripts import language_of, script_of, scripts_in


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "latin"), ("é", "latin"), ("Ａ", "latin"), ("ก", "thai"), ("่", "thai"), ("ำ", "thai"), ("๑", "digit"),
        ("7", "digit"), ("７", "digit"), ("あ", "kana"), ("ア", "kana"), ("ｱ", "kana"), ("ー", "kana"), ("゙", "kana"),
        ("株", "han"), ("々", "han"), ("𠮷", "han"), ("฿", "other"), (" ", "other"), ("。", "other"), ("한", "other"),
        ("я", "other"), ("・", "other"), ("㈱", "other"),
    ],
)  # fmt: skip
def test_script_of_a_character(char, script):
    assert script_of(char) == script


def test_scripts_in_a_text():
    assert scripts_in("株式会社LITALICO 7") == {"han", "latin", "other", "digit"}
    assert scripts_in("") == set()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("คนพิการ", "th"), ("บริษัท LITALICO", "th"), ("ไทย 日本", "th"), ("リタリコ", "ja"), ("株式会社LITALICO", "ja"),
        ("LITALICO", "en"), ("", "en"), ("2019", "en"),
    ],
)  # fmt: skip
def test_language_by_script(text, lang):
    assert language_of(text) == lang
