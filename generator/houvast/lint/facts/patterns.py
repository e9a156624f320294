"""The patterns of what is claimed or promised, per language; a language that is not here is passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from houvast.model import language_of


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Patterns:
    """What one language has. `claims` go from what a claim is, as a message says it, to how it looks in a sentence."""

    claims: Mapping[str, re.Pattern[str]]
    promises: re.Pattern[str]
    negated: re.Pattern[str]
    """A sentence that denies something, or calls it untrue."""


PATTERNS: Mapping[str, Patterns] = {
    "nl": Patterns(
        claims={
            "an article of law": _pattern(
                r"\bartikel(?:en)? \d+(?:, ?lid \d+|, ?punt \d+)? (?:(?:van de )?(?:AI-|AVG|GDPR)|van de (?:wet"
                r"|verordening|richtlijn))",
                r"\bart\. ?\d+ (?:AI|AVG|GDPR)",
            ),
            "a law by its number": _pattern(
                r"\b(?:Verordening|Richtlijn) \(EU\)", r"\bcao (?:nr\.? ?)?\d+", r"\bwet van \d+ \w+ \d{4}"
            ),
            "a date of law": _pattern(
                r"\b(?:AI-verordening|AVG|GDPR|wet|verordening|verbod|verboden|plicht|verplicht)\b[^.!?]*"
                r"\b(?:sinds|vanaf|tegen|tot|op) (?:\d{1,2} )?(?:[a-z]+ )?20\d\d\b",
                r"\b(?:sinds|vanaf|tegen|op) (?:\d{1,2} )?(?:[a-z]+ )?20\d\d\b[^.!?]*"
                r"\b(?:AI-verordening|AVG|GDPR|wet|verordening|verboden|verplicht)\b",
            ),
            "a number of a study": _pattern(
                r"\b(?:studies?|onderzoekers?|wetenschapp\w+)\b[^.!?]*\d[\d.,]* ?(?:%|procent|keer|op de (?:tien"
                r"|honderd))",
                r"\d[\d.,]* ?(?:%|procent)[^.!?]*\b(?:studies?|onderzoekers?|wetenschapp\w+)\b",
                r"\b(?:uit|volgens) (?:(?:een|het|recent|nieuw) )*onderzoek\b[^.!?]*\d",
                r"\b(?:studie|onderzoek) uit (?:19|20)\d\d\b",
            ),
            "the height of a fine": _pattern(
                r"\bboetes?\b[^.!?]*\d[\d.,]* ?(?:%|procent|euro|miljoen)",
                r"\d[\d.,]* (?:euro|miljoen)[^.!?]{0,30}\bboetes?\b",
            ),
        },
        promises=_pattern(
            r"\b(?:garandeert|garanderen|gegarandeerd)\b(?! geen)",
            r"\b(?:AI|AVG|GDPR)[- ](?:compliant|conform|proof)\b",
            r"\b(?:volledig|helemaal|100 ?%) (?:compliant|conform|veilig|foutloos|waterdicht|neutraal|objectief)\b",
            r"\bcompliant\b",
            r"\b(?:krijg|ontvang|behaal|haal)\w* (?:je |hiermee |daarmee )*(?:een |het |je )(?:[a-z-]+ "
            r")?(?:certificaat|attest|diploma)\b",
            r"\bgecertificeerd\w*\b",
            r"\b(?:hiermee|daarmee|zo) (?:voldoe\w*|ben|is|zijn) \w+ (?:aan de (?:wet|AI-verordening|AVG)|in orde met "
            r"de wet)\b",
            r"\bbewijst? dat (?:je|we|wij|iemand|de organisatie) (?:voldoe\w*|bekwaam|AI-geletterd)\b",
        ),
        negated=_pattern(
            r"\b(?:geen|niet|nooit|niets|niemand|nergens|zonder|evenmin|noch|onwaar|fabel|mythe|nee|verouderd"
            r"|vroeger)\b"
        ),
    ),
    "en": Patterns(
        claims={
            "an article of law": _pattern(
                r"\bArticles? \d+(?:\(\w+\))* (?:of the (?:AI Act|GDPR|Act|Regulation|Directive)|GDPR|AI Act)",
                r"\bArt\. ?\d+(?:\(\w+\))* (?:AI|GDPR)",
            ),
            "a law by its number": _pattern(
                r"\b(?:Regulation|Directive) \(EU\)",
                r"\b(?:CAO|CLA|collective (?:labour )?agreement)(?: No\.?)? \d+",
                r"\bAct of \d+ \w+ \d{4}",
            ),
            "a date of law": _pattern(
                r"\b(?:AI Act|GDPR|the law|regulation|prohibit\w+|banned|ban|duty|obligation|mandatory)\b[^.!?]*"
                r"\b(?:since|from|until|by|on|as of) (?:\d{1,2} )?(?:[a-z]+ )?20\d\d\b",
                r"\b(?:since|from|by|on|as of) (?:\d{1,2} )?(?:[a-z]+ )?20\d\d\b[^.!?]*"
                r"\b(?:AI Act|GDPR|the law|regulation|prohibited|banned|mandatory|obliged)\b",
            ),
            "a number of a study": _pattern(
                r"\b(?:study|studies|researchers?|scientists?|research)\b[^.!?]*"
                r"\d[\d.,]* ?(?:%|per ?cent|times|in (?:ten|a hundred))",
                r"\d[\d.,]* ?(?:%|per ?cent)[^.!?]*\b(?:study|studies|researchers?|scientists?)\b",
                r"\b(?:study|research) (?:from|of) (?:19|20)\d\d\b",
            ),
            "the height of a fine": _pattern(
                r"\b(?:fines?|fined)\b[^.!?]*\d[\d.,]* ?(?:%|per ?cent|euros?|million)",
                r"(?:€ ?\d[\d.,]*|\d[\d.,]* (?:euros?|million))[^.!?]{0,30}\bfine[sd]?\b",
            ),
        },
        promises=_pattern(
            r"\bguarantees\b|\bguaranteed\b|\bguarantee (?:that|compliance|you)\b",
            r"\b(?:AI Act|GDPR)[- ](?:compliant|proof)\b",
            r"\b(?:fully|completely|100 ?%) (?:compliant|safe|secure|neutral|objective|error-free)\b",
            r"\b(?<!non-)compliant\b",
            r"\b(?:get|gets|receive|receives|earn|earns) (?:a|an|the|your) (?:[a-z-]+ )?(?:certificate|diploma)\b",
            r"\bcertified\b",
            r"\b(?:this|that|with this|so) (?:makes|puts|keeps) (?:you|us|the organisation) (?:compliant|in line with "
            r"the law)\b",
            r"\bproves? that (?:you|we|somebody|someone|the organisation) (?:compl\w+|are competent|are AI[- "
            r"]literate)\b",
        ),
        negated=_pattern(
            r"\b(?:no|not|never|none|nobody|nothing|nowhere|without|neither|nor|untrue|myth|wrong|outdated|used to)\b",
            r"n['’]t\b",
        ),
    ),
}
"""By language: the part of a locale before a hyphen."""


def patterns_of(locale: str) -> Patterns | None:
    """The patterns of a locale's language, if there are any."""
    return PATTERNS.get(language_of(locale))
