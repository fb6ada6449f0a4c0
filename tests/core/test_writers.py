"""Documents as values, and as Markdown, HTML, CSV and SVG."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import attrs
import pytest

from kinerja import Language, Text
from kinerja.writers import Document, Section, Table, to_csv, to_html, to_markdown, to_page, to_svg, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = Table(
    headings=["Kode", "Uraian", "Nilai"],
    rows=[["SK1/1", "panjang sekali uraian ini", "1.234,50%"], ["SK1/2", "", "-"]],
    figures={2},
    widths={1: 14},
)
CARD = Document(title=["Rapor", "Keputusan"], sections=[Section(table=TABLE, lines=["Jumlah: 1"])])
PAGE = Document(
    title=["SK1/1  Tenan"],
    sections=[
        Section(heading="Bunyi", lines=["a & b", "c"], quoted=True),
        Section(heading="Rumus", lines=["T", "# T"]),
    ],
)
HOSTILE = "<script>alert('x')</script>&amp;\"><img src=x onerror=alert(1)>"


def saying(text: str) -> Document:
    """Return a document that holds a text wherever it can."""
    table = Table(headings=[text], rows=[[text]])
    sections = [Section(heading=text, lines=[text], quoted=True), Section(heading=text, table=table)]
    return Document(title=[text, text], sections=sections)


# The value


@pytest.mark.parametrize(("language", "expected"), [(Language.INDONESIAN, "ya"), (Language.ENGLISH, "yes")])
def test_a_document_keeps_of_its_texts_those_of_its_language(language: Language, expected: str) -> None:
    """In every place; what is no text stays as it is."""
    text = Text(id="ya", en="yes")
    table = Table(headings=[text], rows=[[text]], groups={0: text}, grouped=text)
    made = Document(title=[text], sections=[Section(heading=text, table=table, lines=[text, "1"])], language=language)
    (section,) = made.sections
    assert ((expected,), expected, (expected, "1")) == (made.title, section.heading, section.lines)
    assert Table(headings=[expected], rows=[[expected]], groups={0: expected}, grouped=expected) == section.table


def test_what_is_added_to_a_document_is_read_in_its_language() -> None:
    """As what it was made of."""
    made = Document(sections=[], language=Language.ENGLISH)
    added = attrs.evolve(made, sections=[Section(lines=[Text(id="ya", en="yes")])])
    assert [("yes",)] == [section.lines for section in added.sections]


def test_a_section_that_says_nothing_is_left_out() -> None:
    """No heading stands over nothing, and no blank line in it."""
    sections = [Section(heading="A"), Section(heading="B", lines=["", " ", "b"]), Section(heading="C", lines=[""])]
    assert (Section(heading="B", lines=["b"]),) == Document(sections=sections).sections


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nSK9/9  palsu", "a SK9/9  palsu"),
        ("a\r\n\tb ", "a b"),
        ("a\u2028b", "a b"),
        ("\x1b[2Ja", "[2Ja"),
        ("a\u202eb", "a b"),
        ("dua  spasi", "dua  spasi"),
    ],
)
def test_every_text_stands_on_one_line(text: str, expected: str) -> None:
    """Line ends and signs that steer a terminal become a space; other blanks stay."""
    document = saying(text)
    quoted, tabled = document.sections
    assert tabled.table is not None
    assert {expected} == {*document.title, quoted.heading, *quoted.lines, *tabled.table.headings, *tabled.table.rows[0]}


@pytest.mark.parametrize("write", [to_text, to_markdown, to_csv, to_html, to_page, to_svg])
def test_a_document_without_sections_is_written(write: Callable[[Document], str]) -> None:
    """Its title alone; CSV holds no titles."""
    assert (write is not to_csv) == ("Rapor" in write(Document(title=["Rapor"], sections=[])))


@pytest.mark.parametrize("write", [to_text, to_markdown, to_csv, to_html, to_page, to_svg])
def test_a_document_needs_no_title(write: Callable[[Document], str]) -> None:
    """What it holds is written all the same."""
    assert "SK1/2" in write(Document(sections=[Section(table=TABLE)]))


def test_a_document_is_printed_as_text() -> None:
    """And shown as HTML in a notebook."""
    assert (to_text(PAGE), to_html(PAGE)) == (str(PAGE), PAGE._repr_html_())


# Markdown


def test_a_long_heading_and_a_line_on_a_terminal_are_wrapped() -> None:
    """A question is longer than a line; what `measure` says is whole where it is not a terminal."""
    asked, said = "Tafsir 1: " + "kata " * 20, "Sumber: " + "kata " * 20
    sections = [Section(heading=asked, lines=["ya"]), Section(lines=[said])]
    longest = [max(map(len, to_text(Document(sections=sections), width).splitlines())) for width in (40, None)]
    assert (True, len(said.strip())) == (longest[0] <= 40, longest[1])


def test_a_page_in_markdown_has_quotations_and_lists() -> None:
    """The decree's words are quoted; nothing that a line begins with is markup."""
    assert """\
## SK1/1  Tenan

### Bunyi

> a &amp; b
>
> c

### Rumus

- T
- \\# T""" == to_markdown(PAGE)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- a", "- \\- a"),
        ("+ a", "- \\+ a"),
        ("1. a", "- 1\\. a"),
        ("2) a", "- 2\\) a"),
        ("1.234 a", "- 1.234 a"),
        ("~~a~~", "- \\~\\~a\\~\\~"),
    ],
)
def test_a_line_in_markdown_begins_no_block(line: str, written: str) -> None:
    """No list within the list, no heading, nothing struck out."""
    assert written == to_markdown(Document(sections=[Section(lines=[line])]))


