"""Write the Markdown of courses the way the house does, and give what needs one an id."""

from houvast.fmt.courses import Change, Formatted, NoSuchText, formatted
from houvast.fmt.rules import RULES

__all__ = ["RULES", "Change", "Formatted", "NoSuchText", "formatted"]
