"""Drafting: a language model proposes source files, gates judge them, a person decides."""
