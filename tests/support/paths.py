"""The path of a figure in all that may stand on it: whole pages, comparisons, and what verifications come to."""

from __future__ import annotations

import copy
import datetime as dt
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import (
    AccreditedScopeGrowth,
    P3DNRatio,
    PNBPGrowth,
    Polarity,
    Reason,
    Scoring,
    TenantCount,
    __version__,
    make_trace,
)
from kinerja._base import Language, Text
from kinerja.decrees import Band
from kinerja.indicators import AccreditedScope, AssistedCompany, BudgetLine, Receipt, Tenant
from kinerja.measurement import TargetRange
from kinerja.trace import Source, Trace, Unchecked, Verification, compare_traces, verdict_lines, verify_trace
from kinerja.trace.page import worked_out
from kinerja.writers import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kinerja.trace import TraceComparison

_BANDS = (Band(name="Baik", at_least=100), Band(name="Kurang", below=100))
_OTHERWISE = CATALOGUE.with_settings(
    {"SK3/1": {"reading": {"case": "company"}}, "SK3/4": {"accounts": {"521211", "521219"}}}, source="unit.xlsx"
)
_WHOLE = {"tafsir unit", "target diandaikan", "pecahan"}
"""Of these the page also tells what is above the records."""
_UNIT = "Balai Pelayanan Jasa Industri"
_ADVICE = {Unchecked.EVIDENCE: Text(id="Berikan --folder.", en="Give --folder.")}


def _line(reference: str, account: str = "521211", realised: int = 100, unit: str = "A") -> BudgetLine:
    return BudgetLine(unit=unit, reference=reference, year=2023, account=account, ceiling=400, realised=realised)


def _budget(*lines: BudgetLine, **more: Any) -> Trace:
    catalogue = more.pop("catalogue", CATALOGUE)
    measured = catalogue["SK3/4"].measured_by.measure_records(lines, period=2023)
    return make_trace(catalogue, "SK3/4", 2023, measured, **more)


def _scopes(*names: str, **more: Any) -> Trace:
    """Return the trace of a scope with two parameters, and of one that was lost."""
    first, lost = dt.date(2023, 3, 1), dt.date(2022, 1, 1)
    scopes = [
        AccreditedScope(unit="A", scope="Air", parameter=name, accredited_on=first) for name in names or ("pH", "BOD")
    ]
    scopes.append(AccreditedScope(unit="A", scope="Tanah", accredited_on=lost, withdrawn_on=first))
    return make_trace(CATALOGUE, "SK3/3", 2023, AccreditedScopeGrowth().measure_records(scopes, period=2023), **more)


def _receipts() -> Trace:
    """Return the trace of receipts of which some are of another account, quarter or year."""
    indicator = PNBPGrowth(accounts=frozenset({"425283"}))
    given = [("a", 100, 2022, 2), ("b", 250, 2023, 2), ("c", 7, 2023, 8), ("d", 9, 2021, 8)]
    receipts = [
        Receipt(unit="A", receipt=name, account="425283", amount=amount, received_on=dt.date(year, month, 1))
        for name, amount, year, month in given
    ]
    receipts.append(attrs.evolve(receipts[0], receipt="e", account="425811"))
    own = CATALOGUE.with_settings({"SK3/2": {"accounts": {"425283"}}}, source="unit.xlsx")
    return make_trace(own, "SK3/2", 2023, indicator.measure_records(receipts, period=2023))


