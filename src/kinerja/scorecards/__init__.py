"""From the achievement to the score: scorecards (rapor kinerja), their tables and files."""

from kinerja.scorecards.score import Score, Scoring, Value, basis_year, keep_score, target_of
from kinerja.scorecards.scorecard import Scorecard

__all__ = ["Score", "Scorecard", "Scoring", "Value", "basis_year", "keep_score", "target_of"]
