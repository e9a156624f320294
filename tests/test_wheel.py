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


def assert_an_organisation_of_its_own_works(houvast: Path, folder: Path) -> None:
    """Begin a folder, change a role and a module of it, leave a scenario out, and build it."""
    folder.mkdir()
    run(houvast, "init", "courses", "--name", "Zeven Bomen", cwd=folder)
    assert "No errors and no warnings" in run(houvast, "check", "--strict", cwd=folder)
    courses = folder / "courses"
    shutil.copy(courses / "roles/office-assistant.yml", courses / "roles/recruiter.yml")
    shutil.copytree(ROOT / "courses/modules/our-story", courses / "modules/our-story")
    for locale in ("nl", "en"):
        path = courses / f"modules/our-story/{locale}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Bart", "Tuur"), encoding="utf-8")
    with (courses / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write("\nwithout: [the-perfect-source]\n")
    plan = run(houvast, "plan", "--role", "recruiter", "--pace", "standard", "--json", cwd=folder)
    assert "our-story" in plan
    assert "the-perfect-source" not in plan
    run(houvast, "build", "--role", "recruiter", "--pace", "standard", cwd=folder)
    site = folder / "site/nl"
    assert "Administratief medewerker" in (site / "recruiter/index.html").read_text(encoding="utf-8")
    assert "Tuur" in (site / "recruiter/standard/our-story/index.html").read_text(encoding="utf-8")
    assert not (site / "library/the-perfect-source").exists()
    assert "Brughuis" not in "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def test_the_wheel_in_an_empty_environment(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    for name in ("generator", "courses", "site_theme"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "mkdocs.yml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, clone / name)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=clone)
    (wheel,) = (clone / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", "empty", cwd=tmp_path)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        tmp_path / "empty/bin/python",
    ]
    install: list[str | Path] = [*pip, "install", "--quiet", "--no-compile"]
    run(*install, "--require-hashes", "-r", ROOT / "locks/site.txt", cwd=tmp_path)
    run(*install, "--no-deps", wheel, cwd=tmp_path)
    houvast = tmp_path / "empty/bin/houvast"
    assert "build" in run(houvast, "--help", cwd=tmp_path)
    shutil.copytree(SMALL, tmp_path / "courses")
    shutil.rmtree(clone)
    assert "pages in site/" in run(houvast, "build", cwd=tmp_path)
    assert (tmp_path / "site/nl/clerk/brisk/first-steps/index.html").is_file()
    assert_an_organisation_of_its_own_works(houvast, tmp_path / "own")
    (tmp_path / "draft.yml").write_text(
        "endpoint: {profile: ollama, base_url: 'http://127.0.0.1:9/v1', model: none}\n", encoding="utf-8"
    )
    drafting = subprocess.run([houvast, "draft", "--doctor"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert drafting.returncode == 3 and "houvast[draft]" in drafting.stdout and not drafting.stderr
    packaged = next((tmp_path / "empty/lib").glob("python3*/site-packages/houvast/packaged"))
    assert (packaged / "courses/organisation.yml").is_file()
