"""Files become values: realisation tables, tables of records, and SAKTI's budget export.

Importing it needs no extra; reading a workbook or a number in text does, and says so.
"""

from __future__ import annotations

from kinerja.readers.numbers import read_number
from kinerja.readers.sakti import GLP039, read_glp039
from kinerja.readers.tables import Actual, Actuals, read_actuals

__all__ = ["GLP039", "Actual", "Actuals", "read_actuals", "read_glp039", "read_number"]
