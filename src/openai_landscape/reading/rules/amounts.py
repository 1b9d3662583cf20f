"""Amounts: users, downloads and other counts, what is saved or asked, what is invested."""

from __future__ import annotations

from typing import Final

import attrs

from openai_landscape.entities import Predicate
from openai_landscape.quantities import Quantity
from openai_landscape.reading._clauses import Clause
from openai_landscape.reading._kinds import anything, artifact, organization
from openai_landscape.reading._names import Name
from openai_landscape.reading._nouns import TOKEN, proper
from openai_landscape.reading._numbers import MONEY, Number
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading._words import Mark
from openai_landscape.reading.rules._draft import Draft, Drafts, at, reach, rule
from openai_landscape.reading.rules._slots import Filled, actor, members, owner
from openai_landscape.reading.rules.caps import AUDIENCE, of_terms, sized_party

_COUNTED: Final = frozenset(
    "users customers monthly_active_users daily_active_users downloads tools applications GPUs GB employees "
    "developers companies versions experts languages models".split()
)


@rule("count.stated", Predicate.COUNTS, "+number")
def counts(scene: Scene) -> Drafts:
    """Any other number of the landscape: users, downloads, tools, processors."""
    for number in scene.numbers:
        if number.unit == "":
            number = attrs.evolve(number, unit=_implied(scene, number))
        if number.unit == "models" and number.comparator == "eq" and number.value < 10:
            continue
        if number.unit in {"models", "versions"} and number.value >= _BILLION:
            continue  # "8B models" are models of that size
        if number.unit not in _COUNTED or scene.of("special_licence", "np_licence"):
            continue
        if scene.of("restricts") and scene.licensed(scene.start, scene.end):
            continue
        if sized_party(scene, number.start) or (number.unit in AUDIENCE and of_terms(scene, number)):
            continue
        subject = _counted(scene, number)
        if subject is not None:
            begin, end = reach((number.start, number.end), at(subject))
            yield Draft(Predicate.COUNTS, subject, number.to_quantity(), begin, end, number.start, "affirmed")


def _implied(scene: Scene, number: Number) -> str:
    """Return what a number counts that has no unit beside it: how often a thing was loaded, how many people use it."""
    start, end = _clause(scene, number)
    if _TIMES.match(scene.level, number.end - len(number.noun)):
        return "downloads" if _LOADED.search(scene.level, start, end) else ""
    if number.noun.lower() in _ANYBODY and number.value >= 1000:
        return "users" if _USED.search(scene.level, start, end) else ""
    number_of = _NUMBER_OF.search(scene.level, start, number.start)
    units = scene.within(number_of.start(), number.start, "unit") if number_of is not None else ()
    return units[0].value if units and number.value >= 100 else ""


_ANYBODY: Final = frozenset({"menschen", "mensen", "people", "personen"})
_USED: Final = lazily(
    r"\b(?:genutzt|nutz(?:en|ten|t)|verwende(?:n|ten|t)|gebruik(?:en|t|ten)|gebruikt|uses?|used|using)\b"
)
_NUMBER_OF: Final = lazily(r"\b(?:zahl|anzahl|number|aantal)\b|(?:nutzer|download|gebruikers)(?:zahl|aantal)\b")
_BILLION: Final = 100_000_000
_TIMES: Final = lazily(r"(?:times|keer|mal)\b")
_LOADED: Final = lazily(r"\b(?:downloaded|gedownload|heruntergeladen)\b")


def _clause(scene: Scene, number: Number) -> tuple[int, int]:
    part = scene.clause(number.start)
    return part.start, part.end


def _counted(scene: Scene, number: Number) -> Name | None:
    if number.unit == "languages":
        spoken = owner(scene, number.start, artifact, topic=False)
        return next(iter(spoken or (scene.topic[:1] if _fragment(scene) else ())), None)
    part = scene.clause(number.start)
    hardware = number.unit == "GB" and _OF_HARDWARE.search(
        scene.level, max(part.start, number.at - 40), min(part.end, number.end + 6)
    )
    owners = [
        n
        for n in scene.names_in(part.start, part.end, anything)
        if scene.lead(n) not in {"than", "since", "against", "source"}
        and not (scene.lead(n) == "agent" and organization(n))
        and not (hardware and organization(n))
    ]
    before = [name for name in owners if name.end <= number.start]
    if before:
        return before[-1]
    if number.unit in {"tools", "applications"} and _TECHNICAL.search(number.noun.lower()):
        return Name(number.end - len(number.noun), number.end, "product", number.noun)
    if not owners and _FRONTED.match(scene.level, part.start):
        owners = [
            n for n in scene.names_in(part.end, scene.end, anything) if scene.words_between(part.end, n.start) <= 1
        ]
    if not owners and number.unit in {"GB", "GPUs", "versions", "models", "downloads"}:
        owners = list(owner(scene, number.start, artifact, topic=False)[:1])
    if not owners and number.unit == "downloads" and scene.has(part.start, part.end, "pronoun"):
        owners = list(scene.topic[:1])
    return owners[0] if owners and number.unit not in {"tools", "applications"} else None


