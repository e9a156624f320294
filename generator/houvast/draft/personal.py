"""Personal data in a text: what is refused before anything is sent, and what no draft may hold."""

import re
from collections.abc import Iterator

EMAIL = re.compile(r"[^\W_][\w.%+'-]*@[^\W_](?:[\w.-]*[^\W_])?\.[^\W\d_]{2,}")
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ .-]?[A-Z\d]){11,30}(?!\w)", re.IGNORECASE)
NATIONAL = re.compile(r"(?<!\w)\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./-]{0,3}\d{3}[ ./-]?\d{2}(?!\w)")
REGION = "BE"
"""Where a telephone number without a country is dialled."""


def personal_data(text: str) -> Iterator[str]:
    """What kinds of personal data a text seems to hold, each once: national number, IBAN, e-mail, telephone.

    Check digits and numbering plans are those of python-stdnum and libphonenumber.
    """
    from phonenumbers import Leniency, PhoneNumberMatcher
    from stdnum import iban
    from stdnum.be import nn

    def takes(pattern: re.Pattern[str], is_one: object) -> bool:
        nonlocal text
        found = [match[0] for match in pattern.finditer(text) if callable(is_one) and is_one(match[0])]
        for one in found:
            text = text.replace(one, " ; ")
        return bool(found)

    if takes(NATIONAL, lambda number: nn.is_valid(re.sub(r"\D", "", number))):
        yield "a national register number"
    if takes(IBAN, lambda number: iban.is_valid(number, check_country=False)):
        yield "a bank account"
    if takes(EMAIL, lambda address: True):
        yield "an e-mail address"
    if any(True for _ in PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID)):
        yield "a telephone number"
