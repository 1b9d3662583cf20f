"""Mistakes that people make: each is told in a sentence that says what to do, on standard error, with status 2."""

import json
from pathlib import Path

import pytest

from openai_landscape.cli import run
from openai_landscape.cli.app import BAD, FAULT

FILES = {
    "latin.txt": b"M\xfcnchen",
    "latin.json": b'{"activities": ["M\xfcnchen"]}',
    "empty.json": b"",
    "list.json": b"[1]",
    "twice.json": b'{"activities": ["run"],\n "activities": ["host"]}',
    "comma.json": b'{"activities": ["run"],}',
    "use.json": b'{"activities": ["run"],\n "purpose": "comercial",\n "licensee": {"mau": 5}}',
    "entries.json": b'{"models": [\n  {"id": "acme-7b", "name": "Acme 7B", "licences": []}\n]}',
    "texts.json": json.dumps(
        {
            "id": "acme-1.0",
            "name": "Acme 1.0",
            "texts": [{"id": "acme-1.0", "sha256": "0" * 64, "chars": 4}],
            "terms": [],
        },
        indent=1,
    ).encode(),
    "acme.txt": b"1. Go",
}

RUN = ("--activity", "run")


@pytest.fixture
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["evalute"], ["no command is called 'evalute'; perhaps 'evaluate'"]),
        (["evaluate", "mit", "--purpos", "x"], ["--purpos", "--purpose"]),
        (["evaluate"], ["missing argument 'MODEL_OR_LICENCE…'", "openai-landscape evaluate --help"]),
        (["evaluate", "mit"], ["use.activities: not given; name one of run, modify,"]),
        (["evaluate", "Lama 3", *RUN], ['no model or licence is named "Lama 3"; nearest: "Llama 3" (llama-3)']),
        (["evaluate", "mit", "--activity", "runn"], ["--activity", "'runn'", "write one of run, modify,"]),
        (["evaluate", "mit", *RUN, "--field", "militry"], ["'militry'", "nearest: military"]),
        (["evaluate", "mit", *RUN, "--users", "7e8"], ["--users '7e8': not a count; write a whole number"]),
        (["evaluate", "mit", *RUN, "--users", "-5"], ["--users '-5': not a count"]),
        (["evaluate", "mit", *RUN, "--users", "7,00"], ["--users '7,00': not a count"]),
        (["evaluate", "mit", *RUN, "--users", "²"], ["--users '²': not a count"]),
        (["evaluate", "mit", *RUN, "--users", "1", "--users", "2024-03=2"], ["one for each month, not both"]),
        (
            ["evaluate", "mit", *RUN, "--users", "2024-3=1"],
            ['use.licensee.monthly_active_users["2024-3"]', 'write it as YYYY-MM, for example "2024-03"'],
        ),
        (["evaluate", "mit", *RUN, "--country", "UK"], ["use.licensee.country", 'the United Kingdom is "GB"']),
        (["evaluate", "mit", *RUN, "--on", "1.6.2025"], ["use.on", 'for example "2024-04-18"']),
        (["evaluate", "mit", *RUN, "--fact", "production"], ["--fact 'production': write PATH=VALUE"]),
        (["evaluate", "mit", *RUN, "--fact", "production=maybe"], ["use.production: 'maybe': write true or false"]),
        (["evaluate", "mit", *RUN, "--fact", "purpos=x"], ["use.purpos: no such key; perhaps 'purpose'"]),
        (
            ["evaluate", "mit", *RUN, "--fact", "licensee.mau=5"],
            ["use.licensee.mau: no such key; perhaps 'monthly_active_users'"],
        ),
        (["evaluate", "mit", *RUN, "--fact", "licensee=5"], ["use.licensee: 5: write an object"]),
        (["evaluate", "mit", "--fact", "activities=run"], ["use.activities: 'run': write a list"]),
        (["evaluate", "mit", "--fact", "activities=[]"], ["use.activities: empty; write at least one"]),
        (["evaluate", "mit", "--use", "nix.json"], ["nix.json", "does not exist"]),
        (["evaluate", "mit", "--use", "latin.json"], ["latin.json: not UTF-8"]),
        (["evaluate", "mit", "--use", "empty.json"], ["empty.json:1:1"]),
        (["evaluate", "mit", "--use", "comma.json"], ["comma.json:1:24"]),
        (["evaluate", "mit", "--use", "twice.json"], ["twice.json:2:2", "activities"]),
        (["evaluate", "mit", "--use", "list.json"], ["list.json: not a use; write an object"]),
        (
            ["evaluate", "mit", "--use", "use.json"],
            [
                "use.json:2:13: purpose: 'comercial': none of its values; write one of personal,",
                "use.json:3:15: licensee.mau: no such key; perhaps 'monthly_active_users'",
            ],
        ),
        (["evaluate", "mit", *RUN, "--ask"], ["--ask needs a terminal", "--use"]),
        (["frontier", "mit", "purpose", *RUN], ["'purpose' is a choice, not a number"]),
        (["frontier", "mit", "licensee.mau", *RUN], ["no fact is called 'licensee.mau'"]),
        (["compare", "mit", "Llama 3"], ['no licence is named "Llama 3"']),
        (["read", "nix.txt"], ["nix.txt", "does not exist"]),
        (["read", "latin.txt"], ["latin.txt", "not UTF-8"]),
        (["check", "."], ["'.'", "is a directory"]),
        (["identify", "latin.txt"], ["latin.txt", "not UTF-8"]),
        (["lint", "nix.json"], ["nix.json: cannot be read"]),
        (["lint", "entries.json"], ["entries.json:2:", "models[0].licences: no such key; perhaps 'licenses'"]),
        (["lint", "texts.json", "--text", "acme-1.0"], ["--text 'acme-1.0': write ID=FILE"]),
        (["lint", "texts.json", "--text", "acme-1.0=latin.txt"], ["latin.txt: not UTF-8"]),
        (
            ["lint", "texts.json", "--text", "acme-1.0=acme.txt"],
            [
                "texts.json:7:",
                "texts[0].sha256: not that of the text; it is ",
                "texts[0].chars: not the text's length; it has 5 characters",
            ],
        ),
        (["--json", "evaluate", "mit"], ["write it behind the command, evaluate … --json"]),
        (["report", "latin.txt", "-o", "page.html"], ["latin.txt", "not UTF-8"]),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else None,
)
def test_a_mistake_is_told_with_what_to_do(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: list[str]
) -> None:
    assert run(arguments) == BAD
    out, err = capsys.readouterr()

    assert out == ""
    assert [part for part in says if part not in err] == []
    # lint begins with the file's name, as editors take it
    assert all(line.startswith(("openai-landscape: ", *FILES, "nix")) for line in err.splitlines())
    assert "pydantic" not in err
    assert "Traceback" not in err


@pytest.mark.usefixtures("_files")
def test_faults_of_entries_are_data_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "entries.json", "--json"]) == BAD
    (fault,) = json.loads(capsys.readouterr().out)["faults"]

    assert (fault["file"], fault["line"], fault["path"]) == ("entries.json", 2, "models[0].licences")
    assert "licenses" in fault["message"]


@pytest.mark.parametrize("error", [KeyError("x"), IndexError("x"), AssertionError("x"), RuntimeError("x")])
def test_what_is_no_input_is_an_internal_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("openai_landscape.cli.evaluate.evaluate", fails)

    assert run(["evaluate", "mit", *RUN]) == FAULT
    assert f"internal fault, please report it: {type(error).__name__}" in capsys.readouterr().err
