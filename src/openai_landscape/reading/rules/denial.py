"""Openness denied or confirmed: an answer, a contrast, a label that a thing has no right to."""

from __future__ import annotations

from typing import Final

import attrs

from openai_landscape.entities import Polarity, Predicate
from openai_landscape.reading._kinds import artifact
from openai_landscape.reading._regex import lazily
from openai_landscape.reading._scene import Scene
from openai_landscape.reading.rules._draft import Draft, Drafts, rule
from openai_landscape.reading.rules._labels import labelled, labels_of, within_other
from openai_landscape.reading.rules._slots import members
from openai_landscape.reading.rules._ties import described_by, strictly, tie


@rule("openness.denied", Predicate.OPENNESS, "label")
def denied(scene: Scene) -> Drafts:
    """Plain "open" is a label where it is denied of a thing: "Claude was never open"."""
    for mark in scene.of("label"):
        if mark.value != "open" or not _ENDS.match(scene.level, mark.end):
            continue
        part = scene.clause(mark.start)
        link = next(iter(scene.within(part.start, mark.start, "copula")), None)
        if (
            link is None
            or not scene.within(link.start - 16, mark.start, "negation")
            or scene.words_between(link.end, mark.start) > 3
        ):
            continue
        name = scene.before(link.start, artifact, part.start) or scene.after(link.end, artifact, mark.start)
        apart = scene.words_between(*sorted((link.start, name.end))) if name is not None else 0
        if name is not None and apart <= 2 and scene.lead(name) == "":
            yield from (
                labelled(scene, thing, "open_source", mark, "negated") for thing in members(scene, name, artifact)
            )


_ENDS: Final = lazily(r" ?(?:[.,;:!]|$| (?:und|and|en)\b)")


@rule("openness.verdict", Predicate.OPENNESS, "label")
def verdict(scene: Scene) -> Drafts:
    """A label and yes or no: "Open weights, yes; open source, no"."""
    for mark, value in labels_of(scene):
        answer = _ANSWER.match(scene.level, mark.end)
        part = scene.clause(mark.start)
        if answer is None or scene.words_between(part.start, mark.start) > 0 or scene.asks:
            continue
        said = scene.names_in(scene.start, part.start, artifact)
        for subject in said[-1:] or scene.topic[:1]:
            yield labelled(scene, subject, value, mark, "affirmed" if answer["yes"] else "negated", end=answer.end())


_ANSWER: Final = lazily(r"[,:]? (?:(?P<yes>yes|ja)|no|nein|nee)\b(?=\s*(?:[,.;!]|$))")


@rule("openness.answered", Predicate.OPENNESS, "+asked")
def answered(scene: Scene) -> Drafts:
    """A question or a statement before, and now yes or no: "Is Foo-7B open source? No." "… It isn't."""
    before = scene.asked
    match = _REPLY.match(scene.level, scene.start, scene.end)
    if before is None or match is None or (not before.question and not match["denial"]):
        return
    sign: Polarity = "affirmed" if match["yes"] else "negated"
    for thing in before.things:
        yield Draft(
            Predicate.OPENNESS,
            thing,
            before.label,
            scene.start,
            match.end(),
            scene.start,
            sign,
            speaker=scene.voice,
            exact=True,
        )


_REPLY: Final = lazily(
    r"(?:[\w .'-]{2,30}: ?)?[\"„“«»–— -]*(?:(?P<yes>yes|yep|ja|jawohl|indeed|absolutely|zeker|absolut)|(?:(?:well"
    r"|nun|also|tja), )?(?P<no>no|nope|nein|nee|leider nein|helaas niet|not at all|überhaupt nicht)|(?P<denial>(?:it"
    r"|that|this|which it|they) (?:isn't|is not|aren't|are not|is wrong|is false|is simply not true)(?: true| so)?"
    r"|not (?:really|quite|exactly|so)|nicht wirklich|niet echt|nicht ganz|das (?:stimmt|ist) (?:so |aber "
    r"|jedoch )?(?:nicht|falsch)(?: ganz| richtig)?|(?:ist|sind) (?:es|sie|er) (?:aber |jedoch )?nicht|dat (?:klopt"
    r"|is) (?:echter |dus )?(?:niet|onjuist)(?: zo| waar| helemaal)?|is het (?:echter "
    r"|dus )?niet))(?=\s*(?:[,.;:!?\"”“»–—-]|$))"
)


@rule("openness.contrast", Predicate.OPENNESS, "label")
def contrast(scene: Scene) -> Drafts:
    """A second label that a clause of its own denies: "Foo-7B is open weight, not open source"."""
    labels = labels_of(scene)
    for mark, value in labels[1:]:
        part = scene.clause(mark.start)
        if not _NOT_THIS.fullmatch(scene.level, part.start, mark.start):
            continue
        for before, other in labels:
            earlier = scene.clause(before.start)
            link = tie(scene, earlier.start, before) if before.end <= part.start and other != value else None
            if link is not None:
                for subject in described_by(scene, earlier.start, link, before):
                    yield labelled(scene, subject, value, mark, "negated")
                break


