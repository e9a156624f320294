"""The texts of a file as pieces to translate, and the same file with them put back: all else stays where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from houvast.model.slug import github_slug
from houvast.propose.plain import fold, inert, quoted
from houvast.source.lesson import read_lesson, read_variant
from houvast.source.plot import read_plot

FENCE = re.compile(r"^\s*(```+|~~~+)\s*(\w*)")
COMMENT = re.compile(r"^\s*<!--.*-->\s*$")
RULED = re.compile(r"^[\s|:*_-]*$")
PREFIX = re.compile(r"^(?:\s*>\s?)*\s*(?:#{1,6}\s+|(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?(?:Hint(?: \d)?:\s+)?")
REMARK = re.compile(r"\s*<!--.*?-->\s*$")
KEPT = re.compile(r"\\[^\w\s]|\{\{[^{}]*\}\}|`[^`]*`|\[\[[^\[\]]*\]\]|\]\([^()\s]*\)|!\[|\[")
MARK = re.compile(r"\[(\d+)\]")
STARS = re.compile(r"\*+")
SPLIT = re.compile(r"(\[\d+\]|\*+)")
ANCHOR = re.compile(r"\]\(#([^()\s]+)\)")
BANKS = {"nl": "## Vragenbank", "en": "## Question bank"}
"""The heading above a question bank, by language: it is read, so it is not translated freely."""
BANK = re.compile(rf"^(?:{'|'.join(map(re.escape, BANKS.values()))})\s*$", re.MULTILINE)
TRANSLATES = re.compile(r"^<!-- translates: .* -->$")
LOCALE = re.compile(r"^[a-z]{2}(?:-[a-z]{2})?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a file as it is sent: with marks such as [1] where something stays as it is."""

    text: str
    kept: tuple[str, ...]
    start: int
    end: int
    in_code: bool = False
    in_cell: bool = False

    def back(self, translated: str) -> str:
        """The translation as Markdown that says just that, with what was kept in its place."""
        told = fold(translated)
        if self.in_code:
            return told
        keeps_stars = STARS.findall(self.text) == STARS.findall(told)
        return "".join(
            self._written(part, keeps_stars=keeps_stars, begins=index == 0 and not self.in_cell)
            for index, part in enumerate(SPLIT.split(told))
        )

    def _written(self, part: str, *, keeps_stars: bool, begins: bool) -> str:
        """A part as Markdown. What only means something at the beginning of a line is escaped there alone."""
        mark = MARK.fullmatch(part)
        if mark and 0 < int(mark[1]) <= len(self.kept):
            return self.kept[int(mark[1]) - 1]
        return part if keeps_stars and STARS.fullmatch(part) else inert(part) if begins else inert(f".{part}")[1:]


def markdown_pieces(text: str) -> list[Piece]:
    """Every text of a lesson or plot, in order: headings, paragraphs, options, reasons, cells, the words of links."""
    pieces: list[Piece] = []
    fence, at = "", 0
    for line in text.split("\n"):
        opened = FENCE.match(line)
        if opened and (not fence or line.strip() == fence):
            fence = "" if fence else opened[1]
        elif fence:
            pieces += [_piece(line, at, 0, len(line), in_code=True)] if line.strip() else []
        elif not COMMENT.match(line) and not RULED.match(line) and line.strip() not in BANKS.values():
            pieces += _line_pieces(line, at)
        at += len(line) + 1
    return pieces


def _line_pieces(line: str, at: int) -> list[Piece]:
    end = len(REMARK.sub("", line))
    if line.lstrip(" >").startswith("|"):
        cells = re.finditer(r"(?<=\|)\s*([^|]*?)\s*(?=\|)", line[:end])
        return [_piece(line, at, cell.start(1), cell.end(1), in_cell=True) for cell in cells if cell[1]]
    found = PREFIX.match(line)
    start = found.end() if found else 0
    return [_piece(line, at, start, end)] if line[start:end].strip() else []


