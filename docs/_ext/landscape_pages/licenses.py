"""A page for each licence of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, get_args

from openai_landscape import Verdict, evaluate
from openai_landscape.catalogue import Catalog
from openai_landscape.entities import License, LicenseRecord, LicenseText
from openai_landscape.terms import Amount, Duty, Reservation, Term, Users, atoms
from openai_landscape.use import ACTIVITIES, FACTS, Purpose, Use

from .conditions import bound, in_words, when
from .markdown import code, plain, table

FOLDER: Final = "licenses"
_PURPOSES: Final = get_args(Purpose)
_SIGNS: Final = {"permitted": "permitted", "depends": "depends", "needs_agreement": "agreement", "prohibited": "no"}
_EFFECTS: Final = {"permission": "permits", "prohibition": "forbids", "reservation": "reserves", "duty": "asks"}


def write(folder: Path, known: Catalog) -> None:
    """Write the pages of all licences and their index to *folder*; whatever else is in it goes."""
    pages = {f"{id_}.md": page(license_, known) for id_, license_ in known.licenses.items()}
    pages["index.md"] = index(known)
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / name
        # a page that says the same keeps its date, so that Sphinx does not build it again
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def index(known: Catalog) -> str:
    """Return the page that lists all licences."""
    head = ("licence", "licensor", "version", "embed in a commercial product", "terms", "open points")
    rows = (
        (
            f"[{plain(each.name)}]({each.id}.md)",
            plain(_maker(each.licensor, known)),
            plain(each.version or ""),
            _SIGNS[_verdict(each, "embed", "commercial").outcome],
            str(len(each.terms)),
            str(len(each.ambiguities) or ""),
        )
        for each in sorted(known.licenses.values(), key=lambda each: each.name.casefold())
    )
    said = (
        "Every page here is made from the catalogue when the documents are built. *depends* in the fourth column says"
        " that the answer turns on more than the purpose: whose users, how much revenue, which country."
    )
    tree = ("```{toctree}", ":hidden:", ":glob:", ":titlesonly:", "", "*", "```")
    return _lines("# Licences", "", said, "", *table(head, rows), "", *tree)


def page(license_: License, known: Catalog) -> str:
    """Return the page of one licence: rights, caps, duties, open points, reach and the table of its clauses."""
    sections = (
        ("Rights", _rights(license_)),
        ("Caps and amounts", _caps(license_)),
        ("Duties", _duties(license_)),
        ("Kept back", _reserved(license_, known)),
        ("Open points", _open(license_)),
        ("Models that derive from one under it", _reach(license_)),
        ("Clauses", _clauses(license_)),
        ("Texts", _texts(license_)),
        ("In the catalogue", _models(license_, known)),
        ("Notes", (f"- {plain(note)}" for note in license_.notes)),
    )
    lines = [f"# {plain(license_.name)}", "", *_about(license_, known)]
    for title, body in sections:
        if found := list(body):
            lines += ["", f"## {title}", "", *found]
    return _lines(*lines)


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _about(license_: License, known: Catalog) -> Iterator[str]:
    force = license_.in_force
    about = (
        ("id", code(license_.id)),
        ("SPDX", code(license_.spdx) if license_.spdx else ""),
        ("version", plain(license_.version or "")),
        ("licensor", plain(_maker(license_.licensor, known))),
        ("released", plain(license_.released or "")),
        ("in force from", plain(force.since or "")),
        ("in force until", f"{plain(force.until)} (from that day no longer)" if force.until else ""),
        ("governs", ", ".join(license_.components)),
        ("one of the texts of", plain(license_.series or "")),
        ("takes in", ", ".join(_link(id_, known) for id_ in license_.incorporates)),
        ("also called", ", ".join(map(plain, license_.aliases))),
    )
    yield from table(("", ""), ((name, said) for name, said in about if said))


def _maker(id_: str | None, known: Catalog) -> str:
    found = known.organizations.get(id_) if id_ else None
    return found.name if found else id_ or ""


def _link(id_: str, known: Catalog) -> str:
    return f"[{plain(known.licenses[id_].name)}]({id_}.md)" if id_ in known.licenses else code(id_)


def _verdict(license_: License, activity: str, purpose: str) -> Verdict:
    return evaluate(license_, Use.model_validate({"activities": [activity], "purpose": purpose}))


def _rights(license_: License) -> Iterator[str]:
    yield (
        "What each activity comes to for each purpose, nothing else being known: *agreement* where the rights are to"
        " be had from the licensor only, *depends* where more has to be known."
    )
    yield ""
    verdicts = {(a, p): _verdict(license_, a, p) for a in ACTIVITIES for p in _PURPOSES}
    rows = ((code(a), *(_SIGNS[verdicts[a, p].outcome] for p in _PURPOSES)) for a in ACTIVITIES)
    yield from table(("", *_PURPOSES), rows)
    if turning := dict.fromkeys(fact for verdict in verdicts.values() for fact in verdict.unknown):
        yield ""
        yield f"Where it depends, it is on {', '.join(map(code, turning))}{_unsettled(verdicts.values())}."


def _unsettled(verdicts: Iterable[Verdict]) -> str:
    points = dict.fromkeys(reading.id for verdict in verdicts for reading in verdict.ambiguities)
    return f", and on how the open points are read: {', '.join(map(code, points))}" if points else ""


def _caps(license_: License) -> Iterator[str]:
    rows = [
        (code(atom.fact), plain(FACTS[atom.fact].says), bound(atom), when(atom.window), _section(term), _effect(term))
        for term in license_.terms
        for atom in atoms(term.when)
        if isinstance(atom, Users | Amount)
    ]
    if rows:
        yield from table(("fact", "counts", "bound", "measured", "clause", "then the clause"), rows)


def _duties(license_: License) -> Iterator[str]:
    duties = [term for term in license_.terms if isinstance(term, Duty)]
    if duties:
        rows = (
            (_section(duty), duty.asks.replace("_", " "), _asked(duty), _activities(duty), in_words(duty.when))
            for duty in duties
        )
        yield from table(("clause", "asks for", "what is to be done", "of", "when"), rows)


def _asked(duty: Duty) -> str:
    places = f" In one of these places: {', '.join(map(plain, duty.places))}." if duty.places else ""
    return plain(duty.summary) + places


def _reserved(license_: License, known: Catalog) -> Iterator[str]:
    for term in license_.terms:
        if isinstance(term, Reservation):
            lifted = "a registration that the licensor confirms, or an" if term.lifted_by == "registration" else "an"
            yield (
                f"- {code(term.id)} (clause {_section(term)}): {plain(term.summary)} Lifted by {lifted} agreement with"
                f" {plain(_maker(term.grantor, known))}."
            )


def _open(license_: License) -> Iterator[str]:
    for each in license_.ambiguities:
        yield f"- {code(each.id)} (clause {plain(each.citation.section)}): {plain(each.question)}"
        yield from (f"  - “{plain(name)}”: {plain(meaning)}" for name, meaning in each.readings.items())


def _reach(license_: License) -> Iterator[str]:
    if license_.reach:
        rows = (
            (each.relation.replace("_", " "), each.reaches, plain(each.citation.section) if each.citation else "")
            for each in license_.reach
        )
        yield from table(("made by", "reached", "clause"), rows)


def _clauses(license_: License) -> Iterator[str]:
    order = {text.id: number for number, text in enumerate(license_.texts)}

    def place(term: Term) -> tuple[int, int]:
        return order[term.citation.text], term.citation.span[0]

    rows = (
        (_section(term), _effect(term), code(term.id), plain(term.summary), _activities(term), in_words(term.when))
        for term in sorted(license_.terms, key=place)
    )
    yield from table(("clause", "", "term", "in our words", "activities", "when"), rows)


def _section(term: Term) -> str:
    first, *others = dict.fromkeys(plain(citation.section) for citation in (term.citation, *term.also))
    return f"{first} (with {', '.join(others)})" if others else first


def _effect(term: Term) -> str:
    return _EFFECTS[term.kind]


def _activities(term: Term) -> str:
    return "all activities" if len(term.activities) == len(ACTIVITIES) else ", ".join(map(code, term.activities))


def _texts(license_: License) -> Iterator[str]:
    if license_.texts:
        yield "The texts are not part of the package. A citation counts the characters of the text that has this hash."
        yield ""
        yield from table(("text", "", "characters", "SHA-256", "where"), map(_text, license_.texts))


def _text(text: LicenseText) -> tuple[str, ...]:
    where = f"<{text.url}>" if text.url else ""
    return code(text.id), text.role.replace("_", " "), f"{text.chars:,}", code(text.sha256), where


def _models(license_: License, known: Catalog) -> Iterator[str]:
    for model in known.models.values():
        for record in model.licenses:
            if record.license == license_.id:
                said = (f"{plain(model.name)} ({code(model.id)})", record.component, *_dates(record))
                yield f"- {', '.join(said)}"


def _dates(record: LicenseRecord) -> Iterator[str]:
    if record.since:
        yield f"from {record.since}"
    if record.until:
        yield f"until {record.until} (from then on no longer)"
