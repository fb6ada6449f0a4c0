"""Accounts (akun), the six-digit codes by which budgets and revenue are kept, and sets of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinerja.records import messages as say

if TYPE_CHECKING:
    from collections.abc import Iterable

    import attrs

_ACCOUNT = re.compile(r"[0-9]{6}", re.ASCII)


def account_set(accounts: Iterable[str]) -> frozenset[str]:
    """Return the accounts as a set; a text alone is one account."""
    return frozenset([accounts] if isinstance(accounts, str) else accounts)


def check_accounts(instance: object, attribute: attrs.Attribute[frozenset[str]], accounts: frozenset[str]) -> None:
    """Validate a set of accounts (akun): at least one, each a text of six digits."""
    wrong = sorted(str(account) for account in accounts if not is_account(account))
    if wrong or not accounts:
        names, kind = ", ".join(wrong) or "-", type(instance).__name__
        raise say.NO_ACCOUNTS.error(indicator=kind, field=attribute.name, value=accounts, names=names)


def is_account(account: object) -> bool:
    """Tell whether this is an account: a text of six digits, nothing around it.

    >>> is_account("521211"), is_account("521.211"), is_account(521211)
    (True, False, False)
    """
    return isinstance(account, str) and _ACCOUNT.fullmatch(account) is not None


def optional_account_set(accounts: Iterable[str] | None) -> frozenset[str] | None:
    """Return the accounts as a set, or None where none are named."""
    return None if accounts is None else account_set(accounts)
