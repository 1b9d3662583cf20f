"""What earlier sentences said: whom "the company" and what "the model" point back at, and what a list is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Self, TypeAlias

import attrs

from openai_landscape.reading._blocks import Block
from openai_landscape.reading._flat import flat
from openai_landscape.reading._focus import (
    aside_from,
    asked,
    entitled,
    example,
    in_focus,
    leads,
    leads_in,
    of_another,
    owns_a_model,
    plain,
    things_alone,
)
from openai_landscape.reading._kinds import artifact, organization, terms
from openai_landscape.reading._names import Name
from openai_landscape.reading._newcomers import newcomers
from openai_landscape.reading._phrases import (
    ANOTHER,
    ASKS_OR_ANSWERS,
    BOTH,
    CLOCK,
    CONTINUED,
    DEFINITE,
    DEFINITE_ONE,
    DEFINITE_OPEN,
    GENERAL,
    OF_IT,
    PEOPLE,
    PLURAL,
    RELATED,
    SET_BESIDE,
    SIZE,
    SIZE_ALONE,
    VERSION,
    WHENCE,
    followed_by_name,
    several_of,
)
from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Asked, Scene
from openai_landscape.reading._speech import speeches
from openai_landscape.reading._words import Mark

_Groups: TypeAlias = Sequence[tuple[Name, ...]]


@attrs.define
class Discourse:
    """The state of a reading, from sentence to sentence; it lives no longer than the reading."""

    main: tuple[Name, ...] = ()
    main_party: Name | None = None
    alone: tuple[Name, ...] = ()
    artifacts: tuple[Name, ...] = ()
    single: tuple[Name, ...] = ()
    several: tuple[Name, ...] = ()
    party: Name | None = None
    parties: tuple[Name, ...] = ()
    person: Name | None = None
    document: Name | None = None
    voice: Name | None = None
    teller: Name | None = None
    owners: dict[str, Name] = attrs.field(factory=dict)
    heading: tuple[Name, ...] = ()
    apart: bool = False
    items: tuple[tuple[int, tuple[Name, ...]], ...] = ()
    intro: tuple[str, tuple[Name, ...]] | None = None
    intro_party: Name | None = None
    recent: tuple[Name, ...] = ()
    sized: Mapping[str, Name] = MappingProxyType({})
    versioned: bool = False
    at_home: bool = False
    general: bool = False
    block: Block | None = None
    fresh: bool = True
    age: int = 0
    beside: frozenset[str] = frozenset()
    focus_block: Block | None = None
    columns: tuple[str, ...] = ()
    component: str = ""
    leaky: bool = False
    asked: Asked | None = None
    questioned: bool = False
    talk: bool = False

    @classmethod
    def over(cls, level: str, names: Sequence[Name], blocks: Sequence[Block]) -> Self:
        """Return the state before the first sentence: what the whole text is mainly about."""
        count: Counter[str] = Counter(name.key for name in names if artifact(name))
        title = next((block for block in blocks if block.kind == "title"), None)
        titled = entitled(level, names, title) if title else []
        main: tuple[Name, ...] = tuple(titled[:1])
        if not main and count:
            key, hits = count.most_common(1)[0]
            main = tuple(name for name in names if name.key == key and artifact(name))[:1] if hits > 1 else ()
        orgs: Counter[str] = Counter(name.key for name in names if organization(name))
        best = orgs.most_common(1)
        owner = next((name for name in names if best and name.key == best[0][0] and organization(name)), None)
        sized = {
            size[-1].lower(): name for name in names if artifact(name) for size in [SIZE.findall(name.mention)] if size
        }
        versioned = "versi" in level and VERSION.search(level) is not None
        most = len(titled) == 1 and 2 * count[titled[0].key] >= count.total()
        return cls(
            main=main,
            alone=main if most else (),
            main_party=owner,
            sized=MappingProxyType(sized),
            versioned=versioned,
            at_home=PEOPLE.search(level) is not None,
        )

    def enter(self, block: Block) -> None:
        """Come to *block*: headings end lists, and outer items end inner ones."""
        self.block = block
        self.fresh = True
        self.voice = self.teller = None
        if block.kind != "table":
            self.columns = ()
        if block.kind in {"heading", "title"}:
            self.heading, self.items, self.intro, self.apart = (), (), None, False
        elif block.kind == "list":
            self.items = tuple(item for item in self.items if item[0] < block.level)
        elif block.kind == "body":
            self.items, self.intro = (), None

    def begin(self, level: str, span: Place) -> None:
        """Come to a sentence: one about another version, or about models in general, points back at nothing."""
        self.general = GENERAL.match(level, span.start, span.end) is not None
        if self.artifacts and ANOTHER.match(level, span.start, span.end):
            self.artifacts, self.single = (), ()

    @property
    def topic(self) -> tuple[Name, ...]:
        """What a line that names nothing is about: its outer item, its heading, the last sentence, the text."""
        if self.general:
            return ()
        if self.items:
            return self.items[-1][1]
        introduced = self.intro[1] if self.intro else ()
        if self.block is not None and self.block.kind in {"list", "heading"}:
            if self.block.kind == "list" and self.focus_block == self.block and self.artifacts:
                return self.artifacts
            if self.apart:
                return introduced
            return self.heading or introduced or self.main or self.artifacts
        if self.age < (_IN_TALK if self.talk else _FORGOTTEN) or self.focus_block == self.block:
            return self.artifacts
        return self.heading or self.alone if self.block is not None and self.block.kind == "body" else ()

    def named(
        self, level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]], span: Place
    ) -> tuple[Name, ...]:
        """Return *names* together with the phrases that point back, resolved."""
        names = things_alone(level, names, marks)
        found = list(names)
        self._hear(level, names, span)
        for kind in ("np_org", "np_model", "np_licence"):
            for mark in marks.get(kind, ()):
                if level[mark.end : mark.end + 1] == "-" or of_another(level, kind, mark, names):
                    continue
                if not followed_by_name(level, names, mark) and not any(
                    n.start < mark.end and mark.start < n.end for n in names
                ):
                    found.extend(self._back(level, kind, mark, names, found))
        found.extend(
            Name(mark.start, mark.end, "community", "")
            for mark in marks.get("community", ())
            if not any(name.start < mark.end and mark.start < name.end for name in names)
        )
        for mark in marks.get("noun_org", ()):
            found.extend(self._by_seat(level, names, mark, span, found))
        found.extend(self._by_home(level, span, found))
        if nouns := marks.get("noun_model", ()):
            for mark in nouns:
                found.extend(self._by_article(level, names, mark, span, found))
            found.extend(self._its_own(level, tuple(found), marks))
            found.extend(self._made_by(level, names, marks))
        found.extend(self._by_size(level, span))
        found.extend(self._by_version(level, span, tuple(found)))
        found.extend(newcomers(level, tuple(found), marks, span))
        return tuple(sorted(found, key=lambda name: (name.start, name.end)))

    def _by_seat(
        self, level: str, names: tuple[Name, ...], mark: Mark, span: Place, found: Sequence[Name]
    ) -> list[Name]:
        """Return whom "the French start-up" means: the house last spoken of, where the words name nobody."""
        whence = WHENCE.search(level, max(span.start, mark.start - 40), mark.start)
        if whence is None or level[mark.end : mark.end + 1] == "-" or followed_by_name(level, names, mark):
            return []
        apposed = any(level[name.end : whence.start()] == ", " for name in names)
        if apposed or any(name.start < mark.end and whence.start() < name.end for name in found):
            return []
        return self._back(level, "np_org", Mark("np_org", whence.start(), mark.end, "sg"), names)

    def _by_home(self, level: str, span: Place, found: Sequence[Name]) -> list[Name]:
        """Return whom "die Pariser" or "de Fransen" mean: the house last spoken of."""
        match = PEOPLE.search(level, span.start, span.end) if self.party is not None and self.at_home else None
        if match is None or any(name.start < match.end() and match.start() < name.end for name in found):
            return []
        return self._back(level, "np_org", Mark("np_org", *match.span(), "sg"), ())

    def _by_article(
        self, level: str, names: tuple[Name, ...], mark: Mark, span: Place, found: Sequence[Name]
    ) -> list[Name]:
        """Return what "the two new models" and "the large model" mean, where the words name nothing."""
        if any(name.start < mark.end and mark.start < name.end for name in found):
            return []
        if followed_by_name(level, names, mark):
            return []
        several = DEFINITE.search(level, max(span.start, mark.start - 36), mark.start)
        if several is not None and level[mark.end - 1] in PLURAL:
            return self._back(level, "np_model", Mark("np_model", several.start(), mark.end, "pl"), names)
        one = DEFINITE_ONE.search(level, max(span.start, mark.start - 50), mark.start) or (
            DEFINITE_OPEN.search(level, max(span.start, mark.start - 8), mark.end)
        )
        if one is None or OF_IT.match(level, mark.end):
            return []
        return self._back(level, "np_model", Mark("np_model", one.start(), mark.end, "sg"), names)

    def _back(
        self, level: str, kind: str, mark: Mark, names: tuple[Name, ...], found: Sequence[Name] = ()
    ) -> list[Name]:
        targets: Sequence[Name]
        if kind == "np_org":
            targets = self._parties(mark, names)
        else:
            earlier = [
                name
                for name in names
                if name.end <= mark.start
                and artifact(name)
                and not SET_BESIDE.search(level, max(0, name.start - 8), name.start)
            ]
            targets = earlier[-1:] if earlier and mark.value == "sg" else self._artifacts(mark)
            if len(targets) != 2 and BOTH.match(level, mark.start):
                targets = self.several if len(self.several) == 2 else self._last_two()
                if self.artifacts and self.artifacts[0].key not in {thing.key for thing in targets}:
                    targets = ()
            if BOTH.match(level, mark.start) and not {thing.key for thing in self.artifacts} & {t.key for t in targets}:
                targets = self.artifacts  # two of one kind: "das größere der beiden Modelle" after one name
            if mark.value == "own":
                holder = self._holder(mark, found or names)
                others = earlier or several_of(level, mark) or not self._free(holder)
                targets = self._owned(level, mark, holder) or ([] if others else targets)
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

    def _hear(self, level: str, names: tuple[Name, ...], span: Place) -> None:
        """Note whose words a paragraph of an interview holds: it begins with a name and a colon, or with a quote."""
        if self.fresh and self.questioned and level[span.start] in _QUOTES:
            self.voice = self.person
        if self.fresh and (turn := ASKS_OR_ANSWERS.match(level, span.start)) is not None:
            self.talk = True
            self.voice = self.person if turn["answer"] else None
            return
        first = names[0] if names and self.fresh else None
        if first is None or first.kind != "person" or not _AT_ONCE.fullmatch(level, span.start, first.start):
            return
        if level[first.end : first.end + 2] == ": ":
            self.voice = first
            self.talk = True

    def _by_size(self, level: str, span: Place) -> list[Name]:
        """Return what "the 7B model" points at: the one named model of that size."""
        found: list[Name] = []
        if not self.sized:
            return found
        for match in SIZE_ALONE.finditer(level, span.start, span.end):
            target = self.sized.get(match[1])
            if target is not None:
                found.append(
                    attrs.evolve(target, start=match.start(), end=match.end(), tail="", possessive=False, resolved=True)
                )
        return found

    def _by_version(self, level: str, span: Place, names: tuple[Name, ...]) -> list[Name]:
        """Return what "version 3.5" points at: the thing in focus, or of the heading, that ends in that number."""
        found: list[Name] = []
        if not self.versioned:
            return found
        held = (*self.heading, *self.artifacts, *self.main)
        for match in VERSION.finditer(level, span.start, span.end):
            target = next((thing for thing in held if thing.mention.endswith(match["number"])), None)
            if target is not None and not any(n.start < match.end() and match.start() < n.end for n in names):
                found.append(
                    attrs.evolve(target, start=match.start(), end=match.end(), tail="", possessive=False, resolved=True)
                )
        return found

    def _its_own(self, level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]]) -> list[Name]:
        """Return what "its open model" points at, where a word of possession stands before the noun."""
        found: list[Name] = []
        for mark in marks.get("noun_model", ()):
            taken = any(name.start < mark.end and mark.start < name.end for name in names)
            related = RELATED.fullmatch(level, mark.start, mark.end) is not None
            if taken or related or level[mark.end : mark.end + 1] == "-" or followed_by_name(level, names, mark):
                continue
            for own in marks.get("own_word", ()):
                apposed = any(thing.end == own.start - 2 for thing in names) and level[own.start - 2] == ","
                if not apposed and own.end < mark.start and _ADJECTIVES.fullmatch(level, own.end, mark.start):
                    held = Mark("np_model", own.start, mark.end, "own")
                    found.extend(self._back(level, "np_model", held, names))
        return found

    def _made_by(self, level: str, names: tuple[Name, ...], marks: Mapping[str, tuple[Mark, ...]]) -> list[Name]:
        """Return what "DeepSeek's model" points at: the last thing that is known to be that maker's."""
        found = []
        for mark in marks.get("noun_model", ()):
            makers = [n for n in names if organization(n) and n.possessive and 0 <= mark.start - n.end <= 2]
            if makers and not followed_by_name(level, names, mark):
                own = [thing for thing in self.artifacts if self.owners.get(thing.key, makers[0]).key == makers[0].key]
                found += [
                    attrs.evolve(thing, start=mark.start, end=mark.end, tail="", possessive=False, resolved=True)
                    for thing in own[:1]
                ]
        return found

    def _holder(self, mark: Mark, names: Sequence[Name]) -> Name | None:
        """Return whose "its model" is: the nearest house of the sentence, or else who was last spoken of."""
        orgs = [name for name in names if organization(name)]
        before = [name for name in orgs if name.end <= mark.start]
        return min(before or orgs, key=lambda name: abs(name.start - mark.start), default=self.party)

    def _free(self, holder: Name | None) -> bool:
        """Whether the things last spoken of can be *holder*'s: no other house alone was named beside them."""
        return not self.beside or (holder is not None and holder.key in self.beside)

    def _owned(self, level: str, mark: Mark, holder: Name | None) -> Sequence[Name]:
        """Return what "its model" points at: the last thing known to be made by whom the sentence speaks of."""
        if holder is None:
            return ()
        known = [
            thing
            for thing in reversed(self.recent)
            if thing.key in self.owners and self.owners[thing.key].key == holder.key
        ]
        if several_of(level, mark):
            return ()
        free = self._free(holder)
        near = [
            thing
            for thing in self.artifacts
            if self.age < 3 and (self.owners[thing.key].key == holder.key if thing.key in self.owners else free)
        ]
        return near[:1] or known[:1]

    def _parties(self, mark: Mark, names: tuple[Name, ...]) -> Sequence[Name]:
        if mark.value == "pl":
            return self.parties if len(self.parties) > 1 else ()
        earlier = [name for name in names if name.end <= mark.start and name.kind == "organization"]
        if self.party is not None and self.party.key not in {name.key for name in earlier}:
            return (self.party,)
        if earlier:
            return earlier[:1]
        target = self.party or self.main_party
        return (target,) if target is not None else ()

    def _last_two(self) -> Sequence[Name]:
        """Return the two things last spoken of, in the order in which they were named."""
        latest = list({name.key: name for name in self.recent}.values())[-2:]
        return latest if len(latest) == 2 else ()

    def _artifacts(self, mark: Mark) -> Sequence[Name]:
        if self.block is not None and self.block.kind == "list" and self.topic:
            return self.topic
        if mark.value == "pl":
            return self.several or self.artifacts or self.main
        return self.single or self.artifacts or self.main

    def leave(self, scene: Scene) -> None:
        """Take over what *scene* was about."""
        self.age += 1
        groups, orgs, leading = self._follow(scene) if scene.names else ((), (), ())
        self.leaky = self.leaky or bool(scene.of("leak"))
        if scene.of("speech", "source"):
            self.teller = next((speech.speaker for speech in speeches(scene) if speech.speaker is not None), None)
        elif not scene.of("speech_conj"):
            self.teller = None
        parts = scene.of("component")
        self.component = parts[-1].value if parts else "training_data" if scene.of("size_training") else ""
        papers = scene.of("document")
        if papers:
            paper = papers[0]
            self.document = Name(paper.start, paper.end, "document", scene.text[paper.start : paper.end])
        if scene.block.kind == "table" and not self.columns:
            row = scene.text[scene.start : scene.end]
            self.columns = tuple(flat(cell).strip() for cell in _CELL.findall(row) if cell.strip())
        self.questioned = scene.asks or (self.questioned and self.voice is not None)
        self.asked = asked(scene) if scene.of("label") else None
        self._own(scene, groups, orgs)
        self._structure(scene, tuple(groups[0]) if groups else (), tuple(leading[0]) if leading else ())

    def _follow(self, scene: Scene) -> tuple[_Groups, _Groups, _Groups]:
        """Take over whom and what *scene* names: its things, its organisations, and those of them that act."""
        groups = [group for group in scene.groups if artifact(group[0]) and in_focus(scene, group[0])]
        groups = [g for g in groups if scene.clause(g[0].start).opening == ""] or groups
        groups = [g for g in groups if g[0].kind == "model"] or groups
        own = [group for group in groups if not group[0].resolved]
        lately = self.age < (_IN_TALK if self.talk else 2)
        if groups and self.artifacts and lately and CONTINUED.match(scene.level, scene.start):
            self.age, self.focus_block = 0, self.block
        elif groups and not aside_from(scene, groups[0][0], self.artifacts):
            self.artifacts = tuple(map(plain, groups[0]))
            alone = [group[0] for group in groups if len(group) == 1]
            self.single = tuple(map(plain, alone[:1]))
            self.age, self.focus_block = 0, self.block
            self.beside = frozenset(name.key for name in scene.names if organization(name))
        if own:
            self.recent = (*self.recent, *(name for group in own for name in group))[-12:]
            pairs = [group for group in own if len(group) > 1]
            if pairs:
                self.several = pairs[0]
            elif len({group[0].key for group in own}) == len(own) == 2:
                self.several = (own[0][0], own[1][0])
        orgs = [group for group in scene.groups if organization(group[0])]
        leading = [g for g in orgs if scene.lead(g[0]) in {"", "with"} and not g[0].possessive]
        leading = leading or [g for g in orgs if not g[0].possessive or owns_a_model(scene, g[0], self.party)]
        leading = leading or (orgs if self.party is None else [])
        leading = [g for g in leading if scene.clause(g[0].start).opening == ""] or leading
        leading = [g for g in leading if not example(scene, g[0])] or leading
        if self.party is not None and leading and all(example(scene, g[0]) for g in leading):
            return groups, orgs, leading
        if leading and (self.party is None or any(leads(scene, g[0]) for g in leading)):
            leading = [g for g in leading if leads(scene, g[0])] or leading
            self.party = leading[0][0]
            if len(leading[0]) > 1:
                self.parties = leading[0]
        persons = [name for name in scene.names if name.kind == "person" and scene.block.kind != "byline"]
        if persons:
            self.person = persons[0]
        return groups, orgs, leading

    def _own(self, scene: Scene, groups: Sequence[Sequence[Name]], orgs: Sequence[Sequence[Name]]) -> None:
        """Keep who made what, where one sentence names one maker and things, and says that it made or released them."""
        for group in groups:
            for org in (name for other in orgs for name in other):
                if org.end + 1 == group[0].start and not org.tail:
                    self.owners.setdefault(group[0].key, org)
        makers = {name.key: name for group in orgs for name in group}
        if len(makers) != 1:
            return
        if scene.of("release", "develop", "own_word", "np_org") or any(n.possessive for group in orgs for n in group):
            for group in groups:
                for thing in group:
                    self.owners.setdefault(thing.key, next(iter(makers.values())))

    def _structure(self, scene: Scene, things: tuple[Name, ...], orgs: tuple[Name, ...]) -> None:
        if self.block is None:
            return
        if scene.text[scene.start : scene.end].rstrip().endswith(":") and self.block.kind != "list":
            licensed = tuple(name for name in scene.names if terms(name) or name.kind == "licence")[:1]
            about = things or licensed or orgs or (self.heading or self.main)
            kind = leads_in(scene, bool(orgs))
            self.intro, self.intro_party = (kind, about), orgs[0] if orgs else None
        if not self.fresh:
            return
        self.fresh = False
        about = things or orgs
        if self.block.kind in {"heading", "title"} and things:
            self.heading = things
        elif self.block.kind == "heading":
            self.apart = bool(scene.of("criteria")) or any(name.kind == "licence" for name in scene.names)
        elif self.block.kind == "list" and about and about[0].start - scene.start < 12:
            self.items = (*self.items, (self.block.level, about))


_QUOTES: Final = frozenset("„“”\"»«‘’'")
_FORGOTTEN: Final = 2
"""After so many sentences without it, a pronoun does not mean a thing any more."""
_IN_TALK: Final = 8
"""As `_FORGOTTEN`, where people talk with each other about a thing that both have before them."""
_AT_ONCE: Final = lazily(CLOCK)
_ADJECTIVES: Final = lazily(r" (?:[\w-]+ ){0,2}")
_CELL: Final = lazily(r"[^\t|]+")
