"""Without a network: a path that was visited works whole, in one version, and only what is ours is ever kept."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from houvast.pipeline import EVERYTHING, build
from houvast.site import SiteServer
from houvast.site import server as serving
from houvast.site.offline import LIST_FILE
from tests.conftest import PATIENCE, SMALL
from tests.e2e.flaws import flaws
from tests.e2e.settled import eventually
from tests.e2e.test_learning import LESSON, choose

PATH = "nl/clerk/brisk/"
UNIT = "nl/clerk/brisk/look-twice/"
BAR = ".houvast-newer"
PUBLISHED = "name: Kleine Maat\npublished: internal"


@dataclass
class Site:
    """Small courses of our own, the site that is made of them, and where it stands under a host."""

    courses: Path
    folder: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Change a text in the courses, and build again."""
        text = (self.courses / file).read_text(encoding="utf-8")
        assert old in text
        (self.courses / file).write_text(text.replace(old, new), encoding="utf-8")
        self.build()

    def build(self) -> None:
        """Make the site of what the courses are now."""
        build(self.courses, self.folder, self.courses.parent / f"build-{self.courses.name}", EVERYTHING)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site, published, built once; to be copied."""
    folder = tmp_path_factory.mktemp("published")
    site = Site(Path(shutil.copytree(SMALL, folder / "courses")), folder / "site")
    site.edit("organisation.yml", "name: Kleine Maat", PUBLISHED)
    return site


MakeSite = Callable[..., Site]


@pytest.fixture
def make_site(built: Site, tmp_path: Path) -> MakeSite:
    """Put a copy of the small site at a place under a host."""

    def make(place: str = "") -> Site:
        name = place.strip("/").replace("/", "-")
        courses = Path(shutil.copytree(built.courses, tmp_path / f"courses-{name}"))
        folder = tmp_path / "host" / place
        shutil.copytree(built.folder, folder, dirs_exist_ok=True)
        return Site(courses, folder)

    return make


@dataclass
class Host:
    """A server and what it was asked for; where it `misbehaves`, that answered the request."""

    server: SiteServer
    asked: list[str] = field(default_factory=list)
    misbehaves: Callable[[serving._Handler], bool] = lambda handler: False

    @property
    def address(self) -> str:
        return self.server.address


Serve = Callable[[Path], AbstractContextManager[Host]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serve a folder, and hear every request."""
    hosts: list[Host] = []
    get = serving._Handler.do_GET

    def hear(handler: serving._Handler) -> None:
        hosts[-1].asked.append(handler.path)
        if not hosts[-1].misbehaves(handler):
            get(handler)

    monkeypatch.setattr(serving._Handler, "do_GET", hear)

    @contextmanager
    def serve(folder: Path) -> Iterator[Host]:
        held = SiteServer(folder, 0, reload=False)
        hosts.append(Host(held))
        with held.running():
            yield hosts[-1]

    return serve


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def caches(page: Page) -> list[str]:
    """The names of all caches of this host."""
    return list(page.evaluate("caches.keys()"))


def kept(page: Page, path: str = PATH) -> list[str]:
    """The caches that hold the list of a path: those that are whole."""
    script = """async (end) => {
      const whole = [];
      for (const name of await caches.keys()) {
        const held = await (await caches.open(name)).keys();
        if (held.some((request) => request.url.endsWith(end))) whole.push(name);
      }
      return whole;
    }"""
    return list(page.evaluate(script, f"/{path}{LIST_FILE}"))


def registrations(page: Page) -> list[str]:
    """The scopes of the workers of this host."""
    script = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => new URL(one.scope).pathname))"
    return sorted(page.evaluate(script))


def visit(page: Page, address: str, path: str = PATH) -> None:
    """Open a path, until it is kept."""
    page.goto(address + path)
    eventually(lambda: len(kept(page, path)) == 1, f"{path} is not kept")


LOADS_SLOWLY = """{
  const register = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = async function (...where) {
    await new Promise((resolve) => Object.assign(window, { loaded: resolve }));
    return register.apply(this, where);
  };
}"""
"""Asks for a worker only when `loaded` is called."""


