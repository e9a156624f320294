"""Find a Chromium for the browser tests, and install one where none is found."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without its windows, as Debian packages it: it opens a page four times as fast."""

MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", MAC)
ADVICE = "No browser for the tests: install Chromium or Chrome, or set HOUVAST_CHROMIUM to the path of one."


class NoBrowser(Exception):
    """No browser can be had on this machine."""


def find_chromium() -> str | None:
    """The path of a browser, or None for Playwright's own. Raises NoBrowser.

    In this order: $HOUVAST_CHROMIUM; the headless shell, on the PATH or of Debian where we may install it; any other on
    the PATH; Playwright's download.
    """
    if named := os.environ.get("HOUVAST_CHROMIUM"):
        if not Path(named).is_file():
            raise NoBrowser(f"HOUVAST_CHROMIUM names {named}, and there is no such file.")
        return named
    if found := _on_this_machine((SHELL,)) or _from_debian() or _on_this_machine(NAMES):
        return found
    _download()
    return None


def _on_this_machine(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _from_debian() -> str | None:
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install or not Path("/etc/debian_version").is_file():
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for call in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", SHELL]):
        subprocess.run(["apt-get", *call], env=environment, check=False, capture_output=True, timeout=900)
    return _on_this_machine((SHELL,))


def _download() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=False, capture_output=True, timeout=900
    )
    if done.returncode:
        raise NoBrowser(ADVICE)
