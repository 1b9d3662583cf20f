"""A sentence with all that the stages found in it: names, marks, numbers, dates, quotations and clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import Final, TypeVar

import attrs

from openai_landscape.entities import Language
from openai_landscape.reading._blocks import Block
from openai_landscape.reading._clauses import Clause, rejoined
from openai_landscape.reading._dates import DateMark, dates
from openai_landscape.reading._enumerations import grouped
from openai_landscape.reading._kinds import artifact, licence
from openai_landscape.reading._lazy import lazy
from openai_landscape.reading._leads import governing
from openai_landscape.reading._names import Name
from openai_landscape.reading._numbers import Number
from openai_landscape.reading._place import Place
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Lexicon, Mark

Test = Callable[[Name], bool]
Placed = TypeVar("Placed", Name, Mark)


_BESIDE_IT: Final = lazily(
    r"(?:, |/| & |,? (?:und|oder|sowie|noch|and|or|nor|as well as|plus|en|of|alsook) )"
    r"(?:(?:auch|ook|even|also) )?(?:(?:der|die|das|den|dem|the|de|het|seine|ihre|its|their|zijn|hun|any) )?"
)
_FINITE: Final = (
    *("copula", "verb", "passive", "permit", "forbid", "finite", "release", "develop", "compare", "compete", "invest"),
    *("speech", "must", "uses", "plan", "possible", "partner", "reached", "save", "makes", "call", "leads"),
    *("restricts", "derive", "origin", "whole_verb"),
)
"""The kinds of marks that verbs are among."""
_PUNCTUATION: Final = " ,;:()–—-\t"
_BREAK: Final = lazily(r"(?P<aside>\(\w+\))|,(?=\s)|[;:()\[\]]|(?<=\s)[–—-](?=\s)|\t|\|")


@attrs.frozen
class Asked:
    """What the sentence before said, or asked, of some things: the label, and whether it was a question."""

    things: tuple[Name, ...]
    label: str
    question: bool


@attrs.frozen(slots=False, eq=False)
class Scene:
    """What rules look at. Offsets are those of the whole text; `level` is the text as the matchers see it.

    A scene equals only itself, so that what is found out of it can be kept by it.
    """

    text: str
    level: str
    start: int
    end: int
    lexicon: Lexicon
    block: Block
    names: tuple[Name, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    numbers: tuple[Number, ...] = ()
    quotes: tuple[Place, ...] = ()
    topic: tuple[Name, ...] = ()
    party: Name | None = None
    main_party: Name | None = None
    person: Name | None = None
    document: Name | None = None
    voice: Name | None = None
    teller: Name | None = None
    intro: str = ""
    intro_party: Name | None = None
    columns: tuple[str, ...] = ()
    component: str = ""
    leaky: bool = False
    owners: Mapping[str, Name] = MappingProxyType({})
    asked: Asked | None = None

    @property
    def language(self) -> Language:
        """The language of the text."""
        return self.lexicon.language

    @lazy
    def dates(self) -> tuple[DateMark, ...]:
        """The dates, in order; looked for when a claim or a rule first asks for them."""
        return tuple(dates(self.text, self.level, self.start, self.end, self.language))

    def of(self, *kinds: str) -> tuple[Mark, ...]:
        """Return the marks of *kinds*, in order."""
        if len(kinds) == 1:
            return self.marks.get(kinds[0], ())
        known = self._by_kinds.get(kinds)
        if known is None:
            found = [mark for kind in kinds for mark in self.marks.get(kind, ())]
            known = self._by_kinds[kinds] = tuple(sorted(found, key=_START))
        return known

    def signals(self) -> Iterator[str]:
        """Yield the kinds of marks in the sentence, and with a plus sign the other things that rules wait for."""
        yield from self.marks
        if self.numbers:
            yield "+number"
        if self.asked is not None:
            yield "+asked"
        if self.block.kind == "list":
            yield "+list"
        if self.columns:
            yield "+table"
        if self.quotes:
            yield "+quote"
        if self.names:
            yield "+name"
            if any(name.artifact or artifact(name) for name in self.names):
                yield "+artifact"
            if any(licence(name) for name in self.names):
                yield "+licence"
        if self.explains:
            yield "+bracket"

    @lazy
    def explains(self) -> bool:
        """Whether the sentence has what an abbreviation is not spelt out without."""
        return _EXPLAINS.search(self.level, self.start, self.end) is not None

    @lazy
    def _by_kinds(self) -> dict[tuple[str, ...], tuple[Mark, ...]]:
        """What `of` has put in order so far: rules ask for the same kinds again and again."""
        return {}

    def within(self, start: int, end: int, *kinds: str) -> tuple[Mark, ...]:
        """Return the marks of *kinds* that lie between *start* and *end*, and in no aside between the two."""
        found = [mark for mark in self.of(*kinds) if start <= mark.start and mark.end <= end]
        return tuple(self._seen(start, end, found) if found and self.asides else found)

    def has(self, start: int, end: int, *kinds: str) -> bool:
        """Whether a mark of *kinds* lies between *start* and *end*, and in no aside between the two."""
        for kind in kinds:
            for mark in self.marks.get(kind, ()):
                if start <= mark.start and mark.end <= end and (not self.asides or self._seen(start, end, [mark])):
                    return True
        return False

    def _seen(self, start: int, end: int, found: list[Placed]) -> list[Placed]:
        """Return what is *found* between *start* and *end* in no aside that lies wholly between the two."""
        hidden = [aside for aside in self.asides if _covers(start, end, aside)]
        return [each for each in found if not any(aside.start <= each.start < aside.end for aside in hidden)]

    @lazy
    def groups(self) -> tuple[tuple[Name, ...], ...]:
        """The names, those of one enumeration together."""
        return grouped(self.level, self.start, self.names)

    def group(self, name: Name) -> tuple[Name, ...]:
        """Return the enumeration that *name* belongs to."""
        known = self._groups_by_id.get(id(name))
        return known if known is not None else next((group for group in self.groups if name in group), (name,))

    @lazy
    def _groups_by_id(self) -> dict[int, tuple[Name, ...]]:
        """Each of the names, which live as long as the scene, with its enumeration."""
        return {id(name): group for group in self.groups for name in group}

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The parts of the sentence, in order; one that an aside interrupts stands before the aside's."""
        return self._divided[0]

    @lazy
    def asides(self) -> tuple[Clause, ...]:
        """What interrupts a clause."""
        return self._divided[1]

    @lazy
    def _divided(self) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
        parts = self._parts()
        return rejoined(self.level, parts, self._interrupted, self._goes_on) if len(parts) > 2 else (parts, ())

    def _interrupted(self, part: Clause, asides: Sequence[Clause], rest: Clause) -> bool:
        """Whether *part* ends with a name and has no verb, or only *rest* of it comes late; a mere name is no aside."""
        if any(name.start - asides[0].start <= 2 and asides[0].end - name.end <= 1 for name in self.names):
            return False
        names = [name for name in self.names if part.start <= name.start and name.end <= part.end]
        if not names or self.words_between(names[-1].end, part.end) > 2:
            return False
        verbs = self.of(*_FINITE)
        first, last = asides[0].start, asides[-1].end
        plain = len(asides) == 1 or not any(first <= mark.start and mark.end <= last for mark in verbs)
        if self.language != "en" and plain and self.words_between(rest.start, rest.end) <= 2:
            return True  # "soll es mit Bar, dem Modell von Baz, aufnehmen können"
        return not part.opening and not any(part.start <= mark.start and mark.end <= part.end for mark in verbs)

    def _goes_on(self, part: Clause) -> bool:
        """Whether *part* begins with a verb."""
        if part.opening:
            return False
        first = part.end - len(self.level[part.start : part.end].lstrip(_PUNCTUATION))
        return any(mark.start == first for mark in self.of(*_FINITE))

    def _parts(self) -> tuple[Clause, ...]:
        """Return what punctuation divides; commas within enumerations divide nothing."""
        lists = [(group[0].start, group[-1].end) for group in self.groups if len(group) > 1]
        lists += [(name.start, name.end) for name in self.names if "[" in self.level[name.start : name.end]]
        lists += [(run[0].start, run[-1].end) for run in self.components if len(run) > 1]
        cuts = [self.start]
        breaks = [match.start() for match in _BREAK.finditer(self.level, self.start, self.end) if not match["aside"]]
        breaks = sorted({*breaks, *self._second_subjects()})
        if lists:
            breaks = [at for at in breaks if not any(first <= at < last for first, last in lists)]
        cuts += breaks
        cuts.append(self.end)
        return tuple(Clause(start, end, self._opening(start, end)) for start, end in pairwise(cuts) if end > start)

    def _second_subjects(self) -> Iterator[int]:
        """Yield where "and" joins a clause that has a subject of its own: "Foo is open | and Bar is not"."""
        for name in self.names[1:]:
            joined = _JOINING.search(self.level, max(self.start, name.start - 16), name.start)
            if joined is None or name.possessive:
                continue
            marked = any(mark.start == name.end + 1 for mark in self.of(*_FINITE))
            if marked or _DOES.match(self.level, name.end) is not None:
                yield joined.start()

    @lazy
    def components(self) -> tuple[tuple[Mark, ...], ...]:
        """The components that the sentence names, those of one enumeration together."""
        found: list[list[Mark]] = []
        for mark in self.of("component"):
            if found and mark.start < found[-1][-1].end:
                continue
            if found and _BESIDE_IT.fullmatch(self.level, found[-1][-1].end, mark.start):
                found[-1].append(mark)
            else:
                found.append([mark])
        return tuple(map(tuple, found))

    def _opening(self, start: int, end: int) -> str:
        for kind in ("unless", "conditional", "relative", "subordinate", "but"):
            for mark in self.of(kind):
                opens = start <= mark.start < end and len(self.level[start : mark.start].strip(" ,;:()–—-\t")) <= 4
                if opens and (kind != "relative" or (start > self.start and not self._article(mark))):
                    return kind
        return ""

    def _article(self, mark: Mark) -> bool:
        """Whether a German "der" is the article of what follows, and no pronoun: "der Code", "das Modell"."""
        return self.language == "de" and (
            any(noun.start == mark.end + 1 for noun in self.of("component", "licence_word"))
            or any(
                phrase.start <= mark.start and mark.end < phrase.end
                for phrase in self.of("np_model", "np_org", "np_licence", "derive")
            )
        )

    def clause(self, at: int) -> Clause:
        """Return the clause that holds *at*: an aside rather than what it interrupts."""
        for part in reversed(self.clauses) if self.asides else self.clauses:
            if part.start <= at < part.end:
                return part
        return self.clauses[-1]

    def ends_with_verb(self, part: Clause) -> bool:
        """Whether *part* is a clause whose verb comes last: after a conjunction, which Dutch sets no comma before."""
        return part.opening in {"subordinate", "relative"} or (
            self.language == "nl" and self.has(part.start, part.end, "that")
        )

    def names_in(self, start: int, end: int, test: Test) -> tuple[Name, ...]:
        """Return the names between *start* and *end* that pass *test*, and stand in no aside between the two."""
        found = [name for name in self.names if start <= name.start and name.end <= end and test(name)]
        return tuple(self._seen(start, end, found) if found and self.asides else found)

    def before(self, at: int, test: Test, floor: int | None = None) -> Name | None:
        """Return the last name that ends before *at*."""
        found = self.names_in(self.start if floor is None else floor, at, test)
        return found[-1] if found else None

    def after(self, at: int, test: Test, ceiling: int | None = None) -> Name | None:
        """Return the first name that begins after *at*."""
        found = self.names_in(at, self.end if ceiling is None else ceiling, test)
        return found[0] if found else None

    def words_between(self, start: int, end: int) -> int:
        """Return how many words stand between two places, without those of an aside."""
        count = len(_WORD.findall(self.level, start, end)) if end > start else 0
        if count and "_divided" in self.__dict__:
            for aside in self.asides:
                if _covers(start, end, aside):
                    count -= len(_WORD.findall(self.level, aside.start, aside.end))
        return count

    def lead(self, name: Name) -> str:
        """Return what governs *name* or its enumeration: agent, than, with, since, source, …, or nothing."""
        first = self.group(name)[0]
        known = self._leads.get(id(first))
        if known is None:
            known = governing(self, first)
            if id(first) in self._groups_by_id:
                self._leads[id(first)] = known
        return known

    @lazy
    def _leads(self) -> dict[int, str]:
        """What is known to govern each of the names."""
        return {}

    def negated(self, start: int, end: int, at: int) -> bool:
        """Whether what is said *at* is denied: by "not" between the two, by "no" or "without" close before it."""
        if _NOR.match(self.level, start) and _NEITHER.search(self.level, self.start, start):
            return True
        start, end = self.verb_phrase(start, end, at)
        for mark in self.within(start, end, "negation"):
            if mark.value != "np" or (mark.end <= at and self.words_between(mark.end, at) <= 3):
                return True
        return False

    def verb_phrase(self, start: int, end: int, at: int) -> tuple[int, int]:
        """Return the part around *at* that one verb governs: "is based on Foo | and is not open source"."""
        for match in _SECOND_VERB.finditer(self.level, start, end):
            if match.start() >= at:
                return start, match.start()
            start = match.end()
        return start, end

    def licensed(self, start: int, end: int) -> bool:
        """Whether a licence is spoken of between *start* and *end*, by its name or by the word."""
        return self.has(start, end, "licence_word", "np_licence") or bool(self.names_in(start, end, licence))

    def quoted(self, at: int) -> Place | None:
        """Return the quotation that holds *at*."""
        return next((span for span in self.quotes if span.start <= at < span.end), None)

    @lazy
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return self.text[self.start : self.end].rstrip("\"'”“»«’) ").endswith("?")


