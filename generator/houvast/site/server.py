"""Show a site on this machine: a static server that tells open pages to reload after a build."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from houvast.site.offline import switch_off
from houvast.site.packaged import theme_folder

RELOAD_SCRIPT = b"""\
const changes = new EventSource(new URL("changes", import.meta.url));
changes.addEventListener("message", () => location.reload());
"""
OWN = "-houvast-"
"""The folder of the server's own two addresses, under the base."""


class SiteServer(ThreadingHTTPServer):
    """Serves `site` on the loopback address under `base` (`/` or `/houvast/`). Port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, site: Path, port: int, base: str = "/", *, reload: bool = True) -> None:
        self.base = base
        self.reload = reload
        self.builds = threading.Condition()
        super().__init__(("127.0.0.1", port), partial(_Handler, directory=str(site)))

    @property
    def address(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self.server_port}{self.base}"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer requests in the background until the block ends."""
        thread = threading.Thread(target=self.serve_forever, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def tell_reload(self) -> None:
        """Tell every open page that the site was built again."""
        with self.builds:
            self.builds.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    """One request."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a head and its body are two writes: the second would wait 40 ms for the browser
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:
        base = self.server.base
        if not self.path.startswith(base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = "/" + self.path.removeprefix(base)
        if self.server.reload and self.path == f"/{OWN}/reload.js":
            self.answer(HTTPStatus.OK, "text/javascript", RELOAD_SCRIPT)
        elif self.server.reload and self.path == f"/{OWN}/changes":
            self.tell_changes()
        elif self.server.reload and self.path == "/sw.js":
            # Whoever writes is never shown an old page, also where an earlier site at this address left a worker.
            self.answer(HTTPStatus.OK, "text/javascript", switch_off(theme_folder(), reload=True))
        else:
            self.file()

    def file(self) -> None:
        """A file of the site; a page gets the reload script. The site's own 404 page answers for what is missing."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].split("#")[0].endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"{self.server.base}{self.path.lstrip('/')}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path = path / "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            status, path = HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html"
        content = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".html" and self.server.reload:
            script = f'<script type="module" src="{self.server.base}{OWN}/reload.js"></script></head>'
            content = content.replace(b"</head>", script.encode(), 1)
        self.answer(status, self.guess_type(str(path)), content)

    def answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def tell_changes(self) -> None:
        """Server-sent events: one message after each build, until the page goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            self.wfile.write(b": hello\n\n")
            while True:
                with self.server.builds:
                    built = self.server.builds.wait(timeout=15)
                self.wfile.write(b"data: built\n\n" if built else b": still here\n\n")
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing for each request."""
