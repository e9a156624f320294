"""Why nothing is drafted: what was asked cannot be, or a person said no."""


class CannotDraft(Exception):
    """A brief asks for what cannot be drafted from these courses."""


class SaidNo(Exception):
    """The person who saw the outline said no."""
