"""How every command ends: in its output, in one line that says what is wrong, or at once when it is interrupted."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO

import click

_INTERRUPTED = 130
_PIPE_CLOSED = 141
"""128 + SIGPIPE: 1 would say that --fail-on found something."""


class Failure(click.ClickException):
    """What a user can put right, in one line; exit code 2. A wrong option is a `click.UsageError` instead."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))

    def show(self, file: IO[Any] | None = None) -> None:
        """The line, on standard error."""
        from reports.terminal import one_line

        click.echo(f"Error: {one_line(self.message)}", file=file, err=True)


class Commands(click.Group):
    """A group whose commands leave no traceback behind when they are interrupted or nobody reads what they write."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; 130 after an interrupt, 141 where the reader of a pipe has gone."""
        _write_what_can_be_written()
        try:
            with one_line_errors():
                result = super().invoke(ctx)
                _flush()
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _forget_output()
            ctx.exit(_PIPE_CLOSED)
        return result


@contextmanager
def one_line_errors() -> Iterator[None]:
    """What a user can put right ends in one line and exit code 2, never in a traceback."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget_output()
        reason = error.strerror or str(error)
        raise Failure(f"{os.fsdecode(error.filename)}: {reason}" if error.filename else reason) from error
    except (RuntimeError, ValueError) as error:
        if not isinstance(error, _named_errors()):
            raise
        raise Failure(str(error)) from error


def _named_errors() -> tuple[type[Exception], ...]:
    """Errors whose message is written for the user."""
    from checker.encoders import EncoderError
    from checker.engine.pool import WorkerError
    from claims.declarations import DeclarationError
    from claims.entities.tagger import TaggerError
    from reports.stored import ReportError

    return EncoderError, DeclarationError, ReportError, TaggerError, WorkerError


def standard_input() -> BinaryIO | None:
    """The bytes of standard input, None where it is closed."""
    return getattr(sys.stdin, "buffer", None)


def _write_what_can_be_written() -> None:
    """A terminal whose encoding lacks a letter shows its code; it is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _forget_output() -> None:
    """What is still to be written goes nowhere, so that Python does not complain about it on its way out."""
    try:
        _flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
