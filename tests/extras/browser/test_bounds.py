"""What is too large, damaged or too much gets a sentence, and the page goes on."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from kinerja import KinerjaError
from on_page import READY, go, opened_in, shown
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

CALL = """
([name, asked, files]) => {
  const bytes = (letters) => Uint8Array.from(atob(letters), (one) => one.charCodeAt(0));
  const given = Object.entries(files).map(([path, letters]) => [path, bytes(letters)]);
  const refused = ({ code, texts, detail }) => ({ code, ...texts, detail });
  return kinerja.call(name, asked, Object.fromEntries(given)).then(({ html }) => ({ html }), refused);
}
"""
ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4088)
"""How a workbook with a password begins: it is no archive any more."""

EXAMPLE = Path(__file__).parents[3] / "examples" / "contoh-2023"
MOST_SECONDS = 30
"""Of the processor: how long it takes is a matter of what else the machine does."""


def asked(page: Page, name: str, arguments: dict[str, Any], files: dict[str, bytes]) -> dict[str, str]:
    """Ask Python in the page, and return its answer or its refusal."""
    letters = {path: base64.b64encode(content).decode() for path, content in files.items()}
    answer: dict[str, str] = page.evaluate(CALL, [name, arguments, letters])
    return answer


def outside(name: str, arguments: dict[str, Any], files: dict[str, bytes]) -> dict[str, str]:
    """Ask the same of Python outside."""
    try:
        return {"html": app.handle(name, arguments, files)["html"]}
    except KinerjaError as error:
        return {"code": error.code, "id": error.text.id, "en": error.text.en, "detail": ""}


@pytest.fixture(params=["far cell", "encrypted", "broken", "no workbook", "cut short"])
def damaged(request: pytest.FixtureRequest, write_workbook: Callable[..., Path]) -> bytes:
    """Return a workbook that cannot be read, of each kind."""
    far = write_workbook([{0: "satker"}, *[{}] * 1_048_574, {16_383: " "}]) if request.param == "far cell" else None
    whole = write_workbook([{0: "satker"}]).read_bytes()
    return {
        "far cell": far.read_bytes() if far else b"",
        "encrypted": ENCRYPTED,
        "broken": whole.replace(b"xl/", b"xx/"),
        "no workbook": b"satker;jumlah\n",
        "cut short": whole[: len(whole) // 2],
    }[request.param]


def test_a_damaged_workbook_is_refused_in_the_library_s_words(page: Page, damaged: bytes) -> None:
    """And Python answers what is asked next."""
    files = {"glp039.xlsx": damaged}
    assert outside("export", {}, files) == asked(page, "export", {}, files)
    assert "name" in page.evaluate("kinerja.call('decree')")


@pytest.fixture
def huge(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that makes a file of 200 MB; it takes no room on the disk."""

    def make(name: str) -> Path:
        path = tmp_path / name
        with path.open("wb") as file:
            file.truncate(200_000_000)
        return path

    return make


@pytest.fixture
def thousand(tmp_path: Path) -> list[Path]:
    """Return a thousand tables that are nothing known."""
    files = [tmp_path / f"{number:03}.csv" for number in range(1000)]
    for number, file in enumerate(files):
        file.write_text(f"nama;alamat\nA;{number}\n", "utf-8")
    return files


def test_a_file_of_200_mb_is_refused_unread(page: Page, huge: Callable[[str], Path]) -> None:
    """The sentence names the file, its size, and how much may come."""
    go(page, "glp039")
    page.set_input_files("#form-glp039 input[type=file]", huge("besar.xlsx"))
    page.click("#form-glp039 .main")
    expect(page.locator("#answer-glp039")).to_contain_text("besar.xlsx: 200 MB")


def test_a_scan_of_200_mb_beside_the_forms_is_told_by_its_name(page: Page, huge: Callable[[str], Path]) -> None:
    """As evidence is kept; nothing of it is read."""
    go(page, "folder")
    page.set_input_files("#form-folder input[data-kind=files]", [EXAMPLE / "tenan.csv", huge("pindaian.pdf")])
    page.click("#form-folder .main")
    expect(page.locator("#answer-folder")).to_contain_text("pindaian.pdf")
    expect(page.locator("#answer-folder .save")).to_be_visible()


def test_a_thousand_files_are_read_or_told_in_few_words(page: Page, thousand: list[Path]) -> None:
    """Of those that cannot be read the first are told, and how many more there are."""
    go(page, "folder")
    page.set_input_files("#form-folder input[data-kind=files]", thousand)
    page.select_option("#period-folder", "2023")
    shown(page, "folder")
    told = outside("score", {"period": "2023"}, {file.name: file.read_bytes() for file in thousand})["id"]
    said = page.eval_on_selector_all("#answer-folder li", "all => all.map((one) => one.textContent)")
    # The last line of the refusal is followed by what the page has for it.
    assert [line.strip() for line in told.split("\n")[1:]] == said
    assert ("997 berkas lain", 5) == (said[3][:15], len(said))


