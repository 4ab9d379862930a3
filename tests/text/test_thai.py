import pytest
from hypothesis import given

from sil.text.latin import thai_skeleton
from sil.text.thai import readings, skeletons
from sil.text.transliteration import letter_by_letter
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
        ("ธรรมศาสตร์", "tham ma sat"),
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
        ("เสถียร", "sa thian"),
        ("เสมือน", "sa muean"),
        ("เฉลียว", "cha liao"),
        ("เวทีเยาวชน", "we thi yao wa chon"),
        ("แสดง", "sa daeng"),
        ("แสงแดด", "saeng daet"),
        ("เจริญ", "cha roen"),
        ("ประชากร", "pra cha kon"),
        ("สิทธิประชาชน", "sit thi pra cha chon"),
        ("โรงงานผลิต", "rong ngan pha lit"),
        ("ราชบุรี", "ra cha bu ri"),
        ("ราชพฤกษ์", "ra cha phruek"),
        ("บาตร", "bat"),
        ("สมุทร", "sa mut"),
        ("อาทร", "a thon"),
        ("SET กรุงศรี 2562", "set krung si 2562"),
        ("โ", "o"),
        ("เ", "e"),
        ("ไ", "ai"),
        ("ะ", "a"),
        ("", ""),
    ],
)
def test_reading(name, reading):
    assert readings(name)[0] == reading


@pytest.mark.parametrize("spelling", ["klong din so", "Glong Dinsor", "klongdinsor", "KLONG DINSO"])
def test_one_skeleton_for_spellings_of_a_name(spelling):
    assert (thai_skeleton(spelling),) == skeletons("กล่องดินสอ") == ("KLNTNS",)


@pytest.mark.parametrize(
    ("name", "consonants"),
    [
        ("ยูเนี่ยนพลาสติก", "NPLSTK"),
        ("วัลแคน", "LKN"),
        ("จันทร์", "SNT"),
        ("ญี่ปุ่น", "PN"),
        ("สำคัญ", "SMKN"),
        ("LITALICO", ""),
        ("ศักดิ์สิทธิ์", "SKST"),
    ],
)
def test_skeleton_by_letter(name, consonants):
    assert skeletons(name)[0] == consonants


@pytest.mark.parametrize(
    ("name", "reading", "bones"),
    [
        ("ไลค์", "lai kh", "LK"), ("โลคอล", "lo khol", "LKL"), ("เฮลท์", "helth", "LT"), ("กอล์ฟ", "kolf", "KLP"), ("ซอฟต์แวร์", "soft wae", "SPT"),
        ("คลับ", "khlab", "KLP"), ("ฟิล์ม", "film", "PLM"), ("ฟาร์ม", "fam", "PM"), ("แก๊ส", "kaes", "KS"), ("กร", "kor", "KL"),
    ],
)  # fmt: skip
def test_a_loanword_is_also_read_with_what_it_had_in_its_language(name, reading, bones):
    assert reading in readings(name)
    assert skeletons(name)[-1] == bones


@pytest.mark.parametrize(("name", "reading"), [("กล่องดินสอ", "kong din so"), ("โปรแกรม", "po kaem"), ("ปลา", "pa")])
def test_the_second_consonant_of_an_onset_is_often_not_spoken(name, reading):
    assert readings(name)[-1] == reading


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("บ้านหลวง", "banhlwng"), ("เมือง", "meuxng"), ("กรุงเทพ", "krungtheph"), ("โพธิ์", "phothi"), ("คำ", "kha"), ("ไทย", "thiy"),
        ("ฤดู", "vdu"), ("เ", "e"), ("LITALICO 5", "litalico 5"), ("", ""),
    ],
)  # fmt: skip
def test_letter_by_letter(name, letters):
    assert letter_by_letter(name) == letters


@given(thai)
def test_every_thai_text_is_read_in_latin_letters(text):
    assert all(reading.isascii() for reading in readings(text))
    assert all(bones.isascii() for bones in skeletons(text))


@given(anything)
def test_any_text_can_be_read(text):
    readings(text)
    skeletons(text)
    letter_by_letter(text)
