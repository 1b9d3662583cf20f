"""One use seen from one target: what each fact is, by statement, by default, or not known.

`loosened` names facts whose default or undated figure is set aside; so the verdict finds which assumptions matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TypeVar

from attrs import field, frozen

from openai_landscape.quantities import Day
from openai_landscape.use import FACTS, Use

T = TypeVar("T")

PER_TARGET = ("acquired", "received_in_product", "component", "handed_over", "copies", "model_modalities")
_CHOICES = {"component": "weights", "improved_model.kind": "language"}


def statements(facts: Iterable[str]) -> Callable[[Use], tuple[object, ...]]:
    """Return what reads, of a use, all that it states of *facts*, and of what else an answer depends on."""
    holders = {fact if fact.partition(".")[0] != "circumstances" else "circumstances" for fact in facts}
    beside = {"new_model_name", "fulfilled", "rates", "readings", "grants", "registered", "per_target"}
    return attrgetter(*sorted(holders | beside))


def _reader(path: str) -> Callable[[Use], object]:
    holder, _, rest = path.partition(".")
    if holder == "circumstances":
        return lambda use: use.circumstances.get(rest)  # type: ignore[call-overload]  # the registry's are circumstances
    return attrgetter(path)


_READERS = {path: _reader(path) for path in FACTS}


@frozen
class View:
    """The facts of *use* for the target called *target* (None where there is only one).

    `modalities` are the model's as the catalogue records them. `descendant` is true where the licence is that of an
    ancestor: whatever is handed over is then a derivative.
    """

    use: Use
    target: str | None = None
    strict: bool = False
    modalities: tuple[str, ...] | None = None
    descendant: bool = False
    loosened: frozenset[str] = frozenset()
    noted: set[str] = field(factory=set, eq=False)

    def loosen(self, name: str) -> View:
        """Return the same facts, with the default or the undated figure called *name* set aside."""
        return View(self.use, self.target, self.strict, self.modalities, self.descendant, frozenset({name}))

    def says(self, stated: Callable[[Use], tuple[object, ...]]) -> tuple[object, ...]:
        """Return all on which an answer depends: what the use states, and how this view looks at it."""
        return (self.strict, self.target, self.modalities, self.descendant, stated(self.use))

    def path(self, name: str) -> str:
        """Return the dotted path under which a fact of this target is reported."""
        if self.target is not None and name in PER_TARGET:
            return f"per_target.{self.target}.{name}"
        return name

    def _stated(self, name: str) -> object:
        if self.use.per_target and name in PER_TARGET and self.target is not None:
            facts = self.use.per_target.get(self.target)
            own = None if facts is None else getattr(facts, name)
            if own is not None:
                return own
        return _READERS[name](self.use)

    def _or(self, name: str, value: T, default: T | None) -> T | None:
        """The stated value, else the default, which is noted; None where neither holds."""
        if value is not None:
            return value
        if default is None or self.strict or name in self.loosened:
            return None
        self.noted.add(name)
        return default

    def choice(self, name: str) -> str | None:
        """The value of a choice, None where it is not known."""
        stated = self._stated(name)
        assert stated is None or isinstance(stated, str)
        if stated is None and name == "gain" and self.use.purpose is not None:
            return self._or(name, stated, gain_of(self.use.purpose))
        return self._or(name, stated, _CHOICES.get(name))

    def flag(self, name: str, license_id: str) -> bool | None:
        """The value of a flag, None where it is not known."""
        if name == "registered":
            return self._or(name, None if self.use.registered is None else license_id in self.use.registered, False)
        stated = self._stated(name)
        assert stated is None or isinstance(stated, bool)
        return self._or(name, stated, self._flag_default(name))

    def _flag_default(self, name: str) -> bool | None:
        if name == "copies":
            if "distribute" in self.use.activities:
                return True
            return None if "embed" in self.use.activities else False
        return False if FACTS[name].default is not None else None

    def members(self, name: str) -> frozenset[str] | None:
        """The members of a set, None where they are not known."""
        stated = self._stated(name)
        assert stated is None or isinstance(stated, tuple)
        given = None if stated is None else frozenset(stated)
        if name == "fields":
            found = self._or(name, given, frozenset[str]())
            return None if found is None else found | self.implied(name)
        if name == "handed_over":
            return self._handed_over(given)
        if name in ("model_modalities", "product_modalities"):
            return self._modalities(name, given)
        return self._or(name, given, frozenset() if FACTS[name].default is not None else None)

    def implied(self, name: str) -> frozenset[str]:
        """The members that a set has by what else is stated: what is not lawful touches a field of its own."""
        unlawful = name == "fields" and self.use.circumstances.get("lawful") is False
        return frozenset({"other_illegal"}) if unlawful else frozenset()

    def _handed_over(self, given: frozenset[str] | None) -> frozenset[str] | None:
        made = {"modify": "derivative", "improve_other_models": "improved_model"}
        default = frozenset(made[a] for a in self.use.activities if a in made) or frozenset({"original"})
        found = self._or("handed_over", given, default)
        if found is None or not self.descendant:
            return found
        return found - {"original"} | ({"derivative"} if "original" in found else set())

    def _modalities(self, name: str, given: frozenset[str] | None) -> frozenset[str] | None:
        model = self._stated("model_modalities")
        assert model is None or isinstance(model, tuple)
        recorded = model if model is not None else self.modalities
        of_model = None if recorded is None else frozenset(recorded)
        if name == "model_modalities":
            return of_model
        return self._or(name, given, of_model)

    @property
    def on(self) -> Day | None:
        """The date the question is asked for."""
        return self.use.on

    @property
    def acquired(self) -> Day | None:
        """When this copy was taken."""
        stated = self._stated("acquired")
        assert stated is None or isinstance(stated, Day)
        return self._or("acquired", stated, self.use.on)


def gain_of(purpose: str) -> str:
    """Return the gain that is assumed for *purpose* where none is stated."""
    return "direct" if purpose == "commercial" else "none"


def named(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the facts at *paths* as a use states them, each once: what is decided apart there may be one fact here.

    A set's members are decided apart; of two rates only the ratio matters, and either can settle it with the other.

    >>> named(["fields[military]", "fields[nuclear]", "rates.CNY and rates.EUR"])
    ('fields', 'rates.CNY', 'rates.EUR')
    """
    return tuple(dict.fromkeys(fact for path in paths for fact in _whole(path).split(" and ")))


def _whole(path: str) -> str:
    name, bracket, _ = path.partition("[")
    return name if bracket and name in ("fields", "licensee.trades", "litigation") else path


def defaults(views: Iterable[View]) -> frozenset[str]:
    """Return the facts that some view answered by default."""
    return frozenset().union(*(view.noted for view in views))
