"""Fits the weights of the score of names (`sil/match/tables/weights.yaml`).

python bench/fit_names.py DATA [--names 7000]

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
from operator import mul
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sil.match.engine import candidates, concept_weight  # noqa: E402
from sil.match.features import Features, features_of  # noqa: E402
from sil.match.keys import shape_of  # noqa: E402
from sil.match.likeness import fast  # noqa: E402
from sil.match.memory import MemoryStore  # noqa: E402
from sil.match.nearest import measured  # noqa: E402
from sil.match.score import pair_of  # noqa: E402

HEADER = """# Weights of the features of two names (`sil/match/features.py`, in the order of its fields; the first is the constant)
# for each pair of scripts; `any` where a pair has too few examples. Logistic regressions, their score a probability.
# Fitted by `bench/fit_names.py` on names of organisations and places published by ROR, the stock exchange of Thailand,
# EDINET, JMnedict, GeoNames, Thai administrative names and name-suggestion-index: on half of the entities of a
# development set, the other half being held out. Only numbers are kept.
"""

NEAREST = """# Weights of what is measured before names are compared (`sil/match/nearest.py`): which of them are worth it.
"""

FULL = 10_000
"""Records of a register; more are taken from the others."""


def is_for_fitting(record: str) -> bool:
    return zlib.crc32(record.encode()) % 2 == 0


def load(data: Path, limit: int) -> Iterator[tuple[list, list]]:
    """Yield the records of each register, as many as the limit if the others have enough to fill it, and its queries."""
    slices = json.loads(gzip.decompress((data / "slices.json.gz").read_bytes()))
    by_kb = defaultdict(list)
    for part in slices:
        by_kb[part["kb"]].append(part)
    for kb, parts in by_kb.items():
        rows = register(data / f"kb_{kb}.jsonl.gz")
        if limit > FULL:
            meant = {record for part in parts for _, gold in part["queries"] for record in gold}
            others = (row for path in sorted(data.glob("kb_*.jsonl.gz")) for row in register(path))
            more = {record: names for record, names in others if record not in meant}
            known = {record for record, _ in rows}
            rows += [[record, names] for record, names in more.items() if record not in known]
        yield rows[:limit], parts


def register(path: Path) -> list:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def examples(data: Path, limit: int) -> Iterator[tuple[list, list]]:
    """Yield for each query: of the names worth comparing pair of scripts, features, and whether they mean the same; then
    of all names near it what is measured before they are compared, and whether they mean the same.
    """
    for rows, parts in load(data, limit):
        store = MemoryStore()
        for record, names in rows:
            for name in names:
                store.add(record, name)
        for part in parts:
            for query, gold in part["queries"]:
                if all(map(is_for_fitting, gold)):
                    shape = shape_of(query)
                    stored = [(row.id in gold, other) for row, other in candidates(store, shape)]
                    weight = concept_weight(store, (shape, *(other for _, other in stored)))
                    compared = [
                        (pair_of(shape, other), features_of(shape, other, weight, fast()), same)
                        for same, other in stored
                    ]
                    near = measured(store, shape)
                    yield compared, [(found, store.rows([number])[number].id in gold) for number, found in near.items()]


def fit_nearest(found: Iterable[list]) -> list[float]:
    """Fit the weights by which the names worth comparing are chosen."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rows = [row for query in found for row in query]
    model = LogisticRegression(class_weight="balanced", max_iter=5000)
    return list(model.fit([measures for measures, _ in rows], [same for _, same in rows]).coef_[0])


def fit(found: Iterable[list]) -> dict[str, list[float]]:
    """Fit the weights for each pair of scripts; `any` is that of all.

    They are the mean of two regressions: one tells pairs that mean the same from all others, one puts the right name
    before the others of its query (and is then scaled to a probability). The first is the better judge, the second
    the better order.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    by_pair = defaultdict(list)
    for query in found:
        groups = defaultdict(list)
        for pair, features, same in query:
            groups[pair].append((features, same))
            groups["any"].append((features, same))
        for pair, rows in groups.items():
            by_pair[pair].append(([features for features, _ in rows], [same for _, same in rows]))
    weights = {}
    for pair, queries in sorted(by_pair.items()):
        features = [row for rows, _ in queries for row in rows]
        same = [answer for _, answers in queries for answer in answers]
        if sum(same) >= 40:
            judge = LogisticRegression(C=10.0, max_iter=5000).fit(features, same)
            order = ordering([query for query in queries if 0 < sum(query[1]) < len(query[1])])
            scale = LogisticRegression(C=1000.0).fit([[sum(map(mul, order, row))] for row in features], same)
            scaled = [scale.intercept_[0], *(scale.coef_[0][0] * value for value in order)]
            judged = [judge.intercept_[0], *judge.coef_[0]]
            weights[pair] = [(one + other) / 2 for one, other in zip(judged, scaled, strict=True)]
    return weights


def ordering(queries: list) -> list[float]:
    """Fit weights by which the right names of each query come before its others: a conditional logistic regression."""
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import minimize  # noqa: PLC0415

    rows = np.concatenate([features for features, _ in queries])
    same = np.concatenate([answers for _, answers in queries]).astype(float)
    lengths = [len(answers) for _, answers in queries]
    starts, of = np.r_[0, np.cumsum(lengths)[:-1]], np.repeat(np.arange(len(queries)), lengths)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = rows @ weights
        power = np.exp(score - np.maximum.reduceat(score, starts)[of])
        total, right = np.add.reduceat(power, starts), np.maximum(np.add.reduceat(power * same, starts), 1e-300)
        slope = rows.T @ (power / total[of] - power * same / right[of])
        return (np.log(total) - np.log(right)).sum() + weights @ weights, slope + 2 * weights

    return list(minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)


def write(weights: dict[str, list[float]], nearest: list[float], path: Path) -> None:
    lines = [f"  {pair}: [{', '.join(f'{value:.2f}' for value in row)}]" for pair, row in weights.items()]
    chosen = f"{NEAREST}nearest: [{', '.join(f'{value:.2f}' for value in nearest)}]"
    fields = f"features: [{', '.join(Features._fields)}]"
    path.write_text(f"{HEADER}{fields}\npairs:\n" + "\n".join(lines) + f"\n{chosen}\n", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--names", type=int, default=7000)
    arguments = parser.parse_args()
    found = list(examples(arguments.data, arguments.names))
    weights = fit(compared for compared, _ in found)
    write(weights, fit_nearest(near for _, near in found), ROOT / "sil/match/tables/weights.yaml")
    for pair, row in weights.items():
        print(pair, [round(float(value), 1) for value in row])


if __name__ == "__main__":
    main()
