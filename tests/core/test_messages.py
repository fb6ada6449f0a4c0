"""What the library says when it refuses something: each text once, under a code of its own."""

from __future__ import annotations

import datetime as dt
import errno
import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kinerja
from kinerja import IndicatorError, KinerjaError, QuantityError, RecordsError, TargetError, UnknownIndicatorError
from kinerja._base import Message, Problem, Text
from kinerja._base.message import ErrorMessage
from kinerja.measurement import messages as target_messages
from said import APPROVED, as_text, places, refused, said

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = said()
MESSAGES = [message for messages in SAID.values() for message in messages.values()]
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(kinerja.__file__).parent.rglob("*.py")
    if "messages" not in {path.stem, path.parent.name}
)
NAMES = {"indicator", "field", "quantity", "part_of", "what", "whole"}
"""How classes and their parts are named in Python and in English, and in Indonesian by their labels."""
LOST = Message(
    code="tenant.lost", id="{indicator}: {value} dari {limit} hilang.", en="{indicator}: {value} of {limit} lost."
)


@pytest.mark.parametrize("package", SAID)
def test_the_texts_are_the_approved_ones(package: str) -> None:
    """A changed word is seen in one place; `python tests/support/said.py` approves it."""
    assert (APPROVED / f"{package}.txt").read_text(encoding="utf-8") == as_text(package)


def test_no_two_messages_have_one_code() -> None:
    """A program tells any two refusals apart, whichever package they come from."""
    assert [] == [code for code, times in Counter(message.code for message in MESSAGES).items() if times > 1]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_a_code_names_a_subject_and_what_is_wrong_with_it(message: Message) -> None:
    """Such as `target.not_positive`."""
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", message.code)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_both_texts_speak_of_the_same_values(message: Message) -> None:
    """Neither language keeps something from its reader; only what has a name in Python is named otherwise."""
    assert places(message.id) - NAMES == places(message.en) - NAMES


@pytest.mark.parametrize("message", [one for name, own in SAID.items() if name != "cli" for one in own.values()])
def test_no_command_is_named_but_by_the_command_line(message: Message) -> None:
    """Whoever uses kinerja.html or a program cannot run one; the command line adds what it has for a refusal."""
    assert [] == re.findall(r"`kinerja|--[a-z]", f"{message.id} {message.en}")


FOR_AUTHORS = {
    "mean.unmeasured": "an argument of `Scorecard.mean`",
    "measurement.other_indicator": "of `+`",
    "record.not_exact": "of a record class",
    "record.other_class": "of an argument of `measure_records`",
    "score.no_indicator": "of an argument of `Catalogue.scorecard`",
    "trace.other_records": "of an argument of `make_trace`",
    "catalogue.no_class": "of an argument of `load_catalogue`",
    "scoring.band_unclear": "of a catalogue's keys of those names",
    "quantity.no_range": "of `Variable.usual`, and of a catalogue's key of that name",
}
"""What nobody meets who does not write Python, by code, and what it speaks of."""
OF_PYTHON = re.compile(
    r"\w+\(|\w+_\w+|\b(?:None|True|False|dict|list|tuple|int|Fraction|Decimal|frozenset|Errno|datetime|Path|str)\b"
    r"|\b[A-Z][a-z]+[A-Z][a-z]\w*"
)


def is_for_authors(message: Message) -> bool:
    """Tell whether whoever meets a message writes Python: an indicator's class, its rule, a frame, a number passed."""
    kind = message.kind if isinstance(message, ErrorMessage) else None
    of_frames = message in SAID.get("frames", {}).values()
    return (
        of_frames
        or message.code in FOR_AUTHORS
        or message.code.partition(".")[0] in {"indicator", "number", "polarity", "rule"}
        or kind is IndicatorError
    )


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.code)
def test_a_planner_reads_no_python(message: Message) -> None:
    """Neither its words nor the names of classes and functions, but in what is quoted from a file."""
    unquoted = re.sub(r'"[^"]*"|\{[^{}]*\}', "", message.id)
    assert [] == ([] if is_for_authors(message) else OF_PYTHON.findall(unquoted))


