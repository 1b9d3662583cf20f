"""Many files: the same claims as one by one, in the order given, whatever is wrong with some of them."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from openai_landscape.entities import Claim
from openai_landscape.reading import ReadFault, parse_claims, parse_corpus, read_source, seeds
from openai_landscape.reading.naming import Named


def _files(folder: Path) -> list[Path]:
    texts = [seed.text for seed in seeds()] + [f"The LLM Foo-{size}B is open source." for size in range(1, 9)]
    found = []
    for number, text in enumerate(texts):
        found.append(folder / f"{number:02}.txt")
        found[-1].write_text(text, encoding="utf-8", newline="")
    return found


class _Nothing:
    """A catalogue that knows nobody."""

    models: Mapping[str, Named] = MappingProxyType({})
    licenses = organizations = people = products = models


def _broken(folder: Path) -> Path:
    path = folder / "broken.txt"
    path.write_bytes(b"Meta \xff")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_claims_come_in_order_and_are_those_of_each_file_alone(workers: int, tmp_path: Path) -> None:
    files = _files(tmp_path)
    given = [*files[:3], _broken(tmp_path), tmp_path / "missing.txt", *reversed(files[3:])]
    told: list[tuple[int, int]] = []

    found = list(parse_corpus(given, workers=workers, on_progress=lambda done, total: told.append((done, total))))

    assert [path for path, _ in found] == given
    assert told == [(done, len(given)) for done in range(1, len(given) + 1)]
    for path, claims in found:
        if isinstance(claims, ReadFault):
            assert claims.path == str(path)
        else:
            assert claims == parse_claims(read_source(path))
    assert [result.kind for _, result in found if isinstance(result, ReadFault)] == [
        "UnreadableTextError",
        "FileNotFoundError",
    ]


def test_a_fault_says_which_file_and_what_is_wrong_with_it(tmp_path: Path) -> None:
    broken = _broken(tmp_path)

    [(_, fault)] = parse_corpus([broken])

    assert str(fault) == f"{broken}: byte 5 (0xff) is not UTF-8; save the text as UTF-8"


@pytest.mark.parametrize("workers", [1, 2])
def test_names_are_those_of_the_catalogue_given(workers: int, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Llama 3 was released by Meta.\n\nThe LLM Foo-7B is open source.", encoding="utf-8")

    for _, claims in parse_corpus([path, path], workers=workers, catalog=_Nothing()):
        assert not isinstance(claims, ReadFault)
        assert {claim.subject.mention: claim.subject.entity for claim in claims}["Foo-7B"] is None
        assert not any(claim.subject.entity for claim in claims)


def test_no_more_is_read_than_is_asked_for(tmp_path: Path) -> None:
    files = _files(tmp_path)
    found = parse_corpus(files, workers=1)

    next(found)
    files[1].unlink()

    assert isinstance(next(found)[1], ReadFault)
    assert isinstance(next(found)[1], tuple)


def test_leaving_early_ends_the_workers(tmp_path: Path) -> None:
    files = _files(tmp_path)

    for path, claims in parse_corpus(files * 4, workers=2):
        assert path == files[0]
        assert claims
        assert all(isinstance(claim, Claim) for claim in claims)
        break


def test_no_workers_are_refused() -> None:
    with pytest.raises(ValueError, match=re.escape("workers is 0; at least 1 is needed")):
        parse_corpus([], workers=0)


def test_nothing_is_found_in_no_files() -> None:
    assert list(parse_corpus([])) == []
