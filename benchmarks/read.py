"""Reading claims, beside spaCy's blank pipeline with sentencizer, entity ruler and phrase matcher: ratios of medians.

Both know the same names and cues; spaCy makes no claim of them. Its `PhraseMatcher` stands for the matcher, since its
token `Matcher` needs thirty times as long with as many cues. The texts are the seeds and, where they lie beside the
repository, the development articles: paragraphs shuffled, and letters of every third longer word changed, so that a
cache of words helps neither. What is timed is the processor's time of one process, the two taking turns.

    python benchmarks/read.py
"""

from __future__ import annotations

import math
import random
import re
import resource
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]
"""Without this folder, whose `catalogue` would stand before the package of that name that spaCy uses."""
LANGUAGES = ("de", "nl", "en")
ROUNDS = 7
SIZE = 60_000
SIZES = (40_000, 160_000, 640_000)
HOSTILE = {
    "dots": ".",
    "digits": "1",
    "digits and points": "1.",
    "brackets": "(",
    "bracket pairs": "[] ",
    "capitals": "A",
    "capitals with hyphens": "A-",
    "capitalised words": "Aa ",
    "quotation marks": '"',
    "German quotation marks": "„",
    "apostrophes": "' ",
    "names": "Meta ",
    "numbers": "1.000,",
}


def originals() -> dict[str, list[str]]:
    """Return the texts by language."""
    from openai_landscape.reading import read_source

    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    shared = ROOT.parent / "shared" / "claims" / "dev" / "articles"
    for path in [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(shared.glob("*.txt"))]:
        source = read_source(path)
        if source.language is not None:
            found[source.language].append(source.text)
    if not found["en"]:
        print("no development articles beside the repository: no text in English")
    return {language: texts for language, texts in found.items() if texts}


def varied(texts: list[str], size: int, seed: int) -> list[str]:
    """Return texts of together *size* characters, made of the paragraphs of *texts* with words that nobody has met."""
    draw = random.Random(seed)  # noqa: S311 - no secret is drawn

    def other(match: re.Match[str]) -> str:
        if draw.random() > 1 / 3:
            return match[0]
        at = draw.randrange(2, len(match[0]) - 1)
        return match[0][:at] + draw.choice("abdefgiklmnoprstu") + match[0][at + 1 :]

    made, count = [], 0
    while count < size:
        paragraphs = draw.choice(texts).split("\n")
        draw.shuffle(paragraphs)
        made.append(re.sub(r"\b[a-zäöüß]{6,}\b", other, "\n".join(paragraphs)))
        count += len(made[-1])
    return made


def spacy_pipeline(language: str) -> Callable[[str], object]:
    """Return spaCy's blank pipeline with the catalogue's names and the lexicon's cues."""
    import spacy
    from spacy.matcher import PhraseMatcher

    from openai_landscape.catalogue import catalog
    from openai_landscape.reading.naming import names_of

    nlp = spacy.blank(language)
    nlp.max_length = 20_000_000
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": alias.kind, "pattern": alias.alias} for alias in names_of(catalog())])
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for kind, words in cues(language):
        matcher.add(kind, [nlp.make_doc(word) for word in words])
    return lambda text: matcher(nlp(text))


