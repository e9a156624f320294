"""The wheel carries all it needs: installed in an empty environment it builds the site of its own courses."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SMALL


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_in_an_empty_environment(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in ("generator", "courses", "site_theme"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "mkdocs.yml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, clone / name)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=clone)
    (wheel,) = (clone / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", "empty", cwd=tmp_path)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    python = tmp_path / "empty/bin/python"
    run(python, *install, "--require-hashes", "-r", ROOT / "locks/site.txt", cwd=tmp_path)
    run(python, *install, "--no-deps", wheel, cwd=tmp_path)
    houvast = tmp_path / "empty/bin/houvast"
    assert "build" in run(houvast, "--help", cwd=tmp_path)
    shutil.copytree(SMALL, tmp_path / "courses")
    shutil.rmtree(clone)
    assert "pages in site/" in run(houvast, "build", cwd=tmp_path)
    assert (tmp_path / "site/nl/clerk/brisk/first-steps/index.html").is_file()
    packaged = next((tmp_path / "empty/lib").glob("python3*/site-packages/houvast/packaged"))
    assert (packaged / "courses/organisation.yml").is_file()
