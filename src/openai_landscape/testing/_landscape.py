"""Strategies for models and their lineages, and for those who make, run and use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from openai_landscape.catalogue import Catalog, catalog
from openai_landscape.entities import (
    Audience,
    BaseModelLink,
    LicenseRecord,
    Model,
    Organization,
    Parameters,
    Person,
    Product,
    Relation,
    Role,
)
from openai_landscape.testing._facts import SEATS
from openai_landscape.testing._licenses import licenses
from openai_landscape.testing._values import counts, names, partial_dates, subsets
from openai_landscape.use import COMPONENTS, Modality

_SOURCE: Final = "https://example.org/"
_MAKERS: Final = ("meta", "acme", None)
_LICENSES: Final = ("mit", "apache-2.0", "llama-3-community", "gemma-terms-2024-04-01", None)


def models(
    *,
    id: str | None = None,  # noqa: A002 - the field's own name
    under: Sequence[str | None] = _LICENSES,
    derived_from: Sequence[str] = (),
) -> SearchStrategy[Model]:
    """Return models with licences by component and date, sizes, modalities and ancestors.

    Args:
        id: The model's id; one of a few by default.
        under: The ids of the licences that its components can carry, None for one that is not recorded.
        derived_from: The ids of models that it can derive from.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(models(id="ours", under=["mit"]))
    ... def test_it_is_mit(model):
    ...     assert {record.license for record in model.licenses} <= {"mit"}
    >>> test_it_is_mit()
    """
    links = st.lists(_links(derived_from), max_size=2) if derived_from else st.just(list[BaseModelLink]())
    ids = st.sampled_from(("acme-7b", "foo-70b", "bar-v2")) if id is None else st.just(id)
    required: dict[str, SearchStrategy[object]] = {"id": ids, "name": names(), "base_models": links}
    optional: dict[str, SearchStrategy[object]] = {
        "developer": st.sampled_from(_MAKERS),
        "released": partial_dates(),
        "parameters": st.lists(st.builds(Parameters, label=st.just("7B"), total=counts()), max_size=1),
        "modalities": subsets(get_args(Modality), most=3),
        "weights": st.sampled_from(("open", "gated", "leaked", "closed")),
        "licenses": st.lists(_records(under), min_size=1, max_size=3),
        "ancestry": st.sampled_from(("none", "known", "unknown")),
    }
    return st.fixed_dictionaries(required, optional=optional).map(_model)


def _model(facts: Mapping[str, object]) -> Model:
    ancestry = facts.get("ancestry", "unknown")
    known = "known" if facts["base_models"] and ancestry == "none" else ancestry
    return Model.model_validate({**facts, "ancestry": known})


def _links(derived_from: Sequence[str]) -> SearchStrategy[BaseModelLink]:
    relations = st.sampled_from(get_args(Relation))
    return st.builds(BaseModelLink, model=st.sampled_from(derived_from), relation=relations, source=st.just(_SOURCE))


def _records(under: Sequence[str | None]) -> SearchStrategy[LicenseRecord]:
    dates = st.tuples(st.none() | partial_dates(), st.none() | partial_dates())
    components = st.sampled_from(("weights", *COMPONENTS))  # the weights' licence is the one that is asked about most
    return st.builds(_record, st.sampled_from(under), components, st.just((None, None)) | dates)


def _record(
    license: str | None,  # noqa: A002 - the field's own name
    component: str,
    dates: tuple[str | None, str | None],
) -> LicenseRecord:
    since, until = dates
    if since and until and until < since:
        since, until = until, since
    facts = {"component": component, "license": license, "since": since, "until": until, "source": _SOURCE}
    return LicenseRecord.model_validate(facts)


@st.composite
def lineages(draw: DrawFn, *, most_models: int = 3) -> Catalog:
    """Return the built-in catalogue with a few generated licences, and models under them that derive from one another.

    The models are called `model-0` (which derives from none of the others), `model-1` and so on; the licences
    `license-0` and `license-1`.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(lineages())
    ... def test_the_first_is_an_original(catalog):
    ...     assert not catalog.model("Model 0").base_models
    >>> test_the_first_is_an_original()
    """
    under = [draw(licenses(id=f"license-{number}", most_terms=3)) for number in range(2)]
    made: list[Model] = []
    for number in range(draw(st.integers(2, most_models))):
        older = [model.id for model in made]
        made.append(draw(models(id=f"model-{number}", under=(*(each.id for each in under), None), derived_from=older)))
    renamed = [model.evolve(name=f"Model {number}") for number, model in enumerate(made)]
    return catalog().extend([*under, *renamed])


def organizations() -> SearchStrategy[Organization]:
    """Return organisations with their audiences, which lie at the thresholds of real licences.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(organizations())
    ... def test_it_has_a_name(organization):
    ...     assert organization.name
    >>> test_it_has_a_name()
    """
    optional: dict[str, SearchStrategy[object]] = {
        "country": st.sampled_from(SEATS),
        "affiliates": st.lists(names(), max_size=2),
        "products": st.lists(names(), max_size=2),
        "audiences": st.lists(_audiences(), max_size=2),
    }
    return st.fixed_dictionaries(_named("acme", "foo-labs"), optional=optional).map(Organization.model_validate)


def products() -> SearchStrategy[Product]:
    """Return products, with their owners, models and audiences."""
    optional: dict[str, SearchStrategy[object]] = {
        "owner": st.sampled_from(("acme", "foo-labs")),
        "models": subsets(("acme-7b", "foo-70b")),
        "released": partial_dates(),
        "audiences": st.lists(_audiences(), max_size=2),
    }
    return st.fixed_dictionaries(_named("acme-chat", "foo.app"), optional=optional).map(Product.model_validate)


def people() -> SearchStrategy[Person]:
    """Return people, with the roles they hold or held."""
    role = st.builds(
        Role, organization=names(), title=names(), since=st.none() | partial_dates(), until=st.none() | partial_dates()
    )
    optional: dict[str, SearchStrategy[object]] = {"roles": st.lists(role, max_size=2)}
    return st.fixed_dictionaries(_named("a-person", "b-person"), optional=optional).map(Person.model_validate)


def _named(*ids: str) -> dict[str, SearchStrategy[object]]:
    return {"id": st.sampled_from(ids), "name": names()}


def _audiences() -> SearchStrategy[Audience]:
    return st.builds(
        Audience,
        product=names(),
        value=counts(),
        as_of=st.none() | partial_dates(),
        basis=st.just("statement"),
        source=st.just(_SOURCE),
    )
