"""How unclear clauses are read (tafsir): the answer taken, the others, and how each of them is computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from kinerja._base import FrozenMap, KinerjaError, Text, UnknownIndicatorError
from kinerja.decrees import messages as say
from kinerja.measurement import Indicator, answers_of

_Worded = TypeVar("_Worded", "Alternative", "Reading")

READING = "reading"
"""Under which a unit's settings hold the answers that it takes."""


def fields_set(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings that are fields of the indicator."""
    return {name: value for name, value in settings.items() if name != READING}


def _by_name(named: Mapping[str, Any]) -> FrozenMap[str, Any]:
    return FrozenMap({name: tuple(value) if isinstance(value, list) else value for name, value in named.items()})


def by_word(word: str, several: Iterable[_Worded]) -> _Worded:
    """Return the one of a word.

    Raises:
        UnknownIndicatorError: for a word that none has.
    """
    named = {one.word: one for one in several if one.word}
    if word not in named:
        raise UnknownIndicatorError.of(word, named)
    return named[word]


@attrs.frozen(kw_only=True)
class Alternative:
    """Another answer to the question of a reading (kemungkinan lain).

    One of `changes`, `by` and `lacks` says how it is computed; without them it is words alone.

    Fields:
        text: the answer, in words.
        word: by which it is named among the answers of its reading, such as "company".
        changes: parameters laid over the indicator as it is measured, field -> value.
        by: the indicator that counts or divides as this answer says, made of the same records.
        lacks: the data that is missing to compute it.

    Raises:
        IndicatorError: for more than one way to compute it.
    """

    text: Text
    word: str = ""
    changes: FrozenMap[str, Any] = attrs.field(factory=FrozenMap, converter=_by_name)
    by: type[Indicator[Any]] | None = None
    lacks: Text | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an answer that is computed in two ways."""
        if sum(map(bool, (self.changes, self.by, self.lacks))) > 1:
            raise say.COMPUTED_TWICE.error(indicator="Alternative", member="changes, by, lacks", value=self.text)

    @property
    def is_computed(self) -> bool:
        """Whether something computes it."""
        return bool(self.by or self.changes)

    @property
    def needs(self) -> Text | None:
        """The data that is missing to compute it, as the end of a sentence."""
        return self.lacks and Text(id=f"perlu {self.lacks.id}", en=f"it needs {self.lacks.en}")

    def over(self, indicator: Indicator[Any]) -> Indicator[Any] | None:
        """Return the indicator under this answer, its other parameters as they were; None where nothing computes it.

        An indicator that is another reading has not every parameter of the one that it stands for, nor every answer.

        Raises:
            IndicatorError: for parameters that the indicator has not, or that cannot be.
        """
        if self.by is not None:
            own = attrs.fields_dict(type(indicator))
            shared = [field.name for field in attrs.fields(self.by) if field.init and field.name in own]
            return self.by(**{name: getattr(indicator, name) for name in shared})
        if not self.changes or (indicator.reading_of is not None and not self._fits(indicator)):
            return None
        try:
            return attrs.evolve(indicator, **self.changes)
        except KinerjaError:
            raise
        except (TypeError, ValueError) as error:
            raise say.ANSWER_UNFIT.error(
                indicator=indicator.name, member="changes", value=dict(self.changes), error=error
            ) from None

    def _fits(self, indicator: Indicator[Any]) -> bool:
        fields, answers = attrs.fields_dict(type(indicator)), answers_of(indicator)
        return all(name in fields and word in answers.get(name, (word,)) for name, word in self.changes.items())


@attrs.frozen(kw_only=True)
class Reading:
    """How an unclear clause is read: the question, the answer taken, the others, and why.

    Fields:
        question: what the clause leaves open.
        taken, takes: the answer that the catalogue takes, in words, and its word, such as "measure".
        alternatives: the other answers.
        reason: why it was taken.
        word: by which the question is named among those of its entry, such as "case".
    """

    question: Text
    taken: Text
    alternatives: tuple[Alternative, ...]
    reason: Text
    word: str = ""
    takes: str = ""

    @property
    def answers(self) -> tuple[Alternative, ...]:
        """All answers, the catalogue's own first."""
        return (Alternative(text=self.taken, word=self.takes), *self.alternatives)

    def answer(self, word: str) -> Alternative:
        """Return the answer of a word.

        Raises:
            UnknownIndicatorError: for a word that no answer has.
        """
        return by_word(word, self.answers)
