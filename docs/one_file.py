"""Put the library, Python and a page into one HTML file, which any browser opens from disk without a network.

`python docs/one_file.py OUT.html` fetches what `docs/onefile/lock.toml` names, by hash, and writes the file: the same
bytes each time. npm, node and pip do the fetching, from the registries that they are set up for.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "docs" / "onefile"
FETCHED = ROOT / "build" / "onefile"
"""Where fetched packages are kept, each under its hash."""

PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--only-binary", ":all:")
TOOLS = ("esbuild-wasm", "axe-core")
"""What is fetched and does not stand in the file."""

LEFT_OUT = {
    # They need libraries that are not here.
    *("kinerja/cli", "kinerja/frames", "kinerja/testing", "kinerja/__main__.py"),
    # Of the standard library, what only a terminal, a server, a test or another process would ask for.
    *("_pydatetime.py", "_pyio.py", "_pyrepl", "doctest.py", "ensurepip", "ftplib.py", "imaplib.py", "mailbox.py"),
    *("multiprocessing", "pdb.py", "pickletools.py", "poplib.py", "pydoc.py", "pydoc_data", "smtplib.py", "sqlite3"),
    *("test", "unittest", "venv", "wsgiref", "xmlrpc"),
}
"""Folders and modules that nothing in the page imports: a tenth of the file."""

LINKED = re.compile(r'<link rel="stylesheet" href="(?P<style>[^":]+)">|<script src="(?P<script>[^":]+)"></script>')
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day on every file of an archive, so that two builds are the same."""

POLICY = {
    "default-src": "'none'",
    "script-src": "'wasm-unsafe-eval'",
    "style-src": "",
    "img-src": "data: blob:",
    "worker-src": "blob:",
    "connect-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
}


@attrs.frozen(kw_only=True)
class Package:
    """A package that is fetched: the kind of its registry, its name and version, and the hash of its file."""

    kind: str
    name: str
    version: str
    sha256: str
    licence: str


def locked() -> dict[str, Package]:
    """Return every package of the lock file, by its name."""
    lock = tomllib.loads((SOURCES / "lock.toml").read_text(encoding="utf-8"))
    return {name: Package(kind=kind, name=name, **one) for kind, some in lock.items() for name, one in some.items()}


def package(one: Package) -> bytes:
    """Return the file of a package, fetched where it is not here yet; any other file is refused."""
    kept = FETCHED / one.sha256
    if not kept.exists():
        FETCHED.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FETCHED) as folder:
            fetch(one, folder)
            (file,) = Path(folder).iterdir()
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            if found != one.sha256:
                message = f"{one.name} {one.version} is not what docs/onefile/lock.toml names: sha256 {found}"
                raise SystemExit(message)
            file.replace(kept)
    return kept.read_bytes()


def fetch(one: Package, folder: str) -> None:
    """Have npm or pip put the file of a package into a folder."""
    if one.kind == "npm":
        run("npm", "pack", "--silent", f"{one.name}@{one.version}", "--pack-destination", folder)
    else:
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, *PLATFORM)
        run(*pip, f"{one.name}=={one.version}")


def run(*command: str, folder: Path | None = None) -> None:
    """Run a command, in a folder; what it writes is shown where it fails."""
    found = [shutil.which(command[0]) or command[0], *command[1:]]
    done = subprocess.run(found, capture_output=True, check=False, cwd=folder)  # noqa: S603 - commands of our own
    if done.returncode:
        message = f"{' '.join(command)} failed:\n{(done.stdout + done.stderr).decode(errors='replace')[-2000:]}"
        raise SystemExit(message)


def unpacked(one: Package, folder: Path) -> Path:
    """Unpack a package of npm below a folder, under its name."""
    with tarfile.open(fileobj=io.BytesIO(package(one))) as archive:
        archive.extractall(folder, filter="data")
    return (folder / "package").rename(folder / one.name)


