"""Coverage-guided fuzzing of the reader: bytes are refused by name, or yield claims with their places or none.

    pip install -e '.[fuzz]'
    python fuzz/read.py fuzz/corpus -max_total_time=900

The first start fills the folder with the sentences of `tests/reading/corpora`; what follows goes to libFuzzer. What it
finds belongs into `tests/reading/test_fuzz.py`, as a test of its own.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["openai_landscape.reading"]):
    from openai_landscape.reading import UnreadableTextError, explain, ground, parse_claims, read_source

CORPORA = Path(__file__).resolve().parents[1] / "tests" / "reading" / "corpora"
LANGUAGES = ("de", "nl", "en")
PAGES = 8
"""One text in so many is drawn as a page too, which costs more than reading it."""


def sow(folder: Path) -> None:
    """Put the corpora's sentences into *folder*, a file each, unless it holds something."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    for path in sorted(CORPORA.glob("*.toml")):
        language = LANGUAGES.index(path.stem[:2])
        groups = tomllib.loads(path.read_text(encoding="utf-8")).values()
        for number, sentence in enumerate(sentence for group in groups for sentence in group):
            (folder / f"{path.stem}-{number:04}").write_bytes(bytes([language]) + sentence.encode())


def read(data: bytes) -> None:
    """Read a text whose first byte says in which language and whether it is drawn."""
    if not data:
        return
    try:
        source = read_source(data[1:], id="fuzz", language=LANGUAGES[data[0] % 3])
    except UnreadableTextError:
        return
    claims = parse_claims(source)
    for claim in claims:
        for evidence in claim.evidence:
            assert source.text[evidence.start : evidence.end] == evidence.quote, evidence
    ground(claims, source)
    if data[0] % PAGES == PAGES - 1:
        explain(source, html=True)


if __name__ == "__main__":
    sow(Path(next((argument for argument in sys.argv[1:] if not argument.startswith("-")), "fuzz/corpus")))
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
