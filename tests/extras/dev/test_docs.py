"""The README and the pages of the site: their examples run, and none of them is missing or stale."""

from __future__ import annotations

import contextlib
import doctest
import importlib.util
import io
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from markdown_it import MarkdownIt

import kinerja
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import Reason
from kinerja.catalogue import bundled_catalogues
from kinerja.frames import Refusal
from kinerja.indicators import ACCOUNT_NAMES
from kinerja.testing import Habit
from said import MESSAGES
from sitepages import indicator_pages, markdown, packages
from sitepages.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "README.id.md", *sorted(DOCS.rglob("*.md"))]
OPENING = '<div lang="id" markdown>'
"""What stands before an output that is Indonesian."""
FILES = {"csv", "js", "toml"}
"""The languages of blocks that are files: with a title they are there, under it, for the blocks that follow."""


@attrs.frozen(kw_only=True)
class Block:
    """A fenced block: its language, its text, the file it stands for, and what the page shows as its output."""

    language: str
    content: str
    title: str
    mark: str
    shown: str

    @property
    def sets_up(self) -> bool:
        """Whether it makes a virtual environment, which no test does."""
        return "-m venv" in self.content

    @property
    def needs_spark(self) -> bool:
        """Whether it runs Spark, which needs Java."""
        return "pyspark" in self.content


def blocks(page: Path) -> Iterator[Block]:
    """Return the fenced blocks of a page in order, each with the output shown under it."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    for number, token in enumerate(tokens):
        if token.type != "fence":
            continue
        follows = next((one for one in tokens[number + 1 :] if one.content.strip() != OPENING), None)
        title = re.search(r'title="([^"]+)"', token.info)
        yield Block(
            language=token.info.partition(" ")[0],
            content=token.content,
            title=title[1] if title else "",
            mark=tokens[number - 1].content.strip() if number else "",
            shown=follows.content if follows is not None and follows.info == "text" else "",
        )


def examples(page: Path) -> list[Block]:
    """Return the blocks of a page that run, and the files that they read."""
    wanted = [block for block in blocks(page) if block.language in {"python", "sh"} or block.title]
    return [block for block in wanted if not block.sets_up]


def run_python(code: str, namespace: dict[str, Any]) -> str:
    """Run a script and return what it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        exec(compile(code, "<example>", "exec", dont_inherit=True), namespace)  # noqa: S102 - the pages' own code
    return printed.getvalue()


