"""What can go wrong with a call: the words, the exit code, and whether to try again."""

from dataclasses import dataclass

EXIT_ENDPOINT, EXIT_SOME_FAILED, EXIT_QUOTA, EXIT_BUDGET, EXIT_INTERRUPTED = 3, 4, 5, 6, 130


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that went wrong with a request, told without any secret."""

    name: str
    sentence: str


class Stopped(Exception):
    """The whole run ends here: with this exit code, and this sentence."""

    def __init__(self, exit_code: int, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.exit_code = exit_code
        self.fault = fault
