"""Who is quicker than Python: what was chosen last holds, and no answer stands below another question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dropped import EXAMPLES
from on_page import IDLE, expected, go, missing, words

if TYPE_CHECKING:
    from playwright.sync_api import Page

DECREE = EXAMPLES / "balai-contoh" / "katalog.toml"
CHOOSE = """
const choose = (name, text) => {
  const [data, field] = [new DataTransfer(), document.getElementById("decree-file")];
  data.items.add(new File([text], name));
  field.files = data.files;
  field.dispatchEvent(new Event("change"));
};
const send = (view) => document.getElementById(`form-${view}`).requestSubmit();
"""


def at_once(page: Page, script: str) -> None:
    """Do several things before anything is answered, and wait until all is."""
    text = DECREE.read_text(encoding="utf-8")
    page.evaluate(f"text => {{ {CHOOSE} {script} }}", text)
    page.wait_for_selector(IDLE, state="attached")


def test_no_answer_comes_below_another_indicator(page: Page) -> None:
    """One that was chosen while the first was worked out."""
    go(page, "SK1/1")
    at_once(
        page,
        "send('hitung'); document.getElementById('code').selectedIndex = 6; code.dispatchEvent(new Event('change'));",
    )
    assert "" == words(page.inner_html("#answer-hitung"))


@pytest.fixture
def typed(page: Page) -> dict[str, Any]:
    """Type the quantity of an indicator that both decrees have, and return what is asked of the other one."""
    go(page, "SK1/1")
    page.select_option("#period-hitung", "2023")
    page.fill("#quantities [name=graduated]", "2")
    return {"code": "SK1/1", "period": "2023", "quantities": {"graduated": "2"}, "decree": DECREE.name}


@pytest.mark.parametrize("before", ["", "choose('rusak.toml', '[');"], ids=["one", "after one that is refused"])
def test_what_is_asked_while_a_decree_is_read_is_answered_by_it(page: Page, typed: dict[str, Any], before: str) -> None:
    """Not by the one before; the decree that was chosen last is the one in use."""
    at_once(page, f"{before} choose('{DECREE.name}', text); send('hitung');")
    told = words(page.inner_html("#answer-hitung"))
    assert DECREE.name == page.text_content("#decree-name")
    assert [] == missing(expected("figure", typed, {DECREE.name: DECREE.read_bytes()}), told)


def test_the_page_is_at_work_until_all_is_answered(page: Page) -> None:
    """The first of two answers does not say that it is ready."""
    page.evaluate(
        """() => {
          const [place, at] = [document.getElementById("answer-hitung"), document.getElementById("progress")];
          new MutationObserver(() => { window.ready ??= at.hidden; }).observe(place, { childList: true });
          for (const view of ["hitung", "formulir"]) document.getElementById(`form-${view}`).requestSubmit();
        }"""
    )
    page.wait_for_selector(IDLE, state="attached")
    assert page.evaluate("window.ready") is False
