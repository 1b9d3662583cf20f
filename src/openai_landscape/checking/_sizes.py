"""Numbers of parameters, of tokens and of users, against those on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from openai_landscape.checking._audiences import figures
from openai_landscape.checking._judged import Judged, Truth, unknown
from openai_landscape.checking._say import Names, Sentence, Word, say
from openai_landscape.checking._scene import Scene, fact
from openai_landscape.checking.assessment import Reason
from openai_landscape.entities import Model, Organization, Parameters, Product
from openai_landscape.quantities import Comparator, Quantity

_UNITS: Final = MappingProxyType(
    {
        "parameters": "total",
        "parameter": "total",
        "total_parameters": "total",
        "active_parameters": "active",
        "context_tokens": "context_tokens",
        "tokens_of_context": "context_tokens",
    }
)


def judge_size(scene: Scene) -> Judged:
    """Judge "X has 70 billion parameters"."""
    found = scene.subject("model")
    assert isinstance(scene.said, Quantity)
    said = scene.said
    if not isinstance(found, Model):
        return unknown(f"{scene.name}: no model of that name is in the catalogue")
    field = _UNITS.get(said.unit.replace(" ", "_").casefold())
    if field is None:
        return unknown(f"{said.unit} of {found.name}: not on record")
    if field == "context_tokens":
        return _context(scene, found, said)
    sizes = _sizes(scene, found)
    held = sorted({value for each in sizes if (value := getattr(each, field)) is not None})
    if not held and field == "active" and sizes:
        return _no_active(found, sizes, said)
    if not held:
        return unknown(f"the number of {said.unit.replace('_', ' ')} of {found.name} is not on record")
    told = tuple(_told(found, each) for each in sizes)
    right = _right(found, field, held, sizes)
    truth = _fits(said, held)
    if truth is Truth.FALSE and field == "total" and _is_another(said, sizes, "active"):
        return Judged(Truth.LOOSE, told, right)
    if truth is Truth.FALSE and field == "active" and _is_another(said, sizes, "total"):
        return Judged(Truth.LOOSE, told, right)
    return Judged(truth, told, right)


def _no_active(model: Model, sizes: tuple[Parameters, ...], said: Quantity) -> Judged:
    """A dense model uses all its parameters."""
    held = sorted({each.total for each in sizes if each.total is not None})
    told = tuple(_told(model, each) for each in sizes)
    if model.architecture != "dense" or not held:
        return unknown(f"how many parameters of {model.name} are active at once is not on record").because(*told)
    return Judged(_fits(said, held), (*told, fact(model, "architecture", "dense")), _right(model, "total", held, sizes))


def _sizes(scene: Scene, model: Model) -> tuple[Parameters, ...]:
    if model.parameters:
        return model.parameters
    return tuple(dict.fromkeys(size for each in scene.models(model) for size in each.parameters))


def _context(scene: Scene, model: Model, said: Quantity) -> Judged:
    held = sorted({m.context_tokens for m in (model, *scene.models(model)) if m.context_tokens is not None})
    if not held:
        return unknown(f"how many tokens {model.name} takes is not on record")
    told = tuple(fact(model, "context_tokens", value) for value in held)
    truth = _fits(said, held)
    if truth is Truth.FALSE and said.comparator in ("eq", "approx", "le") and _thousands(said.value, held):
        truth = Truth.TRUE if len(held) == 1 else Truth.LOOSE
    return Judged(truth, told, say("context", name=model.name, sizes=Names(tuple(held))))


def _thousands(said: Decimal, held: Iterable[int]) -> bool:
    """Whether 128,000 and 131,072 are the same "128K"."""
    return any(value % 1024 == 0 and said == value // 1024 * 1000 for value in held)


def _told(model: Model, size: Parameters) -> Reason:
    active = f", {size.active:,} active" if size.active is not None else ""
    total = f"{size.total:,}" if size.total is not None else "unknown"
    return fact(model, "parameters", size.total, f"parameters of {model.name}, {size.label}: {total}{active}")


def _right(model: Model, field: str, held: list[int], sizes: tuple[Parameters, ...]) -> Sentence:
    active = [each.active for each in sizes if each.active is not None]
    if field == "total" and len(held) == 1 and active:
        return say("size-active", name=model.name, size=held[0], active=active[0])
    return say("size" if field == "total" else "active-only", name=model.name, sizes=Names(tuple(held)))


_TESTS: Final[MappingProxyType[Comparator, Callable[[Decimal, Decimal], bool]]] = MappingProxyType(
    {
        "gt": lambda value, said: value > said,
        "ge": lambda value, said: value >= said,
        "lt": lambda value, said: value < said,
        "le": lambda value, said: value <= said,
    }
)


def _fits(said: Quantity, held: list[int]) -> Truth:
    """How a stated number fits the sizes on record: of several it may be one, or "up to" the greatest."""
    if said.comparator in ("eq", "approx"):
        truths = [_equal(said, Decimal(value)) for value in held]
        best = min(truths, key=_BEST.index)
        return Truth.LOOSE if best is Truth.TRUE and len(held) > 1 else best
    if said.comparator == "le" and len(held) > 1:
        return _equal(said, Decimal(held[-1]))
    test = _TESTS[said.comparator]
    holds = [test(Decimal(value), said.value) for value in held]
    if not all(holds):
        return Truth.SPLIT if any(holds) else _on_the_edge(said, held)
    far = all(not _within(said.value, Decimal(value), _FAR) for value in held)
    return Truth.LOOSE if far else Truth.TRUE


def _on_the_edge(said: Quantity, held: list[int]) -> Truth:
    """Wrong by the edge alone, as "more than 70 billion" of just 70 billion."""
    return Truth.LOOSE if any(Decimal(value) == said.value for value in held) else Truth.FALSE


_BEST: Final = (Truth.TRUE, Truth.LOOSE, Truth.FALSE)
_NEAR: Final = Decimal("0.1")
_FAR: Final = Decimal("0.5")


def _equal(said: Quantity, value: Decimal) -> Truth:
    if said.value == value or _rounded(value, said.value) == said.value:
        return Truth.TRUE
    if not _within(said.value, value, _NEAR):
        return Truth.FALSE
    return Truth.TRUE if said.comparator == "approx" else Truth.LOOSE


def _within(a: Decimal, b: Decimal, share: Decimal) -> bool:
    return abs(a - b) <= share * max(a, b)


def _rounded(value: Decimal, said: Decimal) -> Decimal:
    """*value* rounded to the digits that *said* has, three of them at the least where *said* ends in zeros."""
    step = Decimal(1)
    while said % (step * 10) == 0 and step * 100 <= value:
        step *= 10
    return (value / step).quantize(Decimal(1)) * step


def _is_another(said: Quantity, sizes: tuple[Parameters, ...], field: str) -> bool:
    values = [value for each in sizes if (value := getattr(each, field)) is not None]
    return bool(values) and any(_equal(said, Decimal(value)) is Truth.TRUE for value in values)


def judge_count(scene: Scene) -> Judged:
    """Judge a number of users; other counts are not on record."""
    found = scene.subject("product", "organization")
    said = scene.said
    assert isinstance(said, Quantity)
    measure = _MEASURES.get(said.unit.replace(" ", "_").casefold())
    if not isinstance(found, Product | Organization) or measure is None:
        return unknown(f"{said.unit.replace('_', ' ')} of {scene.name}: the catalogue holds no such count")
    owner = scene.catalog.organizations.get(found.owner or "") if isinstance(found, Product) else found
    known = figures([owner], scene.catalog, measure) if owner else ()
    ours = tuple(each for each in known if not isinstance(found, Product) or each.audience.product == found.id)
    dated = tuple(each for each in ours if _same_time(scene, each.audience.as_of))
    if not dated:
        return unknown(f"no {measure.replace('_', ' ')} of {found.name} at that time are on record").because(
            *(each.told() for each in ours)
        )
    values = sorted({each.audience.value for each in dated})
    told = tuple(each.told() for each in dated)
    truth = _fits(said, values[-1:]) if said.comparator in ("gt", "ge") else _fits(said, values)
    right = say("users", name=found.name, number=values[-1], measure=Word(f"measure-{measure}"))
    if truth is Truth.FALSE:
        return unknown(f"the figures on record for {found.name} differ from the claim's").because(*told)
    vague = said.unit.casefold() in _VAGUE
    return Judged(Truth.LOOSE if vague and truth is Truth.TRUE else truth, told, right)


_VAGUE: Final = frozenset({"users", "customers", "people", "persons"})
_MEASURES: Final = MappingProxyType(
    {
        "monthly_active_users": "monthly_active_users",
        "daily_active_users": "daily_active_users",
        "users": "monthly_active_users",
    }
)


def _same_time(scene: Scene, as_of: object) -> bool:
    when = scene.at
    if when is None or as_of is None:
        return False
    return str(as_of)[: min(len(str(as_of)), len(when), 7)] == when[: min(len(str(as_of)), len(when), 7)]
