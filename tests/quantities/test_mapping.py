"""A frozen mapping is a mapping, whatever order it was given in, and cannot change."""

import copy
import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from openai_landscape.quantities import FrozenMapping
from openai_landscape.testing import mappings, names

JSON: TypeAdapter[FrozenMapping[str, int]] = TypeAdapter(FrozenMapping[str, int])


@given(mappings())
def test_it_is_the_mapping_that_it_was_made_of(mapping: FrozenMapping[str, int]) -> None:
    plain = dict(mapping)

    assert mapping == plain
    assert plain == mapping
    assert FrozenMapping(plain) == mapping == FrozenMapping(plain.items())
    assert len(mapping) == len(plain)
    assert list(mapping.items()) == list(plain.items())
    assert all(key in mapping and mapping[key] == value for key, value in plain.items())


@given(st.data(), mappings())
def test_the_order_it_was_given_in_is_forgotten(data: st.DataObject, mapping: FrozenMapping[str, int]) -> None:
    other = FrozenMapping(data.draw(st.permutations(list(mapping.items()))))

    assert other == mapping
    assert hash(other) == hash(mapping)
    assert repr(other) == repr(mapping)
    assert list(other) == list(mapping) == sorted(mapping)


@given(mappings(), mappings())
def test_equal_mappings_have_equal_hashes(one: FrozenMapping[str, int], other: FrozenMapping[str, int]) -> None:
    assert (one == other) is (dict(one) == dict(other))
    assert one != other or hash(one) == hash(other)


@given(mappings())
def test_it_comes_back_from_everywhere(mapping: FrozenMapping[str, int]) -> None:
    before = hash(mapping)
    for back in (
        pickle.loads(pickle.dumps(mapping)),  # noqa: S301 - its own pickle of a moment ago
        copy.deepcopy(mapping),
        JSON.validate_json(JSON.dump_json(mapping)),
    ):
        assert isinstance(back, FrozenMapping)
        assert back == mapping
        assert hash(back) == before


@given(mappings(), names())
def test_it_cannot_be_changed(mapping: FrozenMapping[str, int], key: str) -> None:
    changing: Any = mapping
    before = dict(mapping)
    for attempt in (
        lambda: changing.__setitem__(key, 1),
        lambda: changing.__delitem__(key),
        lambda: changing.update({key: 1}),
        lambda: changing.pop(key),
        lambda: setattr(changing, "_items", {}),
        lambda: setattr(changing, key, 1),
    ):
        with pytest.raises((AttributeError, TypeError)):
            attempt()
    assert dict(mapping) == before


@given(st.dictionaries(names(), st.integers()))
def test_what_it_was_made_of_can_change_without_it(plain: dict[str, int]) -> None:
    mapping, before = FrozenMapping(plain), dict(plain)
    plain["another"] = 1

    assert mapping == before


@given(mappings())
def test_it_is_no_other_thing(mapping: FrozenMapping[str, int]) -> None:
    assert mapping != list(mapping.items())
    assert mapping != None  # noqa: E711 - equality itself is tested
    assert isinstance(mapping, Mapping)
