"""What the routes of accounts share: the blueprint, the asker's token, answers that nobody may keep."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request, session

blueprint = Blueprint("accounts", __name__)


def token() -> str:
    """The token that came with this request: a program's from its header, else a browser's session."""
    header = request.headers.get("Authorization", "")
    found: str = header.removeprefix("Bearer ").strip() or session.get("token", "")
    return found


def private(content: dict[str, Any]) -> Response:
    """An answer that no cache may keep."""
    answer = jsonify(content)
    answer.headers["Cache-Control"] = "no-store"
    return answer
