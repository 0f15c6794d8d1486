"""What every route does the same way: who asks, may they, what language, is the body sound."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from flask import g, request, session
from flask_wtf.csrf import validate_csrf
from pydantic import BaseModel, ValidationError
from werkzeug.exceptions import NotFound as UnknownAddress
from wtforms import ValidationError as CsrfError

from server.accounts.service import identify_staff
from server.core.database import Actor
from server.core.errors import FieldProblem, Forbidden, Invalid, Refusal, Unauthorised
from server.core.language import choose_language, languages
from server.devices.service import identify_device
from server.web.context import database

Parameters = ParamSpec("Parameters")
Answer = TypeVar("Answer")
Body = TypeVar("Body", bound=BaseModel)

#: pydantic's own error types, in the words of our catalogues (`error-<code>`).
PYDANTIC_CODES = {
    "missing": "required",
    "string_too_long": "too_long",
    "string_too_short": "required",
    "too_long": "too_many",
    "extra_forbidden": "unknown_field",
    "literal_error": "not_a_choice",
    "enum": "not_a_choice",
}


#: The control characters that a text may hold: tabs and the line breaks of every system.
LAYOUT = "\t\n\r"


class BadBody(Refusal):
    """The body is not JSON, or not an object."""

    status = 400

    def __init__(self) -> None:
        super().__init__("bad_body")


def needs(*allowed: str) -> Callable[[Callable[Parameters, Answer]], Callable[Parameters, Answer]]:
    """Let in only these kinds (`kiosk`, `display`, `staff`) or staff roles (`supervisor` …).

    An administrator may do what any staff may. Raises Unauthorised or Forbidden.
    """

    def decorate(route: Callable[Parameters, Answer]) -> Callable[Parameters, Answer]:
        @functools.wraps(route)
        def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Answer:
            who = actor()
            if not {who.kind, who.role} & set(allowed) and who.role != "administrator":
                raise Forbidden
            return route(*args, **kwargs)

        guarded.needs = allowed  # type: ignore[attr-defined]  # read by the interface's description
        return guarded

    return decorate


def actor() -> Actor:
    """Who asks. Raises Unauthorised where no valid session or token came with the request."""
    if "actor" not in g:
        g.actor = _identify()
    found: Actor = g.actor
    return found


def _identify() -> Actor:
    header = request.headers.get("Authorization", "")
    bearer = header.removeprefix("Bearer ").strip() if header.startswith("Bearer ") else ""
    token = bearer or session.get("token", "")
    if not token:
        raise Unauthorised
    with database().read() as work:
        found = identify_staff(work, token) or (identify_device(work, token) if bearer else None)
    if found is None:
        session.pop("token", None)
        raise Unauthorised
    if not bearer and request.method not in ("GET", "HEAD", "OPTIONS"):
        try:
            validate_csrf(request.headers.get("X-CSRF-Token", ""))
        except CsrfError as problem:
            raise Forbidden("csrf") from problem
    return found


def language() -> str:
    """The language that this request asks for: `?language=`, else Accept-Language, else the default."""
    wanted = request.args.get("language") or request.accept_languages.best_match(languages())
    return choose_language(wanted)


def body(model: type[Body]) -> Body:
    """The request's JSON as a checked model; no body counts as an empty one.

    Raises BadBody or Invalid (naming each field). A character that no field can mean (NUL, escape, half of a
    surrogate pair) is refused here, before any database or printer meets it.
    """
    try:
        given: Any = request.get_json(silent=True) if request.content_length else {}
    except RecursionError as problem:  # nested thousands deep: nothing that a page of ours sends
        raise BadBody from problem
    if not isinstance(given, dict):
        raise BadBody
    unsound = _unsound(given)
    if unsound:
        raise Invalid([FieldProblem(field, "not_understood") for field in unsound])
    try:
        return model.model_validate(given)
    except ValidationError as problem:
        raise Invalid([_field_problem(dict(error)) for error in problem.errors()]) from problem


def refuse_unsound_address() -> None:
    """Before any route, and before any database: an address that holds what no code can mean (NUL, escape, half of a
    surrogate pair) leads nowhere, and a query that does is refused by its name. Raises NotFound or Invalid."""
    if not all(_is_text(str(value)) for value in (request.view_args or {}).values()):
        raise UnknownAddress
    unsound = [name for name, values in request.args.lists() if not all(map(_is_text, (name, *values)))]
    if unsound and all(map(_is_text, unsound)) and request.path.startswith("/api/"):
        raise Invalid([FieldProblem(name, "not_understood") for name in unsound])
    if unsound:
        raise UnknownAddress


def _unsound(given: dict[str, Any]) -> list[str]:
    """The fields whose text holds a control character or half of a surrogate pair. Raises BadBody for such a name."""
    found: list[str] = []
    left: list[tuple[str, Any]] = [("", given)]
    while left:
        field, value = left.pop()
        if isinstance(value, str):
            if not _is_text(value):
                found.append(field)
        elif isinstance(value, dict):
            if not all(map(_is_text, value)):
                raise BadBody
            left += [(f"{field}.{name}" if field else name, part) for name, part in value.items()]
        elif isinstance(value, list):
            left += [(f"{field}.{position}", part) for position, part in enumerate(value)]
    return sorted(found)


def _is_text(value: str) -> bool:
    return not any(
        sign not in LAYOUT and unicodedata.category(sign) in ("Cc", "Cs") for sign in value if not sign.isprintable()
    )


def _field_problem(error: dict[str, Any]) -> FieldProblem:
    context = error.get("ctx") or {}
    field = ".".join(str(part) for part in error["loc"])
    code = PYDANTIC_CODES.get(error["type"], "not_understood")
    limit = context.get("max_length")
    return FieldProblem(field, code, {"limit": limit} if isinstance(limit, int) else {})
