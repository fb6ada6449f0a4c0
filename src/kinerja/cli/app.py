"""The commands by name, in Indonesian, or English where `--lang en` stands: their help, and what they say of a slip."""

from __future__ import annotations

import importlib
import itertools
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Never

import typer
import typer.core
import typer.main

import kinerja
from kinerja._base import Language, Text, UnknownIndicatorError
from kinerja.cli import messages as say
from kinerja.cli import words
from kinerja.cli.screen import tell

# Contexts, parameters and formatters are classes of click, which newer versions of typer keep to themselves; so is the
# error of a slip, from which the one that typer exports is derived.
_Slip: type[Any] = typer.BadParameter.__mro__[1]


class _Speaking:
    """A command, or several by name, that takes what it says from `words`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse in one sentence what cannot be understood."""
        own: Any = super()
        try:
            rest: list[str] = own.parse_args(ctx, [*args])  # typer empties it
        except _Slip as error:
            _refuse(ctx, _told(ctx, error, args))
        return rest

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        values = [_value(ctx, one) for one in ctx.command.get_params(ctx) if one.param_type_name == "argument"]
        values += [words.ANY_COMMAND.read(ctx.obj)] if said_of(ctx).commands else []
        line = " ".join([words.ANY_OPTIONS.read(ctx.obj), *values])
        formatter.write_usage(ctx.command_path, line, prefix=words.USAGE.read(ctx.obj))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, its parameters, the commands below it, and examples."""
        said, language = said_of(ctx), ctx.obj
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(said.does.read(language))
        parameters = ctx.command.get_params(ctx)
        for kind, heading in (("argument", words.ARGUMENTS), ("option", words.OPTIONS)):
            rows = [(_names(ctx, one), _help(ctx, one)) for one in parameters if one.param_type_name == kind]
            _write_rows(formatter, heading.read(language), rows)
        commands = [(name, one.does.read(language)) for name, one in said.commands.items()]
        _write_rows(formatter, words.COMMANDS_HEADING.read(language), commands)
        with formatter.section(words.EXAMPLES.read(language)):
            for example in said.examples:
                formatter.write(f"  {example}\n")


class Command(_Speaking, typer.core.TyperCommand):
    """A command that refuses arguments beside those that it has."""

    allow_extra_args = True  # so that they are refused here

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse in one sentence what cannot be understood."""
        rest = super().parse_args(ctx, args)
        if rest:
            _refuse(ctx, say.EXTRA_ARGUMENTS.text(given=tuple(rest)))
        return rest


class Commands(_Speaking, typer.core.TyperGroup):
    """Commands by name, which say what they say in the language of `--lang`, wherever it stands."""

    def main(self, args: Sequence[str] | None = None, *others: Any, **extra: Any) -> Any:
        """Run a command."""
        language = words.language_of(sys.argv[1:] if args is None else args)
        extra["obj"] = language
        extra["default_map"] = _speaking(words.KINERJA, language.value)
        return super().main(args, *others, **extra)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Refuse a command that there is not."""
        known = said_of(ctx).commands
        if args[0] not in known:
            _refuse(ctx, UnknownIndicatorError.of(args[0], known).text)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command when it is asked for, so that none waits for what another needs."""
        said = said_of(ctx).commands[cmd_name]
        alone = _typer(cmd_name)
        if said.commands:
            alone.callback(invoke_without_command=True)(show_help)
        else:
            home = said.module or (cmd_name if ctx.parent is None else ctx.command.name)
            function = getattr(importlib.import_module(f"kinerja.cli.{home}"), f"{cmd_name}_command")
            alone.command(cmd_name, cls=Command)(function)
        return typer.main.get_command(alone)


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


def _write_rows(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _names(ctx: Any, parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _value(ctx, parameter)
    return " ".join(filter(None, [", ".join(parameter.opts), _value(ctx, parameter)]))


def _help(ctx: Any, parameter: Any) -> str:
    required = words.REQUIRED.read(ctx.obj) if parameter.required else ""
    default = f"{words.DEFAULT.read(ctx.obj)}: {parameter.default}." if isinstance(parameter.default, str) else ""
    return " ".join(filter(None, [required, _words_of(ctx, parameter).says.read(ctx.obj), default]))


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
    option = parameter.opts[0] if parameter.param_type_name == "option" or said.value is None else said.value
    return message.text(option=option, says=said.says, value=_given(args, parameter))


def _given(args: Sequence[str], parameter: Any) -> str:
    """Return what stands behind an option; typer's error says it in a sentence alone."""
    option = parameter.opts[0]
    behind = [after for name, after in itertools.pairwise(args) if name == option]
    joined = [arg.removeprefix(f"{option}=") for arg in args if arg.startswith(f"{option}=")]
    return next(iter([*behind, *joined]), "")


def _typer(name: str) -> typer.Typer:
    return typer.Typer(
        name=name, cls=Commands, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )


app: typer.Typer = _typer("kinerja")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(kinerja.__version__)
        raise typer.Exit


_LANGUAGE = typer.Option("--lang")
_VERSION = typer.Option("--version", callback=_show_version, is_eager=True)


@app.callback(invoke_without_command=True)
def before(
    context: typer.Context,
    _version: Annotated[bool, _VERSION] = False,
    _language: Annotated[Language, _LANGUAGE] = Language.INDONESIAN,
) -> None:
    """Show the help where no command is named; both options are answered before."""
    show_help(context)


def show_help(context: typer.Context, _language: Annotated[Language, _LANGUAGE] = Language.INDONESIAN) -> None:
    """Show the help of a group of which no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
