"""Set side by side, rivals, partners."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._kinds import anything, artifact, organization
from openai_landscape.reading._leads import set_against
from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import HOSTS, Filled, follows, goes_on, listed, members


def _sides(scene: Scene, mark: Mark) -> tuple[Filled, Filled]:
    """Return what is compared, and with what: the nearest names around the words of comparison."""
    part = scene.clause(mark.start)
    right = _things_of(scene, _right(scene, mark))
    within = scene.names_in(mark.start, mark.end, artifact) if _THAN.search(scene.level, mark.start, mark.end) else ()
    left = within[:1] or _left(scene, mark, part.start, right)
    if not right and not _LEADS_ON.search(scene.level, mark.start, mark.end):
        inside = scene.names_in(
            part.start, mark.start, lambda n: anything(n) and n.key not in HOSTS and not _owns(scene, n)
        )
        if part.opening == "relative" and inside:
            right = members(scene, inside[-1], anything)
            left = _before_clause(scene, part.start)
        elif (
            scene.language != "en"
            and len(inside) >= 2
            and inside[-1] not in scene.group(inside[0])
            and not (scene.lead(inside[-1]) == "with" and _PARTICIPLE.match(scene.level, mark.start))
        ):
            right, left = members(scene, inside[-1], anything), members(scene, inside[0], anything)
    if not right:
        right = tuple(n for n in scene.names_in(part.start, part.end, artifact) if set_against(scene, n))[:1]
        left = tuple(n for n in left if n.key not in {other.key for other in right})
    if not left and right and scene.language != "en":
        left, right = _inverted(scene, mark, right)
    left, right = _heard(scene, left), _heard(scene, right)
    if scene.topic and _MADE_IT.search(scene.level, scene.clause(mark.start).start, mark.start):
        left = scene.topic[:1]
    if (
        right
        and goes_on(scene, mark.start)
        and all(name.resolved or not scene.start <= name.start < scene.end for name in left)
    ):
        left = tuple(name for name in left if name.artifact) or scene.topic[:1]
    return _thing_for_house(scene, left, mark), right


def _thing_for_house(scene: Scene, left: Filled, mark: Mark) -> Filled:
    """Return *left*, or instead of a house the thing that is meant: "Mistral says that it beats X"."""
    if not left or not organization(left[0]):
        return left
    if _THAT_IT.search(scene.level, left[-1].end, mark.start):
        return scene.topic[:1]
    return () if scene.has(left[-1].end, mark.start, "noun_model") and not left[0].twofold else left


_THAT_IT: Final = lazily(r"\b(?:dat (?:het|ze)|dass (?:es|sie)|that it) ")
_MADE_IT: Final = lazily(
    r"\b(?:ontwikkel(?:t|de|en)|bouw(?:t|de|en)|maak(?:t|te)|entwickel(?:t|te|n)|baute?|develops?|developed|builds?"
    r"|built|makes?|made|call(?:s|ed)|considers?|nann?te|nennt|noem(?:t|de)) (?:het|es|it)\b"
)
"""What is made, last spoken of, is what is compared: "develops it as an alternative to X"."""


def _owns(scene: Scene, name: Name) -> bool:
    """Whether *name* only says whose the thing beside it is: "Metas Llama", "Llama von Meta"."""
    if not organization(name):
        return False
    if name.possessive:
        after = scene.after(name.end, artifact)
        return after is not None and scene.words_between(name.end, after.start) <= 3
    before = scene.before(name.start, artifact)
    return before is not None and scene.lead(name) == "agent" and scene.words_between(before.end, name.start) <= 1


def _things_of(scene: Scene, side: Filled) -> Filled:
    """Return the thing that a house in a genitive is named for: "Metas Llama" is Llama."""
    if len(side) == 1 and side[0].possessive and organization(side[0]):
        thing = scene.after(side[0].end, artifact)
        if thing is not None and scene.words_between(side[0].end, thing.start) <= 3:
            return members(scene, thing, anything)
    return side


_LEADS_ON: Final = lazily(
    r"\w (?:zu|to|of|von|van|voor|for|für|mit|with|met|gegen|tegen|against|an|aan|bei|bij|auf|op|als|dan|than)$"
)
"""Words of comparison that end in a preposition: what is compared with comes after them or is not named."""


def _inverted(scene: Scene, mark: Mark, first: Filled) -> tuple[Filled, Filled]:
    """Return the sides where the verb comes before both: "Nach X übertrifft Foo auch Bar"."""
    second = scene.after(first[-1].end, anything, scene.clause(mark.start).end)
    if second is None or second.key == first[0].key:
        return (), first
    if scene.lead(first[0]) in {"than", "with", "against"} and mark.start <= first[0].start and second.end <= mark.end:
        return members(scene, second, anything), first  # "an X reicht Foo nicht heran"
    if second.end <= mark.end or (
        first[-1].end <= mark.end
        and _LEADS_ON.search(scene.level, mark.start, mark.end)
        and scene.words_between(mark.end, second.start) <= 3
    ):
        return first, members(scene, second, anything)  # "doet Foo niet onder voor X", "zieht Foo mit X gleich"
    if scene.lead(second) in _ASIDE and not _loosely(scene, second):
        return (), first
    if _THAN.search(scene.level, mark.start, mark.end):
        return members(scene, second, anything), first  # "Besser als X ist Foo-7B nicht"
    verb = mark.value in {"better", "worse"} or " " not in scene.level[mark.start : mark.end]
    return (first, members(scene, second, anything)) if verb else ((), first)


_THAN: Final = lazily(r" (?:als|dan|than|wie)$")


def _loosely(scene: Scene, name: Name) -> bool:
    """Whether the preposition before *name* has a noun of its own: "evenaart Foo-7B op veel taken GPT-5"."""
    preps = [prep for prep in scene.of("prep") if prep.end <= name.start]
    return bool(preps) and preps[-1].value == "to" and scene.words_between(preps[-1].end, name.start) > 1


_ASIDE: Final = frozenset({"agent", "since", "against", "source", "to", "with"})


def _right(scene: Scene, mark: Mark) -> Filled:
    start = mark.end if _THAN.search(scene.level, mark.start, mark.end) else mark.start
    name = scene.after(start, lambda n: anything(n) and scene.lead(n) != "source", scene.clause(mark.end - 1).end)
    if name is None or scene.words_between(mark.end, name.start) > 7:
        return ()
    if name.start > mark.end and _CONJUNCT.match(scene.level, mark.end):
        return ()
    if name.kind == "organization":
        thing = scene.after(name.end, artifact)
        if (
            thing is not None
            and scene.words_between(name.end, thing.start) <= 3
            and (name.possessive or name.end + 1 == thing.start or _made(scene, name, thing))
        ):
            name = thing
    return members(scene, name, anything)


_CONJUNCT: Final = lazily(r" (?:und|and|en|oder|or|of) ")


def _made(scene: Scene, name: Name, thing: Name) -> bool:
    return thing.start < scene.clause(name.start).end and scene.has(name.end, thing.start, "develop")


def _left(scene: Scene, mark: Mark, start: int, right: Filled) -> Filled:
    taken = {name.key for name in right}
    inside = [
        n
        for n in scene.names_in(start, mark.start, _comparable)
        if n.key not in taken
        and n.key not in HOSTS
        and (scene.lead(n) not in {"than", "agent", "since", "source"} or _emerging(scene, n, mark))
    ]
    earlier = [m for m in scene.within(start, mark.start, "compare") if m.end <= mark.start]
    if earlier and _THEN.search(scene.level, earlier[-1].end, mark.start):
        inside = [n for n in inside if n.end <= earlier[0].start]
        if scene.language != "en" and scene.ends_with_verb(scene.clause(mark.start)):
            inside = []  # "das Foo-7B übertrifft und mit Bar konkurriert": whom the clause is about stands before it
    if scene.clause(start).opening == "relative" and not any(scene.lead(name) == "" for name in inside):
        inside = [] if _before_clause(scene, start) else inside  # what the clause is about stands before it
    if inside:
        return members(scene, _preferred(inside), _comparable)
    goes_on_about = (
        listed(scene)
        or mark.start == scene.start
        or scene.has(start, mark.start, "pronoun")
        or _ITS_VERB.match(scene.level, mark.start, mark.end)
        or _A_VERSION.match(scene.level, start, mark.start)
    )
    return _before_clause(scene, start) or (scene.topic[:1] if goes_on_about else ())


def _emerging(scene: Scene, name: Name, mark: Mark) -> bool:
    """Whether *name* is whose coming as something is spoken of: "the emergence of X as a challenger to Y"."""
    return scene.lead(name) == "agent" and _AS_A.fullmatch(scene.level, name.end, mark.start) is not None


_AS_A: Final = lazily(r" (?:as|als) (?:an?|eine?[nmrs]?|een|the|der|de) (?:[\w-]+ ){0,2}")
_ITS_VERB: Final = lazily(r"\w+ (?:es|it|het|ze) ")
_A_VERSION: Final = lazily(
    r"\W*(?:die|de|the|het|das) (?:[\w-]+ )?(?:variante|version|ausgabe|versie|uitvoering|variant|edition)\b"
)


_THEN: Final = lazily(r" (?:und|aber|doch|and|but|yet|en|maar) ")
"""Between two comparisons of one thing: "beats X but trails Y"."""


def _comparable(name: Name) -> bool:
    return anything(name) or artifact(name)


def _heard(scene: Scene, names: Filled) -> Filled:
    return tuple(name for name in names if scene.lead(name) != "source")


def _preferred(names: list[Name]) -> Name:
    things = [name for name in names if name.artifact]
    return things[-1] if things else names[-1]


def _before_clause(scene: Scene, start: int) -> Filled:
    found = [
        n
        for n in scene.names_in(scene.start, start, _comparable)
        if scene.lead(n) not in {"than", "agent", "since", "against"}
    ]
    if scene.clause(start).opening == "relative":
        antecedent = scene.before(start, _comparable)
        if antecedent is not None and scene.words_between(antecedent.end, start) <= 1:
            return members(scene, antecedent, _comparable)
    said = scene.within(scene.start, start, "compare")
    if said and _GOES_ON.match(scene.level, start):
        found = [n for n in found if n.end <= said[0].start] or found
    if not found:
        return ()
    named = [n for n in found if not n.resolved] or found
    return members(scene, _preferred(named[-2:]), _comparable)


_GOES_ON: Final = lazily(r", (?:though |but |while |albeit |yet |aber |maar |doch )?(?:still |nog |noch )?\w+ing\b")
"""What goes on about the first of what was compared: "outperforms X, though falling short of Y"."""


def pairs(left: Filled, right: Filled) -> list[tuple[Name, Name]]:
    """Return each of *left* with each of *right* that is not the same."""
    return [(one, other) for one in left for other in right if one.key != other.key]


@rule("compare.words", Predicate.COMPARES_TO, "compare")
def compares(scene: Scene) -> Drafts:
    """One thing is like another, better, worse, cheaper, smaller, or comes near it."""
    for mark in scene.of("compare"):
        if _RIVAL_NOUN.match(scene.level, mark.start):
            continue
        left, right = _sides(scene, mark)
        for one, other in pairs(left, right):
            denied = _denied(scene, mark) or _NOT_LAST.match(scene.level, max(one.end, other.end)) is not None
            sign: Polarity | None = "negated" if denied else "affirmed"
            begin, end = span(scene, one, other, mark)
            relation = _TURNED.get(mark.value, mark.value) if _suffered(scene, mark, other) else mark.value
            yield Draft(Predicate.COMPARES_TO, one, other, begin, end, mark.start, sign, (("relation", relation),))


@rule("compare.beside", Predicate.COMPARES_TO, "prep")
def beside(scene: Scene) -> Drafts:
    """Set beside another, a thing is more or less of something: "Compared to B, A is much cheaper"."""
    for mark in scene.of("prep"):
        if mark.value != "than" or not _SET_BESIDE.fullmatch(scene.level, mark.start, mark.end):
            continue
        others = follows(scene, mark.end, anything, 4)
        graded = _GRADE.search(scene.level, scene.start, scene.end)
        if not others or graded is None:
            continue
        keys = {other.key for other in others}
        things = [n for n in scene.names if artifact(n) and n.key not in keys and scene.lead(n) in {"", "with"}]
        relation = next(name for name, word in graded.groupdict().items() if word)
        sign: Polarity = "negated" if _denied(scene, Mark("compare", graded.start(), graded.end())) else "affirmed"
        here = scene.clause(mark.start)
        near = [thing for thing in things if here.start <= thing.start < here.end]
        for one, other in pairs(tuple((near or things)[:1]), others):
            begin, end = reach(at(one), at(other), graded.span())
            yield Draft(Predicate.COMPARES_TO, one, other, begin, end, graded.start(), sign, (("relation", relation),))


_RIVAL_NOUN: Final = lazily(r"rivals? (?:like|such as|including)\b")
"""Rivals by example are no verb: "outperform rivals like Foo-7B"."""
_SET_BESIDE: Final = lazily(
    r"(?:im vergleich|verglichen|vergeleken|in vergelijking|compared|gegenüber|ten opzichte|in comparison)(?: (?:zu"
    r"|mit|met|to|with|van|zum))?"
)
_GRADE: Final = lazily(
    r"\b(?:(?P<cheaper>günstiger|billiger|preiswerter|goedkoper|cheaper|less expensive|more affordable)"
    r"|(?P<smaller>kleiner|kompakter|compacter|smaller|more compact)|(?P<better>besser|schneller|stärker"
    r"|leistungsfähiger|effizienter|genauer|überlegene?[rns]?|superior|superieur|beter|sneller|sterker|krachtiger"
    r"|efficiënter|better|faster|stronger"
    r"|more (?:powerful|capable|accurate|efficient))|(?P<worse>schlechter|langsamer|schwächer|slechter|trager"
    r"|zwakker|worse|slower|weaker|less (?:capable|accurate)|hinkt|schwächelt|lags|trails|falls short|blijft achter"
    r"|valt tegen))\b"
)

_TURNED: Final = MappingProxyType({"better": "worse", "worse": "better"})
_PARTICIPLE: Final = lazily(r"geschlagen|übertroffen|überholt|verslagen|overtroffen|beaten|outperformed|surpassed|beat")


def _suffered(scene: Scene, mark: Mark, other: Name) -> bool:
    """Whether the comparison stands in the passive, so that *other* is the better one: "X wurde von Y geschlagen"."""
    passive = scene.has(scene.clause(mark.start).start, scene.end, "passive")
    return passive and scene.lead(other) == "agent" and bool(_PARTICIPLE.match(scene.level, mark.start))


def _denied(scene: Scene, mark: Mark) -> bool:
    part = scene.clause(mark.start)
    words = scene.level[mark.start : mark.end]
    own = scene.lexicon.look_up(words) or _OWN_NOT.search(words)
    inner = scene.within(mark.start, mark.end, "negation") if not own else ()
    if any(scene.level[no.start : no.end] not in _HARDLY for no in inner):
        return True  # "an Foo-7B reicht es nicht heran": between the two parts of the words
    return any(
        scene.words_between(no.end, mark.start) <= 4 and not _THEN.search(scene.level, no.end, mark.start)
        for no in scene.within(part.start, mark.start, "negation")
    )


_NOT_LAST: Final = lazily(r" (?:nicht|niet)(?: \w+)?(?=[.,;:!]|$)")
"""What is denied by the clause's last word: "Foo-7B haalt het niveau van X niet"."""
_HARDLY: Final = frozenset({"nauwelijks", "kaum", "hardly", "barely"})
_OWN_NOT: Final = lazily(r"(?:niet|nauwelijks|kaum|nicht|nichts|not|geen) (?:onder voor|nach|hinter|inferior|onder)")
"""Words of comparison that have a "not" of their own: "doet niet onder voor", "steht in nichts nach"."""


