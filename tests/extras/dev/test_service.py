"""The service in examples/layanan: records in; scorecard, traces and refusals out; in PostgreSQL where there is one."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pytest

from kinerja import P3DNRatio, Trace

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICE = Path(__file__).parents[3] / "examples" / "layanan" / "layanan.py"
LINE = {"unit": "A", "reference": "1", "year": 2023, "account": "521211", "ceiling": 400, "realised": "100"}
OF_2023 = {"periode": "2023", "unit": "A"}


class Service:
    """The service, asked without a network."""

    def __init__(self, app: Any) -> None:
        self._transport = httpx.ASGITransport(app=app)

    def get(self, path: str, **more: Any) -> httpx.Response:
        """Ask for something."""
        return asyncio.run(self._ask("GET", path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        """Hand something in."""
        return asyncio.run(self._ask("POST", path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async with httpx.AsyncClient(transport=self._transport, base_url="http://layanan") as client:
            return await client.request(method, path, **more)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL of its own, that listens on no network, and return its address."""
    as_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        if as_root:  # PostgreSQL refuses to be started by root
            shutil.chown(folder, "postgres")

        def run(*command: str) -> None:
            subprocess.run(
                command, user="postgres" if as_root else None, cwd=folder, check=True, stdout=subprocess.DEVNULL
            )

        run("initdb", "--pgdata=data", "--username=layanan", "--auth=trust")
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "--pgdata=data", "--wait", "--log=log", f"--options={settings}", "start")
        yield f"postgresql://layanan@/postgres?host={folder}"
        run("pg_ctl", "--pgdata=data", "--mode=immediate", "stop")


@pytest.fixture(params=["SQLite", "PostgreSQL"] if shutil.which("initdb") else ["SQLite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database that is empty."""
    if request.param == "SQLite":
        return str(tmp_path / "layanan.sqlite")
    server, name = request.getfixturevalue("server"), uuid.uuid4().hex
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return str(server.replace("/postgres?", f"/{name}?"))


@pytest.fixture
def service(database: str, monkeypatch: pytest.MonkeyPatch) -> Service:
    """Return the service, whose database is empty."""
    monkeypatch.setenv("LAYANAN_DSN", database)
    found = importlib.util.spec_from_file_location("layanan", SERVICE)
    assert found is not None
    assert found.loader is not None
    module: Any = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return Service(module.app)


def kept(service: Service, **fields: Any) -> Any:
    """Hand in one budget line."""
    return service.post("/data-dukung/SK3/4", params=OF_2023, json=[{**LINE, **fields}]).json()


def test_records_come_in_and_the_figure_goes_out(service: Service) -> None:
    """Worked, and as a row of the scorecard."""
    said = kept(service)
    assert ("100 × 100 / 400 = 25,00", "500/9") == (said["hitungan"], said["nilai"]["achievement"])


def test_a_trace_is_stored_and_verified_later(service: Service) -> None:
    """It is what was handed in."""
    name = kept(service)["jejak"]
    trace = Trace.from_json(service.get(f"/jejak/{name}").content)
    assert (P3DNRatio().measure(realised=100, ceiling=400).quantities, "HOLDS") == (
        trace.measurement and trace.measurement.quantities,
        service.get(f"/jejak/{name}/periksa").json()["answer"],
    )


def test_refusals_go_to_the_fields_of_a_form(service: Service) -> None:
    """In Indonesian, all at once."""
    answer = service.post("/data-dukung/SK3/4", params=OF_2023, json=[{**LINE, "account": "5212", "ceiling": None}])
    assert (422, [(1, "account", "record.no_account"), (1, "ceiling", "part.number")]) == (
        answer.status_code,
        [(one["row"], one["field"], one["code"]) for one in answer.json()["problems"]],
    )


def test_numbers_of_json_stay_exact(service: Service) -> None:
    """More digits than a float has."""
    body = json.dumps([LINE]).replace("400", "40000000000000000.04")
    said = service.post("/data-dukung/SK3/4", params=OF_2023, content=body).json()
    assert "1000000000000000001/25" == said["nilai"]["quantities"]["ceiling"]


def test_a_body_that_is_no_list_is_refused_in_indonesian(service: Service) -> None:
    """As every refusal is: a row alone, and what is no JSON."""
    answers = [service.post("/data-dukung/SK3/4", params=OF_2023, content=body) for body in (json.dumps(LINE), "[")]
    assert [(422, "part.list"), (422, "file.not_json")] == [(one.status_code, one.json()["code"]) for one in answers]


def test_an_uploaded_form_is_read(service: Service) -> None:
    """CSV as the body, and what is wrong in it."""
    form = "kode anggaran;tahun;akun;pagu;realisasi\n1;2023;521211;400;{}\n"
    good, bad = (
        service.post("/formulir/SK3/4", params=OF_2023, content=form.format(value).encode()) for value in ("100", "x")
    )
    assert ("100 × 100 / 400 = 25,00", [(2, "realisasi")]) == (
        good.json()["hitungan"],
        [(one["row"], one["field"]) for one in bad.json()["problems"]],
    )


def test_the_scorecard_is_of_the_latest_traces(service: Service) -> None:
    """A figure that was corrected replaces the one before; of another unit there is none."""
    kept(service, realised=1)
    kept(service)
    page = service.get("/rapor/2023", params={"unit": "A"}).text
    assert [True, False] == ["25,00" in page, "25,00" in service.get("/rapor/2023", params={"unit": "B"}).text]


@pytest.mark.parametrize(
    ("path", "status"), [("/jejak/tidak-ada", 404), ("/rapor/2030?unit=A", 422), ("/rapor/kemarin?unit=A", 422)]
)
def test_what_there_is_not_is_said(service: Service, path: str, status: int) -> None:
    """Neither a trace nor a year is invented."""
    assert status == service.get(path).status_code


def test_a_code_that_there_is_not_is_refused(service: Service) -> None:
    """With those that there are."""
    answer = service.post("/data-dukung/SK9/9", params=OF_2023, json=[])
    assert (422, "UnknownIndicatorError") == (answer.status_code, answer.json()["error"])


def test_the_service_is_short() -> None:
    """Fewer than 120 lines: it is made for copying."""
    assert len(SERVICE.read_text("utf-8").splitlines()) < 120
