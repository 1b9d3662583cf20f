"""Evaluating a use against the whole Llama 3 agreement, beside cedarpy and cel-expr-python: ratios of medians.

Every engine answers the same questions, interleaved in one process: a fifth of the facts are unknown. Ours also names
the unknown facts, the duties and the clauses. `fresh` is the time for uses that were never asked before.

    python benchmarks/evaluate.py
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable

import cedarpy
from cel_expr_python import cel
from peers import asked, cedar_policies, cel_expression, context, name

import openai_landscape as ol
from openai_landscape.catalogue import catalog
from openai_landscape.use import FIELDS

QUESTIONS, ROUNDS = 200, 15
ACTIVITY = "embed"
AUDIENCES = (5, 10**6, 7 * 10**8, 8 * 10**8)
LICENSE = "llama-3-community"


def questions(seed: int) -> list[dict[str, object]]:
    """Return uses as data, in each of which a fifth of the facts is left out."""
    draw = random.Random(seed)  # noqa: S311 - no secret is drawn
    made = []
    for _ in range(QUESTIONS):
        facts: dict[str, object] = {
            "purpose": draw.choice(["commercial", "research", "personal"]),
            "production": draw.random() < 0.5,
            "fields": draw.sample(FIELDS, draw.choice([0, 0, 1, 2])),
            "circumstances": {"consented": draw.random() < 0.5, "licensed_professional": draw.random() < 0.5},
            "copies": draw.random() < 0.5,
            "received_in_product": draw.random() < 0.2,
            "territories": draw.sample(["US", "DE", "KR"], 1),
            "litigation": draw.choice([[], [], [], ["patent"]]),
            "licensee": {
                "kind": "company",
                "country": "US",
                "monthly_active_users": {"2024-03": draw.choice(AUDIENCES)},
            },
            "on": "2025-01-01",
        }
        kept = {key: value for key, value in facts.items() if draw.random() >= 0.2}
        made.append({"activities": [ACTIVITY], **kept})
    return made


def main() -> None:
    """Print the medians and the ratios."""
    license_ = catalog().licenses[LICENSE]
    data = questions(1)
    uses = [ol.Use.model_validate(each) for each in data]
    policies = cedarpy.PolicySet.from_str(cedar_policies(license_, ACTIVITY))
    policy_text = cedar_policies(license_, ACTIVITY)
    entities = cedarpy.Entities.from_json_str("[]")
    contexts = [context(license_, use) for use in uses]
    every = sorted(set(asked(license_, ACTIVITY)).union(*contexts))
    requests = [_request(each, every) for each in contexts]
    environment = cel.NewEnv(variables=dict.fromkeys(every, cel.Type.DYN))
    expression = environment.compile(cel_expression(license_, ACTIVITY))

    def cel_eval(index: int) -> object:
        return expression.eval(data=contexts[index]).plain_value()

    def cedar_text(request: dict[str, object]) -> str:
        return json.dumps(cedarpy.is_authorized_partial(request, policy_text, "[]").residuals)

    runs: dict[str, Callable[[int], object]] = {
        "evaluate": lambda i: ol.evaluate(license_, uses[i]).unknown,
        "is_permitted": lambda i: ol.is_permitted(license_, uses[i]),
        "cedar partial": lambda i: cedarpy.is_authorized_partial(requests[i], policies, entities),
        "cel": cel_eval,
        "dict to JSON": lambda i: ol.evaluate(LICENSE, ol.Use.model_validate(data[i])).model_dump_json(),
        "cedar text to JSON": lambda i: cedar_text(requests[i]),
    }
    medians = interleaved(runs)
    fresh = [ol.Use.model_validate(each) for each in questions(2)]
    start = time.perf_counter()
    for use in fresh:
        _ = ol.evaluate(license_, use).unknown
    medians["evaluate, fresh"] = (time.perf_counter() - start) / len(fresh)
    for label, seconds in medians.items():
        print(f"{label:22} {seconds * 1e6:9.1f} µs")
    print(f"cedar / evaluate          {medians['cedar partial'] / medians['evaluate']:6.2f}  (must 7, aim 10)")
    print(f"cedar / evaluate, fresh   {medians['cedar partial'] / medians['evaluate, fresh']:6.2f}")
    print(f"evaluate / cel            {medians['evaluate'] / medians['cel']:6.2f}  (must 1.5, aim 1.0)")
    print(
        f"dict to JSON / cedar      {medians['dict to JSON'] / medians['cedar text to JSON']:6.2f}  (must 0.6, aim 0.4)"
    )
    print(f"is_permitted / evaluate   {medians['is_permitted'] / medians['evaluate']:6.2f}  (must 0.8, aim 0.5)")


def interleaved(runs: dict[str, Callable[[int], object]]) -> dict[str, float]:
    """Return the median time of each run over the questions, the engines taking turns."""
    times: dict[str, list[float]] = {label: [] for label in runs}
    for _ in range(ROUNDS):
        for label, run in runs.items():
            start = time.perf_counter()
            for index in range(QUESTIONS):
                run(index)
            times[label].append((time.perf_counter() - start) / QUESTIONS)
    return {label: statistics.median(found) for label, found in times.items()}


def _request(known: dict[str, object], every: list[str]) -> dict[str, object]:
    unknown = {key: {"__extn": {"fn": "unknown", "arg": name(key)}} for key in every if key not in known}
    return {
        "principal": 'Company::"c"',
        "action": f'Action::"{ACTIVITY}"',
        "resource": 'Model::"m"',
        "context": {**known, **unknown},
    }


if __name__ == "__main__":
    main()