def bar_is_there(page: Page) -> None:
    expect(page.locator(BAR)).to_be_visible()
    expect(page.locator(f"{BAR} [role=status]")).not_to_be_empty()


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_path_that_was_visited_works_without_a_network(
    context: BrowserContext, make_site: MakeSite, serve: Serve, locale: str
) -> None:
    site = make_site("a/b")
    path = f"{locale}/clerk/brisk/"
    with serve(site.folder.parent.parent) as host:
        page = context.new_page()
        visit(page, f"{host.address}a/b/", path)
        assert registrations(page) == ["/a/b/"]
        context.set_offline(True)
        host.asked.clear()
        page.reload()
        units = page.locator(".houvast-step > a").evaluate_all("all => all.map((link) => link.href)")
        assert len(units) >= 4
        for unit in units:
            page.goto(unit)
            expect(page.locator("h1")).to_be_visible()
            assert page.locator("main").evaluate("one => getComputedStyle(one).fontFamily") != ""
        page.goto(f"{host.address}a/b/{path}look-twice/")
        choose(page.locator(LESSON).first, right=True)
        page.reload()
        expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")
        page.goto(f"{host.address}a/b/{locale}/")
        expect(page.locator("h1")).to_be_visible()
        # The browser looks for another worker by itself, also when the network is taken from its pages.
        assert set(host.asked) <= {"/a/b/sw.js"}
        context.set_offline(False)
        page.goto(f"{host.address}a/b/{path}look-twice/")
        expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")


@pytest.mark.parametrize(
    ("locale", "title"), [("nl", "Deze pagina staat niet op je toestel"), ("en", "This page is not on your device")]
)
def test_a_page_that_was_never_seen_says_so_and_leads_on(
    context: BrowserContext, make_site: MakeSite, serve: Serve, locale: str, title: str
) -> None:
    site = make_site("a")
    path = f"{locale}/clerk/brisk/"
    with serve(site.folder.parent) as host:
        page = context.new_page()
        visit(page, f"{host.address}a/", path)
        context.set_offline(True)
        unseen = f"{host.address}a/{locale}/operator/slow/look-twice/"
        page.goto(unseen)
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", locale)
        expect(page.locator("#path")).to_have_attribute("href", f"{host.address}a/{path}")
        expect(page.locator("#again")).to_have_attribute("href", unseen)
        page.set_viewport_size({"width": 320, "height": 700})
        assert flaws(page) == []
        page.locator("#path").click()
        page.wait_for_url(f"{host.address}a/{path}")
        page.goto(f"{host.address}a/")
        page.wait_for_url(f"{host.address}a/{locale}/")
        page.goto(unseen)
        expect(page.locator("#again")).to_be_visible()
        context.set_offline(False)
        page.wait_for_url(unseen)


