"""English data for `bench/text.py`: paragraphs of Wikipedia and queries made from them, as no English questions are at hand.

pip download --no-deps gensim && python bench/english.py gensim-*.whl DATA

The paragraphs are those of the sample of English Wikipedia (CC BY-SA 3.0) among the test data of the package gensim
(LGPL 2.1); neither is part of this project. Up to six are taken of an article, of 500 to 1200 letters, so that several
speak of the same things. For each paragraph one sentence is drawn, and three queries are made of it:

    question   "what" and the sentence without its rarest word and without every third of the others, in the
               singular
    keyword    three content words of the sentence, none of them in this paragraph alone, in any order
    typo       the same with one slip (letters swapped, dropped, doubled or replaced) in a word of five letters or more
"""

import argparse
import bz2
import json
import random
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SAMPLE = "gensim/test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
MOST = 6
SMALL = """
that this these those which whom whose what when where have been being were their there them than then also such other more most
many some into through during only over under after before both each because however very with from about between could would
might will does
"""
"""Words of four letters and more that tell nothing."""


def paragraphs(dump: str) -> Iterator[tuple[str, str]]:
    """Yield the title and the text of each paragraph of prose in a dump."""
    for page in re.finditer(r"<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>", dump, re.DOTALL):
        title, text = page[1], page[2]
        if ":" in title or text.startswith("#REDIRECT"):
            continue
        for _ in range(4):
            text = re.sub(r"\{\{[^{}]*\}\}|\{\|[^{}]*\|\}", "", text)
        text = re.sub(
            r"&lt;ref[^&]*?/&gt;|&lt;ref.*?&lt;/ref&gt;|&lt;!--.*?--&gt;|&lt;.*?&gt;", "", text, flags=re.DOTALL
        )
        text = re.sub(r"\[\[(?:File|Image|Category):.*?\]\]\n?", "", text)
        text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
        text = re.sub(r"'{2,}|\[https?:\S+ ?|\]|&\w+;", "", text)
        good = [line.strip() for line in text.split("\n") if line[:1].isalpha() and 500 <= len(line) <= 1200]
        yield from ((title, line) for line in good[:MOST] if "|" not in line and "{" not in line)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def singular(word: str) -> str:
    """Return a word without the ending of the plural."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 4 else word


def slip(text: str, chance: random.Random) -> str:
    """Return a text with one slip in one of its longer words."""
    found = text.split()
    place = chance.choice([place for place, word in enumerate(found) if len(word) >= 5] or [0])
    word = found[place]
    at = chance.randrange(1, len(word) - 1) if len(word) > 2 else 0
    kinds = [
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + chance.choice("aeinorst") + word[at + 1 :],
    ]
    found[place] = chance.choice([kind for kind in kinds if kind != word] or kinds)
    return " ".join(found)


def queries(docs: list, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of each query, the query and the id of its paragraph."""
    small = set(words(SMALL))
    frequency = Counter(word for doc in docs for word in set(words(doc["text"])))
    for doc in docs:
        sentences = [one for one in re.split(r"(?<=[.!?]) ", doc["text"]) if 8 <= len(words(one)) <= 40]
        if not sentences:
            continue
        said = words(chance.choice(sentences))
        telling = [word for word in dict.fromkeys(said) if word not in small and len(word) > 3]
        shared = [word for word in telling if frequency[word] > 1]
        if len(shared) < 3 or len(telling) < 5:
            continue
        rarest = min(telling, key=lambda word: (frequency[word], word))
        dropped = {rarest, *[word for word in telling if word != rarest][2::3]}
        asked = [singular(word) if word in telling else word for word in said if word not in dropped]
        keyword = " ".join(chance.sample(sorted(shared, key=frequency.__getitem__)[:6], 3))
        yield "question", " ".join(["what", *asked]), doc["id"]
        yield "keyword", keyword, doc["id"]
        yield "typo", slip(keyword, chance), doc["id"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("data", type=Path)
    arguments = parser.parse_args()
    with zipfile.ZipFile(arguments.wheel) as wheel:
        dump = bz2.decompress(wheel.read(SAMPLE)).decode("utf-8")
    docs = [
        {"id": f"{title}#{number}", "lang": "en", "title": title, "text": text}
        for number, (title, text) in enumerate(paragraphs(dump))
    ]
    made = list(queries(docs, random.Random(1)))
    arguments.data.mkdir(parents=True, exist_ok=True)
    write(arguments.data / "docs.enwiki.jsonl", docs)
    for kind in ("question", "keyword", "typo"):
        found = [{"query": query, "relevant": [doc]} for of, query, doc in made if of == kind]
        write(arguments.data / f"queries.enwiki.{kind}.jsonl", found)
    print(f"{len(docs)} paragraphs, {len(made) // 3} queries of each kind")


def write(path: Path, rows: list) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(lines, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
