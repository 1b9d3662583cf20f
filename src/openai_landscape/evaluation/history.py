"""What changed from one catalogue to another: entities field by field, and the verdicts that come out otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from openai_landscape.catalogue import Catalog
from openai_landscape.evaluation.comparison import compare, in_short
from openai_landscape.evaluation.outcome import Outcome
from openai_landscape.evaluation.questions import evaluate
from openai_landscape.evaluation.verdict import Verdict
from openai_landscape.quantities.base import Value
from openai_landscape.use import ACTIVITIES, Use

ChangedKind: TypeAlias = Literal["model", "licence", "organization", "person", "product", "text"]
"""What sort of entity changed."""

_Key: TypeAlias = tuple[str, str]
"""A kind and an id."""

_SHELVES: Final[tuple[tuple[ChangedKind, str], ...]] = (
    ("model", "models"),
    ("licence", "licenses"),
    ("organization", "organizations"),
    ("person", "people"),
    ("product", "products"),
    ("text", "texts"),
)

_ANSWERING: Final[Mapping[str, frozenset[str]]] = {
    "model": frozenset({"licenses", "ancestry", "base_models", "developer", "members", "modalities"}),
    "licence": frozenset(
        {"terms", "ambiguities", "components", "incorporates", "in_force", "reach", "released", "texts"}
    ),
    "organization": frozenset({"parent"}),
}
"""The fields on which an answer rests."""

_ASKERS: Final[tuple[dict[str, object], ...]] = (
    {"purpose": "personal", "licensee": {"kind": "individual", "country": "US"}},
    {"purpose": "research", "licensee": {"kind": "academic", "country": "DE"}},
    {
        "purpose": "commercial",
        "licensee": {
            "kind": "company",
            "country": "DE",
            "monthly_active_users": 1_000,
            "daily_active_users": 100,
            "annual_revenue": {"amount": "500000", "currency": "USD"},
        },
    },
    {
        "purpose": "commercial",
        "licensee": {
            "kind": "company",
            "country": "US",
            "monthly_active_users": 1_000_000_000,
            "own_monthly_active_users": 1_000_000_000,
            "product_monthly_active_users": 1_000_000_000,
            "daily_active_users": 500_000_000,
            "annual_revenue": {"amount": "10000000000", "currency": "USD"},
        },
    },
)


class FieldChange(Value):
    """A field with what stood there before and after, as JSON; None where nothing did.

    `path` is dotted; in a list a thing goes by its id, as terms do, else by its number from 0:
    `terms.audience-cap.when.all_of.0.gt`.
    """

    path: str
    before: str | None
    after: str | None


class EntityChange(Value):
    """An entity that was added, removed or changed, with the fields that were."""

    kind: ChangedKind
    id: str
    name: str
    what: Literal["added", "removed", "changed"]
    fields: tuple[FieldChange, ...] = ()


class VerdictChange(Value):
    """A use that a model or licence of both catalogues is answered differently for: another outcome or other duties.

    An outcome is None where the catalogue gives no single answer, as for a family whose sizes differ. `duties_gone` and
    `duties_new` are those that certainly apply before and not after, and the other way round.
    """

    target: str
    use: Use
    before: Outcome | None
    after: Outcome | None
    duties_gone: tuple[str, ...] = ()
    duties_new: tuple[str, ...] = ()


class CatalogDiff(Value):
    """What changed from the catalogue of version `old` to that of version `new`.

    `undecided` are licences of which the comparison was given up, so that more may differ than `verdicts` says.
    """

    old: str
    new: str
    entities: tuple[EntityChange, ...]
    verdicts: tuple[VerdictChange, ...]
    undecided: tuple[str, ...] = ()


@cache
def standard_uses() -> tuple[Use, ...]:
    """Return the uses that `diff` asks for by default.

    Every activity, by each of four askers: a person for themselves; a university for research; a company with a
    thousand users and half a million dollars a year; one with a billion users and ten billion dollars. It runs for real
    users in Germany and the United States, lawfully, and touches no listed field.
    """
    common: dict[str, object] = {
        "production": True,
        "territories": ["DE", "US"],
        "fields": [],
        "circumstances": {"lawful": True},
    }
    return tuple(
        Use.model_validate({"activities": [activity], **common, **asker})
        for activity in ACTIVITIES
        for asker in _ASKERS
    )


def diff(old: Catalog, new: Catalog, *, uses: Sequence[Use] | None = None) -> CatalogDiff:
    """Return what changed from *old* to *new*, and which verdicts change with it.

    Two states of a licence are compared exactly, over all that their terms tell apart. A model is asked about again
    where anything changed on which its answer rests: its licence records, its ancestry, a licence or a maker along it.

    Args:
        old: The catalogue before.
        new: The catalogue after.
        uses: What models are asked about, beside the uses that a changed licence answers differently;
            `standard_uses()` by default.

    >>> from openai_landscape.catalogue import catalog
    >>> ours = catalog().extend(catalog().models["gpt-2"].evolve(note="ours"))
    >>> [change.fields[0].path for change in diff(catalog(), ours).entities]
    ['note']
    """
    entities = tuple(_entities(old, new))
    texts = [each.id for each in entities if each.kind == "licence" and each.what == "changed"]
    compared = [compare(old.licenses[key], new.licenses[key], catalog=new) for key in texts]
    shown = (_change(each.first, w.use, *map(_told, w.verdicts)) for each in compared for w in each.witnesses)
    asked = (*(standard_uses() if uses is None else uses), *(w.use for each in compared for w in each.witnesses))
    again = (
        _change(key, use, _answer(old, key, use), _answer(new, key, use))
        for key in _resting_on(old, new, {(each.kind, each.id) for each in entities if _bears_on_answers(each)})
        for use in dict.fromkeys(asked)
    )
    return CatalogDiff(
        old=old.version,
        new=new.version,
        entities=entities,
        verdicts=tuple(change for change in (*shown, *again) if change is not None),
        undecided=tuple(each.first for each in compared if each.differs is None),
    )


def _entities(old: Catalog, new: Catalog) -> Iterator[EntityChange]:
    for kind, shelf in _SHELVES:
        before: Mapping[str, Value] = getattr(old, shelf)
        after: Mapping[str, Value] = getattr(new, shelf)
        for key in sorted({*before, *after}):
            if change := _entity(kind, key, before.get(key), after.get(key)):
                yield change


def _entity(kind: ChangedKind, key: str, before: Value | None, after: Value | None) -> EntityChange | None:
    one, two = ({} if each is None else each.model_dump(mode="json") for each in (before, after))
    if before is after or one == two:
        return None
    held = two or one
    named = {"kind": kind, "id": key, "name": str(held.get("name", held.get("title")))}
    if before is None or after is None:
        return EntityChange(**named, what="added" if before is None else "removed")
    fields = tuple(_fields(one, two, ""))  # none where only the order of terms changed, which says nothing
    return EntityChange(**named, what="changed", fields=fields) if fields else None


def _fields(before: Mapping[str, object], after: Mapping[str, object], at: str) -> Iterator[FieldChange]:
    for name in sorted({*before, *after}):
        one, two = _paired(before.get(name), after.get(name))
        path = f"{at}{name}"
        if isinstance(one, Mapping) and isinstance(two, Mapping):
            yield from _fields(one, two, f"{path}.")
        elif one != two or (name in before) != (name in after):
            yield FieldChange(path=path, before=_json(name, before), after=_json(name, after))


def _paired(before: object, after: object) -> tuple[object, object]:
    """Lists of objects as mappings, by id or, where both have as many, by number; the rest as it is."""
    if not isinstance(before, list) or not isinstance(after, list):
        return before, after
    every = [*before, *after]
    if not all(isinstance(each, Mapping) for each in every):
        return before, after
    if all("id" in each for each in every):
        return {each["id"]: each for each in before}, {each["id"]: each for each in after}
    return (_numbered(before), _numbered(after)) if len(before) == len(after) else (before, after)


def _numbered(items: list[object]) -> dict[str, object]:
    return {str(number): each for number, each in enumerate(items)}


def _json(name: str, fields: Mapping[str, object]) -> str | None:
    return json.dumps(fields[name], ensure_ascii=False, sort_keys=True) if name in fields else None


def _bears_on_answers(change: EntityChange) -> bool:
    answering = _ANSWERING.get(change.kind, frozenset())
    return bool(answering) and (
        change.what != "changed" or any(field.path.partition(".")[0] in answering for field in change.fields)
    )


class _Grounds:
    """What an answer of a catalogue rests on."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def of_model(self, key: str) -> Iterator[_Key]:
        model = self.catalog.models[key]
        line = [model, *(each.model for each in self.catalog.lineage(model))]
        for each in line:
            yield "model", each.id
            for record in each.licenses:
                yield from self.of_license(record.license)
            if each.developer is not None:
                yield "organization", each.developer

    def of_license(self, key: str | None, seen: frozenset[str] = frozenset()) -> Iterator[_Key]:
        if key is None or key in seen:
            return
        yield "licence", key
        if key in self.catalog.licenses:
            for taken_in in self.catalog.licenses[key].incorporates:
                yield from self.of_license(taken_in, seen | {key})


