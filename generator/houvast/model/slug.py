"""The address that GitHub gives a heading."""

import re


def github_slug(title: str) -> str:
    """Lower case, punctuation dropped, each space a hyphen: `AI & jij` becomes `ai--jij`."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
