"""The form that colleagues fill in is the form that is read."""

import subprocess
import sys
from pathlib import Path

import pytest

from houvast.propose import Proposal, read_proposal
from houvast.propose.form import CHOICE, LABELS
from tests.conftest import ROOT
from tests.propose.form import FORM, Box, Form, filled_in
from tests.real import real_catalogue

TEMPLATES = ROOT / ".github/ISSUE_TEMPLATE"
CHECK = Path(sys.executable).parent / "check-jsonschema"

PROPOSAL = Proposal(
    "De prijs die niet bestond",
    "customer-service",
    "nl",
    "Een klant vroeg een prijs.\n\nDe chatbot gaf er een.",
    "De prijs was verzonnen.",
    "Ik kijk prijzen na.",
)


def against_schema(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CHECK, "--builtin-schema", f"vendor.{schema}", path], capture_output=True, text=True, check=False
    )


def test_labels_are_those_of_the_form() -> None:
    assert tuple(element.attributes.label for element in Form.read().asked()) == LABELS


def test_ids_and_labels_are_unique() -> None:
    for path in (FORM, TEMPLATES / "mistake.yml"):
        asked = Form.read(path).asked()
        assert all(element.id for element in asked)
        assert len({element.id for element in asked}) == len(asked)
        assert len({element.attributes.label.casefold() for element in asked}) == len(asked)


def test_what_is_filled_in_is_read() -> None:
    assert read_proposal(filled_in(PROPOSAL)) == PROPOSAL
    assert read_proposal(filled_in(PROPOSAL, tick="x").replace("\n", "\r\n")) == PROPOSAL


@pytest.mark.parametrize("name", ["audience", "locale"])
def test_choices_name_what_is_in_the_courses(name: str) -> None:
    catalogue = real_catalogue()
    known = {"audience": catalogue.audiences, "locale": set(catalogue.locales)}[name]
    options = [option for option in Form.read().element(name).attributes.options if isinstance(option, str)]
    assert options
    for option in options:
        found = CHOICE.search(option)
        assert found and found[1] in known, f"{FORM.name}: `{option}` is not in the courses"
    assert name != "audience" or "(everyone)" in options[0]


def test_every_box_must_be_ticked() -> None:
    boxes = [box for box in Form.read().element("agreed").attributes.options if isinstance(box, Box)]
    assert boxes and all(box.required for box in boxes)


def test_the_form_does_not_give_the_label_that_starts_the_workflow() -> None:
    workflow = (ROOT / ".github/workflows/proposal.yml").read_text(encoding="utf-8")
    assert "github.event.label.name == 'lesson'" in workflow
    assert all("lesson" not in Form.read(path).labels for path in (FORM, TEMPLATES / "mistake.yml"))


def test_forms_are_what_github_takes() -> None:
    for path in (FORM, TEMPLATES / "mistake.yml"):
        told = against_schema("github-issue-forms", path)
        assert told.returncode == 0, told.stdout
    assert against_schema("github-issue-config", TEMPLATES / "config.yml").returncode == 0


def test_a_form_that_github_does_not_take_is_found(tmp_path: Path) -> None:
    broken = tmp_path / "lesson.yml"
    broken.write_text(FORM.read_text(encoding="utf-8").replace("type: textarea", "type: story"), encoding="utf-8")
    assert against_schema("github-issue-forms", broken).returncode == 1
