"""On which line of a TOML file a path of its plain data stands."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from kinerja.readers.catalogues.placed import path_of

if TYPE_CHECKING:
    from tree_sitter import Node

Steps: TypeAlias = tuple[str | int, ...]
"""The keys of tables, and the numbers of items in lists, counted from 0."""


class TomlLines:
    """The lines of a TOML file that can be read; without the extra `cli`, which brings the grammar, it knows none."""

    def __init__(self, text: str, data: dict[str, Any]) -> None:
        self._data = data
        self._lines: dict[Steps, int] = {}
        self._items: Counter[Steps] = Counter()
        for node in _top_of(text):
            self._note_top(node)

    def line_of(self, path: str) -> int | None:
        """Return the line of a path such as `entries[SK3/4].unit`, of what holds it where it is not there itself."""
        steps = path_of(path, self._data)
        known = (self._lines.get(steps[:length]) for length in range(len(steps), 0, -1))
        return next((line for line in known if line is not None), None)

    def _note_top(self, node: Node) -> None:
        if node.type == "pair":
            self._note_pair((), node)
            return
        header, *pairs = (child for child in node.named_children if child.type != "comment")
        steps: Steps = ()
        for key in _keys(header):
            steps = self._last_item((*steps, key))
        if node.type == "table_array_element":
            array = steps[:-1] if isinstance(steps[-1], int) else steps
            self._note(array, node)
            steps = (*array, self._items[array])
            self._items[array] += 1
        self._note(steps, node)
        for pair in pairs:
            self._note_pair(steps, pair)

    def _last_item(self, steps: Steps) -> Steps:
        return (*steps, self._items[steps] - 1) if steps in self._items else steps

    def _note_pair(self, table: Steps, pair: Node) -> None:
        key, value = pair.named_children
        steps = table
        for name in _keys(key):
            steps = (*steps, name)
            self._note(steps, pair)
        self._note_value(steps, value)

    def _note_value(self, steps: Steps, value: Node) -> None:
        parts = [child for child in value.named_children if child.type != "comment"]
        for number, part in enumerate(parts):
            if part.type == "pair":
                self._note_pair(steps, part)
            elif value.type == "array":
                self._note((*steps, number), part)
                self._note_value((*steps, number), part)

    def _note(self, steps: Steps, node: Node) -> None:
        self._lines.setdefault(steps, node.start_point[0] + 1)


def _top_of(text: str) -> list[Node]:
    """Return the tables and pairs of a file, none where the grammar is not installed."""
    try:
        import tree_sitter_toml  # noqa: PLC0415 - of the extra `cli`
        from tree_sitter import Language, Parser  # noqa: PLC0415 - as above
    except ImportError:
        return []
    root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    return [node for node in root.named_children if node.type in {"pair", "table", "table_array_element"}]


def _keys(node: Node) -> Iterator[str]:
    """Give the keys of a dotted key, without their quotation marks."""
    if node.type == "dotted_key":
        for part in node.named_children:
            yield from _keys(part)
    else:
        yield next(iter(tomllib.loads(f"{(node.text or b'').decode()} = 0")))
