"""A scorecard as text, Markdown, CSV and HTML."""

from __future__ import annotations

import csv
import html.parser
import io
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Entry, P3DNRatio, PNBPGrowth, Polarity, Reason, Scoring
from kinerja._base import FrozenMap, Language, Text
from kinerja.catalogue import Catalogue
from kinerja.decrees import Decree, Objective
from kinerja.measurement import PERCENT, RUPIAH
from kinerja.scorecards.table import table_of
from kinerja.writers import Document, Table, to_csv, to_html, to_markdown, to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kinerja import Score, Scorecard

INDONESIAN, ENGLISH = Language.INDONESIAN, Language.ENGLISH

SERVICE = Objective(code="S1", text="Layanan yang cepat")


def catalogue(label: str, *, code: str = "S1/1", unit: str = "Balai") -> Catalogue:
    """Return a catalogue of one entry, in rupiah."""
    entry = Entry(
        code=code,
        label=label,
        objective=SERVICE,
        unit=RUPIAH,
        polarity=Polarity.MAXIMISE,
        targets=FrozenMap({2023: Fraction(2_500_000_000, 3)}),
        years=(2023,),
    )
    decree = Decree(number="1 TAHUN 2023", title="IKU", unit=unit, years=(2023,))
    return Catalogue(decree=decree, objectives=(SERVICE,), entries=FrozenMap({code: entry}))


CARD = CATALOGUE.scorecard(
    2023,
    {
        "SK1/1": 2,
        "SK1/2": Reason.NOT_APPLICABLE,
        "SK3/1": Fraction(-5, 2),
        "SK3/4": P3DNRatio().measure(realised=9_000_000, ceiling=7_000_000),
    },
    scoring=Scoring(cap=120),
    remarks={"SK1/1": "ilustrasi"},
)
PLAIN = CATALOGUE.scorecard(2023, {"SK1/1": 1})
BIG = catalogue("Penerimaan").scorecard(2023, {"S1/1": 1_234_567_890})


def table(document: Document) -> Table[str]:
    """Return the only table of a document."""
    (found,) = [section.table for section in document.sections]
    assert found is not None
    return found


def cells(score: Score, language: Language = INDONESIAN) -> list[str]:
    """Return the row of a score."""
    return [*table(score.document(language)).rows[0]]


def footer(card: Scorecard, language: Language = INDONESIAN) -> list[str]:
    """Return the lines under the table."""
    return [*card.document(language).sections[0].lines]


def rows(written: str, delimiter: str) -> list[list[str]]:
    """Read CSV back as a spreadsheet would."""
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))


# The cells, which all forms share.


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (INDONESIAN, ["Kode", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Tercapai", "Keterangan"]),
        (ENGLISH, ["Code", "Indicator", "Unit", "Target", "Actual", "Achievement", "Met", "Remarks"]),
    ],
)
def test_the_headings_are_in_the_readers_language(language: Language, expected: list[str]) -> None:
    """Eight columns, in Indonesian or English."""
    assert expected == [*table(CARD.document(language)).headings]


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("SK1/1", INDONESIAN, ["Tenan", "1", "2", "120,00%", "✓ ya", "ilustrasi. Sebelum dibatasi 200,00%."]),
        ("SK1/1", ENGLISH, ["tenant", "1", "2", "120.00%", "✓ yes", "ilustrasi. Before the cap 200.00%."]),
        ("SK1/2", INDONESIAN, ["Kegiatan kolaborasi", "1", "-", "-", "", "Tidak berlaku (N/A)."]),
        ("SK1/2", ENGLISH, ["collaboration", "1", "-", "-", "", "Not applicable (N/A)."]),
        ("SK2/1", INDONESIAN, ["Perusahaan", "1", "-", "-", "", "Belum diukur."]),
        ("SK3/1", INDONESIAN, ["Persen", "10", "-2,50", "-25,00%", "✗ belum", "Capaian negatif."]),
        ("SK3/1", ENGLISH, ["percent", "10", "-2.50", "-25.00%", "✗ no", "The achievement is negative."]),
        (
            "SK3/4",
            INDONESIAN,
            ["Persen", "45", "128,57", "120,00%", "✓ ya", "Realisasi melebihi pagu. Sebelum dibatasi 285,71%."],
        ),
    ],
)
def test_a_row_says_what_its_score_holds(code: str, language: Language, expected: list[str]) -> None:
    """Unit, target in full, actual and achievement rounded half up, and what there is to remark."""
    assert expected == cells(CARD[code], language)[2:]


