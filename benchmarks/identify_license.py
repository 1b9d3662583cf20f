"""Times `identify_license` beside ScanCode, as ratios in one run: `python benchmarks/identify_license.py [TEXTS]`.

TEXTS is a folder of licence texts, by default ../shared/licenses/texts. The peer is `scancode-toolkit-mini` (extra
`bench`); where it is not installed, our own times are printed alone. Ratios are of processor times, each the
least of several interleaved rounds; over the texts the median is told, and the worst.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

from openai_landscape.identification import identify_license

ROOT: Final = Path(__file__).resolve().parents[1]
ROUNDS: Final = 3
SAMPLE: Final = 12  # every so many texts, edited, are put to ScanCode: it takes a second for some

START: Final = """
import time
{work}
took = time.process_time()  # since the interpreter began
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # of this program, not its parent
print(took, int(peak.split()[1]) / 1024)
"""
OURS: Final = (
    "from openai_landscape.identification import identify_license; identify_license('no licence, if long enough')"
)
THEIRS: Final = "from licensedcode.cache import get_index; get_index().match(query_string='no licence, if long enough')"

Run = Callable[[str], Any]


def least(runs: tuple[Run, ...], text: str, rounds: int) -> list[float]:
    """The least processor time that each of *runs* takes for *text*, in seconds, taking turns."""
    best = [float("inf")] * len(runs)
    for _ in range(rounds):
        for which, run in enumerate(runs):
            begin = time.process_time()
            run(text)
            best[which] = min(best[which], time.process_time() - begin)
    return best


def scancode() -> Run | None:
    """ScanCode's matcher in process, or None where it is not installed."""
    try:
        from licensedcode.cache import get_index
    except ImportError:
        return None
    index = get_index()
    return lambda text: index.match(query_string=text)


def edited(text: str) -> Iterator[tuple[str, str]]:
    """Ways to change a text, each with its name."""
    half = text.find("\n", len(text) // 2)
    yield "a line added", f"{text}\nNo commercial use.\n"
    yield "a word changed", f"{text[:half]} except {text[half:]}"
    yield "rewrapped, a word changed", "\n".join(textwrap.wrap(f"{text[:half]} except {text[half:]}", 60))


def fresh(work: str) -> tuple[float, float]:
    """Processor seconds and peak memory (MiB) of an interpreter that does *work*: the least of three (Linux)."""
    runs = [
        subprocess.run([sys.executable, "-c", START.format(work=work)], capture_output=True, check=True, text=True)
        for _ in range(3)
    ]
    seconds, peaks = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return min(seconds), min(peaks)


def published(texts: dict[str, str], peer: Run | None) -> None:
    """Time texts as they are published, and the same rewrapped, against ScanCode's hash path."""
    for name, change in (("as published", str), ("rewrapped", lambda text: "\n".join(textwrap.wrap(text, 60)))):
        ours, ratios = [], []
        for text in map(change, texts.values()):
            hashed = peer is not None and [match.matcher for match in peer(text)] == ["1-hash"]
            times = least((identify_license, peer) if peer and hashed else (identify_license,), text, ROUNDS)
            ours.append(times[0])
            ratios += [times[0] / times[1]] if hashed else []
        told = f"{median(ratios):.3f}x ScanCode's hash path (worst {max(ratios):.3f}x)" if ratios else "no peer"
        print(f"{name}: median {median(ours) * 1e3:.2f} ms; {told}; {len(ratios)} texts")


def changed(texts: dict[str, str], peer: Run | None) -> None:
    """Time texts with changes, where ScanCode leaves its hash path."""
    ways: dict[str, list[list[float]]] = {}
    for text in list(texts.values())[::SAMPLE]:
        for way, other in edited(text):
            left = peer is not None and any(match.matcher == "3-seq" for match in peer(other))
            runs = (identify_license, peer) if peer and left else (identify_license,)
            ways.setdefault(way, []).append(least(runs, other, ROUNDS))
    for way, times in ways.items():
        ratios = [each[1] / each[0] for each in times if len(each) > 1]
        told = f"{median(ratios):.0f}x faster (least {min(ratios):.0f}x)" if ratios else "no peer"
        print(f"{way}: median {median(each[0] for each in times) * 1e3:.2f} ms; {told}; {len(ratios)} texts")


def noise(texts: dict[str, str]) -> None:
    """Time prose that grows, made of the words of all texts in an order of no sense."""
    words = " ".join(texts.values()).split()
    jumbled = [words[place * 7919 % len(words)] for place in range(len(words))]
    prose = " ".join(jumbled * 2)
    for size in (250_000, 500_000, 1_000_000):
        (took,) = least((identify_license,), prose[:size], 2)
        print(f"noise of {size:,} characters: {took * 1e3:.0f} ms, {took / size * 1e9:.0f} ns a character")


def main(arguments: list[str]) -> int:
    """Run all; return the exit status."""
    folder = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "licenses" / "texts"
    texts = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}
    if not texts:
        print(f"no licence texts in {folder}: name a folder that has some")
        return 2
    seconds, peak = fresh(OURS)  # before the peer is loaded
    print(f"start and first answer: {seconds * 1e3:.0f} ms, {peak:.0f} MiB")
    peer = scancode()
    print(f"{len(texts)} texts; {'beside ScanCode' if peer else 'ScanCode is not installed: no ratios'}")
    published(texts, peer)
    changed(texts, peer)
    noise(texts)
    if peer:
        slow, big = fresh(THEIRS)
        print(f"ScanCode's: {slow:.2f} s, {big:.0f} MiB: ours {seconds / slow:.3f}x the time, {peak / big:.3f}x memory")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