@pytest.mark.parametrize(
    ("error", "indonesian", "english"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), "tidak ada; periksa nama dan foldernya", "No such file"),
        (OSError(errno.ENOSPC, "No space left"), "tempat penyimpanan penuh; kosongkan sebagian", "No space left"),
        (OSError(99, "Odd"), "galat sistem 99", "Odd"),
        (OSError("odd"), "galat sistem", "odd"),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "odd"), "bukan teks UTF-8", "'utf-8' codec can't decode byte 0x78"),
        (RecursionError("deep"), "isinya bersarang terlalu dalam", "deep"),
        (TypeError("no int"), "jenis isinya lain dari yang diminta", "no int"),
        (
            ValueError("Expecting value: line 1 column 7 (char 6)"),
            "baris 1, kolom 7: tulisannya tidak utuh atau keliru",
            "Expecting value: line 1 column 7 (char 6)",
        ),
        (
            ValueError("Unterminated string (at end of document)"),
            "di akhir berkas: tanda kutip tidak ditutup",
            "Unterminated string (at end of document)",
        ),
        (ValueError("odd"), "tulisannya tidak utuh atau keliru", "odd"),
        (KinerjaError(Text(id="hilang", en="lost")), "hilang", "lost"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_why_something_failed_is_told_in_indonesian(error: Exception, indonesian: str, english: str) -> None:
    """Whatever the system, a parser or Python said in English; there it is told as it was said."""
    told = Message(code="a.value", id="{error}", en="{error}").text(error=error)
    assert (indonesian, True) == (told.id, told.en.startswith(english))


def test_every_message_is_said() -> None:
    """No text stands there without a reader."""
    assert set() == {name for names in SAID.values() for name in names} - set(re.findall(r"\w+", SOURCE))


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Fraction(5, 2), "2,5", "2.5"),
        (Text(id="separuh", en="half"), "separuh", "half"),
        (("SK1/1", Fraction(1, 2)), "SK1/1, 0,5", "SK1/1, 0.5"),
        (["a", "b"], "a, b", "a, b"),
        ((), "-", "-"),
        (2.5, "2.5", "2.5"),
    ],
    ids=["exact", "text", "tuple", "list", "nothing", "else"],
)
def test_a_value_is_written_as_its_language_writes_it(value: object, indonesian: str, english: str) -> None:
    """Exact numbers in full, texts in their language, several values with commas."""
    assert Text(id=indonesian, en=english) == Message(code="a.value", id="{value}", en="{value}").text(value=value)


@pytest.mark.parametrize(
    "value", [Fraction(5, 2), Text(id="a", en="b"), ("a", 1), "a"], ids=["exact", "text", "tuple", "str"]
)
def test_a_value_is_shown_in_english_as_python_shows_it(value: object) -> None:
    """With `!r`, as its author typed it."""
    shown = Message(code="a.value", id="{value!r}", en="{value!r}").text(value=value)
    assert repr(value) == shown.en


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a", "'a'"),
        ("it's", '"it\'s"'),
        ("C:\\a", "'C:\\a'"),
        ("PT A\x07", "'PT A(tak tampak)'"),
        ("4\u200b5\xa0", "'4(tak tampak)5(spasi tak biasa)'"),
        ("a\r\nb\tc", "'a(baris baru)b(tab)c'"),
        (None, "kosong"),
        (True, "true"),
        (False, "false"),
        (2.5, "2,5"),
        (Fraction(5, 2), "2,5"),
        (Decimal("2.50"), "2,5"),
        (Decimal("NaN"), "Decimal('NaN')"),
        (dt.date(2023, 2, 3), "2023-02-03"),
        (Text(id="a", en="b"), "a"),
        (("a", 1), "'a', 1"),
        (frozenset({"a"}), "'a'"),
        ([], "-"),
        ({"a": 1, 2: None}, "a = 1; 2 = kosong"),
        ({}, "-"),
    ],
    ids=str,
)
def test_a_value_is_shown_in_indonesian_without_pythons_words(value: object, shown: str) -> None:
    """As it could stand in a table or a file."""
    assert shown == Message(code="a.value", id="{value!r}", en="{value!r}").text(value=value).id


def test_a_value_that_is_named_already_is_not_shown_beside_it() -> None:
    """Once is enough."""
    problem = Problem(place="a.csv", value="x", allowed=Text(id="'x' tidak dikenal.", en="'x' is not known."))
    assert Text(id="a.csv: 'x' tidak dikenal.", en="a.csv: 'x' is not known.") == problem.text


def test_a_place_is_told_as_readers_call_it() -> None:
    """Where a problem has a label."""
    label = Text(id="Realisasi", en="Actual")
    problem = Problem(place="actual", label=label, allowed=Text(id="berbeda.", en="differs."))
    assert ("actual", Text(id="Realisasi: berbeda.", en="Actual: differs.")) == (problem.place, problem.text)