def test_a_row_opens_with_code_and_label() -> None:
    """The label is the corrected name."""
    assert ["SK1/1", "Jumlah tenan inkubator berbasis teknologi yang terbentuk"] == cells(CARD["SK1/1"], INDONESIAN)[:2]


def test_a_row_without_a_target_says_so() -> None:
    """The actual stays."""
    row = CATALOGUE.scorecard(2021, {"SK1/1": 1})["SK1/1"]
    assert ["-", "1", "-", "", "Tidak ada target."] == cells(row, INDONESIAN)[3:]


def test_a_row_whose_target_cannot_divide_says_why() -> None:
    """It has one, and it is 0."""
    row = CATALOGUE.scorecard(2023, {"SK3/1": 1}, targets={"SK3/1": 0})["SK3/1"]
    assert ("0", True) == (cells(row, INDONESIAN)[3], Reason.NO_TARGET.value.id in cells(row, INDONESIAN)[7])


def test_a_cap_that_changes_nothing_is_not_remarked() -> None:
    """Only a row above the cap says what it was before."""
    row = CATALOGUE.scorecard(2023, {"SK1/1": 1}, scoring=Scoring(cap=100))["SK1/1"]
    assert "" == cells(row, INDONESIAN)[7]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            INDONESIAN,
            [
                "Rata-rata capaian, hanya yang terukur (3 indikator): 71,67%",
                "Rata-rata capaian, yang belum diukur dihitung 0 (6 indikator): 35,83%",
                "Capaian dibatasi paling tinggi 120%.",
            ],
        ),
        (
            ENGLISH,
            [
                "Mean achievement, measured only (3 indicators): 71.67%",
                "Mean achievement, unmeasured as 0 (6 indicators): 35.83%",
                "Achievements are capped at 120%.",
            ],
        ),
    ],
)
def test_the_footer_has_both_means_and_the_cap(language: Language, expected: list[str]) -> None:
    """And over how many indicators each mean is."""
    assert expected == footer(CARD, language)


EXACT = "Capaian dihitung dari realisasi sebelum dibulatkan."


@pytest.mark.parametrize(
    ("code", "actual", "said"),
    [
        ("SK3/4", Fraction("47.255"), True),
        ("SK3/4", Fraction("47.25"), False),
        ("SK3/4", Fraction("47.2500001"), False),
        ("SK3/4", Reason.NOT_MEASURED, False),
    ],
)
def test_an_actual_that_is_shown_rounded_is_said_to_count_exactly(code: str, actual: Any, *, said: bool) -> None:
    """Where who divides what is shown finds another achievement than stands beside it."""
    assert said is (EXACT in footer(CATALOGUE.scorecard(2023, {code: actual})))


def test_an_actual_that_is_shown_as_nothing_is_said_to_count_exactly() -> None:
    """By the ratio of less is better nothing could be divided by it."""
    entry = attrs.evolve(catalogue("Keluhan")["S1/1"], polarity=Polarity.MINIMISE, unit=PERCENT)
    own = attrs.evolve(catalogue("Keluhan"), entries=FrozenMap({"S1/1": entry}))
    card = own.scorecard(2023, {"S1/1": Fraction(1, 1000)}, scoring=Scoring(minimise="ratio"))
    assert EXACT in footer(card)


def test_without_a_cap_the_footer_has_the_means_alone() -> None:
    """Nothing is said of a rule that is not there."""
    assert [
        "Rata-rata capaian, hanya yang terukur (1 indikator): 100,00%",
        "Rata-rata capaian, yang belum diukur dihitung 0 (7 indikator): 14,29%",
    ] == footer(PLAIN, INDONESIAN)


