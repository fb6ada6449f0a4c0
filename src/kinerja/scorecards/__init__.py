"""From the achievement to the score: scorecards (rapor kinerja), their tables and files."""

from kinerja.scorecards.score import Basis, Score, Scoring, Value
from kinerja.scorecards.scorecard import Scorecard

__all__ = ["Basis", "Score", "Scorecard", "Scoring", "Value"]
