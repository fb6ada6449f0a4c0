"""The site's gate: the command of `.ci/run` that builds it fails on what a reader would stumble over."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CHECKS = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
COMMANDS = re.findall(r'^ *"\$everything"/((?:mkdocs|zensical) build.*)$', CHECKS, re.MULTILINE)
SETTINGS = f"INHERIT: {(ROOT / 'mkdocs.yml').as_posix()}\nnav:\n  - index.md\n  - why.md\nextra_css: []\n"
PAGES = {"index.md": "# Overview\n\n[Why](why.md#because)\n", "why.md": "# Why\n\n## Because\n"}

of_each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.partition(" ")[0])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of two pages with the project's settings."""
    (tmp_path / "docs").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def build(command: str, site: Path) -> int:
    """Build the site, and return how that ended."""
    program, *arguments = shlex.split(command)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", program, *arguments], capture_output=True, check=False, cwd=site, env=environment
    ).returncode


def test_two_commands_build_the_site() -> None:
    """By MkDocs, and by its successor."""
    assert ["mkdocs", "zensical"] == [command.partition(" ")[0] for command in COMMANDS]


@of_each_command
def test_a_sound_site_passes(command: str, site: Path) -> None:
    """So that the failures below are those planted."""
    assert 0 == build(command, site)


@of_each_command
@pytest.mark.parametrize("link", ["nowhere.md", "why.md#nowhere", "#nowhere"])
def test_a_broken_link_fails(command: str, link: str, site: Path) -> None:
    """To a page, to a heading of another page, and to one of the same."""
    with (site / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[broken]({link})\n")
    assert 1 == build(command, site)


@pytest.mark.parametrize("link", ["/why.md", "why/"])
def test_a_link_that_only_a_server_would_follow_fails(link: str, site: Path) -> None:
    """The pages are opened from a folder too."""
    with (site / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[broken]({link})\n")
    assert 1 == build(COMMANDS[0], site)


def test_a_page_that_the_sidebar_lacks_fails(site: Path) -> None:
    """Nobody would find it."""
    (site / "docs" / "lost.md").write_text("# Lost\n", encoding="utf-8")
    assert 1 == build(COMMANDS[0], site)
