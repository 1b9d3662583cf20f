"""What each command prints, and the exit status that says it."""

import json
from pathlib import Path
from typing import Any

import pytest

from openai_landscape.cli import run
from openai_landscape.cli.app import COMMANDS
from openai_landscape.cli.output import WIDTH

ARTICLE = "Meta has released Llama 3. The model Llama 3 is open source.\n"
LICENCE = {
    "id": "acme-1.0",
    "name": "Acme 1.0",
    "texts": [{"id": "acme-1.0", "sha256": "0" * 64, "chars": 10}],
    "terms": [
        {
            "id": "grant",
            "kind": "permission",
            "activities": "all",
            "summary": "All.",
            "citation": {"section": "1", "text": "acme-1.0", "span": [0, 10]},
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and an entry, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "licence.json").write_text(json.dumps({"licenses": [LICENCE]}), encoding="utf-8")
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What a command prints; it ends with *status* and says nothing on standard error."""
    assert run(arguments) == status
    out, err = capsys.readouterr()
    assert err == ""
    return out


def data(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    return json.loads(printed(capsys, *arguments, status=status))


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["mit"], 0),
        (["Llama 3 70B"], 3),
        (["Llama 3 70B", "--users", "2024-03=700000000"], 0),
        (["Llama 3 70B", "--users", "2024-03=700,000,001"], 1),
        (["Llama 3 70B", "--fact", "licensee.monthly_active_users[2024-03]=700000001"], 1),
        (["Llama 3 70B", "--field", "military"], 1),
        (["Llama 3 70B", "--users", "1", "--strict"], 3),
        (["mit", "apache-2.0"], 0),
        (["mit", "Llama 3 70B", "--users", "2024-03=700000001"], 1),
    ],
)
def test_the_exit_status_says_the_outcome(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int
) -> None:
    verdict = data(capsys, "evaluate", *arguments, "--activity", "host", "--json", status=status)

    assert status == {"permitted": 0, "needs_agreement": 1, "prohibited": 1, "depends": 3}[verdict["outcome"]]
    assert verdict["permitted"] is {0: True, 1: False, 3: None}[status]


def test_options_stand_over_the_file(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    use = {"activities": ["run"], "licensee": {"kind": "company", "monthly_active_users": 5}}
    (folder / "use.json").write_text(json.dumps(use), encoding="utf-8")

    verdict = data(
        capsys, "evaluate", "mit", "--use", "use.json", "--activity", "host", "--users", "2024-03=7", "--json"
    )

    assert verdict["use"]["activities"] == ["host"]
    assert verdict["use"]["licensee"]["kind"] == "company"
    assert verdict["use"]["licensee"]["monthly_active_users"] == {"2024-03": 7}


def test_yaml_says_the_same_as_json(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "use.json").write_text('{"activities": ["run"], "licensee": {"country": "NO"}}', encoding="utf-8")
    (folder / "use.yaml").write_text("activities: [run]\nlicensee: {country: NO}\n", encoding="utf-8")

    as_json, as_yaml = (data(capsys, "evaluate", "mit", "--use", f"use.{kind}", "--json") for kind in ("json", "yaml"))

    assert as_json == as_yaml


def test_a_frontier_shows_the_number_itself_on_its_side(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("frontier", "llama-3-community", "licensee.monthly_active_users[2024-03]", "--activity", "host")

    assert printed(capsys, *asked).splitlines()[1:] == [
        "  0 to 700,000,000      permitted",
        "  700,000,001 and more  needs agreement",
    ]
    assert [piece["outcome"] for piece in data(capsys, *asked, "--json")] == ["permitted", "needs_agreement"]


def test_a_comparison_names_who_asks_for_what(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "compare", "llama-3-community", "llama-3.1-community")

    assert "only llama-3.1-community asks for: display “Built with Llama”" in " ".join(out.split())
    assert data(capsys, "compare", "mit", "mit", "--json")["differs"] is False


def test_openness_answers_by_each_definition(capsys: pytest.CaptureFixture[str]) -> None:
    found = {each["definition"]: each["outcome"] for each in data(capsys, "openness", "Llama 3 8B", "--json")}
    out = printed(capsys, "openness", "DeepSeek R1", "--definition", "osd", "--reasons")

    assert list(found) == ["osd", "osaid-1.0", "mof-1.0", "eu-ai-act"]
    assert set(found.values()) == {"does_not_meet"}
    assert out.startswith("deepseek-r1 under osd: meets\n")


@pytest.mark.usefixtures("folder")
def test_claims_come_one_a_line_with_their_file(capsys: pytest.CaptureFixture[str]) -> None:
    claims = [json.loads(line) for line in printed(capsys, "read", "article.txt", "--jsonl").splitlines()]

    assert {claim["predicate"] for claim in claims} >= {"released", "openness"}
    assert {claim["file"] for claim in claims} == {"article.txt"}
    assert all(ARTICLE[e["start"] : e["end"]] == e["quote"] for claim in claims for e in claim["evidence"])


@pytest.mark.usefixtures("folder")
def test_a_claim_is_checked_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "check", "article.txt")
    (checked,) = data(capsys, "check", "article.txt", "--json")["texts"]

    assert "contradicted" in {each["status"] for each in checked["assessments"]}
    assert "contradicted" in out
    assert "  line 1" in out


def test_claims_that_cannot_all_be_true_are_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "other.txt").write_text("The model Llama 3 is not open source.\n", encoding="utf-8")
    asked = ("check", "article.txt", "other.txt")

    whole = data(capsys, *asked, "--json")
    lines = [json.loads(line) for line in printed(capsys, *asked, "--jsonl").splitlines()]
    reviews = data(capsys, *asked, "--reviews")

    assert "Claims that cannot all be true" in printed(capsys, *asked)
    assert len(whole["conflicts"]) == [line["type"] for line in lines].count("conflict") > 0
    assert {each["@type"] for each in reviews["@graph"]} == {"ClaimReview"}


@pytest.mark.usefixtures("folder")
def test_a_text_is_identified(capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, "identify", "article.txt", "--json")["match"] == "none"
    assert printed(capsys, "identify", "article.txt") == "article.txt: no known licence\n"


@pytest.mark.usefixtures("folder")
def test_an_entry_without_faults_is_told_by_what_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "lint", "licence.json") == "licence.json: 1 licence: nothing wrong\n"
    assert data(capsys, "lint", "licence.json", "--json") == {
        "faults": [],
        "files": [{"file": "licence.json", "holds": {"License": 1}, "idle": []}],
    }


def test_idle_rules_of_an_entry_are_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    ban = {**LICENCE["terms"][0], "id": "ban", "kind": "prohibition"}  # type: ignore[dict-item]  # the first term is a dict
    (folder / "idle.json").write_text(json.dumps({**LICENCE, "terms": [*LICENCE["terms"], ban]}), encoding="utf-8")

    out = printed(capsys, "lint", "idle.json")

    assert out.splitlines() == [
        "idle.json: 1 licence: taken",
        "  acme-1.0: a prohibition takes back all that 'grant' permits",
    ]


def test_the_main_job_answers_for_three_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys)
    whole = data(capsys, "--json")

    assert len(whole["texts"]) == 5
    llama = [answer for answer in whole["licenses"] if answer["license"] == "llama-3-community"]
    assert [(answer["users"], answer["verdict"]["outcome"]) for answer in llama] == [
        (500_000_000, "permitted"),
        (700_000_000, "permitted"),
        (800_000_000, "needs_agreement"),
    ]
    assert {answer["month"] for answer in llama} == {"2024-03"}
    assert "  800,000,000  needs an agreement" in out
    assert max(map(len, out.splitlines())) <= WIDTH


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_in_80_columns(capsys: pytest.CaptureFixture[str], command: str) -> None:
    out = printed(capsys, command, "--help")

    assert f"openai-landscape {command}" in out.split("Example", 1)[1]
    assert "--json" in out
    assert max(map(len, out.splitlines())) <= WIDTH


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "--help")

    assert [line.split()[0] for line in out.split("Commands:\n")[1].splitlines()] == list(COMMANDS)
    assert max(map(len, out.splitlines())) <= WIDTH
