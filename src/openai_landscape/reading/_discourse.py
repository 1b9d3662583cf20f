"""What earlier sentences said: whom "the company" and what "the model" point back at, and what a list is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Self

import attrs

from openai_landscape.entities import Span
from openai_landscape.reading._blocks import Block
from openai_landscape.reading._names import Name
from openai_landscape.reading._scene import Scene, artifact, organization
from openai_landscape.reading._words import Mark


@attrs.define
class Discourse:
    """The state of a reading, from sentence to sentence; it lives no longer than the reading."""

    main: tuple[Name, ...] = ()
    main_party: Name | None = None
    artifacts: tuple[Name, ...] = ()
    several: tuple[Name, ...] = ()
    party: Name | None = None
    parties: tuple[Name, ...] = ()
    person: Name | None = None
    document: Name | None = None
    owners: dict[str, Name] = attrs.field(factory=dict)
    heading: tuple[Name, ...] = ()
    items: tuple[tuple[int, tuple[Name, ...]], ...] = ()
    block: Block | None = None
    fresh: bool = True

    @classmethod
    def over(cls, names: Sequence[Name], blocks: Sequence[Block]) -> Self:
        """Return the state before the first sentence: what the whole text is mainly about."""
        count: Counter[str] = Counter(name.key for name in names if artifact(name))
        title = next((block for block in blocks if block.kind == "title"), None)
        titled = [name for name in names if title and title.start <= name.start < title.end and artifact(name)]
        main: tuple[Name, ...] = tuple(titled[:1])
        if not main and count:
            key, hits = count.most_common(1)[0]
            main = tuple(name for name in names if name.key == key and artifact(name))[:1] if hits > 1 else ()
        orgs: Counter[str] = Counter(name.key for name in names if organization(name))
        best = orgs.most_common(1)
        owner = next((name for name in names if best and name.key == best[0][0] and organization(name)), None)
        return cls(main=main, main_party=owner)

    def enter(self, block: Block) -> None:
        """Come to *block*: headings end lists, and outer items end inner ones."""
        self.block = block
        self.fresh = True
        if block.kind in {"heading", "title"}:
            self.heading, self.items = (), ()
        elif block.kind == "list":
            self.items = tuple(item for item in self.items if item[0] < block.level)
        elif block.kind == "body":
            self.items = ()

    @property
    def topic(self) -> tuple[Name, ...]:
        """What a line that names nothing is about: its outer item, its heading, the last sentence, the text."""
        if self.items:
            return self.items[-1][1]
        return self.heading or self.artifacts or self.main

    def named(
        self, level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]], span: Span
    ) -> tuple[Name, ...]:
        """Return *names* together with the phrases that point back, resolved."""
        found = list(names)
        for kind in ("np_model", "np_org", "np_licence"):
            for mark in marks.get(kind, ()):
                if not _followed_by_name(names, mark) and not any(
                    n.start < mark.end and mark.start < n.end for n in names
                ):
                    found.extend(self._back(kind, mark, names))
        found.extend(self._made_by(tuple(names), marks))
        found.extend(_introduced(level, tuple(found), marks, span))
        return tuple(sorted(found, key=lambda name: (name.start, name.end)))

    def _back(self, kind: str, mark: Mark, names: tuple[Name, ...]) -> list[Name]:
        targets: Sequence[Name]
        if kind == "np_org":
            targets = self._parties(mark, names)
        else:
            earlier = [name for name in names if name.end <= mark.start and artifact(name)]
            targets = earlier[-1:] if earlier and mark.value != "pl" else self._artifacts(mark)
        return [
            attrs.evolve(
                target,
                start=mark.start,
                end=mark.end,
                tail="",
                possessive=False,
                resolved=True,
            )
            for target in targets
        ]

    def _made_by(self, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]]) -> list[Name]:
        """Return what "DeepSeek's model" points at: the last thing that is known to be that maker's."""
        found = []
        for mark in marks.get("noun_model", ()):
            makers = [n for n in names if organization(n) and n.possessive and 0 <= mark.start - n.end <= 2]
            if makers and not _followed_by_name(names, mark):
                own = [thing for thing in self.artifacts if self.owners.get(thing.key, makers[0]).key == makers[0].key]
                found += [
                    attrs.evolve(thing, start=mark.start, end=mark.end, tail="", possessive=False, resolved=True)
                    for thing in own[:1]
                ]
        return found

    def _parties(self, mark: Mark, names: tuple[Name, ...]) -> Sequence[Name]:
        if mark.value == "pl":
            return self.parties if len(self.parties) > 1 else ()
        earlier = [name for name in names if name.end <= mark.start and organization(name)]
        if self.party is not None and self.party.key not in {name.key for name in earlier}:
            return (self.party,)
        if earlier:
            return earlier[:1]
        target = self.party or self.main_party
        return (target,) if target is not None else ()

    def _artifacts(self, mark: Mark) -> Sequence[Name]:
        if mark.value == "pl":
            return self.several or self.artifacts or self.main
        return self.artifacts or self.main

    def leave(self, scene: Scene) -> None:
        """Take over what *scene* was about."""
        groups = [
            group for group in scene.groups if artifact(group[0]) and scene.lead(group[0]) not in {"than", "since"}
        ]
        own = [group for group in groups if not group[0].resolved]
        if own:
            self.artifacts = own[0][:1] if len(own[0]) == 1 else own[0]
            pairs = [group for group in own if len(group) > 1]
            if pairs:
                self.several = pairs[0]
        orgs = [group for group in scene.groups if organization(group[0])]
        leading = [g for g in orgs if scene.lead(g[0]) in {"", "with"} and not g[0].possessive] or orgs
        if leading:
            self.party = leading[0][0]
            if len(leading[0]) > 1:
                self.parties = leading[0]
        persons = [name for name in scene.names if name.kind == "person"]
        if persons:
            self.person = persons[0]
        papers = scene.of("document")
        if papers:
            paper = papers[0]
            self.document = Name(paper.start, paper.end, "document", scene.text[paper.start : paper.end])
        self._own(scene, groups, orgs)
        self._structure(scene, tuple(groups[0]) if groups else (), tuple(leading[0]) if leading else ())

    def _own(self, scene: Scene, groups: Sequence[Sequence[Name]], orgs: Sequence[Sequence[Name]]) -> None:
        """Keep who made what, where one sentence names one maker and things, and says that it made or released them."""
        makers = {name.key: name for group in orgs for name in group}
        tied = scene.of("release", "develop", "own_word", "np_org") or any(
            name.possessive for group in orgs for name in group
        )
        if len(makers) == 1 and tied:
            for group in groups:
                for thing in group:
                    self.owners.setdefault(thing.key, next(iter(makers.values())))

    def _structure(self, scene: Scene, things: tuple[Name, ...], orgs: tuple[Name, ...]) -> None:
        if not self.fresh or self.block is None:
            return
        self.fresh = False
        about = things or orgs
        if self.block.kind in {"heading", "title"} and things:
            self.heading = things
        elif self.block.kind == "list" and about and about[0].start - scene.start < 12:
            self.items = (*self.items, (self.block.level, about))


def _followed_by_name(names: tuple[Name, ...], mark: Mark) -> bool:
    return any(0 <= name.start - mark.end <= 2 and not name.possessive for name in names)


_NEW: Final = re.compile(r"(?<!\w)(?:ein|eine|einen|einem|eines|een|an?) (?P<what>(?:[\w-]+,? ){0,4})$")


def _introduced(level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]], span: Span) -> list[Name]:
    """Return the models that a sentence brings in without a name, where it also says that somebody brings them out."""
    if (
        not marks.get("release")
        or not any(organization(name) for name in names)
        or any(artifact(n) and n.end < n.start for n in names)
    ):
        return []
    found = []
    for mark in marks.get("noun_model", ()):
        before = _NEW.search(level, max(span.start, mark.start - 60), mark.start)
        near = any(
            0 <= name.start - mark.end <= 12 or (name.start < mark.end and mark.start < name.end) for name in names
        )
        if before is not None and not near:
            start = before.start("what")
            if not any(name.start < mark.end and start < name.end for name in names):
                found.append(Name(start, mark.end, "model", "", vague=True))
    return found[:1]
