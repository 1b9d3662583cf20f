"""The words that decide what a licence says: numbers, negations and words of condition. Words only, no rules."""

from __future__ import annotations

from typing import Final

NEGATIONS: Final = frozenset(
    "no not nor neither never none non nothing nobody cannot without"
    " can't don't doesn't didn't won't isn't aren't wasn't weren't shan't mustn't shouldn't"
    " 不 非 未 无 無 勿 禁 否 没".split()
)
CONDITIONS: Final = frozenset(
    "if unless except excepting excluding provided providing only solely until when whenever where subject otherwise"
    " may must shall should more less fewer least most exceed exceeds exceeding"
    " 若 如 除 仅 只 须 必 应 可 凡 限 超".split()
)
NUMERALS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy"
    " eighty ninety hundred thousand million billion half third quarter $ € £ ¥ % ≤ ≥"
    " 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 零 两".split()
)
CLOSED: Final = tuple(sorted(NEGATIONS | CONDITIONS | NUMERALS))
"""All of them but numbers in digits, which are too many to list."""

_CLOSED: Final = frozenset(CLOSED)


def is_mark(word: str) -> bool:
    """Whether *word*, normalised, is a number, a negation or a word of condition.

    >>> [is_mark(word) for word in ("700", "not", "unless", "million", "software")]
    [True, True, True, True, False]
    """
    return word in _CLOSED or has_digit(word)


def has_digit(word: str) -> bool:
    """Whether a digit stands in *word*."""
    return not word.isalpha() and any(map(str.isdigit, word))
