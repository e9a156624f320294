"""What can go wrong with a call: the words, whether to try again, and the exit code where the run ends."""

from dataclasses import dataclass
from enum import StrEnum

EXIT_ENDPOINT, EXIT_SOME_FAILED, EXIT_QUOTA, EXIT_BUDGET, EXIT_INTERRUPTED = 3, 4, 5, 6, 130


class Verdict(StrEnum):
    """What a fault asks of the loop around a call."""

    RETRY = "retry"
    """Try again after our own back-off. After the last try the item fails; with EXIT_ENDPOINT the run ends."""
    WAIT = "wait"
    """All workers wait as long as the endpoint says (our own back-off where it does not); then this one tries again."""
    REPAIR = "repair"
    """Ask again with what was wrong with the answer, once or twice; then the item fails."""
    FAIL = "fail"
    """This item fails; the others go on."""
    STOP = "stop"
    """The run ends: no other item would fare better."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that went wrong with a request, told without any secret."""

    name: str
    sentence: str


class CallFault(Exception):
    """One attempt did not bring an answer.

    `wait` is in seconds, 0 where the endpoint does not say how long. `charge` says whether it did work for the attempt.
    The fault `length` is one that a larger `max_tokens` may mend.
    """

    def __init__(
        self,
        fault: Fault,
        verdict: Verdict,
        *,
        exit_code: int = EXIT_SOME_FAILED,
        wait: float = 0.0,
        remark: str = "",
        raw: str = "",
        charge: bool = False,
    ) -> None:
        super().__init__(fault.sentence)
        self.fault = fault
        self.verdict = verdict
        self.exit_code = exit_code
        self.wait = wait
        self.remark = remark
        """For REPAIR: what to tell the model of its answer."""
        self.raw = raw
        """The answer as it came, kept for a person to look at; never printed."""
        self.charge = charge


class Stopped(Exception):
    """The whole run ends here: with this exit code, and this sentence."""

    def __init__(self, exit_code: int, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.exit_code = exit_code
        self.fault = fault
