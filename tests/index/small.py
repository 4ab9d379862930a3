"""A small knowledge base in three languages, written file by file."""

import os
import time
from pathlib import Path

LITALICO = """\
id: litalico
merged_ids: [wingle]
names:
  - {text: LITALICO, lang: en, preferred: true}
  - {text: LITALICO Inc., lang: en}
  - {text: リタリコ, lang: ja}
  - {text: ลิตาลิโก, lang: th}
country: jp
kind: company
themes: [disability-employment]
summary:
  en: A listed company that trains people and finds work for them.
  ja: 就労移行支援の事業所を運営する上場企業。
figures:
  - {measure: staff, value: 1200, unit: people, as_of: 2019, source: report}
sources:
  report: {title: Annual securities report, grade: A}
checked: 2024-05-01
"""

KLONGDINSOR = """\
id: klongdinsor
names:
  - {text: กล่องดินสอ, lang: th, preferred: true, reading: klong din so}
  - {text: Klongdinsor, lang: en}
country: th
kind: social-enterprise
themes: [disability-employment, design]
summary:
  en: A maker of drawing kits for blind children.
  th: กิจการเพื่อสังคมที่ออกแบบชุดวาดเขียนสำหรับเด็กตาบอด
relations:
  - {to: wingle, kind: partner-of, source: post}
sources:
  post: {title: The post, grade: C}
checked: 2024-05-01
"""

LABOUR = """\
id: ministry-of-labour
names:
  - {text: Ministry of Labour, lang: en}
  - {text: กระทรวงแรงงาน, lang: th}
country: th
kind: ministry
summary: {en: The ministry that counts the quota., th: กระทรวงที่นับโควตา}
sources: {}
checked: 2024-05-01
"""

TRIP = """\
id: trip-2019
title: {en: Study trip to Tokyo, th: การเดินทางศึกษาดูงานที่โตเกียว}
kind: study-trip
start: 2019-07-03
end: 2019-07-05
host_country: jp
visiting_countries: [th]
status: held
organisers: [ministry-of-labour]
participants:
  - {org: klongdinsor, role: seeker, source: post}
  - {org: litalico, role: provider, source: post}
themes: [disability-employment]
summary: {en: Three days in Tokyo.}
lessons:
  - id: placement
    title: {ja: 就労支援は企業の中で続く}
    theme: disability-employment
    learned_by: {countries: [th], orgs: [klongdinsor]}
    learned_from: {countries: [jp], orgs: [litalico]}
    kind: service
    observation: {ja: 支援員は就職後も職場を訪問し、障害のある人の定着を支える。}
    evidence: {grade: seen, source: post}
    state: observed
    source: post
  - id: drawing
    title: {en: Drawing kits travel well, th: ชุดวาดเขียนเดินทางได้ดี}
    theme: design
    learned_by: {countries: [jp]}
    learned_from: {countries: [th], orgs: [klongdinsor]}
    kind: model
    observation: {en: A kit needs no words.}
    evidence: {grade: heard, source: post}
    state: observed
    source: post
follow_ups:
  - id: return-visit
    who: [litalico]
    what: {en: Visit Bangkok in the next year, th: ไปเยือนกรุงเทพฯ ในปีถัดไป}
    state: unknown
    source: post
collaborations:
  - id: joint-training
    title: {en: Joint training of job coaches}
    theme: disability-employment
    parties: [litalico, klongdinsor]
    stage: idea
    stage_known_as_of: 2019-07
    from_lesson: placement
    source: post
sources:
  post: {title: The post, grade: C}
checked: 2024-05-01
"""

QUOTA = """\
id: jp-quota-act
names:
  - {text: 障害者雇用促進法, lang: ja}
  - {text: Quota Act, lang: en}
country: jp
kind: act
themes: [quota]
summary: {en: Employers hire a share of persons with disabilities., ja: 事業主に雇用を義務づける。}
authority: [ministry-of-labour]
in_force:
  - {value: 1960-07-25, source: law}
sources:
  law: {title: The law, grade: A}
checked: 2024-05-01
"""

THEMES = """\
themes:
  - id: disability-employment
    label: {en: Employment of persons with disabilities, th: การจ้างงานคนพิการ, ja: 障害者雇用}
    other: {en: [disability employment, PWD], th: [ผู้พิการ], ja: [就労支援]}
    definition: {en: Paid work for persons with disabilities.}
  - id: quota
    label: {en: Employment quota, th: โควตาการจ้างงาน, ja: 法定雇用率}
    definition: {en: A share fixed by law.}
    broader: [disability-employment]
  - id: design
    label: {en: Design, th: การออกแบบ, ja: デザイン}
    definition: {en: Things made for people.}
"""

FILES = {
    "data/orgs/litalico.yaml": LITALICO,
    "data/orgs/klongdinsor.yaml": KLONGDINSOR,
    "data/orgs/ministry-of-labour.yaml": LABOUR,
    "data/exchanges/trip-2019.yaml": TRIP,
    "data/policies/jp-quota-act.yaml": QUOTA,
    "data/themes.yaml": THEMES,
}

LONG_AGO = time.time() - 3600


def write(root: Path, path: str, text: str, age: float | None = LONG_AGO) -> Path:
    """Write a file; its time is an hour ago, or now."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    if age is not None:
        os.utime(file, (age, age))
    return file


def knowledge_base(root: Path) -> Path:
    """Write the whole knowledge base."""
    for path, text in FILES.items():
        write(root, path, text)
    return root


def state(index):
    """Return all that an index says of its records, without numbers that change from build to build."""
    units = [unit._replace(number=0) for unit in index.units()]
    links = [link for unit in units for link in (*index.links_from(unit.address), *index.links_to(unit.address))]
    places = [index.positions(record.kind, record.id) for kind in KINDS for record in index.records(kind)]
    return [index.records(kind) for kind in KINDS], units, links, places, index.problems(), index.labels()


KINDS = ("org", "exchange", "policy", "theme")
