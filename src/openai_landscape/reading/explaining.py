"""Why each claim was read: the rule, the words that gave it away, and what each stage saw."""

from __future__ import annotations

from collections.abc import Iterator

from openai_landscape.entities import Mention, Source
from openai_landscape.quantities import Quantity
from openai_landscape.reading._claims import Read
from openai_landscape.reading._names import name_book
from openai_landscape.reading._overlay import overlay
from openai_landscape.reading._parse import marks_of
from openai_landscape.reading.naming import HasNames, default_book, names_of
from openai_landscape.reading.parse import readings


def explain(source: Source, *, catalog: HasNames | None = None, html: bool = False) -> str:
    """Return, for each claim of *source*, which rule made it, on which words, and what each stage saw in the sentence.

    With *html* it is a page by itself: the text with its claims marked where they stand, and the explanations below.

    >>> from openai_landscape.reading import read_source
    >>> print(explain(read_source("The LLM Foo-7B is not open source.", id="a")).splitlines()[0])
    openness [openness.copula] Foo-7B -> open_source (negated, asserted)
    """
    book = default_book() if catalog is None else name_book(names_of(catalog))
    told = [(read.claim.evidence, "\n".join(_lines(read))) for read in readings(source, book)]
    if html:
        return overlay(source, [([(each.start, each.end) for each in evidence], lines) for evidence, lines in told])
    return "\n\n".join(lines for _, lines in told)


def _lines(read: Read) -> Iterator[str]:
    claim, scene, draft = read.claim, read.scene, read.draft
    whose = f", {claim.speaker.mention}" if claim.speaker else ""
    yield (
        f"{claim.predicate.value} [{read.rule.name}] {claim.subject.mention} -> {_shown(claim.object)} "
        f"({claim.polarity}, {claim.modality}{whose})"
    )
    for evidence in claim.evidence:
        yield f"  at {evidence.start}-{evidence.end}: {evidence.quote!r}"
    yield (
        f"  block: {scene.block.kind}; clause: "
        f"{scene.text[scene.clause(draft.at).start : scene.clause(draft.at).end].strip()!r}"
    )
    names = ", ".join(f"{name.mention} ({name.kind}{', points back' if name.resolved else ''})" for name in scene.names)
    yield f"  names: {names or 'none'}"
    cues = dict.fromkeys(
        f"{mark.kind}{'.' + mark.value if mark.value else ''} {scene.text[mark.start : mark.end]!r}"
        for mark in marks_of(scene)
    )
    yield f"  cues: {', '.join(cue for cue in cues if cue.split()[0].split('.')[0] in read.rule.cues) or 'by shape'}"


def _shown(thing: object) -> str:
    if isinstance(thing, Mention):
        return thing.mention
    if isinstance(thing, Quantity):
        return f"{thing.comparator} {format(thing.value, 'f')} {thing.unit}"
    return "nothing" if thing is None else str(thing)
