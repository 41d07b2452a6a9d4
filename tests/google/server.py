"""The proxy: takes CONNECT, speaks TLS as whoever was asked for, keeps a log, fails on demand."""

import gzip
import socket
import ssl
import struct
import tempfile
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import trustme

from tests.google import answers, identities
from tests.google.answers import Reply
from tests.google.book import Spreadsheet
from tests.program import PATIENCE

FOREVER = threading.TIMEOUT_MAX
"""Seconds of a fault that lasts as long as the stand-in."""
_HOSTS = ("*.googleapis.com", "*.google.com", "*.googleusercontent.com", "metadata.google.internal")


@dataclass(frozen=True)
class Request:
    """One request as it came."""

    route: str
    """`sheets`, `values`, `token`, `sts`, `iam`, `drive`, `export`, `download`, `sign-in`, `other`."""
    method: str
    host: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    """Names in lower case."""
    body: str


@dataclass
class Fault:
    """What goes wrong with the next requests of a route."""

    status: int = 0
    body: str | bytes = ""
    headers: dict[str, str] = field(default_factory=dict)
    hang: float = 0
    """Seconds before anything is answered."""
    until: threading.Event | None = None
    """What is waited for before anything is answered."""
    reset: bool = False
    """Whether the connection is broken off instead of an answer."""
    cut: int | None = None
    """After how many bytes of the body the connection is broken off."""
    drip: float = 0
    """Seconds between bytes of the body."""
    dawdle: float = 0
    """Seconds between bytes of the headers."""
    times: int = 1
    """How many requests it befalls; -1 is all."""


class Google:
    """A running stand-in; use it as a context."""

    def __init__(self) -> None:
        self.spreadsheets: dict[str, Spreadsheet] = {}
        self.log: list[Request] = []
        self.hosts: set[str] = set()
        """Whom a program wanted to reach."""
        self.deaf = self.mute = 0.0
        """Seconds before a connection is taken, and before a taken one is secured."""
        self.sign_in = "redirect"
        """How a sheet that is not shared is refused by its link: `redirect` or `401`."""
        self.scopes: dict[str, str] = {}
        """Token → the scopes it was given for."""
        self.identities = identities.Identities()
        self._faults: dict[str, list[Fault]] = {}
        self._news = threading.Condition()
        self._over = threading.Event()
        self._folder = tempfile.TemporaryDirectory(prefix="google-")
        self.folder = Path(self._folder.name)
        authority = trustme.CA()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*_HOSTS).configure_cert(self._tls)
        authority.cert_pem.write_to_path(self.folder / "authority.pem")
        self.identities.write(self.folder)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.google = self  # type: ignore[attr-defined]

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._folder.cleanup()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def env(self) -> dict[str, str]:
        """What leads a program here instead of to Google, and nowhere else."""
        proxy = f"http://127.0.0.1:{self.port}"
        return {
            "HTTPS_PROXY": proxy,
            "https_proxy": proxy,
            "HTTP_PROXY": proxy,
            "http_proxy": proxy,
            "NO_PROXY": "",
            "no_proxy": "",
            "REQUESTS_CA_BUNDLE": str(self.folder / "authority.pem"),
            "NO_GCE_CHECK": "true",
            "CLOUDSDK_CONFIG": str(self.folder / "gcloud"),
            "XDG_DATA_HOME": str(self.folder / "data"),
        }

    def share(self, spreadsheet: Spreadsheet) -> Spreadsheet:
        """Put a spreadsheet up."""
        self.spreadsheets[spreadsheet.id] = spreadsheet
        return spreadsheet

    def fail(self, route: str, *faults: Fault) -> None:
        """Let faults befall the next requests of a route, one after another."""
        self._faults.setdefault(route, []).extend(faults)

    def asked(self) -> list[str]:
        """The routes asked for so far, in their order."""
        return [request.route for request in self.log]

    def wait_for(self, route: str) -> None:
        """Wait until a route is asked for."""
        with self._news:
            came = self._news.wait_for(lambda: route in self.asked(), PATIENCE)
        assert came, f"nobody asked for {route}"

    def pause(self, seconds: float, until: threading.Event | None = None) -> None:
        """Let time pass, or something happen; end with the stand-in."""
        if until:
            until.wait(PATIENCE)
        if self._over.wait(seconds):
            raise ConnectionAbortedError

    def take(self, request: Request) -> tuple[Reply | None, Fault | None]:
        """Log a request and say what befalls it."""
        with self._news:
            self.log.append(request)
            self._news.notify_all()
            waiting = self._faults.get(request.route, [])
            fault = waiting[0] if waiting else None
            if fault:
                fault.times -= 1
                if fault.times == 0:
                    waiting.pop(0)
        if fault and fault.status:
            return Reply(fault.status, fault.body, fault.headers), fault
        return answers.answer(self, request), fault


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE

    def do_CONNECT(self) -> None:
        google: Google = self.server.google  # type: ignore[attr-defined]
        host = self.path.partition(":")[0]
        google.hosts.add(host)
        try:
            google.pause(google.deaf)
            self.send_response(200, "Connection established")
            self.end_headers()
            google.pause(google.mute)
            with google._tls.wrap_socket(self.connection, server_side=True) as secured:
                self._speak(google, host, secured)
        except (OSError, ssl.SSLError):
            pass  # the program went away, or did not like the certificate
        self.close_connection = True

    def _speak(self, google: Google, host: str, secured: ssl.SSLSocket) -> None:
        reader = secured.makefile("rb")
        while (line := reader.readline().decode("latin-1").split()) and len(line) == 3:
            headers = {}
            while header := reader.readline().decode("latin-1").strip():
                name, _, value = header.partition(":")
                headers[name.lower()] = value.strip()
            body = reader.read(int(headers.get("content-length", 0))).decode()
            url = urlsplit(line[1])
            route = answers.route(host, url.path)
            request = Request(
                route, line[0], host, url.path, parse_qs(url.query), headers, body
            )  # fmt: skip
            reply, fault = google.take(request)
            if not _send(google, secured, reply, fault or Fault(), headers):
                return

    def log_message(self, *_: object) -> None:
        pass


def _send(
    google: Google, secured: ssl.SSLSocket, reply: Reply | None, fault: Fault, asked: dict[str, str]
) -> bool:
    """Answer, or fail to; tell whether the connection goes on."""
    google.pause(fault.hang, fault.until)
    if reply is None or fault.reset:
        secured.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False
    body = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
    headers = {"Content-Type": "application/json; charset=UTF-8", "Server": "ESF", **reply.headers}
    packed = "Content-Encoding" in headers or len(body) <= 256 or fault.drip
    if "gzip" in asked.get("accept-encoding", "") and not packed:
        body = gzip.compress(body, 1)
        headers["Content-Encoding"] = "gzip"
    headers["Transfer-Encoding"] = "chunked"
    head = f"HTTP/1.1 {reply.status} .\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    for byte in (head + "\r\n").encode("latin-1") if fault.dawdle else ():
        secured.sendall(bytes([byte]))
        google.pause(fault.dawdle)
    if not fault.dawdle:
        secured.sendall((head + "\r\n").encode("latin-1"))
    size = 1 if fault.drip else 1 << 16
    for start in range(0, len(body), size):
        piece = body[start : start + size]
        if fault.cut is not None and start + len(piece) > fault.cut:
            piece = piece[: fault.cut - start]
            secured.sendall(f"{len(piece) + 1:x}\r\n".encode() + piece)
            return False
        secured.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        google.pause(fault.drip)
    secured.sendall(b"0\r\n\r\n")
    return True
