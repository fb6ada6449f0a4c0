// What a planner does on the page: it hands files and typed texts to Python, and shows what comes back as it is.
"use strict";

(() => {
  const kinerja = window.kinerja;
  const $ = (id) => document.getElementById(id);
  const VIEWS = ["hitung", "glp039", "folder", "formulir", "periksa"];
  const SAID = {
    unpack: { id: "Membuka isi berkas ini", en: "Unpacking this file" },
    library: { id: "Menyalakan Python dan pustakanya", en: "Starting Python and the library" },
    working: { id: "Sedang dihitung", en: "Working" },
    ready: { id: "Siap. Tidak ada yang keluar dari komputer ini.", en: "Ready. Nothing leaves this computer." },
    refused: { id: "Tidak dapat dihitung", en: "Refused" },
    unusable: { id: "Belum dapat dipakai", en: "Not usable yet" },
    again: {
      id: "Bila ada berkas yang diperbaiki: simpan dahulu, lalu pilih lagi folder atau berkasnya di sini.",
      en: "Where a file is corrected: save it first, then choose the folder or the file here again.",
    },
    "keputusan-baru.xlsx": { id: "Kosong, beserta contoh (Excel)", en: "Empty, with examples (Excel)" },
    "keputusan-ini.xlsx": { id: "Keputusan yang dipilih, untuk diubah (Excel)", en: "The decree that is chosen, to change (Excel)" },
    save: { id: "Simpan:", en: "Save:" },
    trace: { id: "JSON (jejak, untuk bagian Periksa)", en: "JSON (trace, for Verify)" },
    book: { id: "Satu buku kerja (Excel)", en: "One workbook (Excel)" },
    forms: { id: "Satu berkas tiap formulir (ZIP)", en: "A file for each form (ZIP)" },
    traces: { id: "Jejak semua angka (ZIP)", en: "Traces of all figures (ZIP)" },
    print: { id: "Cetak atau PDF", en: "Print or PDF" },
    remove: { id: "Hapus", en: "Remove" },
    files: { id: "berkas", en: "files" },
    path: { id: "Seluruh jalan angka ini, dari bunyi keputusan", en: "The whole path of this figure, from the decree's words" },
    explanations: { id: "Penjelasan setiap angka", en: "Each figure explained" },
    table: { id: "Tabel; dapat digeser ke samping", en: "Table; it can be scrolled sideways" },
    choose: { id: "Pilih dahulu berkas atau foldernya.", en: "Choose a file or a folder first." },
    untraced: {
      id: "Tidak ada jejak angka (JSON) di antara berkas ini; jejak disimpan di bagian Folder. Keputusan tidak diperiksa di "
        + "sini: pilih berkasnya di bagian Keputusan di atas, dan semua masalahnya disebut di sana.",
      en: "There is no trace (JSON) among these files; traces are saved under Folder. A decree is not verified here: choose "
        + "its file under Decree above, which tells all that is wrong in it.",
    },
    several: {
      id: "folder dipilih; tiap folder dihitung sebagai satu unit tersendiri.",
      en: "folders are chosen; each is scored as a unit of its own.",
    },
    only: { id: "Pakai hanya", en: "Use only" },
    details: { id: "Rincian untuk pelapor", en: "Details for a report" },
  };

  const NAMED = 8; // of the files of a folder, or of those that lie in none
  let language = "id";
  let info = null; // what the decree holds
  let decreeFile = null;
  let deciding = Promise.resolve(); // until the decree that was chosen last is in use, or refused
  let pending = 0; // questions that are not answered yet
  const given = { glp039: new Map(), folder: new Map(), targets: new Map(), periksa: new Map() }; // path -> File, of each zone
  const last = {}; // view -> asks again what it shows
  let shown = "SK3/4"; // the indicator whose figure stands under Hitung; at first that of the example

  const say = (key) => SAID[key][language];

  /** Make an element: its attributes, and what is in it. */
  function make(tag, attributes = {}, ...within) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value);
    }
    element.append(...within);
    return element;
  }

  /** Put in a fragment that the library wrote; its tables may be wider than the page. */
  function written(html) {
    const place = make("div");
    place.innerHTML = html;
    for (const table of place.querySelectorAll("table")) {
      labelled(table);
      const scroll = make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": say("table") });
      table.replaceWith(scroll);
      scroll.append(table);
    }
    return place;
  }

  const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell", "th:not([scope])": "columnheader" };

  /** On a narrow screen a row stands as lines, each with its heading; it is a table all the same. */
  function labelled(table) {
    const headings = [...table.querySelectorAll("thead th")].map((one) => one.textContent);
    for (const row of table.querySelectorAll("tbody tr:not(.below)")) {
      row.querySelectorAll("td").forEach((cell, column) => cell.setAttribute("data-label", headings[column]));
    }
    for (const [which, role] of Object.entries(ROLES)) {
      for (const one of [table, ...table.querySelectorAll("*")]) if (one.matches(which)) one.setAttribute("role", role);
    }
  }

  // Both languages of the page itself: the Indonesian stands in the text, the English beside it.

  function translate() {
    document.documentElement.lang = language;
    for (const one of ["id", "en"]) $(one).setAttribute("aria-pressed", `${one === language}`);
    for (const element of document.querySelectorAll("[data-en]")) {
      element.dataset.id ??= element.textContent;
      element.textContent = element.dataset[language];
    }
  }

  async function speak(chosen) {
    language = chosen;
    translate();
    if (!info) return;
    status();
    for (const view of Object.keys(given)) list(view);
    await deciding;
    await decreed();
    for (const again of Object.values(last)) await again();
  }

  // Where the work is.

  function status(what = say(pending ? "working" : "ready"), done = 0, total = 0) {
    const idle = what === say("ready");
    $("doing").textContent = what;
    $("doing").removeAttribute("data-en");
    $("progress").hidden = idle;
    $("progress").max = total || 1;
    if (total) $("progress").value = done;
    else $("progress").removeAttribute("value");
    $("stop").hidden = idle || !info;
  }

  kinerja.onprogress = (done, total, what) => status(SAID[what]?.[language] ?? what, done, total);
  kinerja.onrestart = () => status();

  // Asking, and showing what comes back.

  async function ask(name, args, files = {}) {
    pending += 1;
    status();
    const beside = decreeFile ? { [decreeFile.name]: decreeFile } : {};
    try {
      return await kinerja.call(name, { ...args, language, decree: decreeFile?.name ?? "" }, { ...beside, ...files });
    } finally {
      pending -= 1;
      status();
    }
  }

  /** Ask, and show the answer or the refusal in its place; the same is asked again in the other language. */
  async function answered(view, question, show, place = $(`answer-${view}`)) {
    const again = async () => {
      let content;
      try {
        await deciding;
        content = show(await question());
      } catch (error) {
        if (!error.texts) throw error;
        content = [refused(error), ...(view in given ? mended(error) : [])];
      }
      // Another indicator or decree may have been chosen since it was asked.
      if (!view || last[view] === again) place.replaceChildren(...readBy(view), ...content);
    };
    const button = view && $(`form-${view}`).querySelector(".main");
    const here = document.activeElement === button;
    if (button) button.disabled = true;
    if (view) last[view] = again;
    await again();
    if (button) button.disabled = false;
    // Disabled it lost the keyboard, which would begin at the top of the page again.
    if (here && document.activeElement === document.body) button.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  }

  /** Forms of another decree are refused, or score nothing: it is said by which decree they are read. */
  const readBy = (view) => (view === "folder" ? [make("p", { class: "told by" }, info.read_by)] : []);

  /** What was mended is not read by itself. */
  const mended = ({ detail }) => (detail ? [] : told([say("again")]));

  function refused({ texts, detail }, opening = "refused") {
    const [first, ...lines] = texts[language].split("\n");
    const box = make("div", { class: "refused", role: "alert" }, make("strong", {}, `${say(opening)}.`), ` ${first}`);
    if (lines.length) box.append(make("ul", {}, ...lines.map((line) => make("li", {}, line.trim().replace(/^- /, "")))));
    if (detail) box.append(make("details", {}, make("summary", {}, say("details")), make("pre", {}, detail)));
    return box;
  }

  const told = (texts) => (texts?.length ? [make("div", { class: "told" }, ...texts.map((text) => make("p", {}, text)))] : []);

  const ENDINGS = { html: "HTML", csv: "CSV (Excel)", md: "Markdown", json: "JSON" };

  function saved(name, content, label) {
    const link = make("a", { class: "button", download: name, href: URL.createObjectURL(new Blob([content])) });
    link.append(label ?? ENDINGS[name.split(".").pop()]);
    return link;
  }

  function saves(files, ...others) {
    const labels = (name) => (name.startsWith("jejak-") && name.endsWith(".json") ? say("trace") : undefined);
    const links = Object.entries(files).map(([name, content]) => saved(name, content, labels(name)));
    return make("div", { class: "save" }, make("span", {}, say("save")), ...links, ...others);
  }

  const printed = () => make("button", { type: "button", onclick: () => print() }, say("print"));

  function cards(some) {
    const boxes = some.map(({ heading, figure, note }) =>
      make("div", {}, make("dt", {}, heading), make("dd", { class: "big" }, figure), make("dd", {}, note)));
    return make("dl", { class: "cards" }, ...boxes);
  }

  /** What is told of one figure: what follows from its records, and folded the whole path. */
  function walked(answer, ...others) {
    const path = folded([say("path")], written(answer.path));
    const worked = written(answer.html);
    worked.className = "worked"; // the whole path has it too, where that is printed
    return [cards(answer.cards), worked, saves(answer.files, ...others), path];
  }

  function folded(summary, ...within) {
    return make("details", { class: "explained" }, make("summary", {}, ...summary), make("div", {}, ...within));
  }

  // The decree.

  async function decreed() {
    const [found, slips] = [await ask("decree", {}), await slipped()];
    info = found;
    $("decree-title").textContent = info.name;
    $("decree-answer").replaceChildren(...told(info.told), ...slips, written(info.html));
    chosen($("code"), info.entries.map(({ code, label }) => option({ value: code, label: `${code} ${label}` })));
    for (const select of document.querySelectorAll("select.period")) {
      const groups = info.periods.map(({ year, parts }) => make("optgroup", { label: year }, ...parts.map(option)));
      chosen(select, groups);
    }
    const [first] = $("target-year").options;
    chosen($("target-year"), [first, ...info.years.map((year) => option({ value: year, label: year }))]);
    entry();
  }

  /** What is probably a slip in the file of a decree, be it read or refused: counted, and folded. */
  async function slipped() {
    if (!decreeFile) return [];
    const { title, html } = await ask("slips", {}).catch(() => ({}));
    return html ? [folded([title], written(html))] : [];
  }

  const option = ({ value, label }) => make("option", { value }, label);

  /** Offer choices; what was chosen stays where it is among them. */
  function chosen(select, choices) {
    const before = select.value;
    select.replaceChildren(...choices);
    if ([...select.options].some(({ value }) => value === before)) select.value = before;
  }

  async function decided(file, shownBefore) {
    const before = decreeFile;
    decreeFile = file;
    try {
      await decreed();
      $("decree-own").hidden = !file;
      // What is to be told of its file is told there; else the work goes on below.
      $("keputusan").open = $("decree-answer").querySelector(".told, .explained") !== null;
      $("keputusan").firstElementChild.focus();
      $("decree-name").textContent = file?.name ?? "";
      for (const view of Object.keys(SENT)) if (last[view] === shownBefore[view]) cleared(view);
    } catch (error) {
      if (!error.texts) throw error;
      $("keputusan").open = true;
      $("decree-answer").replaceChildren(refused(error, "unusable"), ...mended(error), ...(await slipped()));
      decreeFile = before;
    }
  }

  /** Take the decree of a file, or the one that is built in: one after the other, and what is asked meanwhile waits. */
  function choose(file) {
    const shownBefore = { ...last };
    deciding = deciding.then(() => decided(file, shownBefore));
  }

  // Hitung.

  /** Take away what a view shows: it is the answer to another question. */
  function cleared(view) {
    $(`answer-${view}`).replaceChildren();
    delete last[view];
  }

  /** Show the fields of the chosen indicator; what was typed stays where a field of that name is there. */
  function entry() {
    if ($("code").value !== shown) cleared("hitung");
    shown = $("code").value;
    const one = info.entries.find(({ code }) => code === $("code").value);
    const typed = quantities();
    $("formula").innerHTML = one.formula;
    const fields = one.fields.map(({ name, symbol, label, unit }) => {
      const id = `quantity-${name}`;
      const input = make("input", { id, name, inputmode: "decimal", autocomplete: "off", value: typed[name] ?? "" });
      const words = make("label", { for: id }, symbol ? make("strong", {}, `${symbol} `) : "", label);
      return make("div", { class: "quantity" }, words, input, make("span", {}, unit));
    });
    $("quantities").replaceChildren($("quantities").firstElementChild, ...fields);
    $("clause-text").replaceChildren(written(one.clause));
  }

  function quantities() {
    return Object.fromEntries([...$("quantities").querySelectorAll("input")].map((input) => [input.name, input.value]));
  }

  function workedOut() {
    const args = { ...fields("hitung"), quantities: quantities() };
    answered("hitung", () => ask("figure", args), (answer) => walked(answer, printed()));
  }

  /** One period holds in every part. */
  function periodChosen({ target }) {
    for (const select of document.querySelectorAll("select.period")) select.value = target.value;
  }

  // Files: chosen, or dropped.

  /** List what was given: each folder, and each file that lies in none; many of these together. */
  function list(view) {
    const paths = [...given[view].keys()];
    const loose = paths.filter((path) => !path.includes("/"));
    const groups = new Map();
    for (const path of paths) {
      const name = loose.length > NAMED && !path.includes("/") ? "" : top(path);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(path);
    }
    $(`given-${view}`).replaceChildren(...[...groups].map(([name, some]) => listed(view, name, some)));
    if (view !== "folder") return;
    $("field-unit").hidden = !loose.length;
    $("several").replaceChildren(...several([...groups.keys()].filter((name) => name && !loose.includes(name))));
  }

  const top = (path) => path.split("/")[0];

  /** Each folder is a unit; who chose another in place of the first takes the first out at once. */
  function several(folders) {
    if (folders.length < 2) return [];
    const kept = folders.at(-1);
    const only = () => takeOut("folder", (path) => path.includes("/") && top(path) !== kept);
    return [`${folders.length} ${say("several")} `, make("button", { type: "button", onclick: only }, `${say("only")} ${kept}`)];
  }

  function takeOut(view, which) {
    for (const path of [...given[view].keys()].filter(which)) given[view].delete(path);
    list(view);
  }

  function listed(view, name, paths) {
    const drop = () => takeOut(view, (path) => paths.includes(path));
    const isFile = paths.length === 1 && paths[0] === name;
    const many = isFile ? "" : `${name && " "}(${paths.length} ${say("files")}) `;
    const names = paths.slice(0, NAMED).map((path) => path.slice(name && name.length + 1));
    const within = isFile ? "" : make("small", {}, names.join(", ") + (paths.length > NAMED ? ", …" : ""));
    const label = `${say("remove")} ${name || say("files")}`;
    const button = make("button", { type: "button", onclick: drop, "aria-label": label }, say("remove"));
    return make("li", {}, make("span", {}, make("b", {}, name), many, within), button);
  }

  const isTrace = (path) => !path.includes("/") && path.endsWith(".json");

  /** Take what was given in place of what was there of that name: a file may have been taken out of a folder. */
  function add(view, pairs) {
    const tops = new Set(pairs.map(([path]) => top(path)));
    const traced = view === "periksa" && pairs.some(([path]) => isTrace(path));
    const alone = ["glp039", "targets"].includes(view);
    takeOut(view, (path) => alone || tops.has(top(path)) || (traced && isTrace(path)));
    for (const [path, file] of pairs.slice(alone ? -1 : 0)) given[view].set(path, file);
    list(view);
  }

  /** Go through what was dropped, folders with all that is in them. */
  async function within(entry) {
    if (entry.isFile) return [[entry.fullPath.slice(1), await new Promise((resolve, reject) => entry.file(resolve, reject))]];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return found;
      for (const one of some) found.push(...(await within(one)));
    }
  }

  for (const zone of document.querySelectorAll(".drop")) {
    const view = zone.dataset.for;
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      const { files, items } = event.dataTransfer;
      const entries = [...items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
      const found = entries.length ? [] : [...files].map((file) => [file.name, file]);
      for (const one of entries) found.push(...(await within(one)));
      add(view, found);
    });
    for (const input of zone.querySelectorAll("input")) {
      input.addEventListener("change", () => {
        add(view, [...input.files].map((file) => [file.webkitRelativePath || file.name, file]));
        input.value = "";
      });
    }
  }
  // What is dropped beside a zone would else be opened in place of the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

  /** Return what is typed and chosen in the form of a view. */
  function fields(view) {
    const typed = new FormData($(`form-${view}`));
    return Object.fromEntries([...typed].filter(([, value]) => typeof value === "string"));
  }

  function nothing(view, texts = SAID.choose) {
    last[view] = () => $(`answer-${view}`).replaceChildren(refused({ texts }));
    last[view]();
  }

  // GLP039, Folder, Formulir, Periksa.

  function exported() {
    if (!given.glp039.size) return nothing("glp039");
    const [args, files] = [fields("glp039"), Object.fromEntries(given.glp039)];
    return answered("glp039", () => ask("export", args, files), (answer) => [
      ...told(answer.told),
      written(answer.html),
      saves(answer.files, printed()),
    ]);
  }

  function scored() {
    if (!given.folder.size) return nothing("folder");
    const args = { ...fields("folder"), targets: [...given.targets.keys()].join("") };
    const files = Object.fromEntries([...given.folder, ...given.targets]);
    return answered("folder", () => ask("score", args, files), (answer) => [
      ...told(answer.told),
      written(answer.html),
      saves(answer.files, printed(), ...traces(args, files)),
      make("div", { class: "explanations" }, make("h3", {}, say("explanations")), ...answer.rows.map((row) => explained(row, args, files))),
    ]);
  }

  /** A button that makes the traces, and saves them as soon as they are made. */
  function traces(args, files) {
    const place = make("span", { "aria-live": "polite" });
    const show = (answer) => {
      const links = Object.entries(answer.files).map(([name, content]) => saved(name, content, name));
      links[0].click();
      return links;
    };
    const asked = () => answered("", () => ask("traces", args, files), show, place);
    return [make("button", { type: "button", onclick: asked }, say("traces")), place];
  }

  function explained({ code, label, figure }, args, files) {
    const place = make("div", { "aria-live": "polite" });
    const box = folded([make("b", {}, code), make("span", {}, label), make("span", {}, figure)], place);
    const asked = () => answered("", () => ask("explain", { ...args, code }, files), walked, place);
    box.addEventListener("toggle", asked, { once: true });
    return box;
  }

  function formed() {
    const args = fields("formulir");
    answered("formulir", () => ask("forms", args), kept);
  }

  function kept(answer) {
    const named = (name) => (name.endsWith(".zip") ? "forms" : name.startsWith("isian-") ? "book" : name);
    const label = (name) => (SAID[named(name)] ? say(named(name)) : name);
    const items = Object.entries(answer.files).map(([name, content]) => make("li", {}, saved(name, content, label(name))));
    return [...told(answer.told), make("ul", { class: "files" }, ...items)];
  }

  function verified() {
    const trace = [...given.periksa.keys()].find(isTrace);
    if (!trace) return nothing("periksa", given.periksa.size ? SAID.untraced : SAID.choose);
    const files = Object.fromEntries(given.periksa);
    return answered("periksa", () => ask("verify", { trace }, files), ({ answer, verdict, lines }) => [
      make("div", { class: answer }, make("p", { class: "verdict" }, verdict), ...lines.map((line) => make("p", {}, line))),
      make("div", { class: "save" }, printed()),
    ]);
  }

  const SENT = {
    hitung: workedOut, glp039: exported, folder: scored, formulir: formed, periksa: verified,
    sendiri: () => answered("sendiri", () => ask("decree_file", {}), kept),
  };

  // Which part is shown: `#folder`; and `#SK3/4` shows that indicator.

  function route() {
    let asked = location.hash.slice(1);
    try {
      asked = decodeURIComponent(asked);
    } catch {} // a % that codes nothing: no part is called so
    if (asked === "isi") return; // the link to the content leads within the part that is shown
    const known = info?.entries.some(({ code }) => code === asked);
    if (known) {
      $("code").value = asked;
      entry();
    }
    const view = VIEWS.includes(asked) ? asked : "hitung";
    for (const one of VIEWS) {
      $(`view-${one}`).hidden = one !== view;
      const link = document.querySelector(`nav a[href="#${one}"]`);
      if (one === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  async function begin() {
    let about, asked;
    try {
      about = await kinerja.ready;
      do {
        asked = language;
        await decreed();
      } while (asked !== language); // it was switched meanwhile
    } catch (error) {
      status(error.texts?.[language] ?? `${error}`, 0, 1);
      $("progress").hidden = true;
      return;
    }
    const packages = JSON.parse($("packages")?.textContent ?? "[]").map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    $("about").textContent = [`kinerja ${about.kinerja}`, `Python ${about.python} (PSF-2.0)`, ...packages].join(", ");
    for (const element of document.querySelectorAll("main [disabled]")) element.disabled = false;
    route();
    document.documentElement.dataset.ready = "true";
  }

  for (const one of ["id", "en"]) $(one).addEventListener("click", () => speak(one));
  $("stop").addEventListener("click", () => kinerja.stop());
  $("code").addEventListener("change", entry);
  for (const select of document.querySelectorAll("select.period")) select.addEventListener("change", periodChosen);
  $("decree-file").addEventListener("change", ({ target }) => {
    if (target.files[0]) choose(target.files[0]);
    target.value = "";
  });
  $("decree-own").addEventListener("click", () => choose(null));
  for (const [view, sent] of Object.entries(SENT)) {
    $(`form-${view}`).addEventListener("submit", (event) => {
      event.preventDefault();
      sent();
    });
  }
  addEventListener("hashchange", route);
  route();
  begin();
})();
