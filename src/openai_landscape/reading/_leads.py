"""What governs a name in its sentence: a preposition, words of comparison or of descent, or whose word it is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from openai_landscape.reading._governed import complete
from openai_landscape.reading._kinds import anything, licence, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Mark

if TYPE_CHECKING:
    from openai_landscape.reading._scene import Scene


def governing(scene: Scene, name: Name) -> str:
    """Return what governs *name*: agent, than, base, with, since, source, …, or nothing."""
    found = _preposition(scene, name) or _by_its_maker(scene, name)
    beside = _compared(scene, name)
    kept = found == "source" or (found == "agent" and beside != "base")
    return beside if beside and not kept else found


def _preposition(scene: Scene, first: Name) -> str:
    if _heard(scene, first):
        return "source"
    if (found := _of_somebody(scene, first)) is not None:
        return found
    best = next((mark for mark in reversed(scene.of("prep")) if mark.end <= first.start), None)
    if best is None or scene.words_between(best.end, first.start) > 4 or _begins_clause(scene, best, first):
        return ""
    if set_against(scene, first):
        return "than"
    return best.value if _reaches(scene, best, first) else ""


def _of_somebody(scene: Scene, name: Name) -> str | None:
    """Return what governs *name* where it only says whose people or trait is spoken of; None where it does not."""
    if not scene.level.endswith(_OF, scene.start, name.start):
        return None
    before = max(scene.start, name.start - 60)
    if _PEOPLE_OF.search(scene.level, before, name.start):
        return "agent"
    if _ITS_PEOPLE.search(scene.level, before, name.start):
        return ""
    return "" if name.artifact and _ITS_TRAIT.search(scene.level, before, name.start) else None


_OF: Final = tuple(
    f"{word} " for word in "von bei hinter at from of behind van bij achter der des beim the dem de het".split()
)


def _reaches(scene: Scene, prep: Mark, name: Name) -> bool:
    """Whether nothing between the two parts *name* from the preposition before it: a verb, a noun, another name."""
    between = scene.level[prep.end : name.start]
    if _parted_by_verb(scene, prep, name) or any(c in between for c in ",;:()") or _WHEN.search(between):
        return False
    if not name.possessive and complete(scene.text, prep.end, name.start, scene.lexicon):
        return False
    return not scene.names_in(prep.end, name.start, lambda _: True)


_WHEN: Final = lazily(r" (?:when|where|while|because|toen|terwijl|omdat|nadat|weil|nachdem) ")
"""What begins a clause of its own between a preposition and a name: "in early 2025 when X released Y"."""


def _by_its_maker(scene: Scene, name: Name) -> str:
    """Return what governs the maker in whose genitive *name* is: "since OpenAI's ChatGPT"."""
    maker = scene.before(name.start, organization)
    if maker is None or not maker.possessive or not name.artifact or maker.end + 1 != name.start:
        return ""
    found = _preposition(scene, maker)
    return found if found in {"since", "than"} else ""


def _parted_by_verb(scene: Scene, prep: Mark, name: Name) -> bool:
    """Whether a finite verb stands between the two: "Im September veröffentlichte Meta"; a participle does not.

    So do "anders als die Konkurrenz ist X" and "über die Daten schweigt X".
    """
    if scene.has(prep.end, name.start, "copula", "permit", "secret", "finite"):
        return True
    for verb in scene.within(prep.end, name.start, "release", "develop", "speech"):
        between = scene.level[prep.end : verb.start]
        progressive = scene.level[verb.start : verb.end].split(" ")[0].endswith("ing")  # "by releasing X"
        apart = _ARTICLE.search(between) is None or _JOINED.search(between) is not None
        if progressive or (scene.words_between(prep.end, verb.start) >= 1 and apart):
            return True
    return False


def _begins_clause(scene: Scene, since: Mark, name: Name) -> bool:
    """Whether "since" is a conjunction, and *name* its clause's subject: "Seit Meta Llama veröffentlicht hat"."""
    if since.value not in {"since", "than"}:
        return False
    part = scene.clause(since.start)
    return since.start - part.start <= 2 and scene.has(name.end, part.end, "release", "develop", "leak", "speech")


def _heard(scene: Scene, name: Name) -> bool:
    """Whether *name* is whose word it is: "laut Meta", "Meta zufolge", "according to the company"."""
    for mark in scene.of("source"):
        low, high = (name.end, mark.start) if mark.value == "after" else (mark.end, name.start)
        near = low <= high and scene.words_between(low, high) <= 2 and "," not in scene.level[low:high]
        within = mark.value == "so" and any(c.start <= mark.start < c.end for c in scene.of("compare"))
        if near and (within or scene.has(low, high, *_VERBS) or complete(scene.text, low, high, scene.lexicon)):
            continue
        if near and not scene.names_in(low, high, lambda _: True):
            return True
    return False


