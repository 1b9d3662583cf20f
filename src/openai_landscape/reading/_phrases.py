"""The shapes of phrases that point back: "the French start-up", "the two new models", "its predecessor"."""

from __future__ import annotations

from typing import Final

from openai_landscape.reading._names import Name
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._words import Mark

PLURAL: Final = frozenset("ens")
"""The last letters of a noun in the plural."""
WHENCE: Final = lazily(
    r"(?<!\w)(?:das|dem|des|der|die|the|this|het|de|dit) (?:junge[ns]? |young |jonge |kleine[ns]? |small )?"
    r"(?:(?:chinesisch|französisch|(?:us-)?amerikanisch|deutsch|europäisch|kanadisch|britisch|israelisch|südkoreanisch"
    r"|koreanisch|japanisch|indisch|russisch|niederländisch|spanisch|italienisch|schwedisch|finnisch)e[nrms]?"
    r"|pariser|heidelberger|londoner|berliner|münchner|freiburger|schweizer|kalifornische[nr]?"
    r"|chinese|french|american|us|german|european|canadian|british|israeli|(?:south )?korean|japanese|indian|russian"
    r"|dutch|spanish|italian|swiss|swedish|finnish|[\w-]+-based"
    r"|franse|amerikaanse|duitse|europese|canadese|britse|israëlische|(?:zuid-)?koreaanse|japanse|indiase|russische"
    r"|nederlandse|belgische|vlaamse|spaanse|italiaanse|zwitserse|zweedse|parijse) $"
)
"""The article and adjective of a house that is called by where it sits: "das französische Start-up"."""
PEOPLE: Final = lazily(
    r"(?<!\w)(?:(?:die|den|der) (?:pariser|heidelberger|freiburger|franzosen|chinesen|pekinger|kalifornier|kanadier)"
    r"|de (?:fransen|chinezen|parijzenaars|canadezen|chinezen))"
    r"(?= (?:hat|haben|hatte|hatten|will|wollen|wird|werden|stell|veröffentlich|bring|setz|zähl|nenn|kündig|mach|geb"
    r"|gab|hebben|had|wil|zal|zull|stel|breng|brach|kom|kwam|maa|noem|kondig|ge[ve]))"
)
"""A house called by where its people come from, before the verb: "die Heidelberger hatten"."""
DEFINITE: Final = lazily(
    r"(?<!\w)(?:die|diese[rn]?|den|der|the|these|those|both|beide|de|deze) "
    r"(?:(?:beiden|neuen|zwei|drei|two|three|new|newest|latest|twee|drie|nieuwe|neuesten|genannten|offenen"
    r"|open) ){1,2}$"
)
DEFINITE_ONE: Final = lazily(
    r"(?<!\w)(?:das|dem|the|this|het|dit) "
    r"(?:\d[\d.,]*[ -](?:billion|million|milliarden|miljard)[ -](?:parameters?[ -])?|\d[\d.]*b[ -]"
    r"|(?:new|large|big|small|smaller|larger|full|open|open-source|open-weight|open-weights|own"
    r"|neue|große|kleine|offene|nieuwe|grote|volledige) ){1,2}$"
)
DEFINITE_OPEN: Final = lazily(r"(?<!\w)(?:das|dem|the|this|het|dit) (?=open[- ]?(?:source|weights?)[- ]?\w*model)")
"""What comes before a noun that has its label within it: "das Open-Source-Modell"."""
OF_IT: Final = lazily(r"[ -](?:of|von|van|by|from|des|der|door)\b|-|s\b")
BOTH: Final = lazily(r"(?:both|beide[nr]?|die beiden|de twee|the two|de beide)\b")
SET_BESIDE: Final = lazily(r"\b(?:since|seit|sinds|than|als|dan|versus|vs\.?|gegen|against|tegen|unlike) $")
"""Before what a title only sets something against: "first open model since GPT-2"."""
RELATED: Final = lazily(r"predecessors?|successors?|vorgänger\w*|nachfolger\w*|voorgangers?|opvolgers?")
"""A thing that is never the one last spoken of, though it is called its: "its predecessor"."""
CLOCK: Final = r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]*[–-]?[ \t]*)?"
"""The source of an expression for the time at which a transcript has somebody speak."""
SIZE: Final = lazily(r"(?<![\d.x×])(\d{1,3}(?:\.\d)?[bB])(?![\w])")
SIZE_ALONE: Final = lazily(
    r"(?<![\w.-])(\d{1,3}(?:\.\d)?b)[ -](?:modell?s?|modelle|modellen|variante?|version|versie)(?!\w)"
)
ASKS_OR_ANSWERS: Final = lazily(r"(?:q|f|v|frage|vraag|(?P<answer>a|antwort|antwoord)): ")
"""The turns of an interview that has no names before them: "Q: …", "A: …"."""
VERSION: Final = lazily(r"(?<!\w)(?:(?:die|the|de) )?(?:version|versie) (?P<number>\d{1,2}(?:\.\d{1,2})?)(?![\w.]\d?)")
CONTINUED: Final = lazily(
    rf"\W*{CLOCK}(?:[\w .'’-]{{1,30}}: )?\W*(?:(?:oh|and|but|yet|und|aber|doch|en|maar),? )?"
    r"(?:(?:in|on|for|at) [\w-]+(?: and [\w-]+)?,? )?(?:it|they)(?:['’]s|['’]re)?\b"
)
"""A sentence whose subject is a pronoun is still about what the one before was about, whatever else it names."""
GENERAL: Final = lazily(
    r"\W*(?:(?:viele|many|veel|most|meiste|some|manche|sommige|alle|all|echte|truly|rein|purely|volledig) )?"
    r"(?:open[ -]?source|open[ -]?weights?|offene|open|propriet\w+|proprietär\w*|geschlossene|closed|gesloten"
    r"|permissiv\w*"
    r"|restri[ck]t\w+|freie|vrije)[ -](?:[\w-]+[ -]){0,2}?"
    r"(?:\w*modelle|\w*models|\w*modellen|lizenzen|licen[sc]es|licenties|llms|systeme?n?|systems)(?![\w:-])"
    r"(?! (?:wie|like|such as|zoals|von|van|by|from|of|der|des)\b)"
    r"|\W*(?:smaller|larger|such|solche|zulke) (?:[\w-]+ )?(?:models|modelle|modellen|llms) (?:are|have|can|do|also"
    r"|sind|haben"
    r"|können|bieten|zijn|hebben|kunnen|bieden)\b"
    r"|\W*(?:eine?|an?|een) (?:[\w-]+ ){0,2}?\w*(?:modell?|lizenz|licen[sc]e|licentie|llm)(?:-model)?"
    r"(?: (?:mit|met|with) (?:offenen|open) (?:gewichten|weights))?(?: \([^)]{0,40}\))? "
    r"(?:kann|darf|can|may|kan|mag|muss|must|moet|bedeutet|means|betekent|heißt|erlaubt|allows)\b"
)
"""What a sentence begins with that speaks of a kind of models or licences, and of none that was named before."""
ANOTHER: Final = lazily(
    r"\W*(?:(?:the|that|this|its|die|das|der|sein|ihr|seine|ihre|de|het|zijn|hun|haar) (?:(?:very )?(?:first|original"
    r"|earlier|previous|older|erste|ursprüngliche|frühere|vorige|ältere|eerste|oorspronkelijke|eerdere|oudere) "
    r"(?:version|modell?|generation|release|fassung|ausgabe|versie|generatie|variante?)"
    r"|predecessor|successor|vorgänger|nachfolger|voorganger|opvolger))\b"
)
"""The subject of a sentence that is about a version without a name, other than the one last spoken of."""
CALLED: Final = lazily(
    r",? [(\"„“‘']?(?:genannt|namens|named|called|dubbed|genaamd|met de naam|mit dem namen)[,:]? [\"„“‘']?"
)


def followed_by_name(level: str, names: tuple[Name, ...], mark: Mark) -> bool:
    """Whether the noun at *mark* is only what somebody or something with a name is: "the model Foo-7B"."""
    return any(
        0 <= name.start - mark.end <= 20
        and not name.possessive
        and (name.start - mark.end <= 2 or CALLED.fullmatch(level, mark.end, name.start))
        for name in names
    )


def several_of(level: str, mark: Mark) -> bool:
    """Whether the phrase speaks of models in general: "its AI models" are not the one just named."""
    return level[mark.start : mark.end].endswith(("modelle", "modellen", "models"))
