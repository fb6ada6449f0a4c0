"""How docstrings become pages: doctests as code, and the lists of fields and symbols as lists."""

from __future__ import annotations

import re
from typing import Any

import griffe

_DOCTEST = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)
_LIST = re.compile(r"^(?P<heading>Fields|Symbols):\n(?P<items>(?: {4}.+(?:\n|\Z))+)", re.MULTILINE)
_ITEM = re.compile(r"^ {4}(?P<name>\S[^:]*): ", re.MULTILINE)


def _as_list(block: re.Match[str]) -> str:
    items = _ITEM.sub(r"- **\g<name>**: ", block["items"])
    return f"**{block['heading']}**\n\n{items}"


def lay_out(docstring: str) -> str:
    r"""Return a docstring with its doctests fenced as code, and its fields and symbols as a list.

    >>> print(lay_out("Symbols:\n    A: assisted\n    B: improved"))
    **Symbols**
    <BLANKLINE>
    - **A**: assisted
    - **B**: improved
    """
    fenced = _DOCTEST.sub(lambda block: f"```pycon\n{block[0]}\n```", docstring)
    return _LIST.sub(_as_list, fenced)


class LaidOut(griffe.Extension):
    """Lays out every docstring of the library."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:  # noqa: ARG002 - griffe passes more
        """Lay out one docstring, once it was read from the source."""
        if obj.docstring is not None:
            obj.docstring.value = lay_out(obj.docstring.value)

    def on_function_instance(self, *, func: griffe.Function, **kwargs: Any) -> None:  # noqa: ARG002 - as above
        """Show what a class may state, which `stated` decorates, as the attribute that it is."""
        if func.parent is not None and any(str(one.value) == "stated" for one in func.decorators):
            shown = griffe.Attribute(func.name, annotation=func.returns, docstring=func.docstring, parent=func.parent)
            shown.labels.add("property")
            func.parent.set_member(func.name, shown)
