"""A terminal that articles cannot command: what they hold is shown, never obeyed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, line and paragraph separators, and halves of characters that no encoding can write."""
_ORDER = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates: one that is never closed would turn the rest of the line around."""

_NARROWEST = 40
"""In fewer columns than these a table loses its words; the terminal may break the lines instead."""


def one_line(text: str) -> str:
    r"""`text` as one line that changes nothing but what it fills: an escape character is shown as \x1b, a line end as \n."""
    return in_order(_COMMANDS.sub(_code, text))


def without_commands(text: str) -> str:
    """`text` with its line ends and tabs, every other control character shown as its code."""
    return _COMMANDS.sub(lambda match: match[0] if match[0] in "\n\t" else _code(match), text)


def in_order(text: str) -> str:
    """`text` in the direction of its letters: without the characters that a name can turn the words after it around with."""
    return _ORDER.sub("", text)


def _code(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def open_console() -> Console:
    """Standard output for lines and tables: texts are taken literally and never wrapped where they go into a file or a pipe."""
    from rich.console import Console  # noqa: PLC0415 - only when something is printed
    from rich.text import Text  # noqa: PLC0415

    class Terminal(Console):
        def render_str(self, text: str, **options: Any) -> Text:
            return super().render_str(one_line(text), **options)

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    console = Terminal(highlight=False, emoji=False, markup=False)
    console.width = max(console.width, _NARROWEST)
    console.soft_wrap = not console.is_terminal
    return console


def print_indented(console: Console, text: str, columns: int, style: str = "") -> None:
    """`text` in lines that all begin `columns` in; as one line where it goes into a file or a pipe."""
    from rich.padding import Padding  # noqa: PLC0415

    if console.soft_wrap:
        console.print(" " * columns + text, style=style)
    else:
        console.print(Padding(console.render_str(text), (0, 0, 0, columns), style=style, expand=False))
