import pytest
from hypothesis import given

from sil.text.latin import thai_skeleton
from sil.text.thai import romanise, skeleton
from tests.text.alphabets import anything, thai


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("กล่องดินสอ", "klong din so"),
        ("แม่ฟ้าหลวง", "mae fa luang"),
        ("เชียงใหม่", "chiang mai"),
        ("กรุงเทพ", "krung thep"),
        ("มูลนิธิ", "mun ni thi"),
        ("สังคม", "sang khom"),
        ("คนไทย", "khon thai"),
        ("เทใจ", "the chai"),
        ("ท่องเที่ยว", "thong thiao"),
        ("เรียนรู้", "rian ru"),
        ("จันทร์", "chan"),
        ("ธรรมศาสตร์", "tham sat"),
        ("ถนน", "tha non"),
        ("สนุก", "sa nuk"),
        ("หญิง", "ying"),
        ("หมอ", "mo"),
        ("อยู่", "yu"),
        ("อย่าง", "yang"),
        ("เกลือ", "kluea"),
        ("เพลง", "phleng"),
        ("เดิน", "doen"),
        ("เลย", "loei"),
        ("เธอ", "thoe"),
        ("เกาะ", "ko"),
        ("เขา", "khao"),
        ("โต๊ะ", "to"),
        ("และ", "lae"),
        ("แก้ว", "kaeo"),
        ("แปล", "plae"),
        ("แพร่", "phrae"),
        ("โปร", "pro"),
        ("โกล", "kon"),
        ("โหล", "lo"),
        ("โคราช", "kho rat"),
        ("ซันโทรี่", "san tho ri"),
        ("แคริบเบียน", "khae rip bian"),
        ("เปลี่ยน", "plian"),
        ("เปล่า", "plao"),
        ("แคระ", "khrae"),
        ("สวน", "suan"),
        ("หัว", "hua"),
        ("กรรม", "kam"),
        ("สรร", "san"),
        ("น้ำ", "nam"),
        ("มือ", "mue"),
        ("อังกฤษ", "ang krit"),
        ("บัตร", "bat"),
        ("ไกล", "klai"),
        ("กล้วย", "kluai"),
        ("เสือ", "suea"),
        ("เตี๊ยะ", "tia"),
        ("กรมประมง", "krom pra mong"),
        ("SET กรุงศรี 2562", "set krung si 2562"),
        ("โ", "o"),
        ("เ", "e"),
        ("ไ", "ai"),
        ("ะ", "a"),
        ("", ""),
    ],
)
def test_reading(name, reading):
    assert romanise(name) == reading


@pytest.mark.parametrize("spelling", ["klong din so", "Glong Dinsor", "klongdinsor", "KLONG DINSO"])
def test_one_skeleton_for_spellings_of_a_name(spelling):
    assert thai_skeleton(spelling) == skeleton("กล่องดินสอ") == "KLNTNS"


@pytest.mark.parametrize(
    ("name", "consonants"),
    [
        ("ยูเนี่ยนพลาสติก", "NNPLSTK"),
        ("วัลแคน", "LKN"),
        ("จันทร์", "SNT"),
        ("ญี่ปุ่น", "PN"),
        ("สำคัญ", "SMKN"),
        ("LITALICO", ""),
        ("ศักดิ์สิทธิ์", "SKST"),
    ],
)
def test_skeleton_by_letter(name, consonants):
    assert skeleton(name) == consonants


@given(thai)
def test_every_thai_text_is_read_in_latin_letters(text):
    assert romanise(text).isascii()
    assert skeleton(text).isascii()


@given(anything)
def test_any_text_can_be_read(text):
    romanise(text)
    skeleton(text)
