"""Which licences govern what is asked about: its own, and those of its ancestors that reach it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from attrs import define, field

from openai_landscape.catalogue import AmbiguousNameError, Catalog
from openai_landscape.entities import License
from openai_landscape.evaluation._compiled import REACH, compiled
from openai_landscape.evaluation._decide import Binding, Gap
from openai_landscape.evaluation._facts import View
from openai_landscape.quantities import Day, PartialDate
from openai_landscape.terms import Constraint, DateTest, Everything, Reading
from openai_landscape.use import Use

if TYPE_CHECKING:
    from openai_landscape.entities import LicenseRecord, Model

Target: TypeAlias = "Model | License | str"
"""What can be asked about: an entity, or a name of one."""


@define
class Resolved:
    """The bindings of all targets, with what there is to say about how they came about."""

    names: list[str] = field(factory=list)
    bindings: list[Binding | Gap] = field(factory=list)
    notes: list[str] = field(factory=list)

    def bind(self, binding: Binding, catalog: Catalog) -> None:
        """Add *binding*, and one for each licence whose conditions its text makes its own."""
        self.bindings.append(binding)
        if not binding.license.incorporates:
            return
        for taken in _taken_in(binding.license, catalog, {binding.license.id}):
            if isinstance(taken, License):
                self.bindings.append(Binding(taken, binding.view, binding.guard, binding.via))
            else:
                summary = f"{binding.license.id} takes in {taken}, which is not encoded"
                self.bindings.append(Gap(f"license[{taken}]", summary, taken, binding.view, binding.guard))


def _taken_in(license_: License, catalog: Catalog, seen: set[str]) -> Iterator[License | str]:
    """Each licence that *license_* incorporates, those that these incorporate included; the id of one not encoded."""
    for name in license_.incorporates:
        if name in seen:
            continue
        seen.add(name)
        other = catalog.licenses.get(name)
        if other is None:
            yield name
        else:
            yield other
            yield from _taken_in(other, catalog, seen)


def resolve(targets: tuple[Target, ...], use: Use, catalog: Catalog, *, strict: bool) -> Resolved:
    """Return what governs *targets*.

    Raises:
        LookupError: If a name is unknown or ambiguous.
        ValueError: If `per_target` names something that is not asked about.
    """
    found = Resolved()
    entities = [(catalog.resolve(target) if isinstance(target, str) else target) for target in targets]
    _check_per_target(use, targets, entities)
    for target, entity in zip(targets, entities, strict=True):
        key = _key(use, target, entity, several=len(targets) > 1)
        found.names.append(entity.id)
        if isinstance(entity, License):
            _bind_license(found, entity, View(use, key, strict), catalog)
        else:
            view = View(use, key, strict, entity.modalities or None)
            _Lineage(found, catalog, view).bind(entity)
    if use.readings or use.grants or use.registered or use.fulfilled:
        bound = {each.license.id: each.license for each in found.bindings if isinstance(each, Binding)}
        found.notes += (*_not_offered(use, bound), *_without_effect(use, bound, catalog))
    return found


def _not_offered(use: Use, bound: Mapping[str, License]) -> Iterator[str]:
    """Say which chosen readings no clause has: the clause stays open, in this text or in another version of it."""
    for key, chosen in use.readings.items():
        name, _, point = key.partition("#")
        license_ = bound.get(name)
        if license_ is None:
            continue
        offered = compiled(license_).readings
        if point not in offered:
            known = ", ".join(f"{name}#{each.id}" for each in license_.ambiguities) or "none"
            yield f"use.readings[{key!r}] has no effect: no open clause is called so; those of {name}: {known}"
        elif chosen not in offered[point]:
            listed = ", ".join(offered[point])
            yield f"use.readings[{key!r}] has no effect: {chosen!r} is none of its readings; write one of {listed}"


def _without_effect(use: Use, bound: Mapping[str, License], catalog: Catalog) -> Iterator[str]:
    """Say which grants, registrations and duties met are of a licence, or of a term, that is not known by that id."""
    named = [("grants", grant.license, term) for grant in use.grants for term in grant.terms]
    named += [("registered", license_id, "") for license_id in use.registered or ()]
    named += [("fulfilled", *each.partition("#")[::2]) for each in use.fulfilled]
    for field_name, license_id, term in named:
        license_ = bound.get(license_id) or catalog.licenses.get(license_id)
        if license_ is None:
            yield f"use.{field_name} has no effect for {license_id!r}: no licence has that id"
        elif term and term not in {each.id for each in license_.terms}:
            yield f"use.{field_name} has no effect for {license_id}#{term}: the licence has no term of that id"


def _key(use: Use, target: Target, entity: Model | License, *, several: bool) -> str | None:
    if not use.per_target:
        return entity.id if several else None
    names = [name for name in (target, entity.id, entity.name) if isinstance(name, str) and name in use.per_target]
    if names:
        return names[0]
    return entity.id if several else None


def _check_per_target(use: Use, targets: tuple[Target, ...], entities: list[Model | License]) -> None:
    if not use.per_target:
        return
    known = {name for target in targets if isinstance(name := target, str)}
    known |= {name for entity in entities for name in (entity.id, entity.name)}
    for name in use.per_target:
        if name not in known:
            asked = ", ".join(entity.id for entity in entities)
            raise ValueError(f"use.per_target[{name!r}]: not among what is asked about; write one of {asked}")


def _bind_license(found: Resolved, license_: License, view: View, catalog: Catalog) -> None:
    found.bind(Binding(license_, view), catalog)
    on, force = view.on, license_.in_force
    if on is None or (force.since is None and force.until is None):
        return
    early = force.since is not None and on < force.since
    late = force.until is not None and on >= force.until
    if early or late:
        found.notes.append(f"{license_.id} was not the text in force on {on}; it is answered by its own words")


@define
class _Lineage:
    """Binds a model's own licence and then each ancestor's."""

    found: Resolved
    catalog: Catalog
    view: View

    def bind(self, model: Model) -> None:
        component = self.view.choice("component")
        own = [record for record in model.licenses if component is None or record.component == component]
        if model.members and (not own or any(record.members for record in own)):
            members = [self.catalog.models[id_] for id_ in model.members if id_ in self.catalog.models]
            raise AmbiguousNameError(model.name, "model", [(member.name, member.id) for member in members])
        self.found.notes += [
            f"beside the licence of {model.name} stands {policy}, which is not evaluated"
            for record in own
            for policy in record.also
        ]
        asked = component or "weights"
        self._lacking(model, [record for record in own if record.component == asked], self.view)
        self._records(model, own, self.view, None, None)
        if component in (None, "weights"):
            self._ancestors(model)

    def _lacking(self, model: Model, records: Sequence[LicenseRecord], view: View) -> None:
        if not records:
            self._gap(f"license[{model.id}]", f"no licence of {model.name} is recorded", model, None, view)
        elif not any(_can_hold(record, view) for record in records):
            self._gap(f"license[{model.id}]", f"no licence of {model.name} is recorded for that day", model, None, view)

    def _records(
        self, model: Model, records: Iterable[LicenseRecord], view: View, via: str | None, reaches: Constraint | None
    ) -> None:
        for record, guard in _in_force(records):
            whole = _both(guard, reaches)
            if record.license is None or record.license not in self.catalog.licenses:
                written = record.as_written or record.license or "a licence without a name"
                self._gap(
                    f"license[{model.id}]", f"{model.name} carries {written}, which is not encoded", model, whole, view
                )
            else:
                self.found.bind(Binding(self.catalog.licenses[record.license], view, whole, via), self.catalog)

    def _gap(self, path: str, summary: str, model: Model, guard: Constraint | None, view: View) -> None:
        self.found.bindings.append(Gap(path, summary, model.id, view, guard))

    def _ancestors(self, model: Model) -> None:
        for ancestor, path, line in _paths(model, self.catalog, (), (model,)):
            below = None if isinstance(ancestor, str) else self._replaced_by(ancestor, line)
            if isinstance(ancestor, str):
                self._gap(f"ancestry[{ancestor}]", _unrecorded(ancestor), model, None, self.view)
            elif below is not None:
                self.found.notes.append(
                    f"{ancestor.name} is by the maker of {below.name} or its affiliate, "
                    f"whose own licence of {below.name} stands"
                )
            else:
                self._upstream(ancestor, path)

    def _replaced_by(self, ancestor: Model, line: tuple[Model, ...]) -> Model | None:
        """Return the nearest of the models that descend from *ancestor* along *line* that its own maker licenses."""
        return next((below for below in line if self._same_house(below, ancestor)), None)

    def _upstream(self, ancestor: Model, path: tuple[str, ...]) -> None:
        view = View(self.view.use, self.view.target, self.view.strict, self.view.modalities, descendant=True)
        records = [record for record in ancestor.licenses if record.component == "weights"]
        self._lacking(ancestor, records, view)
        for record, guard in _in_force(records):
            license_ = self.catalog.licenses.get(record.license) if record.license else None
            steps = () if license_ is None else _reach(license_, path)
            if steps is not None:
                self._records(ancestor, (record,), view, ancestor.id, _both(guard, *steps))

    def _same_house(self, model: Model, ancestor: Model) -> bool:
        if model.developer is None or ancestor.developer is None:
            return False
        return bool(self._house(model.developer) & self._house(ancestor.developer))

    def _house(self, organization: str) -> frozenset[str]:
        known = self.catalog.organizations.get(organization)
        if known is None:
            return frozenset({organization})
        return frozenset({organization, *([known.parent] if known.parent else [])})


def _unrecorded(model: str) -> str:
    return f"what {model} derives from is not recorded in full"


def _paths(
    model: Model, catalog: Catalog, path: tuple[str, ...], line: tuple[Model, ...]
) -> Iterator[tuple[Model | str, tuple[str, ...], tuple[Model, ...]]]:
    """Each ancestor, the nearest first, with the relations and the models that lead to it; the id of an unknown one."""
    if model.ancestry == "unknown":
        yield model.id, path, line
    seen = {each.id for each in line}
    for link in model.base_models:
        parent = catalog.models.get(link.model)
        if parent is None:
            yield link.model, path, line
        elif parent.id not in seen:
            yield parent, (*path, link.relation), line
            yield from _paths(parent, catalog, (*path, link.relation), (*line, parent))


def _both(*constraints: Constraint | None) -> Constraint | None:
    """All of *constraints*; None, which always holds, where there are none."""
    given = tuple(constraint for constraint in constraints if constraint is not None)
    return Everything(all_of=given) if given else None


def _reach(license_: License, path: tuple[str, ...]) -> tuple[Constraint, ...] | None:
    """What must hold for the licence to reach along *path*: None for never; an open relation is read both ways."""
    reaches = {reach.relation: reach.reaches for reach in license_.reach}
    steps: list[Constraint] = []
    for relation in path:
        known = reaches.get(relation, "open")  # type: ignore[call-overload]  # the catalogue's relations are the licences'
        if known == "no":
            return None
        if known == "open":
            steps.append(Reading(reading=f"{REACH}{relation}", equals="reached"))
    return tuple(steps)


def _in_force(records: Iterable[LicenseRecord]) -> Iterator[tuple[LicenseRecord, Constraint | None]]:
    """The records that can be the one in force when the copy was taken, each with the condition for it."""
    for record in records:
        since, until = _day(record.since), _day(record.until)
        begun = DateTest(fact="acquired", since=since) if since else None
        yield record, _both(begun, DateTest(fact="acquired", before=until) if until else None)


def _can_hold(record: LicenseRecord, view: View) -> bool:
    """Whether *record* can be the one in force when the copy was taken, as far as that day is known."""
    since, until, taken = _day(record.since), _day(record.until), view.acquired
    latest = taken if taken is not None else view.on
    begun = since is None or latest is None or latest >= since
    return begun and (until is None or taken is None or taken < until)


def _day(date: PartialDate | None) -> Day | None:
    return None if date is None else Day(date.first().isoformat())