def cues(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of a language's lexicon by kind, as phrases."""
    data = tomllib.loads(
        files("openai_landscape.reading").joinpath("lexicon", f"{language}.toml").read_text(encoding="utf-8")
    )
    for kind, value in data["cue"].items():
        entries = [entry for group in (value.values() if isinstance(value, dict) else [value]) for entry in group]
        parts = [part for entry in entries for part in entry.split(" … ")]
        yield kind, [part.replace("~", " ").removesuffix("*") for part in parts]


def reader(language: str) -> Callable[[str], object]:
    """Return our reading of a text, from the string to its claims."""
    from openai_landscape.reading import parse_claims, read_source

    return lambda text: parse_claims(read_source(text, id="text", language=language))  # type: ignore[arg-type] # one of LANGUAGES


def seconds(run: Callable[[str], object], texts: list[str]) -> float:
    """Return how long *run* takes for each byte of *texts*, in seconds."""
    start = time.process_time()
    for text in texts:
        run(text)
    return (time.process_time() - start) / sum(len(text.encode()) for text in texts)


def speeds(texts: dict[str, list[str]]) -> None:
    """Print both speeds in each language and their ratio."""
    ratios = []
    for language, own in texts.items():
        ours, theirs = reader(language), spacy_pipeline(language)
        for run in (ours, theirs):
            seconds(run, varied(own, 5_000, 0))
        rounds = [varied(own, SIZE, seed) for seed in range(1, ROUNDS + 1)]
        both = [(seconds(ours, made), seconds(theirs, made)) for made in rounds]
        mine, other = (statistics.median(column) for column in zip(*both, strict=True))
        ratios.append(other / mine)
        print(f"{language}: ours {1e-6 / mine:.2f} MB/s, spaCy {1e-6 / other:.2f} MB/s, ratio {other / mine:.2f}")
    print(f"ratio over the languages   {statistics.mean(ratios):6.2f}  (must 0.7, aim 1.5)")
    print(f"ratio of the slowest       {min(ratios):6.2f}  (must 0.4)")


def slopes(texts: dict[str, list[str]]) -> float:
    """Print how the time grows with a single text's length; return the seconds for each byte of the longest."""
    own = texts["de"]
    run = reader("de")
    times: dict[int, float] = {}
    for size in SIZES:
        made = ["\n\n".join(varied(own, size, seed))[:size] for seed in range(3)]
        times[size] = statistics.median(seconds(run, [text]) * len(text.encode()) for text in made)
    for small, large in pairwise(SIZES):
        slope = math.log(times[large] / times[small]) / math.log(large / small)
        print(f"slope {small // 1000:4}→{large // 1000} kB         {slope:6.2f}  (must 1.2, aim 1.1)")
    return times[SIZES[-1]] / SIZES[-1]


def hostile(prose: float) -> None:
    """Print how much longer than prose a byte takes in lines that are hard to read."""
    run = reader("de")
    worst = 0.0
    for label, unit in HOSTILE.items():
        line = (unit * (1_000_000 // len(unit.encode())))[:1_000_000]
        ratio = seconds(run, [line]) / prose
        worst = max(worst, ratio)
        print(f"  1 MB of {label:24} {ratio:6.2f}")
    marks = "„" * 100_000 + " Ja, sagte Meta."
    print(f"  100,000 quotation marks          {seconds(run, [marks]) / prose:6.2f}")
    line = "Das Modell ist groß und " * 420_000
    print(f"  10 MB of words in one line       {seconds(run, [line]) / prose:6.2f}")
    print(f"worst hostile line / prose {worst:6.2f}  (must 5, aim 3)")


def first(what: str) -> None:
    """Read one text in a bare interpreter; the child of `starts`."""
    text = (ROOT / "seeds" / "000_ae70e4d6e646479d.txt").read_text(encoding="utf-8")
    run = reader("de") if what == "ours" else spacy_pipeline("de")
    run(text)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would count what the parent held as well
    print(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


def starts() -> None:
    """Print the time from a bare interpreter to the first text read, and the most memory that it took (on Linux)."""
    times: dict[str, list[float]] = {"ours": [], "spaCy": []}
    peaks: dict[str, int] = {}
    for _ in range(5):
        for what, taken in times.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run([sys.executable, __file__, what], capture_output=True, text=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            peaks[what] = int(done.stdout)
    ours, theirs = statistics.median(times["ours"]), statistics.median(times["spaCy"])
    print(f"first text: ours {ours:.2f} s, spaCy {theirs:.2f} s")
    print(f"first text, ours / spaCy   {ours / theirs:6.2f}  (must 0.5, aim 0.35)")
    print(f"peak memory: ours {peaks['ours'] / 1024:.0f} MB, spaCy {peaks['spaCy'] / 1024:.0f} MB")
    print(f"peak memory, ours / spaCy  {peaks['ours'] / peaks['spaCy']:6.2f}  (must 0.5)")


def main() -> None:
    """Print all figures, or what a child was asked for."""
    if len(sys.argv) > 1:
        first(sys.argv[1])
        return
    texts = originals()
    for part in (partial(speeds, texts), starts):
        part()
    hostile(slopes(texts))


if __name__ == "__main__":
    main()
