"""Draw the icons of the app from the mark in icon.svg: `python -m tests.site.icons` writes them anew."""

import math
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ASSETS = Path(__file__).parent.parent.parent / "site_theme/assets/houvast"
VIEW = 32
GROUND = (0x17, 0x59, 0x4C)
INK = (0xFB, 0xF8, 0xF2)
CORNER = 7.0
STROKE = 2.8
Point = tuple[float, float]
LINES: tuple[tuple[Point, ...], ...] = (
    ((8, 25), (8, 13.5)),
    ((8, 13.5), (8, 10.5), (10.5, 8), (13.5, 8)),
    ((13.5, 8), (16.5, 8), (19, 10.5), (19, 13.5)),
    ((19, 13.5), (19, 19)),
    ((19, 19), (19, 21.6), (20.8, 23.5), (23.2, 23.5)),
    ((23.2, 23.5), (23.9, 23.5), (24.5, 23.4), (25, 23.1)),
)
"""The path of icon.svg, as lines and cubic curves between points."""

ICONS = {"icon-192.png": (192, False), "icon-512.png": (512, False), "icon-maskable-512.png": (512, True)}
"""Each icon with its width in pixels, and whether it fills its square, so that a phone may cut any shape of it."""


def pixels(size: int, is_maskable: bool) -> bytes:
    """Rows of red, green, blue and opacity. A maskable icon keeps the mark in the circle that is never cut."""
    scale = size / VIEW
    shrink = 0.9 if is_maskable else 1.0
    ink = bytearray(size * size)
    for start, end in _segments():
        a, b = (tuple((VIEW / 2 + (value - VIEW / 2) * shrink) * scale for value in point) for point in (start, end))
        _paint(ink, size, (a[0], a[1]), (b[0], b[1]), STROKE * shrink * scale / 2)
    rows = bytearray()
    for index, share in enumerate(ink):
        y, x = divmod(index, size)
        colour = (round(low + (high - low) * share / 255) for low, high in zip(GROUND, INK, strict=True))
        rows += bytes((*colour, 255 if is_maskable else _inside(x + 0.5, y + 0.5, size, CORNER * scale)))
    return bytes(rows)


def _segments() -> Iterator[tuple[Point, Point]]:
    for points in LINES:
        drawn = [_at(points, step / 24) for step in range(25)] if len(points) == 4 else list(points)
        yield from pairwise(drawn)


def _at(points: tuple[Point, ...], t: float) -> Point:
    """A point of a cubic Bézier curve."""
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
    return x, y


def _paint(ink: bytearray, size: int, a: Point, b: Point, radius: float) -> None:
    """Draw a line with round ends, its edge one pixel soft."""
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    reach = radius + 1
    for y in range(max(0, int(min(a[1], b[1]) - reach)), min(size, int(max(a[1], b[1]) + reach) + 1)):
        for x in range(max(0, int(min(a[0], b[0]) - reach)), min(size, int(max(a[0], b[0]) + reach) + 1)):
            along = ((x + 0.5 - a[0]) * (b[0] - a[0]) + (y + 0.5 - a[1]) * (b[1] - a[1])) / length
            along = min(1.0, max(0.0, along))
            away = math.hypot(x + 0.5 - a[0] - along * (b[0] - a[0]), y + 0.5 - a[1] - along * (b[1] - a[1]))
            share = round(255 * min(1.0, max(0.0, radius + 0.5 - away)))
            ink[y * size + x] = max(ink[y * size + x], share)


def _inside(x: float, y: float, size: int, corner: float) -> int:
    """How opaque a pixel of a square with round corners is."""
    dx = max(corner - x, x - (size - corner), 0.0)
    dy = max(corner - y, y - (size - corner), 0.0)
    return round(255 * min(1.0, max(0.0, corner + 0.5 - math.hypot(dx, dy))))


def png(size: int, held: bytes) -> bytes:
    """Pixels as a PNG file."""
    rows = b"".join(b"\x00" + held[start : start + size * 4] for start in range(0, len(held), size * 4))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def pixels_in(file: bytes) -> bytes:
    """The pixels of a PNG file that `png` wrote."""
    size, at, data = struct.unpack(">I", file[16:20])[0], 8, b""
    while at < len(file):
        length, kind = struct.unpack(">I4s", file[at : at + 8])
        data += file[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    rows = zlib.decompress(data)
    return b"".join(rows[start + 1 : start + 1 + size * 4] for start in range(0, len(rows), size * 4 + 1))


if __name__ == "__main__":
    for name, (width, full) in ICONS.items():
        (ASSETS / name).write_bytes(png(width, pixels(width, full)))
