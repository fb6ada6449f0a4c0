"""What the commands print: tables on a terminal, plain text elsewhere."""

from __future__ import annotations

import contextlib
import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text as Line

from kinerja._base import Language, Text
from kinerja.decrees.page import promised, sections
from kinerja.scorecards.table import FIGURES, cells, footer, headings, title, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kinerja.catalogue import Catalogue
    from kinerja.decrees import Entry
    from kinerja.decrees.page import Section
    from kinerja.measurement import Evidence, Measurement
    from kinerja.scorecards import Scorecard

__all__ = ["show_catalogue", "show_entry", "show_lines", "show_measurement", "show_page", "show_scorecard", "watched"]

_PLAIN_WIDTH = 100


def _console() -> Console:
    """Open standard output; texts from files are never read as markup."""
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = _PLAIN_WIDTH
    return console


def _table(heading: Iterable[str], rows: Iterable[Iterable[str]], right: Iterable[int]) -> Table:
    table = Table()
    figures = set(right)
    for column, name in enumerate(heading):
        table.add_column(Line(name), justify="right" if column in figures else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Line, row))
    return table


def show_scorecard(card: Scorecard, language: Language) -> None:
    """Print a scorecard."""
    console = _console()
    if not console.is_terminal:
        console.print(to_text(card, language), soft_wrap=True)
        return
    console.print(title(card, language))
    console.print(_table(headings(language), (cells(score, language) for score in card), FIGURES))
    for line in footer(card, language):
        console.print(line)


_CATALOGUE_HEADINGS = (
    Text(id="Kode", en="Code"),
    Text(id="Indikator", en="Indicator"),
    Text(id="Satuan", en="Unit"),
    Text(id="Klasifikasi", en="Polarity"),
)


def show_catalogue(catalogue: Catalogue, language: Language) -> None:
    """Print every entry of a catalogue: a row each, with its baseline and targets."""
    decree, console = catalogue.decree, _console()
    act = Text(id="Keputusan Nomor", en="Decree Number").read(language)
    first = len(_CATALOGUE_HEADINGS)
    heading = [word.read(language) for word in _CATALOGUE_HEADINGS] + [str(year) for year in decree.years]
    rows = [
        [entry.code, entry.label, entry.unit.name.read(language), entry.polarity.value]
        + [promised(entry, year, language) for year in decree.years]
        for entry in catalogue.values()
    ]
    console.print(f"{act} {decree.number}: {decree.title}")
    console.print(_table(heading, rows, range(first, first + len(decree.years))))


def show_lines(lines: str) -> None:
    """Print lines that are laid out already."""
    _console().print(lines, soft_wrap=True)


def show_entry(entry: Entry, language: Language) -> None:
    """Print all that a decree says of one indicator, and how it is read."""
    show_page(f"{entry.code}  {entry.label}", sections(entry, language))


_PARAGRAPH: dict[str, Any] = {"initial_indent": "  ", "subsequent_indent": "  ", "break_on_hyphens": False}


def show_page(heading: str, page: Iterable[Section]) -> None:
    """Print a page for readers: its heading and its sections."""
    console = _console()
    console.print(heading, style="bold")
    for section in page:
        console.print()
        console.print(section.heading, style="bold")
        for line in section.lines:
            written = f"“{line}”" if section.quoted else line
            console.print(textwrap.fill(written, console.width, **_PARAGRAPH), soft_wrap=True)


def show_measurement(measurement: Measurement, sources: Iterable[Text], language: Language) -> None:
    """Print where the records come from, the worked line, and what became of the records where they were kept."""
    console = _console()
    lines = [*sources, Text(id="", en=""), _worked(measurement), *measurement.notes]
    if measurement.guarded:
        lines.extend(_became(measurement))
    for line in lines:
        console.print(line.read(language), soft_wrap=True)


def _worked(measurement: Measurement) -> Text:
    name, unit = measurement.indicator.name, measurement.indicator.unit.name
    return Text(
        id=f"{name} ({unit.id.lower()}): {measurement.worked(Language.INDONESIAN)}",
        en=f"{name} ({unit.en}): {measurement.worked(Language.ENGLISH)}",
    )


def _became(measurement: Measurement) -> Iterator[Text]:
    counted, left_out = measurement.counted, measurement.left_out
    yield Text(id=f"Baris dihitung: {len(counted)}", en=f"Lines counted: {len(counted)}")
    yield Text(id=f"Baris tidak dihitung: {len(left_out)}", en=f"Lines left out: {len(left_out)}")
    yield from _why_left_out(left_out)


def _why_left_out(left_out: Iterable[Evidence]) -> Iterator[Text]:
    """Count the records that failed the same conditions, the most frequent first."""
    for failed, times in Counter(item.nearest_miss for item in left_out).most_common():
        conditions = ", ".join(failed)
        yield Text(id=f"- {times} baris: tidak memenuhi {conditions}", en=f"- {times} lines: fail {conditions}")


@contextlib.contextmanager
def watched(label: Text, language: Language) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error while a long file is read; only on a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label.read(language), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
