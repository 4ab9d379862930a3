import pytest
from hypothesis import given

from sil.text.fold import fold
from sil.text.forms import place_kinds, strip_forms, strip_kinds
from tests.text.alphabets import written


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        ("株式会社LITALICO", "litalico", ("company",)),
        ("LITALICO株式会社", "litalico", ("company",)),
        ("㈱LITALICO", "litalico", ("company",)),
        ("(株)リタリコ", "りたりこ", ("company",)),
        ("LITALICO Inc.", "litalico", ("company",)),
        ("LITALICO Co.,Ltd.", "litalico", ("company",)),
        ("บริษัท กล่องดินสอ จำกัด", "กล่องดินสอ", ("company",)),
        ("บริษัทกล่องดินสอจำกัด (มหาชน)", "กล่องดินสอ", ("company",)),
        ("NPO法人日本エコツーリズムセンター", "日本えこつーりずむせんたー", ("npo",)),
        ("特定非営利活動法人 日本エコツーリズム協会", "日本えこつーりずむ協会", ("npo",)),
        ("独立行政法人国際交流基金", "国際交流基金", ("incorporated",)),
        ("The Japan Foundation", "japan foundation", ("article",)),
        ("The Siam Public Company Limited", "siam", ("company", "article")),
        ("医療法人東浩会 石川病院", "石川病院", ("medical-corporation",)),
        ("社会医療法人財団東浩会石川クリニック", "石川くりにっく", ("medical-corporation",)),
        ("社会福祉法人東浩会", "東浩会", ("welfare-corporation",)),
        ("医療法人東浩会病院", "東浩会病院", ("medical-corporation",)),
        ("株本商店", "株本商店", ()),
        ("Incheon", "incheon", ()),
        ("บริษัท", "บริษัท", ()),
        ("Company Limited", "company", ("company",)),
        ("", "", ()),
    ],
)
def test_legal_forms(name, core, forms):
    assert strip_forms(name) == (core, forms)


@pytest.mark.parametrize(
    ("name", "core", "kinds"),
    [
        ("มูลนิธิแม่ฟ้าหลวง", "แม่ฟ้าหลวง", ("foundation",)),
        ("Mae Fah Luang Foundation", "mae fah luang", ("foundation",)),
        ("Ministry of Labour", "labour", ("ministry",)),
        ("เครือข่ายท่องเที่ยว", "ท่องเที่ยว", ("network",)),
        ("日本エコツーリズム協会", "日本えこつーりずむ", ("association",)),
        ("Fusion", "fusion", ()),
    ],
)
def test_organisation_words(name, core, kinds):
    assert strip_kinds(name) == (core, kinds)


@given(written)
def test_the_core_is_a_part_and_stripping_it_again_changes_nothing(name):
    core, _ = strip_forms(name)
    assert core in fold(name)
    assert strip_forms(core) == (core, ())


@pytest.mark.parametrize(
    ("name", "kinds"), [("川越市", ("city",)), ("Mueang Lampang", ("city",)), ("บ้านหลวง", ("village",)), ("Ginza", ())]
)
def test_kinds_of_place(name, kinds):
    assert place_kinds(name) == kinds
