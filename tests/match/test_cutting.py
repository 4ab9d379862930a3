"""How a run of Thai or Japanese letters is cut by the words of the table."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sil.match.glosses import glued_pieces
from sil.text.fold import fold


def cut(run: str, lang: str) -> list[str]:
    """Return the stretches of a run, those without a meaning in brackets."""
    return [piece.text if piece.concepts else f"({piece.text})" for piece in glued_pieces(fold(run), lang)]


@pytest.mark.parametrize(
    ("run", "stretches"),
    [
        ("日本教育学会", "日本 教育 学会"),
        ("世界経済研究所", "世界 経済 研究所"),
        ("五洋食品", "(五洋) 食品"),
        ("明治安田生命保険", "(明治安田) 生命保険"),
        ("順天堂大学浦安病院", "(順天堂) 大学 (浦安) 病院"),
        ("東京都立大学", "東京都立 大学"),
        ("東京都庁", "東京都 庁"),
        ("青森県立病院", "青森 県立病院"),
        ("青森県", "青森県"),
        ("港区", "(港) 区"),
        ("シーメンス", "(しーめんす)"),
        ("スカイライン", "すかい らいん"),
        ("日本サッカーリーグ", "日本 さっかー りーぐ"),
    ],
)
def test_japanese(run: str, stretches: str) -> None:
    assert " ".join(cut(run, "ja")) == stretches


@pytest.mark.parametrize(
    ("run", "stretches"),
    [
        ("กรุงเทพดุสิตเวชการ", "กรุงเทพ (ดุสิต) เวชการ"),
        ("ไทยพาณิชย์", "ไทย พาณิชย์"),
        ("กองทุนรวมสิทธิการเช่าอสังหาริมทรัพย์", "กองทุนรวม สิทธิการเชา อสังหาริมทรัพย์"),
        ("ทดลอง", "ทดลอง"),
    ],
)
def test_thai(run: str, stretches: str) -> None:
    assert " ".join(cut(run, "th")) == stretches


@given(st.text("東京都大学会社日本研究所あいうえおー", max_size=14))
def test_nothing_is_lost_and_no_two_neighbours_are_without_meaning(run: str) -> None:
    pieces = glued_pieces(run, "ja")
    assert "".join(piece.text for piece in pieces) == run
    known = [bool(piece.concepts) for piece in pieces]
    assert all(one or other for one, other in pairwise(known))
