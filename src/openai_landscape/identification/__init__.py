"""Which known licence a text is, and what other names a licence goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.identification.crosswalk import (
        Counterpart,
        NoCounterpartError,
        SpdxExpression,
        from_address,
        from_hugging_face,
        from_scancode,
        from_spdx,
        to_addresses,
        to_hugging_face,
        to_scancode,
        to_spdx,
    )
    from openai_landscape.identification.identify import identify_license
    from openai_landscape.identification.result import Change, Identification, Part

__all__ = [
    "Change",
    "Counterpart",
    "Identification",
    "NoCounterpartError",
    "Part",
    "SpdxExpression",
    "from_address",
    "from_hugging_face",
    "from_scancode",
    "from_spdx",
    "identify_license",
    "to_addresses",
    "to_hugging_face",
    "to_scancode",
    "to_spdx",
]

_HOMES = {
    "crosswalk": (
        "Counterpart",
        "NoCounterpartError",
        "SpdxExpression",
        "from_address",
        "from_hugging_face",
        "from_scancode",
        "from_spdx",
        "to_addresses",
        "to_hugging_face",
        "to_scancode",
        "to_spdx",
    ),
    "identify": ("identify_license",),
    "result": ("Change", "Identification", "Part"),
}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
