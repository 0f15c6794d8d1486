"""`/api/openapi.json`: the HTTP interface as OpenAPI 3.1, read off the routes themselves."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, Response, current_app, jsonify
from pydantic import BaseModel

from server.core.settings import VERSION

blueprint = Blueprint("openapi", __name__)

PREFIX = "/api/v1"
SCHEMAS = "#/components/schemas/"


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """The interface of this very server."""
    return jsonify(describe(current_app._get_current_object()))  # type: ignore[attr-defined]  # noqa: SLF001


def describe(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of an application's `/api/v1` routes."""
    schemas: dict[str, Any] = {"Problem": _problem_schema()}
    paths: dict[str, Any] = {}
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith(PREFIX):
            continue
        route = app.view_functions[rule.endpoint]
        view = inspect.unwrap(route)
        guarded = hasattr(route, "needs") or _asks_who(view)
        path = re.sub(r"<(?:[^<>:]*:)?(\w+)>", r"{\1}", re.sub(r"<any\([^)]*\):", "<", rule.rule))
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            operation = _operation(view, path, rule.arguments, schemas)
            if guarded:
                operation["security"] = [{"bearer": []}, {"session": []}]
            operation["operationId"] = f"{method.lower()}_{rule.endpoint.replace('.', '_')}"
            paths.setdefault(path, {})[method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "Houzhen", "version": VERSION},
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "houzhen"},
            },
        },
    }


def _operation(view: Callable[..., Any], path: str, arguments: set[str], schemas: dict[str, Any]) -> dict[str, Any]:
    summary, _, rest = (inspect.getdoc(view) or "").partition("\n")
    operation: dict[str, Any] = {
        "summary": summary.rstrip("."),
        "tags": [path.removeprefix(PREFIX + "/").split("/")[0]],
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in sorted(arguments)
        ],
        "responses": {
            "2XX": {"description": "Done"},
            "4XX": {
                "description": "Refused, with a stable code and a sentence",
                "content": {"application/problem+json": {"schema": {"$ref": f"{SCHEMAS}Problem"}}},
            },
        },
    }
    if rest.strip():
        operation["description"] = rest.strip()
    model = _body_model(view)
    if model is not None:
        operation["requestBody"] = {
            "content": {"application/json": {"schema": {"$ref": SCHEMAS + _add_schema(model, schemas)}}}
        }
    return operation


def _asks_who(view: Callable[..., Any]) -> bool:
    """Whether a route without `needs` asks for itself who came, or lets a private function beside it ask."""
    named = (view.__globals__.get(name) for name in view.__code__.co_names if name.startswith("_"))
    helpers = [one for one in named if inspect.isfunction(one) and one.__module__ == view.__module__]
    asking: list[Callable[..., Any]] = [view, *helpers]
    return any("actor" in one.__code__.co_names for one in asking)


def _body_model(view: Callable[..., Any]) -> type[BaseModel] | None:
    """The model that a route hands to `body(…)`: a name of its code that is a pydantic class."""
    if "body" not in view.__code__.co_names:
        return None
    named = (view.__globals__.get(name) for name in view.__code__.co_names)
    return next((one for one in named if inspect.isclass(one) and issubclass(one, BaseModel)), None)


def _add_schema(model: type[BaseModel], schemas: dict[str, Any]) -> str:
    schema = model.model_json_schema(ref_template=SCHEMAS + "{model}")
    schemas.update(schema.pop("$defs", {}))
    name = f"{model.__module__.split('.')[1]}_{model.__name__}"
    schemas[name] = schema
    return name


def _problem_schema() -> dict[str, Any]:
    text = {"type": "string"}
    field = {"type": "object", "properties": {"field": text, "code": text, "detail": text}}
    return {
        "type": "object",
        "required": ["status", "code", "detail"],
        "properties": {
            "type": text, "title": text, "status": {"type": "integer"}, "code": text, "detail": text,
            "fields": {"type": "array", "items": field}, "args": {"type": "object"},
        },
    }  # fmt: skip
