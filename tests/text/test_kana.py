import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.text.kana import romaji
from tests.text.alphabets import KANA


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("リタリコ", "ritariko"), ("りたりこ", "ritariko"), ("ﾘﾀﾘｺ", "ritariko"), ("リタリコー", "ritarikoo"),
        ("とうきょう", "toukyou"), ("しんいち", "shin'ichi"), ("しんぶん", "shinbun"), ("キャット", "kyatto"),
        ("メーカー", "meikaa"), ("ルメー", "rumee"), ("マッチ", "matchi"), ("ざっし", "zasshi"), ("シャチョウ", "shachou"), ("ジュニア", "junia"), ("ファン", "fan"),
        ("ディズニー", "dizunii"), ("ウォーター", "wootaa"), ("ヴァン", "van"), ("シェフ", "shefu"), ("ティ", "ti"),
        ("クォ", "kwo"), ("イェ", "ye"), ("ャ", "ya"), ("ンャ", "n'ya"), ("ッ", ""), ("ッア", "a"), ("ー", ""),
        ("ン", "n"), ("株式会社リタリコ", "株式会社ritariko"), ("LITALICO ワークス", "litalico waakusu"), ("", ""),
    ],
)  # fmt: skip
def test_romaji(kana, latin):
    assert romaji(kana) == latin


@given(st.text(KANA))
def test_all_kana_are_read(text):
    assert romaji(text).isascii()
