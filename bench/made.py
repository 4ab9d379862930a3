"""Generated knowledge bases of any size, in three languages, for measuring.

The records are made from the words of `data/themes.yaml` and from syllables, with a fixed seed: the same ones each time.
Nobody and nothing in them exists. An organisation is a file of 61 lines (17 when `short`); of a hundred records two are
exchanges, with lessons and a promise, and one is a policy.
"""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LANGS = ("en", "th", "ja")

NAMES = """\
id: {id}
names:
  - text: {latin}
    lang: en
    kind: official
    preferred: true
  - text: {latin} Foundation
    lang: en
    kind: variant
  - text: มูลนิธิ{thai}
    lang: th
    kind: official
    preferred: true
    reading: {latin}
  - text: {kana}財団
    lang: ja
    kind: official
    preferred: true
country: {country}
kind: social-enterprise
"""
ORGANISATION = """\
roles: [learner]
founded:
  - value: {year}
    source: [own-site]
themes: [{theme}]
summary:
  en: {en0}
  th: {th0}
  ja: {ja0}
figures:
  - measure: staff
    value: {staff}
    unit: people
    as_of: 2024
    source: [own-site]
  - measure: revenue
    value: {revenue}
    unit: thb
    as_of: 2023
    source: [own-site]
model:
  - problem:
      - value:
          en: {en1}
          th: {th1}
          ja: {ja1}
        source: [own-site]
    operation:
      - value:
          en: {en2}
          th: {th2}
          ja: {ja2}
        source: [own-site]
    revenue: unknown
    costs: unknown
sources:
  own-site:
    title: Web site of {latin}
    url: https://example.org/{id}
    grade: A
checked: 2024-06-30
"""
SHORT = """\
id: {id}
names:
  - {{text: {latin}, lang: en, kind: official, preferred: true}}
  - {{text: มูลนิธิ{thai}, lang: th, kind: official, preferred: true}}
  - {{text: {kana}財団, lang: ja, kind: official, preferred: true}}
country: {country}
kind: social-enterprise
roles: [learner]
founded: {{value: {year}, source: own-site}}
themes: [{theme}]
summary: {{en: {en0}, th: {th0}, ja: {ja0}}}
sources:
  own-site:
    title: Web site of {latin}
    url: https://example.org/{id}
    grade: A
checked: 2024-06-30
"""
EXCHANGE = """\
id: {id}
title: {{en: {en0}, th: {th0}, ja: {ja0}}}
kind: workshop
start: {year}-05-13
end: {year}-05-17
host_country: th
visiting_countries: [jp]
status: held
organisers: [{org0}]
participants:
  - {{org: {org0}, role: broker, source: [report]}}
  - {{org: {org1}, role: both, strand: {theme}, source: [report]}}
  - {{org: {org2}, role: both, strand: {theme}, source: [report]}}
meetings:
  - {{orgs: [{org1}, {org2}], theme: {theme}, source: [report]}}
themes: [{theme}]
goal: {{en: {en1}, th: {th1}, ja: {ja1}}}
summary: {{en: {en2}, th: {th2}, ja: {ja2}}}
lessons:
  - id: first
    title: {{en: {en3}, th: {th3}, ja: {ja3}}}
    theme: {theme}
    learned_by: {{countries: [th], orgs: [{org1}]}}
    learned_from: {{countries: [jp], orgs: [{org2}]}}
    kind: model
    observation: {{en: {en1}, th: {th1}, ja: {ja1}}}
    evidence: {{grade: seen, source: report}}
    state: observed
    source: report
  - id: second
    title: {{en: {en4}, th: {th4}, ja: {ja4}}}
    theme: {theme}
    learned_by: {{countries: [jp], orgs: [{org2}]}}
    learned_from: {{countries: [th], orgs: [{org1}]}}
    kind: process
    observation: {{en: {en2}, th: {th2}, ja: {ja2}}}
    evidence: {{grade: seen, source: report}}
    state: observed
    source: report
follow_ups:
  - id: visit
    what: {{en: {en5}, th: {th5}, ja: {ja5}}}
    who: [{org2}]
    state: open
    source: report
sources:
  report: {{title: Report of {id}, url: https://example.org/{id}, grade: A}}
checked: 2024-06-30
"""
POLICY = """\
id: {id}
names:
  - {{text: {en0}, lang: en, kind: official, preferred: true}}
  - {{text: {th0}, lang: th, kind: official, preferred: true}}
  - {{text: {ja0}, lang: ja, kind: official, preferred: true}}
country: {country}
kind: act
themes: [{theme}]
summary: {{en: {en1}, th: {th1}, ja: {ja1}}}
in_force:
  - {{value: {year}-04-01, source: [law]}}
sources:
  law: {{title: Text of {id}, url: https://example.org/{id}, grade: A}}
checked: 2024-06-30
"""
LATIN = [
    "ka", "ki", "ku", "ma", "mi", "na", "no", "ra", "ri", "ro", "sa", "shi", "so", "ta", "to", "wa", "yo", "chai",
    "dee", "kun", "lom", "pan", "sin", "thong",
]  # fmt: skip
THAI = [
    "กา", "กี", "ชัย", "ดี", "คุณ", "ลม", "มา", "มี", "นา", "ปัน", "รา", "ริน", "สา", "สิน", "โต", "ทอง", "วา",
    "ยา",
]  # fmt: skip
KANA = list("カキクマミナノラリロサシソタトワヨ")


