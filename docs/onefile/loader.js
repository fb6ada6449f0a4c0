// Starts Python from the parts that stand in this file, and hands it one question after the other: see __init__.py.
"use strict";

window.kinerja = (() => {
  const BEGINNING = 4096; // of a file that is told by its name alone; enough to see what it is
  const TEXTS = {
    lost: {
      id: "Perhitungan terhenti karena berkas ini terlalu besar atau rusak bagi peramban. Halaman disiapkan lagi; "
        + "setelah itu coba berkasnya satu per satu.",
      en: "The work stopped: a file is too large or too damaged for the browser. The page gets ready "
        + "again; then try the files one by one.",
    },
    stopped: { id: "Dihentikan. Halaman disiapkan lagi.", en: "Stopped. The page gets ready again." },
    unread: {
      id: "Berkas tidak dapat dibaca peramban: mungkin dipindah, dihapus atau sedang terkunci di program lain. "
        + "Tutup berkasnya di Excel, lalu pilih lagi.",
      en: "The browser cannot read the file: it may have been moved, deleted, or locked by another program. Close it "
        + "in Excel and choose it again.",
    },
    unstarted: {
      id: "Bagian perhitungan tidak dapat dijalankan di peramban ini. Gunakan Chrome, Edge atau Firefox yang mutakhir.",
      en: "The calculating part cannot run in this browser. Use an up-to-date Chrome, Edge or Firefox.",
    },
  };

  /** An error whose sentences a planner can read. */
  function refused(code, texts, detail = "") {
    return Object.assign(new Error(texts.en), { code, texts, detail });
  }

  const api = { call, stop, onprogress: null, onrestart: null };
  let worker, program, running, restarted;
  let queue = Promise.resolve();
  api.ready = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve)).then(start).catch((error) => {
    throw error.texts ? error : refused("onefile.unstarted", TEXTS.unstarted, `${error}`);
  });

  const parts = () => [...document.querySelectorAll("script[type='text/x-part']")];

  /** Return the bytes that a part is packed to. A loop in browsers of before 2025: `Uint8Array.from` takes a second. */
  function packed({ textContent }) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(textContent);
    const letters = atob(textContent);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
    return bytes;
  }

  async function started(part) {
    const stream = new Blob([packed(part)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return URL.createObjectURL(new Blob([await new Response(stream).blob()], { type: "text/javascript" }));
  }

  async function start() {
    const [first, ...others] = parts();
    program ??= await started(first);
    worker = new Worker(program);
    const named = others.map((part) => [part.dataset.name, { size: +part.dataset.size, bytes: packed(part) }]);
    const transfer = named.map(([, { bytes }]) => bytes.buffer);
    return (await sent({ kind: "start", parts: Object.fromEntries(named) }, transfer)).about;
  }

  /** Send one message to the worker and wait for its answer. */
  function sent(message, transfer = []) {
    return new Promise((resolve, reject) => {
      running = { reject, kind: message.kind };
      worker.onmessage = ({ data }) => {
        if (data.kind === "progress") return api.onprogress?.(data.done, data.total, data.what);
        if (data.kind === "lost") return lost(message, data.detail);
        running = undefined;
        return resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        lost(message, event.message);
      };
      worker.postMessage(message, transfer);
    });
  }

  function lost(message, detail) {
    if (message.kind === "start") return ended(refused("onefile.unstarted", TEXTS.unstarted, detail));
    return again(refused("onefile.lost", TEXTS.lost, detail));
  }

  function ended(error) {
    worker.terminate();
    running?.reject(error);
    running = undefined;
  }

  /** Refuse what is running, and start Python anew. */
  function again(error) {
    ended(error);
    restarted = start().then(() => api.onrestart?.(error.texts));
  }

  function stop() {
    if (running && running.kind !== "start") again(refused("onefile.stopped", TEXTS.stopped));
  }

  function call(name, args = {}, files = {}) {
    const answer = queue.then(() => answered(name, args, files));
    queue = answer.catch(() => restarted);
    return answer;
  }

  async function answered(name, args, files) {
    await api.ready;
    const given = Object.entries(files).map(([path, file]) => [path, file instanceof Blob ? file : new Blob([file])]);
    const sizes = JSON.stringify(given.map(([path, file]) => [path, file.size]));
    const { unread } = checked(await sent({ kind: "sizes", sizes }));
    const begun = (path, file) => (unread.includes(path) ? file.slice(0, BEGINNING) : file);
    const read = await Promise.all(given.map(async ([path, file]) => [path, await bytes(begun(path, file))]));
    const transfer = read.map(([, content]) => content.buffer);
    return checked(await sent({ kind: "call", name, question: JSON.stringify(args), files: new Map(read) }, transfer));
  }

  async function bytes(file) {
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (fault) {
      throw refused("onefile.unread", TEXTS.unread, `${fault}`);
    }
  }

  function checked({ answer, files = {} }) {
    if (answer.refused) throw refused(answer.refused.code, answer.refused.texts, answer.refused.detail);
    return { ...answer, files };
  }

  return api;
})();
