"""The command `kinerja`, also as `python -m kinerja`."""

from __future__ import annotations

import sys

from kinerja.errors import MissingExtraError

__all__ = ["main"]

_OPTIONAL = {"rich", "typer"}


def main() -> None:
    """Run the command line; without its optional packages, say in one sentence how to install them."""
    try:
        from kinerja.cli.app import app  # noqa: PLC0415 - it imports what the extra `cli` installs
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OPTIONAL:
            raise
        sys.stderr.write(f"{MissingExtraError.of('cli').text.id}\n")
        sys.exit(2)
    app()


if __name__ == "__main__":
    main()
