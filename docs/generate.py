"""Write the pages that are made from the library, their place in the navigation, and draw a scorecard and sheets.

`python docs/generate.py` writes them; `python docs/generate.py --check` ends with 1 and names those that are stale.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Language, Text
from kinerja.readers import measure_folders, read_catalogue, read_folder
from kinerja.writers import to_svg
from onefile import app
from sitepages.codes import codes_page
from sitepages.indicator_pages import EXAMPLE, indicator_pages
from sitepages.markdown import between_marks
from sitepages.packages import packages_table, reference_pages
from sitepages.sheet_pictures import sheet_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main", "pages", "stale", "write"]

ROOT = Path(__file__).resolve().parents[1]
EXCEL = ROOT / "examples" / "balai-excel"
FOLDERS = ("docs/indicators", "docs/reference")
"""What stands in them is written here and nowhere else."""


def pages(root: Path) -> dict[str, str]:
    """Return every page, the parts of others in their place, and the picture, by path in the project."""
    indicators, reference = indicator_pages(), {**reference_pages(), "reference/codes.md": codes_page()}
    how, settings, one_file = "docs/how-it-works.md", "mkdocs.yml", "docs/onefile/page.html"
    return {
        **{f"docs/{name}": page for name, page in (indicators | reference).items()},
        "docs/scorecard.svg": picture(),
        "docs/dari-excel/rapor.svg": picture_of_excel(),
        **{f"docs/dari-excel/{name}": drawn for name, drawn in sheet_pictures().items()},
        one_file: between_marks((root / one_file).read_text("utf-8"), worked_example(), ("<!--", " -->")),
        how: between_marks((root / how).read_text("utf-8"), f"\n{packages_table()}\n", ("<!--", " -->")),
        settings: between_marks(
            (root / settings).read_text("utf-8"),
            f"{navigation('Indicators', indicators)}\n{navigation('Reference', reference)}",
            ("#", ""),
        ),
    }


def navigation(title: str, paths: Sequence[str] | dict[str, str]) -> str:
    """Return a part of the navigation; each page stands under its own heading."""
    return "\n".join([f"  - {title}:", *(f"      - {path}" for path in paths)])


def write(root: Path) -> None:
    """Write what is stale, and remove the pages that nothing writes any more."""
    wanted = pages(root)
    for name in stale(root):
        path = root / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], encoding="utf-8")
        else:
            path.unlink()


def stale(root: Path) -> list[str]:
    """Return the paths of what is not as it would be written now, too many or too few included."""
    wanted = pages(root)
    there = {path for folder in FOLDERS for path in (root / folder).rglob("*.md")}
    there |= {root / name for name in wanted if (root / name).exists()}
    found = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in there}
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


def worked_example() -> str:
    """Return what kinerja.html shows before it can work anything out: a figure that it worked out, in each language."""
    typed = {"realised": "472.500.000", "ceiling": "1.000.000.000"}
    return "\n".join(
        f'<div class="example" lang="{language.value}">{_answer(language, typed)}</div>' for language in Language
    )


def _answer(language: Language, typed: dict[str, str]) -> str:
    asked = {"code": "SK3/4", "period": "2023", "quantities": typed, "language": language.value}
    answer = app.handle("figure", asked, {})
    title = Text(id="Contoh dengan angka rekaan: SK3/4, 2023", en="An example with invented figures: SK3/4, 2023")
    cards = (
        f'<div><dt>{one["heading"]}</dt><dd class="big">{one["figure"]}</dd><dd>{one["note"]}</dd></div>'
        for one in answer["cards"]
    )
    return f'<h3>{title.read(language)}</h3><dl class="cards">{"".join(cards)}</dl>{answer["html"]}'


def picture() -> str:
    """Draw the scorecard of the example, which is made up and says so."""
    folder = read_folder(EXAMPLE, CATALOGUE)
    card = CATALOGUE.scorecard(2023, measure_folders([folder], CATALOGUE, 2023))
    title = [
        "Rapor kinerja 2023 - Balai Contoh (ilustrasi)",
        f"Target menurut Keputusan Nomor {card.decree.number}. Data dukungnya rekaan: examples/{EXAMPLE.name}",
    ]
    return to_svg(attrs.evolve(card.picture(), title=title))


def picture_of_excel() -> str:
    """Draw the scorecard of the forms that stand beside the workbook of a decree; both are made up."""
    catalogue = read_catalogue(EXCEL / "iku-2026.xlsx")
    return to_svg(
        catalogue.scorecard(
            2026, measure_folders([read_folder(EXCEL / "isian.xlsx", catalogue)], catalogue, 2026)
        ).picture()
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or with --check say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name what is stale and end with 1")
    if not parser.parse_args(arguments).check:
        write(ROOT)
        return 0
    names = stale(ROOT)
    for name in names:
        sys.stderr.write(f"{name} is stale; run: python docs/generate.py\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
