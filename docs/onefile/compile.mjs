// Compiles the modules of archives with the very Python that will run them, so that it starts in a third of the time.
import { loadPyodide } from "./pyodide/pyodide.mjs";

// Without a fixed seed the order within sets, and so the bytes, would differ from build to build.
const python = await loadPyodide({ env: { HOME: "/", PYTHONHASHSEED: "0" } });
python.mountNodeFS("/archives", process.cwd());
python.runPython(`
import zipfile
from importlib import _bootstrap_external as loader
from pathlib import Path

for path in Path("/archives").glob("*.zip"):
    with zipfile.ZipFile(path) as source:
        members = {one: source.read(one) for one in source.namelist()}
    with zipfile.ZipFile(path, "w") as target:
        for member, data in members.items():
            if member.endswith(".py"):
                code = compile(data, member, "exec", dont_inherit=True, optimize=2)
                member, data = f"{member}c", loader._code_to_hash_pyc(code, bytes(8), False)
            target.writestr(zipfile.ZipInfo(member), data)
`);
