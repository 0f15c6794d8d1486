"""One scenario through the real product in each way of waiting: register, call, the display hears it, finish."""

from __future__ import annotations

import queue
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import socketio

from tests.support.house import apply_changes
from tests.support.product import Product, running_product

pytestmark = pytest.mark.faults

PATIENT = {"name": "王小明", "sex": "male", "age": "40", "phone_declined": True}


class Screen:
    """A display or tablet: what it was sent, in order."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace
        self.client = socketio.Client(reconnection=False)
        self.heard: queue.Queue[tuple[str, Any]] = queue.Queue()
        for event in ("snapshot", "change"):
            self.client.on(event, lambda body, event=event: self.heard.put((event, body)), namespace=namespace)

    def join(self, product: Product, token: str) -> dict[str, Any]:
        """Connect; the snapshot that a screen gets on arrival."""
        self.client.connect(
            product.url, auth={"token": token}, namespaces=[self.namespace], transports=["websocket"], wait_timeout=15
        )
        event, body = self.heard.get(timeout=15)
        assert event == "snapshot"
        state: dict[str, Any] = body
        return state

    def follow(self, state: dict[str, Any], until: Any, within: float = 15.0) -> dict[str, Any]:
        """Apply changes until the documents satisfy `until`."""
        while not until(state["documents"]):
            event, body = self.heard.get(timeout=within)
            state = body if event == "snapshot" else apply_changes(state, [body])
        return state


@contextmanager
def screen(namespace: str) -> Iterator[Screen]:
    """A screen that hangs up at the end."""
    made = Screen(namespace)
    try:
        yield made
    finally:
        made.client.disconnect()


@pytest.mark.parametrize("mode", ["eventlet", "gevent", "threading"])
def test_register_call_show_finish(mode: str, tmp_path: Path) -> None:
    """Contract: HTTP and Socket.IO behave the same in each mode, and the process ends when asked."""
    with (
        running_product(tmp_path, ASYNC_MODE=mode) as product,
        screen("/display") as display,
        screen("/staff") as tablet,
    ):
        kiosk, staff = product.kiosk_token(), product.staff_token()
        seen = display.join(product, product.display_token("display-east"))
        assert not [key for key in seen["documents"] if key.startswith("staff/")]
        worked = tablet.join(product, staff)
        assert worked["hall"] == seen["hall"] == "east"
        order = {"request_id": str(uuid.uuid4()), "consent": True, "language": "zh-CN", "department": "internal",
                 "patient": PATIENT}  # fmt: skip
        ticket = product.ask("POST", "/api/v1/tickets", order, token=kiosk).json
        seen = display.follow(seen, lambda documents: documents["queue/internal"]["waiting"] == 1)
        answer = product.ask("POST", "/api/v1/rooms/east-1/call-next", {}, token=staff)
        assert (answer.status, answer.json["ticket"]["number"]) == (200, ticket["number"])
        seen = display.follow(seen, lambda documents: documents["calls"])
        (call,) = seen["documents"]["calls"]
        assert (call["number"], call["label"]) == (ticket["number"], "1")
        display.client.emit(
            "shown", {"revision": seen["revision"], "call_id": call["call_id"], "shown": True, "spoken": True},
            namespace="/display",
        )  # fmt: skip
        for step in ("arrive", "finish"):
            assert product.ask("POST", f"/api/v1/tickets/{ticket['id']}/{step}", {}, token=staff).status == 200
        seen = display.follow(seen, lambda documents: documents["room/east-1"]["holding"] is None)
        worked = tablet.follow(worked, lambda documents: documents["staff/room/east-1"]["ticket"] is None
                               and documents["room/east-1"] == seen["documents"]["room/east-1"])  # fmt: skip
        phone = product.ask("GET", f"/api/v1/public/tickets/{ticket['token']}").json
        assert phone["state"] == "finished"
        assert PATIENT["name"] not in repr((seen, worked, phone))
        assert product.stop() == 0
        assert PATIENT["name"] not in product.log.read_text(encoding="utf-8")


def test_a_socket_without_a_token_is_not_let_in(tmp_path: Path) -> None:
    with running_product(tmp_path) as product, screen("/display") as display, screen("/staff") as tablet:
        for one, token in ((display, "wrong"), (tablet, product.kiosk_token())):
            with pytest.raises(socketio.exceptions.ConnectionError):
                one.join(product, token)