@pytest.mark.parametrize("hostile", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/elsewhere/"])
def test_the_page_for_what_is_not_here_leads_nowhere_else(
    context: BrowserContext, make_site: MakeSite, serve: Serve, hostile: str
) -> None:
    with serve(make_site("a").folder.parent) as host:
        page = context.new_page()
        page.goto(f"{host.address}a/nl/offline.html#{hostile}")
        page.wait_for_load_state("networkidle")
        expect(page.locator("#again")).to_be_hidden()
        expect(page.locator("#path")).to_be_hidden()


def test_other_pages_are_kept_as_they_were_seen_last(
    context: BrowserContext, make_site: MakeSite, serve: Serve
) -> None:
    site = make_site()
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        page.goto(f"{host.address}nl/library/look-twice/")
        site.edit("modules/look-twice/nl.md", "Tel na.", "Tel nog eens.")
        page.reload()
        expect(page.locator("article")).to_contain_text("Tel nog eens.")
        eventually(lambda: any(name.endswith(" seen") for name in caches(page)), "nothing seen is kept")
        page.wait_for_timeout(300)
        context.set_offline(True)
        page.reload()
        expect(page.locator("article")).to_contain_text("Tel nog eens.")
        choose(page.locator(LESSON).first, right=True)


def test_a_newer_version_is_offered_and_the_old_stays_whole_until_the_reader_agrees(
    context: BrowserContext, make_site: MakeSite, serve: Serve
) -> None:
    site = make_site()
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        (old,) = kept(page)
        page.goto(host.address + UNIT)
        expect(page.locator(BAR)).to_be_hidden()
        site.edit("modules/look-twice/nl.md", "Tel na.", "Tel nog eens.")
        host.asked.clear()
        page.reload()
        choose(page.locator(LESSON).first, right=True)
        bar_is_there(page)
        expect(page.locator("article")).to_contain_text("Tel na.")
        expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")
        assert len(kept(page)) == 2
        changed = {asked for asked in host.asked if asked.endswith("/") or "assets" in asked}
        assert changed == {f"/{UNIT}"}
        page.goto(host.address + PATH)
        page.goto(host.address + UNIT)
        expect(page.locator("article")).to_contain_text("Tel na.")
        bar_is_there(page)
        other = context.new_page()
        other.goto(host.address + PATH)
        bar_is_there(other)
        with page.expect_navigation():
            page.locator(f"{BAR} [data-renew]").click()
        expect(page.locator("article")).to_contain_text("Tel nog eens.")
        expect(page.locator(LESSON).first).to_have_attribute("data-state", "correct")
        expect(page.locator(BAR)).to_be_hidden()
        (new,) = kept(page)
        assert new != old
        assert old not in caches(page)


def test_who_says_later_is_left_alone_and_has_the_new_version_at_the_next_visit(
    context: BrowserContext, make_site: MakeSite, serve: Serve
) -> None:
    site = make_site()
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        site.edit("modules/look-twice/nl.md", "Tel na.", "Tel nog eens.")
        page.goto(host.address + UNIT)
        bar_is_there(page)
        page.keyboard.press("End")
        page.locator(f"{BAR} [data-later]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(BAR)).to_be_hidden()
        expect(page.locator("#content")).to_be_focused()
        page.reload()
        expect(page.locator("article")).to_contain_text("Tel na.")
        page.wait_for_timeout(500)
        expect(page.locator(BAR)).to_be_hidden()
        elsewhere = context.new_page()
        page.close()
        elsewhere.goto(host.address + UNIT)
        expect(elsewhere.locator("article")).to_contain_text("Tel nog eens.")
        eventually(lambda: len(kept(elsewhere)) == 1, "the old version is still there")


def test_a_change_elsewhere_offers_nothing(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site()
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        before = (site.folder / "nl/operator/brisk" / LIST_FILE).read_bytes()
        text = (site.courses / "modules/first-steps/for/operator.nl.md").read_text(encoding="utf-8")
        word = text.split()[-1]
        site.edit("modules/first-steps/for/operator.nl.md", word, f"{word} Zo.")
        assert (site.folder / "nl/operator/brisk" / LIST_FILE).read_bytes() != before
        host.asked.clear()
        page.reload()
        eventually(lambda: f"/{PATH}{LIST_FILE}" in host.asked, "nobody asked for the list")
        page.wait_for_timeout(500)
        expect(page.locator(BAR)).to_be_hidden()
        assert len(kept(page)) == 1


def test_the_bar_is_for_everybody(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site()
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        site.edit("modules/look-twice/nl.md", "Tel na.", "Tel nog eens.")
        for scheme, width in (("light", 1280), ("dark", 320)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(host.address + UNIT)
            bar_is_there(page)
            assert flaws(page) == []


def test_the_last_two_paths_are_kept(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    with serve(make_site().folder) as host:
        page = context.new_page()
        for path in (PATH, "nl/clerk/slow/", "en/clerk/slow/"):
            visit(page, host.address, path)
        eventually(lambda: kept(page, PATH) == [], "three paths are kept")
        assert len(kept(page, "nl/clerk/slow/")) == 1
        host.asked.clear()
        page.goto(host.address + PATH)
        eventually(lambda: len(kept(page)) == 1, "it is not kept again")
        assert host.asked.count("/nl/assets/houvast/log.js") == 1  # the page itself


def test_what_is_not_the_file_itself_is_never_kept(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    """A login that redirects, a login in the place of the page, an error, and half of another version."""
    site = make_site()
    login = b"<!doctype html><html lang=nl><title>Login</title><h1>Login</h1></html>"
    mood = ""

    def misbehave(handler: serving._Handler) -> bool:
        if not mood or handler.path.endswith(("sw.js", "/login/")) or "/clerk/slow/" not in handler.path:
            return False
        if mood == "redirect":
            handler.send_response(HTTPStatus.FOUND)
            handler.send_header("Location", "/nl/login/")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
        elif mood == "error":
            handler.answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", login)
        elif mood == "login" or handler.path.endswith("look-twice/"):
            handler.answer(HTTPStatus.OK, "text/html", login)
        else:
            return False
        return True

    with serve(site.folder) as host:
        host.misbehaves = misbehave
        page = context.new_page()
        visit(page, host.address)
        slow = "nl/clerk/slow/"
        for mood in ("redirect", "error", "login", "half"):
            page.goto(f"{host.address}{slow}look-twice/")
            page.goto(f"{host.address}{slow}")
            script = "async (path) => (await navigator.serviceWorker.ready).active.postMessage({houvast: 'keep', path})"
            page.evaluate(script, slow)
            page.wait_for_timeout(600)
            assert kept(page, slow) == [], mood
            held = page.evaluate(
                """async () => {
                  const texts = [];
                  for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
                  }
                  return texts;
                }"""
            )
            assert not [text for text in held if "Login" in text], mood
        mood = ""
        visit(page, host.address, slow)


def test_the_switch_takes_the_worker_away_and_nothing_of_another_site(
    context: BrowserContext, make_site: MakeSite, serve: Serve, tmp_path: Path
) -> None:
    first, second = make_site("leren"), make_site("leren/meer")
    with serve(first.folder.parent) as host:
        page = context.new_page()
        visit(page, f"{host.address}leren/")
        visit(page, f"{host.address}leren/meer/", PATH)
        page.evaluate("caches.open('somebody else')")
        assert registrations(page) == ["/leren/", "/leren/meer/"]
        aside = second.folder.rename(tmp_path / "aside")
        first.edit("organisation.yml", PUBLISHED, f"{PUBLISHED}\noffline: false")
        aside.rename(second.folder)
        page.add_init_script(LOADS_SLOWLY)
        page.goto(f"{host.address}leren/{PATH}")
        eventually(lambda: registrations(page) == ["/leren/meer/"], "the worker is still there")
        eventually(
            lambda: all(name.startswith("houvast /leren/meer/ ") or name == "somebody else" for name in caches(page)),
            "its caches are still there",
        )
        assert "somebody else" in caches(page)
        assert any(name.startswith("houvast /leren/meer/ ") for name in caches(page))
        # A page of before the switch that loads slowly asks for its worker when that has gone already.
        page.evaluate("loaded()")
        page.wait_for_timeout(500)
        eventually(lambda: registrations(page) == ["/leren/meer/"], "the worker is back")
        page.goto(f"{host.address}leren/{PATH}")
        assert page.locator(BAR).count() == 0
        page.wait_for_timeout(500)
        assert registrations(page) == ["/leren/meer/"]


def test_a_worker_above_leaves_other_sites_alone(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site()
    (site.folder / "wiki").mkdir()
    (site.folder / "wiki/index.html").write_text("<!doctype html><title>Wiki</title><p>Ours too</p>")
    with serve(site.folder) as host:
        page = context.new_page()
        visit(page, host.address)
        page.goto(f"{host.address}wiki/")
        page.wait_for_timeout(300)
        held = page.evaluate(
            """async () => {
              const urls = [];
              for (const name of await caches.keys()) {
                urls.push(...(await (await caches.open(name)).keys()).map((request) => request.url));
              }
              return urls;
            }"""
        )
        assert held
        assert not [url for url in held if "/wiki/" in url]


def test_in_a_frame_nothing_is_kept(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site("course")
    shell = site.folder.parent / "shell.html"
    shell.write_text(f"<!doctype html><title>LMS</title><iframe src='course/{PATH}'></iframe>")
    with serve(site.folder.parent) as host:
        page = context.new_page()
        page.goto(f"{host.address}shell.html")
        page.wait_for_load_state("networkidle")
        expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
        page.wait_for_timeout(500)
        assert registrations(page) == []
        assert caches(page) == []


def test_on_a_shared_computer_nothing_is_kept_and_what_was_is_taken_away(
    context: BrowserContext, make_site: MakeSite, serve: Serve
) -> None:
    with serve(make_site("a").folder.parent) as host:
        page = context.new_page()
        visit(page, f"{host.address}a/")
        page.evaluate("caches.open('houvast /other/ state')")
        mark = "document.documentElement.toggleAttribute('data-shared', true)"
        page.add_init_script(f"addEventListener('DOMContentLoaded', () => {mark})")
        page.reload()
        eventually(lambda: caches(page) == ["houvast /other/ state"], "what was kept is still there")
        page.goto(f"{host.address}a/{UNIT}")
        page.wait_for_timeout(500)
        assert registrations(page) == []
        assert caches(page) == ["houvast /other/ state"]


def test_who_writes_never_sees_an_old_page(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site()
    page = context.new_page()
    with serve(site.folder) as host:
        visit(page, host.address)
        site.edit("modules/look-twice/nl.md", "Tel na.", "Tel nog eens.")
        host.server.reload = True
        page.goto(host.address + UNIT)
        expect(page.locator("article")).to_contain_text("Tel nog eens.")
        eventually(lambda: registrations(page) == [] and caches(page) == [], "the worker is still there")
        site.edit("modules/look-twice/nl.md", "Tel nog eens.", "En nu weer anders.")
        host.server.tell_reload()
        expect(page.locator("article")).to_contain_text("En nu weer anders.")
        page.wait_for_timeout(500)
        assert registrations(page) == []
        assert caches(page) == []


def test_a_preview_keeps_nothing(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    site = make_site()
    page = context.new_page()
    with serve(site.folder) as host:
        visit(page, host.address)
        site.edit("organisation.yml", PUBLISHED, "name: Kleine Maat")
        page.goto(f"{host.address}nl/")
        eventually(lambda: registrations(page) == [] and caches(page) == [], "the worker is still there")
        page.goto(host.address + PATH)
        expect(page.locator(".houvast-preview")).to_be_visible()
        assert page.locator(BAR).count() == 0


def test_only_the_worker_of_the_site_can_be_started(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    with serve(make_site().folder) as host:
        page = context.new_page()
        visit(page, host.address)
        for script in (
            "navigator.serviceWorker.register('/nl/assets/houvast/log.js')",
            "trustedTypes.createPolicy('another', {createScriptURL: (url) => url})",
            "trustedTypes.createPolicy('houvast-worker', {createScriptURL: (url) => url})",
        ):
            refused = page.evaluate(
                f"async () => {{ try {{ await {script}; return '' }} catch (e) {{ return e.name }} }}"
            )
            assert refused == "TypeError", script


def test_a_phone_can_install_it(context: BrowserContext, make_site: MakeSite, serve: Serve) -> None:
    with serve(make_site("a").folder.parent) as host:
        page = context.new_page()
        for locale in ("nl", "en"):
            page.goto(f"{host.address}a/{locale}/")
            session = context.new_cdp_session(page)
            said = session.send("Page.getAppManifest")
            assert said["url"] == f"{host.address}a/{locale}/app.webmanifest"
            assert said["errors"] == []
            assert said["manifest"]["scope"] == f"{host.address}a/"
            assert said["manifest"]["startUrl"] == f"{host.address}a/{locale}/"
            hindrances = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
            # As every page of a test is; a browser without windows has no place to install to, and says nothing.
            assert {one["errorId"] for one in hindrances} <= {"in-incognito"}
