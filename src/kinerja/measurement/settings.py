"""Parameters of an indicator: what a unit may set (setelan), and by which answer to a reading (tafsir) it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text, UnknownIndicatorError

if TYPE_CHECKING:
    from kinerja.measurement.indicator import Indicator

_KEY = "kinerja, setting"
_ANSWERS = "kinerja, answers"


@attrs.frozen(kw_only=True)
class Setting:
    """A field of an indicator that a unit may set.

    Fields:
        name: of the field.
        label: what it is called, as in the headings of `unit.xlsx`.
        default: what it is unless a unit sets it; None where the decree leaves it open.
    """

    name: str
    label: Text
    default: Any


def setting(label: Text) -> dict[str, Any]:
    """Mark a field of an indicator as one that a unit may set: the metadata of `attrs.field`.

    >>> import attrs
    >>> from kinerja.measurement import Text, setting, settings_of
    >>> @attrs.frozen(kw_only=True)
    ... class Sample:
    ...     accounts: frozenset[str] = attrs.field(metadata=setting(Text(id="akun", en="accounts")))
    >>> [one.label.id for one in settings_of(Sample).values()]
    ['akun']
    """
    return {_KEY: label}


def settings_of(indicator: Indicator[Any] | type[Any]) -> dict[str, Setting]:
    """Return name -> setting of an indicator, or of its class."""
    kind = indicator if isinstance(indicator, type) else type(indicator)
    return {
        field.name: Setting(
            name=field.name, label=field.metadata[_KEY], default=getattr(indicator, field.name, field.default)
        )
        for field in attrs.fields(kind)
        if _KEY in field.metadata
    }


def answer(taken: str, *others: str) -> Any:
    """Return a field of an indicator: the answer to a reading by which it counts, the first unless another is given.

    Another word is refused as UnknownIndicatorError, with those that there are.

    >>> from kinerja import ProductivityDelta
    >>> answers_of(ProductivityDelta)["case"]
    ('measure', 'company')
    """
    return attrs.field(default=taken, validator=_check_answer, metadata={_ANSWERS: (taken, *others)})


def _check_answer(_instance: object, attribute: attrs.Attribute[str], word: str) -> None:
    words = attribute.metadata[_ANSWERS]
    if word not in words:
        raise UnknownIndicatorError.of(word, words)


def answers_of(indicator: Indicator[Any] | type[Any]) -> dict[str, tuple[str, ...]]:
    """Return field -> the answers by which an indicator, or its class, can count; the one that is taken first."""
    kind = indicator if isinstance(indicator, type) else type(indicator)
    return {field.name: field.metadata[_ANSWERS] for field in attrs.fields(kind) if _ANSWERS in field.metadata}


def counts_as_taken(indicator: Indicator[Any]) -> bool:
    """Tell whether an indicator counts by the answers that its clause is taken to give."""
    return all(getattr(indicator, name) == words[0] for name, words in answers_of(indicator).items())
