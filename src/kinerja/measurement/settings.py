"""Settings (setelan): the fields of an indicator that a unit may set, where its decree leaves them open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja._base import Text

if TYPE_CHECKING:
    from kinerja.measurement.indicator import Indicator

_KEY = "kinerja, setting"


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
