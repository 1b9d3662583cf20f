"""The questions that the page asks of each model: the columns of its table."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from openai_landscape.use import Use

USERS: Final = "licensee.monthly_active_users"
"""The fact that the slider moves: undated, all products and services of the licensee and its affiliates together."""

START: Final = 700_000_000
"""Where the slider stands when the page opens."""


@frozen
class Question:
    """A use to ask about; `users` is None where the slider says how many there are."""

    title: str
    about: str
    use: Use
    users: int | None = None


def _company(country: str = "US", **facts: object) -> Use:
    stated = {
        "purpose": "commercial",
        "production": True,
        "licensee": {"kind": "company", "country": country},
        "territories": [country],
        "circumstances": {"lawful": True},
        **facts,
    }
    return Use.model_validate(stated)


_PRODUCT: Final = _company(activities=["embed"])

QUESTIONS: Final = (
    Question(
        "commercial product, 1 million users",
        "A company in the USA offers a commercial product there that contains or uses the model.",
        _PRODUCT,
        1_000_000,
    ),
    Question(
        "commercial product, 800 million users",
        "The same with 800 million monthly active users.",
        _PRODUCT,
        800_000_000,
    ),
    Question("commercial product", "The same with the users of the slider.", _PRODUCT),
    Question(
        "host it as a service",
        "The company lets third parties use the model over a network.",
        _company(activities=["host"]),
    ),
    Question(
        "publish a fine-tune",
        "The company changes the model and hands the result to third parties.",
        _company(activities=["modify", "distribute"]),
    ),
    Question(
        "train a rival on its outputs",
        "The company trains a foundational language model that competes with the licensor's, and releases it.",
        _company(
            activities=["improve_other_models"],
            improved_model={"kind": "language", "foundational": True, "competing": True, "released": True},
        ),
    ),
    Question(
        "sell its outputs",
        "The company publishes, sells or builds on what the model generated.",
        _company(activities=["use_outputs"], gain="direct"),
    ),
    Question(
        "EU company, vision model",
        "A company in Germany offers the product there; the model is taken to handle text and images.",
        _company("DE", activities=["embed"], model_modalities=["text", "image"], product_modalities=["text", "image"]),
    ),
    Question(
        "military use",
        "The company offers the product to the armed forces.",
        _company(activities=["embed"], fields=["military"]),
    ),
    Question(
        "research at a university",
        "A university in the USA runs and changes the model for research, with 50,000 users.",
        Use.model_validate(
            {
                "activities": ["run", "modify"],
                "purpose": "research",
                "production": False,
                "licensee": {"kind": "academic", "country": "US"},
                "territories": ["US"],
                "circumstances": {"lawful": True},
            }
        ),
        50_000,
    ),
)
"""The columns, in order."""
