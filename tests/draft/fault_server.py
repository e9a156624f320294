"""A model's endpoint on loopback: real HTTP, which answers well, or fails in whatever way a test asks for."""

import json
import socket
import struct
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.draft.fault_plays import FAULTS
from tests.draft.played import Answer, Asked, Play, Played, completion, whatever_fits

COMPLETIONS = "/v1/chat/completions"


def no_such_path(asked: Asked) -> Played:
    """What an endpoint says of an address that is not its own."""
    return Played({"error": {"message": f"no such path: {asked.path}", "code": None}}, 404)


class FaultServer:
    """Plays `script`, one entry a call, and then `always`: the name of a fault, a Play, or a good answer.

    A model that is called as a fault plays that fault, so that a command in another process can choose it too.
    """

    def __init__(
        self,
        *script: "str | Play | Played",
        always: "str | Play | Played" = "good",
        answer: Answer = whatever_fits,
        models: Sequence[str] = ("small-model",),
        host: str = "127.0.0.1",
    ) -> None:
        self.script = list(script)
        self.always = always
        self.answer = answer
        self.models = models
        self.asked: list[Asked] = []
        """Every call to /v1/chat/completions, in the order of arrival."""
        self.other: list[Asked] = []
        """Every call to anything else."""
        self.most_at_once = 0
        self.routes: dict[tuple[str, str], Play] = {
            ("POST", COMPLETIONS): self._complete,
            ("GET", "/v1/models"): self._list_models,
        }
        """What answers a method and a path; the longest path that the asked one begins with is taken."""
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._at_once = 0
        self._http = _Server(self, host)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._http.server_address[1])

    @property
    def address(self) -> str:
        """What goes in `base_url`."""
        host = str(self._http.server_address[0])
        return f"http://[{host}]:{self.port}/v1" if ":" in host else f"http://{host}:{self.port}/v1"

    @property
    def calls(self) -> int:
        """How many times a completion was asked for."""
        return len(self.asked)

    @contextmanager
    def running(self) -> "Iterator[FaultServer]":
        """Serve until the end of the block, and leave no thread behind that still waits."""
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.stopping.set()
            self._http.shutdown()
            thread.join()
            self._http.server_close()

    def play(self, method: str, path: str, headers: Mapping[str, str], raw: bytes) -> Played:
        """What this call gets."""
        path = path.partition("?")[0]
        fits = [route for route in self.routes if route[0] == method and path.startswith(route[1])]
        with self._lock:
            seen = self.asked if path == COMPLETIONS else self.other
            asked = Asked(method, path, headers, raw, time.monotonic(), len(seen) + 1)
            seen.append(asked)
        if not fits:
            return no_such_path(asked)
        return self.routes[max(fits, key=lambda route: len(route[1]))](asked)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count whose answer is being made: who has begun to get one may be back before the last byte is counted."""
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            yield
        finally:
            with self._lock:
                self._at_once -= 1

    def good(self, asked: Asked) -> Played:
        """What an endpoint in good health says."""
        answer = self.answer(asked)
        text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
        return Played(completion(asked, text), headers={"x-request-id": f"req_{asked.number}"})

    def _complete(self, asked: Asked) -> Played:
        if asked.path != COMPLETIONS:
            return no_such_path(asked)
        with self._lock:
            play = self.script.pop(0) if self.script else self.always
        if (model := str(asked.body.get("model"))) in FAULTS:
            play = model
        if isinstance(play, Played):
            return play
        if isinstance(play, str):
            play = self.good if play == "good" else FAULTS[play]
        return play(asked)

    def _list_models(self, asked: Asked) -> Played:
        return Played({"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, played: FaultServer, host: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.played = played
        super().__init__((host, 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many of these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def _serve(self) -> None:
        server = self.server.played
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        with server.counted():
            played = server.play(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, raw)
        self._send(played, server.stopping)

    do_GET = do_POST = do_DELETE = _serve  # noqa: N815 (names that http.server asks for)

    def _send(self, played: Played, stopping: threading.Event) -> None:
        if stopping.wait(played.silence) or played.cut == 0:
            self._tear()
            return
        content = played.content
        length = str(len(content) * played.times)
        self.send_response_only(played.status)
        own = {"date": self.date_time_string(), "content-type": played.content_type, "content-length": length}
        for name, value in {**own, **played.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in self._pieces(content[: played.cut], played):
            self.wfile.write(piece)
            self.wfile.flush()
            if played.pause and stopping.wait(played.pause):
                self._tear()
                return
        if played.cut is not None:
            self._tear()

    def _pieces(self, content: bytes, played: Played) -> Iterator[bytes]:
        for _ in range(played.times):
            for begin in range(0, len(content), played.piece):
                yield content[begin : begin + played.piece]

    def _tear(self) -> None:
        """Reset the connection, as a machine does that falls over."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what came in is kept."""