def test_one_indicator_is_not_many() -> None:
    """English counts one and more than one differently."""
    assert "Mean achievement, measured only (1 indicator): 100.00%" == footer(PLAIN, ENGLISH)[0]


def test_a_mean_of_nothing_is_a_dash() -> None:
    """It is not 0."""
    over = "(0 indikator; 7 lagi tanpa target)"
    assert [
        f"Rata-rata capaian, hanya yang terukur {over}: -",
        f"Rata-rata capaian, yang belum diukur dihitung 0 {over}: -",
    ] == footer(CATALOGUE.scorecard(2021, {}), INDONESIAN)


UNDEFINED = PNBPGrowth().measure(previous=0, current=5)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            INDONESIAN,
            [
                "Rata-rata capaian, hanya yang terukur (1 indikator; SK3/2 tidak terdefinisi): 200,00%",
                "Rata-rata capaian, yang belum diukur dihitung 0 (5 indikator; SK3/2 tidak terdefinisi): 40,00%",
            ],
        ),
        (
            ENGLISH,
            [
                "Mean achievement, measured only (1 indicator; SK3/2 undefined): 200.00%",
                "Mean achievement, unmeasured as 0 (5 indicators; SK3/2 undefined): 40.00%",
            ],
        ),
    ],
)
def test_what_is_in_neither_mean_is_named_beside_both(language: Language, expected: list[str]) -> None:
    """The undefined row is; the one that does not apply is no indicator of the year."""
    card = CATALOGUE.scorecard(2023, {"SK1/1": 2, "SK1/2": Reason.NOT_APPLICABLE, "SK3/2": UNDEFINED})
    assert expected == footer(card, language)


def test_two_rows_stand_under_their_objectives_and_one_does_not() -> None:
    """One alone needs none."""
    rows = [*CATALOGUE.scorecard(2023, {})][1:3]
    assert [[0, 1], []] == [[*table_of(some).groups] for some in (rows, rows[:1])]


@pytest.mark.parametrize(
    ("count", "named"), [(5, "SK1/1, SK1/2, SK2/1, SK3/1, SK3/2 tidak terdefinisi"), (6, "6 lagi tidak terdefinisi")]
)
def test_five_are_named_and_more_are_counted(count: int, named: str) -> None:
    """Their rows say it too."""
    card = CATALOGUE.scorecard(2023, dict.fromkeys([*CATALOGUE][:count], Reason.UNDEFINED_ACTUAL))
    assert f"Rata-rata capaian, hanya yang terukur (0 indikator; {named}): -" == footer(card, INDONESIAN)[0]


def test_a_quarter_names_what_has_no_target_beside_what_is_undefined() -> None:
    """Each with its own reason; what is not measured and has no target is among them."""
    targets = {code: 1 for code in CATALOGUE if code != "SK3/4"}
    card = CATALOGUE.scorecard("2023-TW1", {"SK1/1": 1, "SK3/2": Reason.UNDEFINED_ACTUAL}, targets=targets)
    assert "(5 indikator; SK3/2 tidak terdefinisi; SK3/4 tanpa target)" in footer(card)[1]


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        (
            INDONESIAN,
            "Rapor kinerja 2023 - Balai Standardisasi dan Pelayanan Jasa Industri Pekanbaru\nKeputusan Nomor 26",
        ),
        (ENGLISH, "Scorecard 2023 - Balai Standardisasi dan Pelayanan Jasa Industri Pekanbaru\nDecree Number 26"),
    ],
)
def test_the_title_says_what_the_table_shows(language: Language, opening: str) -> None:
    """Period, office and decree, on two lines."""
    assert opening == "\n".join(CARD.document(language).title)[: len(opening)]


def test_the_title_has_two_lines_whatever_the_decree_holds() -> None:
    """White space in its texts is folded."""
    card = catalogue("Penerimaan", unit="Balai\n# Judul\tpalsu").scorecard(2023, {})
    assert ("Rapor kinerja 2023 - Balai # Judul palsu", "Keputusan Nomor 1 TAHUN 2023: IKU") == card.document().title


