"""A service of an office: records in; scorecard, traces and refusals out; what was published is verified later.

`uvicorn layanan:app` keeps its traces in SQLite; with LAYANAN_DSN=postgresql://... in PostgreSQL, by psycopg.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import importlib
import os
import re
import sqlite3
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from kinerja import (
    BSPJI_PEKANBARU_2021_2024 as CATALOGUE,
)
from kinerja import (
    KinerjaError,
    Trace,
    make_trace,
    records_from,
    verify_trace,
)
from kinerja.readers import read_rows
from kinerja.writers import to_page

TABLE = """CREATE TABLE IF NOT EXISTS jejak
    (id TEXT PRIMARY KEY, unit TEXT, periode TEXT, kode TEXT, dibuat TEXT, isi TEXT)"""
KEEP = """INSERT INTO jejak (id, unit, periode, kode, dibuat, isi)
    VALUES (:id, :unit, :periode, :kode, :dibuat, :isi) ON CONFLICT (id) DO UPDATE SET dibuat = :dibuat"""
OF_UNIT = "SELECT isi FROM jejak WHERE unit = :unit AND periode = :periode ORDER BY dibuat"

app = FastAPI(title="Layanan kinerja (ilustrasi)")


def execute(sql: str, **values: str) -> list[str]:
    """Run a statement in the database that LAYANAN_DSN names, and return the first column of what it gives."""
    with contextlib.closing(connect(os.environ.get("LAYANAN_DSN", "layanan.sqlite"))) as connection, connection:
        named = sql if isinstance(connection, sqlite3.Connection) else re.sub(r":(\w+)", r"%(\1)s", sql)
        connection.execute(TABLE)
        cursor = connection.execute(named, values)
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def connect(dsn: str) -> Any:
    """Connect to PostgreSQL, or to a file of SQLite."""
    if not dsn.startswith("postgresql:"):
        return sqlite3.connect(dsn)
    return importlib.import_module("psycopg").connect(dsn)  # SQLite needs none


def the_trace(name: str) -> str:
    """Return one trace."""
    found = execute("SELECT isi FROM jejak WHERE id = :id", id=name)
    if not found:
        raise HTTPException(404, "Jejak itu tidak ada.")
    return found[0]


def indicator_of(code: str) -> Any:
    """Return the indicator that measures a code."""
    return CATALOGUE[code].measured_by


def keep(code: str, records: tuple[Any, ...], period: str, unit: str) -> dict[str, Any]:
    """Measure, trace and store a figure; the same figure again is the same trace."""
    value = indicator_of(code).measure_records(records, period=period)
    trace = make_trace(CATALOGUE, code, period, value, units=unit)
    text, now = trace.to_json(), dt.datetime.now(dt.UTC).isoformat()
    name = hashlib.sha256(text.encode()).hexdigest()
    execute(KEEP, id=name, unit=unit, periode=str(trace.period), kode=code, dibuat=now, isi=text)
    return {"jejak": name, "hitungan": value.worked(), "nilai": trace.score.to_dict()}


@app.exception_handler(KinerjaError)
def refused(_request: Request, error: KinerjaError) -> JSONResponse:
    """Say what was refused, for a form: every problem with its code, field, row and text."""
    return JSONResponse(error.to_dict(), status_code=422)


@app.post("/data-dukung/{code:path}")
async def records_in(code: str, periode: str, unit: str, request: Request) -> dict[str, Any]:
    """Take the records of an indicator as JSON, whose numbers stay exact because nobody else reads them."""
    return keep(code, records_from(indicator_of(code).record, await request.body()), periode, unit)


@app.post("/formulir/{code:path}")
async def form_in(code: str, periode: str, unit: str, request: Request) -> dict[str, Any]:
    """Take a form of an indicator that was filled in, CSV or XLSX, as the body."""
    return keep(code, read_rows(await request.body(), indicator_of(code).record, unit=unit), periode, unit)


@app.get("/jejak/{name}")
def trace_out(name: str) -> Response:
    """Give a trace as it was stored."""
    return Response(the_trace(name), media_type="application/json")


@app.get("/jejak/{name}/periksa")
def verified(name: str) -> dict[str, Any]:
    """Work a trace out again, by the rules of today."""
    return verify_trace(the_trace(name)).to_dict()


@app.get("/rapor/{period}")
def scorecard_out(period: str, unit: str) -> HTMLResponse:
    """Give the scorecard of a unit, of the latest trace of each code."""
    traces = [Trace.from_json(text) for text in execute(OF_UNIT, unit=unit, periode=period)]
    card = CATALOGUE.scorecard(period, {one.entry.code: one.value for one in traces}, units=unit)
    return HTMLResponse(to_page(card.document()))