def run_command(line: str) -> str:
    """Run a `kinerja` command and return what a reader sees: all it prints, or what goes past the file sent to."""
    command, _, sent_to = line.partition(" > ")
    program, *arguments = shlex.split(command)
    assert "kinerja" == program
    home = str(Path(kinerja.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-m", "kinerja", *arguments],
        env={**os.environ, "PYTHONPATH": home, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if sent_to else subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if not sent_to:
        return done.stdout
    Path(sent_to).write_text(done.stdout, encoding="utf-8")
    return done.stderr


def output(block: Block, namespace: dict[str, Any]) -> str:
    """Run a block, or put the file it stands for into the working directory, and return what it printed."""
    filled = re.fullmatch(r"<!-- (examples/\S+) -->", block.mark)
    if filled is not None:  # what the page has told to fill in
        given = Path(filled[1])
        if given.is_dir():
            shutil.copytree(given, given.name, dirs_exist_ok=True)
        else:
            shutil.copy(given, given.name)
    if block.language in FILES:
        Path(block.title).write_text(block.content, encoding="utf-8")
        return ""
    if block.language == "python":
        return run_python(block.content, namespace)
    return "".join(run_command(line) for line in block.content.splitlines())


def load(name: str) -> ModuleType:
    """Import a script that stands under docs."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = load("generate")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the pages and of the settings, which the script takes for its own."""
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.name)
def test_every_example_prints_what_its_page_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run in order in one namespace, and print exactly what stands under each."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    runs = [block for block in examples(page) if not block.needs_spark]
    assert [block.shown for block in runs] == [output(block, namespace) for block in runs]


@pytest.mark.usefixtures("spark")
def test_the_examples_on_spark_print_what_their_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All blocks of the page run, in the session of the tests; where there is no Java, the page's others run above."""
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    runs = examples(DOCS / "scale.md")
    assert [block.shown for block in runs] == [output(block, namespace) for block in runs]


def test_spark_is_on_one_page_alone() -> None:
    """So that no block that needs Java is passed over."""
    assert ["scale.md"] == [page.name for page in PAGES if any(block.needs_spark for block in examples(page))]


def test_only_set_up_commands_are_not_run() -> None:
    """Blocks that make a virtual environment are excepted; each says in a mark what it sets up."""
    excepted = [f"{page.name} {block.mark}" for page in PAGES for block in blocks(page) if block.sets_up]
    assert [
        "README.md <!-- main -->",
        "README.md <!-- main on Windows -->",
        "README.md <!-- tests -->",
        "README.id.md <!-- utama di Windows -->",
        "README.id.md <!-- utama -->",
        "first-scorecard.md <!-- install -->",
        "first-scorecard.md <!-- install on Windows -->",
    ] == excepted


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    """No block escapes by a language that the tests do not know."""
    shown = [block for page in PAGES for block in blocks(page) if not block.sets_up]
    assert {"python", "sh", "text", *FILES} >= {block.language for block in shown}


def test_the_first_lines_are_the_same_everywhere() -> None:
    """README, in both languages, and the first page of the site open with one example."""
    pages = [ROOT / "README.md", ROOT / "README.id.md", DOCS / "index.md"]
    assert 1 == len({examples(page)[0] for page in pages})


def test_a_wrong_output_is_noticed(tmp_path: Path) -> None:
    """The output shown is compared with what the block above it prints."""
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n", encoding="utf-8")
    (block,) = examples(page)
    assert ("3\n", "2\n") == (block.shown, output(block, {}))


DECREE = "docs/indicators/bspji-pekanbaru-2021-2024"
WRITTEN = [
    f"{DECREE}/sk3-4-p3dn-ratio.md",
    "docs/indicators/index.md",
    "docs/reference/records.md",
    "docs/scorecard.svg",
]


def test_nothing_that_is_written_is_stale() -> None:
    """Pages, picture, navigation and the table of packages are as the script would write them now."""
    assert [] == generate.stale(ROOT)


@pytest.mark.parametrize("name", WRITTEN)
def test_what_was_changed_by_hand_is_stale(copied: Path, name: str) -> None:
    """A page or picture that is not as it would be written is found."""
    with (copied / name).open("a", encoding="utf-8") as page:
        page.write("<!-- more -->\n")
    assert [name] == generate.stale(copied)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("docs/how-it-works.md", "| `records` |", "| `rows` |"),
        ("mkdocs.yml", "      - reference/records.md\n", ""),
    ],
)
def test_a_part_that_was_changed_by_hand_is_stale(copied: Path, name: str, old: str, new: str) -> None:
    """The table of packages and the navigation are held between their marks."""
    text = (copied / name).read_text(encoding="utf-8")
    (copied / name).write_text(text.replace(old, new), encoding="utf-8")
    assert [name] == generate.stale(copied)


def test_what_stands_around_a_written_part_is_free(copied: Path) -> None:
    """The rest of those files is written by people."""
    with (copied / "docs" / "how-it-works.md").open("a", encoding="utf-8") as page:
        page.write("More.\n")
    assert [] == generate.stale(copied)


def test_every_silence_is_ended_by_a_code_that_there_is() -> None:
    """The page names messages by their codes."""
    named = re.findall(r"`([a-z]+\.[a-z_]+)`", (DOCS / "silences.md").read_text(encoding="utf-8"))
    assert set() == set(named) - set(MESSAGES)


