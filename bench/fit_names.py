"""Fits the weights of the score of names (`sil/match/tables/weights.yaml`) and measures the decisions they lead to.

python bench/fit_names.py DATA [--names 4000] [--write]

DATA is a folder of pairs of names as `bench/names.py` reads it: `slices.json.gz` (queries with the ids they mean) and
`kb_*.jsonl.gz` (records). Only queries about HALF of the entities are fitted on, those whose id has an even digest; the
other half is for measuring. What is written is a few dozen numbers, no name and no word.
"""

import argparse
import gzip
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sil.match.engine import candidates, concept_weight  # noqa: E402
from sil.match.features import Features, features_of  # noqa: E402
from sil.match.keys import shape_of  # noqa: E402
from sil.match.memory import MemoryStore  # noqa: E402
from sil.match.score import pair_of  # noqa: E402
from sil.match.shape import unpack  # noqa: E402

HEADER = """# Weights of the features of two names (`sil/match/features.py`, in the order of its fields; the first is the constant)
# for each pair of scripts; `any` where a pair has too few examples. Logistic regression, its score a probability.
# Fitted by `bench/fit_names.py` on names of organisations and places published by ROR, the stock exchange of Thailand,
# EDINET, JMnedict, GeoNames, Thai administrative names and name-suggestion-index: on half of the entities of a
# development set, the other half being held out. Only numbers are kept.
"""


def is_for_fitting(record: str) -> bool:
    return zlib.crc32(record.encode()) % 2 == 0


def load(data: Path, limit: int) -> Iterator[tuple[list, list]]:
    slices = json.loads(gzip.decompress((data / "slices.json.gz").read_bytes()))
    by_kb = defaultdict(list)
    for part in slices:
        by_kb[part["kb"]].append(part)
    for kb, parts in by_kb.items():
        rows = [json.loads(line) for line in gzip.decompress((data / f"kb_{kb}.jsonl.gz").read_bytes()).splitlines()]
        yield rows[:limit], parts


def examples(data: Path, limit: int) -> Iterator[list]:
    """Yield for each query: pair of scripts, features, and whether they mean the same, of the names worth comparing."""
    for rows, parts in load(data, limit):
        store = MemoryStore()
        for record, names in rows:
            for name in names:
                store.add(record, name)
        weight = concept_weight(store)
        for part in parts:
            for query, gold in part["queries"]:
                if all(map(is_for_fitting, gold)):
                    shape = shape_of(query)
                    stored = [(row.id in gold, unpack(row.shape)) for row in candidates(store, shape)]
                    yield [(pair_of(shape, other), features_of(shape, other, weight), same) for same, other in stored]


def fit(found: Iterable[list]) -> dict[str, list[float]]:
    """Fit one regression for each pair of scripts; `any` is that of all."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    by_pair = defaultdict(list)
    for query in found:
        for pair, features, same in query:
            by_pair[pair].append((features, same))
            by_pair["any"].append((features, same))
    weights = {}
    for pair, rows in sorted(by_pair.items()):
        if sum(same for _, same in rows) >= 60:
            model = LogisticRegression(C=10.0, max_iter=5000)
            model.fit([features for features, _ in rows], [same for _, same in rows])
            weights[pair] = [model.intercept_[0], *model.coef_[0]]
    return weights


def write(weights: dict[str, list[float]], path: Path) -> None:
    lines = [f"  {pair}: [{', '.join(f'{value:.2f}' for value in row)}]" for pair, row in weights.items()]
    fields = f"features: [{', '.join(Features._fields)}]"
    path.write_text(f"{HEADER}{fields}\npairs:\n" + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--names", type=int, default=4000)
    arguments = parser.parse_args()
    weights = fit(examples(arguments.data, arguments.names))
    write(weights, ROOT / "sil/match/tables/weights.yaml")
    for pair, row in weights.items():
        print(pair, [round(float(value), 1) for value in row])


if __name__ == "__main__":
    main()