# Plain text.


def test_a_scorecard_prints_as_a_table_in_indonesian() -> None:
    """`print` needs nothing that is not installed."""
    assert to_text(CARD.document()) == str(CARD)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            INDONESIAN,
            """\
Rapor kinerja 2023 - Balai
Keputusan Nomor 1 TAHUN 2023: IKU

Kode  Indikator   Satuan           Target         Realisasi  Capaian  Tercapai
----  ----------  ------  ---------------  ----------------  -------  --------
S1/1  Penerimaan  Rupiah  2.500.000.000/3  1.234.567.890,00  148,15%  ✓ ya
----  ----------  ------  ---------------  ----------------  -------  --------
Rata-rata capaian, hanya yang terukur (1 indikator): 148,15%
Rata-rata capaian, yang belum diukur dihitung 0 (1 indikator): 148,15%""",
        ),
        (
            ENGLISH,
            """\
Scorecard 2023 - Balai
Decree Number 1 TAHUN 2023: IKU

Code  Indicator   Unit             Target            Actual  Achievement  Met
----  ----------  ------  ---------------  ----------------  -----------  -----
S1/1  Penerimaan  rupiah  2,500,000,000/3  1,234,567,890.00      148.15%  ✓ yes
----  ----------  ------  ---------------  ----------------  -----------  -----
Mean achievement, measured only (1 indicator): 148.15%
Mean achievement, unmeasured as 0 (1 indicator): 148.15%""",
        ),
    ],
)
def test_text_has_a_column_each_and_figures_to_the_right(language: Language, expected: str) -> None:
    """Title, headings, rows between rules, and the footer."""
    assert expected == to_text(BIG.document(language))


def test_long_texts_are_wrapped_within_their_column() -> None:
    """The other cells of the row stay on its first line."""
    lines = to_text(PLAIN.document()).split("\n")
    assert [
        "SK1/1  Jumlah tenan inkubator   Tenan            1          1  100,00%  ✓ ya",
        "       berbasis teknologi yang",
        "       terbentuk",
    ] == lines[7:10]


def test_a_scorecard_fits_80_columns() -> None:
    """With every row, remark, heading and footer."""
    assert [] == [line for line in to_text(CARD.document()).splitlines() if len(line) > 80]


def test_a_remark_stands_below_its_row() -> None:
    """Under the indicator, as wide as the table."""
    card = catalogue("Penerimaan").scorecard(2023, {"S1/1": 1}, remarks={"S1/1": "dihitung dari laporan triwulan " * 3})
    assert [
        "      dihitung dari laporan triwulan dihitung dari laporan triwulan",
        "      dihitung dari laporan triwulan",
    ] == to_text(card.document()).split("\n")[6:8]


def test_rows_stand_under_the_objectives_that_they_serve() -> None:
    """Each is named once, above its first row; a row alone names none."""
    assert [0, 2, 3] == [*table(CARD.document()).groups]
    assert "SK2: Penguatan implementasi Making Indonesia 4.0" == table(CARD.document()).groups[2]
    assert {} == dict(table(CARD["SK1/1"].document()).groups)


def test_an_objective_is_named_once_whatever_the_order_of_its_rows() -> None:
    """Its rows stand together, where the first of them does."""
    codes = ["SK3/4", "SK1/1", "SK3/1", "SK1/2", "SK2/1", "SK3/2", "SK3/3"]
    mixed = attrs.evolve(CATALOGUE, entries=FrozenMap({code: CATALOGUE[code] for code in codes}))
    found = table(mixed.scorecard(2023, {}).document())
    assert (["SK3/4", "SK3/1", "SK3/2", "SK3/3", "SK1/1", "SK1/2", "SK2/1"], [0, 4, 6]) == (
        [row[0] for row in found.rows],
        [*found.groups],
    )


def test_line_ends_in_a_text_make_no_line_of_their_own() -> None:
    """A remark cannot look like a row."""
    card = catalogue("Penerimaan").scorecard(2023, {}, remarks={"S1/1": "a\nSK9/9  palsu\r\n999%\tb"})
    assert [] == [line for line in to_text(card.document()).split("\n") if line.startswith("SK9/9")]


