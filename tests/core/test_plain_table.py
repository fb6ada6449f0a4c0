"""Documents as plain text."""

from __future__ import annotations

import attrs
import pytest

from kinerja.writers import Document, Section, Table, to_text, wrapped

LONG = Table(
    headings=["Nama yang panjang", "Nilai akhir"],
    rows=[["satu dua tiga empat lima", "1.234"], ["a", "5"]],
    figures={1},
)


def laid_out(table: Table[str], width: int | None = None) -> list[str]:
    """Return the lines of a table as plain text."""
    return to_text(Document(sections=[Section(table=table)]), width).split("\n")


def test_cells_are_wrapped_at_their_width() -> None:
    """A long text goes on below, and the figures beside it stand once, to the right."""
    table = Table(headings=["Nama", "Nilai"], rows=[["satu dua tiga", "1"]], figures={1}, widths={0: 8})
    assert ["Nama      Nilai", "--------  -----", "satu dua      1", "tiga", "--------  -----"] == laid_out(table)


def test_an_empty_cell_keeps_its_place() -> None:
    """Nothing is shifted."""
    table = Table(headings=["A", "B"], rows=[["", "1"]], figures={1})
    assert ["A  B", "-  -", "   1", "-  -"] == laid_out(table)


@pytest.mark.parametrize("width", [21, 25, 30])
def test_a_table_fits_the_terminal(width: int) -> None:
    """Its widest columns are wrapped further, and the rules show how wide it is."""
    assert width >= len(laid_out(LONG, width)[2])


def test_a_terminal_that_is_wide_enough_changes_nothing() -> None:
    """The table is as wide as it is."""
    assert laid_out(LONG) == laid_out(LONG, 200)


def test_a_figure_is_never_broken() -> None:
    """Where nothing more gives way, the table is wider than the terminal."""
    assert ["1.234", "5"] == [word for line in laid_out(LONG, 5) for word in line.split() if word[0].isdecimal()]


def test_a_table_without_rows_has_its_headings() -> None:
    """Between the rules."""
    assert ["A  B", "-  -", "-  -"] == laid_out(Table(headings=["A", "B"], rows=[], figures={1}))


def test_lines_under_a_heading_are_set_in_and_wrapped() -> None:
    """At the width of the terminal."""
    document = Document(title=["Judul"], sections=[Section(heading="Bagian", lines=["satu dua tiga"])])
    assert "Judul\n\nBagian\n  satu dua\n  tiga" == to_text(document, 10)


def test_the_title_and_the_lines_below_a_table_fit_the_terminal() -> None:
    """A word is not broken where the screen ends; without a terminal they stand as they are."""
    table = Table(headings=["A"], rows=[])
    document = Document(title=["satu dua tiga"], sections=[Section(table=table, lines=["empat lima enam"])])
    assert ("satu dua\ntiga\n\nA\n-\n-\nempat lima\nenam", "satu dua tiga\n\nA\n-\n-\nempat lima enam") == (
        to_text(document, 10),
        to_text(document),
    )


def test_lines_alone_stand_as_they_are() -> None:
    """A path or a worked line is not broken, but on a terminal, between its words."""
    alone = Document(sections=[Section(lines=["satu dua tiga"])])
    assert ("satu dua tiga", "satu dua\ntiga") == (to_text(alone), to_text(alone, 10))


def test_a_decrees_own_words_are_in_quotation_marks() -> None:
    """Each line of them."""
    document = Document(sections=[Section(heading="Bunyi", lines=["a", "b"], quoted=True)])
    assert "Bunyi\n  “a”\n  “b”" == to_text(document)


def test_words_are_broken_only_where_nothing_else_gives_way() -> None:
    """The other columns of texts are narrowed first; what has a stroke between two words is parted behind it."""
    table = Table(headings=["Nama", "Satuan"], rows=[["Produktivitas/efisiensi perusahaan", "satu dua tiga empat"]])
    assert ["Nama            Satuan", "--------------  --------"] == laid_out(table, 24)[:2]
    assert "Produktivitas/  satu dua" == laid_out(table, 24)[2]


def test_a_stroke_between_digits_parts_nothing() -> None:
    """A code stays whole."""
    table = Table(headings=["Kode indikator"], rows=[["lihat SK3/4 dan SK2/1"]])
    assert ["lihat", "SK3/4 dan", "SK2/1"] == laid_out(table, 10)[3:-1]


WIDE = Table(
    headings=["Kode", "Nama", "T1", "R1", "T2", "R2"],
    rows=[["A", "satu dua", "1", "2", "3", "4"]],
    figures=range(2, 6),
    groups={0: "Sasaran"},
    together=2,
)


def test_a_table_too_wide_is_parted_where_it_may_be() -> None:
    """What belongs together stays so; each part begins with the first column, and groups are told once."""
    assert [
        "Kode  Nama      T1  R1",
        "----  --------  --  --",
        "Sasaran",
        "A     satu dua   1   2",
        "----  --------  --  --",
        "",
        "Kode  T2  R2",
        "----  --  --",
        "A      3   4",
        "----  --  --",
    ] == laid_out(WIDE, 24)


def test_a_table_that_fits_is_not_parted() -> None:
    """Nor is one that is as wide as it is."""
    assert laid_out(WIDE) == laid_out(WIDE, 40)


def test_of_what_is_set_in_the_next_lines_are_set_in_further() -> None:
    """So that where one thing begins is seen."""
    assert "satu dua\ntiga\n  a b c\n    d\n- e f g\n  h" == wrapped("satu dua tiga\n  a b c d\n- e f g h", 8)


def test_a_word_that_is_longer_than_the_line_stays_whole() -> None:
    """A path can be copied."""
    assert "di\nfolder/yang/panjang.xlsx" == wrapped("di folder/yang/panjang.xlsx", 10)


LABELLED = Table(
    headings=["Kode", "Indikator", "Nilai"],
    rows=[["SK1", "Persentase layanan yang selesai tepat waktu", "1.234"], ["SK2", "Indeks", ""]],
    figures={2},
    yields=1,
    groups={0: "Sasaran"},
)


def test_a_column_that_yields_stands_beside_the_others_while_it_can_be_read() -> None:
    """Words are not broken for it."""
    assert [
        "Kode  Indikator           Nilai",
        "----  ------------------  -----",
        "Sasaran",
        "SK1   Persentase layanan  1.234",
        "      yang selesai tepat",
        "      waktu",
        "SK2   Indeks",
        "----  ------------------  -----",
    ] == laid_out(LABELLED, 33)


def test_a_column_that_yields_stands_above_its_rows_where_it_could_not_be_read() -> None:
    """No figure and no heading is broken for it."""
    table = attrs.evolve(LABELLED, headings=["Kode", "Indikator", "Nilai tahun 2023"])
    assert [
        "Kode  Indikator",
        "      Nilai tahun 2023",
        "----  ----------------",
        "Sasaran",
        "SK1   Persentase",
        "      layanan yang",
        "      selesai tepat",
        "      waktu",
        "                 1.234",
        "SK2   Indeks",
        "",
        "----  ----------------",
    ] == laid_out(table, 33)


def test_a_first_column_that_yields_stays_where_it_is() -> None:
    """It has nothing to stand behind."""
    table = Table(headings=["Tafsir", "Realisasi"], rows=[["satu dua tiga empat", "1"]], figures={1}, yields=0)
    assert ["satu dua tiga          1", "empat"] == laid_out(table, 24)[2:-1]
