"""What a licence is called elsewhere: SPDX, ScanCode, Hugging Face, addresses. A miss is an error, never a guess.

Only SPDX ids name one text for good. ScanCode gives one key to several of our texts, Hugging Face's tags and addresses
outlive the text they once stood for, and the name on a model card is whatever its author wrote. So each counterpart
says how it relates to the name that was asked about.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from typing_extensions import override

from openai_landscape.identification._expression import parsed
from openai_landscape.identification._tables import Counterpart, Entry, Relation, tables
from openai_landscape.quantities.base import Value

__all__ = [
    "Counterpart",
    "NoCounterpartError",
    "Relation",
    "SpdxExpression",
    "from_address",
    "from_hugging_face",
    "from_scancode",
    "from_spdx",
    "to_addresses",
    "to_hugging_face",
    "to_scancode",
    "to_spdx",
]

_REF: Final = "LicenseRef-"
_SCANCODE: Final = "scancode-"


class SpdxExpression(Value):
    """A licence expression in our ids: alternatives, each the licences that apply together if it is chosen.

    >>> from_spdx("MIT AND (Apache-2.0 OR LicenseRef-llama-3-community)").alternatives
    (('apache-2.0', 'mit'), ('llama-3-community', 'mit'))
    """

    expression: str
    alternatives: tuple[tuple[str, ...], ...]


class NoCounterpartError(LookupError):
    """The name stands for no licence that is known. `scheme` is whose name it is, `name` what was asked about."""

    def __init__(self, scheme: str, name: str, why: str) -> None:
        super().__init__(scheme, name, why)
        self.scheme = scheme
        self.name = name
        self.why = why

    @override
    def __str__(self) -> str:
        return f"{self.scheme} {self.name!r}: {self.why}"


def to_spdx(license_id: str) -> str:
    """Return the SPDX id of a licence, or the `LicenseRef-` that stands for it where SPDX has none.

    Raises:
        NoCounterpartError: If no licence that is known has that id.

    >>> to_spdx("apache-2.0"), to_spdx("llama-3-community")
    ('Apache-2.0', 'LicenseRef-llama-3-community')
    """
    name, entry = _entry(license_id)
    return entry.get("spdx") or f"{_REF}{name}"


def from_spdx(expression: str) -> SpdxExpression:
    """Return an SPDX licence expression in our ids. Needs the extra `spdx`.

    `LicenseRef-` followed by one of our ids is ours; `LicenseRef-scancode-` followed by a key is ScanCode's. "Or later"
    is read as the version it names: later ones are offered, but are other texts. Source: SPDX 2.3, Annex D.

    Raises:
        NoCounterpartError: If a name stands for no one licence; all such names at once.
        ValueError: If it is not an expression, or has more than a thousand alternatives.
        ModuleNotFoundError: If `license-expression` is not installed.

    >>> from_spdx("Apache-2.0 or mit").alternatives
    (('apache-2.0',), ('mit',))
    """
    tree = parsed(expression)
    found = {name: _of_symbol(name) for name in tree.names()}
    misses = {name: why for name, (license_id, why) in found.items() if license_id is None}
    if misses:
        raise NoCounterpartError("SPDX", ", ".join(misses), "; ".join(dict.fromkeys(misses.values())))
    alternatives = tree.alternatives(lambda name: found[name][0] or "")
    return SpdxExpression(
        expression=tree.text, alternatives=tuple(sorted(tuple(sorted(each)) for each in alternatives))
    )


def _of_symbol(name: str) -> tuple[str | None, str]:
    """Return our id for a name in an expression, or None and why there is none."""
    if name.lower().startswith(_REF.lower()):
        return _of_reference(name[len(_REF) :])
    if " with " in name.lower():
        return None, "an exception changes the terms, and none is known here"
    if name in {"NONE", "NOASSERTION"}:
        return None, f"{name} says that there is no licence, or that none is told"
    return tables().spdx.get(name.lower()), "no licence that is known has this SPDX id"


def _of_reference(name: str) -> tuple[str | None, str]:
    held = tables()
    if name.startswith(_SCANCODE):
        found = held.scancode.get(name.removeprefix(_SCANCODE), ())
        same = [each.license for each in found if each.relation == "same"]
        why = f"ScanCode's key stands for {_listed(found)}" if found else "no licence that is known has this key"
        return (same[0] if same else None), why
    name = held.file["aliases"].get(name, name)
    return (name if name in held.file["licenses"] else None), "no licence that is known has this id"


def to_scancode(license_id: str) -> tuple[str, ...]:
    """Return the keys that ScanCode has for the very text of a licence; empty if it has none.

    Raises:
        NoCounterpartError: If no licence that is known has that id.

    >>> to_scancode("bsd-3-clause"), to_scancode("llama-3-community")
    (('bsd-new',), ())
    """
    return tuple(_entry(license_id)[1].get("scancode", ()))


def from_scancode(key: str) -> tuple[Counterpart, ...]:
    """Return the licences that ScanCode's *key* can mean, those of its own text first.

    ScanCode gives its key to texts that are only like its own, so a key is evidence, not an identity: Llama 3 is
    reported as 3.1, and nearly all of Tencent's texts as one.

    Raises:
        NoCounterpartError: If it means none that is known.

    >>> [(each.license, each.relation) for each in from_scancode("llama-3.1-license-2024")]
    [('llama-3.1-community', 'same'), ('llama-3-community', 'near')]
    """
    found = tables().scancode.get(key.lower())
    if not found:
        raise NoCounterpartError("ScanCode", key, "no licence that is known has this key")
    return found


def to_hugging_face(license_id: str) -> tuple[str, ...]:
    """Return Hugging Face's `license` tag for a licence, then each `license_name` that cards give it; empty if none.

    Raises:
        NoCounterpartError: If no licence that is known has that id.

    >>> to_hugging_face("llama-3.2-community"), to_hugging_face("qwen-license")
    (('llama3.2',), ('qwen',))
    """
    entry = _entry(license_id)[1]
    return (*entry.get("hugging_face", ()), *entry.get("hugging_face_names", ()))


def from_hugging_face(license: str, license_name: str | None = None) -> tuple[Counterpart, ...]:  # noqa: A002 - its name on the card
    """Return the licences that a model card's metadata can mean.

    Args:
        license: The card's `license`, one of Hugging Face's tags.
        license_name: The card's `license_name`, which tells more where `license` is "other".

    Raises:
        NoCounterpartError: If they mean none that is known: "other" and "unknown" are no licences, "cc" is a family.

    >>> [(each.license, each.relation) for each in from_hugging_face("other", "qwen")]
    [('qwen-license', 'one_of')]
    """
    held, tag = tables(), license.lower()
    if tag in held.file["hugging_face_none"]:
        if not license_name:
            raise NoCounterpartError("Hugging Face", license, "it names no licence; the card's license_name may")
        return _of_card(license_name)
    if tag in held.file["hugging_face_families"]:
        raise NoCounterpartError("Hugging Face", license, "it names a family of licences, not one")
    found = held.tags.get(tag, ())
    if not found:
        raise NoCounterpartError("Hugging Face", license, "no licence that is known has this tag")
    if license_name and not _licenses(found) & _licenses(held.names.get(license_name.lower(), found)):
        raise NoCounterpartError(
            "Hugging Face", license, f"the card's license_name, {license_name!r}, is another licence"
        )
    return found


def _licenses(found: tuple[Counterpart, ...]) -> set[str]:
    return {each.license for each in found}


def _of_card(name: str) -> tuple[Counterpart, ...]:
    found = tables().names.get(name.lower())
    if not found:
        raise NoCounterpartError("Hugging Face", name, "no licence that is known has this license_name")
    return found


def to_addresses(license_id: str) -> tuple[str, ...]:
    """Return addresses of a licence's text: first those that always hold it, then those that now hold the newest.

    Raises:
        NoCounterpartError: If no licence that is known has that id.

    >>> to_addresses("openmdw-1.1")[-1]
    'https://openmdw.ai/license/1-1'
    """
    entry = _entry(license_id)[1]
    return tuple(f"https://{address}" for address in (*entry.get("addresses", ()), *entry.get("addresses_now", ())))


def from_address(address: str) -> tuple[Counterpart, ...]:
    """Return the licences whose text stands, or stood, at *address*; nothing is fetched.

    Scheme, "www.", query and final slash do not matter, nor whether a file is shown or given raw.

    Raises:
        NoCounterpartError: If no text that is known stands there.

    >>> [each.license for each in from_address("http://www.apache.org/licenses/LICENSE-2.0")]
    ['apache-2.0']
    """
    found = tables().addresses.get(_canonical(address))
    if not found:
        raise NoCounterpartError("address", address, "no text that is known stands there")
    return found


_RAW: Final = re.compile(r"^raw\.githubusercontent\.com/([^/]+/[^/]+)/(?:refs/heads/)?")
_VIEW: Final = re.compile(r"^(github\.com/[^/]+/[^/]+|huggingface\.co/(?:spaces/)?[^/]+/[^/]+)/(?:raw|resolve)/")
_NEWEST: Final = re.compile(r"/blob/(?:master|head)/")


def _canonical(address: str) -> str:
    try:
        parts = urlsplit(address.strip() if "://" in address else f"https://{address.strip()}")
    except ValueError:
        return ""
    path = f"{parts.netloc.lower().removeprefix('www.')}{unquote(parts.path)}".rstrip("/").lower()
    path = _VIEW.sub(r"\1/blob/", _RAW.sub(r"github.com/\1/blob/", path))
    return _NEWEST.sub("/blob/main/", path)


def _entry(license_id: str) -> tuple[str, Entry]:
    file = tables().file
    name = file["aliases"].get(license_id, license_id)
    if name not in file["licenses"]:
        raise NoCounterpartError("licence", license_id, "no licence that is known has this id")
    return name, file["licenses"][name]


def _listed(found: tuple[Counterpart, ...]) -> str:
    return ", ".join(f"{each.license} ({each.relation})" for each in found)