def test_the_picture_says_that_it_is_an_illustration() -> None:
    """Nobody takes it for a real office's."""
    assert "Balai Contoh (ilustrasi)" in (DOCS / "scorecard.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_missing_is_stale(copied: Path, name: str) -> None:
    """A page that was never written is found."""
    (copied / name).unlink()
    assert [name] == generate.stale(copied)


def test_a_page_without_an_entry_is_stale(copied: Path) -> None:
    """A page that no entry writes any more is found."""
    (copied / DECREE / "sk9-9-gone.md").write_text("# Gone\n", encoding="utf-8")
    assert [f"{DECREE}/sk9-9-gone.md"] == generate.stale(copied)


@pytest.mark.usefixtures("copied")
def test_the_check_passes_while_nothing_is_stale() -> None:
    """`--check` ends with 0 on pages as they should be."""
    assert 0 == generate.main(["--check"])


def test_the_check_names_what_is_stale(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` ends with 1, and names the stale page and what to do."""
    (copied / "docs" / "indicators" / "index.md").write_text("", encoding="utf-8")
    ended = generate.main(["--check"])
    assert (1, "docs/indicators/index.md is stale; run: python docs/generate.py\n") == (ended, capsys.readouterr().err)


def test_writing_mends_what_is_stale(copied: Path) -> None:
    """Without arguments the script writes what is stale, removes what is too many, and nothing is stale after it."""
    (copied / DECREE / "sk9-9-gone.md").write_text("# Gone\n", encoding="utf-8")
    shutil.rmtree(copied / "docs" / "reference")
    generate.main([])
    assert [] == generate.stale(copied)


def page_of(code: str) -> str:
    """Return the page of an entry of the decree."""
    name = indicator_pages.page_path("BSPJI_PEKANBARU_2021_2024", CATALOGUE[code])
    return (DOCS / "indicators" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_quotes_its_clause_word_for_word(code: str) -> None:
    """The method stands on the indicator's page as the catalogue has it, and says that it is Indonesian."""
    text, lines = page_of(code), CATALOGUE[code].method.splitlines()
    assert [] == [line for line in lines if f'\n> <span lang="id">{line}</span>\n' not in text]


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_shows_every_reading_in_both_languages(code: str) -> None:
    """Each question of the entry is a heading in English and stands below it in Indonesian."""
    questions = [reading.question for reading in CATALOGUE[code].readings]
    wanted = [words for text in questions for words in (text.en, text.id)]
    assert [] == [words for words in wanted if escaped(words) not in page_of(code)]


def test_a_counting_rule_is_told_as_numbered_conditions() -> None:
    """With the columns that each reads, found by running the rule."""
    rule = page_of("SK2/1").partition("## Counting rule\n")[2].partition("\n## ")[0]
    told = re.sub("<[^>]+>", "", rule).split("\n")
    assert [
        "A record enters **A** if this holds:",
        "1. dibina pada tahun berjalan, read from tahun",
        "It adds 1 to **A**.",
        "A record enters **B** if all of this holds:",
        "1. dibina pada tahun berjalan, read from tahun",
        "2. omzet dan/atau klien meningkat, read from omzet sebelum, omzet sesudah, klien sebelum, klien sesudah",
        "It adds 1 to **B**.",
    ] == [line for line in told if line]


@pytest.mark.parametrize(
    ("code", "shared"),
    [("SK1/2", "satker and nomor kolaborasi or else nomor bukti"), ("SK3/3", "satker and ruang lingkup")],
)
def test_a_page_says_what_counts_once(code: str, shared: str) -> None:
    """A rule that counts rows is another one than its reading."""
    told = re.sub("<[^>]+>", "", page_of(code))
    assert f"once for all records that have {shared} in common: the first adds, the others nothing." in told


def test_a_page_says_what_its_records_can_tell() -> None:
    """Beside what the quantities tell."""
    assert "Of its records a note can say which accreditations cannot" in page_of("SK3/3")


@pytest.mark.parametrize(
    ("code", "said"), [("SK3/2", "without a record not measured"), ("SK1/1", "without a record 0")]
)
def test_a_page_says_what_no_record_means(code: str, said: str) -> None:
    """Of each quantity."""
    assert said in page_of(code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_shows_a_record_that_counts_and_one_that_does_not(code: str) -> None:
    """From the example folder, each with what it adds and which conditions do not hold."""
    example = re.sub("<[^>]+>", "", page_of(code).partition("## Worked example\n")[2].partition("**Sum**")[0])
    indicator = CATALOGUE[code].indicator
    assert indicator is not None
    rows = [row.strip("|").split(" | ") for row in example.splitlines() if row.startswith("| ")]
    amounts = [row[-1 - len(indicator.variables) : -1] for row in rows[2:] if len(row) > 1]
    assert {True, False} == {set(row) == {"-"} for row in amounts}


def test_the_improvement_of_a_case_is_written_out() -> None:
    """In both directions, beside P / n, as MathML."""
    formula = page_of("SK3/1").partition("## Formula\n")[2].partition("\n## ")[0]
    assert ["tidak", "ya"] == re.findall(
        r"lebih rendah lebih baik: (\w+)</span> \| <span class=\"formula\"><math", formula
    )


def test_the_accounts_stand_by_name() -> None:
    """In the decree's order."""
    page = re.sub("<[^>]+>", "", page_of("SK3/4"))
    assert list(ACCOUNT_NAMES.items()) == re.findall(r"^\| ([0-9]{6}) \| (.+) \|$", page, re.MULTILINE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_page_says_what_is_not_measured(code: str) -> None:
    """Under the first heading."""
    assert "Not measured (yang tidak diukur)" == page_of(code).split("\n## ")[1].partition("\n")[0]


def test_the_sidebar_lists_every_page_once() -> None:
    """The navigation in mkdocs.yml names each page under docs."""
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"[\w/-]+\.md", navigation)
    assert sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")) == sorted(listed)


def test_every_package_is_in_the_table() -> None:
    """The contract that holds the packages names each of them, and the table is made from it."""
    modules = {module.name for module in pkgutil.iter_modules(kinerja.__path__)} - {"__main__"}
    assert sorted(modules) == sorted(packages.packages())


def test_the_page_on_frames_tells_every_reason() -> None:
    """Each refusal in their order, then what is not measured and undefined, with both texts as the code has them."""
    page = (DOCS / "frames.md").read_text(encoding="utf-8").partition("\n## Reasons\n")[2].partition("\n## ")[0]
    told = [tuple(row.split(" | ")[:3]) for row in re.findall(r"^\| (`[A-Z_]+` .*) \|$", page, re.MULTILINE)]
    reasons = [*Refusal, Reason.NOT_MEASURED, Reason.UNDEFINED_ACTUAL]
    assert [(f"`{reason.name}`", reason.value.id, reason.value.en) for reason in reasons] == told


def test_the_page_on_guarding_tells_every_habit() -> None:
    """In their order, in both languages, as the code has them."""
    page = (DOCS / "guard-formula.md").read_text(encoding="utf-8").partition("\n## What it catches\n")[2]
    told = re.findall(r"^\| (.+) \| (.+) \|$", page.partition("\n## ")[0], re.MULTILINE)
    assert [(habit.value.en, habit.value.id) for habit in Habit] == told[1:]


def test_the_reference_names_all_that_is_public() -> None:
    """Each public name has its place in the reference, once."""
    reference = "".join(path.read_text(encoding="utf-8") for path in sorted((DOCS / "reference").glob("*.md")))
    documented = re.findall(r"^::: kinerja\.(\w+)$", reference, re.MULTILINE)
    described = re.findall(r"^- `(\w+)` is", reference, re.MULTILINE)
    assert sorted({*kinerja.__all__, *bundled_catalogues()}) == sorted(documented + described)


@pytest.mark.parametrize("module", [markdown, load("docstrings")], ids=["markdown", "docstrings"])
def test_the_examples_in_the_scripts_run(module: ModuleType) -> None:
    """The doctests of the scripts under docs give what they show."""
    results = doctest.testmod(module)
    assert (True, 0) == (results.attempted > 0, results.failed)


def test_a_doctest_becomes_code_in_the_reference() -> None:
    """A docstring's example is fenced up to the blank line that ends it."""
    laid_out = load("docstrings").lay_out("Add.\n\n>>> 1 + 1\n2\n\nMore.")
    assert "Add.\n\n```pycon\n>>> 1 + 1\n2\n```\n\nMore." == laid_out
