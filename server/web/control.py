"""`POST /control`: an operator's command on this machine asks the running server to do its work."""

from __future__ import annotations

import secrets

from flask import Blueprint, Response, jsonify, request

from server.core.errors import Forbidden
from server.operations import OPERATIONS, OperationError, WrongArgumentsError, carry_out
from server.web.context import database, state
from server.web.problems import problem

blueprint = Blueprint("control", __name__)

#: The longest command, in bytes: a large hospital's clinic file fits many times, and the largest logo beside it.
MOST_BYTES = 4 * 1024 * 1024


@blueprint.post("/control")
def control() -> Response:
    """Carry out one operation for whoever can read the data folder's control file."""
    token = state().control_token
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token is None or not secrets.compare_digest(shown.encode(), token.encode()):
        raise Forbidden
    request.max_content_length = MOST_BYTES
    given = request.get_json(silent=True)
    operation, arguments = (given.get("operation"), given.get("arguments")) if isinstance(given, dict) else (None, None)
    if not isinstance(operation, str) or operation not in OPERATIONS or not isinstance(arguments, dict):
        return problem(400, "bad_body", "This operation is not known here.")
    try:
        return jsonify(carry_out(database(), operation, arguments))
    except WrongArgumentsError as refused:
        return problem(400, "bad_body", str(refused))
    except OperationError as refused:
        return problem(409, "refused", str(refused))
