"""Small mistakes in a module, one at a time: what a mutant is, where one may stand, and how it is put there."""

from __future__ import annotations

import ast
import copy
import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = Path(__file__).parents[2] / "src/kinerja"
Step: TypeAlias = "tuple[str, int | None]"
"""A field of a node and, where that is a list, the place in it."""

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_UNREAD = ("annotation", "returns", "decorator_list", "type_comment", "bases")
"""What says nothing of what is computed: annotations, and how a class or function is dressed."""


@attrs.frozen(kw_only=True)
class Mutant:
    """One change of one module.

    Fields:
        path: the file of the module.
        number: its place among the changes of that module.
        line: where the change stands.
        lines: the lines of the statement around it, first and last.
        within: the function around it, as `Class.method`; empty where it runs when the module is imported.
        was: the code before.
        became: the code after.
        steps: the way from the module to the node.
        choice: which of the changes of that node.
    """

    path: Path
    number: int
    line: int
    lines: tuple[int, int]
    within: str
    was: str
    became: str
    steps: tuple[Step, ...]
    choice: int

    @property
    def name(self) -> str:
        """The file of the module, from that of the library."""
        return self.path.relative_to(SOURCE).as_posix()

    def tree(self) -> ast.Module:
        """Return the module with the change in it."""
        tree = ast.parse(self.path.read_text("utf-8"))
        node = _at(tree, self.steps)
        changed = [*_changes(node)][self.choice]
        (field, place), holder = self.steps[-1], _at(tree, self.steps[:-1])
        if place is None:
            setattr(holder, field, changed)
        else:
            getattr(holder, field)[place] = changed
        return ast.fix_missing_locations(tree)

    def __str__(self) -> str:
        return f"{self.name}:{self.line} #{self.number} {self.within or 'module'}: {self.was} -> {self.became}"


def mutants(path: Path) -> list[Mutant]:
    """Return every mutant of a module, in the order of its lines."""
    tree = ast.parse(path.read_text("utf-8"))
    made = [
        (*site, choice, changed)
        for site in _sites(tree, (), tree, "", inside=False)
        for choice, changed in enumerate(_changes(site[1]))
    ]
    return [
        Mutant(
            path=path,
            number=number,
            line=node.lineno,
            lines=_lines(statement),
            within=within,
            was=_short(node),
            became=_short(changed),
            steps=steps,
            choice=choice,
        )
        for number, (steps, node, statement, within, choice, changed) in enumerate(made, 1)
    ]


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _lines(statement: ast.AST) -> tuple[int, int]:
    """Return the lines of a statement, of a compound one those of its head."""
    first, last = statement.lineno, statement.end_lineno or statement.lineno  # type: ignore[attr-defined]
    body = getattr(statement, "body", None)
    return first, max(first, body[0].lineno - 1) if isinstance(body, list) else last


def _at(tree: ast.AST, steps: tuple[Step, ...]) -> ast.AST:
    return functools.reduce(
        lambda node, step: getattr(node, step[0]) if step[1] is None else getattr(node, step[0])[step[1]], steps, tree
    )


def _sites(
    node: ast.AST, steps: tuple[Step, ...], statement: ast.AST, within: str, *, inside: bool
) -> Iterator[tuple[tuple[Step, ...], ast.expr | ast.stmt, ast.AST, str]]:
    """Go through the nodes that may change, each with the statement and the function around it."""
    if _is_unread(node):
        return
    statement = node if isinstance(node, ast.stmt) else statement
    if isinstance(node, ast.expr | ast.stmt):
        yield steps, node, statement, within if inside else ""
    for field, value in ast.iter_fields(node):
        if field in _UNREAD:
            continue
        enters = isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda) and field == "body"
        name = getattr(node, "name", "<lambda>")
        below = f"{within}.{name}".strip(".") if enters else within
        deeper = inside or (enters and not isinstance(node, ast.ClassDef))
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST):
                yield from _sites(child, (*steps, (field, place)), statement, below, inside=deeper)


def _is_unread(node: ast.AST) -> bool:
    """Tell whether a node computes nothing: docstrings, imports, types, names of a module, that lengths are held."""
    match node:
        case (
            ast.Expr(value=ast.Constant())
            | ast.Import()
            | ast.ImportFrom()
            | ast.If(test=ast.Name(id="TYPE_CHECKING"))
            | ast.AnnAssign(annotation=ast.Name(id="TypeAlias"))
            | ast.Assign(targets=[ast.Name(id="__all__" | "__slots__" | "__module__")])
            | ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec")))
            | ast.ClassDef(bases=[ast.Name(id="Protocol"), *_])
            | ast.keyword(arg="strict")
        ):
            return True
    return False


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Return what a node may become; each change is one mistake that a person makes."""
    for kind, change in _KINDS:
        if isinstance(node, kind):
            yield from change(node)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool(value):
            yield ast.Constant(value=not value)
        case int(value):
            yield ast.Constant(value=value + 1)
        case str(value):
            yield ast.Constant(value=f"XX{value}")


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for place, operator in enumerate(node.ops):
        changed = copy.deepcopy(node)
        changed.ops[place] = _SWAPPED[type(operator)]()  # type: ignore[call-overload]
        yield changed


def _operator(node: ast.BinOp | ast.BoolOp | ast.AugAssign) -> Iterator[ast.AST]:
    if type(node.op) in _SWAPPED:
        changed = copy.deepcopy(node)
        changed.op = _SWAPPED[type(node.op)]()  # type: ignore[assignment]
        yield changed


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(op=ast.Not(), operand=test)


def _condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[ast.AST]:
    if not isinstance(node.test, ast.Compare | ast.UnaryOp):  # those change by themselves
        changed = copy.copy(node)
        changed.test = _negated(node.test)
        yield changed


def _unfiltered(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> Iterator[ast.AST]:
    for place, one in enumerate(node.generators):
        if one.ifs:
            changed = copy.deepcopy(node)
            changed.generators[place].ifs = []
            yield changed


def _returned(node: ast.Return) -> Iterator[ast.AST]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield ast.Return(value=ast.Constant(value=None))


def _dropped(_: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


def _loop(node: ast.Break | ast.Continue) -> Iterator[ast.AST]:
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


_KINDS: tuple[tuple[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.Constant, _constant),
    (ast.Compare, _compare),
    ((ast.BinOp, ast.BoolOp, ast.AugAssign), _operator),
    (ast.UnaryOp, _unary),
    ((ast.If, ast.IfExp, ast.While), _condition),
    ((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), _unfiltered),
    (ast.Return, _returned),
    ((ast.Raise, ast.Expr), _dropped),
    ((ast.Break, ast.Continue), _loop),
)
