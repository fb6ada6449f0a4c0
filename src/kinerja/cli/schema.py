"""`kinerja schema`: the JSON Schema of what is written and read."""

from __future__ import annotations

from typing import Annotated

import typer

from kinerja import schemas
from kinerja._base import Language, as_json
from kinerja.cli import options


def schema_command(
    name: Annotated[str, typer.Argument()],
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    language: options.LangOption = Language.INDONESIAN,
) -> None:
    """Print a JSON Schema."""
    with options.speaking(language, output, force=force) as out:
        out.say(as_json(schemas.schema(name)))