_OF_HARDWARE: Final = lazily(r"\b(?:v?ram|\w*kart(?:e|en)|\w*kaart(?:en)?|cards?|gpus?|iphone|laptop)\b")
"""What has so much memory, where it is not the model that takes it."""
_FRONTED: Final = lazily(r"\W*(?:with|mit|met|at) ")


def _fragment(scene: Scene) -> bool:
    """Whether the sentence begins with a number, as a line of facts does, or goes on about what "it" is."""
    first = scene.numbers[0].start if scene.numbers else scene.end
    return first - scene.start <= 6 or scene.has(scene.start, scene.start + 8, "pronoun")


_TECHNICAL: Final = lazily(r"ki|ai|martech|software|open|app|llm|model")


@rule("cost.saved", Predicate.SAVES, "+number")
def saves(scene: Scene) -> Drafts:
    """Cost saved, as a share or an amount; what a training cost; the price of a use."""
    for number in scene.numbers:
        if number.unit not in MONEY and number.unit != "percent":
            continue
        part = scene.clause(number.start)
        if number.unit == "percent":
            stated = _cut(scene, number, part)
        else:
            stated = _priced(scene, number) or _training(scene, number, part)
        subjects = _costing(scene, number, part) if stated else ()
        for subject in subjects[:1]:
            near = scene.start <= subject.start < scene.end
            begin, end = reach((part.start, part.end), at(subject) if near else (part.start, part.end))
            yield Draft(Predicate.SAVES, subject, number.to_quantity(), begin, end, number.start, "affirmed")


def _costing(scene: Scene, number: Number, part: Clause) -> Filled:
    """Return what costs so much: the thing of the clause before who asks the price."""
    things = scene.names_in(
        part.start, part.end, lambda n: artifact(n) and scene.lead(n) not in {"than", "since", "agent"}
    )
    whole = number.unit == "percent" or (things and things[0].end <= number.start)
    if things and (not whole or _ASKED_FOR.search(scene.level, part.start, things[0].start)):
        return things[:1]
    if part.opening == "relative" and not things and not _told_of(scene, part):
        return ()
    found = owner(scene, number.start, anything, topic=number.unit != "percent") or scene.names_in(
        part.end, scene.end, lambda n: artifact(n) and scene.lead(n) == ""
    )
    found = tuple(name for name in found if not name.possessive)
    if found and found[0].end <= part.start and scene.of("compare"):
        found = scene.names_in(scene.start, part.start, lambda n: artifact(n) and scene.lead(n) == "") or found
    if found and organization(found[0]) and _SAYS_IT.search(scene.level, found[0].end, number.start):
        return scene.topic[:1]
    return found[:1] or tuple(n for n in scene.names_in(part.start, part.end, anything) if scene.lead(n) == "agent")[:1]


_SAYS_IT: Final = lazily(r"\b(?:says?|said|claims?|sagt|zegt|zei)(?: that| dass| dat)?,? (?:it|es|het) ")
_ASKED_FOR: Final = lazily(r"\b(?:für|voor|for) $")
"""Before the thing that somebody asks a price for: "Für Foo-7B verlangt Meta 3 Dollar"."""


def _told_of(scene: Scene, part: Clause) -> bool:
    """Whether a relative clause is about the name right before it."""
    before = scene.before(part.start, anything)
    return before is not None and scene.words_between(before.end, part.start) <= 1


def _cut(scene: Scene, number: Number, part: Clause) -> bool:
    """Whether a share is what is saved: "costs cut by 90 percent", "90 Prozent günstiger"."""
    if _CHEAPER.match(scene.level, number.end):
        return True
    return scene.has(part.start, part.end, "save_cost") and scene.has(part.start, part.end, "save_cut")


