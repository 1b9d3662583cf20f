"""From a text to a source, and from a source to its claims: German, Dutch and English."""

from openai_landscape.reading._decode import UnreadableTextError
from openai_landscape.reading.corpus import seeds
from openai_landscape.reading.explaining import explain
from openai_landscape.reading.grounding import Extractor, Grounded, Refusal, ground
from openai_landscape.reading.many import ReadFault, parse_corpus
from openai_landscape.reading.parse import parse_claims
from openai_landscape.reading.source import read_source

__all__ = [
    "Extractor",
    "Grounded",
    "ReadFault",
    "Refusal",
    "UnreadableTextError",
    "explain",
    "ground",
    "parse_claims",
    "parse_corpus",
    "read_source",
    "seeds",
]
