"""The words that rules of questions look for, per language: a locale that is not here is passed over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from houvast.model import language_of


def _pattern(*choices: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{choice})" for choice in choices), re.IGNORECASE)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbers(words: str) -> Mapping[str, float]:
    return {word: float(value) for value, word in enumerate(words.split())}


@dataclass(frozen=True)
class Words:
    """The lists of one language. Patterns ignore case unless they ask for capitals themselves.

    `common` words carry no meaning of their own, `joining` words not even between two options, and `fillers` only judge
    an answer. `numbers` and `units` are read as numbers, `units` in hours.
    """

    common: frozenset[str]
    joining: frozenset[str]
    fillers: frozenset[str]
    all_of_above: re.Pattern[str]
    none_of_above: re.Pattern[str]
    combines: re.Pattern[str]
    yes_no: frozenset[str]
    true_or_false: re.Pattern[str]
    negative: re.Pattern[str]
    taught: re.Pattern[str]
    absolute: re.Pattern[str]
    vague: re.Pattern[str]
    clause: re.Pattern[str]
    reason: re.Pattern[str]
    empty_stem: re.Pattern[str]
    asks_for_two: re.Pattern[str]
    two: re.Pattern[str]
    numbers: Mapping[str, float]
    units: Mapping[str, float]
    thousands: str
    months: tuple[str, ...]


WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
SHORTEST_CONTENT = 4
"""Letters of the shortest word that is taken to carry meaning, unless it is a number or a name."""
STEM = 6
"""Letters by which two forms of one word are known: `kalibratie` and `kalibreert`."""

NL = Words(
    common=_set(
        "deze dit dat die daar daarom daarna dan dus een eens eerst elke elk haar heeft hebben heel hem hen "
        "het hij hoe hun ieder iemand iets jouw jullie kan kunnen maar meer mensen moet moeten naar niets nog "
        "omdat onder onze ook over tegen toch toen tool tools tot tussen uit van vanuit veel voor waar waarom "
        "waarop wanneer want waren wat wel welk welke werd werk wie wil willen wordt worden zal zelf zich zij "
        "zijn zodat zonder zoals zou zouden door doen doet doe gaat gaan geeft geven goed beste best bij ben "
        "bent als altijd nooit chatbot mag mogen ergens vraag vraagt vragen zegt zeggen maakt maken gebruikt "
        "gebruiken collega alleen andere ander binnen spreek spreekt tijdens nadat voordat terwijl"
    ),
    joining=_set(
        "de het een dat dit die deze en want omdat dan er zo ook dus heeft is wel nu"
    ),
    fillers=_set(
        "juist fout goed correct klopt inderdaad helaas neen nee niet hier dus zeker antwoord optie verkeerd "
        "beste keuze reden woord moet mag hoeft doet"
    ),
    all_of_above=_pattern(
        r"^al(?:le)? (?:het |de |dit )?(?:bovenstaande|voorgaande|bovengenoemde|vorige|vermelde)\b",
        r"^alle (?:\w+ )?(?:antwoorden|opties|mogelijkheden|keuzes|stellingen|redenen|uitspraken)\b",
        r"^(?:alle (?:twee|drie|vier|vijf)|allemaal|al deze|al die)(?:$| (?:samen|zijn|kloppen|is|klopt)\b)",
        r"\b(?:alle|al) (?:de |het )?bovenstaande\b",
        r"^alles (?:hierboven|wat hierboven|van het bovenstaande)\b",
    ),
    none_of_above=_pattern(
        r"^geen (?:enkele? )?(?:van )?(?:(?:de|het|deze|die) )?(?:bovenstaande|voorgaande|bovengenoemde|vermelde)\b",
        r"^geen (?:enkel |enkele )?(?:van )?(?:deze|die|de|hen)? ?(?:twee|drie|vier|beide|antwoord(?:en)?|opties)?$",
        r"^geen (?:enkel |enkele )?(?:van )?(?:deze|die|de)(?: \w+)? (?:antwoorden|opties|mogelijkheden)\b",
        r"^geen enkele?(?: van (?:deze|die|de \w+))?(?: antwoord| optie)?(?: (?:is|klopt)\b.*)?$",
        r"^geen van (?:deze|die|beide)\b",
    ),
    combines=_pattern(
        r"^(?:(?:zowel|alleen|enkel|antwoord(?:en)?|optie|stelling(?:en)?) )*"
        r"(?:(?:de|het) )?(?:eerste?|tweede|derde|vierde|[1-6]|[a-f])(?: (?:antwoord|optie|stelling))?"
        r"(?:,? (?:en|of|als|maar niet|plus) (?:ook )?(?:(?:de|het|antwoord|optie|stelling) )?"
        r"(?:eerste?|tweede|derde|vierde|[1-6]|[a-f])\b(?: (?:antwoord|optie|stelling)(?:en)?)?)+",
        r"^(?:de )?eerste (?:twee|drie)(?:,|$| maar| zijn| kloppen)",
        r"^(?:alle ?)?(?:beide|allebei|alle twee)(?: (?:antwoorden|opties|stellingen))?"
        r"(?: (?:zijn|kloppen|juist|correct|waar|fout)\b.*)?$",
    ),
    yes_no=frozenset(("ja", "nee", "neen", "juist", "fout", "waar", "onwaar", "niet waar", "onjuist", "correct")),
    true_or_false=_pattern(r"^(?:juist|waar) of (?:fout|niet|onwaar|onjuist)\b"),
    negative=re.compile(
        r"\b(?:NIET|GEEN|NOOIT|BEHALVE|FOUT|ONJUIST|UITGEZONDERD)\b"
        r"|\b(?i:behalve|uitgezonderd|met uitzondering van)\b"
        r"|^(?i:welke?|wat|wie)\b(?:(?! (?i:als|dat|die|omdat|om|wie|zonder)\b)[^?,])*?"
        r" (?i:is|zijn|(?:be)?hoort|(?:be)?horen|past|passen|geldt|gelden|telt|tellen|doet?|helpt|helpen|geeft|geven"
        r"|zou|moet)\b"
        r"(?: (?!(?i:als|dat|die|omdat|om|wie|zonder)\b)[^ ?,]+){0,4} (?i:geen|niet|nooit)\b"
    ),
    taught=_pattern(r"\b(?:mag|mogen|verboden|toegelaten|kan|kunnen)\b", r"^waarom\b"),
    absolute=_pattern(
        r"\b(?:altijd|nooit|niemand mag|geen enkele?|onmogelijk|volledig|uitsluitend|absoluut|"
        r"enkel en alleen|in geen geval|in elk geval|foutloos|steeds|overal|nergens)\b",
        r"\b(?:elke|alle) (?:\w+ )?(?:fout|fouten|risico|risico's)\b",
        r"^(?:alles|iedereen|niemand) (?:is|mag|kan|zal|moet|heeft)\b",
    ),
    vague=_pattern(
        r"\b(?<!hoe )(?<!zo )(?<!te )(?<!even )"
        r"(?:vaak|soms|meestal|zelden|dikwijls|regelmatig|doorgaans|af en toe|nu en dan|gewoonlijk|veelal)\b"
    ),
    clause=_pattern(
        r"[,;](?=\s)",
        r"\b(?:omdat|want|zodat|waarbij|waardoor|terwijl|tenzij|nadat|voordat|en dan|en daarna|en ook|en met|mits)\b",
    ),
    reason=_pattern(r"\b(?:want|omdat|zodat|aangezien|immers)\b"),
    empty_stem=_pattern(
        r"^welke? (?:stelling|uitspraak|bewering|zin|antwoord|van (?:deze|de volgende|volgende)(?: \w+)?)"
        r" (?:is|zijn|klopt|kloppen)(?: er)?(?: (?:juist|waar|correct|goed|fout))?\?$",
        r"^wat (?:is|klopt)(?: er)?(?: (?:juist|waar|correct))?\?$",
        r"^wat met [^?]{1,40}\?$",
        r"^wat (?:weet je|kan je zeggen|valt er te zeggen) (?:over|van) [^?]*\?$",
    ),
    asks_for_two=_pattern(r"^welke (?:twee|2)\b"),
    two=_pattern(r"\ben\b"),
    numbers=_numbers(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
    ),
    units={
        "minuut": 1 / 60, "minuten": 1 / 60, "uur": 1, "uren": 1, "dag": 24, "dagen": 24, "week": 168, "weken": 168,
        "maand": 730, "maanden": 730, "jaar": 8760, "jaren": 8760,
    },
    thousands=".",
    months=(
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
)  # fmt: skip

EN = Words(
    common=_set(
        "about after again also always because been before being between best both could does doing done each "
        "ever every first from gets give gives goes good have having here into just make makes more much must "
        "need never nobody only other others ours over people same should some somebody something such take "
        "takes than that their them then there these they thing things this those though tool tools under "
        "until upon very want wants well were what when where whether which while whom whose will with would "
        "work your yours chatbot ask asks asked using used uses use say says said tell tells colleague answer "
        "answers question questions"
    ),
    joining=_set(
        "the a an that this these and because since then there so also has is it"
    ),
    fillers=_set(
        "right wrong correct indeed true false should shouldn't does doesn't don't not yes no here so answer "
        "option mistake choice reason word"
    ),
    all_of_above=_pattern(
        r"^all (?:of )?(?:the )?(?:above|preceding|foregoing)\b",
        r"^all (?:of )?(?:the |these |those )?(?:\w+ )?(?:answers|options|choices|statements|reasons)\b",
        r"^all(?: of)?(?: the| these| those| them)?(?: two| three| four| five)?"
        r"(?:$| (?:of (?:them|these)|are (?:right|true|correct))\b)",
        r"\ball of the above\b",
        r"^everything (?:above|mentioned)\b",
    ),
    none_of_above=_pattern(
        r"^none of (?:the|these|those|them)\b",
        r"^(?:none|neither of (?:these|them|the two))$",
        r"^no (?:answer|option)s? (?:above )?(?:is|are) (?:right|correct)\b",
        r"\bnone of the above\b",
    ),
    combines=_pattern(
        r"^(?:(?:both|only|answers?|options?|statements?) )*"
        r"(?:the )?(?:first|second|third|fourth|[1-6]|[a-f])(?: (?:answer|option|statement|one))?"
        r"(?:,? (?:and|or|but not|plus) (?:also )?(?:(?:the|answer|option|statement) )?"
        r"(?:first|second|third|fourth|[1-6]|[a-f])\b(?: (?:answer|option|statement|one)s?)?)+",
        r"^(?:the )?first (?:two|three)(?:,|$| but| are)",
        r"^both(?: (?:answers|options|statements|of (?:them|these)))?(?: (?:are (?:right|true|correct|false))\b.*)?$",
    ),
    yes_no=frozenset(("yes", "no", "true", "false", "right", "wrong", "correct", "incorrect", "not true")),
    true_or_false=_pattern(r"^(?:true or false|right or wrong)\b"),
    negative=re.compile(
        r"\b(?:NOT|NEVER|EXCEPT|LEAST|NO)\b"
        r"|\b(?i:except|excluding|apart from)\b"
        r"|^(?i:which|what|who)\b(?:(?! (?i:if|when|that|because|who|to)\b)[^?,])*?"
        r" (?i:is|are|does|do|should|would|must|belongs|helps)\b"
        r"(?: (?!(?i:if|when|that|because|who|to|he|she|they|you)\b)[^ ?,]+){0,3} (?i:not|never)\b"
        r"|^(?i:which|what|who)\b(?:(?! (?i:if|when|that|because|who|to)\b)[^?,])*?"
        r" (?i:isn.t|aren.t|doesn.t|shouldn.t)\b"
    ),
    taught=_pattern(r"\b(?:may|can|allowed|forbidden|banned|able|permitted)\b", r"^why\b"),
    absolute=_pattern(
        r"\b(?:always|never|nobody may|impossible|completely|entirely|absolutely|"
        r"only ever|under no circumstances|in any case|flawless(?:ly)?|every time|everywhere|nowhere|"
        r"guaranteed|guarantees)\b",
        r"\b(?:every|all|any) (?:\w+ )?(?:mistake|mistakes|error|errors|risk|risks)\b",
        r"\bis only an?\b",
        r"^(?:everything|everybody|everyone|nobody|no one) (?:is|may|can|will|must|has)\b",
    ),
    vague=_pattern(
        r"\b(?<!how )(?<!so )(?<!too )(?<!as )"
        r"(?:often|sometimes|usually|rarely|seldom|frequently|generally|regularly|now and then|mostly|occasionally)\b"
    ),
    clause=_pattern(
        r"[,;](?=\s)",
        r"\b(?:because|since|so that|whereas|while|unless|after which|and then|and also|and with|provided)\b",
    ),
    reason=_pattern(r"\b(?:because|since|so that)\b", r"[,;:] (?:as|so|for)\b"),
    empty_stem=_pattern(
        r"^which (?:statement|sentence|claim|answer|one|of (?:these|the following)(?: \w+)?)"
        r" (?:is|are)(?: (?:right|true|correct|wrong|false))?\?$",
        r"^what is (?:right|true|correct)\?$",
        r"^(?:what|how) about [^?]*\?$",
        r"^what (?:do you know|can you say|can be said) about [^?]*\?$",
    ),
    asks_for_two=_pattern(r"^which (?:two|2)\b"),
    two=_pattern(r"\band\b"),
    numbers=_numbers(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    ),
    units={
        "minute": 1 / 60, "minutes": 1 / 60, "hour": 1, "hours": 1, "day": 24, "days": 24, "week": 168, "weeks": 168,
        "month": 730, "months": 730, "year": 8760, "years": 8760,
    },
    thousands=",",
    months=(
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ),
)  # fmt: skip

WORDS: Mapping[str, Words] = {"nl": NL, "en": EN}
"""By language: the part of a locale before a hyphen."""


def words_of(locale: str) -> Words | None:
    """The words of a locale's language, if there are any."""
    return WORDS.get(language_of(locale))


@lru_cache(maxsize=20_000)
def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case."""
    return tuple(WORD.findall(text.casefold()))


@lru_cache(maxsize=20_000)
def content_in(text: str, locale: str) -> tuple[str, ...]:
    """The words that carry meaning, each by its first letters, in order; nothing for an unknown language."""
    words = words_of(locale)
    return tuple(_stem(word) for word in words_in(text) if words and _has_meaning(word, words))


def _has_meaning(word: str, words: Words) -> bool:
    return (
        word not in words.common and word not in words.numbers and (len(word) >= SHORTEST_CONTENT or word[0].isdigit())
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "en", "es", "ed", "s", "e", "t", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_CONTENT:
            word = word.removesuffix(ending)
            break
    return word[:STEM]
