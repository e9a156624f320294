"""The participation code: which path, in which month, in which content version, with a number that checks it.

It names nobody and scores nothing: it is the same for everybody who finished that path in that month.
"""

import re
from dataclasses import dataclass

from houvast.plan.version import LENGTH, SIGNS

PREFIX = "HV"
MODULUS = 37
ALIKE = str.maketrans("OIL", "011")
"""What Crockford's base 32 reads as a digit; in all of a code, so that nobody has to ask which of the two it is."""

BETWEEN = re.compile(r"[\s.\-\u2010-\u2015]+")
FORM = re.compile(rf"{PREFIX}([0-9A-Z]{{1,64}})([0-9]{{2}})(0[1-9]|1[0-2])([{SIGNS}]{{{LENGTH}}})([0-9]{{2}})")
LONGEST = 200
"""More signs than any code has, spaces and hyphens included."""


class NotACode(Exception):
    """What was given is no participation code; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says. `role` is a role's id, or what is left of it when read: see `is_of`. `month` is 1 to 12."""

    role: str
    year: int
    month: int
    version: str

    def __str__(self) -> str:
        body = f"{PREFIX}-{self.role.upper()}-{self.year % 100:02}{self.month:02}-{self.version}"
        return f"{body}-{check_number(body):02}"

    def is_of(self, role: str) -> bool:
        """Whether this is the code of a role."""
        return signs_of(role) == signs_of(self.role)


def signs_of(text: str) -> str:
    """The signs of a code that count: capitals and digits, without what stands between, alike ones as one."""
    return BETWEEN.sub("", text).upper().translate(ALIKE)


def check_number(body: str) -> int:
    """The check number of what stands before it, from 0 to 36: that of ISO/IEC 7064 MOD 37-2, written as a number.

    It finds every wrong sign and every swap of two neighbours. MOD 37,36 misses one swap in 630, and its letters,
    like the star of MOD 37-2, are among the signs that are taken for another over the phone.
    """
    total = 0
    for sign in signs_of(body):
        total = (2 * total + int(sign, 36)) % MODULUS
    return (1 - 2 * total) % MODULUS


def read_code(text: str) -> Code:
    """What a code says, however it is spaced and in whatever case; raises NotACode."""
    signs = signs_of(text) if len(text) <= LONGEST else ""
    found = FORM.fullmatch(signs) if BETWEEN.sub("", text).isascii() else None
    if not found:
        raise NotACode("this is no participation code: one looks like HV-RECRUITER-2702-1A2B3C4D-24")
    role, year, month, version, number = found.groups()
    if check_number(signs[:-2]) != int(number):
        raise NotACode("its check number does not fit: a sign was read or written wrong; ask for the code again")
    return Code(role, 2000 + int(year), int(month), version)
