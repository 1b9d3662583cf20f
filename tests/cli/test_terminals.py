"""Pipes that close, terminals that answer, characters that would steer a screen."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from cli.terminal import COMMAND, on_screen, ran, typed

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("evaluate", "mit", "--activity", "run", "--json"), 0),
        (("evaluate", "Llama 3 70B", "--activity", "run", "--field", "military"), 1),
        (("evaluate", "Llama 3 70B", "--activity", "run"), 3),
        (("compare", "llama-3-community", "mit"), 0),
        (("--help",), 0),
        ((), 0),
    ],
)
def test_a_pipe_that_closes_is_no_fault(arguments: tuple[str, ...], status: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen((*COMMAND, *arguments), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    _, err = process.communicate(timeout=120)

    assert (process.returncode, err) == (status, b"")


def test_a_pipe_gets_no_colours_and_a_terminal_does() -> None:
    asked = ("evaluate", "mit", "--activity", "run")

    shown = on_screen(*asked)

    assert COLOUR.search(shown)
    assert COLOUR.sub("", shown).replace("\r\n", "\n") == ran(*asked).out


def test_long_work_shows_how_far_it_has_come_on_a_terminal_only(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Meta has released Llama 3.\n", encoding="utf-8")

    assert "reading" in on_screen("read", str(article))
    assert ran("read", str(article)).err == ""


def test_output_that_cannot_print_a_character_prints_its_number() -> None:
    done = ran("evaluate", "Llama 3 70B", "--activity", "host", env={"PYTHONIOENCODING": "ascii"})

    assert done.status == 3
    assert r"\u201cBuilt with Meta Llama 3\u201d" in done.out


def test_a_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Meta has released \x1b[31mLlama 3\x1b[0m. \x1b]0;title\x07 Llama 3 is open source.\n")

    shown = ran("check", str(article)).out

    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_a_text_is_read_from_standard_input() -> None:
    done = ran("read", "-", "--jsonl", given=b"Meta has released Llama 3. The model Llama 3 is open source.\n")

    claims = [json.loads(line) for line in done.out.splitlines()]
    assert claims
    assert {claim["file"] for claim in claims} == {"-"}


ASKED = ("evaluate", "Llama 3 70B", "--activity", "host", "--ask", "--json")


def test_missing_facts_are_asked_for_until_the_answer_is_certain() -> None:
    done = typed(ASKED, "lots\n700,000,001\n")

    verdict = json.loads(done.out)
    assert (done.status, verdict["outcome"]) == (1, "needs_agreement")
    assert verdict["use"]["licensee"]["monthly_active_users"] == {"2024-03": 700_000_001}
    assert "licensee.monthly_active_users[2024-03]: the monthly active users of" in done.err
    assert "'lots': not a count" in done.err


def test_what_somebody_does_not_know_is_left_open() -> None:
    done = typed(ASKED, "\n")

    verdict = json.loads(done.out)
    assert (done.status, verdict["outcome"]) == (3, "depends")
    assert verdict["unknown"] == ["licensee.monthly_active_users[2024-03]"]


def test_the_activity_is_asked_for_first() -> None:
    done = typed(("evaluate", "mit", "--ask", "--json"), "fly\nrun, host\n")

    assert json.loads(done.out)["use"]["activities"] == ["host", "run"]
    assert "'fly': none of its values" in done.err


def test_typing_ends_with_the_end_of_the_input() -> None:
    assert typed(ASKED, "\x04").status == 130


@pytest.mark.parametrize(
    ("words", "last", "offered"),
    [
        ("openai-landscape fron", 1, "frontier"),
        ("openai-landscape evaluate llama-3-comm", 2, "llama-3-community"),
        ("openai-landscape evaluate mit --fact licensee.coun", 4, "licensee.country"),
        ("openai-landscape compare apache", 2, "apache-2.0"),
        ("openai-landscape frontier mit licensee.month", 3, "licensee.monthly_active_users"),
    ],
)
def test_a_shell_is_offered_what_fits(words: str, last: int, offered: str) -> None:
    asked = {"_OPENAI_LANDSCAPE_COMPLETE": "zsh_complete", "COMP_WORDS": words, "COMP_CWORD": str(last)}

    assert offered in ran(env=asked).out.splitlines()
