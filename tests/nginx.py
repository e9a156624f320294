"""Find an nginx for the tests of the recipes, fetch one where none is found, and run our configuration in it."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NAMES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
PACKAGES = ("nginx", "nginx-core")
"""Which of the two holds the program differs between Debian and its kin."""
ADVICE = "No nginx to test recipes/nginx with: install nginx, or set HOUVAST_NGINX to the path of one."


class NoNginx(Exception):
    """No nginx can be had on this machine, or it did not start."""


def find_nginx() -> str:
    """The path of an nginx. Raises NoNginx.

    In this order: $HOUVAST_NGINX; one on the PATH or in its usual places; Debian's package, unpacked.
    """
    if named := os.environ.get("HOUVAST_NGINX"):
        if not Path(named).is_file():
            raise NoNginx(f"HOUVAST_NGINX names {named}, and there is no such file.")
        return named
    found = _on_this_machine() or _from_debian()
    if not found:
        raise NoNginx(ADVICE)
    return found


def _on_this_machine() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _from_debian() -> str | None:
    """Unpack Debian's package beside our Python: installed, it would begin to serve port 80."""
    folder = Path(sys.prefix) / "nginx"
    if not (folder / "usr/sbin/nginx").is_file() and shutil.which("apt-get") and shutil.which("dpkg-deb"):
        with tempfile.TemporaryDirectory() as name:
            for call in (["apt-get", "update", "-qq"], *(["apt-get", "download", "-qq", one] for one in PACKAGES)):
                subprocess.run(call, cwd=name, check=False, capture_output=True, timeout=300)
            for package in Path(name).glob("*.deb"):
                subprocess.run(["dpkg-deb", "--extract", package, folder], check=True, timeout=60)
    return shutil.which(str(folder / "usr/sbin/nginx"))


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx: the port it answers on, and the file that holds what it wrote as its log."""

    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def running(configuration: Path, changes: Mapping[str, str]) -> Iterator[Nginx]:
    """Run nginx with this configuration until the block ends: as nobody where we are root, as in a container.

    `changes` replace passages that have to stand in the file: a path of a container by one of this machine. Passing
    files go to a folder of their own, and the port is a free one. Raises NoNginx.
    """
    program = find_nginx()
    port = _free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = configuration.read_text(encoding="utf-8")
        for old, new in {"/tmp/": f"{folder}/", "listen 8080;": f"listen 127.0.0.1:{port};", **changes}.items():
            if old not in text:
                raise ValueError(f"{configuration} does not say {old}")
            text = text.replace(old, new)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        process = _start(program, folder)
        try:
            _wait(process, port, folder / "log")
            yield Nginx(port, folder / "log")
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _start(program: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start nginx in this folder. What it writes as its log goes to `log` there."""
    user = group = groups = None
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        user, group, groups = nobody.pw_uid, nobody.pw_gid, list[int]()
        program = str(shutil.copy(program, folder / "nginx"))  # where it is, nobody may not come
        os.chown(folder, user, group)
    call = [program, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(call, stdout=log, stderr=log, user=user, group=group, extra_groups=groups)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until nginx answers. Raises NoNginx with what it said, where it ends instead."""
    for _ in range(200):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise NoNginx(f"nginx did not start: {log.read_text(encoding='utf-8')}")