@pytest.mark.parametrize("text", ["\x1b[2Ja", "\x1b]0;judul\x07a", "a\x08\x08", "\x9b1ma", "a\x00", "\x7fa"])
@pytest.mark.parametrize("write", [to_text, to_markdown, to_csv, to_html])
def test_no_text_steers_the_terminal(text: str, write: Callable[[Document], str]) -> None:
    """Control characters are left out, in every form of the table."""
    written = write(catalogue(text, unit=text).scorecard(2023, {}, remarks={"S1/1": text}).document())
    assert [] == [mark for mark in written if unicodedata.category(mark) == "Cc" and mark != "\n"]


# Markdown.


def test_markdown_has_a_heading_a_table_and_the_footer() -> None:
    """Figures stand to the right."""
    assert """\
## Rapor kinerja 2023 - Balai

Keputusan Nomor 1 TAHUN 2023: IKU

| Kode | Indikator | Satuan | Target | Realisasi | Capaian | Tercapai | Keterangan |
| --- | --- | --- | ---: | ---: | ---: | --- | --- |
| S1/1 | Penerimaan | Rupiah | 2.500.000.000/3 | 1.234.567.890,00 | 148,15% | ✓ ya |  |

- Rata-rata capaian, hanya yang terukur (1 indikator): 148,15%
- Rata-rata capaian, yang belum diukur dihitung 0 (1 indikator): 148,15%""" == to_markdown(BIG.document())


def test_markdown_speaks_english_too() -> None:
    """Headings, figures and footer."""
    assert (True, True, True) == (
        "| Code | Indicator |" in to_markdown(BIG.document(ENGLISH)),
        "| 1,234,567,890.00 | 148.15% | ✓ yes |" in to_markdown(BIG.document(ENGLISH)),
        "- Mean achievement, measured only (1 indicator): 148.15%" in to_markdown(BIG.document(ENGLISH)),
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", "a\\|b"),
        ("a\\|b", "a\\\\\\|b"),
        ("a\nb", "a b"),
        ("a\rb", "a b"),
        ("a\u2028b", "a b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[klik](javascript:alert(1))", "\\[klik\\](javascript:alert(1))"),
        ("![x](http://a)", "!\\[x\\](http://a)"),
        ("`a|b`", "\\`a\\|b\\`"),
        ("**tebal** _miring_", "\\*\\*tebal\\*\\* \\_miring\\_"),
        ("R&D", "R&amp;D"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, written: str) -> None:
    """No markup of its own, no cell, no line."""
    card = catalogue(text).scorecard(2023, {})
    assert f"| S1/1 | {written} | Rupiah |" in to_markdown(card.document())


def test_markdown_shows_the_decrees_texts_as_they_are() -> None:
    """The heading is escaped like the cells."""
    card = catalogue("Penerimaan", unit="<b>Balai</b>|*").scorecard(2023, {})
    assert "## Rapor kinerja 2023 - &lt;b&gt;Balai&lt;/b&gt;\\|\\*" == to_markdown(card.document()).split("\n")[0]


# CSV.


@pytest.mark.parametrize(
    ("language", "delimiter", "expected"),
    [
        (INDONESIAN, ";", ["SK3/1", "Persen", "10", "-2,50", "-25,00", "belum", "Capaian negatif."]),
        (ENGLISH, ",", ["SK3/1", "percent", "10", "-2.50", "-25.00", "no", "The achievement is negative."]),
    ],
)
def test_figures_in_csv_are_bare(language: Language, delimiter: str, expected: list[str]) -> None:
    """A spreadsheet of that language reads them as numbers; percent signs stand in no cell."""
    row = rows(to_csv(CARD.document(language)), delimiter)[4]
    assert expected == [row[0], *row[2:]]


@pytest.mark.parametrize(
    ("language", "delimiter", "expected"),
    [
        (INDONESIAN, ";", ["2500000000/3", "1234567890,00", "148,15"]),
        (ENGLISH, ",", ["2500000000/3", "1234567890.00", "148.15"]),
    ],
)
def test_figures_in_csv_have_no_thousands_marks(language: Language, delimiter: str, expected: list[str]) -> None:
    """They would be read as something else."""
    assert expected == rows(to_csv(BIG.document(language)), delimiter)[1][3:6]


def test_no_figure_in_csv_is_an_empty_cell() -> None:
    """It is neither a dash nor 0."""
    assert ["1", "", "", "", "Tidak berlaku (N/A)."] == rows(to_csv(CARD.document()), ";")[2][3:]


@pytest.mark.parametrize(("language", "delimiter"), [(INDONESIAN, ";"), (ENGLISH, ",")])
def test_csv_has_the_headings_and_a_row_for_each_indicator(language: Language, delimiter: str) -> None:
    """Seven rows of eight cells under the headings."""
    read = rows(to_csv(CARD.document(language)), delimiter)
    assert ([*table(CARD.document(language)).headings], [8] * 8) == (read[0], [len(row) for row in read])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("-", "-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1+1", "'=1+1"),
        ("\n=1+1", "'=1+1"),
        ("  =1+1", "'=1+1"),
        ("\u00a0=1+1", "'=1+1"),
        ("\x00=1+1", "'=1+1"),
        ("a,=1+1", "a,'=1+1"),
        ("a; -1+1", "a; '-1+1"),
        ('a";@SUM(A1);"', 'a";\'@SUM(A1);"'),
        ("1=1", "1=1"),
        ("2021-2024", "2021-2024"),
        ("SK1/1", "SK1/1"),
        ("'=1+1", "'=1+1"),
        ("", ""),
    ],
)
@pytest.mark.parametrize(("language", "delimiter"), [(INDONESIAN, ";"), (ENGLISH, ",")])
def test_an_apostrophe_stands_before_what_a_spreadsheet_would_run(
    text: str, written: str, language: Language, delimiter: str
) -> None:
    """At the start, and where a spreadsheet of another language would split the text; others stay as they are."""
    assert written == rows(to_csv(catalogue(text).scorecard(2023, {}).document(language)), delimiter)[1][1]


