"""Behind a proxy that speaks TLS: who really calls, and that the page was asked for by https."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, request
from flask.sessions import SecureCookieSessionInterface
from werkzeug.middleware.proxy_fix import ProxyFix

from server.core.settings import Network

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class TrustedProxies:
    """Believes X-Forwarded-For, -Proto and -Host from the proxies of the setting, and from nobody else: a caller
    who could name an address of their own would not be slowed down after ten wrong PINs."""

    def __init__(self, inner: Wsgi, networks: tuple[Network, ...]) -> None:
        self._inner = inner
        self._believing = ProxyFix(inner, x_for=1, x_proto=1, x_host=1)
        self._networks = networks

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        trusted = self._trusts(str(environ.get("REMOTE_ADDR", "")))
        return self._believing(environ, start_response) if trusted else self._inner(environ, start_response)

    def _trusts(self, address: str) -> bool:
        try:
            caller = ipaddress.ip_address(address)
        except ValueError:
            return False
        plain = getattr(caller, "ipv4_mapped", None) or caller
        return any(plain in network for network in self._networks)


class _SecureOverTls(SecureCookieSessionInterface):
    def get_cookie_secure(self, app: Flask) -> bool:
        """A cookie that was set over https is never sent without it; a house without TLS still works."""
        return request.is_secure or super().get_cookie_secure(app)


def stand_behind_proxies(app: Flask, networks: tuple[Network, ...]) -> None:
    """Wrap the application; after Socket.IO, so that sockets are counted by their real address too."""
    app.session_interface = _SecureOverTls()
    if networks:
        app.wsgi_app = TrustedProxies(app.wsgi_app, networks)  # type: ignore[method-assign]
