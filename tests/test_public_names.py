"""Everything that the package offers is there, under the name by which it is offered."""

import pytest

import openai_landscape


@pytest.mark.parametrize("name", openai_landscape.__all__)
def test_every_public_name_resolves(name: str) -> None:
    value = getattr(openai_landscape, name)

    assert value.__doc__ or isinstance(value, str)
    assert name in dir(openai_landscape)


def test_a_function_is_not_hidden_by_a_module_of_its_name() -> None:
    # importing a submodule sets an attribute of its name on the package
    for name in openai_landscape.__all__:
        assert type(getattr(openai_landscape, name)).__name__ != "module", name


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'evalute'"):
        getattr(openai_landscape, "evalute")  # noqa: B009 - the name is wrong on purpose, which mypy would see
