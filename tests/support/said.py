"""What the library says: every message, by package. Run as a program, it approves texts and pages as they are now."""

from __future__ import annotations

import contextlib
import enum
import importlib
import pkgutil
import re
import string
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import kinerja
from installed import absent_libraries
from kinerja import KinerjaError
from kinerja._base import Message, Problem, Text
from kinerja._base.message import ErrorMessage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

APPROVED = Path(__file__).parents[1] / "core" / "approved"


def modules() -> Iterator[ModuleType]:
    """Import each module of messages; a package that has the name of an extra needs that extra."""
    for module in pkgutil.walk_packages(kinerja.__path__, prefix="kinerja."):
        parts = module.name.split(".")
        if "messages" in parts and not absent_libraries(parts[1]):
            yield importlib.import_module(module.name)


def said() -> dict[str, dict[str, Message]]:
    """Return every message, package -> its name in the code -> message, each in one package."""
    found: defaultdict[str, dict[str, Message]] = defaultdict(dict)
    seen: set[int] = set()
    for module in modules():
        for name, value in vars(module).items():
            if isinstance(value, Message) and id(value) not in seen:
                seen.add(id(value))
                found[module.__name__.split(".")[1]][name] = value
    return dict(found)


def as_text(package: str) -> str:
    """Return what a package says as a file holds it: code and error, or name; the Indonesian text; the English one."""
    told = {_title(message): message for message in said()[package].values()} | _parts(package)
    return "\n".join(f"{title}\n  {text.id}\n  {text.en}\n" for title, text in told.items())


def _title(message: Message) -> str:
    return f"{message.code} {message.kind.__name__}" if isinstance(message, ErrorMessage) else message.code


def _parts(package: str) -> dict[str, Text]:
    """Return the texts that messages of a package are filled with, by their names in its code."""
    named = [pair for module in modules() if module.__name__.split(".")[1] == package for pair in vars(module).items()]
    return {
        f"{name}.{getattr(key, 'name', getattr(key, '__name__', key))}".removesuffix("."): text
        for name, value in named
        for key, text in _texts(value)
    }


def _texts(value: object) -> Iterator[tuple[Any, Text]]:
    if isinstance(value, Text):
        yield "", value
    elif isinstance(value, dict | type(enum.Enum)):
        members = value.items() if isinstance(value, dict) else value.__members__.items()
        yield from (
            (key, text) for key, member in members if isinstance(text := getattr(member, "value", member), Text)
        )


MESSAGES = {message.code: message for messages in said().values() for message in messages.values()}


def places(text: str) -> set[str]:
    """Return the places for values in a text, without what their values are asked for."""
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def sentence(code: str, /, **values: Any) -> Text:
    """Return the text of a code with its values in their places, where it is itself a value of another."""
    return MESSAGES[code].text(**values)


def told(code: str, place: str, /, **values: Any) -> str:
    """Return the English text of a problem: where it is, and the sentence of its code with its values."""
    called_in_indonesian = dict.fromkeys(places(MESSAGES[code].id) - places(MESSAGES[code].en), "")
    return f"{place}: {sentence(code, **(called_in_indonesian | values)).en}"


@contextlib.contextmanager
def refused(
    code: str, kind: type[KinerjaError] | None = None, /, about: str | Text = "", **values: Any
) -> Iterator[pytest.ExceptionInfo[Any]]:
    """Expect an error that says this message with these values, itself or by the one problem that it lists.

    It is of the message's own kind unless told otherwise. Its text must be the approved one with its values in their
    places, behind what it is `about`. A value that is a text in both languages may be told by the English one. Of a
    problem, the values that stand in its text alone must all be told.
    """
    message = MESSAGES[code]
    own_kind = message.kind if isinstance(message, ErrorMessage) else KinerjaError
    with pytest.raises(kind or own_kind) as caught:
        yield caught
    told = _told(caught.value)
    held = _held(told, values)
    told_values = {name: _as_told(held[name], value) for name, value in values.items() if name in held}
    assert (code, values) == (told.code, told_values)
    text = message.text(**held)
    before = about if isinstance(about, Text) else Text(id=about, en=about)
    expected = Text(id=before.id + text.id, en=before.en + text.en)
    assert expected == (told.allowed if isinstance(told, Problem) else told.text)


def _told(error: KinerjaError) -> KinerjaError | Problem:
    problems = getattr(error, "problems", None)  # an error of rows has a text of this name
    told: tuple[KinerjaError | Problem, ...] = problems if isinstance(problems, tuple) else (error,)
    assert 1 == len(told), error
    return told[0]


def _held(told: KinerjaError | Problem, values: dict[str, Any]) -> dict[str, Any]:
    if isinstance(told, KinerjaError):
        return vars(told)
    in_its_text = {name: value for name, value in values.items() if name in places(MESSAGES[told.code].en)}
    return in_its_text | attrs.asdict(told, recurse=False, filter=lambda _, value: value is not None)


def _as_told(held: object, value: object) -> object:
    return held.en if isinstance(held, Text) and isinstance(value, str) else held


if __name__ == "__main__":
    from pages import WRITTEN

    for file, written in WRITTEN.items():
        (APPROVED / file).write_text(written(), encoding="utf-8", newline="\n")
    for of_package in said():
        (APPROVED / f"{of_package}.txt").write_text(as_text(of_package), encoding="utf-8", newline="\n")
