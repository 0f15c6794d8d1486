"""Refusals that a person or program can act on. The web turns them into RFC 9457 problems."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FieldProblem:
    """One field's trouble: `field` is a dotted path, `code` a stable word, `args` fill its sentence
    (`error-<code>` in the catalogues)."""

    field: str
    code: str
    args: dict[str, str | int] = dataclasses.field(default_factory=dict)


class Refusal(Exception):  # noqa: N818  (it is an answer, not a fault)
    """A request that the clinic's rules or the present state do not allow."""

    status = 409

    def __init__(self, code: str, **args: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.args_for_text = args
        #: What the asker can go on with, such as other times; sent beside code and sentence.
        self.offered: dict[str, Any] = {}


class WrongState(Refusal):
    """The ticket, task or room is not in a state from which this step is possible."""

    def __init__(self, state: str, step: str) -> None:
        super().__init__("wrong_state", state=state, step=step)


class NotFound(Refusal):
    """No such thing, or none that the asker may see."""

    status = 404

    def __init__(self, what: str = "thing") -> None:
        super().__init__("not_found", what=what)


class Forbidden(Refusal):
    """The asker is known and may not do this."""

    status = 403

    def __init__(self, code: str = "forbidden", **args: str | int) -> None:
        super().__init__(code, **args)


class Unauthorised(Refusal):
    """The asker is not known: no session or token, or one that was revoked."""

    status = 401

    def __init__(self, code: str = "unauthorised") -> None:
        super().__init__(code)


class TooMany(Refusal):
    """Too many tries; `seconds` tells when to try again."""

    status = 429

    def __init__(self, code: str, seconds: int) -> None:
        super().__init__(code, seconds=seconds)
        self.seconds = seconds


class Invalid(Refusal):
    """Fields that cannot be taken as they are; nothing was stored."""

    status = 422

    def __init__(self, problems: list[FieldProblem]) -> None:
        super().__init__("invalid")
        self.problems = problems
