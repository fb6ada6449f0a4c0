"""What kinerja.html is made of; `python docs/one_file.py OUT.html` puts it together.

- `page.html`, `page.css`, `page.js`: what a planner sees. They hold no rule of the library. The page names its style
  and scripts as any page does; the bundler lays them in.
- `app.py`: what the page asks for. `handle` calls the library.
- `loader.js`: starts Python in a worker and hands it one question after the other, as `window.kinerja`.
- `worker.js`, `machine.py`: the two sides of the door to Python. `compile.mjs` compiles its modules beforehand.
- `guard.js`: keeps the page from leading anywhere else.
- `lock.toml`: what is fetched to make the file: names, versions, hashes.

What the page may rely on:

    await kinerja.ready                      Python is there: {kinerja, python}, their versions
    await kinerja.call(name, args, files)    the answer of `handle`; files: {path: File, Blob, Uint8Array or string}
    kinerja.onprogress(done, total, what)    while it starts ("unpack", "library") and while `handle` tells of its work
    kinerja.onrestart({id, en})              Python was lost and is there again
    kinerja.stop()                           refuse what is running; Python starts anew

What the file holds stands as JSON under `id="packages"`: [{name, version, sha256, licence, kind}].

A refused call throws an Error with `texts` ({id, en}), `code` and, for faults of this program, `detail`. Files stay
unread until Python has admitted their sizes.

What the policy allows there: no script, style, `on...=` or `style="..."` beside those of the page; images as `data:` or
`blob:`; links to `#...` and to files to save.
"""
