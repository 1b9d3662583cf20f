"""Write the file of fingerprints from a folder of licence texts: `python -m openai_landscape.identification.build`.

The folder holds `index.json`, a list of {id, kind, spdx, …}, and `texts/<id>.txt`. Texts with the same words share a
fingerprint; it goes by the id that is the SPDX id in lower case.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from openai_landscape.identification._fingerprint import Fingerprint, fingerprint
from openai_landscape.identification._store import written

OUTPUT: Final = Path(__file__).parents[1] / "data" / "fingerprints" / "fingerprints.json"


def build(folder: Path) -> str:
    """Return the content of the file of fingerprints for the texts in *folder*.

    Raises:
        ValueError: If two texts have the same words and neither is a standard licence.
    """
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    texts = {entry["id"]: _read(folder / "texts" / f"{entry['id']}.txt") for entry in index}
    made = {entry["id"]: fingerprint(entry["id"], entry["kind"], texts[entry["id"]]) for entry in index}
    return written(_merged(made, {entry["id"]: entry["spdx"] for entry in index}))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _merged(made: Mapping[str, Fingerprint], spdx: Mapping[str, str | None]) -> dict[str, Fingerprint]:
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, each in made.items():
        alike[each.phrases].append(name)
    merged = {}
    for names in alike.values():
        name = _canonical(names, spdx)
        merged[name] = made[name]._replace(
            forms=frozenset().union(*(made[each].forms for each in names)),
            files=frozenset().union(*(made[each].files for each in names)),
        )
    return merged


def _canonical(names: Sequence[str], spdx: Mapping[str, str | None]) -> str:
    standard = [name for name in names if len(names) == 1 or (spdx[name] or "").lower() == name]
    if len(standard) != 1:
        raise ValueError(f"{', '.join(names)}: the same words; one of them has to bear its SPDX id in lower case")
    return standard[0]


def main(arguments: Sequence[str]) -> int:
    """Write the file from the folder that *arguments* name; return the exit status."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m openai_landscape.identification.build FOLDER\n")
        return 2
    OUTPUT.write_text(build(Path(arguments[0])), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
