"""Who drafts nothing does not wait for the packages that drafting needs, and may do without them."""

import subprocess
import sys

import pytest

from houvast.draft.call.faults import EXIT_ENDPOINT, Stopped
from tests.draft.calling import ask, config_for

LOOK = """
import sys
import houvast.draft.call.doctor, houvast.draft.call.client, houvast.draft.call.read_config
print(sorted({"openai", "httpx2"} & sys.modules.keys()))
"""


def test_the_package_is_loaded_when_it_is_needed() -> None:
    assert subprocess.run([sys.executable, "-c", LOOK], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_without_the_package_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(Stopped, match=r"pip install 'houvast\[draft\]'") as stopped:
        ask(config_for("http://127.0.0.1:9/v1"))
    assert stopped.value.exit_code == EXIT_ENDPOINT
