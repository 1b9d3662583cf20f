"""Which known licence is this text?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, Protocol

from openai_landscape.identification._align import Gap, gaps
from openai_landscape.identification._compare import Match, Stretch, Text
from openai_landscape.identification._hashes import file_hash
from openai_landscape.identification._store import Known, Store, store
from openai_landscape.identification.result import Change, Identification, Part

_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")  # cannot be written as UTF-8, and so not as JSON


class _OfLicense(Protocol):
    @property
    def license(self) -> str | None: ...


class Licenses(Protocol):
    """What is asked of a catalogue: its licences and its texts by id."""

    @property
    def licenses(self) -> Mapping[str, object]:
        """The licences whose terms are encoded."""
        ...

    @property
    def texts(self) -> Mapping[str, _OfLicense]:
        """The texts that are known besides, each with the licence that encodes it, if one does."""
        ...


def identify_license(text: str, *, catalog: Licenses | None = None, original: str | None = None) -> Identification:
    """Return which known licence *text* is: word for word, with changes, or none.

    Wrapping, case, quotation marks, bullets, markdown and filled-in copyright notices make no difference; any other
    word that comes, goes or changes its place does. Takes time in proportion to the text, whatever the text.

    Args:
        text: Any text.
        catalog: Whose licences count as encoded; the built-in one if None.
        original: The text of the licence that *text* could be. It names every word that went; without it, numbers,
            negations and words of condition are named, and the others counted.

    Raises:
        ValueError: If *original* is not the licence that *text* is a modification of.

    >>> found = identify_license("Any other prose.")
    >>> found.license, found.match
    (None, 'none')
    """
    return identify_in(store(), text, catalog=catalog, original=original)


def identify_in(
    store: Store, text: str, *, catalog: Licenses | None = None, original: str | None = None
) -> Identification:
    """Return which licence of *store* a text is; otherwise as `identify_license`."""
    known = store.files.get(file_hash(text))
    if known is not None:
        return _exact(known, catalog)
    said = Text(text, store)
    known = said.known()
    return _compared(said, catalog, original) if known is None else _exact(known, catalog)


def _exact(known: Known, catalog: Licenses | None) -> Identification:
    return Identification(license=known.id, match="exact", kind=known.kind, encoded=_is_encoded(known.id, catalog))


def _is_encoded(license_id: str, catalog: Licenses | None) -> bool:
    if catalog is None:
        from openai_landscape.catalogue import catalog as built_in

        catalog = built_in()
    text = catalog.texts.get(license_id)
    return license_id in catalog.licenses or (text is not None and text.license in catalog.licenses)


def _compared(text: Text, catalog: Licenses | None, original: str | None) -> Identification:
    whole = Stretch(0, len(text.words))
    match = text.best(whole)
    if match is None:
        return Identification()
    if text.is_whole(match, whole):
        return _exact(match.known, catalog)
    within = list(text.parts(match))
    known = max(within, key=_weight).known
    said, named = (None, None) if original is None else _original(original, known, text.store)
    match = text.against(known, text.runs(known, whole), whole, said)
    return Identification(
        license=known.id,
        match="modified",
        kind=known.kind,
        encoded=_is_encoded(known.id, catalog),
        changes=tuple(_change(text, gap, _lost(gap, match, named)) for gap in _changes(text, match)),
        parts=tuple(sorted((_part(text, each) for each in within), key=lambda part: part.start)),
    )


def _weight(match: Match) -> int:
    """How many words the licence explains, less those that it misses: a text of several goes by the one with most."""
    return 2 * match.kept - match.known.words


def _original(original: str, known: Known, store: Store) -> tuple[Sequence[str], list[str]]:
    """Return the words of *original* that the fingerprint counts, normalised and as they are written."""
    theirs = Text(original, store)
    if len(theirs.words) != known.words or theirs.known() is not known:
        raise ValueError(f"original: not the text of {known.id!r}, which the text is a modification of; pass that text")
    return theirs.words, [original[start:end] for start, end in theirs.spans]


def _part(text: Text, match: Match) -> Part:
    found: Literal["exact", "modified"] = "exact" if text.is_whole(match, match.body) else "modified"
    start, end = text.spans[match.body.start][0], text.spans[match.body.end - 1][1]
    return Part(license=match.known.id, match=found, start=start, end=end)


def _changes(text: Text, match: Match) -> Sequence[Gap]:
    """Return the changes of *match* but for copyright notices, which are none."""
    begins = {notice.end: notice.start for notice in text.notices(match)}
    trimmed = [change._replace(end=begins.get(change.end, change.end)) for change in match.changes]
    return [change for change in trimmed if change.size] or match.changes or _all(text, match.known)


def _all(text: Text, known: Known) -> Sequence[Gap]:
    """Return all that lies between whole phrases: known to differ, though no word of it is told from the licence's."""
    whole = Stretch(0, len(text.words))
    return tuple(gaps(text.runs(known, whole), *whole, known.words)) or (Gap(*whole, 0, known.words),)


def _lost(gap: Gap, match: Match, named: Sequence[str] | None) -> tuple[str, ...]:
    if named is not None:
        return tuple(named[gap.place : gap.stop])
    return tuple(match.marks[place] for place in range(gap.place, gap.stop) if place in match.marks)


def _change(text: Text, gap: Gap, lost: tuple[str, ...]) -> Change:
    start, end = _where(text.spans, gap)
    quote = _SURROGATES.sub("\ufffd", text.text[start:end])
    return Change(start=start, end=end, quote=quote, came=gap.end - gap.start, went=gap.stop - gap.place, lost=lost)


def _where(places: Sequence[tuple[int, int]], gap: Gap) -> tuple[int, int]:
    """Return the code points that hold what came, or the point where words went."""
    if gap.start < gap.end:
        return places[gap.start][0], places[gap.end - 1][1]
    point = places[gap.start - 1][1] if gap.start else places[0][0]
    return point, point
