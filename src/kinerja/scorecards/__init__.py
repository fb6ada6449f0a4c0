"""From the achievement to the score: scorecards (rapor kinerja), their tables and files."""

from kinerja.scorecards.score import Basis, Score, Value
from kinerja.scorecards.scorecard import Scorecard

__all__ = ["Basis", "Score", "Scorecard", "Value"]
