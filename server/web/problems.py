"""Refusals and faults as `application/problem+json` (RFC 9457), in the asker's language."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Response, json, request
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException

from server.core.errors import Invalid, Refusal, TooMany
from server.core.language import text
from server.web.requests import language

log = structlog.get_logger()

#: Addresses that programs ask: their faults are told as JSON, all others as a page.
PROGRAMS = ("/api/", "/control")


def sentence(code: str, **arguments: Any) -> str:
    """The sentence of a code, or the general one where none is written for it."""
    try:
        return text(language(), f"error-{code.replace('_', '-')}", **arguments)
    except KeyError:
        return text(language(), "error-general")


def problem(status: int, code: str, detail: str, **more: Any) -> Response:
    """One problem answer. `code` is stable; `detail` is for the person at the screen."""
    document = {
        "type": "about:blank", "title": code, "status": status, "code": code, "detail": detail, **more,
    }  # fmt: skip
    answer = Response(json.dumps(document), status=status, mimetype="application/problem+json")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def register(app: Flask) -> None:
    """Turn whatever a route raises into a problem, without a personal word in answer or log."""

    @app.errorhandler(Refusal)
    def refusal(refused: Refusal) -> Response:
        arguments = refused.args_for_text
        more: dict[str, Any] = {"args": arguments} if arguments else {}
        more |= refused.offered
        if isinstance(refused, Invalid):
            more["fields"] = [
                {"field": found.field, "code": found.code, "detail": sentence(found.code, **found.args)}
                for found in refused.problems
            ]
        answer = problem(refused.status, refused.code, sentence(refused.code, **arguments), **more)
        if isinstance(refused, TooMany):
            answer.headers["Retry-After"] = str(refused.seconds)
        return answer

    @app.errorhandler(OperationalError)
    @app.errorhandler(NoConnectionFree)
    def busy(fault: OperationalError | NoConnectionFree) -> Response:
        cause = fault.orig if isinstance(fault, OperationalError) else fault
        log.error("database", kind=type(cause).__name__)
        answer = problem(503, "busy", sentence("busy"))
        answer.headers["Retry-After"] = "2"
        return answer

    @app.errorhandler(HTTPException)
    def http(fault: HTTPException) -> Response | tuple[str, int]:
        status = fault.code or 500
        if not request.path.startswith(PROGRAMS):
            from server.web.pages import error_page  # noqa: PLC0415  (pages import the routes' helpers)

            return error_page(status)
        codes = {400: "bad_body", 404: "not_found", 405: "not_allowed", 413: "too_large", 415: "bad_body"}
        code = codes.get(status, "general")
        return problem(status, code, sentence(code))

    @app.errorhandler(Exception)
    def fault(unforeseen: Exception) -> Response | tuple[str, int]:
        # The type and the place are enough to find it; the message might quote what a patient typed.
        log.error("fault", kind=type(unforeseen).__name__, where=_where(unforeseen), path=request.url_rule)
        if not request.path.startswith(PROGRAMS):
            from server.web.pages import error_page  # noqa: PLC0415

            return error_page(500)
        return problem(500, "general", sentence("general"))


def _where(fault: Exception) -> str:
    frame = fault.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    if frame is None:
        return "?"
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.tb_lineno}"