_CHEAPER: Final = lazily(
    r" (?:günstiger|billiger|preiswerter|goedkoper|voordeliger|cheaper|less expensive|weniger kost|minder kost)"
)


def _training(scene: Scene, number: Number, part: Clause) -> bool:
    """Whether an amount is what a training cost: "training costs of $6 million", "trained for $6 million"."""
    if scene.has(part.start, part.end, "save_cost") and scene.has(part.start, part.end, "training_cost"):
        return True
    if _COST_TO_MAKE.search(scene.level, max(scene.start, number.start - 90), min(scene.end, number.end + 60)):
        return True
    return scene.has(part.start, part.end, "size_training") and bool(_FOR.search(scene.level, part.start, number.start))


_MAKE: Final = (
    r"(?:trainieren|entwickeln|training|trainings|entwicklung|bau|train|build|develop|development|trainen|bouwen"
    r"|ontwikkelen|ontwikkeling)"
)
_ON: Final = r"(?:[^.;:]|[.:](?=\d))"
"""Goes on within the sentence, also through a number with a point in it."""
_COST_TO_MAKE: Final = lazily(
    rf"\b(?:kost(?:et|ete|eten|en|te|ten)?|gekost(?:et)?|costs?|spent|ausgegeben|uitgegeven)\b{_ON}{{0,80}}\b{_MAKE}\b"
    rf"|\b{_MAKE}\b{_ON}{{0,40}}\b(?:kost(?:et|ete|eten|en|te|ten)?|gekost(?:et)?|costs?)\b"
    rf"|\b{_MAKE}\b{_ON}{{0,60}}\b(?:fielen|verschlang|verschlungen|belief|beliefen|schlug|schlugen|bedroegen|bedroeg"
    rf"|came to|came in at|ran to|set \w+ back)\b"
    rf"|\bmit (?:nur |gerade (?:ein)?mal )?{_ON}{{0,30}}(?:dollar|euro)\b{_ON}{{0,30}}\btrainiert\b"
    rf"|\bmet (?:slechts )?{_ON}{{0,30}}(?:dollar|euro)\b{_ON}{{0,40}}\bgetraind\b"
)
"""What making a thing costs: "kostete die Entwicklung", "spent $6 million to train it"."""
_FOR: Final = lazily(r"\b(?:für|for|voor) (?:[\w-]+ ){0,2}$")


def _priced(scene: Scene, number: Number) -> bool:
    """Whether an amount is a price for a use: by tokens or by time."""
    if _A_MILLION.search(scene.level, scene.start, number.start):
        return True
    priced = _PER.match(scene.level, number.end)
    if priced is None or scene.has(scene.start, scene.end, "revenue"):
        return False
    named = bool(scene.names_in(scene.start, scene.end, anything))
    return "token" in priced[0] or (named and _ASKS.search(scene.level, scene.start, scene.end) is not None)


_A_MILLION: Final = lazily(
    r"\b(?:eine|een|a|one|1) (?:million|miljoen) (?:[\w-]+ )?tokens? (?:kostet|kosten|kost|cost|costs)\b"
)
_ASKS: Final = lazily(r"cost|kost|price|preis|prijs|charg|verlang|reken|subscri|\babo|: ?[$€]")


_PER: Final = lazily(
    r"(?: us-dollar| dollars?| euro)? (?:per|pro|je|a|an|im|in the|in de)(?: 1)? ?"
    r"(?:(?:million|millionen|mio\.?|miljoen|mln|1m|thousand|tausend|duizend) (?:\w+[ -]?)?tokens?\b"
    r"|\w*tokens?\b|(?:month|monat|maand|seat|user|nutzer|gebruiker)\b)"
)


@rule("money.invested", Predicate.INVESTS, "invest")
def invests(scene: Scene) -> Drafts:
    """Somebody puts money or effort into something."""
    for mark in scene.of("invest"):
        part = scene.clause(mark.start)
        if _COST_TO_MAKE.search(scene.level, part.start, part.end):
            continue
        thing = _topic(scene, mark)
        named = _investor(scene, mark) or _whose(scene, mark)
        subjects = named or tuple(n for n in _investing(scene, mark) if not n.artifact)
        if (
            not subjects
            or thing is None
            or _PUT_TO_USE.match(scene.level, mark.end)
            or (isinstance(thing, Name) and thing.artifact and _LIES.match(mark_of(scene, mark)))
        ):
            continue
        for subject in subjects:
            begin, end = reach((part.start, part.end), at(subject))
            if named:
                begin, end = reach(at(subject), (mark.start, mark.end))
            yield Draft(Predicate.INVESTS, subject, thing, begin, end, mark.start)


