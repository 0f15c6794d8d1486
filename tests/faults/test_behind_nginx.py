"""The product as deploy/ sets it up: behind nginx with TLS, and watched by a service manager."""

from __future__ import annotations

import json
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import socketio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import ROOT
from tests.support.postgres import free_port
from tests.support.product import ADMIN_PASSWORD, Product

pytestmark = pytest.mark.faults
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


@dataclass
class Proxied:
    """A product, the address of the proxy before it, and what the service manager was told."""

    product: Product
    https: str
    http: str
    log: Path
    manager: socket.socket

    def told(self) -> str:
        """The next message to the service manager."""
        return self.manager.recv(200).decode()


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    folder = tmp_path_factory.mktemp("proxied")
    manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    manager.bind(str(folder / "notify"))
    manager.settimeout(30)
    product = Product(folder, TRUSTED_PROXIES="127.0.0.1")
    product.environment["NOTIFY_SOCKET"] = str(folder / "notify")
    product.start()
    https, http = free_port(), free_port()
    _certificate(folder)
    (folder / "nginx.conf").write_text(_configuration(folder, product.port, https, http), encoding="utf-8")
    words = [NGINX, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    subprocess.run([*words, "-t"], check=True, capture_output=True)
    server = subprocess.Popen([*words, "-g", "daemon off; master_process off;"], stderr=subprocess.DEVNULL)
    try:
        _wait_for(https)
        yield Proxied(product, f"https://localhost:{https}", f"http://localhost:{http}", folder / "access.log", manager)
    finally:
        server.terminate()
        server.wait(10)
        product.kill()
        manager.close()


def _configuration(folder: Path, product: int, https: int, http: int) -> str:
    """deploy/nginx/houzhen.conf with this machine's ports and paths in the place of a hospital's."""
    text = (ROOT / "deploy/nginx/houzhen.conf").read_text(encoding="utf-8")
    for given, here in (
        ("127.0.0.1:8000", f"127.0.0.1:{product}"),
        ("    listen [::]:80;\n", ""), ("    listen [::]:443 ssl;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{http};"), ("listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;"),
        ("houzhen.hospital.example", "localhost"), ("/etc/houzhen/tls/", f"{folder}/"),
        ("/var/log/nginx/houzhen.log", f"{folder}/access.log"),
    ):  # fmt: skip
        assert given in text, given
        text = text.replace(given, here)
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi"))
    return (
        f"pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\n{temporary}uwsgi_temp_path {folder}/uwsgi;\nscgi_temp_path {folder}/scgi;\n{text}\n}}\n"
    )


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("nginx does not listen")


def _open(proxied: Proxied, path: str, body: object = None, **headers: str) -> Any:
    trust = ssl.create_default_context(cafile=str(proxied.product.folder / "fullchain.pem"))
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(  # noqa: S310  (the address is ours)
        proxied.https + path, data, {"Content-Type": "application/json"} | headers
    )
    return urllib.request.urlopen(request, context=trust, timeout=15)  # noqa: S310


def test_the_service_manager_hears_that_it_is_ready_and_that_it_lives(proxied: Proxied) -> None:
    assert proxied.told() == "READY=1"
    assert proxied.told() == "WATCHDOG=1"


def test_pages_come_over_tls_and_the_cookie_stays_there(proxied: Proxied) -> None:
    with _open(proxied, "/staff") as page:
        assert page.status == 200
        assert "max-age=" in page.headers["Strict-Transport-Security"]
    with _open(proxied, "/api/v1/session", {"number": "admin", "pin": ADMIN_PASSWORD}) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert {"Secure", "HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
    plain = proxied.product.ask("POST", "/api/v1/session", {"number": "admin", "pin": ADMIN_PASSWORD})
    assert "Secure" not in plain.headers["Set-Cookie"].split("; ")  # a house without TLS works too


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("/static/kiosk/js/flow.js", "gzip"), ("/locales/en/kiosk.ftl", "gzip"),
        ("/kiosk", None), ("/staff", None),
    ],
)  # fmt: skip
def test_what_pages_load_comes_small_and_what_may_hold_a_secret_as_it_is(
    proxied: Proxied, path: str, encoding: str | None
) -> None:
    with _open(proxied, path, **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == encoding


def test_without_tls_a_page_is_sent_on(proxied: Proxied) -> None:
    opener = urllib.request.build_opener(_Stay())
    with pytest.raises(urllib.error.HTTPError) as sent:
        opener.open(proxied.http + "/staff", timeout=15)
    assert sent.value.code == 301
    assert sent.value.headers["Location"] == "https://localhost/staff"


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        """Do not follow."""
        return


def test_a_display_gets_its_state_through_the_proxy(proxied: Proxied) -> None:
    client, got = socketio.Client(reconnection=False, ssl_verify=False), []
    client.on("snapshot", got.append, namespace="/display")
    token = proxied.product.display_token("display-east", "east")
    client.connect(proxied.https, auth={"token": token}, namespaces=["/display"], transports=["websocket"])
    deadline = time.monotonic() + 10
    while not got and time.monotonic() < deadline:
        time.sleep(0.05)
    client.disconnect()
    assert got[0]["hall"] == "east"


def test_figures_are_not_for_everybody_and_a_patients_address_is_not_logged(proxied: Proxied) -> None:
    """R108: the address of a patient's page opens it."""
    for path in ("/t/a-token-that-nobody-has", "/api/v1/public/tickets/a-token-that-nobody-has"):
        with suppress(urllib.error.HTTPError):
            _open(proxied, path).close()
    with _open(proxied, "/kiosk?secret=1") as page:
        page.read()
    deadline = time.monotonic() + 5
    while "/kiosk" not in proxied.log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.05)
    logged = proxied.log.read_text(encoding="utf-8")
    assert "/kiosk" in logged
    assert "a-token-that-nobody-has" not in logged
    assert "secret" not in logged
    assert re.search(r"allow 127\.0\.0\.1;\s+allow ::1;\s+deny all;", (ROOT / "deploy/nginx/houzhen.conf").read_text())