def test_a_text_is_put_behind_what_it_speaks_of() -> None:
    """Which has the same name in both languages, or one in each."""
    text = Text(id="hilang", en="lost")
    expected = [Text(id="A: hilang", en="A: lost"), Text(id="tenan: hilang", en="tenant: lost")]
    assert expected == [text.about("A"), text.about(Text(id="tenan", en="tenant"))]


def test_an_error_keeps_the_code_and_the_values_of_what_it_says(duplicate: Callable[[Any], Any]) -> None:
    """A program reads them without reading the message, after pickling too."""
    error = duplicate(QuantityError.saying(LOST, indicator="TenantCount", value=2, limit=5))
    expected = ("TenantCount: 2 of 5 lost.", "tenant.lost", "TenantCount", 2, 5)
    assert expected == (str(error), error.code, error.indicator, error.value, error.limit)


def test_an_error_without_a_message_has_no_code() -> None:
    """An office's own error may say what it likes."""
    assert "" == KinerjaError(Text(id="a", en="b")).code


def test_a_message_of_an_error_makes_that_error() -> None:
    """Both are stated once, together."""
    message = TargetError.worded(code="target.lost", id="{value} hilang.", en="{value} lost.")
    error = message.error(value=3)
    assert (TargetError, "target.lost", "3 lost.") == (type(error), error.code, str(error))


def test_a_message_says_what_is_wrong_in_a_file() -> None:
    """Its values are told in the text, or stand beside it as those of a cell."""
    problem = LOST.problem("a.csv", row=3, column="tenan", value="2", indicator="A", limit=5)
    allowed = Text(id="A: 2 dari 5 hilang.", en="A: 2 of 5 lost.")
    told: dict[str, Any] = {"row": 3, "column": "tenan", "value": "2", "indicator": "A", "limit": 5}
    assert problem == Problem(place="a.csv", allowed=allowed, code="tenant.lost", **told)


def test_an_error_is_a_problem_of_the_file_that_its_value_stands_in() -> None:
    """With its text and its code, what it speaks of and what it passes."""
    error = QuantityError.saying(LOST, indicator="A", value=2, limit=5)
    told = Problem(place="scorecard.cap", allowed=error.text, code="tenant.lost", indicator="A", limit=5)
    assert told == error.problem("scorecard.cap")


@pytest.mark.parametrize(("number", "code"), [(1, "tenant.lost"), (2, "records.unreadable")])
def test_one_bad_cell_gives_the_error_its_code(number: int, code: str) -> None:
    """Of several, each has its own."""
    problem = LOST.problem("a.csv", indicator="A", limit=5)
    assert code == RecordsError.of([problem] * number).code


@pytest.mark.parametrize(("name", "code"), [("SK3/5", "name.misspelt"), ("x", "name.unknown")])
def test_an_unknown_name_has_the_code_of_its_answer(name: str, code: str) -> None:
    """What is close is asked; what is not is told all there is."""
    assert code == UnknownIndicatorError.of(name, ["SK3/4"]).code


@pytest.mark.parametrize(
    ("code", "values"),
    [("target.of_baseline", {}), ("target.not_positive", {"value": 1}), ("target.not_positive", {"limit": 0})],
    ids=["code", "value", "value that it has not"],
)
def test_what_is_refused_otherwise_fails_its_test(code: str, values: dict[str, Any]) -> None:
    """With another code or value than the test names."""
    with pytest.raises(AssertionError), refused(code, **values):
        raise target_messages.NOT_POSITIVE.error(value=0)


def test_what_is_refused_in_other_words_than_the_approved_fails_its_test() -> None:
    """A message changed on its way is seen."""
    error = target_messages.NOT_POSITIVE.error(value=0)
    error.text = error.text.about("SK1/1")
    with pytest.raises(AssertionError), refused("target.not_positive", value=0):
        raise error


def test_no_sign_of_a_value_or_of_a_place_steers_a_terminal() -> None:
    """It is shown; the value itself stays for a program."""
    message = Message(code="example.value", id="{named} ada.", en="{named} is there.")
    problem = message.problem("a\x1b[2J.csv", named=("b\x07", "c\u202e"))
    assert r"a\x1b[2J.csv: b\x07, c\u202e ada." == problem.text.id
    assert "a\x1b[2J.csv" == problem.place