def span(scene: Scene, one: Name, other: Name, mark: Mark) -> tuple[int, int]:
    """Return from the words of comparison to both names, as far as they stand in the sentence."""
    inside = [at(name) for name in (one, other) if scene.start <= name.start < scene.end]
    return reach((mark.start, mark.end), *inside)


@rule("rival.words", Predicate.COMPETES_WITH, "compete")
def competes(scene: Scene) -> Drafts:
    """One challenges another, or is offered as its alternative."""
    for mark in scene.of("compete"):
        if scene.asks or _BARRED.search(scene.level, scene.clause(mark.start).start, mark.start):
            continue
        left, right = _rivals(scene, mark)
        for one, other in pairs(left, right):
            begin, end = span(scene, one, other, mark)
            yield Draft(Predicate.COMPETES_WITH, one, other, begin, end, mark.start)


_BARRED: Final = lazily(r"\b(?:restrictions?|ban|limits?|verbot|beschränkung(?:en)?|verbod|beperking(?:en)?)\b")
"""What terms say of competing, "no restriction on competing with Foo", sets nobody against anybody."""


@rule("rival.verb", Predicate.COMPETES_WITH, "compare")
def rivals_it(scene: Scene) -> Drafts:
    """One rivals another, which is to be like it and to compete with it: "R1 rivals o1"."""
    for mark in scene.of("compare"):
        if _RIVALS_IT.fullmatch(scene.level, mark.start, mark.end) and not _RIVAL_NOUN.match(scene.level, mark.start):
            for one, other in pairs(*_sides(scene, mark)):
                begin, end = span(scene, one, other, mark)
                yield Draft(Predicate.COMPETES_WITH, one, other, begin, end, mark.start)