def _covers(start: int, end: int, aside: Clause) -> bool:
    """Whether what lies between *start* and *end* is interrupted by *aside*, and more than it."""
    return start <= aside.start and aside.end <= end and (start, end) != (aside.start, aside.end)


_JOINING: Final = lazily(
    r" (?:and|but|while|whereas|yet|und|aber|während|doch|en|maar|terwijl) (?:(?:the|das|die|der|het|de) )?$"
)
_DOES: Final = lazily(r" (?:does|did|do|doesn't|didn't|don't|isn't|wasn't|hasn't|haven't) ")
"""Verbs that the lexicon has no entry for, since they say nothing by themselves."""
_SECOND_VERB: Final = lazily(
    r" (?:and|but|yet|und|aber|doch|en|maar) (?=(?:\w+ )?(?:is|are|was|were|has|have|had|does|do|did|can|cannot|can't"
    r"|could|will|won't|would|isn't|doesn't|may|might|must|should|ist|sind|war|waren|hat|haben|hatte|wird|wurde|kann"
    r"|könnte|darf|soll|steht|stammt|verfügt|gilt|zijn|heeft|hebben|werd|wordt|kan|zal|zou|mag|valt|staat|basiert"
    r"|beruht|umfasst|unterliegt|baseert|bevat|telt) )"
)
"""What joins a second verb to a clause, and so another statement of the same subject."""
_NOR: Final = lazily(r"\W*(?:noch|nor)\b")
_NEITHER: Final = lazily(r"\b(?:weder|neither|noch)\b")
_EXPLAINS: Final = lazily(
    r"\(| - |for short|short for|kurz|kortweg|kort voor|steht für|stands for|staat voor|abk|abbrev|acronym|afkort"
    r"|kürzel|oftewel|ofwel|, also |bedeutet|betekent|\bmeans\b|, or [a-z]+,"
)
"""What an abbreviation is not spelt out without."""
_WORD: Final = lazily(r"[\w'-]+")


_START: Final = attrgetter("start")


def spans_of(names: Sequence[Name]) -> tuple[int, int]:
    """Return from where to where *names* reach."""
    return min(name.start for name in names), max(name.end for name in names)
