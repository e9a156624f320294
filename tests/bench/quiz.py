"""A page with ten questions, ours beside the same ten made with mkdocs-quiz in stock Material."""

import functools
import http.server
import shutil
import statistics
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Browser, sync_playwright

from houvast.model import Catalogue, ChoiceForm, Question, placeholders_in
from houvast.page.markdown import blocks_markdown, inline_markdown
from houvast.pipeline import EVERYTHING, build
from tests.chromium import find_chromium
from tests.conftest import SMALL

QUESTIONS = 10
RUNS = 7
SLOWER = 4
"""The processor of the browser is slowed down by so much: about a cheap phone."""

OURS = "nl/library/ten/"

ANSWER_OURS = """() => {
  const one = document.querySelector("houvast-question");
  const button = one?.querySelector("button[type=submit]");
  if (!button || button.hidden) return false;
  if (!one.dataset.state) { one.querySelector("input").click(); button.click(); }
  return Boolean(one.dataset.state);
}"""
ANSWER_THEIRS = """() => {
  const one = document.querySelector(".quiz");
  const feedback = one?.querySelector(".quiz-feedback");
  if (!feedback) return false;
  const option = one.querySelector("input");
  if (feedback.classList.contains("hidden")) { option.checked = false; option.click(); }
  return !feedback.classList.contains("hidden");
}"""
UNTIL = """(() => {
  const answer = %s;
  const look = () => {
    if (answer()) document.documentElement.dataset.answered = String(performance.now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def ten_questions(catalogue: Catalogue) -> list[Question]:
    """The first ten questions of the courses with one right option that every site could ask."""
    found: list[Question] = []
    for module in catalogue.modules.values():
        found += [question for _, question in module.placed_questions("nl") if _is_plain(question)]
    return found[:QUESTIONS]


def _is_plain(question: Question) -> bool:
    is_single = isinstance(question.form, ChoiceForm) and not question.form.takes_several
    return is_single and not question.critical and not list(placeholders_in((question,)))


def our_site(questions: list[Question], folder: Path) -> Path:
    """The small site with a module of these questions."""
    courses = Path(shutil.copytree(SMALL, folder / "courses"))
    module = courses / "modules/ten"
    shutil.copytree(courses / "modules/own-story", module)
    lesson = "\n\n".join(["# Ons verhaal", *(_ours(question) for question in questions)])
    organisation = courses / "organisation.yml"
    organisation.write_text(organisation.read_text(encoding="utf-8").replace(", en: all", ""), encoding="utf-8")
    (module / "nl.md").write_text(lesson + "\n", encoding="utf-8")
    build(courses, folder / "ours", folder / "work", EVERYTHING)
    return folder / "ours"


def their_site(questions: list[Question], folder: Path) -> Path:
    """Stock Material with mkdocs-quiz: no search and no fonts of others, which would only make it heavier."""
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("\n\n".join(["# Tien vragen", *map(_theirs, questions)]) + "\n", encoding="utf-8")
    settings: dict[str, object] = {
        "site_name": "quiz",
        "docs_dir": str(docs),
        "site_dir": str(folder / "theirs"),
        "theme": {"name": "material", "font": False},
        "plugins": ["mkdocs_quiz"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    mkdocs_build(load_config(str(folder / "mkdocs.yml")))
    return folder / "theirs"


def _ours(question: Question) -> str:
    assert isinstance(question.form, ChoiceForm)
    lines = [f"### {inline_markdown(question.stem)}", "", f"<!-- id: bench-{question.id} -->", ""]
    lines += [blocks_markdown(question.case), ""] if question.case else []
    for option in question.form.options:
        lines.append(f"- [{'x' if option.correct else ' '}] {inline_markdown(option.pieces)}")
        lines += [f"    > {line}".rstrip() for line in blocks_markdown(option.rationale).splitlines()]
    return "\n".join(lines)


def _theirs(question: Question) -> str:
    assert isinstance(question.form, ChoiceForm)
    lines = ["<quiz>", inline_markdown(question.stem), "", blocks_markdown(question.case), ""]
    options = question.form.options
    lines += [f"- [{'x' if option.correct else ' '}] {inline_markdown(option.pieces)}" for option in options]
    return "\n".join([*lines, "", *(blocks_markdown(option.rationale) + "\n" for option in options), "</quiz>"])


def ready_after(sites: Mapping[str, tuple[Path, str, str]]) -> dict[str, float]:
    """Milliseconds from the request of a page to its first answer with a verdict, the median of some visits each.

    Every visit has an empty cache; the sites take turns, so that noise of the machine meets both.
    """
    flags = ["--no-sandbox", "--disable-gpu"]
    spent: dict[str, list[float]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        for _ in range(RUNS):
            for name, (folder, uri, answer) in sites.items():
                with served(folder) as address:
                    spent[name].append(_visit(browser, address + uri, answer))
        browser.close()
    return {name: statistics.median(times) for name, times in spent.items()}


def _visit(browser: Browser, address: str, answer: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(UNTIL % answer)
    page.goto(address)
    spent = float(page.locator("html[data-answered]").get_attribute("data-answered") or 0)
    context.close()
    return spent


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The files of a folder over HTTP, without a word."""
    handler: Callable[..., Quiet] = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, keeps the connection and sends at once, as real servers do, and says nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""
