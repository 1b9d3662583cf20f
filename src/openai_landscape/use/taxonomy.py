"""The closed lists in which a use is described, each word with its meaning."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

Activity: TypeAlias = Literal["run", "modify", "distribute", "host", "embed", "improve_other_models", "use_outputs"]
Purpose: TypeAlias = Literal[
    "personal", "education", "research", "evaluation", "charitable", "governmental", "commercial"
]
Gain: TypeAlias = Literal["none", "indirect", "direct"]
LicenseeKind: TypeAlias = Literal["individual", "company", "academic", "nonprofit", "government"]
Trade: TypeAlias = Literal["cloud_provider", "model_hosting", "software_vendor", "competitor_of_licensor"]
Component: TypeAlias = Literal["weights", "code", "data"]
Modality: TypeAlias = Literal["text", "code", "image", "audio", "video", "3d", "other"]
HandedOver: TypeAlias = Literal["original", "derivative", "improved_model"]
ModelKind: TypeAlias = Literal["language", "image", "video", "audio", "other_generative", "other"]
Litigation: TypeAlias = Literal["patent", "copyright", "other"]
Field: TypeAlias = Literal[
    "military",
    "weapons",
    "nuclear",
    "espionage",
    "surveillance",
    "biometric_processing",
    "critical_infrastructure",
    "heavy_machinery",
    "law_enforcement",
    "criminal_justice",
    "immigration_asylum",
    "automated_decisions",
    "credit_housing_employment",
    "insurance",
    "social_scoring",
    "medical_practice",
    "legal_practice",
    "financial_practice",
    "sensitive_data",
    "adult_content",
    "child_exploitation",
    "human_trafficking",
    "terrorism_violence",
    "self_harm",
    "illegal_drugs",
    "gambling",
    "harassment",
    "discrimination",
    "exploiting_vulnerable",
    "disinformation",
    "defamation",
    "elections",
    "impersonation",
    "undisclosed_generation",
    "fraud",
    "spam",
    "fake_engagement",
    "malware",
    "infringement",
    "minors_unsafe",
    "other_illegal",
]
Circumstance: TypeAlias = Literal[
    "lawful",
    "consented",
    "licensed_professional",
    "human_oversight",
    "disclosed_as_generated",
    "public",
    "educational_or_artistic",
    "safeguards_removed",
    "outputs_reviewed",
    "sanctioned_party",
]

ACTIVITIES: Final = MappingProxyType(
    {
        "run": "inference for one's own purposes",
        "modify": "make a derivative: fine-tune, adapt, merge, quantise",
        "distribute": "hand the model or a derivative to third parties",
        "host": "let third parties use the model over a network",
        "embed": "offer a product or service that contains or uses the model",
        "improve_other_models": "train or improve a model that is not its derivative",
        "use_outputs": "publish, sell or build on what the model generated",
    }
)
"""The activities, each with what it is."""

FIELDS: Final[tuple[str, ...]] = get_args(Field)
"""The fields of use, a closed list to which every clause of a use policy is mapped."""

CIRCUMSTANCES: Final = MappingProxyType(
    {
        "lawful": "whether the use keeps to the law",
        "consented": "whether those concerned have agreed",
        "licensed_professional": "whether a licensed professional does it",
        "human_oversight": "whether a person oversees and can overrule it",
        "disclosed_as_generated": "whether people are told that it is generated",
        "public": "whether it happens in public",
        "educational_or_artistic": "whether it is education or art",
        "safeguards_removed": "whether safety measures are removed or got around",
        "outputs_reviewed": "whether a person reviews the outputs",
        "sanctioned_party": "whether a party is under trade sanctions",
    }
)
"""What can be true of a use and decide a clause that bars only its unlawful, unconsented or unlicensed form."""

COMPONENTS: Final[tuple[str, ...]] = get_args(Component)
"""What a licence can govern."""
