"""Names of the landscape in a text: what the catalogue knows, under any spelling that its aliases admit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

import attrs

from openai_landscape.entities import Mention
from openai_landscape.reading._flat import flat
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._trie import JOINT, alternation

Kind: TypeAlias = Literal["model", "product", "organization", "person", "licence", "place", "document", "community"]

ARTIFACTS: Final[frozenset[str]] = frozenset({"model", "product"})
PARTIES: Final[frozenset[str]] = frozenset({"organization", "person"})


class Alias(NamedTuple):
    """One way to write one entity: the alias, what kind of thing it names, the entity's id and canonical name."""

    alias: str
    kind: Kind
    entity: str
    name: str


Names: TypeAlias = Iterable[Alias]
"""What the engine needs of a catalogue."""


@attrs.frozen
class Name:
    """A name in the text. `tail` is what a compound adds ("-Chef"), `possessive` whether it stands in a genitive.

    `resolved` marks a phrase that points back; its mention is then what it points at.
    """

    start: int
    end: int
    kind: Kind
    mention: str
    entity: str | None = None
    name: str | None = None
    tail: str = ""
    possessive: bool = False
    resolved: bool = False
    vague: bool = False
    twofold: bool = False
    """Whether a house's models are called as it is: "Mistral"."""

    def to_mention(self) -> Mention:
        """Return the name as a claim gives it."""
        return Mention(mention=self.mention, entity=self.entity, name=self.name)

    @property
    def key(self) -> str:
        """What is equal for two mentions of one thing."""
        return self.entity or folded(self.name or self.mention)

    @property
    def artifact(self) -> bool:
        """Whether this names a model or a product."""
        return self.kind in ARTIFACTS

    @property
    def party(self) -> bool:
        """Whether this names somebody who acts."""
        return self.kind in PARTIES


def folded(text: str) -> str:
    """Return the letters and digits of *text* in lower case.

    >>> folded("LLaMA-3.1 8B")
    'llama318b'
    """
    return "".join(filter(str.isalnum, text.lower()))


_PIECES: Final = lazily(r"[^\W\d_]{2,}(?=\d)|[^\s\-_]+?(?=[\s\-_]|$)|[^\s\-_]+")
_AFTER: Final = r"(?P<genitive>'s|s'|s|')?(?!\w|\.\d)"
_VERSION: Final = lazily(
    r"(?:[ -]?[vV]\d{1,2}(?:\.\d{1,2})*(?!\w)"
    r"|(?<!\d[BbM])[ -]?\d{1,2}(?:\.\d{1,2})?(?![\w%€$])(?![.,]\d)(?! ?(?:%|€|\$|[MmBb]il|[MmPp]ro[zc]|[MK]rd|GPU|GB"
    r"|[Tt]oken|mln|mld|bn|[Dd]ollar|[Ee]uro|[Cc]ent|[Ss]prachen|talen|languages|[Pp]un[kt]t?e|points|times"
    r"|keer|[Mm]al |[Jj]ahre|[Mm]onate|[Tt]age|[Ww]ochen|jaar|maanden|dagen|weken|years|months|days|weeks|[Mm]odel"
    r"|[Vv]ersi))|[ -]\d{1,3}(?:\.\d)?(?:[x×]\d{1,3})?[BbMm](?!\w)(?:-A\d{1,3}B)?"
    r"|[ -](?:Instruct|Chat|Base|Large|Medium|Small|Mini|Nano|Pro|Ultra|Turbo|Flash|Opus|Sonnet|Haiku|Scout|Maverick"
    r"|Coder|Code|Vision|Preview|Plus|Max|Next|Distill|Thinking|Reasoning|Codex|Lite|mini|nano|pro|turbo"
    r"|preview|instruct)(?!\w)(?!-\w*[mM]odel))"
)
_LICENCE_WORD: Final = lazily(r"[ -]?(?:Lizenz|[Ll]icen[sc]e|[Ll]icentie)(?: Agreement)?")
LICENCE: Final = "licence"
"""The tail of a name that stands for the licence of what it names."""
_LICENCE_TAIL: Final = lazily(r"[ -](?:Community[ -])?(?:Lizenz|[Ll]icen[sc]e|[Ll]icentie)(?: Agreement)?(?!\w)")
_NAMED_TAIL: Final = lazily(r"-(?!(?:KI|AI|LLM|API|US|EU)(?!\w))(?:[A-Z]{1,4}\d{0,2}|Neo[A-Z]?)(?![\w])")
_TAIL: Final = lazily(r"-(?P<tail>[^\W\d_][\w-]{0,60})")


