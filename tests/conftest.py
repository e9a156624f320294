"""What the tests share: one build of the real courses per run, its server, a browser, a page that forgives nothing."""

import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from houvast.model import Catalogue
from houvast.pipeline import EVERYTHING, build, catalogue_of
from houvast.site import SiteServer
from houvast.site import server as serving
from tests.chromium import NoBrowser, find_chromium
from tests.real import Pages, pages_of, real_catalogue

# Machines that run this are slow and shared: no test is about seconds.
settings.register_profile("houvast", deadline=None)
settings.load_profile("houvast")
PATIENCE = 30_000
"""Milliseconds that a page has for what it owes."""
expect.set_options(timeout=PATIENCE)

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests/cases/small"


def pytest_xdist_auto_num_workers() -> int:
    """One for each core, and one that works while the others wait for their browsers."""
    return 1 + (os.cpu_count() or 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew, to be read in the diff")


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """A small catalogue that only changes when a test asks for it."""
    return catalogue_of(SMALL)


@pytest.fixture(scope="session")
def real() -> Catalogue:
    """The courses that come with Houvast."""
    return real_catalogue()


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    """A copy of the small courses, to break."""
    return Path(shutil.copytree(SMALL, tmp_path / "courses"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for what is made once for the whole run, also where several workers share the tests."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def real_pages(shared: Path, real: Catalogue) -> Pages:
    """The pages of the courses that come with Houvast."""
    kept = shared / "pages.pickle"
    with FileLock(f"{kept}.lock"):
        if not kept.is_file():
            kept.write_bytes(pickle.dumps(pages_of(real)))
        pages: Pages = pickle.loads(kept.read_bytes())
    return pages


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The site of the real courses."""
    folder = shared / "real"
    with FileLock(f"{folder}.lock"):
        if not (folder / "site").is_dir():
            build(ROOT / "courses", folder / "site", folder / "build", EVERYTHING)
    return folder / "site"


class _KeptHandler(serving._Handler):
    """One request; what no test changes, a browser may keep."""

    def send_header(self, keyword: str, value: str) -> None:
        is_kept = keyword == "Cache-Control" and "/assets/" in self.path
        super().send_header(keyword, "max-age=3600" if is_kept else value)


class KeptServer(SiteServer):
    """The server of a site that stays as it is: a second page asks for what the first did not bring."""

    def __init__(self, site: Path, base: str = "/") -> None:
        super().__init__(site, 0, base, reload=False)
        self.RequestHandlerClass = partial(_KeptHandler, directory=str(site))


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    """The site at `/`."""
    server = KeptServer(site)
    with server.running():
        yield server


@pytest.fixture(scope="session")
def server_below(site: Path) -> Iterator[SiteServer]:
    """The same files at `/houvast/`."""
    server = KeptServer(site, "/houvast/")
    with server.running():
        yield server


@pytest.fixture(scope="session")
def browser(shared: Path) -> Iterator[Browser]:
    try:
        # One worker installs what is missing; the others find it then.
        with FileLock(shared / "browser.lock"):
            path = find_chromium()
    except NoBrowser as problem:
        pytest.exit(str(problem), returncode=1)
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    flags += ["--js-flags=--no-opt"]  # a page of a test is gone before what the optimising compiler costs comes back
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser: Browser, server: SiteServer, server_below: SiteServer) -> Iterator[NewContext]:
    """Make a browser context in which any console error, page error, CSP report or foreign request fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    def see(request: Request) -> None:
        if not request.url.startswith((server.address, server_below.address, "data:", "blob:")):
            complaints.append(f"request to another host: {request.url}")

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        context.on("console", hear)
        context.on("weberror", lambda error: complaints.append(f"page error: {error.error}"))
        context.on("request", see)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A page in a fresh browser context of a laptop."""
    return new_context(viewport={"width": 1280, "height": 900}).new_page()
