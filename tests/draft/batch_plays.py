"""The files and batches of a pretended endpoint: slow, in another order, and with parts that fail."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser

from tests.draft.fault_server import FaultServer
from tests.draft.played import Asked, Played

NOT_THERE = Played({"error": {"message": "No such object", "code": None}}, 404)


@dataclass
class BatchPlays:
    """What a server says at /v1/files and /v1/batches. Nothing is done before a test says `end`."""

    server: FaultServer
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, object]] = field(default_factory=dict)
    uploads: list[Mapping[str, str]] = field(default_factory=list)
    """The fields of each upload besides the file."""

    def __post_init__(self) -> None:
        self.server.routes |= {
            ("POST", "/v1/files"): self._upload,
            ("GET", "/v1/files/"): self._content,
            ("DELETE", "/v1/files/"): self._delete,
            ("POST", "/v1/batches"): self._create,
            ("GET", "/v1/batches/"): self._retrieve,
            ("GET", "/v1/batches"): self._list,
        }

    def lines(self, batch: str) -> list[dict[str, object]]:
        """What a batch was asked."""
        raw = self.files[str(self.batches[batch]["input_file_id"])]
        return [json.loads(line) for line in raw.decode().splitlines()]

    def go(self, batch: str, status: str) -> None:
        """Say another status."""
        self.batches[batch]["status"] = status

    def end(self, batch: str, status: str = "completed", undone: int = 0, refused: int = 0) -> None:
        """Answer every line, the last one first, but for some at the end that are left or refused."""
        lines = self.lines(batch)
        done = lines[: len(lines) - undone - refused]
        output = [self._line(line, self._complete(line)) for line in reversed(done)]
        errors = [
            self._line(line, Played(_error("Something about the request is wrong"), 400))
            for line in lines[len(done) : len(done) + refused]
        ]
        errors += [_expired(line) for line in lines[len(done) + refused :]]
        self.batches[batch] |= {
            "status": status,
            "output_file_id": self._keep(output),
            "error_file_id": self._keep(errors),
            "request_counts": {"total": len(lines), "completed": len(done), "failed": undone + refused},
        }

    def _complete(self, line: Mapping[str, object]) -> Played:
        number = self.server.calls + 1
        return self.server.good(Asked("POST", str(line["url"]), {}, json.dumps(line["body"]).encode(), 0.0, number))

    @staticmethod
    def _line(line: Mapping[str, object], played: Played) -> dict[str, object]:
        response = {"status_code": played.status, "request_id": "req_b", "body": json.loads(played.content)}
        return {"id": "b_1", "custom_id": line["custom_id"], "response": response, "error": None}

    def _keep(self, lines: list[dict[str, object]]) -> str | None:
        if not lines:
            return None
        name = f"file-{len(self.files) + 1}"
        self.files[name] = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
        return name

    def _upload(self, asked: Asked) -> Played:
        head = f"content-type: {asked.headers['content-type']}\r\n\r\n".encode()
        parts = BytesParser().parsebytes(head + asked.raw).get_payload()
        assert isinstance(parts, list)
        fields = dict(map(_field, parts))
        name = f"file-{len(self.files) + 1}"
        self.files[name] = fields.pop("file")
        self.uploads.append({name: value.decode() for name, value in fields.items()})
        return Played(_file(name, len(self.files[name])))

    def _content(self, asked: Asked) -> Played:
        name = asked.path.split("/")[3]
        return Played(self.files[name], content_type="application/octet-stream") if name in self.files else NOT_THERE

    def _delete(self, asked: Asked) -> Played:
        name = asked.path.split("/")[3]
        if self.files.pop(name, None) is None:
            return NOT_THERE
        return Played({"id": name, "object": "file", "deleted": True})

    def _create(self, asked: Asked) -> Played:
        name = f"batch_{len(self.batches) + 1}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "created_at": 1_790_000_000,
            "status": "validating",
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
            **asked.body,
        }
        return Played(self.batches[name])

    def _list(self, asked: Asked) -> Played:
        return Played({"object": "list", "data": list(self.batches.values()), "has_more": False})

    def _retrieve(self, asked: Asked) -> Played:
        batch = self.batches.get(asked.path.split("/")[3])
        return Played(batch) if batch else NOT_THERE


def _field(part: Message | str) -> tuple[str, bytes]:
    """Its name and what it holds."""
    assert isinstance(part, Message)
    held = part.get_payload(decode=True)
    assert isinstance(held, bytes)
    return str(part.get_param("name", header="content-disposition")), held


def _error(message: str) -> dict[str, object]:
    return {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}


def _expired(line: Mapping[str, object]) -> dict[str, object]:
    error = {"code": "batch_expired", "message": "This request could not be executed before the completion window."}
    return {"id": "b_2", "custom_id": line["custom_id"], "response": None, "error": error}


def _file(name: str, size: int) -> dict[str, object]:
    return {
        "id": name,
        "object": "file",
        "bytes": size,
        "created_at": 1_790_000_000,
        "filename": "batch.jsonl",
        "purpose": "batch",
        "status": "processed",
    }
