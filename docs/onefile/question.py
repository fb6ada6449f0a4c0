"""One question of kinerja.html: what was typed and chosen, and the files beside it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import attrs

import kinerja
from kinerja import Catalogue, Language, RecordsError, Scoring, Text
from kinerja.readers import read_catalogue
from kinerja.readers.handed_in import Asked
from kinerja.readers.tables import read_in_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from kinerja.measurement import Minimise, Unit

    Tell = Callable[[float, int, str], object]

NAMED = Text(id="kolom di halaman ini", en="the field on this page")
"""What a refusal calls what was typed, where it stands against a file."""
READING = Text(id="Membaca", en="Reading")


@attrs.frozen(kw_only=True)
class Question:
    """What is asked, with the files beside it."""

    arguments: Mapping[str, Any]
    files: Mapping[str, bytes]
    tell: Tell

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return Language(self.arguments.get("language") or "id")

    def text(self, name: str) -> str:
        """Return what was typed in a field; blank where nothing was."""
        return str(self.arguments.get(name) or "").strip()

    def has(self, name: str) -> bool:
        """Tell whether a box is ticked."""
        return bool(self.arguments.get(name))

    def says(self, text: Text) -> str:
        """Return a text in the language of the answer."""
        return text.read(self.language)

    @property
    def catalogue(self) -> Catalogue:
        """The decree that was chosen; the library's own where none was."""
        return self._decree[0]

    @property
    def unread(self) -> list[str]:
        """What of the decree's file was not read."""
        return [self.says(text) for text in self._decree[1]]

    @functools.cached_property
    def _decree(self) -> tuple[Catalogue, list[Text]]:
        file, notes = self.text("decree"), list[Text]()
        return read_catalogue(file, notes=notes) if file else kinerja.BSPJI_PEKANBARU_2021_2024, notes

    def _evidence(self, files: Iterable[str]) -> list[PurePosixPath]:
        beside = {self.text(name) for name in ("decree", "targets", "trace")}
        return [PurePosixPath(path) for path in files if path not in beside]

    @property
    def _loose(self) -> list[str]:
        """The files that lie in no folder."""
        return [str(path) for path in self._evidence(self.files) if len(path.parts) == 1]

    @property
    def placed(self) -> dict[str, bytes]:
        """The files as they are read: several that lie in no folder are those of one, which is called as was typed."""
        loose = self._loose
        unit = self.text("unit") or self.says(Text(id="Data dukung", en="Evidence"))
        moved = {path: f"{unit}/{path}" for path in loose} if len(loose) > 1 else {}
        return {moved.get(path, path): content for path, content in self.files.items()}

    def paths(self) -> list[Path]:
        """Return the folders, one a unit: those of a folder that holds folders alone; or the one file beside none."""
        evidence = self._evidence(self.placed)
        first = dict.fromkeys(path.parts[0] for path in evidence)
        return [Path(name) for top in first for name in _units(top, evidence)]

    def asked(self) -> Asked:
        """Return what the options ask for."""
        targets, year = self.text("targets"), self.text("target_year")
        return Asked(
            period=self.text("period"),
            language=self.language,
            targets=Path(targets) if targets else None,
            target_year=int(year) if year else None,
            scoring=self.scoring(),
            other_unit=self.has("other_unit"),
            folder_name=self.text("unit") if self._loose else "",
            progress=self.reading,
            by=(self.says(NAMED), targets),
        )

    def reading(self, done: int | Fraction, total: int, name: str) -> None:
        """Tell which file is read, and how far."""
        self.tell(float(done), total, f"{self.says(READING)} {name}")

    def scoring(self) -> Scoring:
        """Return the rules of scoring: the decree's, and those that were typed and chosen; these may not differ."""
        cap, rule = self.text("cap"), cast("Minimise | None", self.text("minimise") or None)
        label = Text(id="Batas atas capaian", en="Cap of achievements")
        asked = Scoring(cap=number_of(cap, kinerja.PERCENT, label) if cap else None, minimise=rule)
        return self.catalogue.scored_by(asked, self.says(NAMED))


def _units(top: str, evidence: Iterable[PurePosixPath]) -> list[str]:
    within = [path.parts for path in evidence if path.parts[0] == top]
    if all(len(parts) > 2 for parts in within):  # noqa: PLR2004 - a folder, a folder in it, a file
        return list(dict.fromkeys("/".join(parts[:2]) for parts in within))
    return [top]


def number_of(text: str, unit: Unit, label: Text) -> Fraction:
    """Read a number as it was typed; what is refused says of which field."""
    try:
        return read_in_unit(text, unit)
    except RecordsError as error:
        problems = [attrs.evolve(one, place="", label=label, value=text) for one in error.problems]
        raise RecordsError.of(problems) from None