def _whose(scene: Scene, mark: Mark) -> Filled:
    """Return whose investment it is: "Microsoft's major investment of $10 billion"."""
    if not _INVESTMENT.match(scene.level, mark.start):
        return ()
    house = scene.before(mark.start, organization, scene.clause(mark.start).start)
    near = house is not None and house.possessive and scene.words_between(house.end, mark.start) <= 5
    return (house,) if house is not None and near else ()


_INVESTMENT: Final = lazily(r"investments?\b|investition(?:en)?\b|investering(?:en)?\b")
_PUT_TO_USE: Final = lazily(r"[^.;]{0,40}? (?:production|use|service|practice|effect|place)\b")
"""What is put there is a thing, and no money: "put Foo into production"."""
_LIES: Final = lazily(r"ste[ce]?k")


def mark_of(scene: Scene, mark: Mark) -> str:
    """Return the words of *mark*."""
    return scene.level[mark.start : mark.end]


def _investing(scene: Scene, mark: Mark) -> Filled:
    """Return who invests: the subject of the clause, or what its relative pronoun stands for."""
    part = scene.clause(mark.start)
    found = actor(scene, mark.end, anything)
    last_start = max((turn.end() for turn in _ANEW.finditer(scene.level, part.start, mark.end)), default=part.start)
    nearer = scene.names_in(last_start, mark.start, organization) if last_start > part.start else ()
    if nearer and scene.lead(nearer[0]) in {"", "to"}:
        return nearer[:1]
    inside = tuple(n for n in found if part.start <= n.start < part.end)
    last = scene.before(part.start, organization)
    money = any(n.unit in MONEY for n in scene.numbers if part.start <= n.start < part.end)
    if not inside and part.opening == "relative" and money and last is not None:
        first = _PRONOUN_FIRST.match(scene.level, part.start)
        return (last,) if first is not None and scene.words_between(last.end, part.start) == 0 else ()
    return inside


_ANEW: Final = lazily(r"\b(?:waarvoor|wofür|waarin|worin|dass|dat|that|where|for which) ")
"""Where a clause begins anew within one, with a subject of its own."""
_PRONOUN_FIRST: Final = lazily(r"\W*(?:die|der|das|who|which|that|dat) ")
_BEFORE_VERB: Final = lazily(rf"(?:^|[\s(])(?P<who>{TOKEN}(?: {TOKEN}){{0,2}}) (?:has |have |had |heeft |hebben )?$")
_OBJECT: Final = lazily(r" (?:\d|€|\$|ruim|zo'n|ongeveer|bijna|meer|circa|rond|tot|in\b)")
"""What follows the verb where the subject, not an adverb, opens a Dutch sentence."""
_AFTER_VERB: Final = lazily(rf" (?:het |de )?(?P<who>{TOKEN}(?: {TOKEN}){{0,2}})(?= )")


def _investor(scene: Scene, mark: Mark) -> Filled:
    """Return who invests money, where only its place beside the verb shows that it is a name; German has too many."""
    part = scene.clause(mark.start)
    money = any(n.unit in MONEY for n in scene.numbers if part.start <= n.start < part.end)
    if scene.language == "de" or not money or not _PUT.match(mark_of(scene, mark)):
        return ()
    before = _BEFORE_VERB.search(scene.text, part.start, mark.start)
    match = before
    verb = _VERB.match(scene.level, mark.start)
    after = verb.end() if verb is not None else mark.end
    if scene.language == "nl" and (before is None or not _OBJECT.match(scene.level, after)):
        match = _AFTER_VERB.match(scene.text, after, part.end)
    if match is None or not proper(match["who"], scene.lexicon):
        return ()
    start, end = match.span("who")
    if any(name.start < end and start < name.end for name in scene.names):
        return ()
    return (Name(start, end, "organization", match["who"]),)


_VERB: Final = lazily(r"\w+")
_PUT: Final = lazily(r"invest|stak|stek|steek|stop|pour|pump|geïnvest|fund|spen")
_INTO: Final = lazily(
    r"\b(?:in|into)\s+(?:(?:die|das|den|der|dem|ihre?|seine?|de|het|hun|zijn|the|its|their|eigene?n?"
    r"|neue?n?)\s+)*(?P<topic>[\w-]+(?: (?:von|van|of|für|voor|for|und|en|and)"
    r"(?: (?:hun|zijn|haar|ihre[rn]?|seine[rn]?|their|its|eigene[rn]?|neue[rn]?|eigen|nieuwe|new|own))* [\w-]+"
    r"| [\w-]*(?:forschung|onderzoek|research|development))?)"
)


