"""Sets of accounts."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from kinerja import QuantityError
from kinerja.records import account_set, check_accounts, is_account, optional_account_set
from said import refused


@attrs.frozen(kw_only=True)
class Selection:
    """What a user's own indicator might hold."""

    accounts: frozenset[str] = attrs.field(converter=account_set, validator=check_accounts)


def test_accounts_become_a_set() -> None:
    """Neither their order nor naming one twice plays a part."""
    assert frozenset({"521211", "425283"}) == account_set(["425283", "521211", "425283"])


def test_accounts_that_are_named_become_a_set() -> None:
    """Where they may be left out, those given are taken alike."""
    assert frozenset({"425283"}) == optional_account_set(("425283",))


def test_accounts_that_are_not_named_stay_unknown() -> None:
    """None is not the same as no account."""
    assert None is optional_account_set(None)


@pytest.mark.parametrize(
    ("accounts", "shown"),
    [([], "-"), (["5212"], "5212"), (["5212110"], "5212110"), ([521211], "521211"), (["x", "425283", "a"], "a, x")],
    ids=repr,
)
def test_an_account_is_a_text_of_six_digits(accounts: list[Any], shown: str) -> None:
    """Anything else is refused with all that is wrong, and so is having none."""
    with refused("record.no_accounts", indicator="Selection", field="accounts", names=shown):
        Selection(accounts=accounts)


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("521211", True),
        ("025283", True),
        ("599999", True),
        ("900000", True),
        ("\N{ARABIC-INDIC DIGIT FIVE}21211", False),
        ("52121", False),
        ("521211 ", False),
        ("521.211", False),
        (521211, False),
        (None, False),
    ],
    ids=repr,
)
def test_an_account_is_known_by_its_six_digits(account: object, expected: bool) -> None:  # noqa: FBT001 - a parameter
    """As text, with nothing around them."""
    assert expected is is_account(account)


def test_refused_accounts_are_kept() -> None:
    """A program finds whose accounts they are, and which."""
    with pytest.raises(QuantityError) as caught:
        Selection(accounts=frozenset({"x"}))
    assert ("Selection", frozenset({"x"})) == (caught.value.indicator, caught.value.value)
