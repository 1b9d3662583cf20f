"""What can go wrong with a name: nobody has it, several have it, or its text is known but not encoded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from typing_extensions import override

Titled: TypeAlias = tuple[str, str]
"""A name as it is printed, and the id of what bears it."""


class _NameError(LookupError):
    """A name that leads to no single entity. `name` is what was asked for, `kind` what sort of entity."""

    def __init__(self, name: str, kind: str, found: Sequence[Titled] = ()) -> None:
        super().__init__(name, kind, tuple(found))
        self.name = name
        self.kind = kind
        self.found = tuple(found)

    @override
    def __str__(self) -> str:
        return self._message()

    def _message(self) -> str:
        return f"{self.kind} {self.name!r}"


class UnknownNameError(_NameError):
    """No entity has that name; `nearest` are the ids of those whose names come closest."""

    @property
    def nearest(self) -> tuple[str, ...]:
        """The ids of the entities with the nearest names, nearest first; empty if none comes close."""
        return tuple(key for _, key in self.found)

    @override
    def _message(self) -> str:
        what = f'no {self.kind} is named "{self.name}"'
        return f"{what}; nearest: {listed(self.found)}" if self.found else f"{what}, and no name comes close"


class AmbiguousNameError(_NameError):
    """Several entities have that name; `candidates` are their ids."""

    @property
    def candidates(self) -> tuple[str, ...]:
        """The ids of all that bear the name, in alphabetical order."""
        return tuple(key for _, key in self.found)

    @override
    def _message(self) -> str:
        return f'"{self.name}" names more than one {self.kind}: {listed(self.found)}; write the id of the one you mean'


class ModelOrLicenseError(AmbiguousNameError):
    """The name is both a model's and a licence's; `candidates` are the model's id and the licence's."""

    @override
    def _message(self) -> str:
        model, license_ = self.found
        return (
            f'"{self.name}" is the name of a model, {listed([model])}, and of a licence, {listed([license_])};'
            " pass the entity, as catalog().model(…) or catalog().license(…) returns it"
        )


class NotEncodedError(_NameError):
    """The licence is known by its text, but its terms are not in the catalogue."""

    @override
    def _message(self) -> str:
        title = self.found[0][0] if self.found else self.name
        why = "identified, not encoded: the text is known, its terms are not in the catalogue"
        return f'"{self.name}" ({title}): {why}'


class LineageError(ValueError):
    """A model derives from itself; `cycle` are the ids along the way."""

    def __init__(self, cycle: tuple[str, ...]) -> None:
        super().__init__(cycle)
        self.cycle = cycle

    @override
    def __str__(self) -> str:
        return f"a model cannot derive from itself: {' -> '.join(self.cycle)}"


def listed(found: Sequence[Titled]) -> str:
    """Return names with their ids, as messages list them.

    >>> listed([("Llama 3", "llama-3"), ("LLaMA", "llama-1")])
    '"Llama 3" (llama-3), "LLaMA" (llama-1)'
    """
    return ", ".join(f'"{name}" ({key})' for name, key in found)


class Scored(NamedTuple):
    """How near a name is: `score` from 0 to 1, the name as printed, its entity's id."""

    score: float
    name: str
    id: str


_NEAR: Final = 0.6
_SHOWN: Final = 3


def nearest(asked: str, names: Sequence[tuple[str, str, str]]) -> tuple[Titled, ...]:
    """Return the entities whose names come nearest to *asked*, nearest first, three at most.

    Args:
        asked: A name in its canonical spelling.
        names: Canonical spelling, name as printed and id, of each name.

    >>> nearest("lama 3", [("llama 3", "Llama 3", "llama-3"), ("opt", "OPT", "opt")])
    (('Llama 3', 'llama-3'),)
    """
    ratio = _ratio()
    scored = sorted(
        (Scored(-score, name, key) for spelling, name, key in names if (score := ratio(asked, spelling)) >= _NEAR),
    )
    best = {each.id: each.name for each in reversed(scored)}
    order = dict.fromkeys(each.id for each in scored)
    return tuple((best[key], key) for key in list(order)[:_SHOWN])


def _ratio() -> Callable[[str, str], float]:
    try:
        from rapidfuzz.fuzz import ratio
    except ImportError:
        return ratio_by_difflib
    return lambda a, b: ratio(a, b, score_cutoff=100 * _NEAR) / 100


def ratio_by_difflib(asked: str, spelling: str) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, asked, spelling, autojunk=False)
    return 0.0 if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _NEAR else matcher.ratio()
