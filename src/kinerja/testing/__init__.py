"""The law kit: what guards formulas, the library's and your own."""

from kinerja.testing.agreement import agrees
from kinerja.testing.errors import Disagreement, NoAnswerError
from kinerja.testing.foreign import Command, Foreign, Pandas, Sql
from kinerja.testing.messages import Habit

__all__ = ["Command", "Disagreement", "Foreign", "Habit", "NoAnswerError", "Pandas", "Sql", "agrees"]
