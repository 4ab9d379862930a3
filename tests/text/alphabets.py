"""Texts to test laws with: real letters of the three languages, and any Unicode."""

from hypothesis import strategies as st

THAI = "กขคฆงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำเแโใไัิีึืุู็่้๊๋์ๆฯ"
KANA = "あいうえおかきくけこがぎさしすただちっつてとなにのはひふへほばぱまむもやゃゆゅよょらりるれろわをんアイウガギサシャタッテトナニファヴーリルロン"
HAN = "日本株式会社人材支援障害者雇用促進法地域観光東京大学財団協会々𠮷"
LATIN = "abcdefghiklmnoprstuvwyzABCDEKLMéüñ"
SIGNS = " \t.,、。（）「」()/-:・"

anything = st.text()
thai = st.text(THAI)
japanese = st.text(KANA + HAN)
written = st.text(THAI + KANA + HAN + LATIN + SIGNS + "0123456789๐๑๒")
clusters_of_all_kinds = st.lists(
    st.sampled_from(
        [
            "น้ำ",
            "ผู้",
            "ญี่ปุ่น",
            "ที่",
            "ｶﾅ",
            "ﾊﾞ",
            "㈱",
            "株式会社",
            "が",
            "𠮷",
            "👨‍👩‍👧",
            "👍🏽",
            "🇹🇭",
            "🇯🇵",
            "1️⃣",
            "❤️",
            "한국",
            "한",
            "a",
            "é",
            " ",
            "(",
            "（",
            "。",
            "-",
        ]
    )
).map("".join)