def make(folder: Path, size: int, *, short: bool = False) -> None:
    """Write a knowledge base of `size` records besides the themes."""
    themes = yaml.safe_load((ROOT / "data/themes.yaml").read_text("utf-8"))["themes"]
    for name in ("orgs", "exchanges", "policies"):
        (folder / "data" / name).mkdir(parents=True)
    (folder / "sil.toml").write_text("", "utf-8")
    shutil.copy(ROOT / "data/themes.yaml", folder / "data/themes.yaml")
    for path, text in _records(random.Random(size), themes, size, SHORT if short else NAMES + ORGANISATION):
        (folder / "data" / path).write_text(text, "utf-8", newline="\n")


def _records(chance: random.Random, themes: list[dict], size: int, organisation: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of each record."""
    exchanges, policies = size // 50, size // 100
    orgs = size - exchanges - policies
    for kind, folder, template, count in (
        ("org", "orgs", organisation, orgs),
        ("exchange", "exchanges", EXCHANGE, exchanges),
        ("policy", "policies", POLICY, policies),
    ):
        for number in range(count):
            values = {"id": f"{kind}-{number:06}", **_values(chance, themes, orgs)}
            yield f"{folder}/{values['id']}.yaml", template.format(**values)


def _values(chance: random.Random, themes: list[dict], orgs: int) -> dict[str, object]:
    words = {
        lang: [text for theme in themes for text in (theme["label"][lang], *theme.get("other", {}).get(lang, ()))]
        for lang in LANGS
    }
    texts = {
        f"{lang}{place}": f'"{joint.join(chance.choices(words[lang], k=8 if place < 3 else 3))}"'
        for place in range(6)
        for lang, joint in zip(LANGS, (", ", "และ", "、"), strict=True)
    }
    return {
        "latin": "".join(chance.choices(LATIN, k=6)).capitalize(),
        "thai": "".join(chance.choices(THAI, k=6)),
        "kana": "".join(chance.choices(KANA, k=7)),
        "country": chance.choice(("th", "jp")),
        "year": chance.randint(1970, 2023),
        "staff": chance.randint(2, 400),
        "revenue": chance.randint(10, 90_000) * 1000,
        "theme": chance.choice(themes)["id"],
        **{f"org{place}": f"org-{number:06}" for place, number in enumerate(chance.sample(range(orgs), 3))},
        **texts,
    }
