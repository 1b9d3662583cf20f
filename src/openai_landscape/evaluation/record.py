"""A verdict put on record: canonical JSON with a digest, and the same question asked again later."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from openai_landscape._version import __version__
from openai_landscape.catalogue import Catalog
from openai_landscape.catalogue import catalog as built_in
from openai_landscape.evaluation.questions import evaluate
from openai_landscape.evaluation.verdict import Finding, Verdict
from openai_landscape.quantities.base import Value

FORMAT: Final = 1
"""The version of the form of a record."""

Changed: TypeAlias = Literal["engine", "data", "text", "outcome", "finding", "duty", "unknown"]
"""What can have changed since."""


class Change(Value):
    """One thing that is no longer as the record has it."""

    what: Changed
    name: str
    before: str | None
    after: str | None


class Replay(Value):
    """The same question asked again: `same` if the answer is, else `changes` clause by clause. `verdict` is today's."""

    same: bool
    changes: tuple[Change, ...]
    verdict: Verdict


def record(verdict: Verdict, *, catalog: Catalog | None = None) -> str:
    """Return *verdict* as canonical JSON: sorted keys, no spaces, with the SHA-256 of all the rest under `digest`.

    It holds the target, the facts, the hashes of the licence texts, the versions of data and engine, and the answer.
    """
    known = built_in() if catalog is None else catalog
    answer = verdict.model_dump(mode="json")
    body = {
        "format": FORMAT,
        "target": answer.pop("target"),
        "use": answer.pop("use"),
        "strict": answer.pop("strict"),
        "texts": answer.pop("texts"),
        "data": known.version,
        "engine": __version__,
        "verdict": answer,
    }
    return _canonical({**body, "digest": _digest(body)})


def replay(recorded: str, *, catalog: Catalog | None = None) -> Replay:
    """Ask the question of a record again and say what changed, clause by clause.

    Raises:
        ValueError: If the record is not one, or a byte of it was changed.
        LookupError: If a target is not known any more.
    """
    known = built_in() if catalog is None else catalog
    body = _read(recorded)
    asked = {name: body[name] for name in ("target", "use", "strict", "texts")}
    before = Verdict.model_validate({**body["verdict"], **asked})
    after = evaluate(before.target, before.use, catalog=known, strict=before.strict)
    changes = [
        *_compared("engine", {"version": str(body["engine"])}, {"version": __version__}),
        *_compared("data", {"version": str(body["data"])}, {"version": known.version}),
        *_compared("text", before.texts, after.texts),
        *_compared("outcome", {"outcome": before.outcome.value}, {"outcome": after.outcome.value}),
        *_compared("finding", _findings(before), _findings(after)),
        *_compared("duty", _duties(before), _duties(after)),
        *_compared("unknown", dict.fromkeys(before.unknown, "open"), dict.fromkeys(after.unknown, "open")),
    ]
    return Replay(same=before == after, changes=tuple(changes), verdict=after)


def _read(recorded: str) -> dict[str, Mapping[str, object]]:
    try:
        body = json.loads(recorded)
    except ValueError as error:
        raise ValueError(f"not a record: {error}") from None
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise ValueError(f'not a record of format {FORMAT}; verdict.record() writes one, with "format": {FORMAT}')
    digest = body.pop("digest", None)
    if digest != _digest(body) or _canonical({**body, "digest": digest}) != recorded:
        raise ValueError("the record was changed after it was made: its digest does not fit")
    return body


def _canonical(body: Mapping[str, object]) -> str:
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _digest(body: Mapping[str, object]) -> str:
    return hashlib.sha256(_canonical(body).encode()).hexdigest()


def _compared(what: Changed, before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    names = sorted({*before, *after})
    return [
        Change(what=what, name=name, before=before.get(name), after=after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    ]


def _findings(verdict: Verdict) -> dict[str, str]:
    return {f"{f.license}#{f.term} {f.clause}".rstrip(): _said(f) for f in verdict.findings}


def _said(finding: Finding) -> str:
    truth = {True: "applies", False: "does not apply", None: "may apply"}[finding.truth]
    return f"{finding.clause}: {finding.effect}, {truth}: {finding.summary}"


def _duties(verdict: Verdict) -> dict[str, str]:
    state = {True: "applies", None: "may apply"}
    return {f"{duty.license}#{duty.id}": f"{duty.clause}: {state[duty.truth]}: {duty.text}" for duty in verdict.duties}
