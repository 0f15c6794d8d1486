"""The only module that knows eventlet, gevent or native threads.

`prepare()` runs before anything else is imported in a serving process. Everything else uses the standard
library's locks and threads, which are green where the mode makes them so.
"""

from __future__ import annotations

import logging
import os
import threading
import warnings
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Value = TypeVar("Value")

_mode = "threading"

#: The most sockets and requests that one process serves at a time; eventlet counts websockets among them.
MOST_CONNECTIONS = 20_000


def prepare(mode: str | None = None) -> str:
    """Patch the standard library for the chosen mode; returns the mode. Later calls change nothing."""
    global _mode  # noqa: PLW0603  (one process, one mode, set once before anything runs)
    wanted = mode or os.environ.get("HOUZHEN_ASYNC_MODE") or "eventlet"
    if wanted == "eventlet":
        os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")  # else psycopg blocks the hub
        # Its authors advise against it for new projects; the choice and its way out are a decision record.
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        import eventlet  # noqa: PLC0415

        eventlet.monkey_patch()
    elif wanted == "gevent":
        from gevent import monkey  # noqa: PLC0415

        monkey.patch_all()
    _mode = wanted
    return wanted


def mode() -> str:
    """The mode in force: eventlet, gevent or threading."""
    return _mode


def off_loop(
    function: Callable[Parameters, Value], *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Value:
    """Run work that takes the CPU for more than a few milliseconds in a native thread, and wait for it
    without stopping the loop."""
    result: Any
    if _mode == "eventlet":
        from eventlet import tpool  # noqa: PLC0415

        result = tpool.execute(function, *args, **kwargs)
    elif _mode == "gevent":
        import gevent  # noqa: PLC0415

        result = gevent.get_hub().threadpool.apply(function, args, kwargs)
    else:
        result = function(*args, **kwargs)
    value: Value = result
    return value


def spawn(function: Callable[[], None], name: str) -> threading.Thread:
    """Run a loop of the application beside the requests, until the process ends."""
    thread = threading.Thread(target=function, name=name, daemon=True)
    thread.start()
    return thread


def serve(socketio: Any, app: Any, host: str, port: int) -> None:
    """Serve until the process is told to stop."""
    options: dict[str, Any] = {}
    if _mode == "eventlet":
        options = {"max_size": MOST_CONNECTIONS, "log_output": False}
    elif _mode == "gevent":
        options = {"handler_class": _quick_gevent_handler()}
    else:
        # Its access lines would write down the addresses of patients' pages.
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        options = {"allow_unsafe_werkzeug": True, "log_output": False}
    socketio.run(app, host=host, port=port, use_reloader=False, debug=False, **options)


def _quick_gevent_handler() -> type[Any]:
    """gevent's handler with TCP_NODELAY: without it small answers wait for the client's acknowledgement."""
    import socket  # noqa: PLC0415

    from gevent.pywsgi import WSGIHandler  # noqa: PLC0415

    class QuickHandler(WSGIHandler):  # type: ignore[misc, unused-ignore]
        def __init__(self, sock: Any, address: Any, server: Any) -> None:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            super().__init__(sock, address, server)

    return QuickHandler