# CSV


def test_a_page_in_csv_has_each_line_beside_its_heading() -> None:
    """Where there is no table."""
    assert "Bunyi;a & b\nBunyi;c\nRumus;T\nRumus;# T\n" == to_csv(PAGE)


def test_groups_stand_in_a_column_of_csv_where_they_have_a_heading() -> None:
    """In each of their rows; rows before the first have none."""
    table = Table(headings=["A"], rows=[["a"], ["b"], ["c"]], groups={1: "=1+1"})
    assert ["A\na\nb\nc\n", "Sasaran;A\n;a\n'=1+1;b\n'=1+1;c\n"] == [
        to_csv(Document(sections=[Section(table=attrs.evolve(table, grouped=grouped))])) for grouped in ("", "Sasaran")
    ]


def test_a_page_in_csv_runs_nothing() -> None:
    """Lines and headings are defused as cells are."""
    document = Document(sections=[Section(heading="=1+1", lines=["@a"])])
    assert [["'=1+1", "'@a"]] == [*csv.reader(io.StringIO(to_csv(document)), delimiter=";")]


def test_a_heading_in_csv_runs_nothing() -> None:
    """It may hold a name from a file."""
    assert "'=1+1\n" == to_csv(Document(sections=[Section(table=Table(headings=["=1+1"], rows=[]))]))


# HTML


def test_the_title_is_the_caption_of_a_table() -> None:
    """With its lines under each other."""
    assert to_html(CARD).startswith("<table><caption>Rapor<br>Keputusan</caption><thead><tr><th>Kode</th>")


def test_the_title_of_a_page_is_a_heading() -> None:
    """Over headings of its sections; the decree's own words are a quotation."""
    assert (
        "<h2>SK1/1  Tenan</h2><h3>Bunyi</h3><blockquote><p>a &amp; b</p><p>c</p></blockquote>"
        "<h3>Rumus</h3><p>T</p><p># T</p>" == to_html(PAGE)
    )


def test_figures_and_their_headings_stand_to_the_right() -> None:
    """And nothing else does."""
    right = re.findall(r'<(t[hd]) style="text-align: right">([^<]*)', to_html(CARD))
    assert [("th", "Nilai"), ("td", "1.234,50%"), ("td", "-")] == right


@pytest.mark.parametrize("write", [to_html, to_page, to_svg])
def test_every_text_is_escaped(write: Callable[[Document], str]) -> None:
    """A browser shows it as it is written, and runs nothing."""
    written = write(saying(HOSTILE))
    assert (False, False, True) == ("<script" in written, "<img" in written, "&lt;script&gt;" in written)


def test_a_page_is_whole() -> None:
    """It says its language, its signs and its title, and holds the fragment."""
    page = to_page(Document(title=["A & B"], sections=[], language=Language.ENGLISH))
    wanted = ('<html lang="en">', '<meta charset="utf-8">', "<title>A &amp; B</title>", "<h2>A &amp; B</h2>")
    assert [True] * 4 == [part in page for part in wanted]


