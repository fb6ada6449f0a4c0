"""From the achievement to the score: scorecards (rapor kinerja), their tables and files."""

from kinerja.scorecards.score import Score, Value, basis_year, keep_score, target_of
from kinerja.scorecards.scorecard import Scorecard
from kinerja.scorecards.scoring import Scoring

__all__ = ["Score", "Scorecard", "Scoring", "Value", "basis_year", "keep_score", "target_of"]
