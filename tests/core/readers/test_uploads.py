"""Files that are not on a disk: bytes, open files and uploads are read as files are."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import CatalogueError, ColumnsError, P3DNRatio, RecordsError, Tenant, load_catalogue
from kinerja.readers import (
    measure_folders,
    read_actuals,
    read_folder,
    read_glp039,
    read_rows,
    read_targets,
    sources_of,
    stream_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

TENANTS = b"satker;tenan;seleksi\nA;T-1;9/1/2023\n"
BROKEN = b"satker;tenan;seleksi\nA;T-1;kemarin\n"
ACTUALS = b"kode;realisasi\nSK3/4;47,25\n"
TARGETS = b"kode;target\nSK3/4;50\n"
LINES = b"kode anggaran;tahun;akun;pagu revisi;realisasi\n1;2023;521211;400;100\n"


class Upload:
    """What a web framework hands over: a name, and what reads the content once."""

    def __init__(self, name: object, content: bytes) -> None:
        self.name = name
        self.read = io.BytesIO(content).read


def _told(content: Any) -> list[str]:
    with pytest.raises(RecordsError) as caught:
        read_rows(content, Tenant)
    return [one.place for one in caught.value.problems]


def test_bytes_are_read_as_the_file_would_be(tmp_path: Path) -> None:
    """The same records."""
    (tmp_path / "a.csv").write_bytes(TENANTS)
    assert read_rows(tmp_path / "a.csv", Tenant) == read_rows(TENANTS, Tenant)


@pytest.mark.parametrize("read", [read_rows, lambda *given: tuple(stream_rows(*given))])
def test_an_open_file_and_an_upload_are_read(read: Any, tmp_path: Path) -> None:
    """Whatever has bytes to read."""
    (tmp_path / "a.csv").write_bytes(TENANTS)
    with (tmp_path / "a.csv").open("rb") as file:
        assert read(TENANTS, Tenant) == read(file, Tenant) == read(Upload("b.csv", TENANTS), Tenant)


@pytest.mark.parametrize("kind", [bytearray, lambda content: io.StringIO(content.decode())])
def test_a_buffer_and_a_file_of_text_are_read(kind: Any) -> None:
    """As `open` without "rb" gives it."""
    assert read_rows(TENANTS, Tenant) == read_rows(kind(TENANTS), Tenant)


def test_messages_name_an_upload_as_it_was_called() -> None:
    """Bytes alone have no name, nor has what a number stands for."""
    assert [["b.csv"], [""], [""]] == [_told(Upload("b.csv", BROKEN)), _told(BROKEN), _told(Upload(7, BROKEN))]


def test_columns_that_bytes_lack_are_told_of_this_file() -> None:
    """Which nobody named."""
    with pytest.raises(ColumnsError) as caught:
        read_rows(b"a;b\n1;2\n", Tenant)
    assert caught.value.text.id.startswith("berkas ini: tidak ada kolom")


def test_an_upload_of_another_kind_is_refused() -> None:
    """Its name says so."""
    with pytest.raises(RecordsError):
        read_rows(Upload("a.pdf", TENANTS), Tenant)


def test_an_upload_of_nothing_is_refused() -> None:
    """As an empty file is."""
    assert ["a.csv"] == _told(Upload("a.csv", b""))


def test_tables_of_figures_are_read_from_bytes() -> None:
    """Realisations and targets."""
    assert (["SK3/4"], ["SK3/4"]) == (list(read_actuals(ACTUALS).by_code()), list(read_targets(TARGETS)))


def test_bytes_that_are_no_report_are_refused() -> None:
    """Without a name they may be the CSV of one."""
    with pytest.raises(RecordsError):
        read_glp039(TENANTS)


def test_uploads_are_a_folder() -> None:
    """Of the unit that hands them in; each has its digest among the sources."""
    uploads = {"anggaran.csv": LINES, ".keep": b"", "catatan.pdf": b"x"}
    folder = read_folder(uploads, CATALOGUE, name="BSPJI Pekanbaru")
    (source,) = sources_of([folder], "SK3/4")
    expected = P3DNRatio().measure(realised=100, ceiling=400).quantities
    measured: Any = measure_folders([folder], CATALOGUE, 2023)["SK3/4"]
    assert (expected, hashlib.sha256(LINES).hexdigest(), ["catatan.pdf"], "BSPJI Pekanbaru") == (
        measured.quantities,
        source.sha256,
        [str(text) for text in folder.unread],
        folder.name,
    )


@pytest.mark.parametrize(
    ("uploads", "name", "code"),
    [
        ({"anggaran.csv": LINES}, " ", "folder.uploads_unnamed"),
        ({}, "A", "folder.empty"),
        ({"catatan.pdf": b"x"}, "A", "folder.without_tables"),
    ],
)
def test_uploads_that_say_nothing_are_refused(uploads: dict[str, bytes], name: str, code: str) -> None:
    """By whom they are is part of what they say."""
    with pytest.raises(RecordsError) as caught:
        read_folder(uploads, CATALOGUE, name=name)
    assert code == caught.value.code


def test_a_catalogue_is_read_from_bytes_and_uploads(tmp_path: Path) -> None:
    """As from its file; what is wrong is told under its name."""
    text = "objectives = []\n"
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    said = []
    for given in (tmp_path / "a.toml", Upload("a.toml", text.encode()), text.encode(), Upload("a.toml", b"\xff")):
        with pytest.raises(CatalogueError) as caught:
            load_catalogue(given)
        said.append((caught.value.text.id.partition(":")[0].rpartition("/")[2], len(caught.value.problems)))
    assert [("a.toml", 3), ("a.toml", 3), ("TOML", 3), ("a.toml", 1)] == said
