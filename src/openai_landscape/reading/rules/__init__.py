"""The grammar: what each predicate looks like over the marks of a sentence."""
