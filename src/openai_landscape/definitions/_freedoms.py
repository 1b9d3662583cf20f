"""What terms withhold, found by evaluating uses that leave open just what a criterion asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Final, TypeAlias

from attrs import frozen

from openai_landscape.catalogue import Catalog
from openai_landscape.definitions.probes import for_purpose, ordinary
from openai_landscape.definitions.verdict import Ground
from openai_landscape.entities import License, Model
from openai_landscape.evaluation import Finding, Verdict, evaluate
from openai_landscape.evaluation.verdict import one_a_term
from openai_landscape.quantities import Day
from openai_landscape.use import ACTIVITIES, FIELDS, Licensee, Use

Target: TypeAlias = Model | License

NEWEST: Final = Day("9999-12-31")
"""When no date is asked for: the text that was recorded last."""

_TAKES: Final = frozenset({"prohibition", "reservation", "not_granted"})
_ENDS: Final = ("research", "commercial")
_PERSONS: Final = ("licensee.", "territories")
_UNLAWFUL: Final = frozenset({"other_illegal"})
_HONEST: Final = frozenset(
    "military nuclear surveillance biometric_processing critical_infrastructure heavy_machinery law_enforcement "
    "criminal_justice immigration_asylum automated_decisions insurance medical_practice legal_practice "
    "financial_practice sensitive_data adult_content gambling elections".split()
)
"""Fields that people work in lawfully: that a licence bars them says more than that it bars a crime."""


@frozen
class Withheld:
    """What is taken away: for certain, under some reading of the text only, and by what is not recorded."""

    certain: tuple[Ground, ...] = ()
    unsettled: tuple[Ground, ...] = ()
    unrecorded: tuple[Ground, ...] = ()

    def joined(self, other: Withheld) -> Withheld:
        """Return what either holds."""
        certain = tuple(dict.fromkeys((*self.certain, *other.certain)))
        unsettled = dict.fromkeys((*self.unsettled, *other.unsettled))
        unrecorded = tuple(dict.fromkeys((*self.unrecorded, *other.unrecorded)))
        return Withheld(certain, tuple(each for each in unsettled if each not in certain), unrecorded)


class Freedoms:
    """What a target's terms let be done, at a date: each method poses the uses for one freedom."""

    def __init__(self, target: Target, catalog: Catalog, on: Day = NEWEST) -> None:
        self._target, self._catalog, self._on = target, catalog, on
        self._verdicts: dict[Use, Verdict] = {}
        governed = target.components if isinstance(target, License) else ("weights",)
        self._component = "weights" if "weights" in governed else governed[0]

    def use(self) -> Withheld:
        """Running it and using what it generates, for research and for business."""
        return self._ordinary("run", "use_outputs")

    def redistribution(self) -> Withheld:
        """Handing it on as it is, for nothing or for money, alone or as a part of something."""
        return self._ordinary("distribute", "embed")

    def changes(self) -> Withheld:
        """Making derivatives and handing them on."""
        return self._ordinary("modify", "distribute", handed_over=("derivative",))

    def persons(self) -> Withheld:
        """The same for everybody: whatever the licensee's kind, size, seat and trade, and wherever it is."""
        anyone = Licensee(trades=_TRADES)
        uses = (self._use(end, *_OWN, licensee=anyone, territories=None) for end in _ENDS)
        return self._gather(uses, lambda finding: any(path.startswith(_PERSONS) for path in finding.depends_on))

    def burdens(self) -> tuple[Ground, ...]:
        """The duties that fall on some licensees only, by who they are."""
        anyone = Licensee(trades=_TRADES)
        use = self._use("commercial", *_OWN, licensee=anyone, territories=None)
        duties = (each for each in self._ask(use).duties if any(path.startswith(_PERSONS) for path in each.depends_on))
        return tuple(Ground(text=each.text, license=each.license, clause=each.clause, term=each.id) for each in duties)

    def fields(self, fields: tuple[str, ...] = FIELDS) -> Withheld:
        """Any end: any purpose, gain and field, and the training of other models; what bars the plainest first."""
        facts: dict[str, object] = {
            "purpose": None,
            "gain": None,
            "production": None,
            "component": self._component,
            "on": self._on,
        }
        rival = {"kind": "language", "released": True}
        plain = tuple(field for field in fields if field in _HONEST)
        return self._gather(
            (
                ordinary(*_OWN, **facts),
                ordinary("improve_other_models", **{**facts, "improved_model": rival}),
                *(ordinary(*_OWN, **facts, fields=some) for some in (plain, fields) if some),
            ),
            lambda finding: finding.truth is not False,
        )

    def lawful_ends(self) -> Withheld:
        """Any end but the plainly unlawful ones."""
        return self.fields(tuple(field for field in FIELDS if field not in _UNLAWFUL))

    def duties(self, *kinds: str) -> tuple[Ground, ...]:
        """Return the duties of *kinds* that fall on whoever hands the model or a derivative on in business."""
        uses = (
            self._use("commercial", "run", "modify", "distribute", "embed", handed_over=(what,), copies=True)
            for what in ("original", "derivative")
        )
        found = (duty for use in uses for duty in self._ask(use).duties if duty.asks in kinds)
        return tuple(
            dict.fromkeys(
                Ground(text=duty.text, license=duty.license, clause=duty.clause, term=duty.id) for duty in found
            )
        )

    def _ordinary(self, *activities: str, **changes: object) -> Withheld:
        uses = (self._use(end, *activities, **changes) for end in _ENDS)
        return self._gather(uses, lambda finding: finding.truth is not False)

    def _use(self, end: str, *activities: str, **changes: object) -> Use:
        return for_purpose(end, *activities, on=self._on, component=self._component, **changes)

    def _ask(self, use: Use) -> Verdict:
        # the criteria of several definitions pose the same uses
        if use not in self._verdicts:
            self._verdicts[use] = evaluate(self._target, use, catalog=self._catalog)
        return self._verdicts[use]

    def _gather(self, uses: Iterable[Use], counts: Callable[[Finding], bool]) -> Withheld:
        certain: dict[Ground, None] = {}
        unsettled: dict[Ground, None] = {}
        unrecorded: dict[Ground, None] = {}
        for use in uses:
            for finding in one_a_term(self._ask(use).findings):
                if finding.effect == "unrecorded" and finding.truth is not False:
                    unrecorded[Ground(text=finding.summary, model=finding.license)] = None
                elif finding.effect in _TAKES and finding.truth is not False and counts(finding):
                    (certain if self._in_every_reading(use, finding) else unsettled)[_ground(finding)] = None
        return Withheld(tuple(certain), tuple(each for each in unsettled if each not in certain), tuple(unrecorded))

    def _in_every_reading(self, use: Use, finding: Finding) -> bool:
        for chosen in self._readings(finding):
            verdict = self._ask(use.evolve(readings={**use.readings, **chosen}))
            same = [each for each in verdict.findings if (each.license, each.term) == (finding.license, finding.term)]
            if all(each.truth is False for each in same):
                return False
        return True

    def _readings(self, finding: Finding) -> Iterator[dict[str, str]]:
        names = [path.removeprefix(_READINGS) for path in finding.depends_on if path.startswith(_READINGS)]
        options = [[(name, reading) for reading in self._offered(name)] for name in names]
        return (dict(choice) for choice in product(*options)) if names else iter(())

    def _offered(self, name: str) -> tuple[str, ...]:
        license_id, _, ambiguity = name.partition("#")
        known = self._catalog.licenses.get(license_id)
        if known is None and isinstance(self._target, License):
            known = self._target
        asked = (each.readings for each in known.ambiguities if each.id == ambiguity) if known else ()
        return tuple(next(iter(asked), ()))


_READINGS: Final = "readings."
_TRADES: Final = ("cloud_provider", "competitor_of_licensor", "model_hosting", "software_vendor")
_OWN: Final = tuple(name for name in ACTIVITIES if name != "improve_other_models")


def _ground(finding: Finding) -> Ground:
    return Ground(text=finding.summary, license=finding.license, clause=finding.clause, term=finding.term)