def _resting_on(old: Catalog, new: Catalog, altered: set[_Key]) -> Iterator[str]:
    """Yield the ids of the models of both, and of the licences that take in others, whose answers rest on *altered*."""
    grounds = (_Grounds(old), _Grounds(new))
    for key in new.models:
        if key in old.models and any(not altered.isdisjoint(each.of_model(key)) for each in grounds):
            yield key
    for key in new.licenses:
        taken_in = (each for side in grounds if key in side.catalog.licenses for each in side.of_license(key))
        if key in old.licenses and key not in new.models and not altered.isdisjoint({*taken_in} - {("licence", key)}):
            yield key


class _Answer(NamedTuple):
    outcome: Outcome | None
    duties: frozenset[str]


def _answer(catalog: Catalog, key: str, use: Use) -> _Answer:
    entity = catalog.models[key] if key in catalog.models else catalog.licenses[key]
    try:
        return _told(evaluate(entity, use, catalog=catalog))
    except LookupError:  # a family whose members differ: ask for one of them
        return _Answer(None, frozenset())


def _told(verdict: Verdict) -> _Answer:
    return _Answer(verdict.outcome, frozenset(in_short(duty) for duty in verdict.duties if duty.truth))


def _change(target: str, use: Use, before: _Answer, after: _Answer) -> VerdictChange | None:
    if before == after:
        return None
    return VerdictChange(
        target=target,
        use=use,
        before=before.outcome,
        after=after.outcome,
        duties_gone=tuple(sorted(before.duties - after.duties)),
        duties_new=tuple(sorted(after.duties - before.duties)),
    )