def worker(folder: Path) -> bytes:
    """Return the worker and Pyodide's own JavaScript as one classic script."""
    esbuild = unpacked(locked()["esbuild-wasm"], folder)
    shutil.copy(SOURCES / "worker.js", folder)
    run(
        *("node", str(esbuild / "bin" / "esbuild"), "worker.js", "--outfile=bundle.js", "--log-level=error"),
        *("--bundle", "--minify", "--format=iife", "--external:node:*", "--external:ws"),
        '--define:import.meta.url="memory:/pyodide.asm.mjs"',
        # Pyodide asks whether a classic worker may import scripts; it may not, and is not told by the page's policy.
        "--banner:js=self.importScripts = undefined;",
        folder=folder,
    )
    return (folder / "bundle.js").read_bytes()


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files as one archive, without what is left out; not compressed, for the whole is."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as written:
        for name, data in sorted(files.items()):
            path = PurePosixPath(name)
            if LEFT_OUT.isdisjoint(map(str, (path, *path.parents))):
                written.writestr(zipfile.ZipInfo(name, EARLIEST), data)
    return content.getvalue()


def members(content: bytes) -> dict[str, bytes]:
    """Return the files of an archive by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def library() -> dict[str, bytes]:
    """Return what Python imports: the wheels, the library of this folder, and the page's own two modules."""
    wheels = [members(package(one)) for one in locked().values() if one.kind == "wheel"]
    source = (ROOT / "src" / "kinerja").rglob("*")
    own = [path for path in source if path.is_file() and path.suffix != ".pyc"]
    return {
        **{name: data for wheel in wheels for name, data in wheel.items()},
        **{path.relative_to(ROOT / "src").as_posix(): path.read_bytes() for path in own},
        **{f"onefile/{path.name}": path.read_bytes() for path in SOURCES.glob("*.py")},
        "kinerja/LICENSE": (ROOT / "LICENSE").read_bytes(),
    }


def parts(folder: Path) -> dict[str, bytes]:
    """Return the parts of Python by name; the worker first, which starts the others."""
    pyodide = unpacked(locked()["pyodide"], folder)
    archives = {"python_stdlib.zip": members((pyodide / "python_stdlib.zip").read_bytes()), "library.zip": library()}
    for name, files in archives.items():
        (folder / name).write_bytes(archive(files))
    shutil.copy(SOURCES / "compile.mjs", folder)
    run("node", "compile.mjs", folder=folder)
    return {
        "worker.js": worker(folder),
        "pyodide.asm.wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        **{name: (folder / name).read_bytes() for name in archives},
    }


def laid_in(name: str, content: bytes) -> str:
    """Return a part as it stands in the page: packed, as letters."""
    packed = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    return f'<script type="text/x-part" data-name="{name}" data-size="{len(content)}">{packed}</script>'


def one_file(page: Path = SOURCES / "page.html") -> str:
    """Return the whole file: a page with its style and scripts, its policy, and the parts of Python."""
    with tempfile.TemporaryDirectory() as folder:
        python = [laid_in(name, content) for name, content in parts(Path(folder)).items()]
    used = [attrs.asdict(one) for one in locked().values() if one.name not in TOOLS]
    about = f'<script type="application/json" id="packages">{json.dumps(used)}</script>'
    text, policy = inlined(page)
    text = between(text, '<meta charset="utf-8">\n', policy)
    return between(text, "</html>", "\n".join([about, *python, ""]), after=False)


def inlined(page: Path) -> tuple[str, str]:
    """Return a page with its style and scripts in it, and the policy that allows these and nothing else."""
    allowed: dict[str, str] = dict(POLICY)

    def laid(found: re.Match[str]) -> str:
        kind = "style" if found["style"] else "script"
        content = (page.parent / found[kind]).read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        allowed[f"{kind}-src"] = f"'sha256-{digest}' {allowed[f'{kind}-src']}".rstrip()
        return f"<{kind}>{content}</{kind}>"

    text = LINKED.sub(laid, page.read_text(encoding="utf-8"))
    policy = "; ".join(f"{name} {sources}" for name, sources in allowed.items())
    return text, f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


def between(text: str, mark: str, more: str, *, after: bool = True) -> str:
    """Return a text with more of it behind a mark, or before it."""
    head, found, tail = text.partition(mark)
    if not found:
        message = f"The page has no {mark}"
        raise SystemExit(message)
    return "".join([head, found, more, tail] if after else [head, more, found, tail])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="where to write it, such as kinerja.html")
    out: Path = parser.parse_args(arguments).out
    out.write_text(one_file(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{out}: {out.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
