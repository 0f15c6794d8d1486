"""A screen's line to the server, to be cut and mended by a test."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Route, WebSocketRoute


class Line:
    """The socket of one screen. `mute`: nothing comes through, but the socket stands; `cut`: it breaks, and neither
    it nor any request comes through until `mend`."""

    def __init__(self) -> None:
        self._muted = False
        self._broken = False
        self._held: list[tuple[WebSocketRoute, str | bytes]] = []
        self._sockets: list[WebSocketRoute] = []

    def lay(self, context: BrowserContext) -> None:
        """Let the context's sockets and requests run over this line."""
        context.route_web_socket("**/socket.io/**", self._connect)
        context.route("**/*", self._request)

    def mute(self) -> None:
        """Hold back what the server says."""
        self._muted = True

    def speak(self) -> None:
        """Let it through, all that was held back first."""
        self._muted = False
        for socket, message in self._held:
            socket.send(message)
        self._held.clear()

    def cut(self) -> None:
        """Break the line."""
        self._broken = True
        for socket in self._sockets:
            socket.close()
        self._sockets.clear()

    def mend(self) -> None:
        """Let the screen connect again."""
        self._broken = False

    def _connect(self, socket: WebSocketRoute) -> None:
        if self._broken:
            socket.close()
            return
        self._sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(lambda message: self._pass(socket, message))

    def _pass(self, socket: WebSocketRoute, message: str | bytes) -> None:
        if self._muted:
            self._held.append((socket, message))
        else:
            socket.send(message)

    def _request(self, route: Route) -> None:
        if self._broken:
            route.abort("internetdisconnected")
        else:
            route.continue_()
