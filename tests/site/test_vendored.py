"""Files of others: each is the very one that its package holds, and the list tells where it is from."""

import hashlib
import re
from pathlib import Path

from tests.conftest import ROOT

VENDOR = ROOT / "site_theme/assets/vendor"
ROW = re.compile(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_file_of_others_is_listed_and_unmodified() -> None:
    listed = dict(ROW.findall((VENDOR / "VENDORED.md").read_text(encoding="utf-8")))
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in VENDOR.iterdir()}
    del held["VENDORED.md"]
    assert held == listed


def test_files_of_others_go_along_with_their_licence(site: Path) -> None:
    for locale in ("nl", "en"):
        vendor = site / locale / "assets/vendor"
        assert (vendor / "qr.js").read_bytes() == (VENDOR / "qr.js").read_bytes()
        assert "MIT" in (vendor / "qr.LICENSE.txt").read_text(encoding="utf-8")
        assert not list(vendor.glob("*.md"))
