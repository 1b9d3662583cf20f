"""Loading the catalogue, importing the package and a first verdict, beside pydantic alone: ratios of medians.

The whole catalogue, every file read and every entity validated, is held against `validate_json` of the same bytes.
Imports and first verdicts are whole runs of fresh interpreters, the sides taking turns; each side's bytecode is written
beforehand, as an installed package has it.

    python benchmarks/catalogue.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping

from openai_landscape.catalogue._catalog import Catalog
from openai_landscape.catalogue._files import data_root
from openai_landscape.catalogue._kinds import built_in
from openai_landscape.quantities.base import Value

LOADS, STARTS = 15, 25
ALIAS = "meta-llama/Meta-Llama-3-70B-Instruct-GGUF"

PROGRAMS: Mapping[str, str] = {
    "pydantic and one model": "import pydantic\nclass M(pydantic.BaseModel):\n    a: int\nM(a=1)",
    "import openai_landscape": "import openai_landscape",
    "the first verdict": 'import openai_landscape as ol\nol.evaluate("llama-3-community", ol.Use(activities=["run"]))',
    "the first model by alias": f"from openai_landscape.catalogue import catalog\ncatalog().model({ALIAS!r})",
}


def load() -> int:
    """Read and validate every entity of a catalogue that has read nothing yet, and return how many there are."""
    return sum(len(list(shelf.values())) for shelf in built_in())


def contents() -> list[tuple[type[Value], bytes]]:
    """Return the class and the bytes of every entity."""
    return [
        (type(entity), (data_root() / kind / f"{key}.json").read_bytes())
        for kind, shelf in built_in()._asdict().items()
        for key, entity in shelf.items()
    ]


def interleaved(runs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median time of each run, the runs taking turns."""
    times: dict[str, list[float]] = {label: [] for label in runs}
    for _ in range(rounds):
        for label, run in runs.items():
            start = time.perf_counter()
            run()
            times[label].append(time.perf_counter() - start)
    return {label: statistics.median(found) for label, found in times.items()}


def started(environment: Mapping[str, str], program: str) -> None:
    """Run *program* in an interpreter of its own."""
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)


def starts() -> dict[str, float]:
    """Return the median time of each program in a fresh interpreter."""
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = {label: _run(environment, program) for label, program in PROGRAMS.items()}
        interleaved(runs, 1)
        return interleaved(runs, STARTS)


def _run(environment: Mapping[str, str], program: str) -> Callable[[], None]:
    return lambda: started(environment, program)


def main() -> None:
    """Print the medians and the ratios."""
    entities = contents()
    loads = interleaved(
        {
            "the whole catalogue": load,
            "validate_json of its bytes": lambda: [kind.model_validate_json(data) for kind, data in entities],
            "the index of models' names": lambda: Catalog(built_in()).model(ALIAS),
        },
        LOADS,
    )
    runs = starts()
    for label, seconds in {**loads, **runs}.items():
        print(f"{label:28} {seconds * 1e3:9.1f} ms")
    print(f"{len(entities)} entities, {sum(len(data) for _, data in entities):,} bytes")
    bare = runs["pydantic and one model"]
    whole = loads["the whole catalogue"] / loads["validate_json of its bytes"]
    print(f"whole catalogue / validate_json      {whole:6.2f}  (must 4, aim 2)")
    print(f"import / pydantic and one model      {runs['import openai_landscape'] / bare:6.2f}  (must 1.0, aim 0.5)")
    print(f"first verdict / the same             {runs['the first verdict'] / bare:6.2f}  (must 1.6, aim 1.3)")
    print(f"first model by alias / the same      {runs['the first model by alias'] / bare:6.2f}")


if __name__ == "__main__":
    main()