_RIVALS_IT: Final = lazily(r"(?:to )?rival(?:s|ing|ling)?")


def _rivals(scene: Scene, mark: Mark) -> tuple[Filled, Filled]:
    if mark.value == "mutual":
        group = follows(scene, mark.end, organization, 6) or _group_before(scene, mark)
        return group[:1], group[1:]
    left, right = _sides(scene, mark)
    if (
        right
        and organization(right[0])
        and (not left or not scene.start <= left[0].start < scene.end)
        and scene.party is not None
    ):
        left = (scene.party,)
    return left, right


def _group_before(scene: Scene, mark: Mark) -> Filled:
    part = scene.clause(mark.start)
    groups = [g for g in scene.groups if part.start <= g[0].start and g[-1].end <= mark.start and organization(g[0])]
    return groups[-1] if groups else ()


@rule("rival.examples", Predicate.COMPETES_WITH, "example")
def examples(scene: Scene) -> Drafts:
    """Rivals by example: "competitors such as Meta and DeepSeek" are those of whom the sentence speaks."""
    for mark in scene.of("example"):
        noun = _RIVALS.search(scene.level, max(scene.start, mark.start - 24), mark.start)
        rivals = follows(scene, mark.end, anything, 3, clause=False) if noun else ()
        if noun is None or not rivals or scene.asks:
            continue
        keys = {name.key for name in rivals}
        whose = scene.before(noun.start(), anything)
        like = organization if organization(rivals[0]) else artifact
        subjects = [n for n in scene.names if like(n) and n.key not in keys and scene.lead(n) in {"", "with", "agent"}]
        subject = whose if whose is not None and whose.possessive else subjects[0] if subjects else None
        if subject is None or subject.key in keys or scene.quoted(mark.start) is not None:
            continue
        for one, other in pairs((subject,), rivals):
            begin, end = span(scene, one, other, Mark("compete", noun.start(), mark.end))
            yield Draft(Predicate.COMPETES_WITH, one, other, begin, end, noun.start(), "affirmed")


