"""Fetch the model, serve it, and test drafting with it in a time box: `python -m tests.real_model SERVER MINUTES`.

SERVER is the Python that has `locks/model-server.txt`. Ends with a sentence where the parts or the time are lacking.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.real_model.fetch import CannotFetch, fetch

TESTS = "tests/real_model/plumbing.py"


def main(server: str, minutes: float) -> str | int:
    """The exit code of the tests, or why there is none."""
    try:
        model = fetch()
    except CannotFetch as problem:
        return str(problem)
    told = {"HOUVAST_TEST_MODEL": str(model.resolve()), "HOUVAST_TEST_SERVER": str(Path(server).absolute())}
    try:
        # In a session of its own, so that the model's server ends with it.
        with subprocess.Popen(
            [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", TESTS],
            env={**os.environ, **told},
            start_new_session=True,
        ) as tests:
            try:
                return tests.wait(timeout=60 * minutes)
            except BaseException:
                os.killpg(tests.pid, 15)
                raise
    except subprocess.TimeoutExpired:
        return (
            f"The tests against the real model did not end within {minutes:g} minutes. Run them when the machine has a "
            "core to spare, or give them longer: make test-model MINUTES=30."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))
