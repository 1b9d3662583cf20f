"""What a copyright notice is, and what is a term."""

import pytest

from openai_landscape.identification._notices import is_notice, notice_at_end, notice_lines


@pytest.mark.parametrize(
    "text",
    [
        "Copyright (c) 2023 DeepSeek",
        "Copyright (C) 2023-2025, 2027 DeepSeek AI Co., Ltd.",
        "copyright 2020 by A. B. Smith and others",
        "© 2024 OpenBMB. All rights reserved.",
        "(c) 2024 Acme <hello@acme.example>",
        "Copyright (c) Microsoft Corporation.",
        "Copyright [yyyy] [name of copyright owner]",
        "Copyright <YEAR> <COPYRIGHT HOLDER>",
        "Copyright (C) [2023-2028] [Alibaba Group]. All rights reserved.",
        "Copyright (c) 2001 One Copyright (c) 2002 Two",
        "Copyright (c) 2023 智谱AI",
    ],
)
def test_a_name_and_years_are_a_notice(text: str) -> None:
    assert is_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "copyright",
        "Copyright notices must be kept",
        "Copyright (c) 2024 Acme. No commercial use.",
        "Copyright (c) 2024 Acme, licensed under MIT",
        "Copyright (c) 2024 Acme. Ask first",
        "Copyright (c) 2024 Acme; research only",
        "(c) You must keep this",
        "Copyright (c) 2023 智谱，非商业",
        "Copyright (c) 2023 " + "Acme " * 40,
    ],
)
def test_whatever_says_more_is_none(text: str) -> None:
    assert not is_notice(text)


def test_a_notice_stands_alone_at_the_head_or_after_an_empty_line() -> None:
    prose = "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nSeven.\n"
    text = f'(c) 2001 A\n{prose}(c) 2002 B\n\n(c) 2003 C\nAll rights reserved.\n\n(c) 2004 D"\n'

    assert [(text[start:end].strip(), alone) for start, end, alone in notice_lines(text)] == [
        ("(c) 2001 A", True),
        ("(c) 2002 B", False),
        ("(c) 2003 C", True),
        ("All rights reserved.", True),
        ('(c) 2004 D"', False),
    ]


def test_the_longest_run_of_notices_at_the_end_is_found() -> None:
    text = "Words before. Copyright (c) 2001 A Copyright 2002 B"

    assert notice_at_end(text) == text.index("Copyright")
    assert notice_at_end("Words only") is None
