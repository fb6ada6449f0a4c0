"""Commands that speak Indonesian, or English where `--lang en` stands: their help, and what they say of a slip."""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING, Any, Never

import typer
import typer.core

from kinerja._base import Text, UnknownIndicatorError
from kinerja.cli import messages as say
from kinerja.cli import words
from kinerja.cli.screen import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Contexts, parameters and formatters are classes of click, which newer versions of typer keep to themselves; so is the
# error of a slip, from which the one that typer exports is derived.
_Slip: type[Any] = typer.BadParameter.__mro__[1]


class Command(typer.core.TyperCommand):
    """A command that takes what it says from `words`."""

    allow_extra_args = True  # so that they are refused here

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse in one sentence what cannot be understood."""
        try:
            super().parse_args(ctx, [*args])  # typer empties it
        except _Slip as error:
            _refuse(ctx, _told(ctx, error, args))
        if ctx.args:
            _refuse(ctx, say.EXTRA_ARGUMENTS.text(given=tuple(ctx.args)))
        return []

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        values = [_value(ctx, one) for one in self.get_params(ctx) if one.param_type_name == "argument"]
        _write_usage(ctx, formatter, values)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, its parameters, and examples."""
        _write_help(self, ctx, formatter)


class Commands(typer.core.TyperGroup):
    """Commands by name, which say what they say in the language of `--lang`, wherever it stands."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        """Run a command."""
        language = words.language_of(sys.argv[1:] if args is None else args)
        extra["obj"] = language
        extra["default_map"] = _speaking(words.KINERJA, language.value)
        return super().main(args, *others, **extra)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse in one sentence what cannot be understood."""
        try:
            return super().parse_args(ctx, [*args])  # typer empties it
        except _Slip as error:
            _refuse(ctx, _told(ctx, error, args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Refuse a command that there is not."""
        known = said_of(ctx).commands
        if args[0] not in known:
            _refuse(ctx, UnknownIndicatorError.of(args[0], known).text)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how commands are called."""
        _write_usage(ctx, formatter, [words.ANY_COMMAND.read(ctx.obj)])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what each command does."""
        _write_help(self, ctx, formatter)


def said_of(ctx: Any) -> words.Words:
    """Return the words of the command of a context, by the names that lead to it."""
    return words.KINERJA if ctx.parent is None else said_of(ctx.parent).commands[ctx.command.name]


def _speaking(said: words.Words, language: str) -> dict[str, Any]:
    """Return what each command below takes for its language, as click asks for defaults."""
    return {"language": language, **{name: _speaking(one, language) for name, one in said.commands.items()}}


def _words_of(ctx: Any, parameter: Any) -> words.Parameter:
    name = parameter.name if parameter.param_type_name == "argument" else parameter.opts[0]
    return said_of(ctx).own.get(name) or words.PARAMETERS[name]


def _value(ctx: Any, parameter: Any) -> str:
    """Write what stands for a value: `FOLDER...`, and in brackets where it may be left out."""
    value = _words_of(ctx, parameter).value
    written = ("" if value is None else value.read(ctx.obj)) + ("..." if parameter.nargs == -1 else "")
    return f"[{written}]" if parameter.param_type_name == "argument" and not parameter.required else written


def _write_usage(ctx: Any, formatter: Any, values: list[str]) -> None:
    line = " ".join([words.ANY_OPTIONS.read(ctx.obj), *values])
    formatter.write_usage(ctx.command_path, line, prefix=words.USAGE.read(ctx.obj))


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    said, language = said_of(ctx), ctx.obj
    command.format_usage(ctx, formatter)
    formatter.write_paragraph()
    formatter.write_text(said.does.read(language))
    parameters = command.get_params(ctx)
    for kind, heading in (("argument", words.ARGUMENTS), ("option", words.OPTIONS)):
        rows = [(_names(ctx, one), _help(ctx, one)) for one in parameters if one.param_type_name == kind]
        _write_rows(formatter, heading.read(language), rows)
    commands = [(name, one.does.read(language)) for name, one in said.commands.items()]
    _write_rows(formatter, words.COMMANDS_HEADING.read(language), commands)
    with formatter.section(words.EXAMPLES.read(language)):
        for example in said.examples:
            formatter.write(f"  {example}\n")


def _write_rows(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _names(ctx: Any, parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _value(ctx, parameter)
    return " ".join(filter(None, [", ".join(parameter.opts), _value(ctx, parameter)]))


def _help(ctx: Any, parameter: Any) -> str:
    return " ".join(_sentences(ctx, parameter))


def _sentences(ctx: Any, parameter: Any) -> Iterator[str]:
    if parameter.required:
        yield words.REQUIRED.read(ctx.obj)
    yield _words_of(ctx, parameter).says.read(ctx.obj)
    if isinstance(parameter.default, str):
        yield f"{words.DEFAULT.read(ctx.obj)}: {parameter.default}."


def _refuse(ctx: Any, text: Text) -> Never:
    """Say what is wrong, how the command is called, and where there is more; end with 2."""
    tell(text.read(ctx.obj), err=True)
    typer.echo(f"{ctx.get_usage()}\n{words.MORE.read(ctx.obj)}: {ctx.command_path} --help", err=True)
    raise typer.Exit(2)


def _told(ctx: Any, error: Any, args: Sequence[str]) -> Text:
    """Say in both languages what typer refuses in English; its errors are told apart by the names of their classes."""
    known = {name: one for one in ctx.command.get_params(ctx) for name in one.opts}
    match type(error).__name__:
        case "NoSuchOption":
            return UnknownIndicatorError.of(error.option_name, [name for name in known if name.startswith("-")]).text
        case "BadOptionUsage" if _words_of(ctx, known[error.option_name]).value is None:
            return say.TAKES_NO_VALUE.text(option=error.option_name)
        case "BadOptionUsage":
            parameter, message = known[error.option_name], say.NO_VALUE
        case "MissingParameter":
            parameter, message = error.param, say.MISSING
        case _:
            parameter, message = error.param, say.NO_SUCH_VALUE
    said = _words_of(ctx, parameter)
    return message.text(option=_option(parameter, said), says=said.says, value=_given(args, parameter))


def _given(args: Sequence[str], parameter: Any) -> str:
    """Return what stands behind an option; typer's error says it in a sentence alone."""
    option = parameter.opts[0]
    behind = [after for name, after in itertools.pairwise(args) if name == option]
    joined = [arg.removeprefix(f"{option}=") for arg in args if arg.startswith(f"{option}=")]
    return next(iter([*behind, *joined]), "")


def _option(parameter: Any, said: words.Parameter) -> Text:
    if parameter.param_type_name == "option" or said.value is None:
        return Text(id=parameter.opts[0], en=parameter.opts[0])
    return said.value
