"""Have files translated: their texts in runs that one call can hold, and the files that come of them."""

from collections.abc import Iterator, Mapping, Sequence

from houvast.draft.call.request import Request
from houvast.draft.recipe import LANGUAGES, Made, Part, Recipe, prompt
from houvast.draft.translate import markdown_pieces, put_back, target_of, translated_markdown, yaml_entries
from houvast.draft.wire import Translated, Wire

MOST_TEXTS, MOST_SIGNS = 12, 1600
TOKENS_PER_SIGN = 0.8
TOKENS_PER_TEXT = 30


def translation_parts(recipe: Recipe, files: Mapping[str, str], to: str) -> list[Part]:
    """A call for every run of texts of these files that are not there in `to`."""
    parts = []
    for file, text in _wanted(recipe, files):
        target = target_of(file, recipe.brief.locale, to)
        texts = _texts(recipe, file, text, to)
        for number, run in enumerate(_runs(texts), start=1):
            name = f"{to}-{recipe.names.made(target.replace('/', ' ').replace('.', ' '), f'text-{number}')}"
            parts.append(Part(name, "text", target, _request(recipe, run, to, f"{target}, part {number}"), tuple(run)))
    return parts


def translation_files(recipe: Recipe, files: Mapping[str, str], to: str, made: Sequence[Made]) -> Mapping[str, str]:
    """The files in the other language. One of which a part did not come is left out whole."""
    written: dict[str, str] = {}
    for file, text in _wanted(recipe, files):
        target = target_of(file, recipe.brief.locale, to)
        runs = [one for one in made if one.part.kind == "text" and one.part.file == target]
        texts = [said for one in runs if isinstance(one.value, Translated) for said in one.value.texts]
        wanted = _texts(recipe, file, text, to)
        if not wanted or len(texts) != len(wanted):
            continue
        if file.endswith(".yml"):
            entries = yaml_entries(text, recipe.brief.locale, to)
            changes = [entry.written(to, said) for entry, said in zip(entries, texts, strict=True)]
            written[target] = put_back(text, changes)
        else:
            written[target] = translated_markdown(text, markdown_pieces(text), texts, to)
    return written


def _wanted(recipe: Recipe, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files that hold texts of the source language."""
    ending = f"{recipe.brief.locale}.md"
    for file, text in sorted(files.items()):
        if file.endswith((".yml", f"/{ending}", f".{ending}")):
            yield file, text


def _texts(recipe: Recipe, file: str, text: str, to: str) -> list[str]:
    if file.endswith(".yml"):
        return [entry.text for entry in yaml_entries(text, recipe.brief.locale, to)]
    return [piece.text for piece in markdown_pieces(text)]


def _runs(texts: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for text in texts:
        if run and (len(run) == MOST_TEXTS or sum(map(len, run)) + len(text) > MOST_SIGNS):
            yield run
            run = []
        run.append(text)
    if run:
        yield run


def _request(recipe: Recipe, run: Sequence[str], to: str, item: str) -> Request[Wire]:
    tokens = round(sum(map(len, run)) * TOKENS_PER_SIGN) + TOKENS_PER_TEXT * len(run)
    data = {"write_in": LANGUAGES.get(to, to), "texts": list(run)}
    return Request(item, recipe.brief.file, prompt("translation/v1"), data, Translated, tokens)