def test_scans_alone_are_told_by_few_of_their_names(page: Page, thousand: list[Path]) -> None:
    """And where empty forms are made."""
    scans = [file.with_suffix(".pdf") for file in thousand]
    for scan in scans:
        scan.touch()
    go(page, "folder")
    page.set_input_files("#form-folder input[data-kind=files]", scans)
    assert 1 == page.locator("#given-folder li").count()
    page.click("#form-folder .main")
    expect(page.locator("#answer-folder")).to_contain_text("009.pdf, dan 990 lainnya; masukkan formulir")
    expect(page.locator("#answer-folder")).to_contain_text("Formulir kosong ada di bagian Formulir.")


def test_the_progress_of_a_long_file_is_told_within_it(page: Page, receipts: bytes) -> None:
    """By its rows."""
    page.evaluate(
        """() => {
          const { onprogress } = kinerja;
          window.told = [];
          kinerja.onprogress = (...all) => { told.push(all); onprogress(...all); };
        }"""
    )
    asked(page, "score", {"period": "2023"}, {"Balai/baru.csv": receipts})
    told = [done for done, total, what in page.evaluate("told") if what == "Membaca baru.csv"]
    assert (True, True) == (told == sorted(told), len(set(told)) > 20)


def test_a_file_that_is_gone_is_told_so(page: Page, tmp_path: Path) -> None:
    """Moved after it was chosen, or locked by Excel."""
    file = tmp_path / "hilang.xlsx"
    file.write_bytes(ENCRYPTED)
    go(page, "glp039")
    page.set_input_files("#form-glp039 input[type=file]", file)
    file.unlink()
    page.click("#form-glp039 .main")
    expect(page.locator("#answer-glp039")).to_contain_text("Berkas tidak dapat dibaca peramban")


def test_twenty_thousand_receipts_are_scored_as_outside(chromium: Browser, page: Page, receipts: bytes) -> None:
    """In bounded time; the figures and sentences are those of Python outside."""
    arguments, files = {"period": "2023"}, {"Balai/penerimaan.csv": receipts}
    began = _seconds(chromium)
    found = asked(page, "score", arguments, files)
    assert 0 < _seconds(chromium) - began < MOST_SECONDS
    assert outside("score", arguments, files) == found


def _seconds(chromium: Browser) -> float:
    """Return what the browser's pages have taken of the processor."""
    processes = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return float(sum(one["cpuTime"] for one in processes if one["type"] == "renderer"))


def test_a_fault_of_the_program_is_told_apart_from_one_of_a_file(page: Page) -> None:
    """With the details for who reports it, and no figure."""
    told = asked(page, "no such question", {}, {})
    assert ("onefile.unexpected", True) == (told["code"], "KeyError: 'no such question'" in told["detail"])


@pytest.fixture(scope="module")
def fresh(chromium: Browser, made: Path) -> Iterator[Page]:
    """Open the file anew, for what ends Python: the browser's console tells of it."""
    with opened_in(chromium, made) as page:
        # Python may be ready while the page's own first question is still on its way.
        page.wait_for_selector(READY, state="attached")
        yield page


def test_python_starts_anew_when_a_file_ends_it(fresh: Page) -> None:
    """Who asked is told, and is answered again."""
    *_, worker = fresh.workers  # one that ended may be told of still
    worker.evaluate("python.runPython('from onefile import app; import os; app.handle = lambda *_: os.abort()')")
    lost = asked(fresh, "decree", {}, {})
    assert ("onefile.lost", True) == (lost["code"], lost["id"].startswith("Perhitungan terhenti"))
    assert "name" in fresh.evaluate("kinerja.call('decree')")


ENDLESS = """
from onefile import app

def handle(name, arguments, files, tell):
    tell(0, 1, name)
    while True:
        pass

app.handle = handle
"""
"""It tells of its work, which shows the button that stops it."""


def test_what_takes_too_long_can_be_stopped(fresh: Page) -> None:
    """The question is refused, the next one answered."""
    *_, worker = fresh.workers  # one that ended may be told of still
    worker.evaluate("script => python.runPython(script)", ENDLESS)
    fresh.evaluate("() => { window.told = kinerja.call('decree').catch(({ code }) => code); }")
    fresh.click("#stop")
    assert "onefile.stopped" == fresh.evaluate("told")
    assert "name" in fresh.evaluate("kinerja.call('decree')")