def set_against(scene: Scene, name: Name) -> bool:
    """Whether "in comparison with", "instead of" or the like stands some words before *name* in its clause."""
    for mark in scene.within(scene.clause(name.start).start, name.start, "prep"):
        if (
            mark.value == "than"
            and (" " in scene.level[mark.start : mark.end] or scene.level.startswith("unlike", mark.start))
            and scene.words_between(mark.end, name.start) <= 7
        ):
            return not scene.names_in(mark.end, name.start, lambda _: True) and not scene.has(
                mark.end, name.start, "copula"
            )
    return False


def _compared(scene: Scene, name: Name) -> str:
    """Return "than" where words of comparison stand right before *name*, "base" where words of descent do."""
    start = scene.clause(name.start).start
    if turned := _turned(scene, name, start):
        return "than" if turned[1] is name else ""
    for mark in scene.of("compare"):  # "an Foo-7B reicht es nicht heran"
        if mark.start < name.start and name.end < mark.end and scene.level[mark.start : name.start] in _LEAD_IN:
            return "than"
    for mark in scene.within(start, name.start, "compare", "derive", "compete"):
        if scene.within(mark.start, mark.end, "under") and scene.names_in(name.end, scene.end, licence):
            continue  # "unterliegt" means to be under terms, and to be beaten
        if scene.words_between(mark.end, name.start) <= (3 if mark.kind == "derive" else 6):
            between = scene.names_in(mark.end, name.start, lambda _: True)
            return "" if any(other.artifact for other in between) else _BESIDE[mark.kind]
    return ""


def _turned(scene: Scene, name: Name, start: int) -> tuple[Name, Name] | None:
    """Return who is compared and with whom, of whom *name* is one, where the verb comes first.

    So it does in German and Dutch after anything but the subject: "In Tests übertrifft Foo-7B Bar".
    """
    if scene.language == "en" or scene.clause(start).opening:
        return None
    for verb in scene.within(start, name.start, "compare", "compete"):
        if " " in scene.level[verb.start : verb.end] or scene.names_in(start, verb.start, lambda n: not n.vague):
            continue
        after = scene.names_in(verb.end, scene.clause(start).end, anything)
        if len(after) < 2 or after[1] in scene.group(after[0]) or _preposition(scene, after[1]):
            continue
        first, second = after[:2]
        if name in (first, second) and scene.level[verb.end : first.start] in _AT_ONCE:
            return first, second
    return None


_BESIDE: Final = MappingProxyType({"compare": "than", "derive": "base", "compete": "than"})
_LEAD_IN: Final = frozenset({"an ", "in die nähe von ", "in de buurt van ", "aan "})
_ARTICLE: Final = lazily(
    r"\b(?:de[rmns]?|die|das|eine?[rmns]?|the|an?|het|een|its?|their|seine?[rmn]?|ihre?[rmn]?|zijn|hun)\b"
)
_JOINED: Final = lazily(r"\b(?:und|and|en|aber|but|maar)\b")
_AT_ONCE: Final = frozenset({" ", " das ", " die ", " der ", " de ", " het "})
_VERBS: Final = ("compare", "compete", "release", "develop", "verb", "copula", "possesses", "reached", "permit")
"""What parts a source from the subject of what it says: "Laut Hersteller übertrifft Foo-7B …"."""
_PEOPLE_OF: Final = lazily(
    r"\b(?:by|von|vom|door) (?:the |a |dem |den |einem |het |een )?(?:[\w-]+ ){0,2}"
    r"(?:teams?|researchers|engineers|scientists|forschern|forschenden|wissenschaftlern|entwicklern|onderzoekers"
    r"|wetenschappers|ontwikkelaars|makers|people|laboratory|labs?|labors?) "
    r"(?:at|of|from|behind|bei|von|der|des|beim|hinter|van|bij|achter) (?:the |der |dem |de |het )?$"
)
"""Between a passive and the house whose people are its agents: "developed by the team at X"."""
_ITS_PEOPLE: Final = lazily(
    r"(?<!\bvon )(?<!\bby )(?<!\bdoor )(?<!\bbei )(?<!\bvan )\b(?:die|das|the|de|het) (?:[\w-]+ )?(?:team|leute"
    r"|macher|forscher|entwickler|ingenieure|franzosen|chinesen|amerikaner|kalifornier|briten|people|folks|researchers"
    r"|engineers|developers|makers|mensen|onderzoekers|ontwikkelaars|fransen|amerikanen) "
    r"(?:von|bei|hinter|at|from|of|behind|van|bij|achter) $"
)
"""Who acts for a house is the house: "Die Franzosen von Mistral haben …"."""
_ITS_TRAIT: Final = lazily(
    r"\b(?:leistung|qualität|fähigkeiten|ergebnisse|performance|quality|results|capabilities|scores|prestaties"
    r"|kwaliteit"
    r"|resultaten|parameterzahl|größe|size|omvang) (?:von|of|van) $"
)
"""What is said of its quality is said of the thing: "Die Leistung von Foo-7B reicht an Bar heran"."""