@pytest.mark.parametrize("text", ["a;b", 'a"b', "a\nb", "a\r\nb", "a\rb", "a\x0bb", "a\u2028b", 'a";"b', "a,b"])
@pytest.mark.parametrize(("language", "delimiter"), [(INDONESIAN, ";"), (ENGLISH, ",")])
def test_no_text_breaks_out_of_its_cell(text: str, language: Language, delimiter: str) -> None:
    """Delimiters and quotes stay within it, and line ends of every kind become spaces."""
    written = to_csv(catalogue(text).scorecard(2023, {}).document(language))
    read = rows(written, delimiter)
    assert (2, [8, 8], " ".join(text.split())) == (
        len(written.splitlines()),
        [len(row) for row in read],
        read[1][1],
    )


@pytest.mark.parametrize("place", ["code", "remark"])
def test_every_text_of_a_row_is_defused(place: str) -> None:
    """The code and the remark too."""
    code = "=1+1" if place == "code" else "S1/1"
    card = catalogue("Penerimaan", code=code).scorecard(2023, {code: 1}, remarks={code: "=1+1"})
    assert "'=1+1" == rows(to_csv(card.document()), ";")[1][0 if place == "code" else 7]


# HTML.


class Cells(html.parser.HTMLParser):
    """Collects the tags of a page and the texts between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def parsed(page: str) -> Cells:
    """Read a page as a browser would."""
    reader = Cells()
    reader.feed(page)
    reader.close()
    return reader


def test_a_notebook_shows_the_table() -> None:
    """In Indonesian, as HTML."""
    assert to_html(CARD.document()) == CARD._repr_html_()


def test_html_is_one_table_with_its_footer() -> None:
    """Caption, headings, seven rows and the lines under them."""
    tags = parsed(to_html(CARD.document())).tags
    assert (1, 1, 7 + 3, 8 + 3 + 7, 7 * 7 + 2 * 7, 3) == tuple(
        map(tags.count, ("table", "caption", "th", "tr", "td", "p"))
    )


def test_html_speaks_english_too() -> None:
    """Headings, figures and footer."""
    texts = parsed(to_html(BIG.document(ENGLISH))).texts
    assert ["Achievement", "148.15%", "Mean achievement, measured only (1 indicator): 148.15%"] == [
        text for text in texts if text.startswith(("Achievement", "148", "Mean achievement, measured"))
    ]


def test_figures_in_html_stand_to_the_right() -> None:
    """Three cells of the row."""
    assert 3 == to_html(BIG.document()).count('<td style="text-align: right">')


HOSTILE = "<script>alert('x')</script>&amp;\"><img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    "make",
    [
        lambda: catalogue(HOSTILE).scorecard(2023, {}),
        lambda: catalogue("x", code=HOSTILE).scorecard(2023, {}),
        lambda: catalogue("x", unit=HOSTILE).scorecard(2023, {}),
        lambda: catalogue("x").scorecard(2023, {}, remarks={"S1/1": HOSTILE}),
    ],
    ids=["label", "code", "office", "remark"],
)
def test_every_text_in_html_is_escaped(make: Callable[[], Scorecard]) -> None:
    """A browser shows it as it is written, and runs nothing."""
    page = parsed(to_html(make().document()))
    assert ([], True) == ([tag for tag in page.tags if tag in {"script", "img"}], HOSTILE in "\n".join(page.texts))


def test_a_units_name_is_escaped_too() -> None:
    """It comes from a catalogue file like the rest."""
    unit = attrs.evolve(PERCENT, name=attrs.evolve(PERCENT.name, id="<b>"))
    score = attrs.evolve(BIG.scores[0], entry=attrs.evolve(BIG.scores[0].entry, unit=unit))
    assert "<td>&lt;b&gt;</td>" in to_html(attrs.evolve(BIG, scores=(score,)).document())


# One row, and the picture.


def test_a_row_is_a_table_of_its_own() -> None:
    """With the headings of the scorecard."""
    alone, whole = table(CARD["SK3/1"].document()), table(CARD.document())
    assert (whole.headings, (whole.rows[3],)) == (alone.headings, alone.rows)


def test_a_notebook_shows_a_row() -> None:
    """In Indonesian, as HTML."""
    assert to_html(CARD["SK3/1"].document()) == CARD["SK3/1"]._repr_html_()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (INDONESIAN, ["✓ ya", "", "", "✗ belum", "", "", "✓ ya"]),
        (ENGLISH, ["✓ yes", "", "", "✗ no", "", "", "✓ yes"]),
    ],
)
def test_the_picture_says_which_targets_are_met(language: Language, expected: list[str]) -> None:
    """In place of the remarks, by a sign and a word; without an achievement there is neither."""
    drawn = table(CARD.picture(language))
    assert expected == [row[-1] for row in drawn.rows]


def test_the_picture_shows_what_the_scorecard_shows() -> None:
    """Title, figures and footer."""
    drawn, written = CARD.picture(), CARD.document()
    assert (written.title, [row[:-1] for row in table(written).rows], written.sections[0].lines) == (
        drawn.title,
        [*table(drawn).rows],
        drawn.sections[0].lines,
    )


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (45, ["45", "45,00", "100,00%"]),
        (44.999, ["45", "44,999", "99,998%"]),
        (Fraction(45) + Fraction(1, 10**6), ["45", "45,000001", "100,000002%"]),
        (44.99, ["45", "44,99", "99,98%"]),
    ],
)
def test_decimals_tell_an_actual_from_its_target(actual: Any, expected: list[str]) -> None:
    """Two, or as many more as it takes: what is missed by a thousandth does not read as met."""
    assert expected == cells(CATALOGUE.scorecard(2023, {"SK3/4": actual})["SK3/4"], INDONESIAN)[3:6]


def test_a_capped_achievement_is_told_from_100_too() -> None:
    """Just below the cap of 100 it is not 100."""
    card = CATALOGUE.scorecard(2023, {"SK3/4": 44.9999}, scoring=Scoring(cap=100))
    assert "99,9998%" == cells(card["SK3/4"], INDONESIAN)[5]


def titled(**more: Any) -> list[str]:
    """Return the lines above the table of a scorecard."""
    return list(CATALOGUE.scorecard(2023, {"SK3/4": 45}, **more).document(INDONESIAN).title)


def test_the_headline_names_the_decrees_unit() -> None:
    """Where nobody said whose figures these are."""
    assert f"Rapor kinerja 2023 - {CATALOGUE.decree.unit}" == titled()[0]


def test_the_headline_names_the_unit_and_below_it_the_decrees() -> None:
    """The figures are the unit's, the indicators the decree's."""
    expected = ["Rapor kinerja 2023 - BSPJI Medan (satker 123456)", f"Menurut IKU {CATALOGUE.decree.unit}"]
    assert expected == titled(units=["BSPJI Medan (satker 123456)"])[:2]


def test_the_decrees_unit_is_named_once() -> None:
    """Also where somebody said that the figures are its own."""
    assert titled() == titled(units=[CATALOGUE.decree.unit])


def test_the_headline_says_that_the_targets_are_its_own() -> None:
    """As it says of another year's."""
    assert f"Rapor kinerja 2023 terhadap target sendiri - {CATALOGUE.decree.unit}" == titled(targets={"SK3/4": 50})[0]


