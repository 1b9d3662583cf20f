"""Typed, cited answers about AI model licences."""