def _topic(scene: Scene, mark: Mark) -> Quantity | Name | str | None:
    part = scene.clause(mark.start)
    noun = _INVESTMENT.match(scene.level, mark.start) is not None
    money = [
        n
        for n in scene.numbers
        if part.start <= n.start < part.end
        and n.unit in MONEY
        and (not noun or n.start >= mark.end or scene.words_between(n.end, mark.start) <= 3)
    ]
    if money:
        return money[0].to_quantity()
    match = _INTO.search(scene.level, mark.end if noun else part.start, part.end)
    if match is None or match["topic"].isdigit() or match["topic"][:4] in {"den ", "dies"}:
        return None
    named = scene.names_in(match.start("topic"), match.end("topic") + 1, anything)
    return named[0] if named else scene.text[match.start("topic") : match.end("topic")]


@rule("count.valued", Predicate.COUNTS, "+number")
def valued(scene: Scene) -> Drafts:
    """What a house is worth: "valued at $14 billion", "mit 183 Milliarden Dollar bewertet"."""
    for number in scene.numbers:
        part = scene.clause(number.start)
        if number.unit not in MONEY or not (
            _WORTH_BEFORE.search(scene.level, part.start, number.start) or _WORTH_AFTER.match(scene.level, number.end)
        ):
            continue
        houses = scene.names_in(scene.start, number.start, lambda n: organization(n) and scene.lead(n) in _OF_ITSELF)
        houses = houses or scene.names_in(number.end, part.end, lambda n: organization(n) and scene.lead(n) == "agent")
        acting = [house for house in houses if scene.lead(house) == ""]
        for house in (acting or houses)[:1]:
            begin, end = reach(at(house), (number.start, number.end))
            yield Draft(Predicate.COUNTS, house, number.to_quantity(), begin, end, number.start, "affirmed")


_OF_ITSELF: Final = frozenset({"", "agent", "than"})
_WORTH_BEFORE: Final = lazily(
    r"\b(?:bewertet (?:[\w-]+ ){0,5}mit|valued at|worth|valuing \w+ at|wert von|(?:markt|börsen)wert (?:von|auf)"
    r"|valuation (?:(?:climbed|rose|jumped|soared|grew|fell|dropped|doubled|tripled)(?: \w+ly)? )?(?:of|at|to)"
    r"|bewertung (?:[^.;:]{0,60}?\b(?:stieg|steigt|kletterte|sank|liegt|lag|verdoppelt sich"
    r"|verdoppelte sich) )?(?:von|bei|auf)"
    r"|gewaardeerd op|waardering (?:van|op)|waarde van|market (?:cap|value) of)"
    r"(?: (?:about|around|nearly|over|more than|rund|etwa|knapp|ruim|zo'n|ongeveer|mehr als|meer dan|bijna|us))*[ $€]*$"
)
_WORTH_AFTER: Final = lazily(r" (?:bewertet|wert\b|gewaardeerd|waard\b|valuation|in value)")


@rule("money.raised", Predicate.INVESTS, "+number")
def raised(scene: Scene) -> Drafts:
    """Somebody gets money, and from whom: "raised $35 million from X"."""
    for number in scene.numbers:
        if number.unit not in MONEY:
            continue
        part = scene.clause(number.start)
        if not _RAISED.search(scene.level, part.start, part.end):
            continue
        giver = scene.after(number.end, organization)
        if giver is not None and _FROM.fullmatch(scene.level, number.end, giver.start):
            for each in members(scene, giver, organization):
                yield Draft(
                    Predicate.INVESTS, each, number.to_quantity(), part.start, each.end, number.start, "affirmed"
                )


@rule("money.led", Predicate.INVESTS, "+number")
def led(scene: Scene) -> Drafts:
    """Who leads a round, and with how much: "led by X with $2 billion", "von X mit zwei Mrd. Euro angeführt"."""
    for number in scene.numbers:
        if number.unit not in MONEY or not _A_ROUND.search(scene.level, scene.start, scene.end):
            continue
        house = scene.before(number.start, organization)
        if house is None or not _WITH_SO_MUCH.fullmatch(scene.level, house.end, number.start):
            continue
        before = _LED_BY.search(scene.level, scene.start, house.start) is not None
        if before or _LED.match(scene.level, number.end):
            yield Draft(
                Predicate.INVESTS, house, number.to_quantity(), house.start, number.end, number.start, "affirmed"
            )


