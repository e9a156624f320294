"""A picture is an SVG of shapes and words with a size; whatever else one can hold is refused, at its line."""

from pathlib import Path

import pytest

from houvast.diagnostics import Finding
from houvast.model import PictureFile
from houvast.model.markup import Picture
from houvast.pipeline import check_courses
from houvast.source.picture import LARGEST, read_picture

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">'

REFUSED: dict[str, tuple[str, int]] = {
    "script": (f"{HEAD}\n<script>alert(1)</script></svg>", 2),
    "handler": (f'{HEAD}\n<g onclick="alert(1)"/></svg>', 2),
    "handler of the whole": (HEAD.replace(" viewBox", ' onload="alert(1)" viewBox') + "</svg>", 1),
    "HTML": (f"{HEAD}\n\n<foreignObject><b>x</b></foreignObject></svg>", 3),
    "link": (f'{HEAD}<a href="https://evil.example"><rect/></a></svg>', 1),
    "image": (f'{HEAD}<image href="https://evil.example/x.png"/></svg>', 1),
    "use": (f'{HEAD}<use href="#x"/></svg>', 1),
    "style element": (f"{HEAD}<style>@import 'https://evil.example';</style></svg>", 1),
    "style attribute": (f'{HEAD}<rect style="fill:url(https://evil.example)"/></svg>', 1),
    "fill from elsewhere": (f'{HEAD}<rect fill="URL(https://evil.example#x)"/></svg>', 1),
    "animation": (f'{HEAD}<rect><set attributeName="href" to="x"/></rect></svg>', 1),
    "another namespace": (f'{HEAD}<x:script xmlns:x="http://www.w3.org/1999/xhtml"/></svg>', 1),
    "entities": (f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}<text>&b;</text></svg>', 1),
    "style sheet": (f'<?xml-stylesheet href="https://evil.example"?>{HEAD}</svg>', 1),
    "no namespace": ('<svg viewBox="0 0 320 180"></svg>', 1),
    "no size": ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', 1),
    "size in parts": (HEAD.replace("320", "320.5") + "</svg>", 1),
    "no SVG": ("<html></html>", 1),
    "no XML": (f"{HEAD}\n<rect>\n</svg>", 3),
    "nothing": ("", 1),
    "too large": (f"{HEAD}<desc>{'x' * LARGEST}</desc></svg>", 1),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plain_drawing_is_refused(name: str) -> None:
    text, line = REFUSED[name]
    found = read_picture("crack", text, "courses/pictures/crack.svg")
    assert isinstance(found, Finding)
    assert (found.rule.code, found.place.line) == ("M106", line)


def test_a_drawing_has_its_size() -> None:
    drawing = (
        f'{HEAD}<title>Barst</title><rect x="1" y="2" width="3" height="4" fill="#fff"/><text x="5">&amp;</text></svg>'
    )
    assert read_picture("crack", drawing, "crack.svg") == PictureFile("crack", drawing, 320, 180)


def put(courses: Path, line: str) -> list[str]:
    """The findings once a line stands in the lesson, by code."""
    (courses / "pictures").mkdir(exist_ok=True)
    (courses / "pictures/crack.svg").write_text(f'{HEAD}<circle cx="9" cy="9" r="5"/></svg>', encoding="utf-8")
    lesson = courses / "modules/look-twice/nl.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("Tel na.", line), encoding="utf-8")
    return [found.rule.code for found in check_courses(courses).report.findings if found.rule.code.startswith("M")]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("![Een barst](../../pictures/crack.svg)", []),
        ("![](../../pictures/crack.svg)", ["M105"]),
        ("![Een barst](../../pictures/krack.svg)", ["M107"]),
        ("Kijk: ![Een barst](../../pictures/crack.svg)", ["M103"]),
        ("- ![Een barst](../../pictures/crack.svg)", ["M103"]),
        ("![Een barst](https://example.org/crack.svg)", ["M103"]),
        ("![Een barst](../../pictures/../../crack.svg)", ["M103"]),
        ("![Een barst](crack.svg)", ["M103"]),
    ],
)
def test_a_picture_stands_alone_is_ours_and_says_what_it_shows(courses: Path, line: str, codes: list[str]) -> None:
    assert put(courses, line) == codes


def test_a_lesson_holds_its_picture(courses: Path) -> None:
    put(courses, "![Een barst\naan het gat](../../pictures/crack.svg)")
    checked = check_courses(courses).reading.checked
    assert checked
    shown = [block for _, block in checked.catalogue.placed_blocks() if isinstance(block, Picture)]
    assert shown == [Picture("crack", "Een barst aan het gat")]
