"""Where two plain values differ, down to the smallest part."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Message, Text
from kinerja.trace import messages as say
from kinerja.trace.labels import LABELS, Labels, is_amount, label_of, told

if TYPE_CHECKING:
    from kinerja._base import Problem


@attrs.frozen(kw_only=True)
class Difference:
    """One thing in a trace that does not follow: where, what stands there, and what follows.

    `said` is how that is told, by what it was held against; `labels` are what readers call the places.
    """

    where: str
    stands: str
    follows: str
    said: Message = attrs.field(default=say.FIGURE_DIFFERS, repr=False)
    labels: Labels = attrs.field(default=LABELS, repr=False, eq=False)
    is_amount: bool = attrs.field(default=attrs.Factory(lambda own: is_amount(own.where), takes_self=True), repr=False)

    @property
    def text(self) -> Text:
        """The difference as one sentence."""
        return self.as_problem().text

    def as_problem(self) -> Problem:
        """Return the difference as a problem of the trace."""
        sides = (told(side, self.labels, amount=self.is_amount) for side in (self.stands, self.follows))
        stands, follows = (
            Text(id=one.id.removesuffix("."), en=one.en.removesuffix(".")) for one in sides
        )  # within a sentence
        problem = self.said.problem(self.where, stands=stands, follows=follows)
        return attrs.evolve(problem, label=label_of(self.where, self.labels))


def compared(path: str, stands: Any, follows: Any) -> Iterator[Difference]:
    """Compare plain data, down to the smallest part that differs; of tables in two numbers what the other has not."""
    if isinstance(stands, dict) and isinstance(follows, dict) and stands.keys() == follows.keys():
        for name, value in stands.items():
            yield from compared(f"{path}.{name}" if path else name, value, follows[name])
    elif _are_tables(stands) and _are_tables(follows):
        yield from _of_lists(path, stands, follows)
    elif stands != follows or type(stands) is not type(follows):
        yield Difference(where=path, stands=_shown(stands), follows=_shown(follows))


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, dict | list) for part in value)


def _of_lists(path: str, stands: list[Any], follows: list[Any]) -> Iterator[Difference]:
    if len(stands) == len(follows):
        for number, (one, other) in enumerate(zip(stands, follows, strict=True), 1):
            yield from compared(f"{path}[{number}]", one, other)
        return
    lost, gained = ([one for one in left if one not in right] for left, right in ((stands, follows), (follows, stands)))
    yield Difference(where=path, stands=_shown(lost), follows=_shown(gained))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
