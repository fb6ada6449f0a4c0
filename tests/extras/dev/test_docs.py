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
from kinerja.frames import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from kinerja import Entry

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "README.id.md", *sorted(DOCS.rglob("*.md"))]
FILES = {"csv", "toml"}
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
        follows = tokens[number + 1] if tokens[number + 1 :] else None
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
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<example>", "exec", dont_inherit=True), namespace)  # noqa: S102 - the pages' own code
    return printed.getvalue()


def run_command(line: str) -> str:
    """Run a `kinerja` command and return what it printed, errors included, or write it to the file it is sent to."""
    command, _, sent_to = line.partition(" > ")
    program, *arguments = shlex.split(command)
    assert "kinerja" == program
    home = str(Path(kinerja.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-m", "kinerja", *arguments],
        env={**os.environ, "PYTHONPATH": home, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if sent_to else subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if not sent_to:
        return done.stdout
    Path(sent_to).write_text(done.stdout, encoding="utf-8")
    return ""


def output(block: Block, namespace: dict[str, Any]) -> str:
    """Run a block, or put the file it stands for into the working directory, and return what it printed."""
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
def copied_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the indicator pages, and of the picture, that the script takes for its own."""
    shutil.copytree(DOCS / "indicators", tmp_path / "indicators")
    shutil.copy(DOCS / "scorecard.svg", tmp_path)
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
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


def test_no_indicator_page_is_stale() -> None:
    """The pages are as the script would write them now."""
    assert [] == generate.stale(DOCS)


def test_a_changed_page_is_stale(copied_pages: Path) -> None:
    """A page that was edited by hand is found."""
    with (copied_pages / "indicators" / "sk3-4-p3dn-ratio.md").open("a", encoding="utf-8") as page:
        page.write("More.\n")
    assert ["indicators/sk3-4-p3dn-ratio.md"] == generate.stale(copied_pages)


def test_a_changed_picture_is_stale(copied_pages: Path) -> None:
    """The scorecard in the README is as the library would draw it now."""
    with (copied_pages / "scorecard.svg").open("a", encoding="utf-8") as picture:
        picture.write("<!-- more -->\n")
    assert ["scorecard.svg"] == generate.stale(copied_pages)


def test_the_picture_says_that_it_is_an_illustration() -> None:
    """Nobody takes it for a real office's."""
    assert "Balai Contoh (ilustrasi)" in (DOCS / "scorecard.svg").read_text(encoding="utf-8")


def test_a_missing_page_is_stale(copied_pages: Path) -> None:
    """A page that was never written is found."""
    (copied_pages / "indicators" / "sk1-1-tenant-count.md").unlink()
    assert ["indicators/sk1-1-tenant-count.md"] == generate.stale(copied_pages)


def test_a_page_without_an_entry_is_stale(copied_pages: Path) -> None:
    """A page that no entry writes any more is found."""
    (copied_pages / "indicators" / "sk9-9-gone.md").write_text("# Gone\n", encoding="utf-8")
    assert ["indicators/sk9-9-gone.md"] == generate.stale(copied_pages)


def test_the_check_passes_while_nothing_is_stale(copied_pages: Path) -> None:
    """`--check` ends with 0 on pages as they should be."""
    assert copied_pages.is_dir()
    assert 0 == generate.main(["--check"])


def test_the_check_names_what_is_stale(copied_pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names the stale page and what to do."""
    (copied_pages / "indicators" / "index.md").write_text("", encoding="utf-8")
    generate.main(["--check"])
    assert "docs/indicators/index.md is stale; run: python docs/generate.py\n" == capsys.readouterr().err


def test_the_check_fails_on_a_stale_page(copied_pages: Path) -> None:
    """`--check` ends with 1 on a stale page."""
    (copied_pages / "indicators" / "index.md").write_text("", encoding="utf-8")
    assert 1 == generate.main(["--check"])


def test_writing_mends_stale_pages(copied_pages: Path) -> None:
    """Without arguments the script writes the pages, and nothing is stale after it."""
    (copied_pages / "indicators" / "index.md").write_text("", encoding="utf-8")
    generate.main([])
    assert [] == generate.stale(copied_pages)


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_a_page_quotes_its_clause_word_for_word(entry: Entry) -> None:
    """The method stands on the indicator's page as the catalogue has it."""
    page = (DOCS / "indicators" / generate.page_name(entry)).read_text(encoding="utf-8")
    assert f"\n> {entry.method}\n" in page


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_a_page_shows_every_reading_in_both_languages(entry: Entry) -> None:
    """Each question of the entry is a heading in English and stands below it in Indonesian."""
    page = (DOCS / "indicators" / generate.page_name(entry)).read_text(encoding="utf-8")
    questions = [reading.question for reading in entry.readings]
    missing = [words for text in questions for words in (text.en, text.id) if generate.escaped(words) not in page]
    assert [] == missing


def test_the_sidebar_lists_every_page_once() -> None:
    """The navigation in mkdocs.yml names each page under docs."""
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"[\w/-]+\.md", navigation)
    assert sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")) == sorted(listed)


def test_every_module_has_its_floor() -> None:
    """The table of floors in "How it works" names each module of the library once."""
    floors = (DOCS / "how-it-works.md").read_text(encoding="utf-8").partition("\n| Floor |")[2]
    named = [name for row in floors.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[2])]
    modules = {module.name for module in pkgutil.iter_modules(kinerja.__path__)} - {"__main__"}
    assert sorted(modules) == sorted(named)


def test_the_page_on_frames_tells_every_reason() -> None:
    """The table has each refusal in their order, then the undefined actual, with both texts as the code has them."""
    page = (DOCS / "frames.md").read_text(encoding="utf-8").partition("\n## Reasons\n")[2].partition("\n## ")[0]
    told = [tuple(row.split(" | ")[:3]) for row in re.findall(r"^\| (`[A-Z_]+` .*) \|$", page, re.MULTILINE)]
    reasons = [*Refusal, Reason.UNDEFINED_ACTUAL]
    assert [(f"`{reason.name}`", reason.value.id, reason.value.en) for reason in reasons] == told


def test_the_reference_names_all_that_is_public() -> None:
    """Each public name has its place in the reference."""
    reference = (DOCS / "reference.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^::: kinerja\.(?:\w+\.)*(\w+)$", reference, re.MULTILINE))
    described = set(re.findall(r"^`(\w+)` is", reference, re.MULTILINE))
    assert set() == set(kinerja.__all__) - documented - described


@pytest.mark.parametrize("module", [generate, load("docstrings")], ids=["generate", "docstrings"])
def test_the_examples_in_the_scripts_run(module: ModuleType) -> None:
    """The doctests of the scripts under docs give what they show."""
    results = doctest.testmod(module)
    assert (True, 0) == (results.attempted > 0, results.failed)


def test_a_doctest_becomes_code_in_the_reference() -> None:
    """A docstring's example is fenced up to the blank line that ends it."""
    laid_out = load("docstrings").lay_out("Add.\n\n>>> 1 + 1\n2\n\nMore.")
    assert "Add.\n\n```pycon\n>>> 1 + 1\n2\n```\n\nMore." == laid_out
