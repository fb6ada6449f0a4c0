"""Which modules import each other: none, whether at once or on first use."""

from __future__ import annotations

import grimp


def test_no_module_needs_itself() -> None:
    """Taking away, again and again, what imports nothing that is left, nothing is left.

    Imports on first use count. Those of type checkers alone do not: a child may name its parent's type.
    """
    graph = grimp.build_graph("kinerja", exclude_type_checking_imports=True, cache_dir=None)
    left = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while free := {module for module, imported in left.items() if imported.isdisjoint(left)}:
        left = {module: imported for module, imported in left.items() if module not in free}
    assert {} == left
