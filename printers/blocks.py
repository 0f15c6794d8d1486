"""The sheet that blocks are set on, with the few moves that all of them share."""

from __future__ import annotations

from pathlib import Path

from printers.marks import Box, Mark, Text
from printers.paper import RULE, Paper
from printers.typeset import Type, fit, width_of


class Sheet:
    """A growing ticket. `y` is the first free row."""

    def __init__(self, paper: Paper, fonts: Path, language: str) -> None:
        self.paper = paper
        self.fonts = fonts
        self.language = language
        self.y = 0
        self.marks: list[Mark] = []

    def rule(self) -> None:
        """A line across the paper at the first free row."""
        self.marks.append(Box(self.paper.left, self.y, self.paper.width, RULE))
        self.y += RULE

    def right_text(self, text: str, style: Type, baseline: int) -> None:
        """Text that ends at the right margin."""
        x = self.paper.right - width_of(self.fonts, text, style)
        self.marks.append(Text(x, baseline, text, style))

    def lines(
        self,
        text: str,
        styles: tuple[Type, ...],
        above: int,
        *,
        leading: float = 1.25,
        middle: bool = False,
    ) -> int:
        """Set a text below the row `above`, in the largest style that fits, and give its last baseline."""
        style, lines = fit(self.fonts, text, list(styles), self.paper.width)
        baseline = above
        step = round(style.size * leading)
        for line in lines:
            baseline += step
            spare = self.paper.width - width_of(self.fonts, line, style) if middle else 0
            self.marks.append(Text(self.paper.left + round(spare / 2), baseline, line, style))
            step = round(style.size * 1.25)
        return baseline