_RIVALS: Final = lazily(
    r"\b(?:konkurrent(?:en|innen)?|wettbewerbern?|mitbewerbern?|rivalen|konkurrenz|herausforderern?|rivals|competitors"
    r"|challengers|competition|concurrent(?:en|ie)|uitdagers)[,]? $"
)


@rule("rival.compound", Predicate.COMPETES_WITH, "+name")
def rival(scene: Scene) -> Drafts:
    """A name compounded with its rival's trade: "der OpenAI-Konkurrent DeepSeek", "OpenAI rival DeepSeek"."""
    for name in scene.names:
        gap = _trade_end(scene, name)
        other = scene.after(gap, anything) if gap else None
        if other is not None and other.start - gap <= 2 and other.key != name.key:
            yield Draft(Predicate.COMPETES_WITH, other, name, name.start, other.end, other.start)


def _trade_end(scene: Scene, name: Name) -> int:
    """Return where the word for a rival that follows *name* ends, 0 where none does."""
    if _RIVAL.fullmatch(name.tail):
        return name.end + 1 + len(name.tail)
    word = _RIVAL_WORD.match(scene.level, name.end)
    return word.end() if word and not name.tail else 0


_RIVAL: Final = lazily(
    r"(?:konkurrent\w*|rivale\w*|herausforderer|wettbewerber|concurrent|rivaal|uitdager|rival|competitor|challenger)"
)
_RIVAL_WORD: Final = lazily(r" (?:rival|competitor|challenger)(?= )")

RULES: Final = (compares, beside, competes, rivals_it, examples, rival)