@rule("openness.merely", Predicate.OPENNESS, "label")
def merely(scene: Scene) -> Drafts:
    """A label denied of what a thing is instead: "Foo-7B is free to download, but not open source"."""
    labels = labels_of(scene)
    index = scene.clauses.index(scene.clause(labels[0][0].start)) if labels else 0
    if not index or scene.asks:
        return
    mark, value = labels[0]
    part, before = scene.clauses[index], scene.clauses[index - 1]
    if mark.value == "open" or not _NOT_THIS.fullmatch(scene.level, part.start, mark.start):
        return
    named = scene.names_in(before.start, before.end, lambda name: artifact(name) and scene.lead(name) == "")
    if len(named) == 1 and scene.within(named[0].end, before.end, "copula", "permit", "possesses", "passive"):
        yield labelled(scene, named[0], value, mark, "negated")


_NOT_THIS: Final = lazily(
    r"\W*(?:(?:but|aber|maar|jedoch|doch|echter|und|and|en) )?(?:not|nicht|niet|keine?|geen)(?: (?:really|truly"
    r"|fully|echte?s?|wirklich|vollständig|volledig|unbedingt|necessarily|as|als|an?|een|automatisch)){0,2} "
)


@rule("openness.misnamed", Predicate.OPENNESS, "label")
def misnamed(scene: Scene) -> Drafts:
    """A label that it is wrong to use: "It is not correct to call Foo-7B open source"."""
    for mark in scene.of("label"):
        if mark.value not in {"open_source", "open_weights"} or scene.asks or within_other(scene, mark):
            continue
        wrong = _WRONG.search(scene.level, scene.start, mark.start)
        if wrong is None or not _TO_CALL.search(scene.level, wrong.end(), min(scene.end, mark.end + 24)):
            continue
        found = scene.names_in(wrong.end(), mark.start, lambda n: artifact(n) and scene.lead(n) != "than")
        if not found and _IT_OR_THAT.search(scene.level, wrong.end(), mark.start):
            found = scene.topic[:1]
        for name in found[:1]:
            yield attrs.evolve(labelled(scene, name, mark.value, mark, "negated"), denied=True)


_WRONG: Final = lazily(
    r"\b(?:(?:nicht|niet|not|kaum|hardly)(?: [\w-]+)? (?:korrekt|richtig|zutreffend|angemessen|correct|accurate"
    r"|right|fair"
    r"|honest|juist|terecht|eerlijk)|falsch|irreführend|unzutreffend|wrong|incorrect|inaccurate|misleading|a mistake"
    r"|a stretch|a misnomer|misleidend|onjuist|onterecht)\b"
)
_TO_CALL: Final = lazily(
    r"\b(?:bezeichnen|nennen|einzustufen|einstufen|zu sprechen|call|calling|label|describe|refer to|te noemen"
    r"|te spreken"
    r"|te bestempelen|noemen)\b"
)


@rule("openness.refused", Predicate.OPENNESS, "label")
def refused(scene: Scene) -> Drafts:
    """A label that somebody has no right to: "Foo-7B does not deserve the label open source"."""
    for mark in scene.of("label"):
        part = scene.clause(mark.start)
        if mark.value not in {"open_source", "open_weights"} or part.opening in {"conditional", "unless"} or scene.asks:
            continue
        refusal = _REFUSED.search(scene.level, part.start, part.end)
        if refusal is None or within_other(scene, mark):
            continue
        if refusal["short"] is None and not scene.within(part.start, part.end, "negation"):
            continue
        found = scene.names_in(part.start, part.end, lambda n: artifact(n) and scene.lead(n) not in {"than", "source"})
        if not found and _IT_OR_THAT.search(scene.level, part.start, part.end):
            found = scene.topic[:1]
        yield from (labelled(scene, name, mark.value, mark, "negated") for name in found[:1])


_REFUSED: Final = lazily(
    r"\b(?:deserves?|qualif(?:y|ies)|earns?|merits?|live up to|verdient|verdienen|nennen|nennt sich|bezeichnen"
    r"|durchgehen|keine rede|noemen|noem|nenne|call it|call this|call that|doorgaan|geen sprake|benoemen"
    r"|there(?:'s| is) nothing|zu tun|te maken|to do with|gemein|(?P<short>falls? short of|fell short of))\b"
)


@rule("openness.fronted", Predicate.OPENNESS, "label")
def fronted(scene: Scene) -> Drafts:
    """A label that opens the sentence and is then denied: "Open source is dat niet", "Open source it is not"."""
    for mark, value in labels_of(scene)[:1]:
        part = scene.clause(mark.start)
        if mark.value == "open" or scene.asks or scene.words_between(scene.start, mark.start) > 1:
            continue
        if not _THEN_VERB.match(scene.level, strictly(scene, mark)) or not scene.within(mark.end, part.end, "negation"):
            continue
        named = scene.names_in(mark.end, part.end, lambda n: artifact(n) and scene.lead(n) not in {"than", "source"})
        back = scene.topic[:1] if _IT_OR_THAT.search(scene.level, mark.end, part.end) else ()
        yield from (labelled(scene, name, value, mark, "negated", end=part.end) for name in named[:1] or back)


_THEN_VERB: Final = lazily(
    r"[\"”“'’»]? (?:ist|sind|war|is|are|was|wil|willen|durf|durven|kan|mag|kann|darf|will|möchte|würde|zou|zal"
    r"|noem|noemt|nenne|nennt|it|that|this)\b"
)
_IT_OR_THAT: Final = lazily(r"\b(?:it|that|this|they|het|dat|dit|ze|das|es|dies|sie)\b")

RULES: Final = (denied, verdict, answered, contrast, merely, misnamed, refused, fronted)