def traces() -> dict[str, Trace]:
    """Return traces by what is unusual of each."""
    tenants = [Tenant(unit="A", tenant=f"T{number}", postincubation_on=dt.date(2023, 5, 1)) for number in range(21)]
    minimised = attrs.evolve(
        CATALOGUE,
        entries={**CATALOGUE.entries, "SK1/1": attrs.evolve(CATALOGUE["SK1/1"], polarity=Polarity.MINIMISE)},
    )
    rated = Scoring(cap=120, bands=_BANDS, sources={"cap": "SOP 1", "bands": "SOP 2"})
    companies = [AssistedCompany(unit="A", company="C", year=2023, revenue_before=2, revenue_after=1)]
    refused = CATALOGUE.with_settings({"SK2/1": {"reading": {"fall": "refused"}}}, source="unit.xlsx")
    by: Any = refused["SK2/1"].measured_by
    assisted = by.measure_records(companies, period=2023)
    file = Source(name="pagu.xlsx", sha256="0123456789abcdef", sheet="Laporan", rows=2)
    return {
        "tafsir unit": make_trace(_OTHERWISE, "SK3/1", 2023, 12, units="Balai Contoh"),
        "baris yang sama halnya": _scopes(),
        "dua tahun": _receipts(),
        "banyak data yang tidak dihitung": make_trace(
            CATALOGUE, "SK1/1", 2023, TenantCount().measure_records(tenants, period=2023)
        ),
        "dua syarat": make_trace(refused, "SK2/1", 2023, assisted),
        "tanpa data dukung": _budget(
            *(_line("1"), _line("2", "511111"), _line("3", "511111")), targets={"SK3/4": Fraction(3, 10)}
        ).without_records(),
        "predikat": make_trace(CATALOGUE, "SK1/1", 2023, 3, scoring=rated, units=CATALOGUE.decree.unit),
        "target diandaikan": make_trace(CATALOGUE.with_targets({"SK1/1": {2023: 4}}), "SK1/1", 2023, 3),
        "rentang": _budget(_line("1"), targets={"SK3/4": TargetRange(low=20, high=30)}),
        "rentang tanpa angka": _budget(targets={"SK3/4": TargetRange(low=20, high=30)}),
        "tanpa target": make_trace(CATALOGUE, "SK1/1", "2023-TW2", 1, targets={}),
        "di luar rentang": _budget(_line("1"), targets={"SK3/4": TargetRange(low=30, high=40)}),
        "lebih kecil lebih baik": make_trace(minimised, "SK1/1", 2023, 3, scoring=Scoring(minimise="ratio")),
        "alasan": make_trace(CATALOGUE, "SK1/1", 2023, Reason.NOT_APPLICABLE, remark="satu\ndua\ntiga"),
        "belum diukur": make_trace(CATALOGUE, "SK1/1", 2023, None),
        "pecahan": _budget(_line("1", realised=399), sources=[file], targets={"SK3/4": 33}),
    }


def comparisons() -> dict[str, TraceComparison]:
    """Set traces side by side that differ in every part."""
    left_out = _line("9", "511111")
    long = "6040.EBA.962.001.051.A.12345"
    first = _budget(
        _line("1"), _line(long), _line("2"), _line("3"), left_out, _line("6", "521811"), units=f"{_UNIT} Aaa"
    )
    second = _budget(
        *(
            _line("1"),
            _line(long, realised=99),
            _line("2", realised=300),
            _line("4"),
            attrs.evolve(left_out, realised=5),
        ),
        *(_line("5", "511111"), _line("6", "521811")),
        units=("Balai B", f"{_UNIT} Bbb"),
        catalogue=_OTHERWISE,
        scoring=Scoring(cap=1200, bands=_BANDS, sources={"cap": "SOP"}),
        targets={"SK3/4": Fraction(181, 3)},
    )
    sums = [make_trace(CATALOGUE, "SK3/4", 2023, P3DNRatio().measure(realised=given, ceiling=3)) for given in (1, 2)]
    read = [make_trace(catalogue, "SK3/1", 2023, 12) for catalogue in (CATALOGUE, _OTHERWISE)]
    quarters = [make_trace(CATALOGUE, "SK1/1", period, 1, target_year=2023) for period in ("2023-TW1", "2023-TW2")]
    orders = _scopes(), _scopes("BOD", "pH")
    forged = first.to_json().replace('"met": false', '"met": true')
    reasons = [make_trace(CATALOGUE, "SK1/1", 2023, value) for value in (Reason.NOT_APPLICABLE, 1)]
    pairs = {
        "segala": (first, second),
        "jumlah": sums,
        "tafsir": read,
        "triwulan": quarters,
        "urutan": orders,
        "alasan": reasons,
    }
    texts = {name: (one.to_json(), other.to_json()) for name, (one, other) in pairs.items()}
    texts |= {
        "palsu": (first.to_json(), forged),
        "lengkap dan tidak": (first.to_json(), first.without_records().to_json()),
        "lain dan tidak": (second.to_json(), first.without_records().to_json()),
    }
    return {name: compare_traces(*pair, names=("a.json", "b.json")) for name, pair in texts.items()}


