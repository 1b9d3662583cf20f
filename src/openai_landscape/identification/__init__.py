"""Which known licence a text is, and what other names a licence goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_landscape._names import on_first_use

if TYPE_CHECKING:
    from openai_landscape.identification.identify import identify_license
    from openai_landscape.identification.result import Change, Identification, Part

__all__ = ["Change", "Identification", "Part", "identify_license"]

_HOMES = {"identify": ("identify_license",), "result": ("Change", "Identification", "Part")}

__getattr__, __dir__ = on_first_use(__name__, _HOMES)
