"""Which licence is recorded for a component of a model, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from openai_landscape.quantities import PartialDate

if TYPE_CHECKING:
    from openai_landscape.entities import Governed, LicenseRecord, Model

When: TypeAlias = str | dt.date | None
"""A date as far as it is known, or none."""


def partial(when: When) -> PartialDate | None:
    """Return *when* as a partial date.

    >>> partial("2024-04")
    PartialDate('2024-04')
    """
    if when is None or isinstance(when, PartialDate):
        return when
    return PartialDate(when.isoformat() if isinstance(when, dt.date) else when)


def in_force(record: LicenseRecord, when: PartialDate) -> bool:
    """Whether *record* can have been the one in force on a day of *when*."""
    begun = record.since is None or record.since.first() <= when.last()
    return begun and (record.until is None or record.until.last() > when.first())


def records(model: Model, component: Governed, as_of: When) -> tuple[LicenseRecord, ...]:
    """Return every record for *component* that can have been in force at *as_of*, oldest first; all without a date."""
    when = partial(as_of)
    ours = [record for record in model.licenses if record.component == component]
    return tuple(record for record in ours if when is None or in_force(record, when))


def record_of(model: Model, component: Governed, as_of: When) -> LicenseRecord:
    """Return the one record for *component* at *as_of*; without a date the newest.

    Raises:
        LookupError: If none is recorded, or the sizes of a family or the days of *as_of* differ.
    """
    found = records(model, component, as_of)
    if as_of is None:
        found = tuple(record for record in found if record.until is None) or found[-1:]
    if len(found) == 1:
        return found[0]
    raise LookupError(_why_not(model, component, as_of, found))


def _why_not(model: Model, component: Governed, as_of: When, found: tuple[LicenseRecord, ...]) -> str:
    at = f" at {as_of}" if as_of else ""
    if not found:
        others = sorted({record.component for record in model.licenses})
        has = f"; recorded are licences for {', '.join(others)}" if others else ""
        if model.members and not model.licenses:
            has = f"; ask for one of its members: {', '.join(model.members)}"
        elif component in others:
            has = f"; recorded are {'; '.join(_described(record) for record in records(model, component, None))}"
        return f"no licence is recorded for the {component} of {model.id}{at}{has}"
    return f"the {component} of {model.id} have no one licence{at}: {'; '.join(map(_described, found))}"


def _described(record: LicenseRecord) -> str:
    span = f"{record.since or '...'} to {record.until or '...'}" if record.since or record.until else ""
    what = record.license or f"{record.as_written or 'a licence'} (not encoded)"
    return " ".join(
        filter(None, [what, span and f"from {span}", f"for {', '.join(record.members)}" if record.members else ""])
    )
