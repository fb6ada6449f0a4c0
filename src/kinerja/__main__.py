"""The command `kinerja`, also as `python -m kinerja`."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja._base import Text

_OPTIONAL = {"rich", "typer"}
_PLAIN = {"×": "x", "“": '"', "”": '"', "→": "->", "–": "-", "✓": "v", "✗": "x"}


def main() -> None:
    """Run the command line; without its optional packages, say in one sentence how to install them."""
    _speak_plainly()
    try:
        _run()
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OPTIONAL:
            raise
        from kinerja._base import MissingExtraError  # noqa: PLC0415 - needed here alone

        _say(MissingExtraError.of("cli").text)
        sys.exit(2)
    except BrokenPipeError:
        _let_go_of_output()
        sys.exit(1)
    except OSError as error:
        _let_go_of_output()
        from kinerja.cli.messages import OUTPUT_LOST  # noqa: PLC0415 - needed here alone

        _say(OUTPUT_LOST.text(error=error))
        sys.exit(2)


def _say(text: Text) -> None:
    from kinerja.cli.words import language_of  # noqa: PLC0415 - `--version` does without

    sys.stderr.write(f"{text.read(language_of(sys.argv))}\n")


def _run() -> None:
    """Run the commands, and write out what they printed while an error can still be told."""
    from kinerja.cli.app import app  # noqa: PLC0415 - it imports what the extra `cli` installs

    try:
        app()
    finally:
        sys.stdout.flush()


def _let_go_of_output() -> None:
    """Point standard output nowhere, so that the interpreter does not try once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def _speak_plainly() -> None:
    """Let a terminal or file that cannot hold a sign, such as ×, have the nearest it can."""
    codecs.register_error("kinerja", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="kinerja")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign, "?") for sign in lost), error.end


if __name__ == "__main__":
    main()
