"""Fill in the form for a lesson the way GitHub hands it over."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from houvast.propose import Proposal
from tests.conftest import ROOT

FORM = ROOT / ".github/ISSUE_TEMPLATE/lesson.yml"


class Box(BaseModel):
    label: str
    required: bool = False


class Attributes(BaseModel):
    label: str = ""
    options: list[str] | list[Box] = []


class Element(BaseModel):
    model_config = ConfigDict(extra="ignore")
    type: Literal["markdown", "input", "textarea", "dropdown", "checkboxes"]
    id: str = ""
    attributes: Attributes


class Form(BaseModel):
    model_config = ConfigDict(extra="ignore")
    title: str
    labels: list[str]
    body: list[Element]

    @classmethod
    def read(cls, path: Path = FORM) -> "Form":
        return cls.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))

    def asked(self) -> list[Element]:
        return [element for element in self.body if element.type != "markdown"]

    def element(self, name: str) -> Element:
        return next(element for element in self.body if element.id == name)


def filled_in(proposal: Proposal, tick: str = "X") -> str:
    """The body of the issue: a heading per element, and under it the answer as it was typed, chosen or ticked."""
    form = Form.read()
    answers = {
        "title": proposal.title,
        "audience": chosen(form.element("audience"), proposal.audience),
        "locale": chosen(form.element("locale"), proposal.locale),
        "case": proposal.case,
        "went-wrong": proposal.went_wrong,
        "learned": proposal.learned,
        "agreed": "\n".join(
            f"- [{tick}] {box.label}" for box in form.element("agreed").attributes.options if isinstance(box, Box)
        ),
    }
    shown = (f"### {element.attributes.label}\n\n{answers[element.id] or '_No response_'}" for element in form.asked())
    return "\n\n".join(shown)


def chosen(element: Element, name: str) -> str:
    """The option for an id; one that the form does not have where there is none."""
    options = [option for option in element.attributes.options if isinstance(option, str)]
    return next((option for option in options if option.endswith(f"({name})")), f"Iets anders ({name})")