def test_a_page_without_a_title_is_named_after_the_library() -> None:
    """A browser needs a name for it."""
    assert "<title>kinerja</title>" in to_page(Document(sections=[Section(lines=["a"])]))


def test_a_page_prints_on_a4_portrait() -> None:
    """No row is broken over two sheets."""
    page = to_page(Document(sections=[Section(lines=["a"])]))
    assert [True, True] == [style in page for style in ("@page { size: A4 portrait;", "tr { break-inside: avoid; }")]


@pytest.mark.parametrize("write", [to_page, to_svg])
def test_nothing_is_loaded_from_elsewhere(write: Callable[[Document], str]) -> None:
    """No font, no script, no picture; the namespace of SVG is only a name."""
    written = write(CARD).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert [] == re.findall(r"https?:|url\(|@import|@font-face|<script|<link|href|src", written)


# SVG


def drawn(document: Document) -> list[ET.Element]:
    """Return the texts of a picture, which is well-formed."""
    return ET.fromstring(to_svg(document)).findall("{http://www.w3.org/2000/svg}text")  # noqa: S314 - our own


def test_a_picture_shows_every_text_once() -> None:
    """Title, headings, wrapped cells, and the lines below."""
    told = [text.text for text in drawn(CARD)]
    cells = ["SK1/1", "panjang sekali", "uraian ini", "1.234,50%", "SK1/2", "-"]
    assert ["Rapor", "Keputusan", "Kode", "Uraian", "Nilai", *cells, "Jumlah: 1"] == told


def test_figures_in_a_picture_end_at_one_edge() -> None:
    """Their heading too."""
    right = [text for text in drawn(CARD) if text.get("text-anchor") == "end"]
    assert (["Nilai", "1.234,50%", "-"], 1) == ([text.text for text in right], len({text.get("x") for text in right}))


def test_what_is_met_differs_in_more_than_colour() -> None:
    """The sign and the word are there without it."""
    table = Table(headings=["Status"], rows=[["✓ tercapai"], ["✗ belum tercapai"], ["-"]])
    told = [(text.get("class"), text.text) for text in drawn(Document(sections=[Section(table=table)]))]
    assert [("cell yes", "✓ tercapai"), ("cell no", "✗ belum tercapai"), ("cell", "-")] == told[1:]


def test_a_picture_is_wide_enough_for_its_table() -> None:
    """And high enough for its rows."""
    wide = Table(headings=[f"Kolom {number}" for number in range(12)], rows=[["lebar sekali"] * 12] * 30)
    picture = ET.fromstring(to_svg(Document(sections=[Section(table=wide)])))  # noqa: S314 - our own
    places = [
        (float(text.get("x", "")), float(text.get("y", ""))) for text in picture.iter() if text.text and text.get("x")
    ]
    assert (True, True) == (
        float(picture.get("width", "")) > 80 + max(x for x, _ in places),
        float(picture.get("height", "")) > max(y for _, y in places),
    )


def test_a_long_line_of_a_picture_is_wrapped() -> None:
    """It would leave the picture; quoted lines keep their marks."""
    document = Document(sections=[Section(heading="Bunyi", lines=["kata " * 60], quoted=True)])
    told = [text.text or "" for text in drawn(document)]
    assert (True, "“kata", "kata”") == (len(told) > 3, told[1][:5], told[-1][-5:])


def test_a_picture_reads_in_the_dark() -> None:
    """The paper turns dark with the reader's system."""
    assert "@media (prefers-color-scheme: dark)" in to_svg(CARD)


@pytest.mark.parametrize("length", range(600, 700))
def test_a_line_that_fits_a_picture_is_one(length: int) -> None:
    """At any width of its table."""
    table = Table(headings=["A"], rows=[["i" * length]], widths={0: length})
    line = "Rapor kinerja 2023 - Balai Contoh (ilustrasi)"
    assert f">{line}</text>" in to_svg(Document(title=[line], sections=[Section(table=table)]))


@pytest.mark.parametrize(("yields", "expected"), [(None, "| **Sasaran** |  |"), (1, "|  | **Sasaran** |")])
def test_the_heading_of_a_group_stands_in_markdown_where_there_is_room(yields: int | None, expected: str) -> None:
    """In the column that yields, else in the first; never among figures."""
    table = Table(headings=["A", "B"], rows=[["a", "b"]], groups={0: "Sasaran"}, yields=yields)
    assert expected == to_markdown(Document(sections=[Section(table=table)])).splitlines()[2]
