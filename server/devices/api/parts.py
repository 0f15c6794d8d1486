"""What the routes of devices share: the blueprint."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("devices", __name__)
