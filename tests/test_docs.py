"""What the documents say is so: lists are held against the code, and commands and blocks of Python are run."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

import pytest

from documents import Block, Session, blocks, codes, documents, sessions, table, write_files
from openai_landscape import Claim, Use, Verdict, catalog, check, evaluate
from openai_landscape.checking import Status
from openai_landscape.cli import run
from openai_landscape.cli.app import BAD, COMMANDS, DEPENDS, DONE, FAULT, NO, STOPPED
from openai_landscape.entities.claim import PREDICATES
from openai_landscape.evaluation import Outcome
from openai_landscape.terms import WINDOW_RULES
from openai_landscape.use import ACTIVITIES, CIRCUMSTANCES, FACTS, FIELDS
from openai_landscape.use.use import Licensee
from shared_material import ROOT

DOCS: Final = ROOT / "docs"
README: Final = ROOT / "README.md"
DOCUMENTS: Final = documents()


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def of(paths: list[Path], language: str) -> Iterator[tuple[Path, Block]]:
    for path in paths:
        for block in blocks(path.read_text(encoding="utf-8")):
            if block.language == language:
                yield path, block


def place(value: object) -> str | None:
    if isinstance(value, Path):
        return value.relative_to(ROOT).as_posix()
    if isinstance(value, Block | Session):
        return str(value.line)
    return None


# blocks of Python


@pytest.mark.parametrize(("path", "block"), list(of(DOCUMENTS, "python")), ids=place)
def test_a_block_of_python_is_an_example_that_runs(path: Path, block: Block) -> None:
    """Doctest runs what stands behind a prompt, and takes a fence for output unless an empty line stands before it."""
    parsed = doctest.DocTestParser().get_examples(block.body, path.name)

    assert all(part.startswith(">>> ") for part in re.split(r"\n\n+", block.body) if part)
    assert not parsed[-1].want or block.body.endswith("\n\n")


def test_every_example_is_among_those_that_pytest_collects() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]

    assert "--doctest-glob=*.md" in settings["addopts"]
    assert all(any(path.is_relative_to(ROOT / held) for held in settings["testpaths"]) for path in DOCUMENTS)


# commands and what they print


def matches(expected: str, printed: str) -> bool:
    wanted = expected.replace("…", "...")
    return doctest.OutputChecker().check_output(wanted, printed, doctest.ELLIPSIS)


SESSIONS: Final = [(path, session) for path in DOCUMENTS for session in sessions(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("path", "session"), SESSIONS, ids=place)
def test_a_command_prints_what_the_document_says(
    path: Path, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(path.read_text(encoding="utf-8"), tmp_path)
    monkeypatch.chdir(tmp_path)
    command, *arguments = shlex.split(session.command)

    status = run(arguments)
    out, err = capsys.readouterr()

    assert command == "openai-landscape"
    assert status != FAULT
    assert matches(session.printed, out + err), out + err


def quoted_output() -> str:
    (block,) = (block for block in blocks(README.read_text(encoding="utf-8")) if block.language == "text")
    return block.body


def test_the_readme_quotes_what_its_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == DONE
    printed = capsys.readouterr().out

    assert matches(quoted_output(), printed), "the README's block is no longer what the command prints"


def test_the_readme_quotes_whole_lines() -> None:
    lines = quoted_output().splitlines()

    assert len([line for line in lines if line != "…"]) > 20
    assert not [line for line in lines if "…" in line.removeprefix("…") or "..." in line]


def embedded(model: str, **licensee: object) -> Verdict:
    use = {"activities": ["embed"], "purpose": "commercial", "licensee": licensee}
    return evaluate(model, Use.model_validate(use))


def test_the_readme_opens_with_answers_that_are_so() -> None:
    germany = {"country": "DE", "kind": "company", "monthly_active_users": 40_000_000}
    text_model = embedded("Llama 3.2 3B", **germany)
    open_source = {"predicate": "openness", "subject": {"mention": "Llama 3"}, "object": "open_source"}
    found = check(Claim.model_validate(open_source))

    assert embedded("Llama 3.2 11B Vision", **germany).outcome == "prohibited"
    assert (text_model.outcome, len(text_model.duties)) == ("permitted", 5)
    assert embedded("Llama 3 70B", monthly_active_users={"2024-03": 700_000_000}).outcome == "permitted"
    assert embedded("Llama 3 70B", monthly_active_users={"2024-03": 700_000_001}).outcome == "needs_agreement"
    assert embedded("LLaMA 7B").outcome == "prohibited"
    assert embedded("LLaMA 7B").findings[0].clause == "2.a(i)"
    assert found.status is Status.CONTRADICTED
    assert "criteria 5 and 6" in (found.correction or "")


def test_the_readme_gives_twelve_lines_of_python() -> None:
    (block,) = (block for _, block in of([README], "python"))
    examples = doctest.DocTestParser().get_examples(block.body)

    assert sum(example.source.count("\n") for example in examples) == 12


def test_the_readme_names_every_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    rows = table(README.read_text(encoding="utf-8"), "| extra | for |")

    assert sorted(name for row in rows for name in codes(row[0])) == sorted(project["optional-dependencies"])


@pytest.mark.parametrize("path", [README, ROOT / "CONTRIBUTING.md"], ids=place)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


# lists


def test_activities() -> None:
    assert {codes(row[0])[0]: row[1] for row in table(text("facts.md"), "| activity | is |")} == dict(ACTIVITIES)


def test_facts() -> None:
    rows = table(text("facts.md"), "| fact | kind | what it says | values | default |")
    expected = [
        [path, fact.kind, fact.says, fact.values if path != "fields" else (), fact.default or ""]
        for path, fact in FACTS.items()
    ]

    assert [[*codes(row[0]), row[1], row[2], codes(row[3]), row[4]] for row in rows] == expected


def test_every_key_of_a_use_is_told() -> None:
    told = text("facts.md")
    keys = [*Use.model_fields, *(f"licensee.{name}" for name in Licensee.model_fields)]
    parts = {"licensee", "circumstances", "improved_model", "activities"}

    assert [key for key in keys if key not in parts and f"| `{key}` |" not in told] == []


def test_fields_of_use() -> None:
    rows = table(text("fields.md"), "| field | the use touches it if | often decided by |")

    assert tuple(codes(row[0])[0] for row in rows) == FIELDS
    named = {name.removeprefix("circumstances.") for row in rows for name in codes(row[2])}
    assert named <= set(CIRCUMSTANCES)


def test_what_decides_a_field_is_asked_for_by_some_clause() -> None:
    """A circumstance that a row names stands, in some licence, in one condition with the field."""
    together = {
        (field, name)
        for license_ in catalog().licenses.values()
        for term in license_.model_dump(mode="json")["terms"]
        for field in FIELDS
        for name in CIRCUMSTANCES
        if f'"{field}"' in (condition := json.dumps(term.get("when"))) and f'"circumstances.{name}"' in condition
    }
    rows = table(text("fields.md"), "| field | the use touches it if | often decided by |")
    said = {(codes(row[0])[0], name.removeprefix("circumstances.")) for row in rows for name in codes(row[2])}

    assert said - together == set()


def test_windows() -> None:
    rows = table(text("explanation/measures.md"), "| window | means |")

    assert {codes(row[0])[0]: row[1] for row in rows} == dict(WINDOW_RULES)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("explanation/semantics.md", "| outcome | over all completions |"),
        ("architecture.md", "| outcome | over all completions |"),
    ],
)
def test_outcomes(name: str, head: str) -> None:
    assert [codes(row[0])[0] for row in table(text(name), head)] == [each.value for each in Outcome]


def test_predicates() -> None:
    rows = table(text("reference/claims.md"), "| predicate | subject and object | says | object is | qualifiers |")
    told = {
        codes(row[0])[0]: (
            frozenset(re.findall(r"[a-z]+", row[3].partition(":")[0])),
            frozenset(codes(row[3])),
            codes(row[4]),
        )
        for row in rows
    }

    assert told == {
        each.value: (rule.objects, rule.words or frozenset(), tuple(sorted(rule.qualifiers)))
        for each, rule in PREDICATES.items()
    }


def test_moods_and_statuses() -> None:
    moods = table(text("reference/claims.md"), "| modality | the text |")
    statuses = table(text("reference/claims.md"), "| status | when |")

    assert tuple(codes(row[0])[0] for row in moods) == get_args(Claim.model_fields["modality"].annotation)
    assert [codes(row[0])[0] for row in statuses] == [each.value for each in Status]


def test_commands() -> None:
    rows = table(text("reference/cli.md"), "| command | does |")

    assert [name for row in rows for name in codes(row[0])] == list(COMMANDS)
    assert re.findall(r"<!-- help: (\w+) -->", text("reference/cli.md")) == list(COMMANDS)


def test_exit_statuses() -> None:
    rows = table(text("reference/cli.md"), "| status | says |")

    assert sorted(int(row[0]) for row in rows) == sorted((DONE, NO, BAD, DEPENDS, FAULT, STOPPED))


def test_every_public_package_has_its_page() -> None:
    pages = {path.stem for path in (DOCS / "reference").glob("*.md")}
    packages = {path.parent.name for path in (ROOT / "src" / "openai_landscape").glob("[a-z]*/__init__.py")}

    assert packages - {"cli", "data"} - pages == set()
    for name in pages & packages - {"cli"}:
        assert f"automodule:: openai_landscape.{name}\n" in text(f"reference/{name}.md")


def test_fragments_of_the_guide_are_parts_of_its_whole_file() -> None:
    whole, fragments = "", []
    for block in blocks(text("encoding-a-licence.md")):
        if block.language == "json":
            whole = block.body if block.file else whole
            fragments += [] if block.file else [json.loads(block.body)]

    (licence,) = json.loads(whole)["licenses"]
    parts = [*licence["terms"], *licence["ambiguities"], *licence["reach"]]
    head = {key: value for key, value in licence.items() if key not in ("terms", "ambiguities", "reach")}
    assert [fragment for fragment in fragments if fragment not in (*parts, head)] == []
    assert [term["id"] for term in licence["terms"] if term not in fragments] == []


def test_floors_are_those_that_are_kept() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = [re.findall(r"\w+", layer) for layer in contracts[0]["layers"]]
    rows = table(text("architecture.md"), "| floor | package | answers |")

    assert [list(codes(row[1])) for row in rows] == [layer for layer in layers if layer != ["__main__"]]
    assert [int(row[0]) for row in rows] == list(range(len(rows), 0, -1))


def test_what_the_package_stands_on_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    used = [
        *project["dependencies"],
        *(line for name in ("cli", "names", "spdx", "yaml", "hypothesis") for line in extras[name]),
    ]
    rows = table(text("architecture.md"), "| package | for | why |")

    assert sorted(codes(row[0])[0] for row in rows) == sorted(re.split(r"[<>=!~ ]", line)[0] for line in used)
