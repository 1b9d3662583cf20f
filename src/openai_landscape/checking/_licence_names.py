"""Names of licences as texts write them: exact, without their version, or of a whole family."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from openai_landscape.catalogue import AmbiguousNameError, Catalog, NotEncodedError
from openai_landscape.entities import LicenseRecord, Mention

_GENERIC: Final = frozenset(
    "a agreement an clause community das de der die een for het international licence licences license licenses "
    "licentie licenties lizenz lizenzen lizenzvertrag model models of public software terms the under unter use v "
    "version".split()
)
_MARKERS: Final = frozenset("modified nc nd noncommercial non research sa".split())
"""What makes another licence of one: these words are never left out of a name."""

_TRANSLATED: Final = {
    word: meaning
    for meaning, words in {
        "modified": "modifizierte modifizierten modifizierter geänderte geänderten angepasste angepassten angepasster "
        "abgewandelte abgewandelten aangepaste gewijzigde gemodificeerde adapted customized customised",
        "noncommercial": "nichtkommerzielle nichtkommerziellen nichtkommerziell",
        "research": "forschungslizenz onderzoekslicentie",
    }.items()
    for word in words.split()
}
"""Words of a licence's name as texts in other languages put them."""

_PARTS: Final = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)*")


@frozen
class _Spelled:
    """A name without the words that every licence has, and the versions that it gives."""

    core: frozenset[str]
    versions: frozenset[str]


def _spelled(name: str) -> _Spelled:
    parts = _PARTS.findall(re.sub(r"(?<=[a-z])v(?=\d)", " ", name.casefold()))
    said = (_TRANSLATED.get(part, part) for part in parts)
    words = frozenset(part for part in said if not part[0].isdigit() and part not in _GENERIC)
    return _Spelled(words, frozenset(part.removesuffix(".0") for part in parts if part[0].isdigit()))


class NamedLicence:
    """A licence as a claim names it.

    `ids` are the licences that the name can be of; `known` whether it is a name that the catalogue has in any form.
    """

    def __init__(self, named: Mention, catalog: Catalog) -> None:
        self._catalog = catalog
        self.said = named.name or named.mention
        self._spelled = _spelled(named.mention)
        self._exact = _exact(named, catalog)
        self.ids = self._exact or frozenset(self._loose())
        self._series = {catalog.licenses[key].series for key in self.ids if key in catalog.licenses} - {None}

    @property
    def known(self) -> bool:
        """Whether any licence of the catalogue is called so, or so with more words."""
        return bool(self.ids) or any(self._within(names) for names in self._names().values())

    def is_of(self, record: LicenseRecord) -> bool:
        """Whether *record* is of the licence named."""
        if record.license is not None and (record.license in self.ids or self._of_one_series(record.license)):
            return True
        written = record.as_written or ""
        if any(f"({key})" in written for key in self.ids) or _folded(written) == _folded(self.said):
            return True
        return not self._exact and (self._within(self._names_of(record)) or self._with_licensor(record))

    def is_near(self, record: LicenseRecord) -> bool:
        """Whether *record* is of another text of that name: of a changed one, or of one whose version is not said."""
        core, versions = self._spelled.core, self._spelled.versions
        return any(
            (core < each.core and "modified" in each.core) or (core == each.core and not versions)
            for each in map(_spelled, self._names_of(record))
        )

    def _with_licensor(self, record: LicenseRecord) -> bool:
        """Whether the name is the licence's with its licensor's before it."""
        known = self._catalog.licenses.get(record.license) if record.license else None
        maker = self._catalog.organizations.get(known.licensor) if known and known.licensor else None
        if maker is None:
            return False
        words = frozenset(word for name in (maker.name, *maker.aliases) for word in _spelled(name).core)
        cores = (each.core for each in map(_spelled, self._names_of(record)))
        return any(core and core == self._spelled.core - words for core in cores)

    def _within(self, names: Iterable[str]) -> bool:
        core = self._spelled.core
        found = [each for each in map(_spelled, names) if core and core <= each.core]
        return any(
            self._spelled.versions <= each.versions and (not self.ids or not (each.core - core) & _MARKERS)
            for each in found
        )

    def _loose(self) -> Iterable[str]:
        for key, names in self._names().items():
            for each in map(_spelled, names):
                if self._spelled.core and each.core == self._spelled.core and self._spelled.versions <= each.versions:
                    yield key

    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each in self._catalog.names():
            if each.kind == "licence":
                found.setdefault(each.entity, []).append(each.alias)
        return found

    def _names_of(self, record: LicenseRecord) -> list[str]:
        known = self._catalog.licenses.get(record.license) if record.license else None
        named = [known.name, *known.aliases] if known else []
        return [name for name in (*named, record.as_written) if name]

    def _of_one_series(self, license_id: str) -> bool:
        known = self._catalog.licenses.get(license_id)
        return len(self.ids) > 1 and known is not None and known.series in self._series


def _exact(named: Mention, catalog: Catalog) -> frozenset[str]:
    if named.entity is not None and (named.entity in catalog.licenses or named.entity in catalog.texts):
        return frozenset({named.entity})
    for text in filter(None, (named.name, named.mention)):
        if found := _called(text, catalog):
            return found
    return frozenset()


def _called(text: str, catalog: Catalog) -> frozenset[str]:
    try:
        return frozenset({catalog.license(text).id})
    except AmbiguousNameError as error:
        return frozenset(error.candidates)
    except NotEncodedError as error:
        return frozenset(key for _, key in error.found)
    except LookupError:
        return frozenset()


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
