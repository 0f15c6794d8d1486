"""Pure decisions of registration: names, phones, identity numbers, ages, masks, visit classes."""

from __future__ import annotations


class Unfit(ValueError):  # noqa: N818  (it is an answer about what was typed, not a fault)
    """What was typed cannot be taken; `code` and `args` make its sentence (`error-<code>`)."""

    def __init__(self, code: str, **args: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.args_for_text = args
