"""Whose word about a caller's address is believed (R108)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from server.core.settings import SettingError, read_settings
from server.web.proxy import TrustedProxies

NETWORKS = {"HOUZHEN_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/24,::1"}


def _seen(environment: dict[str, str], caller: str, **headers: str) -> tuple[str, str, str]:
    seen: dict[str, Any] = {}

    def inner(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        seen.update(environ)
        return []

    networks = read_settings(environment).trusted_proxies
    TrustedProxies(inner, networks)({"REMOTE_ADDR": caller, "wsgi.url_scheme": "http"} | headers, lambda *_: None)
    return seen["REMOTE_ADDR"], seen["wsgi.url_scheme"], seen.get("HTTP_HOST", "")


FORWARDED = {
    "HTTP_X_FORWARDED_FOR": "203.0.113.9, 192.168.7.7", "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_HOST": "houzhen.example",
}  # fmt: skip


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Settings make their data folder: not here."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("proxy", ["127.0.0.1", "10.0.0.77", "::1", "::ffff:127.0.0.1"])
def test_a_proxy_of_the_house_names_the_caller(proxy: str) -> None:
    """The last address is the one that the proxy itself saw; those before it anyone can make up."""
    assert _seen(NETWORKS, proxy, **FORWARDED) == ("192.168.7.7", "https", "houzhen.example")


@pytest.mark.parametrize("stranger", ["10.0.1.1", "192.168.0.9", "", "not an address"])
def test_nobody_else_can_take_another_address(stranger: str) -> None:
    assert _seen(NETWORKS, stranger, **FORWARDED)[:2] == (stranger, "http")


def test_a_wrong_network_is_named() -> None:
    with pytest.raises(SettingError, match=r"HOUZHEN_TRUSTED_PROXIES is '10\.0\.0\.1/8'"):
        read_settings({"HOUZHEN_TRUSTED_PROXIES": "10.0.0.1/8"})