def test_an_own_target_stands_beside_the_decrees() -> None:
    """Both are shown; the achievement is by the own."""
    card = CATALOGUE.scorecard(2023, {"SK3/4": 45}, targets={"SK3/4": 50})
    assert ["50", "45,00", "90,00%", "✗ belum", "Target setahun di keputusan: 45."] == cells(card["SK3/4"])[3:]


def test_notes_of_the_whole_stand_below_the_table() -> None:
    """Such as what was assumed."""
    card = CATALOGUE.scorecard(2023, {}, notes=[Text(id="Tanpa batas capaian.", en="No cap.")])
    assert "Tanpa batas capaian." == to_text(card.document(INDONESIAN)).splitlines()[-1]


def test_what_a_unit_sets_stands_below_the_table() -> None:
    """With where it says so."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425421", "425283"]}}, source="unit.xlsx")
    assert "Ditentukan unit: SK3/2 akun layanan 425283, 425421 (unit.xlsx)." == footer(own.scorecard(2023, {}))[-1]


def test_what_a_program_sets_may_have_no_source() -> None:
    """Nothing stands in brackets then."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})
    assert "Set by the unit: SK3/2 service accounts 425283." == footer(own.scorecard(2023, {}), ENGLISH)[-1]


def test_a_setting_by_which_the_actual_was_not_counted_is_told_so() -> None:
    """It was given as it is."""
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": ["425283"]}})
    said = footer(own.scorecard(2023, {"SK3/2": 5}))[-1]
    assert "Ditentukan unit, tetapi realisasinya diberikan langsung: SK3/2 akun layanan 425283." == said


def test_the_headline_names_the_first_of_many_units() -> None:
    """And how many more there are."""
    assert "Rapor kinerja 2023 - A, B, C, D, E, dan 2 lainnya" == titled(units=list("ABCDEFG"))[0]


def test_a_mean_is_told_from_100() -> None:
    """By as many decimals as it takes."""
    assert footer(CATALOGUE.scorecard(2023, {"SK3/4": 44.999}))[0].endswith(": 99,998%")


def test_what_was_capped_is_told_from_the_cap() -> None:
    """By as many decimals as it takes."""
    row = CATALOGUE.scorecard(2023, {"SK3/4": 54.00001}, scoring=Scoring(cap=120))["SK3/4"]
    assert "Sebelum dibatasi 120,00002%." == cells(row)[7]


def test_an_own_target_of_a_year_without_a_decreed_one_stands_alone() -> None:
    """There is nothing beside which it could be set."""
    made = CATALOGUE.scorecard(2021, {"SK1/1": 1}, targets={"SK1/1": 2})
    assert (None, True) == (made["SK1/1"].decree_target, "di keputusan" not in to_text(made.document()))