def verifications() -> dict[str, Verification]:
    """Verify traces that were changed in every part, also against evidence that differs in every part."""
    budget = _budget(
        *(_line("1"), _line("2"), _line("8", unit="B"), _line("9", "511111")), units="Balai", sources=["a.csv"]
    )
    told = budget.to_dict()
    worded, lacking, moved, misquoted, later = (copy.deepcopy(told) for _ in range(5))
    lacking["alternatives"][-1]["lacks"] = {"id": "lain", "en": "other"}
    worded |= {"notes": [], "reading": [], "more": 1}
    worded["inputs"]["records"][-1]["missed"] = {"realised": ["akun lain"], "ceiling": ["akun lain"]}
    del worded["alternatives"]
    moved |= {**dict.fromkeys(("actual", "achievement", "uncapped", "target", "decree_target"), "1000/3"), "met": True}
    moved |= {"quantities": {"realised": "1000/3", "ceiling": "1200"}, "entries": {"realised": 4, "ceiling": 3}}
    moved["inputs"]["records"][0]["entered"] = []
    misquoted["clause"]["decree"] |= {"signed_on": "2022-01-01", "title": "lain"}
    misquoted["clause"]["objectives"][0]["text"] = "lain"
    entry = misquoted["clause"]["entries"][0]
    entry |= {"method": "lain", "definition": "lain", "name": {**entry["name"], "annex_1": "x"}}
    entry["targets"]["2024"] = "1000/3"
    entry["readings"][0] |= {"reason": {"id": "Lain.", "en": "Other."}}
    later["clause"]["decree"]["number"] = "99"
    scopes = _scopes().to_dict()
    by_rows = {**scopes, "rules": 1, "quantities": {"previous": "1", "current": "2"}, "actual": "1"}
    by_rows |= {"entries": {"previous": 1, "current": 2}, "uncapped": "100", "achievement": "100", "met": True}
    by_rows |= {"worked": {"id": "2 - 1 = 1", "en": "2 - 1 = 1"}}
    another = make_trace(_OTHERWISE, "SK3/4", 2024, 12, target_year=2023)
    evidence = _budget(
        *(_line("1", realised=50), _line("3"), _line("8", unit="B"), attrs.evolve(_line("9", "511111"), realised=1)),
        units="Balai B",
        targets={"SK3/4": 60},
        scoring=Scoring(cap=100),
        sources=[Source(name="b.csv", sha256="1"), "c.csv"],
    )
    whole = verify_trace(told)
    source = attrs.evolve(budget, sources=(Source(name="a.csv", sha256="0"),))
    return {
        "utuh": whole,
        "kata lain": verify_trace(worded),
        "yang kurang dengan kata lain": verify_trace(lacking),
        "angka lain": verify_trace(moved),
        "kutipan lain": verify_trace(misquoted),
        "keputusan lain": verify_trace(later),
        "aturan lain": verify_trace(by_rows),
        "aturan lain, tanpa data dukung": verify_trace(_scopes().without_records().to_dict() | {"rules": 1}),
        "tahun target lain": verify_trace(another.to_dict()),
        "data dukung lain": verify_trace(source.to_dict()).against(evidence),
        "data dukung tanpa berkas": whole.against(attrs.evolve(budget, sources=()), [Unchecked.TARGET]),
        "hitungan lain": verify_trace(budget.without_records().to_dict()).against(evidence),
        "aturan lain, data dukung": verify_trace(by_rows).against(_scopes(targets={"SK3/3": 2})),
    }


def _pages(language: Language) -> Iterator[str]:
    for name, trace in traces().items():
        written = trace.document(language) if name in _WHOLE else worked_out(trace, language)
        yield f"=== jalur: {name}\n{to_text(written)}"
    for name, comparison in comparisons().items():
        yield f"=== perbandingan: {name}\n{to_text(comparison.document(language))}"
    verified = verifications()
    for name, one in verified.items():
        yield f"=== putusan: {name}"
        yield from verdict_lines(one, language, _ADVICE)
        yield from (f"  {difference.where}" for difference in one.differences)
        yield from (f"  {remark.place}: {remark.code}" for remark in one.remarks)
    yield json.dumps(verified["kata lain"].to_dict(language), indent=1, ensure_ascii=False)


def paths(language: Language) -> str:
    """Return every page, comparison and verdict in one language, each under its name."""
    written = "\n".join(_pages(language)).replace(__version__, "0")
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"
