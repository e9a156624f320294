"""The words by which rules of teaching know something, by locale. A locale without them is passed over."""

import re
from collections.abc import Mapping

EXAMPLE: Mapping[str, re.Pattern[str]] = {
    "nl": re.compile(
        r"(zo (doe|doet|gaat|klinkt|loopt|pakt)|eerst goed|((nog |hier is )?een )?(uitgewerkt )?voorbeeld)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(this is how|here is how|(when|where|how) it goes well|how .{1,40} does it|first a good one"
        r"|((here is )?an(other)? |one more |(a )?worked )?example)\b",
        re.IGNORECASE,
    ),
}
"""With what a heading, or words in bold at the head of a paragraph, announce an example that is worked out."""
