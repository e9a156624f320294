"""Read an SVG, and refuse all that is not a shape or a word: what a browser could run or load, and what has no size."""

import re
from collections.abc import Mapping
from xml.parsers import expat

from houvast.diagnostics import Finding, Place
from houvast.model import PictureFile
from houvast.source.rules import UNSAFE_PICTURE

LARGEST = 24 * 1024
"""Bytes. A simple drawing has two or three thousand; it comes along with every path that shows it."""

ELEMENTS = frozenset(
    "circle desc ellipse g line path polygon polyline rect svg text title tspan".split()  # noqa: SIM905
)
ATTRIBUTES = frozenset(
    """xmlns viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points transform fill fill-opacity fill-rule opacity
    stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray font-family font-size font-weight
    text-anchor dx dy""".split()  # noqa: SIM905
)
SVG = "http://www.w3.org/2000/svg"
VIEW_BOX = re.compile(r"^0 0 ([1-9]\d{0,3}) ([1-9]\d{0,3})$")


class _Refused(Exception):
    """What is wrong, told to an author."""


def read_picture(name: str, text: str, shown: str) -> PictureFile | Finding:
    """A picture, or what is wrong with it and where. `shown` is the path an author knows."""
    parser = expat.ParserCreate()
    sizes: list[tuple[int, int]] = []

    def start(element: str, attributes: Mapping[str, str]) -> None:
        if element not in ELEMENTS:
            raise _Refused(f"`<{element[:40]}>` is no shape and no text")
        for attribute, value in attributes.items():
            if attribute not in ATTRIBUTES or "url(" in value.lower():
                raise _Refused(f"`{attribute[:40]}` of `<{element}>` is not for a plain drawing")
        if not sizes:
            sizes.append(_size(element, attributes))

    def refuse(*_: object) -> None:
        raise _Refused("a declaration or instruction: an SVG of ours has none")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    try:
        if len(text.encode()) > LARGEST:
            raise _Refused(f"it is larger than {LARGEST // 1024} KB")
        parser.Parse(text, True)
    except (_Refused, expat.ExpatError) as problem:
        message = str(problem) if isinstance(problem, _Refused) else "this is not XML"
        return Finding.of(UNSAFE_PICTURE, Place(shown, parser.CurrentLineNumber), message)
    return PictureFile(name, text, *sizes[0])


def _size(element: str, attributes: Mapping[str, str]) -> tuple[int, int]:
    if element != "svg" or attributes.get("xmlns") != SVG:
        raise _Refused(f'it does not begin with `<svg xmlns="{SVG}">`')
    if not (found := VIEW_BOX.match(attributes.get("viewBox", ""))):
        raise _Refused('it has no size: give `<svg>` a `viewBox="0 0 320 180"` in whole numbers')
    return int(found[1]), int(found[2])