@attrs.frozen
class NameBook:
    """Names compiled for finding: one trie for all, and what each spelling stands for."""

    finder: re.Pattern[str] | None
    entries: Mapping[str, tuple[Alias, ...]]
    members: Mapping[str, Mapping[str, Alias]] = MappingProxyType({})
    """By what a family is called, its members by the last word of their names alone: "Scout" for "Llama 4"."""

    def find(self, text: str, level: str) -> Iterator[Name]:
        """Yield the names in *text*, whose levelled form is *level*, in order and without overlap."""
        if self.finder is None:
            return
        reach = 0
        met: dict[str, Alias | None] = {}
        for match in self.finder.finditer(level):
            if match.start() < reach:
                continue
            surface = text[match.start() : match.end("word")]
            if surface not in met:
                met[surface] = self.chosen(surface)
            alias = met[surface]
            if alias is not None:
                name = self._grown(text, alias, match)
                reach = name.end
                yield name

    def licence(self, surface: str) -> Alias | None:
        """Return the licence that *surface* names with the word "licence" somewhere in it."""
        for alias in self.entries.get(folded(_LICENCE_WORD.sub("", surface)), ()):
            if alias.kind == "licence":
                return alias
        return None

    def chosen(self, surface: str) -> Alias | None:
        """Return what *surface* is the name of."""
        for alias in self.entries.get(folded(surface), ()):
            if _written_as(alias.alias, surface):
                return alias
        return None

    def _grown(self, text: str, alias: Alias, match: re.Match[str]) -> Name:
        start, end = match.start(), match.end("word")
        grown = alias
        if (alias.kind in ARTIFACTS or self._also_a_model(alias)) and not match["genitive"]:
            longer = _with_version(text, end)
            if longer > end:
                end = longer
                grown = self.chosen(text[start:end]) or alias._replace(kind="model", entity="", name="")
        name = finished(text, start, end, grown)
        return attrs.evolve(name, twofold=True) if name.kind == "organization" and self._also_a_model(alias) else name

    def _also_a_model(self, alias: Alias) -> bool:
        """Whether a house's models are called as it is, so that a version after its name makes it a model's."""
        return alias.kind == "organization" and any(
            other.kind in ARTIFACTS for other in self.entries.get(folded(alias.alias), ())
        )


def finished(text: str, start: int, end: int, alias: Alias) -> Name:
    """Return the name between *start* and *end* of *text*, with its genitive and what it is compounded with."""
    mention = text[start:end]
    named = _NAMED_TAIL.match(text, end) if alias.kind in ARTIFACTS else None
    if named is not None:
        end = named.end()
        mention, alias = text[start:end], alias._replace(entity="", name="")
    possessive, stop = _genitive(text, end, mention)
    tail = _TAIL.match(text, end) if stop == end else None
    if alias.kind in ARTIFACTS and (licensed := _LICENCE_TAIL.match(text, end)) is not None:
        return Name(start, licensed.end(), alias.kind, mention, alias.entity or None, alias.name or None, tail=LICENCE)
    return Name(
        start=start,
        end=stop,
        kind=alias.kind,
        mention=mention,
        entity=alias.entity or None,
        name=alias.name or None,
        tail=flat(tail["tail"]) if tail else "",
        possessive=possessive,
    )


def grown(text: str, start: int, end: int, alias: Alias) -> Name:
    """Return the name between *start* and *end*; with a version or a size after it, it names a model."""
    longer = _with_version(text, end) if alias.kind in {"model", "product", "organization"} else end
    if longer > end and not (alias.kind == "organization" and text[end:longer].strip().isdigit()):
        return finished(text, start, longer, alias._replace(kind="model", entity="", name=""))
    return finished(text, start, end, alias)


def _genitive(text: str, end: int, mention: str) -> tuple[bool, int]:
    following = text[end : end + 3].replace("’", "'")
    if following[:2] == "'s" and not following[2:].isalnum():
        return True, end + 2
    if following[:1] == "s" and not (following[1:2].isalnum() or following[1:2] == "-"):
        return True, end + 1
    if following[:1] == "'" and mention[-1:] in "sxzSXZ" and following[1:2] in " \u00a0":
        return True, end + 1
    return False, end


def _with_version(text: str, end: int) -> int:
    for _ in range(4):
        more = _VERSION.match(text, end)
        if more is None:
            break
        end = more.end()
    return end


def _written_as(alias: str, surface: str) -> bool:
    """Whether *surface* can be meant as *alias*: short names keep their case, and a common word is no name."""
    if surface[:1].islower() and " " in surface and not surface.islower():  # "open AI systems" are nobody's
        return False
    if len(alias) <= 3 or alias.isupper():
        return folded_case(surface) == folded_case(alias) or (len(alias) > 3 and surface[:1].isupper())
    return alias == alias.lower() or any(c.isupper() or c.isdigit() for c in surface)


def folded_case(text: str) -> str:
    """Return the letters and digits of *text*, their case kept."""
    return "".join(filter(str.isalnum, text))


def name_book(names: Names) -> NameBook:
    """Compile *names*.

    >>> book = name_book([Alias("Llama-3", "model", "llama-3", "Llama 3")])
    >>> [name.mention for name in book.find("Metas LLaMA 3", flat("Metas LLaMA 3"))]
    ['LLaMA 3']
    """
    entries: dict[str, list[Alias]] = {}
    words: set[str] = set()
    for alias, word in _spellings(tuple(names)):
        words.add(word)
        entries.setdefault(folded(alias.alias), []).append(alias)
    finder = lazily(rf"(?<!\w)(?P<word>{alternation(words)}){_AFTER}") if words else None
    return NameBook(finder, MappingProxyType({key: tuple(found) for key, found in entries.items()}))


def _spellings(names: tuple[Alias, ...]) -> Iterator[tuple[Alias, str]]:
    """Yield each alias with its pattern; one that begins with its maker's name is one word only with a hyphen."""
    makers = {folded(alias.alias) for alias in names if alias.kind == "organization"}
    things = {(folded(alias.alias), alias.entity) for alias in names if alias.kind in ARTIFACTS}
    called = {name for name, _ in things}
    for alias in names:
        head, _, rest = alias.alias.replace("-", " ").replace("/", " ").partition(" ")
        prefixed = bool(rest) and folded(head) in makers and (folded(rest), alias.entity) in things
        if len(alias.alias) < 2 or (alias.kind == "organization" and folded(head) in makers and folded(rest) in called):
            continue
        yield alias, (f"{flat(head)}-{_joined(rest)}" if prefixed and alias.kind in ARTIFACTS else _joined(alias.alias))


def _joined(alias: str) -> str:
    return JOINT.join(piece for piece in _PIECES.findall(flat(alias)) if piece)