_WITH_SO_MUCH: Final = lazily(r",? (?:with|mit|met|contributing|putting in) (?:[\w-]+ ){0,3}[$€]?")
_LED_BY: Final = lazily(r"\b(?:led by|angeführt von|angeführt vom|geleid door|aangevoerd door)(?: [\w-]+){0,4} $")
_LED: Final = lazily(
    r"(?: [\w-]+)? (?:angeführt|anführt|geleid|aangevoerd|den löwenanteil|the lion's share|het leeuwendeel)\b"
)


@rule("count.raised", Predicate.COUNTS, "+number")
def funded(scene: Scene) -> Drafts:
    """How much a house has got from investors, or takes in: "raised $600 million", "ein Umsatz von 2 Mio. Euro"."""
    for number in scene.numbers:
        part = scene.clause(number.start)
        if number.unit not in MONEY or number.value < 100_000 or _OF_ALL.search(scene.level, part.start, part.end):
            continue
        gives = scene.has(part.start, part.end, "invest") or _GIVES.search(scene.level, part.start, part.end)
        got = (
            not gives
            and _GOT.search(scene.level, part.start, number.start)
            and _A_ROUND.search(scene.level, scene.start, scene.end)
        )
        if not got and not _TAKES_IN.search(scene.level, part.start, number.start):
            continue
        found = scene.names_in(scene.start, number.start, lambda n: organization(n) and scene.lead(n) in {"", "agent"})
        acting = tuple(n for n in found if scene.lead(n) == "")
        for house in (acting or found)[-1:]:
            begin, end = reach(at(house), (number.start, number.end))
            yield Draft(Predicate.COUNTS, house, number.to_quantity(), begin, end, number.start, "affirmed")


_OF_ALL: Final = lazily(r"\b(?:fined?|penalt\w+|strafe|boete|buß\w+)\b|\b(?:lawsuit|klage|rechtszaak)\b")
_GIVES: Final = lazily(
    r"\b(?:beteiligt|beteiligte|stake|belang|aandeel|rais(?:es|ed|ing) (?:its|their|his|her|the)) ?\b"
)
_GOT: Final = lazily(
    r"\b(?:rais(?:es|ed|ing)|secur(?:es|ed|ing)|erhält|erhielt|erhalten|bekommt|bekam|sichert(?:e)? sich|gesichert"
    r"|sammelt(?:e)?|haalt(?:e)?|haalde|ophaalde|kreeg|krijgt|ontvangt|ontving|eingesammelt|heeft|hat|closed|lands?"
    r"|landed)\b"
)
_A_ROUND: Final = lazily(
    r"\brais(?:es|ed|ing)\b|\bfunding\b|\bround\b|\bseries[ -][a-h]\b|\binvestor\w*|\bventure\b|finanzierung"
    r"|\bkapital|\binvestment"
    r"|eingesammelt|\bsammelte?\b.*\bein\b|opgehaald|\bhaal(?:t|de)\b.*\bop\b|financiering|investeerder|kapitaal"
    r"|runde\b|ronde\b"
)
_TAKES_IN: Final = lazily(
    r"\b(?:revenues?|umsatz|jahresumsatz|omzet|jaaromzet|turnover)\b(?: [\w-]+){0,2}? (?:of|von|van|at|to|auf|op|bei"
    r"|hit)\b"
    r"(?: (?:about|around|nearly|over|more than|rund|etwa|knapp|ruim|zo'n|ongeveer|mehr als|meer dan|bijna|us))*[ $€]*$"
)
_RAISED: Final = lazily(
    r"\b(?:raised|took|taken|secured|received|got|gekregen|erhielt|erhält|erhalten|bekam|bekommt|bekommen|eingesammelt"
    r"|sammelte|kreeg"
    r"|krijgt|ontving|ontvangt|opgehaald|haalde)\b"
)
_FROM: Final = lazily(
    r"(?: (?:in )?(?:funding|capital|investment|kapital|kapitaal|financiering))?(?: ein| op)?"
    r"(?:,? (?:unter anderem|u\. ?a\.|among others|including|onder meer|onder andere))? (?:from|von|vom|van|bij)"
    r"(?: (?:the|der|dem|de|het))? "
)

RULES: Final = (counts, saves, invests, raised, led, funded, valued)
