"""The agent's line: encrypted, with a certificate that it knows, and kept (R59, R108)."""

from __future__ import annotations

import http.server
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from printers.agent.link import Cut, Link, Refused, trust


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers what stands in `answers`, and keeps what was asked."""

    protocol_version = "HTTP/1.1"
    answers: ClassVar[list[tuple[int, bytes]]] = []
    asked: ClassVar[list[tuple[str, str, str | None, int]]] = []

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append((self.command, self.path, self.headers["Authorization"], self.client_address[1]))
        status, body = self.answers.pop(0)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A server with a certificate of its own for 127.0.0.1: its address, the certificate."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    Answering.answers, Answering.asked = [], []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as listening:
        listening.daemon_threads = True
        listening.socket = context.wrap_socket(listening.socket, server_side=True)
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{listening.server_port}/houzhen", certificate
        listening.shutdown()


def test_questions_go_over_one_encrypted_line_with_the_kiosks_token(server: tuple[str, Path]) -> None:
    address, certificate = server
    Answering.answers = [(200, b'{"slip": null}'), (204, b"")]
    link = Link(address, "the-token", trust(certificate))
    assert link.ask("POST", "/lease", {}) == {"slip": None}
    assert link.ask("POST", "/result", {}) is None
    link.close()
    first, second = Answering.asked
    assert first[:3] == ("POST", "/houzhen/api/v1/printing/lease", "Bearer the-token")
    assert first[3] == second[3]  # the same connection


def test_a_certificate_that_nobody_vouches_for_is_not_believed(server: tuple[str, Path]) -> None:
    address, _ = server
    link = Link(address, "the-token", trust(None))
    with pytest.raises(Cut) as cut:
        link.ask("POST", "/lease", {})
    assert isinstance(cut.value.__cause__, ssl.SSLCertVerificationError)
    assert Answering.asked == []


def test_a_refusal_is_told_from_a_server_that_cannot_answer_now(server: tuple[str, Path]) -> None:
    address, certificate = server
    Answering.answers = [(503, b""), (429, b""), (401, b"{}"), (200, b"<html>another server</html>")]
    link = Link(address, "the-token", trust(certificate))
    for problem in (Cut, Cut, Refused, Cut):
        with pytest.raises(problem):
            link.ask("POST", "/lease", {})
    link.close()
