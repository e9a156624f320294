"""The words that rules of wording look for, per language; a language that is not here is passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from houvast.model import language_of


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """What one language has. `familiar` and `formal` address a reader; a language without the two has no `formal`."""

    vowels: re.Pattern[str]
    """One match for each syllable of a word in lower case."""
    silent: re.Pattern[str] | None
    """What is written as a vowel in such a word and not heard."""
    generic: re.Pattern[str]
    """A masculine or feminine word for anybody at all."""
    empty_link: re.Pattern[str]
    """The words of a link that say nothing of where it leads."""
    netherlands: Mapping[str, str]
    """What stands for the Netherlands alone, as a pattern, and what Belgium has instead."""
    says_netherlands: re.Pattern[str]
    """A sentence that says so itself."""
    familiar: re.Pattern[str] | None = None
    formal: re.Pattern[str] | None = None


DUTCH = Words(
    # A diaeresis begins a syllable: ideeën. The longest run of vowels that is one sound comes first.
    vowels=re.compile(
        r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|ea(?=[mdk])|[aeiouyäëïöüáàâéèêíìîóòôúùû]"
    ),
    silent=None,
    generic=re.compile(
        r"\b(?:hij of zij|zij of hij|hij/zij|zij/hij|hem of haar|hem/haar|zijn of haar|zijn/haar|haar of zijn)\b"
        r"|\b(?:elke|iedere) (?:medewerk(?:er|ster)|werknemer|gebruiker|leidinggevende|kandidaat|bediende|arbeider"
        r"|collega)\b"
        r"[^.;:!?]*\b(?:hij|(?:met|van|aan|in|over|voor|door|op|bij) zijn(?! er\b)|zijn eigen)\b"
        r"|\bde (?:medewerk(?:er|ster)|werknemer|gebruiker|bediende|arbeider)\b[^.;:!?]*\bhij\b"
        r"|\b(?:iedereen|iemand)\b[^.;:!?]*\b(?:(?:zodat|als|wat|die|dat|of|omdat|wanneer|terwijl) hij|om hem)\b",
        re.IGNORECASE,
    ),
    empty_link=_words(
        "klik(?: dan)? hier", "hier", "deze link", "link", "(?:lees )?meer", "lees verder", "deze pagina", "website"
    ),
    netherlands={
        r"(?-i:\bAP\b)|\bAutoriteit Persoonsgegevens\b": "GBA (Gegevensbeschermingsautoriteit)",
        r"(?-i:\bWOR\b)|\bWet op de ondernemingsraden\b": "cao 39 en cao 9",
        r"\binstemmingsrecht\b|\bOR-instemming\w*": "informatie en raadpleging (cao 39, cao 9)",
        r"(?-i:\bUWV\b)": "RVA of VDAB",
        r"(?-i:\bBSN\b)|\bburgerservicenummers?\b": "rijksregisternummer",
        r"\bbelastingdienst\b": "FOD Financiën",
        r"(?-i:\bKvK\b)|\bKamer van Koophandel\b": "KBO",
        r"(?-i:\bUAVG\b)": "de wet van 30 juli 2018",
        r"\bArbo(?:wet|dienst|arts)\w*": "welzijnswet, externe dienst of arbeidsarts",
        r"\bbedrijfsarts\w*": "arbeidsarts",
        r"\bzzp(?:'?ers?)?\b": "zelfstandige",
        r"\bDigiD\b": "itsme of eID",
    },
    says_netherlands=re.compile(r"\bNederland(?:se|er|ers)?\b|\bNederlands recht\b"),
    familiar=_words("je", "jij", "jou", "jouw", "jullie", "jezelf"),
    # `12 u` is an hour, `U` behind a dot or a hyphen a name.
    formal=re.compile(r"(?<![\w.'’/-])(?<!\d )(?<!\d)(?:[uU]|[uU]w|[uU]zelf)(?![\w.'’/-])"),
)

ENGLISH = Words(
    # `i` before a, o or u is a syllable of its own unless it softens what is before it: media, but special.
    vowels=re.compile(
        r"(?<![ctsg])i(?=[aou])|(?<=cr)e(?=a)|(?<=id)e(?=a)|(?<=ar)e(?=a)|(?<=\bsc)i(?=e)|ui(?=e)|[eo](?=ing\b)"
        r"|(?:[aeiou]|y(?![aeiou]))+"
    ),
    # The e of like, makes, used and careful; not that of table, changes and wanted.
    silent=re.compile(
        r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<![sxzcgaeiouy])(?<![sc]h)(?<![^aeiouy]l)es$"
        r"|(?<![tdaeiouy])(?<![^aeiouy]l)ed$|(?<=[aeiou][^aeiouy])e(?=(?:ful|ment|less|ly|thing|one|body|where)s?$)"
    ),
    generic=re.compile(
        r"\b(?:he or she|she or he|s/he|he/she|she/he|his or her|his/her|her or his|him or her|him/her)\b"
        r"|\b(?:each|every) (?:employee|worker|user|manager|candidate|reader|learner|colleague|member of staff)\b"
        r"[^.;:!?]*\b(?:his|he|him|himself)\b"
        r"|\bthe (?:employee|worker|user)\b[^.;:!?]*\b(?:his|he|him|himself)\b"
        r"|\b(?:everyone|everybody|someone|somebody|anyone|anybody)\b[^.;:!?]*\b(?:his|he|him|himself)\b",
        re.IGNORECASE,
    ),
    empty_link=_words(
        "click(?: on)? here", "here", "this link", "link", "(?:read )?more", "learn more", "this page", "website"
    ),
    netherlands={
        r"(?-i:\bAP\b)|\bAutoriteit Persoonsgegevens\b": "the Belgian Data Protection Authority (GBA)",
        r"(?-i:\bWOR\b)|\bWorks Councils Act\b": "collective agreements (CAO) 39 and 9",
        r"\bworks council(?:'s|’s)? (?:consent|approval)\b|\bright of consent\b": "information and consultation",
        r"(?-i:\bUWV\b)": "RVA or VDAB",
        r"(?-i:\bBSN\b)|\bcitizen service number\b": "national register number",
        r"\bDigiD\b": "itsme or eID",
        r"\bKamer van Koophandel\b": "KBO",
    },
    says_netherlands=re.compile(r"\bNetherlands\b|\bDutch\b"),
)

WORDS: Mapping[str, Words] = {"nl": DUTCH, "en": ENGLISH}
"""By language: the part of a locale before a hyphen."""

TOOLS = re.compile(
    r"\b(?:Chat ?GPT|GPT-\d\w*|(?:Microsoft |GitHub )?Copilot|Google Gemini|Gemini|Claude(?= (?:Code|Sonnet|Opus"
    r"|Haiku))"
    r"|Anthropic(?:'s|’s)? Claude|DeepL|Perplexity|Midjourney|DALL-E|Le Chat|DeepSeek|NotebookLM|Grok|Grammarly"
    r"|Otter\.ai|Fireflies|HireVue|Google Translate|Meta AI|Character\.ai)\b"
)
"""AI systems that people know by name. A bare Claude is left out: it is a first name too."""


def words_of(locale: str) -> Words | None:
    """The words of a locale's language, if there are any."""
    return WORDS.get(language_of(locale))