def _piece(line: str, at: int, start: int, end: int, *, in_code: bool = False, in_cell: bool = False) -> Piece:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"[{len(kept)}]"

    text = line[start:end]
    return Piece(text if in_code else KEPT.sub(keep, text), tuple(kept), at + start, at + end, in_code, in_cell)


def translated_markdown(text: str, pieces: Sequence[Piece], texts: Sequence[str], to: str) -> str:
    """The text with every piece in the language `to`; links within it lead to the headings as they are now."""
    written = put_back(
        text, [(piece.start, piece.end, piece.back(one)) for piece, one in zip(pieces, texts, strict=True)]
    )
    written = BANK.sub(BANKS.get(to, BANKS["en"]), written)
    before, after = _anchors(text), _anchors(written)
    moved = dict(zip(before, after, strict=True))
    return ANCHOR.sub(lambda found: f"](#{moved.get(found[1], found[1])})", written)


def _anchors(text: str) -> list[str]:
    """Where GitHub's links to the headings of a text lead."""
    headings = re.findall(r"^#{1,6}\s+(.*?)\s*$", text, re.MULTILINE)
    return [github_slug(re.sub(r"\\(.)", r"\1", heading)) for heading in headings]


def put_back(text: str, changes: Sequence[tuple[int, int, str]]) -> str:
    """A text with stretches of it replaced."""
    for start, end, new in sorted(changes, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in YAML that is not there yet in some language: what it says, and where the new one goes."""

    text: str
    at: int
    before: str
    after: str

    def written(self, locale: str, translated: str) -> tuple[int, int, str]:
        """The change that adds it."""
        return (self.at, self.at, f"{self.before}{locale}: {quoted(fold(translated))}{self.after}")


def yaml_entries(text: str, source: str, to: str) -> list[Entry]:
    """Every text of a YAML file that is there in the source language and not in the other."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return sorted(_entries(root, text, source, to), key=lambda entry: entry.at) if root else []


def _entries(node: yaml.Node, text: str, source: str, to: str) -> list[Entry]:
    if isinstance(node, yaml.SequenceNode):
        return [entry for one in node.value for entry in _entries(one, text, source, to)]
    if not isinstance(node, yaml.MappingNode):
        return []
    held = {key.value: value for key, value in node.value}
    is_text = all(LOCALE.match(key) for key in held) and isinstance(held.get(source), yaml.ScalarNode)
    if not is_text:
        return [entry for value in held.values() for entry in _entries(value, text, source, to)]
    if to in held:
        return []
    said = held[source].value
    if node.flow_style:
        return [Entry(said, len(text[: node.end_mark.index - 1].rstrip()), ", ", "")]
    indent = " " * node.value[0][0].start_mark.column
    return [Entry(said, len(text[: node.value[-1][1].end_mark.index].rstrip()), f"\n{indent}", "")]


def target_of(file: str, source: str, to: str) -> str:
    """Where the translation of a file stands: in the same file, where that holds every language."""
    return file if file.endswith(".yml") else f"{file.removesuffix(f'{source}.md')}{to}.md"


def with_digest(file: str, source: str, translated: str) -> str:
    """A translated text that names the digest of what it translates, under its title, as `houvast check` wants it."""
    if not file.endswith(".md"):
        return translated
    title, _, rest = translated.partition("\n")
    lines = [line for line in rest.lstrip("\n").split("\n") if not TRANSLATES.match(line)]
    text = "\n".join(lines).lstrip("\n")
    return f"{title}\n\n<!-- translates: {_digest(file, source)} -->\n\n{text}"


def _digest(file: str, text: str) -> str:
    if file.startswith("scenarios/"):
        return read_plot(text, file, file).value.digest
    if "/for/" in file:
        return read_variant(text, file, file).value.digest
    return read_lesson(text, file, file).value.digest
