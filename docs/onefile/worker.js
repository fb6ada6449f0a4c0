// Python in a worker of its own, so that the page stays awake while it works. A classic worker from a blob: a module
// worker does not start under file://, and one loaded by address would not be bound by the page's policy.
import { info } from "./pyodide/pyodide-lock.json";
import createPyodideModule from "./pyodide/pyodide.asm.mjs";
import { loadPyodide } from "./pyodide/pyodide.mjs";

const INDEX = "memory:/";

// Python imports from the archive as it is; unpacked is only what is no Python, which it cannot import from there.
const FOUND = `
import sys, zipfile
with zipfile.ZipFile("/library.zip") as library:
    names = library.namelist()
    native = {name.partition("/")[0] for name in names if name.endswith(".so")}
    library.extractall("/native", [name for name in names if name.partition("/")[0] in native])
sys.path[:0] = ["/native", "/library.zip"]
`;

let machine;

const tell = (done, total, what) => postMessage({ kind: "progress", done, total, what: `${what}` });

/** Return what a part holds, unpacked while it is read; each chunk's length is told to `passed`. */
function unpacked(packed, type, passed) {
  const counter = new TransformStream({
    transform(chunk, controller) {
      passed(chunk.length);
      controller.enqueue(chunk);
    },
  });
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).pipeThrough(counter);
  return new Response(stream, { headers: { "Content-Type": type } });
}

async function start(parts) {
  // The last third is Python's own start and the import of the library.
  const total = 1.5 * Object.values(parts).reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const passed = (count) => tell((done += count), total, "unpack");
  const part = (name) => {
    const { bytes } = parts[name];
    delete parts[name]; // it is large, and read once
    return unpacked(bytes, name.endsWith(".wasm") ? "application/wasm" : "", passed);
  };

  const library = part("library.zip").arrayBuffer();
  // Pyodide asks for its own parts by address; they are answered from this file.
  const { fetch } = self;
  self.fetch = async (address) => part(`${address}`.slice(INDEX.length));
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: INDEX,
    packageBaseUrl: INDEX,
    lockFileContents: { info, packages: {} },
    env: { HOME: "/home/planner", PYTHONDONTWRITEBYTECODE: "1" },
    stdin: () => null,
  });
  self.fetch = fetch;
  tell(0.8 * total, total, "library");
  python.FS.writeFile("/library.zip", new Uint8Array(await library), { canOwn: true });
  python.runPython(FOUND);
  machine = python.pyimport("onefile.machine");
  self.python = python; // for who looks into it in the browser's console
  const about = JSON.parse(machine.start());
  tell(total, total, "library");
  return about;
}

/** Ask Python one question: JSON text and files in, JSON text and files out. */
function asked({ name, question, files }) {
  const told = machine.answer(name, question, files, tell);
  const [text, saved] = told.toJs({ dict_converter: Object.fromEntries });
  told.destroy();
  return { answer: JSON.parse(text), files: saved };
}

onmessage = async ({ data }) => {
  try {
    if (data.kind === "start") postMessage({ kind: "ready", about: await start(data.parts) });
    else if (data.kind === "sizes") postMessage({ kind: "answer", answer: JSON.parse(machine.sizes(data.sizes)) });
    else {
      const told = asked(data);
      postMessage({ kind: "answer", ...told }, Object.values(told.files).map(({ buffer }) => buffer));
    }
  } catch (fault) {
    // Python answers for its own errors: what arrives here has ended it.
    postMessage({ kind: "lost", detail: `${fault?.stack ?? fault}` });
  }
};
