"""The recipes publish a site as safely as they say: the real nginx configuration in a real nginx, and a sub-path."""

import gzip
import http.client
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from houvast.site.safety import SECURITY_POLICY
from tests.conftest import ROOT, SMALL
from tests.e2e.test_first_minute import play
from tests.e2e.test_learning import LESSON, choose
from tests.nginx import Nginx, NoNginx, running

CONFIGURATION = ROOT / "recipes/nginx/nginx.conf"
NO_CACHE = "no-cache"
FOREVER = "public, max-age=31536000, immutable"
HEADERS = {
    "Content-Security-Policy": f"{SECURITY_POLICY}; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "nginx",
}
PLANTED = {
    ".git/config": "[core]",
    "nl/.htpasswd": "somebody",
    "nl/empty/notes.txt": "no page in this folder",
    "nl/plan.ics": "BEGIN:VCALENDAR",
}
"""Files that a site of ours does not hold yet, or that somebody left there."""


@pytest.fixture(scope="module")
def published(site: Path) -> Iterator[Path]:
    """A copy of the site that anybody on this machine may read, with more in it than a build puts there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site")
        for file, text in PLANTED.items():
            (folder / "site" / file).parent.mkdir(exist_ok=True)
            (folder / "site" / file).write_text(text)
        yield folder / "site"


@pytest.fixture(scope="module")
def nginx(published: Path) -> Iterator[Nginx]:
    try:
        with running(CONFIGURATION, {"/srv/houvast": str(published)}) as nginx:
            yield nginx
    except NoNginx as problem:
        pytest.fail(str(problem), pytrace=False)


class Answer:
    """What nginx answered to one request."""

    def __init__(self, nginx: Nginx, uri: str, method: str = "GET", body: str | None = None, **headers: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", nginx.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, uri, body, named)
        response = connection.getresponse()
        self.status = response.status
        self.headers = response.headers
        self.content = response.read()
        connection.close()

    def assert_safe(self, cached: str = NO_CACHE) -> None:
        """Every header is there, once, and as it should be."""
        for name, value in {**HEADERS, "Cache-Control": cached}.items():
            assert self.headers.get_all(name) == [value], name
        (permissions,) = self.headers.get_all("Permissions-Policy") or []
        assert {"camera=()", "geolocation=()", "microphone=()"} <= set(permissions.split(", "))


def hashed(published: Path) -> str:
    (stylesheet,) = (published / "nl/assets/stylesheets").glob("main.*.min.css")
    return f"/nl/assets/stylesheets/{stylesheet.name}"


@pytest.mark.parametrize(
    ("uri", "status", "kind"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/nl/", 200, "text/html; charset=utf-8"),
        ("/nl/recruiter/calm/trust-but-check/", 200, "text/html; charset=utf-8"),
        ("/nl/story/?a=b", 200, "text/html; charset=utf-8"),
        ("/nl/assets/houvast/question.js", 200, "text/javascript; charset=utf-8"),
        ("/nl/assets/houvast/houvast.css", 200, "text/css; charset=utf-8"),
        ("/nl/assets/houvast/icon.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/nl/assets/houvast/icon-192.png", 200, "image/png"),
        ("/sw.js", 200, "text/javascript; charset=utf-8"),
        ("/nl/plan.ics", 200, "text/calendar; charset=utf-8"),
        ("/nl/app.webmanifest", 200, "application/manifest+json"),
        ("/robots.txt", 200, "text/plain; charset=utf-8"),
        ("/nope", 404, "text/html; charset=utf-8"),
        ("/nl/assets/houvast/nope.js", 404, "text/html; charset=utf-8"),
        ("/nl/assets/stylesheets/main.00000000.min.css", 404, "text/html; charset=utf-8"),
    ],
)
def test_every_kind_of_file_has_all_headers(nginx: Nginx, uri: str, status: int, kind: str) -> None:
    for method in ("GET", "HEAD"):
        answer = Answer(nginx, uri, method)
        assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
        answer.assert_safe()


def test_every_error_has_all_headers_too(nginx: Nginx) -> None:
    tag = Answer(nginx, "/nl/").headers["ETag"]
    answers = {
        304: Answer(nginx, "/nl/", If_None_Match=tag),
        200: Answer(nginx, "/nl/", Range="bytes=999999999-"),
        412: Answer(nginx, "/nl/", If_Match='"another"'),
        405: Answer(nginx, "/nl/", "POST", "a=b"),
        413: Answer(nginx, "/nl/", "POST", "a" * 2000),
        414: Answer(nginx, "/" + "a" * 40_000),
        400: Answer(nginx, "/nl/", X_Long="a" * 40_000),
    }
    for status, answer in answers.items():
        assert answer.status == status
        answer.assert_safe()
    for method in ("PUT", "DELETE", "OPTIONS", "TRACE"):
        answer = Answer(nginx, "/nl/", method)
        assert answer.status == 405
        answer.assert_safe()


def test_what_is_no_http_is_refused_with_all_headers(nginx: Nginx) -> None:
    with socket.create_connection(("127.0.0.1", nginx.port), timeout=10) as connection:
        connection.sendall(b"GET /nl/\x00 HTTP/1.1\r\nHost: x\r\n\r\n")
        said = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
    assert said.startswith("HTTP/1.1 400 ")
    for name, value in HEADERS.items():
        assert f"\r\n{name}: {value}\r\n" in said


@pytest.mark.parametrize(
    "uri",
    [
        *("/.houvast.json", "/%2ehouvast.json", "//.houvast.json", "/nl/../.houvast.json"),
        *("/.git", "/.git/", "/.git/config", "/nl/.htpasswd", "/nl/empty/", "/404.html/"),
        *("/../../etc/passwd", "/nl/%2e%2e/%2e%2e/%2e%2e/etc/passwd"),
    ],
)
def test_what_nobody_should_see_is_not_there(nginx: Nginx, published: Path, uri: str) -> None:
    answer = Answer(nginx, uri)
    assert answer.status in {400, 404}
    answer.assert_safe()
    assert b"root:" not in answer.content
    if answer.status == 404:
        assert answer.content == (published / "404.html").read_bytes()


@pytest.mark.parametrize(
    ("uri", "there"),
    [("/nl", "/nl/"), ("//nl", "/nl/"), ("/nl/story?a=b", "/nl/story/?a=b"), ("/evil.example/..//nl", "/nl/")],
)
def test_a_folder_without_its_slash_stays_on_this_host(nginx: Nginx, uri: str, there: str) -> None:
    answer = Answer(nginx, uri, Host="evil.example")
    assert (answer.status, answer.headers["Location"]) == (301, there)
    answer.assert_safe()


def test_only_what_carries_a_hash_is_kept_for_long(nginx: Nginx, published: Path) -> None:
    answer = Answer(nginx, hashed(published))
    assert answer.status == 200
    answer.assert_safe(FOREVER)


def test_text_is_sent_small(nginx: Nginx, published: Path) -> None:
    for uri in ("/nl/", "/nl/assets/houvast/question.js", hashed(published)):
        small = Answer(nginx, uri, Accept_Encoding="gzip", Via="1.1 proxy")
        plain = Answer(nginx, uri)
        assert small.headers["Content-Encoding"] == "gzip"
        assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(small.content) == plain.content
        assert len(small.content) < len(plain.content) / 2


def test_https_is_asked_for_only_where_the_reader_has_it(nginx: Nginx) -> None:
    assert Answer(nginx, "/nl/").headers["Strict-Transport-Security"] is None
    for uri in ("/nl/", "/nope"):
        answer = Answer(nginx, uri, X_Forwarded_Proto="https")
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_every_file_of_a_site_has_a_type(published: Path) -> None:
    (listed,) = re.findall(r"types \{(.*?)\}", CONFIGURATION.read_text(encoding="utf-8"), re.DOTALL)
    known = {word.strip(";") for line in listed.splitlines() for word in line.split()[1:]}
    held = {path.suffix[1:] for path in published.rglob("*.*") if path.is_file() and "/." not in path.as_posix()}
    assert held <= known


def assert_a_learner_works(browser: Browser, address: str, scenario: str) -> None:
    """Click from the language choice through a path, a unit and a scenario; then get lost, and come back."""
    context = browser.new_context()
    said: list[str] = []
    statuses: dict[str, int] = {}
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("response", lambda response: statuses.update({response.url: response.status}))
    page = context.new_page()
    page.goto(address)
    page.locator("main a[hreflang=nl]").click()
    page.locator(".houvast-choice a").first.click()
    page.locator(".houvast-choice--preset a").click()
    page.locator("[data-resume]").click()
    choose(page.locator(LESSON).first, right=True)
    page.locator(".houvast-languages a").click()
    page.locator(".houvast-menu a[href$='library/']").click()
    page.locator(f"a[href*='{scenario}']").first.click()
    play(page)
    page.locator(".houvast-brand").click()
    page.wait_for_url(f"{address}en/")
    assert said == []
    assert set(statuses.values()) <= {200, 304}
    assert all(url.startswith(address) for url in statuses)
    page.goto(f"{address}nl/nope/nope/")
    assert statuses[page.url] == 404
    expect(page.locator("svg").first).to_be_visible()
    page.locator("main a").first.click()
    page.wait_for_url(f"{address}nl/")
    assert [url for url, status in statuses.items() if status >= 400] == [f"{address}nl/nope/nope/"]
    context.close()


def test_a_learner_works_behind_it(nginx: Nginx, browser: Browser) -> None:
    assert_a_learner_works(browser, nginx.address, "job-ad-in-three-minutes")


def test_no_other_site_shows_it_in_a_frame(nginx: Nginx, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><iframe src='{nginx.address}nl/'></iframe>")
    other = SiteServer(tmp_path, 0, reload=False)
    page = browser.new_page()
    with other.running(), page.expect_console_message(lambda message: "frame-ancestors 'none'" in message.text):
        page.goto(other.address)
    page.close()


def test_nothing_is_written_of_who_reads_what(nginx: Nginx) -> None:
    for uri in ("/nl/", "/nope", "/.git/config", "/nl/empty/", "/" + "a" * 40_000):
        Answer(nginx, uri)
    assert nginx.log.read_text(encoding="utf-8") == ""


def test_the_guide_names_every_header() -> None:
    guide = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"(?m)^\| `([A-Z][\w-]+)` \| (.+?) \|", guide))
    sent = set(re.findall(r"add_header (\S+) ", CONFIGURATION.read_text(encoding="utf-8")))
    assert named.keys() == sent - {"Cache-Control"}
    for name in HEADERS.keys() - {"Content-Security-Policy", "Server"}:
        assert named[name] == f"`{HEADERS[name]}`"


def gixy(configuration: Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "gixy", str(configuration)]
    return subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)


def test_a_reader_of_configurations_finds_nothing(tmp_path: Path) -> None:
    done = gixy(CONFIGURATION)
    assert done.returncode == 0, done.stdout + done.stderr
    broken = CONFIGURATION.read_text(encoding="utf-8").replace("return 404;", 'add_header X-Own "1"; return 404;')
    (tmp_path / "broken.conf").write_text(broken, encoding="utf-8")
    done = gixy(tmp_path / "broken.conf")
    assert done.returncode == 1
    assert "add_header_redefinition" in done.stdout


def test_it_works_below_an_address(browser: Browser, tmp_path: Path) -> None:
    """As on GitHub Pages: the site stands at /leren/, and 404.html answers for whatever is missing below it."""
    build(SMALL, tmp_path / "site", tmp_path / "build", EVERYTHING)
    server = SiteServer(tmp_path / "site", 0, "/leren/", reload=False)
    with server.running():
        assert_a_learner_works(browser, server.address, "short-way")
