"""Why something cannot be drafted, in words with the way out."""


class CannotDraft(Exception):
    """A brief asks for what cannot be drafted from these courses."""
