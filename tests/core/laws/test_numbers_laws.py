"""The laws of reading numbers in Indonesian writing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja import RecordsError
from kinerja._base import Language, write, write_exact
from kinerja.readers import read_number

PLAIN = st.builds(
    lambda units, places: Fraction(units, 10**places),
    st.integers(min_value=-(10**18), max_value=10**18) | st.integers(min_value=-10_000, max_value=10_000),
    st.integers(min_value=0, max_value=6),
)
"""Numbers with a last decimal, of at most 25 digits."""


def _number(text: str, **more: bool) -> Fraction | None:
    """Return what is read, None for what is refused."""
    try:
        return read_number(text, **more)
    except RecordsError:
        return None


@given(PLAIN)
def test_what_the_library_writes_it_reads(value: Fraction) -> None:
    """read_number(write_exact(x)) is x, where dots can only separate thousands."""
    assert value == read_number(write_exact(value), may_be_percent=False, dots_group=True)


@given(PLAIN)
def test_where_a_dot_may_be_decimal_a_number_is_the_same_or_refused(value: Fraction) -> None:
    """The doubt about one dot refuses; it never changes a figure."""
    assert {_number(write_exact(value)), _number(write_exact(value), may_be_percent=False)} <= {None, value}


@given(PLAIN)
def test_two_decimals_are_never_in_doubt(value: Fraction) -> None:
    """What is printed with two decimals is read wherever it stands."""
    rounded = Fraction(round(value * 100), 100)
    outcome = read_number(write(rounded))
    assert rounded == outcome


WRITTEN = st.from_regex(r"([1-9][0-9]{0,2}(\.[0-9]{3}){1,4}|[0-9]{1,9})(,[0-9]{1,4})?", fullmatch=True)


@given(WRITTEN)
def test_grouped_as_it_should_be_a_number_is_its_digits(written: str) -> None:
    """Dots stand between thousands and a comma before decimals; only three zeros after it are in doubt."""
    whole, _, decimals = written.replace(".", "").partition(",")
    value = None if decimals == "000" else int(whole) + Fraction(int(decimals or 0), 10 ** len(decimals))
    assert value == _number(written, may_be_percent=False, dots_group=True)


@given(st.integers(min_value=10**6, max_value=10**18), st.sampled_from(["", ".5", ".25"]))
def test_thousands_in_english_writing_are_always_refused(units: int, decimals: str) -> None:
    """Two commas, or a comma before a dot, are never read."""
    written = write(Fraction(units), 0, Language.ENGLISH) + decimals
    assert _number(written) is None


@given(PLAIN, st.text(alphabet=" \t\n\N{NO-BREAK SPACE}", max_size=3), st.text(alphabet=" \t", max_size=3))
def test_blanks_around_a_number_change_nothing(value: Fraction, before: str, after: str) -> None:
    """A number may stand anywhere in its cell."""
    written = write_exact(value)
    assert _number(written) == _number(f"{before}{written}{after}")


@given(st.integers(min_value=0, max_value=10**12))
def test_rp_changes_no_amount(amount: int) -> None:
    """An amount is the same with and without Rp, and with `,-`."""
    written = write(Fraction(amount), 0)
    outcomes = {
        read_number(f"Rp {written}"),
        read_number(f"Rp{written},-"),
        read_number(written, may_be_percent=False, dots_group=True),
    }
    assert outcomes == {Fraction(amount)}


@given(st.text(alphabet="0123456789.,-+%Rp eE_()N\N{MINUS SIGN}\N{ARABIC-INDIC DIGIT ONE}", max_size=14))
def test_what_is_read_is_what_the_digits_say(text: str) -> None:
    """Whatever is read has the very digits of the text, its comma as the decimal point; anything else is refused."""
    outcome = _number(text, may_be_percent=False, dots_group=True)
    digits = "".join(character for character in text if character in "0123456789,")
    assert outcome is None or abs(outcome) == Fraction(Decimal(digits.rstrip(",").replace(",", ".")))


@given(st.text(max_size=200))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """No text raises anything else."""
    assert isinstance(_number(text), Fraction | None)
